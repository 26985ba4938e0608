//! Edits in words, for the history and for an undo.

use crate::{Words, say};
use rung_record::{
    Credit, Hours, Record,
    edit::{Edit, Item, NameOf, Place, RenewalStep},
    parse_date,
};
use serde_json::{Map, Value};

/// Longer texts of the user are cut.
const LONGEST: usize = 60;
/// So many changed fields are named.
const MOST_FIELDS: usize = 4;

/// An edit in words, as something done: `Added 2 h: Immunization update`. `before` is the record without it, and
/// `name` says what a credential is called.
pub fn edit(words: &Words, edit: &Edit, before: &Record, name: &NameOf<'_>) -> String {
    Teller { words, before, name }.edit(edit)
}

struct Teller<'a> {
    words: &'a Words,
    before: &'a Record,
    name: &'a NameOf<'a>,
}

impl Teller<'_> {
    fn edit(&self, edit: &Edit) -> String {
        let words = self.words;
        match edit {
            Edit::Add { item, .. } => say!(words, "edits-added", what = self.item(item)),
            Edit::Remove(place) => {
                let what =
                    place.entry(self.before).map_or_else(|| self.entry_of(place), |item| self.item(&item));
                say!(words, "edits-removed", what = what)
            }
            Edit::Replace { place, item } => self.replaced(place, item),
            Edit::Renewal { credential, step } => self.renewal(*credential, *step),
            Edit::Fact { key, answer, .. } => self.fact(key, answer.as_ref()),
            Edit::Person(person) => {
                let same = || say!(words, "edits-changed-you");
                self.changed(&say!(words, "edits-you"), &fields(&self.before.person), &fields(person), same)
            }
            Edit::All(edits) => self.together(edits),
        }
    }

    /// An entry that is not there any more.
    fn entry_of(&self, place: &Place) -> String {
        match place {
            Place::Credential(_) => say!(self.words, "edits-credential"),
            Place::Credit(_) => say!(self.words, "edits-credit"),
            Place::Work(_) => say!(self.words, "edits-work"),
            Place::Education(_) => say!(self.words, "edits-education"),
        }
    }

    fn renewal(&self, credential: usize, step: RenewalStep) -> String {
        let words = self.words;
        let held = self.before.credentials.get(credential);
        let title =
            held.map_or_else(|| say!(words, "edits-credential"), |held| (self.name)(&held.credential));
        match step {
            RenewalStep::Filed(day) => say!(words, "edits-renewal-filed", title = title, day = day),
            RenewalStep::Approved { approved, expires: None, .. } => {
                say!(words, "edits-renewal-approved", title = title, day = approved)
            }
            RenewalStep::Approved { approved, expires: Some(expires), .. } => {
                say!(words, "edits-renewal-approved-until", title = title, day = approved, until = expires)
            }
            RenewalStep::Returned { returned, .. } => {
                say!(words, "edits-renewal-returned", title = title, day = returned)
            }
        }
    }

    fn fact(&self, key: &str, answer: Option<&Value>) -> String {
        let words = self.words;
        let key = cut(&key.trim_start_matches("attest:").replace(['-', ':'], " "));
        match answer {
            Some(Value::Bool(true)) => say!(words, "edits-answered-yes", key = key),
            Some(Value::Bool(false)) => say!(words, "edits-answered-no", key = key),
            Some(answer) => say!(words, "edits-answered", key = key, answer = self.value(answer)),
            None => say!(words, "edits-answer-gone", key = key),
        }
    }

    fn item(&self, item: &Item) -> String {
        let words = self.words;
        match item {
            Item::Credit(credit) => match credit.hours {
                Some(hours) => format!("{}: {}", words.hours(hours), self.title(credit)),
                None => self.title(credit),
            },
            Item::Credential(held) => (self.name)(&held.credential),
            Item::Work(work) => match (&work.employer, &work.role) {
                (Some(employer), _) => say!(words, "edits-work-at", employer = cut(employer)),
                (None, Some(role)) => say!(words, "edits-work-as", role = cut(&role.replace('-', " "))),
                (None, None) => say!(words, "edits-work-since", day = work.from),
            },
            Item::Education(education) => {
                let title = education.title.clone().unwrap_or_else(|| education.kind.replace('-', " "));
                say!(words, "edits-education-called", title = cut(&title))
            }
        }
    }

    fn title(&self, credit: &Credit) -> String {
        let named = credit.title.as_deref().or(credit.uan.as_deref());
        let named = named.map(str::trim).filter(|text| !text.is_empty());
        named.map_or_else(|| say!(self.words, "edits-credit-of", day = credit.completed), cut)
    }

    fn replaced(&self, place: &Place, item: &Item) -> String {
        let title = match item {
            Item::Credit(credit) => self.title(credit),
            other => self.item(other),
        };
        let Some(old) = place.entry(self.before) else {
            return say!(self.words, "edits-changed", what = title);
        };
        let same = || say!(self.words, "edits-kept", what = &title);
        self.changed(&title, &fields_of(&old), &fields_of(item), same)
    }

    /// `Changed Law: hours 2 → 1.5`, with the fields that are not the same.
    fn changed(
        &self,
        title: &str,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
        if_same: impl FnOnce() -> String,
    ) -> String {
        let words = self.words;
        let names = new.keys().chain(old.keys().filter(|name| !new.contains_key(*name)));
        let mut parts: Vec<String> = names
            .filter(|name| old.get(*name) != new.get(*name))
            .map(|name| {
                let label = self.field(name);
                match (old.get(name), new.get(name)) {
                    (Some(old), Some(new)) if is_plain(old) && is_plain(new) => {
                        format!("{label} {} → {}", self.value(old), self.value(new))
                    }
                    (None, Some(new)) if is_plain(new) => format!("{label} {}", self.value(new)),
                    (Some(_), None) => say!(words, "edits-field-gone", field = label),
                    _ => label,
                }
            })
            .collect();
        if parts.is_empty() {
            return if_same();
        }
        let more = parts.len().saturating_sub(MOST_FIELDS);
        parts.truncate(MOST_FIELDS);
        let parts = parts.join(", ");
        if more > 0 {
            say!(words, "edits-changed-more", what = title, fields = parts, count = more)
        } else {
            say!(words, "edits-changed-fields", what = title, fields = parts)
        }
    }

    /// A day as the language writes it; anything else as it is.
    fn value(&self, value: &Value) -> String {
        match value {
            Value::String(text) => parse_date(text).map_or_else(|_| cut(text), |day| self.words.day(day)),
            other => other.to_string(),
        }
    }

    /// What a field of an entry is called; one that this version does not know by its own name.
    fn field(&self, name: &str) -> String {
        let words = self.words;
        match name {
            "accreditation" => say!(words, "edits-field-accreditation"),
            "audience" => say!(words, "edits-field-audience"),
            "birth_date" => say!(words, "edits-field-birth-date"),
            "completed" => say!(words, "edits-field-completed"),
            "credential" => say!(words, "edits-field-credential"),
            "duties" => say!(words, "edits-field-duties"),
            "employer" => say!(words, "edits-field-employer"),
            "expires" => say!(words, "edits-field-expires"),
            "fees_paid" => say!(words, "edits-field-fees-paid"),
            "format" => say!(words, "edits-field-format"),
            "from" => say!(words, "edits-field-from"),
            "grade" => say!(words, "edits-field-grade"),
            "hours" => say!(words, "edits-field-hours"),
            "hours_per_week" => say!(words, "edits-field-hours-per-week"),
            "issued" => say!(words, "edits-field-issued"),
            "kind" => say!(words, "edits-field-kind"),
            "law_of" => say!(words, "edits-field-law-of"),
            "name" => say!(words, "edits-field-name"),
            "number" => say!(words, "edits-field-number"),
            "periods" => say!(words, "edits-field-periods"),
            "provider" => say!(words, "edits-field-provider"),
            "renewals" => say!(words, "edits-field-renewals"),
            "role" => say!(words, "edits-field-role"),
            "setting" => say!(words, "edits-field-setting"),
            "state" => say!(words, "edits-field-state"),
            "status" => say!(words, "edits-field-status"),
            "subject" => say!(words, "edits-field-subject"),
            "title" => say!(words, "edits-field-title"),
            "topics" => say!(words, "edits-field-topics"),
            "uan" => say!(words, "edits-field-uan"),
            "until" => say!(words, "edits-field-until"),
            other => other.replace('_', " "),
        }
    }

    fn together(&self, edits: &[Edit]) -> String {
        let words = self.words;
        let added = edits.iter().map(|edit| match edit {
            Edit::Add { item: Item::Credit(credit), .. } => Some(credit.hours.unwrap_or_default()),
            _ => None,
        });
        let removed = edits.iter().map(|edit| match edit {
            Edit::Remove(place @ Place::Credit(_)) => Some(match place.entry(self.before) {
                Some(Item::Credit(credit)) => credit.hours.unwrap_or_default(),
                _ => Hours::ZERO,
            }),
            _ => None,
        });
        match edits {
            [] => say!(words, "edits-nothing"),
            [only] => self.edit(only),
            [first, more @ ..] => {
                let count = edits.len();
                if let Some(hours) = added.sum::<Option<Hours>>() {
                    return say!(words, "edits-added-credits", count = count, hours = hours);
                }
                if let Some(hours) = removed.sum::<Option<Hours>>() {
                    return say!(words, "edits-removed-credits", count = count, hours = hours);
                }
                say!(words, "edits-and-more", first = self.edit(first), count = more.len())
            }
        }
    }
}

fn fields_of(item: &Item) -> Map<String, Value> {
    match item {
        Item::Credential(own) => fields(own),
        Item::Credit(own) => fields(own),
        Item::Work(own) => fields(own),
        Item::Education(own) => fields(own),
    }
}

fn fields(of: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(of) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

fn is_plain(value: &Value) -> bool {
    !matches!(value, Value::Array(_) | Value::Object(_))
}

fn cut(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    format!("{}…", text.chars().take(LONGEST - 1).collect::<String>().trim_end())
}
