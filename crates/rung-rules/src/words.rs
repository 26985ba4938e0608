//! The answer in sentences, in a language: reasons, questions and summaries as a person would say them.
//!
//! Days are written `2027-05-31`. What the catalogue says in its own words stays English, marked by [`Words::english`].

use crate::{
    Verdict,
    status::{Line, Missing, Obligation, Question, Reason, Route, Status, Untold, Unwritten},
};
use rung_catalog::{Ask, Catalog, Cite, Confidence, Credential, Span};
use rung_record::{Date, Record};
use rung_words::{Decimal, Iso, Words, say};

pub use rung_words::capital;

/// Rung informs; said once wherever an answer is shown.
pub fn disclaimer(words: &Words) -> String {
    say!(words, "rules-disclaimer")
}

/// How sure a fact is: `high confidence`.
pub fn confidence(words: &Words, confidence: Confidence) -> String {
    match confidence {
        Confidence::High => say!(words, "rules-confidence-high"),
        Confidence::Medium => say!(words, "rules-confidence-medium"),
        Confidence::Low => say!(words, "rules-confidence-low"),
    }
}

/// `met`, `not met`, `unknown`.
pub fn verdict(words: &Words, verdict: Verdict) -> String {
    match verdict {
        Verdict::Met => say!(words, "rules-verdict-met"),
        Verdict::NotMet => say!(words, "rules-verdict-not-met"),
        Verdict::Unknown => say!(words, "rules-verdict-unknown"),
    }
}

/// Why a credit, or part of it, did not count.
pub fn reason(words: &Words, reason: Reason, record: &Record) -> String {
    match reason {
        Reason::AfterToday => say!(words, "rules-reason-after-today"),
        Reason::OutsidePeriod => say!(words, "rules-reason-outside-period"),
        Reason::DeadZone => say!(words, "rules-reason-dead-zone"),
        Reason::OutsideWindow => say!(words, "rules-reason-outside-window"),
        Reason::DuplicateOf(other) => match record.credits.get(other) {
            Some(credit) => say!(words, "rules-reason-duplicate", credit = credit.id.as_str()),
            None => say!(words, "rules-reason-duplicate-of-another"),
        },
        Reason::NotAccepted => say!(words, "rules-reason-not-accepted"),
        Reason::NotAccredited => say!(words, "rules-reason-not-accredited"),
        Reason::WrongAudience => say!(words, "rules-reason-wrong-audience"),
        Reason::WrongFormat => say!(words, "rules-reason-wrong-format"),
        Reason::WrongTopic => say!(words, "rules-reason-wrong-topic"),
        Reason::WrongJurisdiction => say!(words, "rules-reason-wrong-jurisdiction"),
        Reason::CourseTooSmall => say!(words, "rules-reason-course-too-small"),
        Reason::NoHours => say!(words, "rules-reason-no-hours"),
        Reason::CapReached => say!(words, "rules-reason-cap-reached"),
        Reason::UsedInAddition => say!(words, "rules-reason-used-in-addition"),
        Reason::UsedEarlier => say!(words, "rules-reason-used-earlier"),
    }
}

/// What would settle an unknown.
pub fn question(words: &Words, question: &Question<'_>, record: &Record) -> String {
    match question {
        Question::Tell(untold) => tell(words, untold),
        Question::AboutCredit(credit, missing) => about_credit(words, *credit, *missing, record),
        Question::Ask(unwritten) => ask(words, *unwritten),
    }
}

/// As [`question`], to one who writes the record's file: a fact's key is said too.
pub fn question_in_file(words: &Words, asked: &Question<'_>, record: &Record) -> String {
    match asked {
        Question::Tell(Untold::Confirmed { key, what }) => {
            let what = confirmed(words, key, *what);
            say!(words, "rules-tell-confirmed-in-file", what = what, key = *key)
        }
        _ => question(words, asked, record),
    }
}

/// What is to be confirmed; its key with blanks where nobody has said it in words.
fn confirmed(words: &Words, key: &str, what: Option<&str>) -> String {
    let plain = || key.trim_start_matches("attest:").replace(['-', ':'], " ");
    words.english(what.map_or_else(plain, str::to_owned)).into_owned()
}

fn tell(words: &Words, untold: &Untold<'_>) -> String {
    match untold {
        Untold::FirstIssued => say!(words, "rules-tell-first-issued"),
        Untold::Expires => say!(words, "rules-tell-expires"),
        Untold::PrintedExpiry(credential) => {
            say!(words, "rules-tell-printed-expiry", credential = credential.as_str())
        }
        Untold::BirthDate => say!(words, "rules-tell-birth-date"),
        Untold::Duties(duties) => say!(words, "rules-tell-duties", duties = either_of(words, duties)),
        Untold::Settings(settings) => {
            say!(words, "rules-tell-settings", settings = either_of(words, settings))
        }
        Untold::Schools => say!(words, "rules-tell-schools"),
        Untold::Programmes => say!(words, "rules-tell-programmes"),
        Untold::Jobs => say!(words, "rules-tell-jobs"),
        Untold::HoursAWeek => say!(words, "rules-tell-hours-a-week"),
        Untold::Confirmed { key, what } => {
            say!(words, "rules-tell-confirmed", what = confirmed(words, key, *what))
        }
    }
}

/// Words of the catalogue such as `sterile-compounding`, as alternatives.
fn either_of(words: &Words, own: &[String]) -> String {
    let plain: Vec<String> =
        own.iter().map(|word| words.english(word.replace('-', " ")).into_owned()).collect();
    words.either(&plain)
}

fn about_credit(words: &Words, credit: usize, missing: Missing, record: &Record) -> String {
    let credit = record.credits.get(credit);
    let id = credit.map_or_else(|| say!(words, "rules-the-credit"), |credit| credit.id.to_string());
    match missing {
        Missing::Accreditation => say!(words, "rules-tell-accreditation", credit = id),
        Missing::Format => say!(words, "rules-tell-format", credit = id),
        Missing::Audience => say!(words, "rules-tell-audience", credit = id),
        Missing::LawOf => say!(words, "rules-tell-law-of", credit = id),
        Missing::Topic => {
            let uan = credit.and_then(|credit| credit.uan.as_deref()).unwrap_or_default();
            say!(words, "rules-tell-topic", credit = id, uan = uan)
        }
        Missing::Grade => say!(words, "rules-tell-grade", credit = id),
        Missing::AcademicCredits => say!(words, "rules-tell-academic-credits", credit = id),
    }
}

fn ask(words: &Words, unwritten: Unwritten<'_>) -> String {
    match unwritten {
        Unwritten::Asked(question) => words.english(question).into_owned(),
        Unwritten::HoursOf(what) => say!(words, "rules-ask-hours-of", what = words.english(what)),
        Unwritten::Paths(body) => say!(words, "rules-ask-paths", body = body),
        Unwritten::Rules(body) => say!(words, "rules-ask-rules", body = body),
        Unwritten::Reinstatement => say!(words, "rules-ask-reinstatement"),
    }
}

/// Where a rule is written, and how sure it is: `22 TAC 297.8, (b). Checked 2026-11-23.`
pub fn cite(words: &Words, catalog: &Catalog, cite: &Cite) -> String {
    let (authority, source) = catalog.source(cite);
    let place = if cite.place.is_empty() { String::new() } else { format!(", {}", cite.place) };
    let source = words.english(format!("{}{place}", source.title));
    let (day, body) = (Iso(authority.checked), &authority.body);
    match cite.confidence {
        Confidence::High => say!(words, "rules-cite-high", source = source, day = day),
        Confidence::Medium => say!(words, "rules-cite-medium", source = source, day = day, body = body),
        Confidence::Low => say!(words, "rules-cite-low", source = source, day = day, body = body),
    }
}

/// What the obligation is about, with whose it is: `Texas Registered Pharmacy Technician`, and in brackets the duty that
/// has a clock of its own.
pub fn title(words: &Words, obligation: &Obligation<'_>, catalog: &Catalog) -> String {
    titled(words, obligation.credential, obligation.duty(), catalog)
}

/// As [`title`], of a credential and the name of a duty; empty for the renewal itself.
pub fn titled(words: &Words, credential: &Credential, duty: &str, catalog: &Catalog) -> String {
    let authority = catalog.authority_of(credential);
    let title = if authority.is_jurisdiction && !credential.title.starts_with(&authority.name) {
        format!("{} {}", authority.name, credential.title)
    } else {
        credential.title.clone()
    };
    match duty {
        "" => title,
        "ce" => say!(words, "rules-title-education", title = title),
        duty => format!("{title} ({})", words.english(duty)),
    }
}

/// One line's amounts: `16 of 20 h, 4 h short`.
pub fn amounts(words: &Words, line: &Line<'_>) -> String {
    let (counted, short) = (Decimal(line.counted), Decimal(line.short));
    match (line.requirement.kind(), line.asked) {
        ("maximum", Some(most)) if matches!(line.requirement.ask, Ask::Maximum { per_day: true, .. }) => {
            say!(words, "rules-amounts-most-a-day", most = Decimal(most))
        }
        ("maximum", Some(most)) => {
            say!(words, "rules-amounts-most", counted = counted, most = Decimal(most))
        }
        (_, Some(asked)) if asked.is_zero() => say!(words, "rules-amounts-nothing"),
        (_, Some(asked)) if line.short.is_zero() => {
            say!(words, "rules-amounts-enough", counted = counted, asked = Decimal(asked))
        }
        (_, Some(asked)) => {
            say!(words, "rules-amounts-short", counted = counted, asked = Decimal(asked), short = short)
        }
        _ => String::new(),
    }
}

/// What the obligation comes to, in one sentence.
pub fn summary(words: &Words, obligation: &Obligation<'_>, status: &Status<'_>) -> String {
    match (obligation.route, obligation.expires) {
        (Route::None, Some(day)) => say!(words, "rules-summary-ends", day = Iso(day)),
        (Route::None, None) => say!(words, "rules-summary-nothing-asked"),
        (Route::StartOver, day) => start_over(words, obligation, day),
        (Route::Reinstate, day) => reinstate(words, obligation, day),
        (Route::Renew, None) => say!(words, "rules-summary-expiry-unknown"),
        (Route::Renew, Some(day)) => renew(words, obligation, day, status.on),
    }
}

fn start_over(words: &Words, obligation: &Obligation<'_>, expired: Option<Date>) -> String {
    let afterwards = obligation.credential.reinstatement.as_ref().and_then(|open| open.afterwards.as_deref());
    match (expired, afterwards) {
        (Some(day), Some(what)) => {
            say!(words, "rules-summary-start-over-so", day = Iso(day), what = words.english(what))
        }
        (Some(day), None) => say!(words, "rules-summary-start-over", day = Iso(day)),
        (None, _) => say!(words, "rules-summary-start-over-someday"),
    }
}

fn reinstate(words: &Words, obligation: &Obligation<'_>, expired: Option<Date>) -> String {
    let day = Iso(expired.unwrap_or_default());
    match (obligation.reinstate_by, obligation.stage) {
        (Some(by), Some(stage)) => {
            let stage = words.english(stage.title.to_lowercase());
            say!(words, "rules-summary-stage-open", day = day, by = Iso(by), stage = stage)
        }
        (Some(by), None) => say!(words, "rules-summary-reinstatement-open", day = day, by = Iso(by)),
        (None, _) => say!(words, "rules-summary-expired", day = day),
    }
}

fn renew(words: &Words, obligation: &Obligation<'_>, day: Date, on: Date) -> String {
    let left = on.until((jiff::Unit::Day, day)).map_or(0, |span| span.get_days());
    match obligation.file_by.filter(|by| *by != day) {
        None => say!(words, "rules-summary-good", day = Iso(day), count = left),
        Some(by) if by < on => {
            say!(words, "rules-summary-good-but-late", day = Iso(day), count = left, by = Iso(by))
        }
        Some(by) => say!(words, "rules-summary-good-apply-by", day = Iso(day), count = left, by = Iso(by)),
    }
}

/// A length of time: `60 days`, `2 years`.
pub fn span(words: &Words, span: Span) -> String {
    match span {
        Span::Days(days) => say!(words, "rules-span-days", count = days),
        Span::Months(months) | Span::MonthsIntoNext(months) if months % 12 == 0 && months > 12 => {
            say!(words, "rules-span-years", count = months / 12)
        }
        Span::Months(months) | Span::MonthsIntoNext(months) => {
            say!(words, "rules-span-months", count = months)
        }
    }
}
