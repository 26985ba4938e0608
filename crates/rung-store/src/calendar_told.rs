//! What calendars that subscribe were told last, so that the next telling is a change and not a new calendar.

use crate::{PersonId, Store, StoreError, engine::*};
use jiff::{Timestamp, civil::Date};
use rung_formats::icalendar::{Deadline, Published, publish};

/// Who never chose is told in English.
const USUAL_LANGUAGE: &str = "en";

impl Store {
    /// The events as calendars are told them now: `wanted` with the sequence number and the time of the last change of
    /// each, and those that were called off. What was told is remembered.
    ///
    /// # Errors
    /// The database cannot be read or written.
    pub async fn tell_calendar(
        &self,
        person: PersonId,
        wanted: Vec<Deadline>,
        now: Timestamp,
        today: Date,
    ) -> Result<Vec<Deadline>, StoreError> {
        let before = told(&mut self.pool().reading().await?, person).await?;
        let next = publish(&before, wanted.clone(), now, today);
        if next.published == before {
            return Ok(next.deadlines);
        }
        // Another program may have asked meanwhile: reckoned again while nobody else writes.
        let mut tx = self.turn(person).await?;
        let next = publish(&told(&mut tx, person).await?, wanted, now, today);
        let body = serde_json::to_string(&next.published)
            .map_err(|error| StoreError::refused(format!("the calendar cannot be kept: {error}")))?;
        let sql = "insert into calendar_told (person, language, body) values ($1, $2, $3) \
                   on conflict (person) do update set body = $3";
        tx.run(sql, args![person.0, USUAL_LANGUAGE, &body]).await?;
        tx.commit().await?;
        Ok(next.deadlines)
    }

    /// The language in which calendars are told: `en`, `es`.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn calendar_language(&self, person: PersonId) -> Result<String, StoreError> {
        let row =
            self.pool().row("select language from calendar_told where person = $1", args![person.0]).await?;
        row.map_or_else(|| Ok(USUAL_LANGUAGE.to_owned()), |row| row.text(0))
    }

    /// Chooses it.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn set_calendar_language(&self, person: PersonId, language: &str) -> Result<(), StoreError> {
        let mut tx = self.turn(person).await?;
        let sql = "insert into calendar_told (person, language, body) values ($1, $2, '[]') \
                   on conflict (person) do update set language = $2";
        tx.run(sql, args![person.0, language]).await?;
        tx.commit().await
    }
}

async fn told(tx: &mut Tx, person: PersonId) -> Result<Vec<Published>, StoreError> {
    let row = tx.row("select body from calendar_told where person = $1", args![person.0]).await?;
    let Some(row) = row else { return Ok(Vec::new()) };
    serde_json::from_str(&row.text(0)?)
        .map_err(|error| StoreError::damaged(format!("what calendars were told cannot be read: {error}")))
}
