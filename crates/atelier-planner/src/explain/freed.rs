//! What would give a task without a date one.

use super::attempt::{Attempt, Ignoring};
use super::desk::{Desk, ways};
use super::diary::on_grid;
use super::ready::Ready;
use super::told::Freed;
use crate::{DAY, Minute, Span, TaskId};

/// The first relief that lets the task in beside all that is booked.
pub(super) fn of(desk: &Desk, id: TaskId, bound_to: Option<TaskId>) -> Option<Freed> {
    if let Some(other) = bound_to {
        return Some(Freed::Date(other));
    }
    let ready = match Ready::of(desk, id) {
        Ok(ready) => ready,
        Err(predecessor) => return Some(Freed::Date(predecessor)),
    };
    let task = desk.task(id);
    let seats = ways(task).map(<[_]>::len).max().unwrap_or(0);
    let fixed = [Ignoring::Allowances, Ignoring::Windows, Ignoring::Pressure, Ignoring::Stocks];
    let people = (0..seats).map(Ignoring::Person);
    let reliefs = fixed.into_iter().chain(people).chain([Ignoring::LongestWaits]);
    let relieved = reliefs.into_iter().find_map(|ignoring| {
        ways(task).zip(0..).find_map(|(_, mode)| {
            let mut attempt = Attempt::in_mode(desk, id, mode, ready);
            attempt.ignoring = ignoring;
            first_start(&attempt).and_then(|start| relief(&attempt, start))
        })
    });
    relieved.or_else(|| beyond(desk, id, ready))
}

/// The first start that nothing forbids.
pub(super) fn first_start(attempt: &Attempt) -> Option<Minute> {
    let last = attempt.last_start()?;
    let mut start = 0;
    while start <= last {
        match attempt.obstacle(start) {
            None => return attempt.seated(start).then_some(start),
            Some(obstacle) => start = on_grid(obstacle.span.end, attempt.grid())?,
        }
    }
    None
}

/// What must be given for this start.
fn relief(attempt: &Attempt, start: Minute) -> Option<Freed> {
    let span = Span { start, end: attempt.end(start) };
    match attempt.ignoring {
        Ignoring::Nothing => None,
        Ignoring::Allowances => {
            attempt.lacking(start).map(|(who, day, minutes)| Freed::Allowance(who, day, minutes))
        }
        Ignoring::Windows => Some(Freed::Window(span)),
        Ignoring::Pressure => Some(Freed::Contact(start / DAY)),
        Ignoring::Stocks => attempt.short_of(span).map(|stock| Freed::Stock(stock, span)),
        Ignoring::Person(seat) => Some(Freed::Person(seat, start / DAY)),
        Ignoring::LongestWaits => attempt.waits_for().map(Freed::Wait),
    }
}

/// The plan ends before the task could.
fn beyond(desk: &Desk, id: TaskId, ready: Ready) -> Option<Freed> {
    let attempt = Attempt::in_mode(desk, id, 0, ready);
    let end = on_grid(ready.at(), attempt.grid())?.checked_add(attempt.shortest())?;
    (end > desk.problem.horizon).then_some(Freed::Horizon(end))
}
