use crate::{catalog, english, keeping, today};
use insta::assert_snapshot;
use proptest::prelude::*;
use rung_atlas::{
    Address, FIELD_SHELVES, Fact, FieldPage, facts_of_authority, facts_of_credential, field_pages,
};
use rung_catalog::{Authority, Catalog, Cite};
use std::collections::{BTreeSet, HashSet};

/// Everything that a page about this authority, or about one of its credentials, says.
fn all_facts<'a>(catalog: &'a Catalog, authority: &'a Authority) -> Vec<Fact<'a>> {
    let own = facts_of_authority(english(), catalog, authority);
    let of_credentials =
        catalog.credentials_of(authority).flat_map(|known| facts_of_credential(english(), catalog, known));
    own.into_iter().chain(of_credentials).collect()
}

#[test]
fn every_fact_has_an_address_of_its_own_that_reads_back() {
    let catalog = Catalog::shipped();
    let mut seen = HashSet::new();
    for authority in &catalog.authorities {
        for fact in all_facts(&catalog, authority) {
            let text = fact.address.to_string();
            assert_eq!(text.parse::<Address>(), Ok(fact.address.clone()));
            assert!(text.chars().all(|c| c.is_ascii_graphic()), "{text}");
            assert!(seen.insert(text), "{} is there twice", fact.address);
        }
    }
    assert!(seen.len() > 2_500, "{}", seen.len());
}

#[test]
fn every_fact_says_something_in_a_sentence() {
    let catalog = Catalog::shipped();
    for authority in &catalog.authorities {
        for fact in all_facts(&catalog, authority) {
            assert!(!fact.name.is_empty(), "{}", fact.address);
            assert!(fact.says.ends_with(['.', '?', '!', ':']), "{}: {}", fact.address, fact.says);
            assert!(!fact.says.contains(".."), "{}: {}", fact.address, fact.says);
        }
    }
}

#[test]
fn what_is_asked_is_cited_or_said_to_be_unknown() {
    use rung_atlas::Section::{AfterExpiry, Duties, Exam, Fees, Getting, Keeping};
    let catalog = Catalog::shipped();
    for authority in &catalog.authorities {
        for fact in all_facts(&catalog, authority) {
            let asks = matches!(fact.section, Getting | Exam | Fees | Keeping | AfterExpiry | Duties);
            assert!(!asks || fact.cite.is_some() || fact.is_unknown, "{}", fact.address);
        }
    }
}

/// Sources that a file cites and no fact does, each with the reason.
fn without_a_fact(catalog: &Catalog, authority: &Authority) -> Vec<String> {
    let facts = all_facts(catalog, authority);
    let mut cites: Vec<&Cite> = facts.iter().filter_map(|fact| fact.cite).collect();
    cites.extend(authority.changes.iter().map(|change| &change.cite));
    let named = |cite: &&Cite| {
        let also = cite.also.iter().map(|other| other.source);
        std::iter::once(cite.source).chain(also).collect::<Vec<_>>()
    };
    let reached: BTreeSet<usize> = cites.iter().flat_map(named).collect();
    let missing = (0..authority.sources.len()).filter(|n| !reached.contains(n));
    missing.map(|n| format!("{}: {}", authority.id, authority.sources[n].id)).collect()
}

#[test]
fn every_cited_source_is_reached_from_a_fact() {
    let catalog = Catalog::shipped();
    let missing: Vec<String> =
        catalog.authorities.iter().flat_map(|authority| without_a_fact(&catalog, authority)).collect();
    assert_snapshot!(missing.join("\n"), @"");
}

#[test]
fn every_page_of_the_field_says_something_and_is_sourced() {
    let catalog = Catalog::shipped();
    let pages: Vec<FieldPage<'_>> =
        FIELD_SHELVES.iter().flat_map(|shelf| field_pages(english(), &catalog, shelf)).collect();
    let addresses: HashSet<String> = pages.iter().map(|page| page.address.to_string()).collect();
    assert_eq!(addresses.len(), pages.len());
    assert!(pages.len() > 100, "{}", pages.len());
    for page in pages {
        assert!(!page.lines.is_empty() && !page.sources.is_empty(), "{}", page.address);
        for line in page.lines {
            let is_sentence = line.says.ends_with(['.', '?', '!', ':']);
            assert!(is_sentence || line.name == "Address", "{}: {}", page.address, line.says);
        }
    }
    assert!(field_pages(english(), &catalog, "credentials").is_empty());
}

#[test]
fn a_whole_page_of_a_small_state() {
    let text = keeping(
        "aa",
        "Alpha",
        "[credential.reinstatement]\nwithin = \"6 months\"\nafterwards = \"a new application\"\ncite = \"rule\"\n\
         [[credential.renewal]]\nid = \"now\"\nfrom = 2026-01-01\ncite = [\"rule 1\", \"rule 2\"]\ncarry_over_periods = 1\n\
         conversion = [{ kind = \"college-course\", hours_per_academic_credit = 15 }]\n\
         [[credential.renewal.fee]]\nwhat = \"renewal\"\nusd = 50\nwhen = \"in time\"\n\
         [[credential.renewal.requirement]]\nid = \"total\"\nwhat = \"continuing education\"\nhours_unknown = true\n\
         [[credential.renewal.requirement]]\nid = \"law\"\nwhat = \"law\"\nminimum = 1\ncounts = { topics = [\"law\"] }\n\
         confidence = \"low\"\n\
         except = [{ when = { first_period = true }, hours = 0, why = \"first renewal\" }]\n",
    );
    let catalog = catalog(&[("jurisdictions/aa.toml", &text)]);
    let credential = &catalog.credentials[0];
    let line = |fact: &Fact<'_>| {
        let sign = if fact.is_unknown { "?" } else { "-" };
        let cite = fact
            .cite
            .map_or("no source".to_owned(), |cite| format!("{}, also {}", cite.place, cite.also.len()));
        let in_force = if fact.in_force_on(today()) { "" } else { ", not in force" };
        format!(
            "{sign} {} [{}] {}: {} ({cite}{in_force})",
            fact.address.anchor(),
            fact.group,
            fact.name,
            fact.says
        )
    };
    let page: Vec<String> = facts_of_credential(english(), &catalog, credential).iter().map(line).collect();
    assert_snapshot!(page.join("\n"), @"
    - kind [] Kind: License. (no source)
    - term [] Term: 2 years, ends on the day printed on it. (1, also 1)
    - path.apply [Application] Application: Nothing more is known of it. (, also 0)
    - now.frame [Renewal: periods that end from 2026-01-01] Applying: College courses count 15 h for each academic credit. Surplus hours carry over into the next period. (1, also 1)
    ? now.total [Renewal: periods that end from 2026-01-01] continuing education: Hours; how many, no source tells. (1, also 1)
    - now.law [Renewal: periods that end from 2026-01-01] law: At least 1 h of credit about law. Nothing is asked if it is the first period (first renewal). (1, also 1)
    - now.fee.renewal [Renewal: periods that end from 2026-01-01] Fee: renewal: $50, in time. (1, also 1)
    - after-expiry.reinstatement [Reinstatement] Reinstatement: Open for 6 months after expiry. It asks what a renewal asks. (, also 0)
    - after-expiry.afterwards [] When that is over: A new application. (, also 0)
    ");
}

proptest! {
    #[test]
    fn what_reads_as_an_address_is_written_as_it_was_read(text in "(credentials|roles|x)?/{0,2}[a-z#./-]{0,20}") {
        if let Ok(address) = text.parse::<Address>() {
            prop_assert_eq!(address.to_string().parse::<Address>(), Ok(address));
        }
    }
}
