//! Looking at jobs.

use super::{Job, JobId, job};
use crate::error::StoreError;
use crate::reader::{Page, Reader};
use atelier_domain::controls::UserId;

const ONE: &str = "SELECT id, kind, payload, requester, state, step, kept, done, total, worker, due_us, fence, \
    attempts, result, refusals, made_us, ended_us FROM jobs WHERE tenant = $1 AND id = $2";
const ALL: &str = "SELECT id, kind, payload, requester, state, step, kept, done, total, worker, due_us, fence, \
    attempts, result, refusals, made_us, ended_us FROM jobs \
    WHERE tenant = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
const OF_ONE: &str = "SELECT id, kind, payload, requester, state, step, kept, done, total, worker, due_us, \
    fence, attempts, result, refusals, made_us, ended_us FROM jobs \
    WHERE tenant = $1 AND requester = $4 AND id < $2 ORDER BY id DESC LIMIT $3";
/// Few are not over, of all companies together: they are walked by their own index, not a company's jobs by theirs.
const UNDER_WAY: &str = "SELECT id, kind, payload, requester, state, step, kept, done, total, worker, due_us, \
    fence, attempts, result, refusals, made_us, ended_us FROM jobs \
    WHERE ended_us IS NULL AND due_us > 0 AND tenant || '' = $1 AND kind = $2 \
    ORDER BY due_us, id LIMIT 1";
/// After every id: none begins with this letter.
const LAST: &str = "g";

impl Reader {
    /// The job of this id.
    ///
    /// # Errors
    /// An incident.
    pub async fn job(&mut self, id: JobId) -> Result<Option<Job>, StoreError> {
        let query = sqlx::query(ONE).bind(self.tenant()).bind(id.to_string());
        query.fetch_optional(self.conn()).await?.map(|row| job(&row)).transpose()
    }

    /// The job of this kind that waits or runs, the one due first when there are several.
    ///
    /// # Errors
    /// An incident.
    pub async fn job_under_way(&mut self, kind: &str) -> Result<Option<Job>, StoreError> {
        let query = sqlx::query(UNDER_WAY).bind(self.tenant()).bind(kind.to_owned());
        query.fetch_optional(self.conn()).await?.map(|row| job(&row)).transpose()
    }

    /// The jobs asked before `before`, newest first: those of a requester, or of everybody.
    ///
    /// # Errors
    /// An incident.
    pub async fn jobs(
        &mut self,
        requester: Option<UserId>,
        before: Option<&str>,
        limit: i64,
    ) -> Result<Page<Job>, StoreError> {
        let text = if requester.is_some() { OF_ONE } else { ALL };
        let query = sqlx::query(text).bind(self.tenant()).bind(before.unwrap_or(LAST).to_owned());
        let mut query = query.bind(limit);
        if let Some(user) = requester {
            query = query.bind(user.to_string());
        }
        let items: Vec<Job> =
            query.fetch_all(self.conn()).await?.iter().map(job).collect::<Result<_, _>>()?;
        let full = items.len() as i64 == limit;
        let next = items.last().filter(|_| full).map(|job| job.id.to_string());
        Ok(Page { items, next })
    }
}

pub(super) const STATEMENTS: &[&str] = &[ONE, ALL, OF_ONE, UNDER_WAY];
