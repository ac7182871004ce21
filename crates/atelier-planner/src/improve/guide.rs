//! What the search knows of a model before it starts.

use crate::bound::Forward;
use crate::model::{Model, NONE, Slot, Task};

/// Dates to steer by, computed once.
pub(super) struct Guide {
    /// Earliest places, everybody free.
    pub forward: Forward,
    /// End of each task that makes nothing after it late, everybody free.
    pub latest: Box<[Slot]>,
    /// End of each task that leaves what comes after it inside its windows, everybody free.
    pub deadline: Box<[Slot]>,
    /// Each task ends no earlier, or a successor with a longest wait could not be placed.
    pub hold: Box<[Slot]>,
    /// Cost of a tenth of a day of lateness, on average: the measure of small differences.
    pub small: f64,
}

impl Guide {
    pub fn new(model: &Model) -> Self {
        let forward = Forward::new(model);
        let within = |task: &Task| task.until.min(model.horizon);
        let wished = |task: &Task| within(task).min(task.due.max(task.release + task.duration));
        let (latest, deadline) = (backward(model, wished), backward(model, within));
        Self { latest, deadline, hold: hold(model, &forward), small: small(model), forward }
    }
}

/// Backward pass over the waits, from the latest end of each task on its own.
fn backward(model: &Model, own: impl Fn(&Task) -> Slot) -> Box<[Slot]> {
    let mut latest: Box<[Slot]> = model.tasks.iter().map(own).collect();
    for i in (0..model.len()).rev() {
        let task = model.in_order(i);
        for link in model.after.of(task) {
            let next = latest[link.task as usize].saturating_sub(model.tasks[link.task as usize].duration);
            let end = model.before_wait(link.wait, next).unwrap_or(0);
            latest[task as usize] = latest[task as usize].min(end);
        }
    }
    latest
}

fn hold(model: &Model, forward: &Forward) -> Box<[Slot]> {
    (0..model.len())
        .map(|task| {
            let bounded =
                model.after.of(task).iter().filter(|link| link.bounded() && forward.possible(link.task));
            bounded.map(|link| forward.start(link.task).saturating_sub(link.max_lag)).max().unwrap_or(0)
        })
        .collect()
}

fn small(model: &Model) -> f64 {
    let due = model.tasks.iter().filter(|task| task.due != NONE);
    let (count, weights) = due.fold((0_u32, 0.0), |(n, sum), task| (n + 1, sum + f64::from(task.weight)));
    if count == 0 {
        return 1.0;
    }
    (weights / f64::from(count) * f64::from(model.slots_per_day) / 10.0).max(1.0)
}
