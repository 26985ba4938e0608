//! A credential taken apart into facts.

use crate::{
    Address, Fact, FactKind, Section,
    fact::{sentence, sentences},
    words::credential_kind,
};
use rung_catalog::{
    Ask, Catalog, Cite, Credential, Exam, Exception, Fee, Path, Requirement, Retake, RuleSet, SelectedBy,
    Span,
};
use rung_record::Date;
use rung_rules::{rule_words, words::span};
use rung_words::{Iso, Words, say};

/// What every step of an application says first: a page that has it in a heading need not repeat it.
pub fn part_of_application(words: &Words) -> String {
    say!(words, "facts-part-of-application")
}

/// Everything that the catalogue says of `credential`, in the order in which a reader wants it.
pub fn facts_of_credential<'a>(
    words: &Words,
    catalog: &'a Catalog,
    credential: &'a Credential,
) -> Vec<Fact<'a>> {
    let page = Address::credential(credential.id.as_str());
    let mut shelf = Shelf { words, catalog, page, facts: Vec::new() };
    shelf.about(credential);
    credential.paths.iter().for_each(|path| shelf.path(path));
    if credential.paths.is_empty() {
        let name = say!(words, "facts-name-how-to-get");
        shelf.unknown(Section::Getting, "path", name, say!(words, "facts-getting-unknown"));
    }
    credential.exams.iter().for_each(|exam| shelf.exam(exam));
    credential.retake.iter().for_each(|retake| shelf.retake(retake));
    shelf.fees(Section::Fees, "", &["fee".into()], &credential.fees, Days::default());
    for rules in &credential.renewals {
        let name = rule_words::version_name(words, rules, credential);
        shelf.rules(Section::Keeping, std::slice::from_ref(&rules.id), rules, &name);
    }
    let ends = credential.term.is_some() && credential.renewable;
    if ends && credential.renewals.is_empty() {
        let name = say!(words, "facts-name-asked");
        shelf.unknown(Section::Keeping, "asked", name, say!(words, "facts-keeping-unknown"));
    }
    shelf.after_expiry(credential);
    if ends && credential.reinstatement.is_none() {
        let name = say!(words, "facts-name-after-expiry");
        let says = say!(words, "facts-after-expiry-unknown");
        shelf.unknown(Section::AfterExpiry, "after-expiry", name, says);
    }
    shelf.facts
}

/// `address`, numbered where an earlier fact has it: two notes, two conditions of one path.
pub(crate) fn free_address(earlier: &[Fact<'_>], address: Address) -> Address {
    let is_free = |wanted: &Address| earlier.iter().all(|fact| fact.address != *wanted);
    if is_free(&address) {
        return address;
    }
    let mut number = 2_usize;
    loop {
        let numbered = address.below(&number.to_string());
        if is_free(&numbered) {
            return numbered;
        }
        number += 1;
    }
}

/// The days in which something is in force.
#[derive(Clone, Copy, Default)]
struct Days {
    from: Option<Date>,
    until: Option<Date>,
}

/// Facts, as they are laid out one by one.
struct Shelf<'a, 'w> {
    words: &'w Words,
    catalog: &'a Catalog,
    page: Address,
    facts: Vec<Fact<'a>>,
}

impl<'a> Shelf<'a, '_> {
    /// A text of the catalogue.
    fn own(&self, text: &str) -> String {
        self.words.english(text).into_owned()
    }

    /// A text of the catalogue as a sentence.
    fn own_sentence(&self, text: &str) -> String {
        self.own(&sentence(text))
    }

    #[allow(clippy::too_many_arguments, reason = "a fact has these parts, and each caller gives them all")]
    fn add(
        &mut self,
        section: Section,
        group: &str,
        place: &[String],
        name: String,
        says: String,
        days: Days,
        cite: Option<&'a Cite>,
    ) -> &mut Fact<'a> {
        let address = free_address(&self.facts, self.page.at(place.iter().cloned()));
        self.facts.push(Fact {
            address,
            section,
            group: group.to_owned(),
            kind: FactKind::Plain,
            name,
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

    /// Something that a reader looks for and that no source tells.
    fn unknown(&mut self, section: Section, place: &str, name: String, says: String) {
        let place = [place.to_owned()];
        let fact = self.add(section, "", &place, name, says, Days::default(), None);
        fact.is_unknown = true;
    }

    fn about(&mut self, credential: &'a Credential) {
        let words = self.words;
        let mut about = |id: &str, name: String, says: String| {
            self.add(Section::About, "", &[id.to_owned()], name, says, Days::default(), None);
        };
        let kind = credential_kind(words, credential);
        about("kind", say!(words, "facts-name-kind"), sentence(&kind));
        if let Some(initials) = &credential.initials {
            let initials = words.english(sentence(initials)).into_owned();
            about("initials", say!(words, "facts-name-initials"), initials);
        }
        if let Some(launched) = credential.launched {
            about("launched", say!(words, "facts-name-since"), sentence(&launched.to_string()));
        }
        self.term(credential);
        let mut about = |id: &str, name: String, says: String| {
            self.add(Section::About, "", &[id.to_owned()], name, says, Days::default(), None);
        };
        if !credential.renewable {
            about("renewable", say!(words, "facts-name-renewal"), say!(words, "facts-not-renewable"));
        }
        if !credential.implies.is_empty() {
            let names = credential.implies.iter().map(|id| self.catalog.short_name(id.as_str()));
            let names = words.english(names.collect::<Vec<_>>().join(", "));
            let says = say!(words, "facts-counts-as", credentials = names);
            let (place, name) = (["implies".to_owned()], say!(words, "facts-name-counts-as"));
            self.add(Section::About, "", &place, name, says, Days::default(), None);
        }
        for note in &credential.notes {
            let place = ["note".to_owned(), slug(note)];
            self.note(Section::About, "", &place, note, Days::default(), None);
        }
    }

    fn term(&mut self, credential: &'a Credential) {
        let words = self.words;
        let says = match &credential.term {
            Some(term) => sentence(&rule_words::term(words, term)),
            None => say!(words, "facts-no-end-known"),
        };
        let (place, cite) = (["term".to_owned()], credential.term_cite.as_ref());
        let name = say!(words, "facts-name-term");
        self.add(Section::About, "", &place, name, says, Days::default(), cite);
    }

    /// Something that the catalogue says in its own words.
    fn note(
        &mut self,
        section: Section,
        group: &str,
        place: &[String],
        note: &str,
        days: Days,
        cite: Option<&'a Cite>,
    ) {
        let (name, says) = (say!(self.words, "facts-name-note"), self.own_sentence(note));
        self.add(section, group, place, name, says, days, cite).kind = FactKind::Note;
    }

    fn path(&mut self, path: &'a Path) {
        let first = self.facts.len();
        self.path_facts(path);
        self.facts[first..].iter_mut().for_each(|fact| fact.superseded = path.superseded);
    }

    fn path_facts(&mut self, path: &'a Path) {
        let words = self.words;
        let days = Days { from: path.from, until: path.until };
        let place =
            |part: &str, words: &str| vec!["path".to_owned(), path.id.clone(), part.to_owned(), slug(words)];
        let title = self.own(&path.title);
        for condition in &path.conditions {
            let test = rule_words::condition(words, self.catalog, &condition.condition);
            let unknown = condition.condition.walk().iter().any(|inner| inner.unknown.is_some());
            let test = if tells_itself(&condition.condition) { String::new() } else { test };
            let meets = say!(words, "facts-meets", what = words.english(condition.would_meet.as_str()));
            let says = sentences([test, meets]);
            let (place, name) = (place("condition", &condition.what), self.own(&condition.what));
            let cite = Some(&condition.cite);
            self.add(Section::Getting, &title, &place, name, says, days, cite).is_unknown = unknown;
        }
        for step in &path.steps {
            let costs = step.usd.map(|usd| say!(words, "facts-costs", usd = format!("${usd}")));
            let says = sentences([part_of_application(words), costs.unwrap_or_default()]);
            let (place, name) = (place("step", &step.what), self.own(&step.what));
            self.add(Section::Getting, &title, &place, name, says, days, Some(&step.cite));
        }
        for note in &path.notes {
            self.note(Section::Getting, &title, &place("note", note), note, days, Some(&path.cite));
        }
        if path.conditions.is_empty() && path.steps.is_empty() {
            let says = say!(words, "facts-path-unknown");
            let place = ["path".into(), path.id.clone()];
            self.add(Section::Getting, &title, &place, title.clone(), says, days, Some(&path.cite));
        }
    }

    fn exam(&mut self, exam: &'a Exam) {
        let words = self.words;
        let days = Days { from: exam.from, until: exam.until };
        let place = |part: &str| vec!["exam".to_owned(), exam.id.clone(), part.to_owned()];
        let title = self.own(&exam.title);
        let notes: Vec<String> = exam.notes.iter().map(|note| self.own_sentence(note)).collect();
        let form = sentences([exam_form(words, exam), exam_score(words, exam)].into_iter().chain(notes));
        let name = say!(words, "facts-name-exam-form", exam = &title);
        self.add(Section::Exam, &title, &place("form"), name, form, days, Some(&exam.cite));
        if !exam.domains.is_empty() {
            let share = |domain: &rung_catalog::Domain| match domain.percent {
                Some(percent) => format!("{} {percent} %", domain.name),
                None => domain.name.clone(),
            };
            let domains = exam.domains.iter().map(share).collect::<Vec<_>>().join(", ");
            let (name, says) =
                (say!(words, "facts-name-exam-outline", exam = &title), self.own_sentence(&domains));
            self.add(Section::Exam, &title, &place("outline"), name, says, days, Some(&exam.cite));
        }
    }

    fn retake(&mut self, retake: &'a Retake) {
        let words = self.words;
        let mut parts = Vec::new();
        for (n, wait) in retake.waits.iter().enumerate() {
            parts.push(say!(words, "facts-retake-wait", number = n + 2, wait = span(words, *wait)));
        }
        parts.extend(retake.then.map(|wait| say!(words, "facts-retake-then", wait = span(words, wait))));
        parts.extend(retake.most_attempts.map(|most| match retake.within {
            Some(within) => say!(words, "facts-retake-most-within", most = most, span = span(words, within)),
            None => say!(words, "facts-retake-most", most = most),
        }));
        let notes: Vec<String> = retake.notes.iter().map(|note| self.own_sentence(note)).collect();
        let says = sentences([parts.join("; ")].into_iter().chain(notes));
        let (place, name) = (["retake".to_owned()], say!(words, "facts-name-retake"));
        self.add(Section::Exam, "", &place, name, says, Days::default(), Some(&retake.cite));
    }

    fn fees(&mut self, section: Section, group: &str, place: &[String], fees: &'a [Fee], within: Days) {
        for fee in fees {
            let when = fee.when.as_ref().map(|when| format!(", {}", self.own(when))).unwrap_or_default();
            let note = fee.note.as_ref().map(|note| self.own_sentence(note));
            let says = sentences([format!("${}{when}", fee.usd)].into_iter().chain(note));
            let days = Days { from: fee.from.or(within.from), until: fee.until.or(within.until) };
            let place: Vec<String> = place.iter().cloned().chain([slug(&fee.what)]).collect();
            let name = say!(self.words, "facts-name-fee", what = self.own(&fee.what));
            let fact = self.add(section, group, &place, name, says, days, Some(&fee.cite));
            fact.kind = FactKind::Fee;
            fact.superseded = fee.superseded;
        }
    }

    fn rules(&mut self, section: Section, place: &[String], rules: &'a RuleSet, name: &str) {
        let days = Days { from: rules.from, until: rules.until };
        let words = self.words;
        let group = version_title(words, name, rules);
        let at = |part: &str| place.iter().cloned().chain([part.to_owned()]).collect::<Vec<_>>();
        let frame = frame(words, self.catalog, rules);
        if rules.requirements.is_empty() {
            let says = sentences([say!(words, "facts-nothing-asked")].into_iter().chain(frame));
            let name = say!(words, "facts-name-nothing-asked");
            self.add(section, &group, &at("asked"), name, says, days, Some(&rules.cite));
        } else if !frame.is_empty() {
            let (name, says) = (say!(words, "facts-name-applying"), sentences(frame));
            self.add(section, &group, &at("frame"), name, says, days, Some(&rules.cite)).kind =
                FactKind::Frame;
        }
        for line in &rules.requirements {
            self.line(section, &group, &at(&line.id), line, days);
        }
        self.fees(section, &group, &at("fee"), &rules.fees, days);
        for note in &rules.notes {
            let place: Vec<String> = at("note").into_iter().chain([slug(note)]).collect();
            self.note(section, &group, &place, note, days, Some(&rules.cite));
        }
    }

    /// An exception that is written elsewhere than its rule, or is less sure.
    fn exception(
        &mut self,
        section: Section,
        group: &str,
        place: &[String],
        case: &'a Exception,
        days: Days,
    ) {
        let Some(cite) = &case.cite else { return };
        let place: Vec<String> = place.iter().cloned().chain(["except".to_owned()]).collect();
        let says = sentence(&rule_words::exception(self.words, self.catalog, case));
        let name = say!(self.words, "facts-name-exception", why = self.own(&case.why));
        self.add(section, group, &place, name, says, days, Some(cite)).kind = FactKind::Exception;
    }

    fn line(&mut self, section: Section, group: &str, place: &[String], line: &'a Requirement, days: Days) {
        let says = line_in_words(self.words, self.catalog, line);
        self.add(section, group, place, self.own(&line.what), says, days, Some(&line.cite)).is_unknown =
            is_unknown(&line.ask);
        line.except.iter().for_each(|case| self.exception(section, group, place, case, days));
        let inner: &[Requirement] = if let Ask::AllOf(lines) = &line.ask { lines } else { &[] };
        for inner in inner.iter().chain(&line.or) {
            let place: Vec<String> = place.iter().cloned().chain([inner.id.clone()]).collect();
            self.line(section, group, &place, inner, days);
        }
    }

    fn after_expiry(&mut self, credential: &'a Credential) {
        let words = self.words;
        let Some(open) = &credential.reinstatement else { return };
        for stage in &open.stages {
            let place = vec!["after-expiry".to_owned(), slug(&stage.title)];
            let open_for = match stage.within {
                Some(within) => say!(words, "facts-open-for", span = span(words, within)),
                None => say!(words, "facts-open-unknown"),
            };
            let asks = stage.rules.is_empty().then(|| say!(words, "facts-stage-asks-renewal"));
            let by = stage.hours_by_expiry.then(|| say!(words, "facts-stage-hours-by-expiry"));
            let notes: Vec<String> = stage.notes.iter().map(|note| self.own_sentence(note)).collect();
            let says = sentences(std::iter::once(open_for).chain(asks).chain(by).chain(notes));
            let (title, days) = (self.own(&stage.title), Days::default());
            self.add(Section::AfterExpiry, &title, &place, title.clone(), says, days, Some(&stage.cite));
            let fee: Vec<String> = place.iter().cloned().chain(["fee".to_owned()]).collect();
            self.fees(Section::AfterExpiry, &title, &fee, &stage.fees, days);
            for rules in &stage.rules {
                let place: Vec<String> = place.iter().cloned().chain([rules.id.clone()]).collect();
                self.rules(Section::AfterExpiry, &place, rules, &title);
            }
        }
        if let Some(afterwards) = &open.afterwards {
            let place = ["after-expiry".to_owned(), "afterwards".to_owned()];
            let (name, says) = (say!(words, "facts-name-afterwards"), self.own_sentence(afterwards));
            self.add(Section::AfterExpiry, "", &place, name, says, Days::default(), Some(&open.cite));
        }
    }
}

/// `Renewal: periods that end from 2020-09-01`, or the name alone where it is the only one.
fn version_title(words: &Words, name: &str, rules: &RuleSet) -> String {
    let by_end = rules.selected_by == SelectedBy::PeriodEnd;
    match (rules.from.map(Iso), rules.until.map(Iso)) {
        (None, None) => name.to_owned(),
        (Some(from), None) if by_end => say!(words, "facts-version-ends-from", name = name, from = from),
        (Some(from), None) => say!(words, "facts-version-filed-from", name = name, from = from),
        (None, Some(until)) if by_end => {
            say!(words, "facts-version-ends-until", name = name, until = until)
        }
        (None, Some(until)) => say!(words, "facts-version-filed-until", name = name, until = until),
        (Some(from), Some(until)) if by_end => {
            say!(words, "facts-version-ends-between", name = name, from = from, until = until)
        }
        (Some(from), Some(until)) => {
            say!(words, "facts-version-filed-between", name = name, from = from, until = until)
        }
    }
}

/// When one applies, what counts at all, and what carries over.
fn frame(words: &Words, catalog: &Catalog, rules: &RuleSet) -> Vec<String> {
    let mut parts = Vec::new();
    let clock = rules.clock.as_ref();
    parts.extend(clock.map(|clock| say!(words, "facts-clock", term = rule_words::term(words, clock))));
    let deadline = |day| rule_words::deadline(words, day);
    parts.extend(rules.opens.as_ref().map(|opens| say!(words, "facts-opens", day = deadline(opens))));
    parts.extend(rules.file_by.as_ref().map(|by| say!(words, "facts-file-by", day = deadline(by))));
    if !rules.accepts.is_everything() {
        let credits = rule_words::filter(words, catalog, &rules.accepts);
        parts.push(say!(words, "facts-accepts", credits = credits));
    }
    parts.extend(rules.conversions.iter().map(|conversion| rule_words::conversion(words, conversion)));
    if rules.carry_over_periods > 0 {
        parts.push(say!(words, "facts-carry-over", count = rules.carry_over_periods));
    }
    parts
}

/// What a line asks, for whom, with its exceptions and its trap.
fn line_in_words(words: &Words, catalog: &Catalog, line: &Requirement) -> String {
    let mut parts = vec![rule_words::requirement(words, catalog, line)];
    parts.extend(rule_words::applies(words, catalog, line));
    parts.extend(line.except.iter().map(|case| rule_words::exception(words, catalog, case)));
    let others = line.or.iter().map(|other| words.english(&other.what).into_owned());
    let others = others.reduce(|one, other| say!(words, "facts-or", one = one, other = other));
    parts.extend(others.map(|what| say!(words, "facts-or-instead", what = what)));
    parts.extend(line.note.as_ref().map(|note| words.english(sentence(note)).into_owned()));
    sentences(parts)
}

pub(crate) fn is_unknown(ask: &Ask) -> bool {
    match ask {
        Ask::Unknown(_) | Ask::Minimum { hours: None, .. } => true,
        Ask::Condition(condition) => condition.walk().iter().any(|inner| inner.unknown.is_some()),
        _ => false,
    }
}

/// Whether a condition's own words say nothing that its name does not: a fact that the technician states.
fn tells_itself(condition: &rung_catalog::Condition) -> bool {
    condition.walk().iter().any(|inner| inner.attest.is_some())
}

fn exam_form(words: &Words, exam: &Exam) -> String {
    let mut parts = Vec::new();
    match (exam.questions, exam.scored) {
        (Some(questions), Some(scored)) => {
            parts.push(say!(words, "facts-exam-questions-scored", questions = questions, scored = scored));
        }
        (Some(questions), None) => parts.push(say!(words, "facts-exam-questions", questions = questions)),
        _ => {}
    }
    parts.extend(exam.minutes.map(|minutes| say!(words, "facts-exam-minutes", minutes = minutes)));
    parts.extend(exam.delivery.as_ref().map(|delivery| words.english(delivery).into_owned()));
    parts.extend(
        exam.authorization
            .map(|within: Span| say!(words, "facts-exam-authorization", span = span(words, within))),
    );
    if parts.is_empty() { say!(words, "facts-exam-length-unknown") } else { parts.join("; ") }
}

/// Scores are written as the body writes them: 1400, not 1,400.
fn exam_score(words: &Words, exam: &Exam) -> String {
    match (exam.passing_score, exam.scale) {
        (Some(pass), Some([lowest, highest])) => say!(
            words,
            "facts-exam-passes-on-scale",
            score = pass.to_string(),
            lowest = lowest.to_string(),
            highest = highest.to_string()
        ),
        (Some(pass), None) => say!(words, "facts-exam-passes", score = pass.to_string()),
        (None, _) => String::new(),
    }
}

/// The beginning of some words as one part of an address: `application-and-exam-ptce`.
pub(crate) fn slug(words: &str) -> String {
    const LONGEST: usize = 60;
    let letters = words.to_lowercase();
    let parts = letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let mut slug = String::new();
    for part in parts {
        if !slug.is_empty() && slug.len() + part.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(part);
    }
    slug
}
