//! `rung catalog check`: whether the rules hold together.

use crate::{
    failure::{End, Failure},
    input::{CatalogArg, JsonArg, OnArg},
    output::{self, Page},
    term::{Style, Terminal, Text},
};
use clap::Args;
use rung_catalog::Catalog;
use rung_rules::{Verdict, run_scenarios};
use serde_json::json;

/// Arguments of `rung catalog check`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  rung catalog check\n  rung catalog check --catalog my-rules")]
pub struct CheckArgs {
    #[command(flatten)]
    on: OnArg,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

/// What a check found, kind by kind.
#[derive(Default)]
struct Findings {
    load: Vec<String>,
    lint: Vec<String>,
    scenarios: Vec<String>,
    uncovered: Vec<String>,
    too_few: Vec<String>,
}

impl Findings {
    fn kinds(&self) -> [(&'static str, &[String]); 5] {
        [
            ("files that cannot be used", &self.load),
            ("faults in the rules", &self.lint),
            ("scenarios that come out otherwise", &self.scenarios),
            ("lines that no scenario tries both ways", &self.uncovered),
            ("credentials with too few scenarios", &self.too_few),
        ]
    }

    fn count(&self) -> usize {
        self.kinds().iter().map(|(_, found)| found.len()).sum()
    }
}

/// Checks: the end is `No` when something is to be mended.
///
/// # Errors
/// A directory cannot be read.
pub fn run(args: &CheckArgs, terminal: Terminal) -> Result<End, Failure> {
    let overlays = args.catalog.overlays()?;
    let mut findings = Findings::default();
    let (mut authorities, mut credentials, mut scenarios) = (0, 0, 0);
    match Catalog::load(&overlays) {
        Err(errors) => findings.load = errors.0.iter().map(ToString::to_string).collect(),
        Ok(catalog) => {
            let report = run_scenarios(&catalog);
            findings.lint = catalog.lint(args.on.day()).iter().map(ToString::to_string).collect();
            (authorities, credentials, scenarios) =
                (catalog.authorities.len(), catalog.credentials.len(), report.run);
            findings.scenarios = report.failures;
            findings.uncovered = report.uncovered;
            findings.too_few = report.too_few;
        }
    }
    let clean = findings.count() == 0;
    if args.json.json {
        output::print_json(&json!({
            "authorities": authorities, "credentials": credentials, "scenarios": scenarios,
            "load_errors": findings.load, "lints": findings.lint, "failures": findings.scenarios,
            "uncovered": findings.uncovered, "too_few": findings.too_few,
        }))?;
    } else {
        let counts = format!("{authorities} authorities, {credentials} credentials, {scenarios} scenarios.");
        show(&findings, &counts, terminal)?;
    }
    Ok(if clean { End::Done } else { End::No })
}

fn show(findings: &Findings, counts: &str, terminal: Terminal) -> Result<(), Failure> {
    let mut page = Page::new(terminal);
    for (what, found) in findings.kinds().iter().filter(|(_, found)| !found.is_empty()) {
        page.line(&Text::new().with(Style::Bold, &format!("{} {what}:", found.len())));
        for line in found.iter().flat_map(|text| text.lines()) {
            page.line(&Text::plain(&format!("  {line}")));
        }
        page.gap();
    }
    let clean = findings.count() == 0;
    let verdict = Verdict::of(clean);
    let says = if clean { " Everything holds together: " } else { " Something is to be mended: " };
    page.line(
        &Text::new()
            .with(Style::Is(verdict), page.terminal.sign(verdict))
            .with(Style::Bold, says)
            .with(Style::Plain, counts),
    );
    page.print()
}
