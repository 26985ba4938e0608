//! The way to a goal: wished for, planned, agreed, lived.

use crate::{
    home::{Answer, Home},
    practice::OHIOAN,
};
use axum::http::{StatusCode, header};

/// The stamp that the form carries with which a plan is agreed to.
fn stamp(page: &Answer) -> String {
    let field = "name=\"stamp\" value=\"";
    let start = page.body.find(field).unwrap_or_else(|| panic!("{}", page.body)) + field.len();
    page.body[start..].split('"').next().unwrap().to_owned()
}

const GOAL: &[(&str, &str)] = &[("add", "credential:ptcb-cpht"), ("hours", "8")];

async fn planned() -> (Home, Answer) {
    let home = Home::of(OHIOAN).await;
    let page = home.post_and_follow("/plan", GOAL).await;
    assert_eq!(page.status, StatusCode::OK);
    (home, page)
}

#[tokio::test]
async fn a_goal_becomes_a_plan_with_its_proof_its_picture_and_its_sources() {
    let (home, page) = planned().await;
    let summary = page.part("<p class=\"summary", "</p>");
    assert!(summary.contains("There by") && summary.contains("of your time"), "{summary}");
    for part in ["Proven", "way-picture", "Step by step", "Agree to this plan", "assumed", "Week by week"] {
        assert!(page.body.contains(part), "{part}");
    }
    let json: serde_json::Value = serde_json::from_str(&home.get("/plan.json").await.body).unwrap();
    assert_eq!(
        (&json["format"], &json["result"], &json["proven"]),
        (&"rung-way/1".into(), &"plan".into(), &true.into())
    );
    let calendar = home.get("/plan.ics").await;
    assert!(
        calendar.header(header::CONTENT_TYPE).starts_with("text/calendar")
            && calendar.body.contains("BEGIN:VEVENT")
    );
}

#[tokio::test]
async fn a_plan_is_agreed_lived_and_given_up() {
    let (home, page) = planned().await;
    let old = home.post("/plan/agree", &[("stamp", "another")]).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    let agreed = home.post_and_follow("/plan/agree", &[("stamp", &stamp(&page))]).await;
    assert!(agreed.body.contains("Agreed on") && agreed.body.contains("What happened?"));
    let json: serde_json::Value = serde_json::from_str(&home.get("/plan.json").await.body).unwrap();
    let steps = json["agreed"]["standing"]["plan"]["steps"].as_array().unwrap();
    let exam = steps.iter().find(|own| own["step"]["deed"]["kind"] == "exam").unwrap();
    let key = exam["step"]["key"].as_str().unwrap();
    let slipped = home
        .post_and_follow("/plan/tell", &[("step", key), ("what", "slipped"), ("day", "2027-12-01")])
        .await;
    assert!(
        slipped.body.contains("What moved since") && slipped.body.contains("You arrive"),
        "{}",
        slipped.body
    );
    let early = home.post("/plan/tell", &[("step", key), ("what", "done"), ("day", "2027-12-01")]).await;
    assert!(early.status == StatusCode::UNPROCESSABLE_ENTITY && early.body.contains("is still to come"));
    let unknown = home.post("/plan/tell", &[("step", "king"), ("what", "done"), ("day", "2026-11-23")]).await;
    assert!(
        unknown.status == StatusCode::UNPROCESSABLE_ENTITY
            && unknown.body.contains("The plan has no step king.")
    );
    let free = home.post_and_follow("/plan/give-up", &[]).await;
    assert!(free.body.contains("Agree to this plan") && !free.body.contains("What happened?"));
}

#[tokio::test]
async fn what_leaves_no_way_is_told_with_what_would_do() {
    let home = Home::of(OHIOAN).await;
    let page =
        home.post_and_follow("/plan", &[("add", "credential:ptcb-cpht"), ("add-by", "2026-12-05")]).await;
    assert!(page.body.contains("Nothing fits"), "{}", page.body);
    assert!(
        page.body.contains("These cannot all hold:") && page.body.contains("What would do"),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn what_cannot_be_read_is_said_at_its_field_and_stays() {
    let home = Home::of(OHIOAN).await;
    let page = home
        .post(
            "/plan",
            &[("add", "role:lead-technician"), ("hours", "lots"), ("budget", "1x"), ("add-by", "2020-01-01")],
        )
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in
        ["is not a number of hours", "value=\"lots\"", "is not an amount of dollars", "choose a later day"]
    {
        assert!(page.body.contains(part), "{part}");
    }
    assert!(home.get("/plan?to=role:lead-technician").await.body.contains("value=\"role:lead-technician\""));
    assert!(home.post("/plan", &[]).await.body.contains("Choose a goal."));
}
