//! JSON Schemas of the catalogue's files, so that an editor completes and checks them.
//!
//! They are generated from the types that read the files (feature `schema`) and checked in under `docs/schema/`; the
//! binary holds the checked-in text. A schema sees one file at a time: that a source is known, a credential exists or
//! versions do not overlap, only loading and `rung catalog check` can tell.

#[cfg(feature = "schema")]
mod generate;
#[cfg(feature = "schema")]
pub(crate) mod shape;
#[cfg(feature = "schema")]
pub mod words;

#[cfg(feature = "schema")]
pub use generate::{
    acpe, actions, as_file, authority, duties, feeds, interests, of, onet, organizations, roles, settings,
    steps, tiles, wages,
};

/// A kind of catalogue file, and the JSON Schema that it keeps to.
///
/// ```
/// use rung_catalog::FileSchema;
/// let scenarios = FileSchema::ALL.iter().find(|schema| schema.name == "scenarios").expect("it is there");
/// assert!(scenarios.text.contains("not_counted"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileSchema {
    /// What the kind is called: `authority`.
    pub name: &'static str,
    /// Which files are of this kind: globs, relative to the catalogue's root.
    pub files: &'static [&'static str],
    /// The schema, as JSON.
    pub text: &'static str,
}

impl FileSchema {
    /// Every kind. The first whose globs fit is that of a file: the globs of authorities fit scenarios too.
    pub const ALL: [Self; 14] = [
        Self {
            name: "scenarios",
            files: &["**/*.scenarios.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-scenarios.schema.json"),
        },
        Self {
            name: "authority",
            files: &["jurisdictions/*.toml", "credentials/*.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-authority.schema.json"),
        },
        Self {
            name: "acpe",
            files: &["acpe.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-acpe.schema.json"),
        },
        Self {
            name: "duties",
            files: &["duties.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-duties.schema.json"),
        },
        Self {
            name: "tiles",
            files: &["tiles.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-tiles.schema.json"),
        },
        Self {
            name: "roles",
            files: &["field/roles.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-roles.schema.json"),
        },
        Self {
            name: "settings",
            files: &["field/settings.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-settings.schema.json"),
        },
        Self {
            name: "wages",
            files: &["field/wages.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-wages.schema.json"),
        },
        Self {
            name: "actions",
            files: &["field/actions.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-actions.schema.json"),
        },
        Self {
            name: "organizations",
            files: &["field/organizations.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-organizations.schema.json"),
        },
        Self {
            name: "feeds",
            files: &["field/feeds.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-feeds.schema.json"),
        },
        Self {
            name: "onet",
            files: &["field/onet.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-onet.schema.json"),
        },
        Self {
            name: "interests",
            files: &["field/interests.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-interests.schema.json"),
        },
        Self {
            name: "steps",
            files: &["field/steps.toml"],
            text: include_str!("../../../docs/schema/rung-catalog-steps.schema.json"),
        },
    ];

    /// The name of the file that holds the schema.
    pub fn file_name(&self) -> String {
        format!("rung-catalog-{}.schema.json", self.name)
    }
}
