//! Why not earlier: what forbade each stretch before a start, or every stretch of the plan.

use super::attempt::Attempt;
use super::diary::on_grid;
use super::told::{Obstacle, What};
use crate::{Minute, Span};
use std::collections::BTreeMap;

/// From minute 0 to `start`.
pub(super) fn before(attempt: &Attempt, start: Minute) -> Vec<Obstacle> {
    until(attempt, start)
}

/// From minute 0 to the last start; minutes of each, most first.
pub(super) fn against_everybody(attempt: &Attempt, last: Minute) -> Vec<(What, Minute)> {
    let mut minutes: BTreeMap<What, Minute> = BTreeMap::new();
    for obstacle in until(attempt, last + 1) {
        *minutes.entry(obstacle.what).or_default() += obstacle.span.end - obstacle.span.start;
    }
    let mut shares: Vec<_> = minutes.into_iter().collect();
    shares.sort_by_key(|&(what, minutes)| (std::cmp::Reverse(minutes), what));
    shares
}

fn until(attempt: &Attempt, end: Minute) -> Vec<Obstacle> {
    let mut met: Vec<Obstacle> = Vec::new();
    let mut start = 0;
    while start < end {
        let (next, what) = match attempt.obstacle(start) {
            Some(obstacle) => (obstacle.span.end, obstacle.what),
            // Free, but off the grid: what came before reaches the next possible start.
            None if !start.is_multiple_of(attempt.grid()) => {
                let next = on_grid(start, attempt.grid()).unwrap_or(Minute::MAX);
                (next, met.last().map_or(What::Release, |last| last.what))
            }
            None => (start + 1, attempt.when_free),
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
