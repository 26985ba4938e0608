//! What a jurisdiction asks, at a glance.

use crate::words::allowed;
use rung_catalog::{
    Allowed, Ask, Authority, Catalog, Condition, Confidence, Credential, CredentialKind, Duty, Path,
    Requirement, RuleSet, Span, Window,
};
use rung_record::{CredentialId, Date, Format, Hours};
use rung_rules::words::capital;
use rung_words::{Decimal, Words, say};

/// What a jurisdiction asks of its ordinary technician (the first credential of its file that is not for trainees).
///
/// Only what is asked of everybody is told: lines for some technicians, first periods and exceptions are on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Glance<'a> {
    /// Whose.
    pub authority: &'a Authority,
    /// The credential that stands for it; none where technicians need none, or none is known.
    pub credential: Option<&'a Credential>,
    /// Hours of continuing education.
    pub hours: Amount,
    /// How many of them must be live.
    pub live: Amount,
    /// Whether national certification is needed to get the credential.
    pub certification_to_get: Need,
    /// Whether it is needed to keep the credential.
    pub certification_to_keep: Need,
    /// Whether technicians may give vaccines: the best that any of them may.
    pub vaccines: Allowed,
    /// How sure the rules for keeping it are, on which the hours stand: the least of their lines.
    pub confidence: Confidence,
}

/// An amount of hours that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many.
    Hours {
        /// In one period.
        in_period: Hours,
        /// In a year, when the length of a period is known.
        a_year: Option<Hours>,
    },
    /// None, and a text says so.
    Nothing,
    /// No source tells.
    Unknown,
}

/// Whether something is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Everybody needs it.
    Required,
    /// It is one of several ways.
    OneWay,
    /// Nobody needs it.
    NotRequired,
    /// No source tells.
    Unknown,
}

impl Need {
    /// `required`, `one of the ways`, `not required`, `not known`.
    pub fn in_words(self, words: &Words) -> String {
        match self {
            Self::Required => say!(words, "facts-need-required"),
            Self::OneWay => say!(words, "facts-need-one-way"),
            Self::NotRequired => say!(words, "facts-need-not-required"),
            Self::Unknown => say!(words, "facts-not-known"),
        }
    }
}

impl<'a> Glance<'a> {
    /// What `authority` asks on `on`.
    pub fn of(catalog: &'a Catalog, authority: &'a Authority, on: Date) -> Self {
        let mut own = catalog.credentials_of(authority).filter(|credential| !credential.trainee);
        let credential = own.next();
        let in_force: Vec<&RuleSet> =
            credential.map(|credential| rules_in_force(credential, on)).unwrap_or_default();
        let (no_hours, no_need) = match authority.no_credential {
            Some(_) => (Amount::Nothing, Need::NotRequired),
            None => (Amount::Unknown, Need::Unknown),
        };
        Self {
            authority,
            credential,
            hours: credential.map_or(no_hours, |credential| total(credential, &in_force)),
            live: credential.map_or(no_hours, |credential| live(credential, &in_force)),
            certification_to_get: credential.map_or(no_need, |credential| to_get(catalog, credential, on)),
            certification_to_keep: credential.map_or(no_need, |_| to_keep(catalog, &in_force)),
            vaccines: best_allowed(authority, "immunization", on),
            confidence: (least_confidence(&in_force))
                .or(authority.no_credential.as_ref().map(|cite| cite.confidence))
                .unwrap_or(authority.confidence),
        }
    }

    /// All of it in one sentence, for who cannot see a map: `continuing education 10 hours a year; live hours none; …`.
    pub fn spoken(&self, words: &Words) -> String {
        let vaccines = allowed(words, self.vaccines);
        if self.credential.is_none() {
            let title = self.title(words).to_lowercase();
            return say!(words, "facts-spoken-without", title = title, vaccines = vaccines);
        }
        say!(
            words,
            "facts-spoken",
            hours = self.hours.spoken(words),
            live = self.live.spoken(words),
            getting = self.certification_to_get.in_words(words).to_lowercase(),
            keeping = self.certification_to_keep.in_words(words).to_lowercase(),
            vaccines = vaccines
        )
    }

    /// The credential's name, or that there is none.
    pub fn title(&self, words: &Words) -> String {
        match (self.credential, &self.authority.no_credential) {
            (Some(known), _) => words.english(&known.title).into_owned(),
            (None, Some(_)) => say!(words, "facts-glance-gives-none"),
            (None, None) => say!(words, "facts-not-known"),
        }
    }

    /// Which of the lines [in words](Self::in_words) tells of vaccines: the last.
    pub const VACCINES: usize = 5;

    /// Each line in words: what it is about, what holds, and whether no source tells.
    pub fn in_words(&self, words: &Words) -> [(String, String, bool); 6] {
        let hours = |amount: Amount| (amount.in_words(words), amount == Amount::Unknown);
        let need = |need: Need| (need.in_words(words), need == Need::Unknown);
        let vaccines = capital(&allowed(words, self.vaccines));
        let lines = [
            (say!(words, "facts-glance-credential"), (self.title(words), false)),
            (say!(words, "facts-glance-hours"), hours(self.hours)),
            (say!(words, "facts-glance-live"), hours(self.live)),
            (say!(words, "facts-glance-to-get"), need(self.certification_to_get)),
            (say!(words, "facts-glance-to-keep"), need(self.certification_to_keep)),
            (say!(words, "facts-glance-vaccines"), (vaccines, self.vaccines == Allowed::Unknown)),
        ];
        lines.map(|(name, (says, is_unknown))| (name, says, is_unknown))
    }

    /// Every jurisdiction's, by name.
    pub fn of_all(catalog: &'a Catalog, on: Date) -> Vec<Self> {
        let mut all: Vec<Self> = (catalog.authorities.iter())
            .filter(|authority| authority.is_jurisdiction)
            .map(|authority| Self::of(catalog, authority, on))
            .collect();
        all.sort_by(|a, b| a.authority.name.cmp(&b.authority.name));
        all
    }
}

/// How sure the least sure of the rules is.
fn least_confidence(in_force: &[&RuleSet]) -> Option<Confidence> {
    let cites = in_force.iter().flat_map(|rules| {
        std::iter::once(&rules.cite).chain(rules.requirements.iter().map(|line| &line.cite))
    });
    cites.map(|cite| cite.confidence).min()
}

/// The version of each duty (the renewal itself, an education clock) that holds on a day.
fn rules_in_force(credential: &Credential, on: Date) -> Vec<&RuleSet> {
    let mut chosen: Vec<&RuleSet> = Vec::new();
    for rules in credential.renewals.iter().filter(|rules| rules.in_force_on(on)) {
        match chosen.iter_mut().find(|other| other.duty == rules.duty) {
            Some(other) => *other = rules,
            None => chosen.push(rules),
        }
    }
    chosen
}

/// Lines that are asked of everybody who has held the credential for a while.
fn lines_for_all(rules: &RuleSet) -> impl Iterator<Item = &Requirement> {
    rules
        .requirements
        .iter()
        .filter(|line| line.applies_if.as_ref().map_or(Some(true), of_everybody) == Some(true))
}

/// Whether a condition holds of everybody who has held the credential for a while and got it under today's rules; none
/// where that depends on the technician.
fn of_everybody(condition: &Condition) -> Option<bool> {
    let mut parts: Vec<Option<bool>> = Vec::new();
    parts.extend(condition.first_period.map(|first| Some(!first)));
    parts.extend(condition.issued.as_ref().map(|issued| Some(issued.before.is_none())));
    parts.extend(
        condition.held_at_end.as_ref().map(|held| Some(held.less_than.is_none() && held.at_most.is_none())),
    );
    parts.extend(condition.calendar_years_held.map(|_| Some(false)));
    if !condition.any.is_empty() {
        parts.push(any(condition.any.iter().map(of_everybody)));
    }
    parts.extend(condition.all.iter().map(of_everybody));
    parts.extend(condition.not.as_deref().map(|not| of_everybody(not).map(|holds| !holds)));
    let told = Condition {
        first_period: None,
        issued: None,
        held_at_end: None,
        calendar_years_held: None,
        any: Vec::new(),
        all: Vec::new(),
        not: None,
        silent_is_no: false,
        ..condition.clone()
    };
    if !told.is_always() {
        // What must be claimed is rare; the rest depends on the technician.
        parts.push(if condition.silent_is_no { Some(false) } else { None });
    }
    any(parts.into_iter().map(|part| part.map(|holds| !holds))).map(|some_fails| !some_fails)
}

/// Whether one of them holds; none where that is open.
fn any(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut is_open = false;
    for part in parts {
        match part {
            Some(true) => return Some(true),
            Some(false) => {}
            None => is_open = true,
        }
    }
    if is_open { None } else { Some(false) }
}

fn total(credential: &Credential, in_force: &[&RuleSet]) -> Amount {
    in_force.iter().map(|rules| total_of(credential, rules)).reduce(Amount::plus).unwrap_or(Amount::Unknown)
}

/// The largest line of hours, with those that come on top of it.
fn total_of(credential: &Credential, rules: &RuleSet) -> Amount {
    let mut within = Amount::Nothing;
    let mut on_top = Amount::Nothing;
    let told = rules.requirements.iter().any(|line| line.id == "total");
    for line in lines_for_all(rules) {
        match &line.ask {
            Ask::Minimum { hours, window, in_addition, .. } => {
                let amount = hours.map_or(Amount::Unknown, |hours| amount(credential, rules, hours, window));
                let sum = if *in_addition { &mut on_top } else { &mut within };
                *sum = if *in_addition { sum.plus(amount) } else { sum.larger(amount) };
            }
            // A line whose very kind is unknown may ask hours, unless another tells how many.
            Ask::Unknown(_) if line.id == "total" || !told => within = within.larger(Amount::Unknown),
            _ => {}
        }
    }
    within.plus(on_top)
}

fn live(credential: &Credential, in_force: &[&RuleSet]) -> Amount {
    let is_live = |format: &Format| matches!(format, Format::Live | Format::LiveOnline);
    let of_rules = |rules: &&RuleSet| {
        let told = rules.requirements.iter().any(|line| line.id == "total");
        lines_for_all(rules).fold(Amount::Nothing, |most, line| match &line.ask {
            Ask::Minimum { hours, counts, window, .. }
                if !counts.formats.is_empty() && counts.formats.iter().all(is_live) =>
            {
                let hours = hours.map_or(Amount::Unknown, |hours| amount(credential, rules, hours, window));
                most.larger(hours)
            }
            Ask::Unknown(_) if line.id == "total" || line.id == "live" || !told => {
                most.larger(Amount::Unknown)
            }
            Ask::Minimum { hours: None, .. } if line.id == "total" => most.larger(Amount::Unknown),
            _ => most,
        })
    };
    in_force.iter().map(of_rules).reduce(Amount::plus).unwrap_or(Amount::Unknown)
}

/// Hours of a line, as so many a period and so many a year.
fn amount(credential: &Credential, rules: &RuleSet, hours: Hours, window: &Window) -> Amount {
    if hours.is_zero() {
        return Amount::Nothing;
    }
    let length = rules.clock.as_ref().or(credential.term.as_ref()).map(|term| term.length);
    let months = length.and_then(Span::in_months);
    match window {
        Window::EachCalendarYear => Amount::Hours {
            in_period: months.map_or(hours, |months| times(hours, months, 12)),
            a_year: Some(hours),
        },
        Window::Ever => Amount::Nothing,
        Window::Period | Window::BeforeEnd(_) => {
            Amount::Hours { in_period: hours, a_year: months.map(|months| times(hours, 12, months)) }
        }
    }
}

fn times(hours: Hours, numerator: u64, denominator: u64) -> Hours {
    Hours::from_seconds(hours.in_seconds() * numerator / denominator)
}

impl Amount {
    /// `20 h in a period (10 h a year)`, `None`, `Not known`.
    pub fn in_words(self, words: &Words) -> String {
        match self {
            Self::Hours { in_period, a_year: Some(a_year) } if in_period == a_year => {
                say!(words, "facts-amount-a-year", year = Decimal(a_year))
            }
            Self::Hours { in_period, a_year: Some(a_year) } => {
                say!(words, "facts-amount-both", period = Decimal(in_period), year = Decimal(a_year))
            }
            Self::Hours { in_period, a_year: None } => {
                say!(words, "facts-amount-in-period", period = Decimal(in_period))
            }
            Self::Nothing => say!(words, "facts-amount-none"),
            Self::Unknown => say!(words, "facts-not-known"),
        }
    }

    /// `10 hours a year`, `none`, `not known`.
    fn spoken(self, words: &Words) -> String {
        match self {
            Self::Hours { a_year: Some(hours), .. } => {
                say!(words, "facts-spoken-a-year", hours = Decimal(hours))
            }
            Self::Hours { in_period, a_year: None } => {
                say!(words, "facts-spoken-in-period", hours = Decimal(in_period))
            }
            Self::Nothing => say!(words, "facts-spoken-none"),
            Self::Unknown => say!(words, "facts-spoken-unknown"),
        }
    }

    /// Both together; what is unknown leaves the sum unknown.
    fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Nothing, known) | (known, Self::Nothing) => known,
            (
                Self::Hours { in_period: a, a_year: year },
                Self::Hours { in_period: b, a_year: other_year },
            ) => {
                let sum = |a: Hours, b: Hours| Hours::from_seconds(a.in_seconds() + b.in_seconds());
                Self::Hours { in_period: sum(a, b), a_year: year.zip(other_year).map(|(a, b)| sum(a, b)) }
            }
        }
    }

    /// The larger of the two; unknown where either is.
    fn larger(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Nothing, known) | (known, Self::Nothing) => known,
            (Self::Hours { in_period: a, .. }, Self::Hours { in_period: b, .. }) => {
                if a < b {
                    other
                } else {
                    self
                }
            }
        }
    }
}

/// Whether an id is that of a national certification.
fn is_national(catalog: &Catalog, id: &CredentialId) -> bool {
    catalog.credential(id.as_str()).is_some_and(|known| {
        known.kind == CredentialKind::Certification && !catalog.authority_of(known).is_jurisdiction
    })
}

/// Whether a condition can hold without a national certification, or only one of its ways asks it.
fn certification_in(catalog: &Catalog, condition: &Condition) -> Need {
    let ways: Vec<Need> = condition.any.iter().map(|way| certification_in(catalog, way)).collect();
    let parts = condition.all.iter().map(|part| certification_in(catalog, part));
    let mut needs: Vec<Need> = parts.chain((!ways.is_empty()).then(|| one_of(&ways))).collect();
    if !condition.holds.is_empty() {
        let national: Vec<Need> = (condition.holds.iter())
            .map(|id| if is_national(catalog, id) { Need::Required } else { Need::NotRequired })
            .collect();
        needs.push(one_of(&national));
    }
    strictest(needs)
}

/// What several ways ask together, of which one is enough.
fn one_of(ways: &[Need]) -> Need {
    if ways.iter().all(|way| *way == Need::Required) {
        Need::Required
    } else if ways.iter().any(|way| matches!(way, Need::Required | Need::OneWay)) {
        Need::OneWay
    } else {
        Need::NotRequired
    }
}

/// What several lines ask together, all of which must be met.
fn strictest(lines: impl IntoIterator<Item = Need>) -> Need {
    let rank = |need: &Need| match need {
        Need::Required => 3,
        Need::Unknown => 2,
        Need::OneWay => 1,
        Need::NotRequired => 0,
    };
    lines.into_iter().max_by_key(rank).unwrap_or(Need::NotRequired)
}

fn to_get(catalog: &Catalog, credential: &Credential, on: Date) -> Need {
    let asks = |path: &Path| {
        strictest(path.conditions.iter().map(|line| certification_in(catalog, &line.condition)))
    };
    let open: Vec<Need> = credential.paths.iter().filter(|path| path.in_force_on(on)).map(asks).collect();
    if open.is_empty() { Need::Unknown } else { one_of(&open) }
}

fn to_keep(catalog: &Catalog, in_force: &[&RuleSet]) -> Need {
    if in_force.is_empty() {
        return Need::Unknown;
    }
    strictest(in_force.iter().flat_map(|rules| lines_for_all(rules)).map(|line| keeping_asks(catalog, line)))
}

/// What one line of the rules asks in the way of certification, with the lines that meet it too.
fn keeping_asks(catalog: &Catalog, line: &Requirement) -> Need {
    let own = match &line.ask {
        Ask::Condition(condition) => certification_in(catalog, condition),
        Ask::AllOf(lines) => strictest(lines.iter().map(|line| keeping_asks(catalog, line))),
        Ask::Unknown(_) if line.id == "certification" => return Need::Unknown,
        _ => Need::NotRequired,
    };
    let others = line.or.iter().map(|line| keeping_asks(catalog, line));
    let ways: Vec<Need> = std::iter::once(own).chain(others).collect();
    one_of(&ways)
}

fn best_allowed(authority: &Authority, kind: &str, on: Date) -> Allowed {
    let mine = |duty: &&Duty| duty.kind == kind && duty.in_force_on(on);
    let rank = |allowed: &Allowed| match allowed {
        Allowed::Yes => 3,
        Allowed::Conditions => 2,
        Allowed::No => 1,
        Allowed::Unknown => 0,
    };
    authority.duties.iter().filter(mine).map(|duty| duty.allowed).max_by_key(rank).unwrap_or(Allowed::Unknown)
}
