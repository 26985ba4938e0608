//! Roles, settings, actions, organizations and feeds as pages: a name and a sentence for each thing that is said.

use crate::{
    Address,
    fact::{sentence, sentences},
};
use rung_catalog::{
    Catalog, Confidence, Source,
    field::{
        Action, Cites, Feed, Field, Organization, PayBasis, Places, Role, RoleExperience, RoleId, RolePay,
        Setting, Sheet, Strength,
    },
};
use rung_record::{Date, Usd};

/// A page of the field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldPage<'a> {
    /// Where it is: `roles/lead-technician`.
    pub address: Address,
    /// What it is called.
    pub title: String,
    /// What is said of it, in the order in which a reader wants it.
    pub lines: Vec<FieldLine<'a>>,
    /// How sure it is.
    pub confidence: Confidence,
    /// The day on which somebody last looked.
    pub checked: Date,
    /// Where it was read, with the place in each source; the best first.
    pub sources: Vec<(&'a Source, &'a str)>,
}

/// One thing that a page of the field says.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldLine<'a> {
    /// What it is about: `Pay`.
    pub name: &'static str,
    /// Sentences.
    pub says: String,
    /// Whether no source tells.
    pub is_unknown: bool,
    /// Where it was read, when not where the page was.
    pub sources: Vec<(&'a Source, &'a str)>,
}

/// The shelves of the field, in the order of their files.
pub const FIELD_SHELVES: [&str; 5] = ["roles", "settings", "actions", "organizations", "feeds"];

/// Every page of a shelf of the field; none for another shelf. Reads the field's files when they were not read before.
pub fn field_pages<'a>(catalog: &'a Catalog, shelf: &str) -> Vec<FieldPage<'a>> {
    let field = catalog.field();
    match shelf {
        "roles" => field.roles.roles.iter().map(|role| of_role(catalog, field, role)).collect(),
        "settings" => field.settings.settings.iter().map(|setting| of_setting(field, setting)).collect(),
        "actions" => field.actions.actions.iter().map(|action| of_action(field, action)).collect(),
        "organizations" => {
            field.organizations.organizations.iter().map(|body| of_organization(field, body)).collect()
        }
        "feeds" => field.feeds.feeds.iter().map(|feed| of_feed(field, feed)).collect(),
        _ => Vec::new(),
    }
}

/// Lines, laid out one by one.
#[derive(Default)]
struct Lines<'a>(Vec<FieldLine<'a>>);

impl<'a> Lines<'a> {
    fn say(&mut self, name: &'static str, says: String) {
        if !says.is_empty() {
            self.0.push(FieldLine { name, says: sentence(&says), is_unknown: false, sources: Vec::new() });
        }
    }

    fn all(&mut self, name: &'static str, all: &[String]) {
        for one in all {
            self.say(name, one.clone());
        }
    }

    /// Things in one sentence.
    fn list(&mut self, name: &'static str, all: &[String]) {
        self.say(name, all.join("; "));
    }

    fn unknown(&mut self, name: &'static str, says: &str) {
        self.0.push(FieldLine { name, says: sentence(says), is_unknown: true, sources: Vec::new() });
    }

    fn questions(&mut self, questions: &[String]) {
        questions.iter().for_each(|question| self.unknown("Not settled yet", question));
    }

    fn cited(&mut self, name: &'static str, says: String, sources: Vec<(&'a Source, &'a str)>) {
        self.0.push(FieldLine { name, says: sentence(&says), is_unknown: false, sources });
    }
}

fn sources<'a>(sheet: &'a dyn Sheet, cites: &'a Cites) -> Vec<(&'a Source, &'a str)> {
    cites.iter().filter_map(|cite| Some((sheet.source(cite)?, cite.place.as_str()))).collect()
}

fn page<'a>(
    address: Address,
    title: &str,
    lines: Lines<'a>,
    confidence: Confidence,
    sheet: &'a dyn Sheet,
    cites: &'a Cites,
) -> FieldPage<'a> {
    FieldPage {
        address,
        title: title.to_owned(),
        lines: lines.0,
        confidence,
        checked: sheet.checked(),
        sources: sources(sheet, cites),
    }
}

/// The word that a file uses for one of a few choices.
fn word(choice: impl serde::Serialize) -> String {
    let json = serde_json::to_value(choice).unwrap_or_default();
    json.as_str().unwrap_or_default().replace('-', " ")
}

fn role_titles(field: &Field, ids: &[RoleId]) -> Vec<String> {
    let title =
        |id: &RoleId| field.role(id.as_str()).map_or_else(|| id.to_string(), |role| role.title.clone());
    ids.iter().map(title).collect()
}

fn of_role<'a>(catalog: &'a Catalog, field: &'a Field, role: &'a Role) -> FieldPage<'a> {
    let mut lines = Lines::default();
    lines.say("Rung", word(role.rung));
    lines.say("Found in", places(field, &role.settings));
    lines.list("What one does", &role.does);
    let asks = role.asks();
    // Work comes last, and its words leave the amounts to be told.
    let before_work = asks.len().saturating_sub(role.experience.len());
    for asked in &asks[..before_work] {
        let when = asked.when.map(|when| format!(" ({when})")).unwrap_or_default();
        lines.say(asked_as(asked.strength), format!("{}{when}", asked.what));
    }
    for work in &role.experience {
        lines.say(asked_as(work.strength), experience_in_words(work));
    }
    lines.list("Competencies", &role.competencies);
    match &role.pay {
        Some(pay) => lines.cited("Pay", pay_in_words(pay), sources(&field.roles, &pay.cite)),
        None => lines.unknown("Pay", "No source tells what it pays."),
    }
    if let Some(nearby) = &role.nearby_pay {
        let note = nearby.note.clone().unwrap_or_default();
        let what =
            format!("wage statistics have a {} occupation, {}", word(nearby.relation), nearby.occupation);
        lines.say("Pay near it", sentences([what, note]));
    }
    if let Some(before) = &role.preceded_by {
        let mut names = role_titles(field, &before.roles);
        names.extend(before.outside.iter().cloned());
        let why = before.why.as_ref().map(|why| format!(", {why}")).unwrap_or_default();
        lines.say("Comes after", format!("{} ({}{why})", names.join("; "), word(before.basis)));
    }
    let mut next: Vec<String> = field.next_roles(&role.id).iter().map(|role| role.title.clone()).collect();
    next.extend(role.leads_to.iter().flat_map(|next| next.titles.iter().cloned()));
    lines.list("Leads to", &next);
    lines.all("What studies measured", &role.results);
    lines.all("Note", &role.notes);
    lines.questions(&role.open_questions);
    let mut page = page(
        Address::on("roles", role.id.as_str()),
        &role.title,
        lines,
        role.confidence,
        &field.roles,
        &role.cite,
    );
    name_credentials(catalog, &mut page);
    page
}

/// Ids of credentials read as their names.
fn name_credentials(catalog: &Catalog, page: &mut FieldPage<'_>) {
    for line in &mut page.lines {
        let word = |word: &str| {
            let id = word.trim_end_matches([',', '.', ';', ')']);
            // The first word of a sentence has a capital.
            let known = catalog.credential(&id.to_lowercase()).filter(|_| id.contains('-'));
            known.map_or(word.to_owned(), |known| word.replace(id, &catalog.short_name(known.id.as_str())))
        };
        line.says = line.says.split(' ').map(word).collect::<Vec<_>>().join(" ");
    }
}

/// `technician work, at least 24 months, by the ASHP sample description`.
fn experience_in_words(work: &RoleExperience) -> String {
    let amounts = [
        work.length_at_least.map(|span| format!("at least {span}")),
        work.length_at_most.map(|span| format!("at most {span}")),
        work.hours_at_least.map(|hours| format!("at least {hours} h")),
        work.hours_at_most.map(|hours| format!("at most {hours} h")),
        work.asked_by.as_ref().map(|who| format!("by {who}")),
    ];
    let parts = std::iter::once(work.what.clone()).chain(amounts.into_iter().flatten());
    parts.collect::<Vec<_>>().join(", ")
}

fn asked_as(strength: Strength) -> &'static str {
    match strength {
        Strength::Required => "Required",
        Strength::Alternative => "Or instead",
        Strength::Preferred => "Preferred",
        Strength::Credential => "For its credential",
        Strength::Described => "Asked",
    }
}

fn places(field: &Field, places: &Places) -> String {
    match places {
        Places::All => "every setting".to_owned(),
        Places::Other => "a place that the catalogue does not describe".to_owned(),
        Places::These(ids) => {
            let title = |id: &rung_catalog::field::SettingId| {
                field.setting(id.as_str()).map_or_else(|| id.to_string(), |setting| setting.title.clone())
            };
            ids.iter().map(title).collect::<Vec<_>>().join("; ")
        }
    }
}

fn pay_in_words(pay: &RolePay) -> String {
    let told = |what: &str, usd: Option<Usd>| usd.map(|usd| format!("{what} ${usd}"));
    let amounts = [
        told("median a year", pay.annual_median),
        told("one in ten earns less than", pay.annual_p10),
        told("one in ten earns more than", pay.annual_p90),
        told("lowest a year", pay.annual_low),
        told("highest a year", pay.annual_high),
        told("median an hour", pay.hourly_median),
    ];
    let basis = match pay.basis {
        PayBasis::Official => "government statistics",
        PayBasis::Survey => "a survey",
        PayBasis::SalarySite => "a site that collects salaries; nobody official confirms it",
        PayBasis::Template => "a template of a job description",
    };
    let period = pay.period.map(|month| format!(", {month}")).unwrap_or_default();
    let amounts: Vec<String> = amounts.into_iter().flatten().collect();
    sentences([pay.what.clone(), amounts.join(", "), format!("by {basis}{period}")])
}

fn of_setting<'a>(field: &'a Field, setting: &'a Setting) -> FieldPage<'a> {
    let mut lines = Lines::default();
    lines.list("What one does", &setting.does);
    lines.all("Required", &setting.requirements);
    lines.all("Preferred", &setting.preferred);
    lines.list("Skills", &setting.skills);
    let chapters: Vec<String> = setting.usp.iter().map(|chapter| format!("USP {chapter}")).collect();
    lines.list("Standards", &chapters);
    lines.say("Standards by", setting.usp_basis.clone().unwrap_or_default());
    lines.say("Hours", setting.schedule.clone().unwrap_or_default());
    for pay in &setting.pay {
        let note = pay.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
        lines.say("Pay", format!("as in the industry {}{note}", pay.industry.as_str().replace('-', " ")));
    }
    match &setting.pay_note {
        Some(note) => lines.say("Pay", note.clone()),
        None if setting.pay.is_empty() => lines.unknown("Pay", "No source tells what it pays."),
        None => {}
    }
    lines.list("Prepares for", &role_titles(field, &setting.prepares_for));
    lines.all("Note", &setting.notes);
    lines.questions(&setting.open_questions);
    let address = Address::on("settings", setting.id.as_str());
    page(address, &setting.title, lines, setting.confidence, &field.settings, &setting.cite)
}

fn of_action<'a>(field: &'a Field, action: &'a Action) -> FieldPage<'a> {
    let mut lines = Lines::default();
    lines.all("How", &action.how);
    lines.list("Helps toward", &role_titles(field, &action.helps));
    lines.list("Recommended by", &action.recommended_by);
    lines.all("What came of it", &action.outcomes);
    for metric in &action.metrics {
        let of = metric.denominator.as_ref().map(|of| format!(" of {of}")).unwrap_or_default();
        let goal = word(metric.goal);
        lines.say(
            "Measured by",
            format!(
                "{}: {}{of}; goal: {goal}; chart: {}",
                metric.name,
                metric.numerator,
                metric.chart.as_str()
            ),
        );
    }
    let address = Address::on("actions", action.id.as_str());
    let confidence = action.confidence.unwrap_or(field.actions.confidence);
    page(address, &action.title, lines, confidence, &field.actions, &action.cite)
}

fn of_organization<'a>(field: &'a Field, body: &'a Organization) -> FieldPage<'a> {
    let mut lines = Lines::default();
    lines.say("Kind", word(body.kind));
    lines.say("For", body.for_whom.clone());
    lines.say("Made by", body.made_by.clone().unwrap_or_default());
    lines.say("Since", body.launched.map(|when| when.to_string()).unwrap_or_default());
    lines.all("Membership", &body.membership);
    lines.all("Benefit", &body.benefits);
    for price in &body.prices {
        lines.say(
            "Price",
            format!(
                "{}: ${} for members, ${} for others, {}",
                price.what, price.member, price.other, price.when
            ),
        );
    }
    lines.say("Governance", body.governance.clone().unwrap_or_default());
    lines.list("Publications", &body.publications);
    lines.list("Forums", &body.forums);
    let share = body.panel_share.map(|share| format!(" ({share} %)")).unwrap_or_default();
    lines.say("Panel", body.panel.as_ref().map(|panel| format!("{panel}{share}")).unwrap_or_default());
    lines.all("History", &body.history);
    lines.questions(&body.open_questions);
    let address = Address::on("organizations", body.id.as_str());
    let confidence = body.confidence.unwrap_or(field.organizations.confidence);
    page(address, &body.name, lines, confidence, &field.organizations, &body.cite)
}

fn of_feed<'a>(field: &'a Field, feed: &'a Feed) -> FieldPage<'a> {
    let mut lines = Lines::default();
    lines.say("By", feed.publisher.clone());
    lines.say("About", feed.topic.clone());
    match &feed.url {
        Some(url) => lines.0.push(FieldLine {
            name: "Address",
            says: url.clone(),
            is_unknown: false,
            sources: Vec::new(),
        }),
        None => lines.unknown("Address", "No source tells its address."),
    }
    lines.say("Form", word(feed.kind));
    lines.say("Known to work", feed.seen.clone());
    lines.say("Terms", feed.terms.clone().unwrap_or_default());
    if feed.built_from_pattern {
        lines.say("Mind", "no source names this very address; it is built from a pattern".to_owned());
    }
    if feed.stale {
        lines.say("Mind", "a source shows it dead".to_owned());
    }
    let address = Address::on("feeds", feed.id.as_str());
    let confidence = feed.confidence.unwrap_or(field.feeds.confidence);
    let title = format!("{}: {}", feed.publisher, feed.topic);
    page(address, &title, lines, confidence, &field.feeds, &feed.cite)
}
