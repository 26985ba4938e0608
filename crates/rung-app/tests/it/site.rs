//! What holds for the whole site: who may ask, what travels, what is refused.

use crate::home::{Answer, Home, form, request};
use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use rung_record::{MAX_RECORD_BYTES, Record};
use rung_rules::{answer, evaluate};

pub const TEXAN: &str = r#"{
  "format": "rung-record/1",
  "person": {"name": "Jo <b>Day</b>"},
  "credentials": [{"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}],
  "credits": [
    {"id": "c1", "completed": "2026-02-11", "title": "Law", "hours": 1, "accreditation": ["acpe"], "topics": ["law"],
     "law_of": "TX", "audience": "technician"},
    {"id": "c2", "completed": "2020-02-11", "title": "Old news", "hours": 2, "accreditation": ["acpe"]}
  ]
}"#;
const FAULTY: &str =
    r#"{"format": "rung-record/1", "credits": [{"id": "c1", "completed": "2026-13-02", "hours": -1}]}"#;

async fn ask(request: Request<Body>) -> Answer {
    Home::empty().await.ask(request).await
}

async fn get(address: &str) -> Answer {
    ask(request(Method::GET, address).body(Body::empty()).unwrap()).await
}

mod pages {
    use super::*;

    #[tokio::test]
    async fn about_names_every_authority_and_links_only_to_the_web() {
        let answer = get("/about").await;
        for authority in &crate::home::catalog().authorities {
            assert!(
                answer.body.contains(&maud::html! { (authority.name) }.into_string()),
                "{}",
                authority.name
            );
        }
        assert!(!answer.body.contains("href=\"javascript:"));
    }

    #[tokio::test]
    async fn health_is_ok() {
        let answer = get("/health").await;
        assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "ok\n"));
    }

    #[tokio::test]
    async fn head_answers_as_get_without_a_body() {
        let answer = ask(request(Method::HEAD, "/").body(Body::empty()).unwrap()).await;
        assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, ""));
    }

    #[tokio::test]
    async fn no_such_page_says_so() {
        for address in ["/nothing", "/assets/rung.0.css", "/rules/%ff"] {
            let answer = get(address).await;
            assert!(matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST), "{address}");
            assert!(answer.body.contains("Go to the first page"), "{address}: {}", answer.body);
        }
    }

    #[tokio::test]
    async fn a_forms_address_opened_by_itself_says_what_it_is() {
        let answer = get("/undo").await;
        assert_eq!((answer.status, answer.header(header::ALLOW)), (StatusCode::METHOD_NOT_ALLOWED, "POST"));
        assert!(answer.body.contains("This address is for a form"));
    }

    #[tokio::test]
    async fn a_page_that_the_browser_has_is_not_sent_again_until_something_changes() {
        let home = Home::of(TEXAN).await;
        home.get("/").await; // The first answer brings the seal; from then on the page stays the same.
        let first = home.get("/education").await;
        let again =
            request(Method::GET, "/education").header(header::IF_NONE_MATCH, first.header(header::ETAG));
        let again = home.ask(again.body(Body::empty()).unwrap()).await;
        assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
        home.post("/look", &[("theme", "dark")]).await;
        let dark =
            request(Method::GET, "/education").header(header::IF_NONE_MATCH, first.header(header::ETAG));
        let dark = home.ask(dark.body(Body::empty()).unwrap()).await;
        assert!(dark.status == StatusCode::OK && dark.body.contains("data-theme=\"dark\""));
    }

    #[tokio::test]
    async fn language_and_colours_are_remembered_and_lead_back() {
        let home = Home::empty().await;
        let answer = home.post("/look", &[("language", "es"), ("back", "/rules?by=live")]).await;
        assert_eq!(
            (answer.status, answer.header(header::LOCATION)),
            (StatusCode::SEE_OTHER, "/rules?by=live")
        );
        assert!(home.get("/rules").await.body.contains("<html lang=\"es\""));
        let elsewhere = home.post("/look", &[("language", "en"), ("back", "//evil.example")]).await;
        assert_eq!(elsewhere.header(header::LOCATION), "/");
    }
}

mod api {
    use super::*;

    async fn post(address: &str, body: impl Into<Body>) -> Answer {
        ask(request(Method::POST, address).body(body.into()).unwrap()).await
    }

    #[tokio::test]
    async fn status_is_the_one_answer() {
        let answer = post("/api/status?on=2026-12-01", TEXAN).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/json");
        let (record, catalog) = (Record::from_json(TEXAN.as_bytes()).unwrap(), crate::home::catalog());
        let expected = answer::status(&evaluate(&record, &catalog, "2026-12-01".parse().unwrap()));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&answer.body).unwrap(), expected);
    }

    #[tokio::test]
    async fn faults_are_a_problem_document() {
        let answer = post("/api/status", FAULTY).await;
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json");
        insta::assert_snapshot!(answer.body, @r#"{"type":"about:blank","title":"This record cannot be read yet","status":422,"detail":"The record has 2 faults.","errors":[{"place":"credits[0].completed","what":"\"2026-13-02\" is not a date: there is no such day"},{"place":"credits[0].hours","what":"-1 hours is below zero"}]}"#);
        let answer = post("/api/status?on=soon", TEXAN).await;
        insta::assert_snapshot!(answer.body, @r#"{"type":"about:blank","title":"A value is not right","status":422,"detail":"on: \"soon\" is not a date (write YYYY-MM-DD)"}"#);
    }

    #[tokio::test]
    async fn whoever_asks_for_json_gets_problems_as_json_on_every_page() {
        let wants_json = request(Method::GET, "/nothing").header(header::ACCEPT, "application/json");
        let answer = ask(wants_json.body(Body::empty()).unwrap()).await;
        insta::assert_snapshot!(answer.body, @r#"{"type":"about:blank","title":"There is no such page","status":404,"detail":"The address may be mistyped, or old."}"#);
    }
}

mod palette {
    use super::*;

    #[tokio::test]
    async fn every_place_of_the_palette_is_there_in_both_languages() {
        let home = Home::of(TEXAN).await;
        for (language, today) in [("en", "Today"), ("es", "Hoy")] {
            home.post("/look", &[("language", language)]).await;
            let answer: serde_json::Value = serde_json::from_str(&home.get("/palette").await.body).unwrap();
            assert_eq!(
                answer["places"][0],
                serde_json::json!({"name": today, "address": "/", "keys": "g t"})
            );
            for place in answer["places"].as_array().unwrap() {
                let address = place["address"].as_str().unwrap();
                assert_eq!(home.get(address).await.status, StatusCode::OK, "{address}");
            }
        }
    }

    #[tokio::test]
    async fn the_site_can_be_installed_and_read_while_it_does_not_run() {
        let home = Home::empty().await;
        let manifest = home.get("/manifest.webmanifest").await;
        assert_eq!(manifest.header(header::CONTENT_TYPE), "application/manifest+json");
        let manifest: serde_json::Value = serde_json::from_str(&manifest.body).unwrap();
        let icon = manifest["icons"][0]["src"].as_str().unwrap();
        assert_eq!(home.get(icon).await.status, StatusCode::OK);
        assert!(home.get("/worker.js").await.header(header::CONTENT_TYPE).starts_with("text/javascript"));
        assert!(home.get("/").await.body.contains("<p class=\"offline\""));
        home.post("/sample/load", &[("name", "ptcb-dead-zone")]).await;
        let removed = home.post("/sample/remove", &[]).await;
        assert!(removed.headers.contains_key("clear-site-data"), "no copy of what was removed stays");
    }
}

mod guard {
    use super::*;

    #[tokio::test]
    async fn only_our_own_names_are_answered() {
        for (host, expected) in [
            ("127.0.0.1:7864", StatusCode::OK),
            ("localhost:7864", StatusCode::OK),
            ("[::1]:7864", StatusCode::OK),
            ("rebound.example:7864", StatusCode::MISDIRECTED_REQUEST),
            ("127.0.0.1", StatusCode::MISDIRECTED_REQUEST),
        ] {
            let answer = ask(Request::get("/").header(header::HOST, host).body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, expected, "{host}");
        }
        let none = ask(Request::get("/").body(Body::empty()).unwrap()).await;
        assert_eq!(none.status, StatusCode::MISDIRECTED_REQUEST);
        let two = request(Method::GET, "/").header(header::HOST, "rebound.example:7864");
        assert_eq!(ask(two.body(Body::empty()).unwrap()).await.status, StatusCode::MISDIRECTED_REQUEST);
        let absolute = request(Method::GET, "http://rebound.example:7864/");
        assert_eq!(ask(absolute.body(Body::empty()).unwrap()).await.status, StatusCode::MISDIRECTED_REQUEST);
    }

    #[tokio::test]
    async fn forms_of_other_sites_are_turned_away() {
        for (name, value, expected) in [
            ("origin", "http://127.0.0.1:7864", StatusCode::OK),
            ("origin", "http://localhost:7864", StatusCode::FORBIDDEN),
            ("origin", "https://127.0.0.1:7864", StatusCode::FORBIDDEN),
            ("origin", "http://evil.example", StatusCode::FORBIDDEN),
            ("origin", "null", StatusCode::FORBIDDEN),
            ("sec-fetch-site", "same-origin", StatusCode::OK),
            ("sec-fetch-site", "same-site", StatusCode::FORBIDDEN),
            ("sec-fetch-site", "cross-site", StatusCode::FORBIDDEN),
        ] {
            let form =
                request(Method::POST, "/api/status").header(name, value).body(Body::from(TEXAN)).unwrap();
            let answer = ask(form).await;
            assert_eq!(answer.status, expected, "{name}: {value}");
            assert!(expected == StatusCode::OK || !answer.body.contains("credential"), "nothing is answered");
        }
    }

    #[tokio::test]
    async fn a_form_without_the_browsers_token_changes_nothing() {
        let home = Home::empty().await;
        let token = home.token().await;
        for fields in ["", "token=", "token=0", "version=1", &format!("token={token}0")] {
            let answer = home.ask(form("/look").body(Body::from(fields.to_owned())).unwrap()).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{fields}");
            assert!(answer.body.contains("This form is too old"));
        }
        let another_browsers = Home::empty().await;
        let answer =
            another_browsers.ask(form("/look").body(Body::from(format!("token={token}"))).unwrap()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }

    #[tokio::test]
    async fn personal_pages_are_kept_by_nobody_else_and_load_nothing_from_elsewhere() {
        let home = Home::of(TEXAN).await;
        for address in ["/", "/education", "/education/plan"] {
            let answer = home.get(address).await;
            assert_eq!(answer.header(header::CACHE_CONTROL), "private, no-cache", "{address}");
            insta::allow_duplicates! {
                insta::assert_snapshot!(answer.header(header::CONTENT_SECURITY_POLICY), @r#"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"#);
            }
            assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
            assert_eq!(answer.header(header::REFERRER_POLICY), "same-origin");
            for inline in ["<style", " style=", " onclick=", "<script>"] {
                assert!(!answer.body.contains(inline), "the policy would refuse {inline}");
            }
        }
        assert_eq!(home.get("/nothing").await.header(header::CACHE_CONTROL), "no-store");
    }

    #[tokio::test]
    async fn assets_are_kept_for_good_and_known_again_by_their_tag() {
        let first = get("/").await;
        for ending in [".css", ".js", ".svg"] {
            let address = first
                .body
                .split('"')
                .find(|text| text.starts_with("/assets/") && text.ends_with(ending))
                .unwrap();
            let asset = get(address).await;
            assert_eq!(asset.status, StatusCode::OK);
            assert_eq!(asset.header(header::CACHE_CONTROL), "public, max-age=31536000, immutable");
            let known =
                request(Method::GET, address).header(header::IF_NONE_MATCH, asset.header(header::ETAG));
            let again = ask(known.body(Body::empty()).unwrap()).await;
            assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
        }
    }
}

mod hostile {
    use super::*;

    #[tokio::test]
    async fn a_body_over_the_limit_is_refused() {
        let large = "x".repeat(MAX_RECORD_BYTES + 128 * 1024);
        let as_form = ask(form("/look").body(Body::from(large.clone())).unwrap()).await;
        let at_api = ask(request(Method::POST, "/api/status").body(Body::from(large)).unwrap()).await;
        assert_eq!(
            (as_form.status, at_api.status),
            (StatusCode::PAYLOAD_TOO_LARGE, StatusCode::PAYLOAD_TOO_LARGE)
        );
        assert!(as_form.body.contains("This file is too large") && at_api.body.starts_with('{'));
    }

    #[tokio::test]
    async fn deep_binary_and_broken_records_are_faults_and_not_crashes() {
        let deep = "[".repeat(200_000);
        for hostile in [deep.as_str(), "\u{0}\u{1}\u{2}", "{\"format\": 7}", "nul"] {
            let answer =
                ask(request(Method::POST, "/api/status").body(Body::from(hostile.to_owned())).unwrap()).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
    }

    #[tokio::test]
    async fn a_day_at_the_edge_of_the_calendar_is_answered() {
        let home = Home::of(TEXAN).await;
        for day in ["1900-01-01", "2200-12-31"] {
            for address in ["/education", "/education/plan"] {
                let answer = home.get(&format!("{address}?on={day}")).await;
                assert!(answer.status == StatusCode::OK, "{address} on {day}: {}", answer.status);
            }
        }
    }
}
