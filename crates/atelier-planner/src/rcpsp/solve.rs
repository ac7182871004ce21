//! The door: a project in, the shortest schedule found within an effort out.

use super::bounds::{critical_path, lower_bound, lower_bound_of_modes};
use super::evolve::{Evolved, evolve};
use super::modes::choose;
use super::net::{Net, Way, words};
use super::project::{Project, Schedule};
use super::serial::{Builder, turn};

/// How hard to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Schedules to generate at most. The result depends on it, not on the time it took.
    pub schedules: u64,
    /// Schedules that are likely to be generated: sizes the populations.
    pub expected: u64,
    /// Seed of the random draws: same seed and same count, same schedule.
    pub seed: u64,
    /// Threads; the result does not depend on their number.
    pub threads: usize,
}

/// The shortest schedule found, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The schedule.
    pub schedule: Schedule,
    /// Its length in periods.
    pub makespan: u32,
    /// Longest chain.
    pub critical_path: u32,
    /// No schedule is shorter.
    pub lower_bound: u32,
    /// Schedules generated.
    pub schedules: u64,
}

impl Found {
    /// Whether no schedule is shorter.
    pub fn optimal(&self) -> bool {
        self.makespan == self.lower_bound
    }
}

/// Looks for the shortest schedule until the effort is spent, `stop` says so, or none can be shorter.
///
/// `None`: no choice of modes was found that the non-renewable resources allow; never in single mode.
pub fn solve(project: &Project, effort: &Effort, stop: &(dyn Fn() -> bool + Sync)) -> Option<Found> {
    match words(project) {
        1 => solve_in::<1>(project, effort, stop),
        2..=4 => solve_in::<4>(project, effort, stop),
        _ => solve_in::<32>(project, effort, stop),
    }
}

fn solve_in<const W: usize>(
    project: &Project,
    effort: &Effort,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<Found> {
    if project.single_mode() {
        return Some(single_mode::<W>(project, effort, stop));
    }
    let lower_bound = lower_bound_of_modes(project);
    let (schedule, schedules) = choose::<W>(project, effort, lower_bound, stop)?;
    let makespan = schedule.makespan(project);
    Some(Found { schedule, makespan, critical_path: project.critical_path(), lower_bound, schedules })
}

fn single_mode<const W: usize>(
    project: &Project,
    effort: &Effort,
    stop: &(dyn Fn() -> bool + Sync),
) -> Found {
    let modes = vec![0; project.activities.len()];
    let net = Net::<W>::new(project, &modes);
    let Evolved { best, bound, spent } = evolve(&net, effort, lower_bound(&net), stop);
    Found {
        schedule: Schedule { starts: net.named(&best.starts), modes },
        makespan: best.makespan,
        critical_path: critical_path(&net),
        lower_bound: bound,
        schedules: spent,
    }
}

/// The schedule pushed as far to the end as it goes, then back to the start: never longer, often
/// shorter. Modes stay.
///
/// Source: Valls, Ballestín and Quintanilla 2005, "Justification and RCPSP".
pub fn justified(project: &Project, schedule: &Schedule) -> Schedule {
    match words(project) {
        1 => justified_in::<1>(project, schedule),
        2..=4 => justified_in::<4>(project, schedule),
        _ => justified_in::<32>(project, schedule),
    }
}

fn justified_in<const W: usize>(project: &Project, schedule: &Schedule) -> Schedule {
    let net = Net::<W>::new(project, &schedule.modes);
    let mut builder = Builder::new(&net);
    let mut starts: Vec<u32> = net.names.iter().map(|&name| schedule.starts[name]).collect();
    let mut keys = Vec::new();
    turn(&net, &starts, schedule.makespan(project), &mut keys);
    for way in [Way::Backwards, Way::Forwards] {
        builder.sort(way, &keys);
        let makespan = builder.place(&net, way, &mut starts);
        turn(&net, &starts, makespan, &mut keys);
    }
    Schedule { starts: net.named(&starts), modes: schedule.modes.clone() }
}
