//! Where a technician stands, and what to take.

use crate::{home::Home, site::TEXAN};
use axum::http::StatusCode;

#[tokio::test]
async fn a_record_is_judged_line_by_line() {
    let answer = Home::of(TEXAN).await.get("/education").await;
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
    <span>&quot;2027-06-31&quot; is not a date: there is no such day</span>
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

#[tokio::test]
async fn without_activities_a_plan_says_what_to_look_for() {
    let answer = Home::of(TEXAN).await.get("/education/plan").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("Find these"));
}

#[tokio::test]
async fn wishes_that_are_none_are_told_at_their_fields() {
    let answer =
        Home::of(TEXAN).await.get("/education/plan?budget=lots&hours_per_week=200&horizon=1999-01-01").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.body.matches("<p class=\"fault\"").count(), 3);
    assert!(answer.body.contains("value=\"lots\""), "what was typed stays");
}

#[tokio::test]
async fn wishes_that_leave_no_plan_are_answered_with_reasons_and_ways_out() {
    let answer = Home::of(TEXAN).await.get("/education/plan?hours_per_week=0.25").await;
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
