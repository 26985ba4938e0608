//! `rung catalog map`: the jurisdictions as tiles, each with its value.

use super::sheet;
use crate::{
    failure::{End, Failure},
    input::{CatalogArg, JsonArg, OnArg},
    output::{self, Page, english},
    term::{Style, Terminal, Text, cut, wrap},
};
use clap::{Args, ValueEnum};
use rung_atlas::{Amount, Glance, Need, Tile, answer, tiles};
use rung_catalog::{Allowed, Catalog};
use rung_record::Date;
use rung_rules::Verdict;
use serde_json::{Value, json};

/// Arguments of `rung catalog map`.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  rung catalog map\n  rung catalog map --by vaccines\n  rung catalog map --by certification --table"
)]
pub struct MapArgs {
    /// What each tile tells
    #[arg(long, value_name = "WHAT", default_value = "hours")]
    by: By,
    /// A table instead of the map
    #[arg(long)]
    table: bool,
    #[command(flatten)]
    on: OnArg,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    /// Hours of continuing education a year.
    Hours,
    /// Live hours a year.
    Live,
    /// Whether national certification is needed to keep the credential, or else to get it.
    Certification,
    /// Whether technicians may give vaccines.
    Vaccines,
}

/// What a tile says, in at most five letters.
struct Sign {
    short: String,
    words: String,
    style: Style,
}

/// A tile narrower than this cannot hold its sign; the table is shown instead.
const NARROWEST_TILE: usize = 6;

/// Draws it.
///
/// # Errors
/// The catalogue cannot be read.
pub fn run(args: &MapArgs, terminal: Terminal) -> Result<End, Failure> {
    let catalog = args.catalog.load()?;
    let on = args.on.day();
    let tiles = tiles(&catalog);
    if args.json.json {
        let entry = |tile: &Tile<'_>| as_json(&catalog, tile, args.by, on);
        let all: Vec<Value> = tiles.iter().map(entry).collect();
        output::print_json(&json!({"on": on, "by": name(args.by), "jurisdictions": all}))?;
        return Ok(End::Done);
    }
    let mut page = Page::new(terminal);
    sheet::title(&mut page, title(args.by), &on.to_string());
    page.gap();
    let columns = tiles.iter().map(|tile| tile.column + 1).max().unwrap_or(1);
    let tile_width = (terminal.width / columns).min(8);
    if args.table || tile_width < NARROWEST_TILE {
        table(&mut page, &catalog, args.by, on);
    } else {
        draw(&mut page, &catalog, &tiles, tile_width, args.by, on);
    }
    page.gap();
    for line in wrap(legend(args.by), terminal.width) {
        page.line(&Text::new().with(Style::Dim, &line));
    }
    page.print()?;
    Ok(End::Done)
}

fn draw(page: &mut Page, catalog: &Catalog, tiles: &[Tile<'_>], width: usize, by: By, on: Date) {
    let rows = tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(0);
    for row in 0..rows {
        let (mut codes, mut signs) = (Text::new(), Text::new());
        for tile in tiles.iter().filter(|tile| tile.row == row) {
            let sign = sign(&Glance::of(catalog, tile.authority, on), by);
            codes.pad_to(tile.column * width);
            codes.push(Style::Bold, &tile.authority.id.to_uppercase());
            signs.pad_to(tile.column * width);
            signs.push(sign.style, &sign.short);
        }
        if row > 0 {
            page.gap();
        }
        page.line(&codes);
        page.line(&signs);
    }
}

fn table(page: &mut Page, catalog: &Catalog, by: By, on: Date) {
    for glance in Glance::of_all(catalog, on) {
        let sign = sign(&glance, by);
        let mut line = Text::new().with(Style::Bold, &glance.authority.id.to_uppercase());
        line.pad_to(4);
        line.push(Style::Plain, &glance.authority.name);
        line.pad_to(26);
        let room = page.terminal.width.saturating_sub(line.width());
        line.push(sign.style, &cut(&sign.words, room));
        page.line(&line);
    }
}

fn as_json(catalog: &Catalog, tile: &Tile<'_>, by: By, on: Date) -> Value {
    let glance = Glance::of(catalog, tile.authority, on);
    let sign = sign(&glance, by);
    let mut value = answer::glance(&glance);
    if let Value::Object(fields) = &mut value {
        fields.insert("column".into(), json!(tile.column));
        fields.insert("row".into(), json!(tile.row));
        fields.insert("value".into(), json!(sign.short));
        fields.insert("words".into(), json!(sign.words));
    }
    value
}

fn name(by: By) -> &'static str {
    match by {
        By::Hours => "hours",
        By::Live => "live",
        By::Certification => "certification",
        By::Vaccines => "vaccines",
    }
}

fn title(by: By) -> &'static str {
    match by {
        By::Hours => "Hours of continuing education a year",
        By::Live => "Live hours a year",
        By::Certification => "National certification",
        By::Vaccines => "Giving vaccines",
    }
}

fn legend(by: By) -> &'static str {
    match by {
        By::Hours | By::Live => {
            "0: none asked, and a text says so. ?: no source tells. 8/p: in a period whose length is not known. –: no \
             credential that the catalogue knows. Trainees, first periods and single duties aside."
        }
        By::Certification => {
            "keep: needed to keep the credential. get: needed to get it. way: one of several ways. no: not needed. ?: no \
             source tells. –: no credential that the catalogue knows."
        }
        By::Vaccines => {
            "yes: allowed. terms: allowed on terms. no: a text forbids it. ?: no source tells. The best that any technician \
             of the jurisdiction may."
        }
    }
}

fn sign(glance: &Glance<'_>, by: By) -> Sign {
    let known = |short: &str, words: String| Sign { short: short.to_owned(), words, style: Style::Plain };
    let unknown = |words: &str| Sign {
        short: "?".to_owned(),
        words: words.to_owned(),
        style: Style::Is(Verdict::Unknown),
    };
    if glance.credential.is_none() && by != By::Vaccines {
        return Sign {
            style: Style::Dim, ..known("–", "No credential that the catalogue knows".to_owned())
        };
    }
    match by {
        By::Hours | By::Live => {
            let amount = if by == By::Hours { glance.hours } else { glance.live };
            let words = amount.in_words(english());
            match amount {
                Amount::Hours { a_year: Some(hours), .. } => {
                    Sign { style: Style::Accent, ..known(&hours.to_string(), words) }
                }
                Amount::Hours { in_period, a_year: None } => {
                    Sign { style: Style::Accent, ..known(&format!("{in_period}/p"), words) }
                }
                Amount::Nothing => known("0", words),
                Amount::Unknown => unknown(&words),
            }
        }
        By::Certification => certification(glance),
        By::Vaccines => {
            let words = glance.in_words(english())[Glance::VACCINES].1.clone();
            match glance.vaccines {
                Allowed::Yes => Sign { style: Style::Is(Verdict::Met), ..known("yes", words) },
                Allowed::Conditions => Sign { style: Style::Accent, ..known("terms", words) },
                Allowed::No => Sign { style: Style::Is(Verdict::NotMet), ..known("no", words) },
                Allowed::Unknown => unknown(&words),
            }
        }
    }
}

fn certification(glance: &Glance<'_>) -> Sign {
    let (get, keep) = (glance.certification_to_get, glance.certification_to_keep);
    let words = format!(
        "To get it: {}. To keep it: {}.",
        get.in_words(english()).to_lowercase(),
        keep.in_words(english()).to_lowercase()
    );
    let (short, style) = match (get, keep) {
        (_, Need::Required) => ("keep", Style::Accent),
        (Need::Required, _) => ("get", Style::Accent),
        (Need::OneWay, _) | (_, Need::OneWay) => ("way", Style::Plain),
        (Need::Unknown, _) | (_, Need::Unknown) => ("?", Style::Is(Verdict::Unknown)),
        (Need::NotRequired, Need::NotRequired) => ("no", Style::Plain),
    };
    Sign { short: short.to_owned(), words, style }
}
