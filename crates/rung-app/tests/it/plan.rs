//! What to take: the plan, its activities, and what if.

use crate::{home::Home, site::TEXAN};
use axum::http::{StatusCode, header};

const ACTIVITIES: &str = "id,title,provider,hours,price,accreditation,audience,topics,law_of\n\
    long,A long course,Sample University,40,9.50,acpe,technician,,\n\
    law,Texas law,Sample University,1,5,acpe,technician,law,TX\n";

/// The ticket under which a looked-at file waits.
fn ticket(page: &str) -> &str {
    let field = "name=\"ticket\" value=\"";
    let start = page.find(field).unwrap() + field.len();
    page[start..].split('"').next().unwrap()
}

async fn with_activities() -> Home {
    let home = Home::of(TEXAN).await;
    let looked =
        home.post_files("/education/offerings/new", &[], &[("file", "a.csv", ACTIVITIES.as_bytes())]).await;
    assert_eq!(looked.status, StatusCode::OK);
    let kept = home.post_files("/education/offerings/keep", &[("ticket", ticket(&looked.body))], &[]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    home
}

async fn kept(home: &Home, id: &str) -> rung_store::Kept<rung_store::PlannedOffering> {
    let me = home.store.person().await.unwrap();
    home.store.part(me, id).await.unwrap().unwrap()
}

#[tokio::test]
async fn without_activities_a_plan_says_what_to_look_for() {
    let answer = Home::of(TEXAN).await.get("/education/plan").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("Find these"));
}

#[tokio::test]
async fn somebody_who_holds_nothing_is_told_where_to_begin() {
    let answer = Home::empty().await.get("/education/plan").await;
    assert!(answer.body.contains("Add what you hold under Certifications first"));
}

#[tokio::test]
async fn a_file_is_looked_at_before_it_is_kept_and_can_be_undone() {
    let home = Home::of(TEXAN).await;
    let looked =
        home.post_files("/education/offerings/new", &[], &[("file", "a.csv", ACTIVITIES.as_bytes())]).await;
    assert!(looked.body.contains("2 new activities; none is known already."), "{}", looked.body);
    let me = home.store.person().await.unwrap();
    assert!(home.store.snapshot(me).await.unwrap().offerings.is_empty(), "nothing is kept yet");
    let kept = home.post_files("/education/offerings/keep", &[("ticket", ticket(&looked.body))], &[]).await;
    let shown = home.get(kept.header(header::LOCATION)).await;
    assert!(shown.body.contains("Took in 2 activities") && shown.body.contains("Undo"));
    let again = home.post_files("/education/offerings/keep", &[("ticket", ticket(&looked.body))], &[]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "it waits no longer");
    let version = home.store.stamp(me).await.unwrap().version.to_string();
    home.post_and_follow("/undo", &[("version", &version), ("back", "/education/offerings")]).await;
    assert!(home.store.snapshot(me).await.unwrap().offerings.is_empty());
}

#[tokio::test]
async fn faults_of_a_file_are_listed_and_nothing_is_kept() {
    let home = Home::of(TEXAN).await;
    let answer =
        home.post_files("/education/offerings/new", &[], &[("file", "a.csv", b"id,title\nlong,\n")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("class=\"problems\""));
    let nothing = home.post_files("/education/offerings/new", &[("text", "")], &[]).await;
    assert!(nothing.body.contains("Choose a file, or paste its text."));
}

#[tokio::test]
async fn what_a_saved_page_leaves_untold_is_asked() {
    let page = r#"<title>x</title><script type="application/ld+json">{"@type": "Course", "@id": "c", "name": "Sterile <b>work</b>",
        "offers": {"price": "20", "priceCurrency": "USD"}}</script>"#;
    let home = Home::of(TEXAN).await;
    let looked = home.post_files("/education/offerings/new", &[("text", page)], &[]).await;
    assert!(looked.body.contains("name=\"hours-0\"") && !looked.body.contains("<b>work"));
    let fields = [("ticket", ticket(&looked.body)), ("hours-0", "lots")];
    let faulty = home.post_files("/education/offerings/keep", &fields, &[]).await;
    assert!(faulty.status == StatusCode::UNPROCESSABLE_ENTITY && faulty.body.contains("value=\"lots\""));
    let fields = [("ticket", ticket(&looked.body)), ("hours-0", "2")];
    assert_eq!(
        home.post_files("/education/offerings/keep", &fields, &[]).await.status,
        StatusCode::SEE_OTHER
    );
    let me = home.store.person().await.unwrap();
    let kept = &home.store.snapshot(me).await.unwrap().offerings;
    assert_eq!(kept[0].value.offering.hours.to_string(), "2");
}

#[tokio::test]
async fn an_activity_is_planned_registered_and_done_and_becomes_a_credit() {
    let home = with_activities().await;
    let settle = |what: &'static str, on: &'static str| {
        let home = &home;
        async move {
            let version = kept(home, "law").await.version.to_string();
            home.post(
                "/education/offerings/settle",
                &[
                    ("id", "law"),
                    ("version", &version),
                    ("do", what),
                    ("on", on),
                    ("back", "/education/plan"),
                ],
            )
            .await
        }
    };
    assert_eq!(settle("planned", "2026-12-05").await.status, StatusCode::SEE_OTHER);
    assert!(home.get("/education/offerings?show=planned").await.body.contains("Planned for"));
    assert_eq!(settle("registered", "2026-12-06").await.status, StatusCode::SEE_OTHER);
    let later = settle("done", "2026-12-06").await;
    assert!(later.status == StatusCode::UNPROCESSABLE_ENTITY && later.body.contains("is still to come"));
    assert_eq!(settle("done", "2026-11-20").await.status, StatusCode::SEE_OTHER);
    let record = home.record().await;
    let credit = record.credits.iter().find(|credit| credit.id.as_str() == "law").unwrap();
    assert_eq!(
        (credit.completed.to_string(), credit.title.as_deref()),
        ("2026-11-20".into(), Some("Texas law"))
    );
    let me = home.store.person().await.unwrap();
    let version = home.store.stamp(me).await.unwrap().version.to_string();
    home.post_and_follow("/undo", &[("version", &version)]).await;
    assert!(
        home.record().await.credits.iter().all(|credit| credit.id.as_str() != "law"),
        "both go back together"
    );
    assert!(matches!(kept(&home, "law").await.value.state, rung_store::OfferingState::Registered(Some(_))));
}

#[tokio::test]
async fn an_activity_that_another_tab_changed_is_not_overwritten() {
    let home = with_activities().await;
    let old = kept(&home, "law").await.version.to_string();
    let fields = [("id", "law"), ("version", old.as_str()), ("do", "planned"), ("on", "2026-12-05")];
    assert_eq!(home.post("/education/offerings/settle", &fields).await.status, StatusCode::SEE_OTHER);
    let second = [("id", "law"), ("version", old.as_str()), ("do", "remove")];
    assert_eq!(home.post("/education/offerings/settle", &second).await.status, StatusCode::CONFLICT);
    assert!(matches!(kept(&home, "law").await.value.state, rung_store::OfferingState::Planned(Some(_))));
}

#[tokio::test]
async fn the_plan_is_proven_and_what_is_registered_costs_nothing_more() {
    let home = with_activities().await;
    let plan = home.get("/education/plan").await;
    assert!(plan.body.contains("Proven best"), "{}", plan.part("<p class=\"summary", "</p>"));
    assert!(plan.body.contains("$9.50 and 40 h."), "{}", plan.part("<p class=\"summary", "</p>"));
    let version = kept(&home, "long").await.version.to_string();
    let fields = [("id", "long"), ("version", version.as_str()), ("do", "registered"), ("on", "2026-12-05")];
    home.post("/education/offerings/settle", &fields).await;
    let plan = home.get("/education/plan").await;
    assert!(plan.body.contains("$0 and 40 h."), "{}", plan.part("<p class=\"summary", "</p>"));
}

#[tokio::test]
async fn wishes_are_kept_and_what_is_none_is_told_at_its_field() {
    let home = Home::of(TEXAN).await;
    let faulty = home.post("/education/plan/wishes", &[("budget", "lots"), ("hours_per_week", "200")]).await;
    assert_eq!(
        (faulty.status, faulty.body.matches("<p class=\"fault\"").count()),
        (StatusCode::UNPROCESSABLE_ENTITY, 2)
    );
    assert!(faulty.body.contains("value=\"lots\""), "what was typed stays");
    let kept = home
        .post_and_follow("/education/plan/wishes", &[("budget", "$1,000"), ("hours_per_week", "0.25")])
        .await;
    assert!(
        kept.body.contains("value=\"1000\"") && kept.body.contains("There is no plan within these wishes.")
    );
    insta::assert_snapshot!(kept.part("<ul class=\"plain\"", "</ul>"), @r#"
    <ul class="plain">
    <li>20 h of continuing education for Registered Pharmacy Technician by <time datetime="2027-05-31">May 31, 2027</time>
    </li>
    <li>15 min a week</li>
    </ul>
    "#);
    assert!(kept.body.contains("Ways out"));
    let early = home.get("/education/plan?horizon=1999-01-01").await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_if_stands_beside_how_it_is_and_changes_nothing() {
    let home = with_activities().await;
    let before = home.record().await;
    let answer = home.get("/education/what-if?state=la&leave=1&without=c1&hours=2").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert!(answer.body.contains("What would be otherwise") && answer.body.contains("As it would be"));
    assert!(answer.body.contains("Louisiana"), "{}", answer.part("<section class=\"card\"", "</section>"));
    assert!(home.record().await == before);
    let nowhere = home.get("/education/what-if?without=nothing").await;
    assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
    let spanish = home.post("/look", &[("language", "es")]).await;
    assert_eq!(spanish.status, StatusCode::SEE_OTHER);
    assert!(home.get("/education/what-if").await.body.contains("Prueba algo al lado"));
}
