//! What rich tasks share: stocks from slot to slot, contacts from day to day, trips to sites.

use std::collections::BTreeMap;

use super::super::Seat;
use super::ways::{Job, each_person, mode_of};
use crate::model::{Model, NONE, Slot};

/// The state of all that is shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shared {
    /// What is taken of each stock, from each slot on until the next.
    taken: Vec<BTreeMap<Slot, u64>>,
    /// Days on which each contact is solicited, rising.
    solicited: BTreeMap<u32, Vec<u32>>,
    /// Tasks by person, site and day.
    visits: BTreeMap<(u32, u32, u32), u32>,
}

impl Shared {
    pub fn new(model: &Model) -> Self {
        Self { taken: vec![BTreeMap::new(); model.stocks.len()], ..Self::default() }
    }

    /// Trips made more and cost of the mode, once `task` is at `seat`.
    pub fn cost(&self, model: &Model, task: u32, seat: Seat) -> (i64, i64) {
        let mode = mode_of(model, task, seat);
        let mut trips = 0;
        if mode.site != NONE {
            let day = seat.start / model.slots_per_day;
            each_person(model, task, seat, |person| {
                trips += i64::from(!self.visits.contains_key(&(person, mode.site, day)));
            });
        }
        (trips, i64::from(mode.cost))
    }

    pub fn add(&mut self, model: &Model, task: u32, seat: Seat) {
        let mode = mode_of(model, task, seat);
        let day = seat.start / model.slots_per_day;
        if mode.site != NONE {
            each_person(model, task, seat, |person| {
                *self.visits.entry((person, mode.site, day)).or_default() += 1;
            });
        }
        for &(stock, amount) in &mode.uses {
            change(&mut self.taken[stock as usize], seat, |level| level + u64::from(amount));
        }
        if let Some(days) = self.days_of(model, task) {
            days.insert(days.partition_point(|&known| known < day), day);
        }
    }

    pub fn remove(&mut self, model: &Model, task: u32, seat: Seat) {
        let mode = mode_of(model, task, seat);
        let day = seat.start / model.slots_per_day;
        if mode.site != NONE {
            each_person(model, task, seat, |person| {
                let visits = self.visits.entry((person, mode.site, day)).or_default();
                *visits -= 1;
                if *visits == 0 {
                    self.visits.remove(&(person, mode.site, day));
                }
            });
        }
        for &(stock, amount) in &mode.uses {
            change(&mut self.taken[stock as usize], seat, |level| level - u64::from(amount));
        }
        if let Some(days) = self.days_of(model, task)
            && let Ok(at) = days.binary_search(&day)
        {
            days.remove(at);
        }
    }

    fn days_of(&mut self, model: &Model, task: u32) -> Option<&mut Vec<u32>> {
        let contact = model.rich[model.tasks[task as usize].rich as usize].contact;
        (contact != NONE).then(|| self.solicited.entry(contact).or_default())
    }

    /// The first day from `day` on which `person` is at `site` anyway.
    pub fn next_visit(&self, person: u32, site: u32, day: u32) -> Option<u32> {
        let days = (person, site, day)..=(person, site, u32::MAX);
        self.visits.range(days).next().map(|visit| visit.0.2)
    }

    /// When a job that would run from `start` to `end` may start instead; `None`: it may run then.
    pub fn next_start(&self, model: &Model, job: &Job, start: Slot, end: Slot) -> Option<Slot> {
        let day = start / model.slots_per_day;
        if self.too_often(model, job.rich.contact, day) {
            return Some((day + 1).saturating_mul(model.slots_per_day));
        }
        let short = |&(stock, amount): &(u32, u32)| {
            let capacity = model.stocks[stock as usize].capacity;
            short_until(
                &self.taken[stock as usize],
                (start, end),
                capacity.checked_sub(amount).map(u64::from),
            )
        };
        job.mode.uses.iter().filter_map(short).max()
    }

    fn too_often(&self, model: &Model, contact: u32, day: u32) -> bool {
        let (Some((times, reach)), Some(days)) = (model.pressure, self.solicited.get(&contact)) else {
            return false;
        };
        let times = times.max(1) as usize;
        let mut runs = days.windows(times);
        runs.any(|run| run[times - 1].max(day) - run[0].min(day) < reach)
    }
}

/// The end of the first stretch inside `span` where more than `most` is taken.
fn short_until(taken: &BTreeMap<Slot, u64>, span: (Slot, Slot), most: Option<u64>) -> Option<Slot> {
    let Some(most) = most else { return Some(NONE) };
    let before = taken.range(..=span.0).next_back().filter(|level| *level.1 > most).map(|_| span.0);
    let inside = || taken.range(span.0..span.1).find(|level| *level.1 > most).map(|level| *level.0);
    let first = before.or_else(inside)?;
    let enough = taken.range(first + 1..).find(|level| *level.1 <= most);
    Some(enough.map_or(NONE, |level| *level.0))
}

/// Changes the level over the span of `seat`; no two neighbours are left equal.
fn change(taken: &mut BTreeMap<Slot, u64>, seat: Seat, by: impl Fn(u64) -> u64) {
    let level =
        |taken: &BTreeMap<Slot, u64>, at: Slot| taken.range(..=at).next_back().map_or(0, |one| *one.1);
    for edge in [seat.start, seat.end] {
        let known = level(taken, edge);
        taken.entry(edge).or_insert(known);
    }
    taken.range_mut(seat.start..seat.end).for_each(|one| *one.1 = by(*one.1));
    for edge in [seat.start, seat.end] {
        let before = edge.checked_sub(1).map_or(0, |before| level(taken, before));
        if taken.get(&edge) == Some(&before) {
            taken.remove(&edge);
        }
    }
}
