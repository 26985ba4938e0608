use crate::{CATALOG, ON, example, record};
use proptest::prelude::*;
use rung_way::{
    CareerGraph, Viewpoint,
    graph::layout::{Layout, Spacing, Spot, layout},
};
use std::fmt::Write as _;

const SPACING: Spacing = Spacing { node: 10, bend: 5 };

fn shipped() -> CareerGraph<'static> {
    CareerGraph::of(&CATALOG)
}

fn of_shipped() -> (CareerGraph<'static>, Layout) {
    let graph = shipped();
    let edges: Vec<(usize, usize)> = graph.edges.iter().map(|edge| (edge.from, edge.to)).collect();
    let groups: Vec<usize> = graph.roles.iter().map(|role| role.work as usize).collect();
    let layout = layout(graph.roles.len(), &edges, &groups, SPACING);
    (graph, layout)
}

#[test]
fn the_picture_as_columns() {
    let (graph, layout) = of_shipped();
    let mut told = format!("{} crossings, {} long\n", layout.crossings, layout.length);
    for column in 0..layout.columns {
        let mut here: Vec<(i64, &str)> = (graph.roles.iter().zip(&layout.nodes))
            .filter(|(_, spot)| spot.column == column)
            .map(|(role, spot)| (spot.along, role.id.as_str()))
            .collect();
        here.sort_unstable();
        let names: Vec<String> = here.iter().map(|(along, id)| format!("{along} {id}")).collect();
        writeln!(told, "{column}: {}", names.join(", ")).unwrap();
    }
    insta::assert_snapshot!(told, @"
    79 crossings, 162 long
    0: 86 pharmacy-technician-trainee, 131 military-pharmacy-specialist
    1: 86 pharmacy-technician
    2: 34 billing-technician, 44 inventory-technician, 54 long-term-care-technician, 64 correctional-medication-technician, 74 technician-ii, 84 nonsterile-compounding-technician, 99 pbm-technician, 114 certified-pharmacy-technician, 137 va-technician
    3: 12 pharmacy-buyer, 22 technician-iii, 32 automation-technician, 42 controlled-substance-technician, 57 sterile-compounding-technician, 67 product-verification-technician, 77 medication-history-technician, 87 veterinary-pharmacy-technician, 97 immunizing-technician, 107 prior-authorization-technician, 117 nuclear-technician, 147 poison-information-provider, 157 va-procurement-technician
    4: 0 technician-340b, 10 lead-technician, 20 diversion-analyst, 30 informatics-technician, 40 quality-assurance-technician, 50 operating-room-technician, 60 research-technician, 70 chemotherapy-technician, 80 home-infusion-technician, 90 industry-technician, 100 transitions-of-care-technician, 110 pbm-supervisor, 120 medication-access-coordinator, 160 va-supervisory-technician
    5: 5 technician-supervisor, 15 onboarding-coordinator, 25 compliance-technician, 35 medication-safety-technician, 73 oncology-technician, 130 specialty-liaison
    6: 6 technician-manager, 18 diversion-team-manager, 59 technician-instructor
    7: 62 program-director
    ");
}

#[test]
fn what_comes_before_keeps_who_says_so() {
    let graph = shipped();
    let title = |n: usize| graph.roles[n].id.as_str();
    let lead = graph.index("lead-technician").unwrap();
    let told: Vec<String> = (graph.before(lead).chain(graph.after(lead)))
        .map(|edge| {
            format!("{} -> {}: {:?}, {:?}", title(edge.from), title(edge.to), edge.basis(), edge.words[0].why)
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    technician-ii -> lead-technician: Stated, Some("the posting includes all level one, level two and advanced criteria")
    technician-iii -> lead-technician: Stated, Some("the posting includes all level one, level two and advanced criteria")
    lead-technician -> technician-supervisor: Inferred, Some("from the duties; the posting seen joins lead and supervisor")
    lead-technician -> onboarding-coordinator: Inferred, Some("from the years asked")
    "#);
    let both = graph.index("pbm-technician").zip(graph.index("prior-authorization-technician"));
    let told =
        graph.edges.iter().filter(|edge| Some((edge.from, edge.to)) == both).map(|edge| edge.words.len());
    assert_eq!(told.collect::<Vec<_>>(), [1]);
}

#[test]
fn every_role_can_be_reached_from_outside() {
    let graph = shipped();
    let nobody = record(r#""credentials": []"#);
    let place = graph.place(&Viewpoint::new(&nobody, &CATALOG, ON));
    assert!(place.standings.iter().all(Option::is_none));
    assert!(place.steps.iter().all(Option::is_some));
}

#[test]
fn a_record_stands_where_it_works_and_where_its_credentials_put_it() {
    let graph = shipped();
    let record = example("ohio-certified");
    let place = graph.place(&Viewpoint::new(&record, &CATALOG, ON));
    let told: Vec<String> = (graph.roles.iter().zip(&place.standings))
        .filter_map(|(role, standing)| Some(format!("{} {:?}", role.id, (*standing)?)))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @"
    pharmacy-technician Works(0)
    certified-pharmacy-technician Holds
    ");
    let steps = |id: &str| place.steps[graph.index(id).unwrap()];
    insta::assert_debug_snapshot!([steps("technician-ii"), steps("lead-technician"), steps("technician-manager")], @"
    [
        Some(
            1,
        ),
        Some(
            2,
        ),
        Some(
            4,
        ),
    ]
    ");
}

/// Every way by walking each in turn, without any of the shortcuts.
fn ways_by_walking(graph: &CareerGraph<'_>, way: &mut Vec<usize>, to: usize, found: &mut Vec<Vec<usize>>) {
    let last = *way.last().unwrap();
    if last == to {
        found.push(way.clone());
        return;
    }
    for edge in &graph.edges {
        if edge.from == last && !way.contains(&edge.to) {
            way.push(edge.to);
            ways_by_walking(graph, way, to, found);
            way.pop();
        }
    }
}

#[test]
fn the_ways_are_all_ways_and_the_steps_are_those_of_the_shortest() {
    let graph = shipped();
    for from in 0..graph.roles.len() {
        let steps = graph.steps_from(&[from], 0);
        for (to, steps) in steps.into_iter().enumerate() {
            let mut walked = Vec::new();
            ways_by_walking(&graph, &mut vec![from], to, &mut walked);
            walked.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
            let paths = graph.paths(from, to);
            assert_eq!((paths.is_cut, &paths.all), (false, &walked));
            assert_eq!(steps, walked.first().map(|way| way.len() - 1));
        }
    }
}

fn any_edges() -> impl Strategy<Value = (usize, Vec<(usize, usize)>)> {
    (1..9_usize)
        .prop_flat_map(|count| (Just(count), prop::collection::vec((0..count + 1, 0..count + 1), 0..16)))
}

/// Whether two links between the same columns cross.
fn cross((a, b): (Spot, Spot), (c, d): (Spot, Spot)) -> bool {
    a.column == c.column
        && ((a.along < c.along && b.along > d.along) || (a.along > c.along && b.along < d.along))
}

proptest! {
    #[test]
    fn a_layout_holds_what_it_promises((count, edges) in any_edges()) {
        let layout = layout(count, &edges, &[], SPACING);
        prop_assert_eq!(layout.nodes.len(), count);
        prop_assert_eq!(layout.routes.len(), edges.len());
        // Nodes of a column keep their distance.
        for (n, one) in layout.nodes.iter().enumerate() {
            for other in &layout.nodes[..n] {
                prop_assert!(one.column != other.column || (one.along - other.along).abs() >= SPACING.node);
            }
        }
        let mut links = Vec::new();
        for ((from, to), route) in edges.iter().zip(&layout.routes) {
            if from == to || *from >= count || *to >= count {
                prop_assert!(route.is_empty());
                continue;
            }
            // A route leads from its first node to its last, one column at a time, forward or (in a circle) backward.
            prop_assert_eq!((route[0], route[route.len() - 1]), (layout.nodes[*from], layout.nodes[*to]));
            for link in route.windows(2) {
                prop_assert_eq!(link[0].column.abs_diff(link[1].column), 1);
                links.push(if link[0].column < link[1].column { (link[0], link[1]) } else { (link[1], link[0]) });
            }
        }
        let crossings = links.iter().enumerate().map(|(n, one)| links[..n].iter().filter(|other| cross(*one, **other)).count());
        prop_assert_eq!(crossings.sum::<usize>(), layout.crossings);
    }
}

/// The edges that say more than longer ways do, and a picture of these alone.
#[test]
fn a_picture_of_the_direct_steps_alone_is_much_quieter() {
    let graph = shipped();
    let implied = graph.implied();
    for (edge, implied) in graph.edges.iter().zip(&implied) {
        assert_eq!(*implied, graph.paths(edge.from, edge.to).all.len() > 1);
    }
    let direct = graph.edges.iter().zip(&implied).filter(|(_, implied)| !**implied);
    let direct: Vec<(usize, usize)> = direct.map(|(edge, _)| (edge.from, edge.to)).collect();
    let groups: Vec<usize> = graph.roles.iter().map(|role| role.work as usize).collect();
    let layout = layout(graph.roles.len(), &direct, &groups, SPACING);
    insta::assert_snapshot!(format!("{} of {} edges, {} crossings", direct.len(), graph.edges.len(), layout.crossings), @"64 of 79 edges, 24 crossings");
}
