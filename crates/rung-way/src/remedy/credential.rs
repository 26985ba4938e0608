//! What would get a credential, bring it back, or meet a line of its renewal.

use super::{Need, Never, Reason, Remedies, Supposed, Supposition};
use crate::{
    figure::{Basis, Figure, Reference},
    steps::{Deed, Gain, Price, RetakeRule, Step, StepKey, Task, months_good},
};
use jiff::{ToSpan, civil::Date};
use rung_catalog::{Condition, Credential, Exam, Fee, Path, Span};
use rung_record::{CredentialId, Hours};
use rung_rules::{Line, Route, Verdict, answer_condition, evaluate};

/// What a fee's `when` says that is paid with every application.
const EACH_ATTEMPT: &str = "each attempt";

impl Remedies<'_> {
    /// What would make a credential held and good.
    pub fn credential(&mut self, id: &str) -> Need {
        let id = CredentialId::from(id);
        if let Some(known) = self.credentials.get(&id) {
            return known.clone();
        }
        let Some(known) = self.seen.catalog.credential(id.as_str()) else {
            return Need::Never(Never::NotKnown { id: id.to_string() });
        };
        let condition = Condition { holds: vec![id.clone()], ..Condition::default() };
        let answer = answer_condition(self.seen.record, self.seen.catalog, &condition, self.seen.on);
        let need = match answer.verdict {
            Verdict::Met => Need::Nothing,
            Verdict::Unknown => {
                let supposed = Supposed::Good { name: self.seen.catalog.short_name(id.as_str()) };
                let months = months_good(self.seen.catalog, &id);
                Need::Suppose(Supposition {
                    supposed,
                    gains: vec![Gain::Credential { credential: id.clone(), months }],
                })
            }
            Verdict::NotMet => return self.obtained(known),
        };
        self.credentials.insert(id, need.clone());
        need
    }

    /// The moment at which it is in hand. It is there before its paths are looked at, so that a credential that asks for
    /// itself, by whatever way round, becomes a circle of steps and not an endless walk.
    fn obtained(&mut self, known: &Credential) -> Need {
        let key = format!("hold:{}", known.id);
        let name = self.seen.catalog.short_name(known.id.as_str());
        let need = self.step(&key, |own| {
            let step = own.moment(&key, Deed::Hold { credential: known.id.clone() }, name.clone());
            let months = months_good(own.seen.catalog, &known.id);
            let gain = Gain::Credential { credential: known.id.clone(), months };
            (Step { gains: vec![gain], ..step }, Need::Nothing)
        });
        self.credentials.insert(known.id.clone(), need.clone());
        let on = self.seen.on;
        let is_open = |path: &&Path| !path.superseded && path.until.is_none_or(|until| on <= until);
        let mut ways: Vec<Need> = Vec::new();
        ways.extend(self.reinstated(known));
        for path in known.paths.iter().filter(is_open) {
            ways.push(self.path(known, path, &name));
        }
        let needs = if known.paths.is_empty() && ways.is_empty() {
            let body = self.seen.catalog.authority_of(known).body.clone();
            Need::Never(Never::NoPath { name, body })
        } else {
            Need::any(ways)
        };
        if let Need::Step(index) = need {
            self.nodes[index].needs = needs;
        }
        need
    }

    /// One path: its conditions, the application, and the exams.
    fn path(&mut self, known: &Credential, path: &Path, name: &str) -> Need {
        let mut conditions = Vec::new();
        for line in &path.conditions {
            let reason = Reason {
                of: name.to_owned(),
                what: line.what.clone(),
                source: Some(Reference::of(self.seen.catalog, &line.cite)),
            };
            let need = self.condition(&line.condition);
            conditions.push(need.because(reason));
        }
        let conditions = Need::all(conditions);
        let apply = self.apply(known, path, name, conditions.clone());
        let epochs = epochs(&known.exams, self.seen.on);
        if epochs.is_empty() {
            return apply;
        }
        let each: Vec<Need> = epochs
            .iter()
            .enumerate()
            .map(|(n, exams)| {
                let study = self.study(known, path, name, &conditions, (n > 0).then(|| exams[0].0));
                let sit: Vec<Need> = exams
                    .iter()
                    .map(|exam| self.exam(known, path, name, exam, [apply.clone(), study.clone()]))
                    .collect();
                Need::all(sit)
            })
            .collect();
        Need::any(each)
    }

    fn apply(&mut self, known: &Credential, path: &Path, name: &str, conditions: Need) -> Need {
        let key = format!("apply:{}:{}", known.id, path.id);
        let catalog = self.seen.catalog;
        self.step(&key, |own| {
            let authority = &catalog.authority_of(known).id;
            let exact = format!("application:{}", known.id);
            let of_authority = format!("application:{authority}");
            let of_kind = format!("application:{}", known.kind.as_str());
            let keys: [&str; 4] = [&exact, &of_authority, &of_kind, "application"];
            let deed = Deed::Apply {
                credential: known.id.clone(),
                path: path.id.clone(),
                title: path.title.clone(),
            };
            let mut step = own.plain(&key, deed, name, &keys);
            step.prices = own.application_prices(known, path, &keys);
            if catalog
                .field()
                .steps
                .programs
                .iter()
                .any(|program| program.credential.as_ref() == Some(&known.id))
            {
                // It comes with the program, which is paid and counted by itself.
                (step.hours, step.prices) = (Figure::reckoned(Hours::ZERO), Vec::new());
            }
            step.weeks.value = step.weeks.value.max(1);
            step.tasks = (path.steps.iter())
                .map(|task| Task { what: task.what.clone(), source: Reference::of(catalog, &task.cite) })
                .collect();
            (step.from, step.until) = (path.from.filter(|from| *from > own.seen.on), path.until);
            step.notes = path.notes.clone();
            step.source = Some(Reference::of(catalog, &path.cite));
            (step, conditions)
        })
    }

    /// What is paid with the application: what the path's own lines name, and what every attempt costs. An assumption only
    /// where nothing is told.
    fn application_prices(&self, known: &Credential, path: &Path, keys: &[&str]) -> Vec<Price> {
        if let Some(usd) = self.figures.own(keys, |own| own.usd) {
            return vec![Price { what: known.title.clone(), usd }];
        }
        let catalog = self.seen.catalog;
        let lines = path.steps.iter().filter_map(|line| {
            let basis = Basis::Told(Reference::of(catalog, &line.cite));
            Some(Price { what: line.what.clone(), usd: Figure { value: line.usd?, basis } })
        });
        let fees = known.fees.iter().filter(|fee| self.is_first_fee(fee)).map(|fee| self.price(fee));
        let prices: Vec<Price> = lines.chain(fees).collect();
        if !prices.is_empty() {
            return prices;
        }
        let usd = self.figures.usd(keys);
        vec![Price { what: known.title.clone(), usd }]
    }

    /// Whether one who applies for the first time pays it. The fee of a later day is told as a note, not guessed.
    fn is_first_fee(&self, fee: &Fee) -> bool {
        fee.in_force_on(self.seen.on) && fee.when.as_deref().is_none_or(|when| when == EACH_ATTEMPT)
    }

    fn price(&self, fee: &Fee) -> Price {
        let basis = Basis::Told(Reference::of(self.seen.catalog, &fee.cite));
        Price { what: fee.what.clone(), usd: Figure { value: fee.usd, basis } }
    }

    /// Study for the exams; after the programs that the path asks, which teach the subject.
    fn study(
        &mut self,
        known: &Credential,
        path: &Path,
        name: &str,
        conditions: &Need,
        later: Option<&Exam>,
    ) -> Need {
        let outline = later.map_or(String::new(), |exam| format!(":{}", exam.id));
        let key = format!("study:{}:{}{outline}", known.id, path.id);
        let taught: Vec<Need> = conditions
            .steps()
            .into_iter()
            .filter(|index| matches!(self.nodes[*index].step.deed, Deed::Program { .. }))
            .map(Need::Step)
            .collect();
        self.step(&key, |own| {
            let exact = format!("study:{}", known.id);
            let of_kind = format!("study:{}", known.kind.as_str());
            let deed = Deed::Study { credential: known.id.clone() };
            let step = own.plain(&key, deed, name, &[&exact, &of_kind, "study"]);
            (step, Need::any(taught).or_nothing())
        })
    }

    fn exam(
        &mut self,
        known: &Credential,
        path: &Path,
        name: &str,
        (exam, from, until): &(&Exam, Option<Date>, Option<Date>),
        before: [Need; 2],
    ) -> Need {
        let key = format!("exam:{}:{}:{}", known.id, path.id, exam.id);
        let catalog = self.seen.catalog;
        self.step(&key, |own| {
            let exact = format!("exam:{}", known.id);
            let deed = Deed::Exam { credential: known.id.clone(), title: exam.title.clone() };
            // Two exams of one credential are told apart by what their body calls them.
            let given = known.exams.iter().filter(|other| !other.superseded);
            let is_one_of_more = given.filter(|other| other.title != exam.title).count() > 0;
            let name = if is_one_of_more { format!("{name}, {}", exam.title) } else { name.to_owned() };
            let mut step = own.plain(&key, deed, name, &[&exact, "exam"]);
            (step.from, step.until) = (*from, *until);
            let told = Reference::of(catalog, &exam.cite);
            step.authorized_days = exam.authorization.as_ref().map(|span| own.days(span));
            step.source = Some(told);
            step.retake = Some(own.retake(known));
            (step, Need::all(before))
        })
    }

    /// A span from today on, in days.
    fn days(&self, span: &Span) -> u32 {
        let from = self.seen.on;
        let days = from.until((jiff::Unit::Day, span.after(from))).map_or(0, |span| span.get_days());
        u32::try_from(days).unwrap_or(0)
    }

    fn retake(&self, known: &Credential) -> RetakeRule {
        let days = |span: &Span| self.days(span);
        let rule = known.retake.as_ref();
        let each = known
            .fees
            .iter()
            .find(|fee| fee.in_force_on(self.seen.on) && fee.when.as_deref() == Some(EACH_ATTEMPT));
        RetakeRule {
            wait_days: rule
                .map_or_else(Vec::new, |rule| rule.waits.iter().chain(&rule.then).map(days).collect()),
            most_attempts: rule.and_then(|rule| rule.most_attempts),
            fee: each.map(|fee| self.price(fee)),
            source: rule.map(|rule| Reference::of(self.seen.catalog, &rule.cite)),
        }
    }

    /// While something is open after expiry.
    fn reinstated(&mut self, known: &Credential) -> Option<Need> {
        if !self
            .seen
            .record
            .credentials
            .iter()
            .any(|held| held.credential == known.id && held.status.is_active())
        {
            return None;
        }
        let seen = self.seen;
        let status = evaluate(seen.record, seen.catalog, seen.on);
        let open = status.obligations.iter().find(|obligation| {
            obligation.credential.id == known.id
                && obligation.route == Route::Reinstate
                && obligation.duty().is_empty()
        })?;
        let key = format!("reinstate:{}", known.id);
        let short = hours_short(&open.lines);
        let name = seen.catalog.short_name(known.id.as_str());
        Some(self.step(&key, |own| {
            let exact = format!("reinstatement:{}", known.id);
            let deed = Deed::Reinstate { credential: known.id.clone() };
            let mut step = own.plain(&key, deed, name, &[&exact, "reinstatement"]);
            let fees: Vec<Price> = open
                .fees(seen.on)
                .into_iter()
                .filter(|fee| fee.when.is_none())
                .map(|fee| own.price(fee))
                .collect();
            if !fees.is_empty() {
                step.prices = fees;
            }
            step.hours.value += short;
            step.until = open.reinstate_by;
            step.weeks.value = step.weeks.value.max(1);
            step.source = open.cite().map(|cite| Reference::of(seen.catalog, cite));
            (step, Need::Nothing)
        }))
    }

    /// Continuing education that a line of a renewal still asks; a condition that it puts.
    pub fn requirement(&mut self, credential: &CredentialId, line: &Line<'_>) -> Need {
        if line.verdict == Verdict::Met {
            return Need::Nothing;
        }
        match &line.requirement.ask {
            rung_catalog::Ask::Condition(condition) => return self.condition(condition),
            rung_catalog::Ask::Unknown(question) => {
                return Need::Never(Never::Unsettled { question: question.clone() });
            }
            _ => {}
        }
        let key = format!("learn:{credential}:{}", line.id);
        let name = self.seen.catalog.short_name(credential.as_str());
        let (short, until) = (line.short, line.window.map(rung_record::Period::last));
        let what = line.requirement.what.clone();
        let source = Reference::of(self.seen.catalog, &line.requirement.cite);
        self.step(&key, |own| {
            let step = own.moment(&key, Deed::Learn { credential: credential.clone() }, name);
            let hours = Figure { value: short, basis: Basis::Told(source.clone()) };
            let price = own.figures.usd(&["ce-hour"]);
            let weeks = Figure::reckoned(1);
            let prices =
                vec![Price { what, usd: Figure { value: per_hour(price.value, short), basis: price.basis } }];
            let key = StepKey(key.clone());
            (Step { key, hours, weeks, prices, until, source: Some(source), ..step }, Need::Nothing)
        })
    }
}

impl Need {
    /// Nothing where no step was named.
    pub(crate) fn or_nothing(self) -> Self {
        if self == Self::Never(Never::Nowhere) { Self::Nothing } else { self }
    }
}

/// So much an hour, for so many hours.
pub(crate) fn per_hour(each: rung_record::Usd, hours: Hours) -> rung_record::Usd {
    rung_record::Usd::from_cents(each.in_cents().saturating_mul(hours.in_seconds()).div_ceil(3600))
}

/// The hours that lines still ask: the most of those that share hours, and those that come on top.
pub(crate) fn hours_short(lines: &[Line<'_>]) -> Hours {
    let on_top = |line: &&Line<'_>| {
        matches!(line.requirement.ask, rung_catalog::Ask::Minimum { in_addition: true, .. })
    };
    let short = |line: &Line<'_>| match line.verdict {
        Verdict::Met => Hours::ZERO,
        _ => line.short.max(line.all_of.iter().map(|inner| inner.short).max().unwrap_or_default()),
    };
    let together = lines.iter().filter(|line| !on_top(line)).map(short).max().unwrap_or_default();
    together + lines.iter().filter(on_top).map(short).sum()
}

/// An exam with the days on which it is given.
type Sitting<'e> = (&'e Exam, Option<Date>, Option<Date>);

/// The exams to be sat, for each stretch of days in which they are the same: what is given today, and what will be given
/// from a later day on.
fn epochs(exams: &[Exam], on: Date) -> Vec<Vec<Sitting<'_>>> {
    let given: Vec<&Exam> =
        exams.iter().filter(|exam| !exam.superseded && exam.until.is_none_or(|until| on <= until)).collect();
    let mut begins: Vec<Date> = given.iter().filter_map(|exam| exam.from).filter(|from| *from > on).collect();
    begins.extend(given.iter().filter_map(|exam| exam.until).map(|until| until.saturating_add(1.day())));
    begins.push(on);
    begins.sort();
    begins.dedup();
    let mut all = Vec::new();
    for (n, begin) in begins.iter().enumerate() {
        let end = begins.get(n + 1).map(|next| next.saturating_sub(1.day()));
        let from = (*begin > on).then_some(*begin);
        let sat: Vec<Sitting<'_>> =
            given.iter().filter(|exam| exam.in_force_on(*begin)).map(|exam| (*exam, from, end)).collect();
        if !sat.is_empty() {
            all.push(sat);
        }
    }
    all
}
