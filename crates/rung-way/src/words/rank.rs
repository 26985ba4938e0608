//! Rankings, pay and efforts in words.

use crate::{
    interests::Said,
    pay::{BasePay, Pay, PayFigure},
    prospect::Left,
    rank::Reach,
    remedy::Effort,
    viewpoint::Standing,
};
use rung_catalog::field::{PayBasis, Rung, WorkKind};
use rung_words::{Words, say};

/// How far up.
pub fn rung(words: &Words, rung: Rung) -> String {
    match rung {
        Rung::Trainee => say!(words, "practice-rung-trainee"),
        Rung::Entry => say!(words, "practice-rung-entry"),
        Rung::Experienced => say!(words, "practice-rung-experienced"),
        Rung::Specialist => say!(words, "practice-rung-specialist"),
        Rung::Lead => say!(words, "practice-rung-lead"),
        Rung::Supervisor => say!(words, "practice-rung-supervisor"),
        Rung::Manager => say!(words, "practice-rung-manager"),
        Rung::Beyond => say!(words, "practice-rung-beyond"),
    }
}

/// What sets a role's work apart.
pub fn work(words: &Words, work: WorkKind) -> String {
    match work {
        WorkKind::Dispensing => say!(words, "practice-work-dispensing"),
        WorkKind::Compounding => say!(words, "practice-work-compounding"),
        WorkKind::PatientCare => say!(words, "practice-work-patient-care"),
        WorkKind::Supply => say!(words, "practice-work-supply"),
        WorkKind::Safety => say!(words, "practice-work-safety"),
        WorkKind::Access => say!(words, "practice-work-access"),
        WorkKind::Technology => say!(words, "practice-work-technology"),
        WorkKind::Teaching => say!(words, "practice-work-teaching"),
        WorkKind::Leading => say!(words, "practice-work-leading"),
        WorkKind::Outside => say!(words, "practice-work-outside"),
    }
}

/// How the record shows a role.
pub fn standing(words: &Words, standing: Standing) -> String {
    match standing {
        Standing::Works(_) => say!(words, "practice-standing-works"),
        Standing::Holds => say!(words, "practice-standing-holds"),
        Standing::Worked(_) => say!(words, "practice-standing-worked"),
    }
}

/// Whether something is missing, and can be met.
pub fn class(words: &Words, reach: Reach) -> String {
    match reach {
        Reach::Ready => say!(words, "practice-reach-ready"),
        Reach::NothingMissing => say!(words, "practice-reach-nothing-missing"),
        Reach::Possible => say!(words, "practice-reach-possible"),
        Reach::NoWay => say!(words, "practice-reach-no-way"),
    }
}

/// `at least 12 weeks, 84 h, $129, in part assumed`.
pub fn effort(words: &Words, effort: &Effort) -> String {
    if effort.steps.is_empty() {
        return say!(words, "practice-left-nothing");
    }
    let mut parts = vec![say!(words, "practice-effort-weeks", weeks = effort.weeks)];
    if !effort.hours.is_zero() {
        parts.push(words.hours(effort.hours));
    }
    if effort.usd.in_cents() > 0 {
        parts.push(words.usd(effort.usd));
    }
    if effort.assumed {
        parts.push(say!(words, "practice-effort-assumed"));
    }
    parts.join(", ")
}

/// What is left to do for a role.
pub fn left(words: &Words, left: &Left) -> String {
    let missing = match &left.effort {
        None => say!(words, "practice-left-no-way"),
        Some(effort) => self::effort(words, effort),
    };
    match left.open {
        0 => missing,
        open => say!(words, "practice-left-open", missing = missing, open = open),
    }
}

/// `$64,126 a year (30.83 an hour, times 2,080): a salary site, not official`, with what it measures.
pub fn pay(words: &Words, pay: &Pay<'_>) -> String {
    let amount = words.usd(pay.annual);
    let amount = match pay.figure {
        PayFigure::Median => say!(words, "practice-pay-median", amount = amount),
        PayFigure::HourlyMedian => say!(words, "practice-pay-hourly", amount = amount),
        PayFigure::MiddleOfRange => say!(words, "practice-pay-range", amount = amount),
    };
    let basis = match pay.told.basis {
        PayBasis::Official => say!(words, "practice-pay-official"),
        PayBasis::Survey => say!(words, "practice-pay-survey"),
        PayBasis::SalarySite => say!(words, "practice-pay-salary-site"),
        PayBasis::Template => say!(words, "practice-pay-template"),
    };
    let when = pay.told.period.map(|month| format!(", {month}")).unwrap_or_default();
    format!("{amount} ({}; {basis}{when})", words.english(&pay.told.what))
}

/// What gains are measured against.
pub fn base_pay(words: &Words, base: &BasePay<'_>) -> String {
    let amount = words.usd(base.annual());
    match base {
        BasePay::Role(role, _) => {
            say!(words, "practice-base-role", amount = amount, role = words.english(&role.title))
        }
        BasePay::AllTechnicians(nation) => {
            say!(words, "practice-base-all", amount = amount, month = nation.period.to_string())
        }
    }
}

/// What an answer says of a role: `+2: you would very much like this: …`.
pub fn said(words: &Words, said: &Said<'_>) -> String {
    let ask = said.question.ask.of(words.language().code());
    match said.liking.points() {
        2 => say!(words, "practice-said-2", ask = ask),
        1 => say!(words, "practice-said-1", ask = ask),
        -1 => say!(words, "practice-said-minus-1", ask = ask),
        -2 => say!(words, "practice-said-minus-2", ask = ask),
        _ => say!(words, "practice-said-0", ask = ask),
    }
}
