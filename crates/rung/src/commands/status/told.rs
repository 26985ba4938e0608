//! What a card need not say again.

use rung_rules::{Line, Reason};
use std::collections::HashSet;

/// What the lines above have said already.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) refusals: HashSet<(usize, &'static str)>,
    pub(super) exceptions: HashSet<String>,
    /// Credits that count on some line.
    pub(super) counted: HashSet<usize>,
}

impl Told {
    pub(super) fn before(lines: &[Line<'_>]) -> Self {
        let mut told = Self::default();
        let mut pending: Vec<&Line<'_>> = lines.iter().collect();
        while let Some(line) = pending.pop() {
            told.counted.extend(line.credits.iter().map(|counted| counted.credit));
            pending.extend(line.or.iter().chain(&line.all_of));
        }
        told
    }
}

/// A credit that counts elsewhere and is about vaccines is no credit on law: nobody wonders why.
pub(super) fn goes_without_saying(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::WrongTopic
            | Reason::WrongFormat
            | Reason::WrongAudience
            | Reason::OutsideWindow
            | Reason::NotAccepted
            | Reason::NotAccredited
    )
}
