//! Credits by day, a page at a time.

use crate::{Kept, Kind, MAX_PAGE, PersonId, Store, StoreError, change::entry_of, engine::*, record::kept};
use rung_record::{Credit, Date};

/// Which credits, and which page of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedgerQuery {
    /// The first day of completion.
    pub from: Option<Date>,
    /// The last day of completion.
    pub until: Option<Date>,
    /// Counted from 0.
    pub page: u32,
    /// Credits on a page, at most [`MAX_PAGE`](crate::MAX_PAGE).
    pub size: u32,
}

impl Default for LedgerQuery {
    fn default() -> Self {
        Self { from: None, until: None, page: 0, size: 50 }
    }
}

/// A page of credits, the latest first.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerPage {
    /// The credits.
    pub credits: Vec<Kept<Credit>>,
    /// How many there are on all pages.
    pub total: u64,
}

/// Days compare as texts; these are before and after all of them.
const FIRST_DAY: &str = "0000-00-00";
const LAST_DAY: &str = "9999-99-99";

impl Store {
    /// A page of credits. What is on other pages is not read.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn ledger(&self, person: PersonId, query: &LedgerQuery) -> Result<LedgerPage, StoreError> {
        let mut tx = self.pool().reading().await?;
        let from = query.from.map_or_else(|| FIRST_DAY.to_owned(), |day| day.to_string());
        let until = query.until.map_or_else(|| LAST_DAY.to_owned(), |day| day.to_string());
        let size = i64::from(query.size.min(MAX_PAGE));
        let skip = i64::from(query.page) * size;
        let sql =
            "select count(*) from entry where person = $1 and kind = 'credit' and day between $2 and $3";
        let row = tx.row(sql, args![person.0, &from, &until]).await?;
        let total = row.map(|row| row.int(0)).transpose()?.unwrap_or(0);
        let sql = "select kind, id, position, version, body from entry where person = $1 and kind = 'credit' \
                   and day between $2 and $3 order by day desc, position desc limit $4 offset $5";
        let rows = tx.rows(sql, args![person.0, &from, &until, size, skip]).await?;
        let credits = rows.iter().map(|row| kept(entry_of(row)?)).collect::<Result<_, _>>()?;
        Ok(LedgerPage { credits, total: u64::try_from(total).unwrap_or_default() })
    }

    /// How many credits were completed in each year, the latest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn credit_years(&self, person: PersonId) -> Result<Vec<(i16, u64)>, StoreError> {
        let mut tx = self.pool().reading().await?;
        let sql = "select substr(day, 1, 4), count(*) from entry where person = $1 and kind = $2 group by 1";
        let mut years = Vec::new();
        for row in tx.rows(sql, args![person.0, Kind::Credit.word()]).await? {
            let year = row.maybe_text(0)?.and_then(|year| year.parse().ok());
            let count = u64::try_from(row.int(1)?).unwrap_or_default();
            years.extend(year.map(|year: i16| (year, count)));
        }
        years.sort_by_key(|(year, _)| std::cmp::Reverse(*year));
        Ok(years)
    }
}
