//! A conversation that nothing had planned, as an order of the plan in force.

use crate::workbench::{Frame, Published};
use atelier_domain::execution::{Account, Case, Chance, PlannedOrder, Standing, unplanned};
use atelier_domain::language::{OrderId, Refusal};
use uuid::Uuid;

/// Its order, on the step where its opportunity stands.
pub fn noted(frame: &Frame, of: (Option<&Account>, Option<&Case>), person: &str) -> PlannedOrder {
    let (account, case) = of;
    let code = case.and_then(|case| case.process.as_deref());
    let order = unplanned(Chance {
        id: OrderId(Uuid::now_v7()),
        customer: account.map_or("", |account| account.name.as_str()),
        case,
        process: frame.processes.iter().rfind(|one| Some(one.code.as_str()) == code),
        person,
    });
    PlannedOrder { order, appointment: None, unplaced: None, bounds: None }
}

/// That an opportunity is open: a conversation moves no other.
///
/// # Errors
/// `execution/case-not-open`.
pub fn still_open(case: Case) -> Result<Case, Refusal> {
    if case.standing == Standing::Open {
        return Ok(case);
    }
    Err(Refusal::new("execution/case-not-open").field("case").with("given", case.key))
}

/// That evidence is of a kind that a step asks for: without a step there is none to give.
///
/// # Errors
/// `execution/evidence-unknown`.
pub fn step_for(evidence: Option<&str>, plan: &Published, planned: &PlannedOrder) -> Result<(), Refusal> {
    match (evidence, plan.routing_of(&planned.order).0) {
        (Some(kind), None) => {
            let refusal = Refusal::new("execution/evidence-unknown").field("evidence");
            Err(refusal.with("kind", kind).with("known", "–"))
        }
        _ => Ok(()),
    }
}
