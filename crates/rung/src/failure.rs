//! How a command ends, and what it says when it cannot do what was asked.

use crate::term::harmless;
use rung_record::Problems;
use std::{fmt::Write as _, path::Path, process::ExitCode};

/// How a command ended. The numbers are part of the command line's contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Done; where a verdict was asked for, it is met.
    Done = 0,
    /// The answer is no: not met, not eligible, faults found.
    No = 1,
    /// The command line was not understood.
    Usage = 2,
    /// A record, catalogue or import file cannot be used as it is.
    BadInput = 3,
    /// Nobody can tell: something is unknown, a plan is not proven or none fits.
    Open = 4,
    /// A file or the network could not be read or written.
    Io = 5,
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        Self::from(end as u8)
    }
}

/// Told in `--help` and in the manual.
pub const EXIT_CODES: &str = "\
Exit codes:
  0  done; with --check: everything is met
  1  the answer is no: not eligible, faults found; with --check: something is not met
  2  the command line was not understood
  3  a record, catalogue or import file cannot be used as it is
  4  nobody can tell: not proven, nothing fits; with --check: something is unknown
  5  a file or the network could not be read or written";

/// Why a command could not do what was asked: what, where, and what to do about it.
#[derive(Debug)]
pub struct Failure {
    end: End,
    what: String,
    details: Vec<String>,
    hint: Option<String>,
}

impl Failure {
    /// The command line makes no sense.
    pub fn usage(what: impl Into<String>) -> Self {
        Self::new(End::Usage, what)
    }

    /// A file makes no sense.
    pub fn input(what: impl Into<String>) -> Self {
        Self::new(End::BadInput, what)
    }

    /// The operating system says no.
    pub fn io(doing: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::new(End::Io, format!("cannot {doing} {}: {}", path.display(), plain(error)))
    }

    /// All faults of a file at once.
    pub fn faults(path: &Path, what: &str, problems: &Problems) -> Self {
        let count = problems.listed.len() + problems.more;
        let faults = if count == 1 { "one fault".to_owned() } else { format!("{count} faults") };
        let mut failure = Self::input(format!("{} cannot be used as {what}: {faults}", shown(path)));
        failure.details = problems.to_string().lines().map(ToOwned::to_owned).collect();
        failure
    }

    /// With some ending.
    pub fn new(end: End, what: impl Into<String>) -> Self {
        Self { end, what: what.into(), details: Vec::new(), hint: None }
    }

    /// Lines below the first.
    #[must_use]
    pub fn with_details(mut self, details: impl IntoIterator<Item = String>) -> Self {
        self.details.extend(details);
        self
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says it on standard error, and gives the code to end with.
    pub fn report(&self) -> End {
        let mut text = format!("error: {}\n", harmless(&self.what));
        // Writing to a string cannot fail.
        for detail in &self.details {
            let _ = writeln!(text, "  {}", harmless(detail));
        }
        if let Some(hint) = &self.hint {
            let _ = writeln!(text, "\nhint: {}", harmless(hint));
        }
        // When standard error is closed too, the exit code says it.
        let _ = std::io::Write::write_all(&mut std::io::stderr(), text.as_bytes());
        self.end
    }
}

/// `standard input` for `-`.
pub fn shown(path: &Path) -> String {
    if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() }
}

/// The operating system's words without its number.
fn plain(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}
