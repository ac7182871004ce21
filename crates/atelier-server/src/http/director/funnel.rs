//! The funnel of needs: what each step must receive, week by week, net of the work in progress.

use super::{Desk, OfProcess, told};
use crate::fault::Fault;
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{Access, permit::ReadPlan};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// Needs of a process.
#[derive(Serialize, ToSchema)]
pub struct Funnel {
    process: String,
    name: String,
    weeks: Vec<String>,
    /// Units due out of the process.
    deals: i64,
    /// Net units to enter its first steps.
    contacts: i64,
    /// Units due out of the process, by week.
    due: Vec<i64>,
    /// Work in progress that stands in no step.
    unplaced: i64,
    steps: Vec<FunnelStep>,
}

/// What a step must receive.
#[derive(Serialize, ToSchema)]
struct FunnelStep {
    code: String,
    name: String,
    yield_millionths: Option<u32>,
    lead_days: u32,
    /// Units waiting to enter it.
    waiting: i64,
    /// By week, units entering.
    entering: Vec<i64>,
    /// By week, units taken from work in progress.
    taken: Vec<i64>,
    /// By week, the rest.
    net: Vec<i64>,
    /// Units that should have entered before the first week.
    overdue: i64,
    /// Work in progress that is not needed.
    unused: i64,
}

/// The needs of a process by step and week.
///
/// # Errors
/// `app/no-process`, `app/unknown-process`, `app/no-objective`, `planning/no-yield`.
pub async fn funnel(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked<OfProcess>,
) -> Result<Answer<Funnel>, Problem> {
    let problem = told(asked.lang());
    let desk = Desk::of(&app, &access, false, asked.lang()).await.map_err(problem)?;
    Ok(Answer::of(drawn(&desk, asked.of.process.as_deref()).map_err(problem)?))
}

fn drawn(desk: &Desk, code: Option<&str>) -> Result<Funnel, Fault> {
    let (plan, rank) = desk.strand(code)?;
    let strand = &plan.strands[rank];
    let process = desk.shop.process(Some(&strand.process))?;
    let steps = strand.needs.steps.iter().map(|needs| {
        let step = process.step_index(&needs.step).map(|index| &process.steps[index]);
        FunnelStep {
            code: needs.step.clone(),
            name: step.map_or(needs.step.as_str(), |step| step.name.get(desk.lang)).to_owned(),
            yield_millionths: step
                .and_then(|step| step.yields)
                .map(atelier_domain::language::Yield::millionths),
            lead_days: step.map_or(0, |step| step.lead_days),
            waiting: strand.wip.waiting.get(&needs.step).copied().unwrap_or(0),
            entering: needs.entering.clone(),
            taken: needs.taken.clone(),
            net: needs.net.clone(),
            overdue: needs.overdue,
            unused: needs.unused,
        }
    });
    Ok(Funnel {
        process: process.code.clone(),
        name: process.name.get(desk.lang).to_owned(),
        weeks: strand.needs.weeks.iter().map(ToString::to_string).collect(),
        deals: strand.deals(),
        contacts: strand.needs.contacts,
        due: strand.due.clone(),
        unplaced: strand.needs.unplaced,
        steps: steps.collect(),
    })
}
