//! Any file of credits: what it is, and what it holds.
//!
//! ```
//! use rung_formats::{TopicNames, credit_file::{CreditFile, CreditFormat}};
//! let file = CreditFile::read(b"Date,Title,Hours\n2026-02-11,Law,1\n", None, &[""; 0], &TopicNames::default())?;
//! assert_eq!((file.format(), file.reading().drafts.len()), (CreditFormat::Csv, 1));
//! # Ok::<(), rung_record::Problems>(())
//! ```

use crate::{
    Reading, TopicNames,
    csv_import::{Field, Mapping, read_credits, read_sheet},
    text::is_json,
    transcript::{self, Transcript},
};
use rung_record::{Problems, Record, reading::parse_json};

/// What a file of credits is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditFormat {
    /// A CPE Monitor transcript as CSV.
    CpeCsv,
    /// The text of a CPE Monitor transcript's PDF.
    CpeText,
    /// Any spreadsheet, saved as CSV.
    Csv,
}

impl CreditFormat {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::CpeCsv => "cpe-csv",
            Self::CpeText => "cpe-text",
            Self::Csv => "csv",
        }
    }
}

/// A file of credits, read.
#[derive(Clone, Debug)]
pub enum CreditFile {
    /// A CPE Monitor transcript.
    Transcript(Transcript, CreditFormat),
    /// A spreadsheet, and which of its columns is which.
    Sheet(Reading, Mapping),
}

impl CreditFile {
    /// Reads a file; without `format`, it is found out. `said` tells which column is which, as [`Mapping::guess`] takes
    /// it: who says so means a spreadsheet.
    ///
    /// # Errors
    /// Says why it is no such file.
    pub fn read(
        bytes: &[u8],
        format: Option<CreditFormat>,
        said: &[impl AsRef<str>],
        names: &TopicNames,
    ) -> Result<Self, Problems> {
        let as_text = || {
            let text = String::from_utf8_lossy(bytes);
            transcript::read_text(&text, names).map(|read| Self::Transcript(read, CreditFormat::CpeText))
        };
        let as_transcript =
            || transcript::read_csv(bytes, names).map(|read| Self::Transcript(read, CreditFormat::CpeCsv));
        let as_sheet = || {
            let sheet = read_sheet(bytes)?;
            let mapping = Mapping::guess(&sheet, said)?;
            Ok(Self::Sheet(read_credits(&sheet, &mapping, names)?, mapping))
        };
        match format {
            Some(CreditFormat::CpeCsv) => as_transcript(),
            Some(CreditFormat::CpeText) => as_text(),
            Some(CreditFormat::Csv) => as_sheet(),
            None if is_json(bytes) => Err(no_credits_in_json(bytes)),
            None if !said.is_empty() => as_sheet(),
            None if is_transcript_table(bytes) => as_transcript(),
            None => match as_text() {
                Ok(Self::Transcript(read, format)) if !read.reading.drafts.is_empty() => {
                    Ok(Self::Transcript(read, format))
                }
                _ => as_sheet(),
            },
        }
    }

    /// Its credits, and what became of every line.
    pub fn reading(&self) -> &Reading {
        match self {
            Self::Transcript(transcript, _) => &transcript.reading,
            Self::Sheet(reading, _) => reading,
        }
    }

    /// What it was read as.
    pub fn format(&self) -> CreditFormat {
        match self {
            Self::Transcript(_, format) => *format,
            Self::Sheet(..) => CreditFormat::Csv,
        }
    }
}

/// It was meant to be a record, and is broken off or says not that it is one.
fn no_credits_in_json(bytes: &[u8]) -> Problems {
    match parse_json(bytes, "a record") {
        Err(problems) => problems,
        Ok(_) => Problems::one(format!(
            "this is JSON, but it does not say of which kind: a record begins with {{\"format\": \"{}\", …}}",
            Record::FORMAT
        )),
    }
}

/// Nobody but CPE Monitor has one column for live hours, one for home hours and one for the activity number.
fn is_transcript_table(bytes: &[u8]) -> bool {
    let Ok(sheet) = read_sheet(bytes) else { return false };
    let Ok(mapping) = Mapping::guess(&sheet, &[] as &[&str]) else { return false };
    [Field::Uan, Field::LiveHours, Field::HomeHours].iter().all(|field| mapping.column_of(*field).is_some())
}

/// Whether the file is a whole record, if perhaps a faulty one.
pub fn says_it_is_a_record(bytes: &[u8]) -> bool {
    let json: Option<serde_json::Value> = serde_json::from_slice(bytes).ok();
    let format = json.as_ref().and_then(|json| json.get("format")?.as_str());
    format.and_then(|format| format.split_once('/')).map(|(name, _)| name)
        == Record::FORMAT.split_once('/').map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_that_is_no_record_is_not_taken_for_a_table() {
        let error = |file: &str| {
            let read = CreditFile::read(file.as_bytes(), None, &[""; 0], &TopicNames::default());
            read.unwrap_err().to_string()
        };
        assert_eq!(
            error("{\"format\": \"rung-record/1\", \"credits\": ["),
            "this is not JSON: EOF while parsing a list at line 1 column 40"
        );
        assert_eq!(
            error("\u{feff} [{\"title\": \"Law\"}]"),
            "this is JSON, but it does not say of which kind: a record begins with \
             {\"format\": \"rung-record/1\", …}"
        );
    }
}
