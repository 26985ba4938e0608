//! What moves a career: the list, and a page for each action with the numbers that show whether it works.

use super::{crumbs, list, list_in_words, missing, questions, roles, sources};
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
use rung_words::say;

/// `GET /actions`
pub async fn all(State(site): State<Site>, frame: Frame) -> Response {
    let frame = &frame;
    let actions = &site.catalog().field().actions;
    let body = html! {
        (crumbs(frame, None))
        header.title {
            h1 { (say!(frame.words, "field-actions")) }
            p.lead { (say!(frame.words, "field-actions-lead")) }
            (super::checked(frame, actions.checked, actions.confidence))
        }
        section.sheet aria-label=(say!(frame.words, "field-actions")) {
            ul.shelf.two {
                @for action in &actions.actions {
                    li {
                        a href={ "/actions/" (action.id) } { (frame.english(&action.title)) }
                        @if let Some(first) = action.how.first() { span.quiet { (frame.quote(first)) } }
                    }
                }
            }
        }
        (charts(frame, actions))
        (list(frame, "cautions", &say!(frame.words, "field-cautions"), &actions.cautions))
        (questions(frame, &actions.open_questions))
        (sources(frame, actions, actions.charts.iter().map(|chart| &chart.cite).chain(actions.chart_rules.iter().map(|rule| &rule.cite))))
    };
    serve::answer(frame, Page::new(say!(frame.words, "field-actions"), body).within(Room::Rules))
}

/// `GET /actions/{id}`
pub async fn one(State(site): State<Site>, Path(id): Path<String>, frame: Frame) -> Result<Response, Fault> {
    let action = site.catalog().field().action(&id).ok_or_else(|| missing(&frame, &site, "actions", &id))?;
    Ok(serve::answer(&frame, show(&frame, site.catalog(), action)))
}

fn show(frame: &Frame, catalog: &Catalog, action: &Action) -> Page {
    let actions = &catalog.field().actions;
    let body = html! {
        (crumbs(frame, Some(("/actions", say!(frame.words, "field-actions")))))
        header.title {
            h1 { (frame.english(&action.title)) }
            (super::checked(frame, actions.checked, action.confidence.unwrap_or(actions.confidence)))
        }
        (list(frame, "how", &say!(frame.words, "field-action-how"), &action.how))
        (list(frame, "outcomes", &say!(frame.words, "field-action-outcomes"), &action.outcomes))
        @if !action.metrics.is_empty() {
            section.sheet aria-labelledby="metrics" {
                h2 #metrics { (say!(frame.words, "field-action-metrics")) }
                ul.plain { @for metric in &action.metrics { li { (measure(frame, actions, metric)) } } }
            }
        }
        @if !action.helps.is_empty() {
            section.sheet aria-labelledby="helps" {
                h2 #helps { (say!(frame.words, "field-action-helps")) }
                p.count { strong { (say!(frame.words, "field-inferred")) } " " (say!(frame.words, "field-inferred-from-work")) }
                ul.plain { @for id in &action.helps { li { (roles::link(frame, catalog, id)) } } }
            }
        }
        (list(frame, "recommended-by", &say!(frame.words, "field-action-recommended"), &action.recommended_by))
        (sources(frame, actions, [&action.cite]))
    };
    Page::new(&action.title, body).within(Room::Rules)
}

fn measure(frame: &Frame, actions: &Actions, metric: &Metric) -> Markup {
    let goal = match metric.goal {
        Goal::Up => say!(frame.words, "field-goal-up"),
        Goal::Down => say!(frame.words, "field-goal-down"),
        Goal::UpThenDown => say!(frame.words, "field-goal-up-then-down"),
    };
    let basis = match metric.basis {
        MetricBasis::Source => say!(frame.words, "field-metric-source"),
        MetricBasis::Design => say!(frame.words, "field-metric-design"),
    };
    let chart = actions
        .charts
        .iter()
        .find(|chart| chart.id == metric.chart || chart.also.as_ref() == Some(&metric.chart));
    html! {
        strong { (frame.quote(&metric.name)) } ": " (frame.english(&metric.numerator))
        @if let Some(of) = &metric.denominator { ", " (frame.sentence(&say!(frame.words, "field-metric-of", what = frame.words.english(of)))) }
        @if let Some(per) = &metric.per { ", " (frame.sentence(&say!(frame.words, "field-metric-per", count = per.count.to_string(), of = frame.words.english(&per.of)))) }
        "; " (goal) ". "
        span.quiet {
            (words::capital(&basis)) "; " (frame.sentence(&say!(frame.words, "field-metric-chart", chart = frame.words.english(metric.chart.as_str()))))
            @if let Some(chart) = chart { " (" (frame.english(&chart.shows)) ")" }
            "."
        }
    }
}

fn charts(frame: &Frame, actions: &Actions) -> Markup {
    let words = frame.words;
    let told: Vec<String> = (actions.charts.iter())
        .map(|chart| {
            say!(
                words,
                "field-chart-says",
                chart = words.english(chart.id.as_str()),
                shows = words.english(&chart.shows),
                when = words.english(&chart.use_when)
            )
        })
        .collect();
    let rules: Vec<String> = actions.chart_rules.iter().map(|rule| rule.rule.clone()).collect();
    html! {
        (list_in_words(frame, "charts", &say!(words, "field-charts"), &told))
        (list(frame, "chart-rules", &say!(words, "field-chart-rules"), &rules))
    }
}
