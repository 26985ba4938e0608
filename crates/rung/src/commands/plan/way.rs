//! `rung plan way`: from the record to a role, a credential, a setting; dated, costed, proven.

use crate::{
    commands::gap::SeenArg,
    failure::{End, Failure},
    input::JsonArg,
    output::{self, Page, english},
    term::{Style, Terminal, Text},
};
use clap::Args;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rung_career::Limits;
use rung_formats::icalendar::{Calendar, write};
use rung_record::{Hours, Usd, parse_date};
use rung_rules::{Verdict, words::disclaimer};
use rung_way::{
    Viewpoint,
    figure::{Own, OwnFigures},
    goals::{Aim, Goal, HoldOff, Season, Wish, Wishes},
    plan::{
        Outcome, PlannedStep, Solved, WayResult,
        answer::{Beside, answer},
        calendar::events,
        plan,
    },
    why::{WhyNot, why_not},
    words::{self, plan as say},
};
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// Arguments of `rung plan way`.
#[derive(Args, Debug)]
#[command(after_help = "\
Goals: a role, credential, setting or action by its id; or role:…, credential:…, setting:…, action:…, earn:25/hour,
earn:60000/year. What no source tells is assumed, and shown as assumed: change it with --assume.

Examples:
  rung plan way --to ptcb-cpht-adv --hours-per-week 5 --hold-off exams:12-01..12-31
  rung plan way --to lead-technician --first cost,arrival --budget 500 --why

The end is 0 for a proven plan, 1 when there is none, 4 when nothing is proven in time.")]
pub struct WayArgs {
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
    /// Also solve what would be without each step
    #[arg(long)]
    why: bool,
    /// Stop after so many seconds with the best plan found and how good a better one could be
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    seconds: u64,
    /// With --json: also the problem of numbers and the certificate that proves the plan
    #[arg(long, requires = "json")]
    proofs: bool,
    /// Write the steps as a calendar
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
    #[command(flatten)]
    from: SeenArg,
    #[command(flatten)]
    json: JsonArg,
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

/// Plans.
///
/// # Errors
/// The record or the catalogue cannot be read, a goal is not known, or a date makes no sense.
pub fn run(args: &WayArgs, terminal: Terminal) -> Result<End, Failure> {
    let read = args.from.read()?;
    let seen = args.from.viewpoint(&read)?;
    let aims = args.aims(&seen)?;
    let wishes = args.wishes();
    let (start, most) = (Instant::now(), Duration::from_secs(args.seconds));
    let out_of_time = || start.elapsed() >= most;
    let limits = Limits { conflicts: u64::MAX, should_stop: &out_of_time };
    let outcome = plan(&seen, &aims, &wishes, &limits)
        .map_err(|fault| Failure::usage(say::fault(english(), &fault)))?;
    let beside = beside(args, &outcome, &limits);
    if let (Some(path), WayResult::Plan(solved)) = (&args.ics, &outcome.result) {
        write_calendar(path, solved, &seen, args.from.on.named())?;
    }
    if args.json.json {
        output::print_json(&answer(&outcome, &beside, english(), args.proofs))?;
    } else {
        let mut page = Page::new(terminal);
        Sheet { page: &mut page, outcome: &outcome, beside: &beside }.show(&seen);
        page.print()?;
    }
    Ok(match &outcome.result {
        WayResult::Plan(solved) if solved.plan.proven => End::Done,
        WayResult::Nothing(refuted) if refuted.proven => End::No,
        WayResult::Blocked(_) => End::No,
        _ => End::Open,
    })
}

fn beside(args: &WayArgs, outcome: &Outcome, limits: &Limits<'_>) -> Beside {
    let mut beside = Beside::default();
    match &outcome.result {
        WayResult::Plan(solved) if args.why => {
            beside.without = solved.without_each(&outcome.draft, limits);
        }
        WayResult::Nothing(_) => beside.why_not = Some(why_not(&outcome.draft, limits)),
        _ => {}
    }
    beside
}

fn write_calendar(
    path: &Path,
    solved: &Solved,
    seen: &Viewpoint<'_>,
    named: Option<Date>,
) -> Result<(), Failure> {
    let written_at = match named {
        // With a day that was named the same record gives the same bytes.
        Some(day) => {
            day.to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |midnight| midnight.timestamp())
        }
        None => Timestamp::now(),
    };
    let name = seen.record.person.name.as_deref().map_or("Rung".to_owned(), |name| format!("Rung: {name}"));
    let mut deadlines = events(&solved.plan, english());
    deadlines.iter_mut().for_each(|own| own.last_modified = written_at);
    let text = write(&Calendar { name, written_at, refresh_hours: 24, deadlines })
        .map_err(|problems| Failure::faults(Path::new("the calendar"), "a calendar", &problems))?;
    std::fs::write(path, text).map_err(|error| Failure::io("write", path, &error))
}

impl WayArgs {
    fn aims(&self, seen: &Viewpoint<'_>) -> Result<Vec<Aim>, Failure> {
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

    fn wishes(&self) -> Wishes {
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
}

/// Where the titles of steps begin.
const INDENT: usize = 20;

/// The outcome on a page.
struct Sheet<'p> {
    page: &'p mut Page,
    outcome: &'p Outcome,
    beside: &'p Beside,
}

impl Sheet<'_> {
    fn show(&mut self, seen: &Viewpoint<'_>) {
        let width = self.page.terminal.width;
        let mut first = Text::new();
        let name = seen.record.person.name.as_deref().unwrap_or("Your record");
        first.push(Style::Bold, name);
        first.end_at(width, Text::new().with(Style::Dim, &seen.on.to_string()));
        self.page.line(&first);
        for aim in &self.outcome.draft.aims {
            let name = say::goal(english(), &aim.aim.goal, &aim.name);
            self.page.text(0, Style::Dim, &say::reached(english(), &name));
        }
        match &self.outcome.result {
            WayResult::Plan(solved) => self.plan(solved),
            WayResult::Nothing(_) => self.nothing(),
            WayResult::Blocked(blocked) => {
                for own in blocked {
                    let mut lines = say::blocked(english(), own).into_iter();
                    self.page.judged(0, Verdict::NotMet, &lines.next().unwrap_or_default());
                    lines.for_each(|line| self.page.text(4, Style::Plain, &line));
                }
            }
            WayResult::NotKnown => self.page.judged(
                0,
                Verdict::Unknown,
                "Nothing was found in time. Give it more with --seconds.",
            ),
        }
        self.page.gap();
        self.page.text(0, Style::Dim, &disclaimer(english()));
    }

    fn plan(&mut self, solved: &Solved) {
        let plan = &solved.plan;
        let verdict = if plan.proven { Verdict::Met } else { Verdict::Unknown };
        let mut lines = say::headline(english(), plan).into_iter();
        self.page.judged(0, verdict, &lines.next().unwrap_or_default());
        lines.for_each(|line| self.page.text(4, Style::Plain, &line));
        let mut month = String::new();
        for own in &plan.steps {
            let now = english().month(own.begins);
            if now != month {
                self.page.gap();
                self.page.line(&Text::new().with(Style::Bold, &now));
                month = now;
            }
            self.step(own);
        }
        self.list("Supposed", plan.supposes.iter().map(|own| vec![say::supposed(english(), own)]).collect());
        self.list("Assumed", plan.assumptions.iter().map(|own| say::assumption(english(), own)).collect());
        self.list("Closed", plan.closed.iter().map(|own| vec![say::closed(english(), own)]).collect());
    }

    fn step(&mut self, own: &PlannedStep) {
        let mark = if own.critical { self.page.terminal.pick("● ", "* ") } else { "  " };
        let (begins, ends) = (own.begins.to_string(), own.ends.to_string());
        let days = if begins == ends {
            begins[5..].to_owned()
        } else {
            format!("{} to {}", &begins[5..], &ends[5..])
        };
        let price = own.step.cost();
        let price = if price == Usd::ZERO { String::new() } else { english().usd(price) };
        let width = self.page.terminal.width;
        let title = words::step(english(), &own.step);
        let room = width.saturating_sub(INDENT + price.len() + 2);
        for (n, part) in crate::term::wrap(&title, room).iter().enumerate() {
            let mut row = Text::new();
            if n == 0 {
                row.push(Style::Accent, mark);
                row.push(Style::Dim, &days);
            }
            row.pad_to(INDENT);
            row.push(Style::Bold, part);
            if n == 0 {
                row.end_at(width, Text::plain(&price));
            }
            self.page.line(&row);
        }
        if own.step.is_moment() {
            return;
        }
        let mut told = say::load(english(), own);
        told.extend(say::window(english(), &own.step));
        if !told.is_empty() {
            self.page.text(INDENT, Style::Dim, &told.join(" · "));
        }
        let draft = &self.outcome.draft;
        for purpose in own.purposes.iter().filter(|purpose| purpose.reason.is_some() || purpose.aim.is_some())
        {
            self.page.text(INDENT, Style::Plain, &say::purpose(english(), draft, purpose));
            let source = purpose.reason.as_ref().and_then(|reason| reason.source.as_ref());
            if let Some(source) = source {
                self.page.text(
                    INDENT,
                    Style::Dim,
                    &format!("{}, {} confidence", source.title, source.confidence.as_str()),
                );
            }
        }
        if let Some(others) = say::as_good(english(), draft, &own.step.key) {
            self.page.text(INDENT, Style::Plain, &others);
        }
        if let Some((_, without)) = self.beside.without.iter().find(|(key, _)| *key == own.step.key) {
            self.page.text(INDENT, Style::Plain, &say::without(english(), without));
            self.page.text(INDENT, Style::Plain, &say::held_by(english(), draft, &own.held_by));
        }
    }

    fn list(&mut self, heading: &str, items: Vec<Vec<String>>) {
        if items.is_empty() {
            return;
        }
        self.page.gap();
        self.page.line(&Text::new().with(Style::Bold, heading));
        for item in items {
            self.page.text(2, Style::Plain, &item.join(" "));
        }
    }

    fn nothing(&mut self) {
        self.page.judged(0, Verdict::NotMet, "Nothing fits: these cannot all be met together.");
        let Some(WhyNot { reasons, minimal, ways }) = &self.beside.why_not else { return };
        let draft = &self.outcome.draft;
        for reason in reasons {
            self.page.text(2, Style::Plain, &say::asked(english(), draft, reason));
        }
        if *minimal {
            self.page.text(2, Style::Dim, "None of them can be spared: proven.");
        }
        self.list("What would do", ways.iter().map(|way| vec![say::way(english(), way)]).collect());
    }
}
