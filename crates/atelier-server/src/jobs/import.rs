//! Files of a former system brought in: what `import crm` does, for whoever sent them over the network. The
//! files stand with the job in the database, so that any server may do it, and go when it ends.

use super::hand::{After, Hand};
use super::told::sentences;
use super::{Kind, Pulse};
use crate::fault::Fault;
use crate::import::{Imported, Progress};
use crate::workbench::{Act, Bringing, MAPPING_FILE, REJECTS};
use atelier_domain::controls::UserId;
use atelier_domain::execution::import::Reject;
use atelier_store::{JOB_PART, Job, JobId, JobPart, NewJob, Tx};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::fs::{File, OpenOptions};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

/// What is asked; the files are given beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportJob {
    /// Whether it writes, and what when rows are set aside.
    pub how: Bringing,
    /// What its fact names as its source.
    pub source: String,
}

impl ImportJob {
    /// Puts it down in a write, with the files of a folder, the mapping among them.
    ///
    /// # Errors
    /// An incident.
    pub async fn put_down(
        &self,
        tx: &mut Tx,
        user: UserId,
        (folder, names): (&Path, &[String]),
    ) -> Result<Job, Fault> {
        let (id, now) = (JobId::make(), Timestamp::now());
        let payload = serde_json::to_string(self).map_err(anyhow::Error::from)?;
        let kind = Kind::Import.code().to_owned();
        tx.enqueue(&NewJob { id, kind, payload, requester: Some(user), made: now, due: now }).await?;
        let mut part = 0;
        for name in names {
            part = give(tx, id, folder, name, part).await?;
        }
        tx.job(id).await?.ok_or_else(|| anyhow::anyhow!("job {id} was not put down").into())
    }
}

/// Gives a file to the job, in parts after the one given last: the number of its own last.
async fn give(tx: &mut Tx, job: JobId, folder: &Path, name: &str, mut part: i64) -> Result<i64, Fault> {
    let mut file = File::open(folder.join(name)).await?;
    loop {
        let mut bytes = Vec::new();
        (&mut file).take(JOB_PART as u64).read_to_end(&mut bytes).await?;
        let is_last = bytes.len() < JOB_PART;
        part += 1;
        tx.give_file(job, JobPart { part, name: name.to_owned(), bytes }).await?;
        if is_last {
            return Ok(part);
        }
    }
}

/// Its only step.
pub(super) async fn step(hand: &Hand) -> Result<After, Fault> {
    let asked: ImportJob = serde_json::from_str(&hand.lease.job.payload).map_err(anyhow::Error::from)?;
    let office = hand.office().await?;
    let (folder, lines) = fetched(hand).await?;
    let mut rows = Rows::of(&hand.pulse, lines, asked.how);
    let read = hand.bench.read_files(&office, folder.path(), asked.how, move |read| rows.read(read)).await?;
    let mut result = result(&read, asked.how);
    let news = if asked.how.dry_run { None } else { hand.bench.news(&office, read.records).await? };
    let mut tx = hand.begin().await?;
    if let Some(news) = news {
        let act = Act { source: &asked.source, ..hand.act() };
        let (pulse, read) = (Arc::clone(&hand.pulse), hand.pulse.told().0);
        let mut progress = move |said: u64| pulse.tell(read + said.cast_signed(), read * 2);
        let (batch, written) = news.write(&mut tx, &act, &mut progress).await?;
        result["batch"] = json!(batch.to_string());
        result["written"] = json!(written);
    }
    hand.finish(tx, &result).await
}

/// The files in a folder of this machine, and how many lines they have beside the mapping.
async fn fetched(hand: &Hand) -> Result<(TempDir, usize), Fault> {
    let folder = TempDir::new()?;
    let (mut last, mut lines) = (0, 0);
    let mut reader = hand.bench.store.read(hand.scope).await?;
    while let Some(part) = reader.job_file(hand.lease.job.id, last).await? {
        last = part.part;
        let path = folder.path().join(&part.name);
        let mut file = OpenOptions::new().create(true).append(true).open(path).await?;
        file.write_all(&part.bytes).await?;
        file.flush().await?;
        if part.name != MAPPING_FILE {
            lines += part.bytes.split(|byte| *byte == b'\n').count() - 1;
        }
    }
    Ok((folder, lines))
}

/// Counts the rows read of all files. A workbook has no lines to be counted before: it is known how many
/// once they are read.
struct Rows {
    pulse: Arc<Pulse>,
    lines: i64,
    /// What is written is as much again.
    writes: bool,
    of_files: BTreeMap<String, u64>,
}

impl Rows {
    fn of(pulse: &Arc<Pulse>, lines: usize, how: Bringing) -> Self {
        let lines = i64::try_from(lines).unwrap_or(i64::MAX / 2);
        Self { pulse: Arc::clone(pulse), lines, writes: !how.dry_run, of_files: BTreeMap::new() }
    }

    fn read(&mut self, progress: Progress) {
        self.of_files.insert(progress.file, progress.rows);
        let read = self.of_files.values().sum::<u64>().cast_signed();
        let rows = self.lines.max(read);
        self.pulse.tell(read, if self.writes { rows * 2 } else { rows });
    }
}

/// What an import did before it writes, as the answer of a request says it, but each row set aside in both
/// languages.
fn result(read: &Imported, how: Bringing) -> Value {
    let records: BTreeMap<_, _> =
        read.report.records.iter().map(|(kind, count)| (kind.code(), *count)).collect();
    let rejects: Vec<Value> = read.rejects.iter().take(REJECTS).map(set_aside).collect();
    json!({
        "batch": null,
        "written": 0,
        "records": records,
        "rejected_rows": read.report.rejected_rows,
        "rejects": rejects,
        "dry_run": how.dry_run,
    })
}

fn set_aside(reject: &Reject) -> Value {
    let (fr, en) = sentences(&reject.refusal());
    json!({
        "file": &*reject.file,
        "row": reject.row,
        "column": &*reject.column,
        "value": reject.value,
        "code": reject.code(),
        "fr": fr,
        "en": en,
    })
}
