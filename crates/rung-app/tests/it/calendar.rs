//! The calendar: what a program that subscribes sees.

use crate::{
    home::{Answer, HOST, Home, ask, request},
    site::TEXAN,
};
use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use rung_record::Credential;
use rung_store::{Basis, Change, Kind, Note};

fn note() -> Note {
    Note::new("Changed", "2026-11-23T13:00:00Z".parse().unwrap())
}

/// Makes a link, and reads its address off the page: the only one that shows it.
async fn make_link(home: &Home) -> String {
    let page = home.post("/calendar/links", &[("name", "My phone")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let start =
        page.body.find(&format!("value=\"http://{HOST}/calendar/")).unwrap() + "value=\"http://".len();
    let address = page.body[start..].split('"').next().unwrap();
    address.strip_prefix(HOST).unwrap().to_owned()
}

/// Fetches as a calendar program does: without cookies.
async fn fetch(home: &Home, method: Method, address: &str, known: &str) -> Answer {
    let asked = request(method, address).header(header::IF_NONE_MATCH, known);
    ask(&home.site, asked.body(Body::empty()).unwrap()).await
}

/// The event that ends a period, as its lines.
fn expiry(calendar: &str) -> Vec<&str> {
    let events = calendar.split("BEGIN:VEVENT\r\n").skip(1);
    let event = events.map(|event| event.split("END:VEVENT").next().unwrap());
    let mut own = event.filter(|event| event.contains(".expires."));
    own.next().unwrap_or_default().split("\r\n").collect()
}

async fn move_expiry(home: &Home, to: &str) {
    let person = home.store.person().await.unwrap();
    let held = home.store.parts::<Credential>(person).await.unwrap().remove(0);
    let moved = Credential { expires: Some(to.parse().unwrap()), ..held.value };
    let change = Change::new().put(&held.id, &moved, Basis::At(held.version));
    home.store.change(person, &note(), change).await.unwrap();
}

#[tokio::test]
async fn a_program_without_cookies_fetches_what_the_page_shows() {
    let home = Home::of(TEXAN).await;
    let page = home.get("/calendar").await;
    assert!(page.body.contains("<h2>May 2027</h2>"), "{}", page.body);
    let address = make_link(&home).await;
    assert!(!home.get("/calendar").await.body.contains(&address), "the secret is shown once");
    let fetched = fetch(&home, Method::GET, &address, "").await;
    assert_eq!(fetched.status, StatusCode::OK);
    assert_eq!(fetched.header(header::CONTENT_TYPE), "text/calendar; charset=utf-8");
    assert!(fetched.headers.get(header::SET_COOKIE).is_none());
    let event = expiry(&fetched.body).join("\n");
    assert!(event.contains("UID:tx-pharmacy-technician.expires.2027-05-31@rung"), "{event}");
    assert!(event.contains("SEQUENCE:0") && event.contains("TRIGGER:-P30D"), "{event}");

    let tag = fetched.header(header::ETAG).to_owned();
    let again = fetch(&home, Method::GET, &address, &tag).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let head = fetch(&home, Method::HEAD, &address, "").await;
    assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
    assert_eq!(head.header(header::ETAG), tag);
    let file = home.get("/calendar.ics").await;
    assert_eq!(file.body, fetched.body);
    assert!(file.header(header::CONTENT_DISPOSITION).contains("rung.ics"));
}

#[tokio::test]
async fn a_change_updates_the_event_and_a_deletion_cancels_it() {
    let home = Home::of(TEXAN).await;
    let address = make_link(&home).await;
    let first = fetch(&home, Method::GET, &address, "").await;
    let uid = expiry(&first.body)[0].to_owned();

    // The birthday of the rules moves nothing here: the day that is printed does.
    move_expiry(&home, "2027-04-30").await;
    let moved = fetch(&home, Method::GET, &address, first.header(header::ETAG)).await;
    assert_eq!(moved.status, StatusCode::OK);
    assert!(moved.body.contains("DTSTART;VALUE=DATE:20270430"));
    let old = moved.body.split("BEGIN:VEVENT").find(|event| event.contains(&uid)).unwrap();
    assert!(old.contains("STATUS:CANCELLED") && old.contains("SEQUENCE:1"), "{old}");

    let person = home.store.person().await.unwrap();
    let held = home.store.parts::<Credential>(person).await.unwrap().remove(0);
    let gone = Change::new().remove(Kind::Credential, &held.id, Basis::At(held.version));
    home.store.change(person, &note(), gone).await.unwrap();
    let empty = fetch(&home, Method::GET, &address, "").await;
    let events = empty.body.matches("BEGIN:VEVENT").count();
    assert!(events > 0 && empty.body.matches("STATUS:CANCELLED").count() == events, "{}", empty.body);
}

#[tokio::test]
async fn what_changes_about_an_event_keeps_its_uid_and_counts_up() {
    let home = Home::of(TEXAN).await;
    let address = make_link(&home).await;
    let first = fetch(&home, Method::GET, &address, "").await;
    let person = home.store.person().await.unwrap();
    let credit = home.record().await.credits.first().cloned();
    let credit = credit.unwrap_or_else(|| panic!("the Texan has a credit"));
    let gone = Change::new().remove(Kind::Credit, credit.id.as_str(), Basis::Whatever);
    home.store.change(person, &note(), gone).await.unwrap();
    let changed = fetch(&home, Method::GET, &address, "").await;
    let (before, after) = (expiry(&first.body).join("\n"), expiry(&changed.body).join("\n"));
    assert!(before.contains("SEQUENCE:0") && after.contains("SEQUENCE:1"), "{after}");
    assert!(!after.contains("CANCELLED"));
}

#[tokio::test]
async fn a_revoked_link_and_a_wrong_one_are_answered_alike() {
    let home = Home::of(TEXAN).await;
    let address = make_link(&home).await;
    assert_eq!(fetch(&home, Method::GET, &address, "").await.status, StatusCode::OK);
    let links = home.get("/calendar").await;
    let revoke = links.part("action=\"/calendar/links/", "revoke\"");
    let revoke = revoke.split('"').nth(1).unwrap();
    let told = home.post_and_follow(revoke, &[]).await;
    assert!(told.body.contains("Revoked: one link"), "{}", told.body);
    let revoked = fetch(&home, Method::GET, &address, "").await;
    let wrong = fetch(&home, Method::GET, &format!("/calendar/{}.ics", "0".repeat(64)), "").await;
    let none = fetch(&home, Method::GET, "/calendar/ics", "").await;
    for answer in [&revoked, &wrong, &none] {
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
        assert!(!answer.body.contains("VEVENT"));
    }
}

#[tokio::test]
async fn who_guesses_is_told_to_wait_and_who_subscribes_is_not() {
    let home = Home::of(TEXAN).await;
    let address = make_link(&home).await;
    assert_eq!(fetch(&home, Method::GET, &address, "").await.status, StatusCode::OK);
    let mut last = StatusCode::OK;
    for n in 0..25 {
        let guess = fetch(&home, Method::GET, &format!("/calendar/{n:064}.ics"), "").await;
        last = guess.status;
        if last == StatusCode::TOO_MANY_REQUESTS {
            assert_eq!(guess.header(header::RETRY_AFTER), "60");
        }
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(fetch(&home, Method::GET, &address, "").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_link_needs_a_name_and_a_form_of_ours() {
    let home = Home::of(TEXAN).await;
    let answer = home.post("/calendar/links", &[("name", "  ")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Give the link a name."));
    let foreign = request(Method::POST, "/calendar/links").body(Body::from("name=x")).unwrap();
    assert_eq!(ask(&home.site, foreign).await.status, StatusCode::FORBIDDEN);
    let person = home.store.person().await.unwrap();
    assert!(home.store.calendar_links(person).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_calendar_speaks_the_language_in_which_its_link_was_made() {
    let home = Home::of(TEXAN).await;
    home.post("/look", &[("language", "es"), ("back", "/calendar")]).await;
    let address = make_link(&home).await;
    let fetched = fetch(&home, Method::GET, &address, "").await;
    assert!(!fetched.body.contains("expires\r\n"), "{}", fetched.body);
}
