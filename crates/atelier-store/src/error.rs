//! What can go wrong: the user can mend a refusal, we must mend an incident.

use atelier_domain::language::{Refusal, Refusals};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why the store did not do what was asked. In both cases nothing was written.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The user can mend it.
    #[error("{0}")]
    Refused(#[from] Refusals),
    /// We must mend it.
    #[error(transparent)]
    Incident(#[from] Incident),
}

/// Something that should not happen on a healthy installation.
#[derive(Debug, Error)]
pub enum Incident {
    /// The engine answered with an error.
    #[error("the database failed: {0}")]
    Database(#[source] sqlx::Error),
    /// A stored row does not read as what it should be.
    #[error("{table} {id}: {why}")]
    Unreadable {
        /// The table.
        table: &'static str,
        /// The key of the row.
        id: String,
        /// What does not read.
        why: String,
    },
    /// A file or folder of ours could not be used.
    #[error("{}: {source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl Incident {
    pub(crate) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> StoreError {
        move |source| StoreError::Incident(Self::File { path: path.to_owned(), source })
    }

    // The callers hand over what they just caught or formatted.
    #[allow(clippy::needless_pass_by_value)]
    pub(crate) fn unreadable(table: &'static str, id: &str, why: impl ToString) -> StoreError {
        StoreError::Incident(Self::Unreadable { table, id: id.to_owned(), why: why.to_string() })
    }
}

/// What SQLite (`SQLITE_FULL`) and PostgreSQL (`disk_full`) answer when there is no room left.
const FULL: [&str; 2] = ["13", "53100"];

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
        if code.is_some_and(|code| FULL.contains(&code.as_ref())) {
            return Refusal::new("ledger/disk-full").into();
        }
        Self::Incident(Incident::Database(error))
    }
}

impl From<Refusal> for StoreError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal.into())
    }
}
