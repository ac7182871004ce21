//! What comes back by itself, done by one server however many there are.

use super::NewJob;
use super::change::add;
use crate::error::StoreError;
use crate::store::Store;
use atelier_domain::language::TenantId;
use jiff::Timestamp;
use sqlx::Row as _;

const NEXT: &str = "SELECT next_us FROM schedules WHERE name = $1";
const BEGIN: &str = "INSERT INTO schedules (name, next_us, last_us) VALUES ($1, $2, NULL) \
    ON CONFLICT (name) DO NOTHING";
const CLAIM: &str = "UPDATE schedules SET last_us = $2, next_us = $3 WHERE name = $1 AND next_us <= $2";

/// When something comes back.
#[derive(Clone, Copy, Debug)]
pub struct Timetable<'a> {
    /// What.
    pub name: &'a str,
    /// The first time, where it was never planned before.
    pub first: Timestamp,
    /// The time after this one.
    pub next: Timestamp,
}

impl Store {
    /// Whether it is due and the caller is the one to do it: of all that ask, one is told so for each time.
    /// `jobs` are put down with that answer, so that they are there once.
    ///
    /// # Errors
    /// An incident.
    pub async fn claim(
        &self,
        table: Timetable<'_>,
        now: Timestamp,
        jobs: &[(TenantId, NewJob)],
    ) -> Result<bool, StoreError> {
        let mut reading = self.snapshot().await?;
        let known = sqlx::query(NEXT).bind(table.name.to_owned()).fetch_optional(&mut *reading).await?;
        drop(reading);
        let due = known.as_ref().map_or(Ok(table.first.as_microsecond()), |row| row.try_get(0))?;
        if known.is_some() && due > now.as_microsecond() {
            return Ok(false);
        }
        let mut conn = self.whole().await?;
        let begin = sqlx::query(BEGIN).bind(table.name.to_owned()).bind(table.first.as_microsecond());
        begin.execute(&mut *conn).await?;
        let claim = sqlx::query(CLAIM).bind(table.name.to_owned()).bind(now.as_microsecond());
        let claim = claim.bind(table.next.as_microsecond()).execute(&mut *conn).await?;
        let is_ours = claim.rows_affected() == 1;
        if is_ours {
            for (tenant, job) in jobs {
                add(&mut conn, &tenant.to_string(), job).await?;
            }
        }
        conn.commit().await?;
        Ok(is_ours)
    }
}

pub(super) const STATEMENTS: &[&str] = &[NEXT, BEGIN, CLAIM];
