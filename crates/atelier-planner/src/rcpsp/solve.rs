//! The door: a project in, the shortest schedule found within an effort out.

use super::bounds::{critical_path, lower_bound, lower_bound_of_modes};
use super::evolve::evolve;
use super::modes::choose;
use super::net::{Net, words};
use super::project::{Project, Schedule};

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
    let lower_bound = lower_bound(&net);
    let (best, schedules) = evolve(&net, effort, lower_bound, stop);
    Found {
        schedule: Schedule { starts: net.named(&best.starts), modes },
        makespan: best.makespan,
        critical_path: critical_path(&net),
        lower_bound,
        schedules,
    }
}
