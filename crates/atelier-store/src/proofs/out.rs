//! Which checkpoints left for somebody outside: what is held there cannot be changed in silence here.

use super::tables;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Tx;
use jiff::{SignedDuration, Timestamp};
use sqlx::Row as _;

const OUT: &str = "SELECT size, asked_us, left_us FROM checkpoints_out WHERE tenant = $1";
const ASK: &str = "INSERT INTO checkpoints_out (tenant, size, asked_us, left_us) VALUES ($1, $2, $3, NULL) \
    ON CONFLICT (tenant) DO UPDATE SET size = excluded.size, asked_us = excluded.asked_us \
    WHERE checkpoints_out.size < excluded.size";
const LEFT: &str = "INSERT INTO checkpoints_out (tenant, size, asked_us, left_us) VALUES ($1, 0, 0, $2) \
    ON CONFLICT (tenant) DO UPDATE SET left_us = excluded.left_us";

/// When a checkpoint is due to leave, counted from the last one asked for.
#[derive(Clone, Copy, Debug)]
pub struct Exposure {
    /// After this time, when anything was said since.
    pub time: SignedDuration,
    /// Or once so many entries were said.
    pub entries: u64,
}

impl Tx {
    /// Whether the newest checkpoint is due to leave. Of all that ask, one is told so for each size: what it puts down
    /// in the same transaction is there once.
    ///
    /// # Errors
    /// An incident.
    pub async fn checkpoint_due(&mut self, exposure: Exposure, now: Timestamp) -> Result<bool, StoreError> {
        let tenant = self.tenant();
        let Some((newest, _)) = tables::newest(self.conn(), &tenant).await? else { return Ok(false) };
        let row = sqlx::query(OUT).bind(tenant.clone()).fetch_optional(self.conn()).await?;
        let last = row.map(|row| Ok::<(i64, i64), StoreError>((row.try_get(0)?, row.try_get(1)?)));
        let (size, asked_us) = last.transpose()?.unwrap_or((0, 0));
        let said = newest.saturating_sub(size.cast_unsigned());
        let waited = now.as_microsecond().saturating_sub(asked_us);
        let is_late = i128::from(waited) >= exposure.time.as_micros();
        if said == 0 || !(is_late || said >= exposure.entries) {
            return Ok(false);
        }
        let ask = sqlx::query(ASK).bind(tenant).bind(newest.cast_signed()).bind(now.as_microsecond());
        Ok(ask.execute(self.conn()).await?.rows_affected() == 1)
    }

    /// Notes that a checkpoint left.
    ///
    /// # Errors
    /// An incident.
    pub async fn checkpoint_left(&mut self, now: Timestamp) -> Result<(), StoreError> {
        let left = sqlx::query(LEFT).bind(self.tenant()).bind(now.as_microsecond());
        left.execute(self.conn()).await?;
        Ok(())
    }
}

impl Reader {
    /// Whether a checkpoint ever left this installation.
    ///
    /// # Errors
    /// An incident.
    pub async fn has_checkpoint_left(&mut self) -> Result<bool, StoreError> {
        let row = sqlx::query(OUT).bind(self.tenant()).fetch_optional(self.conn()).await?;
        let left = row.map(|row| row.try_get::<Option<i64>, _>(2)).transpose()?;
        Ok(left.flatten().is_some())
    }
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[OUT, ASK, LEFT];
