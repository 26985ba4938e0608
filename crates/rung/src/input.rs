//! What a command reads: the record, the catalogue, the day.

use crate::{
    data::DataArg,
    failure::{Failure, shown},
    record_file::RecordFile,
    record_home::{KeptRecord, RecordHome},
};
use clap::Args;
use rung_catalog::{Authority, Catalog, LoadErrors, Overlay, field::Role};
use rung_formats::credit_file::says_it_is_a_record;
use rung_record::{Date, MAX_RECORD_BYTES, Record, parse_date};
use std::{
    fs::{self, File},
    io::{ErrorKind, Read as _},
    path::{Path, PathBuf},
};

/// Where the record is.
#[derive(Args, Clone, Debug)]
pub struct RecordArg {
    /// The technician's record in a file of yours; `-` reads standard input; the kept record when left out
    #[arg(long, value_name = "FILE", env = "RUNG_RECORD", hide_env_values = true)]
    record: Option<PathBuf>,
    #[command(flatten)]
    data: DataArg,
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
    /// The record.
    ///
    /// # Errors
    /// There is none, it cannot be read, or it has faults: all of them are told.
    pub fn read(&self) -> Result<Record, Failure> {
        match self.file() {
            Some(path) => read_record(path),
            None => self.data.read(),
        }
    }

    /// The record, or none when none was named and none is kept.
    ///
    /// # Errors
    /// As [`RecordArg::read`].
    pub fn read_if_any(&self) -> Result<Option<Record>, Failure> {
        match self.file() {
            Some(path) => read_record(path).map(Some),
            None => Ok(self.data.kept_record()?.ok().map(|held| (*held.record).clone())),
        }
    }

    /// Where things are kept.
    pub fn data(&self) -> &DataArg {
        &self.data
    }

    /// The record and where a changed one goes. With `create`, a file that is not there is an empty record; a data
    /// folder that is not there always is, and is not made before something is put into it.
    ///
    /// # Errors
    /// As [`RecordArg::read`].
    pub fn open(&self, create: bool) -> Result<RecordHome<'_>, Failure> {
        Ok(match self.file() {
            Some(path) => RecordHome::File { named: path.to_owned(), file: RecordFile::open(path, create)? },
            None => RecordHome::Kept(KeptRecord::open(&self.data)?),
        })
    }

    fn file(&self) -> Option<&Path> {
        self.record.as_deref().filter(|path| !path.as_os_str().is_empty())
    }
}

fn read_record(path: &Path) -> Result<Record, Failure> {
    parse_record(path, &read_limited(path, MAX_RECORD_BYTES)?)
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
        Catalog::load(&self.overlays()?).map_err(|errors| faulty("the catalogue", &errors))
    }

    /// The files of the directories.
    ///
    /// # Errors
    /// A directory cannot be read, or holds nothing that a catalogue could use.
    pub fn overlays(&self) -> Result<Vec<Overlay>, Failure> {
        let mut overlays: Vec<Overlay> = Vec::new();
        for root in &self.catalog {
            let found = catalogue_files(root)?;
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

/// Every faulty file of a catalogue.
fn faulty(which: &str, errors: &LoadErrors) -> Failure {
    let count = errors.0.len();
    let files =
        if count == 1 { "a file has a fault".to_owned() } else { format!("{count} files have faults") };
    Failure::input(format!("{which} cannot be used: {files}"))
        .with_details(errors.0.iter().map(ToString::to_string))
        .hint("the guide to writing rules is docs/guides/catalogue.md")
}

/// A whole catalogue by the directory that holds it, or `shipped`. A directory without `acpe.toml` is not whole: it is
/// laid over the shipped catalogue.
///
/// # Errors
/// The directory cannot be read, or a file has a fault.
pub fn whole_catalogue(path: &Path) -> Result<Catalog, Failure> {
    if path.as_os_str() == "shipped" {
        return Ok(Catalog::shipped());
    }
    let files = catalogue_files(path)?;
    let is_whole = files.iter().any(|file| file.path == "acpe.toml");
    let loaded = if is_whole { Catalog::load_alone(&files) } else { Catalog::load(&files) };
    loaded.map_err(|errors| faulty(&format!("the catalogue in {}", path.display()), &errors))
}

/// The files of a directory of rules, by path.
fn catalogue_files(root: &Path) -> Result<Vec<Overlay>, Failure> {
    let mut found = Vec::new();
    collect(root, root, 0, &mut found)?;
    if !found.iter().any(|overlay| is_catalogue_path(&overlay.path)) {
        return Err(Failure::input(format!("{} holds no catalogue files", root.display())).hint(
            "boards are in jurisdictions/*.toml and certifying bodies in credentials/*.toml below it",
        ));
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// More records in one directory are a matter for a batch, not for a terminal.
const MAX_RECORDS: usize = 10_000;

/// Every record of `paths`, by path: a file must be one, a directory stands for every record in it and below.
///
/// # Errors
/// One cannot be read, or has faults: all of that file's are told.
pub fn read_records(paths: &[PathBuf]) -> Result<Vec<(PathBuf, Record)>, Failure> {
    let mut records = Vec::new();
    for path in paths {
        let mut files = Vec::new();
        let is_dir = path.is_dir();
        if is_dir {
            json_files(path, 0, &mut files)?;
            files.sort();
        } else {
            files.push(path.clone());
        }
        let before = records.len();
        for file in files {
            let bytes = read_limited(&file, MAX_RECORD_BYTES)?;
            // Beside records a directory may hold other JSON; what says that it is a record must be a sound one.
            if !is_dir || says_it_is_a_record(&bytes) {
                records.push((file.clone(), parse_record(&file, &bytes)?));
            }
        }
        if is_dir && records.len() == before {
            return Err(Failure::input(format!("{} holds no records", path.display()))
                .hint("a record is a .json file with \"format\": \"rung-record/1\""));
        }
    }
    Ok(records)
}

fn json_files(dir: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::io("read the directory", dir, &error);
    for entry in fs::read_dir(dir).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() && depth < MAX_CATALOGUE_DEPTH {
            json_files(&path, depth + 1, found)?;
        } else if path.is_file() && path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
        if found.len() > MAX_RECORDS {
            return Err(Failure::input(format!("{} holds more than {MAX_RECORDS} records", dir.display())));
        }
    }
    Ok(())
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

/// The role with this id or title.
///
/// # Errors
/// There is none; what resembles it is suggested.
pub fn role_or_similar<'a>(catalog: &'a Catalog, text: &str) -> Result<&'a Role, Failure> {
    let roles = &catalog.field().roles.roles;
    let called =
        |role: &&Role| role.id.as_str().eq_ignore_ascii_case(text) || role.title.eq_ignore_ascii_case(text);
    roles.iter().find(called).ok_or_else(|| {
        let failure = Failure::usage(format!("there is no role \"{text}\" in the catalogue"));
        let words: Vec<String> =
            text.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
        let shared = |role: &&Role| {
            let title = format!("{} {}", role.id, role.title.to_lowercase());
            words
                .iter()
                .filter(|word| word.len() > 2 && *word != "technician" && title.contains(word.as_str()))
                .count()
        };
        let mut near: Vec<&Role> = roles.iter().filter(|role| shared(role) > 0).collect();
        near.sort_by_key(|role| std::cmp::Reverse(shared(role)));
        let near: Vec<String> = near.iter().take(3).map(|role| format!("`{}`", role.id)).collect();
        let all = "`rung catalog list roles` shows them all";
        if near.is_empty() {
            failure.hint(all)
        } else {
            failure.hint(format!("did you mean {}? {all}", near.join(" or ")))
        }
    })
}

/// A jurisdiction by its two letters or its name.
///
/// # Errors
/// There is none; the ones that there are are told.
pub fn jurisdiction<'a>(catalog: &'a Catalog, state: &str) -> Result<&'a Authority, Failure> {
    let all = || catalog.authorities.iter().filter(|authority| authority.is_jurisdiction);
    let called = |authority: &&Authority| {
        authority.id.eq_ignore_ascii_case(state) || authority.name.eq_ignore_ascii_case(state)
    };
    all().find(called).ok_or_else(|| {
        let known: Vec<String> = all().map(|authority| authority.id.to_uppercase()).collect();
        Failure::usage(format!("the catalogue has no jurisdiction \"{state}\""))
            .hint(format!("it has {}", known.join(", ")))
    })
}
