//! The small words that the field's files are written in: ids, exact numbers, months, cites.

use serde::{Deserialize, Deserializer, de};
use std::fmt;
use toml::Spanned;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        ///
        /// Lower-case letters, digits and hyphens.
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(extend("pattern" = "^[a-z0-9-]+$"))
        )]
        #[serde(try_from = "String")]
        pub struct $name(String);

        impl $name {
            /// The id as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(text: String) -> Result<Self, String> {
                checked_id(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// Names a role, for example `lead-technician`; a record's `work` names it too.
    RoleId
    /// Names a practice setting, for example `hospital-inpatient`; a record's `work` names it too.
    SettingId
    /// Names an industry of the wage statistics, for example `hospitals`.
    IndustryId
    /// Names an action, for example `cycle-counts`.
    ActionId
    /// Names a kind of control chart, for example `xmr`.
    ChartId
    /// Names an organization, for example `npta`.
    OrganizationId
    /// Names an event, for example `ashp-midyear`.
    EventId
    /// Names a feed, for example `fda-medwatch`.
    FeedId
    /// Names a survey of pay.
    SurveyId
    /// Names a question of the questionnaire on interests.
    QuestionId
    /// Names a training program, for example `ashp-diversion-microcredential`.
    ProgramId
    /// A duty beyond the usual ones, for example `product-verification`: the words of a board's duties.
    DutyId
}

fn checked_id(text: String) -> Result<String, String> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if text.is_empty() || !text.chars().all(fits) {
        return Err(format!("\"{text}\" is not an id (lower-case letters, digits and hyphens)"));
    }
    Ok(text)
}

/// Two lower-case letters of a state, the district or a territory, as the ids of the boards' files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("pattern" = "^[a-z]{2}$")))]
#[serde(try_from = "String")]
pub struct StateCode(String);

impl StateCode {
    /// The two letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for StateCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text.len() == 2 && text.bytes().all(|c| c.is_ascii_lowercase()) {
            Ok(Self(text))
        } else {
            Err(format!("\"{text}\" is not a state (two lower-case letters)"))
        }
    }
}

/// An occupation of the federal classification: `29-2052`, or finer, as O*NET has it, `29-2052.00`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("pattern" = "^[0-9]{2}-[0-9]{4}(\\.[0-9]{2})?$")))]
#[serde(try_from = "String")]
pub struct OccupationCode(String);

impl OccupationCode {
    /// The code as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The six digits that wage statistics go by: `29-2052` of `29-2052.00`.
    pub fn six_digits(&self) -> &str {
        &self.0[..7]
    }
}

impl TryFrom<String> for OccupationCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        if ["00-0000", "00-0000.00"].contains(&shape.as_str()) {
            Ok(Self(text))
        } else {
            Err(format!("\"{text}\" is not an occupation's code (write \"29-2052\" or \"29-2052.00\")"))
        }
    }
}

impl fmt::Display for OccupationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for OccupationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A month that figures are of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("pattern" = "^[0-9]{4}-(0[1-9]|1[0-2])$")))]
#[serde(try_from = "String")]
pub struct Month {
    /// For example 2025.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
}

impl TryFrom<String> for Month {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2);
        let read =
            |(year, month): (&str, &str)| Some(Self { year: year.parse().ok()?, month: month.parse().ok()? });
        parts
            .and_then(read)
            .filter(|read| read.year >= 1900 && (1..=12).contains(&read.month))
            .ok_or_else(|| format!("\"{text}\" is not a month (write \"2025-05\")"))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// How far something is from what it is compared with, in percent of the latter, exact to two decimals; below zero where
/// it is less.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Difference {
    hundredths: i32,
}

/// A rating of O*NET, exact to two decimals. Its field says on which scale: importance is 1 to 5, level 0 to 7, extent
/// and interest 1 to 7.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score {
    hundredths: i32,
}

impl Difference {
    /// Hundredths of a percent: 1280 for 12.8 percent.
    pub const fn in_hundredths(self) -> i32 {
        self.hundredths
    }
}

impl Score {
    /// Hundredths of a point: 459 for 4.59.
    pub const fn in_hundredths(self) -> i32 {
        self.hundredths
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&shown(self.hundredths))
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&shown(self.hundredths))
    }
}

impl fmt::Debug for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}%")
    }
}

impl fmt::Debug for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl<'de> Deserialize<'de> for Difference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let exact = Exact {
            what: "a difference in percent such as 6 or \"-12.8\"",
            least: -1_000_000,
            most: 1_000_000,
        };
        deserializer.deserialize_any(exact).map(|hundredths| Self { hundredths })
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let exact = Exact { what: "a rating from 0 to 7 such as 4 or \"4.59\"", least: 0, most: 700 };
        deserializer.deserialize_any(exact).map(|hundredths| Self { hundredths })
    }
}

/// Reads hundredths from a whole number, or from a text with at most two decimals.
struct Exact {
    what: &'static str,
    least: i32,
    most: i32,
}

impl de::Visitor<'_> for Exact {
    type Value = i32;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }

    fn visit_i64<E: de::Error>(self, count: i64) -> Result<i32, E> {
        self.visit_str(&count.to_string())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<i32, E> {
        hundredths(text)
            .filter(|seen| (self.least..=self.most).contains(seen))
            .ok_or_else(|| E::custom(format!("\"{text}\" is not {}", self.what)))
    }
}

fn hundredths(text: &str) -> Option<i32> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str, most: usize| {
        !part.is_empty() && part.len() <= most && part.bytes().all(|c| c.is_ascii_digit())
    };
    if !plain(whole, 5) || !plain(decimals, 2) {
        return None;
    }
    let whole: i32 = whole.parse().ok()?;
    let decimals: i32 = format!("{decimals:0<2}").parse().ok()?;
    Some(sign * (whole * 100 + decimals))
}

fn shown(hundredths: i32) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match rest {
        0 => format!("{sign}{whole}"),
        tenths if tenths % 10 == 0 => format!("{sign}{whole}.{}", tenths / 10),
        rest => format!("{sign}{whole}.{rest:02}"),
    }
}

/// The sources of one fact, the best first. Never empty; every one is a source of the same file.
#[derive(Clone, PartialEq, Deserialize)]
#[serde(try_from = "Spanned<OneOrMore>")]
pub struct Cites {
    cites: Vec<SourceCite>,
    /// The byte of the file at which they are written, for faults.
    pub(super) at: Byte,
}

/// A place in a source of the same file.
#[derive(Clone, PartialEq, Eq)]
pub struct SourceCite {
    /// The source's id.
    pub source: String,
    /// Section or page; empty when the source is short.
    pub place: String,
}

/// A byte of a file. Two facts that differ only in where they are written are equal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Byte(pub usize);

impl PartialEq for Byte {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Cites {
    /// Each of them.
    pub fn iter(&self) -> std::slice::Iter<'_, SourceCite> {
        self.cites.iter()
    }
}

impl<'a> IntoIterator for &'a Cites {
    type Item = &'a SourceCite;
    type IntoIter = std::slice::Iter<'a, SourceCite>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Debug for Cites {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: Vec<String> =
            self.iter().map(|cite| format!("{} {}", cite.source, cite.place).trim_end().to_owned()).collect();
        write!(f, "[{}]", shown.join(", "))
    }
}

impl fmt::Debug for SourceCite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.source, self.place)
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl TryFrom<Spanned<OneOrMore>> for Cites {
    type Error = &'static str;

    fn try_from(written: Spanned<OneOrMore>) -> Result<Self, Self::Error> {
        let at = Byte(written.span().start);
        let texts = match written.into_inner() {
            OneOrMore::One(text) => vec![text],
            OneOrMore::More(texts) => texts,
        };
        if texts.is_empty() {
            return Err("every fact cites at least one source");
        }
        let cite = |text: String| {
            let (source, place) = text.split_once(' ').unwrap_or((&text, ""));
            SourceCite { source: source.to_owned(), place: place.trim().to_owned() }
        };
        Ok(Self { cites: texts.into_iter().map(cite).collect(), at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_exact_number_is_refused() {
        for text in ["", "-", "1.", ".5", "1.234", "1e3", "+1", "123456"] {
            assert_eq!(hundredths(text), None, "{text}");
        }
    }

    #[test]
    fn the_six_digits_of_a_finer_code_are_those_of_the_coarser_one() {
        let fine = OccupationCode::try_from("29-2052.00".to_owned()).unwrap();
        assert_eq!(fine.six_digits(), "29-2052");
        assert!(OccupationCode::try_from("292052".to_owned()).is_err());
    }

    proptest! {
        #[test]
        fn exact_numbers_survive_a_round_trip(count in -1_000_000_i32..1_000_000) {
            prop_assert_eq!(hundredths(&shown(count)), Some(count));
        }

        #[test]
        fn months_survive_a_round_trip(year in 1900_i16..2200, month in 1_u8..=12) {
            let seen = Month { year, month };
            prop_assert_eq!(Month::try_from(seen.to_string()), Ok(seen));
        }
    }
}
