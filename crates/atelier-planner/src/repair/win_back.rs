//! Rounds of ruin and recreate around what an event touched: what it broke is won back where that is
//! free to win.
//!
//! Source: as [`crate::improve`], confined to the tasks that lost and to those who stand in their way, each
//! move at its price.

use super::change::Why;
use super::work::Work;
use crate::model::{NONE, Slot};
use crate::random::Random;

/// Tasks taken out in a round to make room for one, about, at most.
const TAKEN: usize = 12;
/// A round may leave the plan worse by at most so many times what is worth a trial.
const WORSE: f64 = 3.0;

/// In which order what was taken out is put in again.
#[derive(Clone, Copy)]
enum Order {
    /// The one that lost first, then about as they stood.
    LostFirst,
    /// About as they stood.
    AsTheyStood,
    Due,
    Random,
}

const ORDERS: [Order; 4] = [Order::LostFirst, Order::AsTheyStood, Order::Due, Order::Random];

impl Work<'_, '_> {
    /// Tries `rounds` times to put in what of `lost` is out, or sooner what is late; leaves the best plan met.
    pub fn win_back(&mut self, lost: &[u32], rounds: u32, random: &mut Random) {
        self.limit = self.trace.probes.get().saturating_add(self.terms.probes);
        let (mut out, mut late) = self.lagging(lost);
        let mut best = (self.cost(), self.mark());
        for _ in 0..rounds {
            let from = if late.is_empty() || (!out.is_empty() && !random.once_in(3)) { &out } else { &late };
            if from.is_empty() || self.spent() {
                break;
            }
            let task = from[random.place(from.len())];
            if self.round(task, random) {
                (out, late) = self.lagging(lost);
                if self.cost() < best.0 {
                    best = (self.cost(), self.mark());
                }
            }
        }
        self.undo_to(best.1);
    }

    /// Those of `lost` that are out, and those that are late.
    fn lagging(&self, lost: &[u32]) -> (Vec<u32>, Vec<u32>) {
        let lagging = lost.iter().copied().filter(|&task| self.lags(task));
        lagging.partition(|&task| !self.seat(task).placed())
    }

    /// Out though what it waits for is in, or late, and free to move?
    fn lags(&self, task: u32) -> bool {
        let model = self.board.model();
        if self.seat(task).placed() {
            return self.movable(task) && self.lateness(task) > i64::from(self.terms.worth);
        }
        let ready = |before: u32| self.seat(before).placed() || model.gone(before);
        self.plain(task) && !model.gone(task) && model.before.of(task).iter().all(|link| ready(link.task))
    }

    /// One ruin, one recreate; undone when the plan gets worse by more than a random small amount, or moves more
    /// than it may.
    fn round(&mut self, task: u32, random: &mut Random) -> bool {
        let mark = self.mark();
        let draw = random.unit();
        let limit = self.cost() + (f64::from(self.terms.worth) * draw * draw * WORSE) as i64;
        let most = self.allowance().max(self.trace.moves.count);
        let chosen = self.around(task, random);
        let mut queue = self.line_up(task, &chosen, random);
        for &one in &chosen {
            if self.seat(one).placed() {
                self.take(one, if one == task { Why::Room } else { Why::Displaced(task) });
            } else {
                self.trace.because(one, Why::Room);
            }
        }
        let kept = self.put_all(&mut queue, limit) && self.trace.moves.count <= most;
        if !kept {
            self.undo_to(mark);
        }
        kept
    }

    /// `task`, what it waits for, what stands where it could be, and what waits for all these.
    fn around(&self, task: u32, random: &mut Random) -> Vec<u32> {
        let mut chosen = vec![task];
        let model = self.board.model();
        if random.once_in(2) {
            let before = model.before.of(task).iter().map(|link| link.task);
            chosen.extend(before.filter(|&before| self.movable(before) && self.plain(before)));
        }
        self.holders(task, random, &mut chosen);
        if chosen.len() > 1 && random.once_in(2) {
            let other = chosen[random.place(chosen.len())];
            self.holders(other, random, &mut chosen);
        }
        let mut at = 0;
        while at < chosen.len() && chosen.len() < 2 * TAKEN {
            for link in model.after.of(chosen[at]) {
                let next = link.task;
                let free = if self.seat(next).placed() { self.movable(next) } else { !model.gone(next) };
                if free && self.plain(next) && !chosen.contains(&next) {
                    chosen.push(next);
                }
            }
            at += 1;
        }
        chosen
    }

    /// The time in which `task` could be: all that it may start in, or what lies before when it is placed.
    fn span(&self, task: u32) -> (Slot, Slot) {
        let record = &self.board.model().tasks[task as usize];
        let seat = self.seat(task);
        let (from, until) = match self.board.bounds_behind(task) {
            Some(window) => (window.from, window.latest_end),
            None => (record.release.max(record.from), record.until.min(self.board.model().horizon)),
        };
        (from.max(self.floor), if seat.placed() { seat.start } else { until })
    }

    /// What stands, with up to three of the candidates of `task`, in a part of the time in which it could be.
    fn holders(&self, task: u32, random: &mut Random, chosen: &mut Vec<u32>) {
        let model = self.board.model();
        let (from, until) = self.span(task);
        let pool = model.pool(task);
        if pool.is_empty() {
            return;
        }
        let people = 1 + random.place(pool.len().min(3));
        for _ in 0..people {
            let person = pool[random.place(pool.len())];
            let calendar = model.calendar(person);
            let (first, last) = (calendar.rank(from), calendar.rank(until.max(from + 1)));
            let wish = (model.need(task, person) * 3).max(16);
            let spare = (last.max(first + 1) - first).saturating_sub(wish);
            let start = first + random.below(spare + 1);
            if start >= calendar.worked() {
                continue;
            }
            let stop = (start + wish).min(calendar.worked());
            let (begin, end) = (calendar.slot(start), calendar.slot(stop - 1) + 1);
            let mut left = TAKEN / people;
            for other in self.board.busy(person, begin, end) {
                if left > 0 && self.movable(other) && self.plain(other) && !chosen.contains(&other) {
                    chosen.push(other);
                    left -= 1;
                }
            }
        }
    }

    /// The tasks of a round in the order in which they are put in again.
    fn line_up(&self, task: u32, chosen: &[u32], random: &mut Random) -> Vec<(i64, u32)> {
        let model = self.board.model();
        let order = ORDERS[random.place(ORDERS.len())];
        let day = model.slots_per_day;
        let mut queue: Vec<(i64, u32)> = Vec::with_capacity(chosen.len());
        for &one in chosen {
            let stood = i64::from(self.seat(one).start) + i64::from(random.below(day));
            let key = match order {
                Order::LostFirst if one == task => -1,
                Order::LostFirst | Order::AsTheyStood => stood,
                Order::Due => i64::from(model.tasks[one as usize].due),
                Order::Random => i64::from(random.below(NONE)),
            };
            queue.push((key, one));
        }
        queue.sort_unstable();
        queue
    }

    /// Puts the queue in, predecessors first; false as soon as the plan must cost more than `limit`.
    fn put_all(&mut self, queue: &mut Vec<(i64, u32)>, limit: i64) -> bool {
        let model = self.board.model();
        let absent = |task: u32| i64::from(model.tasks[task as usize].unplaced);
        let mut pending: i64 = queue.iter().map(|&(_, task)| absent(task)).sum();
        let brief = std::mem::replace(&mut self.brief, true);
        while !queue.is_empty() && self.cost() - pending <= limit {
            let waits = |task: u32| {
                model.before.of(task).iter().any(|link| queue.iter().any(|&(_, other)| other == link.task))
            };
            let at = queue.iter().position(|&(_, task)| !waits(task)).unwrap_or(0);
            let (_, task) = queue.remove(at);
            pending -= absent(task);
            match self.slack(task).and_then(|window| self.find(task, &window)) {
                Some(found) => self.put(task, &found),
                None if !self.drop_after(task) => break,
                None => {}
            }
        }
        self.brief = brief;
        queue.is_empty() && self.cost() <= limit
    }

    /// What waits for `task`, which stays out, comes out too; false when it may not.
    fn drop_after(&mut self, task: u32) -> bool {
        self.trace.touch(task, crate::board::Seat::EMPTY);
        self.trace.because(task, Why::NoTime);
        let model = self.board.model();
        model.after.of(task).iter().all(|link| {
            if !self.seat(link.task).placed() {
                return true;
            }
            if !self.movable(link.task) {
                return false;
            }
            self.take(link.task, Why::Predecessor(task));
            self.drop_after(link.task)
        })
    }
}
