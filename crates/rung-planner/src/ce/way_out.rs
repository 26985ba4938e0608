//! The cheapest ways out when nothing fits, each verified by solving.

use super::{PlanError, Wishes, model::Problem, options::Options};
use crate::exact::Limits;
use jiff::civil::Date;
use rung_record::{Hours, Usd};
use rung_rules::Demands;

/// One thing that would make a plan possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// So much money in all, so much more than the budget; nothing less does.
    Budget {
        /// In all.
        total: Usd,
        /// More than the budget.
        more: Usd,
    },
    /// So many hours a week, to the quarter of an hour; nothing less does.
    HoursPerWeek {
        /// In all.
        total: Hours,
        /// More than wished.
        more: Hours,
    },
    /// Enough, as it is, when one application is filed late: after the day to apply on time, while it is still accepted.
    FileLate {
        /// Index of the demand whose application it is; the last such, if there are several.
        demand: usize,
        /// The last day to file.
        by: Date,
    },
    /// Neither alone does: this budget if the hours a week are not limited.
    Both {
        /// In all.
        budget: Usd,
    },
}

/// Hours a week are offered in quarters of an hour.
const STEP: u64 = 15 * 60;

/// What would have to give: the budget alone, the hours a week alone, or both.
pub(super) fn ways_out(
    problem: &Problem<'_, '_>,
    unit: u64,
    most_needs: Option<i64>,
    limits: &Limits<'_>,
) -> Result<Vec<Way>, PlanError> {
    let wishes = problem.wishes;
    let least = |wishes: Wishes| problem.least_cost(unit, wishes, most_needs, limits);
    let cents = |cents: i64| Usd::from_cents(u64::try_from(cents).unwrap_or(0));
    let mut ways = Vec::new();
    if let Some(budget) = wishes.budget
        && let Some(cost) = least(Wishes { budget: None, ..wishes })?
    {
        let total = cents(cost);
        ways.push(Way::Budget {
            total,
            more: Usd::from_cents(total.in_cents().saturating_sub(budget.in_cents())),
        });
    }
    if let Some(week) = wishes.hours_per_week
        && least(Wishes { hours_per_week: None, ..wishes })?.is_some()
    {
        // Fewest quarter hours a week with which a plan exists: `high` does, `low` does not.
        let (mut low, mut high) = (week.in_seconds() / STEP, 168 * 3600 / STEP);
        while low + 1 < high {
            let middle = u64::midpoint(low, high);
            let enough =
                least(Wishes { hours_per_week: Some(Hours::from_seconds(middle * STEP)), ..wishes })?
                    .is_some();
            (low, high) = if enough { (low, middle) } else { (middle, high) };
        }
        let total = Hours::from_seconds(high * STEP);
        ways.push(Way::HoursPerWeek { total, more: total.saturating_sub(week) });
    }
    ways.extend(filing_late(problem, limits)?);
    if ways.is_empty()
        && wishes.budget.is_some()
        && wishes.hours_per_week.is_some()
        && let Some(cost) = least(Wishes { budget: None, hours_per_week: None, ..wishes })?
    {
        ways.push(Way::Both { budget: cents(cost) });
    }
    Ok(ways)
}

/// Whether the days between the day to apply on time and the last day to apply at all make the difference.
fn filing_late(problem: &Problem<'_, '_>, limits: &Limits<'_>) -> Result<Option<Way>, PlanError> {
    let status = &problem.demands.status;
    let late = Demands::filing_late(status.record, status.catalog, problem.on, problem.wishes.horizon);
    let moved = |(on_time, late): (&rung_rules::Demand<'_>, &rung_rules::Demand<'_>)| {
        (on_time.days.end < late.days.end).then(|| late.days.last())
    };
    let days: Vec<Option<Date>> = problem.demands.list.iter().zip(&late.list).map(moved).collect();
    let Some((demand, by)) =
        days.iter().enumerate().filter_map(|(n, day)| day.map(|day| (n, day))).max_by_key(|late| late.1)
    else {
        return Ok(None);
    };
    let options = Options::gather(&late, problem.on, problem.options.offerings);
    let later = Problem { demands: &late, options: &options, on: problem.on, wishes: problem.wishes };
    Ok(later.is_possible(limits)?.then_some(Way::FileLate { demand, by }))
}
