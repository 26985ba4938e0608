//! `rung undo`: a change taken back.

use crate::{
    commands::history::as_json,
    data::{DataArg, refused},
    failure::{End, Failure},
    input::JsonArg,
    output,
    record_home::by_command_line,
    term::harmless,
};
use clap::Args;
use rung_store::{Batch, PersonId, Store, StoreError};
use rung_words::say;
use serde_json::json;

/// Arguments of `rung undo`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rung undo
  rung undo 12

An undo is a change as well: undoing it does again what it took back.")]
pub struct UndoArgs {
    /// The change, as `rung history` numbers it; the last one when left out
    #[arg(value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    number: Option<u32>,
    #[command(flatten)]
    data: DataArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Takes it back.
///
/// # Errors
/// There is no such change, or what it changed was changed again since; nothing was written.
pub fn run(args: &UndoArgs) -> Result<End, Failure> {
    let (batch, title, done) = args.data.with_store(async |store| {
        let me = store.person().await?;
        let batch = find(store, me, args.number).await?;
        let title = title(store, me, batch.clone()).await?;
        let done = store.undo(me, batch.version, &by_command_line(&title)).await;
        Ok((batch, title, done))
    })?;
    let done = done.map_err(|error| not_undone(error, &batch))?;
    if args.json.json {
        let number = done.version.to_string().parse::<i64>().ok();
        output::print_json(&json!({"undone": as_json(&batch), "number": number}))?;
    } else {
        output::print(&format!(
            "{}\nThat is change {}; `rung undo` takes it back.\n",
            harmless(&title),
            done.version
        ))?;
    }
    Ok(End::Done)
}

async fn find(store: &Store, me: PersonId, number: Option<u32>) -> Result<Batch, StoreError> {
    let before = match number {
        Some(number) => Some((i64::from(number) + 1).to_string().parse()?),
        None => None,
    };
    let found = store.history(me, before, 1).await?.pop();
    let is_meant =
        |batch: &Batch| number.is_none_or(|number| batch.version.to_string() == number.to_string());
    found.filter(is_meant).ok_or_else(|| {
        StoreError::Missing(match number {
            Some(number) => format!("there is no change {number}; `rung history` lists them"),
            None => "nothing was changed yet, so nothing can be undone".to_owned(),
        })
    })
}

/// An undo that is undone is not told as the undo of an undo.
async fn title(store: &Store, me: PersonId, batch: Batch) -> Result<String, StoreError> {
    let (beneath, is_there) = store.beneath_undos(me, batch).await?;
    Ok(if is_there {
        say!(output::english(), "account-history-redone", what = beneath.title)
    } else {
        say!(output::english(), "account-history-undid", what = beneath.title)
    })
}

fn not_undone(error: StoreError, batch: &Batch) -> Failure {
    let failure = refused(error);
    match batch.undone_by {
        Some(by) => failure.hint(format!("change {} was taken back by change {by}", batch.version)),
        None if batch.entries == 0 => {
            failure.hint("what was there before a restore is in a backup; `rung restore` puts it back")
        }
        None => failure,
    }
}
