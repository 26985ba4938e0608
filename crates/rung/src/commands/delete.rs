//! `rung delete`: what is kept, removed for good.

use crate::{
    data::{DataArg, counted},
    failure::{End, Failure},
    input::JsonArg,
    output::{self, Page},
    term::{Style, Terminal, Text},
};
use clap::Args;
use rung_store::{Backups, PersonId, Purged, Store, StoreError};
use serde_json::json;

/// Arguments of `rung delete`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rung delete
  rung delete --backups --yes
  rung delete --sample --yes

It cannot be undone. `rung backup FILE` beforehand keeps a copy, `rung export` the record.")]
pub struct DeleteArgs {
    /// Do it; without it, only what would be removed is shown
    #[arg(long)]
    yes: bool,
    /// Remove the backups in the folder of the data too
    #[arg(long, conflicts_with = "sample")]
    backups: bool,
    /// Remove the sample technician only; your own record stays
    #[arg(long)]
    sample: bool,
    #[command(flatten)]
    data: DataArg,
    #[command(flatten)]
    json: JsonArg,
}

/// What there is to remove.
struct Kept {
    /// The sample's name, when that is what is removed.
    sample: Option<String>,
    credits: u64,
    credentials: u64,
    documents: u64,
}

impl Kept {
    async fn of(store: &Store, person: PersonId, sample: Option<String>) -> Result<Self, StoreError> {
        let kept = store.snapshot(person).await?;
        Ok(Self {
            sample,
            credits: kept.record.credits.len() as u64,
            credentials: kept.record.credentials.len() as u64,
            documents: kept.documents.len() as u64,
        })
    }

    /// `12 credits, 2 credentials, 0 documents and their history`
    fn in_words(&self) -> String {
        format!(
            "{}, {}, {} and their history",
            counted(self.credits, "credit"),
            counted(self.credentials, "credential"),
            counted(self.documents, "document"),
        )
    }
}

/// Shows what would be removed, and with `--yes` removes it.
///
/// # Errors
/// Nothing is kept, there is no sample, or the data cannot be written.
pub fn run(args: &DeleteArgs, terminal: Terminal) -> Result<End, Failure> {
    let (kept, purged) = args.data.with_store(async |store| {
        let kept = find(store, args.sample).await?;
        let purged = if args.yes { Some(remove(store, args).await?) } else { None };
        Ok((kept, purged))
    })?;
    if args.json.json {
        output::print_json(&json!({
            "removed": args.yes, "sample": kept.sample, "credits": kept.credits, "credentials": kept.credentials,
            "documents": kept.documents,
            "backups_left": purged.as_ref().map(|purged| &purged.backups_left),
        }))?;
        return Ok(End::Done);
    }
    let mut page = Page::new(terminal);
    show(&mut page, args, &kept, purged.as_ref());
    page.print()?;
    Ok(End::Done)
}

async fn find(store: &Store, sample: bool) -> Result<Kept, StoreError> {
    if !sample {
        return Kept::of(store, store.person().await?, None).await;
    }
    match store.sample().await? {
        Some(sample) => Kept::of(store, sample.person, Some(sample.name)).await,
        None => Err(StoreError::Missing("no sample technician is loaded".to_owned())),
    }
}

async fn remove(store: &Store, args: &DeleteArgs) -> Result<Purged, StoreError> {
    store.remove_sample().await?;
    if args.sample {
        return Ok(Purged::default());
    }
    let backups = if args.backups { Backups::Remove } else { Backups::Keep };
    store.purge(store.person().await?, backups).await
}

fn show(page: &mut Page, args: &DeleteArgs, kept: &Kept, purged: Option<&Purged>) {
    let whose = match &kept.sample {
        Some(name) => format!("The sample technician {name}"),
        None if purged.is_some() => "What was kept".to_owned(),
        None => "What is kept".to_owned(),
    };
    page.line(&Text::plain(&format!("{whose}: {}.", kept.in_words())));
    let Some(purged) = purged else {
        let backups = match (args.sample, args.backups) {
            (true, _) => "your own record stays.",
            (_, true) => "the backups in the folder of the data go too. It cannot be undone.",
            _ => "the backups stay (--backups removes them too). It cannot be undone.",
        };
        page.line(&Text::plain(&format!("Nothing was removed. To do it, add --yes; {backups}")));
        return;
    };
    page.line(&Text::new().with(Style::Bold, "Removed for good."));
    if !purged.backups_left.is_empty() {
        page.line(&Text::plain(
            "These backups still hold what was kept; `rung delete --backups --yes` removes them:",
        ));
        for path in &purged.backups_left {
            page.line(&Text::plain(&format!("  {}", path.display())));
        }
    }
}
