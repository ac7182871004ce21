//! What an event does to a plan, told before it is accepted.

use crate::board::{Objective, Seat};
use crate::model::Slot;

/// Why a task is where it is now, or nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The event itself is about it.
    Event,
    /// The person is away.
    Away,
    /// The task named lasts longer, at its expense.
    Overrun(u32),
    /// The predecessor named ends later.
    Pushed(u32),
    /// The task named, which weighs more, took its place.
    Displaced(u32),
    /// Room came free: it is less late, or in the plan at last.
    Room,
    /// The predecessor named is not in the plan.
    Predecessor(u32),
    /// Nobody able has time for it between its earliest and its latest date.
    NoTime,
}

/// A task that stands elsewhere than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The task.
    pub task: u32,
    /// Where it stood.
    pub before: Seat,
    /// Where it stands.
    pub after: Seat,
    /// What moved it.
    pub why: Why,
}

/// A task that is late by more than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Later {
    /// The task.
    pub task: u32,
    /// Slots late before.
    pub before: Slot,
    /// Slots late now.
    pub after: Slot,
    /// What made it so.
    pub why: Why,
}

/// A task with its place, and the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The task.
    pub task: u32,
    /// Where it stands, or stood when it is out now; [`Seat::EMPTY`]: it never did.
    pub seat: Seat,
    /// The reason.
    pub why: Why,
}

/// The difference an event makes, each part sorted by task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Placed tasks whose place the event itself makes impossible or asks to change.
    pub hit: Vec<u32>,
    /// Those, the tasks that are new, and the placed ones that cannot keep their place after them even if everybody else were
    /// free: what waits for what is hit.
    pub affected: Vec<u32>,
    /// Tasks placed before and now, elsewhere or for longer.
    pub moved: Vec<Moved>,
    /// Tasks late by more than before, or late and new.
    pub late: Vec<Later>,
    /// Tasks no longer to be done, with the time they gave back.
    pub freed: Vec<Told>,
    /// Tasks placed now that were not.
    pub placed: Vec<Told>,
    /// Tasks to be done that lost their place or, when new, found none.
    pub unplaced: Vec<Told>,
    /// Tasks left late or without a place for which others could still have been asked to make room: the
    /// event had looked at as many hours as it may ([`super::Terms::probes`]).
    pub untried: Vec<u32>,
    /// What the plan cost.
    pub before: Objective,
    /// What it costs now.
    pub after: Objective,
}

impl Change {
    /// Tasks that moved by more than `tolerance` slots or to another person.
    pub fn moves(&self, tolerance: Slot) -> usize {
        self.moved.iter().filter(|moved| has_moved(moved.before, moved.after, tolerance)).count()
    }
}

/// Does `after` differ from `before` by its person, or by more than `tolerance` slots of its start?
pub fn has_moved(before: Seat, after: Seat, tolerance: Slot) -> bool {
    before.person != after.person || before.start.abs_diff(after.start) > tolerance
}
