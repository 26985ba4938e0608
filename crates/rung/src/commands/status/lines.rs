//! One line in few words: its label, its amounts, how it came out.

use rung_catalog::Ask;
use rung_record::Hours;
use rung_rules::{Line, Reason, Status, Verdict};

/// Columns of a progress bar.
pub(super) const BAR: usize = 20;

/// Columns that the amounts of a card need.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Columns {
    /// Of `12.75 of 20 h`.
    pub(super) amount: usize,
    /// Of `7.25 h short`.
    pub(super) short: usize,
}

impl Columns {
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let mut columns = Self::default();
        let mut pending: Vec<&Line<'_>> = lines.iter().collect();
        while let Some(line) = pending.pop() {
            columns.amount = columns.amount.max(amount(line).map_or(0, |amount| amount.len()));
            columns.short = columns.short.max(short(line).len());
            pending.extend(line.or.iter().chain(&line.all_of));
        }
        columns
    }

    pub(super) fn width(self) -> usize {
        BAR + 2 + self.amount + if self.short > 0 { 2 + self.short } else { 0 }
    }
}

/// `12.75 of 20 h`, where hours are asked.
pub(super) fn amount(line: &Line<'_>) -> Option<String> {
    if line.met_otherwise().is_some() {
        return None;
    }
    let asked = line.asked.filter(|asked| !asked.is_zero() && line.requirement.kind() == "minimum")?;
    Some(of_hours(line.counted, "of", asked))
}

/// `16 of 20 h`; in minutes where decimals would have to round.
pub(super) fn of_hours(counted: Hours, of: &str, asked: Hours) -> String {
    if is_decimal(counted) && is_decimal(asked) {
        format!("{counted} {of} {asked} h")
    } else {
        format!("{} {of} {}", counted.in_words(), asked.in_words())
    }
}

/// `2.5 h`; in minutes where decimals would have to round.
pub(super) fn some_hours(hours: Hours) -> String {
    if is_decimal(hours) { format!("{hours} h") } else { hours.in_words() }
}

pub(super) fn is_decimal(hours: Hours) -> bool {
    hours.in_seconds().is_multiple_of(36)
}

/// `7.25 h short`, or nothing.
pub(super) fn short(line: &Line<'_>) -> String {
    if line.short.is_zero() || line.verdict == Verdict::Met || amount(line).is_none() {
        String::new()
    } else {
        format!("{} short", some_hours(line.short))
    }
}

/// The rule's own words, with the year where it asks for each.
pub(super) fn label(line: &Line<'_>) -> String {
    let what = &line.requirement.what;
    match line
        .id
        .strip_prefix(line.requirement.id.as_str())
        .map(|year| year.trim_matches(['-', ' ', '.', ':']))
    {
        Some(year) if !year.is_empty() => format!("{what}, {year}"),
        _ => what.clone(),
    }
}

/// How a line that asks no hours came out.
pub(super) fn outcome(line: &Line<'_>) -> String {
    if line.asked.is_some_and(|asked| asked.is_zero()) {
        return "nothing asked".to_owned();
    }
    match (line.requirement.kind(), line.verdict) {
        ("maximum", _) => cap(line),
        ("minimum", Verdict::Unknown) => format!("{} of ? h", line.counted),
        (_, Verdict::Met) if line.met_otherwise().is_some() => "met otherwise".to_owned(),
        (_, Verdict::Met) => "done".to_owned(),
        (_, Verdict::NotMet) => "missing".to_owned(),
        (_, Verdict::Unknown) => "unknown".to_owned(),
    }
}

/// `5 of at most 5 h`
pub(super) fn cap(line: &Line<'_>) -> String {
    let most = line.asked.unwrap_or_default();
    match &line.requirement.ask {
        Ask::Maximum { per_day: true, .. } => format!("at most {} a day", some_hours(most)),
        _ => of_hours(line.counted, "of at most", most),
    }
}

/// `2 outside the period`, without the number.
pub(super) fn in_brief(reason: Reason, status: &Status<'_>) -> String {
    match reason {
        Reason::AfterToday => "completed later".into(),
        Reason::OutsidePeriod => "outside the period".into(),
        Reason::DeadZone => "between filing and approval".into(),
        Reason::OutsideWindow => "outside its days".into(),
        Reason::DuplicateOf(other) => {
            let id = status.record.credits.get(other).map_or("another", |credit| credit.id.as_str());
            format!("duplicate of {id}")
        }
        Reason::NotAccepted => "of a kind that is not accepted".into(),
        Reason::NotAccredited => "not accredited".into(),
        Reason::WrongAudience => "made for another audience".into(),
        Reason::WrongFormat => "not in the format asked".into(),
        Reason::WrongTopic => "about another topic".into(),
        Reason::WrongJurisdiction => "about another jurisdiction's law".into(),
        Reason::CourseTooSmall => "with too few credits or too low a grade".into(),
        Reason::NoHours => "without hours".into(),
        Reason::CapReached => "over a cap".into(),
        Reason::UsedInAddition => "used for an extra line".into(),
        Reason::UsedEarlier => "used in an earlier period".into(),
    }
}

/// Whether an exception took away all that the line asks.
pub(super) fn is_exempt(line: &Line<'_>) -> bool {
    line.exception.is_some() && line.asked.is_some_and(Hours::is_zero)
}
