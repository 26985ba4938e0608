//! Whole numbers between bounds, and what can be said of them.

/// "This number is at least `k`", or its opposite "at most `k − 1`", as a place in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Lit(pub(crate) u32);

impl Lit {
    /// Always true.
    pub(crate) const TRUE: Lit = Lit(0);
    /// Never true.
    pub(crate) const FALSE: Lit = Lit(1);

    pub(crate) fn is_at_most(self) -> bool {
        self.0 & 1 == 1
    }

    pub(crate) fn row(self) -> usize {
        (self.0 >> 1) as usize
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

impl std::ops::Not for Lit {
    type Output = Lit;
    fn not(self) -> Lit {
        Lit(self.0 ^ 1)
    }
}

/// A number.
pub(crate) type Var = usize;

/// All literals of all numbers. Number 0 is the constant 1 and gives the literal that is always true.
pub(crate) struct Literals {
    pub(crate) least: Vec<i32>,
    pub(crate) most: Vec<i32>,
    first_row: Vec<u32>,
    var_of: Vec<u32>,
    bound_of: Vec<i32>,
}

impl Literals {
    pub(crate) fn new() -> Self {
        let mut all =
            Literals { least: vec![], most: vec![], first_row: vec![], var_of: vec![], bound_of: vec![] };
        all.add(0, 1);
        all
    }

    pub(crate) fn add(&mut self, least: i32, most: i32) -> Var {
        let var = self.least.len();
        self.least.push(least);
        self.most.push(most);
        self.first_row.push(self.var_of.len() as u32);
        for bound in least + 1..=most {
            self.var_of.push(var as u32);
            self.bound_of.push(bound);
        }
        var
    }

    pub(crate) fn rows(&self) -> usize {
        self.var_of.len()
    }

    /// `var ≥ k`
    pub(crate) fn ge(&self, var: Var, k: i32) -> Lit {
        if k <= self.least[var] {
            Lit::TRUE
        } else if k > self.most[var] {
            Lit::FALSE
        } else {
            Lit((self.first_row[var] + (k - self.least[var] - 1) as u32) << 1)
        }
    }

    /// `var ≤ k`
    pub(crate) fn le(&self, var: Var, k: i32) -> Lit {
        !self.ge(var, k + 1)
    }

    pub(crate) fn var(&self, lit: Lit) -> Var {
        self.var_of[lit.row()] as Var
    }

    /// The bound as written: `k` of `≥ k` or of `≤ k`.
    pub(crate) fn bound(&self, lit: Lit) -> i32 {
        self.bound_of[lit.row()] - i32::from(lit.is_at_most())
    }
}
