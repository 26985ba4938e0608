//! A sample technician beside the person's own record: to look at, to try things on, and to remove without a trace.

use crate::{
    Change, Note, PersonId, PlannedOffering, Store, StoreError,
    change::{one_line, time_text, write},
    engine::*,
    record::{difference, entries_of, refuse_too_large},
    removal::remove_sample,
};
use rung_formats::offerings::Offering;
use rung_record::Record;

/// The sample technician that is loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Whose rows are the sample's: everything works for them as for a person's own.
    pub person: PersonId,
    /// What it is called.
    pub name: String,
}

/// Whose data is shown: the sample technician's while one is loaded, and else the person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Whose rows these are.
    pub person: PersonId,
    /// What the sample is called; none for the person's own.
    pub sample: Option<String>,
}

impl Store {
    /// Loads a sample technician, in the place of the one that was there. The person's own rows are not touched.
    ///
    /// It gets a new [`PersonId`] each time, so that no page takes one sample for another.
    ///
    /// # Errors
    /// The record cannot be kept: it is too large, or something in it is. The sample from before is still there then.
    pub async fn load_sample(
        &self,
        name: &str,
        record: &Record,
        offerings: Vec<Offering>,
        note: &Note,
    ) -> Result<PersonId, StoreError> {
        refuse_too_large(record)?;
        let mut tx = self.turn_of_all().await?;
        let unowned = remove_sample(&mut tx).await?;
        let person = new_person(&mut tx).await?;
        let sql = "insert into person (id, created, version, sample) values ($1, $2, 0, $3)";
        tx.run(sql, args![person.0, &time_text(note.at), &one_line(name)]).await?;
        let mut change = difference(&[], entries_of(record));
        let offerings = offerings.into_iter().map(PlannedOffering::open);
        change.steps.extend(offerings.fold(Change::new(), |change, offering| change.add(&offering)).steps);
        write(&mut tx, person, note, change).await?;
        tx.commit().await?;
        self.remove_unowned(unowned).await?;
        Ok(person)
    }

    /// The sample that is loaded, if one is.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn sample(&self) -> Result<Option<Sample>, StoreError> {
        let Shown { person, sample } = self.shown().await?;
        Ok(sample.map(|name| Sample { person, name }))
    }

    /// Whose data is shown and changed, in one query.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn shown(&self) -> Result<Shown, StoreError> {
        let sql =
            "select id, sample from person order by case when sample is null then 1 else 0 end, id limit 1";
        let row = self.pool().row(sql, args![]).await?;
        let row = row.ok_or_else(|| StoreError::damaged("the data belongs to nobody"))?;
        Ok(Shown { person: PersonId(row.int(0)?), sample: row.maybe_text(1)? })
    }

    /// Removes the sample and everything of it: entries, history, calendar links, documents with their files, but for
    /// files that somebody else has too. Where there is none, there is nothing to do.
    ///
    /// # Errors
    /// The database or the folder of documents cannot be written.
    pub async fn remove_sample(&self) -> Result<(), StoreError> {
        let mut tx = self.turn_of_all().await?;
        let unowned = remove_sample(&mut tx).await?;
        tx.commit().await?;
        self.remove_unowned(unowned).await
    }
}

/// Who was never there before: numbers of people do not come back, so that versions of one are never another's.
async fn new_person(tx: &mut Tx) -> Result<PersonId, StoreError> {
    let row = tx.row("select max(id), (select value from meta where key = 'people') from person", args![]);
    let row = row.await?.ok_or_else(|| StoreError::damaged("the data belongs to nobody"))?;
    let counted = row.maybe_text(1)?.and_then(|text| text.parse().ok()).unwrap_or(0);
    let id = row.maybe_int(0)?.unwrap_or(0).max(counted) + 1;
    let sql =
        "insert into meta (key, value) values ('people', $1) on conflict (key) do update set value = $1";
    tx.run(sql, args![&id.to_string()]).await?;
    Ok(PersonId(id))
}
