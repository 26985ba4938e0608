//! The gap to each role with what would close it: remedies, and what is left to do.
//!
//! The remedies of all roles share their steps ([`Prospects::nodes`]): a credential that ten roles ask for is worked out
//! once.

use crate::{
    figure::OwnFigures,
    gap::{Gap, Line, gap, group_verdict},
    remedy::{Effort, Need, Node, Remedies},
    viewpoint::Viewpoint,
};
use rung_catalog::field::Role;
use rung_rules::Verdict;

/// The prospects of several roles.
#[derive(Clone, Debug)]
pub struct Prospects<'a> {
    /// One for each role, in the order of the catalogue where all were asked for.
    pub all: Vec<Prospect<'a>>,
    /// The steps of all remedies, by the index that needs name.
    pub nodes: Vec<Node>,
}

/// What lies between a record and a role, and what would close it.
#[derive(Clone, Debug)]
pub struct Prospect<'a> {
    /// Ask by ask.
    pub gap: Gap<'a>,
    /// What would meet each line of the gap, in their order; none for what is met.
    pub remedies: Vec<Option<Remedy>>,
    /// What is left to do for all that is required and not met.
    pub left: Left,
}

/// What would meet a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    /// The steps, and the alternatives among them.
    pub need: Need,
    /// What the quickest way takes; none where nothing that a technician can do helps.
    pub effort: Option<Effort>,
}

/// What is left to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// What must be done for all that is certainly missing.
    pub need: Need,
    /// What that takes, described asks as well as required ones, by the quickest way; none where nothing helps with
    /// something that is required.
    pub effort: Option<Effort>,
    /// How many things that it asks are unknown; counted apart, and in no effort.
    pub open: usize,
}

/// The prospects of every role.
pub fn prospects<'a>(seen: &Viewpoint<'a>, own: &OwnFigures) -> Prospects<'a> {
    let roles: Vec<&'a Role> = seen.field().roles.roles.iter().collect();
    prospects_of(seen, own, &roles)
}

/// The prospects of some roles.
pub fn prospects_of<'a>(seen: &Viewpoint<'a>, own: &OwnFigures, roles: &[&'a Role]) -> Prospects<'a> {
    let mut remedies = Remedies::new(seen, own);
    let all = roles.iter().map(|role| prospect(seen, &mut remedies, role)).collect();
    Prospects { all, nodes: remedies.into_nodes() }
}

/// The prospect of a role, with steps shared with others of the same remedies.
pub(crate) fn prospect<'a>(
    seen: &Viewpoint<'a>,
    remedies: &mut Remedies<'_>,
    role: &'a Role,
) -> Prospect<'a> {
    let gap = gap(seen, role);
    let found: Vec<Option<Remedy>> = gap.lines.iter().map(|line| remedy(remedies, role, line)).collect();
    let left = left(remedies, &gap, &found);
    Prospect { gap, remedies: found, left }
}

fn remedy(remedies: &mut Remedies<'_>, role: &Role, line: &Line<'_>) -> Option<Remedy> {
    if line.verdict == Verdict::Met {
        return None;
    }
    let need = remedies.ask(role, &line.ask);
    let effort = remedies.effort(&need);
    Some(Remedy { need, effort })
}

fn left(remedies: &Remedies<'_>, gap: &Gap<'_>, found: &[Option<Remedy>]) -> Left {
    let mut open = usize::from(gap.asks_nothing_known());
    let mut missing = Vec::new();
    for group in gap.groups() {
        let need =
            || Need::any(group.iter().filter_map(|line| Some(found[line.index].as_ref()?.need.clone())));
        match group_verdict(&group) {
            Verdict::Met => {}
            Verdict::Unknown => open += 1,
            // Nobody says that it is a must, and nothing helps: it refuses nobody.
            Verdict::NotMet if gap.is_only_described(&group) && remedies.effort(&need()).is_none() => {
                open += 1
            }
            Verdict::NotMet => missing.push(need()),
        }
    }
    let need = Need::all(missing);
    Left { effort: remedies.effort(&need), need, open }
}

impl Prospects<'_> {
    /// The prospect of a role.
    pub fn of(&self, role: &str) -> Option<&Prospect<'_>> {
        self.all.iter().find(|prospect| prospect.gap.role.id.as_str() == role)
    }
}
