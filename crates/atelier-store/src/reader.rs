//! One moment of one company, to be asked questions.

use crate::cell::Line;
use crate::error::StoreError;
use crate::ledger::PAGE;
use crate::store::Scope;
use crate::table::Record;
use sqlx::any::AnyRow;
use sqlx::{Any, AnyConnection, Transaction};

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
