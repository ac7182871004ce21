//! The placements, found again by task and by resource, and what a task asks in the way chosen.

use super::{Rule, Violation};
use crate::{DAY, Minute, Need, Placement, Problem, Resource, ResourceId, Span, Task, TaskId};

/// A problem beside its placements; those of unknown tasks are left aside.
pub(super) struct Reading<'a> {
    pub(super) problem: &'a Problem,
    placed: Vec<Option<&'a Placement>>,
}

/// One way to do a task: itself, or one of its modes.
pub(super) struct Way<'a> {
    pub(super) duration: Minute,
    pub(super) needs: &'a [Need],
    pub(super) cost: u32,
    /// Where it is done.
    pub(super) site: Option<u32>,
}

impl<'a> Reading<'a> {
    /// With what is placed without being a task, or more than once.
    pub(super) fn of(problem: &'a Problem, placements: &'a [Placement]) -> (Self, Vec<Violation>) {
        let mut placed = vec![None; problem.tasks.len()];
        let mut found = Vec::new();
        let mut not_once =
            |task, detail: &str| found.push(Violation::new(task, Rule::Once, detail.to_owned()));
        for placement in placements {
            match placed.get_mut(placement.task.0 as usize) {
                None => not_once(placement.task, "no such task"),
                Some(place @ None) => *place = Some(placement),
                Some(Some(_)) => not_once(placement.task, "placed more than once"),
            }
        }
        (Self { problem, placed }, found)
    }

    /// Tasks and their placements, in the order of the tasks.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'a Task, &'a Placement)> {
        let both = self.problem.tasks.iter().zip(&self.placed);
        both.filter_map(|(task, placement)| placement.map(|placement| (task, placement)))
    }

    /// The same without the pinned ones: only these can be at fault.
    pub(super) fn movable(&self) -> impl Iterator<Item = (&'a Task, &'a Placement)> {
        self.all().filter(|(task, _)| task.pinned.is_none())
    }

    pub(super) fn placement(&self, task: TaskId) -> Option<&'a Placement> {
        self.placed.get(task.0 as usize).copied().flatten()
    }

    pub(super) fn resource(&self, who: ResourceId) -> Option<&'a Resource> {
        self.problem.resources.get(who.0 as usize)
    }

    pub(super) fn pins_left(&self) -> Vec<Violation> {
        let pins = self.problem.tasks.iter().enumerate().filter_map(|(index, task)| {
            let pin = task.pinned.as_ref()?;
            let id = TaskId(index as u32);
            (self.placement(id) != Some(pin)).then(|| (id, format!("not at {:?}", pin.span)))
        });
        pins.map(|(id, detail)| Violation::new(id, Rule::Pinned, detail)).collect()
    }

    /// Minutes that `who` need together: the slowest decides.
    pub(super) fn minutes(&self, duration: Minute, who: &[ResourceId]) -> u64 {
        let pace = |one: &ResourceId| self.resource(*one).map(|resource| resource.pace);
        let each = who.iter().filter_map(pace).map(|pace| at_pace(duration, pace, self.problem.grid));
        each.max().unwrap_or(u64::from(duration))
    }
}

pub(super) fn way(task: &Task, mode: u32) -> Option<Way<'_>> {
    match mode.checked_sub(1) {
        None => Some(Way { duration: task.duration, needs: &task.needs, cost: 0, site: task.site }),
        Some(other) => task.modes.get(other as usize).map(|mode| Way {
            duration: mode.duration,
            needs: &mode.needs,
            cost: mode.cost,
            site: mode.site,
        }),
    }
}

/// `duration` at a pace in per cent; rounded up to the grid unless the pace is 100.
fn at_pace(duration: Minute, pace: u32, grid: Minute) -> u64 {
    match pace {
        0 => u64::MAX,
        100 => u64::from(duration),
        _ => (u64::from(duration) * 100).div_ceil(u64::from(pace)).next_multiple_of(u64::from(grid.max(1))),
    }
}

/// The working minutes inside `span`, one stretch a window.
pub(super) fn worked(windows: &[Span], span: Span) -> impl Iterator<Item = Span> {
    let first = windows.partition_point(|window| window.end <= span.start);
    let inside = windows[first..].iter().take_while(move |window| window.start < span.end);
    let stretches =
        inside.map(move |window| Span { start: window.start.max(span.start), end: window.end.min(span.end) });
    stretches.filter(|stretch| stretch.start < stretch.end)
}

/// The days that `span` touches, with the minutes in each.
pub(super) fn by_day(span: Span) -> impl Iterator<Item = (usize, u64)> {
    (span.start / DAY..=span.end.saturating_sub(1) / DAY).map(move |day| {
        let midnight = u64::from(day) * u64::from(DAY);
        let start = u64::from(span.start).max(midnight);
        let end = u64::from(span.end).min(midnight + u64::from(DAY));
        (day as usize, end.saturating_sub(start))
    })
}
