//! Proofs that are good no more, beside the opportunities that leaned on them.

use crate::fault::Fault;
use crate::workbench::{market, process_of};
use atelier_domain::execution::{Case, Standing};
use atelier_domain::language::Lang;
use atelier_domain::process::Process;
use atelier_store::Reader;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::HashMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// A proof that was good and is good no more. Nothing moves by itself: the opportunity is taken back, or proved anew.
#[derive(Serialize, ToSchema)]
#[schema(as = LapsedProof)]
pub struct LapsedTold {
    case: Uuid,
    /// Key of the opportunity.
    key: String,
    /// Code of the step that it closed.
    step: String,
    step_name: String,
    /// What was proved, in words.
    evidence: String,
    /// First day without a good proof.
    #[schema(value_type = String, format = Date)]
    since: Date,
    /// Code of the step to which the opportunity falls back; none from an entry step, where it stays.
    back_to: Option<String>,
    back_to_name: Option<String>,
}

/// The processes of opportunities, each read once.
#[derive(Default)]
pub struct Lapses {
    processes: HashMap<String, Option<Process>>,
}

impl Lapses {
    /// The lapsed proofs of an open opportunity, in the order of its process.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn of(
        &mut self,
        reader: &mut Reader,
        case: &Case,
        (today, lang): (Date, Lang),
    ) -> Result<Vec<LapsedTold>, Fault> {
        let (Standing::Open, Some(code), Some(at)) = (case.standing, &case.process, &case.step) else {
            return Ok(Vec::new());
        };
        if !self.processes.contains_key(code) {
            let sheet = reader.latest_sheet("process", code).await?;
            let process = sheet.map(|sheet| process_of(&sheet)).transpose()?;
            self.processes.insert(code.clone(), process);
        }
        let Some(process) = self.processes.get(code).and_then(Option::as_ref) else { return Ok(Vec::new()) };
        if !process.has_lapsing_proofs() {
            return Ok(Vec::new());
        }
        let proofs = market::proofs(reader, case.id).await?;
        let back = process.slides_back_to(at);
        let told = process.reopened(at, &proofs, today).into_iter().map(|one| LapsedTold {
            case: case.id.0,
            key: case.key.clone(),
            step: one.step.code.clone(),
            step_name: one.step.name.get(lang).to_owned(),
            evidence: one.evidence.name.get(lang).to_owned(),
            since: one.since,
            back_to: back.map(|step| step.code.clone()),
            back_to_name: back.map(|step| step.name.get(lang).to_owned()),
        });
        Ok(told.collect())
    }
}
