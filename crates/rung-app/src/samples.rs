//! Sample technicians, inside the binary: the records of the repository's `examples/`.

use include_dir::{Dir, include_dir};
use rung_record::Record;

static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../examples");

/// A technician who was made up to show something.
pub struct Sample {
    /// The file's name without its ending; the last part of the sample's address.
    pub name: String,
    /// The record.
    pub record: Record,
}

impl Sample {
    /// Every record under `examples/`, by name. Files of other formats are passed over.
    pub fn shipped() -> Vec<Self> {
        let mut samples = Vec::new();
        collect(&EXAMPLES, &mut samples);
        samples.sort_by(|a, b| a.name.cmp(&b.name));
        samples
    }

    /// The technician's name.
    pub fn title(&self) -> &str {
        self.record.person.name.as_deref().unwrap_or(&self.name)
    }
}

fn collect(dir: &Dir<'_>, into: &mut Vec<Sample>) {
    for file in dir.files() {
        let path = file.path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let name = path.file_stem().and_then(|stem| stem.to_str());
        if let (Some(name), Ok(record)) = (name, Record::from_json(file.contents())) {
            into.push(Sample { name: name.to_owned(), record });
        }
    }
    for inner in dir.dirs() {
        collect(inner, into);
    }
}
