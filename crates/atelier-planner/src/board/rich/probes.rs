//! Which places of a rich task are looked at.

use super::super::{Board, Window};
use super::ways::{Job, each_person};
use crate::model::{NONE, Slot};

/// A place found by a probe.
pub(super) struct Found {
    pub start: Slot,
    pub end: Slot,
    /// One for each seat.
    pub people: Vec<u32>,
}

/// Told of each place found; gives its cost.
type Tell<'a> = &'a mut dyn FnMut(Found) -> i64;

impl Board<'_> {
    /// Tells every place of a job worth comparing.
    pub(super) fn probe(&self, job: &Job, window: &Window, tell: Tell) {
        let seats = job.seats(self.model);
        if let [seat] = seats.as_slice() {
            // Alone, each candidate is compared with the others.
            for &person in seat {
                self.probe_seats(job, &[vec![person]], window, tell);
            }
            return;
        }
        self.probe_seats(job, &seats, window, tell);
        for preferred in self.on_the_case(job, &seats) {
            self.probe_seats(job, &preferred, window, tell);
        }
    }

    fn probe_seats(&self, job: &Job, seats: &[Vec<u32>], window: &Window, tell: Tell) {
        for need in self.each_length(job, seats) {
            let Some(found) = self.joint(job, seats, need, window) else { continue };
            let (start, cost) = (found.start, tell(found));
            if job.mode.site != NONE && self.model.costs.trip > 0 {
                self.probe_visits(job, seats, need, &Window { from: start, ..*window }, cost, tell);
            }
        }
    }

    /// Days after the first place found on which somebody is at the site anyway, as long as being
    /// later may cost less than `cost`.
    fn probe_visits(&self, job: &Job, seats: &[Vec<u32>], need: u32, window: &Window, cost: i64, tell: Tell) {
        let length = self.model.slots_per_day;
        let mut people: Vec<u32> = seats.iter().flatten().copied().collect();
        people.sort_unstable();
        people.dedup();
        for person in people {
            let mut day = window.from / length;
            while let Some(visit) = self.shared.next_visit(person, job.mode.site, day) {
                let from = window.from.max(visit * length);
                let late = self.model.tasks[job.task as usize].lateness(from.saturating_add(need));
                if late >= cost || from > window.latest_start {
                    break;
                }
                let latest_start = window.latest_start.min((visit + 1) * length - 1);
                if let Some(found) = self.joint(job, seats, need, &Window { from, latest_start, ..*window }) {
                    tell(found);
                    break;
                }
                day = visit + 1;
            }
        }
    }

    /// Seats held to people already on the case: each that has some, then all of these together.
    fn on_the_case(&self, job: &Job, seats: &[Vec<u32>]) -> Vec<Vec<Vec<u32>>> {
        let case = self.model.tasks[job.task as usize].case;
        if case == NONE || self.model.costs.switch == 0 {
            return Vec::new();
        }
        let mut known: Vec<u32> = Vec::new();
        for &other in self.model.cases.of(case) {
            let seat = self.seat(other);
            if other != job.task && seat.placed() {
                each_person(self.model, other, seat, |person| known.push(person));
            }
        }
        let held = |seat: &Vec<u32>| -> Vec<u32> {
            seat.iter().copied().filter(|person| known.contains(person)).collect()
        };
        let narrow: Vec<usize> = (0..seats.len()).filter(|&at| !held(&seats[at]).is_empty()).collect();
        let with = |held_at: &[usize]| {
            let seat = |(at, seat): (usize, &Vec<u32>)| {
                if held_at.contains(&at) { held(seat) } else { seat.clone() }
            };
            seats.iter().enumerate().map(seat).collect::<Vec<_>>()
        };
        let mut all: Vec<_> = narrow.iter().map(|&at| with(&[at])).collect();
        if narrow.len() > 1 {
            all.push(with(&narrow));
        }
        all
    }
}
