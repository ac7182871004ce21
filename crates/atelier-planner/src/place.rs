//! Serial placement: each task, in the order given, at its earliest feasible time.

use crate::{Minute, Placement, Problem, ResourceId, Span, TaskId};

/// What kept a task from starting during a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Its own release.
    Release,
    /// A predecessor, and the wait after it.
    After(TaskId),
    /// The other party is not available, or not for long enough.
    Window,
    /// The resource does not work then.
    Away(ResourceId),
    /// The resource works then, but the stretch left before its break is shorter than the task.
    TooShort(ResourceId),
    /// The resource is busy with another task.
    Busy(ResourceId, TaskId),
    /// The resource has reached its allowance of the day.
    DayFull(ResourceId),
}

/// A stretch of possible starts and the first thing that forbids them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// Starts in this stretch are forbidden.
    pub span: Span,
    /// By this.
    pub what: What,
}

/// A task placed, and why not earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Where it lies.
    pub placement: Placement,
    /// From the first instant to the start, what forbade each stretch, in time order and without
    /// gap; for a task with several candidates, as seen by those that were chosen.
    /// Empty when the task starts at minute 0. The last one is the binding reason.
    pub reasons: Vec<Obstacle>,
}

/// Why a task has no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A need has no candidate at all (its position).
    NobodyCapable(usize),
    /// A predecessor has no date.
    PredecessorRefused(TaskId),
    /// The release or the predecessors leave no time before the horizon.
    BeyondHorizon,
    /// Not enough room before the horizon; what forbade the starts, most minutes first.
    NoRoom(Vec<(What, Minute)>),
}

/// A task left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The task.
    pub task: TaskId,
    /// Its cause.
    pub cause: Cause,
}

/// Every task exactly once: placed or refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// In the order of placement.
    pub placed: Vec<Placed>,
    /// In the order met.
    pub refused: Vec<Refused>,
}

/// A problem that cannot be read: a mistake of the caller.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The order leaves a task out or names it twice.
    #[error("task {0:?} must stand exactly once in the order")]
    Order(TaskId),
    /// A predecessor stands after its successor in the order.
    #[error("task {0:?} stands before its predecessor {1:?}")]
    Backwards(TaskId, TaskId),
    /// A task, resource or number that cannot be.
    #[error("{0}")]
    Shape(String),
}

/// Gives each task, in `order`, the earliest start feasible for its people and for the other party.
pub fn place(_problem: &Problem, _order: &[TaskId]) -> Result<Draft, Fault> {
    Ok(Draft::default())
}
