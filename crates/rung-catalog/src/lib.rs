//! The catalogue: what the field asks, dated and cited.
//!
//! Facts are data. A file in `catalog/` holds one authority (a board, a certifying body) with its sources and its
//! credentials; the types here are the language those files are written in, and [`Catalog`] is all of them loaded,
//! checked and linked. Nothing in this crate evaluates a rule: that is `rung-rules`.
//!
//! ```
//! use rung_catalog::Catalog;
//! let catalog = Catalog::shipped();
//! let texas = catalog.credential("tx-pharmacy-technician").expect("it is shipped");
//! assert_eq!(texas.title, "Registered Pharmacy Technician");
//! ```

mod catalog;
mod condition;
mod credential;
mod duty;
mod exam;
pub mod field;
mod file;
mod filter;
mod lint;
mod load;
mod percent;
mod requirement;
pub mod schema;
mod span;
mod spans;
mod when;

pub use catalog::{Catalog, DesignatedTopic};
pub use condition::{AtLeast, Condition, Experience, HeldFor, Issued, Program};
pub(crate) use credential::in_force;
pub use credential::{
    Authority, Cite, Confidence, Credential, CredentialKind, Deadline, Ends, Fee, OpenQuestion, Path,
    PathCondition, PathStep, Place, Reinstatement, RuleSet, SelectedBy, Source, Stage, StartsOn, Term, Tier,
    YearParity,
};
pub use duty::{Allowed, Change, Duty, DutyKind};
pub use exam::{Domain, Exam, Retake};
pub use filter::{Conversion, Filter};
pub use lint::Lint;
pub use load::{LoadError, LoadErrors, Overlay};
pub use percent::Percent;
pub use requirement::{Ask, Exception, Requirement, Share, Window};
pub use schema::FileSchema;
pub use span::{MonthEnds, Span};
pub use when::When;
