//! Guessing secrets is made slow. A secret has 256 random bits, so nobody guesses one; this keeps who tries from
//! costing anything.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use std::{
    collections::{HashSet, VecDeque},
    sync::{Mutex, PoisonError},
};

/// So many wrong secrets are looked up within [`WINDOW_SECONDS`].
const MOST_WRONG: usize = 20;
/// A minute.
pub const WINDOW_SECONDS: i64 = 60;
/// So many right ones are remembered, by their hash.
const MOST_RIGHT: usize = 200;

/// Remembers who was wrong when, and which secrets were right.
#[derive(Default)]
pub struct Gate {
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    wrong: VecDeque<Timestamp>,
    right: HashSet<[u8; 32]>,
}

impl Gate {
    /// Whether this secret may be looked up: always when it was right before, else while few were wrong.
    pub fn lets_in(&self, secret: &str, now: Timestamp) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let since = now.checked_sub(SignedDuration::from_secs(WINDOW_SECONDS)).unwrap_or(Timestamp::MIN);
        while seen.wrong.front().is_some_and(|at| *at < since) {
            seen.wrong.pop_front();
        }
        seen.wrong.len() < MOST_WRONG || seen.right.contains(&hash(secret))
    }

    /// What looking it up said.
    pub fn learn(&self, secret: &str, was_right: bool, now: Timestamp) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if !was_right {
            seen.right.remove(&hash(secret));
            seen.wrong.push_back(now);
            if seen.wrong.len() > MOST_WRONG {
                seen.wrong.pop_front();
            }
        } else if seen.right.len() < MOST_RIGHT {
            seen.right.insert(hash(secret));
        }
    }
}

fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_guesses_waits_and_who_knows_does_not() {
        let (gate, now) = (Gate::default(), "2026-11-27T12:00:00Z".parse::<Timestamp>().unwrap());
        gate.learn("right", true, now);
        for _ in 0..MOST_WRONG {
            assert!(gate.lets_in("wrong", now));
            gate.learn("wrong", false, now);
        }
        assert!(!gate.lets_in("wrong", now) && gate.lets_in("right", now));
        let later = now.checked_add(SignedDuration::from_secs(WINDOW_SECONDS + 1)).unwrap();
        assert!(gate.lets_in("wrong", later));
        gate.learn("right", false, later);
        for _ in 0..MOST_WRONG {
            gate.learn("wrong", false, later);
        }
        assert!(!gate.lets_in("right", later), "what was revoked is as good as a guess");
    }
}
