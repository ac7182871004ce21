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

pub use accounts::{AccountList, AccountSort};
pub use cases::{CaseList, CaseSort};
pub use orders::{OrderList, OrderSort};

use crate::cell::{Cell, Line};
use crate::error::StoreError;
use crate::reader::Reader;
use crate::table::{Column, Record};
use atelier_domain::language::Refusal;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sqlx::Row as _;
use sqlx::any::AnyRow;

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
    fn cells(&self) -> [Cell; 2] {
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

/// Rows that are sorted rather than walked to. With a million rows and fifty a page, a filter that
/// leaves more meets its page within 10,000 steps.
const FEW: i64 = if cfg!(test) { 10 } else { 5_000 };
/// After every text.
const LAST: &str = "\u{10ffff}";
/// Most rows of a page.
const MOST: i64 = 500;

/// The statements of a sort order, up and down: what is selected before the sort key, where from, the
/// sort key, the id, and what filters. `$1` company, `$2` and `$3` sort key and id of the last row,
/// `$4` end of the sort key, `$5` limit, then the filters.
#[rustfmt::skip]
macro_rules! ways {
    ($select:expr, $from:expr, $key:expr, $id:expr, $filter:expr) => {
        [
            concat!(
                $select, $key, $from, " AND (", $key, ", ", $id, ") > ($2, $3) AND ", $key, " < $4", $filter,
                " ORDER BY ", $key, ", ", $id, " LIMIT $5"
            ),
            concat!(
                $select, $key, $from, " AND (", $key, ", ", $id, ") < ($2, $3) AND ", $key, " >= $4", $filter,
                " ORDER BY ", $key, " DESC, ", $id, " DESC LIMIT $5"
            ),
        ]
    };
}
use ways;

/// The same of the rows that have a value in a column, from an index of that column in the order of the
/// sort key: the value is said with the key, or SQLite might walk the index of the sort order alone.
#[rustfmt::skip]
macro_rules! ways_of {
    ($select:expr, $from:expr, $of:literal = $value:literal, $key:expr, $id:expr, $filter:expr) => {
        [
            concat!(
                $select, $key, $from, " AND (", $of, ", ", $key, ", ", $id, ") > (", $value, ", $2, $3) AND (",
                $of, ", ", $key, ") < (", $value, ", $4)", $filter, " ORDER BY ", $of, ", ", $key, ", ", $id, " LIMIT $5"
            ),
            concat!(
                $select, $key, $from, " AND (", $of, ", ", $key, ", ", $id, ") < (", $value, ", $2, $3) AND (",
                $of, ", ", $key, ") >= (", $value, ", $4)", $filter,
                " ORDER BY ", $of, " DESC, ", $key, " DESC, ", $id, " DESC LIMIT $5"
            ),
        ]
    };
}
use ways_of;

/// The two statements that [`ways`] makes.
type Ways = [&'static str; 2];

/// What of a list is walked through, and from where.
struct Walk<'a> {
    /// The order, as the address says it; a cursor is good for its own order only.
    code: &'static str,
    /// The first sort key, and the one after the last.
    span: [Cell; 2],
    after: Option<&'a str>,
    limit: i64,
}

impl Walk<'_> {
    fn down(&self) -> bool {
        self.code.starts_with('-')
    }

    /// The sort key and the id after which the page begins.
    fn begin(&self) -> Result<[Cell; 2], StoreError> {
        let Some(cursor) = self.after else {
            return Ok([self.span[usize::from(self.down())].clone(), Cell::Text(String::new())]);
        };
        let refused = || Refusal::new("app/unreadable-page").with("given", cursor);
        let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| refused())?;
        let text = String::from_utf8(bytes).map_err(|_| refused())?;
        let mut parts = text.splitn(3, '\n');
        let (Some(code), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(refused().into());
        };
        if code != self.code {
            return Err(refused().into());
        }
        let key = match self.span[0] {
            Cell::Int(_) => Cell::Int(key.parse().map_err(|_| refused())?),
            _ => Cell::Text(key.to_owned()),
        };
        Ok([key, Cell::Text(id.to_owned())])
    }

    /// The page that a statement answers with.
    async fn page<R: Record>(
        self,
        reader: &mut Reader,
        ways: &'static Ways,
        filters: Vec<Cell>,
    ) -> Result<ListOf<R>, StoreError> {
        let limit = self.limit.clamp(1, MOST);
        let end = self.span[usize::from(!self.down())].clone();
        let mut query = sqlx::query(ways[usize::from(self.down())]).bind(reader.tenant());
        let cells = self.begin()?.into_iter().chain([end, Cell::Int(limit + 1)]).chain(filters);
        for cell in cells {
            query = cell.bind(query, Column::Text);
        }
        let found = query.fetch_all(reader.conn()).await?;
        let shown = &found[..found.len().min(limit as usize)];
        let more = found.len() > shown.len();
        let next = shown.last().filter(|_| more).map(|row| self.cursor::<R>(row)).transpose()?;
        Ok(ListOf { rows: Reader::read_all(shown)?, next })
    }

    fn cursor<R: Record>(&self, row: &AnyRow) -> Result<String, StoreError> {
        let at = R::TABLE.columns.len() + 2;
        let key = match self.span[0] {
            Cell::Int(_) => row.try_get::<i64, _>(at)?.to_string(),
            _ => row.try_get(at)?,
        };
        let id = Line::read(R::TABLE, row)?.id;
        Ok(URL_SAFE_NO_PAD.encode([self.code, &id, &key].join("\n")))
    }
}

/// A filter that has an index of its own.
struct Narrow {
    /// Answers with one row when there are more than [`FEW`].
    many: &'static str,
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
        let mut query = sqlx::query(filter.many).bind(reader.tenant());
        for value in filter.values {
            query = value.bind(query, Column::Text);
        }
        if query.bind(FEW).fetch_optional(reader.conn()).await?.is_none() {
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
    let lists = [accounts::WAYS, cases::WAYS, orders::WAYS];
    let ways = lists.into_iter().flatten().copied().flatten();
    let many = [accounts::MANY, cases::MANY, orders::MANY].into_iter().flatten();
    ways.flatten().chain(many).copied()
}

/// Which index each is meant to be read from.
#[cfg(test)]
pub(crate) fn indexes() -> Vec<(&'static str, Ways)> {
    let own = [accounts::INDEXES, cases::INDEXES, orders::INDEXES];
    let sets = [accounts::WAYS, cases::WAYS, orders::WAYS];
    let pairs = own.iter().zip(sets).flat_map(|(own, sets)| own.iter().zip(sets.iter().copied()));
    pairs.flat_map(|(indexes, ways)| indexes.iter().copied().zip(ways.iter().copied())).collect()
}
