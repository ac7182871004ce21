//! What the work in progress gives to planning: units that will come, and the work left to bring them.

use super::market::Case;
use super::order::{ActionOrder, Phase};
use super::wip::is_open_in;
use crate::process::{Operation, Process};
use std::collections::BTreeMap;

/// Units already waiting to enter each step, by code; steps where none waits are absent.
///
/// A case *stands in* a step once it has entered it and not yet come out; it *waits to enter* the next
/// one when it has come out. An export tells only where a case stands, so what planning may count on
/// before a step is the cases standing in the step that feeds it, times that step's yield, divided by
/// the quantity needed; rounded down, since a part of a deal fills no need. Where several steps
/// feed one, it enters with the scarcest of them. Cases standing in the last step are output, not waiting.
/// May be wrong when the present cases are older or better than those the yield was measured on.
pub fn wip_to_enter(process: &Process, cases: &[Case]) -> BTreeMap<String, i64> {
    let mut standing = vec![0_i64; process.steps.len()];
    for case in cases.iter().filter(|case| is_open_in(process, case)) {
        if let Some(at) = case.step.as_deref().and_then(|step| process.step_index(step)) {
            standing[at] += 1;
        }
    }
    let waiting = |inputs: &[crate::process::Input]| {
        let each = inputs.iter().map(|input| {
            let feeder = process.step_index(&input.step).map(|at| (standing[at], process.steps[at].yields));
            feeder.map_or(0, |(count, yields)| {
                let millionths = yields.map_or(1_000_000, |yields| i64::from(yields.millionths()));
                count * millionths / 1_000_000 / input.quantity.max(1)
            })
        });
        each.min().unwrap_or(0)
    };
    let steps = process.steps.iter().map(|step| (step.code.clone(), waiting(&step.after)));
    steps.filter(|(_, units)| *units > 0).collect()
}

/// Operations that remain to be done for an open case at its present step, in the order of the routing.
///
/// Those for which an order of the case is done or closed are left out. Empty for an unplaced case.
pub fn routing_left<'a>(process: &'a Process, case: &Case, orders: &[ActionOrder]) -> Vec<&'a Operation> {
    let at = case.step.as_deref().and_then(|step| process.step_index(step));
    let Some(step) = at.filter(|_| is_open_in(process, case)).map(|at| &process.steps[at]) else {
        return Vec::new();
    };
    let is_done = |operation: &&Operation| {
        orders.iter().any(|order| {
            order.case == Some(case.id)
                && order.step == step.code
                && order.operation == operation.code
                && matches!(order.phase(), Phase::Done | Phase::Closed)
        })
    };
    step.operations.iter().filter(|operation| !is_done(operation)).collect()
}
