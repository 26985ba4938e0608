//! The occupation as a whole: what the statistics say of its pay and outlook, and what O*NET says of its work.

use super::{crumbs, grouped, list, month, percent, row, sources, usd};
use crate::{
    Site,
    rules::serve,
    shell::{Frame, Page, Room, components, words},
};
use axum::{extract::State, response::Response};
use maud::{Markup, html};
use rung_catalog::{
    Catalog,
    field::{Measure, Onet, Ratings, Sheet, TaskKind, Wages},
};

/// `GET /occupation`
pub async fn page(State(site): State<Site>, frame: Frame) -> Response {
    let field = site.catalog().field();
    let (wages, onet) = (&field.wages, &field.onet);
    let pay = wages.entries();
    let body = html! {
        (crumbs(None))
        header.title {
            h1 { (onet.title) }
            p.lead { (onet.description) }
            (super::checked(onet.checked, onet.confidence))
        }
        (national(wages))
        (industries(wages))
        (states(site.catalog(), wages))
        (list("pay-cautions", "Bear in mind with pay", &wages.cautions))
        (sources(wages, pay.iter().map(|(_, cites)| *cites)))
        (work(onet))
    };
    serve::answer(&frame, Page::new("The occupation", body).within(Room::Rules))
}

fn national(wages: &Wages) -> Markup {
    html! {
        section.sheet.described aria-labelledby="pay" {
            h2 #pay { "Pay and outlook" }
            dl {
                @if let Some(year) = wages.newest_national() {
                    (row("Half earn less", html! { strong { (usd(year.annual.median)) } " a year, " (usd(year.hourly.median)) " an hour " span.quiet { "(government statistics, " (month(year.period)) ")" } }))
                    (row("One in ten earns less", html! { (usd(year.annual.p10)) " a year" }))
                    (row("Nine in ten earn less", html! { (usd(year.annual.p90)) " a year" }))
                    (row("People in it", html! { (grouped(&year.employment.to_string())) }))
                }
                @if let Some(outlook) = wages.outlooks.first() {
                    (row("Outlook", html! {
                        (percent(outlook.change)) " from " (outlook.from) " to " (outlook.until)
                        @if let Some(label) = &outlook.label { " (" (label) ")" }
                        @if let Some(openings) = outlook.openings_per_year { "; " (grouped(&openings.to_string())) " openings a year" }
                    }))
                }
                @for survey in &wages.surveys {
                    (row("A survey", html! { (words::capital(&survey.what)) ": " (usd(survey.hourly_mean)) " an hour on average" @if let Some(when) = &survey.when { span.quiet { " (" (when) ")" } } }))
                }
            }
        }
    }
}

fn industries(wages: &Wages) -> Markup {
    let rows: Vec<Vec<Markup>> = (wages.industries.iter())
        .map(|row| {
            vec![
                html! { (row.title) },
                html! { (usd(row.annual_median)) },
                html! { (percent(row.versus_all_technicians)) },
                month(row.period),
            ]
        })
        .collect();
    html! {
        section.sheet aria-label="Pay by industry" {
            (components::table("Pay by industry: half earn less, a year", &["Industry", "Median", "Against all", "Month"], &rows))
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

fn states(catalog: &Catalog, wages: &Wages) -> Markup {
    let rows: Vec<Vec<Markup>> = (wages.states.iter())
        .map(|row| {
            let measure = if row.measure == Measure::Mean { "Mean" } else { "Median" };
            vec![
                state(catalog, row.state.as_str()),
                html! { (usd(row.annual)) },
                html! { (measure) },
                month(row.period),
            ]
        })
        .collect();
    html! {
        @if !rows.is_empty() {
            section.sheet aria-label="Pay by state" {
                (components::table("Pay by state; a mean and a median are not to be compared", &["State", "A year", "Measure", "Month"], &rows))
            }
        }
    }
}

fn work(onet: &Onet) -> Markup {
    let tasks = |kind: TaskKind| -> Vec<String> {
        onet.tasks.iter().filter(|task| task.kind == kind).map(|task| task.statement.clone()).collect()
    };
    html! {
        section.onet aria-label="O*NET" {
            p.note #attribution { (onet.attribution) }
            (list("tasks", "What most in it do", &tasks(TaskKind::Core)))
            (list("more-tasks", "What some in it do", &tasks(TaskKind::Supplemental)))
            (ratings("skills", "Skills", &onet.skills))
            (ratings("knowledge", "Knowledge", &onet.knowledge))
            (ratings("styles", "Ways of working", &onet.work_styles))
            (list("technology", "Machines, instruments and supplies", &onet.tools.examples))
            section.sheet aria-labelledby="titles" {
                h2 #titles { "What people in it are called" }
                p { (onet.titles.reported.join(", ")) "." }
            }
        }
    }
}

fn ratings(id: &str, title: &str, ratings: &Ratings) -> Markup {
    const MOST: usize = 10;
    html! {
        section.sheet aria-labelledby=(id) {
            h2 id=(id) { (title) }
            p.count { "Most important first, from 1 to 5; rated in " (month(ratings.period)) "." }
            ul.plain { @for rating in ratings.ratings.iter().take(MOST) { li { (rating.name) " " span.quiet { (rating.importance) } } } }
        }
    }
}
