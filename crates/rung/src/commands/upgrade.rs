//! `rung upgrade`: the data of an earlier version, brought to this one.

use crate::{
    data::{DataArg, refused, wait},
    failure::{End, Failure},
    input::JsonArg,
    output::{self, Page},
    term::{Terminal, Text},
};
use clap::Args;
use rung_store::{UpgradeCheck, check_upgrade};
use serde_json::{Map, Value, json};

/// Arguments of `rung upgrade`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  rung upgrade --check\n  rung upgrade")]
pub struct UpgradeArgs {
    /// Only try it on a copy, and say how it went
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    data: DataArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Tries the upgrade on a copy, and without `--check` does it.
///
/// # Errors
/// There is no data, it is of a newer Rung, or it cannot be upgraded.
pub fn run(args: &UpgradeArgs, terminal: Terminal) -> Result<End, Failure> {
    let place = args.data.place()?;
    let now = jiff::Timestamp::now();
    let check = wait(check_upgrade(&place, now))?.map_err(refused)?;
    let needed = check.versions.data < check.versions.program;
    if needed && !args.check {
        // Opening is upgrading; a copy of the file is taken there.
        args.data.with_store(async |_| Ok(()))?;
    }
    if args.json.json {
        let rows: Map<String, Value> =
            check.rows.iter().map(|(name, n)| (name.clone(), (*n).into())).collect();
        output::print_json(&json!({
            "data_version": check.versions.data, "program_version": check.versions.program, "needed": needed,
            "done": needed && !args.check, "rows": rows,
        }))?;
        return Ok(End::Done);
    }
    let mut page = Page::new(terminal);
    page.line(&Text::plain(&said(&check, args.check)));
    page.print()?;
    Ok(End::Done)
}

fn said(check: &UpgradeCheck, only_check: bool) -> String {
    let (data, program) = (check.versions.data, check.versions.program);
    let rows: i64 = check.rows.iter().map(|(_, count)| count).sum();
    match (data < program, only_check) {
        (false, _) => format!("The data is of version {data}, as this Rung writes it: nothing to do."),
        (true, true) => format!(
            "The data is of version {data}; a copy of it was brought to version {program}, and all {rows} rows are \
             there. `rung upgrade` does it, and keeps a copy of the file first."
        ),
        (true, false) => format!(
            "The data was brought from version {data} to version {program}; all {rows} rows are there. The file as it \
             was is in backups/."
        ),
    }
}
