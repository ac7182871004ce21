//! Inserts of many rows a statement: the only place where a statement is put together while running,
//! and only its placeholders are.

use crate::cell::Cell;
use crate::error::StoreError;
use crate::store::Engine;
use crate::table::{Column, Table};
use sqlx::{AnyConnection, AssertSqlSafe, SqlSafeStr, SqlStr};
use std::collections::HashSet;

/// Rows a statement carries: measured best on both engines.
const ROWS_AT_ONCE: usize = 64;

/// Rows waiting to be written to one table.
pub(crate) struct Bulk {
    columns: Vec<Column>,
    insert: &'static str,
    tail: &'static str,
    /// The statements of one row and of many, once the engine is known.
    texts: Option<[SqlStr; 2]>,
    waiting: Vec<Cell>,
    rows: usize,
    keys: HashSet<String>,
}

impl Bulk {
    /// Rows `tenant, id, columns…, seq` that replace what is there under the same key.
    pub(crate) fn replacing(table: &Table) -> Self {
        let mut columns = vec![Column::Text, Column::Text];
        columns.extend(table.columns.iter().map(|(_, column)| *column));
        columns.push(Column::Int);
        Self::of(table.insert, table.replace, columns)
    }

    /// Rows of which none is there yet.
    pub(crate) fn adding(insert: &'static str, columns: &[Column]) -> Self {
        Self::of(insert, "", columns.to_vec())
    }

    fn of(insert: &'static str, tail: &'static str, columns: Vec<Column>) -> Self {
        let waiting = Vec::with_capacity(ROWS_AT_ONCE * columns.len());
        Self { columns, insert, tail, texts: None, waiting, rows: 0, keys: HashSet::new() }
    }

    /// Adds a row; writes when there is enough. A key said twice is written in the order said.
    pub(crate) async fn push(
        &mut self,
        conn: &mut AnyConnection,
        key: Option<&str>,
        row: impl IntoIterator<Item = Cell>,
    ) -> Result<(), StoreError> {
        if let Some(key) = key
            && !self.keys.insert(key.to_owned())
        {
            self.flush(conn).await?;
            self.keys.insert(key.to_owned());
        }
        self.waiting.extend(row);
        self.rows += 1;
        assert_eq!(self.waiting.len(), self.rows * self.columns.len(), "a row fills its columns");
        if self.rows == ROWS_AT_ONCE {
            self.flush(conn).await?;
        }
        Ok(())
    }

    /// Writes what waits.
    pub(crate) async fn flush(&mut self, conn: &mut AnyConnection) -> Result<(), StoreError> {
        self.keys.clear();
        let rows = std::mem::take(&mut self.rows);
        if rows == 0 {
            return Ok(());
        }
        let texts = self.texts.get_or_insert_with(|| {
            let engine = Engine::of(conn);
            [1, ROWS_AT_ONCE].map(|rows| text(self.insert, self.tail, engine, rows, self.columns.len()))
        });
        let whole = rows == ROWS_AT_ONCE;
        let (text, at_once) = if whole { (&texts[1], ROWS_AT_ONCE) } else { (&texts[0], 1) };
        let mut cells = self.waiting.drain(..);
        for _ in (0..rows).step_by(at_once) {
            let mut query = sqlx::query::<sqlx::Any>(text.clone());
            for (cell, column) in
                cells.by_ref().zip(self.columns.iter().cycle()).take(at_once * self.columns.len())
            {
                query = cell.bind(query, *column);
            }
            query.execute(&mut *conn).await?;
        }
        Ok(())
    }

    /// Its two statements, for the tests that prepare them.
    #[cfg(test)]
    pub(crate) fn texts(&self, engine: Engine) -> [String; 2] {
        [1, ROWS_AT_ONCE]
            .map(|rows| text(self.insert, self.tail, engine, rows, self.columns.len()).as_str().to_owned())
    }
}

fn text(insert: &'static str, tail: &'static str, engine: Engine, rows: usize, columns: usize) -> SqlStr {
    AssertSqlSafe([insert, &placeholders(engine, rows, columns), tail].concat()).into_sql_str()
}

/// `($1, $2), ($3, $4)` for two rows of two. SQLite looks named parameters up one by one, at a cost
/// that grows with their square: it gets nameless ones.
fn placeholders(engine: Engine, rows: usize, columns: usize) -> String {
    let value = |row: usize, column: usize| match engine {
        Engine::Sqlite => "?".to_owned(),
        Engine::Postgres => ["$", &(row * columns + column).to_string()].concat(),
    };
    let row = |row: usize| {
        let values: Vec<String> = (1..=columns).map(|column| value(row, column)).collect();
        ["(", &values.join(", "), ")"].concat()
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_numbered_row_by_row() {
        assert_eq!(placeholders(Engine::Postgres, 2, 3), "($1, $2, $3), ($4, $5, $6)");
        assert_eq!(placeholders(Engine::Sqlite, 2, 2), "(?, ?), (?, ?)");
    }
}
