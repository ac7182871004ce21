//! States left behind by the complete search.

use std::collections::HashMap;

/// For each set of started activities, the instants and ends under which it was searched to the end.
#[derive(Debug, Default)]
pub(super) struct Seen {
    states: HashMap<u64, Vec<(u32, Vec<u32>)>>,
    kept: usize,
}

/// Most states kept in all, and for one set.
const MOST_KEPT: usize = 400_000;
const MOST_OF_A_SET: usize = 8;

impl Seen {
    /// Whether the same set was searched from no later an instant, with no activity ending later
    /// than it does here or than now.
    pub(super) fn dominates(&self, set: u64, now: u32, ends: &[u32]) -> bool {
        let no_later = |(then, theirs): &(u32, Vec<u32>)| {
            *then <= now && theirs.iter().zip(ends).all(|(&their, &our)| their <= our.max(now))
        };
        self.states.get(&set).is_some_and(|states| states.iter().any(no_later))
    }

    pub(super) fn add(&mut self, set: u64, now: u32, ends: &[u32]) {
        let states = self.states.entry(set).or_default();
        if self.kept < MOST_KEPT && states.len() < MOST_OF_A_SET {
            self.kept += 1;
            states.push((now, ends.to_vec()));
        }
    }
}
