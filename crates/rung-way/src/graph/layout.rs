//! Places for a graph in layers, for a picture that is drawn elsewhere. Integers only, and always the same.
//!
//! In the manner of Sugiyama, Tagawa and Toda (1981), in four passes:
//! 1. edges that would close a circle are turned round, and each node's column is the length of the longest way to it;
//! 2. an edge over several columns gets a bend in each of them;
//! 3. the order within the columns is improved from several first orders, by moving nodes to the mean of their neighbours
//!    (forward, backward, forward …) and by exchanging neighbours where that saves crossings; the best order seen is kept;
//! 4. each node is drawn to the mean of its neighbours as far as its own column lets it: the exact least-squares answer
//!    in whole units (pool adjacent violators), a few times to and fro.

/// Units along a column that a node and a bend take up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spacing {
    /// From the middle of a node to the middle of the next.
    pub node: i64,
    /// The same where one of the two is a bend.
    pub bend: i64,
}

/// Where everything is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Where each node is, in the order in which they were given.
    pub nodes: Vec<Spot>,
    /// The way of each edge, in the order in which they were given: from its first node over its bends to its last.
    pub routes: Vec<Vec<Spot>>,
    /// How many columns there are.
    pub columns: usize,
    /// The largest place along a column.
    pub length: i64,
    /// How many pairs of edges cross.
    pub crossings: usize,
}

/// A place: a column, and how far along it, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// From 0, the earliest.
    pub column: usize,
    /// In units of [`Spacing`], to the middle.
    pub along: i64,
}

/// How many first orders are improved, and how often each.
const SWEEPS: usize = 12;

/// Places `count` nodes with these edges. `groups` keeps together what is alike: nodes of one group stand beside each
/// other at first, and stay so where nothing is gained by moving them.
///
/// Edges of a node to itself, and such as name no node, are left without a route.
pub fn layout(count: usize, edges: &[(usize, usize)], groups: &[usize], spacing: Spacing) -> Layout {
    let mut net = Net::new(count, edges);
    let columns = net.columns();
    let best = net.best_order(groups);
    net.order = best.1;
    let along = net.place(spacing);
    let spot = |vertex: usize| Spot { column: net.column[vertex], along: along[vertex] };
    Layout {
        nodes: (0..count).map(spot).collect(),
        routes: net.routes.iter().map(|route| route.iter().map(|vertex| spot(*vertex)).collect()).collect(),
        columns,
        length: along.iter().copied().max().unwrap_or(0),
        crossings: best.0,
    }
}

/// The graph with bends: every link leads from one column to the next.
struct Net {
    count: usize,
    /// Of each vertex; nodes first, then bends.
    column: Vec<usize>,
    before: Vec<Vec<usize>>,
    after: Vec<Vec<usize>>,
    routes: Vec<Vec<usize>>,
    /// Of each column, its vertices in order.
    order: Vec<Vec<usize>>,
}

impl Net {
    fn new(count: usize, edges: &[(usize, usize)]) -> Self {
        let forward = without_circles(count, edges);
        let column = longest_ways(count, &forward);
        let mut net = Self {
            count,
            before: vec![Vec::new(); count],
            after: vec![Vec::new(); count],
            routes: Vec::new(),
            order: Vec::new(),
            column,
        };
        for ((from, to), turned) in forward {
            let mut route = net.chain(from, to);
            if turned {
                route.reverse();
            }
            net.routes.push(route);
        }
        net
    }

    /// Links two nodes over the columns between them.
    fn chain(&mut self, from: usize, to: usize) -> Vec<usize> {
        if from == to || from >= self.count || to >= self.count {
            return Vec::new();
        }
        let mut route = vec![from];
        for column in self.column[from] + 1..self.column[to] {
            let bend = self.column.len();
            self.column.push(column);
            self.before.push(Vec::new());
            self.after.push(Vec::new());
            route.push(bend);
        }
        route.push(to);
        for link in route.windows(2) {
            self.after[link[0]].push(link[1]);
            self.before[link[1]].push(link[0]);
        }
        route
    }

    fn columns(&self) -> usize {
        self.column.iter().max().map_or(0, |last| last + 1)
    }

    /// The fewest crossings that were found, and the order that has them.
    fn best_order(&mut self, groups: &[usize]) -> (usize, Vec<Vec<usize>>) {
        let mut best: Option<(usize, Vec<Vec<usize>>)> = None;
        for first in self.first_orders(groups) {
            self.order = first;
            for sweep in 0..SWEEPS {
                self.sweep(sweep % 2 == 0);
                self.exchange();
                let crossings = self.crossings();
                if best.as_ref().is_none_or(|(fewest, _)| crossings < *fewest) {
                    best = Some((crossings, self.order.clone()));
                }
            }
        }
        best.unwrap_or_default()
    }

    /// By group; as given; the other way round; and by the walk from the first nodes.
    fn first_orders(&self, groups: &[usize]) -> Vec<Vec<Vec<usize>>> {
        let group = |vertex: &usize| groups.get(*vertex).copied().unwrap_or(usize::MAX);
        let owner = self.owners();
        let by = |key: &dyn Fn(usize) -> (usize, usize)| {
            let mut order = vec![Vec::new(); self.columns()];
            let mut all: Vec<usize> = (0..self.column.len()).collect();
            all.sort_by_key(|vertex| (key(*vertex), *vertex));
            all.into_iter().for_each(|vertex| order[self.column[vertex]].push(vertex));
            order
        };
        let walk = self.walk();
        vec![
            by(&|vertex| (group(&owner[vertex]), owner[vertex])),
            by(&|vertex| (0, vertex)),
            by(&|vertex| (0, usize::MAX - vertex)),
            by(&|vertex| (0, walk[vertex])),
        ]
    }

    /// Of each vertex, the node that it belongs to: a bend's is the node that its edge leads to.
    fn owners(&self) -> Vec<usize> {
        let mut owner: Vec<usize> = (0..self.column.len()).collect();
        for route in &self.routes {
            let last =
                route.iter().copied().filter(|vertex| *vertex < self.count).max_by_key(|n| self.column[*n]);
            let bends = route.iter().filter(|vertex| **vertex >= self.count);
            bends.for_each(|bend| owner[*bend] = last.unwrap_or(*bend));
        }
        owner
    }

    /// The place of each vertex in a walk that goes deep first.
    fn walk(&self) -> Vec<usize> {
        let mut place = vec![usize::MAX; self.column.len()];
        let mut next = 0;
        for root in (0..self.column.len()).filter(|vertex| self.before[*vertex].is_empty()) {
            let mut todo = vec![root];
            while let Some(vertex) = todo.pop() {
                if place[vertex] == usize::MAX {
                    place[vertex] = next;
                    next += 1;
                    todo.extend(self.after[vertex].iter().rev());
                }
            }
        }
        place
    }

    /// Orders each column by the mean place of the neighbours in the column before it (or after it).
    fn sweep(&mut self, forward: bool) {
        let columns: Vec<usize> = if forward {
            (1..self.order.len()).collect()
        } else {
            (0..self.order.len().saturating_sub(1)).rev().collect()
        };
        for column in columns {
            let place = self.places(if forward { column - 1 } else { column + 1 });
            let neighbours = if forward { &self.before } else { &self.after };
            let mean = |vertex: usize, own: usize| -> (u64, u64) {
                let near = &neighbours[vertex];
                let sum: usize = near.iter().map(|other| place[*other]).sum();
                if near.is_empty() { (own as u64, 1) } else { (sum as u64, near.len() as u64) }
            };
            let mut keyed: Vec<((u64, u64), usize)> = (self.order[column].iter().enumerate())
                .map(|(own, vertex)| (mean(*vertex, own), *vertex))
                .collect();
            // Fractions are compared exactly; where they are the same, the order stays.
            keyed.sort_by(|(a, _), (b, _)| (a.0 * b.1).cmp(&(b.0 * a.1)));
            self.order[column] = keyed.into_iter().map(|(_, vertex)| vertex).collect();
        }
    }

    /// Exchanges neighbours while that saves crossings.
    fn exchange(&mut self) {
        for column in 0..self.order.len() {
            let earlier = column.checked_sub(1).map(|column| self.places(column));
            let later = (column + 1 < self.order.len()).then(|| self.places(column + 1));
            let mut changed = true;
            while changed {
                changed = false;
                for n in 1..self.order[column].len() {
                    let (a, b) = (self.order[column][n - 1], self.order[column][n]);
                    let cost = |first: usize, second: usize| {
                        let side = |places: &Option<Vec<usize>>, near: &[Vec<usize>]| {
                            places.as_ref().map_or(0, |place| inversions(&near[first], &near[second], place))
                        };
                        side(&earlier, &self.before) + side(&later, &self.after)
                    };
                    if cost(b, a) < cost(a, b) {
                        self.order[column].swap(n - 1, n);
                        changed = true;
                    }
                }
            }
        }
    }

    /// The place of each vertex of a column within it.
    fn places(&self, column: usize) -> Vec<usize> {
        let mut place = vec![0; self.column.len()];
        self.order[column].iter().enumerate().for_each(|(n, vertex)| place[*vertex] = n);
        place
    }

    fn crossings(&self) -> usize {
        let pairs = |column: usize| {
            let place = self.places(column + 1);
            let own = &self.order[column];
            let mut sum = 0;
            for (n, first) in own.iter().enumerate() {
                sum += own[n + 1..]
                    .iter()
                    .map(|second| inversions(&self.after[*first], &self.after[*second], &place))
                    .sum::<usize>();
            }
            sum
        };
        (0..self.order.len().saturating_sub(1)).map(pairs).sum()
    }

    /// How far along its column each vertex is.
    fn place(&self, spacing: Spacing) -> Vec<i64> {
        let mut along = vec![0; self.column.len()];
        for column in 0..self.order.len() {
            self.settle(column, spacing, &mut along, |_, _| None);
        }
        let centre = along.iter().copied().max().unwrap_or(0) / 2;
        for round in 0..8 {
            let forward = round % 2 == 0;
            let columns: Vec<usize> =
                if forward { (0..self.order.len()).collect() } else { (0..self.order.len()).rev().collect() };
            for column in columns {
                self.settle(column, spacing, &mut along, |vertex, along| {
                    let near = if round < 6 {
                        if forward { self.before[vertex].clone() } else { self.after[vertex].clone() }
                    } else {
                        [self.before[vertex].as_slice(), self.after[vertex].as_slice()].concat()
                    };
                    let sum: i64 = near.iter().map(|other| along[*other]).sum();
                    i64::try_from(near.len())
                        .ok()
                        .filter(|count| *count > 0)
                        .map_or(Some(if round == 0 { centre } else { along[vertex] }), |count| {
                            Some(sum.div_euclid(count))
                        })
                });
            }
        }
        let least = along.iter().copied().min().unwrap_or(0);
        along.iter_mut().for_each(|place| *place -= least);
        along
    }

    /// Draws the vertices of a column to where they want to be (none: as near the top as they go), in their order and
    /// with room between them, so that the squares of what is missing are least.
    fn settle(
        &self,
        column: usize,
        spacing: Spacing,
        along: &mut [i64],
        wants: impl Fn(usize, &[i64]) -> Option<i64>,
    ) {
        let own = &self.order[column];
        let offsets = self.offsets(own, spacing);
        // Less their offsets, the places must only not fall: blocks of the same place, by sum and count.
        let mut blocks: Vec<(i64, i64)> = Vec::new();
        for (vertex, offset) in own.iter().zip(&offsets) {
            let mut block = (wants(*vertex, along).unwrap_or(*offset) - offset, 1);
            while let Some(last) = blocks.last().copied().filter(|last| last.0 * block.1 >= block.0 * last.1)
            {
                blocks.pop();
                block = (block.0 + last.0, block.1 + last.1);
            }
            blocks.push(block);
        }
        let mut placed = own.iter().zip(&offsets);
        for (sum, count) in blocks {
            for (vertex, offset) in placed.by_ref().take(usize::try_from(count).unwrap_or(0)) {
                along[*vertex] = sum.div_euclid(count) + offset;
            }
        }
    }

    /// How far behind the first each vertex of a column stands at least: bends close to all, nodes apart from nodes.
    fn offsets(&self, own: &[usize], spacing: Spacing) -> Vec<i64> {
        let mut offsets: Vec<i64> = Vec::with_capacity(own.len());
        let mut next_node = 0;
        for vertex in own {
            let behind = offsets.last().map_or(0, |last| last + spacing.bend);
            if *vertex < self.count {
                let node = behind.max(next_node);
                next_node = node + spacing.node;
                offsets.push(node);
            } else {
                offsets.push(behind);
            }
        }
        offsets
    }
}

/// How many links of the two cross when the first stands before the second.
fn inversions(first: &[usize], second: &[usize], place: &[usize]) -> usize {
    first.iter().map(|a| second.iter().filter(|b| place[**b] < place[*a]).count()).sum()
}

/// The edges, each turned round (and marked) where it would close a circle.
fn without_circles(count: usize, edges: &[(usize, usize)]) -> Vec<((usize, usize), bool)> {
    let mut after: Vec<Vec<usize>> = vec![Vec::new(); count];
    let leads_back = |after: &[Vec<usize>], from: usize, to: usize| {
        let (mut todo, mut met) = (vec![to], vec![false; count]);
        while let Some(node) = todo.pop() {
            if node == from {
                return true;
            }
            if !std::mem::replace(&mut met[node], true) {
                todo.extend(&after[node]);
            }
        }
        false
    };
    let mut forward = Vec::new();
    for (from, to) in edges.iter().copied() {
        let known = from < count && to < count && from != to;
        let turned = known && leads_back(&after, from, to);
        let (from, to) = if turned { (to, from) } else { (from, to) };
        if known {
            after[from].push(to);
        }
        forward.push(((from, to), turned));
    }
    forward
}

/// The length of the longest way to each node.
fn longest_ways(count: usize, edges: &[((usize, usize), bool)]) -> Vec<usize> {
    let mut column = vec![0; count];
    // There is no circle, so no way is longer than there are nodes.
    for _ in 0..count {
        let mut changed = false;
        for ((from, to), _) in
            edges.iter().copied().filter(|((from, to), _)| from != to && *from.max(to) < count)
        {
            if column[to] <= column[from] {
                column[to] = column[from] + 1;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    column
}
