//! The state of a plan: who is free when, and where each task stands.
//!
//! What can be asked of a board (`m` is the [`Model`] it was made for):
//!
//! ```text
//! Board::new(&m)                      nothing placed but the pinned tasks
//! board.model()                       the model
//! board.seat(task) -> Seat            start, end, person; Seat::EMPTY (`!seat.placed()`) when not placed
//! board.bounds(task) -> Option<Window>   from, earliest_end, latest_start, latest_end, out of release,
//!                                     window, horizon, placed predecessors AND placed successors with
//!                                     their waits; None: a predecessor is not placed, or nothing is left
//! board.fit(task, person, &window) -> Option<(start, end)>    earliest on that person
//! board.earliest(task, &window) -> Option<Candidate>     earliest end over the pool
//! board.best(task, &window) -> Option<Candidate>         least cost (lateness + switch of person
//!                                     within the case), then earliest end, then first in the pool
//! board.can_take(task, person, start, end) -> bool       is exactly this place open?
//! board.candidate(task, person, start, end) -> Candidate its cost, without asking whether it is open
//! board.put(task, &candidate)         O(words of the span); the task must not be placed
//! board.take(task) -> Seat            the task must be placed and not pinned; successors stay where
//!                                     they are: take them too, or keep within `bounds`
//! board.put_back(task, seat)          the exact opposite of `take`
//! board.objective() -> Objective      kept up to date by put and take; `recount()` computes it anew
//! board.record(true); board.mark(); board.undo_to(mark)  goes back exactly
//! board.index_days(); board.day_of(person)   (start, task) in time order, kept up to date from then on
//! board.busy(person, start, end)      tasks of a person that touch a span (needs `index_days`)
//! board.why_out(task) -> Out          why a task is not placed
//! board.held(task) -> Held; board.causes(task)   what fixed a start, and back to the root
//! board.same_places(&other)           do both hold the same plan?
//! ```
//! Tasks with `task.rich != NONE` answer the same questions by a slower path (`rich.rs`).

mod days;
mod free;
mod living;
mod objective;
mod pages;
mod reason;
mod rich;
mod search;

pub(crate) use free::Free;
pub(crate) use living::State;
pub use objective::Objective;
pub(crate) use pages::PAGE;
pub use reason::{Held, Out};
pub(crate) use rich::{each_person, room_of_ways};

use crate::model::{Model, NONE, Slot};

/// Where a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Seat {
    /// First slot; [`NONE`]: not placed.
    pub start: Slot,
    /// First slot after.
    pub end: Slot,
    /// Who does it; [`NONE`]: nobody is needed. Of several, the one on the first seat.
    pub person: u32,
    /// In which mode, and with which others: a number that only the board reads; 0 for a plain task.
    pub way: u32,
}

impl Seat {
    /// Not placed.
    pub const EMPTY: Self = Self { start: NONE, end: NONE, person: NONE, way: 0 };

    /// Does it stand somewhere?
    #[inline]
    pub fn placed(self) -> bool {
        self.start != NONE
    }
}

/// The times a task may take, given everything placed around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// It starts no earlier.
    pub from: Slot,
    /// It ends no earlier: a successor waits at most so long.
    pub earliest_end: Slot,
    /// It starts no later: it waits at most so long for a predecessor.
    pub latest_start: Slot,
    /// It ends no later: horizon, window, successors.
    pub latest_end: Slot,
}

impl Window {
    /// Is there any time in it?
    pub fn open(&self) -> bool {
        self.from < self.latest_end && self.from <= self.latest_start && self.earliest_end <= self.latest_end
    }
}

/// A place found for a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// First slot.
    pub start: Slot,
    /// First slot after.
    pub end: Slot,
    /// Who does it; [`NONE`]: nobody is needed.
    pub person: u32,
    /// As in [`Seat`].
    pub way: u32,
    /// What it adds to the objective, the price of being left out not counted.
    pub cost: i64,
}

/// Which of the places of a task is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The one of least cost.
    Cheapest,
    /// The one that ends first.
    Soonest,
    /// The one of least cost in a mode; in any, when the task has no such mode.
    Mode(u32),
}

/// What was done, so that it can be undone.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Put(u32),
    Take(u32, Seat),
}

/// The state of a plan.
#[derive(Clone)]
pub struct Board<'m> {
    model: &'m Model,
    free: Free,
    seats: Vec<Seat>,
    objective: Objective,
    log: Vec<Step>,
    records: bool,
    days: Option<days::Days>,
    pages: Option<pages::Pages>,
    /// Slots of work on each day, for people with an allowance.
    worked: days::Worked,
    /// What rich tasks share.
    shared: rich::Shared,
}

impl<'m> Board<'m> {
    /// Nothing placed but the pinned tasks.
    pub fn new(model: &'m Model) -> Self {
        let mut board = Self {
            model,
            free: Free::new(model),
            seats: vec![Seat::EMPTY; model.tasks.len()],
            objective: Objective::empty(model),
            log: Vec::new(),
            records: false,
            days: None,
            pages: None,
            worked: days::Worked::new(model),
            shared: rich::Shared::new(model),
        };
        for &(task, pin) in &model.pinned {
            if !board.seat(task).placed() {
                board.put_back(task, Seat { start: pin.start, end: pin.end, person: pin.person, way: 0 });
            }
        }
        board
    }

    /// The problem.
    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// Where `task` stands.
    #[inline]
    pub fn seat(&self, task: u32) -> Seat {
        self.seats[task as usize]
    }

    /// Puts a task at a place found by [`Self::fit`], [`Self::best`] or [`Self::earliest`].
    pub fn put(&mut self, task: u32, candidate: &Candidate) {
        let &Candidate { start, end, person, way, .. } = candidate;
        self.put_back(task, Seat { start, end, person, way });
    }

    /// Takes a task out of the plan; gives where it stood.
    pub fn take(&mut self, task: u32) -> Seat {
        assert!(!self.model.tasks[task as usize].pinned(), "a pinned task stays where it is");
        self.lift(task)
    }

    /// Takes a task out, pinned or not.
    pub(crate) fn lift(&mut self, task: u32) -> Seat {
        let seat = self.remove(task);
        if self.records {
            self.log.push(Step::Take(task, seat));
        }
        seat
    }

    /// Puts a task where it stood, or where it is known to have room.
    pub fn put_back(&mut self, task: u32, seat: Seat) {
        self.insert(task, seat);
        if self.records {
            self.log.push(Step::Put(task));
        }
    }

    fn insert(&mut self, task: u32, seat: Seat) {
        debug_assert!(!self.seat(task).placed(), "placed twice");
        self.objective.add(self.model, &self.seats, &self.shared, task, seat);
        let Self { model, free, worked, days, pages, .. } = self;
        rich::each_person(model, task, seat, |person| {
            let (calendar, seat) = (model.calendar(person), Seat { person, ..seat });
            free.book(person, calendar.rank(seat.start), calendar.rank(seat.end));
            if let Some(pages) = pages {
                pages.book(person, seat.start, seat.end);
            }
            worked.add(model, seat);
            if let Some(days) = days {
                days.add(task, seat);
            }
        });
        if self.model.tasks[task as usize].rich != NONE {
            self.shared.add(self.model, task, seat);
        }
        self.seats[task as usize] = seat;
    }

    fn remove(&mut self, task: u32) -> Seat {
        let seat = std::mem::replace(&mut self.seats[task as usize], Seat::EMPTY);
        assert!(seat.placed(), "a task that is not placed cannot be taken");
        let Self { model, free, worked, days, pages, .. } = self;
        rich::each_person(model, task, seat, |person| {
            let (calendar, seat) = (model.calendar(person), Seat { person, ..seat });
            free.release(person, calendar.rank(seat.start), calendar.rank(seat.end));
            if let Some(pages) = pages {
                pages.release(person, seat.start, seat.end);
            }
            worked.remove(model, seat);
            if let Some(days) = days {
                days.remove(task, seat);
            }
        });
        if self.model.tasks[task as usize].rich != NONE {
            self.shared.remove(self.model, task, seat);
        }
        self.objective.remove(self.model, &self.seats, &self.shared, task, seat);
        seat
    }

    /// Begins, or stops and forgets, the record of what is done.
    pub fn record(&mut self, records: bool) {
        self.records = records;
        self.log.clear();
    }

    /// A point to come back to.
    pub fn mark(&self) -> usize {
        self.log.len()
    }

    /// Undoes all that was done since `mark`, last first.
    pub fn undo_to(&mut self, mark: usize) {
        while self.log.len() > mark {
            match self.log.pop() {
                Some(Step::Put(task)) => {
                    self.remove(task);
                }
                Some(Step::Take(task, seat)) => self.insert(task, seat),
                None => return,
            }
        }
    }

    /// What the plan costs.
    pub fn objective(&self) -> Objective {
        self.objective
    }

    /// What the plan costs, computed from the places alone.
    pub fn recount(&self) -> Objective {
        let mut objective = Objective::empty(self.model);
        let mut seats = vec![Seat::EMPTY; self.seats.len()];
        let mut shared = rich::Shared::new(self.model);
        for task in 0..self.model.len() {
            let seat = self.seat(task);
            if seat.placed() {
                objective.add(self.model, &seats, &shared, task, seat);
                if self.model.tasks[task as usize].rich != NONE {
                    shared.add(self.model, task, seat);
                }
                seats[task as usize] = seat;
            }
        }
        objective
    }

    /// Takes over the places of `tasks` and the time of `people` from another board of the same
    /// model; [`Self::settle`] must follow.
    pub(crate) fn adopt(&mut self, other: &Self, tasks: &[u32], people: &[u32]) {
        for &task in tasks {
            self.seats[task as usize] = other.seats[task as usize];
        }
        for &person in people {
            self.free.copy_person(person, &other.free);
            self.worked.copy_person(person, &other.worked);
        }
    }

    /// Computes anew what follows from the places, after [`Self::adopt`].
    pub(crate) fn settle(&mut self) {
        self.objective = self.recount();
        self.days = None;
        self.pages = None;
    }

    /// Do both boards hold the same plan?
    pub fn same_places(&self, other: &Self) -> bool {
        self.seats == other.seats && self.free == other.free && self.shared == other.shared
    }

    /// Begins to keep the tasks of each person in time order.
    pub fn index_days(&mut self) {
        if self.days.is_none() {
            self.days = Some(days::Days::new(self.model, &self.seats));
        }
    }

    /// The same for some people only, the others having empty days, until [`Self::forget_days`].
    pub(crate) fn index_some_days(&mut self, people: impl Iterator<Item = u32>) {
        self.days = Some(days::Days::of_some(self.model, &self.seats, people));
    }

    /// Stops keeping the tasks of each person.
    pub(crate) fn forget_days(&mut self) {
        self.days = None;
    }

    /// `(start, task)` of a person in time order; empty before [`Self::index_days`].
    pub fn day_of(&self, person: u32) -> &[(Slot, u32)] {
        self.days.as_ref().map_or(&[], |days| days.of(person))
    }

    /// Tasks of a person that touch `start..end`, in time order (needs [`Self::index_days`]).
    pub fn busy(&self, person: u32, start: Slot, end: Slot) -> impl Iterator<Item = u32> + '_ {
        let day = self.day_of(person);
        let first = day.partition_point(|&(_, task)| self.seat(task).end <= start);
        day[first..].iter().take_while(move |entry| entry.0 < end).map(|entry| entry.1)
    }
}

#[cfg(test)]
pub(crate) mod tests;
