//! Met, not met, or unknown.

use std::fmt;

/// A three-valued answer, combined as Kleene did: an unknown matters only where it could change the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It holds.
    Met,
    /// It does not hold.
    NotMet,
    /// A fact is missing; the answer names which.
    Unknown,
}

impl Verdict {
    /// `Met` for true.
    pub fn of(holds: bool) -> Self {
        if holds { Self::Met } else { Self::NotMet }
    }

    /// Both.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
            (Self::Met, Self::Met) => Self::Met,
            _ => Self::Unknown,
        }
    }

    /// Either.
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Met, _) | (_, Self::Met) => Self::Met,
            (Self::NotMet, Self::NotMet) => Self::NotMet,
            _ => Self::Unknown,
        }
    }

    /// The opposite; unknown stays unknown.
    pub fn negated(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::NotMet => Self::Met,
            Self::Unknown => Self::Unknown,
        }
    }

    /// `met`, `not met`, `unknown`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not met",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl serde::Serialize for Verdict {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict::{self, Met, NotMet, Unknown};

    #[test]
    fn unknown_matters_only_where_it_could_change_the_outcome() {
        assert_eq!((Met.or(Unknown), Met.and(Unknown)), (Met, Unknown));
        assert_eq!((NotMet.and(Unknown), NotMet.or(Unknown)), (NotMet, Unknown));
    }

    #[test]
    fn de_morgan_holds() {
        for a in [Met, NotMet, Unknown] {
            for b in [Met, NotMet, Unknown] {
                assert_eq!(a.and(b).negated(), a.negated().or(b.negated()));
                assert_eq!(a.and(b), b.and(a));
                assert_eq!(Verdict::negated(a.negated()), a);
            }
        }
    }
}
