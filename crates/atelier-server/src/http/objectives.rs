//! The objectives that the processes hold.

use super::{Answer, App, Asked, Problem};
use crate::fault::Fault;
use crate::rights::{Access, permit::ReadProcesses};
use crate::workbench::process_of;
use atelier_domain::process::{Objective, Unit};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

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
pub async fn list(
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
