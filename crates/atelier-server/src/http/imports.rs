//! Exports of a former system brought in: sent as a form, read apart, written as one fact or not at all; at
//! once, or by a job.

mod form;

use super::asked::ByKey;
use super::jobs::JobTold;
use super::{Answer, App, Asked, Done, Keyed, Made, NoBody, Problem, Queued, Write};
use crate::fault::Fault;
use crate::import::Imported;
use crate::jobs::ImportJob;
use crate::rights::{
    Access,
    permit::{ReadImports, WriteImports},
};
use crate::workbench::{Act, Office, REJECTS, new_fact};
use atelier_domain::execution::import::Reject;
use atelier_domain::language::{Lang, Refusal};
use atelier_domain::ledger::FactId;
use axum::extract::State;
pub use form::{FORM, Form};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// An import.
#[derive(Serialize, ToSchema)]
#[schema(as = Import)]
pub struct ImportTold {
    id: String,
    actor: String,
    recorded: String,
    source: String,
    rows: i64,
    undone: bool,
}

/// Imports, oldest first.
#[derive(Serialize, ToSchema)]
pub struct Imports {
    imports: Vec<ImportTold>,
}

/// What was imported, undone or not.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadImports>,
    asked: Asked,
) -> Result<Answer<Imports>, Problem> {
    let read = async {
        let batches = app.store.read(access.who.office.scope).await?.batches().await?;
        let told = batches.into_iter().map(|batch| ImportTold {
            id: batch.id.to_string(),
            actor: batch.actor,
            recorded: batch.recorded.to_string(),
            source: batch.source,
            rows: batch.rows,
            undone: batch.undone,
        });
        Ok::<_, Fault>(Imports { imports: told.collect() })
    };
    Ok(Answer::of(read.await.map_err(asked.problem())?))
}

/// A row set aside.
#[derive(Serialize, ToSchema)]
#[schema(as = Reject)]
pub struct RejectTold {
    file: String,
    row: u32,
    column: String,
    value: String,
    code: String,
    title: String,
    detail: String,
    remedy: String,
}

fn reject_told(reject: &Reject, lang: Lang) -> RejectTold {
    let words = atelier_domain::language::Catalogue::of(lang);
    let [title, detail, remedy] = reject.refusal().sentences(words);
    RejectTold {
        file: reject.file.to_string(),
        row: reject.row,
        column: reject.column.to_string(),
        value: reject.value.clone(),
        code: reject.code().to_owned(),
        title,
        detail,
        remedy,
    }
}

/// What an import did.
#[derive(Serialize, ToSchema)]
pub struct ImportDone {
    /// The batch; nothing when the same was imported before, or in a dry run.
    batch: Option<String>,
    /// Objects written.
    written: u64,
    /// Good records by kind.
    records: BTreeMap<String, u64>,
    rejected_rows: u64,
    /// The first 1,000 rows set aside.
    rejects: Vec<RejectTold>,
    /// Whether nothing was written because it was only to be read.
    dry_run: bool,
}

/// Imports the files of a form as one fact; the same files again write nothing, so that no key is needed nor taken.
///
/// # Errors
/// `app/no-mapping`, every fault of the mapping and of the files; `app/rejected-rows` with every row set aside.
pub async fn add(
    State(app): State<App>,
    access: Access<WriteImports>,
    form: Form,
) -> Result<Made<ImportDone>, Problem> {
    let problem = form.asked.problem();
    bring(&app, &access.who.office, &access.who.user.login, form).await.map(Answer::of).map_err(problem)
}

async fn bring(app: &App, office: &Office, login: &str, form: Form) -> Result<ImportDone, Fault> {
    form.mapped()?;
    let (how, source) = (form.asked.of.how(), form.source());
    let imported = app.read_files(office, form.folder.path(), how, |_| {}).await?;
    let mut done = told_of(&imported, how.dry_run, form.asked.lang());
    if !how.dry_run {
        let act = Act { actor: login, now: Timestamp::now(), source: &source };
        if let Some((id, rows)) = app.import(office, imported.records, &act, &mut |_| {}).await? {
            (done.batch, done.written) = (Some(id.to_string()), rows);
        }
    }
    Ok(done)
}

/// Imports the files of a form by a job, which follows, cancels and tells as every job: its result is what
/// an import did, or its reasons are every fault.
///
/// # Errors
/// `app/no-mapping`; what reading the files refuses is the end of the job.
pub async fn by_job(
    State(app): State<App>,
    access: Access<WriteImports>,
    form: Form<ByKey>,
) -> Result<Queued<JobTold>, Problem> {
    let problem = form.asked.problem();
    form.mapped().map_err(|refusal| problem(refusal.into()))?;
    let asked = ImportJob { how: form.asked.of.how(), source: form.source() };
    let mut write = Write::begin(&app, &access, form.once.as_ref(), form.asked.lang()).await?;
    let files = (form.folder.path(), form.names.as_slice());
    let job = asked.put_down(&mut write.tx, access.who.user.id, files).await.map_err(problem)?;
    write.end(Answer::of(JobTold::of(&job, form.asked.lang(), true))).await
}

fn told_of(imported: &Imported, dry_run: bool, lang: Lang) -> ImportDone {
    let report = &imported.report;
    let records = report.records.iter().map(|(kind, count)| (kind.code().to_owned(), *count));
    ImportDone {
        batch: None,
        written: 0,
        records: records.collect(),
        rejected_rows: report.rejected_rows,
        rejects: imported.rejects.iter().take(REJECTS).map(|reject| reject_told(reject, lang)).collect(),
        dry_run,
    }
}

/// Undoes an import.
///
/// # Errors
/// `ledger/unknown-batch`, `ledger/already-undone`, `ledger/batch-in-use`.
pub async fn undo(
    State(app): State<App>,
    access: Access<WriteImports>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let id = told.asked.id.as_str();
    let unknown = |_| problem(Refusal::new("ledger/unknown-batch").with("batch", id).into());
    let batch = id.parse().map(FactId).map_err(unknown)?;
    let mut write = told.begin(&app, &access).await?;
    let (tx, _, act) = write.parts();
    tx.undo(batch, new_fact(), act.actor, act.now).await.map_err(|error| problem(error.into()))?;
    write.done().await
}
