//! What an activity number says, and where a credit says otherwise.

use crate::{TopicName, TopicNames};
use rung_record::{Audience, Credit, Format, Uan, UanFormat};
use serde::Serialize;
use std::fmt;

/// What each part of an activity number means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The number in its canonical form.
    pub number: String,
    /// Its parts, from left to right.
    pub parts: Vec<Part>,
    /// The number that the activity has for the other audience, if it is open to it. A number does not tell whether it
    /// is.
    pub sibling: String,
}

/// One part of an activity number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// As it stands in the number.
    pub text: String,
    /// What the part is for.
    pub name: &'static str,
    /// What it says.
    pub meaning: String,
}

/// Explains a number, part by part.
///
/// ```
/// use rung_formats::{TopicNames, uan::explain};
/// let explanation = explain(&"0107-0000-26-021-L03-T".parse()?, &TopicNames::default());
/// assert_eq!(explanation.parts[2].meaning, "released in 2026");
/// assert_eq!(explanation.sibling, "0107-0000-26-021-L03-P");
/// # Ok::<(), rung_record::UanError>(())
/// ```
pub fn explain(uan: &Uan, topic_names: &TopicNames) -> Explanation {
    let part = |text: String, name, meaning| Part { text, name, meaning };
    let year = uan.year();
    let topic_meaning = match topic_names.of(uan) {
        Some(topic) => topic.name.clone(),
        None => "a topic designator that the catalogue does not know".to_owned(),
    };
    let parts = vec![
        part(uan.provider().to_owned(), "provider", provider_meaning(uan)),
        part(format!("{:04}", uan.joint_provider()), "joint provider", joint_provider_meaning(uan)),
        part(format!("{:02}", year - 2000), "year", format!("released in {year}")),
        part(
            format!("{:03}", uan.sequence()),
            "sequence",
            format!("number {} of the provider's activities of {year}", uan.sequence()),
        ),
        part(format_letter(uan).to_string(), "format", format_meaning(uan).to_owned()),
        part(uan.topic().to_owned(), "topic", topic_meaning),
        part(if uan.is_for_technicians() { "T" } else { "P" }.to_owned(), "audience", audience_meaning(uan)),
    ];
    Explanation { number: uan.to_string(), parts, sibling: uan.sibling().to_string() }
}

fn provider_meaning(uan: &Uan) -> String {
    if uan.provider().starts_with("JA") {
        "the provider's number; JA: accredited jointly for several professions".to_owned()
    } else {
        "the provider's number".to_owned()
    }
}

fn joint_provider_meaning(uan: &Uan) -> String {
    match uan.joint_provider() {
        0 => "none".to_owned(),
        9999 => "given together with some other provider".to_owned(),
        other => format!("given together with provider {other:04}"),
    }
}

fn format_letter(uan: &Uan) -> char {
    match uan.format() {
        UanFormat::Live => 'L',
        UanFormat::Home => 'H',
        UanFormat::Other(letter) => letter,
    }
}

fn format_meaning(uan: &Uan) -> &'static str {
    match uan.format() {
        UanFormat::Live => "live",
        UanFormat::Home => "home study",
        UanFormat::Other(_) => "a format that no published source explains",
    }
}

fn audience_meaning(uan: &Uan) -> String {
    if uan.is_for_technicians() { "pharmacy technicians" } else { "pharmacists" }.to_owned()
}

/// A line for each part.
impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.number)?;
        for Part { text, name, meaning } in &self.parts {
            writeln!(f, "  {text:<9}  {name:<14}  {meaning}")?;
        }
        write!(f, "If the activity is open to the other audience too, its number there is {}.", self.sibling)
    }
}

/// Something that a credit says and its activity number denies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Disagreement {
    /// The credit's field, for example `format`.
    pub field: &'static str,
    /// What is wrong, in a sentence.
    pub sentence: String,
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

/// Where a credit and its activity number disagree; nothing when it has no number.
///
/// A credit may name topics beside the one of its number; only those are questioned that have a designator of their
/// own, because certifying bodies go by the designator.
pub fn disagreements(credit: &Credit, topic_names: &TopicNames) -> Vec<Disagreement> {
    let Some(number) = &credit.uan else { return Vec::new() };
    let uan: Uan = match number.parse() {
        Ok(uan) => uan,
        Err(error) => return vec![Disagreement { field: "uan", sentence: format!("{error}.") }],
    };
    [
        ("format", format_disagreement(credit, &uan)),
        ("audience", audience_disagreement(credit, &uan)),
        ("completed", year_disagreement(credit, &uan)),
        ("accreditation", accreditation_disagreement(credit)),
        ("law_of", law_disagreement(credit, &uan, topic_names)),
    ]
    .into_iter()
    .filter_map(|(field, sentence)| Some((field, sentence?)))
    .chain(topic_disagreements(credit, &uan, topic_names).map(|sentence| ("topics", sentence)))
    .map(|(field, sentence)| Disagreement { field, sentence })
    .collect()
}

fn format_disagreement(credit: &Credit, uan: &Uan) -> Option<String> {
    let format = credit.format?;
    let agrees = match uan.format() {
        UanFormat::Live => format != Format::Home,
        UanFormat::Home => format == Format::Home,
        UanFormat::Other(_) => true,
    };
    (!agrees).then(|| {
        format!(
            "The credit says {}, its number says {} ({}).",
            match format {
                Format::Live => "live",
                Format::LiveOnline => "live online",
                Format::Home => "home study",
            },
            format_meaning(uan),
            format_letter(uan)
        )
    })
}

fn audience_disagreement(credit: &Credit, uan: &Uan) -> Option<String> {
    let audience = credit.audience?;
    let agrees = match audience {
        Audience::Technician | Audience::Both => uan.is_for_technicians(),
        Audience::Pharmacist => !uan.is_for_technicians(),
    };
    (!agrees).then(|| {
        format!(
            "The credit says that it is for {}, its number is the one for {}; the activity's number for the other \
             audience would be {}.",
            match audience {
                Audience::Technician => "pharmacy technicians",
                Audience::Pharmacist => "pharmacists",
                Audience::Both => "both technicians and pharmacists",
            },
            audience_meaning(uan),
            uan.sibling()
        )
    })
}

fn year_disagreement(credit: &Credit, uan: &Uan) -> Option<String> {
    (uan.year() > credit.completed.year()).then(|| {
        format!(
            "It was completed on {}, before its number's year of release, {}.",
            credit.completed,
            uan.year()
        )
    })
}

fn accreditation_disagreement(credit: &Credit) -> Option<String> {
    let bodies = credit.accreditation.as_ref()?;
    (!bodies.iter().any(|body| body.eq_ignore_ascii_case("acpe")))
        .then(|| "It has an ACPE activity number, but ACPE is not among those who accredit it.".to_owned())
}

fn law_disagreement(credit: &Credit, uan: &Uan, topic_names: &TopicNames) -> Option<String> {
    let state = credit.law_of.as_ref()?;
    let topic = topic_names.of(uan)?;
    (!topic.topics.iter().any(|topic| topic == "law"))
        .then(|| format!("The credit says that it is about the law of {state}, {}.", number_says(topic)))
}

fn topic_disagreements<'a>(
    credit: &'a Credit,
    uan: &Uan,
    topic_names: &'a TopicNames,
) -> impl Iterator<Item = String> + 'a {
    let own = topic_names.of(uan);
    credit.topics.iter().filter_map(move |typed| {
        let own = own.filter(|own| !own.topics.contains(typed))?;
        let other = topic_names.iter().find(|other| other.topics.contains(typed))?;
        Some(format!("The credit says {typed} (designator {}), {}.", other.code, number_says(own)))
    })
}

fn number_says(topic: &TopicName) -> String {
    format!("its number says {}, {}", topic.code, topic.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CreditDraft, topic_names::of_the_field};
    use rung_record::CreditId;

    #[test]
    fn each_part_is_told_in_words() {
        let explained = |number: &str| explain(&number.parse().unwrap(), &of_the_field()).to_string();
        insta::assert_snapshot!(explained("0107-0000-26-021-L03-T"), @"
        0107-0000-26-021-L03-T
          0107       provider        the provider's number
          0000       joint provider  none
          26         year            released in 2026
          021        sequence        number 21 of the provider's activities of 2026
          L          format          live
          03         topic           Law
          T          audience        pharmacy technicians
        If the activity is open to the other audience too, its number there is 0107-0000-26-021-L03-P.
        ");
        insta::assert_snapshot!(explained("JA0002895-9999-24-072-B88-P"), @"
        JA0002895-9999-24-072-B88-P
          JA0002895  provider        the provider's number; JA: accredited jointly for several professions
          9999       joint provider  given together with some other provider
          24         year            released in 2024
          072        sequence        number 72 of the provider's activities of 2024
          B          format          a format that no published source explains
          88         topic           a topic designator that the catalogue does not know
          P          audience        pharmacists
        If the activity is open to the other audience too, its number there is JA0002895-9999-24-072-B88-T.
        ");
        assert!(explained("0384-0107-21-104-H07-T").contains("given together with provider 0107"));
    }

    fn credit(number: &str) -> Credit {
        let mut draft = CreditDraft::new(1, "2026-02-11".parse().unwrap());
        draft.credit.uan = Some(number.to_owned());
        draft.with_id(CreditId::from("c1"))
    }

    #[test]
    fn a_credit_that_says_what_its_number_says_has_no_disagreement() {
        let mut draft = CreditDraft::new(1, "2026-02-11".parse().unwrap());
        assert_eq!(disagreements(draft.credit(), &of_the_field()), []);
        draft.take_number("0107-0000-26-021-L03-T", &of_the_field());
        draft.credit.law_of = Some("TX".to_owned());
        draft.credit.topics.push("cultural-competency".into());
        assert_eq!(disagreements(draft.credit(), &of_the_field()), []);
    }

    #[test]
    fn every_disagreement_is_a_sentence() {
        let typed = Credit {
            completed: "2024-12-31".parse().unwrap(),
            format: Some(Format::Home),
            audience: Some(Audience::Technician),
            accreditation: Some(vec!["board:tx".to_owned()]),
            law_of: Some("TX".to_owned()),
            topics: vec!["law".into(), "patient-safety".into()],
            ..credit("0107-0000-26-021-L05-P")
        };
        let sentences: Vec<String> =
            disagreements(&typed, &of_the_field()).iter().map(ToString::to_string).collect();
        insta::assert_snapshot!(sentences.join("\n"), @"
        The credit says home study, its number says live (L).
        The credit says that it is for pharmacy technicians, its number is the one for pharmacists; the activity's number for the other audience would be 0107-0000-26-021-L05-T.
        It was completed on 2024-12-31, before its number's year of release, 2026.
        It has an ACPE activity number, but ACPE is not among those who accredit it.
        The credit says that it is about the law of TX, its number says 05, Patient Safety.
        The credit says law (designator 03), its number says 05, Patient Safety.
        ");
        insta::assert_snapshot!(disagreements(&credit("0107-26"), &of_the_field())[0], @r#""0107-26" is not a universal activity number: it needs six parts (shape: 0107-0000-26-021-L03-T)."#);
    }
}
