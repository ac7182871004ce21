//! What no plan can better: lower bounds of each part of the objective, and of all of it.
//!
//! Every figure is proved: tasks are judged as if each had its best person for itself alone, so a
//! plan, where they share people, costs at least as much.

mod forward;
mod people;
mod prices;
mod rows;
#[cfg(test)]
pub(crate) mod tests;
mod trees;

pub use forward::Forward;
pub use prices::by_prices;

use crate::model::{Model, NONE};

/// Lower bounds; each holds on its own, and `total` for the whole objective.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bound {
    /// Tasks that no plan can place: nobody is capable, or no time is left for them, or for
    /// something they must wait for.
    pub left_out: u32,
    /// What leaving them out costs.
    pub unplaced: i64,
    /// Weighted lateness that no plan avoids but by leaving more tasks out.
    pub tardiness: i64,
    /// People beyond the first that the cases need to be done whole.
    pub switches: i64,
    /// All of it, priced, as low as leaving more tasks out could make it.
    pub total: i64,
}

/// Bounds of the objective of any plan of `model`.
pub fn lower(model: &Model) -> Bound {
    lower_from(model, &Forward::new(model))
}

/// The same, from a pass already made.
pub fn lower_from(model: &Model, forward: &Forward) -> Bound {
    let mut bound = Bound::default();
    for task in 0..model.len() {
        let cost = least(model, forward, task);
        if forward.possible(task) {
            bound.tardiness += cost;
        } else {
            bound.left_out += 1;
            bound.unplaced += cost;
        }
    }
    bound.total = bound.unplaced + bound.tardiness;
    for case in 0..model.cases.lists() {
        let tasks = model.cases.of(case);
        let more = people::at_least(model, forward, tasks).saturating_sub(1);
        bound.switches += i64::from(more);
        // A case costs its changes of person, or what leaving one more of its tasks out costs.
        let out =
            tasks.iter().filter(|&&task| forward.possible(task) && !model.tasks[task as usize].pinned());
        let drop = out
            .map(|&task| i64::from(model.tasks[task as usize].unplaced) - least(model, forward, task))
            .min();
        let change = i64::from(more) * i64::from(model.costs.switch);
        bound.total += change.min(drop.unwrap_or(change));
    }
    bound
}

/// Least cost of one task: its lateness at its earliest end, or its absence.
fn least(model: &Model, forward: &Forward, task: u32) -> i64 {
    let record = &model.tasks[task as usize];
    let absent = i64::from(record.unplaced);
    match forward.end(task) {
        NONE => absent,
        end if record.pinned() => record.lateness(end),
        end => record.lateness(end).min(absent),
    }
}
