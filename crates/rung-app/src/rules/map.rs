//! The map: a tile for each jurisdiction, about where it lies, coloured by one thing that it asks. Each tile shows its
//! value in letters too, and says all of it to who listens.

use super::{overview::Asked, parts};
use maud::{Markup, html};
use rung_atlas::{Address, Amount, Glance, Need, tiles};
use rung_catalog::{Allowed, Catalog};
use rung_record::Hours;

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
    pub fn name(self) -> &'static str {
        match self {
            Self::Hours => "Hours a year",
            Self::Live => "Live hours a year",
            Self::ToGet => "Certified to get it",
            Self::ToKeep => "Certified to keep it",
            Self::Vaccines => "Vaccinating",
        }
    }

    fn explained(self) -> &'static str {
        match self {
            Self::Hours => "Hours of continuing education that are asked of everybody, in a year.",
            Self::Live => "How many of those hours must be live, in person or online.",
            Self::ToGet => {
                "Whether a national certification (PTCB, NHA) is needed to be licensed or registered."
            }
            Self::ToKeep => "Whether a national certification is needed to renew.",
            Self::Vaccines => "Whether technicians, or some of them, may give vaccines.",
        }
    }

    /// The question with this word; the first where there is none.
    pub fn of(id: &str) -> Self {
        Self::ALL.into_iter().find(|question| question.id() == id).unwrap_or(Self::Hours)
    }

    /// Where a jurisdiction stands in it.
    pub fn answer(self, glance: &Glance<'_>) -> Band {
        match self {
            Self::Hours => of_amount(glance.hours, 10),
            Self::Live => of_amount(glance.live, 2),
            Self::ToGet => of_need(glance.certification_to_get),
            Self::ToKeep => of_need(glance.certification_to_keep),
            Self::Vaccines => of_allowed(glance.vaccines),
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

fn band(order: u8, class: &'static str, short: &str, words: &str) -> Band {
    Band { order: (order, 0), class, short: short.to_owned(), words: words.to_owned() }
}

fn unknown() -> Band {
    band(9, "unknown", "?", "Not known: ask the board")
}

/// None, less than half of `much`, less than `much`, `much` or more.
fn of_amount(amount: Amount, much: u64) -> Band {
    let hour = Hours::from_seconds(3600).in_seconds();
    let (a_year, short) = match amount {
        Amount::Unknown => return unknown(),
        Amount::Nothing => return band(0, "b0", "0", "None asked"),
        Amount::Hours { a_year: Some(hours), .. } => (hours.in_seconds(), hours.to_string()),
        Amount::Hours { in_period, a_year: None } => {
            let short = format!("{in_period}*");
            return band(8, "b3", &short, "Asked, in a term whose length is not known");
        }
    };
    let (order, class, words) = if a_year >= much * hour {
        (3, "b4", format!("{much} or more"))
    } else if a_year * 2 >= much * hour {
        (2, "b2", format!("{} to under {much}", much / 2))
    } else {
        (1, "b1", format!("Under {}", much / 2))
    };
    Band { order: (order, a_year), class, short, words }
}

fn of_need(need: Need) -> Band {
    match need {
        Need::NotRequired => band(0, "b0", "no", "Not required"),
        Need::OneWay => band(1, "b2", "1 way", "One of the ways"),
        Need::Required => band(2, "b4", "yes", "Required"),
        Need::Unknown => unknown(),
    }
}

fn of_allowed(allowed: Allowed) -> Band {
    match allowed {
        Allowed::No => band(0, "b0", "no", "Not allowed"),
        Allowed::Conditions => band(1, "b2", "terms", "Allowed on terms"),
        Allowed::Yes => band(2, "b4", "yes", "Allowed"),
        Allowed::Unknown => unknown(),
    }
}

/// The map, its choice of colours and its legend.
pub fn map(catalog: &Catalog, glances: &[Glance<'_>], asked: &Asked) -> Markup {
    let question = asked.question();
    let choices: Vec<_> = Question::ALL
        .into_iter()
        .map(|other| (asked.with_question(other), other.name().to_owned(), other == question))
        .collect();
    html! {
        section.map aria-labelledby="map" {
            h2.unseen #map { "The map" }
            (parts::choice("Colour the map by", &choices))
            a.skip-map href="#table" { "Skip the map, to the table" }
            div.plate {
            ol.tiles {
                @for tile in tiles(catalog) {
                    @if let Some(glance) = glances.iter().find(|glance| glance.authority.id == tile.authority.id) {
                        li.(format!("c{} r{}", tile.column, tile.row)) { (self::tile(glance, question)) }
                    }
                }
            }
            div.key-to-map {
                p { (question.explained()) }
                (legend(glances, question))
            }
            }
        }
    }
}

fn tile(glance: &Glance<'_>, question: Question) -> Markup {
    let band = question.answer(glance);
    html! {
        a.tile.(band.class) href={ "/" (Address::authority(glance.authority)) } title=(glance.authority.name) {
            b { (glance.authority.id.to_uppercase()) }
            span aria-hidden="true" { (band.short) }
            span.unseen { " " (glance.authority.name) ": " (glance.spoken()) }
        }
    }
}

fn legend(glances: &[Glance<'_>], question: Question) -> Markup {
    let mut bands: Vec<(Band, usize)> = Vec::new();
    for band in glances.iter().map(|glance| question.answer(glance)) {
        match bands.iter_mut().find(|(known, _)| known.words == band.words) {
            Some((_, count)) => *count += 1,
            None => bands.push((band, 1)),
        }
    }
    bands.sort_by_key(|(band, _)| band.order);
    let is_word = |short: &str| short.chars().all(|c| !c.is_ascii_digit());
    html! {
        ul.legend aria-label="Legend" {
            @for (band, count) in &bands {
                li {
                    span.swatch.(band.class) aria-hidden="true" { @if is_word(&band.short) { (band.short) } }
                    span { (band.words) " " span.quiet { (count) } }
                }
            }
        }
    }
}
