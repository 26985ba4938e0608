//! Roles side by side, the ways between two, and the whole graph.

use super::RolesArgs;
use crate::{
    failure::{End, Failure},
    input::role_or_similar,
    output::{self, Page, english},
    term::{Style, Terminal, Text, wrap},
};
use rung_catalog::{Catalog, field::OrderBasis};
use rung_rules::words::disclaimer;
use rung_way::{
    CareerGraph, Viewpoint, Way,
    answer::{self, Telling},
    compare::{Item, Row, compare_roles},
    figure::OwnFigures,
    ways, words,
};
use serde_json::json;

fn index(catalog: &Catalog, graph: &CareerGraph<'_>, role: &str) -> Result<usize, Failure> {
    let role = role_or_similar(catalog, role)?;
    graph.index(role.id.as_str()).ok_or_else(|| Failure::usage(format!("there is no role \"{}\"", role.id)))
}

/// `--compare`
pub fn compare(args: &RolesArgs, terminal: Terminal) -> Result<End, Failure> {
    let seen = args.from.read()?;
    let viewpoint = args.from.viewpoint(&seen)?;
    let graph = CareerGraph::of(&seen.catalog);
    let roles: Vec<usize> =
        args.compare.iter().map(|role| index(&seen.catalog, &graph, role)).collect::<Result<_, _>>()?;
    let rows = compare_roles(&viewpoint, &graph, &roles, english());
    let titles: Vec<&str> = roles.iter().map(|role| graph.roles[*role].title.as_str()).collect();
    if args.json.json {
        let ids: Vec<&str> = roles.iter().map(|role| graph.roles[*role].id.as_str()).collect();
        output::print_json(&json!({"on": viewpoint.on, "roles": ids, "titles": titles,
                                   "rows": answer::comparison(&rows), "note": disclaimer(english())}))?;
        return Ok(End::Done);
    }
    let mut page = Page::new(terminal);
    for row in &rows {
        page.line(&Text::new().with(Style::Bold, &words::aspect(english(), row.aspect)));
        side_by_side(&mut page, row, &titles);
        page.gap();
    }
    page.text(0, Style::Dim, &disclaimer(english()));
    page.print()?;
    Ok(End::Done)
}

/// What all of them say once, then what each says for itself, below its title.
fn side_by_side(page: &mut Page, row: &Row, titles: &[&str]) {
    let item = |page: &mut Page, indent: usize, item: &Item| match item.verdict {
        Some(verdict) => page.judged(indent, verdict, &item.says),
        None => {
            for (n, line) in wrap(&item.says, page.terminal.width - indent - 2).iter().enumerate() {
                let bullet = if n == 0 { page.terminal.pick("• ", "- ") } else { "  " };
                page.line(
                    &Text::plain(&" ".repeat(indent)).with(Style::Dim, bullet).with(Style::Plain, line),
                );
            }
        }
    };
    let shared: Vec<&Item> = row.cells[0].iter().filter(|item| item.is_shared).collect();
    if !shared.is_empty() {
        page.text(2, Style::Accent, "all of them");
        shared.into_iter().for_each(|own| item(page, 4, own));
    }
    for (title, cell) in titles.iter().zip(&row.cells) {
        let own: Vec<&Item> = cell.iter().filter(|item| !item.is_shared).collect();
        if !own.is_empty() || (cell.is_empty() && row.differs()) {
            page.text(2, Style::Accent, title);
        }
        if cell.is_empty() && row.differs() {
            page.text(4, Style::Dim, "(nothing told)");
        }
        own.into_iter().for_each(|own| item(page, 4, own));
    }
}

/// `--path`
pub fn path(args: &RolesArgs, terminal: Terminal) -> Result<End, Failure> {
    let seen = args.from.read()?;
    let viewpoint = args.from.viewpoint(&seen)?;
    let graph = CareerGraph::of(&seen.catalog);
    let (from, to) =
        (index(&seen.catalog, &graph, &args.path[0])?, index(&seen.catalog, &graph, &args.path[1])?);
    let found = ways(&viewpoint, &OwnFigures::new(), &graph, from, to);
    let telling = Telling { seen: &viewpoint, words: english(), nodes: &[] };
    if args.json.json {
        let mut value = answer::ways(telling, &graph, &found);
        value["from"] = json!(graph.roles[from].id.as_str());
        value["to"] = json!(graph.roles[to].id.as_str());
        output::print_json(&value)?;
    } else {
        let mut page = Page::new(terminal);
        let title = format!("From {} to {}", graph.roles[from].title, graph.roles[to].title);
        page.text(0, Style::Bold, &title);
        let best = [
            ("Fewest roles", found.shortest),
            ("Quickest", found.quickest),
            ("Cheapest", found.cheapest),
            ("Best paid on the way", found.best_paid),
        ];
        for (name, way) in best {
            page.gap();
            page.line(&Text::new().with(Style::Bold, name));
            match way {
                Some(way) => show_way(&mut page, &graph, &found.all[way]),
                None if found.all.is_empty() => {
                    page.text(2, Style::Plain, "No way leads there, as far as the catalogue knows.")
                }
                None => page.text(2, Style::Plain, "No source tells what any role on the way pays."),
            }
        }
        page.gap();
        let count =
            format!("{}{} ways were weighed.", if found.is_cut { "The first " } else { "" }, found.all.len());
        page.text(0, Style::Dim, &count);
        page.text(0, Style::Dim, &disclaimer(english()));
        page.print()?;
    }
    Ok(if found.all.is_empty() { End::No } else { End::Done })
}

fn show_way(page: &mut Page, graph: &CareerGraph<'_>, way: &Way) {
    let inferred = |pair: &[usize]| {
        let edge = graph.edges.iter().find(|edge| edge.from == pair[0] && edge.to == pair[1]);
        edge.is_some_and(|edge| edge.basis() == OrderBasis::Inferred)
    };
    page.text(2, Style::Plain, &graph.roles[way.roles[0]].title);
    for pair in way.roles.windows(2) {
        let note = if inferred(pair) { " (inferred)" } else { "" };
        let arrow = page.terminal.pick("→", "->");
        page.text(2, Style::Plain, &format!("{arrow} {}{note}", graph.roles[pair[1]].title));
    }
    let takes = way.effort.as_ref().map_or_else(
        || "something on it nothing known helps with".to_owned(),
        |effort| {
            if effort.steps.is_empty() {
                "nothing missing".to_owned()
            } else {
                words::effort(english(), effort)
            }
        },
    );
    page.labelled(4, 12, "takes", Style::Plain, &format!("{takes}; {} things unknown", way.open));
    for (role, cents) in &way.pay {
        let amount = english().usd(rung_record::Usd::from_cents(*cents));
        page.labelled(
            4,
            12,
            "pays",
            Style::Plain,
            &format!("{amount} a year as {}", graph.roles[*role].title),
        );
    }
}

/// `--graph`
pub fn graph(args: &RolesArgs, terminal: Terminal) -> Result<End, Failure> {
    let seen = args.from.read()?;
    let viewpoint: Viewpoint<'_> = args.from.viewpoint(&seen)?;
    let graph = CareerGraph::of(&seen.catalog);
    let place = graph.place(&viewpoint);
    let telling = Telling { seen: &viewpoint, words: english(), nodes: &[] };
    if args.json.json {
        output::print_json(&answer::graph(telling, &graph, &place))?;
        return Ok(End::Done);
    }
    let mut page = Page::new(terminal);
    page.line(&Text::new().with(Style::Bold, "What comes before what"));
    for (n, role) in graph.roles.iter().enumerate() {
        page.gap();
        let standing = place.standings[n].map(|own| format!(" · {}", words::standing(english(), own)));
        let mut head = Text::new().with(Style::Bold, &role.title);
        head.push(
            Style::Dim,
            &format!(" · {}{}", words::rung(english(), role.rung), standing.unwrap_or_default()),
        );
        page.line(&head);
        for edge in graph.after(n) {
            let note = if edge.basis() == OrderBasis::Inferred { " (inferred)" } else { "" };
            let arrow = page.terminal.pick("→", "->");
            page.text(2, Style::Plain, &format!("{arrow} {}{note}", graph.roles[edge.to].title));
        }
    }
    page.print()?;
    Ok(End::Done)
}
