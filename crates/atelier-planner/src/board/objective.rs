//! What a plan costs, kept up to date as tasks are put and taken.

use super::rich::{Shared, each_person};
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

    /// `task`, absent from `seats` and `shared`, is put at `seat`.
    #[inline]
    pub(super) fn add(&mut self, model: &Model, seats: &[Seat], shared: &Shared, task: u32, seat: Seat) {
        self.change(model, seats, shared, task, seat, 1);
    }

    /// `task`, absent from `seats` and `shared`, was at `seat`.
    #[inline]
    pub(super) fn remove(&mut self, model: &Model, seats: &[Seat], shared: &Shared, task: u32, seat: Seat) {
        self.change(model, seats, shared, task, seat, -1);
    }

    fn change(&mut self, model: &Model, seats: &[Seat], shared: &Shared, task: u32, seat: Seat, sign: i64) {
        let record = &model.tasks[task as usize];
        let (unplaced, late) = (i64::from(record.unplaced), record.lateness(seat.end));
        let switched = switches(model, seats, task, seat);
        self.left_out = if sign > 0 { self.left_out - 1 } else { self.left_out + 1 };
        self.unplaced -= sign * unplaced;
        self.tardiness += sign * late;
        self.switches += sign * switched;
        self.total += sign * (late - unplaced + switched * i64::from(model.costs.switch));
        if record.rich != NONE {
            let (trips, modes) = shared.cost(model, task, seat);
            self.trips += sign * trips;
            self.modes += sign * modes;
            self.total += sign * (trips * i64::from(model.costs.trip) + modes);
        }
    }
}

/// How many people `seat` adds to the case of `task`, the first of all not counted.
#[inline]
pub(super) fn switches(model: &Model, seats: &[Seat], task: u32, seat: Seat) -> i64 {
    let record = &model.tasks[task as usize];
    if record.case == NONE || model.costs.switch == 0 {
        return 0;
    }
    let (mut new, mut others) = (0, false);
    each_person(model, task, seat, |person| {
        let mut known = false;
        for &other in model.cases.of(record.case) {
            let seat = seats[other as usize];
            if other != task && seat.placed() {
                each_person(model, other, seat, |one| {
                    others = true;
                    known |= one == person;
                });
            }
        }
        new += i64::from(!known);
    });
    if others { new } else { new.saturating_sub(1).max(0) }
}
