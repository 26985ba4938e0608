//! The plan as a model of the exact solver, and its solution as a plan.

use super::{
    Aside, Claim, Nothing, Plan, PlanError, PlanProof, PlanResult, Planned, WhyAside, Wishes,
    options::{Choice, Options, What},
    schedule::{Job, Weeks, end_of_week, finish_weeks, overfull, week_of},
    way_out::ways_out,
};
use crate::exact::{Answer, Certificate, ColumnId, Limits, Model, Sense, Solution, minimal_reasons, solve};
use jiff::civil::Date;
use rung_record::{Hours, Period, Usd};
use rung_rules::{Demand, Demands, Hour, Service};
use std::collections::{BTreeMap, HashMap};

/// Whose condition a row of the model is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Demanded {
    /// A requirement, by demand and index in [`Demand::wanted`].
    Requirement {
        /// The demand.
        demand: usize,
        /// The requirement.
        wanted: usize,
    },
    /// The most that some credits may contribute, by demand and index in [`Demand::caps`].
    Cap {
        /// The demand.
        demand: usize,
        /// The cap.
        cap: usize,
    },
    /// The budget.
    Budget,
    /// The hours a week.
    HoursPerWeek,
}

/// All that a plan depends on.
pub(super) struct Problem<'a, 'p> {
    pub demands: &'p Demands<'a>,
    pub options: &'p Options<'p>,
    pub on: Date,
    pub wishes: Wishes,
}

/// A model with the columns of its choices.
struct Built {
    model: Model<Demanded>,
    /// Column and days of each choice that may be taken before the finish; the days end with the finish.
    columns: Vec<Option<(ColumnId, Period)>>,
}

/// What a model is built for.
#[derive(Clone, Copy, Default)]
pub(super) struct Shape {
    /// Leave out budget and hours a week.
    pub is_free: bool,
    /// No more needs than this, in units.
    pub most_needs: Option<i64>,
    /// No dearer, and no longer, than this: cents and units.
    pub at_best: Option<(i64, i64)>,
    /// Everything is done on this day or earlier.
    pub finish: Option<Date>,
}

/// The seconds that one unit of the model stands for: the largest that divides all hours.
fn unit(problem: &Problem<'_, '_>) -> u64 {
    let asked = problem.demands.list.iter().flat_map(|demand| {
        let lines = demand.lines.iter().filter_map(|line| line.asked);
        let caps = demand.caps.iter().map(|cap| cap.most);
        let earned = demand.earned.iter().map(|hour| hour.hours);
        lines.chain(caps).chain(earned).collect::<Vec<_>>()
    });
    let all = asked.chain(problem.options.offerings.iter().map(|offering| offering.hours));
    let gcd = |a: u64, b: u64| {
        let (mut a, mut b) = (a, b);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    all.map(Hours::in_seconds).fold(0, gcd).max(1)
}

fn small(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl<'a> Problem<'a, '_> {
    /// Requirements that no activity settles.
    pub fn aside(&self) -> Vec<Aside> {
        let mut aside = Vec::new();
        for (d, demand) in self.demands.list.iter().enumerate() {
            for (w, wanted) in demand.wanted.iter().enumerate() {
                let why = if wanted.ways.is_empty() {
                    WhyAside::NotByCourses
                } else if self.open_ways(d, w).is_empty() {
                    WhyAside::TooLate
                } else {
                    continue;
                };
                aside.push(Aside { demand: d, wanted: w, why });
            }
        }
        aside
    }

    /// The ways to meet a requirement whose lines can all still be served.
    fn open_ways(&self, demand: usize, wanted: usize) -> Vec<&Vec<usize>> {
        let of = &self.demands.list[demand];
        let can = |line: &usize| {
            let asked = &of.lines[*line];
            !of.days.intersection(asked.window).is_empty()
                || asked.is_done
                || earned_alone(of, *line) >= asked.asked.unwrap_or(Hours::MOST)
        };
        of.wanted[wanted].ways.iter().filter(|way| way.iter().all(can)).collect()
    }

    /// The whole answer.
    pub fn solve(&self, limits: &Limits<'_>) -> Result<PlanResult, PlanError> {
        let unit = unit(self);
        // First: how much is there for which no offering is known, whatever it may cost?
        let mut proofs = Vec::new();
        let mut free = self.build(unit, Shape { is_free: true, ..Shape::default() }, &[]);
        self.minimise_needs(&mut free);
        let most_needs = match solve(&free.model, limits)? {
            Answer::Solved(solution) => {
                let least = solution.objectives.first().map_or(0, |standing| standing.value);
                proofs.push(proof(Claim::FewestNeeds, &free.model, solution.certificate));
                least
            }
            Answer::Infeasible(certificate) => {
                return self.nothing(&free.model, &certificate, unit, None, limits);
            }
            Answer::Unknown { .. } => return Ok(PlanResult::NotKnown),
        };
        let shape = Shape { most_needs: Some(most_needs), ..Shape::default() };
        let mut cuts = Vec::new();
        let (built, solution) = match self.best(unit, shape, &mut cuts, limits)? {
            (built, Answer::Solved(solution)) => (built, solution),
            (built, Answer::Infeasible(certificate)) => {
                return self.nothing(&built.model, &certificate, unit, Some(most_needs), limits);
            }
            (_, Answer::Unknown { .. }) => return Ok(PlanResult::NotKnown),
        };
        proofs.push(proof(Claim::Cheapest, &built.model, solution.certificate.clone()));
        let (built, solution) =
            self.finish_early(unit, shape, built, solution, &mut cuts, &mut proofs, limits)?;
        Ok(PlanResult::Plan(self.plan(unit, &built, &solution, proofs)))
    }

    /// Solves for least cost, then fewest hours, adding conditions on weeks as they are found violated.
    fn best(
        &self,
        unit: u64,
        shape: Shape,
        cuts: &mut Vec<Weeks>,
        limits: &Limits<'_>,
    ) -> Result<(Built, Answer), PlanError> {
        loop {
            let mut built = self.build(unit, shape, cuts);
            if shape.at_best.is_none() {
                self.minimise_cost_then_hours(&mut built, unit);
            }
            let answer = solve(&built.model, limits)?;
            let (Answer::Solved(solution), Some(week)) =
                (&answer, self.wishes.hours_per_week.filter(|_| !shape.is_free))
            else {
                return Ok((built, answer));
            };
            let jobs: Vec<Job> = self.taken(&built, solution, unit).into_iter().map(|(_, job)| job).collect();
            match overfull(&jobs, week.in_seconds()) {
                Some(weeks) if !cuts.contains(&weeks) => cuts.push(weeks),
                _ => return Ok((built, answer)),
            }
        }
    }

    /// Among the plans as good as `solution`, one that is finished earliest.
    #[allow(clippy::too_many_arguments)]
    fn finish_early(
        &self,
        unit: u64,
        shape: Shape,
        built: Built,
        solution: Solution,
        cuts: &mut Vec<Weeks>,
        proofs: &mut Vec<PlanProof>,
        limits: &Limits<'_>,
    ) -> Result<(Built, Solution), PlanError> {
        let value = |n: usize| solution.objectives.get(n).map_or(0, |standing| standing.value);
        let shape = Shape { at_best: Some((value(0), value(1))), ..shape };
        let days = self.finishes();
        let (mut low, mut high) = (0, days.len());
        let mut best = (built, solution);
        let mut excluded = None;
        // The earliest of the days by which a plan this good can be done: `high` can, what is before `low` cannot.
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.best(unit, Shape { finish: Some(days[middle]), ..shape }, cuts, limits)? {
                (built, Answer::Solved(mut solution)) => {
                    high = middle;
                    solution.objectives = std::mem::take(&mut best.1.objectives);
                    best = (built, solution);
                }
                (built, Answer::Infeasible(certificate)) => {
                    low = middle + 1;
                    excluded = Some((days[middle], built.model, certificate));
                }
                (_, Answer::Unknown { .. }) => break,
            }
        }
        if let Some((day, model, certificate)) = excluded {
            proofs.push(proof(Claim::Earliest { not_by: day }, &model, certificate));
        }
        Ok(best)
    }

    /// Days on which a plan could be finished: the first day of a choice or, with limited weeks, the end of a week.
    fn finishes(&self) -> Vec<Date> {
        let mut days: Vec<Date> = match self.wishes.hours_per_week {
            None => self.options.choices.iter().map(|choice| choice.days.from).collect(),
            Some(_) => {
                let last = self
                    .options
                    .choices
                    .iter()
                    .map(|choice| week_of(self.on, choice.days.last()))
                    .max()
                    .unwrap_or(0);
                (0..=last).map(|week| end_of_week(self.on, week)).collect()
            }
        };
        days.sort_unstable();
        days.dedup();
        days
    }

    fn build(&self, unit: u64, shape: Shape, cuts: &[Weeks]) -> Built {
        let mut model = Model::new();
        let columns: Vec<Option<(ColumnId, Period)>> = (self.options.choices.iter())
            .map(|choice| {
                let days = match shape.finish {
                    Some(finish) => choice.days.intersection(Period::inclusive(choice.days.from, finish)),
                    None => choice.days,
                };
                let spared = matches!(choice.what, What::Need(_)) && shape.most_needs == Some(0);
                if days.is_empty() || spared {
                    return None;
                }
                Some((self.column(&mut model, choice, unit), days))
            })
            .collect();
        let mut built = Built { model, columns };
        self.take_each_once(&mut built);
        for d in 0..self.demands.list.len() {
            self.add_demand(&mut built, d, unit);
        }
        if let (Some(most), needs) = (shape.most_needs, self.need_terms(&built)) {
            built.model.row(None, needs, Sense::AtMost, most);
        }
        if let Some((cents, units)) = shape.at_best {
            let (cost, hours) = (self.cost_terms(&built), self.hour_terms(&built, unit));
            built.model.row(None, cost, Sense::AtMost, cents);
            built.model.row(None, hours, Sense::AtMost, units);
        }
        if shape.is_free {
            return built;
        }
        if let Some(budget) = self.wishes.budget {
            let cost = self.cost_terms(&built);
            built.model.at_most(Demanded::Budget, cost, small(budget.in_cents()));
        }
        if let Some(week) = self.wishes.hours_per_week {
            for weeks in cuts {
                let within = self.hours_within(&built, *weeks, unit);
                built.model.at_most(
                    Demanded::HoursPerWeek,
                    within,
                    small(week.in_seconds() * weeks.count() / unit),
                );
            }
        }
        built
    }

    fn column(&self, model: &mut Model<Demanded>, choice: &Choice, unit: u64) -> ColumnId {
        match choice.what {
            What::Offering(n) => model.choice(self.options.offerings[n].id.as_str()),
            What::Need(n) if self.options.needs[n].is_course => model.choice(self.options.needs[n].name()),
            What::Need(n) => {
                let asked = self
                    .demands
                    .list
                    .iter()
                    .flat_map(|demand| demand.lines.iter().filter_map(|line| line.asked));
                let most = asked.map(Hours::in_seconds).sum::<u64>() / unit;
                model.amount(self.options.needs[n].name(), 0, small(most))
            }
        }
    }

    /// An activity can be taken once, on whatever day and under whichever of its two numbers.
    fn take_each_once(&self, built: &mut Built) {
        let mut by_activity: HashMap<String, Vec<(ColumnId, i64)>> = HashMap::new();
        for (choice, column) in self.options.choices.iter().zip(&built.columns) {
            if let (What::Offering(n), Some((column, _))) = (choice.what, column) {
                let offering = &self.options.offerings[n];
                let number = offering.uan.as_ref().map(|uan| uan.to_string());
                let activity =
                    number.map_or_else(|| format!("#{n}"), |number| number[..number.len() - 2].to_owned());
                by_activity.entry(activity).or_default().push((*column, 1));
            }
        }
        let mut groups: Vec<Vec<(ColumnId, i64)>> =
            by_activity.into_values().filter(|group| group.len() > 1).collect();
        groups.sort();
        for group in groups {
            built.model.row(None, group, Sense::AtMost, 1);
        }
    }

    fn hours_in_units(&self, choice: &Choice, unit: u64) -> i64 {
        match choice.what {
            What::Offering(_) => small(self.options.hours(choice).in_seconds() / unit),
            What::Need(n) if self.options.needs[n].is_course => 0,
            What::Need(_) => 1,
        }
    }

    fn terms(&self, built: &Built, of: impl Fn(&Choice) -> i64) -> Vec<(ColumnId, i64)> {
        let taken = self.options.choices.iter().zip(&built.columns);
        taken
            .filter_map(|(choice, column)| column.map(|(column, _)| (column, of(choice))))
            .filter(|(_, factor)| *factor != 0)
            .collect()
    }

    fn cost_terms(&self, built: &Built) -> Vec<(ColumnId, i64)> {
        self.terms(built, |choice| match choice.what {
            What::Offering(n) => small(self.options.offerings[n].price.in_cents()),
            What::Need(_) => 0,
        })
    }

    fn hour_terms(&self, built: &Built, unit: u64) -> Vec<(ColumnId, i64)> {
        self.terms(built, |choice| self.hours_in_units(choice, unit))
    }

    /// A need of hours weighs its hours; a course of no stated length weighs one unit.
    fn need_terms(&self, built: &Built) -> Vec<(ColumnId, i64)> {
        self.terms(built, |choice| i64::from(matches!(choice.what, What::Need(_))))
    }

    fn hours_within(&self, built: &Built, weeks: Weeks, unit: u64) -> Vec<(ColumnId, i64)> {
        let choices = self.options.choices.iter().zip(&built.columns);
        choices
            .filter_map(|(choice, column)| column.map(|(column, days)| (choice, column, days)))
            .filter(|(_, _, days)| weeks.hold(self.on, *days))
            .map(|(choice, column, _)| (column, self.hours_in_units(choice, unit)))
            .collect()
    }

    fn minimise_needs(&self, built: &mut Built) {
        let needs = self.need_terms(built);
        built.model.minimise("needs", needs);
    }

    fn minimise_cost_then_hours(&self, built: &mut Built, unit: u64) {
        let (cost, hours) = (self.cost_terms(built), self.hour_terms(built, unit));
        built.model.minimise("cost", cost);
        built.model.minimise("hours", hours);
    }

    /// The rows of one obligation.
    fn add_demand(&self, built: &mut Built, d: usize, unit: u64) {
        let demand = &self.demands.list[d];
        let counted = self.counted(built, d, unit);
        for (w, wanted) in demand.wanted.iter().enumerate() {
            let label = Demanded::Requirement { demand: d, wanted: w };
            let ways = self.open_ways(d, w);
            if wanted.ways.is_empty() || ways.is_empty() || ways.iter().any(|way| way.is_empty()) {
                continue;
            }
            // With one way its lines are asked; with several, those of the way that is gone.
            let gates: Vec<Option<ColumnId>> = match ways.len() {
                1 => vec![None],
                _ => ways.iter().map(|_| Some(built.model.choice("way"))).collect(),
            };
            if ways.len() > 1 {
                built.model.at_least(label.clone(), gates.iter().flatten().map(|gate| (*gate, 1)), 1);
            }
            for (way, gate) in ways.into_iter().zip(gates) {
                for &line in way {
                    let (terms, have) = &counted[line];
                    let asked = demand.lines[line].asked.map_or(1, |hours| small(hours.in_seconds() / unit));
                    let (gate_term, limit) = match gate {
                        None => (None, asked - have),
                        Some(gate) => (Some((gate, -asked)), -have),
                    };
                    built.model.at_least(label.clone(), terms.iter().copied().chain(gate_term), limit);
                }
            }
        }
    }

    /// For each line of a demand: what counts toward it, as terms and a constant, in units (a course counts as one).
    fn counted(&self, built: &mut Built, d: usize, unit: u64) -> Vec<(Vec<(ColumnId, i64)>, i64)> {
        let demand = &self.demands.list[d];
        let classes = self.classes(built, d, unit);
        let additional = (demand.lines.iter().enumerate())
            .filter(|(_, line)| line.in_addition)
            .fold(0_u64, |bits, (n, _)| bits | Service::bit(n));
        let mut counted: Vec<(Vec<(ColumnId, i64)>, i64)> = vec![(Vec::new(), 0); demand.lines.len()];
        let mut under_caps: Vec<Vec<(ColumnId, i64)>> = vec![Vec::new(); demand.caps.len()];
        let bits = |set: u64| (0..64_usize).filter(move |bit| set & 1 << bit != 0);
        for (service, (terms, have)) in classes {
            let shared = service.lines & !additional;
            let mut places: Vec<u64> = bits(service.lines & additional).map(|bit| 1 << bit).collect();
            if shared != 0 {
                places.push(shared);
            }
            let is_free = service.caps == 0 && places.len() == 1;
            let cap = bits(service.caps).map(|cap| small(demand.caps[cap].most.in_seconds() / unit)).min();
            let all = have
                + terms
                    .iter()
                    .map(|(column, hours)| hours * built.model.columns()[column.index()].upper)
                    .sum::<i64>();
            // The hours of a class are split over the places in which they may count.
            let mut parts = Vec::new();
            for lines in places {
                let (own_terms, own_have) = if is_free {
                    (terms.clone(), have)
                } else {
                    let most = cap.filter(|_| lines == shared).unwrap_or(all).min(all);
                    let part = built.model.amount("counted", 0, most);
                    parts.push((part, -1));
                    if lines == shared {
                        bits(service.caps).for_each(|cap| under_caps[cap].push((part, 1)));
                    }
                    (vec![(part, 1)], 0)
                };
                for line in bits(lines) {
                    counted[line].0.extend(&own_terms);
                    counted[line].1 += own_have;
                }
            }
            if !is_free {
                built.model.define(terms.iter().copied().chain(parts), -have);
            }
        }
        for (cap, terms) in under_caps.into_iter().enumerate().filter(|(_, terms)| !terms.is_empty()) {
            let most = small(demand.caps[cap].most.in_seconds() / unit);
            built.model.at_most(Demanded::Cap { demand: d, cap }, terms, most);
        }
        for (line, asked) in demand.lines.iter().enumerate().filter(|(_, line)| line.asked.is_none()) {
            counted[line] = (
                self.terms(built, |choice| i64::from(choice.services[d].courses & Service::bit(line) != 0)),
                i64::from(asked.is_done),
            );
        }
        counted
    }

    /// Hours of the choices and of the credits already earned, gathered by what they serve in the demand.
    fn classes(&self, built: &Built, d: usize, unit: u64) -> BTreeMap<Service, (Vec<(ColumnId, i64)>, i64)> {
        let mut classes: BTreeMap<Service, (Vec<(ColumnId, i64)>, i64)> = BTreeMap::new();
        for Hour { hours, service } in &self.demands.list[d].earned {
            classes.entry(*service).or_default().1 += small(hours.in_seconds() / unit);
        }
        for (choice, column) in self.options.choices.iter().zip(&built.columns) {
            let service = Service { courses: 0, ..choice.services[d] };
            if let (Some((column, _)), true) = (column, service.lines != 0) {
                classes.entry(service).or_default().0.push((*column, self.hours_in_units(choice, unit)));
            }
        }
        classes
    }

    /// What a solution takes: choice, and the job that it makes of study.
    fn taken(&self, built: &Built, solution: &Solution, unit: u64) -> Vec<(usize, Job)> {
        let choices = self.options.choices.iter().zip(&built.columns).enumerate();
        choices
            .filter_map(|(n, (choice, column))| {
                let (column, days) = (*column)?;
                let amount = u64::try_from(solution.value(column)).unwrap_or(0);
                let seconds = match choice.what {
                    What::Offering(offering) => self.options.offerings[offering].hours.in_seconds(),
                    What::Need(need) if self.options.needs[need].is_course => 0,
                    What::Need(_) => amount * unit,
                };
                let (first_week, last_week) = (week_of(self.on, days.from), week_of(self.on, days.last()));
                (amount > 0).then_some((n, Job { seconds, first_week, last_week }))
            })
            .collect()
    }

    fn plan(&self, unit: u64, built: &Built, solution: &Solution, proofs: Vec<PlanProof>) -> Plan {
        let taken = self.taken(built, solution, unit);
        let jobs: Vec<Job> = taken.iter().map(|(_, job)| *job).collect();
        let weeks = self.wishes.hours_per_week.map(|week| finish_weeks(&jobs, week.in_seconds()));
        let mut picks = Vec::new();
        let mut needs = Vec::new();
        for (k, (n, job)) in taken.iter().enumerate() {
            let choice = &self.options.choices[*n];
            let days = built.columns[*n].map_or(choice.days, |(_, days)| days);
            let on = match weeks.as_ref().and_then(|weeks| weeks[k]) {
                Some(week) => end_of_week(self.on, week).clamp(days.from, days.last()),
                None => days.from,
            };
            let serves = self.serves(choice);
            let hours = Hours::from_seconds(job.seconds);
            let (from, by) = (choice.days.from, choice.days.last());
            match choice.what {
                What::Offering(item) => picks.push(Planned { item, hours, on, from, by, serves }),
                What::Need(need) => needs.push(Planned {
                    item: self.options.needs[need].clone(),
                    hours,
                    on,
                    from,
                    by,
                    serves,
                }),
            }
        }
        picks.sort_by_key(|pick| (pick.on, pick.by));
        needs.sort_by_key(|need| (need.by, need.on));
        Plan {
            cost: picks.iter().map(|pick| self.options.offerings[pick.item].price).sum::<Usd>(),
            hours: picks.iter().map(|pick| pick.hours).chain(needs.iter().map(|need| need.hours)).sum(),
            finish: picks.iter().map(|pick| pick.on).chain(needs.iter().map(|need| need.on)).max(),
            objectives: solution.objectives.clone(),
            proven: solution.is_proven() && proofs.iter().all(PlanProof::holds),
            picks,
            needs,
            proofs,
        }
    }

    fn serves(&self, choice: &Choice) -> Vec<(usize, usize)> {
        let of_demand = |(d, service): (usize, &Service)| {
            let both = service.lines | service.courses;
            (0..64_usize)
                .filter(move |bit| both & 1 << bit != 0)
                .map(move |line| (d, line))
                .collect::<Vec<_>>()
        };
        choice.services.iter().enumerate().flat_map(of_demand).collect()
    }

    fn nothing(
        &self,
        model: &Model<Demanded>,
        certificate: &Certificate,
        unit: u64,
        most_needs: Option<i64>,
        limits: &Limits<'_>,
    ) -> Result<PlanResult, PlanError> {
        let reasons = minimal_reasons(model, certificate, limits)?;
        let ways = ways_out(self, unit, most_needs, limits)?;
        let labels: std::collections::BTreeSet<Demanded> =
            reasons.reasons.iter().map(|reason| reason.label.clone()).collect();
        let proof = proof(Claim::Contradiction, &model.only(&labels), reasons.certificate.clone());
        Ok(PlanResult::Nothing(Nothing {
            minimal: reasons.minimal && proof.holds(),
            proof: Some(proof),
            reasons: reasons.reasons.into_iter().map(|reason| reason.label).collect(),
            ways,
        }))
    }

    /// Whether there is a plan at all, with the fewest needs that are possible without a budget.
    pub fn is_possible(&self, limits: &Limits<'_>) -> Result<bool, PlanError> {
        let unit = unit(self);
        let mut free = self.build(unit, Shape { is_free: true, ..Shape::default() }, &[]);
        self.minimise_needs(&mut free);
        let Answer::Solved(needs) = solve(&free.model, limits)? else { return Ok(false) };
        let most_needs = needs.objectives.first().map(|standing| standing.value);
        Ok(self.least_cost(unit, self.wishes, most_needs, limits)?.is_some())
    }

    /// The plan of least cost under other wishes, if there is one: its cost in cents.
    pub fn least_cost(
        &self,
        unit: u64,
        wishes: Wishes,
        most_needs: Option<i64>,
        limits: &Limits<'_>,
    ) -> Result<Option<i64>, PlanError> {
        let other = Problem { demands: self.demands, options: self.options, on: self.on, wishes };
        let shape = Shape { most_needs, ..Shape::default() };
        match other.best(unit, shape, &mut Vec::new(), limits)?.1 {
            Answer::Solved(solution) => {
                Ok(solution.objectives.first().filter(|cost| cost.proven).map(|cost| cost.value))
            }
            _ => Ok(None),
        }
    }
}

fn earned_alone(demand: &Demand<'_>, line: usize) -> Hours {
    demand
        .earned
        .iter()
        .filter(|hour| hour.service.lines & Service::bit(line) != 0)
        .map(|hour| hour.hours)
        .sum()
}

fn proof(claim: Claim, model: &Model<Demanded>, certificate: Certificate) -> PlanProof {
    PlanProof { claim, model: model.statement(), certificate }
}
