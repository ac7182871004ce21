//! Tasks that need more than one free person: modes, joint seats, sites, contacts, amounts.

use super::{Board, Candidate, Seat, Window};

impl Board<'_> {
    /// The best place of a rich task over its modes.
    pub(super) fn search_rich<K: Ord>(
        &self,
        task: u32,
        window: &Window,
        key: impl Fn(&Candidate) -> K,
    ) -> Option<Candidate> {
        let people = self.model.pool(task).iter();
        let places = people.filter_map(|&person| {
            let (start, end) = self.fit(task, person, window)?;
            Some(self.candidate(task, person, start, end))
        });
        places.min_by_key(key)
    }

    pub(super) fn put_rich(&mut self, task: u32, candidate: &Candidate) {
        self.put_back(task, Seat { start: candidate.start, end: candidate.end, person: candidate.person });
    }

    pub(super) fn take_rich(&mut self, task: u32) -> Seat {
        self.remove(task)
    }
}
