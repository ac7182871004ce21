//! The gate of the works council: shown and recorded.

use crate::fault::Fault;
use crate::workbench::{Act, Office, Workbench};
use atelier_domain::controls::{Gate, User, pass};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, Reader, Tx};
use jiff::civil::Date;

/// When the council was consulted, once that is recorded.
///
/// # Errors
/// An incident of the store.
pub async fn gate(bench: &Workbench, office: &Office) -> Result<Option<Gate>, Fault> {
    Ok(bench.store.read(office.scope).await?.gate().await?)
}

/// The same within a reading, and the version of what is shown of it; 0 while nothing is recorded.
///
/// # Errors
/// An incident of the store.
pub async fn gate_in(reader: &mut Reader) -> Result<(Option<Gate>, i64), Fault> {
    Ok(reader.gate_at().await?.map_or((None, 0), |(gate, version)| (Some(gate), version)))
}

/// Whether somebody is shown what others did here, beside the objects of the work: those who guard the installation
/// always are (its security, and the proof of it, are owed to everybody), others once the council was consulted.
///
/// # Errors
/// An incident of the store.
pub async fn shows_others(bench: &Workbench, office: &Office, user: &User) -> Result<bool, Fault> {
    if user.roles.iter().any(|role| role.is_privileged()) {
        return Ok(true);
    }
    Ok(pass(gate(bench, office).await?.as_ref(), office.today()).is_ok())
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
    let mut tx = bench.store.begin(office.scope).await?;
    let gate = record_in(&mut tx, office, gate, today, act).await?;
    tx.commit().await?;
    Ok(gate)
}

/// The same in a write that holds more.
///
/// # Errors
/// Those of [`record`].
pub async fn record_in(
    tx: &mut Tx,
    office: &Office,
    gate: Gate,
    today: Date,
    act: &Act<'_>,
) -> Result<Gate, Fault> {
    let gate = gate.checked(today)?;
    let row = Content::Gate(gate.clone()).row(office.tenant)?;
    tx.append(&act.fact("controls/record-gate", Purpose::Control, vec![row])).await?;
    Ok(gate)
}
