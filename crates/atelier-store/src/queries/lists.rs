//! Long lists: a page of them, in an order, through filters.
//!
//! Pages go by key: a cursor is the sort key and the id of the last row shown. A page is found in one
//! of two ways. The list is walked along the index of its sort order, and what a filter refuses is
//! stepped over; or, when a filter leaves [`FEW`] rows or less, those are taken from the index of the
//! filter and sorted. So a page never looks at more than some thousands of rows, unless two filters
//! leave many each and next to nothing together.

mod accounts;
mod cases;
mod orders;
mod pending;
mod walk;

pub use accounts::{AccountList, AccountSort};
pub use cases::{CaseList, CaseSort};
pub use orders::{OrderList, OrderSort};
pub use pending::PendingList;

use crate::cell::Cell;
use crate::error::StoreError;
use crate::reader::Reader;
use walk::Walk;
pub(super) use walk::bound;

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListOf<T> {
    /// The rows, in the order asked.
    pub rows: Vec<T>,
    /// What to ask the next page with; `None` when this was the last one. It says nothing to a reader.
    pub next: Option<String>,
}

/// Whose rows may be seen: those that somebody within reach leads, and those that nobody leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Within {
    /// Everybody's.
    #[default]
    Everybody,
    /// Those of a person of the sales force, by key, and of some teams.
    Some {
        /// Key; may be empty.
        person: String,
        /// Names of teams.
        teams: Vec<String>,
    },
}

impl Within {
    /// The key of a person, empty for everybody's, and the teams between bars.
    pub(super) fn cells(&self) -> [Cell; 2] {
        match self {
            Self::Everybody => [Cell::Text(String::new()), Cell::Text(String::new())],
            Self::Some { person, teams } => {
                // No key is a single bar.
                let person = if person.is_empty() { "|" } else { person };
                let teams =
                    if teams.is_empty() { String::new() } else { ["|", &teams.join("|"), "|"].concat() };
                [Cell::shown(person), Cell::Text(teams)]
            }
        }
    }
}

/// Whether a firm is within reach: somebody within reach leads a case there, or nobody leads one; so is no firm at
/// all. Company and firm as columns, then whose as told by [`Within::cells`].
macro_rules! firm_within {
    ($tenant:literal, $account:literal, $person:literal, $teams:literal) => {
        concat!(
            "(",
            $person,
            " = '' OR NOT EXISTS (SELECT 1 FROM cases c WHERE c.tenant = ",
            $tenant,
            " AND c.account = ",
            $account,
            " AND c.owner IS NOT NULL) OR EXISTS (SELECT 1 FROM cases c JOIN people p ON p.tenant = c.tenant \
             AND p.id = c.owner WHERE c.tenant = ",
            $tenant,
            " AND c.account = ",
            $account,
            " AND (p.source_key = ",
            $person,
            " OR replace(",
            $teams,
            ", '|' || p.team || '|', '') <> ",
            $teams,
            ")))"
        )
    };
}
pub(super) use firm_within;

/// Whether a case is within reach: somebody within reach leads it, or nobody does.
macro_rules! case_within {
    ($person:literal, $teams:literal) => {
        concat!(
            "(",
            $person,
            " = '' OR owner IS NULL OR EXISTS (SELECT 1 FROM people p WHERE p.tenant = cases.tenant \
             AND p.id = cases.owner AND (p.source_key = ",
            $person,
            " OR replace(",
            $teams,
            ", '|' || p.team || '|', '') <> ",
            $teams,
            ")))"
        )
    };
}
pub(super) use case_within;

/// Rows that are sorted rather than walked to. With a million rows and fifty a page, a filter that
/// leaves more meets its page within 10,000 steps.
const FEW: i64 = if cfg!(test) { 10 } else { 5_000 };
/// After every text.
const LAST: &str = "\u{10ffff}";
/// Most rows of a page.
const MOST: i64 = 500;

/// The statements of a sort order, up and down, each as one text and row by row: columns, what is selected before
/// the sort key, where from, the sort key, the id, and what filters. `$1` company, `$2` and `$3` sort key and id of
/// the last row, `$4` end of the sort key, `$5` limit, then the filters.
#[rustfmt::skip]
macro_rules! ways {
    ($columns:ident, $select:expr, $from:expr, $key:expr, $id:expr, $filter:expr) => {
        [
            way!($columns, concat!(
                $select, $key, " AS sort_key", $from, " AND (", $key, ", ", $id, ") > ($2, $3) AND ", $key, " < $4",
                $filter, " ORDER BY ", $key, ", ", $id, " LIMIT $5"
            )),
            way!($columns, concat!(
                $select, $key, " AS sort_key", $from, " AND (", $key, ", ", $id, ") < ($2, $3) AND ", $key, " >= $4",
                $filter, " ORDER BY ", $key, " DESC, ", $id, " DESC LIMIT $5"
            )),
        ]
    };
}
use ways;

/// The same of the rows that have a value in a column, from an index of that column in the order of the
/// sort key: the value is said with the key, or SQLite might walk the index of the sort order alone.
#[rustfmt::skip]
macro_rules! ways_of {
    (
        $columns:ident, $select:expr, $from:expr, $of:literal = $value:literal, $key:expr, $id:expr, $filter:expr
    ) => {
        [
            way!($columns, concat!(
                $select, $key, " AS sort_key", $from, " AND (", $of, ", ", $key, ", ", $id, ") > (", $value,
                ", $2, $3) AND (", $of, ", ", $key, ") < (", $value, ", $4)", $filter, " ORDER BY ", $of, ", ", $key,
                ", ", $id, " LIMIT $5"
            )),
            way!($columns, concat!(
                $select, $key, " AS sort_key", $from, " AND (", $of, ", ", $key, ", ", $id, ") < (", $value,
                ", $2, $3) AND (", $of, ", ", $key, ") >= (", $value, ", $4)", $filter, " ORDER BY ", $of, " DESC, ",
                $key, " DESC, ", $id, " DESC LIMIT $5"
            )),
        ]
    };
}
use ways_of;

/// A page as one text and its sort keys as another, then row by row.
macro_rules! way {
    ($columns:ident, $rows:expr) => {
        [
            $columns!(packed!(
                $rows,
                ", string_agg(concat(octet_length(concat(sort_key)), ' ', sort_key), '')",
            )),
            $rows,
        ]
    };
}
use way;

/// The two statements of a page: packed ([`crate::packed`]), and row by row.
type Way = [&'static str; 2];
/// Up and down.
type Ways = [Way; 2];

/// A filter that has an index of its own.
struct Narrow {
    /// Answers with one row when there are more than `few`.
    many: &'static str,
    few: i64,
    values: Vec<Cell>,
    ways: &'static Ways,
}

/// The statements to walk with: those of the first filter that leaves few rows, or `along`, those of
/// the sort order.
async fn choose(
    reader: &mut Reader,
    filters: Vec<Narrow>,
    along: &'static Ways,
) -> Result<&'static Ways, StoreError> {
    for filter in filters {
        let values: Vec<Cell> = [Cell::Text(reader.tenant())].into_iter().chain(filter.values).collect();
        if bound(filter.many, &values).bind(filter.few).fetch_optional(reader.conn()).await?.is_none() {
            return Ok(filter.ways);
        }
    }
    Ok(along)
}

/// The sort keys that begin with a text.
fn beginning(text: &str) -> [Cell; 2] {
    [Cell::shown(text), Cell::Text([text, LAST].concat())]
}

/// An identity or a code to filter by; nothing is an empty text.
fn wanted(value: Option<impl std::fmt::Display>) -> Cell {
    value.map_or_else(|| Cell::Text(String::new()), Cell::shown)
}

/// The statements of these files, for the test that prepares them all.
pub(super) fn statements() -> impl Iterator<Item = &'static str> {
    let lists = [accounts::WAYS, cases::WAYS, orders::WAYS, pending::WAYS];
    let ways = lists.into_iter().flatten().copied().flatten();
    let many = [accounts::MANY, cases::MANY].into_iter().flatten().copied();
    let of_orders = orders::MANY.iter().map(|(many, _)| *many);
    ways.flatten().flatten().copied().chain(many).chain(of_orders).chain([pending::HOW_MANY])
}

/// Which index each is meant to be read from.
#[cfg(test)]
pub(crate) fn indexes() -> Vec<(&'static str, [&'static str; 2])> {
    let own = [accounts::INDEXES, cases::INDEXES, orders::INDEXES, pending::INDEXES];
    let sets = [accounts::WAYS, cases::WAYS, orders::WAYS, pending::WAYS];
    let pairs = own.iter().zip(sets).flat_map(|(own, sets)| own.iter().zip(sets.iter().copied()));
    let by_row = |ways: &Ways| ways.map(|[_, rows]| rows);
    pairs.flat_map(|(indexes, ways)| indexes.iter().copied().zip(ways.iter().map(by_row))).collect()
}
