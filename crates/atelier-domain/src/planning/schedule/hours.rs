//! Who works when, day by day.

use crate::language::Minutes;
use crate::process::{Absence, Calendar, Hours, Resource, Workshop};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Part-time days end on a multiple of it.
const PART_TIME_GRID: i64 = 5;

/// Windows in which somebody works that day, sorted and disjoint.
///
/// Leave wins over everything; then the most specific exception (resource, team, kind, everybody);
/// then public holidays; then the weekly pattern. Part time shortens the day from its end, rounded
/// down to five minutes. Nobody works without a calendar.
pub(super) fn hours_of(workshop: &Workshop, resource: &Resource, date: Date) -> Vec<Hours> {
    let away = |leave: &Absence| leave.first <= date && date <= leave.last;
    let (Some(pattern), false) = (pattern_of(workshop, resource, date), resource.leave.iter().any(away))
    else {
        return Vec::new();
    };
    let full = match exception_hours(workshop, resource, date) {
        Some(hours) => hours,
        None if workshop.holidays.contains_key(&date) => &[],
        None => pattern,
    };
    shorten(full, resource)
}

/// What the weekly calendar alone would give; `None` without a calendar.
pub(super) fn pattern_of<'a>(workshop: &'a Workshop, resource: &Resource, date: Date) -> Option<&'a [Hours]> {
    let code = resource.calendar.as_ref()?;
    let calendar: &Calendar = workshop.calendars.iter().find(|known| known.code == *code)?;
    let day = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
    Some(&calendar.week[day])
}

/// The exception of the day that concerns the resource most closely.
pub(super) fn exception_of<'a>(
    workshop: &'a Workshop,
    resource: &Resource,
    date: Date,
) -> Option<&'a crate::process::Exception> {
    let rank = |who: &str| match who {
        who if who == resource.code => Some(3),
        who if who == resource.team => Some(2),
        who if who == resource.kind => Some(1),
        "*" => Some(0),
        _ => None,
    };
    let that_day = workshop.exceptions.iter().filter(|exception| exception.on == date);
    let ranked = that_day.filter_map(|exception| Some((rank(&exception.who)?, exception)));
    ranked.max_by_key(|(rank, _)| *rank).map(|(_, exception)| exception)
}

fn exception_hours<'a>(workshop: &'a Workshop, resource: &Resource, date: Date) -> Option<&'a [Hours]> {
    exception_of(workshop, resource, date).map(|exception| exception.hours.as_slice())
}

/// Whether the company works that day (*jour ouvré*): Monday to Friday without public holidays,
/// unless an exception for everybody says otherwise.
pub(super) fn open_day(workshop: &Workshop, date: Date) -> bool {
    let everybody = |exception: &&crate::process::Exception| exception.on == date && exception.who == "*";
    if let Some(exception) = workshop.exceptions.iter().find(everybody) {
        return !exception.hours.is_empty();
    }
    let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
    !weekend && !workshop.holidays.contains_key(&date)
}

/// The first part of a day, as long as the part time worked.
fn shorten(hours: &[Hours], resource: &Resource) -> Vec<Hours> {
    let whole: Minutes = hours.iter().map(|hours| hours.minutes()).sum();
    let part = resource.part_time.of(whole);
    let mut left = if part == whole { whole.0 } else { part.0 / PART_TIME_GRID * PART_TIME_GRID };
    let mut kept = Vec::with_capacity(hours.len());
    for window in hours {
        let minutes = window.minutes().0.min(left);
        if let (true, Ok(to)) = (minutes > 0, window.from.checked_add(minutes.minutes())) {
            kept.push(Hours { from: window.from, to });
        }
        left -= minutes;
    }
    kept
}
