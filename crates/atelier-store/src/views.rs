//! Views of a page that somebody keeps (*vues enregistrées*). They are no facts: nothing of the trade is
//! said by them, and they are forgotten when their owner says so.

use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Tx;
use jiff::Timestamp;
use sqlx::Row as _;
use sqlx::any::AnyRow;

const OF_USER: &str = "SELECT id, user_id, name, page, query, unit FROM views \
    WHERE tenant = $1 AND user_id = $2 ORDER BY id";
const OF_UNIT: &str = "SELECT id, user_id, name, page, query, unit FROM views \
    WHERE tenant = $1 AND unit = $2 ORDER BY id";
const ONE: &str = "SELECT id, user_id, name, page, query, unit FROM views WHERE tenant = $1 AND id = $2";
const KEEP: &str = "INSERT INTO views (tenant, id, user_id, name, page, query, unit, changed_us) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant, id) DO UPDATE SET \
    name = excluded.name, page = excluded.page, query = excluded.query, unit = excluded.unit, \
    changed_us = excluded.changed_us WHERE views.user_id = excluded.user_id";
const DROP: &str = "DELETE FROM views WHERE tenant = $1 AND id = $2 AND user_id = $3";

/// A page as somebody looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Identity.
    pub id: String,
    /// Whose.
    pub user: String,
    /// As they call it.
    pub name: String,
    /// Path of the page.
    pub page: String,
    /// What comes after `?`.
    pub query: String,
    /// The unit that sees it too; empty: nobody else.
    pub unit: String,
}

impl View {
    fn read(row: &AnyRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.try_get(0)?,
            user: row.try_get(1)?,
            name: row.try_get(2)?,
            page: row.try_get(3)?,
            query: row.try_get(4)?,
            unit: row.try_get(5)?,
        })
    }
}

impl Reader {
    /// The views of a user, then those of others shared with their unit; each by id.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn views(&mut self, user: &str, unit: Option<&str>) -> Result<Vec<View>, StoreError> {
        let query = sqlx::query(OF_USER).bind(self.tenant()).bind(user.to_owned());
        let rows = query.fetch_all(self.conn()).await?;
        let mut views = rows.iter().map(View::read).collect::<Result<Vec<_>, _>>()?;
        if let Some(unit) = unit.filter(|unit| !unit.is_empty()) {
            let query = sqlx::query(OF_UNIT).bind(self.tenant()).bind(unit.to_owned());
            for row in &query.fetch_all(self.conn()).await? {
                views.extend(Some(View::read(row)?).filter(|view| view.user != user));
            }
        }
        Ok(views)
    }

    /// One view, whoever's it is.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn view(&mut self, id: &str) -> Result<Option<View>, StoreError> {
        let query = sqlx::query(ONE).bind(self.tenant()).bind(id.to_owned());
        query.fetch_optional(self.conn()).await?.as_ref().map(View::read).transpose()
    }
}

impl Tx {
    /// Keeps a view; one of somebody else under the same id stays as it is.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn keep_view(&mut self, view: &View, now: Timestamp) -> Result<(), StoreError> {
        let query = sqlx::query(KEEP).bind(self.tenant()).bind(view.id.clone()).bind(view.user.clone());
        let query = query.bind(view.name.clone()).bind(view.page.clone()).bind(view.query.clone());
        query.bind(view.unit.clone()).bind(now.as_microsecond()).execute(self.conn()).await?;
        Ok(())
    }

    /// Forgets a view of a user; says whether there was one.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn drop_view(&mut self, id: &str, user: &str) -> Result<bool, StoreError> {
        let query = sqlx::query(DROP).bind(self.tenant()).bind(id.to_owned()).bind(user.to_owned());
        Ok(query.execute(self.conn()).await?.rows_affected() > 0)
    }
}

pub(crate) const STATEMENTS: &[&str] = &[OF_USER, OF_UNIT, ONE, KEEP, DROP];
