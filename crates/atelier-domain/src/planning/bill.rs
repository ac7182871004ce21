//! The bill of actions (*nomenclature d'actions*) read in both directions.

use crate::language::{Refusal, Refusals, Yield};
use crate::process::{Process, Step};

/// A step that needs another one, directly or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedBy {
    /// Its code.
    pub step: String,
    /// Steps away: 0 is the step that holds the operation, 1 the step fed directly.
    pub distance: usize,
    /// Units of the step asked about entering for 1,000 units of this one, when fed directly.
    pub quantity: Option<i64>,
}

/// Where a step or an operation is used (*cas d'emploi*): the steps downstream, nearest first.
///
/// An operation is used first by its own step. An unknown code is used nowhere: the list is empty.
pub fn where_used(process: &Process, code: &str) -> Vec<UsedBy> {
    let holds = |step: &Step| step.operations.iter().any(|operation| operation.code == code);
    let Some(start) = process.step_index(code).or_else(|| process.steps.iter().position(holds)) else {
        return Vec::new();
    };
    let mut distances: Vec<Option<usize>> = vec![None; process.steps.len()];
    distances[start] = Some(0);
    let mut used = Vec::new();
    if process.steps[start].code != code {
        used.push(UsedBy { step: process.steps[start].code.clone(), distance: 0, quantity: None });
    }
    // Each step comes after those that feed it, so one pass meets every feeder before its consumer.
    for index in start + 1..process.steps.len() {
        let nearest = nearest_feeder(process, index, &distances);
        distances[index] = nearest;
        if let Some(distance) = nearest {
            used.push(use_of(process, index, start, distance));
        }
    }
    used.sort_by_key(|one| one.distance);
    used
}

fn nearest_feeder(process: &Process, index: usize, distances: &[Option<usize>]) -> Option<usize> {
    let feeders = process.steps[index].after.iter();
    feeders.filter_map(|input| distances[process.step_index(&input.step)?]).min().map(|distance| distance + 1)
}

fn use_of(process: &Process, index: usize, start: usize, distance: usize) -> UsedBy {
    let step = &process.steps[index];
    let direct = step.after.iter().filter(|input| input.step == process.steps[start].code);
    let direct: i64 = direct.map(|input| input.quantity).sum();
    let yields = process.steps[start].yields.unwrap_or(Yield::WHOLE);
    let quantity = (direct > 0).then(|| yields.units_in(direct.saturating_mul(1_000)));
    UsedBy { step: step.code.clone(), distance, quantity }
}

/// The yield (*rendement*) of every step, in order; everything goes through the last one.
///
/// # Errors
/// `planning/no-yield` once, with the list of steps: a need cannot be computed through them.
pub fn yields(process: &Process) -> Result<Vec<Yield>, Refusals> {
    let last = process.steps.len().saturating_sub(1);
    let known = |(index, step): (usize, &Step)| step.yields.or((index == last).then_some(Yield::WHOLE));
    let read: Vec<Option<Yield>> = process.steps.iter().enumerate().map(known).collect();
    let missing = process.steps.iter().zip(&read).filter(|(_, one)| one.is_none());
    let missing: Vec<&str> = missing.map(|(step, _)| step.code.as_str()).collect();
    if !missing.is_empty() {
        let refusal = Refusal::new("planning/no-yield")
            .field("yield")
            .with("process", process.code.as_str())
            .with("count", missing.len())
            .with("steps", missing.join(", "));
        return Err(refusal.into());
    }
    Ok(read.into_iter().flatten().collect())
}

/// The lead time (*délai*) of a step in whole weeks, rounded up: nine days are two weeks.
pub fn lead_weeks(step: &Step) -> usize {
    step.lead_days.div_ceil(7) as usize
}

/// For each step, the positions and quantities of those that feed it.
pub(super) fn feeders(process: &Process) -> Vec<Vec<(usize, i64)>> {
    let position = |code: &str| {
        let found = process.step_index(code);
        assert!(found.is_some(), "the bill of {} names the missing step {code}", process.code);
        found.unwrap_or_default()
    };
    let of = |step: &Step| step.after.iter().map(|input| (position(&input.step), input.quantity)).collect();
    process.steps.iter().map(of).collect()
}
