//! One moment of one company, to be asked questions.

use crate::cell::{Cell, Line};
use crate::error::StoreError;
use crate::ledger::PAGE;
use crate::packed::Torn;
use crate::store::Scope;
use crate::table::{Column, Record};
use sqlx::any::AnyRow;
use sqlx::{Any, AnyConnection, Row as _, Transaction};

/// A reader; its questions are in the files of `queries`, by subject.
#[derive(Debug)]
pub struct Reader {
    conn: Transaction<'static, Any>,
    scope: Scope,
    tenant: String,
}

impl Reader {
    pub(crate) fn new(conn: Transaction<'static, Any>, scope: Scope) -> Self {
        Self { conn, scope, tenant: scope.tenant().to_string() }
    }

    /// What it may reach.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    pub(crate) fn tenant(&self) -> String {
        self.tenant.clone()
    }

    pub(crate) fn conn(&mut self) -> &mut AnyConnection {
        &mut self.conn
    }

    pub(crate) fn into_conn(self) -> Transaction<'static, Any> {
        self.conn
    }

    /// The record under an id.
    pub(crate) async fn one<R: Record>(&mut self, id: String) -> Result<Option<R>, StoreError> {
        let tenant = self.tenant();
        let row = sqlx::query(R::TABLE.one).bind(tenant).bind(id).fetch_optional(self.conn()).await?;
        row.map(|row| R::read(Line::read(R::TABLE, &row)?.cells(R::TABLE))).transpose()
    }

    /// The records after a key, at most `limit`, by id.
    pub(crate) async fn records<R: Record>(
        &mut self,
        after: &str,
        limit: i64,
    ) -> Result<Page<R>, StoreError> {
        let tenant = self.tenant();
        let lines = R::TABLE.next_lines(self.conn(), &tenant, after, limit).await?;
        let full = lines.len() as i64 == limit;
        let next = lines.last().filter(|_| full).map(|line| line.id.clone());
        let items = lines.into_iter().map(|line| R::read(line.cells(R::TABLE))).collect::<Result<_, _>>()?;
        Ok(Page { items, next })
    }

    /// Visits every record, by id, without holding them together.
    pub(crate) async fn visit<R: Record>(&mut self, mut visit: impl FnMut(R)) -> Result<(), StoreError> {
        let mut after = Some(String::new());
        while let Some(key) = after {
            let page = self.records(&key, PAGE).await?;
            page.items.into_iter().for_each(&mut visit);
            after = page.next;
        }
        Ok(())
    }

    /// Every record, by id.
    pub(crate) async fn all<R: Record>(&mut self) -> Result<Vec<R>, StoreError> {
        let mut all = Vec::new();
        self.visit(|record| all.push(record)).await?;
        Ok(all)
    }

    /// The records that a statement answers with as one text ([`crate::packed`]), in whatever order; what does not read
    /// that way is asked for again row by row, by the second statement, so that it is named. `$1` is the company.
    pub(crate) async fn read_packed<R: Record>(
        &mut self,
        [packed, rows]: [&'static str; 2],
        values: &[Cell],
    ) -> Result<Vec<R>, StoreError> {
        let tenant = self.tenant();
        let bind = |statement| {
            let query = sqlx::query(statement).bind(tenant.clone());
            values.iter().fold(query, |query, cell| cell.clone().bind(query, Column::Text))
        };
        let page = bind(packed).fetch_one(self.conn()).await?;
        if let Ok(text) = page.try_get::<Option<&str>, _>(0)
            && let Ok(lines) = R::TABLE.unpacked_lines(text.unwrap_or(""))
        {
            return lines.into_iter().map(|line| R::read(line.cells(R::TABLE))).collect();
        }
        Torn::fall_back();
        Self::read_all(&bind(rows).fetch_all(self.conn()).await?)
    }

    /// The records that a statement of the columns `id, …, seq` answers with, in its order.
    pub(crate) fn read_all<R: Record>(rows: &[AnyRow]) -> Result<Vec<R>, StoreError> {
        rows.iter().map(|row| R::read(Line::read(R::TABLE, row)?.cells(R::TABLE))).collect()
    }
}

/// Part of a list, and where to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows, in order.
    pub items: Vec<T>,
    /// The key to ask the rest after; `None` when this was the end.
    pub next: Option<String>,
}
