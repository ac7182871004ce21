//! The list of won deals that wait for a verdict: nobody judged them, or they changed since.

use super::{LAST, ListOf, Walk, Ways, Within, beginning, case_within, way, ways};
use crate::cell::Cell;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::table::packed;
use crate::tables::case_columns;
use atelier_domain::execution::Case;
use jiff::civil::Date;
use sqlx::Row as _;

/// What is asked of the list of deals that wait.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PendingList {
    /// First day of closing; what has none is then left out.
    pub closed_from: Option<Date>,
    /// In the order of closing, else the newest first. Ties go by id.
    pub oldest_first: bool,
    /// Whose.
    pub within: Within,
    /// Where the last page ended.
    pub after: Option<String>,
    /// Rows of a page: 1 to 500.
    pub limit: i64,
}

macro_rules! columns {
    () => {
        "SELECT id, source_key, account, owner, product, stage, standing, process, step, engaged_on, \
         closed_on, value_cents, value_currency, seq, "
    };
}
// The same rule as `Deal::progress` of the domain; a test holds them together. A reopening is found among the facts.
macro_rules! waits {
    ($person:literal, $teams:literal) => {
        concat!(
            " AND NOT EXISTS (SELECT 1 FROM confirmations c WHERE c.tenant = cases.tenant AND c.id = cases.id \
             AND c.verdict <> 'withdrawn' AND COALESCE(c.account, '') = COALESCE(cases.account, '') \
             AND COALESCE(c.value_cents, -1) = COALESCE(cases.value_cents, -1) \
             AND COALESCE(c.value_currency, '') = COALESCE(cases.value_currency, '') \
             AND COALESCE(c.closed_on, '') = COALESCE(cases.closed_on, '') \
             AND NOT EXISTS (SELECT 1 FROM fact_rows r WHERE r.tenant = c.tenant AND r.kind = 'execution/case' \
             AND r.object = c.id AND r.seq > c.version AND r.payload NOT LIKE '%\"standing\":\"won\"%')) AND ",
            case_within!($person, $teams)
        )
    };
}

pub(super) const WAYS: &[&[Ways]] = &[&[ways!(
    case_columns,
    columns!(),
    " FROM cases WHERE tenant = $1 AND standing = 'won'",
    "closed_key",
    "id",
    waits!("$6", "$7")
)]];
/// How many there are, counted up to a number.
pub(super) const HOW_MANY: &str = concat!(
    "SELECT COUNT(*) FROM (SELECT id FROM cases WHERE tenant = $1 AND standing = 'won' AND closed_key >= $2",
    waits!("$3", "$4"),
    " LIMIT $5) page"
);

impl PendingList {
    fn span(&self) -> [Cell; 2] {
        self.closed_from
            .map_or_else(|| beginning(""), |first| [Cell::shown(first), Cell::Text(LAST.to_owned())])
    }
}

impl Reader {
    /// A page of the won deals that wait for a verdict.
    ///
    /// # Errors
    /// Refused `app/unreadable-page` when `after` is no cursor of this order.
    pub async fn list_pending(&mut self, list: &PendingList) -> Result<ListOf<Case>, StoreError> {
        let code = if list.oldest_first { "waiting" } else { "-waiting" };
        let walk = Walk { code, span: list.span(), after: list.after.as_deref(), limit: list.limit };
        walk.page(self, &WAYS[0][0], list.within.cells().to_vec()).await
    }

    /// How many wait, at most `most`.
    pub async fn count_pending(&mut self, list: &PendingList, most: i64) -> Result<i64, StoreError> {
        let [first, _] = list.span();
        let [person, teams] = list.within.cells();
        let values = [Cell::Text(self.tenant()), first, person, teams];
        let row = super::bound(HOW_MANY, &values).bind(most).fetch_one(self.conn()).await?;
        Ok(row.try_get(0)?)
    }
}

/// The index that it is meant to be read from.
#[cfg(test)]
pub(super) const INDEXES: &[&[&str]] = &[&["cases_won_by_closed"]];
