//! `rung catalog`: the rules that Rung knows, in plain words, and whether your own hold together.

use crate::{
    commands::catalog_schema,
    failure::{End, Failure},
    input::{CatalogArg, JsonArg, OnArg, credential_or_similar},
    output::{self, Page},
    term::{Style, Terminal, Text, wrap},
};
use clap::{Args, Subcommand};
use rung_catalog::{Ask, Authority, Catalog, Cite, Credential, Fee, Path, Requirement, RuleSet};
use rung_record::Date;
use rung_rules::{Verdict, rule_words, run_scenarios, words};
use serde_json::{Value, json};

/// Arguments of `rung catalog`.
#[derive(Args, Debug)]
pub struct CatalogArgs {
    #[command(subcommand)]
    command: CatalogCommand,
}

#[derive(Subcommand, Debug)]
enum CatalogCommand {
    /// List the credentials, authority by authority
    List(ListArgs),
    /// Show one credential's rules in plain words, with sources
    Show(ShowArgs),
    /// Load the rules, look for faults in them, and run their scenarios
    Check(CheckArgs),
    /// Print the JSON Schema of a kind of file, for editors
    Schema(catalog_schema::SchemaArgs),
}

#[derive(Args, Debug)]
struct ListArgs {
    /// Only those whose id, title or authority has these words
    #[arg(value_name = "WORDS")]
    words: Vec<String>,
    /// Only this jurisdiction, two letters
    #[arg(long, value_name = "XX")]
    state: Option<String>,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

#[derive(Args, Debug)]
struct ShowArgs {
    /// The credential's id
    #[arg(value_name = "CREDENTIAL")]
    id: String,
    #[command(flatten)]
    on: OnArg,
    /// Also the versions that are not in force on the day
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

#[derive(Args, Debug)]
struct CheckArgs {
    #[command(flatten)]
    on: OnArg,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Lists, shows, checks, or tells the shape of the files.
///
/// # Errors
/// The catalogue cannot be read, or there is no such credential.
pub fn run(args: &CatalogArgs, terminal: Terminal) -> Result<End, Failure> {
    match &args.command {
        CatalogCommand::List(args) => list(args, terminal),
        CatalogCommand::Show(args) => show(args, terminal),
        CatalogCommand::Check(args) => check(args, terminal),
        CatalogCommand::Schema(args) => catalog_schema::run(args),
    }
}

// ── list ────────────────────────────────────────────────────────────────────────────────────────────────────────────

fn list(args: &ListArgs, terminal: Terminal) -> Result<End, Failure> {
    let catalog = args.catalog.load()?;
    if let Some(state) = &args.state
        && !catalog.authorities.iter().any(|authority| is_state(authority, state))
    {
        let known: Vec<String> = (catalog.authorities.iter().filter(|authority| authority.is_jurisdiction))
            .map(|authority| authority.id.to_uppercase())
            .collect();
        return Err(Failure::usage(format!("the catalogue has no jurisdiction \"{state}\""))
            .hint(format!("it has {}", known.join(", "))));
    }
    let shown = |credential: &&Credential| {
        let authority = catalog.authority_of(credential);
        let all = format!("{} {} {} {}", credential.id, credential.title, authority.name, authority.body)
            .to_lowercase();
        args.state.as_deref().is_none_or(|state| is_state(authority, state))
            && args.words.iter().all(|word| all.contains(&word.to_lowercase()))
    };
    let found: Vec<&Credential> = catalog.credentials.iter().filter(shown).collect();
    if args.json.json {
        let entry = |credential: &&Credential| {
            let authority = catalog.authority_of(credential);
            json!({"id": credential.id, "title": credential.title, "kind": credential.kind, "trainee": credential.trainee,
                   "authority": authority.id, "authority_name": authority.name, "body": authority.body,
                   "checked": authority.checked, "confidence": authority.confidence})
        };
        output::print_json(&json!({"credentials": found.iter().map(entry).collect::<Vec<_>>()}))?;
        return Ok(End::Done);
    }
    let mut page = Page::new(terminal);
    let column = found.iter().map(|credential| credential.id.as_str().len()).max().unwrap_or(0) + 4;
    let mut last = None;
    for credential in &found {
        if last != Some(credential.authority) {
            if last.is_some() {
                page.gap();
            }
            last = Some(credential.authority);
            authority_line(&mut page, catalog.authority_of(credential));
        }
        let mut line = Text::plain("  ").with(Style::Accent, credential.id.as_str());
        line.pad_to(column);
        line.push(Style::Plain, &credential.title);
        page.line(&line);
    }
    if found.is_empty() {
        page.line(&Text::plain("Nothing in the catalogue is called so."));
    }
    page.print()?;
    Ok(End::Done)
}

fn is_state(authority: &Authority, state: &str) -> bool {
    authority.is_jurisdiction
        && (authority.id.eq_ignore_ascii_case(state) || authority.name.eq_ignore_ascii_case(state))
}

fn authority_line(page: &mut Page, authority: &Authority) {
    let checked = format!("checked {}, confidence {}", authority.checked, authority.confidence.as_str());
    let mut line = Text::new().with(Style::Bold, &authority.name);
    if authority.body != authority.name {
        line.push(Style::Dim, &format!(" · {}", authority.body));
    }
    if line.width() + 2 + checked.len() <= page.terminal.width {
        line.end_at(page.terminal.width, Text::new().with(Style::Dim, &checked));
        page.line(&line);
    } else {
        page.line(&line);
        page.line(&Text::plain("  ").with(Style::Dim, &checked));
    }
}

// ── show ────────────────────────────────────────────────────────────────────────────────────────────────────────────

fn show(args: &ShowArgs, terminal: Terminal) -> Result<End, Failure> {
    let catalog = args.catalog.load()?;
    let credential = credential_or_similar(&catalog, &args.id)?;
    let on = args.on.day();
    if args.json.json {
        output::print_json(&credential_as_json(&catalog, credential))?;
        return Ok(End::Done);
    }
    let mut rules = Rules { page: Page::new(terminal), catalog: &catalog };
    rules.credential(credential, on, args.all);
    rules.page.print()?;
    Ok(End::Done)
}

struct Rules<'a> {
    page: Page,
    catalog: &'a Catalog,
}

impl Rules<'_> {
    fn credential(&mut self, credential: &Credential, on: Date, all: bool) {
        let authority = self.catalog.authority_of(credential);
        self.page.line(
            &Text::new()
                .with(Style::Bold, &credential.title)
                .with(Style::Dim, &format!(" · {}", credential.id)),
        );
        authority_line(&mut self.page, authority);
        for note in &credential.notes {
            self.text(0, Style::Plain, note);
        }
        if let Some(term) = &credential.term {
            self.text(0, Style::Plain, &format!("Term: {}.", rule_words::term(term)));
        }
        if !credential.implies.is_empty() {
            let ids: Vec<&str> = credential.implies.iter().map(|id| id.as_str()).collect();
            self.text(0, Style::Plain, &format!("Holding it counts as holding {} too.", ids.join(", ")));
        }
        let (in_force, other): (Vec<&RuleSet>, Vec<&RuleSet>) =
            credential.renewals.iter().partition(|rules| all || rules.in_force_on(on));
        for rules in in_force {
            self.version(rules, &rule_words::version_name(rules, credential));
        }
        if !other.is_empty() {
            self.page.gap();
            let ids: Vec<String> = other
                .iter()
                .map(|rules| format!("{} ({})", rules.id, rule_words::in_force(rules.from, rules.until)))
                .collect();
            self.text(0, Style::Dim, &format!("Other versions: {}. Show them with --all.", ids.join(", ")));
        }
        self.reinstatement(credential);
        for path in credential.paths.iter().filter(|path| all || path.in_force_on(on)) {
            self.path(path);
        }
        if !authority.open_questions.is_empty() {
            self.heading("Open questions", "");
            for question in &authority.open_questions {
                self.text(2, Style::Plain, &question.ask);
            }
        }
    }

    fn heading(&mut self, what: &str, more: &str) {
        self.page.gap();
        self.page.line(&Text::new().with(Style::Bold, what).with(Style::Dim, more));
    }

    fn text(&mut self, indent: usize, style: Style, text: &str) {
        for line in wrap(text, self.page.terminal.width - indent) {
            self.page.line(&Text::plain(&" ".repeat(indent)).with(style, &line));
        }
    }

    fn source(&mut self, indent: usize, cite: &Cite) {
        self.text(indent, Style::Dim, &words::cite(self.catalog, cite));
        if let Some(url) = &self.catalog.source(cite).1.url {
            self.page.line(&Text::plain(&" ".repeat(indent)).with(Style::Accent, url));
        }
    }

    fn version(&mut self, rules: &RuleSet, name: &str) {
        let which = match rules.selected_by {
            rung_catalog::SelectedBy::PeriodEnd => "periods that end then",
            rung_catalog::SelectedBy::Filed => "applications filed then",
        };
        let dates = rule_words::in_force(rules.from, rules.until);
        let dated = rules.from.is_some() || rules.until.is_some();
        let more = if dated {
            format!(" · version {}, {dates} ({which})", rules.id)
        } else {
            format!(" · version {}", rules.id)
        };
        self.heading(name, &more);
        if let Some(clock) = &rules.clock {
            self.text(2, Style::Plain, &format!("Its own clock: {}.", rule_words::term(clock)));
        }
        if let Some(opens) = &rules.opens {
            self.text(2, Style::Plain, &format!("Applications open: {}.", rule_words::deadline(opens)));
        }
        if let Some(file_by) = &rules.file_by {
            self.text(
                2,
                Style::Plain,
                &format!("Last day to apply on time: {}.", rule_words::deadline(file_by)),
            );
        }
        if !rules.accepts.is_everything() {
            self.text(
                2,
                Style::Plain,
                &format!("Counts at all: {}.", rule_words::filter(self.catalog, &rules.accepts)),
            );
        }
        if rules.carry_over_periods > 0 {
            self.text(2, Style::Plain, &carry_over(rules.carry_over_periods));
        }
        if rules.requirements.is_empty() {
            self.text(2, Style::Plain, "Nothing is asked.");
        }
        for line in &rules.requirements {
            self.requirement(line, 2);
        }
        for fee in &rules.fees {
            self.text(2, Style::Plain, &fee_words(fee));
        }
        for note in &rules.notes {
            self.text(2, Style::Plain, &format!("Note: {note}"));
        }
        self.source(2, &rules.cite);
    }

    fn requirement(&mut self, line: &Requirement, indent: usize) {
        self.page.line(
            &Text::plain(&" ".repeat(indent))
                .with(Style::Accent, self.page.terminal.pick("• ", "- "))
                .with(Style::Bold, &line.what)
                .with(Style::Dim, &format!(" · {}", line.id)),
        );
        let inside = indent + 2;
        self.text(inside, Style::Plain, &sentence(&rule_words::requirement(self.catalog, line)));
        if let Some(applies) = rule_words::applies(self.catalog, line) {
            self.text(inside, Style::Plain, &sentence(&applies));
        }
        for exception in &line.except {
            self.text(inside, Style::Plain, &sentence(&rule_words::exception(self.catalog, exception)));
        }
        if let Some(note) = &line.note {
            self.text(inside, Style::Plain, &format!("Note: {note}"));
        }
        self.text(inside, Style::Dim, &words::cite(self.catalog, &line.cite));
        if let Ask::AllOf(inner) = &line.ask {
            inner.iter().for_each(|line| self.requirement(line, inside));
        }
        if !line.or.is_empty() {
            self.text(inside, Style::Plain, "Or instead, any of:");
            line.or.iter().for_each(|line| self.requirement(line, inside));
        }
    }

    fn reinstatement(&mut self, credential: &Credential) {
        let Some(open) = &credential.reinstatement else { return };
        self.heading("After expiry", "");
        for stage in &open.stages {
            let title = &stage.title;
            match stage.within {
                Some(span) => self.text(2, Style::Plain, &format!("{title}: within {span}.")),
                None => self.text(2, Style::Plain, &format!("{title}: for how long, no source tells.")),
            }
            for fee in &stage.fees {
                self.text(4, Style::Plain, &fee_words(fee));
            }
            for note in &stage.notes {
                self.text(4, Style::Plain, &format!("Note: {note}"));
            }
        }
        if let Some(afterwards) = &open.afterwards {
            self.text(2, Style::Plain, &format!("After that: {afterwards}."));
        }
        self.source(2, &open.cite);
        for (title, rules) in
            open.stages.iter().flat_map(|stage| stage.rules.iter().map(|rules| (&stage.title, rules)))
        {
            self.version(rules, title);
        }
    }

    fn path(&mut self, path: &Path) {
        let dates = if path.from.is_some() || path.until.is_some() {
            format!(", {}", rule_words::in_force(path.from, path.until))
        } else {
            String::new()
        };
        self.heading(&format!("To get it: {}", path.title), &format!(" · {}{dates}", path.id));
        for condition in &path.conditions {
            let sign = self.page.terminal.pick("• ", "- ");
            self.page.line(&Text::plain("  ").with(Style::Accent, sign).with(Style::Plain, &condition.what));
        }
        for step in &path.steps {
            let usd = step.usd.map(|usd| format!(", ${usd}")).unwrap_or_default();
            self.text(2, Style::Plain, &format!("then {}{usd}", step.what));
        }
        self.source(2, &path.cite);
    }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let end = if text.ends_with(['.', '?']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}

fn carry_over(periods: u8) -> String {
    match periods {
        1 => "Surplus hours carry over into the next period.".to_owned(),
        more => format!("Surplus hours carry over into the next {more} periods."),
    }
}

fn fee_words(fee: &Fee) -> String {
    let when = fee.when.as_ref().map(|when| format!(" ({when})")).unwrap_or_default();
    format!("Fee: {} ${}{when}.", fee.what, fee.usd)
}

fn credential_as_json(catalog: &Catalog, credential: &Credential) -> Value {
    let authority = catalog.authority_of(credential);
    let condition = |line: &rung_catalog::PathCondition| {
        json!({"what": line.what, "says": rule_words::condition(catalog, &line.condition), "would_meet": line.would_meet,
               "source": source(catalog, &line.cite)})
    };
    let path = |path: &Path| {
        json!({
            "id": path.id, "title": path.title, "from": path.from, "until": path.until,
            "conditions": path.conditions.iter().map(condition).collect::<Vec<_>>(),
            "then": path.steps.iter().map(|step| json!({"what": step.what, "usd": step.usd})).collect::<Vec<_>>(),
            "source": source(catalog, &path.cite),
        })
    };
    json!({
        "id": credential.id,
        "title": credential.title,
        "kind": credential.kind,
        "trainee": credential.trainee,
        "renewable": credential.renewable,
        "authority": {"id": authority.id, "name": authority.name, "body": authority.body, "checked": authority.checked,
                      "confidence": authority.confidence,
                      "open_questions": authority.open_questions.iter().map(|question| &question.ask).collect::<Vec<_>>()},
        "implies": credential.implies,
        "term": credential.term.as_ref().map(rule_words::term),
        "renewals": credential.renewals.iter().map(|rules| version_as_json(catalog, rules)).collect::<Vec<_>>(),
        "reinstatement": credential.reinstatement.as_ref().map(|open| json!({
            "stages": open.stages.iter().map(|stage| json!({
                "title": stage.title,
                "within": stage.within.map(|span| span.to_string()),
                "rules": stage.rules.iter().map(|rules| version_as_json(catalog, rules)).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "afterwards": open.afterwards,
            "source": source(catalog, &open.cite),
        })),
        "paths": credential.paths.iter().map(path).collect::<Vec<_>>(),
        "notes": credential.notes,
        "note": words::DISCLAIMER,
    })
}

fn version_as_json(catalog: &Catalog, rules: &RuleSet) -> Value {
    let fee = |fee: &Fee| json!({"what": fee.what, "usd": fee.usd, "when": fee.when, "source": source(catalog, &fee.cite)});
    json!({
        "id": rules.id,
        "duty": rules.duty,
        "from": rules.from,
        "until": rules.until,
        "selected_by": match rules.selected_by {
            rung_catalog::SelectedBy::PeriodEnd => "period-end",
            rung_catalog::SelectedBy::Filed => "filed",
        },
        "clock": rules.clock.as_ref().map(rule_words::term),
        "opens": rules.opens.as_ref().map(rule_words::deadline),
        "file_by": rules.file_by.as_ref().map(rule_words::deadline),
        "accepts": rule_words::filter(catalog, &rules.accepts),
        "carry_over_periods": rules.carry_over_periods,
        "requirements": rules.requirements.iter().map(|line| line_as_json(catalog, line)).collect::<Vec<_>>(),
        "fees": rules.fees.iter().map(fee).collect::<Vec<_>>(),
        "notes": rules.notes,
        "source": source(catalog, &rules.cite),
    })
}

fn line_as_json(catalog: &Catalog, line: &Requirement) -> Value {
    let hours = match &line.ask {
        Ask::Minimum { hours, .. } => json!(hours),
        Ask::Maximum { most: rung_catalog::Share::Hours(hours), .. } => json!(hours),
        _ => Value::Null,
    };
    let inner = if let Ask::AllOf(lines) = &line.ask { lines.as_slice() } else { &[] };
    let list =
        |lines: &[Requirement]| lines.iter().map(|line| line_as_json(catalog, line)).collect::<Vec<_>>();
    json!({
        "id": line.id,
        "what": line.what,
        "kind": line.kind(),
        "hours": hours,
        "says": rule_words::requirement(catalog, line),
        "applies": rule_words::applies(catalog, line),
        "except": line.except.iter().map(|case| rule_words::exception(catalog, case)).collect::<Vec<_>>(),
        "all_of": list(inner),
        "or": list(&line.or),
        "note": line.note,
        "source": source(catalog, &line.cite),
    })
}

fn source(catalog: &Catalog, cite: &Cite) -> Value {
    let (authority, source) = catalog.source(cite);
    json!({"title": source.title, "url": source.url, "place": cite.place, "tier": source.tier, "dated": source.dated,
           "checked": authority.checked, "confidence": cite.confidence})
}

// ── check ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/// What a check found, kind by kind.
struct Findings {
    load: Vec<String>,
    lint: Vec<String>,
    scenarios: Vec<String>,
    uncovered: Vec<String>,
}

impl Findings {
    fn kinds(&self) -> [(&'static str, &[String]); 4] {
        [
            ("files that cannot be used", &self.load),
            ("faults in the rules", &self.lint),
            ("scenarios that come out otherwise", &self.scenarios),
            ("lines that no scenario tries both ways", &self.uncovered),
        ]
    }

    fn count(&self) -> usize {
        self.kinds().iter().map(|(_, found)| found.len()).sum()
    }
}

fn check(args: &CheckArgs, terminal: Terminal) -> Result<End, Failure> {
    let overlays = args.catalog.overlays()?;
    let mut findings =
        Findings { load: Vec::new(), lint: Vec::new(), scenarios: Vec::new(), uncovered: Vec::new() };
    let (mut authorities, mut credentials, mut scenarios) = (0, 0, 0);
    match Catalog::load(&overlays) {
        Err(errors) => findings.load = errors.0.iter().map(ToString::to_string).collect(),
        Ok(catalog) => {
            let report = run_scenarios(&catalog);
            findings.lint = catalog.lint(args.on.day()).iter().map(ToString::to_string).collect();
            findings.scenarios = report.failures.clone();
            findings.uncovered = report.uncovered.clone();
            (authorities, credentials, scenarios) =
                (catalog.authorities.len(), catalog.credentials.len(), report.run);
        }
    }
    let clean = findings.count() == 0;
    if args.json.json {
        output::print_json(&json!({
            "authorities": authorities, "credentials": credentials, "scenarios": scenarios,
            "load_errors": findings.load, "lints": findings.lint, "failures": findings.scenarios,
            "uncovered": findings.uncovered,
        }))?;
    } else {
        let mut page = Page::new(terminal);
        let counts = format!("{authorities} authorities, {credentials} credentials, {scenarios} scenarios.");
        for (what, found) in findings.kinds().iter().filter(|(_, found)| !found.is_empty()) {
            page.line(&Text::new().with(Style::Bold, &format!("{} {what}:", found.len())));
            for line in found.iter().flat_map(|text| text.lines()) {
                page.line(&Text::plain(&format!("  {line}")));
            }
            page.gap();
        }
        let verdict = Verdict::of(clean);
        let says = if clean { " Everything holds together: " } else { " Something is to be mended: " };
        page.line(
            &Text::new()
                .with(Style::Is(verdict), page.terminal.sign(verdict))
                .with(Style::Bold, says)
                .with(Style::Plain, &counts),
        );
        page.print()?;
    }
    Ok(if clean { End::Done } else { End::No })
}
