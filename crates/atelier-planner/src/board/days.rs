//! The tasks of each person in time order, and the work of each day where it is limited.

use super::{Model, NONE, Seat, Slot, each_person};

/// `(start, task)` of each person, rising.
#[derive(Clone, PartialEq)]
pub(super) struct Days {
    of: Vec<Vec<(Slot, u32)>>,
    /// Whose tasks are kept.
    kept: Box<[bool]>,
}

impl Days {
    pub fn new(model: &Model, seats: &[Seat]) -> Self {
        Self::of_some(model, seats, 0..model.people.len() as u32)
    }

    /// The tasks of `people` only.
    pub fn of_some(model: &Model, seats: &[Seat], people: impl Iterator<Item = u32>) -> Self {
        let mut days =
            Self { of: vec![Vec::new(); model.people.len()], kept: vec![false; model.people.len()].into() };
        people.for_each(|person| days.kept[person as usize] = true);
        for (task, seat) in (0..).zip(seats).filter(|(_, seat)| seat.placed()) {
            each_person(model, task, *seat, |person| {
                if days.kept[person as usize] {
                    days.of[person as usize].push((seat.start, task));
                }
            });
        }
        for day in &mut days.of {
            day.sort_unstable();
        }
        days
    }

    pub fn of(&self, person: u32) -> &[(Slot, u32)] {
        &self.of[person as usize]
    }

    fn kept(&mut self, seat: Seat) -> Option<&mut Vec<(Slot, u32)>> {
        let kept = seat.person != NONE && self.kept[seat.person as usize];
        kept.then(|| &mut self.of[seat.person as usize])
    }

    pub fn add(&mut self, task: u32, seat: Seat) {
        if let Some(day) = self.kept(seat) {
            let at = day.partition_point(|&entry| entry < (seat.start, task));
            day.insert(at, (seat.start, task));
        }
    }

    pub fn remove(&mut self, task: u32, seat: Seat) {
        if let Some(day) = self.kept(seat)
            && let Ok(at) = day.binary_search(&(seat.start, task))
        {
            day.remove(at);
        }
    }
}

/// Slots of work on each day of the people who have an allowance; empty lists for the others.
#[derive(Clone, PartialEq)]
pub(super) struct Worked(Option<Vec<Box<[u32]>>>);

impl Worked {
    pub fn new(model: &Model) -> Self {
        let any = model.people.iter().any(|person| person.day_allowance.is_some());
        let list = |person: &crate::model::Person| {
            vec![0; person.day_allowance.as_ref().map_or(0, |days| days.len())].into_boxed_slice()
        };
        Self(any.then(|| model.people.iter().map(list).collect()))
    }

    /// Nobody.
    pub fn none() -> Self {
        Self(None)
    }

    pub fn add(&mut self, model: &Model, seat: Seat) {
        if let Some(worked) = &mut self.0 {
            let worked = &mut worked[seat.person as usize];
            each_day(model, seat, |day, slots| {
                if let Some(total) = worked.get_mut(day) {
                    *total += slots;
                }
            });
        }
    }

    pub fn remove(&mut self, model: &Model, seat: Seat) {
        if let Some(worked) = &mut self.0 {
            let worked = &mut worked[seat.person as usize];
            each_day(model, seat, |day, slots| {
                if let Some(total) = worked.get_mut(day) {
                    *total -= slots;
                }
            });
        }
    }

    pub fn copy_person(&mut self, person: u32, other: &Self) {
        if let (Some(mine), Some(others)) = (&mut self.0, &other.0) {
            mine[person as usize].copy_from_slice(&others[person as usize]);
        }
    }

    /// The first day on which `seat` would pass the allowance of its person, and what is left of it.
    pub fn exceeded(&self, model: &Model, seat: Seat) -> Option<(u32, u32)> {
        let worked = &self.0.as_ref()?[seat.person as usize];
        let allowance = model.people[seat.person as usize].day_allowance.as_ref()?;
        let mut first = None;
        each_day(model, seat, |day, slots| {
            let Some(&total) = worked.get(day) else { return };
            if first.is_none() && total + slots > allowance[day] {
                first = Some((day as u32, allowance[day].saturating_sub(total)));
            }
        });
        first
    }
}

/// Gives each day that `seat` touches and the slots its person works on it.
fn each_day(model: &Model, seat: Seat, mut act: impl FnMut(usize, u32)) {
    let calendar = model.calendar(seat.person);
    let day_length = model.slots_per_day;
    for day in seat.start / day_length..seat.end.div_ceil(day_length) {
        let from = seat.start.max(day * day_length);
        let to = seat.end.min((day + 1) * day_length);
        act(day as usize, calendar.rank(to) - calendar.rank(from));
    }
}
