//! How much of the bottleneck's time a case is expected to take from where it stands.

use super::super::bill::{lead_weeks, yields};
use crate::language::Refusals;
use crate::process::{Process, Step};

/// Parts of a minute in which expected work is counted.
pub(super) const PARTS: i128 = 1_000_000;

/// Expected work of the drum, by step: that of the step for a case entering it, and that of the steps
/// after it times the yields on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    by_step: Vec<i128>,
    entry: usize,
    pub(super) weeks_away: usize,
}

impl Weights {
    /// Of a process for a drum. A case goes on to the first step that its own feeds; new cases enter the
    /// first step. Yields are multiplied in millionths of a minute, rounded down at each step.
    ///
    /// # Errors
    /// `planning/no-yield`.
    pub fn of(process: &Process, drum: &str) -> Result<Self, Refusals> {
        let yields = yields(process)?;
        let mut by_step = vec![0; process.steps.len()];
        for (rank, step) in process.steps.iter().enumerate().rev() {
            let onward = next(process, step).map_or(0, |(next, quantity)| {
                by_step[next] * i128::from(yields[rank].millionths())
                    / 1_000_000
                    / i128::from(quantity.max(1))
            });
            by_step[rank] = work(step, drum) + onward;
        }
        let entry = process.steps.iter().position(|step| step.after.is_empty()).unwrap_or(0);
        let weeks_away = weeks_away(process, entry, drum);
        Ok(Self { by_step, entry, weeks_away })
    }

    /// Of a new case.
    pub(super) fn of_new(&self) -> i128 {
        self.by_step.get(self.entry).copied().unwrap_or(0)
    }

    /// Of cases by step: their next work is that of the step.
    pub(super) fn of_launched(&self, cases: &[i64]) -> i128 {
        self.by_step.iter().zip(cases).map(|(weight, cases)| weight * i128::from(*cases)).sum()
    }
}

/// Work of the drum on one unit of a step.
fn work(step: &Step, drum: &str) -> i128 {
    let by_drum = step.operations.iter().filter(|operation| operation.kinds.iter().any(|kind| kind == drum));
    by_drum
        .map(|operation| {
            let lot = operation.lot.max(1);
            i128::from(operation.work(lot).0) * PARTS / i128::from(lot)
        })
        .sum()
}

/// The first step that this one feeds, with the units of this one that it takes.
fn next(process: &Process, step: &Step) -> Option<(usize, i64)> {
    process.steps.iter().enumerate().find_map(|(rank, other)| {
        other.after.iter().find(|input| input.step == step.code).map(|input| (rank, input.quantity))
    })
}

/// Whole weeks from the entry to the first step where the drum works.
fn weeks_away(process: &Process, entry: usize, drum: &str) -> usize {
    let (mut at, mut weeks) = (entry, 0);
    while let Some(step) = process.steps.get(at).filter(|step| work(step, drum) == 0) {
        weeks += lead_weeks(step);
        match next(process, step) {
            Some((next, _)) => at = next,
            None => return 0,
        }
    }
    weeks
}
