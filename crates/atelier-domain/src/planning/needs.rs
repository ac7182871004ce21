//! Net needs (*calcul des besoins nets*): from the output due back to the contacts to make.

use super::bill::{feeders, lead_weeks, yields};
use crate::language::{Refusal, Refusals, Week};
use crate::process::{Process, Step};
use std::collections::BTreeMap;

/// More units than any sales force will ever handle; below it, minutes cannot overflow.
pub(super) const UNITS_MAX: i64 = 1_000_000_000;

/// Work in progress (*en-cours*): units waiting to enter each step. Never negative.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wip {
    /// Units by code of the step they wait to enter.
    pub waiting: BTreeMap<String, i64>,
    /// Cases whose step is not known at all: counted apart, never lost.
    pub unplaced: i64,
}

impl Wip {
    /// Nothing in progress: needs are then gross.
    pub fn none() -> Self {
        Self::default()
    }

    /// Units by step code.
    pub fn of<'a>(waiting: impl IntoIterator<Item = (&'a str, i64)>) -> Self {
        let waiting = waiting.into_iter().map(|(step, units)| (step.to_owned(), units)).collect();
        Self { waiting, unplaced: 0 }
    }
}

/// What one step must receive, week by week. All lists are as long as the weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepNeeds {
    /// Code of the step.
    pub step: String,
    /// Units entering: the work of the step is done on these.
    pub entering: Vec<i64>,
    /// Of those, units taken from work in progress, earliest weeks first.
    pub taken: Vec<i64>,
    /// The rest: units that must come out of the feeding steps, or contacts to make on an entry step.
    pub net: Vec<i64>,
    /// Of `entering`, units of the first week that should have entered before it.
    pub overdue: i64,
    /// Work in progress that this objective does not need.
    pub unused: i64,
}

/// Needs of a process for what is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    /// Weeks covered, in order.
    pub weeks: Vec<Week>,
    /// One line per step, in the order of the bill.
    pub steps: Vec<StepNeeds>,
    /// Net units of the entry steps: contacts to make.
    pub contacts: i64,
    /// Work in progress under a step the process does not have, by the code given.
    pub unknown_steps: BTreeMap<String, i64>,
    /// Work in progress that no step can use: unknown steps and cases without step.
    pub unplaced: i64,
}

impl Needs {
    /// The needs of a step.
    pub fn step(&self, code: &str) -> Option<&StepNeeds> {
        self.steps.iter().find(|step| step.step == code)
    }

    /// Whether work should have started before the first week.
    pub fn is_overdue(&self) -> bool {
        self.steps.iter().any(|step| step.overdue > 0)
    }
}

/// Walks the bill backwards (*éclatement*), from units due out of the last step, by week.
///
/// Each step: what must come out, on cumulated quantities, divided by the yield and rounded up, moved
/// earlier by the lead time, less the work in progress; the rest is asked from the steps that feed it.
/// `due` is as long as `weeks`, never negative. Needs before the first week are put in it and told apart.
///
/// # Errors
/// `planning/no-yield` with the list of steps; `planning/too-many-units`.
/// Source: docs/method.md, "Net needs".
pub fn explode(process: &Process, due: &[i64], weeks: &[Week], wip: &Wip) -> Result<Needs, Refusals> {
    assert_eq!(due.len(), weeks.len(), "one quantity due per week");
    let yields = yields(process)?;
    let feeders = feeders(process);
    let mut out = vec![vec![0; weeks.len() + 1]; process.steps.len()];
    if let Some(last) = out.last_mut() {
        last[1..].copy_from_slice(due);
    }
    let mut steps = Vec::with_capacity(process.steps.len());
    for (index, step) in process.steps.iter().enumerate().rev() {
        let units_in = |units_out| yields[index].units_in(units_out);
        let entering = earlier(&cumulated(&out[index], units_in), lead_weeks(step));
        if entering.iter().fold(0, |sum: i64, units| sum.saturating_add(*units)) > UNITS_MAX {
            return Err(too_many_units(&step.code).into());
        }
        let waiting = wip.waiting.get(&step.code).copied().unwrap_or(0).max(0);
        let net = cumulated(&entering, |units: i64| (units - waiting).max(0));
        for &(feeder, quantity) in &feeders[index] {
            add_times(&mut out[feeder], &net, quantity);
        }
        steps.push(publish(step, &entering, &net, waiting));
    }
    steps.reverse();
    Ok(gather(process, weeks, steps, wip))
}

/// The refusal of needs beyond counting.
pub(super) fn too_many_units(step: &str) -> Refusal {
    Refusal::new("planning/too-many-units").field("yield").with("step", step).with("limit", UNITS_MAX)
}

/// Applies `rule` to the running total and gives back what it adds each week.
fn cumulated(by_week: &[i64], rule: impl Fn(i64) -> i64) -> Vec<i64> {
    let (mut total, mut before) = (0_i64, 0);
    let added = by_week.iter().map(|units| {
        total = total.saturating_add(*units);
        let after = rule(total);
        let added = after - before;
        before = after;
        added
    });
    added.collect()
}

/// Moves quantities `weeks` earlier. Place 0 stands for every week before the first one.
fn earlier(by_week: &[i64], weeks: usize) -> Vec<i64> {
    let mut moved = vec![0; by_week.len()];
    for (index, units) in by_week.iter().enumerate() {
        moved[index.saturating_sub(weeks)] += units;
    }
    moved
}

fn add_times(to: &mut [i64], by_week: &[i64], quantity: i64) {
    for (sum, units) in to.iter_mut().zip(by_week) {
        *sum = sum.saturating_add(units.saturating_mul(quantity));
    }
}

fn publish(step: &Step, entering: &[i64], net: &[i64], waiting: i64) -> StepNeeds {
    let overdue = entering[0];
    let (entering, net) = (from_first_week(entering), from_first_week(net));
    let taken: Vec<i64> = entering.iter().zip(&net).map(|(gross, net)| gross - net).collect();
    let unused = waiting - taken.iter().sum::<i64>();
    StepNeeds { step: step.code.clone(), entering, taken, net, overdue, unused }
}

/// Without place 0, whose quantity joins the first week; without any week it is lost with the table.
fn from_first_week(by_week: &[i64]) -> Vec<i64> {
    let mut weeks = by_week[1..].to_vec();
    if let Some(first) = weeks.first_mut() {
        *first += by_week[0];
    }
    weeks
}

fn gather(process: &Process, weeks: &[Week], steps: Vec<StepNeeds>, wip: &Wip) -> Needs {
    let entries = process.steps.iter().zip(&steps).filter(|(step, _)| step.after.is_empty());
    let contacts = entries.map(|(_, needs)| needs.net.iter().sum::<i64>()).sum();
    let unknown = wip.waiting.iter().filter(|(code, _)| process.step_index(code).is_none());
    let unknown_steps: BTreeMap<String, i64> = unknown.map(|(code, units)| (code.clone(), *units)).collect();
    let unplaced = wip.unplaced + unknown_steps.values().sum::<i64>();
    Needs { weeks: weeks.to_vec(), steps, contacts, unknown_steps, unplaced }
}
