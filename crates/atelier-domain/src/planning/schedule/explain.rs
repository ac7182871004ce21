//! One obstacle of the planner in the terms of the trade.

use super::Delay;
use super::frame::{clock, midnight};
use super::outcome::Outcome;
use super::reason::{Fits, Off, OffCause, Why};
use crate::language::Minutes;
use crate::process::Resource;
use atelier_planner::{Link, Minute, Pressure, ResourceId, Span, Task, Wait, What};
use jiff::ToSpan;

/// A morning ends by then, in minutes after midnight.
const MORNING_ENDS: Minute = 14 * 60;
/// An afternoon starts from then on.
const AFTERNOON_STARTS: Minute = 12 * 60;

impl Outcome<'_> {
    /// `span`: the stretch of one obstacle; without it, what is said holds for the whole plan.
    pub(super) fn why(&self, what: What, task: &Task, span: Option<Span>) -> Why {
        match what {
            What::Pinned => Why::Pinned,
            What::Release => Why::Release,
            What::After(other) => {
                let link = task.after.iter().find(|link| link.task == other);
                Why::After { order: self.job(other).order, delay: delay(link.map(|link| link.wait)) }
            }
            What::Window => Why::Customer,
            What::Away(who) => {
                Why::Away { person: self.code(who), off: span.and_then(|span| self.off(who, span)) }
            }
            What::TooShort(who) => {
                let left = span.map_or_else(|| self.longest(who), |span| span.end - span.start);
                Why::TooShort {
                    person: self.code(who),
                    session: Minutes(i64::from(task.duration)),
                    left: Minutes(i64::from(left)),
                    fits: self.fits(who, task.duration),
                }
            }
            What::Busy(who, other) => Why::Busy { person: self.code(who), order: self.job(other).order },
            What::DayFull(who) => Why::DayFull { person: self.code(who) },
            What::Solicited(other) => {
                let rule = self.problem.pressure.unwrap_or(Pressure { times: 0, days: 0 });
                Why::Solicited { order: self.job(other).order, times: rule.times, days: rule.days }
            }
            What::Taken(stock) => {
                let room = self.request.workshop.policy.rooms.get(stock.0 as usize);
                Why::Taken { room: room.map(|room| room.name.clone()).unwrap_or_default() }
            }
            What::TooLongAfter(other) => {
                let link = task.after.iter().find(|link| link.task == other);
                let wait = link.and_then(|link| link.at_most).unwrap_or(0);
                Why::TooLongAfter { order: self.job(other).order, wait: Minutes(i64::from(wait)) }
            }
            What::TooLongBefore(other) => {
                let ours = |link: &&Link| std::ptr::eq(self.task(link.task), task);
                let wait =
                    self.task(other).after.iter().find(ours).and_then(|link| link.at_most).unwrap_or(0);
                Why::TooLongBefore { order: self.job(other).order, wait: Minutes(i64::from(wait)) }
            }
            What::Slack => Why::Slack,
        }
    }

    /// The first day inside the stretch that the week of the person would have had them work.
    pub(super) fn off(&self, who: ResourceId, span: Span) -> Option<Off> {
        if let Some(known) = self.days_off.borrow().get(&(who, span)) {
            return known.clone();
        }
        let found = self.day_off(who, span);
        self.days_off.borrow_mut().insert((who, span), found.clone());
        found
    }

    fn day_off(&self, who: ResourceId, span: Span) -> Option<Off> {
        let person = self.person(who);
        let (from, until) = (self.frame.moment(span.start), self.frame.moment(span.end));
        let days = from.date().series(1.day()).take_while(|&day| midnight(day) < until);
        // A day of work begun before the stretch is no day off.
        days.skip_while(|&day| midnight(day) < from).find_map(|day| {
            let pattern = self.request.workshop.pattern_of(person, day)?;
            let off = !pattern.is_empty() && self.request.workshop.hours_of(person, day).is_empty();
            off.then(|| Off { day, cause: self.off_cause(person, day) })
        })
    }

    fn off_cause(&self, person: &Resource, day: jiff::civil::Date) -> OffCause {
        let workshop = self.request.workshop;
        match (person.is_away(day), workshop.exception_of(person, day), workshop.holidays.get(&day)) {
            (false, Some(exception), _) => OffCause::Exception { name: exception.name.clone() },
            (false, None, Some(name)) => OffCause::Holiday { name: name.clone() },
            _ => OffCause::Leave,
        }
    }

    fn fits(&self, who: ResourceId, session: Minute) -> Fits {
        let windows = &self.problem.resources[who.0 as usize].windows;
        let fitting: Vec<&Span> = windows.iter().filter(|one| one.end - one.start >= session).collect();
        let morning = |one: &&Span| clock(one.start) < clock(one.end) && clock(one.end) <= MORNING_ENDS;
        let afternoon = |one: &&Span| clock(one.start) >= AFTERNOON_STARTS;
        match fitting.as_slice() {
            [] => Fits::Nowhere,
            list if list.iter().all(morning) => Fits::Mornings,
            list if list.iter().all(afternoon) => Fits::Afternoons,
            _ => Fits::Somewhere,
        }
    }

    fn longest(&self, who: ResourceId) -> Minute {
        let windows = &self.problem.resources[who.0 as usize].windows;
        windows.iter().map(|window| window.end - window.start).max().unwrap_or(0)
    }
}

fn delay(wait: Option<Wait>) -> Delay {
    match wait {
        Some(Wait::OpenDays(days)) => Delay::OpenDays(days),
        Some(Wait::Elapsed(minutes)) => Delay::Elapsed(Minutes(i64::from(minutes))),
        None => Delay::Elapsed(Minutes(0)),
    }
}
