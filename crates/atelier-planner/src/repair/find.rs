//! Where a task may go, without asking thousands of people.

use super::work::Work;
use crate::board::{Candidate, PAGE, Window};
use crate::model::{NONE, Slot};

/// Pools of at most so many people are asked whole.
const SMALL: usize = 48;
/// People asked first in a larger one, and while trying things out.
const SAMPLE: usize = 48;
const BRIEF: usize = 16;
/// People told by their free time alone count as one probe.
const GLANCES: usize = 64;

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
            self.probed(pool.len().max(1));
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
        let sample = if self.brief { BRIEF } else { SAMPLE };
        for at in 0..sample {
            let person = pool[(first + at * pool.len() / sample) % pool.len()];
            self.consider(task, person, window, &mut best);
        }
        let on_time = best.is_some_and(|found| record.lateness(found.end) == 0);
        if !on_time && !self.brief {
            self.find_page_by_page(task, window, &mut best);
        }
        best
    }

    /// The best of a whole large pool: page after page of time, those are asked who may start before the best
    /// found ends, until nobody can. Those on the case have been asked: the others all cost the same at the same
    /// time.
    fn find_page_by_page(&self, task: u32, window: &Window, best: &mut Option<Candidate>) {
        let record = &self.board.model().tasks[task as usize];
        let pool = self.board.model().pool(task);
        let useless = |start: Slot, best: &Option<Candidate>| {
            best.is_some_and(|best| start >= best.end && start >= self.worth(task, &best))
        };
        let mut next = Some(window.from);
        while let Some(from) = next.and_then(|from| self.board.next_able(pool, from, record.duration)) {
            if from >= window.latest_end || from > window.latest_start || useless(from, best) {
                return;
            }
            let next_page = (from / PAGE + 1) * PAGE;
            let page = Window { from, latest_start: window.latest_start.min(next_page - 1), ..*window };
            self.probed(pool.len() / GLANCES);
            for (person, soonest) in self.board.able(pool, from, record.duration, record.splits()) {
                if !useless(soonest, best) {
                    self.consider(task, person, &page, best);
                }
            }
            next = Some(next_page);
        }
    }

    /// The last end at which `task` may cost less than `best`.
    fn worth(&self, task: u32, best: &Candidate) -> Slot {
        let record = &self.board.model().tasks[task as usize];
        if record.weight == 0 || record.due == NONE {
            return best.end;
        }
        let late = Slot::try_from(best.cost / i64::from(record.weight)).unwrap_or(NONE);
        record.due.saturating_add(late).max(best.end)
    }

    fn consider(&self, task: u32, person: u32, window: &Window, best: &mut Option<Candidate>) {
        let record = &self.board.model().tasks[task as usize];
        let mut window = *window;
        if let Some(best) = best
            && record.weight > 0
            && record.due != NONE
        {
            window.latest_end = window.latest_end.min(self.worth(task, best));
        }
        self.probed(1);
        let Some((start, end)) = self.board.fit(task, person, &window) else { return };
        let found = self.board.candidate(task, person, start, end);
        if best.is_none_or(|best| (found.cost, found.end) < (best.cost, best.end)) {
            *best = Some(found);
        }
    }
}
