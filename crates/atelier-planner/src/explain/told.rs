//! What is told of a task: where it lies and why not earlier, or why nowhere.

use crate::{Minute, Placement, ResourceId, Span, StockId, TaskId};

/// What kept a task from starting during a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// The task was decided by a person or had started: nothing earlier was looked for.
    Pinned,
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
    /// The contact is solicited as often as [`crate::Problem::pressure`] allows; one of the tasks that do it.
    Solicited(TaskId),
    /// The stock is taken by other tasks.
    Taken(StockId),
    /// Later than its predecessor allows ([`crate::Link::at_most`]).
    TooLongAfter(TaskId),
    /// So early that a task bound to it would wait longer than it may.
    TooLongBefore(TaskId),
    /// Nothing forbade it: the plan as a whole was found better, or no worse, with a later start.
    Slack,
}

impl What {
    /// The other task it names.
    pub fn task(self) -> Option<TaskId> {
        match self {
            Self::After(task)
            | Self::Busy(_, task)
            | Self::Solicited(task)
            | Self::TooLongAfter(task)
            | Self::TooLongBefore(task) => Some(task),
            _ => None,
        }
    }
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
    /// From minute 0 to the start, what forbade each stretch, in time order and without gap; for a
    /// task with several candidates, as seen by those that were chosen. Where several things forbid
    /// the same minute, the task's own limits come first, then the one that lasts longest.
    /// Empty when the task starts at minute 0. The last one is the binding reason.
    pub reasons: Vec<Obstacle>,
}

/// Why a task has no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The need at this position has no candidate, or none that the needs before it leave free.
    NobodyCapable(usize),
    /// A predecessor has no date.
    PredecessorRefused(TaskId),
    /// A task bound to this one by a maximum wait finds no place, and they are placed together or not at all.
    Bound(TaskId),
    /// There is room, but being there costs more than being left out: late by so much, at such a weight.
    Dearer,
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

/// The least that would give a task without a date one, everything else as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Freed {
    /// A date for another task: its predecessor, or one bound to it.
    Date(TaskId),
    /// So many minutes more of a resource on a day.
    Allowance(ResourceId, u32, Minute),
    /// The other party available then.
    Window(Span),
    /// The contact solicited once more on that day.
    Contact(u32),
    /// More of a stock then.
    Stock(StockId, Span),
    /// For the need at this position, one more capable person on a day, during the hours of the others.
    Person(usize, u32),
    /// A longer wait after this predecessor.
    Wait(TaskId),
    /// A plan that reaches at least so far.
    Horizon(Minute),
}

/// What became of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It has a date.
    Placed(Placed),
    /// It has none.
    Refused(Refused),
}

/// Every task exactly once: placed or refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// In the order of placement: pinned tasks first.
    pub placed: Vec<Placed>,
    /// In the order met.
    pub refused: Vec<Refused>,
}
