//! The slot: the longest stretch of time that loses nothing.

use crate::{DAY, Minute, Problem, Task, Wait};

/// The greatest common divisor of all that must fall on whole slots: starts, lengths, waits, due dates,
/// pinned work, and the hours of people where a task may pause at their breaks.
///
/// Releases, windows and allowances need not: since starts and ends are whole, they can be rounded to
/// the side that lets nothing more in.
pub(super) fn of(problem: &Problem) -> Minute {
    let mut unit = divisor(problem.grid, DAY);
    for task in &problem.tasks {
        each_time(task, |time| unit = divisor(unit, time));
    }
    if problem.tasks.iter().any(|task| task.split) {
        for span in problem.resources.iter().flat_map(|one| &one.windows) {
            unit = divisor(divisor(unit, span.start), span.end);
        }
    }
    unit
}

fn each_time(task: &Task, mut give: impl FnMut(Minute)) {
    give(task.duration);
    task.modes.iter().for_each(|mode| give(mode.duration));
    task.due.into_iter().for_each(&mut give);
    for link in &task.after {
        if let Wait::Elapsed(minutes) = link.wait {
            give(minutes);
        }
        link.at_most.into_iter().for_each(&mut give);
    }
    if let Some(pin) = &task.pinned {
        give(pin.span.start);
        give(pin.span.end);
    }
}

fn divisor(mut left: Minute, mut right: Minute) -> Minute {
    while right > 0 {
        (left, right) = (right, left % right);
    }
    left
}
