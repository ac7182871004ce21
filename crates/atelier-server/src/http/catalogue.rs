//! The catalogue of processes: what each is for, how far it is filled, and its steps.

use super::process_design::Let;
use super::process_shape::{LevelTold, levels};
use super::{Answer, App, Asked, Problem};
use crate::fault::Fault;
use crate::rights::{Access, permit::ReadProcesses};
use crate::workbench::{design_record, read_kept};
use atelier_domain::language::Lang;
use atelier_domain::process::Process;
use atelier_store::Sheet;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// A process in the catalogue.
#[derive(Serialize, ToSchema)]
pub struct ProcessLine {
    code: String,
    name: String,
    version: i64,
    function: String,
    owner: String,
    /// Code of the strategic line; null: it serves none.
    line: Option<String>,
    /// The seven levels, in their order.
    levels: Vec<LevelTold>,
    /// Codes of the kinds of resources that run it.
    kinds: Vec<String>,
    /// Its steps, in order.
    steps: Vec<StepLine>,
    /// Remarks about its text and its design; those that somebody let pass are left out.
    findings: usize,
}

/// The catalogue.
#[derive(Serialize, ToSchema)]
pub struct Catalogued {
    processes: Vec<ProcessLine>,
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
        let mut reader = app.store.read(access.who.office.scope).await?;
        let (day, mut processes) = (access.who.office.today(), Vec::new());
        for sheet in reader.latest_sheets("process").await? {
            let (record, _) = design_record(&mut reader, &sheet.code).await?;
            processes.push(line(&sheet, Let { record: &record, on: day }, asked.lang())?);
        }
        Ok::<_, Fault>(Catalogued { processes })
    };
    Ok(Answer::of(read.await.map_err(asked.problem())?))
}

fn line(sheet: &Sheet, said: Let<'_>, lang: Lang) -> Result<ProcessLine, Fault> {
    let (process, found) = read_kept(sheet)?;
    let design = process.lint(lang);
    let open = design.iter().filter(|finding| said.record.waiver(finding, said.on).is_none()).count();
    Ok(ProcessLine {
        name: process.name.get(lang).to_owned(),
        version: sheet.version,
        levels: levels(&process, lang),
        steps: steps_of(&process, lang),
        findings: found.len() + open,
        function: process.function,
        owner: process.owner,
        line: process.line,
        kinds: process.kinds,
        code: process.code,
    })
}
