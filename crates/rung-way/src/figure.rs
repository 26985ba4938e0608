//! Numbers with what they stand on: a source, an assumption, the user's own word, or a reckoning.

use jiff::civil::Date;
use rung_catalog::{
    Catalog, Cite, Confidence,
    field::{Cites, Sheet, StepFigure, Steps},
};
use rung_record::{Hours, Usd};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A value, and what it stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure<T> {
    /// The value.
    pub value: T,
    /// What it stands on.
    pub basis: Basis,
}

/// What a value stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Basis {
    /// A source tells it.
    Told(Reference),
    /// No source tells it. It is shown as an assumption, and the user can change it under its key.
    Assumed {
        /// Under which key to change it: `study:ptcb-cpht`.
        key: String,
        /// What it is, in plain words.
        what: String,
        /// Why this much.
        why: String,
    },
    /// The user said so.
    Chosen {
        /// Under which key.
        key: String,
    },
    /// It follows from the record, the calendar, or other figures.
    Reckoned,
}

/// A place in a source, complete in itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The source's title.
    pub title: String,
    /// Where it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Section or page.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// The day somebody last looked.
    pub checked: Date,
    /// How sure the fact is.
    pub confidence: Confidence,
}

impl Reference {
    /// Of a fact of an authority's file.
    pub fn of(catalog: &Catalog, cite: &Cite) -> Self {
        let (authority, source) = catalog.source(cite);
        Self {
            title: source.title.clone(),
            url: source.url.clone(),
            place: cite.place.clone(),
            checked: authority.checked,
            confidence: cite.confidence,
        }
    }

    /// Of a fact of a file of the field: its first source. None for a source that the file lacks, which loading refuses.
    pub fn of_field(sheet: &impl Sheet, cites: &Cites, confidence: Confidence) -> Option<Self> {
        let cite = cites.iter().next()?;
        let source = sheet.source(cite)?;
        Some(Self {
            title: source.title.clone(),
            url: source.url.clone(),
            place: cite.place.clone(),
            checked: sheet.checked(),
            confidence,
        })
    }
}

impl<T> Figure<T> {
    /// Of the record, the calendar, or other figures.
    pub fn reckoned(value: T) -> Self {
        Self { value, basis: Basis::Reckoned }
    }

    /// Whether nobody has told it: neither a source nor the user.
    pub fn is_assumed(&self) -> bool {
        matches!(self.basis, Basis::Assumed { .. })
    }
}

/// What the user says instead of a figure of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    /// Hours in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u16>,
    /// Dollars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usd: Option<Usd>,
}

/// The user's own figures, by key.
pub type OwnFigures = BTreeMap<String, Own>;

/// Where figures are looked up: the user's own first, then the catalogue's; the nearest key first in each.
#[derive(Clone, Copy, Debug)]
pub struct Figures<'a> {
    told: &'a Steps,
    own: &'a OwnFigures,
}

impl<'a> Figures<'a> {
    /// Over the catalogue's file of steps.
    pub fn new(told: &'a Steps, own: &'a OwnFigures) -> Self {
        Self { told, own }
    }

    /// Hours, by the nearest key that has any.
    pub fn hours(&self, keys: &[&str]) -> Figure<Hours> {
        self.find(keys, |own| own.hours, |told| told.hours)
    }

    /// Weeks, by the nearest key that has any.
    pub fn weeks(&self, keys: &[&str]) -> Figure<u32> {
        self.find(keys, |own| own.weeks.map(u32::from), |told| told.weeks.map(u32::from))
    }

    /// Dollars, by the nearest key that has any.
    pub fn usd(&self, keys: &[&str]) -> Figure<Usd> {
        self.find(keys, |own| own.usd, |told| told.usd)
    }

    /// What the user said under one of the keys.
    pub fn own<T>(&self, keys: &[&str], of: impl Fn(&Own) -> Option<T>) -> Option<Figure<T>> {
        keys.iter().find_map(|key| {
            let value = of(self.own.get(*key)?)?;
            Some(Figure { value, basis: Basis::Chosen { key: (*key).to_owned() } })
        })
    }

    fn find<T: Default>(
        &self,
        keys: &[&str],
        own: impl Fn(&Own) -> Option<T>,
        told: impl Fn(&StepFigure) -> Option<T>,
    ) -> Figure<T> {
        if let Some(chosen) = self.own(keys, own) {
            return chosen;
        }
        let nearest = keys.first().copied().unwrap_or_default();
        let found = keys.iter().find_map(|key| {
            let figure = self.told.figure(key)?;
            Some((figure, told(figure)?))
        });
        match found {
            Some((figure, value)) => Figure { value, basis: self.basis(figure, nearest) },
            None => {
                let key = nearest.to_owned();
                let basis = Basis::Assumed { what: key.clone(), why: String::new(), key };
                Figure { value: T::default(), basis }
            }
        }
    }

    fn basis(&self, figure: &StepFigure, nearest: &str) -> Basis {
        let confidence = figure.confidence.unwrap_or(self.told.confidence);
        let told = figure.cite.as_ref().and_then(|cites| Reference::of_field(self.told, cites, confidence));
        told.map_or_else(
            || Basis::Assumed {
                key: nearest.to_owned(),
                what: figure.what.clone(),
                why: figure.why.clone().unwrap_or_default(),
            },
            Basis::Told,
        )
    }
}
