//! A tiny exact linear program: dense, in fractions, for a dozen variables.
//!
//! It decides how the hours of a technician's credits are used where rules compete for them (see `assign`), so it must
//! be exact and never loop; speed matters little. Bland's rule (lowest index first) guarantees that it ends.

use std::{cmp::Ordering, ops};

/// An exact fraction in lowest terms, its denominator above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraction {
    upper: i128,
    lower: i128,
}

impl Fraction {
    pub const ZERO: Self = Self { upper: 0, lower: 1 };
    pub const ONE: Self = Self { upper: 1, lower: 1 };

    pub fn whole(number: u64) -> Self {
        Self { upper: i128::from(number), lower: 1 }
    }

    /// Rounded down; below zero becomes zero.
    pub fn floor(self) -> u64 {
        u64::try_from(self.upper.div_euclid(self.lower)).unwrap_or(0)
    }

    fn new(upper: i128, lower: i128) -> Self {
        let (mut a, mut b) = (upper.unsigned_abs(), lower.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let divisor = i128::try_from(a.max(1)).unwrap_or(1) * lower.signum();
        Self { upper: upper / divisor, lower: lower / divisor }
    }

    fn is_zero(self) -> bool {
        self.upper == 0
    }
}

impl ops::Add for Fraction {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        if self.lower == 1 && other.lower == 1 {
            return Self { upper: self.upper + other.upper, lower: 1 };
        }
        Self::new(self.upper * other.lower + other.upper * self.lower, self.lower * other.lower)
    }
}

impl ops::Neg for Fraction {
    type Output = Self;
    fn neg(self) -> Self {
        Self { upper: -self.upper, ..self }
    }
}

impl ops::Sub for Fraction {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl ops::Mul for Fraction {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self::new(self.upper * other.upper, self.lower * other.lower)
    }
}

impl ops::Div for Fraction {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        Self::new(self.upper * other.lower, self.lower * other.upper)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.upper * other.lower).cmp(&(other.upper * self.lower))
    }
}

/// `sum of coefficient × variable ≤ most`, variables not below zero.
#[derive(Clone, Debug)]
pub(crate) struct AtMost {
    pub terms: Vec<(usize, Fraction)>,
    pub most: Fraction,
}

/// The largest value of `objective` under `rows`, and the variables there; none when the rows contradict each other.
/// The objective must be bounded by the rows.
pub(crate) fn maximize(
    variables: usize,
    objective: &[(usize, Fraction)],
    rows: &[AtMost],
) -> Option<(Fraction, Vec<Fraction>)> {
    let mut tableau = Tableau::new(variables, rows);
    if !tableau.make_feasible() {
        return None;
    }
    tableau.set_objective(objective);
    tableau.climb();
    Some(tableau.solution(variables))
}

/// Rows of a dictionary: each basic variable in terms of the others. Columns are variables; the last is the constant.
struct Tableau {
    rows: Vec<Vec<Fraction>>,
    objective: Vec<Fraction>,
    basic: Vec<usize>,
}

impl Tableau {
    /// One slack variable for each row; the column after them is for the helper of [`Tableau::make_feasible`].
    fn new(variables: usize, rows: &[AtMost]) -> Self {
        let width = variables + rows.len() + 2;
        let table = rows
            .iter()
            .enumerate()
            .map(|(r, row)| {
                let mut line = vec![Fraction::ZERO; width];
                for &(variable, coefficient) in &row.terms {
                    line[variable] = line[variable] + coefficient;
                }
                line[variables + r] = Fraction::ONE;
                line[width - 1] = row.most;
                line
            })
            .collect();
        let basic = (variables..variables + rows.len()).collect();
        Self { rows: table, objective: vec![Fraction::ZERO; width], basic }
    }

    fn constant(&self) -> usize {
        self.objective.len() - 1
    }

    /// Brings the constants to zero or above, with a helper variable that is then driven out.
    fn make_feasible(&mut self) -> bool {
        let (constant, helper) = (self.constant(), self.constant() - 1);
        let Some(lowest) = (0..self.rows.len()).min_by_key(|&r| self.rows[r][constant]) else { return true };
        if self.rows[lowest][constant] >= Fraction::ZERO {
            return true;
        }
        for row in &mut self.rows {
            row[helper] = -Fraction::ONE;
        }
        self.objective = vec![Fraction::ZERO; constant + 1];
        self.objective[helper] = -Fraction::ONE;
        self.pivot(lowest, helper);
        self.climb();
        let left = self.basic.iter().position(|&variable| variable == helper);
        if left.is_some_and(|r| !self.rows[r][constant].is_zero()) {
            return false;
        }
        if let Some(r) = left
            && let Some(column) = (0..helper).find(|&column| !self.rows[r][column].is_zero())
        {
            self.pivot(r, column);
        }
        for row in &mut self.rows {
            row[helper] = Fraction::ZERO;
        }
        true
    }

    /// Writes the objective in terms of the variables outside the basis.
    fn set_objective(&mut self, objective: &[(usize, Fraction)]) {
        self.objective = vec![Fraction::ZERO; self.constant() + 1];
        for &(variable, coefficient) in objective {
            self.objective[variable] = self.objective[variable] + coefficient;
        }
        for r in 0..self.rows.len() {
            let factor = self.objective[self.basic[r]];
            subtract(&mut self.objective, &self.rows[r], factor);
        }
    }

    fn climb(&mut self) {
        let constant = self.constant();
        while let Some(column) = (0..constant).find(|&column| self.objective[column] > Fraction::ZERO) {
            let ratio = |r: &usize| (self.rows[*r][constant] / self.rows[*r][column], self.basic[*r]);
            let leaving =
                (0..self.rows.len()).filter(|&r| self.rows[r][column] > Fraction::ZERO).min_by_key(ratio);
            let Some(leaving) = leaving else { return };
            self.pivot(leaving, column);
        }
    }

    fn pivot(&mut self, r: usize, column: usize) {
        let by = self.rows[r][column];
        for cell in &mut self.rows[r] {
            if !cell.is_zero() {
                *cell = *cell / by;
            }
        }
        let line = self.rows[r].clone();
        for (other, row) in self.rows.iter_mut().enumerate() {
            if other != r {
                let factor = row[column];
                subtract(row, &line, factor);
            }
        }
        let factor = self.objective[column];
        subtract(&mut self.objective, &line, factor);
        self.basic[r] = column;
    }

    fn solution(&self, variables: usize) -> (Fraction, Vec<Fraction>) {
        let mut values = vec![Fraction::ZERO; variables];
        for (r, &variable) in self.basic.iter().enumerate() {
            if variable < variables {
                values[variable] = self.rows[r][self.constant()];
            }
        }
        (-self.objective[self.constant()], values)
    }
}

fn subtract(from: &mut [Fraction], line: &[Fraction], factor: Fraction) {
    if factor.is_zero() {
        return;
    }
    for (cell, step) in from.iter_mut().zip(line) {
        if !step.is_zero() {
            *cell = *cell - factor * *step;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(terms: &[(usize, i64)], most: i64) -> AtMost {
        let fraction = |number: i64| Fraction { upper: i128::from(number), lower: 1 };
        AtMost { terms: terms.iter().map(|&(v, c)| (v, fraction(c))).collect(), most: fraction(most) }
    }

    #[test]
    fn a_textbook_program() {
        let objective = [(0, Fraction::whole(5)), (1, Fraction::whole(4)), (2, Fraction::whole(3))];
        let rows = [
            row(&[(0, 2), (1, 3), (2, 1)], 5),
            row(&[(0, 4), (1, 1), (2, 2)], 11),
            row(&[(0, 3), (1, 4), (2, 2)], 8),
        ];
        let (value, at) = maximize(3, &objective, &rows).unwrap();
        assert_eq!(
            (value, at[0], at[1], at[2]),
            (Fraction::whole(13), Fraction::whole(2), Fraction::ZERO, Fraction::ONE)
        );
    }

    #[test]
    fn rows_that_start_infeasible_are_repaired_or_refused() {
        let objective = [(0, -Fraction::ONE)];
        assert_eq!(
            maximize(1, &objective, &[row(&[(0, -1)], -3), row(&[(0, 1)], 7)]).unwrap().1[0],
            Fraction::whole(3)
        );
        assert!(maximize(1, &objective, &[row(&[(0, -1)], -3), row(&[(0, 1)], 2)]).is_none());
    }
}
