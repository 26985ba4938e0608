//! The checker of career plans.
//!
//! It reads the same file as the planner, by itself, and shares nothing with it. A certificate has a plan, which is held
//! against every demand, and for each objective a list of lemmas that ends in a contradiction with "better than this". It is
//! accepted if every lemma follows.
//!
//! # Numbers
//! Step `i` has the number `i`: the week it starts, from `from` to its last possible start, or the value after that, which
//! means that it is *not taken*. Then come the arrival, the lead, the fullest week's hours, and for each step whether it was moved
//! (0 or 1). A literal is a number with a bound: `2·number, k` says "at least k", `2·number + 1, k` says "at most k".
//!
//! # Lemmas
//! A lemma is a clause (one of its literals holds) with a list of rules. To check it, suppose that all its literals are
//! false; this gives bounds. Apply the rules in their order; each narrows the bounds by what every plan within them must obey.
//! If a number is left without a value, the supposition was wrong and the lemma holds. Nothing is searched: a rule
//! that does not help costs nothing, and one that does not exist refuses the certificate.
//!
//! # Rules
//! The comments at each `apply_…` give the argument. The one that matters is *energy*: in the weeks from `a` to `b`, a step
//! that is taken and starts between `l` and `u` runs at least `min(d, b − a, l + d − a, b − u)` weeks, if that is positive.
//! Of a list from which `n` more steps must be taken, the `n` that would use least are counted. Together this must not exceed
//! what there is. Without step `j`, what is left is enough for `q` weeks of it, so it starts at `a + q − d` or before, or at `b − q`
//! or after.
//!
//! # Objectives
//! Arrival, lead and fullest week: the lemmas must raise the least of the number to the bound. Cost, hours and moves: the lemmas may
//! use "less than the bound" and must end in a contradiction; they are forgotten afterwards. Then the objective is fixed
//! at its bound, and the next begins.

use serde::Deserialize;

use crate::{Refusal, refuse};

#[derive(Deserialize)]
struct Problem {
    #[serde(rename = "T")]
    weeks: i64,
    cap: Capacity,
    #[serde(default)]
    resources: Vec<Resource>,
    steps: Vec<Step>,
    #[serde(default)]
    cert: Vec<usize>,
    #[serde(default)]
    choose: usize,
    #[serde(default)]
    groups: Vec<Vec<usize>>,
    #[serde(default)]
    lists: Vec<List>,
    #[serde(default)]
    loads: Vec<Load>,
    #[serde(default)]
    goals: Vec<usize>,
    by: Option<i64>,
    budget: Option<i64>,
    most_hours: Option<i64>,
    objectives: Option<Vec<String>>,
    #[serde(default)]
    agreed: Vec<Option<i64>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Capacity {
    Every(i64),
    Weekly(Vec<i64>),
}

#[derive(Deserialize)]
struct Resource {
    cap: Capacity,
}

#[derive(Deserialize)]
struct Step {
    #[serde(default)]
    kind: String,
    d: i64,
    #[serde(default)]
    w: i64,
    #[serde(default)]
    cost: i64,
    #[serde(default)]
    uses: Vec<i64>,
    #[serde(default)]
    and_: Vec<usize>,
    #[serde(default)]
    or_: Vec<Vec<usize>>,
    #[serde(default)]
    waits: Vec<(usize, i64)>,
    #[serde(default)]
    from: i64,
    dl: Option<i64>,
    #[serde(default)]
    not: Vec<(i64, i64)>,
}

#[derive(Deserialize)]
struct List {
    of: Vec<usize>,
    #[serde(default)]
    at_least: usize,
    at_most: Option<usize>,
}

#[derive(Deserialize)]
struct Load {
    from: i64,
    to: i64,
    #[serde(default)]
    at_least: i64,
    at_most: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Certificate {
    plan: Option<Vec<Option<i64>>>,
    #[serde(default)]
    objectives: Vec<Claim>,
    impossible: Option<Vec<Lemma>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claim {
    name: String,
    bound: i64,
    lemmas: Vec<Lemma>,
}

/// Clause and rules.
#[derive(Deserialize)]
struct Lemma(Vec<i64>, Vec<i64>);

/// What has been verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CareerVerdict {
    /// The plan keeps every demand.
    Plan {
        /// When each step starts.
        starts: Vec<Option<i64>>,
        /// Name, value in the plan, and proven bound of each objective. All but the last are equal to their bounds.
        objectives: Vec<(String, i64, i64)>,
    },
    /// There is no plan.
    Impossible,
}

/// Checks a certificate (JSON) against a career problem (JSON).
///
/// # Errors
/// What is wrong with the problem, or the first thing in the certificate that does not hold.
pub fn check_career(problem: &str, certificate: &str) -> Result<CareerVerdict, Refusal> {
    let problem: Problem = read(problem, "problem")?;
    let certificate: Certificate = read(certificate, "certificate")?;
    let mut checker = Checker::new(&problem)?;
    match (certificate.plan, certificate.impossible) {
        (None, Some(lemmas)) if certificate.objectives.is_empty() => {
            checker.check_all(&lemmas)?;
            if checker.closed { Ok(CareerVerdict::Impossible) } else { refuse("no contradiction is reached") }
        }
        (Some(starts), None) => {
            checker.keeps_every_demand(&starts)?;
            let objectives = checker.check_claims(&starts, &certificate.objectives)?;
            Ok(CareerVerdict::Plan { starts, objectives })
        }
        _ => refuse("either a plan or a proof that there is none is needed"),
    }
}

fn read<'t, T: Deserialize<'t>>(text: &'t str, what: &str) -> Result<T, Refusal> {
    serde_json::from_str(text).map_err(|e| Refusal(format!("the {what} cannot be read: {e}")))
}

/// Numbers of a problem are at most this, so that no sum leaves 64 bits.
const LARGEST: i64 = 10_000_000;

/// A step, ready for use.
struct Task {
    d: i64,
    /// Hours, then the other resources.
    uses: Vec<i64>,
    last: i64,
    before: Vec<(usize, i64)>,
    is_goal: bool,
    must: bool,
    /// The first list that asks for steps and has this one: there it is counted.
    list: Option<usize>,
}

struct Checker<'p> {
    problem: &'p Problem,
    tasks: Vec<Task>,
    capacity: Vec<Vec<i64>>,
    lists: Vec<(&'p [usize], usize, usize)>,
    lo: Vec<i64>,
    hi: Vec<i64>,
    /// Most cost, hours, moves.
    most: [i64; 3],
    /// Some number has no value left.
    closed: bool,
    clauses: Vec<Vec<i64>>,
    finish: usize,
}

impl<'p> Checker<'p> {
    fn new(problem: &'p Problem) -> Result<Self, Refusal> {
        let n = problem.steps.len();
        let in_range = |number: i64| (0..=LARGEST).contains(&number);
        let known = |list: &[usize]| {
            list.iter().all(|&i| i < n) && (1..list.len()).all(|k| !list[..k].contains(&list[k]))
        };
        if !(0..=2_000).contains(&problem.weeks) || n > 2_000 {
            return refuse("the problem is too large");
        }
        let mut lists: Vec<(&[usize], usize, usize)> = Vec::new();
        if !problem.cert.is_empty() || problem.choose > 0 {
            lists.push((&problem.cert, problem.choose, problem.choose));
        }
        lists.extend(problem.groups.iter().map(|of| (of.as_slice(), 1, of.len())));
        lists.extend(
            problem.lists.iter().map(|l| (l.of.as_slice(), l.at_least, l.at_most.unwrap_or(l.of.len()))),
        );
        if !lists.iter().all(|l| known(l.0)) || !known(&problem.goals) {
            return refuse("a list names an unknown step, or one twice");
        }
        let capacity: Vec<Vec<i64>> = std::iter::once(&problem.cap)
            .chain(problem.resources.iter().map(|r| &r.cap))
            .map(|cap| match cap {
                Capacity::Every(amount) => vec![*amount; problem.weeks as usize],
                Capacity::Weekly(amounts) => amounts.clone(),
            })
            .collect();
        if capacity.iter().any(|c| c.len() != problem.weeks as usize || !c.iter().all(|&a| in_range(a))) {
            return refuse("a capacity is out of range");
        }
        let (mut tasks, mut lo, mut hi) = (Vec::new(), Vec::new(), Vec::new());
        for (i, step) in problem.steps.iter().enumerate() {
            let numbers = [step.d, step.w, step.cost, step.from, step.dl.unwrap_or(0)];
            let mut before: Vec<(usize, i64)> =
                step.and_.iter().map(|&b| (b, 0)).chain(step.waits.iter().copied()).collect();
            before.sort_unstable();
            let fine =
                numbers.iter().chain(&step.uses).chain(before.iter().map(|b| &b.1)).all(|&x| in_range(x))
                    && before.iter().all(|b| b.0 < n)
                    && step.or_.iter().all(|list| known(list))
                    && step.not.iter().all(|h| in_range(h.0) && in_range(h.1));
            if !fine {
                return refuse(format!("step {i} is out of range"));
            }
            let end = step.dl.unwrap_or(problem.weeks).min(problem.weeks);
            let last = (end - step.d).max(step.from - 1);
            let mut uses = vec![step.w];
            uses.extend((0..problem.resources.len()).map(|r| step.uses.get(r).copied().unwrap_or(0)));
            let must = step.kind == "man" || problem.goals.contains(&i);
            let is_goal = problem.goals.is_empty() || problem.goals.contains(&i);
            let list = lists.iter().position(|l| l.1 > 0 && l.0.contains(&i));
            lo.push(step.from);
            hi.push(if must { last } else { last + 1 });
            tasks.push(Task { d: step.d, uses, last, before, is_goal, must, list });
        }
        let most_hours =
            capacity[0].iter().copied().max().unwrap_or(0).min(tasks.iter().map(|t| t.uses[0]).sum());
        lo.extend([0, 0, 0]);
        hi.extend([problem.by.unwrap_or(problem.weeks).min(problem.weeks), problem.weeks, most_hours]);
        lo.extend(vec![0; problem.agreed.len().min(n)]);
        hi.extend(vec![1; problem.agreed.len().min(n)]);
        if problem.loads.iter().any(|l| l.from < 0 || l.from > l.to || l.to > problem.weeks) {
            return refuse("a load is out of range");
        }
        let most = [problem.budget.unwrap_or(i64::MAX), problem.most_hours.unwrap_or(i64::MAX), i64::MAX];
        let closed = (0..lo.len()).any(|v| lo[v] > hi[v]);
        Ok(Checker { problem, tasks, capacity, lists, lo, hi, most, closed, clauses: Vec::new(), finish: n })
    }

    // ---- claims ----------------------------------------------------------------------------------------------

    fn check_claims(
        &mut self,
        starts: &[Option<i64>],
        claims: &[Claim],
    ) -> Result<Vec<(String, i64, i64)>, Refusal> {
        let usual = vec!["finish".to_owned(), "cost".to_owned()];
        let wanted = self.problem.objectives.as_ref().unwrap_or(&usual);
        if !claims.iter().map(|c| &c.name).eq(wanted.iter().take(claims.len())) {
            return refuse("these are not the objectives of the problem, in their order");
        }
        let mut verified = Vec::new();
        for (k, claim) in claims.iter().enumerate() {
            let value = self.value(&claim.name, starts)?;
            if claim.bound > value || (claim.bound < value && k + 1 < claims.len()) {
                return refuse(format!("{}: the plan has {value}, the bound is {}", claim.name, claim.bound));
            }
            match self.place(&claim.name)? {
                Ok(number) => {
                    self.check_all(&claim.lemmas)?;
                    if self.lo[number] < claim.bound && !self.closed {
                        return refuse(format!("{}: {} is not proven", claim.name, claim.bound));
                    }
                    self.lower(number, claim.bound);
                }
                Err(sum) => {
                    let (lo, hi, most, closed) =
                        (self.lo.clone(), self.hi.clone(), self.most[sum], self.closed);
                    self.most[sum] = most.min(claim.bound - 1);
                    self.check_all(&claim.lemmas)?;
                    if !self.closed && claim.bound > 0 {
                        return refuse(format!("{}: {} is not proven", claim.name, claim.bound));
                    }
                    (self.lo, self.hi, self.closed) = (lo, hi, closed);
                    self.most[sum] = most.min(claim.bound);
                    // What was learned while the sum had to be smaller may not be used again.
                    let learned = self.clauses.len() - claim.lemmas.len();
                    self.clauses[learned..].iter_mut().for_each(|clause| *clause = vec![0, i64::MIN]);
                }
            }
            verified.push((claim.name.clone(), value, claim.bound));
        }
        Ok(verified)
    }

    /// The number of an objective, or which sum it is.
    fn place(&self, objective: &str) -> Result<Result<usize, usize>, Refusal> {
        Ok(match objective {
            "finish" => Ok(self.finish),
            "lead" => Ok(self.finish + 1),
            "peak" => Ok(self.finish + 2),
            "cost" => Err(0),
            "hours" => Err(1),
            "moved" => Err(2),
            _ => return refuse(format!("there is no objective {objective}")),
        })
    }

    // ---- the plan --------------------------------------------------------------------------------------------

    fn value(&self, objective: &str, starts: &[Option<i64>]) -> Result<i64, Refusal> {
        let taken = || self.tasks.iter().enumerate().filter_map(|(i, task)| Some((i, task, starts[i]?)));
        Ok(match objective {
            "finish" => taken().filter(|t| t.1.is_goal).map(|(_, task, s)| s + task.d).max().unwrap_or(0),
            "lead" => taken().map(|(_, _, s)| self.problem.weeks - s).max().unwrap_or(0),
            "peak" => (0..self.problem.weeks).map(|week| self.used(0, week, starts)).max().unwrap_or(0),
            "cost" => taken().map(|(i, _, _)| self.problem.steps[i].cost).sum(),
            "hours" => taken().map(|(_, task, _)| task.d * task.uses[0]).sum(),
            "moved" => self.problem.agreed.iter().zip(starts).filter(|(a, s)| a != s).count() as i64,
            _ => return refuse(format!("there is no objective {objective}")),
        })
    }

    fn used(&self, resource: usize, week: i64, starts: &[Option<i64>]) -> i64 {
        let runs =
            |(task, start): &(&Task, &Option<i64>)| start.is_some_and(|s| s <= week && week < s + task.d);
        self.tasks.iter().zip(starts).filter(runs).map(|(task, _)| task.uses[resource]).sum()
    }

    fn keeps_every_demand(&self, starts: &[Option<i64>]) -> Result<(), Refusal> {
        if starts.len() != self.tasks.len() {
            return refuse("the plan has not one entry for each step");
        }
        for (i, (task, start)) in self.tasks.iter().zip(starts).enumerate() {
            let Some(start) = *start else {
                if task.must {
                    return refuse(format!("step {i} is left out"));
                }
                continue;
            };
            let step = &self.problem.steps[i];
            let done = |j: usize, wait: i64| starts[j].is_some_and(|s| s + self.tasks[j].d + wait <= start);
            let held_off = |&(a, b): &(i64, i64)| a < b && task.d > 0 && start < b && a < start + task.d;
            if start < step.from
                || start > task.last
                || !task.before.iter().all(|&(j, wait)| done(j, wait))
                || !step.or_.iter().all(|list| list.iter().any(|&j| done(j, 0)))
                || step.not.iter().any(held_off)
            {
                return refuse(format!("step {i} cannot start in week {start}"));
            }
        }
        let hours: Vec<i64> = (0..self.problem.weeks).map(|week| self.used(0, week, starts)).collect();
        for (r, capacity) in self.capacity.iter().enumerate() {
            if (0..self.problem.weeks).any(|week| self.used(r, week, starts) > capacity[week as usize]) {
                return refuse(format!("too much of resource {r}"));
            }
        }
        for load in &self.problem.loads {
            let sum: i64 = hours[load.from as usize..load.to as usize].iter().sum();
            if sum < load.at_least || load.at_most.is_some_and(|most| sum > most) {
                return refuse("a load is not kept");
            }
        }
        for &(of, least, most) in &self.lists {
            if !(least..=most).contains(&of.iter().filter(|&&i| starts[i].is_some()).count()) {
                return refuse("a list is not kept");
            }
        }
        let late = self.problem.by.is_some_and(|by| self.value("finish", starts).is_ok_and(|v| v > by));
        let dear = self.value("cost", starts)? > self.most[0] || self.value("hours", starts)? > self.most[1];
        if late || dear { refuse("too late, too dear, or too many hours") } else { Ok(()) }
    }

    // ---- lemmas ----------------------------------------------------------------------------------------------

    fn check_all(&mut self, lemmas: &[Lemma]) -> Result<(), Refusal> {
        for Lemma(clause, rules) in lemmas {
            if clause.len() % 2 != 0
                || clause
                    .chunks_exact(2)
                    .any(|l| l[0] < 0 || l[0] as usize / 2 >= self.lo.len() || l[1].abs() > LARGEST)
            {
                return refuse(format!("lemma {} has no such number", self.clauses.len()));
            }
            let (lo, hi, closed) = (self.lo.clone(), self.hi.clone(), self.closed);
            for literal in clause.chunks_exact(2) {
                self.suppose_false(literal);
            }
            let mut rest = rules.as_slice();
            while !self.closed && !rest.is_empty() {
                rest = self.apply(rest)?;
            }
            if !self.closed {
                return refuse(format!("lemma {} does not follow", self.clauses.len()));
            }
            (self.lo, self.hi, self.closed) = (lo, hi, closed);
            match clause.as_slice() {
                [] => self.closed = true,
                [number, bound] => self.suppose(*number, *bound),
                _ => {}
            }
            self.clauses.push(clause.clone());
        }
        Ok(())
    }

    fn suppose(&mut self, number: i64, bound: i64) {
        if number % 2 == 0 {
            self.raise(number as usize / 2, bound)
        } else {
            self.lower(number as usize / 2, bound)
        }
    }

    fn suppose_false(&mut self, literal: &[i64]) {
        let number = literal[0] as usize / 2;
        if literal[0] % 2 == 0 {
            self.lower(number, literal[1] - 1)
        } else {
            self.raise(number, literal[1] + 1)
        }
    }

    fn raise(&mut self, number: usize, least: i64) {
        self.lo[number] = self.lo[number].max(least);
        self.closed |= self.lo[number] > self.hi[number];
    }

    fn lower(&mut self, number: usize, most: i64) {
        self.hi[number] = self.hi[number].min(most);
        self.closed |= self.lo[number] > self.hi[number];
    }

    fn taken(&self, i: usize) -> bool {
        self.hi[i] <= self.tasks[i].last
    }

    fn left(&self, i: usize) -> bool {
        self.lo[i] > self.tasks[i].last
    }

    fn leave(&mut self, i: usize) {
        self.raise(i, self.tasks[i].last + 1);
    }

    /// Applies the first rule of a list, gives the others.
    fn apply<'r>(&mut self, rules: &'r [i64]) -> Result<&'r [i64], Refusal> {
        let arity = match rules[0] {
            0 | 5 | 6 | 7 | 8 => 1,
            1 | 2 | 3 | 4 | 10 | 11 => 2,
            9 => 4,
            other => return refuse(format!("there is no rule {other}")),
        };
        let Some((rule, rest)) = rules.split_at_checked(arity + 1) else {
            return refuse("a rule is cut short");
        };
        let at = |k: usize| usize::try_from(rule[k]).unwrap_or(usize::MAX);
        let target = |k: usize| usize::try_from(rule[k]).ok();
        let step = |k: usize| {
            if at(k) < self.tasks.len() { Ok(at(k)) } else { refuse("a rule names an unknown step") }
        };
        if target(arity).is_some_and(|t| matches!(rule[0], 9..=11) && t >= self.tasks.len()) {
            return refuse("a rule names an unknown step");
        }
        let none = || Refusal("a rule names what there is not".to_owned());
        match rule[0] {
            0 => {
                let clause = std::mem::take(self.clauses.get_mut(at(1)).ok_or_else(none)?);
                self.apply_clause(&clause);
                self.clauses[at(1)] = clause;
            }
            1 => {
                // The step ends before the hold-off or starts after it.
                let (i, d) = (step(1)?, self.tasks[step(1)?].d);
                let &(a, b) = self.problem.steps[i].not.get(at(2)).ok_or_else(none)?;
                if a < b && d > 0 {
                    self.apply_clause(&[
                        2 * i as i64 + 1,
                        a - d,
                        2 * i as i64,
                        b.min(self.tasks[i].last + 1),
                    ]);
                }
            }
            2 => self.apply_moved(step(1)?)?,
            3 => self.apply_after(step(1)?, step(2)?)?,
            4 => self.apply_one_of(step(1)?, at(2))?,
            5 => self.apply_list(at(1))?,
            6 => self.apply_finish(step(1)?),
            7 => {
                // A step that is taken starts no earlier than the first start.
                let (i, lead) = (step(1)?, self.finish + 1);
                self.raise(i, (self.problem.weeks - self.hi[lead]).min(self.tasks[i].last + 1));
                if self.taken(i) {
                    self.raise(lead, self.problem.weeks - self.hi[i]);
                }
            }
            8 => self.apply_sum(at(1))?,
            9 => {
                let (r, a, b) = (at(1), rule[2], rule[3]);
                if r >= self.capacity.len() || a < 0 || a >= b || b > self.problem.weeks {
                    return refuse("a stretch of weeks is out of range");
                }
                let fullest = if r == 0 { self.hi[self.finish + 2] } else { i64::MAX };
                let there =
                    self.capacity[r][a as usize..b as usize].iter().map(|&amount| amount.min(fullest)).sum();
                self.apply_energy(r, a, b, there, target(4));
            }
            10 => {
                let load = self.problem.loads.get(at(1)).ok_or_else(none)?;
                if let Some(most) = load.at_most
                    && load.from < load.to
                {
                    self.apply_energy(0, load.from, load.to, most, target(2));
                }
            }
            _ => self.apply_least_load(self.problem.loads.get(at(1)).ok_or_else(none)?, target(2)),
        }
        Ok(rest)
    }

    /// If all literals but one are false, that one is true.
    fn apply_clause(&mut self, clause: &[i64]) {
        let is_false = |l: &&[i64]| {
            let number = l[0] as usize / 2;
            if l[0] % 2 == 0 { self.hi[number] < l[1] } else { self.lo[number] > l[1] }
        };
        let mut open = clause.chunks_exact(2).filter(|l| !is_false(l));
        match (open.next(), open.next()) {
            (None, _) => self.closed = true,
            (Some(only), None) => self.suppose(only[0], only[1]),
            _ => {}
        }
    }

    /// A step that starts in another week than was agreed is moved; so is one taken or left against it.
    fn apply_moved(&mut self, i: usize) -> Result<(), Refusal> {
        let Some(agreed) = self.problem.agreed.get(i) else { return refuse("nothing was agreed") };
        let last = self.tasks[i].last;
        let agreed = agreed.map_or(last + 1, |week| if week <= last { week } else { last + 2 });
        if self.lo[i] > agreed || self.hi[i] < agreed {
            self.raise(self.finish + 3 + i, 1);
        } else if self.hi[self.finish + 3 + i] == 0 {
            self.raise(i, agreed);
            self.lower(i, agreed);
        }
        Ok(())
    }

    /// `i` starts after `j` is finished, and the wait is over. A step without its prerequisite is not taken.
    fn apply_after(&mut self, i: usize, j: usize) -> Result<(), Refusal> {
        let waits = self.tasks[i].before.iter().filter(|b| b.0 == j);
        let Some(wait) = waits.map(|b| b.1).max() else {
            return refuse(format!("step {i} does not wait for step {j}"));
        };
        let gap = self.tasks[j].d + wait;
        if self.left(j) || self.lo[j] + gap > self.tasks[i].last {
            self.leave(i);
        } else {
            self.raise(i, self.lo[j] + gap);
        }
        if self.taken(i) {
            self.lower(j, (self.hi[i] - gap).min(self.tasks[j].last));
        }
        Ok(())
    }

    /// `i` starts after the first of a list is finished. If only one of them can be, that one is.
    fn apply_one_of(&mut self, i: usize, list: usize) -> Result<(), Refusal> {
        let Some(of) = self.problem.steps[i].or_.get(list) else { return refuse("there is no such list") };
        let finish = |s: &Self, j: usize| if s.left(j) { i64::MAX } else { s.lo[j] + s.tasks[j].d };
        let first = of.iter().map(|&j| finish(self, j)).min().unwrap_or(i64::MAX);
        self.raise(i, first.min(self.tasks[i].last + 1));
        if self.taken(i) {
            let mut possible = of.iter().filter(|&&j| finish(self, j) <= self.hi[i]);
            if let (Some(&only), None) = (possible.next(), possible.next()) {
                self.lower(only, (self.hi[i] - self.tasks[only].d).min(self.tasks[only].last));
            }
        }
        Ok(())
    }

    /// No fewer and no more of a list than it says.
    fn apply_list(&mut self, list: usize) -> Result<(), Refusal> {
        let Some(&(of, least, most)) = self.lists.get(list) else { return refuse("there is no such list") };
        let taken = of.iter().filter(|&&i| self.taken(i)).count();
        let possible = of.iter().filter(|&&i| !self.left(i)).count();
        self.closed |= taken > most || possible < least;
        for &i in of {
            if !self.taken(i) && !self.left(i) {
                if taken == most {
                    self.leave(i);
                } else if possible == least {
                    self.lower(i, self.tasks[i].last);
                }
            }
        }
        Ok(())
    }

    /// The arrival is not before the finish of a goal.
    fn apply_finish(&mut self, i: usize) {
        let (d, arrival) = (self.tasks[i].d, self.finish);
        if !self.tasks[i].is_goal {
            return;
        }
        if self.taken(i) {
            self.raise(arrival, self.lo[i] + d);
            self.lower(i, self.hi[arrival] - d);
        } else if self.lo[i] + d > self.hi[arrival] {
            self.leave(i);
        }
    }

    /// What is taken, and the least that the lists still ask for, is within the limit; so is every further step.
    fn apply_sum(&mut self, sum: usize) -> Result<(), Refusal> {
        let limit = *self.most.get(sum).ok_or(Refusal("there is no such sum".to_owned()))?;
        if sum == 2 {
            let moves = self.finish + 3..self.lo.len();
            let moved = moves.clone().map(|m| self.lo[m]).sum::<i64>();
            self.closed |= moved > limit;
            if moved == limit {
                moves.for_each(|m| self.lower(m, self.lo[m]));
            }
            return Ok(());
        }
        let weight = |s: &Self, i: usize| {
            if sum == 0 { s.problem.steps[i].cost } else { s.tasks[i].d * s.tasks[i].uses[0] }
        };
        self.closed |= self.least_sum(None, &|i| weight(self, i)) > limit;
        for i in 0..self.tasks.len() {
            if !self.taken(i)
                && !self.left(i)
                && self.least_sum(Some(i), &|i| weight(self, i)) + weight(self, i) > limit
            {
                self.leave(i);
            }
        }
        Ok(())
    }

    /// The weights of all steps taken but `without`, which counts as taken, and of the lightest that the lists still need.
    fn least_sum(&self, without: Option<usize>, weight: &dyn Fn(usize) -> i64) -> i64 {
        let mut sum: i64 =
            (0..self.tasks.len()).filter(|&i| Some(i) != without && self.taken(i)).map(weight).sum();
        for (l, &(of, least, _)) in self.lists.iter().enumerate() {
            let (mut taken, mut open) = (0, Vec::new());
            for &i in of {
                if Some(i) == without || self.taken(i) {
                    taken += 1;
                } else if !self.left(i) {
                    // A step in several lists is counted in the first.
                    open.push(if self.tasks[i].list == Some(l) { weight(i) } else { 0 });
                }
            }
            open.sort_unstable();
            sum += open.iter().take(least.saturating_sub(taken)).sum::<i64>();
        }
        sum
    }

    /// Energy, as the module explains.
    fn apply_energy(&mut self, r: usize, a: i64, b: i64, there: i64, target: Option<usize>) {
        let least = |i: usize| {
            let task = &self.tasks[i];
            let mut latest = self.hi[i].min(task.last);
            if task.is_goal {
                latest = latest.min(self.hi[self.finish] - task.d);
            }
            let weeks = task.d.min(b - a).min(self.lo[i] + task.d - a).min(b - latest);
            weeks.max(0) * task.uses[r]
        };
        let rest = self.least_sum(target, &least);
        let Some(j) = target else {
            self.closed |= rest > there;
            return;
        };
        let (d, amount) = (self.tasks[j].d, self.tasks[j].uses[r]);
        if amount == 0 {
            return;
        }
        if rest > there {
            return self.leave(j);
        }
        let q = (there - rest) / amount;
        if q >= d.min(b - a) {
            return;
        }
        if self.lo[j] > a + q - d {
            self.raise(j, (b - q).min(self.tasks[j].last + 1));
        }
        if self.taken(j) && self.hi[j] < b - q {
            self.lower(j, a + q - d);
        }
    }

    /// The hours that can be worked between two weeks suffice; without `target`, what lacks is its share.
    fn apply_least_load(&mut self, load: &Load, target: Option<usize>) {
        let (a, b) = (load.from, load.to);
        let most = |i: usize| {
            let (task, latest) = (&self.tasks[i], self.hi[i].min(self.tasks[i].last));
            let weeks = task.d.min(b - a).min(b - self.lo[i]).min(latest + task.d - a);
            if self.left(i) { 0 } else { weeks.max(0) * task.uses[0] }
        };
        let lacks =
            load.at_least - (0..self.tasks.len()).filter(|&i| Some(i) != target).map(most).sum::<i64>();
        let Some(j) = target else {
            self.closed |= lacks > 0;
            return;
        };
        let (d, amount) = (self.tasks[j].d, self.tasks[j].uses[0]);
        if lacks <= 0 {
            return;
        }
        if amount == 0 {
            self.closed = true;
            return;
        }
        let weeks = (lacks + amount - 1) / amount;
        self.closed |= weeks > d.min(b - a);
        self.lower(j, (b - weeks).min(self.tasks[j].last));
        self.raise(j, a + weeks - d);
    }
}
