//! Walking a list: a page of it, and the cursor of the next.

use super::{ListOf, MOST, Ways};
use crate::cell::{Cell, Line};
use crate::error::StoreError;
use crate::packed::{Packed, Torn};
use crate::reader::Reader;
use crate::table::{Column, Record};
use atelier_domain::language::Refusal;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, Row as _};
use std::cmp::Ordering;

/// What of a list is walked through, and from where.
pub(super) struct Walk<'a> {
    /// The order, as the address says it; a cursor is good for its own order only.
    pub(super) code: &'static str,
    /// The first sort key, and the one after the last.
    pub(super) span: [Cell; 2],
    pub(super) after: Option<&'a str>,
    pub(super) limit: i64,
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
    pub(super) async fn page<R: Record>(
        self,
        reader: &mut Reader,
        ways: &'static Ways,
        filters: Vec<Cell>,
    ) -> Result<ListOf<R>, StoreError> {
        let limit = self.limit.clamp(1, MOST);
        let end = self.span[usize::from(!self.down())].clone();
        let [packed, rows] = ways[usize::from(self.down())];
        let cells = self.begin()?.into_iter().chain([end, Cell::Int(limit + 1)]).chain(filters);
        let values: Vec<Cell> = [Cell::Text(reader.tenant())].into_iter().chain(cells).collect();
        let mut found = match self.packed::<R>(reader, packed, &values).await? {
            Ok(found) => found,
            Err(Torn) => {
                Torn::fall_back();
                self.rows::<R>(reader, rows, &values).await?
            }
        };
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let next = found.last().filter(|_| more).map(|row| self.cursor(row));
        let read = |(_, line): (Cell, Line)| R::read(line.cells(R::TABLE));
        Ok(ListOf { rows: found.into_iter().map(read).collect::<Result<_, _>>()?, next })
    }

    /// The rows and their sort keys from one text each. Torn when they do not read, or are not in the order asked:
    /// no engine promises in which it puts texts together.
    async fn packed<R: Record>(
        &self,
        reader: &mut Reader,
        statement: &'static str,
        values: &[Cell],
    ) -> Result<Result<Vec<(Cell, Line)>, Torn>, StoreError> {
        let row = bound(statement, values).fetch_one(reader.conn()).await?;
        let (Ok(text), Ok(keys)) = (row.try_get::<Option<&str>, _>(0), row.try_get::<Option<&str>, _>(1))
        else {
            return Ok(Err(Torn));
        };
        Ok(self.unpacked::<R>(text.unwrap_or(""), keys.unwrap_or("")))
    }

    fn unpacked<R: Record>(&self, text: &str, keys: &str) -> Result<Vec<(Cell, Line)>, Torn> {
        let mut keys = Packed::of(keys);
        let mut found = Vec::<(Cell, Line)>::new();
        for line in R::TABLE.unpacked_lines(text)? {
            let length = keys.number()?;
            let key = keys.text(length)?;
            let key = match self.span[0] {
                Cell::Int(_) => Cell::Int(key.parse().map_err(|_| Torn)?),
                _ => Cell::Text(key.to_owned()),
            };
            if found.last().is_some_and(|before| !self.follows(before, (&key, &line.id))) {
                return Err(Torn);
            }
            found.push((key, line));
        }
        if keys.is_empty() { Ok(found) } else { Err(Torn) }
    }

    /// Whether a row may come after another in this order.
    fn follows(&self, (key, before): &(Cell, Line), after: (&Cell, &String)) -> bool {
        let order = match (key, after.0) {
            (Cell::Int(one), Cell::Int(other)) => one.cmp(other),
            (Cell::Text(one), Cell::Text(other)) => one.cmp(other),
            _ => Ordering::Greater,
        };
        let order = order.then_with(|| before.id.cmp(after.1));
        if self.down() { order.is_gt() } else { order.is_lt() }
    }

    async fn rows<R: Record>(
        &self,
        reader: &mut Reader,
        statement: &'static str,
        values: &[Cell],
    ) -> Result<Vec<(Cell, Line)>, StoreError> {
        let at = R::TABLE.columns.len() + 2;
        let mut found = Vec::new();
        for row in bound(statement, values).fetch_all(reader.conn()).await? {
            let key = match self.span[0] {
                Cell::Int(_) => Cell::Int(row.try_get(at)?),
                _ => Cell::Text(row.try_get(at)?),
            };
            found.push((key, Line::read(R::TABLE, &row)?));
        }
        Ok(found)
    }

    fn cursor(&self, (key, line): &(Cell, Line)) -> String {
        let key = match key {
            Cell::Int(key) => key.to_string(),
            Cell::Text(key) | Cell::Odd(key) => key.clone(),
            Cell::Null => String::new(),
        };
        URL_SAFE_NO_PAD.encode([self.code, &line.id, &key].join("\n"))
    }
}

/// A statement with its values; the first is the company.
pub(crate) fn bound(statement: &'static str, values: &[Cell]) -> Query<'static, Any, AnyArguments> {
    let bind = |query, cell: &Cell| cell.clone().bind(query, Column::Text);
    values.iter().fold(sqlx::query(statement), bind)
}
