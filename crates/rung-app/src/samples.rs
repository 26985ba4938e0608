//! Sample technicians, inside the binary: the records of the repository's `examples/`, each with the activities that
//! lie beside it, or else in a folder above.

use crate::shell::words;
use include_dir::{Dir, include_dir};
use rung_catalog::Catalog;
use rung_formats::offerings::{self, Offering};
use rung_record::Record;
use std::cmp::Reverse;

static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../examples");

/// A technician who was made up to show something.
pub struct Sample {
    /// The last part of the sample's address: the name of its file, or of its folder for a `record.json`.
    pub name: String,
    /// The record.
    pub record: Record,
    /// Activities to plan with.
    pub offerings: Vec<Offering>,
}

impl Sample {
    /// Every record under `examples/`, those with the most credentials first. Files of other formats are passed over.
    pub fn shipped() -> Vec<Self> {
        let mut samples = Vec::new();
        collect(&EXAMPLES, &[], &mut samples);
        samples.sort_by_key(|sample| (Reverse(sample.record.credentials.len()), sample.name.clone()));
        samples
    }

    /// What it shows, from its own name: `Rhode Island calendar years`; none when that is the technician's name.
    pub fn shows(&self, catalog: &Catalog) -> Option<String> {
        let mut text = self.name.replace('-', " ");
        if text.eq_ignore_ascii_case(self.title()) {
            return None;
        }
        for authority in &catalog.authorities {
            text = text.replace(&authority.name.to_lowercase(), &authority.name);
        }
        Some(words::capital(&text))
    }

    /// The technician's name, without the word that marks the file as a sample.
    pub fn title(&self) -> &str {
        let name = self.record.person.name.as_deref().unwrap_or(&self.name);
        name.strip_prefix("Sample: ").unwrap_or(name)
    }
}

fn collect(dir: &Dir<'_>, from_above: &[Offering], into: &mut Vec<Sample>) {
    let has_ending = |file: &&include_dir::File<'_>, endings: &[&str]| {
        file.path().extension().is_some_and(|ending| endings.iter().any(|known| ending == *known))
    };
    let own: Vec<Offering> = (dir.files())
        .filter(|file| has_ending(file, &["json", "csv"]))
        .filter_map(|file| offerings::read(file.contents()).ok())
        .flatten()
        .collect();
    let offerings = if own.is_empty() { from_above } else { &own };
    for file in dir.files().filter(|file| has_ending(file, &["json"])) {
        let of_folder =
            dir.path().file_name().filter(|_| file.path().file_stem().is_some_and(|stem| stem == "record"));
        let name = of_folder.or(file.path().file_stem()).and_then(|name| name.to_str());
        if let (Some(name), Ok(record)) = (name, Record::from_json(file.contents())) {
            into.push(Sample { name: name.to_owned(), record, offerings: offerings.to_vec() });
        }
    }
    for inner in dir.dirs() {
        collect(inner, offerings, into);
    }
}
