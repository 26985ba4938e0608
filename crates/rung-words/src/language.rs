//! The languages that Rung speaks.

/// A language that every message is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English as in the United States.
    #[default]
    English,
    /// Spanish as in the United States.
    Spanish,
}

impl Language {
    /// All of them, the one to fall back to first.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// Its code, as in `<html lang="es">`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// Its name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
        }
    }

    /// The language of a code: `en` or `es`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language that the reader of a page likes best, by the header `Accept-Language`; English when it names none of
    /// ours.
    ///
    /// ```
    /// use rung_words::Language;
    /// assert_eq!(Language::negotiate("fr, en;q=0.5, es-MX;q=0.8"), Language::Spanish);
    /// ```
    pub fn negotiate(accept_language: &str) -> Self {
        let mut best = (0, Self::default());
        for wish in accept_language.split(',') {
            let (range, weight) =
                wish.split_once(';').map_or((wish, 1000), |(range, q)| (range, thousandths(q)));
            let primary = range.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
            let language = if primary == "*" { Some(Self::default()) } else { Self::from_code(&primary) };
            if let Some(language) = language.filter(|_| weight > best.0) {
                best = (weight, language);
            }
        }
        best.1
    }
}

/// The weight `q=0.75` in thousandths; none for what is no weight.
fn thousandths(parameter: &str) -> u32 {
    let number = parameter.trim().strip_prefix("q=").or_else(|| parameter.trim().strip_prefix("Q="));
    let (whole, decimals) = number.map_or(("", ""), |text| text.split_once('.').unwrap_or((text, "")));
    match (whole, decimals.len()) {
        ("1", _) => 1000,
        ("0", ..=3) => format!("{decimals:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, Spanish};
    use proptest::prelude::*;

    #[test]
    fn the_reader_gets_the_language_that_weighs_most() {
        for (header, language) in [
            ("", English),
            ("es", Spanish),
            ("es-US,es;q=0.9,en;q=0.8", Spanish),
            ("en-US,en;q=0.9,es;q=0.8", English),
            ("en;q=0.5, ES-mx ; q=0.75", Spanish),
            ("de, fr;q=0.9", English),
            ("es;q=0", English),
            ("es;q=0.001, *;q=0.5", English),
            ("en;q=0.2,es;q=0.20,", English),
            ("es;q=2, en;q=0.1", English),
            ("est, eng", English),
        ] {
            assert_eq!(Language::negotiate(header), language, "{header}");
        }
    }

    #[test]
    fn a_code_names_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
        assert_eq!(Language::from_code("fr"), None);
    }

    proptest! {
        #[test]
        fn no_header_makes_it_panic(header in "[a-z*;q=0-9., \\-]{0,60}|\\PC{0,40}") {
            let _ = Language::negotiate(&header);
        }
    }
}
