//! The answer in sentences: reasons, questions and summaries as a person would say them.

use crate::status::{Line, Missing, Obligation, Question, Reason, Route, Status};
use rung_catalog::{Ask, Catalog, Cite, Confidence, Credential};
use rung_record::Record;

/// Rung informs; said once wherever an answer is shown.
pub const DISCLAIMER: &str =
    "Rung informs; it is not legal advice. Where it matters, ask the board or the certifying body.";

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Why a credit, or part of it, did not count.
pub fn reason(reason: Reason, record: &Record) -> String {
    match reason {
        Reason::AfterToday => "completed after the day asked about".into(),
        Reason::OutsidePeriod => "completed outside the period".into(),
        Reason::DeadZone => {
            "completed after the renewal was filed and before it was approved: it counts for neither period"
                .into()
        }
        Reason::OutsideWindow => "completed outside the days that this line looks at".into(),
        Reason::DuplicateOf(other) => {
            let id = record.credits.get(other).map_or("another credit", |credit| credit.id.as_str());
            format!("the same activity as {id}, which counts once")
        }
        Reason::NotAccepted => "this kind of activity is not accepted here".into(),
        Reason::NotAccredited => "not accredited by a body that the rule names".into(),
        Reason::WrongAudience => "made for another audience".into(),
        Reason::WrongFormat => "not taken in the format that the rule asks".into(),
        Reason::WrongTopic => "about another topic".into(),
        Reason::WrongJurisdiction => "about another jurisdiction's law".into(),
        Reason::CourseTooSmall => "too few academic credits, or too low a grade".into(),
        Reason::NoHours => "the record does not say how many hours it gave".into(),
        Reason::CapReached => "over the most that such credit may contribute".into(),
        Reason::UsedInAddition => "its hours serve a line that comes on top of the total".into(),
        Reason::UsedEarlier => "its hours served an earlier period".into(),
    }
}

/// What would settle an unknown.
pub fn question(question: &Question<'_>, record: &Record) -> String {
    match question {
        Question::Tell(text) | Question::Ask(text) => text.clone().into_owned(),
        Question::AboutCredit(credit, missing) => {
            let credit = record.credits.get(*credit);
            let id = credit.map_or("the credit", |credit| credit.id.as_str());
            match missing {
                Missing::Accreditation => format!("Tell us who accredits {id}."),
                Missing::Format => format!("Tell us whether {id} was live or home study."),
                Missing::Audience => {
                    format!("Tell us whether {id} was made for technicians or for pharmacists.")
                }
                Missing::LawOf => format!("Tell us whose law {id} was about."),
                Missing::Topic => {
                    let uan = credit.and_then(|credit| credit.uan.as_deref()).unwrap_or_default();
                    format!(
                        "The activity number of {id} ({uan}) tells another topic than the one typed in. Check its certificate."
                    )
                }
                Missing::Grade => format!("Tell us the grade of {id}."),
                Missing::AcademicCredits => format!("Tell us how many academic credits {id} gave."),
            }
        }
    }
}

/// Where a rule is written, and how sure it is: `22 TAC 297.8, (b). Checked 2026-11-23.`
pub fn cite(catalog: &Catalog, cite: &Cite) -> String {
    let (authority, source) = catalog.source(cite);
    let place = if cite.place.is_empty() { String::new() } else { format!(", {}", cite.place) };
    let sure = match cite.confidence {
        Confidence::High => format!("Checked {}.", authority.checked),
        Confidence::Medium => {
            format!("Checked {}, in part: confirm with the {}.", authority.checked, authority.body)
        }
        Confidence::Low => format!(
            "Weak or conflicting sources, checked {}: confirm with the {}.",
            authority.checked, authority.body
        ),
    };
    format!("{}{place}. {sure}", source.title)
}

/// What the obligation is about, with whose it is: `Texas Registered Pharmacy Technician`, and in brackets the duty that
/// has a clock of its own.
pub fn title(obligation: &Obligation<'_>, catalog: &Catalog) -> String {
    titled(obligation.credential, obligation.duty(), catalog)
}

/// As [`title`], of a credential and the name of a duty; empty for the renewal itself.
pub fn titled(credential: &Credential, duty: &str, catalog: &Catalog) -> String {
    let authority = catalog.authority_of(credential);
    let title = if authority.is_jurisdiction && !credential.title.starts_with(&authority.name) {
        format!("{} {}", authority.name, credential.title)
    } else {
        credential.title.clone()
    };
    match duty {
        "" => title,
        "ce" => format!("{title} (continuing education)"),
        duty => format!("{title} ({duty})"),
    }
}

/// One line's amounts: `16 of 20 h, 4 h short`.
pub fn amounts(line: &Line<'_>) -> String {
    let counted = line.counted;
    match (line.requirement.kind(), line.asked) {
        ("maximum", Some(most)) if matches!(line.requirement.ask, Ask::Maximum { per_day: true, .. }) => {
            format!("at most {most} h a day")
        }
        ("maximum", Some(most)) => format!("{counted} of at most {most} h"),
        (_, Some(asked)) if asked.is_zero() => "nothing asked".into(),
        (_, Some(asked)) if line.short.is_zero() => format!("{counted} of {asked} h"),
        (_, Some(asked)) => format!("{counted} of {asked} h, {} h short", line.short),
        _ => String::new(),
    }
}

/// What the obligation comes to, in one sentence.
pub fn summary(obligation: &Obligation<'_>, status: &Status<'_>) -> String {
    let expires = obligation.expires.map(|day| day.to_string());
    match (obligation.route, expires) {
        (Route::None, Some(day)) => format!("It ends on {day} and cannot be renewed."),
        (Route::None, None) => "Nothing is asked to keep it.".into(),
        (Route::StartOver, Some(day)) => {
            let afterwards =
                obligation.credential.reinstatement.as_ref().and_then(|open| open.afterwards.as_deref());
            format!(
                "It expired on {day} and must be earned anew{}.",
                afterwards.map(|what| format!(": {what}")).unwrap_or_default()
            )
        }
        (Route::StartOver, None) => "It must be earned anew.".into(),
        (Route::Reinstate, day) => {
            let day = day.unwrap_or_default();
            match obligation.reinstate_by {
                Some(by) => {
                    let stage = obligation.stage.map_or("reinstatement", |stage| &stage.title).to_lowercase();
                    format!("It expired on {day}; {stage} is open until {by}.")
                }
                None => format!("It expired on {day}."),
            }
        }
        (Route::Renew, None) => "Its expiry date is not known.".into(),
        (Route::Renew, Some(day)) => {
            let left = status
                .on
                .until((jiff::Unit::Day, obligation.expires.unwrap_or(status.on)))
                .map_or(0, |span| span.get_days());
            let left = if left == 1 { "1 day".to_owned() } else { format!("{left} days") };
            match obligation.file_by {
                Some(by) if Some(by) == obligation.expires => format!("Good until {day} ({left})."),
                Some(by) if by < status.on => {
                    format!("Good until {day} ({left}); the day to apply on time, {by}, has gone by.")
                }
                Some(by) => format!("Good until {day} ({left}); apply by {by}."),
                None => format!("Good until {day} ({left})."),
            }
        }
    }
}
