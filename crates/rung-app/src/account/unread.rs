//! What a reader of credits found out, in the reader's language.

use rung_formats::{NotRead, Remedy, merge::Difference, transcript::TotalCheck};
use rung_record::HoursError;
use rung_words::{Words, say};

/// Why a line cannot be read: a sentence without its end.
pub fn why(words: &Words, why: &NotRead) -> String {
    match why {
        NotRead::NoDay => say!(words, "account-unread-no-day"),
        NotRead::NotADay(seen) => say!(words, "account-unread-not-a-day", seen = seen),
        NotRead::NoSuchDay(seen) => say!(words, "account-unread-no-such-day", seen = seen),
        NotRead::DayNumber(seen) => say!(words, "account-unread-day-number", seen = seen),
        NotRead::NotHours(seen) | NotRead::Hours(seen, HoursError::NotANumber(_)) => {
            say!(words, "account-unread-not-hours", seen = seen)
        }
        NotRead::Hours(seen, HoursError::Negative(_)) => say!(words, "account-unread-negative", seen = seen),
        NotRead::Hours(seen, HoursError::TooFine(_)) => say!(words, "account-unread-too-fine", seen = seen),
        NotRead::Hours(seen, HoursError::TooMany(_)) => say!(words, "account-unread-too-many", seen = seen),
        NotRead::OnlyADay => say!(words, "account-unread-only-a-day"),
        NotRead::TooLong => say!(words, "account-unread-too-long"),
        NotRead::NoDayInFront => say!(words, "account-unread-no-day-in-front"),
        NotRead::NoHoursAtEnd => say!(words, "account-unread-no-hours-at-end"),
        NotRead::NoNumber => say!(words, "account-unread-no-number"),
        NotRead::BehindHours => say!(words, "account-unread-behind-hours"),
    }
}

/// What to do about it: a sentence without its end.
pub fn remedy(words: &Words, remedy: Remedy) -> String {
    match remedy {
        Remedy::CorrectDay => say!(words, "account-remedy-correct-day"),
        Remedy::WriteDay => say!(words, "account-remedy-write-day"),
        Remedy::CorrectHours => say!(words, "account-remedy-correct-hours"),
        Remedy::AddByHand => say!(words, "account-remedy-by-hand"),
        Remedy::Compare => say!(words, "account-remedy-compare"),
    }
}

/// Whether the credits of a transcript add up to what it says.
pub fn total(words: &Words, check: TotalCheck) -> String {
    match check {
        TotalCheck::Agrees(hours) => say!(words, "account-total-agrees", hours = hours),
        TotalCheck::Differs { stated, read } => {
            say!(words, "account-total-differs", stated = stated, read = read)
        }
        TotalCheck::NotStated(hours) => say!(words, "account-total-not-stated", hours = hours),
    }
}

/// In what a credit of the file is not as the record has it.
pub fn difference(words: &Words, difference: Difference) -> String {
    match difference {
        Difference::Day { here, there } => say!(words, "account-differs-day", here = here, there = there),
        Difference::Hours { here, there } => say!(words, "account-differs-hours", here = here, there = there),
    }
}
