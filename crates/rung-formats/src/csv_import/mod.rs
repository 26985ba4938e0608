//! Credits from any spreadsheet, saved as CSV.
//!
//! Nobody's spreadsheet is like another's. So the columns are guessed ([`Mapping::guess`]), the guess is shown, the user
//! corrects it, and only then are the rows read ([`read_credits`]); nothing is merged before
//! [`crate::merge::preview`] was looked at.
//!
//! ```
//! use rung_formats::{TopicNames, csv_import::{Mapping, read_credits, read_sheet}};
//! let sheet = read_sheet(b"Date;Course;Credit Hours\n13/2/2026;Law update;90 min\n")?;
//! let mapping = Mapping::guess(&sheet, &["hours=Credit Hours"])?;
//! let reading = read_credits(&sheet, &mapping, &TopicNames::default())?;
//! assert_eq!(reading.to_string(), "1 credit of 1.5 hours; 0 skipped; 0 not understood");
//! # Ok::<(), rung_record::Problems>(())
//! ```

mod amounts;
mod dates;
mod mapping;
mod rows;

pub use amounts::HoursUnit;
pub use dates::DateOrder;
pub use mapping::{Because, Field, MappedColumn, Mapping};
pub(crate) use rows::is_total;
pub use rows::read_credits;

pub(crate) use amounts::read_hours;
pub(crate) use dates::read_date;

use crate::Sheet;
use rung_record::Problems;

/// Reads a table of credits; its header is found by the names that columns of credits have.
///
/// # Errors
/// Says why the file is no table, or too large a one.
pub fn read_sheet(file: &[u8]) -> Result<Sheet, Problems> {
    Sheet::read(file, mapping::is_column_name)
}

#[cfg(test)]
mod tests;
