//! The steps of a way as events of a calendar. Each keeps its key for as long as it is the same step, whatever its days.

use super::{PlannedStep, WayPlan};
use crate::{
    steps::Deed,
    words::{plan as say, step as title},
};
use jiff::Timestamp;
use rung_formats::icalendar::Deadline;
use rung_record::Period;
use rung_words::Words;

/// Days to remind before something that has its day: an exam, an application, a renewal.
const BEFORE_A_DAY: [u16; 2] = [7, 1];
/// Days to remind before something begins that takes its time.
const BEFORE_A_BEGINNING: [u16; 1] = [3];

/// Every step that asks something of the technician, and every goal that is reached.
///
/// `rung_formats::icalendar::publish` gives the events their sequence numbers.
pub fn events(plan: &WayPlan, words: &Words) -> Vec<Deadline> {
    let steps = plan.steps.iter().filter(|own| !own.step.is_moment() && own.weeks > 0);
    let mut events: Vec<Deadline> = steps.map(|own| of_step(own, words)).collect();
    events.extend(plan.aims.iter().filter_map(|own| {
        let key = format!("way.goal.{}", own.aim.goal).replace([':', '/'], ".");
        let name = say::goal(words, &own.aim.goal, &own.name);
        let day = own.reached?;
        Some(event(key, Period::inclusive(day, day), say::reached(words, &name), &[]))
    }));
    events.sort_by(|a, b| (a.days.from, &a.uid_key).cmp(&(b.days.from, &b.uid_key)));
    events
}

fn of_step(own: &PlannedStep, words: &Words) -> Deadline {
    let has_a_day = matches!(
        own.step.deed,
        Deed::Exam { .. } | Deed::Apply { .. } | Deed::Renew { .. } | Deed::Reinstate { .. }
    );
    let alarms: &[u16] = if has_a_day { &BEFORE_A_DAY } else { &BEFORE_A_BEGINNING };
    let key = format!("way.{}", own.step.key).replace(':', ".");
    let mut told = say::load(words, own);
    told.extend(say::window(words, &own.step));
    told.extend(
        own.step.prices.iter().map(|price| format!("{}: {}", price.what, words.usd(price.usd.value))),
    );
    told.extend(own.step.tasks.iter().map(|task| format!("- {}", words.english(&task.what))));
    Deadline {
        description: (!told.is_empty()).then(|| told.join("\n")),
        url: own.step.source.as_ref().and_then(|source| source.url.clone()),
        ..event(key, Period::inclusive(own.begins, own.ends.max(own.begins)), title(words, &own.step), alarms)
    }
}

fn event(uid_key: String, days: Period, title: String, alarms: &[u16]) -> Deadline {
    Deadline {
        uid_key,
        days,
        at: None,
        title,
        description: None,
        url: None,
        alarms_days_before: alarms.to_vec(),
        sequence: 0,
        last_modified: Timestamp::UNIX_EPOCH,
        cancelled: false,
    }
}
