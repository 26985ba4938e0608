//! Where a technician could go: roles in an order, the gap to one, the graph, a comparison, a move, the questionnaire.

use crate::home::Home;
use axum::http::{StatusCode, header};

pub const OHIOAN: &str = include_str!("../../../../examples/ohio-certified/record.json");

/// The roles of the page, in its order.
fn titles(body: &str) -> Vec<String> {
    let list = body.split("<ol class=\"ways\">").nth(1).unwrap_or_default();
    let cards = list.split("<h2><a href=\"/explore/roles/").skip(1);
    cards.map(|card| card.split('"').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn roles_are_ranked_and_each_tells_its_gap_in_a_line() {
    let home = Home::of(OHIOAN).await;
    let closest = home.get("/explore").await;
    assert_eq!(closest.status, StatusCode::OK);
    assert!(titles(&closest.body).len() > 20 && titles(&closest.body).contains(&"technician-ii".to_owned()));
    assert!(closest.body.contains("seen from Ohio") && closest.body.contains("You are in these now"));
    let gap = closest.part("<div class=\"gap-line\">", "</div>");
    assert!(gap.contains("<svg class=\"shares\"") && gap.contains(" met"), "{gap}");
    let paid = home.get("/explore?by=pay&setting=hospital-inpatient").await;
    assert!(paid.body.contains("Measured against") && titles(&paid.body) != titles(&closest.body));
}

#[tokio::test]
async fn a_gap_says_what_is_met_what_would_meet_the_rest_and_where_it_is_written() {
    let home = Home::of(OHIOAN).await;
    let gap = home.get("/explore/roles/sterile-compounding-technician").await;
    assert_eq!(gap.status, StatusCode::OK);
    assert!(gap.body.contains("/plan?to=role:sterile-compounding-technician"), "{}", gap.body);
    assert!(gap.body.contains("<li class=\"condition") && gap.body.contains("Sources"));
    assert!(gap.body.contains("Checked Nov 23, 2026."), "{}", gap.body);
    let missing = home.get("/explore/roles/sterile-compounding-technicia").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(missing.body.contains("/explore/roles/sterile-compounding-technician"));
}

#[tokio::test]
async fn the_graph_is_a_picture_of_links_and_a_table_of_the_same() {
    let home = Home::of(OHIOAN).await;
    let graph = home.get("/explore/graph").await;
    let nodes = graph.body.matches("<a class=\"node").count();
    let roles = crate::home::catalog().field().roles.roles.len();
    assert_eq!(nodes, roles);
    assert_eq!(graph.body.matches("<th scope=\"row\">").count(), roles);
    assert!(graph.body.contains("you do this now"));
}

#[tokio::test]
async fn roles_stand_side_by_side() {
    let home = Home::of(OHIOAN).await;
    let both = home.get("/explore/compare?a=lead-technician&b=pharmacy-buyer&c=").await;
    assert!(both.body.contains("<table class=\"side-by-side") && both.body.contains("Required"));
    assert!(home.get("/explore/compare?a=lead-technician").await.body.contains("Choose one more role."));
    assert_eq!(home.get("/explore/compare?a=king").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_move_tells_what_changes() {
    let home = Home::of(OHIOAN).await;
    let moved = home.get("/explore/move?state=CA&day=2027-03-01").await;
    assert_eq!(moved.status, StatusCode::OK);
    for part in ["At a glance", "The credential there", "California"] {
        assert!(moved.body.contains(part), "{part}");
    }
    assert!(moved.body.contains("Do it, and state it: a training course accredited by ASHP"));
    assert_eq!(moved.body.matches("Rung informs").count(), 1);
    assert_eq!(home.get("/explore/move?state=CA&day=2027-03-01").await.body, moved.body);
    let nowhere = home.get("/explore/move?state=Atlantis").await;
    assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nowhere.body.contains("The catalogue has no state called Atlantis."));
}

#[tokio::test]
async fn answers_on_interests_are_kept_as_the_command_line_keeps_them_and_can_be_taken_back() {
    let home = Home::of(OHIOAN).await;
    assert!(home.get("/explore?by=interest").await.body.contains("None of the questions is answered yet"));
    let roles = home
        .post_and_follow("/explore/interests", &[("mixing", "2"), ("teaching", "-1"), ("king", "2")])
        .await;
    assert!(roles.body.contains("2 answers on interests and values") && roles.body.contains("Undo"));
    assert!(titles(&roles.body).len() > 3 && roles.body.contains("You said: very much."));
    let person = home.store.person().await.unwrap();
    let kept = home.store.settings(person).await.unwrap();
    assert_eq!(kept["interests"], serde_json::json!({"mixing": 2, "teaching": -1}));
    let cleared = home.post("/explore/interests", &[("mixing", "2"), ("clear", "yes")]).await;
    assert!(cleared.header(header::LOCATION).starts_with("/explore/interests?done="));
}

#[tokio::test]
async fn every_page_speaks_spanish_too() {
    let home = Home::of(OHIOAN).await;
    home.post("/look", &[("language", "es")]).await;
    for (address, says) in [
        ("/explore", "A dónde podrías llegar"),
        ("/explore/graph", "donde estás"),
        ("/explore/roles/lead-technician", "Se exige"),
        ("/explore/compare?a=lead-technician&b=pharmacy-buyer", "Puestos lado a lado"),
        ("/explore/move?state=CA", "De un vistazo"),
        ("/explore/interests", "¿Te gustaría"),
        ("/plan", "Lo que quieres"),
    ] {
        let page = home.get(address).await;
        assert!(page.status == StatusCode::OK && page.body.contains(says), "{address}");
    }
}
