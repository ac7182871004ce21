//! Whether a problem and an order can be read at all: every flaw at once, each with its place.
//!
//! What is only hopeless (no candidate, no working time, a task longer than the plan) is no flaw: the
//! engine refuses that task and says why.

mod cycles;
mod tasks;

use crate::{Link, Minute, Problem, Resource, ResourceId, Span, TaskId};
use std::fmt;

/// No date or length lies beyond a hundred years, so that sums of them stay small numbers and the
/// time of a resource stays a small table.
const MINUTES_MAX: Minute = 100 * 366 * 1_440;
/// A hundred times the standard.
const PACE_MAX: u32 = 10_000;
/// Twice the price of the dearest plan must still be a number.
const PRICE_MAX: u128 = 1 << 61;

/// A problem or an order that cannot be read: a mistake of the caller.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The order leaves a task out or names it twice.
    #[error("task {0:?} must stand exactly once in the order")]
    Order(TaskId),
    /// A predecessor stands after its successor in the order.
    #[error("task {0:?} stands before its predecessor {1:?}")]
    Backwards(TaskId, TaskId),
    /// Tasks, resources or numbers that cannot be: all of them, never empty.
    #[error("{}", told(.0))]
    Shape(Vec<Flaw>),
}

/// Something in a problem that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Where.
    pub place: Place,
    /// What, for a log.
    pub what: String,
}

/// A place in a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Its grid, horizon, pressure or costs.
    Problem,
    /// A resource.
    Resource(ResourceId),
    /// A task.
    Task(TaskId),
}

impl fmt::Display for Flaw {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Place::Problem => write!(out, "the problem {}", self.what),
            Place::Resource(id) => write!(out, "resource {} {}", id.0, self.what),
            Place::Task(id) => write!(out, "task {} {}", id.0, self.what),
        }
    }
}

/// The first twenty, and how many more.
fn told(flaws: &[Flaw]) -> String {
    let first: Vec<String> = flaws.iter().take(20).map(Flaw::to_string).collect();
    let more = flaws.len() - first.len();
    let rest = if more == 0 { String::new() } else { format!("; and {more} more") };
    first.join("; ") + &rest
}

/// Flaws under collection at one place.
struct Flaws<'a> {
    place: Place,
    list: &'a mut Vec<Flaw>,
}

impl Flaws<'_> {
    fn require(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.list.push(Flaw { place: self.place, what: what() });
        }
    }
}

/// # Errors
/// [`Fault::Shape`] with every flaw, by place.
pub(crate) fn read(problem: &Problem) -> Result<(), Fault> {
    let mut list = Vec::new();
    numbers(problem, &mut Flaws { place: Place::Problem, list: &mut list });
    for (id, resource) in (0..).map(ResourceId).zip(&problem.resources) {
        read_resource(resource, &mut Flaws { place: Place::Resource(id), list: &mut list });
    }
    for (id, task) in (0..).map(TaskId).zip(&problem.tasks) {
        tasks::read(problem, id, task, &mut Flaws { place: Place::Task(id), list: &mut list });
    }
    for cycle in cycles::find(problem) {
        let place = Place::Task(TaskId(cycle[0]));
        Flaws { place, list: &mut list }.require(false, || cycles::told(&cycle));
    }
    if list.is_empty() { Ok(()) } else { Err(Fault::Shape(list)) }
}

fn numbers(problem: &Problem, flaws: &mut Flaws) {
    let (grid, horizon) = (problem.grid, problem.horizon);
    flaws.require(grid > 0, || "has a grid of 0 minutes".to_owned());
    flaws.require(horizon <= MINUTES_MAX, || format!("ends at minute {horizon}, beyond a hundred years"));
    if let Some(pressure) = problem.pressure {
        let (times, days) = (pressure.times, pressure.days);
        flaws.require(times > 0 && days > 0, || {
            format!("allows a contact {times} times in {days} days: neither can be 0")
        });
    }
    let dearest = dearest(problem);
    flaws.require(dearest < PRICE_MAX, || format!("may cost {dearest}, which is too much to count"));
}

/// Above the price of every plan: each task left out, moved and late by the whole plan, in its dearest way.
fn dearest(problem: &Problem) -> u128 {
    let costs = problem.costs;
    let per_seat = u128::from(costs.switch) + u128::from(costs.trip);
    let per_task = u128::from(costs.unplaced) + u128::from(costs.moved);
    let of_task = |task: &crate::Task| {
        let pinned = task.pinned.as_ref().map_or(0, |pin| pin.span.end);
        let late = u128::from(task.weight) * u128::from(problem.horizon.max(pinned));
        let seats = task.modes.iter().map(|mode| mode.needs.len()).max().unwrap_or(0).max(task.needs.len());
        let mode = task.modes.iter().map(|mode| mode.cost).max().unwrap_or(0);
        per_task + late + seats as u128 * per_seat + u128::from(mode)
    };
    problem.tasks.iter().map(of_task).sum()
}

fn read_resource(resource: &Resource, flaws: &mut Flaws) {
    let apart = sorted(&resource.windows, |left, right| left < right);
    flaws.require(apart, || "has windows that are not sorted and apart".to_owned());
    let pace = resource.pace;
    flaws.require((1..=PACE_MAX).contains(&pace), || {
        format!("works at {pace} %: not between 1 and {PACE_MAX}")
    });
}

/// Every task exactly once, each after its predecessors. What is pinned has its date beforehand,
/// so it may stand anywhere and does not look at its own predecessors.
///
/// # Errors
/// The first [`Fault::Order`] or [`Fault::Backwards`].
pub(crate) fn read_order(problem: &Problem, order: &[TaskId]) -> Result<(), Fault> {
    let pinned: Vec<bool> = problem.tasks.iter().map(|task| task.pinned.is_some()).collect();
    let mut met = vec![false; problem.tasks.len()];
    for &id in order {
        let index = id.0 as usize;
        if met.get(index).is_none_or(|&twice| twice) {
            return Err(Fault::Order(id));
        }
        let waits = |link: &&Link| !met[link.task.0 as usize] && !pinned[link.task.0 as usize];
        if let Some(link) = problem.tasks[index].after.iter().find(waits).filter(|_| !pinned[index]) {
            return Err(Fault::Backwards(id, link.task));
        }
        met[index] = true;
    }
    match met.iter().position(|&met| !met) {
        Some(missing) => Err(Fault::Order(TaskId(missing as u32))),
        None => Ok(()),
    }
}

fn sorted(spans: &[Span], apart: fn(Minute, Minute) -> bool) -> bool {
    spans.iter().all(|span| span.start < span.end)
        && spans.windows(2).all(|pair| apart(pair[0].end, pair[1].start))
}
