//! Inserts of many rows a statement: the only place where a statement is put together while running,
//! and only its placeholders are.

use crate::cell::Cell;
use crate::error::StoreError;
use crate::table::{Column, Table};
use sqlx::{AnyConnection, AssertSqlSafe, SqlSafeStr, SqlStr};
use std::collections::HashSet;

/// Values a statement may carry: measured best on both engines; SQLite looks its named parameters up
/// one by one, so that ten times more is several times slower.
const VALUES_AT_ONCE: usize = 160;

/// Rows waiting to be written to one table.
pub(crate) struct Bulk {
    columns: Vec<Column>,
    one: SqlStr,
    many: SqlStr,
    rows_at_once: usize,
    waiting: Vec<Vec<Cell>>,
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
        let rows_at_once = (VALUES_AT_ONCE / columns.len()).max(1);
        let text = |rows| {
            let text = [insert, &placeholders(rows, columns.len()), tail].concat();
            AssertSqlSafe(text).into_sql_str()
        };
        let (one, many) = (text(1), text(rows_at_once));
        Self { columns, one, many, rows_at_once, waiting: Vec::new(), keys: HashSet::new() }
    }

    /// Adds a row; writes when there is enough. A key said twice is written in the order said.
    pub(crate) async fn push(
        &mut self,
        conn: &mut AnyConnection,
        key: Option<&str>,
        row: Vec<Cell>,
    ) -> Result<(), StoreError> {
        assert_eq!(row.len(), self.columns.len(), "a row fills its columns");
        if let Some(key) = key
            && !self.keys.insert(key.to_owned())
        {
            self.flush(conn).await?;
            self.keys.insert(key.to_owned());
        }
        self.waiting.push(row);
        if self.waiting.len() == self.rows_at_once {
            self.flush(conn).await?;
        }
        Ok(())
    }

    /// Writes what waits.
    pub(crate) async fn flush(&mut self, conn: &mut AnyConnection) -> Result<(), StoreError> {
        self.keys.clear();
        let rows = std::mem::take(&mut self.waiting);
        if rows.len() == self.rows_at_once {
            return self.write(conn, self.many.clone(), rows).await;
        }
        for row in rows {
            self.write(conn, self.one.clone(), vec![row]).await?;
        }
        Ok(())
    }

    /// Its two statements, for the tests that prepare them.
    #[cfg(test)]
    pub(crate) fn texts(&self) -> [String; 2] {
        [self.one.as_str().to_owned(), self.many.as_str().to_owned()]
    }

    async fn write(
        &self,
        conn: &mut AnyConnection,
        text: SqlStr,
        rows: Vec<Vec<Cell>>,
    ) -> Result<(), StoreError> {
        let mut query = sqlx::query::<sqlx::Any>(text);
        for row in rows {
            for (cell, column) in row.into_iter().zip(&self.columns) {
                query = cell.bind(query, *column);
            }
        }
        query.execute(conn).await?;
        Ok(())
    }
}

/// `($1, $2), ($3, $4)` for two rows of two.
fn placeholders(rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let values: Vec<String> = (1..=columns).map(|column| (row * columns + column).to_string()).collect();
        ["($", &values.join(", $"), ")"].concat()
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn placeholders_are_numbered_row_by_row() {
        assert_eq!(super::placeholders(2, 3), "($1, $2, $3), ($4, $5, $6)");
    }
}
