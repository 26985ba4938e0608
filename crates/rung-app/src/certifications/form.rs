//! The form of a credential: what it shows, and what comes back.

use super::lines;
use crate::shell::{Frame, components, conflict, words};
use maud::{Markup, html};
use rung_catalog::Catalog;
use rung_record::{
    Credential, CredentialId, CredentialStatus, Date, FeePaid, HeldPeriod, Renewal, Usd, parse_date,
};
use rung_words::{Words, say};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// So many periods, renewals and fees are taken.
const MOST_ROWS: usize = 60;
/// Empty rows that are shown below those that are filled in.
const SPARE_ROWS: usize = 2;
/// So many credentials are offered where several fit.
const MOST_CHOICES: usize = 12;
const LONGEST_NUMBER: usize = 100;
const LONGEST_WHAT: usize = 200;
/// The longest text of a field that the catalogue or a day ends anyway.
const LONGEST_NAME: usize = 300;

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The version that the form was made from; empty when the credential is new.
    pub version: String,
    credential: String,
    /// The id that was chosen where several fit what was typed.
    choice: String,
    number: String,
    issued: String,
    expires: String,
    status: String,
    period_from: Vec<String>,
    period_to: Vec<String>,
    period_more: Vec<String>,
    renewal_filed: Vec<String>,
    renewal_returned: Vec<String>,
    renewal_approved: Vec<String>,
    renewal_more: Vec<String>,
    fee_usd: Vec<String>,
    fee_paid: Vec<String>,
    fee_what: Vec<String>,
    fee_more: Vec<String>,
}

/// What is wrong with it, by the id of the field, and which credentials may have been meant.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    of_field: BTreeMap<String, String>,
    choices: Vec<CredentialId>,
}

impl Faults {
    fn add(&mut self, field: impl Into<String>, what: String) {
        self.of_field.entry(field.into()).or_insert(what);
    }

    fn of(&self, field: &str) -> Option<&str> {
        self.of_field.get(field).map(String::as_str)
    }

    fn is_empty(&self) -> bool {
        self.of_field.is_empty()
    }
}

/// The word of a status in the form.
fn code(status: CredentialStatus) -> &'static str {
    match status {
        CredentialStatus::Active => "active",
        CredentialStatus::Inactive => "inactive",
        CredentialStatus::Suspended => "suspended",
        CredentialStatus::Revoked => "revoked",
        CredentialStatus::Surrendered => "surrendered",
    }
}

const STATUSES: [CredentialStatus; 5] = [
    CredentialStatus::Active,
    CredentialStatus::Inactive,
    CredentialStatus::Suspended,
    CredentialStatus::Revoked,
    CredentialStatus::Surrendered,
];

/// Fields that this version does not know travel with their row.
fn packed(extra: &Map<String, Value>) -> String {
    if extra.is_empty() { String::new() } else { Value::Object(extra.clone()).to_string() }
}

fn unpacked(text: &str) -> Map<String, Value> {
    match serde_json::from_str(text) {
        Ok(Value::Object(extra)) => extra,
        _ => Map::new(),
    }
}

fn shown(day: Option<Date>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

impl Typed {
    /// An empty form; with a credential already chosen, if the catalogue has it.
    pub fn new(catalog: &Catalog, credential: &str) -> Self {
        let name = catalog.credential(credential).map(|known| words::full_name(catalog, known));
        Self { credential: name.unwrap_or_default(), ..Self::default() }
    }

    /// The form of what is held, as of this version.
    pub fn of(catalog: &Catalog, held: &Credential, version: String) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            version,
            credential: lines::name(catalog, held),
            number: text(&held.number),
            issued: shown(held.issued),
            expires: shown(held.expires),
            status: code(held.status).to_owned(),
            period_from: held.periods.iter().map(|own| own.from.to_string()).collect(),
            period_to: held.periods.iter().map(|own| own.to.to_string()).collect(),
            period_more: held.periods.iter().map(|own| packed(&own.extra)).collect(),
            renewal_filed: held.renewals.iter().map(|own| own.filed.to_string()).collect(),
            renewal_returned: held.renewals.iter().map(|own| shown(own.returned)).collect(),
            renewal_approved: held.renewals.iter().map(|own| shown(own.approved)).collect(),
            renewal_more: held.renewals.iter().map(|own| packed(&own.extra)).collect(),
            fee_usd: held.fees_paid.iter().map(|own| own.usd.to_string()).collect(),
            fee_paid: held.fees_paid.iter().map(|own| shown(own.paid)).collect(),
            fee_what: held.fees_paid.iter().map(|own| text(&own.what)).collect(),
            fee_more: held.fees_paid.iter().map(|own| packed(&own.extra)).collect(),
            ..Self::default()
        }
    }

    /// What was typed, as a credential. `extra` is what this version does not know of the credential that is edited.
    ///
    /// # Errors
    /// All that is wrong.
    pub fn read(
        &self,
        frame: &Frame,
        catalog: &Catalog,
        before: Option<&Credential>,
    ) -> Result<Credential, Faults> {
        let mut reading = Reading { words: frame.words, faults: Faults::default() };
        let credential = self.which(catalog, before, &mut reading);
        let issued = reading.day("issued", &self.issued);
        let expires = reading.day("expires", &self.expires);
        reading.in_order("expires", issued, expires, |words, day| {
            say!(words, "certifications-fault-before-issue", day = day)
        });
        let held = Credential {
            credential: credential.unwrap_or_else(|| "".into()),
            number: reading.text("number", &self.number, LONGEST_NUMBER),
            issued,
            expires,
            status: STATUSES.into_iter().find(|own| code(*own) == self.status).unwrap_or_default(),
            periods: self.periods(&mut reading),
            renewals: self.renewals(&mut reading),
            fees_paid: self.fees(&mut reading),
            extra: before.map_or_else(Map::new, |before| before.extra.clone()),
        };
        if reading.faults.is_empty() { Ok(held) } else { Err(reading.faults) }
    }

    /// Which credential is meant.
    fn which(
        &self,
        catalog: &Catalog,
        before: Option<&Credential>,
        reading: &mut Reading,
    ) -> Option<CredentialId> {
        let typed = self.credential.trim();
        if let Some(before) = before.filter(|before| lines::name(catalog, before) == typed) {
            return Some(before.credential.clone());
        }
        let found = fitting(catalog, typed);
        if let Some(chosen) = found.iter().find(|id| id.as_str() == self.choice) {
            return Some(chosen.clone());
        }
        match found.as_slice() {
            [only] => return Some(only.clone()),
            _ if typed.is_empty() => {
                reading.fault("credential", |words| say!(words, "certifications-fault-no-credential"));
            }
            [] => reading.fault("credential", |words| say!(words, "certifications-fault-unknown-credential")),
            _ => reading.fault("credential", |words| say!(words, "certifications-fault-several")),
        }
        reading.faults.choices = found.into_iter().take(MOST_CHOICES).collect();
        None
    }

    fn periods(&self, reading: &mut Reading) -> Vec<HeldPeriod> {
        let mut periods = Vec::new();
        for n in 0..rows(&[&self.period_from, &self.period_to]) {
            let (from, to) = (cell(&self.period_from, n), cell(&self.period_to, n));
            if from.is_empty() && to.is_empty() {
                continue;
            }
            let (from_id, to_id) = (format!("period-from-{n}"), format!("period-to-{n}"));
            let from = reading.needed_day(&from_id, from);
            let to = reading.needed_day(&to_id, to);
            reading.in_order(&to_id, from, to, |words, day| {
                say!(words, "certifications-fault-before-begin", day = day)
            });
            if let (Some(from), Some(to)) = (from, to) {
                periods.push(HeldPeriod { from, to, extra: unpacked(cell(&self.period_more, n)) });
            }
        }
        periods
    }

    fn renewals(&self, reading: &mut Reading) -> Vec<Renewal> {
        let mut renewals = Vec::new();
        for n in 0..rows(&[&self.renewal_filed, &self.renewal_returned, &self.renewal_approved]) {
            let typed = [&self.renewal_filed, &self.renewal_returned, &self.renewal_approved];
            let [filed, returned, approved] = typed.map(|column| cell(column, n));
            if [filed, returned, approved].iter().all(|text| text.is_empty()) {
                continue;
            }
            let ids = ["filed", "returned", "approved"].map(|name| format!("renewal-{name}-{n}"));
            let filed = reading.needed_day(&ids[0], filed);
            let returned = reading.day(&ids[1], returned);
            let approved = reading.day(&ids[2], approved);
            for (id, day) in [(&ids[1], returned), (&ids[2], approved)] {
                reading.in_order(id, filed, day, |words, day| {
                    say!(words, "certifications-fault-before-filing", day = day)
                });
            }
            if let Some(filed) = filed {
                let extra = unpacked(cell(&self.renewal_more, n));
                renewals.push(Renewal { filed, approved, returned, extra });
            }
        }
        renewals.sort_by_key(|renewal| renewal.filed);
        renewals
    }

    fn fees(&self, reading: &mut Reading) -> Vec<FeePaid> {
        let mut fees = Vec::new();
        for n in 0..rows(&[&self.fee_usd, &self.fee_paid, &self.fee_what]) {
            let [usd, paid, what] =
                [&self.fee_usd, &self.fee_paid, &self.fee_what].map(|column| cell(column, n));
            if [usd, paid, what].iter().all(|text| text.is_empty()) {
                continue;
            }
            let paid = reading.day(&format!("fee-paid-{n}"), paid);
            let what = reading.text(&format!("fee-what-{n}"), what, LONGEST_WHAT);
            match usd.parse::<Usd>() {
                Ok(usd) => fees.push(FeePaid { usd, paid, what, extra: unpacked(cell(&self.fee_more, n)) }),
                Err(_) => {
                    reading.fault(&format!("fee-usd-{n}"), |words| say!(words, "certifications-fault-amount"))
                }
            }
        }
        fees
    }
}

/// How many rows were sent.
fn rows(columns: &[&Vec<String>]) -> usize {
    columns.iter().map(|column| column.len()).max().unwrap_or(0).min(MOST_ROWS)
}

fn cell(column: &[String], row: usize) -> &str {
    column.get(row).map_or("", |text| text.trim())
}

/// The credentials that a text names: by id or whole name one, else all that have every word of it.
fn fitting(catalog: &Catalog, typed: &str) -> Vec<CredentialId> {
    let wanted = typed.to_lowercase();
    let name = |known: &rung_catalog::Credential| words::full_name(catalog, known).to_lowercase();
    if let Some(known) = catalog.credentials.iter().find(|own| own.id == *typed || name(own) == wanted) {
        return vec![known.id.clone()];
    }
    let parts: Vec<&str> =
        wanted.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let has_all = |known: &&rung_catalog::Credential| {
        let authority = catalog.authority_of(known);
        let initials = known.initials.as_deref().unwrap_or_default();
        let all = format!("{} {} {initials} {} ", name(known), known.id, authority.body).to_lowercase();
        !parts.is_empty() && parts.iter().all(|part| all.contains(part))
    };
    let found: Vec<CredentialId> =
        catalog.credentials.iter().filter(has_all).map(|known| known.id.clone()).collect();
    if found.is_empty() { catalog.similar_ids(typed).into_iter().cloned().collect() } else { found }
}

/// Takes fields and gathers what is wrong with them.
struct Reading {
    words: &'static Words,
    faults: Faults,
}

impl Reading {
    fn fault(&mut self, id: &str, what: impl Fn(&Words) -> String) {
        self.faults.add(id, what(self.words));
    }

    fn day(&mut self, id: &str, text: &str) -> Option<Date> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let day = parse_date(text).ok();
        if day.is_none() {
            self.fault(id, |words| say!(words, "certifications-fault-day"));
        }
        day
    }

    fn needed_day(&mut self, id: &str, text: &str) -> Option<Date> {
        if text.is_empty() {
            self.fault(id, |words| say!(words, "certifications-fault-no-day"));
        }
        self.day(id, text)
    }

    fn in_order(
        &mut self,
        id: &str,
        first: Option<Date>,
        then: Option<Date>,
        what: impl Fn(&Words, Date) -> String,
    ) {
        if let (Some(first), Some(then)) = (first, then)
            && then < first
        {
            self.fault(id, |words| what(words, first));
        }
    }

    fn text(&mut self, id: &str, text: &str, longest: usize) -> Option<String> {
        let text = text.trim();
        if text.chars().count() > longest {
            self.fault(id, |words| say!(words, "certifications-fault-long", most = longest));
        }
        (!text.is_empty()).then(|| text.to_owned())
    }
}

/// A column of rows: the name that the form sends, what it is called, its type, and what was typed.
struct Column<'t> {
    name: &'static str,
    label: String,
    kind: &'static str,
    typed: &'t [String],
}

/// Rows of fields under one heading, with empty ones below.
struct Rows<'t> {
    title: String,
    hint: String,
    more: (&'static str, &'t [String]),
    columns: Vec<Column<'t>>,
}

impl Rows<'_> {
    fn show(&self, faults: &Faults) -> Markup {
        let filled = self.columns.iter().map(|column| column.typed.len()).max().unwrap_or(0);
        let is_blank = |n: &usize| self.columns.iter().all(|column| cell(column.typed, *n).is_empty());
        let filled = (0..filled).rev().find(|n| !is_blank(n)).map_or(0, |n| n + 1);
        // What nobody has filled in yet stays behind a line.
        html! {
            details.rows open[filled > 0] { summary { (self.title) } fieldset {
                legend.sr { (self.title) }
                p.hint { (self.hint) }
                @for n in 0..(filled + SPARE_ROWS).min(MOST_ROWS) {
                    div.entry-row {
                        @for column in &self.columns { (self.field(column, n, faults)) }
                        @if !self.more.1.is_empty() {
                            input type="hidden" name=(self.more.0) value=(cell(self.more.1, n));
                        }
                    }
                }
            } }
        }
    }

    fn field(&self, column: &Column<'_>, row: usize, faults: &Faults) -> Markup {
        let id = format!("{}-{row}", column.name.replace('_', "-"));
        let fault = faults.of(&id);
        components::field(&id, &column.label, "", fault, |described| {
            html! {
                input id=(id) name=(column.name) type=(column.kind) value=(cell(column.typed, row))
                    inputmode=[(column.name == "fee_usd").then_some("decimal")]
                    maxlength=[(column.kind == "text").then_some(LONGEST_WHAT)]
                    aria-describedby=[(!described.is_empty()).then_some(described)] aria-invalid=[fault.map(|_| "true")];
            }
        })
    }
}

/// The fields of the form, without its buttons.
pub fn fields(frame: &Frame, catalog: &Catalog, typed: &Typed, faults: &Faults) -> Markup {
    let words = frame.words;
    html! {
        (conflict::basis_field(typed.version.parse().ok()))
        @if !faults.is_empty() {
            p.fault role="alert" { (say!(words, "certifications-fault-summary", count = faults.of_field.len())) }
        }
        (which(frame, catalog, typed, faults))
        div.fields {
            (text_field("number", &say!(words, "certifications-field-number"), "text", &typed.number, faults))
            (text_field("issued", &say!(words, "certifications-field-issued"), "date", &typed.issued, faults))
            (text_field("expires", &say!(words, "certifications-field-expires"), "date", &typed.expires, faults))
            (status(words, &typed.status))
        }
        (renewals(words, typed).show(faults))
        (fees(words, typed).show(faults))
        (periods(words, typed).show(faults))
    }
}

fn text_field(id: &str, label: &str, kind: &str, value: &str, faults: &Faults) -> Markup {
    let fault = faults.of(id);
    components::field(id, label, "", fault, |described| {
        html! {
            input id=(id) name=(id) type=(kind) value=(value) maxlength=[(kind == "text").then_some(LONGEST_NUMBER)]
                autocomplete="off" aria-describedby=[(!described.is_empty()).then_some(described)] aria-invalid=[fault.map(|_| "true")];
        }
    })
}

/// Which credential: typed with suggestions; where several fit, they are offered to choose from.
fn which(frame: &Frame, catalog: &Catalog, typed: &Typed, faults: &Faults) -> Markup {
    let words = frame.words;
    let fault = faults.of("credential");
    let hint = say!(words, "certifications-field-credential-hint");
    html! {
        (components::field("credential", &say!(words, "certifications-field-credential"), &hint, fault, |described| html! {
            input #credential name="credential" type="text" list="credentials" value=(typed.credential) required maxlength=(LONGEST_NAME)
                autocomplete="off" aria-describedby=(described) aria-invalid=[fault.map(|_| "true")];
        }))
        datalist #credentials {
            @for known in &catalog.credentials { option value=(words::full_name(catalog, known)) {} }
        }
        @if !faults.choices.is_empty() {
            fieldset.choices {
                legend { (say!(words, "certifications-choose-one")) }
                @for id in &faults.choices {
                    @if let Some(known) = catalog.credential(id.as_str()) {
                        label { input type="radio" name="choice" value=(id); " " (frame.english(&words::full_name(catalog, known))) }
                    }
                }
            }
        }
    }
}

fn status(words: &Words, chosen: &str) -> Markup {
    components::field("status", &say!(words, "certifications-field-status"), "", None, |_| {
        html! {
            select #status name="status" {
                @for own in STATUSES { option value=(code(own)) selected[code(own) == chosen] { (lines::status(words, own)) } }
            }
        }
    })
}

fn renewals<'t>(words: &Words, typed: &'t Typed) -> Rows<'t> {
    let column = |name, label, typed| Column { name, label, kind: "date", typed };
    Rows {
        title: say!(words, "certifications-renewals"),
        hint: say!(words, "certifications-renewals-hint"),
        more: ("renewal_more", &typed.renewal_more),
        columns: vec![
            column("renewal_filed", say!(words, "certifications-column-filed"), &typed.renewal_filed),
            column(
                "renewal_returned",
                say!(words, "certifications-column-returned"),
                &typed.renewal_returned,
            ),
            column(
                "renewal_approved",
                say!(words, "certifications-column-approved"),
                &typed.renewal_approved,
            ),
        ],
    }
}

fn fees<'t>(words: &Words, typed: &'t Typed) -> Rows<'t> {
    Rows {
        title: say!(words, "certifications-fees-paid"),
        hint: say!(words, "certifications-fees-paid-hint"),
        more: ("fee_more", &typed.fee_more),
        columns: vec![
            Column {
                name: "fee_usd",
                label: say!(words, "certifications-column-usd"),
                kind: "text",
                typed: &typed.fee_usd,
            },
            Column {
                name: "fee_paid",
                label: say!(words, "certifications-column-paid"),
                kind: "date",
                typed: &typed.fee_paid,
            },
            Column {
                name: "fee_what",
                label: say!(words, "certifications-column-what"),
                kind: "text",
                typed: &typed.fee_what,
            },
        ],
    }
}

fn periods<'t>(words: &Words, typed: &'t Typed) -> Rows<'t> {
    let column = |name, label, typed| Column { name, label, kind: "date", typed };
    Rows {
        title: say!(words, "certifications-periods"),
        hint: say!(words, "certifications-periods-hint"),
        more: ("period_more", &typed.period_more),
        columns: vec![
            column("period_from", say!(words, "certifications-column-from"), &typed.period_from),
            column("period_to", say!(words, "certifications-column-to"), &typed.period_to),
        ],
    }
}
