//! Priority rules: a number for each task, the lowest placed first.

use crate::model::{Model, NONE};

/// How tasks are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The earliest latest finish, by backward pass over the network.
    LatestFinish,
    /// The earliest due date.
    Due,
    /// The least slack between the earliest and the latest finish.
    Slack,
    /// The latest finish, sooner by a share of the slack the heavier the task.
    Weighted,
    /// The order in which the tasks are given.
    Given,
}

impl Rule {
    /// Every rule, the one for large models first.
    pub const ALL: [Self; 5] = [Self::LatestFinish, Self::Due, Self::Slack, Self::Weighted, Self::Given];

    /// A short name for the command line and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::LatestFinish => "latest-finish",
            Self::Due => "due",
            Self::Slack => "slack",
            Self::Weighted => "weighted",
            Self::Given => "given",
        }
    }
}

/// The key of each task under `rule`.
pub fn keys(model: &Model, rule: Rule) -> Vec<u32> {
    match rule {
        Rule::LatestFinish => latest_finish(model),
        Rule::Due => model.tasks.iter().map(|task| task.due.min(task.until)).collect(),
        Rule::Slack => {
            let (latest, earliest) = (latest_finish(model), earliest_finish(model));
            latest
                .iter()
                .zip(&earliest)
                .map(|(&latest, &earliest)| (latest + model.horizon).saturating_sub(earliest))
                .collect()
        }
        Rule::Weighted => {
            let (latest, earliest) = (latest_finish(model), earliest_finish(model));
            let key = |(i, task): (usize, &crate::model::Task)| {
                let slack = latest[i].saturating_sub(earliest[i]);
                earliest[i].min(latest[i]) + slack / task.weight.max(1)
            };
            model.tasks.iter().enumerate().map(key).collect()
        }
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

/// The earliest end of each task by the dates and the network alone, at most the horizon.
pub fn earliest_finish(model: &Model) -> Vec<u32> {
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
