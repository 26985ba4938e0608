//! `rung catalog show`: a jurisdiction, a body, a credential or one fact, in plain words, with every source.

use super::{
    find,
    sheet::{self, Sheet},
};
use crate::{
    failure::{End, Failure},
    input::{CatalogArg, JsonArg, OnArg},
    output::{self, english},
    term::{Style, Terminal, Text},
};
use clap::Args;
use rung_atlas::{
    Address, Coming, Fact, FieldPage, Glance, Place, Section, answer, changes_of, facts_of_authority,
    facts_of_credential,
};
use rung_catalog::{Authority, Catalog, Credential, Source};
use rung_record::Date;
use rung_rules::{Verdict, words};
use serde_json::json;

/// Arguments of `rung catalog show`.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  rung catalog show tx-pharmacy-technician\n  rung catalog show Texas\n  rung catalog show ptcb\n  \
                  rung catalog show tx-pharmacy-technician/current/law\n  rung catalog show jurisdictions/tx/duties\n  rung catalog show roles/lead-technician"
)]
pub struct ShowArgs {
    /// An id, the name of a jurisdiction, a body or a role, or the address of a fact
    #[arg(value_name = "ADDRESS|ID")]
    id: String,
    #[command(flatten)]
    on: OnArg,
    /// Also what is not in force on the day
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Shows it.
///
/// # Errors
/// The catalogue cannot be read, or nothing is called so.
pub fn run(args: &ShowArgs, terminal: Terminal) -> Result<End, Failure> {
    let catalog = args.catalog.load()?;
    let place = find(&catalog, &args.id)?;
    let on = args.on.day();
    if args.json.json {
        output::print_json(&match &place {
            Place::Authority(authority) => answer::authority(&catalog, authority, on),
            Place::Credential(credential) => answer::credential(&catalog, credential),
            Place::Field(page) => answer::field_page(page),
            Place::Facts { whose, facts } => {
                json!({"whose": whose, "facts": answer::facts(&catalog, facts), "note": words::disclaimer(english())})
            }
        })?;
        return Ok(End::Done);
    }
    let mut shown = Shown { sheet: Sheet::new(&catalog, terminal), catalog: &catalog, on, all: args.all };
    match place {
        Place::Authority(authority) => shown.authority(authority),
        Place::Credential(credential) => shown.credential(credential),
        Place::Field(page) => shown.field(&page),
        Place::Facts { whose, facts } => shown.single(&whose, &facts),
    }
    shown.sheet.sources();
    shown.sheet.disclaimer();
    shown.sheet.page.print()?;
    Ok(End::Done)
}

struct Shown<'a> {
    sheet: Sheet<'a>,
    catalog: &'a Catalog,
    on: Date,
    all: bool,
}

impl<'a> Shown<'a> {
    fn title(&mut self, title: &str, address: &Address) {
        sheet::title(&mut self.sheet.page, title, address.id());
    }

    fn credential(&mut self, credential: &'a Credential) {
        let authority = self.catalog.authority_of(credential);
        let page = Address::credential(credential.id.as_str());
        self.title(&credential.title, &page);
        self.sheet.authority(authority);
        self.facts(facts_of_credential(english(), self.catalog, credential));
        let is_mine =
            |change: &Coming<'_>| change.address.page() == page || change.address.shelf() != "credentials";
        self.changes(authority, is_mine);
        let questions = facts_of_authority(english(), self.catalog, authority).into_iter();
        self.facts(questions.filter(|fact| fact.section == Section::OpenQuestions).collect());
    }

    fn authority(&mut self, authority: &'a Authority) {
        self.sheet.authority(authority);
        self.sheet.text(0, Style::Dim, &Address::authority(authority).to_string());
        if authority.is_jurisdiction {
            self.glance(&Glance::of(self.catalog, authority, self.on));
        }
        self.credentials(authority);
        let (questions, facts): (Vec<Fact<'a>>, Vec<Fact<'a>>) =
            facts_of_authority(english(), self.catalog, authority)
                .into_iter()
                .filter(|fact| fact.section != Section::Changes)
                .partition(|fact| fact.section == Section::OpenQuestions);
        self.facts(facts);
        self.changes(authority, |_| true);
        self.facts(questions);
    }

    fn glance(&mut self, glance: &Glance<'_>) {
        self.sheet.heading("At a glance");
        let terminal = self.sheet.page.terminal;
        for (name, says, is_unknown) in glance.in_words(english()) {
            let (sign, style) = match is_unknown {
                true => (terminal.sign(Verdict::Unknown), Style::Is(Verdict::Unknown)),
                false => (terminal.pick("•", "-"), Style::Accent),
            };
            let label = Text::plain("  ").with(style, sign).with(Style::Plain, " ").with(Style::Dim, &name);
            self.sheet.labelled(40, label, if is_unknown { style } else { Style::Plain }, &says);
        }
    }

    fn credentials(&mut self, authority: &Authority) {
        self.sheet.heading("Credentials");
        let all: Vec<&Credential> = self.catalog.credentials_of(authority).collect();
        let column = all.iter().map(|credential| credential.id.as_str().len()).max().unwrap_or(0) + 4;
        for credential in &all {
            let label = Text::plain("  ").with(Style::Accent, credential.id.as_str());
            self.sheet.labelled(column, label, Style::Plain, &credential.title);
        }
        if all.is_empty() {
            self.sheet.text(
                2,
                Style::Plain,
                "None: technicians need none here, as far as the catalogue knows.",
            );
        }
    }

    /// Facts in force on the day, or all of them; what is left out is counted.
    fn facts(&mut self, facts: Vec<Fact<'a>>) {
        let (shown, hidden): (Vec<Fact<'a>>, Vec<Fact<'a>>) =
            facts.into_iter().partition(|fact| self.all || fact.in_force_on(self.on));
        self.sheet.facts(&shown);
        if !hidden.is_empty() {
            self.sheet.page.gap();
            let count = match hidden.len() {
                1 => "One fact is".to_owned(),
                more => format!("{more} facts are"),
            };
            self.sheet.text(
                0,
                Style::Dim,
                &format!("{count} not in force on {}. Show all with --all.", self.on),
            );
        }
    }

    /// What changes next; with --all, what changed too.
    fn changes(&mut self, authority: &'a Authority, is_mine: impl Fn(&Coming<'_>) -> bool) {
        let wanted = |change: &Coming<'_>| is_mine(change) && (self.all || self.on < change.date.first_day());
        let changes: Vec<Coming<'a>> =
            changes_of(english(), self.catalog, authority).into_iter().filter(wanted).collect();
        if changes.is_empty() {
            return;
        }
        self.sheet.heading(if self.all { "Changes" } else { "What changes next" });
        for change in changes {
            let label = Text::plain("  ").with(Style::Bold, &change.date.to_string());
            self.sheet.labelled(14, label, Style::Plain, &change.what);
            let cite = change.cite.map(|cite| self.sheet.cite(cite)).unwrap_or_default();
            self.sheet.text(14, Style::Dim, &cite);
        }
    }

    /// A role, a setting and the like: what is said of it, under its names, with the sources in full.
    fn field(&mut self, page: &FieldPage<'_>) {
        self.sheet.text(0, Style::Bold, &page.title);
        let about =
            format!("{} · checked {}, confidence {}", page.address, page.checked, page.confidence.as_str());
        self.sheet.text(0, Style::Dim, &about);
        self.sheet.page.gap();
        let mut last = "";
        for line in &page.lines {
            let terminal = self.sheet.page.terminal;
            let name = if line.name == last && !line.is_unknown { "" } else { line.name.as_str() };
            last = &line.name;
            let mut label = Text::plain("  ");
            if line.is_unknown {
                label.push(Style::Is(Verdict::Unknown), terminal.sign(Verdict::Unknown));
                label.push(Style::Plain, " ");
            }
            label.push(Style::Dim, name);
            self.sheet.labelled(24, label, Style::Plain, &line.says);
            for (source, place) in &line.sources {
                self.sheet.text(24, Style::Dim, &named(source, place));
            }
        }
        self.sheet.heading("Sources");
        for (source, place) in &page.sources {
            self.sheet.text(2, Style::Plain, &named(source, place));
            if let Some(url) = &source.url {
                self.sheet.page.line(&Text::plain("    ").with(Style::Accent, url));
            }
        }
    }

    /// One fact, or those below one place, with the whole of their addresses.
    fn single(&mut self, whose: &str, facts: &[Fact<'a>]) {
        self.sheet.text(0, Style::Dim, whose);
        let address = facts.first().map(|fact| fact.address.page().to_string()).unwrap_or_default();
        self.sheet.text(0, Style::Dim, &address);
        self.sheet.facts(facts);
    }
}

/// `ASHP: sample description, page 3`.
fn named(source: &Source, place: &str) -> String {
    if place.is_empty() { source.title.clone() } else { format!("{}, {place}", source.title) }
}
