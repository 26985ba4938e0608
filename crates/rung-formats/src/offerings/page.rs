//! Activities of a saved web page: schema.org JSON-LD, as providers put it there for search engines.
//!
//! Events and courses are looked for in every `<script type="application/ld+json">`, at any depth and in `@graph`. What
//! a page does not tell stays unknown: a draft without hours or price says so ([`OfferingDraft::missing`]) and becomes
//! an offering when the user has told them.
//!
//! ```
//! use rung_formats::offerings::page::read_page;
//! let page = br#"<title>Law</title><script type="application/ld+json">{"@context": "https://schema.org",
//!     "@type": "EducationEvent", "name": "Texas law &amp; rules", "startDate": "2026-12-05T18:30:00-06:00",
//!     "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
//!     "identifier": "0107-0000-26-021-L03-T", "offers": {"price": "19.95", "priceCurrency": "USD"}}</script>"#;
//! let reading = read_page(page)?;
//! assert_eq!(reading.drafts[0].title, "Texas law & rules");
//! assert_eq!(reading.drafts[0].missing(), ["hours"]);
//! # Ok::<(), rung_record::Problems>(())
//! ```

use super::{Availability, Offering};
use crate::{
    said::{hours_in, one_activity, uans_in},
    text::cut,
};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use jiff::{SignedDuration, civil::Time};
use rung_record::{
    Audience, CreditKind, Date, Format, Hours, Problem, Problems, Uan, UanFormat, Usd, parse_date,
};
use serde_json::{Map, Value};
use std::{collections::HashMap, fmt};

/// A larger page is refused.
pub const MAX_PAGE_BYTES: usize = 8 * 1024 * 1024;
/// So many values of JSON are looked at in one page.
const MOST_VALUES: usize = 100_000;
/// So many activities are read from one page.
const MOST_DRAFTS: usize = 2_000;
/// Longer texts are cut.
const MOST_TITLE: usize = 300;

/// The types of schema.org that are activities.
const TYPES: [&str; 5] = ["Event", "EducationEvent", "BusinessEvent", "Course", "CourseInstance"];

/// What a page gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageReading {
    /// The activities, in the order of the page.
    pub drafts: Vec<OfferingDraft>,
    /// What is wrong, each with its place.
    pub faults: Problems,
    /// What was passed over, each with its place and why.
    pub skipped: Vec<Problem>,
}

/// An activity as far as the page tells of it.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferingDraft {
    /// Where on the page: `script 1 (line 12), @graph[3]`.
    pub place: String,
    /// Names it within the page.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Who gives it.
    pub provider: Option<String>,
    /// Contact hours.
    pub hours: Option<Hours>,
    /// What it costs.
    pub price: Option<Usd>,
    /// Live or home study.
    pub format: Option<Format>,
    /// For whom it is made.
    pub audience: Option<Audience>,
    /// Its activity number.
    pub uan: Option<Uan>,
    /// When it can be taken.
    pub availability: Availability,
    /// Where it can be taken.
    pub url: Option<String>,
    /// What the reader should know, a sentence each.
    pub notes: Vec<String>,
}

impl OfferingDraft {
    /// What an offering needs and the page does not tell.
    pub fn missing(&self) -> Vec<&'static str> {
        let hours = self.hours.is_none().then_some("hours");
        hours.into_iter().chain(self.price.is_none().then_some("price")).collect()
    }

    /// The offering, when hours and price are known.
    pub fn offering(&self) -> Option<Offering> {
        Some(Offering {
            id: self.id.clone(),
            title: self.title.clone(),
            provider: self.provider.clone(),
            hours: self.hours?,
            price: self.price?,
            topics: Vec::new(),
            law_of: None,
            format: self.format,
            audience: self.audience,
            accreditation: self.uan.as_ref().map(|_| vec!["acpe".to_owned()]),
            uan: self.uan.clone(),
            kind: CreditKind::Ce,
            availability: self.availability,
            url: self.url.clone(),
        })
    }
}

/// A sentence on the whole, then a line for everything that wants a look.
impl fmt::Display for PageReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ready = self.drafts.iter().filter(|draft| draft.missing().is_empty()).count();
        write!(
            f,
            "{}, {ready} complete; {} skipped",
            if self.drafts.len() == 1 {
                "1 activity".to_owned()
            } else {
                format!("{} activities", self.drafts.len())
            },
            self.skipped.len()
        )?;
        for draft in &self.drafts {
            let missing = draft.missing();
            if !missing.is_empty() {
                write!(
                    f,
                    "\n{}: \"{}\" does not tell its {}",
                    draft.place,
                    cut(&draft.title),
                    missing.join(" and ")
                )?;
            }
            for note in &draft.notes {
                write!(f, "\n{}: {note}", draft.place)?;
            }
        }
        for Problem { place, what } in self.skipped.iter().chain(&self.faults.listed) {
            write!(f, "\n{place}: {what}")?;
        }
        Ok(())
    }
}

/// Reads a saved page.
///
/// # Errors
/// The file is no text or too large, or nothing on it tells of an activity. What is wrong with a single activity is
/// among the reading's faults.
pub fn read_page(file: &[u8]) -> Result<PageReading, Problems> {
    if file.len() > MAX_PAGE_BYTES {
        return Err(Problems::one(format!(
            "the page is {} bytes long; at most {MAX_PAGE_BYTES} are read",
            file.len()
        )));
    }
    let text = crate::text::decode(file)?;
    let mut page = Page::default();
    for (n, (line, script)) in scripts(&text).into_iter().enumerate() {
        let place = format!("script {} (line {line})", n + 1);
        match serde_json::from_str::<Value>(&script) {
            Ok(value) => page.read_script(&value, &place),
            Err(error) => page.fault(&place, format!("this is not JSON: {error}")),
        }
    }
    let reading = page.reading;
    if reading.drafts.is_empty() && reading.faults.listed.is_empty() && reading.skipped.is_empty() {
        return Err(Problems::one(
            "nothing on this page tells a program of an activity (it has no schema.org data): enter the activity by hand, \
             or paste its activity number",
        ));
    }
    Ok(reading)
}

/// The JSON-LD scripts of a page, each with the line on which it begins.
fn scripts(page: &str) -> Vec<(usize, String)> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut scripts: Vec<(usize, String)> = Vec::new();
    let mut is_open = false;
    let (mut line, mut counted) = (1, 0);
    for token in Tokenizer::new_with_emitter(page, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) if tag.name.as_slice() == b"script" => {
                let kind = tag.attributes.get(&b"type"[..]).map(|kind| kind.to_ascii_lowercase());
                is_open = kind.is_some_and(|kind| kind.trim_ascii().starts_with(b"application/ld+json"));
                if is_open {
                    let start = tag.span.start.clamp(counted, page.len());
                    line += page.as_bytes()[counted..start].iter().filter(|byte| **byte == b'\n').count();
                    counted = start;
                    scripts.push((line, String::new()));
                }
            }
            Token::String(text) if is_open => {
                if let Some((_, script)) = scripts.last_mut() {
                    script.push_str(&String::from_utf8_lossy(&text));
                }
            }
            Token::EndTag(tag) if tag.name.as_slice() == b"script" => is_open = false,
            _ => {}
        }
    }
    // Some programs wrap scripts for readers that know none.
    for (_, script) in &mut scripts {
        let inner = script.trim();
        let inner = inner.strip_prefix("<!--").unwrap_or(inner).strip_suffix("-->").unwrap_or(inner).trim();
        let inner = inner.trim_start_matches("//").trim_start_matches("<![CDATA[");
        *script = inner.trim_end().trim_end_matches("]]>").trim_end_matches("//").to_owned();
    }
    scripts.retain(|(_, script)| !script.trim().is_empty());
    scripts
}

/// The page as far as it is read.
#[derive(Default)]
struct Page {
    reading: PageReading,
    looked_at: usize,
    ids: HashMap<String, usize>,
}

/// The objects of a script that others name by `@id`.
type Named<'v> = HashMap<&'v str, &'v Map<String, Value>>;

/// The activity and what it is an instance of: what the first does not tell the second may.
#[derive(Clone, Copy)]
struct Node<'v> {
    own: &'v Map<String, Value>,
    of: Option<&'v Map<String, Value>>,
    named: &'v Named<'v>,
}

impl Page {
    fn fault(&mut self, place: &str, what: String) {
        if self.reading.faults.listed.len() < 100 {
            self.reading.faults.listed.push(Problem { place: place.to_owned(), what });
        } else {
            self.reading.faults.more += 1;
        }
    }

    fn skip(&mut self, place: &str, what: impl Into<String>) {
        if self.reading.skipped.len() < 100 {
            self.reading.skipped.push(Problem { place: place.to_owned(), what: what.into() });
        }
    }

    fn read_script(&mut self, script: &Value, place: &str) {
        let mut named = Named::new();
        name_objects(script, &mut named, 0);
        let before =
            (self.reading.drafts.len(), self.reading.skipped.len(), self.reading.faults.listed.len());
        self.walk(script, None, &named, place);
        let after = (self.reading.drafts.len(), self.reading.skipped.len(), self.reading.faults.listed.len());
        if before == after {
            self.skip(place, "tells of no event or course");
        }
    }

    /// Looks for activities in a value and everything in it. JSON that was parsed is no deeper than the parser allows.
    fn walk<'v>(
        &mut self,
        value: &'v Value,
        of: Option<&'v Map<String, Value>>,
        named: &'v Named<'v>,
        place: &str,
    ) {
        self.looked_at += 1;
        if self.looked_at > MOST_VALUES || self.reading.drafts.len() >= MOST_DRAFTS {
            if self.looked_at == MOST_VALUES + 1 {
                self.fault(
                    place,
                    format!("the page holds more than {MOST_VALUES} values: the rest was not read"),
                );
            }
            return;
        }
        match value {
            Value::Array(items) => {
                for (n, item) in items.iter().enumerate() {
                    let comma = if place.ends_with(')') { ", " } else { "" };
                    self.walk(item, of, named, &format!("{place}{comma}[{n}]"));
                }
            }
            Value::Object(own) if is_activity(own) => self.activity(Node { own, of, named }, place),
            Value::Object(own) => {
                for (name, inner) in own.iter().filter(|(_, inner)| inner.is_array() || inner.is_object()) {
                    self.walk(inner, None, named, &at(place, name));
                }
            }
            _ => {}
        }
    }

    /// An activity: its parts where it has parts that can be taken, else itself.
    fn activity(&mut self, node: Node<'_>, place: &str) {
        let parts = ["hasCourseInstance", "subEvent", "subEvents"];
        let mut has_parts = false;
        for name in parts {
            if let Some(inner) = property(node.own, name) {
                has_parts |= inner.is_object() || inner.as_array().is_some_and(|all| !all.is_empty());
                self.walk(inner, Some(node.own), node.named, &at(place, name));
            }
        }
        if has_parts {
            return;
        }
        let Some(title) = node.text("name") else {
            self.fault(&at(place, "name"), "is missing: an activity needs a name".to_owned());
            return;
        };
        if node.text("eventStatus").is_some_and(|status| status.ends_with("Cancelled")) {
            return self.skip(place, format!("\"{}\" is called off", cut(&title)));
        }
        let mut draft = OfferingDraft {
            place: place.to_owned(),
            id: String::new(),
            title: title.chars().take(MOST_TITLE).collect(),
            provider: ["provider", "organizer"].iter().find_map(|name| node.name_of(name)),
            hours: None,
            price: None,
            format: None,
            audience: None,
            uan: None,
            availability: Availability::AnyTime { from: None, until: None },
            url: None,
            notes: Vec::new(),
        };
        draft.url = ["url", "@id"]
            .iter()
            .filter_map(|name| node.text(name))
            .find(|url| url.starts_with("https://") || url.starts_with("http://"));
        self.number(node, &mut draft);
        self.hours(node, &mut draft, place);
        self.price(node, &mut draft, place);
        self.days(node, &mut draft, place);
        let told = format(node);
        draft.format = by_number(told, draft.uan.as_ref());
        if told.is_some_and(|told| (told == Format::Home) != (draft.format == Some(Format::Home))) {
            draft.notes.push(
                "the page and its activity number disagree on live or home study: the number is taken"
                    .to_owned(),
            );
        }
        draft.audience = audience(node, draft.uan.as_ref());
        draft.id = self.free_id(&draft);
        self.reading.drafts.push(draft);
    }

    fn number(&mut self, node: Node<'_>, draft: &mut OfferingDraft) {
        let told = ["identifier", "courseCode", "sku", "educationalCredentialAwarded", "name", "description"];
        for name in told {
            let text = node.all_text(name);
            let uans = uans_in(&text);
            match one_activity(&uans) {
                Some(uan) => {
                    draft.uan = Some(uan.clone());
                    return;
                }
                None if !uans.is_empty() => {
                    let all: Vec<String> = uans.iter().take(5).map(ToString::to_string).collect();
                    draft.notes.push(format!("it names several activity numbers: {}", all.join(", ")));
                    return;
                }
                None => {}
            }
        }
    }

    fn hours(&mut self, node: Node<'_>, draft: &mut OfferingDraft, place: &str) {
        if let Some(credits) = node.get("numberOfCredits") {
            match number_of_credits(credits) {
                Ok((hours, note)) => {
                    draft.hours = Some(hours);
                    draft.notes.extend(note);
                    return;
                }
                Err(what) => self.fault(&at(place, "numberOfCredits"), what),
            }
        }
        for name in ["educationalCredentialAwarded", "name", "description"] {
            match hours_in(&node.all_text(name)).as_slice() {
                [] => {}
                [only] => {
                    draft.hours = Some(*only);
                    if name == "description" {
                        draft.notes.push(format!("its hours, {only}, stand in its description only"));
                    }
                    return;
                }
                several => {
                    let all: Vec<String> = several.iter().take(5).map(ToString::to_string).collect();
                    draft.notes.push(format!("it names several amounts of hours: {}", all.join(", ")));
                    return;
                }
            }
        }
        for name in ["timeRequired", "duration", "courseWorkload"] {
            let Some(text) = node.text(name) else { continue };
            match text.parse::<SignedDuration>() {
                Ok(length) if length.is_positive() => {
                    let length = Hours::from_seconds(u64::try_from(length.as_secs()).unwrap_or_default());
                    let length = length.in_words();
                    draft.notes.push(format!("it takes {length}; its contact hours are not told"));
                }
                // Days and weeks say nothing of hours.
                _ if text.parse::<jiff::Span>().is_ok() => {}
                _ => self.fault(&at(place, name), format!("\"{}\" is no length of time", cut(&text))),
            }
            return;
        }
    }

    fn price(&mut self, node: Node<'_>, draft: &mut OfferingDraft, place: &str) {
        let mut amounts: Vec<Usd> = Vec::new();
        let offers = node.get("offers").map(|offers| node.objects(offers)).unwrap_or_default();
        for (n, offer) in offers.iter().enumerate() {
            let place =
                format!("{place}.offers{}", if offers.len() > 1 { format!("[{n}]") } else { String::new() });
            let detail = property(offer, "priceSpecification")
                .and_then(|inner| node.objects(inner).into_iter().next());
            let find = |name: &str| property(offer, name).or_else(|| property(detail?, name));
            let currency = find("priceCurrency").and_then(|value| text_of(value, node.named));
            for name in ["price", "lowPrice", "highPrice"] {
                let Some(text) = find(name).and_then(|value| text_of(value, node.named)) else { continue };
                let is_usd =
                    currency.as_deref().map_or(text.starts_with('$'), |own| own.eq_ignore_ascii_case("usd"));
                match text.replace(',', "").parse::<Usd>() {
                    Ok(amount) if is_usd || amount == Usd::ZERO => amounts.push(amount),
                    Ok(_) => {
                        let own =
                            currency.clone().unwrap_or_else(|| "a currency that it does not name".to_owned());
                        draft.notes.push(format!("its price, {}, is in {}", cut(&text), cut(&own)));
                    }
                    Err(error) => self.fault(&at(&place, name), error.to_string()),
                }
            }
        }
        amounts.sort();
        amounts.dedup();
        match amounts.as_slice() {
            [only] => draft.price = Some(*only),
            [] => {
                let free = node.get("isAccessibleForFree");
                let is_free = free.is_some_and(|free| {
                    free.as_bool() == Some(true)
                        || text_of(free, node.named).is_some_and(|text| text.eq_ignore_ascii_case("true"))
                });
                draft.price = is_free.then_some(Usd::ZERO);
            }
            several => {
                let all: Vec<String> = several.iter().take(6).map(|price| format!("${price}")).collect();
                draft.notes.push(format!("it has several prices: {}", all.join(", ")));
            }
        }
    }

    fn days(&mut self, node: Node<'_>, draft: &mut OfferingDraft, place: &str) {
        let mut day = |name: &str| {
            let text = node.text(name)?;
            match day_and_time(&text) {
                Ok(found) => Some((found, text)),
                Err(what) => {
                    self.fault(&at(place, name), what);
                    None
                }
            }
        };
        let (start, end, expires) = (day("startDate"), day("endDate"), day("expires"));
        let is_course = node.is_a("Course") || node.is_a("CourseInstance");
        let mut note = |text: &str| {
            let what = "its time is told in UTC, not in that of its place: check the day and the time";
            if is_utc(text) && !draft.notes.iter().any(|told| told == what) {
                draft.notes.push(what.to_owned());
            }
        };
        draft.availability = match (start, end) {
            (Some(((from, at), text)), Some(((until, _), _))) if from == until => {
                note(&text);
                Availability::On { day: from, at: at.filter(|_| !is_utc(&text)) }
            }
            (Some(((from, _), _)), Some(((until, _), _))) if until < from => {
                self.fault(&at(place, "endDate"), format!("{until} is before startDate, {from}"));
                Availability::AnyTime { from: Some(from), until: None }
            }
            (Some(((from, _), _)), Some(((until, _), _))) if is_course => {
                Availability::AnyTime { from: Some(from), until: Some(until) }
            }
            (Some(((from, _), _)), Some(((until, _), _))) => {
                draft.notes.push(format!("it lasts from {from} to {until}: the last day is taken"));
                Availability::On { day: until, at: None }
            }
            (Some(((from, None), _)), None) if is_course => {
                Availability::AnyTime { from: Some(from), until: expires.map(|((day, _), _)| day) }
            }
            (Some(((day, at), text)), None) => {
                note(&text);
                Availability::On { day, at: at.filter(|_| !is_utc(&text)) }
            }
            (None, end) => {
                let until = end.or(expires).map(|((day, _), _)| day);
                Availability::AnyTime { from: None, until }
            }
        };
    }

    /// An id of letters, digits and hyphens that no draft of the page has.
    fn free_id(&mut self, draft: &OfferingDraft) -> String {
        let base = match &draft.uan {
            Some(uan) => uan.to_string(),
            None => {
                let letters = draft.title.chars().take(60).map(|c| if c.is_alphanumeric() { c } else { '-' });
                let slug: String = letters.flat_map(char::to_lowercase).collect();
                let parts: Vec<&str> = slug.split('-').filter(|part| !part.is_empty()).collect();
                if parts.is_empty() { "activity".to_owned() } else { parts.join("-") }
            }
        };
        let mut id = base.clone();
        while self.ids.contains_key(&id) {
            let count = self.ids.entry(base.clone()).or_insert(1);
            *count += 1;
            id = format!("{base}-{count}");
        }
        self.ids.insert(id.clone(), 1);
        id
    }
}

fn at(place: &str, name: &str) -> String {
    format!("{place}{}{}", if place.ends_with(')') { ", " } else { "." }, cut(name))
}

fn name_objects<'v>(value: &'v Value, named: &mut Named<'v>, depth: usize) {
    if depth > 128 || named.len() > MOST_VALUES {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| name_objects(item, named, depth + 1)),
        Value::Object(own) => {
            if let Some(Value::String(id)) = own.get("@id")
                && own.len() > 1
            {
                named.entry(id).or_insert(own);
            }
            own.values().for_each(|inner| name_objects(inner, named, depth + 1));
        }
        _ => {}
    }
}

/// A property by its name, which may be written with the vocabulary before it.
fn property<'v>(of: &'v Map<String, Value>, name: &str) -> Option<&'v Value> {
    of.get(name)
        .or_else(|| of.get(&format!("schema:{name}")))
        .or_else(|| of.get(&format!("https://schema.org/{name}")))
        .or_else(|| of.get(&format!("http://schema.org/{name}")))
}

/// The last part of a word of the vocabulary: `https://schema.org/Event` and `schema:Event` are `Event`.
fn local(word: &str) -> &str {
    word.rsplit(['/', ':', '#']).next().unwrap_or(word)
}

fn types(of: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let all = match of.get("@type") {
        Some(Value::Array(all)) => all.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    all.iter().filter_map(Value::as_str).map(local)
}

fn is_activity(of: &Map<String, Value>) -> bool {
    types(of).any(|own| TYPES.contains(&own))
}

/// The text of a value: of a text, a number, `{"@value": …}`, the first of a list, or the name of what `@id` names.
fn text_of(value: &Value, named: &Named<'_>) -> Option<String> {
    match value {
        Value::String(text) => Some(plain(text)).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items.iter().find_map(|item| text_of(item, named)),
        Value::Object(own) => {
            let told = own.get("@value").or_else(|| property(own, "name"));
            match (told, own.get("@id")) {
                (Some(inner), _) if !inner.is_object() => text_of(inner, named),
                (None, Some(Value::String(id))) => {
                    match named.get(id.as_str()).and_then(|of| property(of, "name")) {
                        Some(Value::String(name)) => Some(plain(name)),
                        _ => Some(id.clone()),
                    }
                }
                _ => None,
            }
        }
        Value::Null | Value::Bool(_) => None,
    }
}

/// Every text in a value.
fn all_text(value: &Value, into: &mut String, depth: usize) {
    match value {
        _ if depth > 8 || into.len() > 100_000 => {}
        Value::String(text) => {
            into.push_str(&plain(text));
            into.push('\n');
        }
        Value::Number(number) => into.push_str(&format!("{number}\n")),
        Value::Array(items) => items.iter().for_each(|item| all_text(item, into, depth + 1)),
        Value::Object(own) => own.values().for_each(|inner| all_text(inner, into, depth + 1)),
        Value::Null | Value::Bool(_) => {}
    }
}

/// A text without the tags and entities of HTML that many pages leave in it.
fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.trim().to_owned();
    }
    let mut told = String::new();
    for token in Tokenizer::new(text) {
        let Ok(token) = token;
        match token {
            Token::String(part) => told.push_str(&String::from_utf8_lossy(&part)),
            Token::StartTag(_) | Token::EndTag(_) => told.push(' '),
            _ => {}
        }
    }
    told.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl<'v> Node<'v> {
    fn get(self, name: &str) -> Option<&'v Value> {
        property(self.own, name).or_else(|| property(self.of?, name)).filter(|value| !value.is_null())
    }

    fn text(self, name: &str) -> Option<String> {
        text_of(self.get(name)?, self.named)
    }

    fn all_text(self, name: &str) -> String {
        let mut told = String::new();
        if let Some(value) = self.get(name) {
            all_text(value, &mut told, 0);
        }
        told
    }

    /// The name of an organization or a person.
    fn name_of(self, name: &str) -> Option<String> {
        let told = self.text(name)?;
        (!told.contains("://")).then(|| told.chars().take(MOST_TITLE).collect())
    }

    fn is_a(self, kind: &str) -> bool {
        types(self.own).any(|own| own == kind)
    }

    /// The objects of a value: itself, those of a list, or those that `@id` names.
    fn objects(self, value: &'v Value) -> Vec<&'v Map<String, Value>> {
        let items = match value {
            Value::Array(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        let named = |own: &'v Map<String, Value>| match own.get("@id") {
            Some(Value::String(id)) if own.len() == 1 => self.named.get(id.as_str()).copied().unwrap_or(own),
            _ => own,
        };
        items.iter().filter_map(Value::as_object).map(named).take(100).collect()
    }
}

/// Contact hours, and what the reader should know about how they were told.
fn number_of_credits(value: &Value) -> Result<(Hours, Option<String>), String> {
    let empty = Named::new();
    let (amount, unit) = match value {
        Value::Object(own) => {
            let amount = property(own, "value").or_else(|| property(own, "minValue"));
            let unit =
                ["unitText", "unitCode", "name", "description"].iter().find_map(|name| property(own, name));
            (amount.and_then(|own| text_of(own, &empty)), unit.and_then(|own| text_of(own, &empty)))
        }
        other => (text_of(other, &empty), None),
    };
    let amount = amount.ok_or("is no number of hours")?;
    if let [only] = hours_in(&amount).as_slice() {
        return Ok((*only, None));
    }
    let hours: Hours = amount.parse().map_err(|error: rung_record::HoursError| error.to_string())?;
    let unit = unit.unwrap_or_default().to_lowercase();
    if unit.contains("ceu") || unit.contains("continuing education unit") {
        return Ok((hours * 10, None));
    }
    let note = (!unit.contains("hour"))
        .then(|| format!("its {hours} credits are taken for contact hours: check that"));
    Ok((hours, note))
}

/// `2026-12-05`, or with a time `2026-12-05T18:30`; seconds and the offset of its place are passed over.
fn day_and_time(text: &str) -> Result<(Date, Option<Time>), String> {
    let text = text.trim();
    let day = parse_date(text.get(..10).unwrap_or(text))?;
    let rest = text.get(10..).unwrap_or_default();
    let Some(time) = rest.strip_prefix(['T', 't', ' ']) else { return Ok((day, None)) };
    let number = |from: usize| time.get(from..from + 2).and_then(|part| part.parse::<i8>().ok());
    let told = number(0).zip(number(3)).filter(|_| time.get(2..3) == Some(":"));
    let at = told.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
    let at = at.ok_or_else(|| format!("\"{}\" is not a day and a time", cut(text)))?;
    // Midnight is what programs write that know the day only.
    Ok((day, Some(at).filter(|at| *at != Time::midnight())))
}

fn is_utc(text: &str) -> bool {
    let text = text.trim();
    text.len() > 10 && (text.ends_with(['Z', 'z']) || text.ends_with("+00:00"))
}

fn format(node: Node<'_>) -> Option<Format> {
    let mode = node.text("eventAttendanceMode").unwrap_or_default();
    let course = node.all_text("courseMode").to_lowercase();
    let place = node.get("location").map(|location| node.objects(location)).unwrap_or_default();
    let is_place = |kind: &str| place.iter().any(|own| types(own).any(|own| own == kind));
    let has = |words: &[&str]| words.iter().any(|word| course.contains(word));
    match local(&mode) {
        "OnlineEventAttendanceMode" => Some(Format::LiveOnline),
        "OfflineEventAttendanceMode" => Some(Format::Live),
        "MixedEventAttendanceMode" => None,
        _ if has(&["asynchronous", "self-paced", "home study", "on-demand", "on demand"]) => {
            Some(Format::Home)
        }
        _ if has(&["webinar", "synchronous"]) => Some(Format::LiveOnline),
        _ if has(&["onsite", "on-site", "in person", "in-person"]) => Some(Format::Live),
        _ if is_place("VirtualLocation") && !is_place("Place") => Some(Format::LiveOnline),
        _ if is_place("Place") && !is_place("VirtualLocation") => Some(Format::Live),
        _ => None,
    }
}

/// The number is what the certifying bodies look at; it says "live" of a room and of a screen alike.
fn by_number(told: Option<Format>, uan: Option<&Uan>) -> Option<Format> {
    match uan.map(Uan::format) {
        Some(UanFormat::Home) => Some(Format::Home),
        Some(UanFormat::Live) => told.filter(|told| *told != Format::Home).or(Some(Format::Live)),
        _ => told,
    }
}

fn audience(node: Node<'_>, uan: Option<&Uan>) -> Option<Audience> {
    let told = node.all_text("audience").to_lowercase();
    let (technicians, pharmacists) = (told.contains("technician"), told.contains("pharmacist"));
    match (technicians, pharmacists, uan) {
        (true, true, _) => Some(Audience::Both),
        (_, _, Some(uan)) if uan.is_for_technicians() => Some(Audience::Technician),
        (_, _, Some(_)) => Some(Audience::Pharmacist),
        (true, false, None) => Some(Audience::Technician),
        (false, true, None) => Some(Audience::Pharmacist),
        (false, false, None) => None,
    }
}

#[cfg(test)]
mod tests;
