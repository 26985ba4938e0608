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
    /// All that is certainly missing, by the quickest way; none where some of it nothing helps.
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

fn prospect<'a>(seen: &Viewpoint<'a>, remedies: &mut Remedies<'_>, role: &'a Role) -> Prospect<'a> {
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
    let groups = gap.groups();
    let missing = groups.iter().filter(|group| group_verdict(group) == Verdict::NotMet);
    let need = Need::all(missing.map(|group| {
        Need::any(
            group.iter().filter_map(|line| found[line.index].as_ref()).map(|remedy| remedy.need.clone()),
        )
    }));
    let unknown = groups.iter().filter(|group| group_verdict(group) == Verdict::Unknown).count();
    Left { effort: remedies.effort(&need), open: unknown + usize::from(gap.asks_nothing_known()) }
}

impl Prospects<'_> {
    /// The prospect of a role.
    pub fn of(&self, role: &str) -> Option<&Prospect<'_>> {
        self.all.iter().find(|prospect| prospect.gap.role.id.as_str() == role)
    }
}
