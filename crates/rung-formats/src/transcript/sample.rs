//! Made-up transcripts, in the form of the real ones, for tests and demonstrations.

use rung_record::{Date, Hours, Period};
use std::fmt::Write;

/// A made-up transcript.
#[derive(Clone, Debug)]
pub struct SampleTranscript {
    /// Nobody real.
    pub participant: String,
    /// Six to ten digits.
    pub profile_id: String,
    /// The days that it covers.
    pub range: Period,
    /// Its credits.
    pub rows: Vec<SampleRow>,
}

/// One credit of a made-up transcript.
#[derive(Clone, Debug)]
pub struct SampleRow {
    /// The day of completion.
    pub completed: Date,
    /// The activity number.
    pub number: String,
    /// The title.
    pub title: String,
    /// The topic as the transcript calls it.
    pub topic: String,
    /// Who gave it.
    pub provider: String,
    /// The live hours.
    pub live: Hours,
    /// The hours of home study.
    pub home: Hours,
}

const ROWS_A_PAGE: usize = 12;

/// Prints the transcript as a text extractor would find it in the PDF: lines broken at `width` characters, also in the
/// middle of numbers and words, and a foot under each page. The date and the hours of a row stay whole.
pub fn sample_text(transcript: &SampleTranscript, width: usize) -> String {
    let SampleTranscript { participant, profile_id, range, rows } = transcript;
    let total: Hours = rows.iter().map(|row| row.live + row.home).sum();
    let mut text = format!(
        "CPE Monitor Activity Transcript\nParticipant Name {participant}\nNABP e-Profile ID {profile_id}\n\
         CPE activity date range {} to {}\nTotal CPE hours earned {}\n",
        us_date(range.from),
        us_date(range.last()),
        two_decimals(total)
    );
    let pages = rows.chunks(ROWS_A_PAGE).len();
    for (page, rows) in rows.chunks(ROWS_A_PAGE).enumerate() {
        text.push_str(
            "Activity Date Activity # Credit Type Source Title Topic Provider Live Hours Home Hours\n",
        );
        for row in rows {
            text.push_str(&row_text(row, width));
        }
        // Writing to a string cannot fail.
        let _ = writeln!(text, "Report Generated @ 11/23/2026 3:04:05 PM Page {} Of {pages}", page + 1);
    }
    text.push_str("Disclaimer: this is a sample; no such person and no such activity exists.\n");
    text
}

fn row_text(row: &SampleRow, width: usize) -> String {
    let SampleRow { completed, number, title, topic, provider, live, home } = row;
    let middle: Vec<char> = format!("{number} ACPE ACPE {title} {topic} {provider}").chars().collect();
    let mut text = us_date(*completed);
    text.push(' ');
    for (n, piece) in middle.chunks(width.max(1)).enumerate() {
        if n > 0 {
            text.push('\n');
        }
        text.extend(piece);
    }
    let _ = writeln!(text, " {} {}", two_decimals(*live), two_decimals(*home));
    text
}

fn us_date(date: Date) -> String {
    format!("{}/{}/{}", date.month(), date.day(), date.year())
}

fn two_decimals(hours: Hours) -> String {
    format!("{}.{:02}", hours.in_seconds() / 3600, hours.in_seconds() % 3600 / 36)
}
