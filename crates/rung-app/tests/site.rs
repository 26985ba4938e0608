//! What the site answers, by route and situation.

#![allow(clippy::unwrap_used, clippy::panic)] // The helpers of tests are tests too.

mod common;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use common::{Answer, HOST, site};
use rung_catalog::Catalog;
use rung_record::{MAX_RECORD_BYTES, Record};
use rung_rules::{answer, evaluate};

const TEXAN: &str = r#"{
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
    common::ask(&site(), request).await
}

fn request(method: Method, address: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(address).header(header::HOST, HOST)
}

async fn get(address: &str) -> Answer {
    ask(request(Method::GET, address).body(Body::empty()).unwrap()).await
}

/// A form as a browser sends it.
async fn send(address: &str, fields: &[(&str, &str)]) -> Answer {
    ask(form(address, fields)
        .header(header::ORIGIN, format!("http://{HOST}"))
        .body(form_body(fields))
        .unwrap())
    .await
}

fn form(address: &str, _: &[(&str, &str)]) -> axum::http::request::Builder {
    request(Method::POST, address).header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
}

fn form_body(fields: &[(&str, &str)]) -> Body {
    let mut body = String::new();
    for (name, value) in fields {
        body.push_str(&format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    body.push_str("--edge--\r\n");
    Body::from(body)
}

mod pages {
    use super::*;

    #[tokio::test]
    async fn first_page_offers_a_form_and_every_sample() {
        let answer = get("/").await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.contains(r#"<form class="open-record" id="open" method="post" action="/status" enctype="multipart/form-data""#));
        assert!(answer.body.matches("class=\"card sample\"").count() >= 2);
    }

    #[tokio::test]
    async fn credits_between_filing_and_approval_are_told_with_their_reason() {
        let answer = get("/samples/ptcb-dead-zone?on=2026-11-23").await;
        assert!(answer.body.contains(
            "2 credits not counted: completed after the renewal was filed and before it was approved"
        ));
    }

    #[tokio::test]
    async fn every_sample_has_a_status_and_a_plan() {
        let first = get("/").await;
        let addresses: Vec<&str> = first
            .body
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|to| to.starts_with("/samples/"))
            .collect();
        assert!(!addresses.is_empty());
        for address in addresses {
            let status = get(address).await;
            assert_eq!(status.status, StatusCode::OK, "{address}");
            assert!(status.body.contains("class=\"card obligation\""), "{address} shows an obligation");
            let plan = get(&format!("{address}/plan?hours_per_week=3")).await;
            assert_eq!(plan.status, StatusCode::OK, "{address}/plan");
            assert!(plan.body.contains("<p class=\"summary"), "{address}/plan comes to something");
        }
    }

    #[tokio::test]
    async fn about_names_every_authority_and_links_only_to_the_web() {
        let answer = get("/about").await;
        for authority in &Catalog::shipped().authorities {
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
    async fn no_such_page_and_no_such_sample_say_so() {
        for address in
            ["/nothing", "/samples/nobody", "/samples/nobody/plan", "/assets/rung.0.css", "/samples/%ff"]
        {
            let answer = get(address).await;
            assert!(matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST), "{address}");
            assert!(answer.body.contains("Go to the first page"), "{address}: {}", answer.body);
        }
    }

    #[tokio::test]
    async fn a_page_that_needs_a_record_says_so_when_opened_by_its_address() {
        let answer = get("/status").await;
        assert_eq!((answer.status, answer.header(header::ALLOW)), (StatusCode::METHOD_NOT_ALLOWED, "POST"));
        assert!(answer.body.contains("This page opens with a record"));
    }
}

mod status {
    use super::*;

    #[tokio::test]
    async fn a_pasted_record_is_judged_line_by_line() {
        let answer = send("/status", &[("text", TEXAN)]).await;
        assert_eq!(answer.status, StatusCode::OK);
        insta::assert_snapshot!(answer.part("<p class=\"summary", "</p>"), @r#"<p class="summary not-met">One obligation needs you. Next: <strong>Texas · Registered Pharmacy Technician</strong>, by <time datetime="2027-05-31">May 31, 2027</time> (189 days).</p>"#);
        insta::assert_snapshot!(answer.part("<section class=\"card obligation\"", "</header>"), @r#"
        <section class="card obligation" aria-labelledby="o1">
        <header>
        <svg class="ring" viewBox="0 0 64 64" role="img" aria-label="1 of 3 requirements met">
        <g fill="none" transform="rotate(-90 32 32)">
        <circle class="track" cx="32" cy="32" r="27" pathLength="1000" stroke-dasharray="309 691" stroke-dashoffset="-12">
        </circle>
        <circle class="not-met" cx="32" cy="32" r="27" pathLength="1000" stroke-dasharray="15 985" stroke-dashoffset="-12">
        </circle>
        <circle class="track" cx="32" cy="32" r="27" pathLength="1000" stroke-dasharray="309 691" stroke-dashoffset="-345">
        </circle>
        <circle class="met" cx="32" cy="32" r="27" pathLength="1000" stroke-dasharray="309 691" stroke-dashoffset="-345">
        </circle>
        <circle class="track" cx="32" cy="32" r="27" pathLength="1000" stroke-dasharray="309 691" stroke-dashoffset="-678">
        </circle>
        </g>
        <text x="32" y="37.5" text-anchor="middle">1<tspan class="of">/3</tspan>
        </text>
        </svg>
        <div>
        <p class="eyebrow">Texas</p>
        <h2 id="o1">Registered Pharmacy Technician</h2>
        <p>Good until <time datetime="2027-05-31">May 31, 2027</time> (189 days).</p>
        </div>
        <span class="chip not-met">
        <svg class="icon not-met" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <circle cx="8" cy="8" r="6">
        </circle>
        <path d="M8 3.5v5l3 2">
        </path>
        </svg>Not met yet</span>
        </header>
        "#);
        insta::assert_snapshot!(answer.part("<details class=\"requirement met\"", "</summary>"), @r#"
        <details class="requirement met">
        <summary>
        <span class="mark">
        <svg class="icon met" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M3.5 8.5l3 3 6-7">
        </path>
        </svg>
        </span>
        <span class="what">Texas pharmacy law or rules</span>
        <span class="amounts">1 of 1 h</span>
        <span class="word">Met</span>
        <svg class="progress met" aria-hidden="true" focusable="false">
        <rect class="track" width="100%" height="100%" rx="3">
        </rect>
        <rect class="fill" width="100%" height="100%" rx="3">
        </rect>
        </svg>
        </summary>
        "#);
        insta::assert_snapshot!(answer.part("<table><caption>Counted: 1 h", "</table>"), @r#"
        <table>
        <caption>Counted: 1 h from 1 credit</caption>
        <thead>
        <tr>
        <th scope="col">Credit</th>
        <th scope="col">Completed</th>
        <th scope="col">Hours</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">Law</th>
        <td data-column="Completed">
        <time datetime="2026-02-11">Feb 11, 2026</time>
        </td>
        <td data-column="Hours">1 h</td>
        </tr>
        </tbody>
        </table>
        "#);
        insta::assert_snapshot!(answer.part("<details class=\"refused\"><summary>1 credit not counted: about another topic", "</details>"), @r#"
        <details class="refused">
        <summary>1 credit not counted: about another topic</summary>
        <ul>
        <li>Law, <time datetime="2026-02-11">Feb 11, 2026</time>, 1 h</li>
        </ul>
        </details>
        "#);
        insta::assert_snapshot!(answer.part("<p class=\"source\"><span>Source", "</p>"), @r#"
        <p class="source">
        <span>Source</span> <a href="https://texreg.sos.state.tx.us/public/readtac%24ext.TacPage?sl=R&amp;app=9&amp;p_dir=&amp;p_rloc=&amp;p_tloc=&amp;p_ploc=&amp;pg=1&amp;p_tac=&amp;ti=22&amp;pt=15&amp;ch=297&amp;rl=8" rel="noopener noreferrer external">22 TAC 297.8, continuing education of technicians</a>, (b)(3)(B). Checked <time datetime="2026-11-27">Nov 27, 2026</time>; high confidence.</p>
        "#);
    }

    #[tokio::test]
    async fn what_a_record_says_is_shown_as_text() {
        let answer = send("/status", &[("text", TEXAN)]).await;
        assert!(
            answer.body.contains("<h1>Jo &lt;b&gt;Day&lt;/b&gt;</h1>") && !answer.body.contains("<b>Day")
        );
    }

    #[tokio::test]
    async fn the_record_travels_on_in_the_page() {
        let answer = send("/status", &[("text", TEXAN)]).await;
        let field = answer.part("<input type=\"hidden\" name=\"text\" value=\"", "\">");
        let value =
            field.trim_start_matches("<input type=\"hidden\" name=\"text\" value=\"").trim_end_matches("\">");
        let value =
            value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        assert_eq!(
            Record::from_json(value.as_bytes()).unwrap(),
            Record::from_json(TEXAN.as_bytes()).unwrap()
        );
    }

    #[tokio::test]
    async fn a_file_goes_before_text_and_an_empty_one_does_not() {
        let both = send("/status", &[("file", TEXAN), ("text", FAULTY)]).await;
        let empty_file = send("/status", &[("file", ""), ("text", TEXAN)]).await;
        assert_eq!((both.status, empty_file.status), (StatusCode::OK, StatusCode::OK));
    }

    #[tokio::test]
    async fn another_day_is_answered_and_what_is_no_day_is_told() {
        let later = send("/status", &[("text", TEXAN), ("on", "2027-06-30")]).await;
        assert!(later.body.contains("Expired, can be reinstated"));
        let never = send("/status", &[("text", TEXAN), ("on", "2027-06-31")]).await;
        assert_eq!(never.status, StatusCode::UNPROCESSABLE_ENTITY);
        insta::assert_snapshot!(never.part("<div class=\"field faulty\"", "</div>"), @r#"
        <div class="field faulty">
        <label for="on">Day</label>
        <input id="on" type="date" name="on" value="2027-06-31" min="1900-01-01" max="2200-12-31" required aria-invalid="true" aria-describedby="on-fault">
        <p class="fault" id="on-fault">
        <svg class="icon expired" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M8 3.5v5.2M8 12v.1">
        </path>
        </svg>
        <span>&quot;2027-06-31&quot; is not a date: there is no such day</span>
        </p>
        </div>
        "#);
    }

    #[tokio::test]
    async fn faults_are_listed_and_the_text_comes_back() {
        let answer = send("/status", &[("text", FAULTY)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        insta::assert_snapshot!(answer.part("<ol class=\"faults\"", "</ol>"), @r#"
        <ol class="faults">
        <li>
        <svg class="icon expired" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M8 3.5v5.2M8 12v.1">
        </path>
        </svg>
        <div>
        <code>credits[0].completed</code>
        <p>&quot;2026-13-02&quot; is not a date: there is no such day.</p>
        </div>
        </li>
        <li>
        <svg class="icon expired" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M8 3.5v5.2M8 12v.1">
        </path>
        </svg>
        <div>
        <code>credits[0].hours</code>
        <p>-1 hours is below zero.</p>
        </div>
        </li>
        </ol>
        "#);
        assert!(
            answer.body.contains("{&quot;format&quot;: &quot;rung-record/1&quot;, &quot;credits&quot;: [{")
        );
    }

    #[tokio::test]
    async fn nothing_given_is_told_at_the_field() {
        let answer = send("/status", &[("file", ""), ("text", " \n")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("Choose a file, or paste the record's text."));
    }

    #[tokio::test]
    async fn a_record_without_credentials_says_what_to_add() {
        let answer = send("/status", &[("text", r#"{"format": "rung-record/1"}"#)]).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.contains("No credentials yet"));
    }

    #[tokio::test]
    async fn a_credential_that_is_not_known_is_named_with_the_nearest() {
        let record =
            r#"{"format": "rung-record/1", "credentials": [{"credential": "tx-pharmacy-technicia"}]}"#;
        let answer = send("/status", &[("text", record)]).await;
        assert!(answer.body.contains("Did you mean <code>tx-pharmacy-technician</code>?"));
    }
}

mod plan {
    use super::*;

    #[tokio::test]
    async fn without_activities_a_plan_says_what_to_look_for() {
        let answer = send("/plan", &[("text", TEXAN)]).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.contains("Find these"));
    }

    #[tokio::test]
    async fn activities_are_taken_from_a_spreadsheet_and_travel_on() {
        let activities = "id,title,provider,hours,price,accreditation,audience\nlong,A long course,Sample University,40,9.50,acpe,technician\n";
        let answer = send("/plan", &[("text", TEXAN), ("offerings", activities), ("budget", "$1,000")]).await;
        assert_eq!(answer.status, StatusCode::OK);
        insta::assert_snapshot!(answer.part("<p class=\"summary", "</p>"), @r#"
        <p class="summary unknown">
        <strong>$9.50</strong> and <strong>40 h</strong>. For 1 thing no activity is known yet, so what it costs is not in the sum. <span class="chip met">
        <svg class="icon met" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M3.5 8.5l3 3 6-7">
        </path>
        </svg>Proven best</span>
        </p>
        "#);
        assert!(
            answer.body.contains("name=\"offerings_text\"") && answer.body.contains("1 activity is known")
        );
    }

    #[tokio::test]
    async fn wishes_that_are_none_are_told_at_their_fields() {
        let fields =
            [("text", TEXAN), ("budget", "lots"), ("hours_per_week", "200"), ("horizon", "1999-01-01")];
        let answer = send("/plan", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.body.matches("<p class=\"fault\"").count(), 3);
        assert!(answer.body.contains("value=\"lots\""), "what was typed stays");
    }

    #[tokio::test]
    async fn faulty_activities_are_listed() {
        let answer = send("/plan", &[("text", TEXAN), ("offerings", "id,title\nlong,\n")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("<ol class=\"faults\">"));
    }

    #[tokio::test]
    async fn wishes_that_leave_no_plan_are_answered_with_reasons_and_ways_out() {
        let answer = send("/plan", &[("text", TEXAN), ("hours_per_week", "0.25")]).await;
        assert_eq!(answer.status, StatusCode::OK);
        insta::assert_snapshot!(answer.part("<ul class=\"plain\"", "</ul>"), @r#"
        <ul class="plain">
        <li>20 h of continuing education for Registered Pharmacy Technician by <time datetime="2027-05-31">May 31, 2027</time>
        </li>
        <li>15 min a week</li>
        </ul>
        "#);
        assert!(answer.body.contains("Ways out"));
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
        let (record, catalog) = (Record::from_json(TEXAN.as_bytes()).unwrap(), Catalog::shipped());
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
        let fields = [("text", FAULTY)];
        let wants_json = form("/status", &fields).header(header::ACCEPT, "application/json");
        let answer = ask(wants_json.body(form_body(&fields)).unwrap()).await;
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json");
        assert!(answer.body.contains("credits[0].completed"));
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
        let fields = [("text", TEXAN)];
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
            let answer =
                ask(form("/status", &fields).header(name, value).body(form_body(&fields)).unwrap()).await;
            assert_eq!(answer.status, expected, "{name}: {value}");
            assert!(
                expected == StatusCode::OK || !answer.body.contains("Jo"),
                "nothing of the record is answered"
            );
        }
    }

    #[tokio::test]
    async fn personal_pages_are_kept_by_nobody_and_load_nothing_from_elsewhere() {
        let fields = [("text", TEXAN)];
        for answer in [
            get("/").await,
            send("/status", &fields).await,
            send("/plan", &fields).await,
            get("/nothing").await,
        ] {
            assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
            insta::allow_duplicates! {
                insta::assert_snapshot!(answer.header(header::CONTENT_SECURITY_POLICY), @r#"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"#);
            }
            assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
            assert_eq!(answer.header(header::REFERRER_POLICY), "same-origin");
            for inline in ["<style", " style=", " onclick=", "<script>"] {
                assert!(!answer.body.contains(inline), "the policy would refuse {inline}");
            }
        }
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
    async fn a_body_over_the_limit_is_refused_as_a_form_and_at_the_api() {
        let large = "x".repeat(MAX_RECORD_BYTES + 128 * 1024);
        let as_form = send("/status", &[("text", &large)]).await;
        let at_api = ask(request(Method::POST, "/api/status").body(Body::from(large)).unwrap()).await;
        assert_eq!(
            (as_form.status, at_api.status),
            (StatusCode::PAYLOAD_TOO_LARGE, StatusCode::PAYLOAD_TOO_LARGE)
        );
        assert!(as_form.body.contains("This file is too large") && at_api.body.starts_with('{'));
    }

    #[tokio::test]
    async fn bodies_that_are_no_form_are_told_so() {
        let plain = request(Method::POST, "/status")
            .header(header::CONTENT_TYPE, "text/plain")
            .body(Body::from(TEXAN));
        let cut_off = form("/status", &[])
            .body(Body::from("--edge\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n{"));
        let no_boundary = request(Method::POST, "/plan")
            .header(header::CONTENT_TYPE, "multipart/form-data")
            .body(Body::empty());
        for hostile in [plain, cut_off, no_boundary] {
            let answer = ask(hostile.unwrap()).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST);
            assert!(answer.body.contains("This could not be read"), "{}", answer.body);
        }
    }

    #[tokio::test]
    async fn deep_binary_and_marked_up_records_are_faults_and_not_crashes() {
        let deep = "[".repeat(200_000);
        let marked_up = "</textarea><script>alert(1)</script>";
        for hostile in [deep.as_str(), marked_up, "\u{0}\u{1}\u{2}", "{\"format\": 7}", "nul"] {
            for address in ["/status", "/plan"] {
                let answer = send(address, &[("text", hostile)]).await;
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
                assert!(!answer.body.contains("<script>alert"));
            }
        }
        let bytes = [
            b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x\"\r\n\r\n"
                .as_slice(),
            &[0xff, 0xfe, 0x00],
            b"\r\n--edge--\r\n",
        ]
        .concat();
        let answer = ask(form("/status", &[]).body(Body::from(bytes)).unwrap()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("it is no text or is too long"));
    }

    #[tokio::test]
    async fn a_day_at_the_edge_of_the_calendar_is_answered() {
        for day in ["1900-01-01", "2200-12-31"] {
            for address in ["/status", "/plan"] {
                let answer = send(address, &[("text", TEXAN), ("on", day)]).await;
                assert!(answer.status == StatusCode::OK, "{address} on {day}: {}", answer.status);
            }
        }
    }
}
