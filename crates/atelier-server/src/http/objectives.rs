//! The objectives that the processes hold.

use super::{Answer, App, Asked, Problem};
use crate::fault::Fault;
use crate::rights::{Access, permit::ReadProcesses};
use crate::workbench::process_of;
use atelier_domain::language::{Lang, Share};
use atelier_domain::process::{Objective, Unit, implied_deals};
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
    /// What one deal is worth, in minor units.
    average_deal: Option<i64>,
    /// Share of a deal that is margin, in basis points.
    margin_rate_bp: Option<u16>,
    first_day: String,
    last_day: String,
    owner: String,
    /// Line of the strategy that it serves.
    line: Option<String>,
    /// Deals that it implies by itself; nothing when the bill of actions alone tells.
    deals: Option<i64>,
}

impl ObjectiveTold {
    /// An objective of the process of this code, as a reader of `lang` sees it.
    pub fn of(process: &str, one: &Objective, lang: Lang) -> Self {
        Self {
            process: process.to_owned(),
            code: one.code.clone(),
            name: one.name.get(lang).to_owned(),
            unit: unit_code(one.unit).to_owned(),
            quantity: one.quantity,
            currency: one.currency.to_string(),
            average_deal: one.average_deal.map(|deal| deal.cents),
            margin_rate_bp: one.margin_rate.map(Share::basis_points),
            first_day: one.period.first.to_string(),
            last_day: one.period.last().to_string(),
            owner: one.owner.clone(),
            line: one.line.clone(),
            deals: implied_deals(one),
        }
    }
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
    let read = async {
        let sheets = app.store.read(access.who.office.scope).await?.latest_sheets("process").await?;
        let mut objectives = Vec::new();
        for sheet in sheets {
            let process = process_of(&sheet)?;
            objectives
                .extend(process.objectives.iter().map(|one| ObjectiveTold::of(&process.code, one, lang)));
        }
        Ok::<_, Fault>(Objectives { objectives })
    };
    Ok(Answer::of(read.await.map_err(asked.problem())?))
}
