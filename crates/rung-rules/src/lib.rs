//! The rules: record × catalogue × day → verdicts with proofs.
//!
//! [`evaluate`] is the one evaluator. The page, the command line, the calendar and the planner all call it.
//!
//! How it works, in the order of the modules:
//! 1. `periods` finds the renewal period that a day falls in, and what is open after expiry (the [`Route`]);
//! 2. `conditions` answers questions about the technician, three-valued;
//! 3. `does_it_count` decides whether one credit passes one filter, and if not gives the one reason;
//! 4. `assign` chooses how the hours of the credits are used where caps and extra lines compete for them;
//! 5. `case` lays out what one set of rules asks in one period and lets its lines compete, `lines` tells what came of
//!    it, and `evaluate` puts the obligations together;
//! 6. `answer` and `words` print the same value as JSON and as sentences.
//!
//! ```
//! use rung_catalog::Catalog;
//! use rung_record::{Date, Record};
//! use rung_rules::{Verdict, evaluate};
//!
//! let record = Record::from_json(br#"{
//!   "format": "rung-record/1",
//!   "credentials": [{"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}]
//! }"#)?;
//! let catalog = Catalog::shipped();
//! let on: Date = "2026-11-23".parse()?;
//! let status = evaluate(&record, &catalog, on);
//! assert_eq!(status.obligations[0].verdict, Verdict::NotMet);
//! assert_eq!(status.obligations[0].period.unwrap().to_string(), "2025-06-01 to 2027-05-31");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod answer;
mod assign;
mod blanks;
mod case;
mod conditions;
mod demand;
mod does_it_count;
mod eligibility;
mod evaluate;
mod exact_lp;
mod lines;
mod periods;
pub mod rule_words;
mod scenario;
mod status;
mod verdict;
pub mod words;

pub use blanks::{Blank, blanks, fact_keys};
pub use conditions::{Answer as ConditionVerdict, Worked, answer_condition, holds_one_of};
pub use demand::{Cap as DemandedCap, Demand, Demands, Hour, Line as DemandedLine, Service, Wanted};
pub use does_it_count::{Told, told};
pub use eligibility::{ConditionAnswer, Eligibility, PathAnswer, eligibility};
pub use evaluate::{evaluate, evaluate_through};
pub use periods::{Standing, dead_zones, standing};
#[cfg(feature = "schema")]
pub use scenario::scenario_schema;
pub use scenario::{ScenarioReport, run_scenarios};
pub use status::{
    Counted, Line, Missing, NotCounted, Obligation, Question, Reason, Route, Status, Untold, Unwritten,
};
pub use verdict::Verdict;
