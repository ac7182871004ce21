//! The board while an event is worked out: every take and put is traced and priced.

use std::collections::HashSet;

use super::change::{Why, has_moved};
use super::terms::Terms;
use super::trace::{Moves, Trace};
use crate::board::{Board, Candidate, Seat, Window};
use crate::model::{NONE, Slot};

/// A board, the moment, and what has been touched.
pub(super) struct Work<'m, 'd> {
    pub board: Board<'m>,
    pub trace: &'d mut Trace,
    pub terms: &'d Terms,
    pub confirmed: &'d HashSet<u32>,
    /// The moment of the notice: what starts before has begun.
    pub at: Slot,
    /// First slot in which something may be newly put.
    pub floor: Slot,
    /// Trying things out: only a sample of a large pool is asked.
    pub brief: bool,
    /// A trial that must cost as much as this, what is pending left aside, is given up.
    pub ceiling: i64,
    /// Looks at somebody's hours after which nothing more is tried.
    pub limit: u32,
    /// Tasks taken out that will be put in again.
    pub pending: Vec<u32>,
    /// Tasks found to lack a predecessor that is pending: put off until it is back.
    pub deferred: Vec<u32>,
}

/// A point of the work to come back to.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    board: usize,
    trace: (usize, Moves),
    deferred: usize,
}

impl Work<'_, '_> {
    pub fn seat(&self, task: u32) -> Seat {
        self.board.seat(task)
    }

    pub fn mark(&self) -> Mark {
        Mark { board: self.board.mark(), trace: self.trace.mark(), deferred: self.deferred.len() }
    }

    pub fn undo_to(&mut self, mark: Mark) {
        self.board.undo_to(mark.board);
        self.trace.undo_to(mark.trace);
        self.deferred.truncate(mark.deferred);
    }

    /// What the plan costs, the moves of this proposal included; what is put off counts as placed.
    pub fn cost(&self) -> i64 {
        let tasks = &self.board.model().tasks;
        let put_off: i64 = self.deferred.iter().map(|&task| i64::from(tasks[task as usize].unplaced)).sum();
        self.board.objective().total + self.trace.moves.price - put_off
    }

    /// Counts looks at somebody's hours.
    pub fn probed(&self, times: usize) {
        self.trace.probes.set(self.trace.probes.get().saturating_add(times as u32));
    }

    /// Has this event looked as often as it may while trying things out?
    pub fn spent(&self) -> bool {
        self.trace.probes.get() >= self.limit
    }

    /// What the plan costs, what is pending left aside: no less than that is to be hoped for.
    pub fn hope(&self) -> i64 {
        let tasks = &self.board.model().tasks;
        let pending: i64 = self.pending.iter().map(|&task| i64::from(tasks[task as usize].unplaced)).sum();
        self.cost() - pending
    }

    /// Takes a placed task that is [`Self::takeable`] out.
    pub fn take(&mut self, task: u32, why: Why) -> Seat {
        debug_assert!(self.takeable(task), "what has begun or is pinned stays");
        self.lift(task, why)
    }

    /// Takes a placed task out, begun or pinned or not.
    pub fn lift(&mut self, task: u32, why: Why) -> Seat {
        let seat = self.board.lift(task);
        self.trace.touch(task, seat);
        self.trace.because(task, why);
        self.count_move(task, seat, -1);
        seat
    }

    /// Puts a task at a place found for it.
    pub fn put(&mut self, task: u32, found: &Candidate) {
        self.trace.touch(task, Seat::EMPTY);
        self.board.put(task, found);
        self.count_move(task, self.seat(task), 1);
    }

    /// Puts a task back where it stood.
    pub fn put_back(&mut self, task: u32, seat: Seat) {
        self.trace.touch(task, Seat::EMPTY);
        self.board.put_back(task, seat);
        self.count_move(task, seat, 1);
    }

    /// `task` comes to (`sign` 1) or leaves (-1) a seat that may be elsewhere than where it stood: that
    /// has a price, which rises as its date comes near.
    fn count_move(&mut self, task: u32, seat: Seat, sign: i64) {
        let Some(origin) = self.trace.origin(task) else { return };
        if origin.placed() && has_moved(origin, seat, self.terms.tolerance) {
            let ahead = origin.start.saturating_sub(self.at);
            let Moves { count, price } = &mut self.trace.moves;
            *count = count.wrapping_add_signed(sign as isize);
            *price += sign * self.terms.price(self.board.model().costs.moved, ahead);
        }
    }

    /// Moves up to which more may be made by choice: what the tasks affected allow, and what earlier events
    /// left of theirs or took too much, up to as much again.
    pub fn allowance(&self) -> usize {
        let own = (self.trace.affected.len() * self.terms.moves_pct as usize / 100) as i64;
        usize::try_from((own + self.trace.credit).min(2 * own)).unwrap_or(0)
    }

    /// May it be taken at all? What has begun and what is pinned may not.
    pub fn takeable(&self, task: u32) -> bool {
        let seat = self.seat(task);
        seat.placed() && seat.start >= self.at && !self.board.model().tasks[task as usize].pinned()
    }

    /// May it be moved by choice? Neither begun, pinned, confirmed nor inside the fence.
    pub fn movable(&self, task: u32) -> bool {
        self.takeable(task) && self.seat(task).start >= self.floor && !self.promised(task)
    }

    /// Does its date stand, whatever happens?
    pub fn promised(&self, task: u32) -> bool {
        self.confirmed.contains(&task) || self.board.model().tasks[task as usize].pinned()
    }

    /// The times open to `task` from the floor on, successors where they are.
    pub fn slack(&self, task: u32) -> Option<Window> {
        self.after_floor(task, self.board.bounds(task)?)
    }

    /// The same when the successors that may move do.
    pub fn loose(&self, task: u32) -> Option<Window> {
        let mut window = self.board.bounds_behind(task)?;
        let model = self.board.model();
        for link in model.after.of(task) {
            if !self.takeable(link.task) || self.promised(link.task) {
                self.board.bound_ahead(&mut window, link)?;
            }
        }
        self.after_floor(task, window)
    }

    fn after_floor(&self, task: u32, mut window: Window) -> Option<Window> {
        window.from = window.from.max(self.floor);
        if self.promised(task)
            && let Some(origin) = self.trace.origin(task).filter(|origin| origin.placed())
        {
            window.from = window.from.max(origin.start);
            window.latest_start = window.latest_start.min(origin.start);
        }
        window.open().then_some(window)
    }

    /// Successors whose place no longer holds after `task`.
    pub fn upset(&self, task: u32) -> impl Iterator<Item = u32> {
        let model = self.board.model();
        let end = self.seat(task).end;
        model.after.of(task).iter().filter_map(move |link| {
            let seat = self.seat(link.task);
            let early = seat.placed() && seat.start < model.after_wait(link.wait, end);
            let late = seat.placed() && link.bounded() && seat.start > end.saturating_add(link.max_lag);
            ((early || late) && self.takeable(link.task)).then_some(link.task)
        })
    }

    /// Is it late where it stands?
    pub fn lateness(&self, task: u32) -> i64 {
        let seat = self.seat(task);
        if seat.placed() { self.board.model().tasks[task as usize].lateness(seat.end) } else { 0 }
    }

    /// A plain task, done by one person or by nobody?
    pub fn plain(&self, task: u32) -> bool {
        self.board.model().tasks[task as usize].rich == NONE
    }
}
