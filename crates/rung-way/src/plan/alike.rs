//! Options that are alike: of eleven certificates, seven may take the same hours, weeks and dollars. To try them all in
//! every order would only find the same plan again, so of those that are alike as many stay as could be taken, and the plan
//! tells that the others would do as well.

use crate::{
    remedy::{Need, Node},
    steps::Deed,
};
use std::collections::{BTreeMap, BTreeSet};

/// For each step that stays, those that would do as well.
pub type AsGood = BTreeMap<usize, Vec<usize>>;

/// What was merged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alike {
    /// For each step that stays, those that would do as well.
    pub as_good: AsGood,
    /// Steps that are alike and stay, in an order: taking a later one first would only be the same plan by other names.
    pub rows: Vec<Vec<usize>>,
}

/// Takes away options that others stand in for. `roots` are the needs of the aims.
pub fn merge(nodes: &mut [Node], roots: &mut [Need], can: &[bool]) -> Alike {
    let mut found = Alike::default();
    // Inner choices first: two paths of one certificate, then the certificate among others.
    for round in 0..3 {
        let whole = Whole { nodes: nodes.to_vec(), roots: roots.to_vec(), can };
        let before = found.clone();
        found.rows.clear();
        for node in nodes.iter_mut() {
            node.needs = whole.merged(&node.needs, &mut found);
        }
        for root in roots.iter_mut() {
            *root = whole.merged(root, &mut found);
        }
        if found == before && round > 0 {
            break;
        }
    }
    found
}

struct Whole<'c> {
    nodes: Vec<Node>,
    roots: Vec<Need>,
    can: &'c [bool],
}

impl Whole<'_> {
    fn merged(&self, need: &Need, found: &mut Alike) -> Need {
        match need {
            Need::Any(parts) => {
                let parts: Vec<Need> = parts.iter().map(|part| self.merged(part, found)).collect();
                Need::any(self.distinct(parts, 1, found))
            }
            Need::Some { count, of: parts } => {
                Need::Some { count: *count, of: self.distinct(parts.clone(), *count, found) }
            }
            Need::All(parts) => Need::All(parts.iter().map(|part| self.merged(part, found)).collect()),
            Need::For { reason, need } => {
                Need::For { reason: reason.clone(), need: Box::new(self.merged(need, found)) }
            }
            other => other.clone(),
        }
    }

    /// The options without those that `count` others stand in for.
    fn distinct(&self, parts: Vec<Need>, count: usize, found: &mut Alike) -> Vec<Need> {
        let mut kept: Vec<(String, Vec<usize>)> = Vec::new();
        let mut left = Vec::new();
        for part in parts {
            let Need::Step(n) = part else {
                left.push(part);
                continue;
            };
            if !self.can.get(n).copied().unwrap_or(false) {
                left.push(part);
                continue;
            }
            let own = self.exclusive(n);
            if !own.contains(&n) {
                left.push(part);
                continue;
            }
            let sign = self.sign(&Need::Step(n), &own);
            match kept.iter_mut().find(|(known, _)| *known == sign) {
                Some((_, same)) if same.contains(&n) => left.push(part),
                Some((_, same)) if same.len() >= count => {
                    let stays = same.clone();
                    for stay in stays {
                        let others = found.as_good.entry(stay).or_default();
                        if !others.contains(&n) {
                            others.push(n);
                        }
                    }
                }
                Some((_, same)) => {
                    same.push(n);
                    left.push(part);
                }
                None => {
                    kept.push((sign, vec![n]));
                    left.push(part);
                }
            }
        }
        let rows = kept.into_iter().map(|(_, row)| row).filter(|row| row.len() > 1);
        for row in rows {
            // Lists that are chosen from twice are ordered once, as far as they go.
            let known = found.rows.iter_mut().find(|known| known.starts_with(&row) || row.starts_with(known));
            match known {
                Some(known) if known.len() < row.len() => *known = row,
                Some(_) => {}
                None => found.rows.push(row),
            }
        }
        left
    }

    /// Steps that nothing but this option leads to, itself among them; not itself when something else wants it too.
    fn exclusive(&self, option: usize) -> BTreeSet<usize> {
        let within = self.reach([option], None);
        // Who names the option itself: one list that it is in, however many places use that list.
        let elsewhere = self.reach(self.roots.iter().flat_map(Need::steps), Some(option));
        let named_alone = |need: &Need| matches!(need, Need::Step(n) if *n == option);
        let is_wanted = self.roots.iter().any(|root| self.demands(root, &named_alone))
            || self
                .nodes
                .iter()
                .enumerate()
                .any(|(n, node)| n != option && self.demands(&node.needs, &named_alone));
        let mut own: BTreeSet<usize> = within.difference(&elsewhere).copied().collect();
        own.insert(option);
        if is_wanted {
            own.remove(&option);
        }
        own
    }

    /// Whether a need demands what is named outside of any choice.
    fn demands(&self, need: &Need, is_named: &impl Fn(&Need) -> bool) -> bool {
        match need {
            Need::All(parts) => parts.iter().any(|part| self.demands(part, is_named)),
            Need::For { need, .. } => self.demands(need, is_named),
            other => is_named(other),
        }
    }

    fn reach(&self, from: impl IntoIterator<Item = usize>, without: Option<usize>) -> BTreeSet<usize> {
        let mut seen = BTreeSet::new();
        let mut open: Vec<usize> = from.into_iter().collect();
        while let Some(n) = open.pop() {
            if Some(n) != without && seen.insert(n) {
                open.extend(self.nodes[n].needs.steps());
            }
        }
        seen
    }

    /// What a need comes to, in numbers; steps that are not the option's own by their index.
    fn sign(&self, need: &Need, own: &BTreeSet<usize>) -> String {
        self.sign_within(need, own, &mut Vec::new())
    }

    fn sign_within(&self, need: &Need, own: &BTreeSet<usize>, on_the_way: &mut Vec<usize>) -> String {
        let many = |parts: &[Need], on_the_way: &mut Vec<usize>| {
            let mut all: Vec<String> = (parts.iter())
                .filter(|part| super::draft::can_be_met(part, self.can))
                .map(|part| self.sign_within(part, own, on_the_way))
                .filter(|part| part != "-")
                .collect();
            all.sort();
            all.join(",")
        };
        match need {
            Need::Nothing => "-".to_owned(),
            Need::Suppose(supposition) => format!("{:?}", supposition.supposed),
            Need::Never(_) => "x".to_owned(),
            Need::For { need, .. } => self.sign_within(need, own, on_the_way),
            Need::All(parts) => format!("all({})", many(parts, on_the_way)),
            Need::Any(parts) => format!("any({})", many(parts, on_the_way)),
            Need::Some { count, of } => format!("{count} of({})", many(of, on_the_way)),
            Need::Step(n) if !own.contains(n) || on_the_way.contains(n) => format!("#{n}"),
            Need::Step(n) => {
                on_the_way.push(*n);
                let node = &self.nodes[*n];
                let needs = self.sign_within(&node.needs, own, on_the_way);
                on_the_way.pop();
                let step = &node.step;
                format!(
                    "[{} {} {} {} {:?} {:?} {:?} {needs}]",
                    sort_of(&step.deed),
                    step.hours.value,
                    step.weeks.value,
                    step.cost(),
                    step.from,
                    step.until,
                    step.authorized_days
                )
            }
        }
    }
}

/// What kind of step it is, as far as a plan treats kinds differently.
fn sort_of(deed: &Deed) -> &'static str {
    match deed {
        Deed::Exam { .. } => "exam",
        Deed::Study { .. } | Deed::Program { .. } | Deed::School { .. } | Deed::Action { .. } => "pace",
        _ => "step",
    }
}
