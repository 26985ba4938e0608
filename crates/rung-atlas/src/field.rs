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
use rung_rules::words::{capital, span};
use rung_words::{Decimal, Words, say};

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
    pub name: String,
    /// Sentences in a language, with what stays English marked ([`Words::english`]).
    pub says: String,
    /// Whether no source tells.
    pub is_unknown: bool,
    /// Where it was read, when not where the page was.
    pub sources: Vec<(&'a Source, &'a str)>,
}

/// The shelves of the field, in the order of their files.
pub const FIELD_SHELVES: [&str; 5] = ["roles", "settings", "actions", "organizations", "feeds"];

/// Every page of a shelf of the field; none for another shelf. Reads the field's files when they were not read before.
pub fn field_pages<'a>(words: &Words, catalog: &'a Catalog, shelf: &str) -> Vec<FieldPage<'a>> {
    let field = catalog.field();
    match shelf {
        "roles" => field.roles.roles.iter().map(|role| of_role(words, catalog, field, role)).collect(),
        "settings" => {
            field.settings.settings.iter().map(|setting| of_setting(words, field, setting)).collect()
        }
        "actions" => field.actions.actions.iter().map(|action| of_action(words, field, action)).collect(),
        "organizations" => {
            field.organizations.organizations.iter().map(|body| of_organization(words, field, body)).collect()
        }
        "feeds" => field.feeds.feeds.iter().map(|feed| of_feed(words, field, feed)).collect(),
        _ => Vec::new(),
    }
}

/// Lines, laid out one by one.
struct Lines<'a, 'w> {
    words: &'w Words,
    all: Vec<FieldLine<'a>>,
}

impl<'a, 'w> Lines<'a, 'w> {
    fn new(words: &'w Words) -> Self {
        Self { words, all: Vec::new() }
    }

    /// A text of the catalogue.
    fn own(&self, text: &str) -> String {
        self.words.english(text).into_owned()
    }

    fn say(&mut self, name: String, says: String) {
        if !says.is_empty() {
            self.cited(name, says, Vec::new());
        }
    }

    /// What the catalogue says in its own words, where it does.
    fn quote(&mut self, name: String, text: Option<&String>) {
        if let Some(text) = text {
            let says = self.own(&sentence(text));
            self.say(name, says);
        }
    }

    fn all(&mut self, name: &str, all: &[String]) {
        all.iter().for_each(|one| self.quote(name.to_owned(), Some(one)));
    }

    /// Things in one sentence.
    fn list(&mut self, name: String, all: &[String]) {
        self.quote(name, Some(&all.join("; ")));
    }

    fn unknown(&mut self, name: String, says: &str) {
        self.all.push(FieldLine { name, says: sentence(says), is_unknown: true, sources: Vec::new() });
    }

    fn questions(&mut self, questions: &[String]) {
        for question in questions {
            let question = self.own(&sentence(question));
            self.unknown(say!(self.words, "facts-name-open-question"), &question);
        }
    }

    fn cited(&mut self, name: String, says: String, sources: Vec<(&'a Source, &'a str)>) {
        self.all.push(FieldLine { name, says: sentence(&says), is_unknown: false, sources });
    }
}

fn sources<'a>(sheet: &'a dyn Sheet, cites: &'a Cites) -> Vec<(&'a Source, &'a str)> {
    cites.iter().filter_map(|cite| Some((sheet.source(cite)?, cite.place.as_str()))).collect()
}

fn page<'a>(
    address: Address,
    title: &str,
    lines: Lines<'a, '_>,
    confidence: Confidence,
    sheet: &'a dyn Sheet,
    cites: &'a Cites,
) -> FieldPage<'a> {
    FieldPage {
        address,
        title: title.to_owned(),
        lines: lines.all,
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

fn of_role<'a>(words: &Words, catalog: &'a Catalog, field: &'a Field, role: &'a Role) -> FieldPage<'a> {
    let mut lines = Lines::new(words);
    lines.say(say!(words, "field-line-rung"), sentence(&words.english(word(role.rung))));
    lines.say(say!(words, "field-line-found-in"), places(words, field, &role.settings));
    lines.list(say!(words, "field-line-does"), &role.does);
    let asks = role.asks();
    // Work comes last, and its words leave the amounts to be told.
    let before_work = asks.len().saturating_sub(role.experience.len());
    for asked in &asks[..before_work] {
        let when = asked.when.map(|when| format!(" ({when})")).unwrap_or_default();
        let what = format!("{}{when}", asked.what);
        lines.quote(asked_as(words, asked.strength), Some(&what));
    }
    for work in &role.experience {
        lines.say(asked_as(words, work.strength), experience_in_words(words, work));
    }
    lines.list(say!(words, "field-line-competencies"), &role.competencies);
    pay_of(&mut lines, field, role);
    order_of(&mut lines, field, role);
    lines.all(&say!(words, "field-line-results"), &role.results);
    lines.all(&say!(words, "facts-name-note"), &role.notes);
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

fn pay_of<'a>(lines: &mut Lines<'a, '_>, field: &'a Field, role: &'a Role) {
    let words = lines.words;
    let name = say!(words, "field-line-pay");
    match &role.pay {
        Some(pay) => lines.cited(name, pay_in_words(words, pay), sources(&field.roles, &pay.cite)),
        None => lines.unknown(name, &say!(words, "field-pay-unknown")),
    }
    if let Some(nearby) = &role.nearby_pay {
        let note = nearby.note.as_ref().map(|note| lines.own(&sentence(note))).unwrap_or_default();
        let relation = words.english(word(nearby.relation));
        let occupation = words.english(nearby.occupation.to_string());
        let what = say!(words, "field-pay-nearby", relation = relation, occupation = occupation);
        lines.say(say!(words, "field-line-pay-nearby"), sentences([what, note]));
    }
}

fn order_of(lines: &mut Lines<'_, '_>, field: &Field, role: &Role) {
    let words = lines.words;
    if let Some(before) = &role.preceded_by {
        let mut names = role_titles(field, &before.roles);
        names.extend(before.outside.iter().cloned());
        let why = before.why.as_ref().map(|why| format!(", {why}")).unwrap_or_default();
        let text = format!("{} ({}{why})", names.join("; "), word(before.basis));
        lines.quote(say!(words, "field-line-comes-after"), Some(&text));
    }
    let mut next: Vec<String> = field.next_roles(&role.id).iter().map(|role| role.title.clone()).collect();
    next.extend(role.leads_to.iter().flat_map(|next| next.titles.iter().cloned()));
    lines.list(say!(words, "field-line-leads-to"), &next);
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
fn experience_in_words(words: &Words, work: &RoleExperience) -> String {
    let amounts = [
        work.length_at_least.map(|least| say!(words, "field-work-at-least", amount = span(words, least))),
        work.length_at_most.map(|most| say!(words, "field-work-at-most", amount = span(words, most))),
        work.hours_at_least.map(|least| say!(words, "field-work-hours-at-least", hours = Decimal(least))),
        work.hours_at_most.map(|most| say!(words, "field-work-hours-at-most", hours = Decimal(most))),
        work.asked_by.as_ref().map(|who| say!(words, "field-work-by", who = words.english(who))),
    ];
    let what = sentence(&work.what);
    let what = words.english(what.trim_end_matches('.')).into_owned();
    let parts = std::iter::once(what).chain(amounts.into_iter().flatten());
    parts.collect::<Vec<_>>().join(", ")
}

fn asked_as(words: &Words, strength: Strength) -> String {
    match strength {
        Strength::Required => say!(words, "field-line-required"),
        Strength::Alternative => say!(words, "field-line-alternative"),
        Strength::Preferred => say!(words, "field-line-preferred"),
        Strength::Credential => say!(words, "field-line-credential"),
        Strength::Described => say!(words, "field-line-described"),
    }
}

fn places(words: &Words, field: &Field, places: &Places) -> String {
    match places {
        Places::All => say!(words, "field-places-all"),
        Places::Other => say!(words, "field-places-other"),
        Places::These(ids) => {
            let title = |id: &rung_catalog::field::SettingId| {
                field.setting(id.as_str()).map_or_else(|| id.to_string(), |setting| setting.title.clone())
            };
            words.english(ids.iter().map(title).collect::<Vec<_>>().join("; ")).into_owned()
        }
    }
}

fn pay_in_words(words: &Words, pay: &RolePay) -> String {
    let usd = |amount: Usd| format!("${amount}");
    let amounts = [
        pay.annual_median.map(|own| say!(words, "field-pay-annual-median", usd = usd(own))),
        pay.annual_p10.map(|own| say!(words, "field-pay-annual-p10", usd = usd(own))),
        pay.annual_p90.map(|own| say!(words, "field-pay-annual-p90", usd = usd(own))),
        pay.annual_low.map(|own| say!(words, "field-pay-annual-low", usd = usd(own))),
        pay.annual_high.map(|own| say!(words, "field-pay-annual-high", usd = usd(own))),
        pay.hourly_median.map(|own| say!(words, "field-pay-hourly-median", usd = usd(own))),
    ];
    let basis = match pay.basis {
        PayBasis::Official => say!(words, "field-basis-official"),
        PayBasis::Survey => say!(words, "field-basis-survey"),
        PayBasis::SalarySite => say!(words, "field-basis-salary-site"),
        PayBasis::Template => say!(words, "field-basis-template"),
    };
    let basis = match pay.period {
        Some(month) => say!(words, "field-pay-by-in", basis = basis, month = month.to_string()),
        None => say!(words, "field-pay-by", basis = basis),
    };
    let amounts: Vec<String> = amounts.into_iter().flatten().collect();
    let what = words.english(sentence(&pay.what)).into_owned();
    sentences([what, amounts.join(", "), basis])
}

fn of_setting<'a>(words: &Words, field: &'a Field, setting: &'a Setting) -> FieldPage<'a> {
    let mut lines = Lines::new(words);
    lines.list(say!(words, "field-line-does"), &setting.does);
    lines.all(&say!(words, "field-line-required"), &setting.requirements);
    lines.all(&say!(words, "field-line-preferred"), &setting.preferred);
    lines.list(say!(words, "field-line-skills"), &setting.skills);
    let chapters: Vec<String> = setting.usp.iter().map(|chapter| format!("USP {chapter}")).collect();
    lines.list(say!(words, "field-line-standards"), &chapters);
    lines.quote(say!(words, "field-line-standards-by"), setting.usp_basis.as_ref());
    lines.quote(say!(words, "field-line-hours"), setting.schedule.as_ref());
    for pay in &setting.pay {
        let note = pay.note.as_ref().map(|note| format!(": {}", lines.own(note))).unwrap_or_default();
        let industry = words.english(pay.industry.as_str().replace('-', " "));
        let says = say!(words, "field-pay-as-industry", industry = industry);
        lines.say(say!(words, "field-line-pay"), format!("{says}{note}"));
    }
    match &setting.pay_note {
        Some(note) => lines.quote(say!(words, "field-line-pay"), Some(note)),
        None if setting.pay.is_empty() => {
            lines.unknown(say!(words, "field-line-pay"), &say!(words, "field-pay-unknown"));
        }
        None => {}
    }
    lines.list(say!(words, "field-line-prepares-for"), &role_titles(field, &setting.prepares_for));
    lines.all(&say!(words, "facts-name-note"), &setting.notes);
    lines.questions(&setting.open_questions);
    let address = Address::on("settings", setting.id.as_str());
    page(address, &setting.title, lines, setting.confidence, &field.settings, &setting.cite)
}

fn of_action<'a>(words: &Words, field: &'a Field, action: &'a Action) -> FieldPage<'a> {
    let mut lines = Lines::new(words);
    lines.all(&say!(words, "field-line-how"), &action.how);
    lines.list(say!(words, "field-line-helps"), &role_titles(field, &action.helps));
    lines.list(say!(words, "field-line-recommended-by"), &action.recommended_by);
    lines.all(&say!(words, "field-line-outcomes"), &action.outcomes);
    for metric in &action.metrics {
        let of = metric.denominator.as_ref().map(|of| format!(" of {of}")).unwrap_or_default();
        let what = format!("{}: {}{of}", capital(&metric.name), metric.numerator);
        let says = say!(
            words,
            "field-measured",
            what = words.english(what),
            goal = words.english(word(metric.goal)),
            chart = words.english(metric.chart.as_str())
        );
        lines.say(say!(words, "field-line-measured-by"), says);
    }
    let address = Address::on("actions", action.id.as_str());
    let confidence = action.confidence.unwrap_or(field.actions.confidence);
    page(address, &action.title, lines, confidence, &field.actions, &action.cite)
}

fn of_organization<'a>(words: &Words, field: &'a Field, body: &'a Organization) -> FieldPage<'a> {
    let mut lines = Lines::new(words);
    lines.quote(say!(words, "facts-name-kind"), Some(&word(body.kind)));
    lines.quote(say!(words, "field-line-for"), Some(&body.for_whom));
    lines.quote(say!(words, "field-line-made-by"), body.made_by.as_ref());
    let since = body.launched.map(|when| when.to_string()).unwrap_or_default();
    lines.say(say!(words, "facts-name-since"), since);
    lines.all(&say!(words, "field-line-membership"), &body.membership);
    lines.all(&say!(words, "field-line-benefit"), &body.benefits);
    for price in &body.prices {
        let says = say!(
            words,
            "field-price",
            what = words.english(capital(&price.what)),
            member = format!("${}", price.member),
            other = format!("${}", price.other),
            when = words.english(price.when.to_string())
        );
        lines.say(say!(words, "field-line-price"), says);
    }
    lines.quote(say!(words, "field-line-governance"), body.governance.as_ref());
    lines.list(say!(words, "field-line-publications"), &body.publications);
    lines.list(say!(words, "field-line-forums"), &body.forums);
    let share = body.panel_share.map(|share| format!(" ({share} %)")).unwrap_or_default();
    let panel = body.panel.as_ref().map(|panel| format!("{panel}{share}"));
    lines.quote(say!(words, "field-line-panel"), panel.as_ref());
    lines.all(&say!(words, "field-line-history"), &body.history);
    lines.questions(&body.open_questions);
    let address = Address::on("organizations", body.id.as_str());
    let confidence = body.confidence.unwrap_or(field.organizations.confidence);
    page(address, &body.name, lines, confidence, &field.organizations, &body.cite)
}

fn of_feed<'a>(words: &Words, field: &'a Field, feed: &'a Feed) -> FieldPage<'a> {
    let mut lines = Lines::new(words);
    lines.quote(say!(words, "field-line-by"), Some(&feed.publisher));
    lines.quote(say!(words, "field-line-about"), Some(&feed.topic));
    let name = say!(words, "field-line-address");
    match &feed.url {
        Some(url) => {
            lines.all.push(FieldLine { name, says: url.clone(), is_unknown: false, sources: Vec::new() });
        }
        None => lines.unknown(name, &say!(words, "field-feed-address-unknown")),
    }
    lines.quote(say!(words, "field-line-form"), Some(&word(feed.kind)));
    lines.quote(say!(words, "field-line-works"), Some(&feed.seen));
    lines.quote(say!(words, "field-line-terms"), feed.terms.as_ref());
    if feed.built_from_pattern {
        lines.say(say!(words, "field-line-mind"), say!(words, "field-feed-pattern"));
    }
    if feed.stale {
        lines.say(say!(words, "field-line-mind"), say!(words, "field-feed-dead"));
    }
    let address = Address::on("feeds", feed.id.as_str());
    let confidence = feed.confidence.unwrap_or(field.feeds.confidence);
    let title = format!("{}: {}", feed.publisher, feed.topic);
    page(address, &title, lines, confidence, &field.feeds, &feed.cite)
}
