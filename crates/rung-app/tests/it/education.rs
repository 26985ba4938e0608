//! Where a technician stands, and what to take.

use crate::{home::Home, site::TEXAN};
use axum::http::StatusCode;

#[tokio::test]
async fn a_record_is_judged_line_by_line() {
    let answer = Home::of(TEXAN).await.get("/education").await;
    assert_eq!(answer.status, StatusCode::OK);
    insta::assert_snapshot!(answer.part("<p class=\"summary", "</p>"), @r#"
    <p class="summary not-met">One obligation needs you. Next: <strong>Texas · Registered Pharmacy Technician</strong>, by <time datetime="2027-05-31">May 31, 2027</time> (189 days left).</p>
    "#);
    insta::assert_snapshot!(answer.part("<section class=\"card obligation\"", "</header>"), @r#"
    <section class="card obligation" id="tx-pharmacy-technician" aria-labelledby="tx-pharmacy-technician-title">
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
    <h2 id="tx-pharmacy-technician-title">Registered Pharmacy Technician</h2>
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
    insta::assert_snapshot!(answer.part("<table><caption>Counted: 1 h from", "</table>"), @r#"
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
    <th scope="row">
    <a href="/education/credits/c1">Law</a>
    </th>
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
    <li>
    <a href="/education/credits/c1">Law</a>, <time datetime="2026-02-11">Feb 11, 2026</time>, 1 h</li>
    </ul>
    </details>
    "#);
    insta::assert_snapshot!(answer.part("<p class=\"source\"><span>Source", "</p>"), @r#"
    <p class="source">
    <span>Source</span> <span>
    <a href="https://texreg.sos.state.tx.us/public/readtac%24ext.TacPage?sl=R&amp;app=9&amp;p_dir=&amp;p_rloc=&amp;p_tloc=&amp;p_ploc=&amp;pg=1&amp;p_tac=&amp;ti=22&amp;pt=15&amp;ch=297&amp;rl=8" rel="noopener noreferrer external">22 TAC 297.8, continuing education of technicians</a>, (b)(3)(B)</span>. Checked Nov 27, 2026; high confidence.</p>
    "#);
}

/// Utah takes a current certification in place of the hours: a bar of 13 of 20 hours beside "Met" would puzzle.
#[tokio::test]
async fn what_is_met_in_another_way_shows_no_hours() {
    let record = include_str!("../../../../examples/three-states/record.json");
    let utah = Home::of(record)
        .await
        .get("/education")
        .await
        .part("Licensed Pharmacy Technician</h2>", "</section>");
    let row = utah.split("<details class=\"requirement").nth(1).unwrap();
    assert!(row.contains("Continuing education") && row.contains("in another way"), "{row}");
    let summary = row.split("</summary>").next().unwrap();
    assert!(!summary.contains("class=\"progress") && !summary.contains("13 of 20"), "{summary}");
}

#[tokio::test]
async fn another_day_is_answered_and_what_is_no_day_is_told() {
    let later = Home::of(TEXAN).await.get("/education?on=2027-06-30").await;
    assert!(later.body.contains("Expired, can be reinstated"));
    let never = Home::of(TEXAN).await.get("/education?on=2027-06-31").await;
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
    <span>“2027-06-31” is not a day. Write it as YYYY-MM-DD.</span>
    </p>
    </div>
    "#);
}

#[tokio::test]
async fn a_credential_that_is_not_known_is_named_with_the_nearest() {
    let record = r#"{"format": "rung-record/1", "credentials": [{"credential": "tx-pharmacy-technicia"}]}"#;
    let answer = Home::of(record).await.get("/education").await;
    assert!(answer.body.contains("Did you mean <code>tx-pharmacy-technician</code>?"));
}

/// A site whose record holds what the test is about.
async fn at_home() -> Home {
    let home = Home::of(TEXAN).await;
    home.get("/").await;
    home
}

#[tokio::test]
async fn the_ledger_lists_filters_and_totals() {
    let home = at_home().await;
    let all = home.get("/education/credits").await;
    assert_eq!(all.status, StatusCode::OK);
    assert!(all.body.contains("2 credits, 3 h."), "{}", all.part("<p class=\"summary", "</p>"));
    insta::assert_snapshot!(all.part("<tbody", "</tbody>"), @r#"
    <tbody>
    <tr>
    <th scope="row">
    <a href="/education/credits/c1">Law</a>
    </th>
    <td data-column="Completed">
    <time datetime="2026-02-11">Feb 11, 2026</time>
    </td>
    <td data-column="Hours">1 h</td>
    <td data-column="Counts for">
    <span class="counts-for">
    <span class="counts-one">
    <svg class="icon met" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d="M3.5 8.5l3 3 6-7">
    </path>
    </svg>
    <span>Texas 1 h</span>
    </span>
    </span>
    </td>
    <td data-column="Certificate">
    <span class="quiet">Missing</span>
    </td>
    </tr>
    <tr>
    <th scope="row">
    <a href="/education/credits/c2">Old news</a>
    </th>
    <td data-column="Completed">
    <time datetime="2020-02-11">Feb 11, 2020</time>
    </td>
    <td data-column="Hours">2 h</td>
    <td data-column="Counts for">
    <span class="quiet">Nowhere now: completed outside the period</span>
    </td>
    <td data-column="Certificate">
    <span class="quiet">Missing</span>
    </td>
    </tr>
    </tbody>
    "#);
    let of_2026 = home.get("/education/credits?year=2026&topic=law&format=not-told&for=tx-pharmacy-technician&documented=no&q=LAW").await;
    assert!(of_2026.body.contains("1 credit, 1 h."));
    let none = home.get("/education/credits?q=nothing+like+it").await;
    assert!(none.body.contains("No credit is like this.") && none.body.contains("Show all"));
    let odd = home.get("/education/credits?year=soon&format=dance&page=-1&documented=perhaps").await;
    assert!(odd.status == StatusCode::OK && odd.body.contains("2 credits, 3 h."));
    let api = home.get("/api/education/credits?year=2026").await;
    insta::assert_snapshot!(api.body, @r#"{"page":1,"of":1,"totals":{"credits":1,"hours":"1","without_hours":0},"credits":[{"credit":{"id":"c1","completed":"2026-02-11","title":"Law","hours":"1","kind":"ce","accreditation":["acpe"],"topics":["law"],"law_of":"TX","audience":"technician"},"counts_for":["tx-pharmacy-technician"]}]}"#);
}

#[tokio::test]
async fn an_empty_ledger_says_how_to_begin() {
    let page = Home::empty().await.get("/education/credits").await;
    assert!(page.body.contains("No credits yet") && page.body.contains("href=\"/record/import\""));
}

#[tokio::test]
async fn a_pasted_number_fills_the_form_and_asks_for_the_rest() {
    let home = at_home().await;
    let typed = [
        ("do", "fill"),
        ("paste", "UAN 0107-0000-26-021-L03-T, 1.5 contact hours"),
        ("title", "As I typed it"),
    ];
    let filled = home.post_files("/education/credits/new", &typed, &[]).await;
    assert_eq!(filled.status, StatusCode::OK);
    insta::assert_snapshot!(filled.part("<ul class=\"filled\"", "</ul>"), @r#"
    <ul class="filled">
    <li>The number was released in 2026 by provider 0107. What it tells is filled in below.</li>
    <li>
    <strong>Still to tell: Completed on, Whose law, when it is about law and Provider.</strong>
    </li>
    </ul>
    "#);
    for field in [
        "name=\"hours\" value=\"1.5\"",
        "name=\"title\" value=\"As I typed it\"",
        "name=\"uan\" value=\"0107-0000-26-021-L03-T\"",
    ] {
        assert!(filled.body.contains(field), "{field}");
    }
    assert_eq!(home.record().await.credits.len(), 2, "nothing is kept before it is saved");
    let nothing =
        home.post_files("/education/credits/new", &[("do", "fill"), ("paste", "my course")], &[]).await;
    assert!(
        nothing.status == StatusCode::UNPROCESSABLE_ENTITY
            && nothing.body.contains("This is not an activity number.")
    );
    let by_link = home.get("/education/credits/new?uan=0107-0000-26-021-H05-T").await;
    assert!(by_link.body.contains("<option value=\"home\" selected>"));
}

#[tokio::test]
async fn a_credit_is_added_edited_removed_and_brought_back() {
    let home = at_home().await;
    let fields = [
        ("do", "save"),
        ("completed", "2026-09-01"),
        ("title", "Safety first"),
        ("hours", "1,5"),
        ("uan", "0107-0000-26-021-h05-t"),
        ("format", "home"),
        ("audience", "technician"),
        ("topic-patient-safety", "yes"),
        ("topics", "Wellbeing, "),
        ("kind", "ce"),
        ("accreditation", "acpe"),
    ];
    let added = home.post_files("/education/credits/new", &fields, &[]).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    let place = added.header(axum::http::header::LOCATION).to_owned();
    let page = home.get(&place).await;
    assert!(page.body.contains("Added Safety first") && page.body.contains("Undo"));
    insta::assert_snapshot!(page.part("<ul class=\"uses\"", "</ul></div></li></ul>"), @r#"
    <ul class="uses">
    <li>
    <svg class="icon met" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d="M3.5 8.5l3 3 6-7">
    </path>
    </svg>
    <div>
    <p>
    <a href="/education#tx-pharmacy-technician">
    <strong>Texas · Registered Pharmacy Technician</strong>
    </a>
    </p>
    <ul>
    <li>Counts 1 h 30 min for continuing education.</li>
    <li>Does not count for Texas pharmacy law or rules: about another topic.</li>
    <li>Does not count for a human-trafficking prevention course approved by Texas HHSC: about another topic.</li>
    </ul>
    </div>
    </li>
    </ul>
    "#);
    let credit = home.record().await.credits[2].clone();
    insta::assert_snapshot!(serde_json::to_string_pretty(&credit).unwrap(), @r#"
    {
      "id": "credit-2",
      "completed": "2026-09-01",
      "title": "Safety first",
      "hours": "1.5",
      "uan": "0107-0000-26-021-H05-T",
      "kind": "ce",
      "accreditation": [
        "acpe"
      ],
      "format": "home",
      "topics": [
        "patient-safety",
        "wellbeing"
      ],
      "audience": "technician"
    }
    "#);

    let address = place.split('?').next().unwrap().to_owned();
    let edit = home.get(&format!("{address}/edit")).await;
    let version = edit.part("name=\"version\" value=\"", "\">").split('"').nth(3).unwrap().to_owned();
    let mut changed = fields.to_vec();
    changed[2] = ("title", "Safety always");
    changed.push(("version", &version));
    let saved = home.post_files(&format!("{address}/edit"), &changed, &[]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);

    // The other tab still has the old version.
    changed[2] = ("title", "Safety never");
    let overtaken = home.post_files(&format!("{address}/edit"), &changed, &[]).await;
    assert_eq!(overtaken.status, StatusCode::CONFLICT);
    insta::assert_snapshot!(overtaken.part("<tbody", "</tbody>"), @r#"
    <tbody>
    <tr>
    <th scope="row">Title</th>
    <td data-column="You typed">Safety never</td>
    <td data-column="There now">Safety always</td>
    </tr>
    </tbody>
    "#);
    assert!(
        overtaken.body.contains("value=\"Safety never\"") && overtaken.body.contains("Save mine over it")
    );
    assert_eq!(home.record().await.credits[2].title.as_deref(), Some("Safety always"));

    let removed = home.post(&format!("{address}/remove"), &[("version", version.as_str())]).await;
    assert_eq!(removed.status, StatusCode::CONFLICT, "an older version is not removed unseen");
    let now = removed.part("name=\"version\" value=\"", "\">").split('"').nth(3).unwrap().to_owned();
    let list = home.post_and_follow(&format!("{address}/remove"), &[("version", &now)]).await;
    assert!(list.body.contains("Removed Safety always"));
    let gone = home.get(&address).await;
    assert!(gone.status == StatusCode::OK && gone.body.contains("This credit was removed."));
    let first = gone.body.matches("name=\"to\" value=\"").count();
    assert_eq!(first, 2, "both of its versions can be restored");
    let back =
        home.post_and_follow(&format!("{address}/restore"), &[("to", &version), ("version", "")]).await;
    assert!(back.body.contains("Restored Safety first"));
    assert_eq!(home.record().await.credits[2].title.as_deref(), Some("Safety first"));
}

#[tokio::test]
async fn faults_are_told_at_their_fields_and_nothing_is_lost() {
    let home = at_home().await;
    let fields = [("do", "save"), ("completed", "2027-01-01"), ("hours", "many"), ("title", "Kept")];
    let answer = home.post_files("/education/credits/new", &fields, &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.body.matches("<p class=\"fault\"").count(), 2);
    assert!(answer.body.contains("value=\"many\"") && answer.body.contains("value=\"Kept\""));
    let no_day = home.post_files("/education/credits/new", &[("do", "save")], &[]).await;
    assert!(no_day.body.contains("Say on which day it was completed."));
}

#[tokio::test]
async fn the_same_activity_is_not_added_twice_by_mistake() {
    let home = at_home().await;
    let fields = [("do", "save"), ("completed", "2026-02-11"), ("title", "Law"), ("hours", "1")];
    let answer = home.post_files("/education/credits/new", &fields, &[]).await;
    assert!(
        answer.status == StatusCode::UNPROCESSABLE_ENTITY
            && answer.body.contains("You already have this activity")
    );
    let again =
        [("do", "save"), ("completed", "2026-02-11"), ("title", "Law"), ("hours", "1"), ("again", "yes")];
    assert_eq!(home.post_files("/education/credits/new", &again, &[]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_credit_with_any_id_has_its_page() {
    let record = r#"{"format": "rung-record/1", "credits": [
        {"id": "new", "completed": "2026-01-01", "title": "One"}, {"id": "CE 1/2 é?", "completed": "2026-01-02", "title": "Two"}]}"#;
    let home = Home::of(record).await;
    let list = home.get("/education/credits").await.body;
    for (address, title) in
        [("/education/credits/%6Eew", "One"), ("/education/credits/CE%201%2F2%20%C3%A9%3F", "Two")]
    {
        assert!(list.contains(address), "{list}");
        assert!(home.get(address).await.body.contains(&format!("<h1>{title}</h1>")));
    }
    assert_eq!(home.get("/education/credits/nobody").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn education_is_told_in_spanish_and_the_law_stays_english() {
    let home = at_home().await;
    home.post("/look", &[("language", "es")]).await;
    let page = home.get("/education").await;
    insta::assert_snapshot!(page.part("<p class=\"summary", "</p>"), @r#"
    <p class="summary not-met">Una obligación te necesita. Lo siguiente: <strong>
    <span lang="en">Texas · Registered Pharmacy Technician</span>
    </strong>, a más tardar el <time datetime="2027-05-31">31 may 2027</time> (quedan 189 días).</p>
    "#);
    assert!(page.body.contains("<span lang=\"en\">Texas pharmacy law or rules</span>"));
}
