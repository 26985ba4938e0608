//! The rows of all tables as lines of JSON, out of one database and into another.
//!
//! These are operations over the whole installation: they name no person, because they move everybody.

use crate::{StoreError, engine::*, schema::TABLES};
use serde_json::{Map, Value};

/// A row, by column.
pub(super) type Fields = Map<String, Value>;

/// A column and whether it holds numbers.
type Column = (&'static str, bool);

/// The columns of the tables of this version; the first ones order the rows.
fn columns(table: &str) -> &'static [Column] {
    match table {
        "person" => &[("id", true), ("created", false), ("version", true)],
        "entry" => &[
            ("person", true),
            ("kind", false),
            ("id", false),
            ("position", true),
            ("version", true),
            ("day", false),
            ("body", false),
        ],
        "history" => &[
            ("person", true),
            ("version", true),
            ("at", false),
            ("actor", false),
            ("title", false),
            ("undoes", true),
        ],
        "history_entry" => &[
            ("person", true),
            ("version", true),
            ("kind", false),
            ("id", false),
            ("before_position", true),
            ("before_body", false),
            ("after_position", true),
            ("after_body", false),
        ],
        "document" => {
            &[("person", true), ("sha256", false), ("media_type", false), ("size", true), ("added", false)]
        }
        "calendar_link" => &[
            ("person", true),
            ("id", false),
            ("name", false),
            ("secret_sha256", false),
            ("created", false),
            ("revoked", false),
        ],
        _ => &[],
    }
}

/// So many rows are in memory at a time.
const PAGE: i64 = 5_000;

/// Which rows a backup holds: everybody's but the sample's, which is not worth keeping.
fn kept(table: &str) -> &'static str {
    match table {
        "person" => "sample is null",
        _ => "person in (select id from person where sample is null)",
    }
}

/// Gives every row of a table that a backup holds to `each`.
pub(super) async fn read_rows(
    tx: &mut Tx,
    table: &'static str,
    mut each: impl FnMut(Fields) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let columns = columns(table);
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    let sql = format!(
        "select {} from {table} where {} order by {} limit $1 offset $2",
        names.join(", "),
        kept(table),
        names[..names.len().min(4)].join(", ")
    );
    let mut skip = 0;
    loop {
        let rows = tx.rows(sql.clone(), args![PAGE, skip]).await?;
        for row in &rows {
            each(fields_of(row, columns)?)?;
        }
        skip += PAGE;
        if i64::try_from(rows.len()).unwrap_or(PAGE) < PAGE {
            return Ok(());
        }
    }
}

fn fields_of(row: &Row, columns: &[Column]) -> Result<Fields, StoreError> {
    let field = |(n, (name, number)): (usize, &Column)| {
        let value = if *number { row.maybe_int(n)?.into() } else { row.maybe_text(n)?.into() };
        Ok(((*name).to_owned(), value))
    };
    columns.iter().enumerate().map(field).collect()
}

/// Adds rows to a table. The columns are those of the rows, which may be of an earlier version.
pub(super) async fn add_rows(tx: &mut Tx, table: &str, rows: &[Fields]) -> Result<(), StoreError> {
    let Some(first) = rows.first() else { return Ok(()) };
    let is_name = |name: &String| {
        !name.is_empty() && name.bytes().all(|c| c.is_ascii_lowercase() || c == b'_' || c.is_ascii_digit())
    };
    let names: Vec<&String> = first.keys().collect();
    if names.is_empty() || !names.iter().all(|name| is_name(name)) {
        return Err(foreign_row(table));
    }
    let names_text = names.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(", ");
    let numbers = columns(table);
    for rows in rows.chunks(CHUNK) {
        let sql =
            format!("insert into {table} ({names_text}) values {}", value_rows(rows.len(), names.len()));
        let mut args = Vec::with_capacity(rows.len() * names.len());
        for row in rows {
            if row.len() != names.len() {
                return Err(foreign_row(table));
            }
            for name in &names {
                let number = numbers.iter().any(|(column, number)| column == name && *number);
                args.push(match row.get(*name) {
                    Some(Value::String(text)) => Arg::from(text),
                    Some(Value::Number(n)) => Arg::Int(Some(n.as_i64().ok_or_else(|| foreign_row(table))?)),
                    Some(Value::Null) if number => Arg::Int(None),
                    Some(Value::Null) => Arg::Text(None),
                    _ => return Err(foreign_row(table)),
                });
            }
        }
        tx.run(sql, &args).await?;
    }
    Ok(())
}

fn foreign_row(table: &str) -> StoreError {
    StoreError::damaged(format!("the backup holds a row that is none of the table {table}"))
}

/// Removes all rows of all tables.
pub(super) async fn clear(tx: &mut Tx) -> Result<(), StoreError> {
    for table in TABLES.iter().rev() {
        tx.run(format!("delete from {table}"), args![]).await?;
    }
    Ok(())
}
