//! The files that a job was given: put down with it, read by whichever server does it, gone once it ends.

use super::JobId;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Tx;
use sqlx::{AnyConnection, Row as _};

const KEEP: &str = "INSERT INTO job_files (tenant, job, part, name, bytes) VALUES ($1, $2, $3, $4, $5)";
const NEXT: &str = "SELECT part, name, bytes FROM job_files WHERE tenant = $1 AND job = $2 AND part > $3 \
    ORDER BY part LIMIT 1";
const DROP: &str = "DELETE FROM job_files WHERE tenant = $1 AND job = $2";

/// Most bytes of a part: what a server and its database hold of a file at once.
pub const JOB_PART: usize = 1 << 20;

/// A part of a file. Parts of one file follow each other; put together they are the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobPart {
    /// Its place among all parts of the job, from 1.
    pub part: i64,
    /// Name of the file.
    pub name: String,
    /// At most [`JOB_PART`] bytes.
    pub bytes: Vec<u8>,
}

impl Tx {
    /// Gives a part of a file to a job, in the transaction that puts the job down.
    ///
    /// # Errors
    /// An incident.
    pub async fn give_file(&mut self, job: JobId, part: JobPart) -> Result<(), StoreError> {
        let JobPart { part, name, bytes } = part;
        let query = sqlx::query(KEEP).bind(self.tenant()).bind(job.to_string());
        query.bind(part).bind(name).bind(bytes).execute(self.conn()).await?;
        Ok(())
    }
}

impl Reader {
    /// The part after one (0: the first) of the files of a job; nothing after the last, or once it ended.
    ///
    /// # Errors
    /// An incident.
    pub async fn job_file(&mut self, job: JobId, after: i64) -> Result<Option<JobPart>, StoreError> {
        let query = sqlx::query(NEXT).bind(self.tenant()).bind(job.to_string()).bind(after);
        let row = query.fetch_optional(self.conn()).await?;
        row.map(|row| Ok(JobPart { part: row.try_get(0)?, name: row.try_get(1)?, bytes: row.try_get(2)? }))
            .transpose()
    }
}

/// The job has ended.
pub(super) async fn drop_files(conn: &mut AnyConnection, tenant: &str, job: JobId) -> Result<(), StoreError> {
    sqlx::query(DROP).bind(tenant.to_owned()).bind(job.to_string()).execute(conn).await?;
    Ok(())
}

pub(super) const STATEMENTS: &[&str] = &[KEEP, NEXT, DROP];
