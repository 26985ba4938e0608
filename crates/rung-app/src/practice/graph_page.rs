//! The career graph: which role comes before which, by whose word, and where the record stands in it. A picture of links
//! in the order of the way up, with the same as a table beneath; narrow screens have the table alone.

use super::{
    rooms::{self, Here},
    told,
};
use crate::shell::{Fault, Frame, Page, Room, Visit, components};
use axum::response::Response;
use maud::{Markup, html};
use rung_catalog::field::OrderBasis;
use rung_way::{
    CareerGraph, Gap, Standing, gaps,
    graph::{
        Edge, Place,
        layout::{Layout, Spacing, Spot, layout},
    },
    words,
};
use rung_words::{quoted, say};
use std::fmt::Write as _;

const SPACING: Spacing = Spacing { node: 54, bend: 22 };
const WIDTH: i64 = 148;
const HEIGHT: i64 = 42;
/// From the left of a column to the left of the next.
const COLUMN: i64 = 182;
const MARGIN: i64 = 8;
/// So many letters of a title stand in a line of its box.
const LETTERS: usize = 21;

/// `GET /explore/graph`
pub async fn page(visit: Visit) -> Result<Response, Fault> {
    visit.answer(|visit| Ok(show(visit))).await
}

fn show(visit: &Visit) -> Page {
    let (frame, words, seen) = (&visit.frame, visit.frame.words, told::seen(visit));
    let graph = CareerGraph::of(visit.catalog());
    let (place, gaps) = (graph.place(&seen), gaps(&seen));
    let implied = graph.implied();
    let drawn: Vec<&Edge<'_>> =
        graph.edges.iter().zip(&implied).filter(|(_, implied)| !**implied).map(|(edge, _)| edge).collect();
    let ends: Vec<(usize, usize)> = drawn.iter().map(|edge| (edge.from, edge.to)).collect();
    let groups: Vec<usize> = graph.roles.iter().map(|role| role.work as usize).collect();
    let layout = layout(graph.roles.len(), &ends, &groups, SPACING);
    let mut order: Vec<usize> = (0..graph.roles.len()).collect();
    order.sort_by_key(|role| layout.nodes[*role]);
    let view = GraphView { frame, graph: &graph, place: &place, gaps: &gaps, layout: &layout, order: &order };
    let title = say!(words, "practice-graph-title");
    let body = html! {
        (rooms::headline(frame, &title, &say!(words, "practice-graph-lead"), Here::Graph))
        (view.picture(&drawn))
        (view.table())
    };
    Page::new(title, body).within(Room::Explore)
}

struct GraphView<'g, 'a> {
    frame: &'g Frame,
    graph: &'g CareerGraph<'a>,
    place: &'g Place,
    gaps: &'g [Gap<'a>],
    layout: &'g Layout,
    /// Roles in the order of the picture: column by column, from above.
    order: &'g [usize],
}

impl GraphView<'_, '_> {
    fn picture(&self, drawn: &[&Edge<'_>]) -> Markup {
        let words = self.frame.words;
        let columns = i64::try_from(self.layout.columns).unwrap_or(1).max(1);
        let width = (columns - 1) * COLUMN + WIDTH + 2 * MARGIN;
        let height = self.layout.length + HEIGHT + 2 * MARGIN;
        html! {
            figure.career-graph {
                div.scroll tabindex="0" role="region" aria-label=(say!(words, "practice-graph-title")) {
                    svg width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) } role="group" aria-label=(say!(words, "practice-graph-picture")) {
                        g.edges aria-hidden="true" {
                            @for (edge, route) in drawn.iter().zip(&self.layout.routes) {
                                path.inferred[edge.basis() == OrderBasis::Inferred] d=(curve(route)) {}
                            }
                        }
                        @for role in self.order { (self.node(*role)) }
                    }
                }
                figcaption {
                    span.graph-key.here { (say!(words, "practice-key-here")) }
                    span.graph-key.met { (say!(words, "practice-gap-met")) }
                    span.graph-key.not-met { (say!(words, "practice-gap-not-met")) }
                    span.graph-key.unknown { (say!(words, "practice-gap-unknown")) }
                    span.graph-key.dashed { (say!(words, "practice-key-inferred")) }
                }
            }
        }
    }

    fn node(&self, role: usize) -> Markup {
        let (own, spot) = (self.graph.roles[role], self.layout.nodes[role]);
        let (x, y) = (left(spot), middle(spot));
        let state = components::State::of(self.gaps[role].verdict);
        let is_here = self.place.standings[role].is_some_and(Standing::is_now);
        let lines = two_lines(&own.title);
        html! {
            a.node.(state.class()).here[is_here] href=(told::address(own)) {
                // The lines may be cut: the title is the link's whole name, and what a pointer that rests is told.
                title { (self.says(role)) }
                rect x=(x) y=(y - HEIGHT / 2) width=(WIDTH) height=(HEIGHT) rx="8" {}
                rect.band x=(x) y=(y - HEIGHT / 2) width="6" height=(HEIGHT) rx="3" {}
                @if is_here { circle cx=(x + WIDTH - 3) cy=(y - HEIGHT / 2 + 3) r="7" {} }
                @for (line, dy) in lines.iter().zip(if lines.len() == 1 { [4, 0] } else { [-3, 12] }) {
                    text x=(x + 14) y=(y + dy) lang=[self.frame.lang_of_english()] { (line) }
                }
            }
        }
    }

    /// `Lead technician: not yet; 2 steps away`.
    fn says(&self, role: usize) -> String {
        let words = self.frame.words;
        let verdict = told::verdict(words, self.gaps[role].verdict);
        let title = words.english(&self.graph.roles[role].title);
        // A title of a picture has no parts that could be marked.
        quoted(&format!("{title}: {verdict}; {}", self.stands(role)))
    }

    fn stands(&self, role: usize) -> String {
        let words = self.frame.words;
        match (self.place.standings[role], self.place.steps[role]) {
            (Some(standing), _) => words::standing(words, standing),
            (None, Some(steps)) => say!(words, "practice-steps-away", steps = steps),
            (None, None) => say!(words, "practice-steps-no-way"),
        }
    }

    fn table(&self) -> Markup {
        let words = self.frame.words;
        let rows: Vec<Vec<Markup>> = self.order.iter().map(|role| self.row(*role)).collect();
        let columns = [
            say!(words, "practice-column-role"),
            say!(words, "practice-column-standing"),
            say!(words, "practice-column-verdict"),
            say!(words, "practice-column-next"),
        ];
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        components::table(&say!(words, "practice-graph-table"), &columns, &rows)
    }

    fn row(&self, role: usize) -> Vec<Markup> {
        let words = self.frame.words;
        let verdict = self.gaps[role].verdict;
        let next: Vec<&Edge<'_>> = self.graph.after(role).collect();
        vec![
            self.link(role),
            html! { (self.stands(role)) },
            components::chip(components::State::of(verdict), &told::verdict(words, verdict)),
            html! {
                @if next.is_empty() { span.quiet { (say!(words, "practice-leads-nowhere")) } }
                @else { span { @for (n, edge) in next.iter().enumerate() {
                    @if n > 0 { "; " } (self.link(edge.to))
                    @if edge.basis() == OrderBasis::Inferred { " " span.quiet { "(" (say!(words, "practice-inferred")) ")" } }
                } } }
            },
        ]
    }

    fn link(&self, role: usize) -> Markup {
        let own = self.graph.roles[role];
        html! { a href=(told::address(own)) lang=[self.frame.lang_of_english()] { (own.title) } }
    }
}

fn left(spot: Spot) -> i64 {
    MARGIN + i64::try_from(spot.column).unwrap_or(0) * COLUMN
}

fn middle(spot: Spot) -> i64 {
    MARGIN + HEIGHT / 2 + spot.along
}

/// From the right of the first box to the left of the last, flat where it passes a column.
fn curve(route: &[Spot]) -> String {
    let mut path = String::new();
    let Some((first, rest)) = route.split_first() else { return path };
    let (mut x, mut y) = (left(*first) + WIDTH, middle(*first));
    let _ = write!(path, "M{x} {y}");
    for (n, spot) in rest.iter().enumerate() {
        let (to_x, to_y) = (left(*spot), middle(*spot));
        let half = i64::midpoint(x, to_x);
        let _ = write!(path, "C{half} {y} {half} {to_y} {to_x} {to_y}");
        (x, y) = (to_x, to_y);
        if n + 1 < rest.len() {
            x += WIDTH;
            let _ = write!(path, "H{x}");
        }
    }
    path
}

/// A title in one or two lines of its box; the link says it whole.
fn two_lines(title: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in title.split_whitespace() {
        let last = lines.len() - 1;
        let room =
            lines[last].is_empty() || lines[last].chars().count() + 1 + word.chars().count() <= LETTERS;
        if room {
            if !lines[last].is_empty() {
                lines[last].push(' ');
            }
            lines[last].push_str(word);
        } else if last == 0 {
            lines.push(word.to_owned());
        } else {
            lines[last].push('…');
            break;
        }
    }
    for line in &mut lines {
        if line.chars().count() > LETTERS {
            *line = line.chars().take(LETTERS - 1).chain(['…']).collect();
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::two_lines;

    #[test]
    fn a_title_stands_in_two_lines_of_its_box() {
        assert_eq!(two_lines("Lead technician"), ["Lead technician"]);
        assert_eq!(two_lines("Prior authorization technician"), ["Prior authorization", "technician"]);
        assert_eq!(
            two_lines("One two three four five six seven eight nine ten"),
            ["One two three four", "five six seven eight…"]
        );
        assert_eq!(two_lines("Pneumonoultramicroscopicsilico"), ["Pneumonoultramicrosc…"]);
        assert_eq!(two_lines(""), [""]);
    }
}
