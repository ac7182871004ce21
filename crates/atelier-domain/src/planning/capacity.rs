//! Capacity (*capacité*): the minutes that people can give to planned actions, week by week.

use crate::language::{Minutes, Week};
use crate::process::{Resource, Workshop};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Capacity of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapacityRow {
    /// Code of the kind.
    pub kind: String,
    /// Code of the person.
    pub resource: String,
    /// Minutes of each week.
    pub by_week: Vec<Minutes>,
}

/// Somebody whose hours are not known: shown as "no capacity", never as nought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithoutCalendar {
    /// Code of the kind.
    pub kind: String,
    /// Code of the person.
    pub resource: String,
}

/// What the planning computations want to know of the workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// Weeks covered, in order.
    pub weeks: Vec<Week>,
    /// One row per person with a calendar.
    pub rows: Vec<CapacityRow>,
    /// People without one.
    pub without_calendar: Vec<WithoutCalendar>,
}

impl Capacity {
    /// Sums `minutes` (time given to planned actions by this person on this day) over the days of each week.
    pub fn of(workshop: &Workshop, weeks: &[Week], minutes: impl Fn(&Resource, Date) -> Minutes) -> Self {
        let (known, unknown): (Vec<&Resource>, Vec<&Resource>) =
            workshop.resources.iter().partition(|resource| resource.calendar.is_some());
        let week_of = |resource: &Resource, week: Week| {
            week.monday().series(jiff::ToSpan::days(1)).take(7).map(|date| minutes(resource, date)).sum()
        };
        let row = |resource: &Resource| CapacityRow {
            kind: resource.kind.clone(),
            resource: resource.code.clone(),
            by_week: weeks.iter().map(|&week| week_of(resource, week)).collect(),
        };
        let nameless = |resource: &Resource| WithoutCalendar {
            kind: resource.kind.clone(),
            resource: resource.code.clone(),
        };
        Self {
            weeks: weeks.to_vec(),
            rows: known.into_iter().map(row).collect(),
            without_calendar: unknown.into_iter().map(nameless).collect(),
        }
    }

    /// Minutes of a kind in each week; `None` when nobody of that kind has a calendar.
    pub fn kind(&self, code: &str) -> Option<Vec<Minutes>> {
        let mut rows = self.rows.iter().filter(|row| row.kind == code).peekable();
        rows.peek()?;
        let mut sum = vec![Minutes(0); self.weeks.len()];
        for row in rows {
            for (total, &minutes) in sum.iter_mut().zip(&row.by_week) {
                *total += minutes;
            }
        }
        Some(sum)
    }

    /// The kinds somebody belongs to, sorted.
    pub fn kinds(&self) -> BTreeSet<&str> {
        let with = self.rows.iter().map(|row| row.kind.as_str());
        with.chain(self.without_calendar.iter().map(|one| one.kind.as_str())).collect()
    }

    /// The first `count` weeks only.
    #[must_use]
    pub fn first(&self, count: usize) -> Self {
        let mut short = self.clone();
        short.weeks.truncate(count);
        for row in &mut short.rows {
            row.by_week.truncate(count);
        }
        short
    }
}
