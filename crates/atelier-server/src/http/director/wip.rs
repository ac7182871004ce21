//! The register of work in progress, and Little's law beside it.

use super::{AmountTold, Desk, OfProcess, told};
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{Access, permit::ReadPlan};
use atelier_domain::execution::{Age, Case, Flow, Line, Stand, Standing, Yardstick};
use atelier_domain::language::{CaseId, Period};
use atelier_domain::process::Process;
use axum::extract::State;
use serde::Serialize;
use std::collections::HashMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// Most cases told of one step.
const CASES: usize = 500;

/// Work in progress of a process.
#[derive(Serialize, ToSchema)]
pub struct WipRegister {
    process: String,
    name: String,
    /// Every open case.
    total: usize,
    /// Work in progress against what throughput and cycle time of the twelve months before expect.
    little: Option<Little>,
    lines: Vec<WipLine>,
    unplaced: WipLine,
}

/// Little's law: work in progress = throughput × cycle time.
#[derive(Serialize, ToSchema)]
struct Little {
    open: usize,
    expected: f64,
}

/// The cases of a step, oldest first.
#[derive(Serialize, ToSchema)]
struct WipLine {
    step: String,
    name: String,
    /// What their age is compared with.
    usual_days: Option<i64>,
    value: Vec<AmountTold>,
    total: usize,
    /// Older than twice the usual.
    marked: usize,
    /// At most 500.
    cases: Vec<WipCase>,
}

/// A case.
#[derive(Serialize, ToSchema)]
struct WipCase {
    id: Uuid,
    key: String,
    customer: String,
    age_days: Option<i64>,
    /// `step`, `pipeline`, `unknown`.
    since: &'static str,
    value: Option<AmountTold>,
    /// Day of its next action.
    next: Option<String>,
    marked: bool,
}

/// The open cases of a process by step, the oldest first.
///
/// # Errors
/// `app/no-process`, `app/unknown-process`.
pub async fn register(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked<OfProcess>,
) -> Result<Answer<WipRegister>, Problem> {
    let problem = told(asked.lang());
    let desk = Desk::of(&app, &access, true, asked.lang()).await.map_err(problem)?;
    let process = desk.process(asked.of.process.as_deref()).map_err(|it| problem(it.into()))?;
    let shop = &desk.shop;
    let found =
        atelier_domain::execution::register(process, &shop.cases, &shop.passages, &shop.orders, desk.today);
    let cases: HashMap<CaseId, &Case> = shop.cases.iter().map(|case| (case.id, case)).collect();
    let name = |code: &str| {
        let step = process.step_index(code).map(|index| &process.steps[index]);
        step.map_or_else(String::new, |step| step.name.get(desk.lang).to_owned())
    };
    let line = |line: &Line| told_line(line, name(&line.step), &desk, &cases);
    Ok(Answer::of(WipRegister {
        process: process.code.clone(),
        name: process.name.get(desk.lang).to_owned(),
        total: found.total(),
        little: little(&desk, process),
        lines: found.lines.iter().map(line).collect(),
        unplaced: line(&found.unplaced),
    }))
}

fn told_line(line: &Line, name: String, desk: &Desk, cases: &HashMap<CaseId, &Case>) -> WipLine {
    let usual_days = match line.yardstick {
        Yardstick::Stays(days) | Yardstick::Present(days) | Yardstick::Standard(days) => Some(days),
        Yardstick::None => None,
    };
    WipLine {
        step: line.step.clone(),
        name,
        usual_days,
        value: line.value().into_iter().map(AmountTold::from).collect(),
        total: line.cases.len(),
        marked: line.cases.iter().filter(|stand| stand.marked).count(),
        cases: line.cases.iter().take(CASES).map(|stand| told_case(stand, desk, cases)).collect(),
    }
}

fn told_case(stand: &Stand, desk: &Desk, cases: &HashMap<CaseId, &Case>) -> WipCase {
    let case = cases.get(&stand.case);
    WipCase {
        id: stand.case.0,
        key: case.map_or_else(String::new, |case| case.key.clone()),
        customer: case.map_or_else(String::new, |case| desk.shop.customer(case)),
        age_days: stand.age.days(),
        since: match stand.age {
            Age::InStep(_) => "step",
            Age::InPipeline(_) => "pipeline",
            Age::Unknown => "unknown",
        },
        value: stand.value.map(AmountTold::from),
        next: stand.next.map(|day| day.to_string()),
        marked: stand.marked,
    }
}

/// Over the twelve months before today; nothing when no case left in them.
fn little(desk: &Desk, process: &Process) -> Option<Little> {
    let first = desk.today.saturating_sub(jiff::Span::new().years(1));
    let period = Period::through(first, desk.today)?;
    let ours = desk.shop.cases.iter().filter(|case| case.process.as_deref() == Some(&process.code));
    let ours: Vec<Case> = ours.cloned().collect();
    let open = ours.iter().filter(|case| case.standing == Standing::Open).count();
    Some(Little { open, expected: Flow::over(period, &ours).expected_wip()? })
}
