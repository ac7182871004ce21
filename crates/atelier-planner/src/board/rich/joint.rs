//! The earliest moment when everybody a job needs is free together.

use super::super::{Board, Window};
use super::probes::Found;
use super::ways::Job;
use crate::model::{NONE, Slot};
use crate::seats::distinct;

/// A candidate and the earliest start known to be open, at or after the moment looked at.
struct Sitter {
    person: u32,
    start: Option<Slot>,
    end: Slot,
}

impl Board<'_> {
    /// The earliest place of a job that takes `need` slots of each of its people, inside `window`.
    ///
    /// Candidates who would need longer are left aside. At equal start the first ones win.
    pub(super) fn joint(&self, job: &Job, seats: &[Vec<u32>], need: u32, window: &Window) -> Option<Found> {
        let fast = |&person: &u32| self.length(job, person) <= need;
        let sitter = |person| Sitter { person, start: Some(0), end: 0 };
        let mut sitters: Vec<Vec<Sitter>> =
            seats.iter().map(|seat| seat.iter().copied().filter(fast).map(sitter).collect()).collect();
        let mut start = window.from;
        if !job.splits {
            start = start.max(window.earliest_end.saturating_sub(need));
        }
        loop {
            start = self.in_bounds(job, start, need, window)?;
            let inside = Window { from: start, ..*window };
            for sitter in sitters.iter_mut().flatten() {
                if sitter.start.is_some_and(|known| known < start || known == 0) {
                    let fit = self.fit_need(need, job.splits, sitter.person, &inside);
                    (sitter.start, sitter.end) = (fit.map(|fit| fit.0), fit.map_or(0, |fit| fit.1));
                }
            }
            let soonest = sitters.iter().map(|seat| seat.iter().filter_map(|one| one.start).min());
            let everybody = soonest.collect::<Option<Vec<_>>>()?.into_iter().max().unwrap_or(start);
            if everybody > start {
                start = everybody;
                continue;
            }
            match self.seat_all(job, start, need, &sitters) {
                Ok(found) => return Some(found),
                Err(next) => start = next?,
            }
        }
    }

    /// Distinct people at `start`, or when to look again; never, when it is `None`.
    fn seat_all(
        &self,
        job: &Job,
        start: Slot,
        need: u32,
        sitters: &[Vec<Sitter>],
    ) -> Result<Found, Option<Slot>> {
        let free = |seat: &Vec<Sitter>| {
            seat.iter().filter(|one| one.start == Some(start)).map(|one| one.person).collect::<Vec<_>>()
        };
        let all = || sitters.iter().flatten();
        let free: Vec<Vec<u32>> = sitters.iter().map(free).collect();
        let Some(people) = distinct(&free) else {
            // The same person is the only one free for two seats: wait until somebody else is.
            return Err(all().filter_map(|one| one.start).filter(|&next| next > start).min());
        };
        if !job.splits {
            let longest = people.iter().map(|&person| self.length(job, person)).max();
            return Ok(Found { start, end: start + longest.unwrap_or(need), people });
        }
        // A pause may reach out of the window, into a shortage, or over a pinned task in off hours.
        let end = all().find(|one| people.contains(&one.person)).map_or(start + need, |one| one.end);
        let off = people.first().and_then(|&person| self.model.off_hours_until(person, start, end));
        match self.next_start(job, start, end).max(off) {
            Some(next) => Err((next != NONE).then_some(next.max(start + 1))),
            None => Ok(Found { start, end, people }),
        }
    }

    /// The first aligned start from `start` that keeps the job's own limits.
    fn in_bounds(&self, job: &Job, mut start: Slot, need: u32, window: &Window) -> Option<Slot> {
        loop {
            start = start.checked_next_multiple_of(self.model.stride)?;
            let end = start.checked_add(need)?;
            if start > window.latest_start || end > window.latest_end {
                return None;
            }
            match self.next_start(job, start, end) {
                None => return Some(start),
                Some(NONE) => return None,
                Some(next) => start = next.max(start + 1),
            }
        }
    }

    /// Slots that a job takes from somebody who works on it alone.
    pub(super) fn length(&self, job: &Job, person: u32) -> u32 {
        self.model.length(job.mode.duration, person)
    }

    /// The different lengths a job may have with the candidates given, rising.
    pub(super) fn each_length(&self, job: &Job, seats: &[Vec<u32>]) -> Vec<u32> {
        let mut lengths: Vec<u32> = seats.iter().flatten().map(|&person| self.length(job, person)).collect();
        lengths.sort_unstable();
        lengths.dedup();
        if seats.is_empty() {
            lengths.push(job.mode.duration);
        }
        lengths
    }
}
