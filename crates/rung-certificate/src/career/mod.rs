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

mod lemmas;
mod plan;
mod problem;

use serde::Deserialize;

use crate::{Refusal, refuse};
use problem::{Capacity, Problem};

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
    pub(super) fn new(problem: &'p Problem) -> Result<Self, Refusal> {
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
                    && before.iter().chain(&step.within).all(|b| b.0 < n && in_range(b.1))
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
                    self.most[sum] = most.min(claim.bound.saturating_sub(1));
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
}
