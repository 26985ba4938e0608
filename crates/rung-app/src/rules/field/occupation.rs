//! The occupation as a whole: what the statistics say of its pay and outlook, and what O*NET says of its work.

use super::{crumbs, list, month, percent, row, sources};
use crate::{
    Site,
    rules::serve,
    shell::{Frame, Page, Room, components},
};
use axum::{extract::State, response::Response};
use maud::{Markup, html};
use rung_catalog::{
    Catalog,
    field::{Measure, Onet, Ratings, Sheet, TaskKind, Wages},
};
use rung_words::say;

/// `GET /occupation`
pub async fn page(State(site): State<Site>, frame: Frame) -> Response {
    let frame = &frame;
    let field = site.catalog().field();
    let (wages, onet) = (&field.wages, &field.onet);
    let pay = wages.entries();
    let body = html! {
        (crumbs(frame, None))
        header.title {
            h1 { (frame.english(&onet.title)) }
            p.lead { (frame.english(&onet.description)) }
            (super::checked(frame, onet.checked, onet.confidence))
        }
        (national(frame, wages))
        (industries(frame, wages))
        (states(frame, site.catalog(), wages))
        (list(frame, "pay-cautions", &say!(frame.words, "field-pay-cautions"), &wages.cautions))
        (sources(frame, wages, pay.iter().map(|(_, cites)| *cites)))
        (work(frame, onet))
    };
    serve::answer(frame, Page::new(say!(frame.words, "field-occupation"), body).within(Room::Rules))
}

fn national(frame: &Frame, wages: &Wages) -> Markup {
    html! {
        section.sheet.described aria-labelledby="pay" {
            h2 #pay { (say!(frame.words, "field-outlook-title")) }
            dl {
                @if let Some(year) = wages.newest_national() {
                    (row(&say!(frame.words, "field-half-earn-less"), html! {
                        strong { (say!(frame.words, "field-usd-a-year", usd = year.annual.median)) } ", "
                        (say!(frame.words, "field-usd-an-hour", usd = year.hourly.median)) " "
                        span.quiet { (say!(frame.words, "field-statistics", month = month(frame, year.period))) }
                    }))
                    (row(&say!(frame.words, "field-tenth-earns-less"), html! { (say!(frame.words, "field-usd-a-year", usd = year.annual.p10)) }))
                    (row(&say!(frame.words, "field-nine-tenths-earn-less"), html! { (say!(frame.words, "field-usd-a-year", usd = year.annual.p90)) }))
                    (row(&say!(frame.words, "field-people"), html! { (frame.words.number(year.employment.into())) }))
                }
                @if let Some(outlook) = wages.outlooks.first() {
                    (row(&say!(frame.words, "field-outlook"), html! {
                        (say!(frame.words, "field-outlook-years", change = percent(outlook.change), from = outlook.from.to_string(), until = outlook.until.to_string()))
                        @if let Some(label) = &outlook.label { " (" (frame.english(label)) ")" }
                        @if let Some(openings) = outlook.openings_per_year { "; " (say!(frame.words, "field-openings", count = openings)) }
                    }))
                }
                @for survey in &wages.surveys {
                    (row(&say!(frame.words, "field-survey"), html! { (frame.quote(&survey.what)) ": " (say!(frame.words, "field-usd-an-hour-mean", usd = survey.hourly_mean)) @if let Some(when) = &survey.when { span.quiet { " (" (frame.english(when)) ")" } } }))
                }
            }
        }
    }
}

fn industries(frame: &Frame, wages: &Wages) -> Markup {
    let rows: Vec<Vec<Markup>> = (wages.industries.iter())
        .map(|row| {
            vec![
                html! { (frame.english(&row.title)) },
                html! { (frame.words.usd(row.annual_median)) },
                html! { (percent(row.versus_all_technicians)) },
                html! { (month(frame, row.period)) },
            ]
        })
        .collect();
    let columns = [
        say!(frame.words, "field-industry"),
        say!(frame.words, "field-median"),
        say!(frame.words, "field-against-all"),
        say!(frame.words, "field-month"),
    ];
    html! {
        section.sheet aria-label=(say!(frame.words, "field-pay-industries")) {
            (components::table(&say!(frame.words, "field-pay-industries-caption"), &columns.each_ref().map(String::as_str), &rows))
        }
    }
}

/// A state by its name, leading to its rules; its letters where the catalogue has none.
fn state(catalog: &Catalog, id: &str) -> Markup {
    html! {
        @match catalog.authority(id) {
            Some(known) => a href={ "/jurisdictions/" (id) } { (known.name) },
            None => (id.to_uppercase()),
        }
    }
}

fn states(frame: &Frame, catalog: &Catalog, wages: &Wages) -> Markup {
    let rows: Vec<Vec<Markup>> = (wages.states.iter())
        .map(|row| {
            let measure = if row.measure == Measure::Mean {
                say!(frame.words, "field-mean")
            } else {
                say!(frame.words, "field-median")
            };
            vec![
                state(catalog, row.state.as_str()),
                html! { (frame.words.usd(row.annual)) },
                html! { (measure) },
                html! { (month(frame, row.period)) },
            ]
        })
        .collect();
    let columns = [
        say!(frame.words, "field-state"),
        say!(frame.words, "field-a-year"),
        say!(frame.words, "field-measure"),
        say!(frame.words, "field-month"),
    ];
    html! {
        @if !rows.is_empty() {
            section.sheet aria-label=(say!(frame.words, "field-pay-states")) {
                (components::table(&say!(frame.words, "field-pay-states-caption"), &columns.each_ref().map(String::as_str), &rows))
            }
        }
    }
}

fn work(frame: &Frame, onet: &Onet) -> Markup {
    let tasks = |kind: TaskKind| -> Vec<String> {
        onet.tasks.iter().filter(|task| task.kind == kind).map(|task| task.statement.clone()).collect()
    };
    html! {
        section.onet aria-label="O*NET" {
            p.note #attribution { (frame.english(&onet.attribution)) }
            (list(frame, "tasks", &say!(frame.words, "field-tasks-core"), &tasks(TaskKind::Core)))
            (list(frame, "more-tasks", &say!(frame.words, "field-tasks-more"), &tasks(TaskKind::Supplemental)))
            (ratings(frame, "skills", &say!(frame.words, "field-skills"), &onet.skills))
            (ratings(frame, "knowledge", &say!(frame.words, "field-knowledge"), &onet.knowledge))
            (ratings(frame, "styles", &say!(frame.words, "field-styles"), &onet.work_styles))
            (list(frame, "technology", &say!(frame.words, "field-technology"), &onet.tools.examples))
            section.sheet aria-labelledby="titles" {
                h2 #titles { (say!(frame.words, "field-titles")) }
                p { (frame.english(&onet.titles.reported.join(", "))) "." }
            }
        }
    }
}

fn ratings(frame: &Frame, id: &str, title: &str, ratings: &Ratings) -> Markup {
    const MOST: usize = 10;
    html! {
        section.sheet aria-labelledby=(id) {
            h2 id=(id) { (title) }
            p.count { (say!(frame.words, "field-ratings-text", month = month(frame, ratings.period))) }
            ul.plain { @for rating in ratings.ratings.iter().take(MOST) { li { (frame.english(&rating.name)) " " span.quiet { (rating.importance) } } } }
        }
    }
}
