//! What a plan costs, kept up to date as tasks are put and taken.

use super::{Model, NONE, Seat};
use crate::model::GONE;

/// What a plan costs; lower is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Objective {
    /// Tasks left out.
    pub left_out: u32,
    /// What they cost.
    pub unplaced: i64,
    /// Weighted slots of lateness.
    pub tardiness: i64,
    /// People of each case beyond the first.
    pub switches: i64,
    /// Trips to sites, the shared ones counted once.
    pub trips: i64,
    /// Cost of the modes chosen.
    pub modes: i64,
    /// Tasks moved from the plan in force.
    pub moved: i64,
    /// All of it, priced.
    pub total: i64,
}

impl Objective {
    /// Nothing placed.
    pub fn empty(model: &Model) -> Self {
        let expected = model.tasks.iter().filter(|task| task.flags & GONE == 0);
        let (left_out, unplaced) =
            expected.fold((0, 0), |(count, price), task| (count + 1, price + i64::from(task.unplaced)));
        Self { left_out, unplaced, total: unplaced, ..Self::default() }
    }

    /// `task`, absent from `seats`, is put at `seat`.
    #[inline]
    pub(super) fn add(&mut self, model: &Model, seats: &[Seat], task: u32, seat: Seat) {
        self.change(model, seats, task, seat, 1);
    }

    /// `task`, absent from `seats`, was at `seat`.
    #[inline]
    pub(super) fn remove(&mut self, model: &Model, seats: &[Seat], task: u32, seat: Seat) {
        self.change(model, seats, task, seat, -1);
    }

    fn change(&mut self, model: &Model, seats: &[Seat], task: u32, seat: Seat, sign: i64) {
        let record = &model.tasks[task as usize];
        let (unplaced, late) = (i64::from(record.unplaced), record.lateness(seat.end));
        let switched = i64::from(switches(model, seats, task, seat.person));
        self.left_out = if sign > 0 { self.left_out - 1 } else { self.left_out + 1 };
        self.unplaced -= sign * unplaced;
        self.tardiness += sign * late;
        self.switches += sign * switched;
        self.total += sign * (late - unplaced + switched * i64::from(model.costs.switch));
    }
}

/// Would `person` be one more on the case of `task`? Not the first, and on no other task of it.
#[inline]
pub(super) fn switches(model: &Model, seats: &[Seat], task: u32, person: u32) -> bool {
    let case = model.tasks[task as usize].case;
    if case == NONE || person == NONE || model.costs.switch == 0 {
        return false;
    }
    let mut others = false;
    for &other in model.cases.of(case) {
        let known = seats[other as usize].person;
        if other != task && known != NONE {
            if known == person {
                return false;
            }
            others = true;
        }
    }
    others
}
