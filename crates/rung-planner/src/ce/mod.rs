//! The continuing-education plan: what to take so that every obligation is met at least cost.
//!
//! [`plan`] asks `rung-rules` what is still to be earned ([`rung_rules::Demands`]) and which lines each offering would
//! serve on each day; it decides nothing about rules itself. It then solves, exactly and with proof:
//!
//! 1. *needs*: the fewest hours for which no offering is known (so that a plan exists even where the file of offerings
//!    has nothing, say, on Texas law);
//! 2. the least cost, then the fewest hours, within the budget and the hours a week;
//! 3. the earliest finish among all plans that are as good in both.
//!
//! When the budget or the hours a week leave no plan, the answer is a minimal set of reasons, each verified to be
//! needed, and the cheapest ways out, each verified by solving.

mod answer;
mod model;
mod options;
mod schedule;
mod way_out;
pub mod words;

use crate::exact::{Limits, ModelFault, Standing};
use jiff::civil::Date;
use rung_catalog::Catalog;
use rung_formats::offerings::Offering;
use rung_record::{Hours, Record, Usd};
use rung_rules::Demands;
use std::fmt;

pub use answer::answer;
pub use model::Demanded;
pub use options::Need;
pub use way_out::Way;

use model::Problem;
use options::Options;

/// What the technician allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// Obligations that end on this day or earlier are planned for.
    pub horizon: Date,
    /// Spend no more than this in all.
    pub budget: Option<Usd>,
    /// Study no more than this in a week.
    pub hours_per_week: Option<Hours>,
}

/// The answer of the planner.
pub struct Outcome<'a> {
    /// What was asked: the obligations and their lines.
    pub demands: Demands<'a>,
    /// What was wished.
    pub wishes: Wishes,
    /// What continuing education cannot settle: credentials to hold, statements, lines lost for good.
    pub aside: Vec<Aside>,
    /// The plan, or why there is none.
    pub result: PlanResult,
}

/// Something that is due and that no activity settles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Index of the demand.
    pub demand: usize,
    /// Index of the requirement among what the demand wants.
    pub wanted: usize,
    /// Why no activity settles it.
    pub why: WhyAside,
}

/// Why no activity settles a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyAside {
    /// It asks for something else than courses.
    NotByCourses,
    /// The days in which it could be earned have gone by.
    TooLate,
}

/// A demand with what it is about, apart from the outcome that it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedDemand<'a> {
    /// The budget, as it was wished.
    Budget(Option<Usd>),
    /// The hours a week, as they were wished.
    HoursPerWeek(Option<Hours>),
    /// A requirement of a credential.
    Requirement {
        /// Its hours, when it is a line of hours.
        hours: Option<Hours>,
        /// What, in the words of the rule.
        what: &'a str,
        /// The title of the credential.
        credential: &'a str,
        /// The last day to earn it.
        by: Date,
    },
    /// A limit to what such credits contribute.
    Cap {
        /// So much.
        most: Hours,
        /// Of what, in the words of the rule.
        what: &'a str,
        /// The title of the credential.
        credential: &'a str,
    },
}

impl<'a> Outcome<'a> {
    /// What a demand of this outcome is about.
    pub fn named(&self, demanded: &Demanded) -> NamedDemand<'a> {
        match demanded {
            Demanded::Budget => NamedDemand::Budget(self.wishes.budget),
            Demanded::HoursPerWeek => NamedDemand::HoursPerWeek(self.wishes.hours_per_week),
            Demanded::Requirement { demand, wanted } => {
                let demand = &self.demands.list[*demand];
                let requirement = demand.wanted[*wanted].requirement;
                let own = demand.lines.iter().find(|line| std::ptr::eq(line.requirement, requirement));
                NamedDemand::Requirement {
                    hours: own.and_then(|line| line.asked),
                    what: &requirement.what,
                    credential: &demand.obligation.credential.title,
                    by: demand.days.last(),
                }
            }
            Demanded::Cap { demand, cap } => {
                let demand = &self.demands.list[*demand];
                let cap = &demand.caps[*cap];
                let credential = &demand.obligation.credential.title;
                NamedDemand::Cap { most: cap.most, what: &cap.requirement.what, credential }
            }
        }
    }
}

/// A plan, or none.
#[derive(Clone, Debug)]
pub enum PlanResult {
    /// What to take.
    Plan(Plan),
    /// Nothing fits; and this is why.
    Nothing(Nothing),
    /// A limit was reached before a plan was found.
    NotKnown,
}

/// What to take.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Offerings, by day.
    pub picks: Vec<Pick>,
    /// What is needed and no offering gives.
    pub needs: Vec<Planned<Need>>,
    /// The price of all picks.
    pub cost: Usd,
    /// The hours of all picks and needs.
    pub hours: Hours,
    /// The day on which the last is done.
    pub finish: Option<Date>,
    /// The objectives in order, each with its bound.
    pub objectives: Vec<Standing>,
    /// For `rung-certificate`: each a model and the proof about it.
    pub proofs: Vec<PlanProof>,
    /// Whether all objectives are proven.
    pub proven: bool,
}

/// An offering of the plan.
pub type Pick = Planned<usize>;

/// Something to take, with its days and its use.
#[derive(Clone, Debug)]
pub struct Planned<T> {
    /// The offering's index, or the need.
    pub item: T,
    /// Its hours.
    pub hours: Hours,
    /// The day by which the plan has it done.
    pub on: Date,
    /// From this day on it serves the same lines.
    pub from: Date,
    /// The last day on which it serves the same lines.
    pub by: Date,
    /// What it serves: demand and line indices.
    pub serves: Vec<(usize, usize)>,
}

/// What a proof is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// No plan leaves fewer hours without a known offering.
    FewestNeeds,
    /// No plan is cheaper, and none as cheap has fewer hours.
    Cheapest,
    /// No plan as good is done by this day.
    Earliest {
        /// The day.
        not_by: Date,
    },
    /// The demands contradict each other.
    Contradiction,
}

/// A model, and what is proven of it.
#[derive(Clone, Debug)]
pub struct PlanProof {
    /// What is proven.
    pub claim: Claim,
    /// The model as `rung-certificate` reads it.
    pub model: serde_json::Value,
    /// The proof.
    pub certificate: crate::exact::Certificate,
}

impl PlanProof {
    /// Whether the checker, which shares no code with the solver, accepts it. Nothing is called proven that it refuses.
    pub fn holds(&self) -> bool {
        let certificate = serde_json::to_string(&self.certificate).unwrap_or_default();
        rung_certificate::check_model(&self.model.to_string(), &certificate).is_ok()
    }
}

/// Why nothing fits, and what would.
#[derive(Clone, Debug)]
pub struct Nothing {
    /// Demands that cannot be met together; without any one of them there is a plan.
    pub reasons: Vec<Demanded>,
    /// Whether each reason was verified to be needed.
    pub minimal: bool,
    /// The proof that they contradict each other.
    pub proof: Option<PlanProof>,
    /// What would have to give, each verified by solving.
    pub ways: Vec<Way>,
}

/// Why no planning was possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// The numbers are too large for exact proofs.
    Model(ModelFault),
    /// The horizon lies before the day of planning.
    HorizonPast {
        /// The horizon.
        horizon: Date,
        /// The day.
        on: Date,
    },
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Model(fault) => write!(f, "this cannot be planned exactly: {fault}"),
            Self::HorizonPast { horizon, on } => {
                write!(f, "the horizon, {horizon}, is before {on}; choose a later one")
            }
        }
    }
}

impl std::error::Error for PlanError {}

impl From<ModelFault> for PlanError {
    fn from(fault: ModelFault) -> Self {
        Self::Model(fault)
    }
}

/// The best plan for a technician on a day.
///
/// # Errors
/// When the horizon has passed, or the numbers are too large for exact proofs.
pub fn plan<'a>(
    record: &'a Record,
    catalog: &'a Catalog,
    on: Date,
    offerings: &[Offering],
    wishes: Wishes,
    limits: &Limits<'_>,
) -> Result<Outcome<'a>, PlanError> {
    if wishes.horizon < on {
        return Err(PlanError::HorizonPast { horizon: wishes.horizon, on });
    }
    let demands = Demands::new(record, catalog, on, wishes.horizon);
    let options = Options::gather(&demands, on, offerings);
    let problem = Problem { demands: &demands, options: &options, on, wishes };
    let aside = problem.aside();
    let result = problem.solve(limits)?;
    Ok(Outcome { demands, wishes, aside, result })
}
