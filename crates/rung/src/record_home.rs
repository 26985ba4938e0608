//! Where a changed record is put: in the file that was named, or in the data folder.

use crate::{
    data::DataArg,
    failure::{Failure, shown},
    record_file::RecordFile,
};
use rung_record::Record;
use rung_store::{HeldRecord, Note, Stamp};
use std::path::PathBuf;

/// A record as it was when it was read, and where the changed one goes.
#[derive(Debug)]
pub enum RecordHome<'a> {
    /// A file that the user looks after.
    File {
        /// The path as it was named.
        named: PathBuf,
        /// The file behind it.
        file: RecordFile,
    },
    /// The data folder.
    Kept(KeptRecord<'a>),
}

/// What the data folder holds, which may be nothing yet.
#[derive(Debug)]
pub struct KeptRecord<'a> {
    data: &'a DataArg,
    record: Record,
    read_at: Stamp,
}

impl<'a> KeptRecord<'a> {
    /// Reads it. Where nothing is kept yet, nothing is made: it is an empty record.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn open(data: &'a DataArg) -> Result<Self, Failure> {
        let (record, read_at) = match data.kept_record()? {
            Ok(HeldRecord { record, stamp }) => ((*record).clone(), stamp),
            Err(nothing) => (Record::default(), nothing.at),
        };
        Ok(Self { data, record, read_at })
    }

    /// One batch in the history, or none of it when anything was changed since it was read.
    fn replace(&self, record: &Record, title: &str) -> Result<(), Failure> {
        let note = by_command_line(title);
        self.data.with_new_store(async |store| {
            store.replace_record(store.person().await?, record, Some(self.read_at), &note).await.map(drop)
        })
    }
}

impl RecordHome<'_> {
    /// The record as it was read.
    pub fn record(&self) -> &Record {
        match self {
            Self::File { file, .. } => &file.record,
            Self::Kept(kept) => &kept.record,
        }
    }

    /// Puts `record` in its place: all of it or nothing. `title` tells the history what was done.
    ///
    /// # Errors
    /// It cannot be written, or was changed since it was read.
    pub fn replace(&self, record: &Record, title: &str) -> Result<(), Failure> {
        match self {
            Self::File { file, .. } => file.replace(record),
            Self::Kept(kept) => kept.replace(record, title),
        }
    }

    /// What is said when it was written.
    pub fn written(&self) -> String {
        match self {
            Self::File { named, .. } => format!("Written to {}.", shown(named)),
            Self::Kept(_) => "Kept. `rung undo` takes it back.".to_owned(),
        }
    }

    /// What is said when there was nothing to write.
    pub fn unchanged(&self) -> String {
        match self {
            Self::File { named, .. } => format!("{} stays as it is.", shown(named)),
            Self::Kept(_) => "What is kept stays as it is.".to_owned(),
        }
    }
}

/// What the history says of a change that a command makes.
pub fn by_command_line(title: impl Into<String>) -> Note {
    Note { title: title.into(), actor: "command line".to_owned(), at: jiff::Timestamp::now() }
}
