//! A small independent checker of the planner's proofs.
//!
//! It shares no code with the planner. It builds the problem itself, from the instance file, and believes nothing in a
//! certificate that it has not recomputed in integers.
//!
//! # The mathematics
//! A problem asks for integers `x`, each between two bounds, so that every row `a·x ≥ b` holds, with `c·x` as small as
//! possible. (A row "at most" is a row "at least" with all signs turned.)
//!
//! **One argument.** Take a weight `d ≥ 0` for the objective and weights `m_i ≥ 0` for some rows. Every plan has
//! `m_i (a_i·x − b_i) ≥ 0`, so subtracting these terms can only lower the left side:
//!
//! ```text
//! d·(c·x)  ≥  d·(c·x) − Σ m_i (a_i·x − b_i)  =  Σ m_i b_i + Σ_j r_j x_j      where r_j = d·c_j − Σ m_i a_ij
//! ```
//!
//! The right side is a sum over single columns. Inside a box `l ≤ x ≤ u` each is least at `l_j` if `r_j > 0`, else at
//! `u_j`. Call the sum of these least values the *floor*: `d·(c·x) ≥ floor` for every plan in the box.
//!
//! **Closing a box.** Say the claim is "no plan costs less than `v`", and all costs are multiples of `g`. A plan that
//! breaks the claim has `c·x ≤ v − g`, so `floor ≤ d·(v − g)`. If we see `floor > d·(v − g)`, there is no such plan in
//! the box. With `d = 0` this reads `floor > 0` and says that there is no plan in the box at all.
//!
//! **Tightening.** If the floor does not suffice, it may for part of the box: moving `x_j` by `t` away from its cheapest
//! value lifts the floor by `|r_j|·t`. Values with `floor + |r_j|·t > d·(v − g)` can be cut off.
//!
//! **Branching.** `x_j ≤ k` or `x_j ≥ k + 1`: two boxes, nothing between them.
//!
//! A certificate is a tree of such steps that begins with the whole box and closes every part. For the second objective
//! the row "the first objective is at most its proven value" is added, and so on.
//!
//! **Preferences.** Let `a` and `b` be two choices (columns of 0 or 1), `a` no dearer than `b` and with a coefficient no
//! smaller in every row. In a plan with `b` but not `a`, the two can be swapped: every row still holds and the cost does
//! not rise. Swapping can be repeated only finitely often (each swap moves to a better choice, or among equals to an
//! earlier one), and ends in a plan where `x_a ≥ x_b` for every such pair. So if any plan beats the claim, then one that
//! satisfies these rows too, and a certificate may use them.
//!
//! **Clipping.** Before all this, rows are strengthened by one rule that loses no plan: if a row lacks at most `k` when
//! all columns are at their least favourable values, no choice (column of 0 or 1) needs a coefficient above `k`.

mod career;
mod instance;

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

pub use career::{CareerVerdict, check_career};
pub use instance::{ce_problem, model_problem};

/// Why a certificate is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

fn refuse<T>(why: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal(why.into()))
}

/// What has been verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// This plan satisfies everything, and it is best in these objectives, one after the other.
    Best {
        /// The value of each column.
        plan: Vec<i64>,
        /// Name and least value of each objective that the certificate proves.
        objectives: Vec<(String, i64)>,
    },
    /// There is no plan.
    Impossible,
}

/// `Σ a·x ≥ least`.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) terms: Vec<(usize, i64)>,
    pub(crate) least: i64,
}

/// The problem as the checker understands it. Build it with [`ce_problem`] or [`model_problem`].
#[derive(Debug, Clone)]
pub struct Problem {
    pub(crate) lower: Vec<i64>,
    pub(crate) upper: Vec<i64>,
    pub(crate) rows: Vec<Row>,
    /// Name and one coefficient a column.
    pub(crate) objectives: Vec<(String, Vec<i64>)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Certificate {
    plan: Option<Vec<(usize, i64)>>,
    #[serde(default)]
    objectives: Vec<Claim>,
    infeasible: Option<Tree>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claim {
    name: String,
    value: i64,
    tree: Tree,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tree {
    nodes: Vec<Node>,
    proofs: Vec<Argument>,
    #[serde(default)]
    preferences: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Node {
    /// (column, k, node for `x ≤ k`, node for `x ≥ k + 1`)
    Branch(usize, i64, usize, usize),
    /// (argument, node for what remains)
    Tighten(usize, usize),
    /// (argument)
    Close(usize),
}

/// Weights of the objective and of rows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Argument {
    objective: i64,
    rows: Vec<(usize, i64)>,
}

/// Checks a certificate (JSON) against an instance of the bare continuing-education format (JSON).
///
/// # Errors
/// What is wrong with the instance, or the first step of the certificate that does not hold.
pub fn check_ce(instance: &str, certificate: &str) -> Result<Verdict, Refusal> {
    check(&ce_problem(instance)?, certificate)
}

/// Checks a certificate (JSON) against a model stated as rows (JSON, see [`model_problem`]).
///
/// # Errors
/// What is wrong with the model, or the first step of the certificate that does not hold.
pub fn check_model(model: &str, certificate: &str) -> Result<Verdict, Refusal> {
    check(&model_problem(model)?, certificate)
}

/// Checks a certificate (JSON) against a problem.
///
/// # Errors
/// The first thing that does not hold.
pub fn check(problem: &Problem, certificate: &str) -> Result<Verdict, Refusal> {
    let certificate: Certificate =
        serde_json::from_str(certificate).map_err(|e| Refusal(format!("not a certificate: {e}")))?;
    let mut problem = problem.clone();
    match (certificate.plan, certificate.infeasible) {
        (None, Some(tree)) => {
            if !certificate.objectives.is_empty() {
                return refuse("objectives of a problem without plans");
            }
            let nothing = vec![0; problem.lower.len()];
            walk(&problem, &nothing, None, &tree)?;
            Ok(Verdict::Impossible)
        }
        (Some(entries), None) => {
            let plan = read_plan(&problem, &entries)?;
            let mut proven = Vec::new();
            if certificate.objectives.len() > problem.objectives.len() {
                return refuse("more objectives than the problem has");
            }
            let objectives = problem.objectives.clone();
            for ((name, cost), claim) in objectives.into_iter().zip(certificate.objectives) {
                if name != claim.name || dot(&cost, &plan)? != i128::from(claim.value) {
                    return refuse(format!(
                        "the plan's {name} is not the {} {} claimed",
                        claim.name, claim.value
                    ));
                }
                walk(&problem, &cost, Some(claim.value), &claim.tree)?;
                let terms =
                    cost.iter().enumerate().filter(|(_, c)| **c != 0).map(|(j, &c)| (j, -c)).collect();
                problem.rows.push(Row { terms, least: -claim.value });
                proven.push((name, claim.value));
            }
            Ok(Verdict::Best { plan, objectives: proven })
        }
        _ => refuse("either a plan or a proof that there is none is needed"),
    }
}

/// The plan in full, after checking every bound and every row.
fn read_plan(problem: &Problem, entries: &[(usize, i64)]) -> Result<Vec<i64>, Refusal> {
    let mut plan = vec![0; problem.lower.len()];
    for &(j, value) in entries {
        match plan.get_mut(j) {
            Some(x) if *x == 0 && value != 0 => *x = value,
            _ => return refuse(format!("the plan's entry for column {j} makes no sense")),
        }
    }
    for (j, x) in plan.iter().enumerate() {
        if *x < problem.lower[j] || *x > problem.upper[j] {
            return refuse(format!("the plan's column {j} is outside its bounds"));
        }
    }
    for (i, row) in problem.rows.iter().enumerate() {
        let mut activity = 0;
        for &(j, a) in &row.terms {
            activity = plus_product(activity, a.into(), plan[j].into())?;
        }
        if activity < i128::from(row.least) {
            return refuse(format!("the plan breaks row {i}"));
        }
    }
    Ok(plan)
}

/// Walks a tree from the whole box and sees every part closed. `value`: no plan costs less; `None`: there is no plan.
fn walk(problem: &Problem, cost: &[i64], value: Option<i64>, tree: &Tree) -> Result<(), Refusal> {
    let problem = &with_preferences(problem, cost, &tree.preferences)?;
    let step = cost.iter().fold(0, |g, c| gcd(g, c.unsigned_abs())).max(1);
    let beaten = value.map(|v| i128::from(v) - i128::from(step));
    let mut visited = vec![false; tree.nodes.len()];
    let mut open = vec![(0, problem.lower.clone(), problem.upper.clone())];
    while let Some((at, mut lower, mut upper)) = open.pop() {
        if lower.iter().zip(&upper).any(|(l, u)| l > u) {
            continue;
        }
        // Each node at most once: no circles, and no more work than the certificate is long.
        match visited.get_mut(at) {
            Some(seen) if !*seen => *seen = true,
            _ => return refuse(format!("node {at} does not exist or is used twice")),
        }
        match tree.nodes[at] {
            Node::Branch(column, k, below, above) => {
                if column >= lower.len() || k == i64::MAX {
                    return refuse(format!("node {at} branches on nothing"));
                }
                let mut capped = upper.clone();
                capped[column] = capped[column].min(k);
                open.push((below, lower.clone(), capped));
                lower[column] = lower[column].max(k + 1);
                open.push((above, lower, upper));
            }
            Node::Tighten(argument, next) => {
                let remainder = Remainder::of(problem, cost, tree.proofs.get(argument))?;
                remainder.tighten(remainder.threshold(beaten)?, &mut lower, &mut upper)?;
                open.push((next, lower, upper));
            }
            Node::Close(argument) => {
                let remainder = Remainder::of(problem, cost, tree.proofs.get(argument))?;
                if remainder.floor(&lower, &upper)? <= remainder.threshold(beaten)? {
                    return refuse(format!("the argument of node {at} does not reach far enough"));
                }
            }
        }
    }
    Ok(())
}

/// The problem with a row `x_a − x_b ≥ 0` for each pair, after checking that `a` is as good as `b` everywhere.
fn with_preferences(problem: &Problem, cost: &[i64], pairs: &[(usize, usize)]) -> Result<Problem, Refusal> {
    let mut extended = problem.clone();
    if pairs.is_empty() {
        return Ok(extended);
    }
    let mut columns: Vec<BTreeMap<usize, i64>> = vec![BTreeMap::new(); cost.len()];
    for (i, row) in problem.rows.iter().enumerate() {
        for &(j, a) in &row.terms {
            columns[j].insert(i, a);
        }
    }
    let is_choice = |j: usize| j < cost.len() && (problem.lower[j], problem.upper[j]) == (0, 1);
    for &(a, b) in pairs {
        if !is_choice(a) || !is_choice(b) {
            return refuse("a preference between columns that are not choices");
        }
        let coefficient = |j: usize, row: &usize| columns[j].get(row).copied().unwrap_or(0);
        let mut rows = columns[a].keys().chain(columns[b].keys());
        let as_good = cost[a] <= cost[b] && rows.all(|row| coefficient(a, row) >= coefficient(b, row));
        let same = cost[a] == cost[b] && columns[a] == columns[b];
        if !as_good || (same && a >= b) {
            return refuse(format!("column {a} is not preferable to column {b}"));
        }
        extended.rows.push(Row { terms: vec![(a, 1), (b, -1)], least: 0 });
    }
    Ok(extended)
}

/// What an argument leaves: `constant + Σ columns_j x_j`.
struct Remainder {
    objective: i128,
    constant: i128,
    columns: Vec<i128>,
}

impl Remainder {
    fn of(problem: &Problem, cost: &[i64], argument: Option<&Argument>) -> Result<Self, Refusal> {
        let Some(argument) = argument else { return refuse("an argument is missing") };
        if argument.objective < 0 {
            return refuse("the objective has a negative weight");
        }
        let objective = i128::from(argument.objective);
        // The product of two numbers of 64 bits fits 128; only sums can overflow.
        let mut columns: Vec<i128> = cost.iter().map(|&c| objective * i128::from(c)).collect();
        let mut constant = 0;
        for &(row, weight) in &argument.rows {
            let Some(row) = problem.rows.get(row) else {
                return refuse("an argument names a row that is not there");
            };
            if weight < 0 {
                return refuse("a row has a negative weight");
            }
            constant = plus_product(constant, weight.into(), row.least.into())?;
            for &(j, a) in &row.terms {
                columns[j] = plus_product(columns[j], (-weight).into(), a.into())?;
            }
        }
        Ok(Remainder { objective, constant, columns })
    }

    /// The floor must be above this.
    fn threshold(&self, beaten: Option<i128>) -> Result<i128, Refusal> {
        match (self.objective, beaten) {
            (0, _) => Ok(0),
            (d, Some(beaten)) => product(d, beaten),
            (_, None) => refuse("costs do not show that there is no plan"),
        }
    }

    fn floor(&self, lower: &[i64], upper: &[i64]) -> Result<i128, Refusal> {
        let mut floor = self.constant;
        for ((&r, &l), &u) in self.columns.iter().zip(lower).zip(upper) {
            floor = plus_product(floor, r, if r > 0 { l } else { u }.into())?;
        }
        Ok(floor)
    }

    /// Cuts off the values that would lift the floor above the threshold. May leave an empty box.
    fn tighten(&self, threshold: i128, lower: &mut [i64], upper: &mut [i64]) -> Result<(), Refusal> {
        let floor = self.floor(lower, upper)?;
        let room = threshold.checked_sub(floor).ok_or_else(overflow)?;
        for (j, &r) in self.columns.iter().enumerate().filter(|(_, r)| **r != 0) {
            // So far may the column move; a negative `room` does not even allow its cheapest value.
            let steps = room.div_euclid(r.checked_abs().ok_or_else(overflow)?).max(-1);
            if steps < i128::from(upper[j]) - i128::from(lower[j]) {
                let steps = steps as i64;
                if r > 0 {
                    upper[j] = lower[j] + steps;
                } else {
                    lower[j] = upper[j] - steps;
                }
            }
        }
        Ok(())
    }
}

fn overflow() -> Refusal {
    Refusal("the numbers are too large to be checked".to_owned())
}

fn product(a: i128, b: i128) -> Result<i128, Refusal> {
    a.checked_mul(b).ok_or_else(overflow)
}

fn plus_product(sum: i128, a: i128, b: i128) -> Result<i128, Refusal> {
    sum.checked_add(product(a, b)?).ok_or_else(overflow)
}

fn dot(cost: &[i64], plan: &[i64]) -> Result<i128, Refusal> {
    cost.iter().zip(plan).try_fold(0, |sum, (&c, &x)| plus_product(sum, c.into(), x.into()))
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
