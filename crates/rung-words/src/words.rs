//! The catalogue of one language.

use crate::{Arg, Args, Language, marks::marked};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::{borrow::Cow, sync::OnceLock};
use unic_langid::LanguageIdentifier;

/// The file of an area in each language.
struct Area {
    name: &'static str,
    english: &'static str,
    spanish: &'static str,
}

/// The areas by their names, each with a file in `locales/en` and in `locales/es`.
macro_rules! areas {
    ($($name:literal),* $(,)?) => {
        const AREAS: [Area; [$($name),*].len()] = [$(Area {
            name: $name,
            english: include_str!(concat!("../locales/en/", $name, ".ftl")),
            spanish: include_str!(concat!("../locales/es/", $name, ".ftl")),
        }),*];
    };
}

areas![
    "account",
    "asked",
    "calendar",
    "ceplan",
    "certifications",
    "documents",
    "edits",
    "education",
    "facts",
    "field",
    "plan",
    "practice",
    "rulebook",
    "rules",
    "shell",
    "today",
];

type Bundle = FluentBundle<FluentResource>;

/// Everything that can be said in one language. There is one of each: [`Words::of`].
pub struct Words {
    language: Language,
    /// In the order of [`AREAS`]; read when something in it is said for the first time.
    areas: [OnceLock<Bundle>; AREAS.len()],
}

static ENGLISH: Words = Words::new(Language::English);
static SPANISH: Words = Words::new(Language::Spanish);

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.language).finish()
    }
}

impl Words {
    const fn new(language: Language) -> Self {
        Self { language, areas: [const { OnceLock::new() }; AREAS.len()] }
    }

    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Spanish => &SPANISH,
        }
    }

    /// Which language they are of.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A message with its values, as plain text; [`say!`](crate::say!) calls it.
    ///
    /// A message that is not there is said in English, and one that is nowhere by its id: a test sees to it that neither
    /// happens. A value that a message does not use does nothing; one that is missing is shown by its name.
    pub fn say(&self, id: &str, args: &Args<'_>) -> String {
        self.find(id, args).or_else(|| ENGLISH.find(id, args)).unwrap_or_else(|| id.to_owned())
    }

    /// A text that is in English in every language, such as the law: marked, so that a page can say which language it is
    /// in ([`parts`](crate::parts)). In English it stays as it is.
    pub fn english<'t>(&self, text: impl Into<Cow<'t, str>>) -> Cow<'t, str> {
        let text = text.into();
        match self.language {
            Language::English => text,
            Language::Spanish if text.is_empty() => text,
            Language::Spanish => marked(&text).into(),
        }
    }

    fn find(&self, id: &str, args: &Args<'_>) -> Option<String> {
        let bundle = self.bundle(id.split('-').next()?)?;
        let pattern = bundle.get_message(id)?.value()?;
        let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, self.value(arg))).collect();
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }

    fn bundle(&self, area: &str) -> Option<&Bundle> {
        let n = AREAS.iter().position(|own| own.name == area)?;
        Some(self.areas[n].get_or_init(|| read(self.language, &AREAS[n])))
    }

    fn value<'a>(&self, arg: &'a Arg<'_>) -> FluentValue<'a> {
        // The largest whole number below which a double tells each from its neighbours.
        const EXACT: i64 = 1 << 53;
        match arg {
            Arg::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Arg::Count(count) if (-EXACT..=EXACT).contains(count) => FluentValue::from(*count),
            Arg::Count(count) => FluentValue::from(signed(*count)),
            Arg::Hours(hours) => FluentValue::from(self.hours(*hours)),
            Arg::Decimal(hours) => FluentValue::from(hours.to_string()),
            Arg::Usd(amount) => FluentValue::from(self.usd(*amount)),
            Arg::Day(day) => FluentValue::from(self.day(*day)),
        }
    }
}

/// An area in a language. What is no Fluent is left out; a test reads every file.
fn read(language: Language, area: &Area) -> Bundle {
    let (locale, text) = match language {
        Language::English => ("en-US", area.english),
        Language::Spanish => ("es-US", area.spanish),
    };
    let locale: LanguageIdentifier = locale.parse().expect("a locale of two well-formed parts");
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, _)| readable);
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // Isolating marks are for languages of both directions; here they would only be in the way of whoever copies a text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(signed(number.value as i64)),
        _ => None,
    }));
    bundle.add_resource_overriding(resource);
    bundle
}

/// A whole number in groups of three digits, as both languages write it.
fn signed(number: i64) -> String {
    let digits = crate::locale::grouped(number.unsigned_abs());
    if number < 0 { format!("-{digits}") } else { digits }
}
