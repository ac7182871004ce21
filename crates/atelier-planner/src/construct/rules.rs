//! Priority rules: a number for each task, the lowest placed first.

use super::dates::{earliest_finish, latest_finish};
use super::loads;
use crate::model::{Model, NONE, Task};

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
    /// The greatest apparent cost of being late: weight for each slot of work, less and less as there is
    /// time left. Source: Vepsalainen and Morton, "Priority rules for job shops with weighted tardiness
    /// costs" (1987).
    ApparentCost,
    /// The latest finish, sooner by a share of the slack the more would be lost by doing without the
    /// least busy candidate.
    Regret,
    /// The busiest candidates first, by what is asked of them for each slot they work; then the latest
    /// finish.
    Bottleneck,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 8] = [
        Self::LatestFinish,
        Self::Due,
        Self::Slack,
        Self::Weighted,
        Self::Given,
        Self::ApparentCost,
        Self::Regret,
        Self::Bottleneck,
    ];

    /// Those worth their time when several are tried, the one for large models first.
    pub const TRIED: [Self; 6] =
        [Self::LatestFinish, Self::Due, Self::Slack, Self::Weighted, Self::Regret, Self::Bottleneck];

    /// A short name for the command line and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::LatestFinish => "latest-finish",
            Self::Due => "due",
            Self::Slack => "slack",
            Self::Weighted => "weighted",
            Self::Given => "given",
            Self::ApparentCost => "apparent-cost",
            Self::Regret => "regret",
            Self::Bottleneck => "bottleneck",
        }
    }
}

/// The key of each task under `rule`.
pub fn keys(model: &Model, rule: Rule) -> Vec<u32> {
    match rule {
        Rule::LatestFinish => latest_finish(model),
        Rule::Due => model.tasks.iter().map(|task| task.due.min(task.until)).collect(),
        Rule::Slack => {
            by_dates(model, |_, earliest, latest| (latest + model.horizon).saturating_sub(earliest))
        }
        Rule::Weighted => by_dates(model, |task, earliest, latest| {
            earliest.min(latest) + latest.saturating_sub(earliest) / task.weight.max(1)
        }),
        Rule::Given => (0..model.len()).collect(),
        Rule::ApparentCost => apparent_cost(model),
        Rule::Regret => regret(model),
        Rule::Bottleneck => bottleneck(model),
    }
}

/// A key from each task, its earliest and its latest finish.
fn by_dates(model: &Model, key: impl Fn(&Task, u32, u32) -> u32) -> Vec<u32> {
    let dates = earliest_finish(model).into_iter().zip(latest_finish(model));
    model.tasks.iter().zip(dates).map(|(task, (earliest, latest))| key(task, earliest, latest)).collect()
}

/// How many mean lengths of time left divide the index of a task by e.
const LOOK_AHEAD: i64 = 2;

/// `weight / length × exp(-left / (LOOK_AHEAD × mean length))`, the greatest first, where `left` is the
/// time from the start of the plan to the latest start. Only the order counts: its logarithm times
/// minus `LOOK_AHEAD` × mean length is taken, in slots, so that whole numbers are enough.
fn apparent_cost(model: &Model) -> Vec<u32> {
    let total: u64 = model.tasks.iter().map(|task| u64::from(task.duration)).sum();
    let mean = total.checked_div(u64::from(model.len())).unwrap_or(1).max(1) as i64;
    let key = |(task, latest): (&Task, u32)| {
        let left = i64::from(latest.saturating_sub(task.duration));
        // Between 2⁰ and 2³² both; a task without weight comes as if it weighed 2⁻¹⁶.
        let weight = if task.weight == 0 { -16 * 256 } else { log2(task.weight) };
        let bits = log2(task.duration) - weight + 32 * 256;
        // 177 / 256: the natural logarithm of 2.
        (left + LOOK_AHEAD * mean * bits * 177 / (256 * 256)).clamp(0, i64::from(NONE)) as u32
    };
    model.tasks.iter().zip(latest_finish(model)).map(key).collect()
}

/// Logarithm to base 2 in 256ths, of a number above zero, straight between powers of two.
fn log2(number: u32) -> i64 {
    let whole = number.max(1).ilog2();
    let above = u64::from(number.max(1)) - (1 << whole);
    i64::from(whole) * 256 + ((above * 256) >> whole) as i64
}

fn regret(model: &Model) -> Vec<u32> {
    let regrets = loads::regrets(model);
    by_dates(model, |task, earliest, latest| {
        let slack = u64::from(latest.saturating_sub(earliest));
        let regret = regrets.get(task.pool as usize).copied().unwrap_or(0);
        earliest.min(latest) + (slack - slack * regret / (2 * loads::WHOLE)) as u32
    })
}

/// Classes of load that are told apart.
const CLASSES: u64 = 15;

fn bottleneck(model: &Model) -> Vec<u32> {
    let loads = loads::of_pools(model);
    // Above the whole there is no place for all: those are one class.
    let class = |task: &Task| {
        let load = loads.get(task.pool as usize).copied().unwrap_or(0);
        CLASSES - load.min(loads::WHOLE) * CLASSES / loads::WHOLE
    };
    // A horizon of 2²⁸ slots at most leaves four bits.
    let latest = latest_finish(model);
    model
        .tasks
        .iter()
        .zip(latest)
        .map(|(task, latest)| ((class(task) as u32) << 28) + latest.min((1 << 28) - 1))
        .collect()
}

#[cfg(test)]
mod tests;
