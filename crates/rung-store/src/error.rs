//! What can go wrong, in words: what, where, and what to do.

use crate::{Kind, Stale};
use std::{
    fmt, io,
    path::{Path, PathBuf},
};

/// Why the store did not do what was asked. Nothing was changed.
#[derive(Debug)]
pub enum StoreError {
    /// Somebody else changed these entries first; each says what is there now.
    Conflict(Vec<Stale>),
    /// A backup was restored, or everything removed, since it was read.
    Replaced,
    /// A batch cannot be undone, because these entries were changed after it.
    ChangedSince(Vec<(Kind, String)>),
    /// It cannot be kept as it is: a sentence for the person who asked.
    Refused(String),
    /// There is no such thing.
    Missing(String),
    /// The data is from a newer Rung.
    Newer {
        /// The version of the data.
        data: u32,
        /// The newest version that this program reads.
        program: u32,
    },
    /// The data is not as it was written: a sentence that says what is wrong.
    Damaged(String),
    /// A file or folder could not be used.
    File {
        /// What was tried: `write`, `open`, ….
        doing: &'static str,
        /// On what.
        path: PathBuf,
        /// The operating system's reason.
        error: io::Error,
    },
    /// The database said no.
    Database(String),
}

impl StoreError {
    pub(crate) fn file(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::File { doing, path: path.to_owned(), error }
    }

    pub(crate) fn refused(why: impl Into<String>) -> Self {
        Self::Refused(why.into())
    }

    pub(crate) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged(what.into())
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Conflict(stale) => {
                let names: Vec<String> = stale.iter().map(|it| name(it.kind, &it.id)).collect();
                write!(
                    f,
                    "{} changed by somebody else in the meantime, perhaps in another tab; nothing was written. \
                     Look at what is there now, then change it again",
                    was(&names)
                )
            }
            Self::Replaced => f.write_str(
                "a backup was restored in the meantime, or everything was removed; nothing was written. Look at what \
                 is there now, then change it again",
            ),
            Self::ChangedSince(entries) => {
                let names: Vec<String> = entries.iter().map(|(kind, id)| name(*kind, id)).collect();
                write!(
                    f,
                    "this cannot be undone: {} changed again after it. Undo the later change first",
                    was(&names)
                )
            }
            Self::Refused(why) | Self::Missing(why) => f.write_str(why),
            Self::Newer { data, program } => write!(
                f,
                "the data is of version {data}, written by a newer Rung; this one reads up to version {program}. \
                 Install the newer Rung; the data was not touched"
            ),
            Self::Damaged(what) => {
                write!(f, "{what}. `rung doctor` says more; a backup can be restored with `rung restore`")
            }
            Self::File { doing, path, error } => {
                let reason = error.to_string();
                let reason = reason.split(" (os error").next().unwrap_or(&reason);
                write!(f, "cannot {doing} {}: {}", path.display(), reason.to_lowercase())
            }
            Self::Database(what) => {
                write!(f, "the database refused: {what}. `rung doctor` looks for the cause")
            }
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File { error, .. } => Some(error),
            _ => None,
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        // The message may hold a connection's address, never its password.
        Self::Database(error.to_string())
    }
}

fn name(kind: Kind, id: &str) -> String {
    if kind == Kind::Person { "the personal data".to_owned() } else { format!("{} \"{id}\"", kind.noun()) }
}

fn was(names: &[String]) -> String {
    match names {
        [one] => format!("{one} was"),
        many if many.len() <= 3 => format!("{} were", many.join(", ")),
        many => format!("{} and {} more were", many[..2].join(", "), many.len() - 2),
    }
}
