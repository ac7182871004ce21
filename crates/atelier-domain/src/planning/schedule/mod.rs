//! The finite schedule (*ordonnancement à capacité finie*): the door between the trade and the planner.
//!
//! Jobs of the trade go in with the people of the workshop; appointments come out with the reason of
//! each date, and what found no date with its cause. Times are civil times of the workshop's zone.

mod appointment;
mod compare;
mod explain;
mod frame;
mod job;
mod late;
mod needs;
mod outcome;
mod reason;
mod rule;
mod words;

#[cfg(test)]
mod example;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod tests;

pub use appointment::{Appointment, Lateness, Load, Schedule, Unplaced};
pub use compare::{Change, Move, Seat, compare};
pub use job::{After, Delay, Job, Pin};
pub use late::LateCase;
pub use needs::Wanted;
pub use reason::{Blocked, Cause, Fits, Off, OffCause, Reason, Why};
pub use rule::Rule;
pub use words::Speaker;

use crate::language::{Minutes, OrderId, Period};
use crate::process::Workshop;
use atelier_planner::{Effort, Fault, Problem, ToTheEnd, Violation, solve};

/// What is to be scheduled, when, by whom and by which rule.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// People and calendars.
    pub workshop: &'a Workshop,
    /// Days that may be planned; nothing is placed outside.
    pub period: Period,
    /// Starts fall on multiples of it.
    pub grid: Minutes,
    /// Who comes first.
    pub rule: &'a Rule,
    /// The action orders; those of one case in the order of its operations.
    pub jobs: &'a [Job],
}

/// A schedule that could not be made by our fault: the jobs contradict each other, or the plan its rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Incident {
    /// Two jobs carry the same order.
    #[error("order {0} stands twice among the jobs")]
    Twice(OrderId),
    /// A job without work cannot be placed.
    #[error("order {0} lasts no minute")]
    NoDuration(OrderId),
    /// A job waits for one that is not there.
    #[error("order {0} waits for order {1}, which is not among the jobs")]
    UnknownPredecessor(OrderId, OrderId),
    /// Jobs that wait for each other.
    #[error("orders wait for each other: {0:?}")]
    Circle(Vec<OrderId>),
    /// The planner could not read its problem.
    #[error("the planner cannot read the problem: {0}")]
    Fault(#[from] Fault),
    /// The independent checker found a rule broken: the schedule is not published.
    #[error("the schedule breaks its own rules: {0:?}")]
    Broken(Vec<Violation>),
}

/// Places every job at its earliest feasible time, case by case in the order of the rule.
///
/// Every job comes back exactly once, as an appointment or unplaced with its cause. The result has
/// passed the independent checker. Same input, same output.
///
/// # Errors
/// [`Incident`]; never because there is too little room.
pub fn schedule(request: &Request) -> Result<Schedule, Incident> {
    let ranking = rule::rank(request)?;
    let frame = frame::Frame::of(request.period, request.jobs);
    let problem = problem(request, &frame)?;
    let plan = solve(&problem, &ranking.order, &Effort::default(), &ToTheEnd)?;
    let violations = atelier_planner::check(&problem, &plan.placed());
    if !violations.is_empty() {
        return Err(Incident::Broken(violations));
    }
    let outcome = outcome::Outcome { request, frame: &frame, problem: &problem };
    Ok(outcome.schedule(plan.draft(&problem), ranking.without_margin))
}

fn problem(request: &Request, frame: &frame::Frame) -> Result<Problem, Incident> {
    Ok(Problem {
        grid: u32::try_from(request.grid.0).unwrap_or(0),
        horizon: frame.horizon(),
        open_days: frame.days().map(|day| request.workshop.is_open(day)).collect(),
        resources: frame.resources(request),
        tasks: job::tasks(request, frame)?,
        ..Problem::default()
    })
}
