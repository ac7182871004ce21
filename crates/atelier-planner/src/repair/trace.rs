//! What a proposal has touched, so that it can be told, priced and undone.

use std::cell::Cell;

use super::change::Why;
use crate::board::Seat;

/// How many tasks stand elsewhere than before, and the price of it.
#[derive(Clone, Copy, Default)]
pub(super) struct Moves {
    pub count: usize,
    pub price: i64,
}

/// Tasks touched since the proposal began, with where they stood and why they were touched.
#[derive(Default)]
pub(super) struct Trace {
    /// For each task, its position in `origins` plus one; 0: not touched.
    position: Vec<u32>,
    origins: Vec<(u32, Seat)>,
    /// Reasons, the latest of a task last; cut when a trial is undone.
    reasons: Vec<(u32, Why)>,
    /// Tasks the event itself is about.
    pub hit: Vec<u32>,
    /// Those, what is new, and all that cannot stay where it is after them, whatever is done.
    pub affected: Vec<u32>,
    /// Tasks the event brings in.
    pub new: usize,
    /// Moves made so far, and their price.
    pub moves: Moves,
    /// Moves that earlier events left, or, below zero, took too much.
    pub credit: i64,
    /// Looks at somebody's hours so far.
    pub probes: Cell<u32>,
    /// Tasks for which ways of making room were left untried.
    pub untried: Vec<u32>,
}

impl Trace {
    /// Knows `tasks` tasks.
    pub fn fit(&mut self, tasks: usize) {
        self.position.resize(tasks, 0);
    }

    /// Remembers where `task` stood, the first time it is touched.
    pub fn touch(&mut self, task: u32, seat: Seat) {
        if self.position[task as usize] == 0 {
            self.origins.push((task, seat));
            self.position[task as usize] = self.origins.len() as u32;
        }
    }

    /// Where `task` stood before the proposal, if it was touched since.
    pub fn origin(&self, task: u32) -> Option<Seat> {
        let position = self.position[task as usize].checked_sub(1)?;
        Some(self.origins[position as usize].1)
    }

    /// Every task touched and where it stood.
    pub fn origins(&self) -> &[(u32, Seat)] {
        &self.origins
    }

    /// Says why `task` is touched.
    pub fn because(&mut self, task: u32, why: Why) {
        self.reasons.push((task, why));
    }

    /// Why `task` was first touched: what moved it.
    pub fn why(&self, task: u32) -> Why {
        self.reasons.iter().find(|reason| reason.0 == task).map_or(Why::Event, |reason| reason.1)
    }

    /// Why `task` was last touched: what keeps it out.
    pub fn why_out(&self, task: u32) -> Why {
        self.reasons.iter().rev().find(|reason| reason.0 == task).map_or(Why::Event, |reason| reason.1)
    }

    /// A point to come back to.
    pub fn mark(&self) -> (usize, Moves) {
        (self.reasons.len(), self.moves)
    }

    /// Forgets the reasons and moves since `mark`; tasks touched stay known.
    pub fn undo_to(&mut self, mark: (usize, Moves)) {
        self.reasons.truncate(mark.0);
        self.moves = mark.1;
    }

    /// Forgets everything. Cost: what was touched.
    pub fn clear(&mut self) {
        for &(task, _) in &self.origins {
            if let Some(position) = self.position.get_mut(task as usize) {
                *position = 0;
            }
        }
        self.origins.clear();
        self.reasons.clear();
        self.hit.clear();
        self.affected.clear();
        self.new = 0;
        self.moves = Moves::default();
        self.credit = 0;
        self.probes.set(0);
        self.untried.clear();
    }
}
