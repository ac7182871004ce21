//! Putting tasks in again, successors shifted only as far as they must.

use super::change::Why;
use super::work::Work;
use crate::board::Seat;
use crate::model::NONE;

/// How many tasks one event may put in, at most, for each task it takes out; beyond, they stay out.
const SPREAD: usize = 64;

impl Work<'_, '_> {
    /// Puts every task of `out` in again, the most urgent first, predecessors before successors.
    ///
    /// What finds no place stays out, and with it what waits for it. `depth`: where the plain way
    /// costs much, how far others may make room, and others for them.
    ///
    /// False, and the rest left out, as soon as a trial under way can gain nothing any more.
    pub fn settle(&mut self, mut out: Vec<u32>, depth: u8) -> bool {
        let outermost = self.pending.is_empty();
        let mut fuel = SPREAD * (out.len() + 1);
        self.pending.extend(&out);
        while let Some(at) = self.most_urgent(&out) {
            let task = out.swap_remove(at);
            self.pending.retain(|&waiting| waiting != task);
            if self.seat(task).placed() || self.board.model().gone(task) {
                continue;
            }
            let placed = fuel > 0 && self.place_well(task, depth);
            fuel = fuel.saturating_sub(1);
            if !placed {
                self.leave_out(task, &mut out);
            }
            if outermost {
                self.pending.extend(&self.deferred);
                out.append(&mut self.deferred);
            }
            if self.hope() >= self.ceiling {
                self.pending.retain(|waiting| !out.contains(waiting));
                return false;
            }
        }
        true
    }

    /// Position in `out` of the task to be put in next: none of its predecessors is in `out`.
    fn most_urgent(&self, out: &[u32]) -> Option<usize> {
        let model = self.board.model();
        let urgency = |task: u32| {
            let record = &model.tasks[task as usize];
            let left = record.due.min(record.until).min(model.horizon).saturating_sub(self.at);
            (left / record.weight.max(1), task)
        };
        let ready = |task: u32| {
            let mut before = model.before.of(task).iter();
            before.all(|link| self.seat(link.task).placed() || !out.contains(&link.task))
        };
        (0..out.len()).filter(|&at| ready(out[at])).min_by_key(|&at| urgency(out[at]))
    }

    /// Puts `task` in, inside the slack of its successors if that can be, else shifting them.
    pub fn place(&mut self, task: u32) -> bool {
        let slack = self.slack(task);
        if let Some(found) = slack.and_then(|window| self.find(task, &window)) {
            self.put(task, &found);
            return true;
        }
        let loose = self.loose(task).filter(|&loose| Some(loose) != slack);
        let Some(found) = loose.and_then(|window| self.find(task, &window)) else {
            return self.draw_near(task);
        };
        self.put(task, &found);
        self.shift_after(task);
        true
    }

    /// Puts `task` where [`Self::place`] has just found that it may stand, if it needed no predecessor to move.
    pub fn place_at(&mut self, task: u32, seat: Seat) -> bool {
        let inside = self.loose(task).is_some_and(|window| {
            window.from <= seat.start && seat.start <= window.latest_start && seat.end <= window.latest_end
        });
        if !inside || !self.board.all_free(task, seat) {
            return false;
        }
        self.put_back(task, seat);
        self.shift_after(task);
        true
    }

    /// Shifts the successors that no longer hold after `task`, and theirs.
    pub fn shift_after(&mut self, task: u32) {
        let upset: Vec<u32> = self.upset(task).collect();
        for &next in &upset {
            self.take(next, Why::Pushed(task));
        }
        self.settle(upset, 0);
    }

    /// A task that comes too late after a predecessor is put in after all by delaying that one.
    fn draw_near(&mut self, task: u32) -> bool {
        if !self.board.model().before.of(task).iter().any(|link| link.bounded()) {
            return false;
        }
        let Some(mut window) = self.loose(task) else { return false };
        window.latest_start = NONE;
        let Some(found) = self.find(task, &window) else { return false };
        let model = self.board.model();
        let mark = self.mark();
        for link in model.before.of(task).iter().filter(|link| link.bounded()) {
            let before = self.seat(link.task);
            let wanted = found.start.saturating_sub(link.max_lag);
            if before.end >= wanted {
                continue;
            }
            let delayed = self.movable(link.task) && {
                self.take(link.task, Why::Pushed(task));
                let place = self.loose(link.task).and_then(|mut window| {
                    window.earliest_end = window.earliest_end.max(wanted);
                    window.open().then(|| self.find(link.task, &window))?
                });
                place.is_some_and(|place| {
                    self.put(link.task, &place);
                    true
                })
            };
            if !delayed {
                self.undo_to(mark);
                return false;
            }
            self.shift_after(link.task);
        }
        if let Some(found) = self.slack(task).and_then(|window| self.find(task, &window)) {
            self.put(task, &found);
            return true;
        }
        self.undo_to(mark);
        false
    }

    /// `task` stays out, and what is placed and waits for it comes out too; or it is put off until
    /// the predecessor it lacks has been tried.
    fn leave_out(&mut self, task: u32, out: &mut Vec<u32>) {
        let model = self.board.model();
        let mut missing = model.before.of(task).iter().map(|link| link.task);
        let missing = missing.find(|&before| !self.seat(before).placed() && !model.gone(before));
        self.trace.touch(task, Seat::EMPTY);
        if missing.is_some_and(|before| self.pending.contains(&before) || self.deferred.contains(&before)) {
            self.deferred.push(task);
            return;
        }
        self.trace.because(task, missing.map_or(Why::NoTime, Why::Predecessor));
        for link in model.after.of(task) {
            if self.takeable(link.task) {
                self.take(link.task, Why::Predecessor(task));
                self.pending.push(link.task);
                out.push(link.task);
            }
        }
    }
}
