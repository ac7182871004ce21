//! What several tasks share: stocks from moment to moment, contacts from day to day.

use crate::{DAY, Minute, Pressure, Span, Stock, TaskId};
use std::collections::{BTreeMap, BTreeSet};

/// How much of a stock is taken, from each moment on until the next.
pub(super) struct Shelf {
    capacity: u64,
    taken: BTreeMap<Minute, u64>,
}

impl Shelf {
    pub(super) fn of(stock: Stock) -> Self {
        Self { capacity: u64::from(stock.capacity), taken: BTreeMap::from([(0, 0)]) }
    }

    pub(super) fn take(&mut self, span: Span, amount: u32) {
        self.change(span, |taken| taken + u64::from(amount));
    }

    pub(super) fn give_back(&mut self, span: Span, amount: u32) {
        self.change(span, |taken| taken - u64::from(amount));
    }

    /// The first end of a stretch inside `span` that has not so much left.
    pub(super) fn short_until(&self, span: Span, amount: u64) -> Option<Minute> {
        let lacks = |taken: u64| taken.saturating_add(amount) > self.capacity;
        let at = self.taken.range(..=span.start).next_back().map_or(0, |level| *level.0);
        let (first, _) = self.taken.range(at..span.end).find(|level| lacks(*level.1))?;
        let enough = self.taken.range(first + 1..).find(|level| !lacks(*level.1));
        Some(enough.map_or(Minute::MAX, |level| *level.0))
    }

    fn change(&mut self, span: Span, by: impl Fn(u64) -> u64) {
        for edge in [span.start, span.end] {
            let level = self.taken.range(..=edge).next_back().map_or(0, |level| *level.1);
            self.taken.entry(edge).or_insert(level);
        }
        for (_, level) in self.taken.range_mut(span.start..span.end) {
            *level = by(*level);
        }
    }
}

/// On which days a contact is solicited, and by which tasks.
#[derive(Default)]
pub(super) struct Solicited(BTreeSet<(u32, TaskId)>);

impl Solicited {
    pub(super) fn add(&mut self, start: Minute, task: TaskId) {
        self.0.insert((start / DAY, task));
    }

    pub(super) fn remove(&mut self, start: Minute, task: TaskId) {
        self.0.remove(&(start / DAY, task));
    }

    /// Whether once more on the day of `start` would be too often within some days in a row: the
    /// last task that makes it so.
    pub(super) fn too_often(&self, start: Minute, pressure: Pressure) -> Option<TaskId> {
        let (day, reach) = (start / DAY, pressure.days - 1);
        (day.saturating_sub(reach)..=day).find_map(|first| {
            let last = first.saturating_add(reach);
            let days = (first, TaskId(0))..=(last, TaskId(u32::MAX));
            let full = self.0.range(days.clone()).count() >= pressure.times as usize;
            self.0.range(days).next_back().filter(|_| full).map(|one| one.1)
        })
    }
}
