//! The rules again, read simply and slowly; shares no code with the engine.

use crate::{DAY, Minute, Placement, Problem, Resource, ResourceId, Task, TaskId, Wait};
use std::collections::BTreeMap;
use std::fmt;

/// The rules of a [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Every placement is of a known task, and only once.
    Once,
    /// A pinned task lies where it was decided.
    Pinned,
    /// A task lasts its duration.
    Duration,
    /// A task starts on the grid.
    Grid,
    /// Nothing ends after the horizon.
    Horizon,
    /// No start before the release.
    Release,
    /// A task lies inside one window of the other party.
    Window,
    /// One candidate per need, all distinct.
    People,
    /// A task lies inside one working window of each of its people: never across a break.
    Hours,
    /// One task at a time.
    Overlap,
    /// No more minutes a day than the resource gives.
    DayAllowance,
    /// After every predecessor and its wait.
    Predecessor,
}

/// A rule broken by a schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The task concerned.
    pub task: TaskId,
    /// The rule.
    pub rule: Rule,
    /// Its values, for a log or a test.
    pub detail: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "task {}: {:?}: {}", self.task.0, self.rule, self.detail)
    }
}

/// Every breach of the rules of [`Problem`] in `placements`; empty when the schedule is valid.
///
/// Tasks left out are no breach. A pinned task is only asked to lie where it was decided: the
/// decision may go against the other rules, and the tasks around it must still keep clear of it.
pub fn check(problem: &Problem, placements: &[Placement]) -> Vec<Violation> {
    let read = Reading::of(problem, placements);
    let mut found = read.missing_pins();
    for placement in placements {
        let Some(task) = problem.tasks.get(placement.task.0 as usize) else {
            found.push(violation(placement, Rule::Once, "no such task".to_owned()));
            continue;
        };
        if read.tasks[&placement.task].len() > 1 {
            found.push(violation(placement, Rule::Once, "placed more than once".to_owned()));
        }
        if task.pinned.is_some() {
            continue;
        }
        for rule in RULES {
            found.extend(rule(&read, task, placement));
        }
    }
    found
}

/// The placements, found again by task and by resource.
struct Reading<'a> {
    problem: &'a Problem,
    tasks: BTreeMap<TaskId, Vec<&'a Placement>>,
    resources: BTreeMap<ResourceId, Vec<&'a Placement>>,
}

type Found = Vec<Violation>;

const RULES: [fn(&Reading, &Task, &Placement) -> Found; 7] =
    [shape, release, window, people, hours_and_overlap, day_allowance, predecessors];

fn violation(placement: &Placement, rule: Rule, detail: String) -> Violation {
    Violation { task: placement.task, rule, detail }
}

fn unless(holds: bool, placement: &Placement, rule: Rule, detail: impl FnOnce() -> String) -> Found {
    if holds { Vec::new() } else { vec![violation(placement, rule, detail())] }
}

fn shape(read: &Reading, task: &Task, placement: &Placement) -> Found {
    let (start, end) = (placement.span.start, placement.span.end);
    let (grid, horizon) = (read.problem.grid, read.problem.horizon);
    let lasts = u64::from(start) + u64::from(task.duration) == u64::from(end);
    let mut found =
        unless(lasts, placement, Rule::Duration, || format!("{start} to {end} for {}", task.duration));
    found.extend(unless(start % grid == 0, placement, Rule::Grid, || format!("{start} on a grid of {grid}")));
    found.extend(unless(end <= horizon, placement, Rule::Horizon, || format!("ends {end} after {horizon}")));
    found
}

fn release(_: &Reading, task: &Task, placement: &Placement) -> Found {
    let start = placement.span.start;
    unless(start >= task.release, placement, Rule::Release, || format!("{start} before {}", task.release))
}

fn window(_: &Reading, task: &Task, placement: &Placement) -> Found {
    let span = placement.span;
    let holds = match &task.windows {
        None => true,
        Some(windows) => windows.iter().any(|window| window.start <= span.start && span.end <= window.end),
    };
    unless(holds, placement, Rule::Window, || format!("{span:?} in none of {:?}", task.windows))
}

fn people(_: &Reading, task: &Task, placement: &Placement) -> Found {
    let who = &placement.who;
    let capable = who.len() == task.needs.len()
        && task.needs.iter().zip(who).all(|(need, one)| need.candidates.contains(one));
    let distinct = who.iter().enumerate().all(|(index, one)| !who[..index].contains(one));
    unless(capable && distinct, placement, Rule::People, || format!("{who:?} for {:?}", task.needs))
}

fn hours_and_overlap(read: &Reading, _: &Task, placement: &Placement) -> Found {
    let span = placement.span;
    let mut found = Vec::new();
    for who in &placement.who {
        let Some(resource) = read.resource(*who) else { continue };
        let inside =
            resource.windows.iter().any(|window| window.start <= span.start && span.end <= window.end);
        found.extend(unless(inside, placement, Rule::Hours, || format!("{span:?} of {who:?}")));
        let other = read.work_of(*who).find(|other| {
            other.task != placement.task && other.span.start < span.end && span.start < other.span.end
        });
        if let Some(other) = other {
            let detail = format!("{who:?} also on task {}", other.task.0);
            found.push(violation(placement, Rule::Overlap, detail));
        }
    }
    found
}

fn day_allowance(read: &Reading, _: &Task, placement: &Placement) -> Found {
    let mut found = Vec::new();
    for who in &placement.who {
        let Some(allowance) = read.resource(*who).and_then(|resource| resource.day_allowance.as_ref()) else {
            continue;
        };
        for (day, most) in allowance.iter().enumerate() {
            let touched = minutes_on(placement, day) > 0;
            let sum: u64 = read.work_of(*who).map(|other| minutes_on(other, day)).sum();
            if touched && sum > u64::from(*most) {
                let detail = format!("{who:?} has {sum} of {most} minutes on day {day}");
                found.push(violation(placement, Rule::DayAllowance, detail));
            }
        }
    }
    found
}

fn minutes_on(placement: &Placement, day: usize) -> u64 {
    let midnight = day as u64 * u64::from(DAY);
    let start = u64::from(placement.span.start).max(midnight);
    u64::from(placement.span.end).min(midnight + u64::from(DAY)).saturating_sub(start)
}

fn predecessors(read: &Reading, task: &Task, placement: &Placement) -> Found {
    let mut found = Vec::new();
    for link in &task.after {
        let Some(before) = read.tasks.get(&link.task).and_then(|found| found.first()) else {
            let detail = format!("predecessor {} has no date", link.task.0);
            found.push(violation(placement, Rule::Predecessor, detail));
            continue;
        };
        let ready = match link.wait {
            Wait::Elapsed(minutes) => u64::from(before.span.end) + u64::from(minutes),
            Wait::OpenDays(days) => same_time_later(before.span.end, days, &read.problem.open_days),
        };
        found.extend(unless(u64::from(placement.span.start) >= ready, placement, Rule::Predecessor, || {
            format!("starts {} before {ready}, set by task {}", placement.span.start, link.task.0)
        }));
    }
    found
}

/// Adds a whole day at a time, counting those that are open.
fn same_time_later(end: Minute, days: u32, open: &[bool]) -> u64 {
    let mut moment = u64::from(end);
    let mut left = days;
    while left > 0 {
        moment += u64::from(DAY);
        let day = (moment - 1) / u64::from(DAY);
        if usize::try_from(day).ok().and_then(|day| open.get(day)).copied().unwrap_or(true) {
            left -= 1;
        }
    }
    moment
}

impl<'a> Reading<'a> {
    fn of(problem: &'a Problem, placements: &'a [Placement]) -> Self {
        let mut read = Self { problem, tasks: BTreeMap::new(), resources: BTreeMap::new() };
        for placement in placements {
            read.tasks.entry(placement.task).or_default().push(placement);
            for who in &placement.who {
                read.resources.entry(*who).or_default().push(placement);
            }
        }
        read
    }

    fn resource(&self, who: ResourceId) -> Option<&'a Resource> {
        self.problem.resources.get(who.0 as usize)
    }

    fn work_of(&self, who: ResourceId) -> impl Iterator<Item = &'a Placement> {
        self.resources.get(&who).into_iter().flatten().copied()
    }

    fn missing_pins(&self) -> Found {
        let pins = self.problem.tasks.iter().filter_map(|task| task.pinned.as_ref());
        let lies = |pin: &Placement| self.tasks.get(&pin.task).is_some_and(|found| found.contains(&pin));
        pins.filter(|pin| !lies(pin))
            .map(|pin| violation(pin, Rule::Pinned, format!("not at {:?}", pin.span)))
            .collect()
    }
}
