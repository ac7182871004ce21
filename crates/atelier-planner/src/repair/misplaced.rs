//! A plan that cannot be put in force, place by place.

use crate::board::{Board, Seat};
use crate::model::NONE;

/// A place of the plan to be put in force that breaks a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misplaced {
    /// No task of that number.
    #[error("there is no task {0}")]
    UnknownTask(u32),
    /// A person who is no candidate, or nobody where somebody is needed.
    #[error("task {task} cannot be done by person {person}")]
    NotACandidate {
        /// The task.
        task: u32,
        /// The person.
        person: u32,
    },
    /// Before its release, outside its window or after the end of the plan.
    #[error("task {0} stands outside its dates")]
    Dates(u32),
    /// Against a predecessor: absent, or too near, or too far.
    #[error("task {0} does not keep the wait after a predecessor, or lacks it")]
    Predecessor(u32),
    /// Time that is not worked, taken by another task, or of another length than the task takes.
    #[error("task {0} stands in time that is taken or not worked, or takes another time than it needs")]
    Time(u32),
}

/// What is wrong with having `task` at `seat`, if anything is. Of a task with ways of its own, only its
/// dates, its waits and the free time of its people are looked at.
pub(super) fn misplaced(board: &Board, task: u32, seat: Seat) -> Option<Misplaced> {
    let model = board.model();
    let record = &model.tasks[task as usize];
    let open = if record.rich == NONE {
        board.can_take(task, seat.person, seat.start, seat.end)
    } else {
        board.all_free(task, seat)
    };
    let able =
        if record.pool == NONE { seat.person == NONE } else { model.pool(task).contains(&seat.person) };
    if !able && record.rich == NONE {
        return Some(Misplaced::NotACandidate { task, person: seat.person });
    }
    let dates = seat.start >= record.release.max(record.from) && seat.end <= record.until.min(model.horizon);
    if !dates || seat.start >= seat.end {
        return Some(Misplaced::Dates(task));
    }
    let kept = board.bounds_behind(task).is_some_and(|window| {
        window.from <= seat.start && seat.start <= window.latest_start && seat.end <= window.latest_end
    });
    match (kept, open) {
        (true, true) => None,
        (true, false) => Some(Misplaced::Time(task)),
        (false, _) => Some(Misplaced::Predecessor(task)),
    }
}
