//! Money, exact.

use std::{fmt, iter::Sum, ops, str::FromStr};

/// An amount of US dollars in whole cents.
///
/// ```
/// use rung_record::Usd;
/// assert_eq!("62.40".parse(), Ok(Usd::from_cents(6240)));
/// assert_eq!(Usd::from_cents(6240).to_string(), "62.40");
/// assert_eq!(Usd::from_cents(5500).to_string(), "55");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Usd {
    cents: u64,
}

/// The text is not an amount such as `55` or `62.40`, up to a hundred million dollars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsdError(String);

impl fmt::Display for UsdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is not an amount in dollars (write 55 or 62.40)", self.0)
    }
}

impl std::error::Error for UsdError {}

impl Usd {
    /// Nothing to pay.
    pub const ZERO: Self = Self { cents: 0 };

    /// `count` cents.
    pub const fn from_cents(count: u64) -> Self {
        Self { cents: count }
    }

    /// `count` whole dollars.
    pub const fn from_dollars(count: u64) -> Self {
        Self { cents: count * 100 }
    }

    /// Whole cents.
    pub const fn in_cents(self) -> u64 {
        self.cents
    }
}

impl FromStr for Usd {
    type Err = UsdError;

    fn from_str(text: &str) -> Result<Self, UsdError> {
        let error = || UsdError(text.trim().chars().take(40).collect());
        let seen = text.trim().trim_start_matches('$');
        let (dollars, cents) = seen.split_once('.').unwrap_or((seen, ""));
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if dollars.is_empty() || dollars.len() > 9 || cents.len() > 2 || !digits(dollars) || !digits(cents) {
            return Err(error());
        }
        let dollars: u64 = dollars.parse().map_err(|_| error())?;
        let cents: u64 = format!("{cents:0<2}").parse().map_err(|_| error())?;
        Ok(Self { cents: dollars * 100 + cents })
    }
}

/// Dollars without a sign; cents only where there are any.
impl fmt::Display for Usd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cents % 100 {
            0 => f.pad(&format!("{}", self.cents / 100)),
            cents => f.pad(&format!("{}.{cents:02}", self.cents / 100)),
        }
    }
}

impl ops::Add for Usd {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { cents: self.cents.saturating_add(other.cents) }
    }
}

impl Sum for Usd {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, ops::Add::add)
    }
}

impl serde::Serialize for Usd {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Usd {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl serde::de::Visitor<'_> for Text {
            type Value = Usd;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("dollars such as 55 or \"62.40\"")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Usd, E> {
                text.parse().map_err(E::custom)
            }
            fn visit_u64<E: serde::de::Error>(self, count: u64) -> Result<Usd, E> {
                self.visit_str(&count.to_string())
            }
            fn visit_i64<E: serde::de::Error>(self, count: i64) -> Result<Usd, E> {
                self.visit_str(&count.to_string())
            }
        }
        deserializer.deserialize_any(Text)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Usd {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Usd".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Dollars: 55, or \"62.40\" in quotes.",
            "type": ["integer", "string"],
            "pattern": r"^\$?[0-9]{1,9}(\.[0-9]{1,2})?$",
            "minimum": 0
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_amount_says_so() {
        for text in ["", "-5", "5.005", "1e3", "12345678901"] {
            assert!(text.parse::<Usd>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn amounts_survive_a_round_trip(cents in 0_u64..10_000_000_000) {
            let amount = Usd::from_cents(cents);
            prop_assert_eq!(amount.to_string().parse(), Ok(amount));
        }
    }
}
