//! From the planner's draft back to the trade: people, orders, civil times and reasons.

use super::frame::Frame;
use super::needs::{self, Wanted};
use super::reason::{Blocked, Cause, Reason};
use super::{Appointment, Job, Load, Request, Schedule, Unplaced, late};
use crate::language::{CaseId, Minutes};
use crate::process::Resource;
use atelier_planner::{Draft, Obstacle, Placed, Problem, ResourceId, Span, Task, TaskId};

/// What was asked, beside what the planner was given.
pub(super) struct Outcome<'a> {
    pub(super) request: &'a Request<'a>,
    pub(super) frame: &'a Frame,
    pub(super) problem: &'a Problem,
}

impl Outcome<'_> {
    pub(super) fn schedule(&self, draft: Draft, without_margin: Vec<CaseId>) -> Schedule {
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
            reasons: self.reasons(placed),
        }
    }

    /// What lies before the period is not told: nothing could be planned there.
    fn reasons(&self, placed: &Placed) -> Vec<Reason> {
        let task = self.task(placed.placement.task);
        let planned = placed.reasons.iter().filter(|obstacle| obstacle.span.end > self.frame.first());
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
                planned[who.0 as usize] += self.frame.inside(placed.placement.span);
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
