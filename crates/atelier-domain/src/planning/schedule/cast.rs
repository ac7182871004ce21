//! Who may sit where, found once for all the jobs that ask the same.

use super::Request;
use super::needs::{self, Wanted};
use atelier_planner::{Need, ResourceId};
use std::collections::HashMap;

/// What a job asks: kinds, skill, people decided beforehand.
type Asked<'a> = (&'a [String], Option<&'a String>, &'a [String]);

/// Seats already looked for, and numbers for what the planner knows by number only.
pub(super) struct Cast<'a> {
    request: &'a Request<'a>,
    asked: HashMap<Asked<'a>, Vec<Wanted>>,
    candidates: HashMap<Wanted, Vec<ResourceId>>,
}

impl<'a> Cast<'a> {
    pub(super) fn of(request: &'a Request<'a>) -> Self {
        Self { request, asked: HashMap::new(), candidates: HashMap::new() }
    }

    /// Candidates per seat.
    pub(super) fn needs(
        &mut self,
        kinds: &'a [String],
        skill: Option<&'a String>,
        people: &'a [String],
    ) -> Vec<Need> {
        let workshop = self.request.workshop;
        let seats = self.asked.entry((kinds, skill, people));
        let seats = seats.or_insert_with(|| needs::seats(kinds, skill, people, workshop));
        let candidates = &mut self.candidates;
        let need = |seat: &Wanted| {
            let found = match candidates.get(seat) {
                Some(known) => known,
                None => candidates.entry(seat.clone()).or_insert(needs::candidates(seat, workshop)),
            };
            Need { candidates: found.clone() }
        };
        seats.iter().map(need).collect()
    }
}

/// Numbers given to things in the order met.
pub(super) struct Numbers<T>(HashMap<T, u32>);

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: std::hash::Hash + Eq> Numbers<T> {
    pub(super) fn of(&mut self, thing: T) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(thing).or_insert(next)
    }
}
