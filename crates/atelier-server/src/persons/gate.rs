//! The gate of the works council: shown and recorded.

use crate::fault::Fault;
use crate::workbench::{Act, Office, Workbench};
use atelier_domain::controls::Gate;
use atelier_domain::ledger::Purpose;
use atelier_store::Content;
use jiff::civil::Date;

/// When the council was consulted, once that is recorded.
///
/// # Errors
/// An incident of the store.
pub async fn gate(bench: &Workbench, office: &Office) -> Result<Option<Gate>, Fault> {
    Ok(bench.store.read(office.scope).await?.gate().await?)
}

/// Records that the council was consulted.
///
/// # Errors
/// What [`Gate::checked`] refuses.
pub async fn record(
    bench: &Workbench,
    office: &Office,
    gate: Gate,
    today: Date,
    act: &Act<'_>,
) -> Result<Gate, Fault> {
    let gate = gate.checked(today)?;
    let contents = vec![Content::Gate(gate.clone())];
    bench.say(office, "controls/record-gate", Purpose::Control, act, contents).await?;
    Ok(gate)
}
