//! `rung uan`: what activity numbers say, and where the record says otherwise.

use crate::{
    failure::{End, Failure},
    input::{CatalogArg, JsonArg, RecordArg},
    output::{self, Page},
    term::{Style, Terminal, Text, wrap},
};
use clap::Args;
use rung_formats::{TopicNames, uan};
use rung_record::{Credit, Record, Uan};
use rung_rules::Verdict;
use rung_today::topic_names;
use serde_json::{Value, json};

/// Arguments of `rung uan`.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  rung uan 0107-0000-26-021-L03-T")]
pub struct UanArgs {
    /// ACPE universal activity numbers
    #[arg(value_name = "NUMBER", required = true)]
    numbers: Vec<String>,
    #[command(flatten)]
    record: RecordArg,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

/// One number, explained, and the credits of the record that carry it.
struct Answer<'a> {
    written: &'a str,
    read: Result<uan::Explanation, String>,
    in_record: Vec<InRecord<'a>>,
}

struct InRecord<'a> {
    credit: &'a Credit,
    disagreements: Vec<uan::Disagreement>,
}

/// Explains them all; the end is `BadInput` when one of them is no such number.
///
/// # Errors
/// The record or the catalogue cannot be read.
pub fn run(args: &UanArgs, terminal: Terminal) -> Result<End, Failure> {
    let names = topic_names(&args.catalog.load()?);
    let record = args.record.read_if_any()?.unwrap_or_default();
    let answers: Vec<Answer<'_>> =
        args.numbers.iter().map(|written| answer(written, &record, &names)).collect();
    if args.json.json {
        output::print_json(&answers.iter().map(as_json).collect())?;
    } else {
        let mut page = Page::new(terminal);
        for (n, answer) in answers.iter().enumerate() {
            if n > 0 {
                page.gap();
            }
            show(&mut page, answer);
        }
        page.print()?;
    }
    Ok(if answers.iter().all(|answer| answer.read.is_ok()) { End::Done } else { End::BadInput })
}

fn answer<'a>(written: &'a str, record: &'a Record, names: &TopicNames) -> Answer<'a> {
    let parsed = written.parse::<Uan>();
    let in_record = match &parsed {
        Ok(wanted) => {
            let carries = |credit: &&Credit| {
                let own = credit.uan.as_deref().and_then(|own| own.parse::<Uan>().ok());
                own.is_some_and(|own| own == *wanted || own.is_same_activity(wanted))
            };
            let found = record.credits.iter().filter(carries);
            found
                .map(|credit| InRecord { credit, disagreements: uan::disagreements(credit, names) })
                .collect()
        }
        Err(_) => Vec::new(),
    };
    let read = parsed.map(|uan| uan::explain(&uan, names)).map_err(|error| error.to_string());
    Answer { written, read, in_record }
}

fn as_json(answer: &Answer<'_>) -> Value {
    match &answer.read {
        Err(fault) => json!({"number": answer.written, "fault": fault}),
        Ok(explanation) => {
            let credit = |found: &InRecord<'_>| {
                json!({"credit": found.credit.id, "completed": found.credit.completed,
                       "disagreements": found.disagreements})
            };
            json!({
                "number": explanation.number,
                "parts": explanation.parts,
                "sibling": explanation.sibling,
                "in_record": answer.in_record.iter().map(credit).collect::<Vec<_>>(),
            })
        }
    }
}

fn show(page: &mut Page, answer: &Answer<'_>) {
    let explanation = match &answer.read {
        Ok(explanation) => explanation,
        Err(fault) => {
            page.line(&Text::new().with(Style::Bold, answer.written));
            for line in wrap(fault, page.terminal.width - 2) {
                page.line(&Text::plain("  ").with(Style::Is(Verdict::NotMet), &line));
            }
            return;
        }
    };
    page.line(&Text::new().with(Style::Bold, &explanation.number));
    for part in &explanation.parts {
        let mut line = Text::plain("  ").with(Style::Accent, &part.text);
        line.pad_to(9);
        line.push(Style::Dim, part.name);
        line.pad_to(25);
        line.push(Style::Plain, &part.meaning);
        page.line(&line);
    }
    let sibling = format!(
        "If the activity is open to the other audience too, its number there is {}.",
        explanation.sibling
    );
    for line in wrap(&sibling, page.terminal.width - 2) {
        page.line(&Text::plain("  ").with(Style::Dim, &line));
    }
    for InRecord { credit, disagreements } in &answer.in_record {
        let heading = format!("In the record as {}, completed on {}", credit.id, credit.completed);
        let agrees = if disagreements.is_empty() { Verdict::Met } else { Verdict::NotMet };
        let ending = if disagreements.is_empty() { "; it says the same." } else { "; it says otherwise:" };
        page.line(
            &Text::plain("  ")
                .with(Style::Is(agrees), page.terminal.sign(agrees))
                .with(Style::Plain, &format!(" {heading}{ending}")),
        );
        for disagreement in disagreements {
            for line in wrap(&disagreement.sentence, page.terminal.width - 6) {
                page.line(&Text::plain(&format!("      {line}")));
            }
        }
    }
}
