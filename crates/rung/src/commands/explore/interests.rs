//! The questionnaire on interests and values, asked in the terminal; answers in a file or with what is kept.

use super::AnswersArg;
use crate::{
    data::DataArg,
    failure::{End, Failure, shown},
    input::{CatalogArg, JsonArg},
    output::{self, Page, english},
    record_home::by_command_line,
    term::{Style, Terminal, Text},
};
use clap::Args;
use rung_catalog::field::{QuestionKind, Questionnaire};
use rung_store::Change;
use rung_way::interests::{Answers, Liking};
use serde_json::json;
use std::{
    fs,
    io::{BufRead as _, ErrorKind, IsTerminal as _, Write as _},
    path::Path,
};

/// Arguments of `rung explore interests`.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  rung explore interests\n  rung explore interests --set mixing=2 --set teaching=-1\n  rung explore --by interest"
)]
pub struct InterestsArgs {
    /// Answer one question without being asked: its id and -2 to 2, or `none` to take the answer back
    #[arg(long, value_name = "QUESTION=ANSWER")]
    set: Vec<String>,
    /// Show the questions and the answers, and ask nothing
    #[arg(long)]
    show: bool,
    #[command(flatten)]
    answers: AnswersArg,
    #[command(flatten)]
    data: DataArg,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Under which name the answers are kept.
const SETTING: &str = "interests";

pub fn run(args: &InterestsArgs, terminal: Terminal) -> Result<End, Failure> {
    let catalog = args.catalog.load()?;
    let questionnaire = &catalog.field().questionnaire;
    let before = read(&args.answers, &args.data, questionnaire)?;
    let mut answers = before.clone();
    for set in &args.set {
        set_one(&mut answers, questionnaire, set)?;
    }
    if args.set.is_empty() && !args.show && !args.json.json {
        ask(&mut answers, questionnaire, terminal)?;
    }
    if answers != before {
        keep(&args.answers, &args.data, &answers)?;
    }
    if args.json.json {
        output::print_json(&as_json(questionnaire, &answers))?;
    } else {
        show(questionnaire, &answers, terminal)?;
    }
    Ok(End::Done)
}

/// The answers of the file, or those that are kept; none where there are none.
///
/// # Errors
/// They cannot be read, or are no answers to these questions.
pub fn read(from: &AnswersArg, data: &DataArg, questionnaire: &Questionnaire) -> Result<Answers, Failure> {
    let (text, place) = match &from.answers {
        Some(path) => match fs::read_to_string(path) {
            Ok(text) => (text, shown(path)),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Answers::default()),
            Err(error) => return Err(Failure::io("read", path, &error)),
        },
        None => match kept(data)? {
            Some(value) => (value.to_string(), "what is kept".to_owned()),
            None => return Ok(Answers::default()),
        },
    };
    Answers::from_json(&text, questionnaire)
        .map_err(|what| Failure::input(format!("{place} cannot be used as answers: {what}")))
}

fn kept(data: &DataArg) -> Result<Option<serde_json::Value>, Failure> {
    if data.kept_record()?.is_err() {
        return Ok(None);
    }
    data.with_store(async |store| Ok(store.settings(store.person().await?).await?.remove(SETTING)))
}

fn keep(to: &AnswersArg, data: &DataArg, answers: &Answers) -> Result<(), Failure> {
    let value = serde_json::to_value(answers).unwrap_or_default();
    if let Some(path) = &to.answers {
        return fs::write(path, format!("{value:#}\n")).map_err(|error| Failure::io("write", path, &error));
    }
    data.with_new_store(async |store| {
        let note = by_command_line("Answers on interests and values");
        store.change(store.person().await?, &note, Change::default().put_setting(SETTING, value)).await?;
        Ok(())
    })
}

fn set_one(answers: &mut Answers, questionnaire: &Questionnaire, set: &str) -> Result<(), Failure> {
    let fault = |what: String| {
        Failure::usage(what).hint("write it as `mixing=2`: a question's id and -2 to 2, or `none`")
    };
    let (id, answer) = set.split_once('=').ok_or_else(|| fault(format!("\"{set}\" is no answer")))?;
    if questionnaire.question(id).is_none() {
        let known: Vec<&str> = questionnaire.questions.iter().map(|own| own.id.as_str()).collect();
        return Err(Failure::usage(format!("there is no question \"{id}\""))
            .hint(format!("they are {}", known.join(", "))));
    }
    if answer == "none" {
        answers.0.remove(id);
        return Ok(());
    }
    let liking = answer.parse().ok().and_then(Liking::new);
    let liking = liking.ok_or_else(|| fault(format!("\"{answer}\" is no answer to {id}")))?;
    answers.0.insert(id.to_owned(), liking);
    Ok(())
}

/// Asks what is not answered yet. An empty line leaves a question open, `q` ends.
fn ask(answers: &mut Answers, questionnaire: &Questionnaire, terminal: Terminal) -> Result<(), Failure> {
    let stdin = std::io::stdin();
    if !stdin.is_terminal() {
        return Err(Failure::usage("there is nobody to ask: standard input is not a terminal")
            .hint("`--set mixing=2` answers a question, `--show` lists them"));
    }
    let mut page = Page::new(terminal);
    page.text(0, Style::Dim, questionnaire.about.of("en"));
    page.text(0, Style::Plain, "2 very much · 1 rather · 0 undecided · -1 rather not · -2 not at all; an empty line leaves it open, q ends.");
    page.print()?;
    let open: Vec<_> =
        questionnaire.questions.iter().filter(|question| answers.to(&question.id).is_none()).collect();
    for (n, question) in open.iter().enumerate() {
        let lead = if question.kind == QuestionKind::Interest {
            "Would you like to"
        } else {
            "Does it matter to you to"
        };
        loop {
            output::print(&format!("\n{}/{} {lead}: {}\n> ", n + 1, open.len(), question.ask.of("en")))?;
            let mut line = String::new();
            let read = stdin.lock().read_line(&mut line);
            read.map_err(|error| Failure::io("read", Path::new("standard input"), &error))?;
            match line.trim() {
                "q" => return Ok(()),
                "" if line.is_empty() => return Ok(()),
                "" => break,
                other => match other.parse().ok().and_then(Liking::new) {
                    Some(liking) => {
                        answers.0.insert(question.id.to_string(), liking);
                        break;
                    }
                    None => output::print("That is no answer: -2, -1, 0, 1 or 2.\n")?,
                },
            }
        }
    }
    std::io::stdout().flush().map_err(|error| Failure::io("write", Path::new("standard output"), &error))
}

fn as_json(questionnaire: &Questionnaire, answers: &Answers) -> serde_json::Value {
    let question = |own: &rung_catalog::field::InterestQuestion| json!({"id": own.id.as_str(), "kind": own.kind, "ask": own.ask.of("en"), "onet": own.onet, "answer": answers.to(&own.id)});
    json!({
        "about": questionnaire.about.of("en"),
        "questions": questionnaire.questions.iter().map(question).collect::<Vec<_>>(),
        "answered": answers.0.len(),
    })
}

fn show(questionnaire: &Questionnaire, answers: &Answers, terminal: Terminal) -> Result<(), Failure> {
    let mut page = Page::new(terminal);
    page.line(&Text::new().with(Style::Bold, "Your answers"));
    for question in &questionnaire.questions {
        let answer =
            answers.to(&question.id).map_or("open".to_owned(), |liking| format!("{:+}", liking.points()));
        let answer = if answer == "+0" { "0".to_owned() } else { answer };
        page.labelled(2, 8, &answer, Style::Plain, question.ask.of(english().language().code()));
        page.labelled(2, 8, "", Style::Dim, question.id.as_str());
    }
    page.gap();
    page.text(0, Style::Dim, questionnaire.about.of("en"));
    page.text(0, Style::Plain, "`rung explore --by interest` puts the roles in their order.");
    page.print()
}
