//! Edits in words, for the history and for an undo.

use super::{Edit, Item, NameOf, Place, RenewalStep};
use crate::{Credit, Hours, Record};
use serde_json::{Map, Value};

/// Longer texts of the user are cut.
const LONGEST: usize = 60;
/// So many changed fields are named.
const MOST_FIELDS: usize = 4;

/// The edit in words, as something done: `Added 2 h: Immunization update`. `before` is the record without it, and
/// `name` says what a credential is called.
pub fn describe(edit: &Edit, before: &Record, name: &NameOf<'_>) -> String {
    match edit {
        Edit::Add { item, .. } => format!("Added {}", of_item(item, name)),
        Edit::Remove(place) => match place.entry(before) {
            Some(item) => format!("Removed {}", of_item(&item, name)),
            None => format!("Removed an entry of {}", place.list()),
        },
        Edit::Replace { place, item } => replaced(place, item, before, name),
        Edit::Renewal { credential, step } => {
            let held = before.credentials.get(*credential);
            let title = held.map_or_else(|| "a credential".to_owned(), |held| name(&held.credential));
            match step {
                RenewalStep::Filed(day) => format!("Renewal of {title} filed on {day}"),
                RenewalStep::Approved { approved, expires: None, .. } => {
                    format!("Renewal of {title} approved on {approved}")
                }
                RenewalStep::Approved { approved, expires: Some(expires), .. } => {
                    format!("Renewal of {title} approved on {approved}, good until {expires}")
                }
                RenewalStep::Returned { returned, .. } => {
                    format!("Renewal of {title} sent back on {returned}")
                }
            }
        }
        Edit::Fact { key, answer, .. } => {
            let key = cut(&key.trim_start_matches("attest:").replace(['-', ':'], " "));
            match answer {
                Some(Value::Bool(true)) => format!("Answered yes: {key}"),
                Some(Value::Bool(false)) => format!("Answered no: {key}"),
                Some(answer) => format!("Answered {}: {key}", plain(answer)),
                None => format!("Took back the answer: {key}"),
            }
        }
        Edit::Person(person) => {
            changed("your data", &fields(&before.person), &fields(person), "Changed your data")
        }
        Edit::All(edits) => together(edits, before, name),
    }
}

fn of_item(item: &Item, name: &NameOf<'_>) -> String {
    match item {
        Item::Credit(credit) => match credit.hours {
            Some(hours) => format!("{}: {}", hours.in_words(), title_of(credit)),
            None => title_of(credit),
        },
        Item::Credential(held) => name(&held.credential),
        Item::Work(work) => match (&work.employer, &work.role) {
            (Some(employer), _) => format!("work at {}", cut(employer)),
            (None, Some(role)) => format!("work as {}", cut(&role.replace('-', " "))),
            (None, None) => format!("work since {}", work.from),
        },
        Item::Education(education) => {
            let title = education.title.clone().unwrap_or_else(|| education.kind.replace('-', " "));
            format!("education: {}", cut(&title))
        }
    }
}

fn title_of(credit: &Credit) -> String {
    let named =
        credit.title.as_deref().or(credit.uan.as_deref()).map(str::trim).filter(|text| !text.is_empty());
    named.map_or_else(|| format!("the credit of {}", credit.completed), cut)
}

fn replaced(place: &Place, item: &Item, before: &Record, name: &NameOf<'_>) -> String {
    let title = match item {
        Item::Credit(credit) => title_of(credit),
        other => of_item(other, name),
    };
    let Some(old) = place.entry(before) else { return format!("Changed {title}") };
    changed(&title, &fields_of(&old), &fields_of(item), &format!("Kept {title} as it was"))
}

/// `Changed Law: hours 2 → 1.5`, with the fields that are not the same.
fn changed(title: &str, old: &Map<String, Value>, new: &Map<String, Value>, if_same: &str) -> String {
    let names = new.keys().chain(old.keys().filter(|name| !new.contains_key(*name)));
    let mut parts: Vec<String> = names
        .filter(|name| old.get(*name) != new.get(*name))
        .map(|name| {
            let label = name.replace('_', " ");
            match (old.get(name), new.get(name)) {
                (Some(old), Some(new)) if is_plain(old) && is_plain(new) => {
                    format!("{label} {} → {}", plain(old), plain(new))
                }
                (None, Some(new)) if is_plain(new) => format!("{label} {}", plain(new)),
                (Some(_), None) => format!("no {label} any more"),
                _ => label,
            }
        })
        .collect();
    if parts.is_empty() {
        return if_same.to_owned();
    }
    let more = parts.len().saturating_sub(MOST_FIELDS);
    parts.truncate(MOST_FIELDS);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("Changed {title}: {}{more}", parts.join(", "))
}

fn together(edits: &[Edit], before: &Record, name: &NameOf<'_>) -> String {
    let added = edits.iter().map(|edit| match edit {
        Edit::Add { item: Item::Credit(credit), .. } => Some(credit.hours.unwrap_or_default()),
        _ => None,
    });
    let removed = edits.iter().map(|edit| match edit {
        Edit::Remove(place @ Place::Credit(_)) => Some(match place.entry(before) {
            Some(Item::Credit(credit)) => credit.hours.unwrap_or_default(),
            _ => Hours::ZERO,
        }),
        _ => None,
    });
    match edits {
        [] => "Changed nothing".to_owned(),
        [only] => describe(only, before, name),
        _ => {
            let sum = |hours: Vec<Hours>| hours.into_iter().sum::<Hours>();
            if let Some(hours) = added.collect::<Option<Vec<Hours>>>() {
                return format!("Added {} credits, {}", edits.len(), sum(hours).in_words());
            }
            if let Some(hours) = removed.collect::<Option<Vec<Hours>>>() {
                return format!("Removed {} credits, {}", edits.len(), sum(hours).in_words());
            }
            let first = describe(&edits[0], before, name);
            format!(
                "{first}, and {} more",
                if edits.len() == 2 { "one".into() } else { (edits.len() - 1).to_string() }
            )
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

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => cut(text),
        other => other.to_string(),
    }
}

fn cut(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    format!("{}…", text.chars().take(LONGEST - 1).collect::<String>().trim_end())
}
