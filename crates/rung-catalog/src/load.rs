//! Loading: the shipped catalogue, and directories laid over it.

use crate::{
    Catalog,
    field::{self, Field},
    file::{AcpeFile, AuthorityFile, DutiesFile, Fault, TilesFile},
};
use include_dir::{Dir, include_dir};
use std::{fmt, ops::Range};

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../catalog");

/// A larger catalogue file is refused.
const MAX_FILE_BYTES: usize = 4 * 1024 * 1024;

/// A file laid over the shipped catalogue: one with the same path replaces the shipped one, another adds to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// Relative to the catalogue's root, with `/`: `jurisdictions/tx.toml`.
    pub path: String,
    /// What the file holds.
    pub text: String,
}

/// A fault in a catalogue file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The file's path in the catalogue.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// Which field, where that is known.
    pub field: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, field, what } = self;
        if field.is_empty() {
            write!(f, "{file}:{line}: {what}")
        } else {
            write!(f, "{file}:{line}: {field}: {what}")
        }
    }
}

/// Every faulty file's first fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadErrors(pub Vec<LoadError>);

impl fmt::Display for LoadErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for LoadErrors {}

impl Catalog {
    /// The catalogue inside this binary.
    ///
    /// # Panics
    /// Never in a released build: a test loads every shipped file.
    pub fn shipped() -> Self {
        Self::load(&[]).expect("a test loads every shipped file")
    }

    /// The shipped catalogue with `overlays` laid over it.
    ///
    /// # Errors
    /// Names file, line and field of each faulty file.
    pub fn load(overlays: &[Overlay]) -> Result<Self, LoadErrors> {
        let mut files = shipped_files();
        let shipped = files.clone();
        for overlay in overlays {
            match files.iter_mut().find(|(path, _)| *path == overlay.path) {
                Some(shipped) => shipped.1 = &overlay.text,
                None => files.push((&overlay.path, &overlay.text)),
            }
        }
        files.sort_unstable();
        let field_is_new =
            files.iter().any(|file| file.0.starts_with(field::FOLDER) && !shipped.contains(file));
        Self::from_files(&files, field_is_new)
    }

    fn from_files(files: &[(&str, &str)], field_is_new: bool) -> Result<Self, LoadErrors> {
        let mut catalog = Self::default();
        let mut errors = Vec::new();
        for &(path, text) in files {
            if let Err(error) = catalog.add_file(path, text) {
                errors.push(error);
            }
        }
        errors.extend(catalog.link());
        if field_is_new {
            // The shipped files are known to be sound and wait until somebody asks; these may not be.
            match Field::read(files) {
                Ok(read) => catalog.field = read.into(),
                Err(faults) => errors.extend(faults),
            }
        }
        if errors.is_empty() { Ok(catalog) } else { Err(LoadErrors(errors)) }
    }

    fn add_file(&mut self, path: &str, text: &str) -> Result<(), LoadError> {
        let at = |span: Range<usize>, field: String, what: String| LoadError {
            file: path.to_owned(),
            line: line_of(text, span.start),
            field,
            what,
        };
        if text.len() > MAX_FILE_BYTES {
            return Err(at(
                0..0,
                String::new(),
                format!("the file is {} bytes long; at most {MAX_FILE_BYTES} are read", text.len()),
            ));
        }
        let parse_fault = |error: toml::de::Error| {
            at(error.span().unwrap_or(0..0), String::new(), error.message().to_owned())
        };
        if path.ends_with(".scenarios.toml") {
            self.scenario_files.push((path.to_owned(), text.to_owned()));
            return Ok(());
        }
        if path == "acpe.toml" {
            let file: AcpeFile = toml::from_str(text).map_err(parse_fault)?;
            self.set_acpe(file);
            return Ok(());
        }
        if path == "duties.toml" {
            let file: DutiesFile = toml::from_str(text).map_err(parse_fault)?;
            self.duty_kinds = file.duties;
            return Ok(());
        }
        if path == "tiles.toml" {
            let file: TilesFile = toml::from_str(text).map_err(parse_fault)?;
            self.tile_rows = file.rows;
            return Ok(());
        }
        let is_jurisdiction = path.starts_with("jurisdictions/");
        if !(path.ends_with(".toml") && (is_jurisdiction || path.starts_with("credentials/"))) {
            return Ok(());
        }
        let file: AuthorityFile = toml::from_str(text).map_err(parse_fault)?;
        let typed = file.into_typed(self.authorities.len(), path, is_jurisdiction);
        let (authority, credentials) =
            typed.map_err(|Fault { at: span, field, what }| at(span, field, what))?;
        self.authorities.push(authority);
        self.credentials.extend(credentials);
        Ok(())
    }
}

/// Every shipped file: path and text.
pub(crate) fn shipped_files<'a>() -> Vec<(&'a str, &'a str)> {
    let mut files = Vec::new();
    collect(&SHIPPED, &mut files);
    files
}

fn collect<'a>(dir: &'a Dir<'a>, files: &mut Vec<(&'a str, &'a str)>) {
    for file in dir.files() {
        if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
            files.push((path, text));
        }
    }
    for inner in dir.dirs() {
        collect(inner, files);
    }
}

pub(crate) fn line_of(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|c| **c == b'\n').count() + 1
}
