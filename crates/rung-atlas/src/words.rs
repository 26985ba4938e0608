//! Single words of the catalogue that several pages say, in a language.

use rung_catalog::{Allowed, Credential, CredentialKind};
use rung_words::{Words, say};

/// `allowed`, `allowed on terms`, `not allowed`, `not known`.
pub fn allowed(words: &Words, allowed: Allowed) -> String {
    match allowed {
        Allowed::Yes => say!(words, "facts-allowed"),
        Allowed::Conditions => say!(words, "facts-allowed-on-terms"),
        Allowed::No => say!(words, "facts-allowed-not"),
        Allowed::Unknown => say!(words, "facts-allowed-unknown"),
    }
}

/// `license`, `permit for people in training`.
pub fn credential_kind(words: &Words, credential: &Credential) -> String {
    let kind = kind(words, credential.kind);
    if credential.trainee { say!(words, "facts-kind-trainee", kind = kind) } else { kind }
}

/// `license`, `registration`, `certification`, `certificate`, `permit`.
pub fn kind(words: &Words, kind: CredentialKind) -> String {
    match kind {
        CredentialKind::License => say!(words, "facts-kind-license"),
        CredentialKind::Registration => say!(words, "facts-kind-registration"),
        CredentialKind::Certification => say!(words, "facts-kind-certification"),
        CredentialKind::Certificate => say!(words, "facts-kind-certificate"),
        CredentialKind::Permit => say!(words, "facts-kind-permit"),
    }
}
