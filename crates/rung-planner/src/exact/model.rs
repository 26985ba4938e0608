//! What is to be decided: columns, rows with labels, objectives in order of importance.

use std::fmt;

use serde_json::json;

/// A column of the model: something to be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ColumnId(pub(super) usize);

impl ColumnId {
    /// Position in [`Model::columns`] and in [`super::Solution::values`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }
}

/// An integer to be decided, between two bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// For people: what this number means.
    pub name: String,
    /// Least value.
    pub lower: i64,
    /// Greatest value.
    pub upper: i64,
}

/// Which side of the limit a row's sum must stay on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// The sum is at least the limit.
    AtLeast,
    /// The sum is at most the limit.
    AtMost,
}

/// A linear condition on the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<L> {
    /// Whose condition this is. Rows with the same label stand and fall together when an impossibility is explained;
    /// rows without a label (what a column *means*) are never put in question.
    pub label: Option<L>,
    /// (column, coefficient) pairs, by column, each column once, coefficients not zero.
    pub terms: Vec<(usize, i64)>,
    /// The direction.
    pub sense: Sense,
    /// The limit.
    pub limit: i64,
}

/// Something to be made as small as possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objective {
    /// What is counted: `cost`, `half_hours`, …
    pub name: String,
    /// One coefficient a column.
    pub cost: Vec<i64>,
}

/// Coefficients and bounds up to this size keep every sum of a proof inside an `i128`.
pub const LARGEST_NUMBER: i64 = 1 << 30;
/// No more columns than this.
pub const MOST_COLUMNS: usize = 1 << 18;
/// No more rows than this.
pub const MOST_ROWS: usize = 1 << 16;

/// Why a model cannot be taken to the solver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelFault {
    /// A number is too large for exact proofs.
    TooLarge {
        /// Where.
        place: String,
        /// The number.
        number: i64,
    },
    /// Too many columns or rows.
    TooMany {
        /// Columns or rows.
        what: &'static str,
        /// How many are allowed.
        most: usize,
    },
    /// A column whose lower bound is above its upper bound.
    EmptyColumn(String),
}

impl fmt::Display for ModelFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { place, number } => {
                write!(f, "{place}: {number} is too large (at most {LARGEST_NUMBER} is allowed)")
            }
            Self::TooMany { what, most } => write!(f, "too many {what} (at most {most} are allowed)"),
            Self::EmptyColumn(name) => write!(f, "`{name}`: the least allowed value is above the greatest"),
        }
    }
}

impl std::error::Error for ModelFault {}

/// Integers to be decided, conditions on them, and what to make small, most important first.
///
/// ```
/// use rung_planner::exact::{Answer, Limits, Model, solve};
///
/// let mut model: Model = Model::new();
/// let law = model.choice("law, 2 hours, $30");
/// let safety = model.choice("safety, 3 hours, $35");
/// let general = model.choice("general, 2 hours, free");
/// model.at_least("five hours", [(law, 2), (safety, 3), (general, 2)], 5);
/// model.minimise("cost", [(law, 30), (safety, 35)]);
///
/// let Ok(Answer::Solved(plan)) = solve(&model, &Limits::none()) else { panic!() };
/// assert_eq!(plan.objectives[0].value, 35);
/// assert!(plan.is_chosen(safety) && plan.is_chosen(general));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model<L = &'static str> {
    columns: Vec<Column>,
    rows: Vec<Row<L>>,
    objectives: Vec<Objective>,
}

impl<L> Default for Model<L> {
    fn default() -> Self {
        Model { columns: Vec::new(), rows: Vec::new(), objectives: Vec::new() }
    }
}

impl<L> Model<L> {
    /// An empty model.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds something to take or leave.
    pub fn choice(&mut self, name: impl Into<String>) -> ColumnId {
        self.amount(name, 0, 1)
    }

    /// Adds a whole number between `lower` and `upper`, for example hours that count.
    pub fn amount(&mut self, name: impl Into<String>, lower: i64, upper: i64) -> ColumnId {
        self.columns.push(Column { name: name.into(), lower, upper });
        for objective in &mut self.objectives {
            objective.cost.push(0);
        }
        ColumnId(self.columns.len() - 1)
    }

    /// Demands that the sum is at least `limit`.
    pub fn at_least(
        &mut self,
        label: impl Into<L>,
        terms: impl IntoIterator<Item = (ColumnId, i64)>,
        limit: i64,
    ) {
        self.row(Some(label.into()), terms, Sense::AtLeast, limit);
    }

    /// Demands that the sum is at most `limit`.
    pub fn at_most(
        &mut self,
        label: impl Into<L>,
        terms: impl IntoIterator<Item = (ColumnId, i64)>,
        limit: i64,
    ) {
        self.row(Some(label.into()), terms, Sense::AtMost, limit);
    }

    /// States what columns *mean* (sum at least `limit`): never a reason when no plan exists, never relaxed.
    pub fn define(&mut self, terms: impl IntoIterator<Item = (ColumnId, i64)>, limit: i64) {
        self.row(None, terms, Sense::AtLeast, limit);
    }

    /// Adds a row of any kind. A column named twice counts with the sum of its coefficients.
    pub fn row(
        &mut self,
        label: Option<L>,
        terms: impl IntoIterator<Item = (ColumnId, i64)>,
        sense: Sense,
        limit: i64,
    ) {
        let terms = collect_terms(terms);
        self.rows.push(Row { label, terms, sense, limit });
    }

    /// Adds an objective, less important than those added before.
    pub fn minimise(&mut self, name: impl Into<String>, terms: impl IntoIterator<Item = (ColumnId, i64)>) {
        let mut cost = vec![0; self.columns.len()];
        for (j, c) in collect_terms(terms) {
            cost[j] = c;
        }
        self.objectives.push(Objective { name: name.into(), cost });
    }

    /// The columns, in the order they were added.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The rows, in the order they were added.
    #[must_use]
    pub fn rows(&self) -> &[Row<L>] {
        &self.rows
    }

    /// The objectives, most important first.
    #[must_use]
    pub fn objectives(&self) -> &[Objective] {
        &self.objectives
    }

    /// The same model with only those rows that `keep` accepts.
    #[must_use]
    pub fn with_rows(&self, keep: impl Fn(&Row<L>) -> bool) -> Self
    where
        L: Clone,
    {
        let rows = self.rows.iter().filter(|row| keep(row)).cloned().collect();
        Model { columns: self.columns.clone(), rows, objectives: self.objectives.clone() }
    }

    /// The same model without its objectives.
    #[must_use]
    pub fn without_objectives(mut self) -> Self {
        self.objectives.clear();
        self
    }

    /// The model as the JSON that `rung-certificate` reads (`model_problem` there).
    #[must_use]
    pub fn statement(&self) -> serde_json::Value {
        let columns: Vec<_> = self.columns.iter().map(|c| (c.lower, c.upper)).collect();
        let rows: Vec<_> = self
            .rows
            .iter()
            .map(|row| match row.sense {
                Sense::AtLeast => json!({ "terms": row.terms, "at_least": row.limit }),
                Sense::AtMost => json!({ "terms": row.terms, "at_most": row.limit }),
            })
            .collect();
        let objectives: Vec<_> = self
            .objectives
            .iter()
            .map(|o| {
                let terms: Vec<_> = o.cost.iter().enumerate().filter(|(_, c)| **c != 0).collect();
                json!({ "name": o.name, "terms": terms })
            })
            .collect();
        json!({ "columns": columns, "rows": rows, "objectives": objectives })
    }

    /// Can every sum of a proof be formed without overflow? Checked before solving.
    pub(super) fn check(&self) -> Result<(), ModelFault> {
        if self.columns.len() > MOST_COLUMNS {
            return Err(ModelFault::TooMany { what: "columns", most: MOST_COLUMNS });
        }
        if self.rows.len() + self.objectives.len() > MOST_ROWS {
            return Err(ModelFault::TooMany { what: "rows", most: MOST_ROWS });
        }
        for column in &self.columns {
            if column.lower > column.upper {
                return Err(ModelFault::EmptyColumn(column.name.clone()));
            }
            within(&column.name, LARGEST_NUMBER, column.lower)?;
            within(&column.name, LARGEST_NUMBER, column.upper)?;
        }
        for (i, row) in self.rows.iter().enumerate() {
            within(&format!("limit of row {i}"), LARGEST_NUMBER, row.limit)?;
            let place = format!("row {i}");
            row.terms.iter().try_for_each(|&(_, a)| within(&place, LARGEST_NUMBER, a))?;
        }
        for objective in &self.objectives {
            objective.cost.iter().try_for_each(|&c| within(&objective.name, LARGEST_NUMBER, c))?;
            // The value becomes the limit of a row for the next objective.
            let most: i128 = (objective.cost.iter().zip(&self.columns))
                .map(|(&c, x)| i128::from(c.abs()) * i128::from(x.lower.abs().max(x.upper.abs())))
                .sum();
            if most > 1 << 60 {
                return Err(ModelFault::TooLarge { place: objective.name.clone(), number: i64::MAX });
            }
        }
        Ok(())
    }
}

fn within(place: &str, most: i64, number: i64) -> Result<(), ModelFault> {
    if number.unsigned_abs() > most.unsigned_abs() {
        return Err(ModelFault::TooLarge { place: place.to_owned(), number });
    }
    Ok(())
}

fn collect_terms(terms: impl IntoIterator<Item = (ColumnId, i64)>) -> Vec<(usize, i64)> {
    let mut sorted: Vec<(usize, i64)> = terms.into_iter().map(|(c, a)| (c.0, a)).collect();
    sorted.sort_by_key(|t| t.0);
    let mut merged: Vec<(usize, i64)> = Vec::with_capacity(sorted.len());
    for (j, a) in sorted {
        match merged.last_mut() {
            Some(last) if last.0 == j => last.1 = last.1.saturating_add(a),
            _ => merged.push((j, a)),
        }
    }
    merged.retain(|t| t.1 != 0);
    merged
}
