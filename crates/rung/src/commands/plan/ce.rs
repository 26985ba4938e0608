//! `rung plan ce`: what to take so that every obligation is met at least cost.

use crate::{
    failure::{End, Failure, shown},
    input::{CatalogArg, JsonArg, OnArg, RecordArg, read_limited},
    output::{self, Page, english},
    term::{Style, Terminal, Text, cut, wrap},
};
use clap::Args;
use rung_formats::{
    MAX_FILE_BYTES,
    offerings::{self, Offering},
};
use rung_planner::{
    ce::{self, Nothing, Outcome, Plan, PlanResult, Planned, Wishes, words},
    exact::Limits,
};
use rung_record::{Date, Hours, Record, Usd, parse_date};
use rung_rules::{Route, Verdict, evaluate};
use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

/// Arguments of `rung plan ce`.
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  rung plan ce --offerings offerings.json --budget 60 --hours-per-week 2

The end is 0 for a proven plan, 4 when nothing fits or nothing is proven in time.")]
pub struct CeArgs {
    #[command(flatten)]
    record: RecordArg,
    /// Activities that can be taken, rung-offerings/1 as JSON or CSV; may be given several times
    #[arg(long, value_name = "FILE")]
    offerings: Vec<PathBuf>,
    /// Spend no more than this in all
    #[arg(long, value_name = "USD", value_parser = dollars)]
    budget: Option<Usd>,
    /// Study no more than this in a week
    #[arg(long, value_name = "HOURS", value_parser = hours)]
    hours_per_week: Option<Hours>,
    /// Plan for what ends on this day or earlier; for every current period when left out
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    through: Option<Date>,
    /// Stop after so many seconds with the best plan found
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    seconds: u64,
    /// With --json: also the models and certificates that prove the plan
    #[arg(long, requires = "json")]
    proofs: bool,
    #[command(flatten)]
    on: OnArg,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

fn dollars(text: &str) -> Result<Usd, String> {
    text.trim_start_matches('$').parse().map_err(|error: rung_record::UsdError| error.to_string())
}

fn hours(text: &str) -> Result<Hours, String> {
    text.parse().map_err(|error: rung_record::HoursError| error.to_string())
}

/// Plans.
///
/// # Errors
/// A file cannot be read, or nothing can be planned from it.
pub fn run(args: &CeArgs, terminal: Terminal) -> Result<End, Failure> {
    let record = args.record.read()?;
    let catalog = args.catalog.load()?;
    let offerings = read_offerings(&args.offerings)?;
    let on = args.on.day();
    let horizon = args.through.unwrap_or_else(|| last_deadline(&record, &catalog, on));
    let wishes = Wishes { horizon, budget: args.budget, hours_per_week: args.hours_per_week };
    let (start, most) = (Instant::now(), Duration::from_secs(args.seconds));
    let out_of_time = || start.elapsed() >= most;
    let limits = Limits { nodes: usize::MAX, should_stop: &out_of_time };
    let outcome = ce::plan(&record, &catalog, on, &offerings, wishes, &limits)
        .map_err(|error| Failure::new(End::Usage, error.to_string()))?;
    if args.json.json {
        output::print_json(&ce::answer(&outcome, &offerings, args.proofs))?;
    } else {
        let mut page = Page::new(terminal);
        Sheet { page: &mut page, outcome: &outcome, offerings: &offerings }.show(&record);
        page.print()?;
    }
    Ok(match &outcome.result {
        PlanResult::Plan(plan) if plan.proven => End::Done,
        _ => End::Open,
    })
}

/// The last day of any period that is running.
fn last_deadline(record: &Record, catalog: &rung_catalog::Catalog, on: Date) -> Date {
    let status = evaluate(record, catalog, on);
    let last = |obligation: &rung_rules::Obligation<'_>| match obligation.route {
        Route::Renew => obligation.expires,
        Route::Reinstate => obligation.reinstate_by,
        Route::StartOver | Route::None => None,
    };
    status.obligations.iter().filter_map(last).max().unwrap_or(on).max(on)
}

fn read_offerings(paths: &[PathBuf]) -> Result<Vec<Offering>, Failure> {
    let mut all: Vec<Offering> = Vec::new();
    for path in paths {
        let bytes = read_limited(path, MAX_FILE_BYTES)?;
        let read = offerings::read(&bytes);
        let read = read.map_err(|problems| Failure::faults(path, "a list of offerings", &problems))?;
        if let Some(twice) = read.iter().find(|new| all.iter().any(|known| known.id == new.id)) {
            return Err(Failure::input(format!(
                "{}: the offering {} is in an earlier file too",
                shown(path),
                twice.id
            )));
        }
        all.extend(read);
    }
    Ok(all)
}

/// The outcome on a page.
struct Sheet<'p, 'a> {
    page: &'p mut Page,
    outcome: &'p Outcome<'a>,
    offerings: &'p [Offering],
}

impl Sheet<'_, '_> {
    fn show(&mut self, record: &Record) {
        let name = record.person.name.as_deref().unwrap_or("Your record");
        let day = self.outcome.demands.status.on.to_string();
        let width = self.page.terminal.width;
        let mut first = Text::new().with(Style::Bold, &cut(name, width - day.len() - 2));
        first.end_at(width, Text::new().with(Style::Dim, &day));
        self.page.line(&first);
        match &self.outcome.result {
            PlanResult::Plan(plan) => self.plan(plan),
            PlanResult::Nothing(nothing) => self.nothing(nothing),
            PlanResult::NotKnown => {
                self.verdict(Verdict::Unknown, "Nothing was found in time. Give it more with --seconds.")
            }
        }
        self.aside();
        self.page.gap();
        self.text(0, Style::Dim, &rung_rules::words::disclaimer(english()));
    }

    fn verdict(&mut self, verdict: Verdict, says: &str) {
        let sign = self.page.terminal.sign(verdict);
        for (n, line) in wrap(says, self.page.terminal.width - 4).iter().enumerate() {
            let mut row = Text::new().with(Style::Is(verdict), if n == 0 { sign } else { "" });
            row.pad_to(Text::plain(sign).width() + 1);
            row.push(Style::Bold, line);
            self.page.line(&row);
        }
    }

    fn text(&mut self, indent: usize, style: Style, text: &str) {
        for line in wrap(text, self.page.terminal.width - indent) {
            self.page.line(&Text::plain(&" ".repeat(indent)).with(style, &line));
        }
    }

    fn bullet(&mut self, text: &str) {
        let sign = self.page.terminal.pick("  • ", "  - ");
        for (n, line) in wrap(text, self.page.terminal.width - 4).iter().enumerate() {
            let lead = if n == 0 { sign } else { "    " };
            self.page.line(&Text::new().with(Style::Accent, lead).with(Style::Plain, line));
        }
    }

    fn plan(&mut self, plan: &Plan) {
        let horizon = self.outcome.wishes.horizon;
        if self.outcome.demands.status.obligations.is_empty() {
            self.verdict(
                Verdict::Unknown,
                "The record holds no credential that the catalogue knows, so nothing is known to be owed.",
            );
            return;
        }
        if plan.picks.is_empty() && plan.needs.is_empty() {
            self.verdict(Verdict::Met, &format!("Nothing has to be taken for what ends by {horizon}."));
            return;
        }
        let finish = plan.finish.map(|day| format!(", done by {day}")).unwrap_or_default();
        let what = format!("{} h for ${}{finish}", plan.hours, plan.cost);
        if plan.picks.is_empty() {
            self.verdict(Verdict::Unknown, "No offering that was given helps. This is what to look for.");
        } else if plan.proven {
            self.verdict(Verdict::Met, &format!("{what}. No cheaper choice exists: proven."));
        } else {
            self.verdict(Verdict::Unknown, &format!("{what}. Whether it is the cheapest is not proven."));
        }
        if !plan.picks.is_empty() {
            self.heading("Take");
        }
        for pick in &plan.picks {
            let offering = &self.offerings[pick.item];
            self.planned(pick, &offering.title, &format!("${}", offering.price));
            let provider = offering.provider.as_deref().unwrap_or_default();
            let more = [offering.id.as_str(), provider].into_iter().filter(|part| !part.is_empty());
            self.text(INDENT, Style::Dim, &more.collect::<Vec<_>>().join(" · "));
            if let Some(url) = &offering.url {
                self.page.line(&Text::plain(&" ".repeat(INDENT)).with(Style::Accent, url));
            }
        }
        if !plan.needs.is_empty() {
            self.heading("To find elsewhere");
        }
        for need in &plan.needs {
            self.planned(need, &words::need(english(), &need.item), "");
        }
    }

    fn heading(&mut self, text: &str) {
        self.page.gap();
        self.page.line(&Text::new().with(Style::Bold, text));
    }

    /// `  by 2026-12-05   2 h   Texas pharmacy law   $19`, and what it is for.
    fn planned<T>(&mut self, planned: &Planned<T>, title: &str, price: &str) {
        let hours =
            if planned.hours.is_zero() { "course".to_owned() } else { format!("{} h", planned.hours) };
        let lead = format!("  by {}  {hours:>6}  ", planned.on);
        let width = self.page.terminal.width;
        for (n, part) in wrap(title, width.saturating_sub(INDENT + price.len() + 2)).iter().enumerate() {
            let mut row = Text::plain(if n == 0 { &lead } else { "" });
            row.pad_to(INDENT);
            row.push(Style::Bold, part);
            if n == 0 {
                row.end_at(width, Text::plain(price));
            }
            self.page.line(&row);
        }
        let on_any_day = format!("any day from {} to {}", planned.from, planned.by);
        if planned.from < planned.by {
            self.text(INDENT, Style::Dim, &on_any_day);
        }
        let uses = self.uses(&planned.serves);
        if !uses.is_empty() {
            self.text(INDENT, Style::Plain, &format!("for {uses}"));
        }
    }

    /// `tx-pharmacy-technician: total, law; ptcb-cpht: total`
    fn uses(&self, serves: &[(usize, usize)]) -> String {
        let mut by_credential: Vec<(usize, Vec<&str>)> = Vec::new();
        for &(demand, line) in serves {
            let what = self.outcome.demands.list[demand].lines[line].requirement.id.as_str();
            match by_credential.iter_mut().find(|(known, _)| *known == demand) {
                Some((_, lines)) if lines.contains(&what) => {}
                Some((_, lines)) => lines.push(what),
                None => by_credential.push((demand, vec![what])),
            }
        }
        let one = |(demand, lines): &(usize, Vec<&str>)| {
            let id = &self.outcome.demands.list[*demand].obligation.credential.id;
            format!("{id}: {}", lines.join(", "))
        };
        by_credential.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    fn nothing(&mut self, nothing: &Nothing) {
        self.verdict(Verdict::NotMet, "Nothing fits: these cannot all be met together.");
        for reason in &nothing.reasons {
            self.bullet(&words::demanded(english(), self.outcome, reason));
        }
        if nothing.minimal {
            self.text(2, Style::Dim, "Without any one of them there is a plan: proven.");
        }
        if !nothing.ways.is_empty() {
            self.heading("What would do");
        }
        for way in &nothing.ways {
            self.bullet(&words::way(english(), self.outcome, way));
        }
    }

    fn aside(&mut self) {
        if self.outcome.aside.is_empty() {
            return;
        }
        self.heading("Beside the courses");
        for aside in &self.outcome.aside {
            self.bullet(&words::aside(english(), self.outcome, aside));
        }
    }
}

/// Where the title of a planned activity begins.
const INDENT: usize = 25;
