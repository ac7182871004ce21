//! What an event would do, told, to be accepted or dropped.

use std::collections::HashSet;

use super::apply::AGAIN;
use super::change::{Change, Later, Moved, Told};
use super::desk::Desk;
use super::event::{Notice, Refusal};
use crate::board::{Objective, Seat};
use crate::model::Slot;

/// Tasks that lost by an event and are remembered, at most.
const WAITING: usize = 1024;

/// What an event would do, to be accepted or dropped; dropping is what happens when nothing is said.
pub struct Proposal<'d> {
    desk: &'d mut Desk,
    change: Change,
    open: bool,
}

impl Proposal<'_> {
    /// The difference it makes.
    pub fn change(&self) -> &Change {
        &self.change
    }

    /// Where `task` would stand.
    pub fn seat(&self, task: u32) -> Seat {
        self.desk.seat(task)
    }

    /// Puts it in force.
    pub fn accept(mut self) -> Change {
        self.open = false;
        let change = std::mem::take(&mut self.change);
        self.desk.edits.clear();
        self.desk.trace.clear();
        self.desk.wait_for_room(&change);
        self.desk.toll.0 += change.affected.len();
        self.desk.toll.1 += change.moves(self.desk.terms.tolerance);
        change
    }

    /// Leaves the plan as it was.
    pub fn drop(self) {}
}

impl Drop for Proposal<'_> {
    fn drop(&mut self) {
        if self.open {
            self.desk.restore();
        }
    }
}

impl Desk {
    /// Works out what an event does; nothing is decided until the proposal is accepted.
    ///
    /// # Errors
    /// [`Refusal`] when the event is about the past or about nothing known; the plan is as before.
    pub fn propose(&mut self, notice: &Notice) -> Result<Proposal<'_>, Refusal> {
        let before = self.objective();
        let (affected, moved) = self.toll;
        self.trace.credit = (affected * self.terms.moves_pct as usize / 100) as i64 - moved as i64;
        if let Err(refusal) = self.apply(notice) {
            self.restore();
            return Err(refusal);
        }
        let change = self.told(before);
        Ok(Proposal { desk: self, change, open: true })
    }

    /// The difference between the plan before and now.
    fn told(&self, before: Objective) -> Change {
        let mut change = Change { before, after: self.objective(), ..Change::default() };
        let mut origins = self.trace.origins().to_vec();
        origins.sort_unstable_by_key(|origin| origin.0);
        let first_new = self.model.len() - self.trace.new as u32;
        for (task, was) in origins {
            let (seat, why) = (self.seat(task), self.trace.why(task));
            match (was.placed(), seat.placed()) {
                (true, true) if was != seat => {
                    change.moved.push(Moved { task, before: was, after: seat, why });
                }
                (true, false) if self.model.gone(task) => change.freed.push(Told { task, seat: was, why }),
                (false, true) => change.placed.push(Told { task, seat, why }),
                (_, false) if !self.model.gone(task) && (was.placed() || task >= first_new) => {
                    change.unplaced.push(Told { task, seat: was, why: self.trace.why_out(task) });
                }
                _ => {}
            }
            let (late_before, late_now) = (self.late(task, was), self.late(task, seat));
            if late_now > late_before {
                change.late.push(Later { task, before: late_before, after: late_now, why });
            }
        }
        change.hit.clone_from(&self.trace.hit);
        change.affected.clone_from(&self.trace.affected);
        change.untried.clone_from(&self.trace.untried);
        change.untried.retain(|&task| !self.seat(task).placed() || self.late(task, self.seat(task)) > 0);
        for list in [&mut change.hit, &mut change.affected, &mut change.untried] {
            list.sort_unstable();
            list.dedup();
        }
        change
    }

    fn late(&self, task: u32, seat: Seat) -> Slot {
        if seat.placed() { seat.end.saturating_sub(self.model.tasks[task as usize].due) } else { 0 }
    }

    /// What lost by the event waits for better; what was looked at goes to the end of the queue.
    fn wait_for_room(&mut self, change: &Change) {
        let looked_at = AGAIN.min(self.waiting.len());
        self.waiting.rotate_left(looked_at);
        let lost = change.unplaced.iter().map(|told| told.task);
        let lost: Vec<u32> = lost.chain(change.late.iter().map(|later| later.task)).collect();
        self.waiting.extend(lost);
        let (state, model, mut known) = (&self.state, &self.model, HashSet::new());
        self.waiting.retain(|&task| {
            let seat = state.seat(task);
            let lags = !seat.placed() || seat.end > model.tasks[task as usize].due;
            lags && !model.gone(task) && known.insert(task)
        });
        self.waiting.truncate(WAITING);
    }
}
