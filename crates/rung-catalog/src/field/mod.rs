//! Roles, settings and the rest of the field: what no rule needs, and what a career is made of.
//!
//! Nine files of `catalog/field/`, one type each. They are read when somebody first asks ([`Catalog::field`]), because
//! most commands never do; files laid over the shipped ones are read, and their faults told, when the catalogue loads.
//!
//! ```
//! use rung_catalog::{Catalog, field::Rung};
//! let catalog = Catalog::shipped();
//! let lead = catalog.field().role("lead-technician").expect("it is shipped");
//! assert_eq!(lead.rung, Rung::Lead);
//! ```

mod action;
mod feed;
mod lint;
mod onet;
mod organization;
mod questionnaire;
mod role;
mod setting;
mod steps;
mod wages;
mod words;

use crate::{Catalog, LoadError, Source};
use rung_record::Date;
use serde::de::DeserializeOwned;

pub use action::*;
pub use feed::*;
pub use onet::*;
pub use organization::*;
pub use questionnaire::*;
pub use role::*;
pub use setting::*;
pub use steps::*;
pub use wages::*;
pub use words::*;

pub(crate) use lint::lint;

/// Where the files are.
pub(crate) const FOLDER: &str = "field/";

const ROLES: &str = "field/roles.toml";
const SETTINGS: &str = "field/settings.toml";
const WAGES: &str = "field/wages.toml";
const ACTIONS: &str = "field/actions.toml";
const ORGANIZATIONS: &str = "field/organizations.toml";
const FEEDS: &str = "field/feeds.toml";
const ONET: &str = "field/onet.toml";
const STEPS: &str = "field/steps.toml";
const INTERESTS: &str = "field/interests.toml";

/// The field's files, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// What a technician can be at work.
    pub roles: Roles,
    /// Where technicians work.
    pub settings: Settings,
    /// Pay, employment, outlook.
    pub wages: Wages,
    /// What moves a career, and numbers to measure it.
    pub actions: Actions,
    /// Organizations, events, publications, forums.
    pub organizations: Organizations,
    /// Feeds to follow.
    pub feeds: Feeds,
    /// What O*NET says of the occupation.
    pub onet: Onet,
    /// What the steps of a way up take, and training programs.
    pub steps: Steps,
    /// A questionnaire on interests and values.
    pub questionnaire: Questionnaire,
}

/// What every file of the field has.
pub trait Sheet {
    /// The day somebody last looked at the sources.
    fn checked(&self) -> Date;

    /// Where its facts were read.
    fn sources(&self) -> &[Source];

    /// Every fact that cites, by a name that no other fact of the file has.
    fn entries(&self) -> Vec<(String, &Cites)>;

    /// The source that a cite of this file names.
    fn source(&self, cite: &SourceCite) -> Option<&Source> {
        self.sources().iter().find(|source| source.id == cite.source)
    }
}

impl Field {
    /// The role with this id.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.roles.iter().find(|role| role.id.as_str() == id)
    }

    /// The setting with this id.
    pub fn setting(&self, id: &str) -> Option<&Setting> {
        self.settings.settings.iter().find(|setting| setting.id.as_str() == id)
    }

    /// The action with this id.
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.actions.actions.iter().find(|action| action.id.as_str() == id)
    }

    /// The organization with this id.
    pub fn organization(&self, id: &str) -> Option<&Organization> {
        self.organizations.organizations.iter().find(|body| body.id.as_str() == id)
    }

    /// The feed with this id.
    pub fn feed(&self, id: &str) -> Option<&Feed> {
        self.feeds.feeds.iter().find(|feed| feed.id.as_str() == id)
    }

    /// Roles that may follow this one: those that name it in `preceded_by`, and those that it names in `leads_to`.
    pub fn next_roles(&self, id: &RoleId) -> Vec<&Role> {
        let named = self.role(id.as_str()).and_then(|role| role.leads_to.as_ref());
        let follows = |role: &&Role| {
            role.preceded_by.as_ref().is_some_and(|before| before.roles.contains(id))
                || named.is_some_and(|next| next.roles.contains(&role.id))
        };
        self.roles.roles.iter().filter(follows).collect()
    }

    /// Each file with its path in the catalogue.
    pub fn sheets(&self) -> [(&'static str, &dyn Sheet); 9] {
        [
            (ROLES, &self.roles),
            (SETTINGS, &self.settings),
            (WAGES, &self.wages),
            (ACTIONS, &self.actions),
            (ORGANIZATIONS, &self.organizations),
            (FEEDS, &self.feeds),
            (ONET, &self.onet),
            (STEPS, &self.steps),
            (INTERESTS, &self.questionnaire),
        ]
    }

    /// Reads the nine files out of `files` (path and text).
    pub(crate) fn read(files: &[(&str, &str)]) -> Result<Self, Vec<LoadError>> {
        let mut faults = Vec::new();
        let known = [ROLES, SETTINGS, WAGES, ACTIONS, ORGANIZATIONS, FEEDS, ONET, STEPS, INTERESTS];
        for (path, _) in files {
            if path.starts_with(FOLDER) && path.ends_with(".toml") && !known.contains(path) {
                let what = format!("is not a file of the field (they are {})", known.join(", "));
                faults.push(LoadError { file: (*path).to_owned(), line: 1, field: String::new(), what });
            }
        }
        let roles = sheet(files, ROLES, &mut faults);
        let settings = sheet(files, SETTINGS, &mut faults);
        let wages = sheet(files, WAGES, &mut faults);
        let actions = sheet(files, ACTIONS, &mut faults);
        let organizations = sheet(files, ORGANIZATIONS, &mut faults);
        let feeds = sheet(files, FEEDS, &mut faults);
        let onet = sheet(files, ONET, &mut faults);
        let steps = sheet(files, STEPS, &mut faults);
        let questionnaire = sheet(files, INTERESTS, &mut faults);
        let whole = || {
            Some(Self {
                roles: roles?,
                settings: settings?,
                wages: wages?,
                actions: actions?,
                organizations: organizations?,
                feeds: feeds?,
                onet: onet?,
                steps: steps?,
                questionnaire: questionnaire?,
            })
        };
        whole().filter(|_| faults.is_empty()).ok_or(faults)
    }
}

impl Catalog {
    /// Roles, settings, wages, actions, organizations, feeds, O*NET, steps and the questionnaire. Reads the shipped files at the first call.
    ///
    /// # Panics
    /// Never in a released build: a test reads every shipped file, and others were read when the catalogue loaded.
    pub fn field(&self) -> &Field {
        self.field.get_or_init(|| {
            let read = Field::read(&crate::load::shipped_files());
            read.expect("a test reads every shipped file")
        })
    }
}

/// One file, or none and its first fault.
fn sheet<T: DeserializeOwned + Sheet>(
    files: &[(&str, &str)],
    path: &'static str,
    faults: &mut Vec<LoadError>,
) -> Option<T> {
    let fault =
        |line: usize, field: String, what: String| LoadError { file: path.to_owned(), line, field, what };
    let Some((_, text)) = files.iter().find(|(known, _)| *known == path) else {
        faults.push(fault(1, String::new(), "is missing".to_owned()));
        return None;
    };
    let line_of = |byte: usize| crate::load::line_of(text, byte);
    match toml::from_str::<T>(text) {
        Ok(read) => match cite_fault(&read) {
            None => Some(read),
            Some((byte, field, what)) => {
                faults.push(fault(line_of(byte), field, what));
                None
            }
        },
        Err(error) => {
            let byte = error.span().map_or(0, |span| span.start);
            faults.push(fault(line_of(byte), String::new(), error.message().to_owned()));
            None
        }
    }
}

/// The first cite that names no source, or the first source that stands twice.
fn cite_fault(read: &impl Sheet) -> Option<(usize, String, String)> {
    let ids: Vec<&str> = read.sources().iter().map(|source| source.id.as_str()).collect();
    for (n, id) in ids.iter().enumerate() {
        if ids[..n].contains(id) {
            return Some((0, "source".to_owned(), format!("two sources are called \"{id}\"")));
        }
    }
    for (name, cites) in read.entries() {
        if let Some(cite) = cites.iter().find(|cite| !ids.contains(&cite.source.as_str())) {
            let what = format!("\"{}\" is not a source of this file", cite.source);
            return Some((cites.at.0, format!("{name}.cite"), what));
        }
    }
    None
}
