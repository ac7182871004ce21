//! The earliest and the latest end of each task, by two passes over the network.

use crate::model::{Model, NONE, Slot};

/// The latest end of each task that lets it and all that follow be on time, waits counted.
pub fn latest_finish(model: &Model) -> Vec<Slot> {
    let mut latest: Vec<Slot> =
        model.tasks.iter().map(|task| task.due.min(task.until).min(model.horizon)).collect();
    for i in (0..model.len()).rev() {
        let task = model.in_order(i);
        let start = latest[task as usize].saturating_sub(model.tasks[task as usize].duration);
        for link in model.before.of(task) {
            let limit = model.before_wait(link.wait, start).unwrap_or(0);
            let known = &mut latest[link.task as usize];
            *known = (*known).min(limit);
        }
    }
    debug_assert!(latest.iter().all(|&date| date != NONE), "bounded by the horizon");
    latest
}

/// The earliest end of each task by the dates and the network alone, at most the horizon.
pub fn earliest_finish(model: &Model) -> Vec<Slot> {
    let mut earliest = vec![0; model.tasks.len()];
    for i in 0..model.len() {
        let task = model.in_order(i);
        let record = &model.tasks[task as usize];
        let mut start = record.release.max(record.from);
        for link in model.before.of(task) {
            start = start.max(model.after_wait(link.wait, earliest[link.task as usize]));
        }
        earliest[task as usize] = start.saturating_add(record.duration).min(model.horizon);
    }
    earliest
}
