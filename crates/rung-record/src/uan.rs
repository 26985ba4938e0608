//! The ACPE universal activity number.

use std::{borrow::Cow, fmt, str::FromStr};

/// A universal activity number, taken apart: `0107-0000-26-021-L03-T`.
///
/// Reading is as lenient as the numbers in circulation ask for: lower case, spaces beside hyphens (transcript PDFs wrap
/// lines inside the number), no hyphens at all, and a provider or joint provider short of leading zeros as in the
/// certifying board's own examples (`197-000-15-001-L05-T`). Printing is always canonical.
///
/// ```
/// use rung_record::Uan;
/// let uan: Uan = "0197-0000-17-001-l05-t".parse()?;
/// assert_eq!(uan.to_string(), "0197-0000-17-001-L05-T");
/// assert_eq!((uan.year(), uan.topic()), (2017, "05"));
/// # Ok::<(), rung_record::UanError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Uan {
    provider: Provider,
    joint_provider: u16,
    year: u8,
    sequence: u16,
    format: char,
    topic: [u8; 2],
    audience: char,
}

/// Four digits, or `JA` and seven; kept in place, since activity numbers are read by the thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Provider {
    bytes: [u8; 9],
    length: u8,
}

/// What the format letter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UanFormat {
    /// `L`: in real time.
    Live,
    /// `H`: home study, enduring.
    Home,
    /// A letter whose meaning is not published in any source that Rung has.
    Other(char),
}

/// Why a text is not a universal activity number, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UanError {
    seen: String,
    why: &'static str,
}

impl fmt::Display for UanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is not a universal activity number: {} (shape: 0107-0000-26-021-L03-T)",
            self.seen, self.why
        )
    }
}

impl std::error::Error for UanError {}

impl Uan {
    /// Four digits, or `JA` and seven for a jointly accredited provider.
    pub fn provider(&self) -> &str {
        std::str::from_utf8(&self.provider.bytes[..usize::from(self.provider.length)]).unwrap_or_default()
    }

    /// 0 for none, 9999 for any joint provider, else its number.
    pub fn joint_provider(&self) -> u16 {
        self.joint_provider
    }

    /// The year in which the activity was released (not the year in which it was taken).
    pub fn year(&self) -> i16 {
        2000 + i16::from(self.year)
    }

    /// The provider's own count in that year.
    pub fn sequence(&self) -> u16 {
        self.sequence
    }

    /// Live or home study.
    pub fn format(&self) -> UanFormat {
        match self.format {
            'L' => UanFormat::Live,
            'H' => UanFormat::Home,
            other => UanFormat::Other(other),
        }
    }

    /// The two digits of the topic designator; what they mean is in the catalogue.
    pub fn topic(&self) -> &str {
        std::str::from_utf8(&self.topic).unwrap_or_default()
    }

    /// Whether it ends in `T`: meant for technicians. The other ending is `P`, pharmacists.
    pub fn is_for_technicians(&self) -> bool {
        self.audience == 'T'
    }

    /// Whether `other` is the same activity; the numbers for technicians and for pharmacists differ in the last
    /// letter only.
    pub fn is_same_activity(&self, other: &Self) -> bool {
        self.activity() == other.activity()
    }

    /// The number that the same activity has, or would have, for the other audience.
    ///
    /// ```
    /// use rung_record::Uan;
    /// let technician: Uan = "0107-0000-26-021-L03-T".parse()?;
    /// assert_eq!(technician.sibling().to_string(), "0107-0000-26-021-L03-P");
    /// # Ok::<(), rung_record::UanError>(())
    /// ```
    pub fn sibling(&self) -> Self {
        Self { audience: if self.audience == 'T' { 'P' } else { 'T' }, ..self.clone() }
    }

    /// Equal for numbers of the same activity, and nearly always different for others.
    pub fn activity_hash(&self) -> u64 {
        let provider =
            self.provider.bytes.iter().fold(0_u64, |hash, byte| hash.wrapping_mul(31) + u64::from(*byte));
        let own =
            u64::from(self.joint_provider) << 24 | u64::from(self.year) << 16 | u64::from(self.sequence);
        provider.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ own
    }

    fn activity(&self) -> (Provider, u16, u8, u16, char, [u8; 2]) {
        (self.provider, self.joint_provider, self.year, self.sequence, self.format, self.topic)
    }
}

impl FromStr for Uan {
    type Err = UanError;

    fn from_str(text: &str) -> Result<Self, UanError> {
        if let Some(uan) = canonical(text.as_bytes()) {
            return Ok(uan);
        }
        let error = |why| UanError { seen: text.trim().chars().take(40).collect(), why };
        if text.len() > 80 {
            return Err(error("it is too long"));
        }
        let is_plain = text.bytes().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || c == b'-');
        let compact = if is_plain {
            Cow::Borrowed(text)
        } else {
            text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect()
        };
        let compact = compact.strip_prefix("UAN:").or(compact.strip_prefix("UAN")).unwrap_or(&compact);
        if !compact.is_ascii() {
            return Err(error("it has characters other than letters, digits and hyphens"));
        }
        let parts = if compact.contains('-') { six_parts(hyphenated(compact)) } else { split_solid(compact) };
        let Some([provider, joint, year, sequence, topic, audience]) = parts else {
            return Err(error("it needs six parts"));
        };
        let digits = |part: &str, most: usize, why| match part.parse::<u16>() {
            Ok(number) if part.len() <= most && part.bytes().all(|c| c.is_ascii_digit()) => Ok(number),
            _ => Err(error(why)),
        };
        let topic_bytes = topic.as_bytes();
        let &[format, tens, ones] = topic_bytes else {
            return Err(error("the fifth part is a letter and two digits"));
        };
        if !format.is_ascii_uppercase() || !tens.is_ascii_digit() || !ones.is_ascii_digit() {
            return Err(error("the fifth part is a letter and two digits"));
        }
        if year.len() != 2 {
            return Err(error("the year has two digits"));
        }
        Ok(Self {
            provider: provider_number(provider)
                .ok_or_else(|| error("the provider is four digits, or JA and seven"))?,
            joint_provider: digits(joint, 4, "the joint provider is four digits")?,
            year: u8::try_from(digits(year, 2, "the year has two digits")?).unwrap_or(0),
            sequence: digits(sequence, 3, "the sequence is three digits")?,
            format: char::from(format),
            topic: [tens, ones],
            audience: match audience {
                "T" => 'T',
                "P" => 'P',
                _ => return Err(error("it ends in T (technician) or P (pharmacist)")),
            },
        })
    }
}

fn provider_number(part: &str) -> Option<Provider> {
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    let mut bytes = [b'0'; 9];
    let length = match part.strip_prefix("JA") {
        Some(number) if number.len() == 7 && all_digits(number) => 9,
        None if part.len() <= 4 && all_digits(part) => 4,
        _ => return None,
    };
    bytes[length - part.len()..length].copy_from_slice(part.as_bytes());
    Some(Provider { bytes, length: u8::try_from(length).unwrap_or(0) })
}

/// Nearly every number comes in its canonical form, `0107-0000-26-021-L03-T`; it is read in one go.
fn canonical(text: &[u8]) -> Option<Uan> {
    let &[
        p0,
        p1,
        p2,
        p3,
        b'-',
        j0,
        j1,
        j2,
        j3,
        b'-',
        y0,
        y1,
        b'-',
        s0,
        s1,
        s2,
        b'-',
        format,
        tens,
        ones,
        b'-',
        audience,
    ] = text
    else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits
            .iter()
            .try_fold(0_u16, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u16::from(digit - b'0')))
    };
    number(&[p0, p1, p2, p3])?;
    number(&[tens, ones])?;
    let mut bytes = [b'0'; 9];
    bytes[..4].copy_from_slice(&[p0, p1, p2, p3]);
    (format.is_ascii_uppercase() && matches!(audience, b'T' | b'P')).then_some(())?;
    Some(Uan {
        provider: Provider { bytes, length: 4 },
        joint_provider: number(&[j0, j1, j2, j3])?,
        year: u8::try_from(number(&[y0, y1])?).ok()?,
        sequence: number(&[s0, s1, s2])?,
        format: char::from(format),
        topic: [tens, ones],
        audience: char::from(audience),
    })
}

/// The parts between hyphens of an ASCII text.
fn hyphenated(text: &str) -> impl Iterator<Item = &str> {
    let mut from = Some(0);
    std::iter::from_fn(move || {
        let start = from?;
        let length = text.as_bytes()[start..].iter().position(|byte| *byte == b'-');
        from = length.map(|length| start + length + 1);
        text.get(start..length.map_or(text.len(), |length| start + length))
    })
}

/// Cuts a number that was typed without hyphens; the parts other than the provider have fixed lengths.
fn split_solid(text: &str) -> Option<[&str; 6]> {
    let lengths = [if text.starts_with("JA") { 9 } else { 4 }, 4, 2, 3, 3, 1];
    if text.len() != lengths.iter().sum::<usize>() {
        return None;
    }
    let mut rest = text;
    six_parts(lengths.iter().map(|&length| {
        let (part, after) = rest.split_at(length);
        rest = after;
        part
    }))
}

fn six_parts<'t>(parts: impl Iterator<Item = &'t str>) -> Option<[&'t str; 6]> {
    let mut six = [""; 6];
    let mut count = 0;
    for part in parts {
        *six.get_mut(count)? = part;
        count += 1;
    }
    (count == 6).then_some(six)
}

impl fmt::Display for Uan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { joint_provider, year, sequence, format, audience, .. } = self;
        let provider = self.provider();
        write!(
            f,
            "{provider}-{joint_provider:04}-{year:02}-{sequence:03}-{format}{}-{audience}",
            self.topic()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_in_circulation_are_read() {
        for (typed, canonical) in [
            ("0204-0000-26-728-H04-T", "0204-0000-26-728-H04-T"),
            ("JA0002895-0000-24-072- H01-P", "JA0002895-0000-24-072-H01-P"),
            ("197-000-15-001-L05-T", "0197-0000-15-001-L05-T"),
            ("0798999918246H04P", "0798-9999-18-246-H04-P"),
            ("uan: 0202-0000-20-215-h05-p", "0202-0000-20-215-H05-P"),
        ] {
            assert_eq!(typed.parse::<Uan>().unwrap().to_string(), canonical);
        }
    }

    #[test]
    fn what_is_no_number_says_why() {
        let error = |text: &str| text.parse::<Uan>().unwrap_err().to_string();
        assert_eq!(
            error("0204-0000-26-728-H04-X"),
            "\"0204-0000-26-728-H04-X\" is not a universal activity number: it ends in T (technician) or P (pharmacist) \
             (shape: 0107-0000-26-021-L03-T)"
        );
        assert!(error("0669-24-002-CP").contains("it needs six parts"));
    }

    #[test]
    fn the_two_audiences_of_an_activity_are_one_activity() {
        let technician: Uan = "0204-0000-26-728-H04-T".parse().unwrap();
        let pharmacist: Uan = "0204-0000-26-728-H04-P".parse().unwrap();
        assert!(technician.is_same_activity(&pharmacist) && technician != pharmacist);
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,90}") {
            let _ = text.parse::<Uan>();
        }

        #[test]
        fn printing_and_reading_agree(text in "(JA[0-9]{7}|[0-9]{4})-[0-9]{4}-[0-9]{2}-[0-9]{3}-[A-Z][0-9]{2}-[PT]") {
            prop_assert_eq!(text.parse::<Uan>().unwrap().to_string(), text);
        }
    }
}
