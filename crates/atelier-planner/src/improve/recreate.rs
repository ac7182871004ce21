//! Puts back what was taken out.

use super::search::Search;
use crate::board::{Candidate, Choice, Window};
use crate::model::NONE;

/// One candidate in so many is overlooked, in rounds that blink.
const BLINK: u32 = 10;
/// One task in so many starts its search later than it could, in rounds that blink.
const DELAY: u32 = 30;
/// One task in so many stays out though it has a place, in rounds that blink.
const LEAVE: u32 = 200;

impl Search<'_, '_> {
    /// Places the queue; `false` as soon as the plan must cost more than `limit`.
    ///
    /// A task waits for its predecessors of this round; when it finds no place, what comes after it
    /// is taken out too.
    pub fn recreate(&mut self, limit: i64) -> bool {
        let absent = |task: &u32| i64::from(self.model.tasks[*task as usize].unplaced);
        let mut pending: i64 = self.chosen.iter().map(absent).sum();
        let blinks = self.random.once_in(2);
        for _ in 0..self.queue.len() {
            let Some(task) = self.next() else { return false };
            pending -= i64::from(self.model.tasks[task as usize].unplaced);
            match self.find(task, blinks) {
                Some(place) if !self.better_out(task, &place, blinks) => self.board.put(task, &place),
                _ => self.drop_after(task),
            }
            if self.cost() - pending > limit {
                return false;
            }
        }
        true
    }

    /// The first task of the queue whose predecessors are settled.
    fn next(&mut self) -> Option<u32> {
        let settled =
            |task: u32| self.model.before.of(task).iter().all(|link| !self.waiting[link.task as usize]);
        let at = self.queue.iter().position(|&(_, task)| task != NONE && settled(task))?;
        let task = std::mem::replace(&mut self.queue[at].1, NONE);
        self.waiting[task as usize] = false;
        Some(task)
    }

    /// Should it stay out: for want of a place worth its price, or to see what that frees?
    fn better_out(&mut self, task: u32, place: &Candidate, blinks: bool) -> bool {
        let dear = place.cost > i64::from(self.model.tasks[task as usize].unplaced);
        (dear && self.random.once_in(2)) || (blinks && self.random.once_in(LEAVE))
    }

    fn drop_after(&mut self, task: u32) {
        for link in self.model.after.of(task) {
            if self.board.seat(link.task).placed() {
                self.board.take(link.task);
                self.drop_after(link.task);
            }
        }
    }

    fn find(&mut self, task: u32, blinks: bool) -> Option<Candidate> {
        let mut window = self.board.bounds(task)?;
        window.from = window.from.max(self.span.0);
        window.latest_end = window.latest_end.min(self.span.1);
        self.wait_for_successors(task, &mut window);
        if blinks && self.random.once_in(DELAY) {
            window.from += self.random.below(self.model.slots_per_day);
        }
        if self.model.tasks[task as usize].rich != NONE {
            let choice = if blinks { self.any_choice(task) } else { Choice::Cheapest };
            return self.board.chosen(task, &window, choice);
        }
        if self.model.tasks[task as usize].pool == NONE {
            return self.board.best(task, &window);
        }
        if blinks && self.model.pool(task).len() > 1 {
            return self.best_seen(task, &window, BLINK).or_else(|| self.best_seen(task, &window, 0));
        }
        self.best_seen(task, &window, 0)
    }

    /// Mostly the cheapest way; now and then a dearer one, which may let others in.
    fn any_choice(&mut self, task: u32) -> Choice {
        match self.random.below(4) {
            0 => Choice::Soonest,
            1 => Choice::Mode(self.random.below(self.board.modes(task))),
            _ => Choice::Cheapest,
        }
    }

    /// Ends late enough for the successors that are out and bear only a limited wait; now and then
    /// later still, for those that found no room there.
    fn wait_for_successors(&mut self, task: u32, window: &mut Window) {
        let hold = self.guide.hold[task as usize];
        if hold == 0 {
            return;
        }
        let after = self.model.after.of(task);
        if !after.iter().any(|link| link.bounded() && !self.board.seat(link.task).placed()) {
            return;
        }
        let more = if self.random.once_in(4) { self.random.below(self.model.slots_per_day * 4) } else { 0 };
        if hold + more <= window.latest_end {
            window.earliest_end = window.earliest_end.max(hold + more);
        }
    }

    /// The cheapest place, then the earliest, among the candidates not overlooked.
    fn best_seen(&mut self, task: u32, window: &Window, blink: u32) -> Option<Candidate> {
        let record = &self.model.tasks[task as usize];
        let mut window = *window;
        let mut best: Option<Candidate> = None;
        for &person in self.model.pool(task) {
            if blink > 0 && self.random.below(100) < blink {
                continue;
            }
            let Some((start, end)) = self.board.fit(task, person, &window) else { continue };
            let found = self.board.candidate(task, person, start, end);
            if best.is_none_or(|best| (found.cost, found.end) < (best.cost, best.end)) {
                best = Some(found);
                // What ends later than this costs more.
                let affordable = found.cost.checked_div(i64::from(record.weight)).unwrap_or(i64::from(NONE));
                let affordable = u32::try_from(affordable).unwrap_or(NONE);
                window.latest_end = window.latest_end.min(end.max(record.due.saturating_add(affordable)));
            }
        }
        best
    }
}
