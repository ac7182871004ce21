//! Who works when: weekly pattern, public holidays, days that differ, leave, part time.

use super::{Exception, Hours, Resource, Workshop};
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
        let Some(pattern) = self.pattern_of(resource, date).filter(|_| !resource.is_away(date)) else {
            return Vec::new();
        };
        let full = match self.exception_of(resource, date) {
            Some(exception) => &exception.hours,
            None if self.holidays.contains_key(&date) => &[][..],
            None => pattern,
        };
        shorten(full, resource.part_time)
    }

    /// Length of the day that somebody works.
    pub fn day_minutes(&self, resource: &Resource, date: Date) -> Minutes {
        self.hours_of(resource, date).into_iter().map(Hours::minutes).sum()
    }

    /// Minutes that somebody works from Monday to Sunday, when nothing differs; none without a calendar.
    pub fn week_of(&self, resource: &Resource) -> [Minutes; 7] {
        let known = self.calendars.iter().find(|known| Some(&known.code) == resource.calendar.as_ref());
        let minutes = |day: &Vec<Hours>| {
            shorten(day, resource.part_time).into_iter().map(Hours::minutes).sum::<Minutes>()
        };
        known.map_or([Minutes(0); 7], |known| known.week.each_ref().map(minutes))
    }

    /// Minutes of the day given to planned actions, rounded down.
    pub fn capacity(&self, resource: &Resource, date: Date) -> Minutes {
        resource.share.of(self.day_minutes(resource, date))
    }

    /// Working days (*jours ouvrés*) of the calendar: Monday to Friday without public holidays, whatever
    /// the company does on them. Delays count [open days](Self::is_open) instead.
    pub fn working_days(&self, period: Period) -> i64 {
        i64::try_from(period.days().filter(|day| self.is_working_day(*day)).count()).unwrap_or(i64::MAX)
    }

    /// Whether the company opens that day (*jour d'ouverture*): a working day, unless an exception for
    /// everybody says otherwise. A day when everybody is in a meeting is a working day, and not open.
    ///
    /// Waits between actions and lateness are counted in open days.
    pub fn is_open(&self, date: Date) -> bool {
        let everybody = |exception: &&Exception| exception.on == date && exception.who == "*";
        let exception = self.exceptions.iter().find(everybody);
        exception.map_or_else(|| self.is_working_day(date), |exception| !exception.hours.is_empty())
    }

    fn is_working_day(&self, date: Date) -> bool {
        let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
        !weekend && !self.holidays.contains_key(&date)
    }

    /// What the weekly calendar alone would give; `None` without a calendar.
    pub fn pattern_of(&self, resource: &Resource, date: Date) -> Option<&[Hours]> {
        let code = resource.calendar.as_ref()?;
        let calendar = self.calendars.iter().find(|known| known.code == *code)?;
        let day = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
        Some(&calendar.week[day])
    }

    /// The exception of the day that concerns the resource most closely.
    pub fn exception_of(&self, resource: &Resource, date: Date) -> Option<&Exception> {
        let rank = |who: &str| match who {
            who if who == resource.code => Some(3),
            who if who == resource.team => Some(2),
            who if who == resource.kind => Some(1),
            "*" => Some(0),
            _ => None,
        };
        let that_day = self.exceptions.iter().filter(|exception| exception.on == date);
        let ranked = that_day.filter_map(|exception| Some((rank(&exception.who)?, exception)));
        ranked.max_by_key(|(rank, _)| *rank).map(|(_, exception)| exception)
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
