//! Scenarios that somebody keeps of what was tried, to be compared by all and written into a process later.

use super::scenarios::{LEVERS, LeverAsked};
use super::told;
use crate::fault::Fault;
use crate::http::{App, Done, Keyed, Made, NoBody, Problem};
use crate::rights::{Access, permit::WritePlan};
use crate::workbench::{keep_sheet_in, process_of};
use atelier_domain::language::{Lang, Refusal};
use atelier_domain::planning::{Change, Kept, Lever, Scenario};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The one file of scenarios of a company.
pub const SHEET: &str = "scenarios";

/// A scenario.
#[derive(Serialize, ToSchema)]
#[schema(as = CompanyScenario)]
pub struct ScenarioKept {
    code: String,
    name: String,
    /// Code of the process it was tried on; null: any that has what it changes.
    process: Option<String>,
    /// Why it was kept; may be empty.
    reason: String,
    /// How many changes it makes.
    changes: usize,
    /// What it changes.
    does: Vec<ChangeTold>,
}

/// A change, by what it is made to: a step, an operation, or a kind of people. What is not changed is left out.
#[derive(Default, Serialize, ToSchema)]
#[schema(as = ScenarioChange)]
pub struct ChangeTold {
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    /// Units out of a million units in.
    #[serde(skip_serializing_if = "Option::is_none")]
    yield_millionths: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lead_days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prepare_minutes: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    run_minutes: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    travel_minutes: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    automated: Option<bool>,
    /// Share of the travel that disappears, out of 10,000.
    #[serde(skip_serializing_if = "Option::is_none")]
    remote_bp: Option<u16>,
    /// Kinds that do it.
    #[serde(skip_serializing_if = "Option::is_none")]
    kinds: Option<Vec<String>>,
    /// Kind that a share of it is given to.
    #[serde(skip_serializing_if = "Option::is_none")]
    subcontract_to: Option<String>,
    /// People more.
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<u32>,
    /// Minutes more in each week.
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes_per_week: Option<i64>,
}

impl ScenarioKept {
    /// As a reader of `lang` is told it.
    pub fn of(one: &Scenario, lang: Lang) -> Self {
        Self {
            code: one.code.clone(),
            name: one.name.get(lang).to_owned(),
            process: one.process.clone(),
            reason: one.reason.clone(),
            changes: one.changes.len(),
            does: one.changes.iter().map(|placed| change(&placed.change)).collect(),
        }
    }
}

fn change(change: &Change) -> ChangeTold {
    match change.clone() {
        Change::Step { code, yields, lead_days } => ChangeTold {
            step: Some(code),
            yield_millionths: yields.map(atelier_domain::language::Yield::millionths),
            lead_days,
            ..ChangeTold::default()
        },
        Change::Operation(code, what) => ChangeTold {
            operation: Some(code),
            prepare_minutes: what.prepare.map(|minutes| minutes.0),
            run_minutes: what.run.map(|minutes| minutes.0),
            travel_minutes: what.travel.map(|minutes| minutes.0),
            automated: what.automated,
            remote_bp: what.remote.map(atelier_domain::language::Share::basis_points),
            kinds: what.kinds,
            subcontract_to: what.subcontract.map(|(_, kind)| kind),
            ..ChangeTold::default()
        },
        Change::Capacity { kind, people, minutes_per_week, .. } => ChangeTold {
            kind: Some(kind),
            people: Some(people),
            minutes_per_week: (minutes_per_week.0 > 0).then_some(minutes_per_week.0),
            ..ChangeTold::default()
        },
    }
}

/// A scenario to be kept.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ScenarioDraft)]
pub struct ScenarioAsked {
    /// Code of the process on which it was tried.
    process: String,
    /// As it is to be called.
    #[schema(max_length = 80)]
    name: String,
    /// Why it is kept.
    #[schema(max_length = 500)]
    reason: String,
    /// Levers pulled together.
    levers: Vec<LeverAsked>,
}

/// Keeps what was tried among the scenarios of the company; neither the plan nor the process changes.
///
/// # Errors
/// `planning/lever-count`, `app/unknown-process`, `planning/scenario-name`, `planning/scenario-reason`, `planning/scenario-volume`, those of
/// the levers.
pub async fn keep(
    State(app): State<App>,
    access: Access<WritePlan>,
    asked: Keyed<ScenarioAsked>,
) -> Result<Made<ScenarioKept>, Problem> {
    let problem = told(asked.asked.lang());
    let mut write = asked.begin(&app, &access).await?;
    let kept = async {
        let ScenarioAsked { process, name, reason, levers } = &asked.body;
        if !(1..=LEVERS).contains(&levers.len()) {
            let refusal = Refusal::new("planning/lever-count").field("levers");
            return Err(refusal.with("columns", 1_usize).with("levers", LEVERS).into());
        }
        let (tx, office, act) = write.parts();
        let unknown =
            || Refusal::new("app/unknown-process").with("given", process.as_str()).with("known", "–");
        let of = process_of(&tx.latest_sheet("process", process).await?.ok_or_else(unknown)?)?;
        let before = tx.latest_sheet(SHEET, SHEET).await?.map(|sheet| sheet.text).unwrap_or_default();
        let others = Scenario::read(SHEET, &before)?;
        let levers: Vec<Lever> = levers.iter().map(Lever::from).collect();
        let one = Scenario::kept(&of, &others, &Kept { name, reason, levers: &levers })?;
        keep_sheet_in(tx, office, SHEET, SHEET, one.after(&before), &act).await?;
        Ok::<_, Fault>(one)
    };
    let one = kept.await.map_err(problem)?;
    write.end(Made::of(ScenarioKept::of(&one, asked.asked.lang()))).await
}

/// Takes a scenario out of those of the company.
///
/// # Errors
/// `planning/unknown-scenario`; `planning/scenario-unknown-scenario` when another one includes it.
pub async fn forget(
    State(app): State<App>,
    access: Access<WritePlan>,
    asked: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told(asked.asked.lang());
    let mut write = asked.begin(&app, &access).await?;
    let kept = async {
        let (tx, office, act) = write.parts();
        let before = tx.latest_sheet(SHEET, SHEET).await?.map(|sheet| sheet.text).unwrap_or_default();
        let text = Scenario::without(&before, &asked.asked.id)?;
        Scenario::read(SHEET, &text)?;
        keep_sheet_in(tx, office, SHEET, SHEET, text, &act).await?;
        Ok::<_, Fault>(())
    };
    kept.await.map_err(problem)?;
    write.done().await
}
