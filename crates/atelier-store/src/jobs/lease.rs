//! Taking a job, keeping it, giving it up.

use super::files::drop_files;
use super::{JobState, Lease, job};
use crate::error::StoreError;
use crate::store::{self, Store};
use jiff::{SignedDuration, Timestamp};
use sqlx::Row as _;

const NEXT: &str = "SELECT tenant, id, fence FROM jobs WHERE ended_us IS NULL AND due_us <= $1 \
    ORDER BY due_us, id LIMIT 1";
const TAKE: &str = "UPDATE jobs SET state = 'running', worker = $4, due_us = $5, fence = fence + 1, \
    attempts = attempts + 1 \
    WHERE tenant = $1 AND id = $2 AND fence = $3 AND due_us <= $6 AND ended_us IS NULL \
    RETURNING id, kind, payload, requester, state, step, kept, done, total, worker, due_us, fence, \
    attempts, result, refusals, made_us, ended_us";
const RENEW: &str = "UPDATE jobs SET due_us = $4, done = $5, total = $6 \
    WHERE tenant = $1 AND id = $2 AND fence = $3 AND state = 'running'";
const GIVE_BACK: &str = "UPDATE jobs SET state = 'waiting', due_us = $4, attempts = attempts - 1 \
    WHERE tenant = $1 AND id = $2 AND fence = $3 AND state = 'running'";
const FAIL: &str = "UPDATE jobs SET state = $4, refusals = $5, due_us = $6, ended_us = $7 \
    WHERE tenant = $1 AND id = $2 AND fence = $3 AND state = 'running'";
const FORGET: &str = "DELETE FROM jobs WHERE ended_us < $1";
const FORGET_KIND: &str = "DELETE FROM jobs WHERE ended_us < $1 AND kind = $2";

impl Store {
    /// Takes the job that has been due for longest, of any company, until `until`; nothing when none is due.
    /// However many ask at once, one has it.
    ///
    /// # Errors
    /// An incident.
    pub async fn lease(
        &self,
        worker: &str,
        now: Timestamp,
        time: SignedDuration,
    ) -> Result<Option<Lease>, StoreError> {
        loop {
            // Looking costs no writer's place; taking does, and finds out whether somebody was faster.
            let mut reading = self.snapshot().await?;
            let next = sqlx::query(NEXT).bind(now.as_microsecond()).fetch_optional(&mut *reading).await?;
            drop(reading);
            let Some(next) = next else { return Ok(None) };
            let tenant: String = next.try_get(0)?;
            let mut writing = self.whole().await?;
            let taken = sqlx::query(TAKE)
                .bind(tenant.clone())
                .bind(next.try_get::<String, _>(1)?)
                .bind(next.try_get::<i64, _>(2)?)
                .bind(worker.to_owned())
                .bind((now + time).as_microsecond())
                .bind(now.as_microsecond())
                .fetch_optional(&mut *writing)
                .await?;
            if let Some(row) = taken {
                let lease = Lease { tenant: store::tenant(&tenant)?, job: job(&row)? };
                writing.commit().await?;
                return Ok(Some(lease));
            }
        }
    }

    /// Keeps a job until `until` and tells how far it is. False when it is no longer held: somebody else
    /// took it after the lease had ended, or it was cancelled.
    ///
    /// # Errors
    /// An incident.
    pub async fn renew(
        &self,
        lease: &Lease,
        until: Timestamp,
        (done, total): (i64, i64),
    ) -> Result<bool, StoreError> {
        let mut conn = self.whole().await?;
        let query = sqlx::query(RENEW).bind(lease.tenant.to_string()).bind(lease.job.id.to_string());
        let query = query.bind(lease.job.fence).bind(until.as_microsecond()).bind(done).bind(total);
        let renewed = query.execute(&mut *conn).await?.rows_affected() == 1;
        conn.commit().await?;
        Ok(renewed)
    }

    /// Lets another worker go on with it from `due` on, as if it had not been taken. False as for
    /// [`Store::renew`].
    ///
    /// # Errors
    /// An incident.
    pub async fn give_back(&self, lease: &Lease, due: Timestamp) -> Result<bool, StoreError> {
        let mut conn = self.whole().await?;
        let query = sqlx::query(GIVE_BACK).bind(lease.tenant.to_string()).bind(lease.job.id.to_string());
        let query = query.bind(lease.job.fence).bind(due.as_microsecond());
        let given = query.execute(&mut *conn).await?.rows_affected() == 1;
        conn.commit().await?;
        Ok(given)
    }

    /// It did not succeed, for reasons that are kept. It is tried again from `again` on; without that, it
    /// has failed for good. False as for [`Store::renew`].
    ///
    /// # Errors
    /// An incident.
    pub async fn fail(
        &self,
        lease: &Lease,
        refusals: &str,
        now: Timestamp,
        again: Option<Timestamp>,
    ) -> Result<bool, StoreError> {
        let state = if again.is_some() { JobState::Waiting } else { JobState::Failed };
        let ended = again.is_none().then(|| now.as_microsecond());
        let mut conn = self.whole().await?;
        let query = sqlx::query(FAIL).bind(lease.tenant.to_string()).bind(lease.job.id.to_string());
        let query = query.bind(lease.job.fence).bind(state.code()).bind(refusals.to_owned());
        let query = query.bind(again.unwrap_or(now).as_microsecond()).bind(ended);
        let failed = query.execute(&mut *conn).await?.rows_affected() == 1;
        if failed && again.is_none() {
            drop_files(&mut conn, &lease.tenant.to_string(), lease.job.id).await?;
        }
        conn.commit().await?;
        Ok(failed)
    }

    /// Forgets jobs that ended before `kept`. How many.
    ///
    /// # Errors
    /// An incident.
    pub async fn forget_jobs(&self, kept: Timestamp) -> Result<u64, StoreError> {
        let mut conn = self.whole().await?;
        let query = sqlx::query(FORGET).bind(kept.as_microsecond());
        let forgotten = query.execute(&mut *conn).await?.rows_affected();
        conn.commit().await?;
        Ok(forgotten)
    }

    /// The same for the jobs of one kind.
    ///
    /// # Errors
    /// An incident.
    pub async fn forget_jobs_of(&self, kind: &str, kept: Timestamp) -> Result<u64, StoreError> {
        let mut conn = self.whole().await?;
        let query = sqlx::query(FORGET_KIND).bind(kept.as_microsecond()).bind(kind.to_owned());
        let forgotten = query.execute(&mut *conn).await?.rows_affected();
        conn.commit().await?;
        Ok(forgotten)
    }
}

pub(super) const STATEMENTS: &[&str] = &[NEXT, TAKE, RENEW, GIVE_BACK, FAIL, FORGET, FORGET_KIND];
