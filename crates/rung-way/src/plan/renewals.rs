//! What falls due meanwhile: renewals of what is held, with the continuing education that they ask.
//!
//! How many hours are still owed, and by when, the planner of continuing education tells: one hour may serve several
//! renewals. Where it cannot (a rule of which nobody knows the hours), each renewal's own shortfall is taken.

use crate::{
    figure::{Basis, Figure, Reference},
    remedy::{Need, Node, Remedies},
    steps::{Deed, Gain, Price, Step, StepKey},
};
use jiff::{ToSpan, civil::Date};
use rung_planner::{
    ce::{self, PlanResult},
    exact::Limits,
};
use rung_record::{Hours, Period};
use rung_rules::{Obligation, Route, Verdict, evaluate_through};

/// Parts of the box that the planner of continuing education may look at: what it shows is a load, not a proof.
const MOST_PARTS: usize = 2_000;

/// Adds the renewals that end on `through` or earlier, and gives their nodes.
pub fn add(remedies: &mut Remedies<'_>, through: Date) -> Vec<usize> {
    let seen = remedies.seen;
    // An application may be due before the period ends.
    let horizon = through.saturating_add(6.months());
    let status = evaluate_through(seen.record, seen.catalog, seen.on, horizon);
    let is_due = |own: &&Obligation<'_>| {
        own.route == Route::Renew
            && own.duty().is_empty()
            && own.expires.is_some_and(|day| seen.on <= day)
            && last_day(own, seen.on).is_some_and(|day| day <= through)
            && own.rules.is_some()
    };
    let due: Vec<&Obligation<'_>> = status.obligations.iter().filter(is_due).collect();
    if due.is_empty() {
        return Vec::new();
    }
    let ends = due.iter().filter_map(|own| own.expires).max().unwrap_or(through);
    let learning = shared(remedies, ends).unwrap_or_else(|| each(remedies, &due));
    let mut nodes: Vec<usize> = learning.iter().map(|(node, _)| *node).collect();
    for obligation in due {
        let serves =
            |(node, own): &(usize, Vec<Served>)| own.iter().any(|of| of.is(obligation)).then_some(*node);
        let before: Vec<usize> = learning.iter().filter_map(serves).collect();
        nodes.push(file(remedies, obligation, &before));
    }
    nodes
}

/// A renewal that continuing education serves.
struct Served {
    credential: rung_record::CredentialId,
    ends: Option<Date>,
}

impl Served {
    fn is(&self, obligation: &Obligation<'_>) -> bool {
        self.credential == obligation.credential.id && self.ends == obligation.expires
    }
}

/// What all renewals ask together, by the planner of continuing education; none where it finds no plan.
fn shared(remedies: &mut Remedies<'_>, through: Date) -> Option<Vec<(usize, Vec<Served>)>> {
    let seen = remedies.seen;
    let wishes = ce::Wishes { horizon: through, budget: None, hours_per_week: None };
    let limits = Limits { nodes: MOST_PARTS, should_stop: &|| false };
    let outcome = ce::plan(seen.record, seen.catalog, seen.on, &[], wishes, &limits).ok()?;
    let PlanResult::Plan(plan) = &outcome.result else { return None };
    let mut learning = Vec::new();
    for (n, need) in plan.needs.iter().enumerate() {
        let served: Vec<Served> = need
            .serves
            .iter()
            .filter_map(|(demand, _)| outcome.demands.list.get(*demand))
            .map(|demand| Served {
                credential: demand.obligation.credential.id.clone(),
                ends: demand.obligation.expires,
            })
            .collect();
        let Some(first) = served.first() else { continue };
        let hours = if need.hours.is_zero() { Hours::from_whole(1) } else { need.hours };
        let what = format!("{}:{n}", need.by);
        let days = Period::inclusive(need.from.max(seen.on), need.by);
        learning.push((
            learn(
                remedies,
                &first.credential,
                &what,
                hours,
                days,
                need.item.what.as_deref().unwrap_or_default(),
            ),
            served,
        ));
    }
    Some(learning)
}

/// What each renewal asks by itself.
fn each(remedies: &mut Remedies<'_>, due: &[&Obligation<'_>]) -> Vec<(usize, Vec<Served>)> {
    let on = remedies.seen.on;
    let mut learning = Vec::new();
    for obligation in due.iter().filter(|own| own.verdict != Verdict::Met) {
        let short = crate::remedy::hours_short(&obligation.lines);
        let (Some(period), Some(by)) = (obligation.period, obligation.earn_by(on)) else { continue };
        if short.is_zero() {
            continue;
        }
        let id = &obligation.credential.id;
        let days = Period::inclusive(period.from.max(on), by);
        let node = learn(remedies, id, &by.to_string(), short, days, &obligation.credential.title);
        learning.push((node, vec![Served { credential: id.clone(), ends: obligation.expires }]));
    }
    learning
}

fn learn(
    remedies: &mut Remedies<'_>,
    credential: &rung_record::CredentialId,
    which: &str,
    hours: Hours,
    days: Period,
    what: &str,
) -> usize {
    let key = format!("learn:{credential}:{which}");
    let name = remedies.seen.catalog.short_name(credential.as_str());
    let need = remedies.step(&key, |own| {
        let each = own.figures.usd(&["ce-hour"]);
        let usd = crate::remedy::per_hour(each.value, hours);
        let step = Step {
            hours: Figure::reckoned(hours),
            weeks: Figure::reckoned(1),
            prices: vec![Price { what: what.to_owned(), usd: Figure { value: usd, basis: each.basis } }],
            from: (days.from > own.seen.on).then_some(days.from),
            until: Some(days.last()),
            ..own.moment(&key, Deed::Learn { credential: credential.clone() }, name)
        };
        (step, Need::Nothing)
    });
    index(&need)
}

/// Filing, once its hours are earned.
fn file(remedies: &mut Remedies<'_>, obligation: &Obligation<'_>, before: &[usize]) -> usize {
    let catalog = remedies.seen.catalog;
    let on = remedies.seen.on;
    let id = &obligation.credential.id;
    let ends = obligation.expires.unwrap_or(on);
    let key = format!("renew:{id}:{ends}");
    let name = catalog.short_name(id.as_str());
    let fees: Vec<Price> = (obligation.fees(ends).into_iter().filter(|fee| fee.when.is_none()))
        .map(|fee| Price {
            what: fee.what.clone(),
            usd: Figure { value: fee.usd, basis: Basis::Told(Reference::of(catalog, &fee.cite)) },
        })
        .collect();
    let good_for = obligation.credential.term.as_ref().map(|term| term.length);
    let need = remedies.step(&key, |own| {
        let exact = format!("renewal:{id}");
        let mut step = own.plain(&key, Deed::Renew { credential: id.clone() }, name, &[&exact, "renewal"]);
        if !fees.is_empty() {
            step.prices = fees;
        }
        step.from = obligation.opens.filter(|opens| *opens > on);
        step.until = last_day(obligation, on);
        step.gains = good_for
            .map(|length| Gain::Renewed { credential: id.clone(), until: length.after(ends) })
            .into_iter()
            .collect();
        step.source = obligation.cite().map(|cite| Reference::of(catalog, cite));
        (step, Need::all(before.iter().copied().map(Need::Step)))
    });
    index(&need)
}

/// The last day on which it is in time.
fn last_day(obligation: &Obligation<'_>, on: Date) -> Option<Date> {
    obligation.file_by.filter(|by| *by >= on).or(obligation.expires)
}

fn index(need: &Need) -> usize {
    if let Need::Step(index) = need { *index } else { 0 }
}

/// The nodes of a list that renewals are made of.
pub fn is_of_renewal(node: &Node) -> bool {
    matches!(node.step.deed, Deed::Learn { .. } | Deed::Renew { .. })
}

impl StepKey {
    /// Whether it is a step of a renewal.
    pub fn is_of_renewal(&self) -> bool {
        self.as_str().starts_with("renew:") || self.as_str().starts_with("learn:")
    }
}
