//! A way in words: what it comes to, why, why not, what moved.

use super::{never, step as step_title};
use crate::{
    goals::{Goal, NoGoal, Per, Wish},
    live::{Changed, Stuck},
    plan::{
        Assumption, Blocked, Closed, Draft, HeldBy, ObjectiveValue, PlanFault, PlannedStep, Purpose, WayPlan,
        hours_of, usd_of,
    },
    remedy::Supposed,
    steps::{Deed, Step, StepKey},
    why::{Asked, Differences, Way, Without},
};
use jiff::{ToSpan, Unit, civil::Date};
use rung_record::{Hours, Usd};
use rung_words::{Words, capital, say};

/// The title of a step of a draft; its key where the draft lacks it.
pub fn title_of(words: &Words, draft: &Draft, key: &StepKey) -> String {
    draft.node(key.as_str()).map_or_else(|| key.to_string(), |node| step_title(words, draft.step(node)))
}

fn titles(words: &Words, draft: &Draft, keys: &[StepKey]) -> String {
    keys.iter().map(|key| title_of(words, draft, key)).collect::<Vec<_>>().join("; ")
}

/// What a goal is called, where the catalogue has no name for it.
pub fn goal(words: &Words, goal: &Goal, name: &str) -> String {
    match goal {
        Goal::Earn { usd, per: Per::Hour } => say!(words, "plan-route-earn-hour", usd = *usd),
        Goal::Earn { usd, per: Per::Year } => say!(words, "plan-route-earn-year", usd = *usd),
        _ => name.to_owned(),
    }
}

/// What a plan comes to: when, for how much, and how sure that is.
pub fn headline(words: &Words, plan: &WayPlan) -> Vec<String> {
    let Some(day) = plan.arrival else { return vec![say!(words, "plan-route-there")] };
    let mut lines = vec![say!(words, "plan-route-arrival", day = day, cost = plan.cost, hours = plan.hours)];
    if plan.cost_assumed > Usd::ZERO || !plan.hours_assumed.is_zero() {
        let (cost, hours) = (plan.cost_assumed, plan.hours_assumed);
        lines.push(say!(words, "plan-route-assumed-share", cost = cost, hours = hours));
    }
    if plan.proven {
        lines.push(say!(words, "plan-route-proven"));
    } else {
        lines.push(say!(words, "plan-route-not-proven"));
        lines.extend(
            plan.objectives.iter().filter(|own| !own.proven).filter_map(|own| bound(words, plan, own)),
        );
    }
    lines
}

/// How far from proven an objective is.
pub fn bound(words: &Words, plan: &WayPlan, own: &ObjectiveValue) -> Option<String> {
    let weeks = |count: i64| plan.on.saturating_add((count * 7).days());
    Some(match own.wish? {
        Wish::Arrival => {
            say!(words, "plan-route-bound-arrival", day = weeks(own.bound).saturating_sub(1.day()))
        }
        Wish::Cost => say!(words, "plan-route-bound-cost", cost = usd_of(own.bound)),
        Wish::Hours => say!(words, "plan-route-bound-hours", hours = hours_of(own.bound)),
        Wish::LateStart => {
            let day = plan.through.saturating_add(1.day()).saturating_sub((own.bound * 7).days());
            say!(words, "plan-route-bound-late-start", day = day)
        }
        Wish::Smooth => say!(words, "plan-route-bound-smooth", hours = hours_of(own.bound)),
    })
}

/// A planned step's load and room: `5 h a week`, `can wait 2 weeks`.
pub fn load(words: &Words, own: &PlannedStep) -> Vec<String> {
    let mut all = Vec::new();
    if !own.hours_per_week.is_zero() {
        all.push(match own.weeks {
            0 | 1 => words.hours(own.step.hours.value),
            _ => say!(words, "plan-route-hours-a-week", hours = own.hours_per_week),
        });
    }
    if own.critical {
        all.push(say!(words, "plan-route-critical"));
    } else if own.slack_weeks > 0 {
        all.push(say!(words, "plan-route-can-wait", weeks = own.slack_weeks));
    }
    all.extend(own.authorized_until.map(|day| match own.begins <= day {
        true => say!(words, "plan-route-authorized", day = day),
        false => say!(words, "plan-route-late", day = day),
    }));
    all
}

/// What a step is for.
pub fn purpose(words: &Words, draft: &Draft, own: &Purpose) -> String {
    if let Some(reason) = &own.reason {
        return say!(words, "plan-route-for-condition", of = &reason.of, what = words.english(&reason.what));
    }
    match (&own.step, own.aim.and_then(|aim| draft.aims.get(aim))) {
        (Some(step), _) => say!(words, "plan-route-for-step", step = title_of(words, draft, step)),
        (None, Some(aim)) => say!(words, "plan-route-for-aim", name = goal(words, &aim.aim.goal, &aim.name)),
        (None, None) => say!(words, "plan-route-due"),
    }
}

/// Steps that would do as well as this one.
pub fn as_good(words: &Words, draft: &Draft, key: &StepKey) -> Option<String> {
    let own = draft.node(key.as_str())?;
    let others = draft.as_good.get(&own)?;
    let mut names: Vec<&str> = Vec::new();
    for other in others.iter().filter(|n| **n < draft.nodes.len()) {
        let name = draft.step(*other).name.as_str();
        let is_same = name == draft.step(own).name;
        let name = if is_same { path_of(draft, *other).unwrap_or(name) } else { name };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| say!(words, "plan-route-as-good", names = names.join(", ")))
}

/// The title of the path that a step belongs to, by the application that it is or waits for.
fn path_of(draft: &Draft, node: usize) -> Option<&str> {
    let title = |node: usize| match &draft.step(node).deed {
        Deed::Apply { title, .. } => Some(title.as_str()),
        _ => None,
    };
    title(node).or_else(|| draft.nodes[node].needs.steps().into_iter().find_map(title))
}

/// The days between which a step must lie.
pub fn window(words: &Words, step: &Step) -> Vec<String> {
    let from = step.from.map(|day| say!(words, "plan-route-from", day = day));
    let until = step.until.map(|day| say!(words, "plan-route-by", day = day));
    from.into_iter().chain(until).collect()
}

/// What keeps a step from beginning earlier.
pub fn held_by(words: &Words, draft: &Draft, own: &HeldBy) -> String {
    match own {
        HeldBy::Start => say!(words, "plan-route-held-start"),
        HeldBy::Steps { steps } => say!(words, "plan-route-held-steps", steps = titles(words, draft, steps)),
        HeldBy::Hours { steps } => say!(words, "plan-route-held-hours", steps = titles(words, draft, steps)),
        HeldBy::Date => say!(words, "plan-route-held-date"),
        HeldBy::Nothing => say!(words, "plan-route-held-nothing"),
    }
}

/// What would be without a step.
pub fn without(words: &Words, own: &Without) -> String {
    match own {
        Without::Due => say!(words, "plan-route-without-due"),
        Without::NoWay => say!(words, "plan-route-without-no-way"),
        Without::NotWithinWishes => say!(words, "plan-route-without-not-within"),
        Without::Instead { weeks_later, arrival: Some(day), cost, .. } if *weeks_later > 0 => {
            say!(words, "plan-route-without-later", weeks = *weeks_later, day = *day, cost = *cost)
        }
        Without::Instead { cost, .. } => say!(words, "plan-route-without-same", cost = *cost),
        Without::NotKnown => say!(words, "plan-route-without-not-known"),
    }
}

/// What a plan supposes.
pub fn supposed(words: &Words, own: &Supposed) -> String {
    match own {
        Supposed::School => say!(words, "plan-route-supposes-school"),
        Supposed::Age { years } => say!(words, "plan-route-supposes-age", years = *years),
        Supposed::Good { name } => say!(words, "plan-route-supposes-good", name = name),
        Supposed::Meets { what } => say!(words, "plan-route-supposes-meets", what = words.english(what)),
        Supposed::Licence => say!(words, "plan-route-supposes-licence"),
        Supposed::Allows { duty } => say!(words, "plan-route-supposes-allows", duty = duty),
        Supposed::WorkWeek { hours } => say!(words, "plan-route-supposes-work-week", hours = *hours),
    }
}

/// All assumptions, each with a sentence that says how to change it; those that are alike but for their keys stand once.
pub fn assumptions(words: &Words, all: &[Assumption]) -> Vec<(Vec<String>, String)> {
    let mut alike: Vec<(&Assumption, Vec<&str>)> = Vec::new();
    for own in all {
        let known = alike.iter_mut().find(|(first, _)| {
            (&first.what, &first.why) == (&own.what, &own.why)
                && (first.hours, first.weeks, first.usd) == (own.hours, own.weeks, own.usd)
        });
        match known {
            Some((_, keys)) => keys.push(&own.key),
            None => alike.push((own, vec![&own.key])),
        }
    }
    let change =
        |keys: &[&str]| say!(words, "plan-route-assumed-change", count = keys.len(), keys = keys.join(", "));
    alike.into_iter().map(|(own, keys)| (assumption(words, own), change(&keys))).collect()
}

/// An assumption: what is assumed, and why.
pub fn assumption(words: &Words, own: &Assumption) -> Vec<String> {
    let mut amounts: Vec<String> = Vec::new();
    amounts.extend(own.hours.map(|hours| words.hours(hours)));
    amounts.extend(own.weeks.map(|weeks| say!(words, "plan-route-weeks", weeks = weeks)));
    amounts.extend(own.usd.map(|usd| words.usd(usd)));
    let what = capital(&words.english(&own.what));
    let mut lines =
        vec![say!(words, "plan-route-assumed-amounts", what = what, amounts = amounts.join(", "))];
    if !own.why.is_empty() {
        lines.push(say!(words, "plan-route-assumed-why", why = capital(&words.english(&own.why))));
    }
    lines
}

/// A way that is closed.
pub fn closed(words: &Words, own: &Closed) -> String {
    let why = never(words, &own.never);
    match &own.reason {
        Some(reason) => {
            let what = words.english(&reason.what);
            say!(words, "plan-route-blocked-because", what = what, of = &reason.of, why = why)
        }
        None => why,
    }
}

/// A goal that no steps reach, and why.
pub fn blocked(words: &Words, own: &Blocked) -> Vec<String> {
    let mut lines = vec![say!(words, "plan-route-blocked", name = &own.name)];
    lines.extend(own.because.iter().map(|closed_way| closed(words, closed_way)));
    if !own.circle.is_empty() {
        lines.push(say!(words, "plan-route-circle", names = own.circle.join(" → ")));
    }
    lines
}

/// Something that is asked of a plan.
pub fn asked(words: &Words, draft: &Draft, own: &Asked) -> String {
    let title = |key: &StepKey| title_of(words, draft, key);
    match own {
        Asked::Aim { name } => say!(words, "plan-route-asked-aim", name = name),
        Asked::By { name, by } => say!(words, "plan-route-asked-by", name = name, day = *by),
        Asked::Through { day } => say!(words, "plan-route-asked-through", day = *day),
        Asked::Hours { usual } => say!(words, "plan-route-asked-hours", hours = *usual),
        Asked::Budget { usd } => say!(words, "plan-route-asked-budget", cost = *usd),
        Asked::HeldOff { step } => say!(words, "plan-route-asked-held-off", step = title(step)),
        Asked::Until { step, day } => say!(words, "plan-route-asked-until", step = title(step), day = *day),
        Asked::From { step, day } => say!(words, "plan-route-asked-from", step = title(step), day = *day),
        Asked::Due { step } => say!(words, "plan-route-asked-due", step = title(step)),
        Asked::Authorized { step, days } => {
            say!(words, "plan-route-asked-authorized", step = title(step), days = *days)
        }
        Asked::Order { step, after } => {
            say!(words, "plan-route-asked-order", step = title(step), after = title(after))
        }
    }
}

/// All that cannot be met together, line by line: what is wished and what has its days; what the steps only ask of each
/// other stands in one line, with prices where a budget is among the reasons.
pub fn asked_together(words: &Words, draft: &Draft, reasons: &[Asked]) -> Vec<String> {
    let is_order = |own: &&Asked| matches!(own, Asked::Order { .. });
    let mut lines: Vec<String> =
        reasons.iter().filter(|own| !is_order(own)).map(|own| asked(words, draft, own)).collect();
    let orders = reasons.iter().filter(is_order).filter_map(|own| match own {
        Asked::Order { step, after } => Some((step, after)),
        _ => None,
    });
    let with_prices = reasons.iter().any(|own| matches!(own, Asked::Budget { .. }));
    let title = |key: &&StepKey| {
        let title = title_of(words, draft, key);
        let cost = draft.node(key.as_str()).map_or(Usd::ZERO, |node| draft.step(node).cost());
        if with_prices && cost > Usd::ZERO { format!("{title} ({})", words.usd(cost)) } else { title }
    };
    let is_shown = |key: &&StepKey| draft.node(key.as_str()).is_none_or(|node| !draft.step(node).is_moment());
    let steps: Vec<String> =
        in_order(orders.collect()).iter().filter(|key| is_shown(key)).map(title).collect();
    if steps.len() > 1 {
        lines.push(say!(words, "plan-route-asked-orders", steps = steps.join("; ")));
    }
    lines
}

/// Steps so that each comes after those that it asks for.
fn in_order<'k>(mut orders: Vec<(&'k StepKey, &'k StepKey)>) -> Vec<&'k StepKey> {
    let mut left: Vec<&'k StepKey> = orders.iter().flat_map(|(step, after)| [*after, *step]).collect();
    let mut sorted: Vec<&'k StepKey> = Vec::new();
    while let Some(n) = left.iter().position(|key| !orders.iter().any(|(step, _)| step == key)) {
        let next = left[n];
        orders.retain(|(_, after)| *after != next);
        left.retain(|key| *key != next);
        sorted.push(next);
    }
    // Nothing is left but a circle, which no plan has.
    sorted.extend(left);
    sorted.dedup();
    sorted
}

/// Something that would do.
pub fn way(words: &Words, own: &Way) -> String {
    let day = |arrival: &Option<Date>| arrival.unwrap_or_default();
    match own {
        Way::MoreHours { more, arrival } => {
            say!(words, "plan-route-way-hours", more = *more, day = day(arrival))
        }
        Way::Later { weeks, arrival } => {
            say!(words, "plan-route-way-later", weeks = *weeks, day = day(arrival))
        }
        Way::Budget { usd, arrival } => say!(words, "plan-route-way-budget", cost = *usd, day = day(arrival)),
        Way::NothingHeldOff { arrival } => {
            say!(words, "plan-route-way-nothing-held-off", day = day(arrival))
        }
        Way::WithoutAim { name, arrival } => {
            say!(words, "plan-route-way-without-aim", name = name, day = day(arrival))
        }
    }
}

/// How the second of two plans differs from the first. The steps are of `first` and `second`.
pub fn differences(words: &Words, own: &Differences, first: &WayPlan, second: &WayPlan) -> Vec<String> {
    if own.is_empty() {
        return vec![say!(words, "plan-route-same")];
    }
    let mut lines = Vec::new();
    if let (Some(before), Some(after)) = own.arrival {
        let weeks = before.until((Unit::Day, after)).map_or(0, |span| i64::from(span.get_days())) / 7;
        match weeks {
            0 => {}
            later if later > 0 => lines.push(say!(words, "plan-route-later", weeks = later, day = after)),
            earlier => lines.push(say!(words, "plan-route-earlier", weeks = -earlier, day = after)),
        }
    }
    lines.extend(money(words, own.cost));
    lines.extend(time(words, own.hours));
    let title = |plan: &WayPlan, key: &StepKey| {
        let found = plan.steps.iter().find(|planned| planned.step.key == *key);
        found.map_or_else(|| key.to_string(), |planned| step_title(words, &planned.step))
    };
    let shown = |plan: &WayPlan, key: &StepKey| {
        plan.steps.iter().any(|planned| planned.step.key == *key && !planned.step.is_moment())
    };
    for key in own.only_second.iter().filter(|key| shown(second, key)) {
        lines.push(say!(words, "plan-route-new", step = title(second, key)));
    }
    for key in own.only_first.iter().filter(|key| shown(first, key)) {
        lines.push(say!(words, "plan-route-gone", step = title(first, key)));
    }
    for moved in own.moved.iter().filter(|moved| shown(second, &moved.step)) {
        lines.push(say!(
            words,
            "plan-route-moved",
            step = title(second, &moved.step),
            begins = moved.second.0,
            ends = moved.second.1,
            first = moved.first.0,
            last = moved.first.1
        ));
    }
    lines
}

fn money(words: &Words, (before, after): (Usd, Usd)) -> Option<String> {
    let apart = Usd::from_cents(before.in_cents().abs_diff(after.in_cents()));
    match before.cmp(&after) {
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Less => Some(say!(words, "plan-route-dearer", more = apart, cost = after)),
        std::cmp::Ordering::Greater => Some(say!(words, "plan-route-cheaper", less = apart, cost = after)),
    }
}

fn time(words: &Words, (before, after): (Hours, Hours)) -> Option<String> {
    match before.cmp(&after) {
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Less => {
            Some(say!(words, "plan-route-longer", more = after.saturating_sub(before)))
        }
        std::cmp::Ordering::Greater => {
            Some(say!(words, "plan-route-shorter", less = before.saturating_sub(after)))
        }
    }
}

/// What the catalogue has changed since a plan was agreed.
pub fn changed(words: &Words, draft: &Draft, own: &Changed) -> String {
    let title = |key: &StepKey| title_of(words, draft, key);
    match own {
        Changed::Cost { step, usd: (then, now) } => {
            say!(words, "plan-route-changed-cost", step = title(step), now = *now, then = *then)
        }
        Changed::Effort { step } => say!(words, "plan-route-changed-effort", step = title(step)),
        Changed::Days { step, until: (_, Some(day)) } => {
            say!(words, "plan-route-changed-until", step = title(step), day = *day)
        }
        Changed::Days { step, until: (_, None) } => {
            say!(words, "plan-route-changed-open", step = title(step))
        }
        Changed::Gone { step } => say!(words, "plan-route-changed-gone", step = title(step)),
        Changed::Asks { step } => say!(words, "plan-route-changed-asks", step = title(step)),
    }
}

/// Why nothing was planned.
pub fn fault(words: &Words, own: &PlanFault) -> String {
    match own {
        PlanFault::Past { date, on } => say!(words, "plan-route-past", day = *date, on = *on),
        PlanFault::NoGoal => say!(words, "plan-route-no-goal"),
        PlanFault::NotInCatalogue(goal) => say!(words, "plan-route-not-in-catalogue", goal = goal),
        PlanFault::TooLarge(steps) => say!(words, "plan-route-too-large", steps = *steps),
        PlanFault::TooFar { date, last } => say!(words, "plan-route-too-far", day = *date, last = *last),
        PlanFault::NoTime => say!(words, "plan-route-no-time"),
    }
}

/// Text that names no goal, and what may have been meant.
pub fn no_goal(words: &Words, own: &NoGoal) -> Vec<String> {
    let mut lines = vec![say!(words, "plan-route-no-such-goal", text = &own.text)];
    if !own.near.is_empty() {
        lines.push(say!(words, "plan-route-did-you-mean", names = words.either(&own.near)));
    }
    lines
}

/// Why an agreed plan cannot go on.
pub fn stuck(words: &Words, draft: &Draft, own: &Stuck) -> String {
    match own {
        Stuck::NoStep(step) => say!(words, "plan-route-no-step", step = step.as_str()),
        Stuck::NoMoreAttempts(step) => {
            say!(words, "plan-route-no-more-attempts", step = title_of(words, draft, step))
        }
        Stuck::NoWay(_) => say!(words, "plan-route-no-way-left"),
        Stuck::NotKnown => say!(words, "plan-route-not-known"),
        Stuck::NotReadable(what) => say!(words, "plan-route-not-readable", what = what),
    }
}

/// An aim that is reached.
pub fn reached(words: &Words, name: &str) -> String {
    say!(words, "plan-route-goal-reached", name = name)
}
