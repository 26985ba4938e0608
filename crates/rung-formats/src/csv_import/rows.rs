//! From the rows of a table to drafts.

use super::{Field, Mapping, amounts::read_hours, dates::read_date};
use crate::{
    CreditDraft, NotRead, Reading, Sheet, TopicNames,
    sheet::Row,
    text::{cut, plain_name},
};
use rung_record::{
    Audience, CreditKind, Date, Format, Hours, Problems, Topic,
    reading::{At, KINDS, Reader},
};

/// Reads every row of a table in the way that a mapping says.
///
/// # Errors
/// Says which columns of the mapping the table does not have, or that none is read as the day of completion.
pub fn read_credits(sheet: &Sheet, mapping: &Mapping, topic_names: &TopicNames) -> Result<Reading, Problems> {
    let rows = RowReader { columns: Columns::of(sheet, mapping)?, mapping, topic_names };
    let mut reading = Reading::default();
    for row in sheet.heading() {
        reading.skip(row.line, "it stands above the column names");
    }
    for row in sheet.rows() {
        rows.read(row, &mut reading);
    }
    reading.lines.sort_by_key(|line| line.number);
    Ok(reading)
}

/// Where each field is found.
struct Columns(Vec<(Field, usize)>);

impl Columns {
    fn of(sheet: &Sheet, mapping: &Mapping) -> Result<Self, Problems> {
        let mut reader = Reader::default();
        let has = sheet.column_list();
        let mut columns = Vec::new();
        for mapped in &mapping.columns {
            match sheet.column(&mapped.column) {
                Some(column) => columns.push((mapped.field, column)),
                None => reader.problems.add(
                    &At::Field(&At::Top, mapped.field.word()),
                    format!("\"{}\" is no column of the table; it has {has}", mapped.column),
                ),
            }
        }
        if mapping.column_of(Field::Completed).is_none() {
            let what = format!(
                "no column looks like the day of completion: say which one it is; the table has {has}"
            );
            reader.problems.add(&At::Top, what);
        }
        reader.finish(Self(columns))
    }

    fn cell<'a>(&self, row: &'a Row, wanted: Field) -> Option<&'a str> {
        let (_, column) = self.0.iter().find(|(field, _)| *field == wanted)?;
        Some(row.cell(*column)).filter(|cell| !cell.is_empty())
    }
}

struct RowReader<'a> {
    columns: Columns,
    mapping: &'a Mapping,
    topic_names: &'a TopicNames,
}

impl RowReader<'_> {
    fn read(&self, row: &Row, reading: &mut Reading) {
        if is_total(row) {
            return reading.skip(row.line, "it is a total");
        }
        match self.draft(row) {
            Ok((draft, notes)) => reading.read(draft, notes),
            Err(why) => reading.not_understood(row.line, &row.joined(), why),
        }
    }

    fn cell<'a>(&self, row: &'a Row, field: Field) -> Option<&'a str> {
        self.columns.cell(row, field)
    }

    fn text(&self, row: &Row, field: Field) -> Option<String> {
        self.cell(row, field).map(|cell| crate::text::join_wrapped([cell]))
    }

    fn draft(&self, row: &Row) -> Result<(CreditDraft, Vec<String>), NotRead> {
        let mut notes = Vec::new();
        let mut draft = CreditDraft::new(row.line, self.completed(row)?);
        draft.credit.title = self.text(row, Field::Title);
        draft.credit.provider = self.text(row, Field::Provider);
        self.take_words(row, &mut draft, &mut notes);
        let named_format = draft.credit.format;
        if let Some(cell) = self.cell(row, Field::Uan) {
            draft.take_number(cell, self.topic_names);
        }
        notes.extend(self.take_hours(row, &mut draft)?);
        // A column that names the format itself, `live-online` say, is the most exact.
        draft.credit.format = named_format.or(draft.credit.format);
        notes.extend(draft.disagreements(self.topic_names));
        let nameless = draft.credit.title.is_none() && draft.credit.uan.is_none();
        if nameless && draft.credit.hours.is_none() {
            return Err(NotRead::OnlyADay);
        }
        Ok((draft, notes))
    }

    fn completed(&self, row: &Row) -> Result<Date, NotRead> {
        let Some(cell) = self.cell(row, Field::Completed) else {
            return Err(NotRead::NoDay);
        };
        read_date(cell, self.mapping.dates)
    }

    /// Takes the hours, and says what is to be noted about them.
    fn take_hours(&self, row: &Row, draft: &mut CreditDraft) -> Result<Option<String>, NotRead> {
        let hours = |field| -> Result<Option<Hours>, NotRead> {
            let Some(cell) = self.cell(row, field) else { return Ok(None) };
            read_hours(cell, self.mapping.hours_in).map(Some)
        };
        match (hours(Field::LiveHours)?, hours(Field::HomeHours)?, hours(Field::Hours)?) {
            (None, None, all) => {
                draft.credit.hours = all;
                Ok(all.is_none().then(|| "it has no hours".to_owned()))
            }
            (live, home, _) => Ok(draft.take_columns(live.unwrap_or_default(), home.unwrap_or_default())),
        }
    }

    fn take_words(&self, row: &Row, draft: &mut CreditDraft, notes: &mut Vec<String>) {
        let credit = &mut draft.credit;
        if let Some(cell) = self.cell(row, Field::Kind) {
            match kind_named(cell) {
                Some(kind) => credit.kind = kind,
                None => notes.push(unknown("kind", cell)),
            }
        }
        if let Some(cell) = self.cell(row, Field::Format) {
            credit.format = format_named(cell);
            if credit.format.is_none() {
                notes.push(unknown("format", cell));
            }
        }
        if let Some(cell) = self.cell(row, Field::Audience) {
            credit.audience = audience_named(cell);
            if credit.audience.is_none() {
                notes.push(unknown("audience", cell));
            }
        }
        if let Some(cell) = self.cell(row, Field::Accreditation) {
            credit.accreditation = Some(accreditation_named(cell));
        }
        if let Some(cell) = self.cell(row, Field::LawOf) {
            match state(cell) {
                Some(state) => credit.law_of = Some(state),
                None => notes.push(unknown("state", cell)),
            }
        }
        for topic in self.cell(row, Field::Topics).into_iter().flat_map(|cell| self.topics_named(cell)) {
            if !credit.topics.contains(&topic) {
                credit.topics.push(topic);
            }
        }
    }

    /// Designators by their names, anything else as a topic of its own.
    fn topics_named(&self, cell: &str) -> Vec<Topic> {
        if let Some(topic) = self.topic_names.by_name(cell) {
            return topic.topics.clone();
        }
        let named = |part: &str| match self.topic_names.by_name(part) {
            Some(topic) => topic.topics.clone(),
            None => vec![Topic(kebab(part))],
        };
        cell.split([';', '|', ',']).flat_map(named).filter(|topic| !topic.as_str().is_empty()).collect()
    }
}

fn unknown(what: &str, cell: &str) -> String {
    format!("\"{}\" is no {what} that is known here: it was left out", cut(cell))
}

/// Whether the row sums up the others.
pub(crate) fn is_total(row: &Row) -> bool {
    let first = row.cells().find(|cell| !cell.is_empty()).unwrap_or_default();
    let word: String = first.chars().take_while(|c| c.is_alphabetic()).collect();
    ["total", "totals", "sum", "subtotal"].contains(&word.to_ascii_lowercase().as_str())
}

fn kind_named(cell: &str) -> Option<CreditKind> {
    let cell = plain_name(cell);
    let by_word = KINDS.iter().find(|(word, _)| plain_name(word) == cell).map(|(_, kind)| *kind);
    by_word.or(match cell.as_str() {
        "cpe" | "continuingeducation" | "webinar" | "seminar" | "conference" | "homestudy" | "live" => {
            Some(CreditKind::Ce)
        }
        "college" | "academic" | "collegecoursework" => Some(CreditKind::CollegeCourse),
        "inservicetraining" | "inserviceproject" => Some(CreditKind::InService),
        _ => None,
    })
}

fn format_named(cell: &str) -> Option<Format> {
    match plain_name(cell).as_str() {
        "live" | "l" | "inperson" | "classroom" | "liveinperson" | "conference" => Some(Format::Live),
        "liveonline" | "webinar" | "livewebinar" | "virtual" | "livevirtual" | "webcast" | "livewebcast" => {
            Some(Format::LiveOnline)
        }
        "home" | "h" | "homestudy" | "ondemand" | "enduring" | "enduringmaterial" | "selfstudy"
        | "online" | "internet" | "recorded" | "selfpaced" | "correspondence" => Some(Format::Home),
        _ => None,
    }
}

fn audience_named(cell: &str) -> Option<Audience> {
    match plain_name(cell).as_str() {
        "technician"
        | "technicians"
        | "t"
        | "tech"
        | "techs"
        | "pharmacytechnician"
        | "pharmacytechnicians"
        | "cpht" => Some(Audience::Technician),
        "pharmacist" | "pharmacists" | "p" | "rph" => Some(Audience::Pharmacist),
        "both" | "pt" | "tp" | "pharmacistsandtechnicians" | "pharmacistsandpharmacytechnicians" => {
            Some(Audience::Both)
        }
        _ => None,
    }
}

/// `ACPE`, or `IPCE` for what a jointly accredited provider reports through the same channel, is `acpe`; `none` is
/// nobody; anything else is kept.
fn accreditation_named(cell: &str) -> Vec<String> {
    let mut bodies = Vec::new();
    for part in cell.split([';', '|', ',', '/']) {
        let body = match plain_name(part).as_str() {
            "" | "no" | "none" | "nonacpe" | "na" => continue,
            "acpe" | "ipce" | "cpe" | "yes" => "acpe".to_owned(),
            _ => part.trim().to_ascii_lowercase(),
        };
        if !bodies.contains(&body) {
            bodies.push(body);
        }
    }
    bodies
}

fn state(cell: &str) -> Option<String> {
    (cell.len() == 2 && cell.bytes().all(|c| c.is_ascii_alphabetic())).then(|| cell.to_ascii_uppercase())
}

fn kebab(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
