use crate::{english, example, graph, seen};
use rung_rules::Verdict;
use rung_way::{
    Way, Ways,
    figure::OwnFigures,
    gap::{gap, group_verdict},
    remedy::{Need, Remedies},
    ways, words,
};

fn told(way: Option<&Way>) -> String {
    let graph = graph();
    let Some(way) = way else { return "none".to_owned() };
    let roles: Vec<&str> = way.roles.iter().map(|n| graph.roles[*n].id.as_str()).collect();
    let effort =
        way.effort.as_ref().map_or("nothing helps".to_owned(), |effort| words::effort(english(), effort));
    format!("{} [{effort}; {} unknown; {} pays known]", roles.join(" > "), way.open, way.pay.len())
}

fn find(ways: &Ways, index: Option<usize>) -> Option<&Way> {
    index.map(|n| &ways.all[n])
}

#[test]
fn from_the_first_role_to_the_liaison() {
    let record = example("michigan-first-cycle");
    let graph = graph();
    let (from, to) = (graph.index("pharmacy-technician").unwrap(), graph.index("specialty-liaison").unwrap());
    let ways = ways(&seen(&record), &OwnFigures::new(), &graph, from, to);
    let best = [ways.shortest, ways.quickest, ways.cheapest, ways.best_paid];
    let told: Vec<String> = best.into_iter().map(|index| told(find(&ways, index))).collect();
    insta::assert_snapshot!(format!("{} ways\n{}", ways.all.len(), told.join("\n")), @"
    5 ways
    pharmacy-technician > certified-pharmacy-technician > specialty-liaison [at least 13 weeks, 64 h, $120, in part assumed; 2 unknown; 0 pays known]
    pharmacy-technician > prior-authorization-technician > medication-access-coordinator > specialty-liaison [nothing missing; 3 unknown; 1 pays known]
    pharmacy-technician > prior-authorization-technician > medication-access-coordinator > specialty-liaison [nothing missing; 3 unknown; 1 pays known]
    pharmacy-technician > certified-pharmacy-technician > medication-access-coordinator > specialty-liaison [at least 13 weeks, 64 h, $120, in part assumed; 3 unknown; 1 pays known]
    ");
}

#[test]
fn where_no_way_leads_there_is_none() {
    let record = example("michigan-first-cycle");
    let graph = graph();
    let (from, to) =
        (graph.index("technician-manager").unwrap(), graph.index("pharmacy-technician").unwrap());
    let ways = ways(&seen(&record), &OwnFigures::new(), &graph, from, to);
    assert!(ways.all.is_empty() && ways.shortest.is_none() && ways.best_paid.is_none());
}

/// Each way by itself, with remedies of its own: the same weight, and nothing better than the best.
#[test]
fn the_best_ways_are_the_best_of_all() {
    let record = example("michigan-first-cycle");
    let seen = seen(&record);
    let graph = graph();
    let own = OwnFigures::new();
    let (from, to) =
        (graph.index("pharmacy-technician").unwrap(), graph.index("compliance-technician").unwrap());
    let found = ways(&seen, &own, &graph, from, to);
    assert!(found.all.len() > 3);
    let alone = |way: &Way| {
        let mut remedies = Remedies::new(&seen, &own);
        let mut needs = Vec::new();
        for role in &way.roles[1..] {
            let gap = gap(&seen, graph.roles[*role]);
            for group in gap.groups().into_iter().filter(|group| group_verdict(group) == Verdict::NotMet) {
                needs.push(Need::any(group.iter().map(|line| remedies.ask(gap.role, &line.ask))));
            }
        }
        remedies.effort(&Need::all(needs))
    };
    for way in &found.all {
        let (shared, own) = (way.effort.as_ref(), alone(way));
        let weight =
            |effort: Option<&rung_way::remedy::Effort>| effort.map(|own| (own.weeks, own.hours, own.usd));
        assert_eq!(weight(shared), weight(own.as_ref()));
        let least = |index: Option<usize>| found.all[index.unwrap()].clone();
        assert!(least(found.shortest).roles.len() <= way.roles.len());
        let Some(effort) = shared else { continue };
        assert!(least(found.quickest).effort.unwrap().weeks <= effort.weeks);
        assert!(least(found.cheapest).effort.unwrap().usd <= effort.usd);
    }
}
