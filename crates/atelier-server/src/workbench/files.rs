//! The files of an export read as they are brought in: the same for a request that waits, and for a job.

use super::{Office, Workbench};
use crate::fault::Fault;
use crate::import::{Imported, Progress, mapping_of, read_export};
use atelier_domain::execution::import::Reject;
use atelier_domain::language::{Refusal, Refusals};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The name of the mapping among the files, which no file of an export may have.
pub const MAPPING_FILE: &str = "mapping.atelier.toml";
/// Most rows set aside that are told one by one.
pub const REJECTS: usize = 1_000;

/// How files are brought in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bringing {
    /// Read and checked, and nothing written.
    pub dry_run: bool,
    /// The good rows are written although others are set aside.
    pub accept_rejects: bool,
}

impl Workbench {
    /// Reads the files of a folder, the mapping among them. Rows set aside are refused, unless they are
    /// accepted or nothing is to be written.
    ///
    /// # Errors
    /// Every fault of the mapping and of the files; `app/rejected-rows` with every row set aside.
    pub async fn read_files(
        &self,
        office: &Office,
        folder: &Path,
        how: Bringing,
        mut progress: impl FnMut(Progress) + Send + 'static,
    ) -> Result<Imported, Fault> {
        let mapping = folder.join(MAPPING_FILE);
        let text = tokio::fs::read_to_string(&mapping).await.map_err(|error| {
            let refusal = Refusal::new("app/unreadable-file").with("file", "mapping");
            refusal.with("cause", error.to_string())
        })?;
        self.check_mapping(office, &mapping_of(&mapping)?, &text).await?;
        let (path, tenant) = (folder.to_owned(), office.tenant);
        let read = move || read_export(&path, &mapping, tenant, &mut progress);
        let imported = tokio::task::spawn_blocking(read).await.map_err(anyhow::Error::from)??;
        if imported.rejects.is_empty() || how.accept_rejects || how.dry_run {
            return Ok(imported);
        }
        let mut refused = Refusals(imported.rejects.iter().take(REJECTS).map(Reject::refusal).collect());
        let count = i64::try_from(imported.report.rejected_rows).unwrap_or(i64::MAX);
        refused.push(Refusal::new("app/rejected-rows").with("count", count).with("file", "–"));
        Err(refused.into())
    }
}
