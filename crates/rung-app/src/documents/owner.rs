//! What a document belongs to: a credit, or something that is held.

use crate::shell::{Fault, Visit, credit_address, path_part, words::full_name};
use maud::{Markup, html};
use rung_record::{Credential, Credit};
use rung_store::{Kept, Kind};

/// All that a document can belong to, with names.
pub struct Owners<'v> {
    visit: &'v Visit,
    held: Vec<Kept<Credential>>,
}

/// One of them, as forms and addresses carry it: `credit:c1`, `credential:credential-5-1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner(pub Kind, pub String);

impl Owner {
    /// Reads `credit:c1`; none for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once(':')?;
        let kind = [Kind::Credit, Kind::Credential].into_iter().find(|known| known.word() == kind)?;
        (!id.is_empty()).then(|| Self(kind, id.to_owned()))
    }

    /// As it is read again.
    pub fn text(&self) -> String {
        format!("{}:{}", self.0.word(), self.1)
    }

    /// Its page.
    pub fn address(&self) -> String {
        match self.0 {
            Kind::Credit => credit_address(&self.1),
            _ => format!("/certifications/held/{}", path_part(&self.1)),
        }
    }
}

impl<'v> Owners<'v> {
    /// The visitor's.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn of(visit: &'v Visit) -> Result<Self, Fault> {
        Ok(Self { visit, held: visit.site.store().parts::<Credential>(visit.person).await? })
    }

    /// Whether it is there.
    pub fn have(&self, owner: &Owner) -> bool {
        match owner.0 {
            Kind::Credit => self.credit(&owner.1).is_some(),
            _ => self.held.iter().any(|held| held.id == owner.1),
        }
    }

    /// What it is called.
    pub fn name(&self, owner: &Owner) -> Markup {
        let catalog = self.visit.catalog();
        match owner.0 {
            Kind::Credit => match self.credit(&owner.1) {
                Some(credit) => html! { (title_of(credit)) ", " (self.visit.frame.day(credit.completed)) },
                None => html! { (owner.1) },
            },
            _ => match self.held.iter().find(|held| held.id == owner.1) {
                Some(held) => match catalog.credential(held.value.credential.as_str()) {
                    Some(known) => self.visit.frame.english(&full_name(catalog, known)),
                    None => html! { (held.value.credential) },
                },
                None => html! { (owner.1) },
            },
        }
    }

    /// What is held, and the credits, the newest first, `most` of them at most; each with its name as plain text.
    pub fn choices(&self, most: usize) -> Vec<(Owner, String)> {
        let catalog = self.visit.catalog();
        let held = self.held.iter().map(|held| {
            let name = catalog.short_name(held.value.credential.as_str());
            (Owner(Kind::Credential, held.id.clone()), name)
        });
        let mut credits: Vec<&Credit> = self.visit.record().credits.iter().collect();
        credits.sort_by_key(|credit| std::cmp::Reverse(credit.completed));
        let credits = credits.into_iter().take(most).map(|credit| {
            let name = format!("{}, {}", self.visit.frame.words.day(credit.completed), title_of(credit));
            (Owner(Kind::Credit, credit.id.to_string()), name)
        });
        held.chain(credits).collect()
    }

    fn credit(&self, id: &str) -> Option<&'v Credit> {
        self.visit.record().credits.iter().find(|credit| credit.id.as_str() == id)
    }
}

fn title_of(credit: &Credit) -> &str {
    let told = credit.title.as_deref().filter(|title| !title.trim().is_empty());
    told.or(credit.uan.as_deref()).unwrap_or(credit.id.as_str())
}
