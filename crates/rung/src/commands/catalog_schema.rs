//! `rung catalog schema`: what an editor needs to complete and check rules of one's own.

use crate::{
    failure::{End, Failure},
    output,
};
use clap::Args;
use rung_catalog::FileSchema;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Arguments of `rung catalog schema`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  rung catalog schema scenarios\n  rung catalog schema --out our-rules")]
pub struct SchemaArgs {
    /// The kind of file
    #[arg(default_value = "authority", value_parser = FileSchema::ALL.map(|kind| kind.name))]
    kind: String,
    /// Write every schema into this directory of rules and, where it has none yet, settings for editors with the Tombi
    /// language server
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    out: Option<PathBuf>,
}

/// Prints one schema, or writes them all.
///
/// # Errors
/// Something cannot be written.
pub fn run(args: &SchemaArgs) -> Result<End, Failure> {
    match &args.out {
        Some(dir) => write_all(dir)?,
        None => {
            let kind = FileSchema::ALL.iter().find(|kind| kind.name == args.kind);
            output::print(kind.map_or("", |kind| kind.text))?;
        }
    }
    Ok(End::Done)
}

fn write_all(dir: &Path) -> Result<(), Failure> {
    let schemas = dir.join("schema");
    fs::create_dir_all(&schemas).map_err(|error| Failure::io("create", &schemas, &error))?;
    for kind in FileSchema::ALL {
        write(&schemas.join(kind.file_name()), kind.text)?;
    }
    let settings = dir.join("tombi.toml");
    // Somebody's own settings stay as they are.
    if settings.exists() { Ok(()) } else { write(&settings, &tombi()) }
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::io("write", path, &error))
}

/// Settings of the language server: the first entry that fits a file tells its schema.
fn tombi() -> String {
    let entry = |kind: &FileSchema| {
        format!("\n[[schemas]]\npath = \"schema/{}\"\ninclude = {:?}\n", kind.file_name(), kind.files)
    };
    let entries: String = FileSchema::ALL.iter().map(entry).collect();
    format!("toml-version = \"v1.0.0\"\n\n[schema]\nstrict = false\n{entries}")
}
