//! The time of one resource: its working windows, what is booked, what its days still allow.

use super::{Obstacle, What};
use crate::{DAY, Minute, Resource, ResourceId, Span, TaskId};

/// What one resource works, and what it has already taken on.
pub(super) struct Diary<'a> {
    who: ResourceId,
    windows: &'a [Span],
    allowance: &'a [Minute],
    /// Sorted and disjoint: where two pinned tasks overlap, the first one booked holds the time.
    booked: Vec<(Span, TaskId)>,
    /// Minutes booked on each day that has an allowance.
    used: Vec<Minute>,
}

impl<'a> Diary<'a> {
    pub(super) fn open(who: ResourceId, resource: &'a Resource) -> Self {
        let allowance = resource.day_allowance.as_deref().unwrap_or_default();
        let used = vec![0; allowance.len()];
        Self { who, windows: &resource.windows, allowance, booked: Vec::new(), used }
    }

    pub(super) fn book(&mut self, span: Span, task: TaskId) {
        for (day, minutes) in days(span) {
            if let Some(used) = self.used.get_mut(day as usize) {
                *used += minutes;
            }
        }
        let mut start = span.start;
        while start < span.end {
            let at = self.first_ending_after(start);
            let next =
                self.booked.get(at).map_or(Span { start: Minute::MAX, end: Minute::MAX }, |next| next.0);
            if next.start > start {
                let free = Span { start, end: span.end.min(next.start) };
                self.booked.insert(at, (free, task));
            }
            start = next.end;
        }
    }

    /// What forbids a task of `duration` to start exactly then, and until when; `None`: nothing.
    pub(super) fn obstacle(&self, start: Minute, duration: Minute) -> Option<Obstacle> {
        let span = Span { start, end: start.saturating_add(duration) };
        let until = |end, what| Some(Obstacle { span: Span { start, end }, what });
        let window = self.windows.get(self.windows.partition_point(|window| window.end <= start));
        match window {
            None => return until(Minute::MAX, What::Away(self.who)),
            Some(window) if window.start > start => return until(window.start, What::Away(self.who)),
            Some(window) if window.end < span.end => return until(window.end, What::TooShort(self.who)),
            Some(_) => {}
        }
        match self.booked.get(self.first_ending_after(start)) {
            Some((other, task)) if other.start < span.end => until(other.end, What::Busy(self.who, *task)),
            _ => self.full_until(span).and_then(|end| until(end, What::DayFull(self.who))),
        }
    }

    /// The earliest start on the grid from `from` to `last`, both possible.
    pub(super) fn earliest(
        &self,
        from: Minute,
        last: Minute,
        duration: Minute,
        grid: Minute,
    ) -> Option<Minute> {
        let mut start = on_grid(from, grid)?;
        while start <= last {
            match self.obstacle(start, duration) {
                None => return Some(start),
                Some(obstacle) => start = on_grid(obstacle.span.end, grid)?,
            }
        }
        None
    }

    fn first_ending_after(&self, start: Minute) -> usize {
        self.booked.partition_point(|(span, _)| span.end <= start)
    }

    /// When a day touched by `span` has too few minutes left: the first start that leaves it enough.
    fn full_until(&self, span: Span) -> Option<Minute> {
        if self.allowance.is_empty() {
            return None;
        }
        days(span).find_map(|(day, minutes)| {
            let left = self.allowance.get(day as usize)?.saturating_sub(self.used[day as usize]);
            // Only a start so late that the rest falls beyond midnight can fit into what is left.
            (minutes > left).then(|| (day + 1) * DAY - left)
        })
    }
}

/// The days touched by a span, with the minutes in each.
fn days(span: Span) -> impl Iterator<Item = (u32, Minute)> {
    (span.start / DAY..=(span.end - 1) / DAY).map(move |day| {
        let midnight = day * DAY;
        (day, span.end.min(midnight.saturating_add(DAY)) - span.start.max(midnight))
    })
}

/// The first multiple of `grid` from `minute` on; `None` beyond what a plan can hold.
pub(super) fn on_grid(minute: Minute, grid: Minute) -> Option<Minute> {
    minute.div_ceil(grid).checked_mul(grid)
}
