//! `rung catalog list`: what there is.

use super::{jurisdiction, sheet::authority_line};
use crate::{
    failure::{End, Failure},
    input::{CatalogArg, JsonArg, OnArg},
    output::{self, Page, english},
    term::{Style, Terminal, Text, wrap},
};
use clap::Args;
use rung_atlas::{Address, FIELD_SHELVES, FieldPage, Glance, answer, field_pages, words::allowed};
use rung_catalog::{Allowed, Authority, Catalog, Credential};
use rung_record::Date;
use serde_json::{Value, json};

/// Arguments of `rung catalog list`.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  rung catalog list\n  rung catalog list --state tx\n  rung catalog list jurisdictions\n  \
                  rung catalog list bodies\n  rung catalog list duties\n  rung catalog list roles\n  rung catalog list credentials sterile"
)]
pub struct ListArgs {
    /// What to list (credentials when left out; also jurisdictions, bodies, duties, roles, settings, actions, organizations,
    /// feeds), and words that it must have
    #[arg(value_name = "WHAT|WORDS")]
    words: Vec<String>,
    /// Only this jurisdiction, two letters or its name
    #[arg(long, value_name = "XX")]
    state: Option<String>,
    #[command(flatten)]
    on: OnArg,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

/// What can be listed beside the shelves of the field.
const SHELVES: [&str; 4] = ["credentials", "jurisdictions", "bodies", "duties"];

/// Something in a list: whether it fits the words is judged by all of its text.
struct Entry<'a> {
    /// As one types it to see it.
    id: String,
    title: String,
    more: String,
    /// Entries of one authority stand below its name.
    authority: Option<&'a Authority>,
    json: Value,
}

/// Lists.
///
/// # Errors
/// The catalogue cannot be read, or has no such jurisdiction.
pub fn run(args: &ListArgs, terminal: Terminal) -> Result<End, Failure> {
    let catalog = args.catalog.load()?;
    let state = args.state.as_ref().map(|state| jurisdiction(&catalog, state)).transpose()?;
    let first = args.words.first().map(|word| word.to_lowercase());
    let (shelf, words) = match first.as_deref() {
        Some(shelf) if SHELVES.contains(&shelf) || FIELD_SHELVES.contains(&shelf) => {
            (shelf, &args.words[1..])
        }
        _ => ("credentials", &args.words[..]),
    };
    let entries = match shelf {
        "jurisdictions" => jurisdictions(&catalog, args.on.day()),
        "bodies" => bodies(&catalog),
        "duties" => duties(&catalog, state, args.on.day()),
        "credentials" => credentials(&catalog),
        shelf => field_pages(english(), &catalog, shelf).iter().map(field_entry).collect(),
    };
    let fits = |entry: &Entry<'_>| {
        let all = format!("{} {} {}", entry.id, entry.title, entry.more).to_lowercase();
        let of_authority = entry.authority.map(|authority| format!("{} {}", authority.name, authority.body));
        let all = format!("{all} {}", of_authority.unwrap_or_default().to_lowercase());
        words.iter().all(|word| all.contains(&word.to_lowercase()))
    };
    let of_state = |entry: &Entry<'_>| match (state, entry.authority) {
        (Some(state), Some(authority)) => authority.id == state.id,
        (Some(state), None) => entry.id == state.id || shelf == "duties",
        (None, _) => true,
    };
    let found: Vec<Entry<'_>> = entries.into_iter().filter(|entry| fits(entry) && of_state(entry)).collect();
    if args.json.json {
        let found: Vec<Value> = found.into_iter().map(|entry| entry.json).collect();
        output::print_json(&json!({ shelf: found }))?;
    } else {
        show(&found, terminal)?;
    }
    Ok(End::Done)
}

fn show(found: &[Entry<'_>], terminal: Terminal) -> Result<(), Failure> {
    let mut page = Page::new(terminal);
    let longest = found.iter().map(|entry| entry.id.len()).max().unwrap_or(0) + 4;
    // Where a column of ids leaves no room, the titles stand below them.
    let is_narrow = longest + 20 > terminal.width;
    let column = if is_narrow { 6 } else { longest };
    let mut last = None;
    for entry in found {
        if let Some(authority) = entry.authority.filter(|authority| last != Some(&authority.id)) {
            if last.is_some() {
                page.gap();
            }
            last = Some(&authority.id);
            authority_line(&mut page, authority);
        }
        let mut line = Text::plain("  ").with(Style::Accent, &entry.id);
        if is_narrow {
            page.line(&line);
            line = Text::new();
        }
        let room = terminal.width.saturating_sub(column);
        for title in wrap(&entry.title, room) {
            line.pad_to(column);
            line.push(Style::Plain, &title);
            page.line(&line);
            line = Text::new();
        }
        for more in wrap(&entry.more, room).iter().filter(|more| !more.is_empty()) {
            page.line(&Text::plain(&" ".repeat(column)).with(Style::Dim, more));
        }
    }
    if found.is_empty() {
        page.line(&Text::plain("Nothing in the catalogue is called so."));
    }
    page.print()
}

fn field_entry<'a>(page: &FieldPage<'_>) -> Entry<'a> {
    let first = page.lines.first().map(|line| format!("{}: {}", line.name, line.says));
    Entry {
        id: page.address.id().to_owned(),
        title: page.title.clone(),
        more: first.unwrap_or_default(),
        authority: None,
        json: answer::field_page(page),
    }
}

fn credentials(catalog: &Catalog) -> Vec<Entry<'_>> {
    let entry = |credential| credential_entry(catalog, credential);
    catalog.credentials.iter().map(entry).collect()
}

fn credential_entry<'a>(catalog: &'a Catalog, credential: &'a Credential) -> Entry<'a> {
    let authority = catalog.authority_of(credential);
    Entry {
        id: credential.id.to_string(),
        title: credential.title.clone(),
        more: String::new(),
        authority: Some(authority),
        json: json!({"id": credential.id, "title": credential.title, "kind": credential.kind,
                     "initials": credential.initials, "trainee": credential.trainee,
                     "address": Address::credential(credential.id.as_str()).to_string(),
                     "authority": authority.id, "authority_name": authority.name, "body": authority.body,
                     "checked": authority.checked, "confidence": authority.confidence}),
    }
}

fn jurisdictions(catalog: &Catalog, on: Date) -> Vec<Entry<'_>> {
    let entry = |glance: Glance<'_>| {
        let authority = glance.authority;
        let credentials = catalog.credentials_of(authority).count();
        let mut json = answer::glance(&glance);
        if let Value::Object(fields) = &mut json {
            fields.insert("id".into(), json!(authority.id));
            fields.insert("address".into(), json!(Address::authority(authority).to_string()));
            fields.insert("body".into(), json!(authority.body));
            fields.insert("credentials".into(), json!(credentials));
        }
        let asks = glance.credential.map_or("no credential that the catalogue knows".to_owned(), |known| {
            format!(
                "{}; continuing education: {}",
                known.title,
                glance.hours.in_words(english()).to_lowercase()
            )
        });
        Entry { id: authority.id.clone(), title: authority.name.clone(), more: asks, authority: None, json }
    };
    Glance::of_all(catalog, on).into_iter().map(entry).collect()
}

fn bodies(catalog: &Catalog) -> Vec<Entry<'_>> {
    let of_body = |authority: &&Authority| !authority.is_jurisdiction;
    let entry = |authority: &Authority| {
        let credentials: Vec<Value> = catalog.credentials_of(authority).map(answer::brief).collect();
        let count = match credentials.len() {
            1 => "1 credential".to_owned(),
            more => format!("{more} credentials"),
        };
        Entry {
            id: authority.id.clone(),
            title: authority.body.clone(),
            more: format!(
                "{count}; checked {}, confidence {}",
                authority.checked,
                authority.confidence.as_str()
            ),
            authority: None,
            json: json!({"id": authority.id, "name": authority.name, "body": authority.body,
                         "address": Address::authority(authority).to_string(), "credentials": credentials,
                         "checked": authority.checked, "confidence": authority.confidence}),
        }
    };
    catalog.authorities.iter().filter(of_body).map(entry).collect()
}

/// Each kind of duty, and where technicians may take it on; with a jurisdiction, what it says.
fn duties<'a>(catalog: &'a Catalog, state: Option<&Authority>, on: Date) -> Vec<Entry<'a>> {
    let entry = |kind: &'a rung_catalog::DutyKind| {
        let of_kind = |allowed: Allowed| -> Vec<&str> {
            let says = |authority: &&Authority| {
                let mine =
                    authority.duties.iter().filter(|duty| duty.kind == kind.id && duty.in_force_on(on));
                authority.is_jurisdiction
                    && state.is_none_or(|state| state.id == authority.id)
                    && mine.clone().any(|duty| duty.allowed == allowed)
            };
            catalog.authorities.iter().filter(says).map(|authority| authority.id.as_str()).collect()
        };
        let all = [Allowed::Yes, Allowed::Conditions, Allowed::No, Allowed::Unknown];
        let counted = all.map(|allowed| (allowed, of_kind(allowed)));
        let told = counted.iter().filter(|(_, states)| !states.is_empty());
        let more = match state {
            Some(_) => told.map(|(how, _)| allowed(english(), *how)).collect::<Vec<_>>().join("; "),
            None => told
                .map(|(how, states)| format!("{} in {}", allowed(english(), *how), states.len()))
                .collect::<Vec<_>>()
                .join(", "),
        };
        let json = json!({"id": kind.id, "name": kind.name, "what": kind.what, "yes": counted[0].1,
                          "conditions": counted[1].1, "no": counted[2].1, "unknown": counted[3].1});
        Entry {
            id: kind.id.clone(),
            title: format!("{}: {}", kind.name, kind.what),
            more,
            authority: None,
            json,
        }
    };
    catalog.duty_kinds.iter().map(entry).collect()
}
