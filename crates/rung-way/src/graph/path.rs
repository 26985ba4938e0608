//! The ways between two roles.
//!
//! Every simple way is looked at (there are few: the graph has no circles but what an overlay brings), so that what a way
//! asks can be weighed as a whole: a credential that two of its roles ask is paid for once. Above [`MOST_WAYS`] the search
//! stops and says so.

use super::CareerGraph;

/// More ways than this are not looked at.
pub const MOST_WAYS: usize = 10_000;

/// The ways between two roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// Each as the indices of its roles, both ends within; fewest roles first, then in the order of the catalogue.
    pub all: Vec<Vec<usize>>,
    /// Whether the search stopped early.
    pub is_cut: bool,
}

impl CareerGraph<'_> {
    /// Every way from one role to another that meets no role twice; a single role when they are the same.
    pub fn paths(&self, from: usize, to: usize) -> Paths {
        let leads_there = self.leading_to_any(&[to]);
        let mut found = Paths { all: Vec::new(), is_cut: false };
        let mut todo = vec![vec![from]];
        while let Some(way) = todo.pop() {
            let last = way[way.len() - 1];
            if last == to {
                found.all.push(way);
                if found.all.len() >= MOST_WAYS {
                    found.is_cut = true;
                    break;
                }
                continue;
            }
            for next in self.after(last).map(|edge| edge.to) {
                if leads_there[next] && !way.contains(&next) {
                    todo.push([way.as_slice(), &[next]].concat());
                }
            }
        }
        found.all.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
        found
    }

    /// From which roles one of these can be reached.
    pub fn leading_to_any(&self, roles: &[usize]) -> Vec<bool> {
        let mut leads = vec![false; self.roles.len()];
        let mut todo = roles.to_vec();
        while let Some(role) = todo.pop() {
            if !std::mem::replace(&mut leads[role], true) {
                todo.extend(self.before(role).map(|edge| edge.from));
            }
        }
        leads
    }
}
