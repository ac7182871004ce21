//! Where an action could start, by person, everything else holding its place.

use super::Hand;
use crate::language::Period;
use crate::process::Resource;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

/// Starts open to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starts {
    /// Code.
    pub person: String,
    /// Whether they have it now.
    pub current: bool,
    /// First and last start of each stretch, both in, in time order.
    pub stretches: Vec<(DateTime, DateTime)>,
}

/// Minutes of a day, from, to.
type Span = (i64, i64);

impl Hand<'_> {
    /// The starts of `days` open to everybody able and `within` reach, in the order of the workshop. Those
    /// of another kind who have it now must be free too.
    pub fn starts(&self, days: Period, within: impl Fn(&Resource) -> bool) -> Vec<Starts> {
        let people = self.workshop.resources.iter().filter(|one| self.is_able(one) && within(one));
        let starts = people.map(|one| Starts {
            person: one.code.clone(),
            current: self.order.people.contains(&one.code),
            stretches: days.days().flat_map(|day| self.of_day(one, day)).collect(),
        });
        starts.collect()
    }

    fn of_day(&self, one: &Resource, day: Date) -> Vec<(DateTime, DateTime)> {
        if !self.period.holds(day) || day < self.now.date() {
            return Vec::new();
        }
        let others = self.order.people.iter().filter_map(|code| self.person(code));
        let others = others.filter(|other| other.kind != one.kind);
        let mut free = self.free(one, day);
        for other in others {
            free = both(&free, &self.free(other, day));
        }
        if let Some(windows) = &self.job.windows {
            let of_day = windows.iter().filter(|(from, _)| from.date() == day);
            free = both(&free, &of_day.map(|(from, to)| within(day, *from, *to)).collect::<Vec<_>>());
        }
        let (grid, length) = (self.grid.0.max(1), self.length().0);
        let not_before = minutes_on(day, self.earliest());
        let starts = free.into_iter().filter_map(|(from, to)| {
            let first = from.max(not_before).div_euclid(grid) * grid;
            let first = if first < from.max(not_before) { first + grid } else { first };
            let last = (to - length).div_euclid(grid) * grid;
            (first <= last).then(|| (moment(day, first), moment(day, last)))
        });
        starts.collect()
    }

    /// The hours of somebody on a day that nothing else takes.
    fn free(&self, one: &Resource, day: Date) -> Vec<Span> {
        let hours = self.workshop.hours_of(one, day);
        let mut free: Vec<Span> =
            hours.iter().map(|stretch| (minute(stretch.from), minute(stretch.to))).collect();
        for taken in self.busy.taken(&one.code) {
            if taken.start.date() <= day && day <= taken.end.date() {
                let (from, to) = within(day, taken.start, taken.end);
                free = free
                    .into_iter()
                    .flat_map(|span| [(span.0, span.1.min(from)), (span.0.max(to), span.1)])
                    .collect();
                free.retain(|span| span.0 < span.1);
            }
        }
        free
    }
}

/// What two sorted lists of stretches have in common.
fn both(a: &[Span], b: &[Span]) -> Vec<Span> {
    let pairs = a.iter().flat_map(|one| b.iter().map(move |other| (one.0.max(other.0), one.1.min(other.1))));
    pairs.filter(|span| span.0 < span.1).collect()
}

/// The part of a stretch that lies on a day.
fn within(day: Date, from: DateTime, to: DateTime) -> Span {
    (minutes_on(day, from).max(0), minutes_on(day, to).min(1_440))
}

/// Minutes from the midnight of a day; negative before it.
fn minutes_on(day: Date, at: DateTime) -> i64 {
    at.duration_since(day.at(0, 0, 0, 0)).as_mins()
}

fn minute(time: Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}

fn moment(day: Date, minutes: i64) -> DateTime {
    day.at(0, 0, 0, 0).saturating_add(minutes.minutes())
}
