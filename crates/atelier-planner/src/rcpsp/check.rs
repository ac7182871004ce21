//! The rules of a project read again, slowly and apart from the engine.

use super::project::{Mode, Project, Schedule};
use std::fmt;

/// A rule a schedule breaks. Activities and resources are numbered from one, as in the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Violation {
    /// The schedule has not one start and one mode per activity.
    Incomplete {
        /// Activities of the project.
        activities: usize,
        /// Starts given.
        starts: usize,
        /// Modes given.
        modes: usize,
    },
    /// A mode that the activity does not have.
    UnknownMode {
        /// The activity.
        activity: usize,
        /// The mode given.
        mode: usize,
    },
    /// An activity starts before another it must follow has ended.
    TooEarly {
        /// The one that starts.
        activity: usize,
        /// When it starts.
        start: u32,
        /// The one that must end first.
        after: usize,
        /// When that one ends.
        end: u64,
    },
    /// More units are held at an instant than there are.
    Overload {
        /// The resource.
        resource: usize,
        /// First period of the overload.
        period: u32,
        /// Units held.
        held: u64,
        /// Units there are.
        capacity: u32,
    },
    /// More units are consumed over the project than there are.
    Exhausted {
        /// The resource.
        resource: usize,
        /// Units consumed.
        consumed: u64,
        /// Units there are.
        capacity: u32,
    },
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Incomplete { activities, starts, modes } => {
                write!(out, "{starts} starts and {modes} modes for {activities} activities")
            }
            Self::UnknownMode { activity, mode } => write!(out, "activity {activity} has no mode {mode}"),
            Self::TooEarly { activity, start, after, end } => {
                write!(out, "activity {activity} starts at {start}, activity {after} ends at {end}")
            }
            Self::Overload { resource, period, held, capacity } => {
                write!(out, "resource {resource} at {period}: {held} held, {capacity} there")
            }
            Self::Exhausted { resource, consumed, capacity } => {
                write!(out, "resource {resource}: {consumed} consumed, {capacity} there")
            }
        }
    }
}

/// Every rule the schedule breaks; none: it is valid.
///
/// An overload is told once per resource and per stretch of time.
pub fn check(project: &Project, schedule: &Schedule) -> Vec<Violation> {
    let (activities, starts, modes) = (project.activities.len(), schedule.starts.len(), schedule.modes.len());
    if starts != activities || modes != activities {
        return vec![Violation::Incomplete { activities, starts, modes }];
    }
    let unknown = |&(one, &mode): &(usize, &usize)| mode >= project.activities[one].modes.len();
    let unknown: Vec<_> = schedule.modes.iter().enumerate().filter(unknown).collect();
    if !unknown.is_empty() {
        let told =
            |(one, &mode): (usize, &usize)| Violation::UnknownMode { activity: one + 1, mode: mode + 1 };
        return unknown.into_iter().map(told).collect();
    }
    let mut found = order(project, schedule);
    for (resource, supply) in project.resources.iter().enumerate() {
        if supply.renewable {
            found.extend(overloads(project, schedule, resource));
        } else {
            found.extend(exhaustion(project, schedule, resource));
        }
    }
    found
}

fn chosen<'a>(project: &'a Project, schedule: &Schedule, one: usize) -> &'a Mode {
    &project.activities[one].modes[schedule.modes[one]]
}

fn end(project: &Project, schedule: &Schedule, one: usize) -> u64 {
    u64::from(schedule.starts[one]) + u64::from(chosen(project, schedule, one).duration)
}

fn order(project: &Project, schedule: &Schedule) -> Vec<Violation> {
    let mut found = Vec::new();
    for (after, activity) in project.activities.iter().enumerate() {
        let end = end(project, schedule, after);
        for &next in &activity.successors {
            let start = schedule.starts[next];
            if u64::from(start) < end {
                found.push(Violation::TooEarly { activity: next + 1, start, after: after + 1, end });
            }
        }
    }
    found
}

/// What is held changes only where an activity starts or ends.
fn overloads(project: &Project, schedule: &Schedule, resource: usize) -> Vec<Violation> {
    let capacity = project.resources[resource].capacity;
    let mut changes: Vec<(u64, i64)> = Vec::new();
    for one in 0..project.activities.len() {
        let need = i64::from(chosen(project, schedule, one).needs[resource]);
        if need > 0 && chosen(project, schedule, one).duration > 0 {
            changes.push((u64::from(schedule.starts[one]), need));
            changes.push((end(project, schedule, one), -need));
        }
    }
    changes.sort_unstable();
    let (mut held, mut over, mut found) = (0_i64, false, Vec::new());
    for (place, &(period, change)) in changes.iter().enumerate() {
        held += change;
        let settled = changes.get(place + 1).is_none_or(|next| next.0 != period);
        if settled && held > i64::from(capacity) && !over {
            let (period, held) = (period as u32, held as u64);
            found.push(Violation::Overload { resource: resource + 1, period, held, capacity });
        }
        over = if settled { held > i64::from(capacity) } else { over };
    }
    found
}

fn exhaustion(project: &Project, schedule: &Schedule, resource: usize) -> Option<Violation> {
    let capacity = project.resources[resource].capacity;
    let need = |one: usize| u64::from(chosen(project, schedule, one).needs[resource]);
    let consumed: u64 = (0..project.activities.len()).map(need).sum();
    (consumed > u64::from(capacity)).then_some(Violation::Exhausted {
        resource: resource + 1,
        consumed,
        capacity,
    })
}
