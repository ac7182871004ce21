//! The desk: a plan in force.

use std::collections::{HashSet, VecDeque};

use super::misplaced::{Misplaced, misplaced};
use super::slots::Reach;
use super::terms::Terms;
use super::trace::Trace;
use super::undo::Edit;
use super::work::Work;
use crate::board::{Board, Objective, Seat, State, each_person};
use crate::model::{Model, NONE, PINNED, Pin, Slot};

/// A plan in force.
pub struct Desk {
    pub(super) model: Model,
    pub(super) state: State,
    pub(super) trace: Trace,
    pub(super) edits: Vec<Edit>,
    pub(super) terms: Terms,
    pub(super) confirmed: HashSet<u32>,
    pub(super) reach: Reach,
    /// Tasks that an event has made late or left without a place: looked at again when others come.
    pub(super) waiting: VecDeque<u32>,
    /// Tasks affected by the events accepted so far, and those that moved.
    pub(super) toll: (usize, usize),
}

impl Desk {
    /// Puts a plan in force: the place of each task, [`Seat::EMPTY`] for those left out.
    ///
    /// # Errors
    /// Every place that breaks a rule, by task in an order where predecessors come first.
    pub fn new(model: Model, seats: &[Seat], terms: Terms) -> Result<Self, Vec<Misplaced>> {
        let mut board = Board::new(&model);
        let mut faults: Vec<Misplaced> =
            (model.len()..seats.len() as u32).map(Misplaced::UnknownTask).collect();
        for at in 0..model.len() {
            let task = model.in_order(at);
            let seat = seats.get(task as usize).copied().unwrap_or(Seat::EMPTY);
            if !seat.placed() || board.seat(task).placed() {
                continue;
            }
            match misplaced(&board, task, seat) {
                Some(fault) => faults.push(fault),
                None => board.put_back(task, seat),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        board.index_days();
        board.index_pages();
        let state = board.detach();
        let mut trace = Trace::default();
        trace.fit(model.tasks.len());
        let reach = Reach::new(&model);
        Ok(Self {
            model,
            state,
            trace,
            edits: Vec::new(),
            terms,
            confirmed: HashSet::new(),
            reach,
            waiting: VecDeque::new(),
            toll: (0, 0),
        })
    }

    /// The problem as it is after the events accepted so far.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Where `task` stands.
    pub fn seat(&self, task: u32) -> Seat {
        self.state.seat(task)
    }

    /// What the plan costs, moves not counted.
    pub fn objective(&self) -> Objective {
        self.state.objective()
    }

    /// The same, counted anew from the places alone: a check that costs a pass over the plan.
    pub fn recount(&self) -> Objective {
        Board::attach(&self.model, self.state.clone()).recount()
    }

    /// On which terms it is changed.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The date of `task` is promised: it moves no more.
    pub fn confirm(&mut self, task: u32) {
        self.confirmed.insert(task);
    }

    /// Adds candidates for new cases; gives their position.
    pub fn add_pool(&mut self, people: Vec<u32>) -> u32 {
        self.model.add_pool(people)
    }

    /// The problem with all that starts before `from` pinned where it stands: what a plan from
    /// scratch may still decide.
    pub fn rest(&self, from: Slot) -> Model {
        let mut model = self.model.clone();
        model.pinned.clear();
        for task in 0..model.len() {
            let seat = self.seat(task);
            let record = &mut model.tasks[task as usize];
            record.flags &= !PINNED;
            if seat.placed() && seat.start < from {
                record.flags |= PINNED;
                each_person(&self.model, task, seat, |person| {
                    model.pinned.push((task, Pin { start: seat.start, end: seat.end, person }));
                });
                if seat.person == NONE {
                    model.pinned.push((task, Pin { start: seat.start, end: seat.end, person: NONE }));
                }
            } else {
                record.release = record.release.max(from);
            }
        }
        model
    }

    /// Lends the board for a piece of work.
    pub(super) fn work<R>(&mut self, at: Slot, act: impl FnOnce(&mut Work) -> R) -> R {
        let mut board = Board::attach(&self.model, std::mem::replace(&mut self.state, State::nothing()));
        board.record(true);
        let mut work = Work {
            board,
            trace: &mut self.trace,
            terms: &self.terms,
            confirmed: &self.confirmed,
            at,
            floor: at.saturating_add(self.terms.fence),
            brief: false,
            ceiling: i64::MAX,
            limit: self.terms.probes,
            pending: Vec::new(),
            deferred: Vec::new(),
        };
        let done = act(&mut work);
        work.board.record(false);
        self.state = work.board.detach();
        done
    }
}
