//! What is held, as a person reads it.

use crate::shell::{Frame, conflict::Differs, words};
use rung_catalog::Catalog;
use rung_record::{Credential, CredentialStatus, Date, FeePaid, HeldPeriod, Renewal};
use rung_words::{Words, say};

/// A field as a person reads it: its name and its value.
pub type Line = (String, String);

/// `Texas · Registered Pharmacy Technician`; the id of what the catalogue lacks.
pub fn name(catalog: &Catalog, held: &Credential) -> String {
    match catalog.credential(held.credential.as_str()) {
        Some(known) => words::full_name(catalog, known),
        None => held.credential.to_string(),
    }
}

/// The word for a status.
pub fn status(words: &Words, status: CredentialStatus) -> String {
    match status {
        CredentialStatus::Active => say!(words, "certifications-status-active"),
        CredentialStatus::Inactive => say!(words, "certifications-status-inactive"),
        CredentialStatus::Suspended => say!(words, "certifications-status-suspended"),
        CredentialStatus::Revoked => say!(words, "certifications-status-revoked"),
        CredentialStatus::Surrendered => say!(words, "certifications-status-surrendered"),
    }
}

/// Every field that says something, in the order of the form.
pub fn lines(frame: &Frame, catalog: &Catalog, held: &Credential) -> Vec<Line> {
    let words = frame.words;
    let mut lines = vec![(say!(words, "certifications-field-credential"), name(catalog, held))];
    let day = |day: &Date| words.day(*day);
    lines.extend(held.number.iter().map(|own| (say!(words, "certifications-field-number"), own.clone())));
    lines.extend(held.issued.iter().map(|own| (say!(words, "certifications-field-issued"), day(own))));
    lines.extend(held.expires.iter().map(|own| (say!(words, "certifications-field-expires"), day(own))));
    lines.push((say!(words, "certifications-field-status"), status(words, held.status)));
    lines.extend(
        held.periods.iter().map(|own| (say!(words, "certifications-field-period"), period(words, own))),
    );
    lines.extend(
        held.renewals.iter().map(|own| (say!(words, "certifications-field-renewal"), renewal(words, own))),
    );
    lines.extend(held.fees_paid.iter().map(|own| (say!(words, "certifications-field-fee"), fee(words, own))));
    lines.extend(held.extra.iter().map(|(key, value)| (key.clone(), plain(value))));
    lines
}

fn plain(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn period(words: &Words, period: &HeldPeriod) -> String {
    format!("{} – {}", words.day(period.from), words.day(period.to))
}

/// `Filed Feb 10, 2025, approved Mar 20, 2025`.
pub fn renewal(words: &Words, renewal: &Renewal) -> String {
    let mut steps = vec![say!(words, "certifications-renewal-filed", day = renewal.filed)];
    steps.extend(
        renewal.returned.map(|returned| say!(words, "certifications-renewal-returned", day = returned)),
    );
    steps.extend(
        renewal.approved.map(|approved| say!(words, "certifications-renewal-approved", day = approved)),
    );
    if steps.len() == 1 {
        steps.push(say!(words, "certifications-renewal-pending"));
    }
    steps.join(", ")
}

/// `$55, Feb 10, 2025: renewal`.
pub fn fee(words: &Words, fee: &FeePaid) -> String {
    let mut text = words.usd(fee.usd);
    if let Some(paid) = fee.paid {
        text.push_str(&format!(", {}", words.day(paid)));
    }
    if let Some(what) = &fee.what {
        text.push_str(&format!(": {what}"));
    }
    text
}

/// The fields that are not alike, for whoever typed one of the two.
pub fn differing(typed: &[Line], now: &[Line]) -> Vec<Differs> {
    let of = |lines: &[Line], name: &str| {
        let own = lines.iter().filter(|(own, _)| own == name).map(|(_, value)| value.as_str());
        own.collect::<Vec<_>>().join("; ")
    };
    let mut names: Vec<&String> = Vec::new();
    for (name, _) in typed.iter().chain(now) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let differs = |name: &String| {
        let (typed, now) = (of(typed, name), of(now, name));
        (typed != now).then(|| Differs { field: name.clone(), typed, now })
    };
    names.into_iter().filter_map(differs).collect()
}
