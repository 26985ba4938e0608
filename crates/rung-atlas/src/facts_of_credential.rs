//! A credential taken apart into facts.

use crate::{
    Address, Fact, Section,
    fact::{sentence, sentences},
};
use rung_catalog::{
    Ask, Catalog, Cite, Credential, Exam, Fee, Path, Requirement, Retake, RuleSet, SelectedBy, Span,
};
use rung_record::Date;
use rung_rules::rule_words;

/// Everything that the catalogue says of `credential`, in the order in which a reader wants it.
pub fn facts_of_credential<'a>(catalog: &'a Catalog, credential: &'a Credential) -> Vec<Fact<'a>> {
    let mut shelf = Shelf { catalog, page: Address::credential(credential.id.as_str()), facts: Vec::new() };
    shelf.about(credential);
    credential.paths.iter().for_each(|path| shelf.path(path));
    credential.exams.iter().for_each(|exam| shelf.exam(exam));
    credential.retake.iter().for_each(|retake| shelf.retake(retake));
    shelf.fees(Section::Fees, "", &["fee".into()], &credential.fees, Days::default());
    for rules in &credential.renewals {
        let name = rule_words::version_name(rules, credential);
        shelf.rules(Section::Keeping, std::slice::from_ref(&rules.id), rules, &name);
    }
    shelf.after_expiry(credential);
    shelf.facts
}

/// The days in which something is in force.
#[derive(Clone, Copy, Default)]
struct Days {
    from: Option<Date>,
    until: Option<Date>,
}

/// Facts, as they are laid out one by one.
struct Shelf<'a> {
    catalog: &'a Catalog,
    page: Address,
    facts: Vec<Fact<'a>>,
}

impl<'a> Shelf<'a> {
    #[allow(clippy::too_many_arguments, reason = "a fact has these parts, and each caller gives them all")]
    fn add(
        &mut self,
        section: Section,
        group: &str,
        place: &[String],
        name: &str,
        says: String,
        days: Days,
        cite: Option<&'a Cite>,
    ) -> &mut Fact<'a> {
        let address = self.page.at(place.iter().cloned());
        let taken = self.facts.iter().filter(|fact| fact.address == address).count();
        let address = match taken {
            0 => address,
            n => self.page.at(place.iter().cloned().chain([(n + 1).to_string()])),
        };
        self.facts.push(Fact {
            address,
            section,
            group: group.to_owned(),
            name: name.to_owned(),
            says,
            from: days.from,
            until: days.until,
            superseded: false,
            is_unknown: false,
            cite,
        });
        let last = self.facts.len() - 1;
        &mut self.facts[last]
    }

    fn about(&mut self, credential: &'a Credential) {
        let mut about = |id: &str, name: &str, says: String| {
            self.add(Section::About, "", &[id.to_owned()], name, says, Days::default(), None);
        };
        let kind = if credential.trainee { "for people in training" } else { "" };
        about("kind", "Kind", sentences([format!("{} {kind}", credential.kind.as_str()).trim().to_owned()]));
        if let Some(initials) = &credential.initials {
            about("initials", "Initials", sentence(initials));
        }
        if let Some(launched) = credential.launched {
            about("launched", "Since", sentence(&launched.to_string()));
        }
        let term = match &credential.term {
            Some(term) => sentence(&rule_words::term(term)),
            None => "No end of it is known.".to_owned(),
        };
        let place = ["term".to_owned()];
        let cite = credential.term_cite.as_ref();
        self.add(Section::About, "", &place, "Term", term, Days::default(), cite);
        let mut about = |id: &str, name: &str, says: String| {
            self.add(Section::About, "", &[id.to_owned()], name, says, Days::default(), None);
        };
        if !credential.renewable {
            about("renewable", "Renewal", "It cannot be renewed.".to_owned());
        }
        if !credential.implies.is_empty() {
            let names = credential.implies.iter().map(|id| self.catalog.short_name(id.as_str()));
            let names = names.collect::<Vec<_>>().join(", ");
            self.add(
                Section::About,
                "",
                &["implies".into()],
                "Counts as",
                format!("Holding it counts as holding {names} too."),
                Days::default(),
                None,
            );
        }
        for note in &credential.notes {
            let says = sentence(note);
            self.add(Section::About, "", &["note".into()], "Note", says, Days::default(), None);
        }
    }

    fn path(&mut self, path: &'a Path) {
        let first = self.facts.len();
        self.path_facts(path);
        self.facts[first..].iter_mut().for_each(|fact| fact.superseded = path.superseded);
    }

    fn path_facts(&mut self, path: &'a Path) {
        let days = Days { from: path.from, until: path.until };
        let place = |part: &str| vec!["path".to_owned(), path.id.clone(), part.to_owned()];
        for condition in &path.conditions {
            let test = rule_words::condition(self.catalog, &condition.condition);
            let unknown = condition.condition.walk().iter().any(|inner| inner.unknown.is_some());
            let test = if tells_itself(&condition.condition) { String::new() } else { test };
            let meets = format!("what meets it: {}", condition.would_meet);
            let says = sentences([test, meets]);
            self.add(
                Section::Getting,
                &path.title,
                &place("condition"),
                &condition.what,
                says,
                days,
                Some(&condition.cite),
            )
            .is_unknown = unknown;
        }
        for step in &path.steps {
            let usd = step.usd.map(|usd| format!("It costs ${usd}.")).unwrap_or_default();
            let says = sentences(["part of the application".to_owned(), usd]);
            self.add(Section::Getting, &path.title, &place("step"), &step.what, says, days, Some(&step.cite));
        }
        for note in &path.notes {
            let says = sentence(note);
            self.add(Section::Getting, &path.title, &place("note"), "Note", says, days, Some(&path.cite));
        }
        if path.conditions.is_empty() && path.steps.is_empty() {
            let says = "Nothing more is known of it.".to_owned();
            self.add(
                Section::Getting,
                &path.title,
                &["path".into(), path.id.clone()],
                &path.title,
                says,
                days,
                Some(&path.cite),
            );
        }
    }

    fn exam(&mut self, exam: &'a Exam) {
        let days = Days { from: exam.from, until: exam.until };
        let place = |part: &str| vec!["exam".to_owned(), exam.id.clone(), part.to_owned()];
        let form = sentences([exam_form(exam), exam_score(exam)].into_iter().chain(exam.notes.clone()));
        self.add(Section::Exam, &exam.title, &place("form"), &exam.title, form, days, Some(&exam.cite));
        if !exam.domains.is_empty() {
            let share = |domain: &rung_catalog::Domain| match domain.percent {
                Some(percent) => format!("{} {percent} %", domain.name),
                None => domain.name.clone(),
            };
            let domains = exam.domains.iter().map(share).collect::<Vec<_>>().join(", ");
            self.add(
                Section::Exam,
                &exam.title,
                &place("outline"),
                &format!("Outline of the {}", exam.title),
                sentence(&domains),
                days,
                Some(&exam.cite),
            );
        }
    }

    fn retake(&mut self, retake: &'a Retake) {
        let mut parts = Vec::new();
        for (n, wait) in retake.waits.iter().enumerate() {
            parts.push(format!("attempt {} at least {wait} after the one before", n + 2));
        }
        parts.extend(retake.then.map(|wait| format!("every later attempt {wait} after the one before")));
        let within = retake.within.map(|span| format!(" in {span}")).unwrap_or_default();
        parts.extend(retake.most_attempts.map(|most| format!("at most {most} attempts{within}")));
        let says = sentences([parts.join("; ")].into_iter().chain(retake.notes.clone()));
        let place = ["retake".to_owned()];
        self.add(Section::Exam, "", &place, "Trying again", says, Days::default(), Some(&retake.cite));
    }

    fn fees(&mut self, section: Section, group: &str, place: &[String], fees: &'a [Fee], within: Days) {
        for fee in fees {
            let when = fee.when.as_ref().map(|when| format!(", {when}")).unwrap_or_default();
            let says = sentences([format!("${}{when}", fee.usd)].into_iter().chain(fee.note.clone()));
            let days = Days { from: fee.from.or(within.from), until: fee.until.or(within.until) };
            let place: Vec<String> = place.iter().cloned().chain([slug(&fee.what)]).collect();
            let name = format!("Fee: {}", fee.what);
            self.add(section, group, &place, &name, says, days, Some(&fee.cite)).superseded = fee.superseded;
        }
    }

    fn rules(&mut self, section: Section, place: &[String], rules: &'a RuleSet, name: &str) {
        let days = Days { from: rules.from, until: rules.until };
        let group = version_title(name, rules);
        let at = |part: &str| place.iter().cloned().chain([part.to_owned()]).collect::<Vec<_>>();
        let frame = frame(self.catalog, rules);
        if rules.requirements.is_empty() {
            let says = sentences(["nothing is asked".to_owned()].into_iter().chain(frame));
            self.add(section, &group, &at("asked"), "Nothing asked", says, days, Some(&rules.cite));
        } else if !frame.is_empty() {
            self.add(section, &group, &at("frame"), "Applying", sentences(frame), days, Some(&rules.cite));
        }
        for line in &rules.requirements {
            self.line(section, &group, &at(&line.id), line, days);
        }
        self.fees(section, &group, &at("fee"), &rules.fees, days);
        for note in &rules.notes {
            self.add(section, &group, &at("note"), "Note", sentence(note), days, Some(&rules.cite));
        }
    }

    fn line(&mut self, section: Section, group: &str, place: &[String], line: &'a Requirement, days: Days) {
        let says = line_in_words(self.catalog, line);
        self.add(section, group, place, &line.what, says, days, Some(&line.cite)).is_unknown =
            is_unknown(&line.ask);
        let inner: &[Requirement] = if let Ask::AllOf(lines) = &line.ask { lines } else { &[] };
        for inner in inner.iter().chain(&line.or) {
            let place: Vec<String> = place.iter().cloned().chain([inner.id.clone()]).collect();
            self.line(section, group, &place, inner, days);
        }
    }

    fn after_expiry(&mut self, credential: &'a Credential) {
        let Some(open) = &credential.reinstatement else { return };
        for stage in &open.stages {
            let place = vec!["after-expiry".to_owned(), slug(&stage.title)];
            let open_for = match stage.within {
                Some(span) => format!("open for {span} after expiry"),
                None => "open after expiry, for how long no source tells".to_owned(),
            };
            let asks = if stage.rules.is_empty() { "it asks what a renewal asks" } else { "" };
            let by = if stage.hours_by_expiry { "hours earned after expiry do not count" } else { "" };
            let parts = [open_for, asks.to_owned(), by.to_owned()];
            let says = sentences(parts.into_iter().chain(stage.notes.clone()));
            let days = Days::default();
            self.add(Section::AfterExpiry, &stage.title, &place, &stage.title, says, days, Some(&stage.cite));
            let fee: Vec<String> = place.iter().cloned().chain(["fee".to_owned()]).collect();
            self.fees(Section::AfterExpiry, &stage.title, &fee, &stage.fees, days);
            for rules in &stage.rules {
                let place: Vec<String> = place.iter().cloned().chain([rules.id.clone()]).collect();
                self.rules(Section::AfterExpiry, &place, rules, &stage.title);
            }
        }
        if let Some(afterwards) = &open.afterwards {
            let place = ["after-expiry".to_owned(), "afterwards".to_owned()];
            let says = sentence(afterwards);
            self.add(
                Section::AfterExpiry,
                "",
                &place,
                "When that is over",
                says,
                Days::default(),
                Some(&open.cite),
            );
        }
    }
}

/// `Renewal (version 2020-09)`, or the name alone where it is the only one.
fn version_title(name: &str, rules: &RuleSet) -> String {
    let which = match rules.selected_by {
        SelectedBy::PeriodEnd => "periods that end",
        SelectedBy::Filed => "applications filed",
    };
    match (rules.from, rules.until) {
        (None, None) => name.to_owned(),
        (Some(from), None) => format!("{name}: {which} from {from}"),
        (None, Some(until)) => format!("{name}: {which} until {until}"),
        (Some(from), Some(until)) => format!("{name}: {which} from {from} until {until}"),
    }
}

/// When one applies, what counts at all, and what carries over.
fn frame(catalog: &Catalog, rules: &RuleSet) -> Vec<String> {
    let mut parts = Vec::new();
    parts.extend(rules.clock.as_ref().map(|clock| format!("its own clock: {}", rule_words::term(clock))));
    parts.extend(
        rules.opens.as_ref().map(|opens| format!("applications open {}", rule_words::deadline(opens))),
    );
    parts.extend(
        rules.file_by.as_ref().map(|by| format!("last day to apply on time: {}", rule_words::deadline(by))),
    );
    if !rules.accepts.is_everything() {
        parts.push(format!("counts at all: {}", rule_words::filter(catalog, &rules.accepts)));
    }
    match rules.carry_over_periods {
        0 => {}
        1 => parts.push("surplus hours carry over into the next period".to_owned()),
        more => parts.push(format!("surplus hours carry over into the next {more} periods")),
    }
    parts
}

/// What a line asks, for whom, with its exceptions and its trap.
fn line_in_words(catalog: &Catalog, line: &Requirement) -> String {
    let mut parts = vec![rule_words::requirement(catalog, line)];
    parts.extend(rule_words::applies(catalog, line));
    parts.extend(line.except.iter().map(|case| rule_words::exception(catalog, case)));
    if !line.or.is_empty() {
        let names = line.or.iter().map(|other| other.what.as_str()).collect::<Vec<_>>().join("; or ");
        parts.push(format!("or instead: {names}"));
    }
    parts.extend(line.note.clone());
    sentences(parts)
}

fn is_unknown(ask: &Ask) -> bool {
    match ask {
        Ask::Unknown(_) | Ask::Minimum { hours: None, .. } => true,
        Ask::Condition(condition) => condition.walk().iter().any(|inner| inner.unknown.is_some()),
        _ => false,
    }
}

/// Whether a condition's own words say nothing that its name does not: a fact that the technician states.
fn tells_itself(condition: &rung_catalog::Condition) -> bool {
    condition.attest.is_some()
}

fn exam_form(exam: &Exam) -> String {
    let mut parts = Vec::new();
    match (exam.questions, exam.scored) {
        (Some(questions), Some(scored)) => {
            parts.push(format!("{questions} questions, of which {scored} count"));
        }
        (Some(questions), None) => parts.push(format!("{questions} questions")),
        _ => {}
    }
    parts.extend(exam.minutes.map(|minutes| format!("{minutes} minutes")));
    parts.extend(exam.delivery.clone());
    parts.extend(exam.authorization.map(|span: Span| format!("to be sat within {span} of admission")));
    if parts.is_empty() { "no source tells its length".to_owned() } else { parts.join("; ") }
}

fn exam_score(exam: &Exam) -> String {
    match (exam.passing_score, exam.scale) {
        (Some(pass), Some([lowest, highest])) => {
            format!("{pass} passes, on a scale of {lowest} to {highest}")
        }
        (Some(pass), None) => format!("{pass} passes"),
        (None, _) => String::new(),
    }
}

/// A few words as one part of an address: `application-and-exam-ptce`.
pub(crate) fn slug(words: &str) -> String {
    let letters = words.to_lowercase();
    let parts = letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}
