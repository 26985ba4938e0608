//! The form of one credit: what was typed, read into a credit or told at its fields.

use super::{ledger_page::format_name, view::topic_name};
use crate::shell::{Frame, components::field, conflict::Differs};
use maud::{Markup, html};
use rung_catalog::Catalog;
use rung_record::{
    Audience, Credit, CreditId, CreditKind, Date, Hours, Topic, Uan, parse_date,
    reading::{AUDIENCES, FORMATS, KINDS},
};
use rung_today::ledger::FormatIs;
use rung_words::{Words, say};
use std::collections::BTreeMap;

/// The fields, by the names of the credit's own, and the most letters of each.
const FIELDS: [(&str, usize); 13] = [
    ("uan", 60),
    ("title", 300),
    ("provider", 200),
    ("completed", 10),
    ("hours", 10),
    ("format", 20),
    ("audience", 20),
    ("topics", 500),
    ("law_of", 2),
    ("kind", 20),
    ("accreditation", 200),
    ("academic_credits", 10),
    ("grade", 10),
];
/// What stands in the field of accreditation when nobody accredits it.
const NOBODY: &str = "-";

/// What was typed into each field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(BTreeMap<&'static str, String>);

/// What is wrong, by field.
pub type Faults = BTreeMap<&'static str, String>;

/// A credit that is read: its id, and what it was before, whose parts that the form does not show stay.
pub struct Reading<'r> {
    /// The reader's messages.
    pub words: &'r Words,
    /// The day; nothing is completed later.
    pub on: Date,
    /// The id that it gets.
    pub id: CreditId,
    /// As it was.
    pub before: Option<&'r Credit>,
}

impl Typed {
    /// From a form that was sent; `text` gives its fields.
    pub fn of_form<'f>(text: impl Fn(&str) -> &'f str, catalog: &Catalog) -> Self {
        let mut typed: BTreeMap<&'static str, String> =
            FIELDS.iter().map(|(name, _)| (*name, text(name).to_owned())).collect();
        let chosen = usual_topics(catalog).into_iter().filter(|topic| !text(&box_of(topic)).is_empty());
        let chosen = chosen.map(|topic| topic.as_str().to_owned());
        let other = text("topics").split(',').map(|topic| topic.trim().to_lowercase().replace(' ', "-"));
        let topics: Vec<String> = chosen.chain(other).filter(|topic| !topic.is_empty()).collect();
        typed.insert("topics", topics.join(", "));
        if !text("nobody").is_empty() {
            typed.insert("accreditation", NOBODY.to_owned());
        }
        Self(typed)
    }

    /// As the form shows a credit.
    pub fn of_credit(credit: &Credit) -> Self {
        let mut typed = Self::default();
        typed.take(credit, Some(credit.completed));
        typed.set("kind", word_of(KINDS, credit.kind));
        if credit.accreditation.as_ref().is_some_and(Vec::is_empty) {
            typed.set("accreditation", NOBODY);
        }
        typed
    }

    /// Takes over what is known of a credit; what is not known stays as it was typed.
    pub fn take(&mut self, credit: &Credit, completed: Option<Date>) {
        let known = [
            ("uan", credit.uan.clone()),
            ("title", credit.title.clone()),
            ("provider", credit.provider.clone()),
            ("completed", completed.map(|day| day.to_string())),
            ("hours", credit.hours.map(|hours| hours.to_string())),
            ("format", credit.format.map(|format| word_of(FORMATS, format).to_owned())),
            ("audience", credit.audience.map(|audience| word_of(AUDIENCES, audience).to_owned())),
            ("law_of", credit.law_of.clone()),
            ("accreditation", credit.accreditation.as_ref().map(|bodies| bodies.join(", "))),
            ("academic_credits", credit.academic_credits.map(|credits| credits.to_string())),
            ("grade", credit.grade.clone()),
        ];
        for (name, value) in known {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                self.0.insert(name, value);
            }
        }
        let mut topics: Vec<String> = self.topics().map(str::to_owned).collect();
        for topic in &credit.topics {
            if !topics.iter().any(|known| known == topic.as_str()) {
                topics.push(topic.to_string());
            }
        }
        self.set("topics", &topics.join(", "));
    }

    /// What stands in a field.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    fn set(&mut self, name: &'static str, value: &str) {
        self.0.insert(name, value.to_owned());
    }

    fn topics(&self) -> impl Iterator<Item = &str> {
        self.get("topics").split(',').map(str::trim).filter(|topic| !topic.is_empty())
    }

    /// The credit that was typed.
    ///
    /// # Errors
    /// What is wrong, by field.
    pub fn read(&self, reading: &Reading<'_>) -> Result<Credit, Faults> {
        let words = reading.words;
        let mut faults = Faults::new();
        for (name, most) in FIELDS {
            if self.get(name).chars().count() > most {
                faults.insert(name, say!(words, "education-fault-too-long", count = most));
            }
        }
        let some = |name: &str| Some(self.get(name).to_owned()).filter(|text| !text.is_empty());
        let completed = self.completed(reading, &mut faults);
        let hours = self.amount(words, "hours", &mut faults);
        let academic_credits = self.amount(words, "academic_credits", &mut faults);
        let credit = Credit {
            id: reading.id.clone(),
            completed: completed.unwrap_or(reading.on),
            title: some("title"),
            provider: some("provider"),
            hours,
            uan: some("uan").map(|text| text.parse::<Uan>().map_or(text, |uan| uan.to_string())),
            kind: value_of(KINDS, self.get("kind")).unwrap_or_default(),
            accreditation: match self.get("accreditation") {
                "" => None,
                NOBODY => Some(Vec::new()),
                bodies => Some(parts(bodies).map(|body| body.to_ascii_lowercase()).collect()),
            },
            format: value_of(FORMATS, self.get("format")),
            topics: self.topics().map(|topic| Topic(topic.to_owned())).collect(),
            law_of: some("law_of"),
            audience: value_of(AUDIENCES, self.get("audience")),
            academic_credits,
            grade: some("grade"),
            extra: reading.before.map(|before| before.extra.clone()).unwrap_or_default(),
        };
        if faults.is_empty() { Ok(credit) } else { Err(faults) }
    }

    fn completed(&self, reading: &Reading<'_>, faults: &mut Faults) -> Option<Date> {
        let words = reading.words;
        let typed = self.get("completed");
        let fault = match parse_date(typed) {
            Ok(day) if day <= reading.on => return Some(day),
            Ok(_) => say!(words, "education-fault-to-come"),
            Err(_) if typed.is_empty() => say!(words, "education-fault-no-day"),
            Err(_) => say!(words, "education-fault-day", typed = typed),
        };
        faults.insert("completed", fault);
        None
    }

    fn amount(&self, words: &Words, name: &'static str, faults: &mut Faults) -> Option<Hours> {
        let typed = self.get(name).replace(',', ".");
        if typed.is_empty() {
            return None;
        }
        let read = typed.parse::<Hours>().ok();
        if read.is_none() {
            faults.insert(name, say!(words, "education-fault-hours", typed = self.get(name)));
        }
        read
    }

    /// The fields in which this differs from what is kept now.
    pub fn differs(&self, now: &Self, words: &Words) -> Vec<Differs> {
        let shown = |name: &str, text: &str| match (name, text) {
            ("accreditation", NOBODY) => say!(words, "education-accredited-by-nobody"),
            _ => text.to_owned(),
        };
        FIELDS
            .iter()
            .filter(|(name, _)| self.get(name) != now.get(name))
            .map(|(name, _)| Differs {
                field: label(words, name),
                typed: shown(name, self.get(name)),
                now: shown(name, now.get(name)),
            })
            .collect()
    }

    /// The fields of the form. `asked` are those that are still to be told: each with its question.
    pub fn fields(&self, frame: &Frame, catalog: &Catalog, faults: &Faults, asked: &Faults) -> Markup {
        let form = Form { typed: self, frame, catalog, faults, asked };
        html! {
            div.credit-grid {
                (form.text("title"))
                (form.text("provider"))
                (form.day())
                (form.decimal("hours"))
                (form.choice("format", &form.formats()))
                (form.text("uan"))
                (form.choice("audience", &form.audiences()))
            }
            (form.topics())
            (form.choice("law_of", &form.jurisdictions()))
            details.more-of-credit open[self.has_more() || form.has_faulty_more()] {
                summary { (say!(frame.words, "education-more-fields")) }
                div.credit-grid {
                    (form.choice("kind", &form.kinds()))
                    (form.accreditation())
                    (form.decimal("academic_credits"))
                    (form.text("grade"))
                }
            }
        }
    }

    /// Whether anything stands in the fields that are seldom needed, beside what nearly every credit has.
    fn has_more(&self) -> bool {
        !matches!(self.get("kind"), "" | "ce")
            || !matches!(self.get("accreditation"), "" | "acpe")
            || ["academic_credits", "grade"].iter().any(|name| !self.get(name).is_empty())
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty())
}

fn word_of<T: PartialEq>(table: &[(&'static str, T)], value: T) -> &'static str {
    table.iter().find(|(_, known)| *known == value).map_or("", |(word, _)| word)
}

fn value_of<T: Copy>(table: &[(&'static str, T)], word: &str) -> Option<T> {
    table.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

/// The subjects that activity numbers designate.
fn usual_topics(catalog: &Catalog) -> Vec<&Topic> {
    let mut topics: Vec<&Topic> = Vec::new();
    for topic in catalog.designated_topics.iter().flat_map(|designated| &designated.topics) {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics
}

/// The name of a subject's box in the form.
fn box_of(topic: &Topic) -> String {
    format!("topic-{topic}")
}

/// What a field is called.
pub fn label(words: &Words, name: &str) -> String {
    match name {
        "uan" => say!(words, "education-field-uan"),
        "title" => say!(words, "education-field-title"),
        "provider" => say!(words, "education-field-provider"),
        "completed" => say!(words, "education-field-completed"),
        "hours" => say!(words, "education-field-hours"),
        "format" => say!(words, "education-field-format"),
        "audience" => say!(words, "education-field-audience"),
        "topics" => say!(words, "education-field-topics"),
        "law_of" => say!(words, "education-field-law-of"),
        "kind" => say!(words, "education-field-kind"),
        "accreditation" => say!(words, "education-field-accreditation"),
        "academic_credits" => say!(words, "education-field-academic-credits"),
        _ => say!(words, "education-field-grade"),
    }
}

/// What kind of activity it was, in words.
pub fn kind_name(words: &Words, kind: CreditKind) -> String {
    match kind {
        CreditKind::Ce => say!(words, "education-kind-ce"),
        CreditKind::CollegeCourse => say!(words, "education-kind-college-course"),
        CreditKind::InService => say!(words, "education-kind-in-service"),
        CreditKind::Presentation => say!(words, "education-kind-presentation"),
        CreditKind::Volunteer => say!(words, "education-kind-volunteer"),
        CreditKind::BoardMeeting => say!(words, "education-kind-board-meeting"),
        CreditKind::Exam => say!(words, "education-kind-exam"),
        CreditKind::LifeSupport => say!(words, "education-kind-life-support"),
        CreditKind::Course => say!(words, "education-kind-course"),
    }
}

/// For whom it was made, in words.
pub fn audience_name(words: &Words, audience: Audience) -> String {
    match audience {
        Audience::Technician => say!(words, "education-audience-technician"),
        Audience::Pharmacist => say!(words, "education-audience-pharmacist"),
        Audience::Both => say!(words, "education-audience-both"),
    }
}

/// What the form's fields are made from.
struct Form<'f> {
    typed: &'f Typed,
    frame: &'f Frame,
    catalog: &'f Catalog,
    faults: &'f Faults,
    asked: &'f Faults,
}

/// A choice: the word in the form, and its name.
type Options = Vec<(String, String)>;

impl Form<'_> {
    fn field(&self, name: &'static str, input: impl FnOnce(&str) -> Markup) -> Markup {
        let hint = match (self.asked.get(name), name) {
            (Some(question), _) => question.clone(),
            (None, "uan") => say!(self.frame.words, "education-hint-uan"),
            (None, "hours") => say!(self.frame.words, "education-hint-hours"),
            (None, "accreditation") => say!(self.frame.words, "education-hint-accreditation"),
            _ => String::new(),
        };
        let fault = self.faults.get(name).map(String::as_str);
        let field = field(name, &label(self.frame.words, name), &hint, fault, input);
        if self.asked.contains_key(name) {
            html! { div.to-tell { (field) } }
        } else {
            field
        }
    }

    fn invalid(&self, name: &str) -> Option<&'static str> {
        self.faults.contains_key(name).then_some("true")
    }

    fn most(name: &str) -> usize {
        FIELDS.iter().find(|(known, _)| *known == name).map_or(100, |(_, most)| *most)
    }

    fn text(&self, name: &'static str) -> Markup {
        self.field(name, |described| html! {
            input id=(name) name=(name) value=(self.typed.get(name)) maxlength=(Self::most(name)) autocomplete="off"
                aria-invalid=[self.invalid(name)] aria-describedby=[(!described.is_empty()).then_some(described)];
        })
    }

    fn decimal(&self, name: &'static str) -> Markup {
        self.field(name, |described| html! {
            input id=(name) name=(name) value=(self.typed.get(name)) maxlength=(Self::most(name)) inputmode="decimal" autocomplete="off"
                aria-invalid=[self.invalid(name)] aria-describedby=[(!described.is_empty()).then_some(described)];
        })
    }

    fn day(&self) -> Markup {
        self.field("completed", |described| html! {
            input #completed type="date" name="completed" value=(self.typed.get("completed")) min="1950-01-01" required
                aria-invalid=[self.invalid("completed")] aria-describedby=[(!described.is_empty()).then_some(described)];
        })
    }

    fn choice(&self, name: &'static str, options: &Options) -> Markup {
        self.field(name, |described| html! {
            select id=(name) name=(name) aria-invalid=[self.invalid(name)] aria-describedby=[(!described.is_empty()).then_some(described)] {
                @if name != "kind" { option value="" { (say!(self.frame.words, "education-not-known-yet")) } }
                @for (value, label) in options { option value=(value) selected[value == self.typed.get(name)] { (label) } }
            }
        })
    }

    fn formats(&self) -> Options {
        let name = |(word, format): &(&str, rung_record::Format)| {
            ((*word).to_owned(), format_name(self.frame.words, FormatIs::Told(*format)))
        };
        FORMATS.iter().map(name).collect()
    }

    fn audiences(&self) -> Options {
        let name = |(word, audience): &(&str, Audience)| {
            ((*word).to_owned(), audience_name(self.frame.words, *audience))
        };
        AUDIENCES.iter().map(name).collect()
    }

    fn kinds(&self) -> Options {
        KINDS.iter().map(|(word, kind)| ((*word).to_owned(), kind_name(self.frame.words, *kind))).collect()
    }

    fn jurisdictions(&self) -> Options {
        let states = self.catalog.authorities.iter().filter(|authority| authority.is_jurisdiction);
        let mut all: Options =
            states.map(|state| (state.id.to_ascii_uppercase(), state.name.clone())).collect();
        all.sort_by(|(_, one), (_, two)| one.cmp(two));
        all.insert(0, ("US".to_owned(), say!(self.frame.words, "education-federal-law")));
        all
    }

    fn topics(&self) -> Markup {
        let words = self.frame.words;
        let usual = usual_topics(self.catalog);
        let is_chosen = |topic: &Topic| self.typed.topics().any(|typed| typed == topic.as_str());
        let other: Vec<&str> =
            self.typed.topics().filter(|typed| !usual.iter().any(|topic| topic.as_str() == *typed)).collect();
        html! {
            fieldset.topics {
                legend { (label(words, "topics")) }
                div.boxes {
                    @for topic in &usual {
                        label { input type="checkbox" name=(box_of(topic)) value="yes" checked[is_chosen(topic)]; " " (topic_name(self.frame, self.catalog, topic)) }
                    }
                }
                (field("topics", &say!(words, "education-other-topics"), "", self.faults.get("topics").map(String::as_str), |described| html! {
                    input #topics name="topics" value=(other.join(", ")) maxlength=(Self::most("topics")) list="known-topics" autocomplete="off"
                        aria-invalid=[self.invalid("topics")] aria-describedby=[(!described.is_empty()).then_some(described)];
                    datalist #known-topics { @for topic in &self.catalog.known_topics { option value=(topic) {} } }
                }))
            }
        }
    }

    fn accreditation(&self) -> Markup {
        let typed = self.typed.get("accreditation");
        html! {
            div {
                (self.field("accreditation", |described| html! {
                    input #accreditation name="accreditation" value=(if typed == NOBODY { "" } else { typed }) maxlength=(Self::most("accreditation")) autocomplete="off"
                        aria-invalid=[self.invalid("accreditation")] aria-describedby=[(!described.is_empty()).then_some(described)];
                }))
                label.box { input type="checkbox" name="nobody" value="yes" checked[typed == NOBODY]; " " (say!(self.frame.words, "education-accredited-by-nobody")) }
            }
        }
    }

    fn has_faulty_more(&self) -> bool {
        ["kind", "accreditation", "academic_credits", "grade"]
            .iter()
            .any(|name| self.faults.contains_key(name))
    }
}
