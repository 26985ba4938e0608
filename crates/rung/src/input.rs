//! What a command reads: the record, the catalogue, the day.

use crate::failure::{Failure, shown};
use clap::Args;
use rung_catalog::{Catalog, Overlay};
use rung_formats::{TopicName, TopicNames};
use rung_record::{Date, MAX_RECORD_BYTES, Record, parse_date};
use std::{
    fs::{self, File},
    io::{ErrorKind, Read as _},
    path::{Path, PathBuf},
};

/// Where the record is.
#[derive(Args, Clone, Debug)]
pub struct RecordArg {
    /// The technician's record; `-` reads standard input
    #[arg(long, value_name = "FILE", env = "RUNG_RECORD", hide_env_values = true)]
    record: Option<PathBuf>,
}

/// Which day it is.
#[derive(Args, Clone, Copy, Debug)]
pub struct OnArg {
    /// The day to answer for, YYYY-MM-DD; today when left out
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    on: Option<Date>,
}

/// Which rules hold.
#[derive(Args, Clone, Debug)]
pub struct CatalogArg {
    /// A directory of rules laid over the built-in ones; may be given several times
    #[arg(long, value_name = "DIR")]
    catalog: Vec<PathBuf>,
}

/// For programs instead of people.
#[derive(Args, Clone, Copy, Debug)]
pub struct JsonArg {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

impl RecordArg {
    /// The path, whether or not anything is there.
    ///
    /// # Errors
    /// None was given.
    pub fn path(&self) -> Result<&Path, Failure> {
        self.record.as_deref().filter(|path| !path.as_os_str().is_empty()).ok_or_else(|| {
            Failure::usage("no record was given")
                .hint("name its file with `--record FILE`, or set RUNG_RECORD; a first one is made by `rung import --create`")
        })
    }

    /// The record.
    ///
    /// # Errors
    /// There is none, it cannot be read, or it has faults: all of them are told.
    pub fn read(&self) -> Result<Record, Failure> {
        let path = self.path()?;
        parse_record(path, &read_limited(path, MAX_RECORD_BYTES)?)
    }

    /// The record, or an empty one when none was named.
    ///
    /// # Errors
    /// As [`RecordArg::read`].
    pub fn read_if_named(&self) -> Result<Option<Record>, Failure> {
        if self.record.is_some() { self.read().map(Some) } else { Ok(None) }
    }
}

/// Parses a record's bytes.
///
/// # Errors
/// All of its faults.
pub fn parse_record(path: &Path, bytes: &[u8]) -> Result<Record, Failure> {
    Record::from_json(bytes).map_err(|problems| Failure::faults(path, "a record", &problems))
}

impl OnArg {
    /// The day that was named, or today.
    pub fn day(self) -> Date {
        self.on.unwrap_or_else(|| jiff::Zoned::now().date())
    }

    /// Whether a day was named.
    pub fn named(self) -> Option<Date> {
        self.on
    }
}

impl CatalogArg {
    /// The built-in catalogue with the directories laid over it, the last on top.
    ///
    /// # Errors
    /// A directory cannot be read, or a file has a fault.
    pub fn load(&self) -> Result<Catalog, Failure> {
        let overlays = self.overlays()?;
        Catalog::load(&overlays).map_err(|errors| {
            let count = errors.0.len();
            let files = if count == 1 {
                "a file has a fault".to_owned()
            } else {
                format!("{count} files have faults")
            };
            Failure::input(format!("the catalogue cannot be used: {files}"))
                .with_details(errors.0.iter().map(ToString::to_string))
                .hint("the guide to writing rules is docs/guides/catalogue.md")
        })
    }

    /// The files of the directories.
    ///
    /// # Errors
    /// A directory cannot be read, or holds nothing that a catalogue could use.
    pub fn overlays(&self) -> Result<Vec<Overlay>, Failure> {
        let mut overlays: Vec<Overlay> = Vec::new();
        for root in &self.catalog {
            let mut found = Vec::new();
            collect(root, root, 0, &mut found)?;
            if !found.iter().any(|overlay| is_catalogue_path(&overlay.path)) {
                return Err(Failure::input(format!("{} holds no catalogue files", root.display())).hint(
                    "boards are in jurisdictions/*.toml and certifying bodies in credentials/*.toml below it",
                ));
            }
            found.sort_by(|a, b| a.path.cmp(&b.path));
            for overlay in found {
                match overlays.iter_mut().find(|earlier| earlier.path == overlay.path) {
                    Some(earlier) => *earlier = overlay,
                    None => overlays.push(overlay),
                }
            }
        }
        Ok(overlays)
    }
}

/// Limits on a directory of rules: more is a mistake, such as the root of a disk.
const MAX_CATALOGUE_FILES: usize = 2_000;
const MAX_CATALOGUE_FILE_BYTES: usize = 4 * 1024 * 1024;
const MAX_CATALOGUE_DEPTH: usize = 4;

fn is_catalogue_path(path: &str) -> bool {
    path == "acpe.toml"
        || ["jurisdictions/", "credentials/", "field/"].iter().any(|folder| path.starts_with(folder))
}

fn collect(root: &Path, dir: &Path, depth: usize, found: &mut Vec<Overlay>) -> Result<(), Failure> {
    let entries = fs::read_dir(dir).map_err(|error| Failure::io("read the directory", dir, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| Failure::io("read the directory", dir, &error))?.path();
        if path.is_dir() {
            if depth < MAX_CATALOGUE_DEPTH {
                collect(root, &path, depth + 1, found)?;
            }
            continue;
        }
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        if found.len() >= MAX_CATALOGUE_FILES {
            return Err(Failure::input(format!(
                "{} holds more than {MAX_CATALOGUE_FILES} files of rules",
                root.display()
            ))
            .hint("name the directory that holds only the catalogue"));
        }
        let bytes = read_limited(&path, MAX_CATALOGUE_FILE_BYTES)?;
        let text = String::from_utf8(bytes)
            .map_err(|_| Failure::input(format!("{} is not UTF-8 text", path.display())))?;
        let parts: Vec<_> =
            path.strip_prefix(root).unwrap_or(&path).iter().map(|part| part.to_string_lossy()).collect();
        found.push(Overlay { path: parts.join("/"), text });
    }
    Ok(())
}

/// Reads a file, or standard input for `-`, of at most `most` bytes. A larger one is refused without reading it all.
///
/// # Errors
/// It cannot be read, or is too large.
pub fn read_limited(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let too_large = || {
        Failure::input(format!(
            "{} is larger than {} MB, the most that is read",
            shown(path),
            most / 1024 / 1024
        ))
        .hint("is it the file that you meant?")
    };
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    let failed = |error: std::io::Error| Failure::io("read", path, &error);
    if path.as_os_str() == "-" {
        let stdin = std::io::stdin();
        stdin.lock().take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        let file = File::open(path).map_err(|error| {
            let failure = Failure::io("read", path, &error);
            match error.kind() {
                ErrorKind::NotFound => {
                    failure.hint("check the path; a relative one starts at the current directory")
                }
                _ => failure,
            }
        })?;
        let metadata = file.metadata().map_err(failed)?;
        if metadata.is_dir() {
            return Err(Failure::input(format!("{} is a directory; a file is needed", path.display())));
        }
        if metadata.len() > limit {
            return Err(too_large());
        }
        file.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    }
    if bytes.len() > most { Err(too_large()) } else { Ok(bytes) }
}

/// What the topic designators of activity numbers mean, as the importers want to know it.
pub fn topic_names(catalog: &Catalog) -> TopicNames {
    let name = |topic: &rung_catalog::DesignatedTopic| TopicName {
        code: topic.code.clone(),
        name: topic.name.clone(),
        other_names: Vec::new(),
        topics: topic.topics.clone(),
    };
    catalog.designated_topics.iter().map(name).collect()
}

/// The credential with this id.
///
/// # Errors
/// There is none; the nearest ids are suggested.
pub fn credential_or_similar<'a>(
    catalog: &'a Catalog,
    id: &str,
) -> Result<&'a rung_catalog::Credential, Failure> {
    catalog.credential(id).ok_or_else(|| {
        let failure = Failure::usage(format!("there is no credential \"{id}\" in the catalogue"));
        let near: Vec<String> = catalog.similar_ids(id).iter().map(|id| format!("`{id}`")).collect();
        if near.is_empty() {
            failure.hint("`rung catalog list` shows them all")
        } else {
            failure.hint(format!("did you mean {}? `rung catalog list` shows them all", near.join(" or ")))
        }
    })
}
