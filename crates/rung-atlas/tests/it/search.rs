use crate::{catalog, english, keeping};
use insta::assert_snapshot;
use proptest::prelude::*;
use rung_atlas::{Index, marked};
use rung_catalog::Catalog;
use std::sync::LazyLock;

static SHIPPED: LazyLock<Index> = LazyLock::new(|| Index::of(english(), &Catalog::shipped()));

fn addresses(query: &str) -> Vec<String> {
    SHIPPED.search(query).iter().map(|found| found.address.to_string()).collect()
}

#[test]
fn ohio_law_finds_the_law_line_of_ohio_first() {
    assert_eq!(addresses("Ohio law")[0], "credentials/oh-registered-pharmacy-technician/current/law");
}

#[test]
fn every_word_must_be_there_in_name_text_or_context() {
    let found = SHIPPED.search("opioid");
    assert!(found.len() >= 2);
    for one in &found {
        let all = format!("{} {} {} {}", one.address, one.name, one.context, one.text).to_lowercase();
        assert!(all.contains("opioid"), "{all}");
    }
    assert!(SHIPPED.search("opioid zebra").is_empty());
}

#[test]
fn the_last_word_may_be_a_beginning_unless_a_blank_follows() {
    assert!(!addresses("immunizat").is_empty());
    assert!(addresses("immunizat ").is_empty());
    assert!(addresses("immunizat Ohio").is_empty());
}

#[test]
fn plurals_and_capitals_do_not_matter() {
    assert_eq!(addresses("VACCINES texas"), addresses("vaccine Texas"));
}

#[test]
fn a_state_a_body_and_a_credential_are_found_as_pages() {
    assert_eq!(addresses("Texas")[0], "jurisdictions/tx");
    assert_eq!(addresses("PTCB")[0], "bodies/ptcb");
    assert_eq!(addresses("ptcb-cspt")[0], "credentials/ptcb-cspt");
}

#[test]
fn nothing_is_found_for_nothing() {
    for query in ["", " ", "!?", "zebra", "\u{0}", "…"] {
        assert!(addresses(query).is_empty(), "{query}");
    }
}

#[test]
fn a_whole_answer_on_a_small_catalogue() {
    let text = keeping(
        "aa",
        "Alpha",
        "[[credential.renewal]]\nid = \"now\"\ncite = \"rule\"\n[[credential.renewal.requirement]]\nid = \"law\"\n\
         what = \"pharmacy law\"\nminimum = 1\ncounts = { topics = [\"law\"] }\n\
         [[credential.renewal.requirement]]\nid = \"total\"\nwhat = \"continuing education\"\nminimum = 20\n\
         note = \"Hours of law count here too.\"\n",
    );
    let index = Index::of(english(), &catalog(&[("jurisdictions/aa.toml", &text)]));
    let found: Vec<String> = (index.search("law").iter())
        .filter(|found| found.address.shelf() == "credentials")
        .map(|found| format!("{} · {} · {} · {}", found.address, found.name, found.context, found.text))
        .collect();
    assert_snapshot!(found.join("\n"), @"
    credentials/aa-technician/now/law · pharmacy law · Alpha · Pharmacy Technician · At least 1 h of credit about law.
    credentials/aa-technician/now/total · continuing education · Alpha · Pharmacy Technician · At least 20 h. Hours of law count here too.
    ");
}

#[test]
fn what_was_asked_for_is_marked() {
    let shown = |query: &str, text: &str| -> String {
        let part =
            |(is_marked, part): (bool, &str)| if is_marked { format!("[{part}]") } else { part.to_owned() };
        marked(query, text).into_iter().map(part).collect()
    };
    assert_eq!(shown("law", "Law, laws, lawyer; outlaw"), "[Law], [laws], [lawyer]; outlaw");
    assert_eq!(shown("law ", "Law, laws, lawyer; outlaw"), "[Law], [laws], lawyer; outlaw");
    assert_eq!(shown("", "Law"), "Law");
    assert_eq!(shown("é", "Café é"), "Café [é]");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_query_panics_and_what_is_found_has_the_words(query in "\\PC{0,40}") {
        prop_assert!(SHIPPED.search(&query).len() <= 60);
    }

    #[test]
    fn marking_loses_nothing(query in "\\PC{0,12}", text in "\\PC{0,60}") {
        let whole: String = marked(&query, &text).into_iter().map(|(_, part)| part).collect();
        prop_assert_eq!(whole, text);
    }
}
