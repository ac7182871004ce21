//! The hours that other work leaves, and those of the weeks after a plan.

use super::{Capacity, Load};
use crate::language::{Minutes, Week};
use crate::process::Workshop;

impl Capacity {
    /// The hours that these loads leave, kind by kind.
    ///
    /// What a week cannot hold is taken from the weeks before it, the nearest first, then from those
    /// after: work is done early rather than late, as in the cumulated load that names the shortage.
    #[must_use]
    pub fn without<'l>(&self, loads: impl IntoIterator<Item = &'l Load>) -> Self {
        let mut left = self.clone();
        for line in loads.into_iter().flat_map(|load| &load.lines) {
            left.take(&line.kind, line.week, line.minutes);
        }
        left
    }

    fn take(&mut self, kind: &str, week: usize, minutes: Minutes) {
        let mut rest = minutes;
        for week in (0..=week).rev().chain(week + 1..self.weeks.len()) {
            for row in self.rows.iter_mut().filter(|row| row.kind == kind) {
                let taken = rest.min(row.by_week[week]);
                row.by_week[week] = row.by_week[week] - taken;
                rest = rest - taken;
            }
        }
    }

    /// The same hours followed by those of `count` weeks more, all of them free.
    #[must_use]
    pub fn followed_by(mut self, workshop: &Workshop, count: i64) -> Self {
        let Some(last) = self.weeks.last().copied() else { return self };
        let later: Vec<Week> = (1..=count).map(|count| last.plus(count)).collect();
        let more = Self::of(workshop, &later, |resource, day| workshop.capacity(resource, day));
        for (row, next) in self.rows.iter_mut().zip(more.rows) {
            row.by_week.extend(next.by_week);
        }
        self.weeks.extend(later);
        self
    }
}
