//! The transcript as the text of its PDF.

use super::{Transcript, heading::Heading};
use crate::{
    CreditDraft, MAX_ROWS, NotRead, Reading, TopicName, TopicNames,
    csv_import::{DateOrder, read_date},
    text::{join_wrapped, refuse_size},
};
use rung_record::{Date, Hours, Problems, Uan};

/// A text of more lines is refused.
const MAX_LINES: usize = 1_000_000;
/// No row of a transcript is longer; what is was glued together from something else.
const MAX_ROW_BYTES: usize = 4000;

const DISCLAIMER: &str = "it is the disclaimer";

/// Reads the text that an extractor found in the PDF, in reading order.
///
/// A row starts with its date and ends with two numbers, the live hours and the home hours; between them stand the
/// activity number, `ACPE` or `IPCE` twice, and then title, topic and provider with nothing between them. The
/// topic's name, which the number tells, is the fence between title and provider. Lines may break anywhere, in the middle
/// of the number too.
///
/// ```
/// use rung_formats::{TopicNames, transcript::read_text};
/// let text = "Participant Name Sam Sample\nTotal CPE hours earned 1.50\n\
///             2/11/2026 0107-0000-26-\n021-L03-T ACPE ACPE Pharmacy Law 1.50 0.00\nPage 1 Of 1";
/// let transcript = read_text(text, &TopicNames::default())?;
/// assert_eq!(transcript.reading.drafts[0].credit().uan.as_deref(), Some("0107-0000-26-021-L03-T"));
/// assert_eq!(
///     transcript.total_check().to_string(),
///     "the credits add up to the total that is stated, 1.5 hours"
/// );
/// # Ok::<(), rung_record::Problems>(())
/// ```
///
/// # Errors
/// The text is too large, or nothing in it looks like a row.
pub fn read_text(text: &str, topic_names: &TopicNames) -> Result<Transcript, Problems> {
    refuse_size(text.len())?;
    let mut reader = TextReader {
        topic_names,
        heading: Heading::default(),
        reading: Reading::default(),
        row: None,
        in_disclaimer: false,
    };
    for (number, line) in (1..).zip(text.split(['\n', '\u{c}'])) {
        if number > MAX_LINES || reader.reading.drafts.len() > MAX_ROWS {
            return Err(Problems::one(format!(
                "the text has more than {MAX_LINES} lines or {MAX_ROWS} credits: split it"
            )));
        }
        reader.line(u64::try_from(number).unwrap_or(u64::MAX), line.trim());
    }
    reader.finish_row();
    let TextReader { heading, mut reading, .. } = reader;
    if reading.drafts.is_empty() && reading.not_understood_count() == 0 {
        return Err(Problems::one(
            "no row of a transcript was found: a row starts with a date such as 2/11/2026 and ends with the live hours \
             and the home hours",
        ));
    }
    reading.lines.sort_by_key(|line| line.number);
    Ok(Transcript::new(heading, reading))
}

struct TextReader<'a> {
    topic_names: &'a TopicNames,
    heading: Heading,
    reading: Reading,
    row: Option<RowLines<'a>>,
    /// Between the word "Disclaimer" and the end of the page.
    in_disclaimer: bool,
}

/// The lines of the row that is being gathered.
struct RowLines<'a> {
    lines: Vec<(u64, &'a str)>,
    /// The last two words so far.
    tail: [&'a str; 2],
}

impl<'a> RowLines<'a> {
    fn push(&mut self, number: u64, line: &'a str) {
        self.lines.push((number, line));
        for word in line.split_whitespace() {
            self.tail = [self.tail[1], word];
        }
    }

    /// Whether it ends, for now, in two numbers.
    fn is_complete(&self) -> bool {
        self.tail.iter().all(|word| hours_of(word).is_some())
    }
}

/// What a line is, by itself.
enum Kind {
    RowStart { with_number: bool },
    Furniture(&'static str),
    Other,
}

impl<'a> TextReader<'a> {
    fn line(&mut self, number: u64, line: &'a str) {
        if line.is_empty() {
            return;
        }
        match kind_of(line) {
            // A title may wrap before a date of its own.
            Kind::RowStart { with_number: false }
                if self.row.as_ref().is_some_and(|row| !row.is_complete()) =>
            {
                self.row_line(number, line);
            }
            Kind::RowStart { .. } => {
                self.finish_row();
                self.in_disclaimer = false;
                self.row = Some(RowLines { lines: Vec::new(), tail: ["", ""] });
                self.row_line(number, line);
            }
            Kind::Furniture(why) => {
                if self.row.as_ref().is_none_or(RowLines::is_complete) {
                    self.finish_row();
                }
                self.in_disclaimer = why == DISCLAIMER;
                self.reading.skip(number, why);
            }
            Kind::Other if self.row.is_some() => self.row_line(number, line),
            Kind::Other if self.in_disclaimer => self.reading.skip(number, DISCLAIMER),
            Kind::Other => {
                self.heading.take(line);
                self.reading.skip(number, "it stands outside the table");
            }
        }
    }

    fn row_line(&mut self, number: u64, line: &'a str) {
        if let Some(row) = &mut self.row {
            row.push(number, line);
        }
    }

    /// Reads the row that was gathered, up to the last line that ends it with two numbers.
    fn finish_row(&mut self) {
        let Some(RowLines { mut lines, .. }) = self.row.take() else { return };
        let all = lines.len();
        let mut end = lines.len();
        while end > 0 && !ends_in_hours(&lines[..end]) {
            end -= 1;
        }
        let behind = lines.split_off(if end == 0 { all } else { end });
        let Some(&(number, _)) = lines.first() else { return };
        let joined = join_wrapped(lines.iter().map(|(_, line)| *line));
        match read_row(number, &joined, self.topic_names) {
            Ok((draft, notes)) => self.reading.read(draft, notes),
            Err(why) => self.reading.not_understood(number, &joined, why),
        }
        for (number, line) in behind {
            self.reading.not_understood(number, line, NotRead::BehindHours);
        }
    }
}

fn kind_of(line: &str) -> Kind {
    let start: String =
        line.chars().take(60).flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect();
    if start.starts_with("reportgenerated@")
        || start.starts_with("reportedgenerated@")
        || is_page_number(&start)
    {
        return Kind::Furniture("it is the foot of a page");
    }
    if start.starts_with("disclaimer") {
        return Kind::Furniture(DISCLAIMER);
    }
    if start.starts_with("activitydate") || start.ends_with("livehourshomehours") {
        return Kind::Furniture("it is the names of the columns");
    }
    match take_date(line) {
        Some((_, rest)) if rest.starts_with("to ") || is_time(rest) => Kind::Other,
        Some((_, rest)) => Kind::RowStart { with_number: take_number(rest).is_some() },
        None => Kind::Other,
    }
}

/// `page2of3`.
fn is_page_number(start: &str) -> bool {
    let Some((page, of)) = start.strip_prefix("page").and_then(|rest| rest.split_once("of")) else {
        return false;
    };
    let number = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    number(page) && number(of)
}

fn is_time(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && rest.as_bytes().get(digits) == Some(&b':')
}

/// The date `m/d/yyyy` that a row starts with, and what follows it.
fn take_date(line: &str) -> Option<(Date, &str)> {
    let mut slashes = line.char_indices().take(6).filter(|(_, c)| *c == '/');
    let (_, second) = (slashes.next()?, slashes.next()?);
    let end = second.0 + 5;
    let date = read_date(line.get(..end)?, DateOrder::MonthFirst).ok()?;
    Some((date, line.get(end..)?.trim_start()))
}

/// The activity number that the text starts with, broken or not, and what follows it.
fn take_number(text: &str) -> Option<(Uan, &str)> {
    let letters = text.char_indices().take(60);
    let mut ends = letters.filter(|(_, c)| matches!(c, 'T' | 'P' | 't' | 'p')).map(|(at, _)| at + 1);
    ends.find_map(|end| Some((text[..end].parse().ok()?, text[end..].trim_start())))
}

fn hours_of(word: &str) -> Option<Hours> {
    word.starts_with(|c: char| c.is_ascii_digit())
        .then(|| word.parse().ok())
        .flatten()
        .filter(|hours| *hours < Hours::from_whole(1000))
}

fn ends_in_hours(lines: &[(u64, &str)]) -> bool {
    let mut words = lines.iter().rev().flat_map(|(_, line)| line.split_whitespace().rev());
    let mut is_hours = || words.next().and_then(hours_of).is_some();
    is_hours() && is_hours()
}

fn read_row(line: u64, row: &str, topic_names: &TopicNames) -> Result<(CreditDraft, Vec<String>), NotRead> {
    if row.len() > MAX_ROW_BYTES {
        return Err(NotRead::TooLong);
    }
    let (completed, rest) = take_date(row).ok_or(NotRead::NoDayInFront)?;
    let (rest, live, home) = take_hours(rest).ok_or(NotRead::NoHoursAtEnd)?;
    let (uan, rest) = take_number(rest).ok_or(NotRead::NoNumber)?;
    let rest = past_credit_type(rest);
    let mut draft = CreditDraft::new(line, completed);
    let mut notes = Vec::new();
    draft.take_number(&uan.to_string(), topic_names);
    notes.extend(draft.take_columns(live, home));
    let (title, provider, topic) = split_at_topic(rest, &uan, topic_names);
    draft.credit.title = title;
    draft.credit.provider = provider;
    match topic {
        Some(topic) if topic.code != uan.topic() => notes.push(format!(
            "the transcript says topic {} ({}), its number {}",
            topic.code,
            topic.name,
            uan.topic()
        )),
        Some(_) => {}
        None => notes.push("title, topic and provider could not be told apart: correct the title".to_owned()),
    }
    notes.extend(draft.disagreements(topic_names));
    Ok((draft, notes))
}

fn take_hours(row: &str) -> Option<(&str, Hours, Hours)> {
    let (rest, home) = row.trim_end().rsplit_once(' ')?;
    let (rest, live) = rest.trim_end().rsplit_once(' ')?;
    Some((rest.trim_end(), hours_of(live)?, hours_of(home)?))
}

/// What follows `ACPE` or `IPCE`, which stand for the credit type and again for the source.
fn past_credit_type(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..2 {
        let Some(end) = ["ACPE", "IPCE"].iter().find_map(|name| end_of_name(rest, name)) else { break };
        rest = rest[end..].trim_start();
    }
    rest
}

/// Title, provider, and the topic whose name stands between them. The number's own topic is looked for first.
fn split_at_topic<'a>(
    text: &str,
    uan: &Uan,
    topic_names: &'a TopicNames,
) -> (Option<String>, Option<String>, Option<&'a TopicName>) {
    let text_of = |part: &str| Some(part.trim().to_owned()).filter(|part| !part.is_empty());
    let own = topic_names.of(uan);
    let others = topic_names.iter().filter(|topic| topic.code != uan.topic());
    for topic in own.into_iter().chain(others) {
        let mut names: Vec<&str> = topic.all_names().collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        if let Some((before, after)) = names.iter().find_map(|name| split_at_name(text, name)) {
            return (text_of(before), text_of(after), Some(topic));
        }
    }
    (text_of(text), None, None)
}

/// Splits at the last place where the name stands as words of its own; it may be broken by spaces.
fn split_at_name<'a>(text: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1));
    let mut found =
        starts.rev().filter_map(|start| Some((start, end_of_name(text.get(start..)?, name)? + start)));
    let (start, end) = found.next()?;
    Some((text.get(..start)?, text.get(end..)?))
}

/// Where the name ends that the text begins with, if it ends a word.
fn end_of_name(text: &str, name: &str) -> Option<usize> {
    let mut letters = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let mut end = 0;
    for wanted in name.chars().filter(|c| !c.is_whitespace()) {
        let (at, letter) = letters.next()?;
        if !letter.eq_ignore_ascii_case(&wanted) {
            return None;
        }
        end = at + letter.len_utf8();
    }
    (end > 0 && text[end..].chars().next().is_none_or(char::is_whitespace)).then_some(end)
}
