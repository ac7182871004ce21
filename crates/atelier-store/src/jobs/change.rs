//! What happens to a job in the transaction of something else: asked for, gone on with, done, no
//! longer wanted.

use super::files::drop_files;
use super::{JobId, Lease, NewJob};
use crate::error::StoreError;
use crate::writer::Tx;
use atelier_domain::language::Refusal;
use jiff::Timestamp;
use sqlx::AnyConnection;

const ADD: &str = "INSERT INTO jobs (tenant, id, kind, payload, requester, state, step, kept, done, total, \
    due_us, fence, attempts, made_us) VALUES ($1, $2, $3, $4, $5, 'waiting', 0, '', 0, 0, $6, 0, 0, $7)";
const ADVANCE: &str = "UPDATE jobs SET step = $4, kept = $5, attempts = 1 \
    WHERE tenant = $1 AND id = $2 AND fence = $3 AND state = 'running'";
const FINISH: &str = "UPDATE jobs SET state = 'done', result = $4, refusals = NULL, done = total, \
    ended_us = $5 WHERE tenant = $1 AND id = $2 AND fence = $3 AND state = 'running'";
const CANCEL: &str = "UPDATE jobs SET state = 'cancelled', ended_us = $3 \
    WHERE tenant = $1 AND id = $2 AND ended_us IS NULL";

impl Tx {
    /// Puts a job down: it is there once this transaction is committed, and not otherwise.
    ///
    /// # Errors
    /// An incident.
    pub async fn enqueue(&mut self, job: &NewJob) -> Result<(), StoreError> {
        let tenant = self.tenant();
        add(self.conn(), &tenant, job).await
    }

    /// One more step of a job is written with this transaction; `kept` is what the next one needs.
    ///
    /// # Errors
    /// Refused `app/job-lost` when somebody else has the job now, or it was cancelled: the transaction is
    /// then to be dropped.
    pub async fn advance(&mut self, lease: &Lease, step: i64, kept: &str) -> Result<(), StoreError> {
        let query = sqlx::query(ADVANCE).bind(self.tenant()).bind(lease.job.id.to_string());
        let query = query.bind(lease.job.fence).bind(step).bind(kept.to_owned());
        held(lease, query.execute(self.conn()).await?.rows_affected())
    }

    /// The job is done with this transaction.
    ///
    /// # Errors
    /// As [`Tx::advance`].
    pub async fn finish(&mut self, lease: &Lease, result: &str, now: Timestamp) -> Result<(), StoreError> {
        let query = sqlx::query(FINISH).bind(self.tenant()).bind(lease.job.id.to_string());
        let query = query.bind(lease.job.fence).bind(result.to_owned()).bind(now.as_microsecond());
        held(lease, query.execute(self.conn()).await?.rows_affected())?;
        let tenant = self.tenant();
        drop_files(self.conn(), &tenant, lease.job.id).await
    }

    /// Ends a job that nobody wants any more, wherever it is: a worker that has it can write nothing more.
    /// Whether there was something to end.
    ///
    /// # Errors
    /// An incident.
    pub async fn cancel(&mut self, job: JobId, now: Timestamp) -> Result<bool, StoreError> {
        let query = sqlx::query(CANCEL).bind(self.tenant()).bind(job.to_string());
        let is_ended = query.bind(now.as_microsecond()).execute(self.conn()).await?.rows_affected() == 1;
        if is_ended {
            let tenant = self.tenant();
            drop_files(self.conn(), &tenant, job).await?;
        }
        Ok(is_ended)
    }
}

pub(super) async fn add(conn: &mut AnyConnection, tenant: &str, job: &NewJob) -> Result<(), StoreError> {
    sqlx::query(ADD)
        .bind(tenant.to_owned())
        .bind(job.id.to_string())
        .bind(job.kind.clone())
        .bind(job.payload.clone())
        .bind(job.requester.map(|user| user.to_string()))
        .bind(job.due.as_microsecond())
        .bind(job.made.as_microsecond())
        .execute(conn)
        .await?;
    Ok(())
}

fn held(lease: &Lease, rows: u64) -> Result<(), StoreError> {
    if rows == 1 {
        return Ok(());
    }
    Err(Refusal::new("app/job-lost").with("job", lease.job.id.to_string()).into())
}

pub(super) const STATEMENTS: &[&str] = &[ADD, ADVANCE, FINISH, CANCEL];
