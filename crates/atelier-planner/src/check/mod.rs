//! The rules again, read simply and slowly; shares no code with the engine.
//!
//! One file a question: what a task asks by itself (`own`), what its resources allow (`diary`),
//! what its predecessors ask (`links`), what many tasks share (`shared`), and what the plan costs
//! (`price`). Sorting is the dearest thing done: 100,000 placements are read in a fraction of a second.

mod diary;
mod links;
mod own;
mod price;
mod reading;
mod shared;

pub use price::{Price, price};

use crate::{Placement, Problem, TaskId};
use reading::Reading;
use std::fmt;

/// The rules of a [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Every placement is of a known task, and only once.
    Once,
    /// A pinned task lies where it was decided.
    Pinned,
    /// A task is done in one of its own ways.
    Mode,
    /// A task lasts its duration at the pace of the slowest of its people; of a task that may be
    /// split, the working minutes between start and end are counted.
    Duration,
    /// A task starts on the grid.
    Grid,
    /// Nothing ends after the horizon.
    Horizon,
    /// No start before the release.
    Release,
    /// A task lies inside one window of the other party, breaks included.
    Window,
    /// One candidate per need, all distinct.
    People,
    /// A task lies inside one working window of each of its people: never across a break. One that
    /// may be split starts and ends in working time.
    Hours,
    /// One task at a time, nor another in the breaks of one that is split.
    Overlap,
    /// No more minutes a day than the resource gives; the breaks of a split task are not counted.
    DayAllowance,
    /// After every predecessor and its wait, and no later than it allows. What is pinned binds its
    /// successors but is not bound by its predecessors.
    Predecessor,
    /// A predecessor that limits the wait of a successor is not placed without it, unless pinned.
    Together,
    /// No more of a stock is in use than there is, at any minute, breaks of split tasks included.
    Stock,
    /// A contact is not solicited more often than allowed.
    Pressure,
}

/// A rule broken by a schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The task concerned.
    pub task: TaskId,
    /// The rule.
    pub rule: Rule,
    /// Its values, for a log or a test.
    pub detail: String,
}

impl Violation {
    fn new(task: TaskId, rule: Rule, detail: String) -> Self {
        Self { task, rule, detail }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "task {}: {:?}: {}", self.task.0, self.rule, self.detail)
    }
}

/// Every breach of the rules of [`Problem`] in `placements`; empty when the schedule is valid.
///
/// Tasks left out are no breach. A pinned task is only asked to lie where it was decided: the
/// decision may go against the other rules, and the tasks around it must still keep clear of it and
/// count it. A task placed twice is read at its first place. Rule by rule, tasks in their order.
pub fn check(problem: &Problem, placements: &[Placement]) -> Vec<Violation> {
    let (read, mut found) = Reading::of(problem, placements);
    found.extend(read.pins_left());
    for (task, placement) in read.movable() {
        found.extend(own::broken(&read, task, placement));
    }
    found.extend(diary::broken(&read));
    found.extend(links::broken(&read));
    found.extend(shared::stocks(&read));
    found.extend(shared::pressure(&read));
    found
}
