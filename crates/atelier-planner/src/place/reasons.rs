//! Why not earlier: what forbade each stretch before a start, or every stretch of the plan.

use super::diary::on_grid;
use super::ready::Ready;
use super::search::Search;
use super::{Obstacle, What};
use crate::{Minute, ResourceId, Span};
use std::collections::BTreeMap;

/// The obstacles in the way of one task.
pub(super) struct Obstacles<'a> {
    pub(super) search: &'a Search<'a>,
    pub(super) ready: Ready,
}

impl Obstacles<'_> {
    /// From minute 0 to `start`, as seen by the people chosen.
    pub(super) fn before(&self, start: Minute, who: &[ResourceId]) -> Vec<Obstacle> {
        let seats: Vec<Vec<ResourceId>> = who.iter().map(|&one| vec![one]).collect();
        self.until(start, &seats)
    }

    /// From minute 0 to the last start, as seen by those who yield first; minutes of each, most first.
    pub(super) fn against_everybody(&self, last: Minute) -> Vec<(What, Minute)> {
        let seats: Vec<_> = self.search.task.needs.iter().map(|need| need.candidates.clone()).collect();
        let mut minutes: BTreeMap<What, Minute> = BTreeMap::new();
        for obstacle in self.until(last + 1, &seats) {
            *minutes.entry(obstacle.what).or_default() += obstacle.span.end - obstacle.span.start;
        }
        let mut shares: Vec<_> = minutes.into_iter().collect();
        shares.sort_by_key(|&(what, minutes)| (std::cmp::Reverse(minutes), what));
        shares
    }

    fn until(&self, end: Minute, seats: &[Vec<ResourceId>]) -> Vec<Obstacle> {
        let mut met: Vec<Obstacle> = Vec::new();
        let mut start = 0;
        while start < end {
            let (next, what) = match self.at(start, seats) {
                Some(obstacle) => (obstacle.span.end, obstacle.what),
                // Free, but off the grid: what came before reaches the next possible start.
                None => (self.next_on_grid(start), met.last().map_or(What::Release, |last| last.what)),
            };
            let span = Span { start, end: next.min(end) };
            match met.last_mut() {
                Some(last) if last.what == what => last.span.end = span.end,
                _ => met.push(Obstacle { span, what }),
            }
            start = span.end;
        }
        met
    }

    fn next_on_grid(&self, start: Minute) -> Minute {
        let grid = self.search.problem.grid;
        assert!(!start.is_multiple_of(grid), "nothing forbade an earlier start at minute {start}");
        on_grid(start, grid).unwrap_or(Minute::MAX)
    }

    /// What forbids this start: the task's own limits first, then its people.
    fn at(&self, start: Minute, seats: &[Vec<ResourceId>]) -> Option<Obstacle> {
        let until = |end, what| Some(Obstacle { span: Span { start, end }, what });
        if start < self.ready.release {
            return until(self.ready.release, What::Release);
        }
        match self.ready.after {
            Some((task, at)) if start < at => return until(at, What::After(task)),
            _ => {}
        }
        match self.window_from(start) {
            Some(at) if at > start => until(at, What::Window),
            _ => self.people_at(start, seats),
        }
    }

    /// From `start` on, when the other party is next available for long enough.
    fn window_from(&self, start: Minute) -> Option<Minute> {
        let windows = self.search.task.windows.as_ref()?;
        let fits = |window: &Span| {
            let from = start.max(window.start);
            (from.saturating_add(self.search.task.duration) <= window.end).then_some(from)
        };
        let first = windows.partition_point(|window| window.end <= start);
        Some(windows[first..].iter().find_map(fits).unwrap_or(Minute::MAX))
    }

    /// Of each need, the candidate who yields first; of the needs, the one that holds longest.
    fn people_at(&self, start: Minute, seats: &[Vec<ResourceId>]) -> Option<Obstacle> {
        let duration = self.search.task.duration;
        let one = |&who: &ResourceId| self.search.diary(who).obstacle(start, duration);
        let end = |obstacle: &Obstacle| obstacle.span.end;
        let mut worst: Option<Obstacle> = None;
        for need in seats {
            // A free candidate makes the whole need free: `None` sorts before every obstacle.
            let least = need.iter().map(one).min_by_key(|found| found.as_ref().map(end)).flatten();
            if least.as_ref().map(end) > worst.as_ref().map(end) {
                worst = least;
            }
        }
        // Everybody has someone, but not distinct ones: whoever is not free and yields first.
        worst.or_else(|| seats.iter().flatten().filter_map(one).min_by_key(end))
    }
}
