//! The frame of a plan: civil times to minutes of the planner and back, and the time each person has.

use super::{Job, Request};
use crate::language::{Minutes, Period, Share};
use crate::process::Resource;
use atelier_planner::{DAY, Minute, Span};
use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, ToSpan};

/// Days of the plan, with those before that still hold a pinned action.
///
/// A civil day is taken as 1,440 minutes; the hour lost or gained in the night of a clock change
/// falls outside working hours.
pub(super) struct Frame {
    origin: Date,
    period: Period,
}

impl Frame {
    pub(super) fn of(period: Period, jobs: &[Job]) -> Self {
        let pinned = jobs.iter().filter_map(|job| job.pinned.as_ref()).map(|pin| pin.start.date());
        Self { origin: pinned.fold(period.first, Date::min), period }
    }

    /// Minutes since the first midnight, seconds rounded up; 0 for what lies before.
    pub(super) fn minute(&self, at: DateTime) -> Minute {
        let seconds = at.duration_since(midnight(self.origin)).as_secs().max(0);
        (seconds as u64).div_ceil(60).min(u64::from(Minute::MAX)) as Minute
    }

    pub(super) fn moment(&self, minute: Minute) -> DateTime {
        let after = SignedDuration::from_mins(i64::from(minute));
        midnight(self.origin).checked_add(after).unwrap_or(DateTime::MAX)
    }

    /// The first minute that may be planned.
    pub(super) fn first(&self) -> Minute {
        self.minute(midnight(self.period.first))
    }

    /// The first minute after the plan.
    pub(super) fn horizon(&self) -> Minute {
        self.minute(midnight(self.period.after))
    }

    /// Every day from the first midnight to the horizon.
    pub(super) fn days(&self) -> impl Iterator<Item = Date> {
        let after = self.period.after;
        self.origin.series(1.day()).take_while(move |&day| day < after)
    }

    /// Everybody's windows and daily allowance, in the order of the workshop.
    pub(super) fn resources(&self, request: &Request) -> Vec<atelier_planner::Resource> {
        request.workshop.resources.iter().map(|one| self.resource(request, one)).collect()
    }

    fn resource(&self, request: &Request, one: &Resource) -> atelier_planner::Resource {
        let mut windows: Vec<Span> = Vec::new();
        let mut allowance = Vec::new();
        for day in self.days() {
            let worked = request.workshop.hours_of(one, day);
            allowance.push(one.share.of(worked.iter().map(|hours| hours.minutes()).sum()).0 as Minute);
            for hours in worked {
                let start = self.minute(day.to_datetime(hours.from));
                let span = Span { start, end: start + hours.minutes().0 as Minute };
                // Two stretches that touch leave no break between them.
                match windows.last_mut() {
                    Some(last) if last.end == span.start => last.end = span.end,
                    _ => windows.push(span),
                }
            }
        }
        let day_allowance = (one.share != Share::WHOLE).then_some(allowance);
        atelier_planner::Resource { windows, day_allowance, ..atelier_planner::Resource::default() }
    }

    /// Minutes of a span that lie inside the period.
    pub(super) fn inside(&self, span: Span) -> Minutes {
        let (start, end) = (span.start.max(self.first()), span.end.min(self.horizon()));
        Minutes(i64::from(end.saturating_sub(start)))
    }
}

/// The clock time of a minute of the plan, in minutes since midnight.
pub(super) fn clock(minute: Minute) -> Minute {
    minute % DAY
}

pub(super) fn midnight(day: Date) -> DateTime {
    day.to_datetime(Time::midnight())
}
