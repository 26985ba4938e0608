//! Removing all that is kept of somebody, from every table and from the folder of documents.

use crate::{
    PersonId, Store, StoreError,
    documents::{blocking, path_of},
    engine::*,
};
use std::{fs, io::ErrorKind};

/// The rows of a person, those first that refer to others.
const OF_PERSON: &[&str] =
    &["calendar_link", "calendar_told", "document", "entry", "history_entry", "history"];

/// Removes every row of the person but the person's own. Gives the hashes of the documents that may be nobody's now.
pub(crate) async fn remove_rows(tx: &mut Tx, person: PersonId) -> Result<Vec<String>, StoreError> {
    let rows = tx.rows("select sha256 from document where person = $1", args![person.0]).await?;
    let hashes = rows.iter().map(|row| row.text(0)).collect::<Result<_, _>>()?;
    for table in OF_PERSON {
        tx.run(format!("delete from {table} where person = $1"), args![person.0]).await?;
    }
    Ok(hashes)
}

/// Removes the sample's rows, where there is a sample. Gives the hashes of its documents.
pub(crate) async fn remove_sample(tx: &mut Tx) -> Result<Vec<String>, StoreError> {
    let mut hashes = Vec::new();
    for row in tx.rows("select id from person where sample is not null", args![]).await? {
        let person = PersonId(row.int(0)?);
        hashes.extend(remove_rows(tx, person).await?);
        tx.run("delete from person where id = $1", args![person.0]).await?;
    }
    Ok(hashes)
}

/// Makes every stamp another one: what pages have read is no more.
pub(crate) async fn count_generation(tx: &mut Tx) -> Result<(), StoreError> {
    let row = tx.row("select value from meta where key = 'generation'", args![]).await?;
    let last: i64 = row.map(|row| row.text(0)).transpose()?.and_then(|text| text.parse().ok()).unwrap_or(0);
    tx.run("update meta set value = $1 where key = 'generation'", args![&(last + 1).to_string()]).await?;
    Ok(())
}

impl Store {
    /// Removes the files of documents that nobody has any more, once that is on the disk.
    ///
    /// Nobody adds a document meanwhile: who adds one looks for its file again within their turn.
    pub(crate) async fn remove_unowned(&self, hashes: Vec<String>) -> Result<(), StoreError> {
        let mut tx = self.turn_of_all().await?;
        let mut unowned = Vec::new();
        for sha256 in hashes {
            if tx.row("select 1 from document where sha256 = $1", args![&sha256]).await?.is_none() {
                unowned.push(path_of(&self.place().documents(), &sha256));
            }
        }
        blocking(move || {
            for path in unowned {
                match fs::remove_file(&path) {
                    Err(error) if error.kind() != ErrorKind::NotFound => {
                        return Err(StoreError::file("remove", &path)(error));
                    }
                    _ => {}
                }
            }
            Ok(())
        })
        .await?;
        tx.commit().await?;
        self.forget();
        self.pool().forget_log().await
    }
}
