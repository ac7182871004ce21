//! From the planner's draft back to the trade: people, orders, civil times and reasons.

use super::frame::Frame;
use super::needs::{self, Wanted};
use super::reason::{Blocked, Cause, Off, Reason};
use super::{Appointment, Job, Load, Price, Request, Schedule, Unplaced, late};
use crate::language::{CaseId, Minutes};
use crate::process::Resource;
use atelier_planner::{Draft, Obstacle, Placed, Problem, ResourceId, Span, Task, TaskId, What};
use std::cell::RefCell;
use std::collections::HashMap;

/// Jobs up to which every reason is kept; beyond, only those worth telling (see [`Appointment::telling`]),
/// since nights and breaks of fifty thousand jobs would fill the memory.
const EVERY_REASON: usize = 2_000;

/// What was asked, beside what the planner was given.
pub(super) struct Outcome<'a> {
    pub(super) request: &'a Request<'a>,
    pub(super) frame: &'a Frame,
    pub(super) problem: &'a Problem,
    /// Days off already looked for: the same stretch is met by every job of a person.
    pub(super) days_off: RefCell<HashMap<(ResourceId, Span), Option<Off>>>,
}

impl<'a> Outcome<'a> {
    pub(super) fn of(request: &'a Request<'a>, frame: &'a Frame, problem: &'a Problem) -> Self {
        Self { request, frame, problem, days_off: RefCell::default() }
    }
}

impl Outcome<'_> {
    pub(super) fn schedule(&self, draft: Draft, without_margin: Vec<CaseId>, price: Price) -> Schedule {
        let loads = self.loads(&draft);
        let mut appointments: Vec<_> = draft.placed.iter().map(|placed| self.appointment(placed)).collect();
        appointments.sort_by_key(|appointment| (appointment.start, appointment.order));
        let unplaced = draft.refused.into_iter().map(|refused| self.unplaced(refused)).collect();
        Schedule {
            period: self.request.period,
            rule: self.request.rule.clone(),
            appointments,
            unplaced,
            loads,
            without_margin,
            price,
        }
    }

    fn appointment(&self, placed: &Placed) -> Appointment {
        let job = self.job(placed.placement.task);
        let span = placed.placement.span;
        let (start, end, people) = match &job.pinned {
            Some(pin) => (pin.start, pin.end, pin.people.clone()),
            None => (
                self.frame.moment(span.start),
                self.frame.moment(span.end),
                placed.placement.who.iter().map(|&who| self.person(who).code.clone()).collect(),
            ),
        };
        Appointment {
            order: job.order,
            case: job.case,
            customer: job.customer.clone(),
            operation: job.operation.clone(),
            action: job.action.clone(),
            start,
            end,
            people,
            due: job.due,
            late: job.due.and_then(|due| late::lateness(self.request.workshop, due, end)),
            pinned: job.pinned.is_some(),
            way: job.pinned.as_ref().map_or(placed.placement.mode, |pin| pin.way),
            reasons: self.reasons(placed),
        }
    }

    /// What lies before the period is not told: nothing could be planned there.
    fn reasons(&self, placed: &Placed) -> Vec<Reason> {
        let task = self.task(placed.placement.task);
        let told = if self.request.jobs.len() > EVERY_REASON {
            self.telling(placed)
        } else {
            placed.reasons.iter().collect()
        };
        let planned = told.into_iter().filter(|obstacle| obstacle.span.end > self.frame.first());
        let inside = planned.map(|obstacle| {
            let start = obstacle.span.start.max(self.frame.first());
            Obstacle { span: Span { start, end: obstacle.span.end }, what: obstacle.what }
        });
        let reason = |obstacle: Obstacle| Reason {
            from: self.frame.moment(obstacle.span.start),
            until: self.frame.moment(obstacle.span.end),
            why: self.why(obstacle.what, task, Some(obstacle.span)),
        };
        inside.map(reason).collect()
    }

    /// The obstacles that will be told: no night, no break, and of those with the same subject the last.
    fn telling<'p>(&self, placed: &'p Placed) -> Vec<&'p Obstacle> {
        let told = |obstacle: &&Obstacle| match obstacle.what {
            What::Away(who) => self.off(who, obstacle.span).is_some(),
            _ => true,
        };
        let list: Vec<&Obstacle> = placed.reasons.iter().filter(told).collect();
        let again = |index: usize| {
            let same = |later: &&Obstacle| later.what == list[index].what;
            !matches!(list[index].what, What::Away(_)) && list[index + 1..].iter().any(same)
        };
        (0..list.len()).filter(|&index| !again(index)).map(|index| list[index]).collect()
    }

    fn unplaced(&self, refused: atelier_planner::Refused) -> Unplaced {
        let job = self.job(refused.task);
        Unplaced {
            order: job.order,
            case: job.case,
            customer: job.customer.clone(),
            operation: job.operation.clone(),
            action: job.action.clone(),
            due: job.due,
            cause: self.cause(job, refused),
        }
    }

    fn cause(&self, job: &Job, refused: atelier_planner::Refused) -> Cause {
        match refused.cause {
            atelier_planner::Cause::NobodyCapable(seat) => {
                let nobody = Wanted::Kind { kind: String::new(), skill: None };
                let wanted = needs::wanted(job, self.request.workshop).into_iter().nth(seat);
                Cause::NobodyCapable { wanted: wanted.unwrap_or(nobody) }
            }
            atelier_planner::Cause::PredecessorRefused(task) => {
                Cause::Predecessor { order: self.job(task).order }
            }
            atelier_planner::Cause::Bound(task) => Cause::Bound { order: self.job(task).order },
            atelier_planner::Cause::Dearer => Cause::Dearer,
            atelier_planner::Cause::BeyondHorizon => Cause::BeyondHorizon,
            atelier_planner::Cause::NoRoom(list) => {
                let task = self.task(refused.task);
                let blocked = |(what, minutes)| Blocked {
                    why: self.why(what, task, None),
                    minutes: Minutes(i64::from(minutes)),
                };
                Cause::NoRoom { obstacles: list.into_iter().map(blocked).collect() }
            }
        }
    }

    fn loads(&self, draft: &Draft) -> Vec<Load> {
        let mut planned = vec![Minutes(0); self.request.workshop.resources.len()];
        for placed in &draft.placed {
            for who in &placed.placement.who {
                planned[who.0 as usize] += self.work(placed);
            }
        }
        self.request
            .workshop
            .resources
            .iter()
            .zip(planned)
            .map(|(one, planned)| self.load(one, planned))
            .collect()
    }

    /// Work of each person inside the period; what is done in parts counts without its breaks.
    fn work(&self, placed: &Placed) -> Minutes {
        let (task, inside) = (self.task(placed.placement.task), self.frame.inside(placed.placement.span));
        if task.split { inside.min(Minutes(i64::from(task.duration))) } else { inside }
    }

    fn load(&self, one: &Resource, planned: Minutes) -> Load {
        let workshop = self.request.workshop;
        let worked = self.request.period.days().map(|day| workshop.day_minutes(one, day)).sum();
        let given = self.request.period.days().map(|day| workshop.capacity(one, day)).sum();
        let (person, name, kind) = (one.code.clone(), one.name.clone(), one.kind.clone());
        Load { person, name, kind, planned, worked, given }
    }

    pub(super) fn job(&self, task: TaskId) -> &Job {
        &self.request.jobs[task.0 as usize]
    }

    pub(super) fn task(&self, task: TaskId) -> &Task {
        &self.problem.tasks[task.0 as usize]
    }

    pub(super) fn person(&self, who: ResourceId) -> &Resource {
        &self.request.workshop.resources[who.0 as usize]
    }

    pub(super) fn code(&self, who: ResourceId) -> String {
        self.person(who).code.clone()
    }
}
