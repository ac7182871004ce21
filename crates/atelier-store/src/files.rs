//! The bytes of files that prove something. Facts say that a file was added, by its digest; its bytes stand
//! beside them, so that they can go with the person they are about, and a backup carries them.

use crate::error::{Incident, StoreError};
use crate::reader::Reader;
use crate::writer::Tx;
use atelier_domain::execution::EvidenceFile;
use atelier_domain::language::FileId;
use sha2::{Digest as _, Sha256};
use sqlx::{AnyConnection, Row as _};

const BYTES: &str = "SELECT bytes FROM file_bytes WHERE tenant = $1 AND id = $2";
const KEEP: &str = "INSERT INTO file_bytes (tenant, id, bytes) VALUES ($1, $2, $3) \
    ON CONFLICT (tenant, id) DO UPDATE SET bytes = excluded.bytes";
const FORGET: &str = "DELETE FROM file_bytes WHERE tenant = $1 AND id = $2";
const NEXT: &str = "SELECT id, bytes FROM file_bytes WHERE tenant = $1 AND id > $2 ORDER BY id LIMIT 1";

impl Reader {
    /// The bytes of a file, once they were compared with the digest that the fact says.
    ///
    /// # Errors
    /// An incident when they are not there or not those.
    pub async fn file_bytes(&mut self, file: &EvidenceFile) -> Result<Vec<u8>, StoreError> {
        let id = file.id.to_string();
        let query = sqlx::query(BYTES).bind(self.tenant()).bind(id.clone());
        let row = query.fetch_optional(self.conn()).await?;
        let wrong = |why: &str| Incident::unreadable("file_bytes", &id, why);
        let bytes: Vec<u8> = row.ok_or_else(|| wrong("missing"))?.try_get(0)?;
        if sha256(&bytes) == file.sha256 { Ok(bytes) } else { Err(wrong("not the bytes that were added")) }
    }
}

impl Tx {
    /// Keeps the bytes of a file, beside the fact that says it was added.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn keep_file_bytes(&mut self, id: FileId, bytes: Vec<u8>) -> Result<(), StoreError> {
        let tenant = self.tenant();
        keep(self.conn(), &tenant, &id.to_string(), bytes).await
    }
}

pub(crate) async fn keep(
    conn: &mut AnyConnection,
    tenant: &str,
    id: &str,
    bytes: Vec<u8>,
) -> Result<(), StoreError> {
    let query = sqlx::query(KEEP).bind(tenant.to_owned()).bind(id.to_owned()).bind(bytes);
    query.execute(conn).await?;
    Ok(())
}

/// The bytes of a file that was taken away.
pub(crate) async fn forget(conn: &mut AnyConnection, tenant: &str, id: &str) -> Result<(), StoreError> {
    sqlx::query(FORGET).bind(tenant.to_owned()).bind(id.to_owned()).execute(conn).await?;
    Ok(())
}

/// The next file after one, with its bytes: one at a time, they may be large.
pub(crate) async fn next(
    conn: &mut AnyConnection,
    tenant: &str,
    after: &str,
) -> Result<Option<(String, Vec<u8>)>, StoreError> {
    let query = sqlx::query(NEXT).bind(tenant.to_owned()).bind(after.to_owned());
    let row = query.fetch_optional(conn).await?;
    row.map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).transpose()
}

/// The digest of bytes, as facts say it: SHA-256, hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    crate::digest::Digest(Sha256::digest(bytes).into()).to_string()
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[BYTES, KEEP, FORGET, NEXT];
