//! The time of one resource: its working windows, what is booked, what its days still allow.

use super::{Obstacle, What};
use crate::{DAY, Minute, Resource, ResourceId, Span, TaskId};

/// How a task would use somebody's time.
#[derive(Clone, Copy)]
pub(super) struct Work {
    pub(super) minutes: Minute,
    /// May stop at a break and go on after it.
    pub(super) split: bool,
    pub(super) grid: Minute,
}

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
        Self {
            who,
            windows: &resource.windows,
            allowance,
            booked: Vec::new(),
            used: vec![0; allowance.len()],
        }
    }

    pub(super) fn book(&mut self, span: Span, split: bool, task: TaskId) {
        self.count(span, split, |used, minutes| *used += minutes);
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

    /// Takes back what [`Diary::book`] did for a task that is not pinned.
    pub(super) fn unbook(&mut self, span: Span, split: bool, task: TaskId) {
        self.count(span, split, |used, minutes| *used -= minutes);
        let first = self.first_ending_after(span.start);
        let after = first + self.booked[first..].partition_point(|(booked, _)| booked.start < span.end);
        let kept: Vec<_> = self.booked[first..after].iter().filter(|(_, of)| *of != task).copied().collect();
        self.booked.splice(first..after, kept);
    }

    fn count(&mut self, span: Span, split: bool, change: fn(&mut Minute, Minute)) {
        if self.allowance.is_empty() {
            return;
        }
        let pieces = if split { self.worked(span) } else { vec![span] };
        for (day, minutes) in pieces.into_iter().flat_map(days) {
            if let Some(used) = self.used.get_mut(day as usize) {
                change(used, minutes);
            }
        }
    }

    /// The end of the work when it may start exactly then, or what forbids it and until when.
    pub(super) fn fit(&self, start: Minute, work: Work) -> Result<Minute, Obstacle> {
        let until = |end, what| Obstacle { span: Span { start, end }, what };
        let end = self.end(start, work).map_err(|(end, what)| until(end, what))?;
        let span = Span { start, end };
        if let Some((other, task)) =
            self.booked.get(self.first_ending_after(start)).filter(|one| one.0.start < end)
        {
            return Err(until(other.end, What::Busy(self.who, *task)));
        }
        let pieces = if work.split { self.worked(span) } else { vec![span] };
        match self.full_until(&pieces, work) {
            Some(end) => Err(until(end, What::DayFull(self.who))),
            None => Ok(end),
        }
    }

    /// The end of what starts then by the working windows alone; `None`: it cannot.
    pub(super) fn worked_end(&self, start: Minute, work: Work) -> Option<Minute> {
        self.end(start, work).ok()
    }

    /// The same, as if nothing were booked; or what forbids it and until when.
    pub(super) fn hours(&self, start: Minute, work: Work) -> Result<Minute, Obstacle> {
        self.end(start, work).map_err(|(end, what)| Obstacle { span: Span { start, end }, what })
    }

    /// The same, or what forbids it and until when.
    fn end(&self, start: Minute, work: Work) -> Result<Minute, (Minute, What)> {
        let at = self.windows.partition_point(|window| window.end <= start);
        let Some(window) = self.windows.get(at) else { return Err((Minute::MAX, What::Away(self.who))) };
        if window.start > start {
            return Err((window.start, What::Away(self.who)));
        }
        let end = start.saturating_add(work.minutes);
        if end <= window.end {
            return Ok(end);
        }
        if !work.split {
            return Err((window.end, What::TooShort(self.who)));
        }
        let mut left = work.minutes - (window.end - start);
        for window in &self.windows[at + 1..] {
            if left <= window.end - window.start {
                return Ok(window.start + left);
            }
            left -= window.end - window.start;
        }
        Err((Minute::MAX, What::TooShort(self.who)))
    }

    fn worked(&self, span: Span) -> Vec<Span> {
        let first = self.windows.partition_point(|window| window.end <= span.start);
        let inside = self.windows[first..].iter().take_while(|window| window.start < span.end);
        inside.map(|one| Span { start: one.start.max(span.start), end: one.end.min(span.end) }).collect()
    }

    fn first_ending_after(&self, start: Minute) -> usize {
        self.booked.partition_point(|(span, _)| span.end <= start)
    }

    /// When a day touched by the work has too few minutes left: the first start that may leave it enough.
    fn full_until(&self, pieces: &[Span], work: Work) -> Option<Minute> {
        self.asked(pieces).into_iter().find_map(|(day, minutes)| {
            let left = self.left(day)?;
            if minutes <= left {
                return None;
            }
            // In one go, only a start so late that the rest falls beyond midnight can fit into what
            // is left; across breaks, any later start may.
            Some(if work.split { pieces[0].start + work.grid } else { (day + 1) * DAY - left })
        })
    }

    /// The first day that would lack minutes, and how many.
    pub(super) fn lacking(&self, start: Minute, work: Work) -> Option<(u32, Minute)> {
        let span = Span { start, end: self.worked_end(start, work)? };
        let pieces = if work.split { self.worked(span) } else { vec![span] };
        self.asked(&pieces).into_iter().find_map(|(day, minutes)| {
            let more = minutes.saturating_sub(self.left(day)?);
            (more > 0).then_some((day, more))
        })
    }

    /// Minutes of work on each day.
    fn asked(&self, pieces: &[Span]) -> Vec<(u32, Minute)> {
        let mut asked: Vec<(u32, Minute)> = Vec::new();
        for (day, minutes) in pieces.iter().copied().flat_map(days).filter(|_| !self.allowance.is_empty()) {
            match asked.last_mut() {
                Some(last) if last.0 == day => last.1 += minutes,
                _ => asked.push((day, minutes)),
            }
        }
        asked
    }

    /// Minutes left on a day that is limited.
    fn left(&self, day: u32) -> Option<Minute> {
        Some(self.allowance.get(day as usize)?.saturating_sub(self.used[day as usize]))
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
