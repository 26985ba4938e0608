//! What is wanted and allowed, as options; and the same options changed for a second plan.

use crate::{failure::Failure, output::english};
use clap::{Args, Command, FromArgMatches};
use jiff::civil::Date;
use rung_record::{Hours, Usd, parse_date};
use rung_way::{
    Viewpoint,
    figure::{Own, OwnFigures},
    goals::{Aim, Goal, HoldOff, Season, Wish, Wishes},
    words::plan as say,
};

/// Goals and wishes.
#[derive(Args, Clone, Debug)]
pub struct WishArgs {
    /// A goal; may be given several times
    #[arg(long, value_name = "GOAL", required = true)]
    to: Vec<String>,
    /// Reach every goal by this day
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    by: Option<Date>,
    /// Give it no more than this in a week
    #[arg(long, value_name = "HOURS", value_parser = hours)]
    hours_per_week: Option<Hours>,
    /// Other hours in some stretch: 06-01..08-31=2 every year, or with years once; may be given several times
    #[arg(long, value_name = "DAYS=HOURS", value_parser = season)]
    season: Vec<Season>,
    /// Spend no more than this in all
    #[arg(long, value_name = "USD", value_parser = dollars)]
    budget: Option<Usd>,
    /// No exams, or nothing at all, in some stretch: exams:12-01..12-31; may be given several times
    #[arg(long, value_name = "DAYS", value_parser = |text: &str| text.parse::<HoldOff>())]
    hold_off: Vec<HoldOff>,
    /// Take this provider, setting or path where there is a choice; may be given several times
    #[arg(long, value_name = "WORD")]
    prefer: Vec<String>,
    /// Do without this provider, setting or path; may be given several times
    #[arg(long, value_name = "WORD")]
    avoid: Vec<String>,
    /// What matters, most important first: arrival, cost, hours, late-start, smooth
    #[arg(long, value_name = "WISHES", value_delimiter = ',', value_parser = |text: &str| text.parse::<Wish>())]
    first: Vec<Wish>,
    /// Look no further than this day
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    through: Option<Date>,
    /// Your own figure instead of an assumption: study:ptcb-cpht=60h, application:tx=3w, program:billing=$250
    #[arg(long, value_name = "KEY=VALUE", value_parser = own_figure)]
    assume: Vec<(String, Own)>,
}

fn hours(text: &str) -> Result<Hours, String> {
    text.parse().map_err(|error: rung_record::HoursError| error.to_string())
}

fn dollars(text: &str) -> Result<Usd, String> {
    text.parse().map_err(|error: rung_record::UsdError| error.to_string())
}

fn season(text: &str) -> Result<Season, String> {
    let (days, amount) = text.split_once('=').ok_or("write the days and the hours, as in 06-01..08-31=2")?;
    Ok(Season { days: days.parse()?, hours_per_week: hours(amount)? })
}

fn own_figure(text: &str) -> Result<(String, Own), String> {
    let (key, value) =
        text.split_once('=').ok_or("write the key and the value, as in study:ptcb-cpht=60h")?;
    let own = match (value.strip_suffix('h'), value.strip_suffix('w'), value.strip_prefix('$')) {
        (Some(amount), _, _) => Own { hours: Some(hours(amount)?), ..Own::default() },
        (_, Some(weeks), _) => {
            let weeks = weeks.parse().map_err(|_| format!("\"{weeks}\" is not a number of weeks"))?;
            Own { weeks: Some(weeks), ..Own::default() }
        }
        (_, _, Some(amount)) => Own { usd: Some(dollars(amount)?), ..Own::default() },
        _ => return Err(format!("\"{value}\" needs a unit: 60h, 3w or $250")),
    };
    Ok((key.to_owned(), own))
}

impl WishArgs {
    /// The goals.
    ///
    /// # Errors
    /// The catalogue has no such goal.
    pub fn aims(&self, seen: &Viewpoint<'_>) -> Result<Vec<Aim>, Failure> {
        let aim = |text: &String| {
            let goal = Goal::parse(text, seen).map_err(|unknown| {
                let mut lines = say::no_goal(english(), &unknown).into_iter();
                let failure = Failure::usage(lines.next().unwrap_or_default());
                lines.next().into_iter().fold(failure, Failure::hint)
            })?;
            Ok(Aim { goal, by: self.by })
        };
        self.to.iter().map(aim).collect()
    }

    /// The wishes.
    pub fn wishes(&self) -> Wishes {
        let mut figures = OwnFigures::new();
        for (key, own) in &self.assume {
            let known = figures.entry(key.clone()).or_default();
            known.hours = own.hours.or(known.hours);
            known.weeks = own.weeks.or(known.weeks);
            known.usd = own.usd.or(known.usd);
        }
        Wishes {
            hours_per_week: self.hours_per_week,
            seasons: self.season.clone(),
            budget: self.budget,
            hold_offs: self.hold_off.clone(),
            prefer: self.prefer.clone(),
            avoid: self.avoid.clone(),
            first: self.first.clone(),
            through: self.through,
            figures,
        }
    }

    /// The same with changes: `budget=500` for `--budget 500`, `budget=none` for no budget.
    ///
    /// # Errors
    /// There is no such wish, or it cannot be so.
    pub fn with(&self, changes: &[String]) -> Result<Self, Failure> {
        let mut changed = self.clone();
        let mut options = Vec::new();
        for change in changes {
            let fault = |why: &str| Failure::usage(format!("--what-if {change}: {why}"));
            let (name, value) = change
                .split_once('=')
                .ok_or_else(|| fault("write a wish and its value, as in budget=500"))?;
            if value != "none" {
                options.push((change, format!("--{name}={value}")));
            } else if !changed.forget(name) {
                return Err(fault("is no wish that can be left out"));
            }
        }
        let own_figures = changed.assume.clone();
        // Each by itself first, so that a fault names the change that has it.
        for (change, option) in &options {
            changed
                .clone()
                .update([option])
                .map_err(|why| Failure::usage(format!("--what-if {change}: {why}")))?;
        }
        changed.update(options.iter().map(|(_, option)| option)).map_err(Failure::usage)?;
        if options.iter().any(|(_, option)| option.starts_with("--assume=")) {
            changed.assume.splice(0..0, own_figures);
        }
        Ok(changed)
    }

    fn update<'o>(&mut self, options: impl IntoIterator<Item = &'o String>) -> Result<(), String> {
        let first_line = |error: clap::Error| {
            let text = error.to_string();
            let line = text.lines().next().unwrap_or_default();
            line.trim_start_matches("error: ").to_owned()
        };
        let command = Self::augment_args_for_update(Command::new("what-if").no_binary_name(true));
        let matches = command.try_get_matches_from(options).map_err(first_line)?;
        self.update_from_arg_matches(&matches).map_err(first_line)
    }

    /// Leaves a wish out; whether there is one of this name.
    fn forget(&mut self, name: &str) -> bool {
        match name {
            "by" => self.by = None,
            "hours-per-week" => self.hours_per_week = None,
            "season" => self.season.clear(),
            "budget" => self.budget = None,
            "hold-off" => self.hold_off.clear(),
            "prefer" => self.prefer.clear(),
            "avoid" => self.avoid.clear(),
            "first" => self.first.clear(),
            "through" => self.through = None,
            "assume" => self.assume.clear(),
            _ => return false,
        }
        true
    }
}
