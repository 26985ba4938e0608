//! The ledger of credits: filtered, totalled, page by page; and where one credit counts.
//!
//! A [`Ledger`] is made once for a record (and its status); each [`Query`] is then answered with sums of whole seconds,
//! so that totals are exact.

use rung_catalog::Catalog;
use rung_record::{CredentialId, CreditId, CreditKind, Format, Hours, Record, Topic};
use rung_rules::{Line, Obligation, Reason, Status, told};
use rung_words::{Words, say};
use std::{
    collections::{HashMap, HashSet},
    ops::AddAssign,
};

/// The most entries of a page.
pub const MOST_PER_PAGE: usize = 500;

/// Every credit of a record, ready to be looked through; the newest first.
#[derive(Clone, Debug)]
pub struct Ledger<'a> {
    record: &'a Record,
    entries: Vec<Entry>,
    /// Where among the entries each credit of the record stands.
    places: Vec<usize>,
    topics: Vec<&'a Topic>,
    credentials: Vec<&'a CredentialId>,
    /// The texts of all entries in lower case, one after another.
    text: String,
}

#[derive(Clone, Debug)]
struct Entry {
    credit: usize,
    year: i16,
    format: Option<Format>,
    kind: CreditKind,
    hours: Option<Hours>,
    /// Indices into the ledger's topics.
    topics: Vec<usize>,
    /// Indices into the ledger's credentials: those for which it counts.
    counts_for: Vec<usize>,
    /// Whether a certificate is kept of it.
    documented: bool,
    /// Its part of the text.
    text: std::ops::Range<usize>,
}

/// Which credits. What is left out asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Completed in this year.
    pub year: Option<i16>,
    /// About this subject, as the rules see it.
    pub topic: Option<Topic>,
    /// Taken in this way.
    pub format: Option<FormatIs>,
    /// Of this kind.
    pub kind: Option<CreditKind>,
    /// Every one of these words stands in its title, provider or activity number, in capitals or not.
    pub text: String,
    /// Counts for this credential, as far as the status says.
    pub counts_for: Option<CredentialId>,
    /// With or without a certificate that is kept; see [`Ledger::with_documents`].
    pub documented: Option<bool>,
}

/// How a credit was taken, as far as anybody told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FormatIs {
    /// So.
    Told(Format),
    /// Nobody has told.
    NotTold,
}

/// Part of the credits that were found, and the totals of all that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Indices of the credits in the record, the newest first.
    pub credits: Vec<usize>,
    /// Which page it is, from 1.
    pub number: usize,
    /// How many pages there are; one at least.
    pub of: usize,
    /// The totals of everything found.
    pub totals: Totals,
}

/// Sums over credits, as they were entered: an activity that was entered twice is in them twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// All together.
    pub all: Tally,
    /// By year of completion, the latest first.
    pub by_year: Vec<(i16, Tally)>,
    /// By subject, the most hours first. A credit of two subjects is under both.
    pub by_topic: Vec<(Topic, Tally)>,
    /// By format: live, live online, home, not told; those that occur.
    pub by_format: Vec<(FormatIs, Tally)>,
}

/// A number of credits, and their hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many.
    pub credits: usize,
    /// How many of them have no hours.
    pub without_hours: usize,
    /// The hours of the others.
    pub hours: Hours,
}

impl AddAssign<Option<Hours>> for Tally {
    fn add_assign(&mut self, hours: Option<Hours>) {
        self.credits += 1;
        self.without_hours += usize::from(hours.is_none());
        self.hours += hours.unwrap_or_default();
    }
}

impl<'a> Ledger<'a> {
    /// The ledger of a record. With a status (with periods to come or gone as it was made), credits can be looked up by
    /// the credential that they count for.
    pub fn new(record: &'a Record, catalog: &'a Catalog, status: Option<&Status<'a>>) -> Self {
        let (credentials, counts) = uses_by_credit(record, status);
        let mut ledger = Self {
            record,
            entries: Vec::with_capacity(record.credits.len()),
            places: vec![0; record.credits.len()],
            topics: Vec::new(),
            credentials,
            text: String::with_capacity(record.credits.len() * 64),
        };
        let mut topic_index: HashMap<&'a Topic, usize> = HashMap::new();
        for ((credit, own), counts_for) in record.credits.iter().enumerate().zip(counts) {
            let told = told(own, catalog);
            let mut topics = Vec::with_capacity(told.topics.len());
            for topic in told.topics {
                topics.push(*topic_index.entry(topic).or_insert_with(|| {
                    ledger.topics.push(topic);
                    ledger.topics.len() - 1
                }));
            }
            let start = ledger.text.len();
            for part in [&own.title, &own.provider, &own.uan].into_iter().flatten() {
                push_lower(&mut ledger.text, part);
                ledger.text.push('\n');
            }
            ledger.entries.push(Entry {
                credit,
                year: own.completed.year(),
                format: told.format,
                kind: own.kind,
                hours: own.hours,
                topics,
                counts_for,
                documented: false,
                text: start..ledger.text.len(),
            });
        }
        ledger
            .entries
            .sort_by_key(|entry| (std::cmp::Reverse(record.credits[entry.credit].completed), entry.credit));
        for (place, entry) in ledger.entries.iter().enumerate() {
            ledger.places[entry.credit] = place;
        }
        ledger
    }

    /// The same ledger, told of which credits a certificate is kept.
    #[must_use]
    pub fn with_documents(mut self, documented: &HashSet<CreditId>) -> Self {
        for entry in &mut self.entries {
            entry.documented = documented.contains(&self.record.credits[entry.credit].id);
        }
        self
    }

    /// The credentials for which a credit, by its index in the record, counts.
    pub fn counts_for(&self, credit: usize) -> impl Iterator<Item = &'a CredentialId> + '_ {
        let entry = self.places.get(credit).and_then(|place| self.entries.get(*place));
        entry.into_iter().flat_map(|entry| &entry.counts_for).map(|index| self.credentials[*index])
    }

    /// The years in which something was completed, the latest first.
    pub fn years(&self) -> Vec<i16> {
        let mut years: Vec<i16> = self.entries.iter().map(|entry| entry.year).collect();
        years.dedup();
        years
    }

    /// The subjects that occur, in the order in which they were met.
    pub fn topics(&self) -> &[&'a Topic] {
        &self.topics
    }

    /// The credentials for which something counts or could.
    pub fn credentials(&self) -> &[&'a CredentialId] {
        &self.credentials
    }

    /// The page `number` (from 1; past the last it is the last) of what the query finds.
    pub fn page(&self, query: &Query, number: usize, per_page: usize) -> Page {
        let per_page = per_page.clamp(1, MOST_PER_PAGE);
        let found = self.find(query);
        let of = found.len().div_ceil(per_page).max(1);
        let number = number.clamp(1, of);
        let credits =
            found.iter().skip((number - 1) * per_page).take(per_page).map(|entry| entry.credit).collect();
        Page { credits, number, of, totals: self.totals(&found) }
    }

    fn find(&self, query: &Query) -> Vec<&Entry> {
        let nothing = Vec::new();
        let topic = match &query.topic {
            Some(topic) => match self.topics.iter().position(|known| *known == topic) {
                Some(index) => Some(index),
                None => return nothing,
            },
            None => None,
        };
        let credential = match &query.counts_for {
            Some(id) => match self.credentials.iter().position(|known| *known == id) {
                Some(index) => Some(index),
                None => return nothing,
            },
            None => None,
        };
        let text = query.text.to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        let fits = |entry: &&Entry| {
            query.year.is_none_or(|year| entry.year == year)
                && query.format.is_none_or(|format| FormatIs::of(entry.format) == format)
                && query.kind.is_none_or(|kind| entry.kind == kind)
                && topic.is_none_or(|topic| entry.topics.contains(&topic))
                && credential.is_none_or(|credential| entry.counts_for.contains(&credential))
                && query.documented.is_none_or(|documented| entry.documented == documented)
                && words.iter().all(|word| self.text[entry.text.clone()].contains(word))
        };
        self.entries.iter().filter(fits).collect()
    }

    fn totals(&self, found: &[&Entry]) -> Totals {
        let mut totals = Totals::default();
        let mut by_topic = vec![Tally::default(); self.topics.len()];
        let mut by_format = FormatIs::ALL.map(|format| (format, Tally::default()));
        for entry in found {
            totals.all += entry.hours;
            // The newest come first, so that a year's credits stand together.
            match totals.by_year.last_mut().filter(|(year, _)| *year == entry.year) {
                Some((_, tally)) => *tally += entry.hours,
                None => {
                    let mut tally = Tally::default();
                    tally += entry.hours;
                    totals.by_year.push((entry.year, tally));
                }
            }
            for topic in &entry.topics {
                by_topic[*topic] += entry.hours;
            }
            for (_, tally) in by_format.iter_mut().filter(|(format, _)| *format == FormatIs::of(entry.format))
            {
                *tally += entry.hours;
            }
        }
        let named = self.topics.iter().zip(by_topic).filter(|(_, tally)| tally.credits > 0);
        totals.by_topic = named.map(|(topic, tally)| ((*topic).clone(), tally)).collect();
        totals.by_topic.sort_by(|(one, a), (two, b)| b.hours.cmp(&a.hours).then_with(|| one.cmp(two)));
        totals.by_format = by_format.into_iter().filter(|(_, tally)| tally.credits > 0).collect();
        totals
    }
}

/// Most titles are ASCII, where lower case costs nothing.
fn push_lower(into: &mut String, text: &str) {
    if text.is_ascii() {
        let start = into.len();
        into.push_str(text);
        into[start..].make_ascii_lowercase();
    } else {
        into.push_str(&text.to_lowercase());
    }
}

/// The credentials of the status, and for each credit those for which some of its hours, or it as a course, count.
fn uses_by_credit<'a>(
    record: &Record,
    status: Option<&Status<'a>>,
) -> (Vec<&'a CredentialId>, Vec<Vec<usize>>) {
    let mut credentials: Vec<&CredentialId> = Vec::new();
    let mut counts: Vec<Vec<usize>> = vec![Vec::new(); record.credits.len()];
    for obligation in status.iter().flat_map(|status| &status.obligations) {
        let id = &obligation.credential.id;
        let index = credentials.iter().position(|known| *known == id).unwrap_or_else(|| {
            credentials.push(id);
            credentials.len() - 1
        });
        let serving =
            obligation.lines.iter().flat_map(Line::walk).filter(|line| line.requirement.kind() != "maximum");
        for counted in serving.flat_map(|line| &line.credits) {
            if let Some(own) = counts.get_mut(counted.credit).filter(|own| !own.contains(&index)) {
                own.push(index);
            }
        }
    }
    (credentials, counts)
}

impl FormatIs {
    const ALL: [Self; 4] =
        [Self::Told(Format::Live), Self::Told(Format::LiveOnline), Self::Told(Format::Home), Self::NotTold];

    /// Of what a credit tells.
    pub fn of(format: Option<Format>) -> Self {
        format.map_or(Self::NotTold, Self::Told)
    }
}

/// What one obligation makes of one credit.
#[derive(Clone, Debug)]
pub struct CreditUse<'s, 'a> {
    /// Which obligation.
    pub obligation: &'s Obligation<'a>,
    /// Why it is not looked at here at all: it lies outside the period, or in a dead zone.
    pub elsewhere: Option<Reason>,
    /// What each line makes of it, at any depth.
    pub lines: Vec<LineUse<'s, 'a>>,
}

/// What one line makes of one credit.
#[derive(Clone, Debug)]
pub struct LineUse<'s, 'a> {
    /// The line.
    pub line: &'s Line<'a>,
    /// Whether it, or a part of it, serves the line. A course serves without hours.
    pub serves: bool,
    /// The hours that serve.
    pub counted: Hours,
    /// Whether these were carried over from an earlier period.
    pub carried: bool,
    /// The hours that do not, and why.
    pub refused: Vec<(Hours, Reason)>,
}

/// Where a credit counts, where it does not, and why: every obligation of the status that has a word on it.
pub fn uses_of<'s, 'a>(status: &'s Status<'a>, credit: usize) -> Vec<CreditUse<'s, 'a>> {
    let of_obligation = |obligation: &'s Obligation<'a>| {
        let elsewhere = obligation.elsewhere.iter().find(|refused| refused.credit == credit);
        let mut lines: Vec<LineUse<'s, 'a>> = Vec::new();
        obligation.lines.iter().for_each(|line| add_uses(line, credit, false, &mut lines));
        (elsewhere.is_some() || !lines.is_empty()).then(|| CreditUse {
            obligation,
            elsewhere: elsewhere.map(|refused| refused.reason),
            lines,
        })
    };
    status.obligations.iter().filter_map(of_obligation).collect()
}

/// The line and those inside it. An alternative is told only where the credit serves it: that it is no examination
/// needs no saying.
fn add_uses<'s, 'a>(
    line: &'s Line<'a>,
    credit: usize,
    is_alternative: bool,
    into: &mut Vec<LineUse<'s, 'a>>,
) {
    into.extend(use_on(line, credit).filter(|own| own.serves || !is_alternative));
    line.all_of.iter().for_each(|inner| add_uses(inner, credit, is_alternative, into));
    line.or.iter().for_each(|other| add_uses(other, credit, true, into));
}

fn use_on<'s, 'a>(line: &'s Line<'a>, credit: usize) -> Option<LineUse<'s, 'a>> {
    let mine = || line.credits.iter().filter(move |counted| counted.credit == credit);
    let refused: Vec<(Hours, Reason)> = line
        .not_counted
        .iter()
        .filter(|refused| refused.credit == credit)
        .map(|refused| (refused.hours, refused.reason))
        .collect();
    let serves = mine().next().is_some();
    (serves || !refused.is_empty()).then(|| LineUse {
        line,
        serves,
        counted: mine().map(|counted| counted.hours).sum(),
        carried: mine().any(|counted| counted.carried),
        refused,
    })
}

/// What an obligation makes of a credit, in a sentence for each line.
pub fn use_in_words(words: &Words, status: &Status<'_>, credit: &CreditUse<'_, '_>) -> Vec<String> {
    let because = |reason: Reason| rung_rules::words::reason(words, reason, status.record);
    let outside =
        credit.elsewhere.map(|reason| say!(words, "today-counts-for-nothing", reason = because(reason)));
    let lines = credit.lines.iter().map(|own| line_in_words(words, own, &because));
    outside.into_iter().chain(lines).collect()
}

fn line_in_words(words: &Words, own: &LineUse<'_, '_>, because: &dyn Fn(Reason) -> String) -> String {
    let what = words.english(&own.line.requirement.what);
    if !own.serves {
        let reasons: Vec<String> = own.refused.iter().map(|(_, reason)| because(*reason)).collect();
        return say!(words, "today-counts-not", what = what, reasons = reasons.join("; "));
    }
    let counts = match (own.counted.is_zero() && own.refused.is_empty(), own.carried) {
        (true, false) => say!(words, "today-counts", what = what),
        (true, true) => say!(words, "today-counts-carried", what = what),
        (false, false) => say!(words, "today-counts-hours", hours = own.counted, what = what),
        (false, true) => say!(words, "today-counts-hours-carried", hours = own.counted, what = what),
    };
    let refused = own.refused.iter().map(|(hours, reason)| match hours.is_zero() {
        true => because(*reason),
        false => say!(words, "today-hours-not", hours = *hours, reason = because(*reason)),
    });
    let told: Vec<String> = std::iter::once(counts).chain(refused).collect();
    format!("{}.", told.join("; "))
}
