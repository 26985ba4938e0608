//! What moves a career: the list, and a page for each action with the numbers that show whether it works.

use super::{crumbs, list, missing, questions, roles, sources};
use crate::{
    Site,
    rules::serve,
    shell::{Fault, Frame, Page, Room, words},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use maud::{Markup, html};
use rung_catalog::{
    Catalog,
    field::{Action, Actions, Goal, Metric, MetricBasis},
};

/// `GET /actions`
pub async fn all(State(site): State<Site>, frame: Frame) -> Response {
    let actions = &site.catalog().field().actions;
    let body = html! {
        (crumbs(None))
        header.title {
            h1 { "Actions" }
            p.lead { "What a technician can take on, for the pharmacy and for the career." }
            (super::checked(actions.checked, actions.confidence))
        }
        section.sheet aria-label="Actions" {
            ul.shelf.two {
                @for action in &actions.actions {
                    li {
                        a href={ "/actions/" (action.id) } { (action.title) }
                        @if let Some(first) = action.how.first() { span.quiet { (words::capital(first)) } }
                    }
                }
            }
        }
        (charts(actions))
        (list("cautions", "Bear in mind", &actions.cautions))
        (questions(&actions.open_questions))
        (sources(actions, actions.charts.iter().map(|chart| &chart.cite).chain(actions.chart_rules.iter().map(|rule| &rule.cite))))
    };
    serve::answer(&frame, Page::new("Actions", body).within(Room::Rules))
}

/// `GET /actions/{id}`
pub async fn one(State(site): State<Site>, Path(id): Path<String>, frame: Frame) -> Result<Response, Fault> {
    let action = site.catalog().field().action(&id).ok_or_else(|| missing(&site, "actions", &id))?;
    Ok(serve::answer(&frame, show(site.catalog(), action)))
}

fn show(catalog: &Catalog, action: &Action) -> Page {
    let actions = &catalog.field().actions;
    let body = html! {
        (crumbs(Some(("/actions", "Actions"))))
        header.title {
            h1 { (action.title) }
            (super::checked(actions.checked, action.confidence.unwrap_or(actions.confidence)))
        }
        (list("how", "How", &action.how))
        (list("outcomes", "What came of it elsewhere", &action.outcomes))
        @if !action.metrics.is_empty() {
            section.sheet aria-labelledby="metrics" {
                h2 #metrics { "Numbers that show whether it works" }
                ul.plain { @for metric in &action.metrics { li { (measure(actions, metric)) } } }
            }
        }
        @if !action.helps.is_empty() {
            section.sheet aria-labelledby="helps" {
                h2 #helps { "Roles that it helps towards" }
                p.count { strong { "Inferred" } " by Rung from the work; no source says it." }
                ul.plain { @for id in &action.helps { li { (roles::link(catalog, id)) } } }
            }
        }
        (list("recommended-by", "Who recommends it or has done it", &action.recommended_by))
        (sources(actions, [&action.cite]))
    };
    Page::new(&action.title, body).within(Room::Rules)
}

fn measure(actions: &Actions, metric: &Metric) -> Markup {
    let goal = match metric.goal {
        Goal::Up => "more is better",
        Goal::Down => "less is better",
        Goal::UpThenDown => "more at first, as more is noticed, then less",
    };
    let basis = match metric.basis {
        MetricBasis::Source => "a source measured or named it",
        MetricBasis::Design => "proposed by Rung: check it with the pharmacy",
    };
    let chart = actions
        .charts
        .iter()
        .find(|chart| chart.id == metric.chart || chart.also.as_ref() == Some(&metric.chart));
    html! {
        strong { (words::capital(&metric.name)) } ": " (metric.numerator)
        @if let Some(denominator) = &metric.denominator { ", of " (denominator) }
        @if let Some(per) = &metric.per { ", for each " (per.count) " " (per.of) }
        "; " (goal) ". "
        span.quiet {
            (words::capital(basis)) "; chart " (metric.chart)
            @if let Some(chart) = chart { " (" (chart.shows) ")" }
            "."
        }
    }
}

fn charts(actions: &Actions) -> Markup {
    let told: Vec<String> = (actions.charts.iter())
        .map(|chart| format!("{}: {}; use it when {}", chart.id, chart.shows, chart.use_when))
        .collect();
    let rules: Vec<String> = actions.chart_rules.iter().map(|rule| rule.rule.clone()).collect();
    html! { (list("charts", "Charts that the numbers name", &told)) (list("chart-rules", "How charts are read", &rules)) }
}
