//! Why a task is out, or why it does not start earlier: read from the places alone, when asked.

use super::{Board, Seat, Window};
use crate::model::{NONE, Slot};

/// Why a task is not in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Out {
    /// Its pool is empty.
    NobodyCapable,
    /// This predecessor is not in the plan.
    Predecessor(u32),
    /// Release, predecessors and longest waits leave no time before its window closes or the plan ends.
    NoTime,
    /// Nobody capable works long enough in the time it has, were all of it free.
    NoWork,
    /// They do, but this share of their time there is taken, in per cent, and what is left is too short.
    NoRoom(u32),
    /// There is room now: it came free after the task had been refused, or a sample missed it.
    Room,
}

/// What fixed the start of a task in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Its place was given.
    Pinned,
    /// Its own release.
    Release,
    /// The opening of its window.
    Window,
    /// This predecessor, and the wait after it.
    After(u32),
    /// Its person is on this task just before.
    Busy(u32),
    /// Its person does not work just before, or not long enough in one stretch.
    Calendar,
    /// Nothing on its person: the plan found another order better, or no worse.
    Nothing,
}

impl Board<'_> {
    /// Why a task that is not placed is out.
    pub fn why_out(&self, task: u32) -> Out {
        let record = &self.model.tasks[task as usize];
        if record.pool != NONE && self.model.pool(task).is_empty() {
            return Out::NobodyCapable;
        }
        let missing = |before: &u32| !self.seat(*before).placed() && !self.model.gone(*before);
        let before = self.model.before.of(task).iter().map(|link| link.task);
        if let Some(before) = before.into_iter().find(missing) {
            return Out::Predecessor(before);
        }
        let Some(window) = self.bounds(task) else { return Out::NoTime };
        if self.earliest(task, &window).is_some() {
            return Out::Room;
        }
        if record.pool == NONE {
            return Out::NoTime;
        }
        let pool = self.model.pool(task);
        if !pool.iter().any(|&person| self.would_fit(task, person, &window)) {
            return Out::NoWork;
        }
        Out::NoRoom(self.full_pct(pool, &window))
    }

    /// Would `person` have room if nothing were placed?
    fn would_fit(&self, task: u32, person: u32, window: &Window) -> bool {
        let (calendar, need) = (self.model.calendar(person), self.model.need(task, person));
        let (from, to) = (calendar.rank(window.from), calendar.rank(window.latest_end));
        if self.model.tasks[task as usize].splits() {
            return to >= from + need && calendar.slot(from) <= window.latest_start;
        }
        calendar.stretches().iter().any(|stretch| {
            let start = stretch.start.max(window.from);
            start <= window.latest_start && stretch.end.min(window.latest_end) >= start.saturating_add(need)
        })
    }

    /// Share of the working time of `pool` inside `window` that is taken, rounded down.
    fn full_pct(&self, pool: &[u32], window: &Window) -> u32 {
        let (mut worked, mut free) = (0_u64, 0_u64);
        for &person in pool {
            let calendar = self.model.calendar(person);
            let (from, to) = (calendar.rank(window.from), calendar.rank(window.latest_end));
            worked += u64::from(to - from);
            free += u64::from(self.free.count(person, from, to));
        }
        (100 * (worked - free)).checked_div(worked).unwrap_or(0) as u32
    }

    /// What fixed the start of a placed task (needs [`Self::index_days`] to name who is busy).
    pub fn held(&self, task: u32) -> Held {
        let (record, seat) = (&self.model.tasks[task as usize], self.seat(task));
        if record.pinned() {
            return Held::Pinned;
        }
        if let Some((ready, before)) = self.last_before(task)
            && ready == seat.start
        {
            return Held::After(before);
        }
        if seat.start == record.release {
            return Held::Release;
        }
        if seat.start == record.from {
            return Held::Window;
        }
        if seat.person == NONE { Held::Nothing } else { self.held_by_person(task, seat) }
    }

    fn held_by_person(&self, task: u32, seat: Seat) -> Held {
        let calendar = self.model.calendar(seat.person);
        let Some(rank) = calendar.rank(seat.start).checked_sub(1) else { return Held::Calendar };
        let slot = calendar.slot(rank);
        if let Some(busy) = self.busy(seat.person, slot, slot + 1).next() {
            return Held::Busy(busy);
        }
        let record = &self.model.tasks[task as usize];
        let ready = self.last_before(task).map_or(0, |(ready, _)| ready).max(record.release).max(record.from);
        let breaks = slot + 1 < seat.start;
        if slot < ready || (breaks && !record.splits()) { Held::Calendar } else { Held::Nothing }
    }

    /// The predecessor that lets `task` start last, and when.
    fn last_before(&self, task: u32) -> Option<(Slot, u32)> {
        let placed = self.model.before.of(task).iter().filter(|link| self.seat(link.task).placed());
        placed.map(|link| (self.model.after_wait(link.wait, self.seat(link.task).end), link.task)).max()
    }

    /// From a placed task back to the root of its date: each task with what held it.
    ///
    /// A break of the calendar is followed by the predecessor before it, if there is one.
    pub fn causes(&self, task: u32) -> Vec<(u32, Held)> {
        let mut causes = Vec::new();
        let mut next = Some(task);
        while let Some(task) = next {
            let held = self.held(task);
            causes.push((task, held));
            next = match held {
                Held::After(other) | Held::Busy(other) => Some(other),
                Held::Calendar => self.ready_since_before(task),
                Held::Pinned | Held::Release | Held::Window | Held::Nothing => None,
            };
        }
        causes
    }

    /// The predecessor that lets `task` start last, unless its own dates do so later.
    fn ready_since_before(&self, task: u32) -> Option<u32> {
        let record = &self.model.tasks[task as usize];
        let (ready, before) = self.last_before(task)?;
        (ready > record.release.max(record.from)).then_some(before)
    }
}
