//! The record's file, changed without ever being half written.

use crate::{
    failure::Failure,
    input::{parse_record, read_limited},
};
use rung_record::{MAX_RECORD_BYTES, Record};
use std::{
    fs::{self, File, OpenOptions},
    io::{ErrorKind, Write as _},
    path::{Path, PathBuf},
};

/// A record as it was when it was read, and the file to put the changed one in.
#[derive(Debug)]
pub struct RecordFile {
    path: PathBuf,
    /// None: the file is to be made.
    bytes: Option<Vec<u8>>,
    /// The record.
    pub record: Record,
}

impl RecordFile {
    /// Reads it. With `create`, a file that is not there is an empty record.
    ///
    /// # Errors
    /// It cannot be read, or is no record.
    pub fn open(path: &Path, create: bool) -> Result<Self, Failure> {
        if path.as_os_str() == "-" {
            return Err(Failure::usage("the record is written back, so it cannot come from standard input")
                .hint("name its file: `--record me.json`"));
        }
        let missing = matches!(fs::metadata(path), Err(error) if error.kind() == ErrorKind::NotFound);
        if missing && create {
            return Ok(Self { path: path.to_owned(), bytes: None, record: Record::default() });
        }
        if missing {
            return Err(Failure::new(
                crate::failure::End::Io,
                format!("cannot read {}: there is no such file", path.display()),
            )
            .hint("to begin a new record, add `--create`"));
        }
        // A link stays a link: what is replaced is the file behind it.
        let path = fs::canonicalize(path).map_err(|error| Failure::io("read", path, &error))?;
        let bytes = read_limited(&path, MAX_RECORD_BYTES)?;
        let record = parse_record(&path, &bytes)?;
        Ok(Self { path, bytes: Some(bytes), record })
    }

    /// Puts `record` in its place: all of it or nothing, with the permissions that the file had.
    ///
    /// # Errors
    /// It cannot be written, or was changed since it was read.
    pub fn replace(&self, record: &Record) -> Result<(), Failure> {
        let _lock = self.lock()?;
        self.refuse_changed()?;
        let text = record.to_json();
        if text.len() > MAX_RECORD_BYTES {
            return Err(Failure::input(format!(
                "the record would be larger than {} MB, the most that can be read back",
                MAX_RECORD_BYTES / 1024 / 1024
            )));
        }
        let beside = self.path_beside();
        let result = self.write_beside(&beside, text.as_bytes());
        if result.is_err() {
            // What is left of it is of no use; the failure that is told is the first one.
            let _ = fs::remove_file(&beside);
        }
        result
    }

    /// Held while the file is replaced, so that two imports at a time take turns.
    fn lock(&self) -> Result<Option<File>, Failure> {
        if self.bytes.is_none() {
            return Ok(None);
        }
        let file = File::open(&self.path).map_err(|error| Failure::io("read", &self.path, &error))?;
        // Some file systems cannot lock; the comparison of the bytes still guards.
        let _ = file.lock();
        Ok(Some(file))
    }

    fn refuse_changed(&self) -> Result<(), Failure> {
        let changed = match &self.bytes {
            Some(bytes) => read_limited(&self.path, MAX_RECORD_BYTES)? != *bytes,
            None => self.path.exists(),
        };
        if changed {
            return Err(Failure::input(format!(
                "{} was changed by something else in the meantime; nothing was written",
                self.path.display()
            ))
            .hint("run the command again"));
        }
        Ok(())
    }

    fn path_beside(&self) -> PathBuf {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.path.with_file_name(format!(".{name}.{}.new", std::process::id()))
    }

    fn write_beside(&self, beside: &Path, bytes: &[u8]) -> Result<(), Failure> {
        let failed = |error: std::io::Error| Failure::io("write", beside, &error);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(beside).map_err(failed)?;
        file.write_all(bytes).map_err(failed)?;
        if self.bytes.is_some() {
            let permissions = fs::metadata(&self.path).map_err(failed)?.permissions();
            file.set_permissions(permissions).map_err(failed)?;
        }
        file.sync_all().map_err(failed)?;
        fs::rename(beside, &self.path).map_err(|error| Failure::io("replace", &self.path, &error))?;
        // The new name must last through a power cut as well; where a directory cannot be synced, it does anyway.
        let directory = self.path.parent().filter(|parent| !parent.as_os_str().is_empty());
        if let Ok(directory) = File::open(directory.unwrap_or(Path::new("."))) {
            let _ = directory.sync_all();
        }
        Ok(())
    }
}
