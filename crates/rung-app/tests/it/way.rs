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
    let paper = home.get("/plan.pdf").await;
    assert!(paper.header(header::CONTENT_TYPE) == "application/pdf" && paper.body.starts_with("%PDF-"));
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

/// The number of the version that an event of the calendar is of.
fn sequence(calendar: &str, event: &str) -> u32 {
    let own = calendar
        .split("BEGIN:VEVENT")
        .find(|own| own.contains(event))
        .unwrap_or_else(|| panic!("{calendar}"));
    own.split("SEQUENCE:").nth(1).unwrap().split("\r\n").next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn the_calendar_tells_the_agreed_plan_and_what_moved_in_it() {
    let (home, page) = planned().await;
    assert!(!home.get("/calendar.ics").await.body.contains("way.exam"));
    home.post_and_follow("/plan/agree", &[("stamp", &stamp(&page))]).await;
    let (file, all) = (home.get("/plan.ics").await.body, home.get("/calendar.ics").await.body);
    let json: serde_json::Value = serde_json::from_str(&home.get("/plan.json").await.body).unwrap();
    let steps = json["agreed"]["standing"]["plan"]["steps"].as_array().unwrap();
    let exam = steps.iter().find(|own| own["step"]["deed"]["kind"] == "exam").unwrap();
    let key = exam["step"]["key"].as_str().unwrap();
    home.post_and_follow("/plan/tell", &[("step", key), ("what", "slipped"), ("day", "2027-12-01")]).await;
    let (later, then) = (home.get("/plan.ics").await.body, home.get("/calendar.ics").await.body);
    assert!(sequence(&later, "UID:way.exam") > sequence(&file, "UID:way.exam"));
    assert_eq!((sequence(&all, "UID:way.exam"), sequence(&then, "UID:way.exam")), (0, 1));
    home.post_and_follow("/plan/give-up", &[]).await;
    let given_up = home.get("/calendar.ics").await.body;
    let exam = given_up.split("BEGIN:VEVENT").find(|own| own.contains("UID:way.exam")).unwrap();
    assert!(exam.contains("STATUS:CANCELLED"), "{exam}");
}

#[tokio::test]
async fn there_is_always_room_for_one_more_stretch() {
    let home = Home::of(OHIOAN).await;
    let page = home.get("/plan").await;
    let row = page.part("<fieldset class=\"row stretch\"", "</fieldset>");
    for part in ["<legend", "hold0-what", "hold0-from", "hold0-to", "hold0-yearly"] {
        assert!(row.contains(part), "{row}");
    }
    assert!(page.body.contains("name=\"hold0-what\"") && !page.body.contains("name=\"hold1-what\""));
    let stretches = [
        ("add", "credential:ptcb-cpht"),
        ("hold0-what", "exams"),
        ("hold0-from", "2026-12-01"),
        ("hold0-to", "2026-12-31"),
        ("hold3-what", "everything"),
        ("hold3-from", "2027-06-01"),
        ("hold3-to", "2027-06-10"),
        ("season0-hours", "2"),
        ("season0-from", "2027-07-01"),
        ("season0-to", "2027-08-31"),
    ];
    let page = home.post_and_follow("/plan", &stretches).await;
    for part in
        ["name=\"hold1-what\"", "name=\"hold2-what\"", "name=\"season1-hours\"", "value=\"2027-06-10\""]
    {
        assert!(page.body.contains(part), "{part}");
    }
    assert!(!page.body.contains("name=\"hold3-what\""));
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
