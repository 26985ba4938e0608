//! What is held, its form, and what could be.

use crate::{
    home::{Answer, Home},
    site::TEXAN,
};
use axum::http::StatusCode;
use rung_record::Record;
use rung_store::Kind;

/// A credential with everything that a record can tell of one, and fields that only a later version knows.
const FULL: &str = r#"{"format": "rung-record/1",
  "credentials": [{"credential": "ptcb-cpht", "number": "123", "issued": "2021-03-14", "expires": "2027-03-31", "status": "inactive",
    "periods": [{"from": "2025-03-20", "to": "2027-03-31", "note": "extended"}],
    "renewals": [{"filed": "2025-02-10", "approved": "2025-03-20"}, {"filed": "2026-11-01", "returned": "2026-11-10", "why": "hours"}],
    "fees_paid": [{"usd": "55", "paid": "2025-02-10", "what": "Renewal", "receipt": 17}],
    "badge": "https://badge.example/1"}]}"#;

async fn entry_id(home: &Home) -> String {
    let person = home.store.person().await.unwrap();
    home.store.parts::<rung_record::Credential>(person).await.unwrap()[0].id.clone()
}

/// The fields of the page's form, as a browser would send them.
fn form_of(page: &Answer, action: &str) -> Vec<(String, String)> {
    let start = page.body.find(&format!("<form method=\"post\" action=\"{action}\">")).unwrap();
    let form = &page.body[start..start + page.body[start..].find("</form>").unwrap()];
    let value = |tag: &str, name: &str| {
        let found = tag.split_once(&format!(" {name}=\""))?.1;
        Some(found.split('"').next().unwrap().replace("&quot;", "\"").replace("&amp;", "&"))
    };
    let mut fields = Vec::new();
    for tag in form.split('<').filter(|tag| tag.starts_with("input") || tag.starts_with("select")) {
        let Some(name) = value(tag, "name").filter(|name| name != "token") else { continue };
        if tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"") {
            continue;
        }
        fields.push((name, value(tag, "value").unwrap_or_default()));
    }
    let chosen = form.split("<option").find(|tag| tag.contains(" selected"));
    for (name, held) in &mut fields {
        if name == "status" {
            *held = chosen.and_then(|tag| value(tag, "value")).unwrap_or_else(|| "active".to_owned());
        }
    }
    fields
}

fn set(fields: &mut [(String, String)], name: &str, to: &str) {
    fields.iter_mut().find(|(own, _)| own == name).unwrap().1 = to.to_owned();
}

async fn send(home: &Home, address: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    home.post(address, &fields).await
}

#[tokio::test]
async fn nothing_held_says_what_to_do() {
    let page = Home::empty().await.get("/certifications").await;
    assert!(page.body.contains("Nothing here yet") && page.body.contains("href=\"/certifications/new\""));
}

#[tokio::test]
async fn a_credential_is_added_by_a_part_of_its_name_shown_and_undone() {
    let home = Home::empty().await;
    let added = home
        .post_and_follow(
            "/certifications/new",
            &[("credential", "texas registered"), ("number", "7"), ("expires", "2027-05-31")],
        )
        .await;
    assert!(added.body.contains("Added Texas · Registered Pharmacy Technician"), "{}", added.body);
    assert!(added.body.contains("class=\"lifeline\"") && added.body.contains("May 31, 2027"));
    assert_eq!(home.record().await.credentials[0].credential.as_str(), "tx-pharmacy-technician");
    let version = added.part("name=\"version\"", ">");
    let version = version.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
    home.post_and_follow("/undo", &[("version", version), ("back", "/certifications")]).await;
    assert!(home.record().await == Record::default());
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
    let home = Home::empty().await;
    let answer = home
        .post(
            "/certifications/new",
            &[
                ("credential", "texas"),
                ("number", "0815"),
                ("issued", "2026-02-30"),
                ("renewal_filed", "2026-03-01"),
                ("renewal_approved", "2026-02-01"),
                ("fee_usd", "much"),
                ("fee_what", "Exam"),
                ("period_to", "2026-01-01"),
            ],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for id in [
        "credential-fault",
        "issued-fault",
        "renewal-approved-0-fault",
        "fee-usd-0-fault",
        "period-from-0-fault",
    ] {
        assert!(answer.body.contains(&format!("id=\"{id}\"")), "{id}");
    }
    for typed in
        ["value=\"texas\"", "value=\"0815\"", "value=\"2026-02-30\"", "value=\"much\"", "value=\"Exam\""]
    {
        assert!(answer.body.contains(typed), "{typed}");
    }
    assert!(answer.body.contains("name=\"choice\" value=\"tx-pharmacy-technician\""));
    assert!(home.record().await == Record::default());
    let chosen = [("credential", "texas"), ("choice", "tx-pharmacy-technician")];
    home.post_and_follow("/certifications/new", &chosen).await;
    assert_eq!(home.record().await.credentials[0].credential.as_str(), "tx-pharmacy-technician");
}

#[tokio::test]
async fn an_edit_loses_nothing_that_the_record_knows() {
    let home = Home::of(FULL).await;
    let before = home.record().await;
    let address = format!("/certifications/held/{}", entry_id(&home).await);
    let page = home.get(&address).await;
    assert!(page.body.contains("Kept as it came") && page.body.contains("badge.example"));
    let mut fields = form_of(&page, &address);
    let same = send(&home, &address, &fields).await;
    assert_eq!(same.status, StatusCode::SEE_OTHER, "{}", same.body);
    assert_eq!(home.record().await, before);

    set(&mut fields, "number", "456");
    send(&home, &address, &fields).await;
    let mut wanted = before;
    wanted.credentials[0].number = Some("456".to_owned());
    assert_eq!(home.record().await, wanted);
}

#[tokio::test]
async fn two_tabs_are_told_of_each_other_and_the_second_chooses() {
    let home = Home::of(FULL).await;
    let address = format!("/certifications/held/{}", entry_id(&home).await);
    let mut first = form_of(&home.get(&address).await, &address);
    let mut second = first.clone();
    set(&mut first, "number", "first");
    set(&mut second, "number", "second");
    assert_eq!(send(&home, &address, &first).await.status, StatusCode::SEE_OTHER);
    let told = send(&home, &address, &second).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.body.contains("value=\"second\"") && told.body.contains(">first</td>"), "{}", told.body);
    assert_eq!(home.record().await.credentials[0].number.as_deref(), Some("first"));
    let again = form_of(&told, &address);
    assert_eq!(send(&home, &address, &again).await.status, StatusCode::SEE_OTHER);
    assert_eq!(home.record().await.credentials[0].number.as_deref(), Some("second"));
}

#[tokio::test]
async fn a_removed_credential_can_be_put_back_from_its_history() {
    let home = Home::of(FULL).await;
    let (before, id) = (home.record().await, entry_id(&home).await);
    let address = format!("/certifications/held/{id}");
    let page = home.get(&address).await;
    let form = form_of(&page, &format!("{address}/remove"));
    assert_eq!(send(&home, &format!("{address}/remove"), &form).await.status, StatusCode::SEE_OTHER);
    assert!(home.record().await.credentials.is_empty());
    let removed = home.get(&address).await;
    assert!(removed.body.contains("This credential was removed"));
    let back = form_of(&removed, &format!("{address}/restore"));
    assert_eq!(send(&home, &format!("{address}/restore"), &back).await.status, StatusCode::SEE_OTHER);
    assert_eq!(home.record().await, before);
    assert_eq!(home.get("/certifications/held/nobody").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_credential_s_own_id_leads_to_what_is_held_of_it() {
    let home = Home::of(TEXAN).await;
    let answer = home.get("/certifications/held/tx-pharmacy-technician").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(answer.header(axum::http::header::LOCATION).ends_with(&entry_id(&home).await));
}

#[tokio::test]
async fn the_days_between_filing_and_approval_are_told() {
    let open = r#"{"format": "rung-record/1", "credentials": [{"credential": "ptcb-cpht", "issued": "2019-01-20",
        "expires": "2027-01-31", "renewals": [{"filed": "2026-11-10"}]}]}"#;
    let page = Home::of(open).await.get("/certifications").await;
    assert!(page.body.contains("Renewal filed"), "{}", page.body);
    assert!(
        page.body
            .contains("hours completed from Nov 11, 2026 until the day of approval count for neither period")
    );
}

#[tokio::test]
async fn every_credential_of_the_catalogue_has_an_answer() {
    let home = Home::of(TEXAN).await;
    let all = home.get("/certifications/eligibility").await;
    let known = crate::home::catalog().credentials.len();
    assert_eq!(all.body.matches("href=\"/certifications/eligibility/").count(), known);
    let texas = home.get("/certifications/eligibility?of=tx").await;
    assert_eq!(texas.body.matches("href=\"/certifications/eligibility/").count(), 2);
    for credential in &crate::home::catalog().credentials {
        let page = home.get(&format!("/certifications/eligibility/{}", credential.id)).await;
        assert_eq!(page.status, StatusCode::OK, "{}", credential.id);
    }
    let unknown = home.get("/certifications/eligibility/ptcb-cphtt").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.body.contains("/certifications/eligibility/ptcb-cpht\""));
}

#[tokio::test]
async fn an_unknown_is_settled_by_an_answer_and_the_answer_can_be_taken_back() {
    let home = Home::empty().await;
    let page = home.get("/certifications/eligibility/ptcb-cpht").await;
    assert!(page.body.contains("Not known yet"), "{}", page.body);
    let fact = page.part("name=\"name\" value=\"attest:", ">");
    let key = fact.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let address = "/certifications/eligibility/ptcb-cpht/answer";
    let told = home.post_and_follow(address, &[("name", &key), ("answer", "yes")]).await;
    assert!(told.body.contains("You answered yes"), "{}", told.body);
    assert_eq!(home.record().await.answer(&key), Some(true));
    home.post_and_follow(address, &[("name", &key), ("answer", "no")]).await;
    assert_eq!(home.record().await.answer(&key), Some(false));
    home.post_and_follow(address, &[("name", &key), ("answer", "forget")]).await;
    assert_eq!(home.record().await.answer(&key), None);
}

#[tokio::test]
async fn only_what_is_asked_can_be_answered() {
    let home = Home::empty().await;
    let address = "/certifications/eligibility/ptcb-cpht/answer";
    let answer = home.post(address, &[("name", "attest:of-another-page"), ("answer", "yes")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(home.record().await == Record::default());
}

/// Every question of every page takes an answer, and what is no answer is told at its field.
#[tokio::test]
async fn questions_about_the_person_put_their_answer_into_the_record() {
    let home = Home::empty().await;
    let mut seen = std::collections::BTreeSet::new();
    for credential in &crate::home::catalog().credentials {
        let page = home.get(&format!("/certifications/eligibility/{}", credential.id)).await;
        for part in page.body.split("name=\"name\" value=\"").skip(1) {
            let name = part.split('"').next().unwrap().to_owned();
            let kind = name.split(':').next().unwrap().to_owned();
            if !seen.insert(kind.clone()) {
                continue;
            }
            let address = format!("/certifications/eligibility/{}/answer", credential.id);
            if matches!(kind.as_str(), "birth-date" | "program" | "work") {
                let wrong = [("name", name.as_str()), ("day", "soon"), ("from", "soon"), ("title", "Typed")];
                let refused = home.post(&address, &wrong).await;
                assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
                assert!(
                    refused.body.contains("-fault\"") && refused.body.contains("value=\"soon\""),
                    "{kind}"
                );
            }
            let right = [
                ("name", name.as_str()),
                ("answer", "yes"),
                ("day", "2000-01-31"),
                ("from", "2020-01-01"),
                ("hours", "36"),
            ];
            assert_eq!(home.post(&address, &right).await.status, StatusCode::SEE_OTHER, "{kind}");
        }
    }
    let record = home.record().await;
    assert!(record.person.birth_date.is_some() && !record.work.is_empty() && !record.education.is_empty());
    insta::assert_snapshot!(seen.into_iter().collect::<Vec<_>>().join(" "), @"attest birth-date program work");
}

#[tokio::test]
async fn documents_are_shown_with_what_they_belong_to() {
    let home = Home::of(TEXAN).await;
    let (person, id) = (home.store.person().await.unwrap(), entry_id(&home).await);
    let note = rung_store::Note::new("Kept", "2026-11-23T12:00:00Z".parse().unwrap());
    let links = [(Kind::Credential, id.clone())];
    home.store.add_document(person, "license.pdf", b"%PDF-1.4".to_vec(), &links, &note).await.unwrap();
    let page = home.get("/certifications").await;
    assert!(page.body.contains(">license.pdf</a>"));
    assert!(page.body.contains(&format!("/documents/new?for=credential:{id}")));
}
