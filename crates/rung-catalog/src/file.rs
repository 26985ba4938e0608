//! The catalogue's files: TOML as people write it, turned into the typed language.
//!
//! The shapes here are what an author sees; [`crate::Requirement`] and its neighbours are what the engine sees. Where
//! TOML lets an author leave things out (a requirement's kind follows from which amount is given), this module decides.

mod duty;
mod exam;

#[cfg(feature = "schema")]
use crate::schema::{shape, words};
use crate::{
    Ask, Authority, Cite, Condition, Confidence, Conversion, Credential, CredentialKind, Deadline,
    DesignatedTopic, DutyKind, Exception, Fee, Filter, MonthEnds, Path, PathCondition, PathStep, Place,
    Reinstatement, Requirement, RuleSet, SelectedBy, Share, Source, Span, Stage, Term, When, Window, spans,
};
use duty::{ChangeFile, DutyFile, OpenQuestionFile};
use exam::{ExamFile, RetakeFile};
use rung_record::{CredentialId, Date, Hours, Topic, Usd};
use serde::{Deserialize, Deserializer};
use std::{cell::RefCell, collections::BTreeMap, ops::Range};
use toml::Spanned;

/// Lines of one rule set, at any depth. The longest rule set known has fourteen.
const MOST_LINES: usize = 48;

/// Reads a TOML date, or a text that is to be one.
pub(crate) fn date_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Toml(toml::value::Datetime),
        Text(String),
    }
    Ok(Option::<Written>::deserialize(deserializer)?.map(|written| match written {
        Written::Toml(date) => date.to_string(),
        Written::Text(text) => text,
    }))
}

/// Reads a day.
pub(crate) fn optional_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let text = date_text(deserializer)?;
    text.map(|text| rung_record::parse_date(&text).map_err(serde::de::Error::custom)).transpose()
}

pub(crate) fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    optional_day(deserializer)?.ok_or_else(|| serde::de::Error::custom("a day is missing (write 2026-11-23)"))
}

/// A board or a certifying body: one file of `jurisdictions/` or `credentials/`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = shape::has_sources))]
#[serde(deny_unknown_fields)]
pub(crate) struct AuthorityFile {
    /// Two letters for a jurisdiction (`tx`), a short name for a body (`ptcb`).
    #[cfg_attr(feature = "schema", schemars(with = "words::Id"))]
    id: Spanned<String>,
    /// Its short name: `Texas`.
    name: String,
    /// Who decides, in full: `Texas State Board of Pharmacy`.
    body: String,
    /// The day on which somebody last looked at the sources: `2026-11-23`, without quotes.
    #[serde(deserialize_with = "day")]
    #[cfg_attr(feature = "schema", schemars(with = "words::Day"))]
    checked: Date,
    /// How sure the research is.
    confidence: Confidence,
    /// How a length in months ends where the last month lacks the day. Needed where the file counts in months or years.
    month_ends: Option<MonthEnds>,
    /// The text that says how months end. Left out when none does.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Cites>"))]
    month_ends_cite: Option<Spanned<Cites>>,
    /// What no source has settled; shown to the reader.
    #[serde(default)]
    open_questions: Vec<OpenQuestionFile>,
    /// For the reader, about the authority as a whole.
    #[serde(default)]
    notes: Vec<String>,
    /// Where the facts come from, each source once: `[[source]]`.
    #[serde(default, rename = "source")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    sources: Vec<Source>,
    /// Which duties beyond the usual its technicians may take on: `[[duty]]`.
    #[serde(default, rename = "duty")]
    duties: Vec<DutyFile>,
    /// Dated changes, past or to come: `[[change]]`.
    #[serde(default, rename = "change")]
    changes: Vec<ChangeFile>,
    /// What it issues, the ordinary technician's credential first: `[[credential]]`.
    #[serde(default, rename = "credential")]
    credentials: Vec<CredentialFile>,
}

/// A licence, registration, certification or certificate, and its rules.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct CredentialFile {
    /// Its id everywhere in Rung; it never changes: `tx-pharmacy-technician`.
    #[cfg_attr(feature = "schema", schemars(with = "words::Id"))]
    id: Spanned<String>,
    /// As its authority calls it: `Registered Pharmacy Technician`.
    title: String,
    /// What kind of thing it is.
    kind: CredentialKind,
    /// What holders put behind their name: `CPhT`. Left out when there are none.
    initials: Option<String>,
    /// Since when it exists: `"1995"`, `"1995-07"` or a day. Left out when unknown.
    launched: Option<When>,
    /// `true` for people in training.
    #[serde(default)]
    trainee: bool,
    /// Holding this counts as holding these too: `["ptcb-cpht"]`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<words::Id>"))]
    implies: Vec<CredentialId>,
    /// Where its periods come from. Left out for what never expires.
    term: Option<Term>,
    /// Where the term is written, when that is not where the renewal is.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Cites>"))]
    term_cite: Option<Spanned<Cites>>,
    /// Only where the term is less sure than the file as a whole.
    term_confidence: Option<Confidence>,
    /// `false` for what just ends and cannot be renewed.
    #[serde(default = "yes")]
    renewable: bool,
    /// Rules for keeping it, one version each: `[[credential.renewal]]`.
    #[serde(default, rename = "renewal")]
    #[cfg_attr(feature = "schema", schemars(transform = shape::each_cites))]
    renewals: Vec<RuleSetFile>,
    /// What is open after expiry: `[credential.reinstatement]`. Left out when no source tells.
    reinstatement: Option<ReinstatementFile>,
    /// Ways to get it: `[[credential.path]]`.
    #[serde(default, rename = "path")]
    paths: Vec<PathFile>,
    /// What is paid outside renewal, such as the application: `[[credential.fee]]`.
    #[serde(default, rename = "fee")]
    #[cfg_attr(feature = "schema", schemars(transform = shape::each_cites))]
    fees: Vec<FeeFile>,
    /// Its examination, one version or outline each: `[[credential.exam]]`.
    #[serde(default, rename = "exam")]
    exams: Vec<ExamFile>,
    /// How often the examination may be tried: `[credential.retake]`.
    retake: Option<RetakeFile>,
    /// Traps, for the reader.
    #[serde(default)]
    notes: Vec<String>,
}

fn yes() -> bool {
    true
}

/// One version of the rules for keeping a credential.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RuleSetFile {
    /// Names the version: `2020-09`.
    #[cfg_attr(feature = "schema", schemars(with = "words::Id"))]
    id: Spanned<String>,
    /// First day in force: `2020-09-01`. Left out when open.
    #[serde(default, deserialize_with = "optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<words::Day>"))]
    from: Option<Date>,
    /// Last day in force: `2025-12-31`. Left out when open.
    #[serde(default, deserialize_with = "optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<words::Day>"))]
    until: Option<Date>,
    /// What `from` and `until` are compared with; the end of the period when left out.
    #[serde(default = "period_end")]
    selected_by: SelectedBy,
    /// Names a duty with a clock of its own beside the renewal: `ce`.
    #[serde(default)]
    duty: String,
    /// The clock of that duty.
    clock: Option<Term>,
    /// When one may apply: `{ before-end = "60 days" }`.
    opens: Option<Deadline>,
    /// The last day to apply on time, when that is not the last day of the period.
    file_by: Option<Deadline>,
    /// What renewing costs: `[[credential.renewal.fee]]`.
    #[serde(default, rename = "fee")]
    fees: Vec<FeeFile>,
    /// What counts at all, for every line of hours.
    #[serde(default)]
    accepts: Filter,
    /// What a credit without hours of its own is worth, only where a source says: `[[credential.renewal.conversion]]`.
    #[serde(default, rename = "conversion")]
    conversions: Vec<Conversion>,
    /// Surplus hours count in this many later periods. Left out when none.
    #[serde(default)]
    carry_over_periods: u8,
    /// What is asked: `[[credential.renewal.requirement]]`.
    #[serde(default, rename = "requirement")]
    requirements: Vec<RequirementFile>,
    /// Where it is written; requirements without a cite of their own inherit it: `"297.8 (b)"`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Cites>"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
    /// Traps, for the reader.
    #[serde(default)]
    notes: Vec<String>,
}

fn period_end() -> SelectedBy {
    SelectedBy::PeriodEnd
}

/// Money that is asked.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FeeFile {
    /// For what: `application and exam`.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    what: Spanned<String>,
    /// Dollars: `55`, or `"62.40"` in quotes.
    usd: Usd,
    /// Asked only when this is so, in plain words: `application after the deadline`. Left out when always asked.
    when: Option<String>,
    /// First day on which it is asked.
    #[serde(default, deserialize_with = "optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<words::Day>"))]
    from: Option<Date>,
    /// Last day on which it is asked.
    #[serde(default, deserialize_with = "optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<words::Day>"))]
    until: Option<Date>,
    /// No longer asked, on a day that no source tells.
    #[serde(default)]
    superseded: bool,
    /// For the reader.
    note: Option<String>,
    /// Where it is written: `"fees"`, or `"fees table 2"` for a place in the source `fees`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Cites>"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

/// One line of what is asked. It gives exactly one of `minimum`, `hours_unknown`, `maximum`, `maximum_share`, `course`,
/// `academic_credits`, `condition`, `all_of` and `unknown`.
#[derive(Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(transform = shape::exactly_one_amount)
)]
#[serde(deny_unknown_fields)]
struct RequirementFile {
    /// Names the line: `total`, `law`, `patient-safety`, `live`, ….
    #[cfg_attr(feature = "schema", schemars(with = "words::Id"))]
    id: Spanned<String>,
    /// What is asked, in a few plain words: `Texas pharmacy law`.
    what: String,
    /// At least so many hours of credits that pass `counts`: `20`, or `"7.5"` in quotes.
    minimum: Option<Hours>,
    /// Credits that pass `counts` contribute at most so many hours: `5`.
    maximum: Option<Hours>,
    /// The same as a part of the hours that another line asks: `1/3 of total`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<words::PartOfLine>"))]
    maximum_share: Option<String>,
    /// One credit that passes `counts`, whatever its hours.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(extend("const" = true)))]
    course: bool,
    /// So many college credits of courses that pass `counts`: `2`.
    academic_credits: Option<Hours>,
    /// Something true of the technician: `{ holds = ["ptcb-cpht"] }`.
    condition: Option<Condition>,
    /// Lines any of which meets this one too, such as an exam instead of the hours.
    #[serde(default)]
    or: Vec<RequirementFile>,
    /// All of these lines.
    #[serde(default)]
    all_of: Vec<RequirementFile>,
    /// No source says: the question, and whom to ask.
    unknown: Option<String>,
    /// A minimum whose hours no source tells.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(extend("const" = true)))]
    hours_unknown: bool,
    /// Which credits, on top of the version's `accepts`: `{ topics = ["law"] }`.
    #[serde(default)]
    counts: Filter,
    /// When a credit must be completed; in the period when left out.
    #[serde(default)]
    window: Window,
    /// These hours come on top of the total: an hour that serves here serves no other line.
    #[serde(default)]
    in_addition: bool,
    /// The maximum holds for each day on its own.
    #[serde(default)]
    per_day: bool,
    /// Asked only where this holds: `{ duty = ["immunization"] }`.
    applies_if: Option<Condition>,
    /// Other hours in some cases; the first that holds wins.
    #[serde(default)]
    except: Vec<ExceptionFile>,
    /// Where it is written, when not where its version is: `"297.8 (b)"`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Cites>"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
    /// A trap, for the reader.
    note: Option<String>,
}

/// A case in which other hours are asked: `{ when = { first_period = true }, hours = 0, why = "first renewal" }`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct ExceptionFile {
    /// When it applies: `{ first_period = true }`.
    when: Condition,
    /// Hours asked instead; none when left out.
    #[serde(default)]
    hours: Hours,
    /// Hours for each month held, instead of a fixed amount: `"0.8"`.
    per_month_held: Option<Hours>,
    /// The usual hours in proportion to the months held.
    #[serde(default)]
    prorated: bool,
    /// Why, in a few plain words: `first renewal`.
    why: String,
    /// Where the exception is written, when not with its rule.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Cites>"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

/// What is open after a credential has expired. Either `within` and `rules`, or stages.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = shape::stages_stand_alone))]
#[serde(deny_unknown_fields)]
struct ReinstatementFile {
    /// How long after expiry it is open: `12 months`. Left out when no source tells.
    within: Option<Span>,
    /// What is left after that: `retake the PTCE`.
    afterwards: Option<String>,
    /// Rules of its own, one version each. Left out when the renewal's lines are asked.
    #[serde(default)]
    rules: Vec<RuleSetFile>,
    /// Late renewal, reinstatement, …, in their order: `[[credential.reinstatement.stage]]`.
    #[serde(default, rename = "stage")]
    stages: Vec<StageFile>,
    /// Where it is written: `"297.9"`.
    #[cfg_attr(feature = "schema", schemars(with = "Cites"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

/// One stage of the days after expiry.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct StageFile {
    /// Its name: `Late renewal`.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    title: Spanned<String>,
    /// How long after expiry it is open: `60 days`. Only the last stage may leave it out.
    within: Option<Span>,
    /// Hours earned after expiry do not count.
    #[serde(default)]
    hours_by_expiry: bool,
    /// Rules of its own, one version each. Left out when the renewal's lines are asked.
    #[serde(default)]
    rules: Vec<RuleSetFile>,
    /// What it costs: `[[credential.reinstatement.stage.fee]]`.
    #[serde(default, rename = "fee")]
    fees: Vec<FeeFile>,
    /// Where it is written, when not where the reinstatement is.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Cites>"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
    /// Traps, for the reader: `You may not work until it is renewed.`
    #[serde(default)]
    notes: Vec<String>,
}

/// One way to get a credential.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct PathFile {
    /// Names it within its credential: `work`.
    #[cfg_attr(feature = "schema", schemars(with = "words::Id"))]
    id: Spanned<String>,
    /// In plain words: `Work experience`.
    title: String,
    /// Applications from this day.
    #[serde(default, deserialize_with = "optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<words::Day>"))]
    from: Option<Date>,
    /// Applications up to this day.
    #[serde(default, deserialize_with = "optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<words::Day>"))]
    until: Option<Date>,
    /// No longer open, since a day that no source tells.
    #[serde(default)]
    superseded: bool,
    /// For the reader.
    #[serde(default)]
    notes: Vec<String>,
    /// What must be true before one may apply: `[[credential.path.condition]]`.
    #[serde(default, rename = "condition")]
    conditions: Vec<PathConditionFile>,
    /// What the application itself asks: `[[credential.path.step]]`.
    #[serde(default, rename = "step")]
    steps: Vec<PathStepFile>,
    /// Where it is written: `"297.3 (c)"`.
    #[cfg_attr(feature = "schema", schemars(with = "Cites"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

/// Something that must be true before one may apply.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct PathConditionFile {
    /// In plain words: `500 hours of work as a technician`.
    what: String,
    /// The same as a test: `{ experience = { hours = 500 } }`.
    #[serde(rename = "if")]
    condition: Condition,
    /// What would meet it, in plain words: `work the missing hours`.
    would_meet: String,
    /// Where it is written, when not where its path is.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Cites>"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

/// Something that the application itself asks: an exam, a form, a fee.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct PathStepFile {
    /// In plain words: `pass the PTCE`.
    what: String,
    /// What it costs, when known: `129`.
    usd: Option<Usd>,
    /// Where it is written, when not where its path is.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Cites>"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

/// What the topic designators of activity numbers mean, and the topic words of the catalogue.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct AcpeFile {
    /// The day on which somebody last looked at the sources: `2026-11-23`, without quotes.
    #[serde(deserialize_with = "day")]
    #[cfg_attr(feature = "schema", schemars(with = "words::Day"))]
    pub checked: Date,
    /// What no source has settled.
    #[serde(default)]
    pub open_questions: Vec<String>,
    /// Where the meanings were read: `[[source]]`.
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    /// The designators: `[[topic]]`.
    #[serde(rename = "topic")]
    pub topics: Vec<DesignatedTopic>,
    /// Topics that filters and records may name beside the designated ones.
    pub known_topics: Vec<Topic>,
    /// How the words of files and records are said where blanks for hyphens would not do: `acpe = "ACPE"`.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
}

/// The duties beyond dispensing that boards speak of, and the words that files use for them.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct DutiesFile {
    /// One each: `[[duty]]`.
    #[serde(rename = "duty")]
    pub duties: Vec<DutyKind>,
}

/// The map of the jurisdictions as equal tiles.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct TilesFile {
    /// From north to south, each from west to east: two-letter codes, `.` where there is none.
    #[cfg_attr(feature = "schema", schemars(inner(regex(pattern = r"^( *([A-Z]{2}|\.))+$"))))]
    pub rows: Vec<String>,
}

/// A fault in the meaning of a file that parsed, with the byte at which it stands.
pub(crate) struct Fault {
    pub at: Range<usize>,
    pub field: String,
    pub what: String,
}

type Checked<T> = Result<T, Fault>;

fn fault<T>(at: &Range<usize>, field: impl Into<String>, what: impl Into<String>) -> Checked<T> {
    Err(Fault { at: at.clone(), field: field.into(), what: what.into() })
}

/// What every cite of a file resolves against.
struct Context<'a> {
    authority: usize,
    sources: &'a [Source],
    confidence: Confidence,
    /// Which sources something cites.
    cited: RefCell<Vec<bool>>,
}

/// One cite or several that say the same, as written: `source-id`, or `source-id place in it`.
#[derive(Clone, Debug)]
pub(crate) struct Cites(Vec<String>);

impl<'de> Deserialize<'de> for Cites {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "expected a source's id, or a list of them")]
        enum Written {
            One(String),
            Many(Vec<String>),
        }
        Ok(Self(match Written::deserialize(deserializer)? {
            Written::One(one) => vec![one],
            Written::Many(many) => many,
        }))
    }
}

impl AuthorityFile {
    /// The typed authority and its credentials. `index` is the place that the authority will have in the catalogue.
    pub fn into_typed(
        self,
        index: usize,
        file: &str,
        is_jurisdiction: bool,
    ) -> Checked<(Authority, Vec<Credential>)> {
        if self.sources.is_empty() {
            return fault(&self.id.span(), "source", "a file cites at least one source");
        }
        for (n, source) in self.sources.iter().enumerate() {
            if self.sources[..n].iter().any(|earlier| earlier.id == source.id) {
                return fault(&self.id.span(), "source", format!("two sources are called \"{}\"", source.id));
            }
        }
        let context = Context {
            authority: index,
            sources: &self.sources,
            confidence: self.confidence,
            cited: RefCell::new(vec![false; self.sources.len()]),
        };
        let near = self.id.span();
        let mut credentials = self
            .credentials
            .into_iter()
            .map(|credential| credential.into_typed(&context))
            .collect::<Checked<Vec<_>>>()?;
        let mut duties =
            self.duties.into_iter().map(|duty| duty.into_typed(&context)).collect::<Checked<Vec<_>>>()?;
        let changes =
            self.changes.into_iter().map(|change| change.into_typed(&context)).collect::<Checked<_>>()?;
        let open_questions = self
            .open_questions
            .into_iter()
            .map(|question| question.into_typed(&context, &near))
            .collect::<Checked<_>>()?;
        let month_ends_cite = (self.month_ends_cite)
            .map(|cite| context.cite(Some(cite), None, None, &near, "month_ends"))
            .transpose()?;
        let counts_in_months =
            spans::settle_month_ends(&mut credentials, &mut duties, self.month_ends.unwrap_or_default());
        let cited = context.cited.into_inner();
        let uncited =
            self.sources.iter().zip(cited).filter(|(_, cited)| !cited).map(|(source, _)| source.id.clone());
        let authority = Authority {
            id: self.id.into_inner(),
            name: self.name,
            body: self.body,
            is_jurisdiction,
            checked: self.checked,
            confidence: self.confidence,
            month_ends: self.month_ends,
            month_ends_cite,
            counts_in_months,
            open_questions,
            notes: self.notes,
            duties,
            changes,
            uncited_sources: uncited.collect(),
            sources: self.sources,
            file: file.to_owned(),
        };
        Ok((authority, credentials))
    }
}

impl Context<'_> {
    /// What `written` cites, or what `parent` cites when nothing is written.
    fn cite(
        &self,
        written: Option<Spanned<Cites>>,
        confidence: Option<Confidence>,
        parent: Option<&Cite>,
        near: &Range<usize>,
        field: &str,
    ) -> Checked<Cite> {
        let Some(written) = written else {
            return match parent {
                Some(cite) => Ok(Cite { confidence: confidence.unwrap_or(cite.confidence), ..cite.clone() }),
                None => fault(near, format!("{field}.cite"), "is missing: every rule cites its source"),
            };
        };
        let mut places = Vec::new();
        for text in &written.get_ref().0 {
            let (id, place) = text.split_once(' ').unwrap_or((text, ""));
            let Some(source) = self.sources.iter().position(|known| known.id == id) else {
                let known: Vec<&str> = self.sources.iter().map(|known| known.id.as_str()).collect();
                let what = format!("\"{id}\" is not a source of this file (it has {})", known.join(", "));
                return fault(&written.span(), format!("{field}.cite"), what);
            };
            self.cited.borrow_mut()[source] = true;
            places.push(Place { source, place: place.trim().to_owned() });
        }
        let mut places = places.into_iter();
        let Some(Place { source, place }) = places.next() else {
            return fault(&written.span(), format!("{field}.cite"), "names no source");
        };
        let confidence = confidence.unwrap_or(self.confidence);
        Ok(Cite { authority: self.authority, source, place, confidence, also: places.collect() })
    }

    /// Fees, each citing `parent` where it cites nothing of its own.
    fn fees(&self, fees: Vec<FeeFile>, parent: Option<&Cite>, field: &str) -> Checked<Vec<Fee>> {
        let typed = |fee: FeeFile| {
            let near = fee.what.span();
            let what = fee.what.into_inner();
            let cite = self.cite(fee.cite, fee.confidence, parent, &near, &format!("{field}, fee {what}"))?;
            let FeeFile { usd, when, from, until, superseded, note, .. } = fee;
            Ok(Fee { what, usd, when, from, until, superseded, note, cite })
        };
        fees.into_iter().map(typed).collect()
    }
}

impl CredentialFile {
    fn into_typed(self, context: &Context<'_>) -> Checked<Credential> {
        let field = format!("credential {}", self.id.get_ref());
        let near = self.id.span();
        let renewals = typed_rules(self.renewals, context, None, &field)?;
        let of_renewal = renewals.last().map(|rules| &rules.cite);
        let term_cite = match (self.term_cite, of_renewal) {
            (None, None) => None,
            (written, parent) => {
                Some(context.cite(written, self.term_confidence, parent, &near, &format!("{field}, term"))?)
            }
        };
        let reinstatement =
            self.reinstatement.map(|open| open.into_typed(context, &near, &field)).transpose()?;
        let paths =
            self.paths.into_iter().map(|path| path.into_typed(context, &field)).collect::<Checked<_>>()?;
        let fees = context.fees(self.fees, None, &field)?;
        let exams =
            self.exams.into_iter().map(|exam| exam.into_typed(context, &field)).collect::<Checked<_>>()?;
        let retake = self.retake.map(|retake| retake.into_typed(context, &near, &field)).transpose()?;
        Ok(Credential {
            id: CredentialId(self.id.into_inner()),
            title: self.title,
            kind: self.kind,
            initials: self.initials,
            launched: self.launched,
            authority: context.authority,
            trainee: self.trainee,
            implies: self.implies,
            term: self.term,
            term_cite,
            renewable: self.renewable,
            renewals,
            reinstatement,
            paths,
            fees,
            exams,
            retake,
            notes: self.notes,
        })
    }
}

impl RuleSetFile {
    fn into_typed(self, context: &Context<'_>, parent: Option<&Cite>, field: &str) -> Checked<RuleSet> {
        let near = self.id.span();
        let field = format!("{field}, rules {}", self.id.get_ref());
        if let (Some(from), Some(until)) = (self.from, self.until)
            && until < from
        {
            return fault(&near, format!("{field}.until"), format!("{until} is before from, {from}"));
        }
        let cite = context.cite(self.cite, self.confidence, parent, &near, &field)?;
        let fees = context.fees(self.fees, Some(&cite), &field)?;
        let requirements = typed_requirements(self.requirements, context, &cite, &field)?;
        let lines = requirements.iter().map(|requirement| requirement.walk().len()).sum::<usize>();
        if lines > MOST_LINES {
            return fault(
                &near,
                &field,
                format!("there are {lines} lines; a rule set has at most {MOST_LINES}"),
            );
        }
        for (n, requirement) in requirements.iter().enumerate() {
            if requirements[..n].iter().any(|earlier| earlier.id == requirement.id) {
                return fault(&near, &field, format!("two requirements are called \"{}\"", requirement.id));
            }
            if let Ask::Maximum { most: Share::Of { of, .. }, .. } = &requirement.ask
                && !requirements.iter().flat_map(Requirement::walk).any(|other| other.id == *of)
            {
                return fault(
                    &near,
                    format!("{field}, {}.maximum_share", requirement.id),
                    format!("there is no requirement \"{of}\""),
                );
            }
        }
        Ok(RuleSet {
            id: self.id.into_inner(),
            from: self.from,
            until: self.until,
            selected_by: self.selected_by,
            duty: self.duty,
            clock: self.clock,
            opens: self.opens,
            file_by: self.file_by,
            fees,
            accepts: self.accepts,
            conversions: self.conversions,
            carry_over_periods: self.carry_over_periods,
            requirements,
            cite,
            notes: self.notes,
        })
    }
}

fn typed_requirements(
    lines: Vec<RequirementFile>,
    context: &Context<'_>,
    parent: &Cite,
    field: &str,
) -> Checked<Vec<Requirement>> {
    lines.into_iter().map(|line| line.into_typed(context, parent, field)).collect()
}

impl RequirementFile {
    fn into_typed(self, context: &Context<'_>, parent: &Cite, field: &str) -> Checked<Requirement> {
        let near = self.id.span();
        let field = format!("{field}, {}", self.id.get_ref());
        let cite = context.cite(self.cite, self.confidence, Some(parent), &near, &field)?;
        let except = self
            .except
            .into_iter()
            .map(|case| {
                let has_cite = case.cite.is_some();
                let of_case = context.cite(
                    case.cite,
                    case.confidence,
                    Some(&cite),
                    &near,
                    &format!("{field}.except"),
                )?;
                Ok(Exception {
                    when: case.when,
                    hours: case.hours,
                    per_month_held: case.per_month_held,
                    prorated: case.prorated,
                    why: case.why,
                    cite: has_cite.then_some(of_case),
                })
            })
            .collect::<Checked<_>>()?;
        let mut asks = Vec::new();
        if self.minimum.is_some() || self.hours_unknown {
            let (counts, window) = (self.counts.clone(), self.window.clone());
            asks.push(Ask::Minimum { hours: self.minimum, counts, window, in_addition: self.in_addition });
        }
        if let Some(most) = self.maximum {
            asks.push(Ask::Maximum {
                most: Share::Hours(most),
                counts: self.counts.clone(),
                per_day: self.per_day,
            });
        }
        if let Some(share) = &self.maximum_share {
            let most =
                parse_share(share).or_else(|what| fault(&near, format!("{field}.maximum_share"), what))?;
            asks.push(Ask::Maximum { most, counts: self.counts.clone(), per_day: self.per_day });
        }
        if self.course {
            asks.push(Ask::Course { counts: self.counts.clone(), window: self.window.clone() });
        }
        if let Some(credits) = self.academic_credits {
            asks.push(Ask::AcademicCredits {
                credits,
                counts: self.counts.clone(),
                window: self.window.clone(),
            });
        }
        asks.extend(self.condition.map(Ask::Condition));
        if !self.all_of.is_empty() {
            asks.push(Ask::AllOf(typed_requirements(self.all_of, context, &cite, &field)?));
        }
        asks.extend(self.unknown.map(Ask::Unknown));
        if asks.len() != 1 {
            let what = "gives exactly one of minimum, maximum, maximum_share, course, academic_credits, condition, all_of, \
                        unknown (or hours_unknown = true)";
            return fault(&near, field, format!("a requirement {what}; here are {}", asks.len()));
        }
        let or = typed_requirements(self.or, context, &cite, &field)?;
        let Some(ask) = asks.pop() else { return fault(&near, field, "asks nothing") };
        Ok(Requirement {
            id: self.id.into_inner(),
            what: self.what,
            ask,
            applies_if: self.applies_if,
            or,
            except,
            cite,
            note: self.note,
        })
    }
}

/// `1/3 of total`.
fn parse_share(text: &str) -> Result<Share, String> {
    let error = || format!("\"{text}\" is not a share (write \"1/3 of total\")");
    let (fraction, of) = text.split_once(" of ").ok_or_else(error)?;
    let (numerator, denominator) = fraction.split_once('/').ok_or_else(error)?;
    let number =
        |part: &str| part.parse::<u64>().ok().filter(|number| (1..=1000).contains(number)).ok_or_else(error);
    Ok(Share::Of { numerator: number(numerator)?, denominator: number(denominator)?, of: of.to_owned() })
}

impl ReinstatementFile {
    fn into_typed(self, context: &Context<'_>, near: &Range<usize>, field: &str) -> Checked<Reinstatement> {
        let field = format!("{field}, reinstatement");
        let cite = context.cite(self.cite, self.confidence, None, near, &field)?;
        let rules = typed_rules(self.rules, context, Some(&cite), &field)?;
        if self.stages.is_empty() {
            let only = Stage {
                title: "Reinstatement".into(),
                within: self.within,
                hours_by_expiry: false,
                rules,
                fees: Vec::new(),
                notes: Vec::new(),
                cite: cite.clone(),
            };
            return Ok(Reinstatement { stages: vec![only], afterwards: self.afterwards, cite });
        }
        if self.within.is_some() || !rules.is_empty() {
            let what = "has stages: give `within` and `rules` in each of them instead of beside them";
            return fault(near, field, what);
        }
        let last = self.stages.len() - 1;
        if let Some(open) = self.stages[..last].iter().find(|stage| stage.within.is_none()) {
            let what = "only the last stage may leave out `within`";
            return fault(&open.title.span(), format!("{field}, {}", open.title.get_ref()), what);
        }
        let stages = self
            .stages
            .into_iter()
            .map(|stage| stage.into_typed(context, &cite, &field))
            .collect::<Checked<_>>()?;
        Ok(Reinstatement { stages, afterwards: self.afterwards, cite })
    }
}

impl StageFile {
    fn into_typed(self, context: &Context<'_>, parent: &Cite, field: &str) -> Checked<Stage> {
        let near = self.title.span();
        let title = self.title.into_inner();
        let field = format!("{field}, {title}");
        let cite = context.cite(self.cite, self.confidence, Some(parent), &near, &field)?;
        let rules = typed_rules(self.rules, context, Some(&cite), &field)?;
        let fees = context.fees(self.fees, Some(&cite), &field)?;
        Ok(Stage {
            title,
            within: self.within,
            hours_by_expiry: self.hours_by_expiry,
            rules,
            fees,
            notes: self.notes,
            cite,
        })
    }
}

fn typed_rules(
    rules: Vec<RuleSetFile>,
    context: &Context<'_>,
    parent: Option<&Cite>,
    field: &str,
) -> Checked<Vec<RuleSet>> {
    rules.into_iter().map(|rules| rules.into_typed(context, parent, field)).collect()
}

impl PathFile {
    fn into_typed(self, context: &Context<'_>, field: &str) -> Checked<Path> {
        let near = self.id.span();
        let field = format!("{field}, path {}", self.id.get_ref());
        let cite = context.cite(self.cite, self.confidence, None, &near, &field)?;
        let conditions = self
            .conditions
            .into_iter()
            .map(|line| {
                let of_line = context.cite(line.cite, line.confidence, Some(&cite), &near, &field)?;
                Ok(PathCondition {
                    what: line.what,
                    condition: line.condition,
                    would_meet: line.would_meet,
                    cite: of_line,
                })
            })
            .collect::<Checked<_>>()?;
        let steps = self
            .steps
            .into_iter()
            .map(|step| {
                let of_step = context.cite(step.cite, step.confidence, Some(&cite), &near, &field)?;
                Ok(PathStep { what: step.what, usd: step.usd, cite: of_step })
            })
            .collect::<Checked<_>>()?;
        Ok(Path {
            id: self.id.into_inner(),
            title: self.title,
            from: self.from,
            until: self.until,
            superseded: self.superseded,
            notes: self.notes,
            conditions,
            steps,
            cite,
        })
    }
}
