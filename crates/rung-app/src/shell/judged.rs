//! How a judged line and an obligation are shown: the state that colours them, and their part of a ring.

use super::components::{Arc, State};
use rung_catalog::Ask;
use rung_record::{CredentialId, Hours};
use rung_rules::{Line, Obligation, Route, Verdict};

/// How an obligation stands.
pub fn obligation_state(obligation: &Obligation<'_>) -> State {
    match obligation.route {
        Route::Reinstate | Route::StartOver => State::Expired,
        Route::None => State::Quiet,
        Route::Renew => State::of(obligation.verdict),
    }
}

/// Where an obligation is on the page of all of them: `tx-pharmacy-technician`, with its duty where that has a clock of
/// its own.
pub fn obligation_place(credential: &CredentialId, duty: &str) -> String {
    if duty.is_empty() { credential.to_string() } else { format!("{credential}-{duty}") }
}

/// How a line stands for this technician.
pub fn line_state(line: &Line<'_>) -> State {
    let is_cap = matches!(line.requirement.ask, Ask::Maximum { .. });
    if line.applies == Verdict::NotMet || (line.verdict == Verdict::Met && asks_nothing(line)) || is_cap {
        State::Quiet
    } else {
        State::of(line.verdict)
    }
}

fn asks_nothing(line: &Line<'_>) -> bool {
    matches!(line.requirement.ask, Ask::Minimum { .. }) && line.asked.is_some_and(Hours::is_zero)
        || line.exception.is_some_and(|exception| {
            exception.hours.is_zero() && line.credits.is_empty() && line.short.is_zero()
        }) && line.asked.is_none_or(Hours::is_zero)
}

/// The line's arc in the obligation's ring; none where nothing is asked.
pub fn arc(line: &Line<'_>) -> Option<Arc> {
    let state = line_state(line);
    if state == State::Quiet {
        return None;
    }
    let filled = match line.asked {
        _ if state == State::Met => 1000,
        Some(asked) if !asked.is_zero() => {
            line.counted.in_seconds().saturating_mul(1000) / asked.in_seconds()
        }
        _ => 0,
    };
    Some(Arc { state, filled })
}
