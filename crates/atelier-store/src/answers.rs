//! Answers kept with the writes they answer.

use crate::error::StoreError;
use crate::reader::Reader;
use crate::store::Store;
use crate::table::{Record, Table};
use crate::writer::Tx;
use jiff::Timestamp;
use sqlx::Row as _;

const KEPT: &str =
    "SELECT asked, status, version, body FROM answers WHERE tenant = $1 AND user_id = $2 AND once_key = $3";
const KEEP: &str = "INSERT INTO answers (tenant, user_id, once_key, asked, status, version, body, kept_us) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const FORGET: &str = "DELETE FROM answers WHERE kept_us < $1";
const ALIVE: &str = "SELECT MAX(version) FROM schema_versions WHERE version > 0";

/// What a request was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAnswer {
    /// Digest of the request.
    pub asked: String,
    /// Status of the answer.
    pub status: i64,
    /// Version of the object that it shows.
    pub version: Option<i64>,
    /// Its body.
    pub body: String,
}

impl Tx {
    /// The answer given to a user's request under this key.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn kept_answer(&mut self, user: &str, key: &str) -> Result<Option<KeptAnswer>, StoreError> {
        let query = sqlx::query(KEPT).bind(self.tenant()).bind(user.to_owned()).bind(key.to_owned());
        let Some(row) = query.fetch_optional(self.conn()).await? else { return Ok(None) };
        Ok(Some(KeptAnswer {
            asked: row.try_get(0)?,
            status: row.try_get(1)?,
            version: row.try_get(2)?,
            body: row.try_get(3)?,
        }))
    }

    /// Keeps the answer to a user's request, with the write.
    ///
    /// # Errors
    /// An incident, also when the key has an answer already.
    pub async fn keep_answer(
        &mut self,
        user: &str,
        key: &str,
        kept: &KeptAnswer,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let query = sqlx::query(KEEP).bind(self.tenant()).bind(user.to_owned()).bind(key.to_owned());
        let query = query.bind(kept.asked.clone()).bind(kept.status).bind(kept.version);
        query.bind(kept.body.clone()).bind(now.as_microsecond()).execute(self.conn()).await?;
        Ok(())
    }
}

impl Store {
    /// Forgets the answers kept before an instant.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn forget_answers(&self, before: Timestamp) -> Result<(), StoreError> {
        let mut conn = self.whole().await?;
        sqlx::query(FORGET).bind(before.as_microsecond()).execute(&mut *conn).await?;
        conn.commit().await
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// An incident when it does not.
    pub async fn answers(&self) -> Result<(), StoreError> {
        sqlx::query(ALIVE).fetch_one(&mut *self.snapshot().await?).await?;
        Ok(())
    }
}

impl Reader {
    /// A record, and the number of the fact that last said it: its version.
    pub(crate) async fn versioned<R: Record>(&mut self, id: String) -> Result<Option<(R, i64)>, StoreError> {
        let tenant = self.tenant();
        let table: &'static Table = R::TABLE;
        let row = sqlx::query(table.one).bind(tenant).bind(id).fetch_optional(self.conn()).await?;
        let Some(row) = row else { return Ok(None) };
        let line = crate::cell::Line::read(table, &row)?;
        let version = line.seq;
        Ok(Some((R::read(line.cells(table))?, version)))
    }
}

pub(crate) const STATEMENTS: &[&str] = &[KEPT, KEEP, FORGET, ALIVE];
