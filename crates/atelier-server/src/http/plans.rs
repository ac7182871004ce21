//! Asking for a plan of the whole company.

use super::jobs::JobTold;
use super::{Answer, App, Keyed, Problem, Queued};
use crate::fault::Fault;
use crate::jobs::{Kind, PlanJob};
use crate::rights::{Access, permit::WritePlan};
use crate::workbench::PlanAsk;
use atelier_domain::language::Refusal;
use atelier_store::{JobId, NewJob};
use axum::extract::State;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::ToSchema;

/// Most rounds of improvement of one job.
const ROUNDS: u64 = 100_000;

/// One objective on the spot, or none for those of the process sheets.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = PlanAsked)]
pub struct Body {
    /// Objective in revenue: an amount, `1200000` or `1 200 000,50`.
    revenue: Option<String>,
    /// Objective in margin: an amount.
    margin: Option<String>,
    /// Objective in deals.
    deals: Option<i64>,
    /// The process that the objective is for; needed when there are several.
    process: Option<String>,
    /// First day; with `to`.
    #[schema(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// Last day.
    #[schema(value_type = Option<String>, format = Date)]
    to: Option<Date>,
    /// How sure to be of the objectives, in percent.
    service: Option<i64>,
    /// Rounds of improvement after the first plan; none when not said.
    rounds: u64,
    /// Seed of the random draws: same seed, same plan.
    seed: Option<u64>,
    /// Whether margin per hour of the bottleneck comes before due dates.
    by_margin: bool,
}

/// Asks for a plan; the job that is answered makes it and publishes it.
///
/// # Errors
/// What the objective or the period refuses, at once; what planning refuses is the end of the job.
pub async fn make(
    State(app): State<App>,
    access: Access<WritePlan>,
    told: Keyed<Body>,
) -> Result<Queued<JobTold>, Problem> {
    let problem = told.asked.problem();
    let now = Timestamp::now();
    let asked = plan_job(&told.body, access.who.office.today()).map_err(|it| problem(it.into()))?;
    let mut write = told.begin(&app, &access).await?;
    let id = JobId::make();
    let payload = serde_json::to_string(&asked).map_err(|error| problem(Fault::Incident(error.into())))?;
    let requester = Some(access.who.user.id);
    let kind = Kind::Plan.code().to_owned();
    let job = NewJob { id, kind, payload, requester, made: now, due: now };
    write.tx.enqueue(&job).await.map_err(|error| problem(error.into()))?;
    let job = write.tx.job(id).await.map_err(|error| problem(error.into()))?;
    let job = job.ok_or_else(|| problem(Fault::Incident(anyhow::anyhow!("job {id} was not put down"))))?;
    write.end(Answer::of(JobTold::of(&job, told.asked.lang(), true))).await
}

fn plan_job(body: &Body, today: Date) -> Result<PlanJob, Refusal> {
    if body.rounds > ROUNDS {
        let refusal = Refusal::new("app/too-many-rounds").field("rounds");
        return Err(refusal.with("given", body.rounds.to_string()).with("most", ROUNDS.to_string()));
    }
    let ask = PlanAsk {
        process: body.process.clone(),
        revenue: body.revenue.clone(),
        margin: body.margin.clone(),
        deals: body.deals,
        from: body.from,
        to: body.to,
        service: body.service,
    };
    ask.aimed(today)?;
    let seed = body.seed.unwrap_or(1);
    Ok(PlanJob { ask, today, rounds: body.rounds, seed, by_margin: body.by_margin })
}
