//! Which column of a table is which field of a credit: guessed, shown, overridden.

use super::{
    amounts::{HoursUnit, read_hours},
    dates::{DateOrder, order_of, read_date},
};
use crate::{Sheet, text::plain_name};
use rung_record::{
    Hours, Problems, Uan,
    reading::{At, Reader},
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A field of a credit that a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The day of completion.
    Completed,
    /// The activity number.
    Uan,
    /// The title.
    Title,
    /// Who gave it.
    Provider,
    /// All hours.
    Hours,
    /// The hours that were live.
    LiveHours,
    /// The hours of home study.
    HomeHours,
    /// Live, live at a distance, home study.
    Format,
    /// Subjects.
    Topics,
    /// The state that a law topic is about.
    LawOf,
    /// For whom it was made.
    Audience,
    /// Who accredits it.
    Accreditation,
    /// What kind of activity it was.
    Kind,
}

/// A field, its word, and the names of columns that hold it, the surest first, in [`plain_name`] form.
const FIELDS: &[(Field, &str, &[&str])] = &[
    (
        Field::Completed,
        "completed",
        &[
            "completed",
            "completedon",
            "datecompleted",
            "completiondate",
            "completeddate",
            "dateofcompletion",
            "activitydate",
            "dateearned",
            "earneddate",
            "dateofactivity",
            "dateattended",
            "participationdate",
            "creditdate",
            "coursedate",
            "date",
            "finished",
            "enddate",
            "day",
        ],
    ),
    (
        Field::Uan,
        "uan",
        &[
            "uan",
            "acpeuan",
            "universalactivitynumber",
            "activitynumberuan",
            "acpenumber",
            "acpeno",
            "acpeid",
            "acpeactivitynumber",
            "activitynumber",
            "activityno",
            "activityid",
            "programnumber",
            "coursenumber",
            "acpe",
            "activity",
            "number",
        ],
    ),
    (
        Field::Title,
        "title",
        &[
            "title",
            "activitytitle",
            "coursetitle",
            "programtitle",
            "cetitle",
            "titleofactivity",
            "activityname",
            "coursename",
            "programname",
            "course",
            "program",
            "activity",
            "name",
            "session",
            "description",
        ],
    ),
    (
        Field::Provider,
        "provider",
        &[
            "provider",
            "providername",
            "ceprovider",
            "acpeprovider",
            "sponsor",
            "sponsorname",
            "organization",
            "organisation",
            "offeredby",
            "givenby",
            "vendor",
            "school",
            "institution",
            "employer",
        ],
    ),
    (
        Field::Hours,
        "hours",
        &[
            "hours",
            "contacthours",
            "credithours",
            "cehours",
            "cpehours",
            "totalhours",
            "hoursearned",
            "hoursofcredit",
            "numberofhours",
            "creditsearned",
            "cecredits",
            "credits",
            "credit",
            "ceus",
            "ceu",
            "ceuvalue",
            "ceusearned",
            "minutes",
            "durationminutes",
            "durationmin",
            "duration",
            "length",
            "ce",
        ],
    ),
    (Field::LiveHours, "live_hours", &["livehours", "livecontacthours", "livecredits", "livecehours"]),
    (
        Field::HomeHours,
        "home_hours",
        &["homehours", "homestudyhours", "homecontacthours", "homestudycredits", "homestudycehours"],
    ),
    (
        Field::Format,
        "format",
        &["format", "activityformat", "deliverymethod", "deliveryformat", "delivery", "modality", "mode"],
    ),
    (
        Field::Topics,
        "topics",
        &[
            "topics",
            "topic",
            "topicdesignators",
            "topicdesignator",
            "topicarea",
            "subjects",
            "subject",
            "subjectarea",
        ],
    ),
    (Field::LawOf, "law_of", &["lawof", "lawstate", "stateoflaw", "jurisdiction", "state"]),
    (Field::Audience, "audience", &["audience", "targetaudience", "audiencetype", "profession"]),
    (
        Field::Accreditation,
        "accreditation",
        &["accreditation", "accreditedby", "accreditor", "accreditingbody", "credittype"],
    ),
    (Field::Kind, "kind", &["kind", "kindofcredit", "activitytype", "type"]),
];

impl Field {
    /// All fields, in the order of a credit.
    pub fn all() -> impl Iterator<Item = Self> {
        FIELDS.iter().map(|(field, ..)| *field)
    }

    /// Its word, for example `law_of`.
    pub fn word(self) -> &'static str {
        FIELDS.iter().find(|(field, ..)| *field == self).map_or("", |(_, word, _)| word)
    }

    fn of_word(word: &str) -> Option<Self> {
        FIELDS.iter().find(|(_, own, _)| plain_name(own) == plain_name(word)).map(|(field, ..)| *field)
    }

    /// Whether a cell can be read as this field; fields of free text can be anything.
    fn fits(self, cell: &str) -> bool {
        match self {
            Self::Completed => {
                read_date(cell, DateOrder::MonthFirst).is_ok() || read_date(cell, DateOrder::DayFirst).is_ok()
            }
            Self::Uan => cell.parse::<Uan>().is_ok(),
            Self::Hours | Self::LiveHours | Self::HomeHours => {
                read_hours(cell, HoursUnit::Hours).is_ok_and(|hours| hours < Hours::from_whole(1000))
            }
            _ => true,
        }
    }
}

/// Whether a column of some field is called so.
pub(crate) fn is_column_name(header: &str) -> bool {
    let header = plain_name(header);
    FIELDS.iter().any(|(_, _, names)| names.contains(&header.as_str()))
}

/// Why a column is taken for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// The column is called so.
    Name,
    /// The cells look so.
    Content,
    /// The user says so.
    You,
}

/// One column that is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MappedColumn {
    /// The field it is read as.
    pub field: Field,
    /// The column's name in the table.
    pub column: String,
    /// Why.
    pub because: Because,
}

/// How the columns of a table are read. It is shown before anything is imported, and can be kept for the next file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The columns that are read, a field at most once.
    pub columns: Vec<MappedColumn>,
    /// The columns that are not read.
    pub unused: Vec<String>,
    /// How `2/11/2026` is read.
    pub dates: DateOrder,
    /// Why.
    pub dates_because: String,
    /// What a plain number of hours counts.
    pub hours_in: HoursUnit,
    /// Why.
    pub hours_in_because: String,
}

/// So many rows are looked at for a column's content.
const SAMPLE: usize = 200;

impl Mapping {
    /// Guesses how a table is to be read, by the names of its columns and by what is in them; what the user says goes
    /// first: `completed=Date`, `hours=Credit Hours`, `hours=` for no such column, `dates=d/m`, `hours_in=ceu`.
    ///
    /// ```
    /// use rung_formats::csv_import::{Mapping, read_sheet};
    /// let sheet = read_sheet(b"When,Course,CEUs\n2/13/2026,Law,0.1\n")?;
    /// let mapping = Mapping::guess(&sheet, &["title=Course"])?;
    /// assert_eq!(
    ///     mapping.to_string(),
    ///     "title          <- \"Course\" (you said so)\n\
    ///      hours          <- \"CEUs\" (by its name)\n\
    ///      completed      <- \"When\" (by what is in it)\n\
    ///      dates are read m/d: 1 can only be read so\n\
    ///      hours are in ceu: by the column's name"
    /// );
    /// # Ok::<(), rung_record::Problems>(())
    /// ```
    ///
    /// # Errors
    /// Says which of the user's words name no field or no column.
    pub fn guess(sheet: &Sheet, said: &[impl AsRef<str>]) -> Result<Self, Problems> {
        let mut guesser = Guesser { sheet, columns: Vec::new(), absent: Vec::new() };
        let mut reader = Reader::default();
        let (mut dates, mut hours_in) = (None, None);
        for said in said {
            let said = said.as_ref();
            if let Err(what) = guesser.obey(said, &mut dates, &mut hours_in) {
                reader.problems.add(&At::Top, what);
            }
        }
        reader.finish(())?;
        guesser.by_name();
        guesser.by_content();
        Ok(guesser.mapping(dates, hours_in))
    }

    /// The column that is read as this field.
    pub fn column_of(&self, field: Field) -> Option<&str> {
        self.columns.iter().find(|mapped| mapped.field == field).map(|mapped| mapped.column.as_str())
    }
}

struct Guesser<'a> {
    sheet: &'a Sheet,
    columns: Vec<(Field, usize, Because)>,
    /// Fields that the user says have no column.
    absent: Vec<Field>,
}

impl Guesser<'_> {
    fn obey(
        &mut self,
        said: &str,
        dates: &mut Option<DateOrder>,
        hours_in: &mut Option<HoursUnit>,
    ) -> Result<(), String> {
        let Some((word, value)) = said.split_once('=') else {
            return Err(format!("\"{said}\" is not a mapping (write completed=Date)"));
        };
        let value = value.trim();
        match plain_name(word).as_str() {
            "dates" => {
                *dates = Some(match plain_name(value).as_str() {
                    "md" => DateOrder::MonthFirst,
                    "dm" => DateOrder::DayFirst,
                    _ => return Err(format!("\"{said}\": dates are m/d or d/m")),
                });
                return Ok(());
            }
            "hoursin" => {
                let unit = HoursUnit::named(value);
                *hours_in =
                    Some(unit.ok_or_else(|| format!("\"{said}\": hours are in hours, ceu or minutes"))?);
                return Ok(());
            }
            _ => {}
        }
        let Some(field) = Field::of_word(word) else {
            let words: Vec<&str> = Field::all().map(Field::word).collect();
            return Err(format!("\"{}\" is not one of {}, dates, hours_in", word.trim(), words.join(", ")));
        };
        self.columns.retain(|(taken, ..)| *taken != field);
        if value.is_empty() {
            self.absent.push(field);
            return Ok(());
        }
        let column = self.sheet.column(value).ok_or_else(|| {
            format!("\"{value}\" is no column of the table; it has {}", self.sheet.column_list())
        })?;
        self.columns.push((field, column, Because::You));
        Ok(())
    }

    fn is_open(&self, field: Field) -> bool {
        !self.absent.contains(&field) && self.columns.iter().all(|(taken, ..)| *taken != field)
    }

    fn is_free(&self, column: usize) -> bool {
        self.columns.iter().all(|(_, taken, _)| *taken != column)
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        let rows = self.sheet.rows().iter().take(SAMPLE);
        rows.map(move |row| row.cell(column)).filter(|cell| !cell.is_empty())
    }

    /// Whether more than half of what is in the column can be read as the field.
    fn fits(&self, field: Field, column: usize) -> bool {
        let (mut fit, mut all) = (0, 0);
        for cell in self.cells(column) {
            all += 1;
            fit += usize::from(field.fits(cell));
        }
        all == 0 || fit * 2 > all
    }

    fn by_name(&mut self) {
        let headers: Vec<String> = self.sheet.headers().iter().map(|header| plain_name(header)).collect();
        for (field, _, names) in FIELDS {
            let found = names.iter().filter(|_| self.is_open(*field)).find_map(|name| {
                headers
                    .iter()
                    .enumerate()
                    .position(|(n, header)| header == name && self.is_free(n) && self.fits(*field, n))
            });
            if let Some(column) = found {
                self.columns.push((*field, column, Because::Name));
            }
        }
    }

    /// Looks for the day, the number and the hours in columns whose names say nothing.
    fn by_content(&mut self) {
        let has_hours = !self.is_open(Field::LiveHours) || !self.is_open(Field::HomeHours);
        for field in [Field::Uan, Field::Completed, Field::Hours] {
            if !self.is_open(field) || (field == Field::Hours && has_hours) {
                continue;
            }
            let found = (0..self.sheet.headers().len()).find(|&column| {
                self.is_free(column) && self.cells(column).next().is_some() && self.fits(field, column)
            });
            if let Some(column) = found {
                self.columns.push((field, column, Because::Content));
            }
        }
    }

    fn mapping(&self, dates: Option<DateOrder>, hours_in: Option<HoursUnit>) -> Mapping {
        let headers = self.sheet.headers();
        let column_of =
            |field| self.columns.iter().find(|(taken, ..)| *taken == field).map(|(_, column, _)| *column);
        let (dates, dates_because) = match (dates, column_of(Field::Completed)) {
            (Some(order), _) => (order, "you said so".to_owned()),
            (None, Some(column)) => order_of(self.sheet.rows().iter().map(|row| row.cell(column))),
            (None, None) => order_of([]),
        };
        let named = column_of(Field::Hours).and_then(|column| HoursUnit::named(&headers[column]));
        let (hours_in, hours_in_because) = match (hours_in, named) {
            (Some(unit), _) => (unit, "you said so"),
            (None, Some(unit)) => (unit, "by the column's name"),
            (None, None) => (HoursUnit::Hours, "no unit is named"),
        };
        Mapping {
            columns: self
                .columns
                .iter()
                .map(|&(field, column, because)| MappedColumn {
                    field,
                    column: headers[column].clone(),
                    because,
                })
                .collect(),
            unused: (0..headers.len())
                .filter(|&column| self.is_free(column))
                .map(|column| headers[column].clone())
                .collect(),
            dates,
            dates_because,
            hours_in,
            hours_in_because: hours_in_because.to_owned(),
        }
    }
}

/// A line for each column that is read, then how dates and hours are read, then what is not.
impl fmt::Display for Mapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for MappedColumn { field, column, because } in &self.columns {
            let because = match because {
                Because::Name => "by its name",
                Because::Content => "by what is in it",
                Because::You => "you said so",
            };
            writeln!(f, "{:<13}  <- \"{column}\" ({because})", field.word())?;
        }
        let dates = match self.dates {
            DateOrder::MonthFirst => "m/d",
            DateOrder::DayFirst => "d/m",
        };
        let hours_in = match self.hours_in {
            HoursUnit::Hours => "hours",
            HoursUnit::Ceu => "ceu",
            HoursUnit::Minutes => "minutes",
        };
        writeln!(f, "dates are read {dates}: {}", self.dates_because)?;
        write!(f, "hours are in {hours_in}: {}", self.hours_in_because)?;
        if !self.unused.is_empty() {
            write!(f, "\nnot read: {}", self.unused.join(", "))?;
        }
        Ok(())
    }
}
