//! Who works when: weekly pattern, public holidays, days that differ, leave, part time.

use super::{Hours, Resource, Workshop};
use crate::language::{Minutes, Period, Share};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Part-time days end on a multiple of it.
const PART_TIME_GRID: i64 = 5;

impl Workshop {
    /// Windows in which somebody works that day, sorted and disjoint.
    ///
    /// Leave wins over everything; then the most specific exception (resource, team, kind, everybody);
    /// then public holidays; then the weekly pattern. Part time shortens the day from its end, rounded
    /// down to five minutes. Nobody works without a calendar.
    pub fn hours_of(&self, resource: &Resource, date: Date) -> Vec<Hours> {
        let away = |leave: &super::Absence| leave.first <= date && date <= leave.last;
        let calendar = self.calendars.iter().find(|known| Some(&known.code) == resource.calendar.as_ref());
        let (Some(calendar), false) = (calendar, resource.leave.iter().any(away)) else { return Vec::new() };
        let day = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
        let full = match self.exception_for(resource, date) {
            Some(hours) => hours,
            None if self.holidays.contains_key(&date) => &[],
            None => &calendar.week[day],
        };
        shorten(full, resource.part_time)
    }

    /// Length of the day that somebody works.
    pub fn day_minutes(&self, resource: &Resource, date: Date) -> Minutes {
        self.hours_of(resource, date).into_iter().map(Hours::minutes).sum()
    }

    /// Minutes of the day given to planned actions, rounded down.
    pub fn capacity(&self, resource: &Resource, date: Date) -> Minutes {
        resource.share.of(self.day_minutes(resource, date))
    }

    /// Days from Monday to Friday that are not public holidays (*jours ouvrés*).
    pub fn working_days(&self, period: Period) -> i64 {
        let weekend = |date: Date| matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
        let works = |date: &Date| !weekend(*date) && !self.holidays.contains_key(date);
        i64::try_from(period.days().filter(works).count()).unwrap_or(i64::MAX)
    }

    /// Hours of the most specific exception of the day.
    fn exception_for(&self, resource: &Resource, date: Date) -> Option<&[Hours]> {
        let rank = |who: &str| match who {
            who if who == resource.code => Some(3),
            who if who == resource.team => Some(2),
            who if who == resource.kind => Some(1),
            "*" => Some(0),
            _ => None,
        };
        let that_day = self.exceptions.iter().filter(|exception| exception.on == date);
        let ranked = that_day.filter_map(|exception| Some((rank(&exception.who)?, exception)));
        ranked.max_by_key(|(rank, _)| *rank).map(|(_, exception)| exception.hours.as_slice())
    }
}

/// The first part of a day, `part` of its length.
fn shorten(hours: &[Hours], part: Share) -> Vec<Hours> {
    if part == Share::WHOLE {
        return hours.to_vec();
    }
    let whole: Minutes = hours.iter().map(|hours| hours.minutes()).sum();
    let mut left = part.of(whole).0 / PART_TIME_GRID * PART_TIME_GRID;
    let mut kept = Vec::new();
    for window in hours {
        let minutes = window.minutes().0.min(left);
        if let (true, Ok(to)) = (minutes > 0, window.from.checked_add(minutes.minutes())) {
            kept.push(Hours { from: window.from, to });
        }
        left -= minutes;
    }
    kept
}
