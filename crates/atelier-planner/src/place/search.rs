//! The earliest moment when everybody a task needs is free together.

use super::diary::{Diary, on_grid};
use super::seats;
use crate::{Minute, Need, Problem, ResourceId, Task};

/// One task in front of the diaries.
pub(super) struct Search<'a> {
    pub(super) task: &'a Task,
    pub(super) problem: &'a Problem,
    pub(super) diaries: &'a [Diary<'a>],
}

/// A candidate and the earliest start it could keep, as far as was looked; `None`: none before the last.
struct Candidate {
    who: ResourceId,
    start: Option<Minute>,
}

impl Search<'_> {
    pub(super) fn diary(&self, who: ResourceId) -> &Diary<'_> {
        &self.diaries[who.0 as usize]
    }

    /// The last start that ends within the horizon; `None` when it lies before the first one on the grid.
    pub(super) fn last_start(&self, ready: Minute) -> Option<Minute> {
        let last = self.problem.horizon.checked_sub(self.task.duration)?;
        (on_grid(ready, self.problem.grid)? <= last).then_some(last)
    }

    /// Start and people, one per need; the first candidates win at equal start.
    pub(super) fn earliest(&self, from: Minute, last: Minute) -> Option<(Minute, Vec<ResourceId>)> {
        let mut needs: Vec<Vec<Candidate>> =
            self.task.needs.iter().map(|need| candidates(need, from)).collect();
        let mut start = from;
        loop {
            start = self.in_window(start).filter(|&start| start <= last)?;
            for candidate in needs.iter_mut().flatten() {
                if candidate.start.is_some_and(|known| known <= start) {
                    let (length, grid) = (self.task.duration, self.problem.grid);
                    candidate.start = self.diary(candidate.who).earliest(start, last, length, grid);
                }
            }
            let soonest = needs.iter().map(|need| need.iter().filter_map(|one| one.start).min());
            let everybody = soonest.collect::<Option<Vec<_>>>()?.into_iter().max().unwrap_or(start);
            if everybody > start {
                start = everybody;
                continue;
            }
            if let Some(who) = seats::distinct(&free_at(start, &needs)) {
                return Some((start, who));
            }
            // The same person is the only one free for two needs: wait until somebody else is.
            start = needs.iter().flatten().filter_map(|one| one.start).filter(|&next| next > start).min()?;
        }
    }

    /// The first start on the grid from `from` that lies in a window of the other party.
    fn in_window(&self, from: Minute) -> Option<Minute> {
        let grid = self.problem.grid;
        let Some(windows) = &self.task.windows else { return on_grid(from, grid) };
        let end = from.saturating_add(self.task.duration);
        let first = windows.partition_point(|window| window.end < end);
        windows[first..].iter().find_map(|window| {
            let start = on_grid(from.max(window.start), grid)?;
            (start.checked_add(self.task.duration)? <= window.end).then_some(start)
        })
    }
}

fn candidates(need: &Need, from: Minute) -> Vec<Candidate> {
    need.candidates.iter().map(|&who| Candidate { who, start: Some(from) }).collect()
}

fn free_at(start: Minute, needs: &[Vec<Candidate>]) -> Vec<Vec<ResourceId>> {
    let free = |need: &Vec<Candidate>| {
        need.iter().filter(|one| one.start == Some(start)).map(|one| one.who).collect::<Vec<_>>()
    };
    needs.iter().map(free).collect()
}
