//! A board whose model changes: its state set aside, the model amended, the state taken up again.

use super::days::{Days, Worked};
use super::pages::Pages;
use super::rich::{Shared, each_person};
use super::{Board, Free, Model, Objective, Seat, Step};
use crate::model::{GONE, Task};

/// All that a [`Board`] knows beside its model.
#[derive(Clone, PartialEq)]
pub(crate) struct State {
    free: Free,
    seats: Vec<Seat>,
    objective: Objective,
    log: Vec<Step>,
    days: Option<Days>,
    pages: Option<Pages>,
    worked: Worked,
    shared: Shared,
}

impl<'m> Board<'m> {
    /// Sets the state aside, so that the model may change. Nothing is copied.
    pub(crate) fn detach(self) -> State {
        let Self { free, seats, objective, log, days, pages, worked, shared, .. } = self;
        State { free, seats, objective, log, days, pages, worked, shared }
    }

    /// Who is on `task` at `seat`.
    pub(crate) fn people_on(&self, task: u32, seat: Seat) -> Vec<u32> {
        let mut people = Vec::new();
        each_person(self.model, task, seat, |person| people.push(person));
        people
    }

    /// Is everybody free who would be on `task` at `seat`, as long as they work?
    pub(crate) fn all_free(&self, task: u32, seat: Seat) -> bool {
        self.people_on(task, seat).into_iter().all(|person| {
            let calendar = self.model.calendar(person);
            self.free.is_free(person, calendar.rank(seat.start), calendar.rank(seat.end))
        })
    }

    /// Takes up a state, for a model that has the tasks the state knows.
    pub(crate) fn attach(model: &'m Model, state: State) -> Self {
        let State { free, seats, objective, log, days, pages, worked, shared } = state;
        debug_assert_eq!(seats.len(), model.tasks.len(), "the state grows with its model");
        Self { model, free, seats, objective, log, records: false, days, pages, worked, shared }
    }
}

impl State {
    /// Nothing at all: what stands in while a board has the state.
    pub fn nothing() -> Self {
        Self {
            free: Free::none(),
            seats: Vec::new(),
            objective: Objective::default(),
            log: Vec::new(),
            days: None,
            pages: None,
            worked: Worked::none(),
            shared: Shared::default(),
        }
    }

    /// In what two states differ.
    #[cfg(test)]
    pub fn differences(&self, other: &Self) -> Vec<&'static str> {
        let same = [
            ("free time", self.free == other.free),
            ("seats", self.seats == other.seats),
            ("objective", self.objective == other.objective),
            ("log", self.log == other.log),
            ("days", self.days == other.days),
            ("pages", self.pages == other.pages),
            ("work of days", self.worked == other.worked),
            ("what is shared", self.shared == other.shared),
        ];
        same.into_iter().filter(|part| !part.1).map(|part| part.0).collect()
    }

    /// Where `task` stands.
    pub fn seat(&self, task: u32) -> Seat {
        self.seats[task as usize]
    }

    /// What the plan costs.
    pub fn objective(&self) -> Objective {
        self.objective
    }

    /// Knows the tasks that `model` has more, not placed.
    pub fn grow(&mut self, model: &Model) {
        for task in &model.tasks[self.seats.len()..] {
            self.objective.expect(task, 1);
            self.seats.push(Seat::EMPTY);
        }
    }

    /// Forgets the tasks that `model` is about to lose: those from `first` on, none of them placed.
    pub fn shrink(&mut self, model: &Model, first: u32) {
        for (task, seat) in model.tasks.iter().zip(&self.seats).skip(first as usize) {
            debug_assert!(!seat.placed(), "a task that is placed is not forgotten");
            self.objective.expect(task, -1);
        }
        self.seats.truncate(first as usize);
    }

    /// A task that is not placed becomes another.
    pub fn amend(&mut self, before: &Task, after: &Task) {
        self.objective.expect(before, -1);
        self.objective.expect(after, 1);
    }

    /// The hours of `person` have changed in `model`; what they do stays where it is.
    pub fn rehour(&mut self, model: &Model, person: u32) {
        let calendar = model.calendar(person);
        self.free.reset_person(person, calendar.worked());
        for &(_, task) in self.days.as_ref().map_or(&[][..], |days| days.of(person)) {
            let seat = self.seats[task as usize];
            self.free.book(person, calendar.rank(seat.start), calendar.rank(seat.end));
        }
        if let Some(pages) = &mut self.pages {
            pages.reset_person(model, &self.free, person);
        }
    }
}

impl Objective {
    /// A task to be done more (`sign` 1) or less (-1), not placed.
    fn expect(&mut self, task: &Task, sign: i64) {
        if task.flags & GONE != 0 {
            return;
        }
        self.left_out = self.left_out.wrapping_add_signed(sign as i32);
        self.unplaced += sign * i64::from(task.unplaced);
        self.total += sign * i64::from(task.unplaced);
    }
}
