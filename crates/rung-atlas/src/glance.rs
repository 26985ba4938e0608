//! What a jurisdiction asks, at a glance.

use rung_catalog::{
    Allowed, Ask, Authority, Catalog, Condition, Credential, CredentialKind, Duty, Path, Requirement,
    RuleSet, Span, Window,
};
use rung_record::{CredentialId, Date, Format, Hours};

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
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Required => "Required",
            Self::OneWay => "One of the ways",
            Self::NotRequired => "Not required",
            Self::Unknown => "Not known",
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
        Self {
            authority,
            credential,
            hours: credential.map_or(Amount::Unknown, |credential| total(credential, &in_force)),
            live: credential.map_or(Amount::Unknown, |credential| live(credential, &in_force)),
            certification_to_get: credential
                .map_or(Need::Unknown, |credential| to_get(catalog, credential, on)),
            certification_to_keep: to_keep(catalog, &in_force),
            vaccines: best_allowed(authority, "immunization", on),
        }
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

/// Lines that ask hours of everybody, with the filter that they have.
fn hour_lines(rules: &RuleSet) -> impl Iterator<Item = &Requirement> {
    rules.requirements.iter().filter(|line| line.applies_if.is_none())
}

fn total(credential: &Credential, in_force: &[&RuleSet]) -> Amount {
    in_force.iter().map(|rules| total_of(credential, rules)).reduce(Amount::plus).unwrap_or(Amount::Unknown)
}

/// The largest line of hours, with those that come on top of it.
fn total_of(credential: &Credential, rules: &RuleSet) -> Amount {
    let mut within = Amount::Nothing;
    let mut on_top = Amount::Nothing;
    for line in hour_lines(rules) {
        match &line.ask {
            Ask::Minimum { hours, window, in_addition, .. } => {
                let amount = hours.map_or(Amount::Unknown, |hours| amount(credential, rules, hours, window));
                let sum = if *in_addition { &mut on_top } else { &mut within };
                *sum = if *in_addition { sum.plus(amount) } else { sum.larger(amount) };
            }
            // A line whose very kind is unknown may ask hours.
            Ask::Unknown(_) if line.id == "total" => within = within.larger(Amount::Unknown),
            _ => {}
        }
    }
    within.plus(on_top)
}

fn live(credential: &Credential, in_force: &[&RuleSet]) -> Amount {
    let is_live = |format: &Format| matches!(format, Format::Live | Format::LiveOnline);
    let of_rules = |rules: &&RuleSet| {
        hour_lines(rules).fold(Amount::Nothing, |most, line| match &line.ask {
            Ask::Minimum { hours, counts, window, .. }
                if !counts.formats.is_empty() && counts.formats.iter().all(is_live) =>
            {
                let hours = hours.map_or(Amount::Unknown, |hours| amount(credential, rules, hours, window));
                most.larger(hours)
            }
            Ask::Unknown(_) if line.id == "total" || line.id == "live" => most.larger(Amount::Unknown),
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
    pub fn in_words(self) -> String {
        match self {
            Self::Hours { in_period, a_year: Some(a_year) } if in_period == a_year => {
                format!("{a_year} h a year")
            }
            Self::Hours { in_period, a_year: Some(a_year) } => {
                format!("{in_period} h in a period ({a_year} h a year)")
            }
            Self::Hours { in_period, a_year: None } => format!("{in_period} h in a period"),
            Self::Nothing => "None".to_owned(),
            Self::Unknown => "Not known".to_owned(),
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

/// Whether a condition cannot hold without a national certification.
fn needs_certification(catalog: &Catalog, condition: &Condition) -> bool {
    let by_itself = !condition.holds.is_empty() && condition.holds.iter().all(|id| is_national(catalog, id));
    let all_ways =
        |ways: &[Condition]| !ways.is_empty() && ways.iter().all(|way| needs_certification(catalog, way));
    by_itself
        || all_ways(&condition.any)
        || condition.all.iter().any(|part| needs_certification(catalog, part))
}

fn to_get(catalog: &Catalog, credential: &Credential, on: Date) -> Need {
    let asks =
        |path: &&Path| path.conditions.iter().any(|line| needs_certification(catalog, &line.condition));
    let open: Vec<&Path> = credential.paths.iter().filter(|path| path.in_force_on(on)).collect();
    match open.iter().filter(|path| asks(path)).count() {
        _ if open.is_empty() => Need::Unknown,
        0 => Need::NotRequired,
        some if some == open.len() => Need::Required,
        _ => Need::OneWay,
    }
}

fn to_keep(catalog: &Catalog, in_force: &[&RuleSet]) -> Need {
    let asks = |line: &Requirement| matches!(&line.ask, Ask::Condition(condition) if needs_certification(catalog, condition));
    let mut need = if in_force.is_empty() { Need::Unknown } else { Need::NotRequired };
    for line in in_force.iter().flat_map(|rules| &rules.requirements) {
        let found = match line.walk().into_iter().any(asks) {
            true if asks(line) && line.or.is_empty() && line.applies_if.is_none() => Need::Required,
            true => Need::OneWay,
            false => continue,
        };
        if need != Need::Required {
            need = found;
        }
    }
    need
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
