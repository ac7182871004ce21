//! A plan in force and what upsets it.
//!
//! A [`Desk`] holds a plan. A [`Notice`] of an [`Event`] is *proposed*: the desk works out the
//! [`Change`] (what moves, what becomes late, what is freed, what loses its place, each with its
//! reason), which is then accepted, or dropped as if nothing had been asked. Only what the event
//! touches is looked at: the cost does not depend on the size of the plan.
//!
//! What began before the moment of the notice never moves. What starts before the end of the frozen
//! fence moves only when a rule forces it, and nothing is newly put there. A confirmed appointment
//! keeps its date; at most its person changes, when the confirmed one is away.
//! Beyond, a task is moved when that pays more than the price of moving it, which rises as its date
//! comes near ([`Terms`]).
//!
//! Method: the affected tasks give their time back and are put in again one after the other, the
//! most urgent first, inside the slack of their successors where there is room; failing that,
//! successors are shifted to the right as far as their slack is negative, or something that weighs
//! less makes room, whichever costs less. Then a few rounds of ruin and recreate around what lost ([`win_back`]),
//! and what has moved for nothing goes back where it stood. How far all this goes is counted in looks at somebody's
//! hours, not in time: the same event on the same plan gives the same answer, which says what was left untried.

mod amend;
mod apply;
mod change;
mod desk;
mod event;
mod find;
mod insert;
mod misplaced;
mod onward;
mod proposal;
mod reach;
mod room;
mod second;
mod slots;
mod terms;
mod trace;
mod undo;
mod win_back;
mod work;

pub use change::{Change, Later, Moved, Told, Why, has_moved};
pub use desk::Desk;
pub use event::{Event, Notice, Refusal};
pub use misplaced::Misplaced;
pub use proposal::Proposal;
pub use slots::Ask;
pub use terms::Terms;

#[cfg(test)]
mod crowd;
#[cfg(test)]
mod tests;
