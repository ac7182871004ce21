//! Where a task may go, without asking thousands of people.

use super::work::Work;
use crate::board::{Candidate, Window};
use crate::model::{NONE, Slot};

/// Pools of at most so many people are asked whole.
const SMALL: usize = 48;
/// People asked first in a larger one.
const SAMPLE: usize = 48;

impl Work<'_, '_> {
    /// The cheapest place of `task` inside `window`, then the one that ends first.
    ///
    /// In a large pool, people already on the case and a sample are asked; the others only when that
    /// leaves the task late or without a place, and not at all while trying things out.
    pub fn find(&self, task: u32, window: &Window) -> Option<Candidate> {
        let model = self.board.model();
        let record = &model.tasks[task as usize];
        let pool = model.pool(task);
        if record.rich != NONE || pool.len() <= SMALL {
            return self.board.best(task, window);
        }
        let mut best = None;
        if record.case != NONE {
            for &other in model.cases.of(record.case) {
                let person = self.seat(other).person;
                if person != NONE && pool.contains(&person) {
                    self.consider(task, person, window, &mut best);
                }
            }
        }
        let first = task.wrapping_mul(0x9E37_79B9) as usize % pool.len();
        for at in 0..SAMPLE {
            let person = pool[(first + at * pool.len() / SAMPLE) % pool.len()];
            self.consider(task, person, window, &mut best);
        }
        let on_time = best.is_some_and(|found| record.lateness(found.end) == 0);
        if !on_time && !self.brief {
            for &person in pool {
                self.consider(task, person, window, &mut best);
            }
        }
        best
    }

    fn consider(&self, task: u32, person: u32, window: &Window, best: &mut Option<Candidate>) {
        let record = &self.board.model().tasks[task as usize];
        let mut window = *window;
        if let Some(best) = best
            && record.weight > 0
            && record.due != NONE
        {
            let worth = Slot::try_from(best.cost / i64::from(record.weight)).unwrap_or(NONE);
            window.latest_end = window.latest_end.min(record.due.saturating_add(worth).max(best.end));
        }
        let Some((start, end)) = self.board.fit(task, person, &window) else { return };
        let found = self.board.candidate(task, person, start, end);
        if best.is_none_or(|best| (found.cost, found.end) < (best.cost, best.end)) {
            *best = Some(found);
        }
    }
}
