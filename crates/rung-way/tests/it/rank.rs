use crate::{CATALOG, all_prospects, english, example, graph, record, seen};
use proptest::prelude::*;
use rung_way::{
    Closeness, PayGain, Ranking, Ranks, Reach,
    interests::{Answers, Liking, scores},
    pay::BasePay,
    words,
};
use std::{cmp::Ordering, collections::BTreeSet};

fn with_ranks<T>(name: &str, tell: impl FnOnce(&Ranks<'_>) -> T) -> T {
    let record = example(name);
    let seen = seen(&record);
    let prospects = all_prospects(&seen);
    let graph = graph();
    tell(&Ranks::new(&prospects, &graph, &graph.place(&seen), BasePay::of(&seen)))
}

fn told(ranks: &Ranks<'_>, list: &[usize]) -> String {
    let one = |n: &usize| {
        let prospect = &ranks.prospects.all[*n];
        let steps = ranks.closeness[*n].steps;
        format!("{} ({steps} steps; {})", prospect.gap.role.id, words::left(english(), &prospect.left))
    };
    list.iter().map(one).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_closest_roles_of_a_certified_technician() {
    let told = with_ranks("ohio-certified", |ranks| told(ranks, &ranks.by_closeness().order[..12]));
    insta::assert_snapshot!(told, @"
    home-infusion-technician (1 steps; nothing missing)
    long-term-care-technician (1 steps; nothing missing)
    transitions-of-care-technician (1 steps; nothing missing)
    technician-ii (1 steps; nothing missing; 1 thing unknown)
    va-technician (1 steps; nothing missing; 1 thing unknown)
    sterile-compounding-technician (1 steps; nothing missing; 1 thing unknown)
    nonsterile-compounding-technician (1 steps; nothing missing; 1 thing unknown)
    medication-history-technician (1 steps; nothing missing; 1 thing unknown)
    pbm-technician (1 steps; nothing missing; 1 thing unknown)
    nuclear-technician (1 steps; nothing missing; 1 thing unknown)
    inventory-technician (1 steps; nothing missing; 1 thing unknown)
    prior-authorization-technician (1 steps; nothing missing; 1 thing unknown)
    ");
}

#[test]
fn the_closest_roles_of_a_first_year_technician() {
    let told = with_ranks("michigan-first-cycle", |ranks| told(ranks, &ranks.by_closeness().order[..18]));
    insta::assert_snapshot!(told, @"
    home-infusion-technician (1 steps; nothing missing)
    long-term-care-technician (1 steps; nothing missing)
    technician-ii (1 steps; nothing missing; 1 thing unknown)
    sterile-compounding-technician (1 steps; nothing missing; 1 thing unknown)
    nonsterile-compounding-technician (1 steps; nothing missing; 1 thing unknown)
    nuclear-technician (1 steps; nothing missing; 1 thing unknown)
    inventory-technician (1 steps; nothing missing; 1 thing unknown)
    prior-authorization-technician (1 steps; nothing missing; 1 thing unknown)
    billing-technician (1 steps; nothing missing; 1 thing unknown)
    pbm-technician (1 steps; nothing missing; 1 thing unknown)
    correctional-medication-technician (1 steps; nothing missing; 1 thing unknown)
    immunizing-technician (1 steps; nothing missing; 2 things unknown)
    va-technician (1 steps; nothing missing; 2 things unknown)
    certified-pharmacy-technician (1 steps; at least 13 weeks, 64 h, $120, in part assumed; 1 thing unknown)
    transitions-of-care-technician (1 steps; at least 63 weeks, 20 h, in part assumed)
    chemotherapy-technician (2 steps; nothing missing; 1 thing unknown)
    medication-history-technician (2 steps; nothing missing; 1 thing unknown)
    technician-iii (2 steps; nothing missing; 1 thing unknown)
    ");
}

#[test]
fn pay_ranks_only_the_roles_whose_pay_a_source_tells() {
    with_ranks("ohio-certified", |ranks| {
        let ranking = ranks.by_pay();
        let mut text = words::base_pay(english(), &ranks.base.unwrap());
        for n in &ranking.order {
            let role = ranks.prospects.all[*n].gap.role;
            let pay = rung_way::pay::Pay::of(role).unwrap();
            text.push_str(&format!(
                "\n{}: {}; {:?}",
                role.id,
                words::pay(english(), &pay),
                ranks.gains[*n].unwrap()
            ));
        }
        insta::assert_snapshot!(text, @"
        $45,750 a year, what is known of your role now: Pharmacy technician (registered or licensed)
        nuclear-technician: half earn less than $64,132 a year (a salary site, not official; a site that collects salaries; nobody official confirms it); PayGain { cents: 1838200, weeks: 0 }
        medication-access-coordinator: $57,500 a year, the middle of a range (a template site, not an official figure; a template of a job description); PayGain { cents: 1175000, weeks: 0 }
        ");
        assert_eq!(
            ranking.order.len() + ranking.not_judged.len() + ranking.here.len() + ranking.behind.len(),
            49
        );
    });
}

/// Every role is in exactly one list, and asking again gives the same.
fn is_total(ranking: &Ranking, again: &Ranking) {
    let lists = [&ranking.order, &ranking.not_judged, &ranking.here, &ranking.behind];
    let all: Vec<usize> = lists.into_iter().flatten().copied().collect();
    assert_eq!(all.len(), CATALOG.field().roles.roles.len());
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    assert_eq!(ranking, again);
}

/// Which is closer, by the first difference, as it is read out to people.
fn by_hand(a: &Closeness, b: &Closeness) -> Ordering {
    let no_way = |one: &Closeness| one.reach == Reach::NoWay;
    let ready = |one: &Closeness| one.reach == Reach::Ready;
    if no_way(a) != no_way(b) {
        return if no_way(a) { Ordering::Greater } else { Ordering::Less };
    }
    if ready(a) != ready(b) {
        return if ready(a) { Ordering::Less } else { Ordering::Greater };
    }
    let differences = [
        a.steps.cmp(&b.steps),
        a.weeks.cmp(&b.weeks),
        a.hours.cmp(&b.hours),
        a.usd.cmp(&b.usd),
        a.open.cmp(&b.open),
    ];
    let first = differences.into_iter().find(|difference| *difference != Ordering::Equal);
    first.unwrap_or_else(|| b.met.0.cmp(&a.met.0))
}

#[test]
fn every_order_is_total_and_always_the_same() {
    for name in ["ohio-certified", "three-states", "michigan-first-cycle", "unknowns"] {
        with_ranks(name, |ranks| {
            is_total(&ranks.by_closeness(), &ranks.by_closeness());
            is_total(&ranks.by_pay(), &ranks.by_pay());
            let answers = Answers([("mixing".to_owned(), Liking::new(2).unwrap())].into());
            let scores = scores(CATALOG.field(), &answers);
            is_total(&ranks.by_interest(&scores), &ranks.by_interest(&scores));
            let order = ranks.by_closeness().order;
            for pair in order.windows(2) {
                let (a, b) = (&ranks.closeness[pair[0]], &ranks.closeness[pair[1]]);
                assert_ne!(by_hand(a, b), Ordering::Greater, "{name}: {a:?} before {b:?}");
            }
        });
    }
}

#[test]
fn nobody_starts_outside() {
    let nobody = record(r#""credentials": []"#);
    let seen = seen(&nobody);
    let prospects = all_prospects(&seen);
    let graph = graph();
    let ranks = Ranks::new(&prospects, &graph, &graph.place(&seen), BasePay::of(&seen));
    let first = ranks.by_closeness().order[0];
    assert_eq!(graph.roles[first].id.as_str(), "pharmacy-technician-trainee");
}

proptest! {
    /// Gains are ordered as exact fractions would be, without a contradiction.
    #[test]
    fn gains_are_ordered_without_contradiction(gains in prop::collection::vec((-5000_i64..5000, 0_u32..60), 3)) {
        let gains: Vec<PayGain> = gains.into_iter().map(|(cents, weeks)| PayGain { cents, weeks }).collect();
        let [a, b, c] = [gains[0], gains[1], gains[2]];
        prop_assert_eq!(a.compare(&b), b.compare(&a).reverse());
        if a.compare(&b) != Ordering::Greater && b.compare(&c) != Ordering::Greater {
            prop_assert_ne!(a.compare(&c), Ordering::Greater);
        }
        if a.cents > 0 && b.cents > 0 && a.weeks > 0 && b.weeks > 0 {
            let by_division = (b.cents * i64::from(a.weeks)).cmp(&(a.cents * i64::from(b.weeks)));
            prop_assert_eq!(a.compare(&b), by_division);
        }
    }
}
