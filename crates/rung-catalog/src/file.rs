//! The catalogue's files: TOML as people write it, turned into the typed language.
//!
//! The shapes here are what an author sees; [`crate::Requirement`] and its neighbours are what the engine sees. Where
//! TOML lets an author leave things out (a requirement's kind follows from which amount is given), this module decides.

mod duty;
mod exam;

use crate::{
    Ask, Authority, Cite, Condition, Confidence, Conversion, Credential, CredentialKind, Deadline,
    DesignatedTopic, DutyKind, Exception, Fee, Filter, MonthEnds, Path, PathCondition, PathStep, Place,
    Reinstatement, Requirement, RuleSet, SelectedBy, Share, Source, Span, Stage, Term, When, Window, spans,
};
use duty::{ChangeFile, DutyFile, OpenQuestionFile};
use exam::{ExamFile, RetakeFile};
use rung_record::{CredentialId, Date, Hours, Topic, Usd};
use serde::{Deserialize, Deserializer};
use std::{cell::RefCell, ops::Range};
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

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    optional_day(deserializer)?.ok_or_else(|| serde::de::Error::custom("a day is missing (write 2026-11-23)"))
}

/// A file of one authority.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AuthorityFile {
    id: Spanned<String>,
    name: String,
    body: String,
    #[serde(deserialize_with = "day")]
    checked: Date,
    confidence: Confidence,
    month_ends: Option<MonthEnds>,
    month_ends_cite: Option<Spanned<Cites>>,
    #[serde(default)]
    open_questions: Vec<OpenQuestionFile>,
    #[serde(default)]
    notes: Vec<String>,
    #[serde(default, rename = "source")]
    sources: Vec<Source>,
    #[serde(default, rename = "duty")]
    duties: Vec<DutyFile>,
    #[serde(default, rename = "change")]
    changes: Vec<ChangeFile>,
    #[serde(default, rename = "credential")]
    credentials: Vec<CredentialFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CredentialFile {
    id: Spanned<String>,
    title: String,
    kind: CredentialKind,
    initials: Option<String>,
    launched: Option<When>,
    #[serde(default)]
    trainee: bool,
    #[serde(default)]
    implies: Vec<CredentialId>,
    term: Option<Term>,
    /// Where the term is written, when that is not where the renewal is.
    term_cite: Option<Spanned<Cites>>,
    term_confidence: Option<Confidence>,
    #[serde(default = "yes")]
    renewable: bool,
    #[serde(default, rename = "renewal")]
    renewals: Vec<RuleSetFile>,
    reinstatement: Option<ReinstatementFile>,
    #[serde(default, rename = "path")]
    paths: Vec<PathFile>,
    #[serde(default, rename = "fee")]
    fees: Vec<FeeFile>,
    #[serde(default, rename = "exam")]
    exams: Vec<ExamFile>,
    retake: Option<RetakeFile>,
    #[serde(default)]
    notes: Vec<String>,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleSetFile {
    id: Spanned<String>,
    #[serde(default, deserialize_with = "optional_day")]
    from: Option<Date>,
    #[serde(default, deserialize_with = "optional_day")]
    until: Option<Date>,
    #[serde(default = "period_end")]
    selected_by: SelectedBy,
    #[serde(default)]
    duty: String,
    clock: Option<Term>,
    opens: Option<Deadline>,
    file_by: Option<Deadline>,
    #[serde(default, rename = "fee")]
    fees: Vec<FeeFile>,
    #[serde(default)]
    accepts: Filter,
    #[serde(default, rename = "conversion")]
    conversions: Vec<Conversion>,
    #[serde(default)]
    carry_over_periods: u8,
    #[serde(default, rename = "requirement")]
    requirements: Vec<RequirementFile>,
    /// `source-id`, or `source-id place in it`; several are a list.
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
    #[serde(default)]
    notes: Vec<String>,
}

fn period_end() -> SelectedBy {
    SelectedBy::PeriodEnd
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FeeFile {
    what: Spanned<String>,
    usd: Usd,
    when: Option<String>,
    #[serde(default, deserialize_with = "optional_day")]
    from: Option<Date>,
    #[serde(default, deserialize_with = "optional_day")]
    until: Option<Date>,
    /// No longer asked, on a day that no source tells.
    #[serde(default)]
    superseded: bool,
    note: Option<String>,
    /// `source-id`, or `source-id place in it`; several are a list.
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RequirementFile {
    id: Spanned<String>,
    what: String,
    minimum: Option<Hours>,
    maximum: Option<Hours>,
    maximum_share: Option<String>,
    #[serde(default)]
    course: bool,
    academic_credits: Option<Hours>,
    condition: Option<Condition>,
    #[serde(default)]
    or: Vec<RequirementFile>,
    #[serde(default)]
    all_of: Vec<RequirementFile>,
    unknown: Option<String>,
    #[serde(default)]
    hours_unknown: bool,
    #[serde(default)]
    counts: Filter,
    #[serde(default)]
    window: Window,
    #[serde(default)]
    in_addition: bool,
    #[serde(default)]
    per_day: bool,
    applies_if: Option<Condition>,
    #[serde(default)]
    except: Vec<ExceptionFile>,
    /// `source-id`, or `source-id place in it`; several are a list.
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExceptionFile {
    when: Condition,
    #[serde(default)]
    hours: Hours,
    per_month_held: Option<Hours>,
    #[serde(default)]
    prorated: bool,
    why: String,
    /// `source-id`, or `source-id place in it`; several are a list.
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReinstatementFile {
    within: Option<Span>,
    afterwards: Option<String>,
    #[serde(default)]
    rules: Vec<RuleSetFile>,
    #[serde(default, rename = "stage")]
    stages: Vec<StageFile>,
    /// `source-id`, or `source-id place in it`; several are a list.
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StageFile {
    title: Spanned<String>,
    within: Option<Span>,
    #[serde(default)]
    hours_by_expiry: bool,
    #[serde(default)]
    rules: Vec<RuleSetFile>,
    #[serde(default, rename = "fee")]
    fees: Vec<FeeFile>,
    /// `source-id`, or `source-id place in it`; several are a list.
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
    #[serde(default)]
    notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PathFile {
    id: Spanned<String>,
    title: String,
    #[serde(default, deserialize_with = "optional_day")]
    from: Option<Date>,
    #[serde(default, deserialize_with = "optional_day")]
    until: Option<Date>,
    /// No longer open, since a day that no source tells.
    #[serde(default)]
    superseded: bool,
    #[serde(default)]
    notes: Vec<String>,
    #[serde(default, rename = "condition")]
    conditions: Vec<PathConditionFile>,
    #[serde(default, rename = "step")]
    steps: Vec<PathStepFile>,
    /// `source-id`, or `source-id place in it`; several are a list.
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PathConditionFile {
    what: String,
    #[serde(rename = "if")]
    condition: Condition,
    would_meet: String,
    /// `source-id`, or `source-id place in it`; several are a list.
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PathStepFile {
    what: String,
    usd: Option<Usd>,
    /// `source-id`, or `source-id place in it`; several are a list.
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

/// The file of ACPE's topic designators.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AcpeFile {
    #[serde(deserialize_with = "day")]
    pub checked: Date,
    #[serde(default)]
    pub open_questions: Vec<String>,
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    #[serde(rename = "topic")]
    pub topics: Vec<DesignatedTopic>,
    /// Topics that filters and records may name beside the designated ones.
    pub known_topics: Vec<Topic>,
}

/// The file of the duties that boards speak of.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DutiesFile {
    #[serde(rename = "duty")]
    pub duties: Vec<DutyKind>,
}

/// The file of the map.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TilesFile {
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
                // One that is less sure than its rule says so even when it is written in the same place.
                let has_cite = case.cite.is_some() || case.confidence.is_some();
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
