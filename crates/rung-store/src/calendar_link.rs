//! Secret addresses under which a calendar program fetches the deadlines.

use crate::{
    PersonId, Store, StoreError,
    change::{parse_time, time_text},
    engine::*,
};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

/// More links than this are refused; a person has a few calendar programs.
const MAX_LINKS: i64 = 20;
/// With the revoked ones, which are kept so that no backup brings them back.
const MAX_LINKS_EVER: i64 = 1_000;

/// A link as it can be shown again: without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarLink {
    /// Names it among the person's.
    pub id: String,
    /// What the person called it: `My phone`.
    pub name: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was revoked, if it was. That is final: history and backups do not bring it back.
    pub revoked: Option<Timestamp>,
}

impl Store {
    /// Makes a link. The secret is told once and kept only as a hash.
    ///
    /// # Errors
    /// There are too many, or the database cannot be written.
    pub async fn new_calendar_link(
        &self,
        person: PersonId,
        name: &str,
        now: Timestamp,
    ) -> Result<(CalendarLink, String), StoreError> {
        let mut random = [0_u8; 32];
        getrandom::fill(&mut random)
            .map_err(|error| StoreError::refused(format!("the system gives no random numbers: {error}")))?;
        let secret = hex(&random);
        let name: String = name.chars().filter(|c| !c.is_control()).take(100).collect();
        let mut tx = self.turn(person).await?;
        let sql = "select count(*), count(revoked) from calendar_link where person = $1";
        let row = tx.row(sql, args![person.0]).await?;
        let (all, revoked) = row.map_or(Ok((0, 0)), |row| Ok::<_, StoreError>((row.int(0)?, row.int(1)?)))?;
        if all - revoked >= MAX_LINKS {
            return Err(StoreError::refused(format!("there are {MAX_LINKS} links; revoke one first")));
        }
        if all >= MAX_LINKS_EVER {
            return Err(StoreError::refused(format!(
                "{MAX_LINKS_EVER} links were made, the most there can be"
            )));
        }
        let id = (all + 1).to_string();
        let sql = "insert into calendar_link (person, id, name, secret_sha256, created) values ($1, $2, $3, $4, $5)";
        let (hash, created) = (sha256(secret.as_bytes()), time_text(now));
        tx.run(sql, args![person.0, &id, &name, &hash, &created]).await?;
        tx.commit().await?;
        Ok((CalendarLink { id, name, created: now, revoked: None }, secret))
    }

    /// All links of the person, in the order in which they were made.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn calendar_links(&self, person: PersonId) -> Result<Vec<CalendarLink>, StoreError> {
        let mut tx = self.pool().reading().await?;
        let sql = "select id, name, created, revoked from calendar_link where person = $1 order by created, length(id), id";
        let link = |row: &Row| {
            Ok(CalendarLink {
                id: row.text(0)?,
                name: row.text(1)?,
                created: parse_time(&row.text(2)?)?,
                revoked: row.maybe_text(3)?.map(|at| parse_time(&at)).transpose()?,
            })
        };
        tx.rows(sql, args![person.0]).await?.iter().map(link).collect()
    }

    /// Ends a link for good.
    ///
    /// # Errors
    /// There is no such link.
    pub async fn revoke_calendar_link(
        &self,
        person: PersonId,
        id: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = self.turn(person).await?;
        let sql = "update calendar_link set revoked = coalesce(revoked, $3) where person = $1 and id = $2";
        if tx.run(sql, args![person.0, id, &time_text(now)]).await? == 0 {
            return Err(StoreError::Missing("there is no such calendar link".to_owned()));
        }
        tx.commit().await
    }

    /// Whose calendar a secret opens; none when the link was revoked or never was.
    ///
    /// This is how a calendar program says who it is, so it is the one query that asks for the person.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn calendar_person(&self, secret: &str) -> Result<Option<PersonId>, StoreError> {
        let mut tx = self.pool().reading().await?;
        let sql = "select person from calendar_link where secret_sha256 = $1 and revoked is null";
        let row = tx.row(sql, args![&sha256(secret.as_bytes())]).await?;
        row.map(|row| row.int(0).map(PersonId)).transpose()
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
        text
    })
}
