//! How much is kept of one person: far more than a career needs, and never so much that it could not be read back.

use crate::{
    Kind, PersonId, StoreError,
    engine::*,
    record::{assemble, record_entries, refuse_too_large},
};
use rung_record::{MAX_CREDITS, MAX_RECORD_BYTES};

/// The most of anything that is given out at once: entries on a page, lines of the history.
pub const MAX_PAGE: u32 = 500;
/// More changes than this at once are refused: an import of the longest record.
pub(crate) const MAX_STEPS: usize = MAX_CREDITS + 10_000;
/// So many entries that were changed meanwhile are named.
pub(crate) const MAX_STALE: i64 = 100;

impl Kind {
    /// So many of the kind are kept of one person.
    pub fn most(self) -> usize {
        match self {
            Self::Person => 1,
            Self::Credit => MAX_CREDITS,
            Self::Credential | Self::Work | Self::Education => 2_000,
            Self::Fact => 5_000,
            Self::Extra | Self::Setting => 500,
            Self::Offering | Self::Document => 5_000,
        }
    }
}

/// Refuses what was just written if there is now more than is kept; the caller does not commit it then.
pub(crate) async fn refuse_too_much(tx: &mut Tx, person: PersonId) -> Result<(), StoreError> {
    let sql = "select kind, count(*), cast(sum(octet_length(body)) as bigint) from entry where person = $1 group by kind";
    let mut bytes = 0;
    for row in tx.rows(sql, args![person.0]).await? {
        let (kind, count) = (Kind::named(&row.text(0)?)?, usize::try_from(row.int(1)?).unwrap_or(usize::MAX));
        if count > kind.most() {
            return Err(StoreError::refused(format!(
                "that would be {count} {}; at most {} are kept. Remove some that you do not need first",
                kind.plural(),
                kind.most()
            )));
        }
        if kind.is_of_record() {
            bytes += usize::try_from(row.int(2)?).unwrap_or(usize::MAX);
        }
    }
    // A file is written with line breaks and spaces; only where these could matter is it written to see.
    if bytes > MAX_RECORD_BYTES / 4 {
        refuse_too_large(&assemble(record_entries(tx, person).await?)?)?;
    }
    Ok(())
}
