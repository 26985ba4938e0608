//! What falls due meanwhile: renewals of what is held and of what is earned on the way, with the continuing education that
//! they ask.
//!
//! How many hours are still owed, and by when, the planner of continuing education tells: one hour may serve several
//! renewals. Where it cannot (a rule of which nobody knows the hours), each renewal's own shortfall is taken.
//!
//! The time until the arrival is cut into stretches where something is earned. In each the record is as it will be then, so
//! that a credential of the way asks for its hours like one that was always there, and together with the others.

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
use rung_record::{CredentialId, Hours, Period, Record};
use rung_rules::{Obligation, Route, Verdict, evaluate_through, standing};

/// Parts of the box that the planner of continuing education may look at: what it shows is a load, not a proof.
const MOST_PARTS: usize = 2_000;

/// A credential that is earned on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earned {
    /// Which.
    pub credential: CredentialId,
    /// The day on which it is in hand.
    pub on: Date,
    /// The step at which it is.
    pub node: usize,
}

/// Adds the renewals that end on `through` or earlier, and gives their nodes.
pub fn add(remedies: &mut Remedies<'_>, earned: &[Earned], through: Date) -> Vec<usize> {
    let today = remedies.seen.on;
    // What runs out after the arrival asks for nothing before it.
    let earned: Vec<(&Earned, rung_record::Credential)> = earned
        .iter()
        .filter_map(|own| Some((own, held(remedies, own)?)))
        .filter(|(own, held)| own.on < through && held.expires.is_some_and(|day| day <= through))
        .collect();
    let mut days: Vec<Date> = earned.iter().map(|(own, _)| own.on).collect();
    days.push(today);
    days.sort_unstable();
    days.dedup();
    let mut record = remedies.seen.record.clone();
    let mut nodes = Vec::new();
    for (n, on) in days.iter().enumerate() {
        for (_, held) in earned.iter().filter(|(own, _)| own.on == *on) {
            record.credentials.retain(|other| other.credential != held.credential);
            record.credentials.push(held.clone());
        }
        // What is due when more is earned is looked at with it.
        let until = days.get(n + 1).map_or(through, |next| next.saturating_sub(1.day()));
        let own = Stretch { record: &record, on: *on, until, earned: &earned }.add(remedies);
        let gains: Vec<Gain> = own.iter().flat_map(|node| remedies.nodes[*node].step.gains.clone()).collect();
        gains.iter().for_each(|gain| gain.add_to(&mut record, *on, *on));
        nodes.extend(own);
    }
    // What an earlier look made and this one does not is no step of the way, and holds none.
    for (n, node) in remedies.nodes.iter_mut().enumerate() {
        if matches!(node.step.deed, Deed::Renew { .. }) && !nodes.contains(&n) {
            node.needs = Need::Nothing;
        }
    }
    nodes
}

/// A credential of the way as the record will have it. Its rules tell how long it is good at first; where they do not (a date
/// is printed on it), it is a whole term.
fn held(remedies: &Remedies<'_>, own: &Earned) -> Option<rung_record::Credential> {
    let known = remedies.seen.catalog.credential(own.credential.as_str())?;
    let mut record = Record::default();
    let months = crate::steps::months_of(known);
    Gain::Credential { credential: known.id.clone(), months }.add_to(&mut record, own.on, own.on);
    let mut held = record.credentials.pop()?;
    let undated = rung_record::Credential { expires: None, ..held.clone() };
    held.expires = standing(known, &undated, &remedies.seen.record.person, own.on).expires.or(held.expires);
    Some(held)
}

/// A stretch of days in which nothing is earned.
struct Stretch<'s> {
    /// The record as it is on its first day.
    record: &'s Record,
    on: Date,
    /// Its last day.
    until: Date,
    earned: &'s [(&'s Earned, rung_record::Credential)],
}

impl Stretch<'_> {
    fn add(&self, remedies: &mut Remedies<'_>) -> Vec<usize> {
        // An application may be due before the period ends.
        let horizon = self.until.saturating_add(6.months());
        let status = evaluate_through(self.record, remedies.seen.catalog, self.on, horizon);
        let is_due = |own: &&Obligation<'_>| {
            own.route == Route::Renew
                && own.duty().is_empty()
                && own.expires.is_some_and(|day| self.on <= day)
                && last_day(own, self.on).is_some_and(|day| day <= self.until)
                && own.rules.is_some()
        };
        let due: Vec<&Obligation<'_>> = status.obligations.iter().filter(is_due).collect();
        if due.is_empty() {
            return Vec::new();
        }
        let ends = due.iter().filter_map(|own| own.expires).max().unwrap_or(self.until);
        let mut learning = self.shared(remedies, ends).unwrap_or_else(|| self.each(remedies, &due));
        learning.retain(|(_, served)| due.iter().any(|own| served.iter().any(|of| of.is(own))));
        let mut nodes: Vec<usize> = learning.iter().map(|(node, _)| *node).collect();
        for obligation in due {
            let serves =
                |(node, own): &(usize, Vec<Served>)| own.iter().any(|of| of.is(obligation)).then_some(*node);
            let before: Vec<usize> = learning.iter().filter_map(serves).collect();
            nodes.push(self.file(remedies, obligation, &before));
        }
        nodes
    }

    /// The step at which a credential is earned, when it is one of the way.
    fn in_hand(&self, credential: &CredentialId) -> Need {
        let own = self.earned.iter().find(|(own, _)| own.credential == *credential);
        own.map_or(Need::Nothing, |(own, _)| Need::Step(own.node))
    }

    /// What all renewals ask together, by the planner of continuing education; none where it finds no plan.
    fn shared(&self, remedies: &mut Remedies<'_>, through: Date) -> Option<Vec<(usize, Vec<Served>)>> {
        let catalog = remedies.seen.catalog;
        let wishes = ce::Wishes { horizon: through, budget: None, hours_per_week: None };
        let limits = Limits { nodes: MOST_PARTS, should_stop: &|| false };
        let outcome = ce::plan(self.record, catalog, self.on, &[], wishes, &limits).ok()?;
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
            let days = Period::inclusive(need.from.max(self.on), need.by);
            let says = need.item.what.clone().unwrap_or_default();
            let node = self.learn(remedies, &first.credential.clone(), &what, (hours, days, says), &served);
            learning.push((node, served));
        }
        Some(learning)
    }

    /// What each renewal asks by itself.
    fn each(&self, remedies: &mut Remedies<'_>, due: &[&Obligation<'_>]) -> Vec<(usize, Vec<Served>)> {
        let on = self.on;
        let mut learning = Vec::new();
        for obligation in due.iter().filter(|own| own.verdict != Verdict::Met) {
            let short = crate::remedy::hours_short(&obligation.lines);
            let (Some(period), Some(by)) = (obligation.period, obligation.earn_by(on)) else { continue };
            if short.is_zero() {
                continue;
            }
            let id = &obligation.credential.id;
            let days = Period::inclusive(period.from.max(on), by);
            let served = vec![Served { credential: id.clone(), ends: obligation.expires }];
            let what = (short, days, obligation.credential.title.clone());
            learning.push((self.learn(remedies, id, &by.to_string(), what, &served), served));
        }
        learning
    }

    /// Hours to be earned within some days, for some renewals.
    fn learn(
        &self,
        remedies: &mut Remedies<'_>,
        credential: &CredentialId,
        which: &str,
        (hours, days, what): (Hours, Period, String),
        served: &[Served],
    ) -> usize {
        let key = format!("learn:{credential}:{which}");
        let name = remedies.seen.catalog.short_name(credential.as_str());
        let each = remedies.figures.usd(&["ce-hour"]);
        let usd = crate::remedy::per_hour(each.value, hours);
        let step = Step {
            hours: Figure::reckoned(hours),
            weeks: Figure::reckoned(1),
            prices: vec![Price { what, usd: Figure { value: usd, basis: each.basis } }],
            from: (days.from > remedies.seen.on).then_some(days.from),
            until: Some(days.last()),
            ..remedies.moment(&key, Deed::Learn { credential: credential.clone() }, name)
        };
        // Hours that are for what is earned on the way alone count from then on.
        let all_earned = served.iter().all(|own| self.in_hand(&own.credential) != Need::Nothing);
        let needs = served.iter().filter(|_| all_earned).map(|own| self.in_hand(&own.credential));
        remedies.put(&key, step, Need::any(needs).or_nothing())
    }

    /// Filing, once its hours are earned.
    fn file(&self, remedies: &mut Remedies<'_>, obligation: &Obligation<'_>, before: &[usize]) -> usize {
        let (catalog, today) = (remedies.seen.catalog, remedies.seen.on);
        let id = &obligation.credential.id;
        let ends = obligation.expires.unwrap_or(self.on);
        let key = format!("renew:{id}:{ends}");
        let fees: Vec<Price> = (obligation.fees(ends).into_iter().filter(|fee| fee.when.is_none()))
            .map(|fee| Price {
                what: fee.what.clone(),
                usd: Figure { value: fee.usd, basis: Basis::Told(Reference::of(catalog, &fee.cite)) },
            })
            .collect();
        let exact = format!("renewal:{id}");
        let name = catalog.short_name(id.as_str());
        let mut step =
            remedies.plain(&key, Deed::Renew { credential: id.clone() }, name, &[&exact, "renewal"]);
        if !fees.is_empty() {
            step.prices = fees;
        }
        step.from = obligation.opens.filter(|opens| *opens > today);
        step.until = last_day(obligation, self.on);
        let good_for = obligation.credential.term.as_ref().map(|term| term.length);
        step.gains = good_for
            .map(|length| Gain::Renewed { credential: id.clone(), until: length.after(ends) })
            .into_iter()
            .collect();
        step.source = obligation.cite().map(|cite| Reference::of(catalog, cite));
        let before = before.iter().copied().map(Need::Step);
        remedies.put(&key, step, Need::all(before.chain([self.in_hand(id)])))
    }
}

/// A renewal that continuing education serves.
struct Served {
    credential: CredentialId,
    ends: Option<Date>,
}

impl Served {
    fn is(&self, obligation: &Obligation<'_>) -> bool {
        self.credential == obligation.credential.id && self.ends == obligation.expires
    }
}

/// The last day on which it is in time.
fn last_day(obligation: &Obligation<'_>, on: Date) -> Option<Date> {
    obligation.file_by.filter(|by| *by >= on).or(obligation.expires)
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
