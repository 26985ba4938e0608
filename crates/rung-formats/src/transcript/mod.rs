//! The activity transcript that CPE Monitor gives a technician: as CSV, and as the text of its PDF.
//!
//! The transcript lists the accredited credit of a range of days that the technician chose, with the total of that range.
//! It has no column for the audience or for "law" and "patient safety": those are read from the activity number.
//! Column names and layout are known from programs that read real exports, so both readers are lenient in form and say
//! of every line what became of it; the stated total is compared with the sum.

mod heading;
mod sample;
mod text;

pub use sample::{SampleRow, SampleTranscript, sample_text};
pub use text::read_text;

use crate::{
    Reading, Sheet, TopicNames,
    csv_import::{DateOrder, Field, Mapping, is_total, read_credits, read_sheet},
};
use heading::Heading;
use rung_record::{Hours, Period, Problems};
use serde::Serialize;
use std::fmt;

/// What a transcript says.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Transcript {
    /// Whose it is, as far as the heading tells.
    pub participant: Option<String>,
    /// The number of their profile.
    pub profile_id: Option<String>,
    /// The days that it covers.
    pub range: Option<Period>,
    /// The hours that it says it lists.
    pub stated_total: Option<Hours>,
    /// Its credits, and what became of each line.
    #[serde(flatten)]
    pub reading: Reading,
}

/// Whether the credits that were read add up to what the transcript says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalCheck {
    /// They do.
    Agrees(Hours),
    /// They do not: something was not read, or the transcript is wrong.
    Differs {
        /// What the transcript says.
        stated: Hours,
        /// What was read.
        read: Hours,
    },
    /// The transcript does not say.
    NotStated(Hours),
}

impl fmt::Display for TotalCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Agrees(hours) => write!(f, "the credits add up to the total that is stated, {hours} hours"),
            Self::Differs { stated, read } => write!(
                f,
                "the credits that were read add up to {read} hours, but the transcript says {stated}: compare it line \
                 by line before you import it"
            ),
            Self::NotStated(read) => {
                write!(f, "the credits add up to {read} hours; the transcript states no total")
            }
        }
    }
}

impl Transcript {
    fn new(heading: Heading, reading: Reading) -> Self {
        let Heading { participant, profile_id, range, total } = heading;
        Self { participant, profile_id, range, stated_total: total, reading }
    }

    /// Compares the sum of the credits with the stated total.
    pub fn total_check(&self) -> TotalCheck {
        let read = self.reading.hours();
        match self.stated_total {
            Some(stated) if stated == read => TotalCheck::Agrees(read),
            Some(stated) => TotalCheck::Differs { stated, read },
            None => TotalCheck::NotStated(read),
        }
    }
}

/// The reading, then the comparison of the totals.
impl fmt::Display for Transcript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.reading, self.total_check())
    }
}

/// Reads the transcript saved as CSV. Order and spelling of the columns do not matter; others are passed over.
///
/// # Errors
/// Says why the file is no table, or which of the transcript's columns it lacks.
pub fn read_csv(file: &[u8], topic_names: &TopicNames) -> Result<Transcript, Problems> {
    let sheet = read_sheet(file)?;
    let mapping = Mapping { dates: DateOrder::MonthFirst, ..Mapping::guess(&sheet, &[] as &[&str])? };
    let has = |field| mapping.column_of(field).is_some();
    let hours = has(Field::LiveHours) || has(Field::HomeHours) || has(Field::Hours);
    for (found, column) in [
        (has(Field::Completed), "Activity Date"),
        (has(Field::Uan), "ACPE UAN"),
        (hours, "Live Hours or Home Hours"),
    ] {
        if !found {
            return Err(Problems::one(format!(
                "this is not a CPE Monitor transcript: it has no column {column} (it has {}); import it as a \
                 spreadsheet of your own instead",
                sheet.column_list()
            )));
        }
    }
    let mut heading = Heading::default();
    for row in sheet.heading() {
        heading.take(&row.joined());
    }
    heading.total = heading.total.or_else(|| total_row(&sheet, &mapping));
    Ok(Transcript::new(heading, read_credits(&sheet, &mapping, topic_names)?))
}

/// The sum of the columns of hours in the row that sums up, if there is one.
fn total_row(sheet: &Sheet, mapping: &Mapping) -> Option<Hours> {
    let row = sheet.rows().iter().find(|row| is_total(row))?;
    let columns = [Field::LiveHours, Field::HomeHours].iter().filter_map(|field| mapping.column_of(*field));
    let columns: Vec<usize> = columns.filter_map(|name| sheet.column(name)).collect();
    let cells: Vec<Hours> = columns.iter().filter_map(|column| row.cell(*column).parse().ok()).collect();
    (!cells.is_empty()).then(|| cells.into_iter().sum())
}

#[cfg(test)]
mod tests;
