//! `rung catalog compare`: two credentials or two jurisdictions, side by side.

use super::{
    find,
    sheet::{self, Sheet},
    short,
};
use crate::{
    failure::{End, Failure},
    input::{CatalogArg, JsonArg, OnArg},
    output::{self, english},
    term::{Style, Terminal, Text, wrap},
};
use clap::Args;
use rung_atlas::{Address, Fact, Place, Row, answer, compare_credentials, compare_jurisdictions};
use rung_catalog::Catalog;
use rung_record::Date;
use rung_rules::Verdict;
use serde_json::json;

/// Arguments of `rung catalog compare`.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  rung catalog compare Texas Ohio\n  rung catalog compare ptcb-cpht nha-excpt --differences"
)]
pub struct CompareArgs {
    /// A jurisdiction or a credential
    #[arg(value_name = "A")]
    left: String,
    /// Another one of the same kind
    #[arg(value_name = "B")]
    right: String,
    /// Only what differs
    #[arg(long)]
    differences: bool,
    #[command(flatten)]
    on: OnArg,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Two things, and what each says.
struct Pair<'a> {
    left: (String, Address),
    right: (String, Address),
    rows: Vec<Row<'a>>,
}

/// Compares.
///
/// # Errors
/// The catalogue cannot be read, or the two cannot be laid side by side.
pub fn run(args: &CompareArgs, terminal: Terminal) -> Result<End, Failure> {
    let catalog = args.catalog.load()?;
    let on = args.on.day();
    let mut pair = pair(&catalog, args, on)?;
    let all = pair.rows.len();
    let differ = pair.rows.iter().filter(|row| row.differs()).count();
    if args.differences {
        pair.rows.retain(Row::differs);
    }
    if args.json.json {
        let side =
            |(name, address): &(String, Address)| json!({"name": name, "address": address.to_string()});
        let rows: Vec<_> = pair.rows.iter().map(|row| answer::row(&catalog, row)).collect();
        output::print_json(
            &json!({"on": on, "left": side(&pair.left), "right": side(&pair.right), "compared": all,
                                   "differ": differ, "rows": rows}),
        )?;
        return Ok(End::Done);
    }
    let mut table = Table::new(&catalog, terminal);
    table.show(&pair, on);
    table.sheet.page.gap();
    let sum = format!("{differ} of {all} lines differ.");
    table.sheet.text(0, Style::Plain, &sum);
    table.sheet.sources();
    table.sheet.disclaimer();
    table.sheet.page.print()?;
    Ok(End::Done)
}

fn pair<'a>(catalog: &'a Catalog, args: &CompareArgs, on: Date) -> Result<Pair<'a>, Failure> {
    let sides = (find(catalog, &args.left)?, find(catalog, &args.right)?);
    match sides {
        (Place::Credential(left), Place::Credential(right)) => {
            let named = |credential: &'a rung_catalog::Credential| {
                (catalog.short_name(credential.id.as_str()), Address::credential(credential.id.as_str()))
            };
            let rows = compare_credentials(english(), catalog, left, right, on);
            Ok(Pair { left: named(left), right: named(right), rows })
        }
        (Place::Authority(left), Place::Authority(right))
            if left.is_jurisdiction && right.is_jurisdiction =>
        {
            let named = |authority: &'a rung_catalog::Authority| {
                (authority.name.clone(), Address::authority(authority))
            };
            let rows = compare_jurisdictions(english(), catalog, left, right, on);
            Ok(Pair { left: named(left), right: named(right), rows })
        }
        _ => Err(Failure::usage(format!(
            "\"{}\" and \"{}\" cannot be laid side by side",
            args.left, args.right
        ))
        .hint("name two jurisdictions, or two credentials; `rung catalog list` shows them")),
    }
}

/// Below this width the two sides stand below each other.
const SIDE_BY_SIDE: usize = 72;
const NAME: usize = 20;

struct Table<'a> {
    sheet: Sheet<'a>,
    /// Columns of one side.
    side: usize,
}

impl<'a> Table<'a> {
    fn new(catalog: &'a Catalog, terminal: Terminal) -> Self {
        Self { sheet: Sheet::new(catalog, terminal), side: (terminal.width.saturating_sub(NAME + 4)) / 2 }
    }

    fn show(&mut self, pair: &Pair<'a>, on: Date) {
        let heading = format!("{} and {}", pair.left.0, pair.right.0);
        sheet::title(&mut self.sheet.page, &heading, &on.to_string());
        if self.is_wide() {
            self.sheet.page.gap();
            self.row(Text::new(), (Style::Bold, &pair.left.0), (Style::Bold, &pair.right.0));
            let ids = (short(&pair.left.1), short(&pair.right.1));
            self.row(Text::new(), (Style::Dim, &ids.0), (Style::Dim, &ids.1));
        }
        let mut section = None;
        for row in &pair.rows {
            if section != Some(row.section) {
                self.sheet.heading(&row.section.title(english()));
                section = Some(row.section);
            }
            self.compared(pair, row);
        }
    }

    fn is_wide(&self) -> bool {
        self.sheet.page.terminal.width >= SIDE_BY_SIDE
    }

    fn compared(&mut self, pair: &Pair<'a>, row: &Row<'a>) {
        let terminal = self.sheet.page.terminal;
        let differs = row.differs();
        let sign = if differs { terminal.pick("≠", "!") } else { terminal.pick("=", "=") };
        let style = if differs { Style::Accent } else { Style::Dim };
        let (left, right) = (self.told(row.left.as_ref()), self.told(row.right.as_ref()));
        if self.is_wide() {
            let names = wrap(&row.name, NAME - 3);
            let lines = names.len();
            let mut label = Text::new().with(style, sign).with(Style::Plain, " ");
            label.push(Style::Bold, names.first().map_or("", String::as_str));
            self.columns(label, &names[1..lines], (left.0, &left.1), (right.0, &right.1));
        } else {
            self.sheet.labelled(2, Text::new().with(style, sign), Style::Bold, &row.name);
            for (name, (style, says)) in [(&pair.left.0, left), (&pair.right.0, right)] {
                self.sheet.text(4, Style::Dim, name);
                self.sheet.text(6, style, &says);
            }
        }
    }

    /// What one side says, with its source's number; nothing said is not the same as a cited nothing.
    fn told(&mut self, side: Option<&Fact<'a>>) -> (Style, String) {
        let Some(fact) = side else { return (Style::Dim, "(nothing told)".to_owned()) };
        let says = match fact.cite {
            Some(cite) => format!("{} {}", fact.says, self.sheet.number(cite.authority, cite.source)),
            None => fact.says.clone(),
        };
        match fact.is_unknown {
            true => (
                Style::Is(Verdict::Unknown),
                format!("{} {says}", self.sheet.page.terminal.sign(Verdict::Unknown)),
            ),
            false => (Style::Plain, says),
        }
    }

    fn row(&mut self, label: Text, left: (Style, &str), right: (Style, &str)) {
        self.columns(label, &[], left, right);
    }

    fn columns(&mut self, label: Text, more: &[String], left: (Style, &str), right: (Style, &str)) {
        let (lefts, rights) = (in_column(left.1, self.side), in_column(right.1, self.side));
        let mut label = Some(label);
        for n in 0..lefts.len().max(rights.len()).max(more.len() + 1) {
            let mut line = label.take().unwrap_or_else(|| {
                let name = n.checked_sub(1).and_then(|n| more.get(n));
                Text::plain("  ").with(Style::Bold, name.map_or("", String::as_str))
            });
            line.pad_to(NAME);
            line.push(left.0, lefts.get(n).map_or("", String::as_str));
            line.pad_to(NAME + self.side + 2);
            line.push(right.0, rights.get(n).map_or("", String::as_str));
            self.sheet.page.line(&line);
        }
    }
}

/// Lines for a column: unlike on a line of its own, a word that is too long is broken.
fn in_column(text: &str, width: usize) -> Vec<String> {
    let broken = text.split_whitespace().flat_map(|word| {
        let letters: Vec<char> = word.chars().collect();
        letters.chunks(width.max(1)).map(|part| part.iter().collect()).collect::<Vec<String>>()
    });
    wrap(&broken.collect::<Vec<_>>().join(" "), width)
}
