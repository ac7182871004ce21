//! The plans made.

use super::{Answer, App, Asked, Problem};
use crate::fault::Fault;
use crate::rights::{Access, permit::ReadPlan};
use crate::workbench::PLAN;
use atelier_domain::execution::Summary;
use atelier_domain::language::{Catalogue, Lang, Refusal};
use atelier_store::StoredPlan;
use axum::extract::State;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A version of the plan, and its schedule in figures.
#[derive(Serialize, ToSchema)]
#[schema(as = Plan)]
pub struct PlanTold {
    version: i64,
    made: String,
    first_day: String,
    last_day: String,
    /// Orders with a date.
    placed: u64,
    /// Of those, late.
    late: u64,
    /// Orders without.
    unplaced: u64,
    /// Kind of resource that limits.
    bottleneck: Option<String>,
    /// What it comes from, in words: the whole planned anew, or the event that upset the version before; not kept
    /// of the oldest plans.
    origin: Option<String>,
    /// Why, in the words of who accepted it, when they said it.
    reason: Option<String>,
}

/// Versions, newest first.
#[derive(Serialize, ToSchema)]
pub struct Plans {
    plans: Vec<PlanTold>,
}

fn told(plan: &StoredPlan, lang: Lang) -> Result<PlanTold, Fault> {
    let summary: Summary = serde_json::from_str(&plan.payload).map_err(anyhow::Error::from)?;
    let made = Timestamp::from_microsecond(plan.made_at_us).map_err(anyhow::Error::from)?;
    Ok(PlanTold {
        version: plan.version,
        made: made.to_string(),
        first_day: summary.period.first.to_string(),
        last_day: summary.period.last().to_string(),
        placed: summary.placed as u64,
        late: summary.late as u64,
        unplaced: summary.unplaced as u64,
        origin: summary.origin(Catalogue::of(lang)),
        bottleneck: summary.bottleneck,
        reason: summary.reason,
    })
}

/// Every version of the plan.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked,
) -> Result<Answer<Plans>, Problem> {
    let read = async {
        let versions = app.store.read(access.who.office.scope).await?.plan_versions(PLAN).await?;
        let plans = versions.iter().rev().map(|plan| told(plan, asked.lang())).collect::<Result<_, _>>()?;
        Ok::<_, Fault>(Plans { plans })
    };
    Ok(Answer::of(read.await.map_err(asked.problem())?))
}

/// One version of the plan.
///
/// # Errors
/// `app/unknown-plan`.
pub async fn one(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked,
) -> Result<Answer<PlanTold>, Problem> {
    let read = async {
        let mut reader = app.store.read(access.who.office.scope).await?;
        let found = match asked.id.parse() {
            Ok(version) => reader.plan(PLAN, version).await?,
            Err(_) => None,
        };
        let last = reader.plan_versions(PLAN).await?.last().map_or(0, |plan| plan.version);
        let unknown = Refusal::new("app/unknown-plan").with("given", asked.id.as_str()).with("last", last);
        told(&found.ok_or(unknown)?, asked.lang())
    };
    Ok(Answer::of(read.await.map_err(asked.problem())?))
}
