//! What predecessors ask: an end, a wait, a longest wait, and not to be placed alone.

use super::reading::Reading;
use super::{Rule, Violation};
use crate::{DAY, Link, Minute, Placement, Wait};

pub(super) fn broken(read: &Reading) -> Vec<Violation> {
    let links =
        read.movable().flat_map(|(task, placement)| task.after.iter().map(move |link| (link, placement)));
    let mut found: Vec<_> =
        links.filter_map(|(link, placement)| late_or_early(read, link, placement)).collect();
    found.extend(alone(read));
    found
}

fn late_or_early(read: &Reading, link: &Link, placement: &Placement) -> Option<Violation> {
    let breach = |detail| Some(Violation::new(placement.task, Rule::Predecessor, detail));
    let id = link.task.0;
    let Some(before) = read.placement(link.task) else {
        return breach(format!("predecessor {id} has no date"));
    };
    let start = u64::from(placement.span.start);
    let end = before.span.end;
    let ready = match link.wait {
        Wait::Elapsed(minutes) => u64::from(end) + u64::from(minutes),
        Wait::OpenDays(days) => same_time_later(end, days, &read.problem.open_days),
    };
    if start < ready {
        return breach(format!("starts {start} before {ready}, set by task {id}"));
    }
    let last = u64::from(end) + u64::from(link.at_most?);
    if start > last {
        return breach(format!("starts {start} after {last}, the last that task {id} allows"));
    }
    None
}

/// Adds a whole day at a time, counting those that are open; beyond the list all are.
fn same_time_later(end: Minute, days: u32, open: &[bool]) -> u64 {
    let mut moment = u64::from(end);
    let mut left = u64::from(days);
    while left > 0 {
        moment += u64::from(DAY);
        let day = (moment - 1) / u64::from(DAY);
        if day >= open.len() as u64 {
            return moment + (left - 1) * u64::from(DAY);
        }
        left -= u64::from(open[day as usize]);
    }
    moment
}

/// Predecessors placed whose bound successor is not.
fn alone(read: &Reading) -> Vec<Violation> {
    let mut found = Vec::new();
    for (index, task) in read.problem.tasks.iter().enumerate() {
        if read.placement(crate::TaskId(index as u32)).is_some() {
            continue;
        }
        for link in task.after.iter().filter(|link| link.at_most.is_some()) {
            let pinned = || read.problem.tasks[link.task.0 as usize].pinned.is_some();
            if read.placement(link.task).is_some() && !pinned() {
                let detail = format!("placed without task {index}, which it limits");
                found.push(Violation::new(link.task, Rule::Together, detail));
            }
        }
    }
    found
}
