//! Which tasks are taken out.

use super::search::{MOST, Search};
use crate::model::{NONE, Slot};
use crate::random::Random;

/// A reason to take tasks out together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ruin {
    /// Whole cases that use the same people in the same weeks.
    Cases,
    /// A person's work of a few days.
    PersonDays,
    /// A late task, its predecessors, and what stands where it could be.
    Late,
    /// A task left out, and what holds its candidates within its window.
    LeftOut,
    /// A few days of several people.
    SameDays,
    /// Single tasks of the same month.
    Scattered,
}

/// Chances out of a hundred.
const CHANCES: [(Ruin, u32); 6] = [
    (Ruin::Cases, 20),
    (Ruin::PersonDays, 15),
    (Ruin::Late, 30),
    (Ruin::LeftOut, 20),
    (Ruin::SameDays, 10),
    (Ruin::Scattered, 5),
];

impl Ruin {
    /// One of them, by its chances.
    pub fn draw(random: &mut Random) -> Self {
        let mut left = random.below(100);
        for (ruin, chances) in CHANCES {
            if left < chances {
                return ruin;
            }
            left -= chances;
        }
        Self::Scattered
    }
}

impl Search<'_, '_> {
    /// Chooses the tasks of this round, with all that follows them and is left out.
    pub fn choose(&mut self, ruin: Ruin) {
        self.chosen.clear();
        match ruin {
            Ruin::LeftOut if !self.out.is_empty() => self.choose_left_out(),
            Ruin::Late | Ruin::LeftOut if !self.late.is_empty() => self.choose_late(),
            Ruin::Cases => self.choose_cases(),
            Ruin::SameDays => self.choose_same_days(),
            Ruin::Scattered => self.choose_scattered(),
            _ => self.choose_person_days(),
        }
        let mut i = 0;
        while i < self.chosen.len() {
            for link in self.model.after.of(self.chosen[i]) {
                if !self.board.seat(link.task).placed() {
                    self.pick(link.task);
                }
            }
            i += 1;
        }
    }

    fn any(&mut self) -> u32 {
        self.tasks[self.random.place(self.tasks.len())]
    }

    fn any_person(&mut self) -> u32 {
        self.random.below(self.model.people.len().max(1) as u32)
    }

    fn any_slot(&mut self) -> Slot {
        self.random.within(self.span.0..self.span.1)
    }

    fn choose_cases(&mut self) {
        let first = match self.late.len() {
            late if late > 0 && self.random.once_in(2) => self.late[self.random.place(late)],
            _ => self.any(),
        };
        self.pick_case(first);
        for _ in 0..self.random.place(3) {
            let near = self.chosen[self.random.place(self.chosen.len())];
            let seat = self.board.seat(near);
            if self.chosen.len() > MOST || !seat.placed() || seat.person == NONE {
                continue;
            }
            let days = self.random.below(3) * self.model.slots_per_day;
            let other = self.board.busy(seat.person, seat.end + days, self.span.1).next();
            if let Some(other) = other {
                self.pick_case(other);
            }
        }
    }

    fn pick_case(&mut self, task: u32) {
        match self.model.tasks[task as usize].case {
            NONE => {
                self.pick(task);
            }
            case => {
                for &task in self.model.cases.of(case) {
                    self.pick(task);
                }
            }
        }
    }

    fn choose_person_days(&mut self) {
        if self.model.people.is_empty() {
            return self.choose_scattered();
        }
        let (person, slot) = (self.any_person(), self.any_slot());
        let days = self.random.within(1..7);
        self.pick_busy(person, slot, slot + days * self.model.slots_per_day, MOST);
    }

    fn choose_same_days(&mut self) {
        if self.model.people.is_empty() {
            return self.choose_scattered();
        }
        let people = 2 + self.random.place(3);
        let slot = self.any_slot();
        for _ in 0..people {
            let person = self.any_person();
            let days = self.random.within(1..3);
            self.pick_busy(person, slot, slot + days * self.model.slots_per_day, MOST / people + 1);
        }
    }

    fn choose_scattered(&mut self) {
        let first = self.any();
        self.pick(first);
        if self.model.people.is_empty() {
            return;
        }
        let slot = self.any_slot();
        for _ in 0..2 + self.random.place(10) {
            let person = self.any_person();
            let slot = slot + self.random.below(5 * self.model.slots_per_day);
            self.pick_busy(person, slot, self.span.1, 1);
        }
    }

    fn choose_late(&mut self) {
        let task = self.late[self.random.place(self.late.len())];
        self.pick(task);
        let above = self.random.below(3);
        self.pick_before(task, above);
        let other = self.chosen[self.random.place(self.chosen.len())];
        for task in [task, other] {
            let seat = self.board.seat(task);
            let earliest = self.guide.forward.start(task).min(seat.start);
            let near = self.board.bounds(task).map_or(earliest, |window| window.from.min(seat.start));
            let from = if self.random.once_in(2) { near } else { earliest };
            self.pick_holders(task, from, seat.start.saturating_add(4));
        }
    }

    fn choose_left_out(&mut self) {
        let task = self.out[self.random.place(self.out.len())];
        self.pick(task);
        let above = self.random.below(2);
        self.pick_before(task, above);
        for i in 0..self.chosen.len().min(4) {
            let task = self.chosen[i];
            let earliest = self.guide.forward.start(task);
            let (from, until) = match self.board.bounds(task) {
                Some(window) => (window.from.min(window.earliest_end.max(earliest)), window.latest_end),
                None => (earliest, self.model.tasks[task as usize].until.min(self.model.horizon)),
            };
            let soon = self.guide.latest[task as usize].max(from + 2 * self.model.slots_per_day);
            self.pick_holders(task, from, until.min(soon));
        }
    }

    /// Predecessors left out, all the way up; placed ones `depth` links up.
    fn pick_before(&mut self, task: u32, depth: u32) {
        for link in self.model.before.of(task) {
            let placed = self.board.seat(link.task).placed();
            if placed && depth == 0 {
                continue;
            }
            if self.pick(link.task) {
                self.pick_before(link.task, if placed { depth - 1 } else { depth });
            }
        }
    }

    /// What stands in a part of `from..until` with up to three of the candidates of `task`, and what
    /// comes after it: only so can it give way.
    fn pick_holders(&mut self, task: u32, from: Slot, until: Slot) {
        let pool = self.model.pool(task);
        if pool.is_empty() {
            return;
        }
        let people = 1 + self.random.place(pool.len().min(3));
        for _ in 0..people {
            let person = pool[self.random.place(pool.len())];
            let calendar = self.model.calendar(person);
            let (first, last) = (calendar.rank(from), calendar.rank(until.max(from + 1)));
            let wish = (self.model.need(task, person) * 3).max(16);
            let spare = (last.max(first + 1) - first).saturating_sub(wish);
            let start = first + self.random.below(spare + 1);
            if start >= calendar.worked() {
                continue;
            }
            let stop = (start + wish).min(last.max(first + 1)).min(calendar.worked());
            let end = calendar.slot(stop.max(start + 1) - 1) + 1;
            let known = self.chosen.len();
            self.pick_busy(person, calendar.slot(start), end, MOST / 2 / people + 1);
            self.pick_after(known);
        }
    }

    /// What comes after the tasks chosen from the `known`-th on.
    fn pick_after(&mut self, known: usize) {
        let mut i = known;
        while i < self.chosen.len() && self.chosen.len() < 2 * MOST {
            for link in self.model.after.of(self.chosen[i]) {
                self.pick(link.task);
            }
            i += 1;
        }
    }

    /// Up to `most` tasks of a person that touch `from..until`.
    fn pick_busy(&mut self, person: u32, from: Slot, until: Slot, most: usize) {
        let day = self.board.day_of(person);
        let first = day.partition_point(|&(_, task)| self.board.seat(task).end <= from);
        let last = first + day[first..].partition_point(|&(start, _)| start < until);
        let mut picked = 0;
        for at in first..last {
            if picked == most {
                return;
            }
            let task = self.board.day_of(person)[at].1;
            picked += usize::from(self.pick(task));
        }
    }
}
