//! `rung export`: the record in its one form, or its credits as a table.

use crate::{
    failure::{End, Failure},
    input::RecordArg,
    output,
};
use clap::{Args, ValueEnum};
use rung_record::Record;
use serde_json::Value;

/// Arguments of `rung export`.
#[derive(Args, Debug)]
pub struct ExportArgs {
    #[command(flatten)]
    record: RecordArg,
    /// The whole record as `json`, or its credits as `csv` for a spreadsheet
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    format: ExportFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ExportFormat {
    Json,
    Csv,
}

/// Prints it.
///
/// # Errors
/// The record cannot be read.
pub fn run(args: &ExportArgs) -> Result<End, Failure> {
    let record = args.record.read()?;
    match args.format {
        ExportFormat::Json => output::print(&record.to_json())?,
        ExportFormat::Csv => output::print(&credits_as_csv(&record))?,
    }
    Ok(End::Done)
}

const COLUMNS: &[&str] = &[
    "id",
    "completed",
    "title",
    "provider",
    "hours",
    "uan",
    "kind",
    "accreditation",
    "format",
    "topics",
    "law_of",
    "audience",
    "academic_credits",
    "grade",
];

/// RFC 4180, with the names of the record's fields; lists are separated by `;`, as the import reads them.
fn credits_as_csv(record: &Record) -> String {
    let mut table = COLUMNS.join(",") + "\r\n";
    for credit in &record.credits {
        let fields = serde_json::to_value(credit).unwrap_or_default();
        let cells: Vec<String> = COLUMNS.iter().map(|column| cell(fields.get(*column))).collect();
        table.push_str(&cells.join(","));
        table.push_str("\r\n");
    }
    table
}

fn cell(value: Option<&Value>) -> String {
    let text = match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) => {
            list.iter().map(|item| item.as_str().unwrap_or_default()).collect::<Vec<_>>().join(";")
        }
        Some(other) => other.to_string(),
    };
    // A spreadsheet would run a cell that begins like a formula.
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
