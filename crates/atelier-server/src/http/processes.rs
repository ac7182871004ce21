//! Process sheets, the workshop sheet, and the objectives that the processes hold.

use super::{Answer, App, Asked, Careful, Problem, Told};
use crate::fault::Fault;
use crate::rights::{
    Access,
    permit::{ReadProcesses, WriteProcesses},
};
use crate::workbench::{Office, keep_sheet_in, process_of, read_process, read_workshop};
use atelier_domain::language::{Catalogue, Lang, Refusal};
use atelier_domain::process::{Objective, Process, Unit};
use atelier_store::Sheet;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A process in the catalogue.
#[derive(Serialize, ToSchema)]
pub struct ProcessLine {
    code: String,
    name: String,
    version: i64,
    /// Its steps, in order.
    steps: Vec<StepLine>,
}

/// A step of a process: a progress of the customer.
#[derive(Serialize, ToSchema)]
pub struct StepLine {
    code: String,
    name: String,
    /// Proofs, any of which closes it.
    evidence: Vec<EvidenceLine>,
}

/// A proof from the customer.
#[derive(Serialize, ToSchema)]
pub struct EvidenceLine {
    code: String,
    name: String,
}

fn steps_of(process: &Process, lang: Lang) -> Vec<StepLine> {
    let steps = process.steps.iter().map(|step| StepLine {
        code: step.code.clone(),
        name: step.name.get(lang).to_owned(),
        evidence: step
            .evidence
            .iter()
            .map(|one| EvidenceLine { code: one.code.clone(), name: one.name.get(lang).to_owned() })
            .collect(),
    });
    steps.collect()
}

/// The catalogue.
#[derive(Serialize, ToSchema)]
pub struct Catalogued {
    processes: Vec<ProcessLine>,
}

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

fn warnings(found: &[Refusal], lang: Lang) -> Vec<Warning> {
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
}

/// A sheet to be kept.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetAsked {
    text: String,
}

/// The newest version of each process.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadProcesses>,
    asked: Asked,
) -> Result<Answer<Catalogued>, Problem> {
    let read = async {
        let sheets = app.store.read(access.who.office.scope).await?.latest_sheets("process").await?;
        let mut processes = Vec::new();
        for sheet in sheets {
            let process = process_of(&sheet)?;
            let name = process.name.get(asked.lang()).to_owned();
            let steps = steps_of(&process, asked.lang());
            processes.push(ProcessLine { code: process.code, name, version: sheet.version, steps });
        }
        Ok::<_, Fault>(Catalogued { processes })
    };
    Ok(Answer::of(read.await.map_err(asked.problem())?))
}

async fn newest(app: &App, office: &Office, kind: &str, code: &str) -> Result<Sheet, Fault> {
    let sheet = app.store.read(office.scope).await?.latest_sheet(kind, code).await?;
    Ok(sheet.ok_or_else(|| Refusal::new("app/unknown-process").with("given", code).with("known", "–"))?)
}

/// One process, as written.
///
/// # Errors
/// `app/unknown-process`.
pub async fn one(
    State(app): State<App>,
    access: Access<ReadProcesses>,
    asked: Asked,
) -> Result<Answer<SheetTold>, Problem> {
    let sheet = newest(&app, &access.who.office, "process", &asked.id).await.map_err(asked.problem())?;
    Ok(shown(sheet, Vec::new()))
}

/// The workshop, as written.
///
/// # Errors
/// `app/unknown-process` when none was kept.
pub async fn workshop(
    State(app): State<App>,
    access: Access<ReadProcesses>,
    asked: Asked,
) -> Result<Answer<SheetTold>, Problem> {
    let sheet = newest(&app, &access.who.office, "workshop", "workshop").await.map_err(asked.problem())?;
    Ok(shown(sheet, Vec::new()))
}

fn shown(sheet: Sheet, warnings: Vec<Warning>) -> Answer<SheetTold> {
    let Sheet { code, version, text, .. } = sheet;
    Answer::of(SheetTold { code, version, text, warnings }).at(version)
}

/// Keeps a new version of a process; the same text again is no new version.
///
/// # Errors
/// Every fault of the text with its line and column; `app/other-process` when it says another code than the address;
/// `controls/changed-meanwhile`.
pub async fn keep(
    State(app): State<App>,
    access: Access<WriteProcesses>,
    mut told: Careful<SheetAsked>,
) -> Result<Answer<SheetTold>, Problem> {
    let (problem, lang) = (told.asked.problem(), told.asked.lang());
    let mut write = told.begin(&app, &access).await?;
    let text = std::mem::take(&mut told.body.text);
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
        let sheet = keep_sheet_in(tx, office, "process", &process.code, text, &act).await?;
        Ok::<_, Fault>((sheet, found))
    };
    let (sheet, found) = kept.await.map_err(problem)?;
    write.end(shown(sheet, warnings(&found, lang))).await
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
    let mut write = told.begin(&app, &access).await?;
    let text = std::mem::take(&mut told.body.text);
    let kept = async {
        let day = write.office.today();
        let found = read_workshop("workshop", &text, day)?;
        let before = write.tx.latest_sheet("workshop", "workshop").await?;
        told.unchanged(before.map_or(0, |sheet| sheet.version))?;
        let (tx, office, act) = write.parts();
        let sheet = keep_sheet_in(tx, office, "workshop", "workshop", text, &act).await?;
        Ok::<_, Fault>((sheet, found))
    };
    let (sheet, found) = kept.await.map_err(problem)?;
    write.end(shown(sheet, warnings(&found, lang))).await
}

/// What a check found.
#[derive(Serialize, ToSchema)]
pub struct Checked {
    code: String,
    warnings: Vec<Warning>,
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
    let read = async {
        let mut reader = app.store.read(access.who.office.scope).await?;
        let day = access.who.office.today();
        read_process(&mut reader, "process", &told.body.text, day).await
    };
    let (process, found) = read.await.map_err(problem)?;
    Ok(Answer::of(Checked { code: process.code, warnings: warnings(&found, lang) }))
}

/// An objective of a process.
#[derive(Serialize, ToSchema)]
#[schema(as = Objective)]
pub struct ObjectiveTold {
    process: String,
    code: String,
    name: String,
    /// What is counted.
    unit: String,
    /// Units, or minor units of money.
    quantity: i64,
    currency: String,
    first_day: String,
    last_day: String,
    owner: String,
}

/// A unit as it is written.
pub(super) fn unit_code(unit: Unit) -> &'static str {
    match unit {
        Unit::Contacts => "contacts",
        Unit::Proposals => "proposals",
        Unit::Customers => "customers",
        Unit::Deals => "deals",
        Unit::Revenue => "revenue",
        Unit::Margin => "margin",
    }
}

/// Objectives.
#[derive(Serialize, ToSchema)]
pub struct Objectives {
    objectives: Vec<ObjectiveTold>,
}

/// The objectives of every process. They are written in its sheet.
///
/// # Errors
/// An incident.
pub async fn objectives(
    State(app): State<App>,
    access: Access<ReadProcesses>,
    asked: Asked,
) -> Result<Answer<Objectives>, Problem> {
    let lang = asked.lang();
    let told = |process: &str, one: &Objective| ObjectiveTold {
        process: process.to_owned(),
        code: one.code.clone(),
        name: one.name.get(lang).to_owned(),
        unit: unit_code(one.unit).to_owned(),
        quantity: one.quantity,
        currency: one.currency.to_string(),
        first_day: one.period.first.to_string(),
        last_day: one.period.last().to_string(),
        owner: one.owner.clone(),
    };
    let read = async {
        let sheets = app.store.read(access.who.office.scope).await?.latest_sheets("process").await?;
        let mut objectives = Vec::new();
        for sheet in sheets {
            let process = process_of(&sheet)?;
            objectives.extend(process.objectives.iter().map(|one| told(&process.code, one)));
        }
        Ok::<_, Fault>(Objectives { objectives })
    };
    Ok(Answer::of(read.await.map_err(asked.problem())?))
}
