//! The plan in sentences.

use super::{Demanded, Need, Outcome, Way};
use rung_record::Format;
use rung_rules::{Demand, words::capital};

/// A requirement that no activity settles.
pub(super) fn settle_otherwise(demand: &Demand<'_>, wanted: usize) -> String {
    let requirement = demand.wanted[wanted].requirement;
    format!(
        "{} ({}): this is not met by taking courses.",
        capital(&requirement.what),
        demand.obligation.credential.title
    )
}

/// A requirement whose days have gone by.
pub(super) fn too_late(demand: &Demand<'_>, wanted: usize) -> String {
    let requirement = demand.wanted[wanted].requirement;
    let what = capital(&requirement.what);
    format!(
        "{what} ({}): the days in which it could be earned have gone by. Ask the board what to do.",
        demand.obligation.credential.title
    )
}

/// Whose condition a reason is: `20 h of continuing education for Registered Pharmacy Technician by 2027-05-31`.
pub fn demanded(outcome: &Outcome<'_>, demanded: &Demanded) -> String {
    let of = |demand: usize| &outcome.demands.list[demand];
    match demanded {
        Demanded::Budget => match outcome.wishes.budget {
            Some(budget) => format!("a budget of ${budget}"),
            None => "the budget".into(),
        },
        Demanded::HoursPerWeek => match outcome.wishes.hours_per_week {
            Some(hours) => format!("{} a week", hours.in_words()),
            None => "the hours a week".into(),
        },
        Demanded::Requirement { demand, wanted } => {
            let demand = of(*demand);
            let requirement = demand.wanted[*wanted].requirement;
            let own = demand.lines.iter().find(|line| std::ptr::eq(line.requirement, requirement));
            let hours = own
                .and_then(|line| line.asked)
                .map(|hours| format!("{} of ", hours.in_words()))
                .unwrap_or_default();
            format!(
                "{hours}{} for {} by {}",
                requirement.what,
                demand.obligation.credential.title,
                demand.days.last()
            )
        }
        Demanded::Cap { demand, cap } => {
            let demand = of(*demand);
            let cap = &demand.caps[*cap];
            format!(
                "at most {} of {} count for {}",
                cap.most.in_words(),
                cap.requirement.what,
                demand.obligation.credential.title
            )
        }
    }
}

/// What would make a plan possible.
pub fn way(outcome: &Outcome<'_>, way: &Way) -> String {
    match way {
        Way::Budget { total, more } => format!("${more} more: ${total} in all is the least that does."),
        Way::HoursPerWeek { total, more } => {
            format!("{} a week more: {} a week is the least that does.", more.in_words(), total.in_words())
        }
        Way::FileLate { demand, by } => {
            let title = &outcome.demands.list[*demand].obligation.credential.title;
            format!(
                "Later: an application for {title} is taken until {by}, at its late fee, and by then everything fits."
            )
        }
        Way::Both { budget } => format!(
            "Both more money and more hours a week: ${budget} does when the hours a week are not limited."
        ),
    }
}

/// What a need must be like: `law, about TX law, live`.
pub fn need(need: &Need) -> String {
    let mut text = need.what.clone();
    match need.format {
        Some(Format::Live | Format::LiveOnline) => text.push_str(", live"),
        Some(Format::Home) => text.push_str(", home study"),
        None => {}
    }
    text
}
