//! Feeds that a technician may follow.

use super::{
    Sheet,
    words::{Cites, FeedId},
};
use crate::{Confidence, Source};
use rung_record::Date;
use serde::Deserialize;

/// The file of feeds. Every entry's confidence is the file's where it gives none.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Feeds {
    /// The day somebody last looked at the sources.
    #[serde(deserialize_with = "crate::file::day")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::words::Day"))]
    pub checked: Date,
    /// How sure the file is as a whole.
    pub confidence: Confidence,
    /// What to bear in mind with all of it; shown to the reader.
    #[serde(default)]
    pub cautions: Vec<String>,
    /// What no source has settled.
    #[serde(default)]
    pub open_questions: Vec<String>,
    /// Where it was read.
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    /// Each feed.
    #[serde(default, rename = "feed")]
    pub feeds: Vec<Feed>,
    /// What is known of feeds in general.
    #[serde(default, rename = "note")]
    pub notes: Vec<FeedNote>,
}

/// A feed, or a page that stands in for one.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Feed {
    /// Names it.
    pub id: FeedId,
    /// Whose it is.
    pub publisher: String,
    /// How it is read.
    pub kind: FeedKind,
    /// Its address; none for what comes by mail.
    pub url: Option<String>,
    /// What it tells.
    pub topic: String,
    /// How it is known to work, or not.
    pub seen: String,
    /// On what terms it may be used.
    pub terms: Option<String>,
    /// The address follows a pattern that a source shows; no source names this very address.
    #[serde(default)]
    pub built_from_pattern: bool,
    /// A source shows the address to be out of date or refused.
    #[serde(default)]
    pub stale: bool,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// How a feed is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FeedKind {
    /// RSS.
    Rss,
    /// Atom.
    Atom,
    /// JSON of the publisher's own shape.
    Json,
    /// A page to look at.
    Html,
    /// Comes by mail, after signing up.
    Email,
}

/// What is known of feeds in general.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FeedNote {
    /// In plain words.
    pub text: String,
    /// Where it was read.
    pub cite: Cites,
}

impl Feed {
    /// Whether a reader of feeds should offer it: it has an address, is RSS or Atom, and no source says that it is dead.
    pub fn can_be_followed(&self) -> bool {
        matches!(self.kind, FeedKind::Rss | FeedKind::Atom) && self.url.is_some() && !self.stale
    }
}

impl Sheet for Feeds {
    fn checked(&self) -> Date {
        self.checked
    }

    fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn entries(&self) -> Vec<(String, &Cites)> {
        let feeds = self.feeds.iter().map(|feed| (format!("feed {}", feed.id), &feed.cite));
        let notes = self.notes.iter().map(|note| (format!("note \"{}\"", note.text), &note.cite));
        feeds.chain(notes).collect()
    }
}
