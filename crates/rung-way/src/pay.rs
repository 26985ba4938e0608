//! What is known of a role's pay, made comparable: a year, in whole cents, with what it measures.

use crate::viewpoint::Viewpoint;
use rung_catalog::field::{NationalWages, PayBasis, Role, RolePay};
use rung_record::Usd;

/// Hours in a year of full-time work, as the Bureau of Labor Statistics counts them.
pub const HOURS_A_YEAR: u64 = 2_080;

/// A year's pay, by a source that speaks of the role itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pay<'a> {
    /// A year.
    pub annual: Usd,
    /// How it follows from what the source tells.
    pub figure: PayFigure,
    /// What the source tells: whose pay, which month, where it was read.
    pub told: &'a RolePay,
}

/// How a year's pay follows from what a source tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayFigure {
    /// Half earn less.
    Median,
    /// Half earn less an hour, times [`HOURS_A_YEAR`].
    HourlyMedian,
    /// The middle of a range.
    MiddleOfRange,
}

impl<'a> Pay<'a> {
    /// A role's pay; none where no source tells a figure. What a nearby occupation pays is never it.
    pub fn of(role: &'a Role) -> Option<Self> {
        let told = role.pay.as_ref()?;
        let range = told.annual_low.zip(told.annual_high);
        let (annual, figure) = if let Some(median) = told.annual_median {
            (median, PayFigure::Median)
        } else if let Some(hourly) = told.hourly_median {
            (Usd::from_cents(hourly.in_cents().saturating_mul(HOURS_A_YEAR)), PayFigure::HourlyMedian)
        } else {
            let (low, high) = range?;
            (Usd::from_cents(low.in_cents().midpoint(high.in_cents())), PayFigure::MiddleOfRange)
        };
        Some(Self { annual, figure, told })
    }

    /// Whether government statistics tell it.
    pub fn is_official(&self) -> bool {
        self.told.basis == PayBasis::Official
    }
}

/// The pay that others are measured against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BasePay<'a> {
    /// Of a role that the technician is in.
    Role(&'a Role, Pay<'a>),
    /// Of all technicians of the nation.
    AllTechnicians(&'a NationalWages),
}

impl<'a> BasePay<'a> {
    /// The best known pay of the roles that the record shows now, else the median of all technicians.
    pub fn of(seen: &Viewpoint<'a>) -> Option<Self> {
        let now = seen.standings().into_iter().filter(|(_, standing)| standing.is_now());
        let best = now.filter_map(|(role, _)| Some((role, Pay::of(role)?))).max_by_key(|(_, pay)| pay.annual);
        match best {
            Some((role, pay)) => Some(Self::Role(role, pay)),
            None => seen.field().wages.newest_national().map(Self::AllTechnicians),
        }
    }

    /// A year.
    pub fn annual(&self) -> Usd {
        match self {
            Self::Role(_, pay) => pay.annual,
            Self::AllTechnicians(nation) => nation.annual.median,
        }
    }
}
