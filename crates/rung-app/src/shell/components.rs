//! Parts that pages are made of, each written once. Colours and sizes are the stylesheet's; a part says what it is by
//! its class, and never by colour alone: every state has an icon and a word.

use super::{Frame, Share};
use maud::{Markup, html};
use rung_record::Problems;
use rung_rules::Verdict;
use rung_words::{Part, Words, capital, parts, say};

/// How something stands, for a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It holds.
    Met,
    /// It does not hold yet.
    NotMet,
    /// A fact is missing.
    Unknown,
    /// Its day has passed.
    Expired,
    /// Nothing is asked of this technician.
    Quiet,
}

impl State {
    /// The state of a verdict.
    pub fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Met => Self::Met,
            Verdict::NotMet => Self::NotMet,
            Verdict::Unknown => Self::Unknown,
        }
    }

    /// The stylesheet's name for it.
    pub fn class(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::Unknown => "unknown",
            Self::Expired => "expired",
            Self::Quiet => "none",
        }
    }

    /// What is drawn in a 16 × 16 field for it.
    fn strokes(self) -> &'static str {
        match self {
            Self::Met => "M3.5 8.5l3 3 6-7",
            Self::NotMet => "M8 3.5v5l3 2",
            Self::Unknown => "M5.8 6a2.3 2.3 0 1 1 3.4 2c-.8.4-1.2.9-1.2 1.7M8 12.2v.1",
            Self::Expired => "M8 3.5v5.2M8 12v.1",
            Self::Quiet => "M4 8h8",
        }
    }
}

/// The icon of a state, without its word.
pub fn icon(state: State) -> Markup {
    html! {
        svg.icon.(state.class()) viewBox="0 0 16 16" aria-hidden="true" focusable="false" {
            @if state == State::NotMet { circle cx="8" cy="8" r="6" {} }
            path d=(state.strokes()) {}
        }
    }
}

/// An icon and a word on a tint.
pub fn chip(state: State, word: &str) -> Markup {
    html! { span.chip.(state.class()) { (icon(state)) (word) } }
}

/// How much of something there is, as a bar. The amounts stand beside it in words.
pub fn progress(state: State, have: u64, of: u64) -> Markup {
    let share = if of == 0 {
        100
    } else {
        (u128::from(have.min(of)) * 100 / u128::from(of)).max(u128::from(have > 0))
    };
    html! {
        svg.progress.(state.class()) aria-hidden="true" focusable="false" {
            rect.track width="100%" height="100%" rx="3" {}
            @if share > 0 { rect.fill width={ (share) "%" } height="100%" rx="3" {} }
        }
    }
}

/// Counts as shares of one bar, each in the colour of its state. The counts stand beside it in words.
pub fn shares(counted: &[(State, usize)]) -> Markup {
    let all = counted.iter().map(|(_, count)| count).sum::<usize>().max(1);
    let share = |count: usize| Share(i64::try_from(count * 10_000 / all).unwrap_or(i64::MAX));
    let mut start = 0;
    html! {
        svg.shares width="100%" height="14" aria-hidden="true" focusable="false" {
            @for (state, count) in counted {
                @if *count > 0 { rect.(state.class()) x=(share(start)) width=(share(*count)) height="100%" {} }
                ({ start += count; "" })
            }
        }
    }
}

/// One part of a [`ring`]: its state, and how much of it is there in thousandths.
#[derive(Clone, Copy, Debug)]
pub struct Arc {
    /// Colours it.
    pub state: State,
    /// 0 to 1000.
    pub filled: u64,
}

/// A ring with an arc for each thing that is asked, filled as far as it is done, and the count of those that are.
pub fn ring(words: &Words, arcs: &[Arc]) -> Markup {
    // The circle is 1000 long; arcs are laid from the top, with gaps between them.
    let count = arcs.len().max(1) as u64;
    let gap = if count == 1 { 0 } else { 24.min(300 / count) };
    let length = 1000 / count - gap;
    let met = arcs.iter().filter(|arc| arc.state == State::Met).count();
    html! {
        svg.ring viewBox="0 0 64 64" role="img" aria-label=(say!(words, "shell-ring", met = met, all = arcs.len())) {
            g fill="none" transform="rotate(-90 32 32)" {
                @for (n, arc) in (0_u64..).zip(arcs) {
                    @let start = 1000 * n / count + gap / 2;
                    @let filled = length * arc.filled.min(1000) / 1000;
                    (stroke("track", start, length))
                    @if filled > 0 { (stroke(arc.state.class(), start, filled)) }
                }
                @if arcs.is_empty() { (stroke("track", 0, 1000)) }
            }
            text x="32" y="37.5" text-anchor="middle" { (met) tspan.of { "/" (arcs.len()) } }
        }
    }
}

fn stroke(class: &str, start: u64, length: u64) -> Markup {
    html! {
        circle class=(class) cx="32" cy="32" r="27" pathLength="1000"
            stroke-dasharray={ (length) " " (1000 - length) } stroke-dashoffset={ "-" (start) } {}
    }
}

/// One bar of [`bars`].
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is of.
    pub label: Markup,
    /// Where it leads: the same list, of this only.
    pub address: String,
    /// Whether that is where the reader is.
    pub is_here: bool,
    /// How long it is against the others.
    pub amount: u64,
    /// The amount in words.
    pub says: String,
}

/// Amounts beside each other, each a link to what it is the sum of. The longest bar takes the whole width.
pub fn bars(title: &str, bars: &[Bar]) -> Markup {
    let most = bars.iter().map(|bar| bar.amount).max().unwrap_or_default();
    html! {
        div.bars {
            h2 { (title) }
            ul {
                @for bar in bars {
                    li {
                        a href=(bar.address) aria-current=[bar.is_here.then_some("true")] {
                            span.label { (bar.label) }
                            (progress(State::Quiet, bar.amount, most.max(1)))
                            span.amount { (bar.says) }
                        }
                    }
                }
            }
        }
    }
}

/// The pages of a long list: where the reader is, and the way to the one before and after. `address` gives that of a
/// page, counted from 1. Nothing when there is only one.
pub fn pages(frame: &Frame, number: usize, of: usize, address: impl Fn(usize) -> String) -> Markup {
    let words = frame.words;
    let before = (number > 1).then(|| Turn::to(address(number - 1), say!(words, "shell-pages-before")));
    let after = (number < of).then(|| Turn::to(address(number + 1), say!(words, "shell-pages-after")));
    let here = html! { span { (say!(words, "shell-pages-here", number = number, all = of)) } };
    page_turn(words, before.as_ref(), Some(here), after.as_ref())
}

/// One way to turn.
#[derive(Clone, Debug)]
pub struct Turn {
    address: String,
    name: String,
}

impl Turn {
    /// To this address, under this name.
    pub fn to(address: impl Into<String>, name: String) -> Self {
        Self { address: address.into(), name }
    }
}

/// The way to what comes before and after what is shown, with where the reader is between them; nothing where there is
/// neither.
pub fn page_turn(words: &Words, before: Option<&Turn>, here: Option<Markup>, after: Option<&Turn>) -> Markup {
    let turn =
        |rel: &str, turn: &Turn| html! { a.button.quiet rel=(rel) href=(turn.address) { (turn.name) } };
    html! {
        @if before.is_some() || after.is_some() {
            nav.page-turn aria-label=(say!(words, "shell-pages")) {
                @if let Some(before) = before { (turn("prev", before)) }
                @if let Some(here) = here { (here) }
                @if let Some(after) = after { (turn("next", after)) }
            }
        }
    }
}

/// What is wrong with a file, place by place. A reader's sentences are English.
pub fn problems(frame: &Frame, problems: &Problems) -> Markup {
    html! {
        ol.problems {
            @for problem in &problems.listed {
                li {
                    (icon(State::Expired))
                    div lang=[frame.lang_of_english()] {
                        // Behind its place it goes on; by itself it is a sentence.
                        @if problem.place.is_empty() { (rung_words::capital(&problem.what)) }
                        @else { code { (problem.place) } " " (problem.what) }
                    }
                }
            }
            @if problems.more > 0 { li { (say!(frame.words, "shell-more-problems", count = problems.more)) } }
        }
    }
}

/// What to say when there is nothing to show: what this place is for, and what to do.
pub fn empty_state(title: &str, text: &str, action: Markup) -> Markup {
    html! {
        section.empty {
            (ladder())
            h1 { (title) }
            p { (said(text)) }
            (action)
        }
    }
}

/// A form field with its label, a hint, and the fault of what was typed into it.
pub fn field(
    id: &str,
    label: &str,
    hint: &str,
    fault: Option<&str>,
    input: impl FnOnce(&str) -> Markup,
) -> Markup {
    let described = match (hint.is_empty(), fault) {
        (_, Some(_)) => format!("{id}-fault"),
        (false, None) => format!("{id}-hint"),
        (true, None) => String::new(),
    };
    html! {
        div.field.faulty[fault.is_some()] {
            label for=(id) { (label) }
            (input(&described))
            @if let Some(fault) = fault {
                p.fault id={ (id) "-fault" } { (icon(State::Expired)) span { (said(&capital(fault))) } }
            } @else if !hint.is_empty() {
                p.hint id={ (id) "-hint" } { (hint) }
            }
        }
    }
}

/// A text with what is English in it marked so.
fn said(text: &str) -> Markup {
    html! {
        @for part in parts(text) {
            @match part { Part::Own(own) => (own), Part::English(own) => span lang="en" { (own) } }
        }
    }
}

/// A file, or its text: the fields `file` and `text` of a form.
pub fn bring(words: &Words, text: &str) -> Markup {
    html! {
        (field("file-field", &say!(words, "shell-file"), "", None, |_| html! {
            input type="file" id="file-field" name="file" accept=".csv,.txt,.pdf,.json,.tsv,text/csv,text/plain,application/json,application/pdf";
        }))
        details.more-of-credit open[!text.is_empty()] {
            summary { (say!(words, "shell-paste-instead")) }
            (field("text", &say!(words, "shell-paste-label"), "", None, |_| html! {
                textarea id="text" name="text" rows="6" maxlength="1000000" spellcheck="false" { (text) }
            }))
        }
    }
}

/// A table that turns into cards where the screen is narrow: each cell carries its column's name.
pub fn table(caption: &str, columns: &[&str], rows: &[Vec<Markup>]) -> Markup {
    html! {
        table {
            caption { (caption) }
            thead { tr { @for column in columns { th scope="col" { (column) } } } }
            tbody {
                @for row in rows {
                    tr {
                        @for (n, (cell, column)) in row.iter().zip(columns).enumerate() {
                            @if n == 0 {
                                th scope="row" { (cell) }
                            } @else {
                                td data-column=(column) { (cell) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A link to a page elsewhere; text alone where the address is none that a browser should follow.
pub fn link_out(url: Option<&str>, text: &str) -> Markup {
    match url.filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        Some(url) => html! { a href=(url) rel="noopener noreferrer external" { (text) } },
        None => html! { (text) },
    }
}

/// The mark: a ladder whose next rung is lit.
pub fn ladder() -> Markup {
    ladder_at(3)
}

/// The ladder with one of its three rungs lit, the lowest being 1.
pub fn ladder_at(rung: u8) -> Markup {
    let rungs = [(1, "M9.6 23.5h12.8"), (2, "M10.2 17h11.6"), (3, "M10.9 10.5h10.2")];
    html! {
        svg.ladder viewBox="0 0 32 32" aria-hidden="true" focusable="false" {
            path d="M9 29L11.5 3M23 29L20.5 3" {}
            @for (n, place) in rungs { path.lit[n == rung] d=(place) {} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Arc, State, progress, ring};
    use rung_words::{Language, Words};

    #[test]
    fn a_ring_has_an_arc_for_each_requirement_and_says_how_many_are_met() {
        let arcs = [Arc { state: State::Met, filled: 1000 }, Arc { state: State::NotMet, filled: 500 }];
        insta::assert_snapshot!(ring(Words::of(Language::English), &arcs).into_string().replace("><", ">\n<"), @r#"
        <svg class="ring" viewBox="0 0 64 64" role="img" aria-label="1 of 2 requirements met">
        <g fill="none" transform="rotate(-90 32 32)">
        <circle class="track" cx="32" cy="32" r="27" pathLength="1000" stroke-dasharray="476 524" stroke-dashoffset="-12">
        </circle>
        <circle class="met" cx="32" cy="32" r="27" pathLength="1000" stroke-dasharray="476 524" stroke-dashoffset="-12">
        </circle>
        <circle class="track" cx="32" cy="32" r="27" pathLength="1000" stroke-dasharray="476 524" stroke-dashoffset="-512">
        </circle>
        <circle class="not-met" cx="32" cy="32" r="27" pathLength="1000" stroke-dasharray="238 762" stroke-dashoffset="-512">
        </circle>
        </g>
        <text x="32" y="37.5" text-anchor="middle">1<tspan class="of">/2</tspan>
        </text>
        </svg>
        "#);
    }

    #[test]
    fn a_begun_bar_is_never_empty_and_an_overfull_one_ends_at_its_end() {
        let bar = |have, of| progress(State::Met, have, of).into_string();
        assert!(bar(1, 1_000_000).contains("width=\"1%\""));
        assert!(bar(7, 3).contains("width=\"100%\" height=\"100%\" rx=\"3\"></rect></svg>"));
        assert!(!bar(0, 3).contains("fill"));
        assert!(bar(0, 0).contains("fill"));
    }
}
