//! The catalogue held against itself and against the sources that say its messages.

#![allow(clippy::unwrap_used, clippy::panic)]

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement,
};
use rung_words::{Arg, Language, Words};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

mod scan;

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a message uses.
#[derive(Debug, Default, PartialEq)]
struct Uses {
    variables: BTreeSet<String>,
    messages: BTreeSet<String>,
}

/// The messages of a language by their ids, read from its files; every file must be whole Fluent.
fn messages(language: Language) -> BTreeMap<String, Uses> {
    let mut all = BTreeMap::new();
    for file in files(&here().join("locales").join(language.code())) {
        let area = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&file).unwrap();
        let parsed = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in parsed.body {
            let Entry::Message(Message { id, value, attributes, .. }) = entry else {
                assert!(!matches!(entry, Entry::Term(_)), "{}: Rung's messages use no terms", file.display());
                continue;
            };
            let id = id.name.to_owned();
            assert!(attributes.is_empty(), "{id}: nothing says an attribute");
            assert!(id.starts_with(&format!("{area}-")), "{id} is in {area}.ftl: it must begin with {area}-");
            let mut uses = Uses::default();
            uses.pattern(&value.unwrap_or_else(|| panic!("{id} says nothing")));
            assert!(all.insert(id.clone(), uses).is_none(), "{id} is there twice in {}", language.name());
        }
    }
    with_referred(all)
}

/// Messages within messages bring their variables along.
fn with_referred(mut all: BTreeMap<String, Uses>) -> BTreeMap<String, Uses> {
    for id in all.keys().cloned().collect::<Vec<_>>() {
        let mut todo: Vec<String> = all[&id].messages.iter().cloned().collect();
        while let Some(other) = todo.pop() {
            let other =
                all.get(&other).unwrap_or_else(|| panic!("{id} refers to {other}, which is not there"));
            let (variables, more) = (other.variables.clone(), other.messages.clone());
            let own = all.get_mut(&id).unwrap();
            own.variables.extend(variables);
            todo.extend(more.into_iter().filter(|more| own.messages.insert(more.clone())));
        }
    }
    all
}

impl Uses {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.messages.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { arguments: CallArguments { .. }, id } => {
                panic!("{}(): Rung's messages use no functions", id.name)
            }
            _ => {}
        }
    }
}

/// The files under a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all.sort();
    all
}

/// Each place in the sources that says a message.
fn said() -> Vec<scan::Said> {
    let mut all = Vec::new();
    for folder in fs::read_dir(here().parent().unwrap()).unwrap() {
        let sources = folder.unwrap().path().join("src");
        for file in files(&sources).into_iter().filter(|file| file.extension().is_some_and(|own| own == "rs"))
        {
            scan::said(&file, &fs::read_to_string(&file).unwrap(), &mut all);
        }
    }
    all
}

#[test]
fn both_languages_say_the_same_with_the_same_values() {
    let [english, spanish] = Language::ALL.map(messages);
    let mut faults = String::new();
    for id in english.keys().chain(spanish.keys()).collect::<BTreeSet<_>>() {
        match (english.get(id), spanish.get(id)) {
            (Some(one), Some(two)) if one.variables == two.variables => {}
            (Some(one), Some(two)) => {
                writeln!(faults, "{id}: English uses {:?}, Spanish {:?}", one.variables, two.variables)
                    .unwrap();
            }
            (Some(_), None) => writeln!(faults, "{id} is not said in Spanish").unwrap(),
            _ => writeln!(faults, "{id} is not said in English").unwrap(),
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn every_message_that_is_said_is_there_with_exactly_its_values() {
    let english = messages(Language::English);
    let mut faults = String::new();
    for scan::Said { place, id, values } in said() {
        let Some(id) = id else {
            writeln!(faults, "{place}: the id is to be written out, as in say!(words, \"shell-today\")")
                .unwrap();
            continue;
        };
        match english.get(&id) {
            None => writeln!(faults, "{place}: there is no message {id}").unwrap(),
            Some(uses) if uses.variables != values => {
                writeln!(faults, "{place}: {id} uses {:?} and is given {values:?}", uses.variables).unwrap();
            }
            Some(_) => {}
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn every_message_is_said_somewhere() {
    let english = messages(Language::English);
    let mut unsaid: BTreeSet<&String> = english.keys().collect();
    let said = said();
    for id in said.iter().filter_map(|said| said.id.as_ref()) {
        unsaid.remove(id);
        let within = english.get(id).map(|uses| &uses.messages);
        within.into_iter().flatten().for_each(|other| {
            unsaid.remove(other);
        });
    }
    assert!(unsaid.is_empty(), "nothing says {unsaid:#?}");
}

#[test]
fn every_file_belongs_to_an_area() {
    for (language, id) in
        Language::ALL.into_iter().flat_map(|own| messages(own).into_keys().map(move |id| (own, id)))
    {
        // A file that is missing from the list of areas would leave its messages unsaid.
        assert_ne!(Words::of(language).say(&id, &[]), id, "{} is on the list of areas?", language.name());
    }
}

#[test]
fn what_is_nowhere_is_said_by_its_id() {
    for words in Language::ALL.map(Words::of) {
        assert_eq!(words.say("shell-no-such-message", &[]), "shell-no-such-message");
        assert_eq!(words.say("", &[("count", Arg::from(1))]), "");
        assert_eq!(
            words.say("shell-days-left", &[]),
            words.say("shell-days-left", &[("other", Arg::from(1))])
        );
    }
}

mod any_value {
    use super::*;
    use proptest::prelude::*;
    use rung_record::{Hours, Usd};

    fn value() -> impl Strategy<Value = Arg<'static>> {
        prop_oneof![
            any::<String>().prop_map(Arg::from),
            any::<i64>().prop_map(Arg::from),
            any::<u64>().prop_map(|seconds| Arg::from(Hours::from_seconds(seconds))),
            any::<u64>().prop_map(|cents| Arg::from(Usd::from_cents(cents))),
            (-9999_i16..=9999, 1_i8..=12, 1_i8..=28)
                .prop_map(|(year, month, day)| Arg::from(jiff::civil::date(year, month, day))),
        ]
    }

    proptest! {
        /// What the texts hold comes out as it went in: to escape markup is the page's affair, which maud does.
        #[test]
        fn no_value_makes_a_message_panic(arg in value()) {
            for language in Language::ALL {
                let words = Words::of(language);
                for (id, uses) in messages(language) {
                    let args: Vec<(&str, Arg<'_>)> =
                        uses.variables.iter().map(|name| (name.as_str(), arg.clone())).collect();
                    words.say(&id, &args);
                }
            }
        }
    }
}
