//! The finite schedule (*ordonnancement à capacité finie*): the door between the trade and the planner.
//!
//! Jobs of the trade go in with the people of the workshop; appointments come out with the reason of
//! each date, and what found no date with its cause. Times are civil times of the workshop's zone.

mod appointment;
mod cast;
mod chain;
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
pub(crate) mod example;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod tests;

pub use appointment::{Appointment, Lateness, Load, Price, Schedule, Unplaced};
pub use atelier_planner::{Effort, Progress, ToTheEnd, Watch};
pub use compare::{Change, Move, Seat, compare};
pub use job::{After, Alternative, Delay, Job, Pin};
pub use late::LateCase;
pub(crate) use late::lateness;
pub use needs::Wanted;
pub(crate) use needs::seat;
pub use reason::{Blocked, Cause, Fits, Off, OffCause, Reason, Why};
pub use rule::Rule;
pub use words::Speaker;

pub(crate) use appointment::is_first;

use crate::language::{Minutes, OrderId, Period};
use crate::process::Workshop;
use atelier_planner::{Costs, Fault, Pressure, Problem, Stock, Violation};

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
    /// How hard to look for a better plan once every job has its place.
    pub effort: Effort,
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

/// Places every job at its earliest feasible time, case by case in the order of the rule, then improves
/// within the effort.
///
/// Every job comes back exactly once, as an appointment or unplaced with its cause. The result has
/// passed the independent checker. Same input, same output.
///
/// # Errors
/// [`Incident`]; never because there is too little room.
pub fn schedule(request: &Request) -> Result<Schedule, Incident> {
    schedule_watched(request, &ToTheEnd)
}

/// The same, followed by somebody who may stop the improvement: the best plan so far is then given.
///
/// # Errors
/// Those of [`schedule`].
pub fn schedule_watched(request: &Request, watch: &dyn Watch) -> Result<Schedule, Incident> {
    let ranking = rule::rank(request)?;
    let frame = frame::Frame::of(request.period, request.jobs);
    let problem = problem(request, &frame)?;
    let plan = atelier_planner::solve(&problem, &ranking.order, &request.effort, watch)?;
    let violations = atelier_planner::check(&problem, &plan.placed());
    if !violations.is_empty() {
        return Err(Incident::Broken(violations));
    }
    let price = Price { paid: plan.price, least: plan.bound, effort: request.effort.rounds > 0 };
    let outcome = outcome::Outcome::of(request, &frame, &problem);
    Ok(outcome.schedule(plan.draft(&problem), ranking.without_margin, price))
}

fn problem(request: &Request, frame: &frame::Frame) -> Result<Problem, Incident> {
    let policy = &request.workshop.policy;
    let room = |room: &crate::process::Room| Stock { capacity: room.count };
    Ok(Problem {
        grid: u32::try_from(request.grid.0).unwrap_or(0),
        horizon: frame.horizon(),
        open_days: frame.days().map(|day| request.workshop.is_open(day)).collect(),
        resources: frame.resources(request),
        stocks: policy.rooms.iter().map(room).collect(),
        tasks: job::tasks(request, frame)?,
        pressure: policy.solicitation.map(|rule| Pressure { times: rule.times, days: rule.days }),
        costs: Costs {
            switch: u64::from(policy.prices.seller_change),
            trip: u64::from(policy.prices.trip),
            ..Costs::default()
        },
    })
}
