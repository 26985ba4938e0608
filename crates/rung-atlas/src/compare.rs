//! Two credentials, or two jurisdictions, side by side.

use crate::{Fact, FactKind, Glance, Section, facts_of_authority, facts_of_credential};
use rung_catalog::{Authority, Catalog, Credential};
use rung_record::Date;
use rung_words::Words;

/// One line of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// What it is about, for a heading above the rows that share it.
    pub section: Section,
    /// What is compared: `Texas pharmacy law or rules`.
    pub name: String,
    /// What the first says; none where it says nothing of it.
    pub left: Option<Side<'a>>,
    /// What the second says.
    pub right: Option<Side<'a>>,
}

/// What one of the two says.
pub type Side<'a> = Fact<'a>;

impl Row<'_> {
    /// Whether the two say different things.
    pub fn differs(&self) -> bool {
        let says = |side: &Option<Side<'_>>| side.as_ref().map(|fact| fact.says.clone());
        says(&self.left) != says(&self.right)
    }
}

/// Two credentials as they stand on a day: every fact in force of either, beside the one of the other that is about the
/// same.
pub fn compare_credentials<'a>(
    words: &Words,
    catalog: &'a Catalog,
    left: &'a Credential,
    right: &'a Credential,
    on: Date,
) -> Vec<Row<'a>> {
    let in_force = |credential| {
        let facts = facts_of_credential(words, catalog, credential);
        facts.into_iter().filter(|fact| fact.in_force_on(on)).collect()
    };
    pair_up(in_force(left), in_force(right))
}

/// Two jurisdictions as they stand on a day: what they ask at a glance, the credentials that stand for them, and the
/// duties that they allow.
pub fn compare_jurisdictions<'a>(
    words: &Words,
    catalog: &'a Catalog,
    left: &'a Authority,
    right: &'a Authority,
    on: Date,
) -> Vec<Row<'a>> {
    let facts = |authority: &'a Authority| {
        let glance = Glance::of(catalog, authority, on);
        let mut facts = glance_facts(words, &glance);
        let of_credential =
            glance.credential.map(|credential| facts_of_credential(words, catalog, credential));
        facts.extend(of_credential.unwrap_or_default());
        facts.extend(facts_of_authority(words, catalog, authority));
        facts.retain(|fact| fact.in_force_on(on) && fact.section != Section::Changes);
        facts
    };
    pair_up(facts(left), facts(right))
}

/// A glance as facts of the first section. What technicians may do is told duty by duty.
fn glance_facts<'a>(words: &Words, glance: &Glance<'a>) -> Vec<Fact<'a>> {
    let page = crate::Address::authority(glance.authority);
    let mut lines = glance.in_words(words).to_vec();
    lines.truncate(Glance::VACCINES);
    let fact = |(name, says, is_unknown): (String, String, bool)| Fact {
        address: page.clone(),
        section: Section::About,
        group: String::new(),
        kind: FactKind::Plain,
        name,
        says,
        from: None,
        until: None,
        superseded: false,
        is_unknown,
        cite: None,
    };
    lines.into_iter().map(fact).collect()
}

/// Facts of the same section that are about the same beside each other, in the order of their sections.
///
/// Notes and open questions are left out: each is about something of its own.
fn pair_up<'a>(mut left: Vec<Fact<'a>>, mut right: Vec<Fact<'a>>) -> Vec<Row<'a>> {
    let comparable = |fact: &Fact<'_>| fact.kind != FactKind::Note && fact.section != Section::OpenQuestions;
    left.retain(comparable);
    right.retain(comparable);
    let mut right: Vec<(_, Option<Fact<'a>>)> =
        right.into_iter().map(|fact| (subject(&fact), Some(fact))).collect();
    let mut rows: Vec<Row<'a>> = Vec::new();
    for fact in left {
        let key = subject(&fact);
        let twin = right.iter_mut().find(|(other, fact)| fact.is_some() && *other == key);
        let twin = twin.and_then(|(_, fact)| fact.take());
        rows.push(Row { section: fact.section, name: fact.name.clone(), left: Some(fact), right: twin });
    }
    for fact in right.into_iter().filter_map(|(_, fact)| fact) {
        rows.push(Row { section: fact.section, name: fact.name.clone(), left: None, right: Some(fact) });
    }
    rows.sort_by_key(|row| row.section);
    rows
}

/// What a fact is about, whatever the page: lines of rules by their id, the rest by their name.
fn subject(fact: &Fact<'_>) -> (Section, String) {
    let by_id = matches!(fact.section, Section::Keeping | Section::Duties);
    let anchor = fact.address.anchor();
    let id = anchor.split_once('.').map_or(anchor.as_str(), |(_, rest)| rest);
    (fact.section, if by_id { id.to_owned() } else { fact.name.to_lowercase() })
}
