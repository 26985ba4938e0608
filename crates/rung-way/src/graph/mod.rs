//! The career graph: which role comes before which, by whose word, and where a record stands in it.
//!
//! A node is a role. An edge leads from a role to one that names it in `preceded_by`, or that it names in `leads_to`; what
//! two places say of the same two roles is one edge with two [`Word`]s. An edge is *stated* when a source says so at all,
//! else *inferred* by Rung from what the roles ask or do, and the reader is always told which.
//!
//! [`layout`] places it for a picture; [`Paths`](path::Paths) finds the ways between two roles.

pub mod layout;
pub mod path;

use crate::viewpoint::{Standing, Viewpoint};
use rung_catalog::{
    Catalog,
    field::{OrderBasis, Role},
};
use std::collections::{HashMap, VecDeque};

/// Roles and the order between them.
#[derive(Clone, Debug)]
pub struct CareerGraph<'a> {
    /// Every role, in the order of the catalogue; edges name them by index.
    pub roles: Vec<&'a Role>,
    /// The order, by the index of the earlier role and then of the later.
    pub edges: Vec<Edge<'a>>,
}

/// That one role comes before another.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge<'a> {
    /// The earlier role.
    pub from: usize,
    /// The later.
    pub to: usize,
    /// Who says so; at least one.
    pub words: Vec<Word<'a>>,
}

/// One place of the catalogue that says that a role comes before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Whether a source says it.
    pub basis: OrderBasis,
    /// Why, in plain words.
    pub why: Option<&'a str>,
    /// The role whose entry says it: its cites are where it was read.
    pub told_by: usize,
}

impl Edge<'_> {
    /// Stated when any word is.
    pub fn basis(&self) -> OrderBasis {
        let stated = self.words.iter().any(|word| word.basis == OrderBasis::Stated);
        if stated { OrderBasis::Stated } else { OrderBasis::Inferred }
    }
}

/// Where a record stands in the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// How the record shows each role.
    pub standings: Vec<Option<Standing>>,
    /// How many steps away each role is from those that the record shows; none when no way leads there from them.
    pub steps: Vec<Option<usize>>,
}

impl<'a> CareerGraph<'a> {
    /// The graph of a catalogue's roles.
    pub fn of(catalog: &'a Catalog) -> Self {
        let roles: Vec<&Role> = catalog.field().roles.roles.iter().collect();
        let index: HashMap<&str, usize> =
            roles.iter().enumerate().map(|(n, role)| (role.id.as_str(), n)).collect();
        let mut edges: Vec<Edge<'a>> = Vec::new();
        let mut say = |from: &str, to: &str, word: Word<'a>| {
            let (Some(&from), Some(&to)) = (index.get(from), index.get(to)) else { return };
            match edges.iter_mut().find(|edge| (edge.from, edge.to) == (from, to)) {
                Some(edge) => edge.words.push(word),
                None => edges.push(Edge { from, to, words: vec![word] }),
            }
        };
        for (n, role) in roles.iter().enumerate() {
            if let Some(before) = &role.preceded_by {
                let word = Word { basis: before.basis, why: before.why.as_deref(), told_by: n };
                before.roles.iter().for_each(|id| say(id.as_str(), role.id.as_str(), word));
            }
            let word = Word { basis: OrderBasis::Stated, why: None, told_by: n };
            let next = role.leads_to.iter().flat_map(|next| &next.roles);
            next.for_each(|id| say(role.id.as_str(), id.as_str(), word));
        }
        edges.sort_by_key(|edge| (edge.from, edge.to));
        Self { roles, edges }
    }

    /// The place of a role in [`CareerGraph::roles`].
    pub fn index(&self, id: &str) -> Option<usize> {
        self.roles.iter().position(|role| role.id.as_str() == id)
    }

    /// Edges from a role.
    pub fn after(&self, role: usize) -> impl Iterator<Item = &Edge<'a>> {
        self.edges.iter().filter(move |edge| edge.from == role)
    }

    /// Edges to a role.
    pub fn before(&self, role: usize) -> impl Iterator<Item = &Edge<'a>> {
        self.edges.iter().filter(move |edge| edge.to == role)
    }

    /// Of each edge, whether a longer way leads from its first role to its last too. A picture may leave those out, or
    /// draw them faintly: what they say is said by the list beneath.
    pub fn implied(&self) -> Vec<bool> {
        let longer = |edge: &Edge<'a>| {
            let starts: Vec<usize> =
                self.after(edge.from).map(|own| own.to).filter(|to| *to != edge.to).collect();
            self.steps_from(&starts, 0)[edge.to].is_some()
        };
        self.edges.iter().map(longer).collect()
    }

    /// Where a record stands. Without any role that it shows, ways are counted from outside the profession: the roles that
    /// nothing comes before are one step away.
    pub fn place(&self, seen: &Viewpoint<'a>) -> Place {
        let standings: Vec<Option<Standing>> = self.roles.iter().map(|role| seen.standing(role)).collect();
        let mut starts: Vec<usize> = (0..self.roles.len()).filter(|n| standings[*n].is_some()).collect();
        let mut first = 0;
        if starts.is_empty() {
            starts = (0..self.roles.len()).filter(|n| self.before(*n).next().is_none()).collect();
            first = 1;
        }
        Place { standings, steps: self.steps_from(&starts, first) }
    }

    /// How many steps each role is away from the nearest of `starts`, which are `first` steps away themselves.
    pub fn steps_from(&self, starts: &[usize], first: usize) -> Vec<Option<usize>> {
        let mut steps: Vec<Option<usize>> = vec![None; self.roles.len()];
        let mut todo: VecDeque<(usize, usize)> = starts.iter().map(|start| (*start, first)).collect();
        while let Some((role, far)) = todo.pop_front() {
            if steps[role].is_none() {
                steps[role] = Some(far);
                todo.extend(self.after(role).map(|edge| (edge.to, far + 1)));
            }
        }
        steps
    }
}
