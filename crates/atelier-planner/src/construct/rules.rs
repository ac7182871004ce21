//! Priority rules: a number for each task, the lowest placed first.

use crate::model::{Model, NONE};

/// How tasks are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The earliest due date.
    Due,
    /// The earliest latest finish, by backward pass over the network.
    LatestFinish,
    /// The order in which the tasks are given.
    Given,
}

/// The key of each task under `rule`.
pub fn keys(model: &Model, rule: Rule) -> Vec<u32> {
    match rule {
        Rule::Due => model.tasks.iter().map(|task| task.due.min(task.until)).collect(),
        Rule::LatestFinish => latest_finish(model),
        Rule::Given => (0..model.len()).collect(),
    }
}

/// The latest end of each task that lets it and all that follow be on time, waits counted.
pub fn latest_finish(model: &Model) -> Vec<u32> {
    let mut latest: Vec<u32> =
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
