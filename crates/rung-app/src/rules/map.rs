//! The map: a tile for each jurisdiction, about where it lies, coloured by one thing that it asks. Each tile shows its
//! value in letters too, and says all of it to who listens.

use super::{overview::Asked, parts};
use crate::shell::Frame;
use maud::{Markup, html};
use rung_atlas::{Address, Amount, Glance, Need, tiles};
use rung_catalog::{Allowed, Catalog};
use rung_record::Hours;
use rung_words::{Words, say};

/// What the map is coloured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Hours of continuing education a year.
    Hours,
    /// How many of them live.
    Live,
    /// Whether national certification is needed to get the credential.
    ToGet,
    /// Whether it is needed to keep it.
    ToKeep,
    /// Whether technicians may vaccinate.
    Vaccines,
}

impl Question {
    /// All of them, in the order of the table's columns.
    pub const ALL: [Self; 5] = [Self::Hours, Self::Live, Self::ToGet, Self::ToKeep, Self::Vaccines];

    /// The word in an address.
    pub fn id(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Live => "live",
            Self::ToGet => "to-get",
            Self::ToKeep => "to-keep",
            Self::Vaccines => "vaccines",
        }
    }

    /// A few words for a choice or a column.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Hours => say!(words, "rulebook-by-hours"),
            Self::Live => say!(words, "rulebook-by-live"),
            Self::ToGet => say!(words, "rulebook-by-to-get"),
            Self::ToKeep => say!(words, "rulebook-by-to-keep"),
            Self::Vaccines => say!(words, "rulebook-glance-vaccines"),
        }
    }

    fn explained(self, words: &Words) -> String {
        match self {
            Self::Hours => say!(words, "rulebook-by-hours-text"),
            Self::Live => say!(words, "rulebook-by-live-text"),
            Self::ToGet => say!(words, "rulebook-by-to-get-text"),
            Self::ToKeep => say!(words, "rulebook-by-to-keep-text"),
            Self::Vaccines => say!(words, "rulebook-by-vaccines-text"),
        }
    }

    /// The question with this word; the first where there is none.
    pub fn of(id: &str) -> Self {
        Self::ALL.into_iter().find(|question| question.id() == id).unwrap_or(Self::Hours)
    }

    /// Where a jurisdiction stands in it.
    pub fn answer(self, words: &Words, glance: &Glance<'_>) -> Band {
        match self {
            Self::Hours => of_amount(words, glance.hours, 10),
            Self::Live => of_amount(words, glance.live, 2),
            Self::ToGet => of_need(words, glance.certification_to_get),
            Self::ToKeep => of_need(words, glance.certification_to_keep),
            Self::Vaccines => of_allowed(words, glance.vaccines),
        }
    }
}

/// A colour with its value and its words. Bands are in the order of the legend: the less is asked or allowed, the lower;
/// what is not known comes last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Band {
    /// Place in the legend, and in the table when it is sorted.
    pub order: (u8, u64),
    /// Colour.
    pub class: &'static str,
    /// On the tile.
    pub short: String,
    /// In the legend.
    pub words: String,
}

fn band(order: u8, class: &'static str, short: String, words: String) -> Band {
    Band { order: (order, 0), class, short, words }
}

fn unknown(words: &Words) -> Band {
    band(9, "unknown", "?".to_owned(), say!(words, "rulebook-band-unknown"))
}

/// None, less than half of `much`, less than `much`, `much` or more.
fn of_amount(words: &Words, amount: Amount, much: u64) -> Band {
    let hour = Hours::from_seconds(3600).in_seconds();
    let (a_year, short) = match amount {
        Amount::Unknown => return unknown(words),
        Amount::Nothing => return band(0, "b0", "0".to_owned(), say!(words, "rulebook-band-none")),
        Amount::Hours { a_year: Some(hours), .. } => (hours.in_seconds(), hours.to_string()),
        Amount::Hours { in_period, a_year: None } => {
            let short = format!("{in_period}*");
            return band(8, "b3", short, say!(words, "rulebook-band-term"));
        }
    };
    let (order, class, said) = if a_year >= much * hour {
        (3, "b4", say!(words, "rulebook-band-or-more", much = much))
    } else if a_year * 2 >= much * hour {
        (2, "b2", say!(words, "rulebook-band-between", half = much / 2, much = much))
    } else {
        (1, "b1", say!(words, "rulebook-band-under", half = much / 2))
    };
    Band { order: (order, a_year), class, short, words: said }
}

fn of_need(words: &Words, need: Need) -> Band {
    match need {
        Need::NotRequired => band(0, "b0", say!(words, "rulebook-tile-no"), need.in_words(words)),
        Need::OneWay => band(1, "b2", say!(words, "rulebook-tile-one-way"), need.in_words(words)),
        Need::Required => band(2, "b4", say!(words, "rulebook-tile-yes"), need.in_words(words)),
        Need::Unknown => unknown(words),
    }
}

fn of_allowed(words: &Words, allowed: Allowed) -> Band {
    let said = rung_words::capital(&rung_atlas::words::allowed(words, allowed));
    match allowed {
        Allowed::No => band(0, "b0", say!(words, "rulebook-tile-no"), said),
        Allowed::Conditions => band(1, "b2", say!(words, "rulebook-tile-terms"), said),
        Allowed::Yes => band(2, "b4", say!(words, "rulebook-tile-yes"), said),
        Allowed::Unknown => unknown(words),
    }
}

/// The map, its choice of colours and its legend.
pub fn map(frame: &Frame, catalog: &Catalog, glances: &[Glance<'_>], asked: &Asked) -> Markup {
    let question = asked.question();
    let choices: Vec<_> = Question::ALL
        .into_iter()
        .map(|other| (asked.with_question(other), other.name(frame.words), other == question))
        .collect();
    html! {
        section.map aria-labelledby="map" {
            h2.unseen #map { (say!(frame.words, "rulebook-map")) }
            (parts::choice(&say!(frame.words, "rulebook-map-by"), &choices))
            a.skip-map href="#table" { (say!(frame.words, "rulebook-map-skip")) }
            div.plate {
            ol.tiles {
                @for tile in tiles(catalog) {
                    @if let Some(glance) = glances.iter().find(|glance| glance.authority.id == tile.authority.id) {
                        li.(format!("c{} r{}", tile.column, tile.row)) { (self::tile(frame, glance, question)) }
                    }
                }
            }
            div.key-to-map {
                p { (question.explained(frame.words)) }
                (legend(frame, glances, question))
            }
            }
        }
    }
}

fn tile(frame: &Frame, glance: &Glance<'_>, question: Question) -> Markup {
    let band = question.answer(frame.words, glance);
    html! {
        a.tile.(band.class) href={ "/" (Address::authority(glance.authority)) } title=(glance.authority.name) {
            b { (glance.authority.id.to_uppercase()) }
            span aria-hidden="true" { (band.short) }
            span.unseen { " " (glance.authority.name) ": " (frame.sentence(&glance.spoken(frame.words))) }
        }
    }
}

fn legend(frame: &Frame, glances: &[Glance<'_>], question: Question) -> Markup {
    let mut bands: Vec<(Band, usize)> = Vec::new();
    for band in glances.iter().map(|glance| question.answer(frame.words, glance)) {
        match bands.iter_mut().find(|(known, _)| known.words == band.words) {
            Some((_, count)) => *count += 1,
            None => bands.push((band, 1)),
        }
    }
    bands.sort_by_key(|(band, _)| band.order);
    let is_word = |short: &str| short.chars().all(|c| !c.is_ascii_digit());
    html! {
        ul.legend aria-label=(say!(frame.words, "rulebook-map-legend")) {
            @for (band, count) in &bands {
                li {
                    span.swatch.(band.class) aria-hidden="true" { @if is_word(&band.short) { (band.short) } }
                    span { (band.words) " " span.quiet { (count) } }
                }
            }
        }
    }
}
