//! `atelier plan where-used`: the processes and steps that ask for something.

use super::super::session::Session;
use crate::fault::Fault;
use crate::workbench::span_of_years;
use atelier_domain::language::{Args, Refusal};
use atelier_domain::planning::where_used;
use serde_json::json;

/// Runs it.
pub async fn run(session: &Session, code: &str) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let shop = bench.shop(&office, span_of_years(session.today, None), false).await?;
    let mut found = Vec::new();
    for process in &shop.processes {
        for one in where_used(process, code) {
            let step = process.step_index(&one.step).map(|index| &process.steps[index]);
            let args = Args::new()
                .with("process", process.name.get(session.lang))
                .with("step", step.map_or(one.step.as_str(), |step| step.name.get(session.lang)));
            session.say("cli-used", &args)?;
            found.push(json!({ "process": process.code, "step": one.step }));
        }
    }
    if found.is_empty() {
        return Err(Refusal::new("app/unknown-step").with("given", code).into());
    }
    session.json(&json!(found))
}
