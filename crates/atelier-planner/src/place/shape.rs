//! Whether a problem and an order can be read at all.

use super::Fault;
use crate::{Minute, Problem, Resource, Span, Task, TaskId};

pub(super) fn read(problem: &Problem) -> Result<(), Fault> {
    require(problem.grid > 0, || "the grid is 0 minutes".to_owned())?;
    for (index, resource) in problem.resources.iter().enumerate() {
        require(windows_sorted(resource), || {
            format!("windows of resource {index} are not sorted and apart")
        })?;
    }
    for (index, task) in problem.tasks.iter().enumerate() {
        read_task(problem, index, task)?;
    }
    Ok(())
}

fn read_task(problem: &Problem, index: usize, task: &Task) -> Result<(), Fault> {
    let known = |who: &crate::ResourceId| (who.0 as usize) < problem.resources.len();
    let windows = task.windows.as_deref().unwrap_or_default();
    require(task.duration > 0, || format!("task {index} lasts 0 minutes"))?;
    require(sorted(windows, |left, right| left <= right), || {
        format!("windows of task {index} are not sorted and disjoint")
    })?;
    require(task.needs.iter().flat_map(|need| &need.candidates).all(known), || {
        format!("task {index} names a resource that is not there")
    })?;
    require(task.after.iter().all(|link| (link.task.0 as usize) < problem.tasks.len()), || {
        format!("task {index} names a predecessor that is not there")
    })?;
    let Some(pin) = &task.pinned else { return Ok(()) };
    let good = pin.task.0 as usize == index
        && pin.span.start < pin.span.end
        && pin.who.len() == task.needs.len()
        && pin.who.iter().all(known);
    require(good, || format!("task {index} is pinned to something else than itself, no time, or other needs"))
}

/// Every task exactly once, each after its predecessors. What is pinned has its date beforehand,
/// so it may stand anywhere and does not look at its own predecessors.
pub(super) fn read_order(problem: &Problem, order: &[TaskId]) -> Result<(), Fault> {
    let pinned: Vec<bool> = problem.tasks.iter().map(|task| task.pinned.is_some()).collect();
    let mut met = vec![false; problem.tasks.len()];
    for &id in order {
        let index = id.0 as usize;
        if met.get(index).is_none_or(|&twice| twice) {
            return Err(Fault::Order(id));
        }
        let waits = |link: &&crate::Link| !met[link.task.0 as usize] && !pinned[link.task.0 as usize];
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

fn windows_sorted(resource: &Resource) -> bool {
    sorted(&resource.windows, |left, right| left < right)
}

fn sorted(spans: &[Span], apart: fn(Minute, Minute) -> bool) -> bool {
    spans.iter().all(|span| span.start < span.end)
        && spans.windows(2).all(|pair| apart(pair[0].end, pair[1].start))
}

fn require(holds: bool, message: impl FnOnce() -> String) -> Result<(), Fault> {
    if holds { Ok(()) } else { Err(Fault::Shape(message())) }
}
