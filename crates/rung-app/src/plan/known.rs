//! What is known of the way: solved once for each state of what is kept, within a limit of time, and remembered.

use crate::shell::{Fault, StandingWay, Visit, Wanted, within};
use rung_record::Date;
use rung_store::PersonId;
use rung_way::{
    live::{Changed, Stuck, changed},
    plan::{Outcome, PlanFault, WayResult, answer::Beside, plan},
    why::{WhyNot, why_not},
};
use std::{sync::Arc, time::Duration};
use tokio::sync::Mutex;

/// A plan that is not proven by then is shown with how far from proven it is.
const LONGEST_SEARCH: Duration = Duration::from_secs(6);
/// What would be without each step, and why nothing fits, is given up after this.
const LONGEST_WHY: Duration = Duration::from_secs(3);

/// Everything that the pages tell of a way.
pub struct Known {
    /// What it was made for.
    pub wanted: Wanted,
    /// The best way to it; none when nothing is wanted.
    pub proposal: Option<Result<Outcome, PlanFault>>,
    /// What was found out beside it.
    pub beside: Beside,
    /// The plan that was agreed, as it stands.
    pub lived: Option<Lived>,
}

/// An agreed plan, as it stands today.
pub struct Lived {
    /// As it was agreed, and as it stands.
    pub way: Arc<StandingWay>,
    /// Why it cannot go on, and what would do.
    pub why_not: Option<WhyNot>,
    /// What the catalogue has changed since.
    pub changed: Vec<Changed>,
}

type Key = (PersonId, String, Date);
type Slot = Option<(Key, Arc<Known>)>;

/// The last answer. Who asks while it is made waits for it, without keeping others from their pages.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<Slot>>);

/// What is known of the person's way: remembered, or solved now.
pub async fn known(visit: &Visit) -> Result<Arc<Known>, Fault> {
    let key = (visit.person, visit.stamp(), visit.on());
    let mut slot = visit.site.ways().0.clone().lock_owned().await;
    if let Some((own, known)) = slot.as_ref()
        && *own == key
    {
        return Ok(known.clone());
    }
    let asker = visit.clone();
    let solve = move |_: &crate::Site| {
        // The slot is held until the answer is in it, even when who asked has gone away.
        let known = Arc::new(Known::of(&asker));
        *slot = Some((key, known.clone()));
        known
    };
    visit.site.work(solve).await
}

impl Known {
    fn of(visit: &Visit) -> Self {
        let (seen, wanted) = (visit.viewpoint(), Wanted::of(visit.kept()));
        let solve = || within(LONGEST_SEARCH, |limits| plan(&seen, &wanted.aims, &wanted.wishes, limits));
        let proposal = (!wanted.aims.is_empty()).then(solve);
        let mut beside = Beside::default();
        if let Some(Ok(outcome)) = &proposal {
            within(LONGEST_WHY, |limits| match &outcome.result {
                WayResult::Plan(solved) => beside.without = solved.without_each(&outcome.draft, limits),
                WayResult::Nothing(_) => beside.why_not = Some(why_not(&outcome.draft, limits)),
                WayResult::Blocked(_) | WayResult::NotKnown => {}
            });
        }
        let today = proposal.as_ref().and_then(|outcome| outcome.as_ref().ok()).map(|outcome| &outcome.draft);
        let lived = visit.way().map(|way| {
            let why_not = match &way.standing {
                Err(Stuck::NoWay(draft)) => Some(within(LONGEST_WHY, |limits| why_not(draft, limits))),
                _ => None,
            };
            let is_same = way.agreed.draft.aims.iter().map(|own| &own.aim).eq(&wanted.aims);
            let changed =
                today.filter(|_| is_same).map_or_else(Vec::new, |today| changed(&way.agreed, today));
            Lived { way, why_not, changed }
        });
        Self { wanted, proposal, beside, lived }
    }

    /// Whether the agreed plan was made for what is wanted now.
    pub fn is_agreed(&self) -> bool {
        self.lived.as_ref().is_some_and(|lived| {
            let draft = &lived.way.agreed.draft;
            draft.aims.iter().map(|own| &own.aim).eq(&self.wanted.aims) && draft.wishes == self.wanted.wishes
        })
    }
}
