//! Where a task may go.

use super::free::first_run;
use super::objective::switches;
use super::{Board, Candidate, Choice, Seat, Window};
use crate::model::{GONE, Link, NONE, Slot};

impl Board<'_> {
    /// The times left to `task` by its dates, the horizon and all that is placed around it.
    ///
    /// `None` when a predecessor is not placed or when no time is left.
    pub fn bounds(&self, task: u32) -> Option<Window> {
        let mut window = self.bounds_behind(task)?;
        for link in self.model.after.of(task) {
            self.bound_ahead(&mut window, link)?;
        }
        window.open().then_some(window)
    }

    /// The same, by what is placed before it alone: successors may have to move.
    pub fn bounds_behind(&self, task: u32) -> Option<Window> {
        let record = &self.model.tasks[task as usize];
        if record.flags & GONE != 0 {
            return None;
        }
        let mut window = Window {
            from: record.release.max(record.from),
            earliest_end: 0,
            latest_start: NONE,
            latest_end: record.until.min(self.model.horizon),
        };
        for link in self.model.before.of(task) {
            let seat = self.seat(link.task);
            if !seat.placed() {
                if self.model.gone(link.task) {
                    continue;
                }
                return None;
            }
            window.from = window.from.max(self.model.after_wait(link.wait, seat.end));
            if link.bounded() {
                window.latest_start = window.latest_start.min(seat.end.saturating_add(link.max_lag));
            }
        }
        window.open().then_some(window)
    }

    /// Narrows the times of a task by one of its successors, if that is placed; `None`: no time is left.
    pub fn bound_ahead(&self, window: &mut Window, link: &Link) -> Option<()> {
        let seat = self.seat(link.task);
        if seat.placed() {
            window.latest_end = window.latest_end.min(self.model.before_wait(link.wait, seat.start)?);
            if link.bounded() {
                window.earliest_end = window.earliest_end.max(seat.start.saturating_sub(link.max_lag));
            }
        }
        Some(())
    }

    /// The same, as if no predecessor set a longest wait; successors are not placed.
    pub(crate) fn bounds_without_end_of_wait(&self, task: u32) -> Option<Window> {
        let record = &self.model.tasks[task as usize];
        let mut from = record.release.max(record.from);
        for link in self.model.before.of(task) {
            let seat = self.seat(link.task);
            if self.model.gone(link.task) {
                continue;
            }
            if !seat.placed() {
                return None;
            }
            from = from.max(self.model.after_wait(link.wait, seat.end));
        }
        let latest_end = record.until.min(self.model.horizon);
        (from < latest_end).then_some(Window { from, earliest_end: 0, latest_start: NONE, latest_end })
    }

    /// The earliest place of `task` with `person` inside `window`.
    pub fn fit(&self, task: u32, person: u32, window: &Window) -> Option<(Slot, Slot)> {
        let record = &self.model.tasks[task as usize];
        self.fit_work(record.duration, record.splits(), person, window)
    }

    /// The earliest place of any work of `duration` with `person` inside `window`.
    pub fn fit_work(
        &self,
        duration: u32,
        splits: bool,
        person: u32,
        window: &Window,
    ) -> Option<(Slot, Slot)> {
        self.fit_need(self.model.length(duration, person), splits, person, window)
    }

    /// The earliest `need` slots of `person` inside `window`.
    pub(super) fn fit_need(
        &self,
        need: u32,
        splits: bool,
        person: u32,
        window: &Window,
    ) -> Option<(Slot, Slot)> {
        let calendar = self.model.calendar(person);
        let mut from = calendar.rank(window.from);
        if window.earliest_end > window.from {
            // The first rank that ends at or after the date, then back by the length of the task.
            from = from.max((calendar.rank(window.earliest_end - 1) + 1).saturating_sub(need));
        }
        let last = if window.latest_end < self.model.horizon {
            calendar.rank(window.latest_end)
        } else {
            calendar.worked()
        };
        let mut until = (last + 1).saturating_sub(need);
        if window.latest_start < window.latest_end {
            until = until.min(calendar.rank(window.latest_start + 1));
        }
        loop {
            let breaks = (!splits).then(|| calendar.breaks());
            let rank = first_run(self.free.of(person), breaks, from, until, need)?;
            let start = calendar.slot(rank);
            let end = calendar.slot(rank + need - 1) + 1;
            if start > window.latest_start || end > window.latest_end {
                return None;
            }
            let seat = Seat { start, end, person, way: 0 };
            let aligned = start.next_multiple_of(self.model.stride);
            if aligned != start {
                from = calendar.rank(aligned);
            } else if let Some((day, left)) = self.worked.exceeded(self.model, seat) {
                // Every start before leaves more than what is left to that day.
                let day_end = calendar.rank((day + 1).saturating_mul(self.model.slots_per_day));
                from = (rank + 1).max(day_end.saturating_sub(left));
            } else if end < window.earliest_end {
                from = rank + 1;
            } else {
                return Some((start, end));
            }
        }
    }

    /// When `task` would end if `person` had nothing else to do; `None` beyond the horizon.
    pub(crate) fn soonest(&self, task: u32, person: u32, from: Slot) -> Option<Slot> {
        let calendar = self.model.calendar(person);
        let last = calendar.rank(from) + self.model.need(task, person) - 1;
        (last < calendar.worked()).then(|| calendar.slot(last) + 1)
    }

    /// The place of a task that needs nobody.
    fn alone(&self, task: u32, window: &Window) -> Option<Candidate> {
        let duration = self.model.tasks[task as usize].duration;
        let from = window.from.max(window.earliest_end.saturating_sub(duration));
        let start = from.next_multiple_of(self.model.stride);
        let end = start + duration;
        let fits = start <= window.latest_start && end <= window.latest_end;
        fits.then(|| self.candidate(task, NONE, start, end))
    }

    /// The earliest end over the pool; ties: the first in the pool.
    pub fn earliest(&self, task: u32, window: &Window) -> Option<Candidate> {
        self.search(task, window, |candidate| (i64::from(candidate.end), 0))
    }

    /// The least cost over the pool, then the earliest end, then the first in the pool.
    pub fn best(&self, task: u32, window: &Window) -> Option<Candidate> {
        self.search(task, window, |candidate| (candidate.cost, candidate.end))
    }

    /// The same as [`Self::best`] or [`Self::earliest`], or the best in one mode.
    pub fn chosen(&self, task: u32, window: &Window, choice: Choice) -> Option<Candidate> {
        match choice {
            Choice::Soonest => self.earliest(task, window),
            Choice::Mode(mode) if self.model.tasks[task as usize].rich != NONE && mode < self.modes(task) => {
                self.search_rich(task, window, Some(mode), |candidate| (candidate.cost, candidate.end))
            }
            Choice::Cheapest | Choice::Mode(_) => self.best(task, window),
        }
    }

    /// In how many modes a task can be done.
    pub fn modes(&self, task: u32) -> u32 {
        let rich = self.model.rich.get(self.model.tasks[task as usize].rich as usize);
        rich.map_or(1, |rich| rich.modes.len() as u32)
    }

    fn search<K: Ord>(&self, task: u32, window: &Window, key: impl Fn(&Candidate) -> K) -> Option<Candidate> {
        let record = &self.model.tasks[task as usize];
        if record.rich != NONE {
            return self.search_rich(task, window, None, key);
        }
        if record.pool == NONE {
            return self.alone(task, window);
        }
        let mut best: Option<(K, Candidate)> = None;
        for &person in self.model.pool(task) {
            let Some((start, end)) = self.fit(task, person, window) else { continue };
            let candidate = self.candidate(task, person, start, end);
            let score = key(&candidate);
            if best.as_ref().is_none_or(|(least, _)| score < *least) {
                best = Some((score, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
    }

    /// A place with its cost; whether it is open is not asked.
    pub fn candidate(&self, task: u32, person: u32, start: Slot, end: Slot) -> Candidate {
        let late = self.model.tasks[task as usize].lateness(end);
        let switch = switches(self.model, &self.seats, task, Seat { start, end, person, way: 0 });
        let cost = late + switch * i64::from(self.model.costs.switch);
        Candidate { start, end, person, way: 0, cost }
    }

    /// Is exactly this place open: inside its bounds, the right length, free?
    pub fn can_take(&self, task: u32, person: u32, start: Slot, end: Slot) -> bool {
        let Some(bounds) = self.bounds(task) else { return false };
        let window = Window {
            from: bounds.from.max(start),
            earliest_end: bounds.earliest_end.max(end),
            latest_start: bounds.latest_start.min(start),
            latest_end: bounds.latest_end.min(end),
        };
        if window.from != start || window.latest_end != end {
            return false;
        }
        if self.model.tasks[task as usize].rich != NONE {
            return self.can_take_rich(task, person, &window);
        }
        match person {
            NONE => self.alone(task, &window).is_some_and(|found| (found.start, found.end) == (start, end)),
            _ => self.fit(task, person, &window) == Some((start, end)),
        }
    }
}
