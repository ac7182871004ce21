//! Exports of a former system brought in: sent as a form, read apart, written as one fact or not at all.

use super::describe::{Asking, Describing};
use super::{Answer, App, Asked, Done, Made, NoBody, Problem, Told, done};
use crate::fault::Fault;
use crate::import::{Imported, mapping_of, read_export};
use crate::rights::{
    Access,
    permit::{ReadImports, WriteImports},
};
use crate::workbench::{Act, Office, new_fact};
use atelier_domain::execution::import::Reject;
use atelier_domain::language::{Lang, Refusal, Refusals};
use atelier_domain::ledger::FactId;
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;
use utoipa::{IntoParams, ToSchema};

/// Most bytes of a form with its files.
pub const FORM: usize = 256 * 1024 * 1024;
/// Most files of a form.
const FILES: usize = 32;
/// The mapping among the parts of the form.
const MAPPING: &str = "mapping";
/// The name it is kept under, which no file of an export may have.
const MAPPING_FILE: &str = "mapping.atelier.toml";

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

/// How to import.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Importing {
    /// Reads and checks without writing.
    pub dry_run: Option<bool>,
    /// Writes the good rows although others are set aside.
    pub accept_rejects: Option<bool>,
}

/// The files of a form, in a folder that goes with it.
pub struct Form {
    asked: Asked<Importing>,
    folder: TempDir,
    names: Vec<String>,
}

/// Shape of the form: a part `mapping` (TOML), and the files that it names, each part with its file name.
#[derive(ToSchema)]
#[allow(dead_code)] // only described
#[schema(as = ImportForm)]
struct FormShape {
    /// The mapping, as TOML.
    mapping: String,
    /// A file that the mapping names.
    files: Vec<String>,
}

impl FromRequest<App> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let asked: Asked<Importing> = Asked::from_request_parts(&mut parts, app).await?;
        let lang = asked.lang();
        let request = Request::from_parts(parts, body);
        let form = Multipart::from_request(request, app).await;
        let mut form = form.map_err(|error| unreadable(error.status(), &error.body_text(), lang))?;
        let folder = TempDir::new().map_err(|error| Problem::of(error.into(), lang))?;
        let mut names = Vec::new();
        loop {
            let next = form.next_field().await;
            let part = next.map_err(|error| unreadable(error.status(), &error.body_text(), lang))?;
            let Some(part) = part else { break };
            names.push(keep(part, &folder, lang).await?);
            if names.len() > FILES {
                let refusal = Refusal::new("app/too-many-files").with("most", FILES);
                return Err(Problem::refused(StatusCode::UNPROCESSABLE_ENTITY, refusal, lang));
            }
        }
        Ok(Self { asked, folder, names })
    }
}

impl Asking for Form {
    fn describe(into: &mut Describing) {
        into.query::<Importing>();
        into.form::<FormShape>();
    }
}

fn unreadable(status: StatusCode, cause: &str, lang: Lang) -> Problem {
    let refusal = match status {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::new("controls/body-too-large").with("most", FORM),
        _ => Refusal::new("controls/unreadable-body").with("cause", cause),
    };
    let status = if status.is_client_error() { status } else { StatusCode::BAD_REQUEST };
    Problem::refused(status, refusal, lang)
}

/// Writes a part in the folder. A name that could lead out of it, or hide there, is refused.
async fn keep(mut part: Field<'_>, folder: &TempDir, lang: Lang) -> Result<String, Problem> {
    let name = match (part.name(), part.file_name()) {
        (Some(MAPPING), _) => MAPPING_FILE.to_owned(),
        (_, Some(file)) => file.to_owned(),
        (Some(name), None) => name.to_owned(),
        (None, None) => String::new(),
    };
    let plain = |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '_' | '-' | ' ');
    let is_plain = name.chars().all(plain) && !name.starts_with('.') && (1..=120).contains(&name.len());
    if !is_plain || (name == MAPPING_FILE && part.name() != Some(MAPPING)) {
        let refusal = Refusal::new("app/file-name").with("given", name);
        return Err(Problem::refused(StatusCode::UNPROCESSABLE_ENTITY, refusal, lang));
    }
    let incident = |error: std::io::Error| Problem::of(error.into(), lang);
    let mut file = tokio::fs::File::create(folder.path().join(&name)).await.map_err(incident)?;
    loop {
        let chunk = part.chunk().await;
        let chunk = chunk.map_err(|error| unreadable(error.status(), &error.body_text(), lang))?;
        let Some(chunk) = chunk else { break };
        file.write_all(&chunk).await.map_err(incident)?;
    }
    file.flush().await.map_err(incident)?;
    Ok(name)
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

/// Imports the files of a form as one fact; the same files again write nothing.
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

/// Rows told of those set aside.
const REJECTS: usize = 1_000;

async fn bring(app: &App, office: &Office, login: &str, form: Form) -> Result<ImportDone, Fault> {
    let Form { asked, folder, names } = form;
    let lang = asked.lang();
    if !names.iter().any(|name| name == MAPPING_FILE) {
        return Err(Refusal::new("app/no-mapping").field(MAPPING).into());
    }
    let mapping = folder.path().join(MAPPING_FILE);
    let text = tokio::fs::read_to_string(&mapping).await.map_err(|error| {
        let refusal = Refusal::new("app/unreadable-file").with("file", MAPPING);
        refusal.with("cause", error.to_string())
    })?;
    app.check_mapping(office, &mapping_of(&mapping)?, &text).await?;
    let (path, tenant) = (folder.path().to_owned(), office.tenant);
    let read = move || read_export(&path, &mapping, tenant, &mut |_| {});
    let imported = tokio::task::spawn_blocking(read).await.map_err(anyhow::Error::from)??;
    let is_dry = asked.of.dry_run.unwrap_or(false);
    if !imported.rejects.is_empty() && !asked.of.accept_rejects.unwrap_or(false) && !is_dry {
        let mut refused = Refusals(imported.rejects.iter().take(REJECTS).map(Reject::refusal).collect());
        let count = i64::try_from(imported.report.rejected_rows).unwrap_or(i64::MAX);
        refused.push(Refusal::new("app/rejected-rows").with("count", count).with("file", "–"));
        return Err(refused.into());
    }
    let mut done = told_of(&imported, is_dry, lang);
    if !is_dry {
        let source =
            names.iter().filter(|name| *name != MAPPING_FILE).cloned().collect::<Vec<_>>().join(", ");
        let source: String = source.chars().take(200).collect();
        let act = Act { actor: login, now: Timestamp::now(), source: &source };
        if let Some((id, rows)) = app.import(office, imported.records, &act, &mut |_| {}).await? {
            (done.batch, done.written) = (Some(id.to_string()), rows);
        }
    }
    Ok(done)
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
    told: Told<NoBody>,
) -> Result<Done, Problem> {
    let office = &access.who.office;
    let undone = async {
        let id = told.asked.id.as_str();
        let unknown = || Refusal::new("ledger/unknown-batch").with("batch", id);
        let batch = id.parse().map(FactId).map_err(|_| unknown())?;
        app.store.undo(office.scope, batch, new_fact(), &access.who.user.login, Timestamp::now()).await?;
        Ok::<_, Fault>(())
    };
    undone.await.map_err(told.asked.problem())?;
    Ok(done())
}
