//! Tasks that need more than one free person: modes, joint seats, sites, contacts, amounts.
//!
//! A rich task is searched as a few *probes*: one of its modes, the candidates of each seat, and a
//! window. Each probe gives its earliest place; the least cost wins, then the earliest end. Probes
//! beside the plain one ask for people already on the case, and for days on which somebody is at
//! the site anyway.

mod joint;
mod probes;
mod shared;
mod ways;

pub(crate) use shared::Shared;
pub(crate) use ways::{Job, each_person, room_of_ways};

use super::{Board, Candidate, Seat, Window};
use crate::model::Slot;
use probes::Found;

impl Board<'_> {
    /// The best place of a rich task over its modes, or in one of them.
    pub(super) fn search_rich<K: Ord>(
        &self,
        task: u32,
        window: &Window,
        only: Option<u32>,
        key: impl Fn(&Candidate) -> K,
    ) -> Option<Candidate> {
        let mut best: Option<(K, Candidate)> = None;
        for job in Job::all(self.model, task).filter(|job| only.is_none_or(|mode| mode == job.at)) {
            self.probe(&job, window, &mut |found| {
                let candidate = self.rich_candidate(&job, &found);
                let score = key(&candidate);
                if best.as_ref().is_none_or(|(least, _)| score < *least) {
                    best = Some((score, candidate));
                }
                candidate.cost
            });
        }
        best.map(|(_, candidate)| candidate)
    }

    /// Is exactly this place open to a rich task, with that person on the first seat of a mode?
    pub(super) fn can_take_rich(&self, task: u32, person: u32, window: &Window) -> bool {
        Job::all(self.model, task).any(|job| {
            let mut seats = job.seats(self.model);
            if let Some(first) = seats.first_mut() {
                first.retain(|&one| one == person);
            }
            self.each_length(&job, &seats).into_iter().any(|need| {
                self.joint(&job, &seats, need, window).is_some_and(|found| found.end == window.latest_end)
            })
        })
    }

    fn rich_candidate(&self, job: &Job, found: &Found) -> Candidate {
        let way = job.way(self.model, &found.people);
        let person = found.people.first().copied().unwrap_or(crate::model::NONE);
        let seat = Seat { start: found.start, end: found.end, person, way };
        let late = self.model.tasks[job.task as usize].lateness(found.end);
        let costs = &self.model.costs;
        let switched = super::objective::switches(self.model, &self.seats, job.task, seat);
        let (trips, modes) = self.shared.cost(self.model, job.task, seat);
        let cost = late + switched * i64::from(costs.switch) + trips * i64::from(costs.trip) + modes;
        Candidate { start: found.start, end: found.end, person, way, cost }
    }

    /// When a task that would run from `start` to `end` may start instead; `None`: it may run then.
    fn next_start(&self, job: &Job, start: Slot, end: Slot) -> Option<Slot> {
        job.outside_windows(start, end).or_else(|| self.shared.next_start(self.model, job, start, end))
    }
}
