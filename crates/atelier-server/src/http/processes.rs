//! Process sheets and the workshop sheet.

use super::process_design::{Let, ReasonTold};
use super::process_shape::{ProcessTold, shape};
use super::workshop_shape::{self, WorkshopTold};
use super::{Answer, App, Asked, Careful, Problem, Told};
use crate::fault::Fault;
use crate::rights::{
    Access,
    permit::{ReadProcesses, WriteProcesses},
};
use crate::workbench::{
    KEPT, Office, Publication, design_record, keep_sheet_in, publish_process_in, read_kept, read_process,
    read_workshop,
};
use atelier_domain::language::{Catalogue, Lang, Refusal};
use atelier_store::Sheet;
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A warning about a sheet: the three sentences of a refusal that does not stop it.
#[derive(Serialize, ToSchema)]
pub struct Warning {
    code: String,
    /// Line and column.
    place: String,
    title: String,
    detail: String,
    remedy: String,
}

/// Remarks, as a reader of `lang` is told them.
pub fn warnings(found: &[Refusal], lang: Lang) -> Vec<Warning> {
    let words = Catalogue::of(lang);
    let told = found.iter().map(|one| {
        let [title, detail, remedy] = one.sentences(words);
        Warning { code: one.code.to_owned(), place: one.place.to_string(), title, detail, remedy }
    });
    told.collect()
}

/// A sheet: the text is the truth.
#[derive(Serialize, ToSchema)]
#[schema(as = Sheet)]
pub struct SheetTold {
    code: String,
    version: i64,
    text: String,
    warnings: Vec<Warning>,
    /// Every version there is, oldest first.
    versions: Vec<i64>,
    /// Why this version was published as it is; null when nobody said.
    reason: Option<ReasonTold>,
    /// What the text says; null for the workshop.
    process: Option<ProcessTold>,
    /// What the text says; null for a process, and for a version of the workshop that no longer reads.
    workshop: Option<WorkshopTold>,
}

/// Which version of a sheet.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Version {
    /// One of its versions; the newest when absent.
    pub version: Option<i64>,
}

/// A sheet to be kept.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetAsked {
    text: String,
}

/// A process to be published.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProcessAsked {
    text: String,
    /// Why it is published as it is; asked for when the design-linter warns of something that is not let pass.
    #[serde(default)]
    #[schema(max_length = 500)]
    reason: String,
}

/// A sheet of this code: the newest, or this version of it; with every version there is.
async fn found(
    app: &App,
    office: &Office,
    kind: &str,
    code: &str,
    version: Option<i64>,
) -> Result<(Sheet, Vec<i64>), Fault> {
    let mut reader = app.store.read(office.scope).await?;
    let sheet = match version {
        Some(version) => reader.sheet(kind, code, version).await?,
        None => reader.latest_sheet(kind, code).await?,
    };
    let unknown = || Refusal::new("app/unknown-process").with("given", code).with("known", "–");
    let sheet = sheet.ok_or_else(unknown)?;
    Ok((sheet, reader.sheet_versions(kind, code).await?))
}

/// One process, as written, and what its text says.
///
/// # Errors
/// `app/unknown-process`, for a version that is not there too.
pub async fn one(
    State(app): State<App>,
    access: Access<ReadProcesses>,
    asked: Asked<Version>,
) -> Result<Answer<SheetTold>, Problem> {
    let read = async {
        let (sheet, versions) =
            found(&app, &access.who.office, "process", &asked.id, asked.of.version).await?;
        let (process, remarks) = read_kept(&sheet)?;
        let mut reader = app.store.read(access.who.office.scope).await?;
        let (record, _) = design_record(&mut reader, &asked.id).await?;
        let said = Let { record: &record, on: access.who.office.today() };
        let told = (warnings(&remarks, asked.lang()), Some(shape(&process, said, asked.lang())));
        let mut answer = shown(sheet, versions, told);
        answer.body.reason = ReasonTold::of(&mut reader, &record, answer.body.version).await?;
        Ok::<_, Fault>(answer)
    };
    read.await.map_err(asked.problem())
}

/// The day on which the people of a company are shown: today, never before the day of its plan, which may still
/// be ahead in a demonstration.
async fn day_of_plan(app: &App, office: &Office) -> Date {
    let plan = app.frame(office).await.ok();
    plan.map_or_else(|| office.today(), |frame| frame.summary.today.max(office.today()))
}

/// The workshop, as written.
///
/// # Errors
/// `app/unknown-process` when none was kept.
pub async fn workshop(
    State(app): State<App>,
    access: Access<ReadProcesses>,
    asked: Asked<Version>,
) -> Result<Answer<SheetTold>, Problem> {
    let sheet = found(&app, &access.who.office, "workshop", "workshop", asked.of.version).await;
    let (sheet, versions) = sheet.map_err(asked.problem())?;
    let office = &access.who.office;
    let (workshop, found) = match read_workshop("workshop", &sheet.text, office.today()) {
        Ok((workshop, found)) => {
            (Some(workshop_shape::shape(&workshop, day_of_plan(&app, office).await)), found)
        }
        // A sheet kept by an older program may no longer read: its text is shown all the same, to be mended.
        Err(_) => (None, Vec::new()),
    };
    let told = (warnings(&found, asked.lang()), None);
    let mut answer = shown(sheet, versions, told);
    answer.body.workshop = workshop;
    Ok(answer)
}

fn shown(
    sheet: Sheet,
    versions: Vec<i64>,
    (warnings, process): (Vec<Warning>, Option<ProcessTold>),
) -> Answer<SheetTold> {
    let Sheet { code, version, text, .. } = sheet;
    Answer::of(SheetTold { code, version, text, warnings, versions, reason: None, process, workshop: None })
        .at(version)
}

/// Publishes a new version of a process; the same text again is no new version.
///
/// # Errors
/// Every fault of the text with its line and column; `app/other-process` when it says another code than the address;
/// `process/design-errors` with each of them; `process/reason-wanted`, `process/reason-length`; `controls/changed-meanwhile`.
pub async fn keep(
    State(app): State<App>,
    access: Access<WriteProcesses>,
    mut told: Careful<ProcessAsked>,
) -> Result<Answer<SheetTold>, Problem> {
    let (problem, lang) = (told.asked.problem(), told.asked.lang());
    let mut write = told.begin(&app, &access).await?;
    let ProcessAsked { text, reason } = std::mem::take(&mut told.body);
    let kept = async {
        let day = write.office.today();
        let (process, found) = read_process(&mut write.tx, &told.asked.id, &text, day).await?;
        if process.code != told.asked.id {
            let refusal = Refusal::new("app/other-process").with("given", process.code);
            return Err(refusal.with("address", told.asked.id.as_str()).into());
        }
        let before = write.tx.latest_sheet("process", &process.code).await?;
        told.unchanged(before.map_or(0, |sheet| sheet.version))?;
        let (tx, office, act) = write.parts();
        let asked = Publication { process: &process, text, reason: &reason, on: day, lang, fact: KEPT };
        let sheet = publish_process_in(tx, office, asked, &act).await?;
        let versions = tx.sheet_versions("process", &process.code).await?;
        let (record, _) = design_record(tx, &process.code).await?;
        let said = Let { record: &record, on: day };
        let mut answer = shown(sheet, versions, (warnings(&found, lang), Some(shape(&process, said, lang))));
        answer.body.reason = ReasonTold::of(tx, &record, answer.body.version).await?;
        Ok::<_, Fault>(answer)
    };
    let answer = kept.await.map_err(problem)?;
    write.end(answer).await
}

/// Keeps a new version of the workshop.
///
/// # Errors
/// Every fault of the text with its line and column; `controls/changed-meanwhile`.
pub async fn keep_workshop(
    State(app): State<App>,
    access: Access<WriteProcesses>,
    mut told: Careful<SheetAsked>,
) -> Result<Answer<SheetTold>, Problem> {
    let (problem, lang) = (told.asked.problem(), told.asked.lang());
    let shown_on = day_of_plan(&app, &access.who.office).await;
    let mut write = told.begin(&app, &access).await?;
    let text = std::mem::take(&mut told.body.text);
    let kept = async {
        let day = write.office.today();
        let (workshop, found) = read_workshop("workshop", &text, day)?;
        let before = write.tx.latest_sheet("workshop", "workshop").await?;
        told.unchanged(before.map_or(0, |sheet| sheet.version))?;
        let (tx, office, act) = write.parts();
        let sheet = keep_sheet_in(tx, office, "workshop", "workshop", text, &act).await?;
        let versions = tx.sheet_versions("workshop", "workshop").await?;
        let mut answer = shown(sheet, versions, (warnings(&found, lang), None));
        answer.body.workshop = Some(workshop_shape::shape(&workshop, shown_on));
        Ok::<_, Fault>(answer)
    };
    let answer = kept.await.map_err(problem)?;
    write.end(answer).await
}

/// What a check found.
#[derive(Serialize, ToSchema)]
pub struct Checked {
    code: String,
    warnings: Vec<Warning>,
    process: ProcessTold,
}

/// Reads the text of a process without keeping it.
///
/// # Errors
/// Every fault of the text with its line and column.
pub async fn check(
    State(app): State<App>,
    access: Access<ReadProcesses>,
    told: Told<SheetAsked>,
) -> Result<Answer<Checked>, Problem> {
    let (problem, lang) = (told.asked.problem(), told.asked.lang());
    let day = access.who.office.today();
    let read = async {
        let mut reader = app.store.read(access.who.office.scope).await?;
        let (process, found) = read_process(&mut reader, "process", &told.body.text, day).await?;
        let (record, _) = design_record(&mut reader, &process.code).await?;
        Ok::<_, Fault>((process, found, record))
    };
    let (process, found, record) = read.await.map_err(problem)?;
    let shape = shape(&process, Let { record: &record, on: day }, lang);
    Ok(Answer::of(Checked { code: process.code, warnings: warnings(&found, lang), process: shape }))
}
