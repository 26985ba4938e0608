//! A table of text: CSV as the programs of the world write it.

use crate::text;
use csv::{ReaderBuilder, StringRecord};
use rung_record::Problems;
use std::collections::HashSet;

/// A table with more rows is refused.
pub const MAX_ROWS: usize = 100_000;
/// A table with more columns is refused.
const MAX_COLUMNS: usize = 1000;
/// A table with more cells is refused.
pub const MAX_CELLS: usize = 4_000_000;

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
/// So many rows are looked at to find the delimiter and the header.
const LOOKED_AT: usize = 30;
/// And no more than so many bytes, to find the delimiter.
const LOOKED_AT_BYTES: usize = 256 * 1024;

/// A table with a header, read from CSV: any of `,`, `;` and tab between the cells, any line ends, quotes, a byte
/// order mark, and lines of heading above the header.
#[derive(Clone, Debug)]
pub struct Sheet {
    headers: Vec<String>,
    heading: Vec<Row>,
    rows: Vec<Row>,
}

/// One row of a table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The line of the file that it starts on, counted from 1.
    pub(crate) line: u64,
    cells: StringRecord,
}

impl Row {
    /// The cell in this column; empty when the row is short.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default().trim()
    }

    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(str::trim)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.cells().all(str::is_empty)
    }

    /// All that it says, for a message.
    pub(crate) fn joined(&self) -> String {
        text::join_wrapped(self.cells().filter(|cell| !cell.is_empty()))
    }
}

impl Sheet {
    /// Reads a table. Its header is the row among the first thirty with the most cells that `is_name` knows; where no
    /// row has any, the first row is the header.
    ///
    /// # Errors
    /// Says why the file is no table, or too large a one.
    pub fn read(file: &[u8], is_name: impl Fn(&str) -> bool) -> Result<Self, Problems> {
        let text = text::decode(file)?;
        let delimiter = delimiter_of(&text);
        let cells = text.bytes().filter(|&byte| byte == delimiter).count();
        if cells > MAX_CELLS {
            return Err(Problems::one(format!("the table has more than {MAX_CELLS} cells: split the file")));
        }
        let mut rows = rows_of(&text, delimiter, MAX_ROWS + LOOKED_AT + 1)?;
        let known = |row: &Row| row.cells().take(MAX_COLUMNS).filter(|cell| is_name(cell)).count();
        let header = (0..rows.len().min(LOOKED_AT)).rev().max_by_key(|&n| known(&rows[n])).unwrap_or(0);
        let header = if rows.get(header).is_some_and(|row| known(row) > 0) { header } else { 0 };
        if rows.len() > header + 1 + MAX_ROWS {
            return Err(Problems::one(format!("the table has more than {MAX_ROWS} rows: split the file")));
        }
        let below = rows.split_off((header + 1).min(rows.len()));
        let Some(header) = rows.pop() else {
            return Err(Problems::one(
                "the file is empty: it needs a row of column names and a row a credit",
            ));
        };
        if header.cells.len() > MAX_COLUMNS {
            return Err(Problems::one(format!(
                "the table has more than {MAX_COLUMNS} columns: delete those that are not needed"
            )));
        }
        Ok(Self { headers: unique_names(&header), heading: rows, rows: below })
    }

    /// The names of the columns, made different by a number where two are alike.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// How many rows stand below the header.
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// The names of the first columns, for a message.
    pub(crate) fn column_list(&self) -> String {
        const MOST: usize = 40;
        let names: Vec<String> = self.headers.iter().take(MOST).map(|name| text::cut(name)).collect();
        let more = if self.headers.len() > MOST { ", …" } else { "" };
        format!("{}{more}", names.join(", "))
    }

    pub(crate) fn heading(&self) -> &[Row] {
        &self.heading
    }

    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The column of this name; case, spaces and punctuation do not matter.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        let exact = self.headers.iter().position(|header| header == name);
        let plain = text::plain_name(name);
        exact.or_else(|| self.headers.iter().position(|header| text::plain_name(header) == plain))
    }
}

/// The delimiter by which most of the first rows have the same number of cells.
fn delimiter_of(text: &str) -> u8 {
    let start = &text[..text.floor_char_boundary(LOOKED_AT_BYTES)];
    let mut best = (0, b',');
    for delimiter in DELIMITERS {
        let rows = rows_of(start, delimiter, LOOKED_AT).unwrap_or_default();
        let widths: Vec<usize> = rows.iter().map(|row| row.cells.len()).filter(|&width| width > 1).collect();
        let alike = |width: &usize| widths.iter().filter(|other| *other == width).count();
        let score = widths.iter().map(|width| alike(width) * width.min(&100)).max().unwrap_or(0);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

/// At most `most` rows that are not empty.
fn rows_of(text: &str, delimiter: u8, most: usize) -> Result<Vec<Row>, Problems> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = LineCounter { text: text.as_bytes(), at: 0, line: 1 };
    let mut rows = Vec::new();
    let mut cells = StringRecord::new();
    while rows.len() < most {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let more = reader
            .read_record(&mut cells)
            .map_err(|error| Problems::one(format!("the table cannot be read: {error}")))?;
        if !more {
            break;
        }
        let row = Row { line: lines.line_of_row_at(start), cells: cells.clone() };
        if !row.is_empty() {
            rows.push(row);
        }
    }
    Ok(rows)
}

/// Counts lines, whatever ends them. (The CSV reader's own count takes `\r\n` apart and stops at blank lines.)
struct LineCounter<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl LineCounter<'_> {
    /// The line of the row that begins at this byte or, past blank lines, after it.
    fn line_of_row_at(&mut self, byte: usize) -> u64 {
        while self.at < self.text.len() && (self.at < byte || matches!(self.text[self.at], b'\r' | b'\n')) {
            let ends_line = match self.text[self.at] {
                b'\n' => true,
                b'\r' => self.text.get(self.at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u64::from(ends_line);
            self.at += 1;
        }
        self.line
    }
}

fn unique_names(header: &Row) -> Vec<String> {
    let mut seen = HashSet::new();
    header
        .cells()
        .enumerate()
        .map(|(n, cell)| {
            let name = if cell.is_empty() { format!("column {}", n + 1) } else { text::join_wrapped([cell]) };
            if seen.insert(name.clone()) { name } else { format!("{name} ({})", n + 1) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str) -> Sheet {
        Sheet::read(file.as_bytes(), |name| ["Date", "Title"].contains(&name)).unwrap()
    }

    #[test]
    fn delimiter_line_ends_and_heading_do_not_matter() {
        for file in [
            "Date,Title\n2026-02-11,\"Law, again\"\n",
            "\u{feff}Date;Title\r\n2026-02-11;Law, again\r\n",
            "\r\nDate\tTitle\r\r2026-02-11\tLaw, again",
            "Sam Sample's credits\n\nDate,Title\n2026-02-11,\"Law, again\"\n",
        ] {
            let sheet = read(file);
            assert_eq!(sheet.headers(), ["Date", "Title"], "{file:?}");
            assert_eq!(sheet.rows()[0].cells().collect::<Vec<_>>(), ["2026-02-11", "Law, again"], "{file:?}");
        }
    }

    #[test]
    fn rows_know_their_lines() {
        for end in ["\n", "\r\n", "\r"] {
            let file = ["Date,Title", "", "1,\"two", "lines\"", "", "2,b"].join(end);
            let lines: Vec<u64> = read(&file).rows().iter().map(|row| row.line).collect();
            assert_eq!(lines, [3, 6], "{end:?}");
        }
    }

    #[test]
    fn columns_of_one_name_are_told_apart() {
        assert_eq!(
            read("Date,Title,Title,\n1,2,3,4\n").headers(),
            ["Date", "Title", "Title (3)", "column 4"]
        );
    }

    #[test]
    fn what_is_too_large_is_refused() {
        let error = |file: &str| Sheet::read(file.as_bytes(), |_| false).unwrap_err().to_string();
        assert_eq!(
            error(&format!("a,b\n{}", "1,2\n".repeat(MAX_ROWS + 1))),
            "the table has more than 100000 rows: split the file"
        );
        assert_eq!(
            error(&",".repeat(MAX_CELLS + 1)),
            "the table has more than 4000000 cells: split the file"
        );
        assert!(error(&format!("a{}", ",".repeat(2000))).contains("more than 1000 columns"));
        assert!(error("\n\n").contains("the file is empty"));
    }
}
