//! Hours, exact.

use std::{fmt, iter::Sum, ops, str::FromStr};

/// A length of education or work, counted in whole seconds so that minutes, hundredths of an hour and thirds of an
/// hour are all exact.
///
/// People write contact hours with decimals (`1.25`); that is how hours are read and printed.
///
/// ```
/// use rung_record::Hours;
/// let hours: Hours = "1.25".parse()?;
/// assert_eq!(hours.in_minutes(), 75);
/// assert_eq!(hours.to_string(), "1.25");
/// assert_eq!(Hours::from_whole(10) / 3, Hours::from_minutes(200));
/// # Ok::<(), rung_record::HoursError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours {
    seconds: u64,
}

/// Why a text is not a number of hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoursError {
    /// Not a plain decimal number such as `1` or `0.75`.
    NotANumber(String),
    /// Below zero.
    Negative(String),
    /// Finer than a second: three decimals that are no whole seconds, or more than six.
    TooFine(String),
    /// More than [`Hours::MOST`].
    TooMany(String),
}

impl fmt::Display for HoursError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotANumber(seen) => write!(f, "\"{seen}\" is not a number of hours (write 1 or 0.75)"),
            Self::Negative(seen) => write!(f, "{seen} hours is below zero"),
            Self::TooFine(seen) => write!(f, "{seen} hours is finer than a second (write two decimals)"),
            Self::TooMany(seen) => write!(f, "{seen} hours is more than {} can be", Hours::MOST),
        }
    }
}

impl std::error::Error for HoursError {}

impl Hours {
    /// No hours.
    pub const ZERO: Self = Self { seconds: 0 };
    /// The most that one entry may say: over a century, day and night.
    pub const MOST: Self = Self::from_whole(1_000_000);

    /// `count` whole hours.
    pub const fn from_whole(count: u64) -> Self {
        Self { seconds: count * 3600 }
    }

    /// `count` minutes.
    pub const fn from_minutes(count: u64) -> Self {
        Self { seconds: count * 60 }
    }

    /// `count` seconds, the unit that hours are kept in.
    pub const fn from_seconds(count: u64) -> Self {
        Self { seconds: count }
    }

    /// Whole seconds.
    pub const fn in_seconds(self) -> u64 {
        self.seconds
    }

    /// Whole minutes, rounded down.
    pub const fn in_minutes(self) -> u64 {
        self.seconds / 60
    }

    /// Whether there are none.
    pub const fn is_zero(self) -> bool {
        self.seconds == 0
    }

    /// The difference, or none when `other` is the larger.
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self { seconds: self.seconds.saturating_sub(other.seconds) }
    }

    /// Hours and minutes as a person says them: `3 h 20 min`.
    pub fn in_words(self) -> String {
        let (hours, minutes) = (self.seconds / 3600, self.seconds % 3600 / 60);
        match (hours, minutes) {
            (hours, 0) => format!("{hours} h"),
            (0, minutes) => format!("{minutes} min"),
            (hours, minutes) => format!("{hours} h {minutes} min"),
        }
    }
}

impl FromStr for Hours {
    type Err = HoursError;

    fn from_str(text: &str) -> Result<Self, HoursError> {
        let seen = text.trim();
        if let Some(rest) = seen.strip_prefix('-') {
            let zero_or_number = rest.chars().all(|c| c.is_ascii_digit() || c == '.') && !rest.is_empty();
            let own = seen.chars().take(40).collect();
            return Err(if zero_or_number { HoursError::Negative(own) } else { HoursError::NotANumber(own) });
        }
        let own = || seen.chars().take(40).collect::<String>();
        let (whole, decimals) = seen.split_once('.').unwrap_or((seen, ""));
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if (whole.is_empty() && decimals.is_empty()) || !digits(whole) || !digits(decimals) {
            return Err(HoursError::NotANumber(own()));
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > 6 {
            return Err(HoursError::TooFine(own()));
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > 9 {
            return Err(HoursError::TooMany(own()));
        }
        let number = |part: &str| part.bytes().fold(0_u64, |sum, digit| sum * 10 + u64::from(digit - b'0'));
        let scale = 10_u64.pow(u32::try_from(decimals.len()).unwrap_or(0));
        let fraction = number(decimals) * 3600;
        // Four decimals tell every second apart, so a third of an hour may be written 0.3333.
        if decimals.len() < 4 && !fraction.is_multiple_of(scale) {
            return Err(HoursError::TooFine(own()));
        }
        let fraction = (fraction + scale / 2) / scale;
        let hours = Self { seconds: number(whole) * 3600 + fraction };
        if hours > Self::MOST { Err(HoursError::TooMany(own())) } else { Ok(hours) }
    }
}

/// Decimal hours with at most two decimals, rounded down (`3.33` for three hours and twenty minutes).
impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = self.seconds % 3600 / 36;
        let text = match hundredths {
            0 => format!("{}", self.seconds / 3600),
            h if h.is_multiple_of(10) => format!("{}.{}", self.seconds / 3600, h / 10),
            h => format!("{}.{h:02}", self.seconds / 3600),
        };
        f.pad(&text)
    }
}

impl ops::Add for Hours {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { seconds: self.seconds.saturating_add(other.seconds) }
    }
}

impl ops::AddAssign for Hours {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl ops::Mul<u64> for Hours {
    type Output = Self;
    fn mul(self, times: u64) -> Self {
        Self { seconds: self.seconds.saturating_mul(times) }
    }
}

/// Rounded down to a second.
impl ops::Div<u64> for Hours {
    type Output = Self;
    fn div(self, parts: u64) -> Self {
        Self { seconds: self.seconds / parts }
    }
}

impl Sum for Hours {
    fn sum<I: Iterator<Item = Self>>(hours: I) -> Self {
        hours.fold(Self::ZERO, ops::Add::add)
    }
}

/// Decimal hours with as many decimals as it takes, at most four, to read the same hours back.
impl serde::Serialize for Hours {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.seconds.is_multiple_of(36) {
            return serializer.collect_str(self);
        }
        let decimals = (self.seconds % 3600 * 10_000 + 1800) / 3600;
        let text = format!("{}.{decimals:04}", self.seconds / 3600);
        serializer.serialize_str(text.trim_end_matches('0'))
    }
}

impl<'de> serde::Deserialize<'de> for Hours {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl serde::de::Visitor<'_> for Text {
            type Value = Hours;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("hours such as 10 or \"1.25\"")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Hours, E> {
                text.parse().map_err(E::custom)
            }
            fn visit_u64<E: serde::de::Error>(self, count: u64) -> Result<Hours, E> {
                self.visit_str(&count.to_string())
            }
            fn visit_i64<E: serde::de::Error>(self, count: i64) -> Result<Hours, E> {
                self.visit_str(&count.to_string())
            }
        }
        deserializer.deserialize_any(Text)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Hours {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Hours".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Hours as a decimal, for example \"1.25\".",
            "type": ["string", "number"],
            "pattern": r"^[0-9]{1,7}(\.[0-9]{1,6})?$",
            "minimum": 0
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn decimals_are_exact() {
        for (text, seconds) in [
            ("0", 0),
            ("1.0", 3600),
            ("0.1", 360),
            ("2.25", 8100),
            (".5", 1800),
            ("1.", 3600),
            ("3.33", 11_988),
        ] {
            assert_eq!(text.parse(), Ok(Hours::from_seconds(seconds)), "{text}");
        }
    }

    #[test]
    fn a_third_of_ten_hours_prints_rounded_down_but_is_exact() {
        let third = Hours::from_whole(10) / 3;
        assert_eq!(third * 3, Hours::from_whole(10));
        assert_eq!((third.to_string().as_str(), third.in_words().as_str()), ("3.33", "3 h 20 min"));
    }

    #[test]
    fn what_is_no_number_of_hours_says_so() {
        let error = |text: &str| text.parse::<Hours>().unwrap_err().to_string();
        assert_eq!(error("-1"), "-1 hours is below zero");
        assert_eq!(error("one"), "\"one\" is not a number of hours (write 1 or 0.75)");
        assert_eq!(error("1e5"), "\"1e5\" is not a number of hours (write 1 or 0.75)");
        assert_eq!(error("0.333"), "0.333 hours is finer than a second (write two decimals)");
        assert_eq!(error("99999999999999999999"), "99999999999999999999 hours is more than 1000000 can be");
    }

    proptest! {
        #[test]
        fn hundredths_survive_a_round_trip(hundredths in 0_u64..100_000_000) {
            let hours = Hours::from_seconds(hundredths * 36);
            prop_assert_eq!(hours.to_string().parse(), Ok(hours));
        }

        #[test]
        fn every_second_survives_a_file(seconds in 0_u64..3_600_000_000) {
            let hours = Hours::from_seconds(seconds);
            let written = serde_json::to_string(&hours).unwrap();
            prop_assert_eq!(serde_json::from_str::<Hours>(&written).unwrap(), hours, "{}", written);
        }

        #[test]
        fn reading_never_panics(text in "\\PC{0,40}") {
            let _ = text.parse::<Hours>();
        }
    }
}
