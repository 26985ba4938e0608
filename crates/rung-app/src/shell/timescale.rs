//! Days to places on a picture whose width is not known: in parts of it.

use jiff::Unit;
use rung_record::{Date, Period};
use std::fmt;

/// A part of the picture's width in hundredths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub i64);

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}%", self.0 / 100, self.0 % 100)
    }
}

impl Share {
    /// Which part of a text stands at this place, so that the picture holds all of it: an SVG's `text-anchor`.
    pub fn anchor(self) -> &'static str {
        match self.0 {
            ..1_500 => "start",
            8_500.. => "end",
            _ => "middle",
        }
    }
}

/// The days that a picture shows, from its left edge to its right.
#[derive(Clone, Copy, Debug)]
pub struct TimeScale(pub Period);

impl TimeScale {
    /// Where a day begins; one that is not shown is at the edge.
    pub fn at(self, day: Date) -> Share {
        let all = days_between(self.0.from, self.0.end).max(1);
        Share((days_between(self.0.from, day) * 10_000 / all).clamp(0, 10_000))
    }

    /// How far it is from one day to another.
    pub fn width(self, from: Date, to: Date) -> Share {
        Share((self.at(to).0 - self.at(from).0).max(0))
    }
}

/// How many days it is from one to another; fewer than none when that is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until((Unit::Day, to)).map_or(0, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_lie_where_they_are_in_time_and_at_the_edge_when_outside() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let scale = TimeScale(Period::inclusive(day("2026-01-01"), day("2026-12-31")));
        let at = |text| scale.at(day(text)).to_string();
        assert_eq!(
            [at("2025-06-01"), at("2026-01-01"), at("2026-07-02"), at("2027-06-01")],
            ["0.00%", "0.00%", "49.86%", "100.00%"]
        );
        assert_eq!(scale.width(day("2026-07-02"), day("2026-01-01")), Share(0));
        assert_eq!([0, 5_000, 9_000].map(|n| Share(n).anchor()), ["start", "middle", "end"]);
    }
}
