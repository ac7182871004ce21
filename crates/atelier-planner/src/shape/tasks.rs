//! What a task cannot be.

use super::{Flaws, MINUTES_MAX, sorted};
use crate::{DAY, Link, Minute, Need, Placement, Problem, Task, TaskId, Wait};

pub(super) fn read(problem: &Problem, id: TaskId, task: &Task, flaws: &mut Flaws) {
    let windows = task.windows.as_deref().unwrap_or_default();
    flaws.require(sorted(windows, |left, right| left <= right), || {
        "has windows that are not sorted and disjoint".to_owned()
    });
    read_way(problem, task, task.duration, &task.needs, flaws);
    for mode in &task.modes {
        read_way(problem, task, mode.duration, &mode.needs, flaws);
    }
    for link in &task.after {
        read_link(problem, link, flaws);
    }
    for taken in &task.uses {
        let stock = taken.stock.0;
        flaws.require((stock as usize) < problem.stocks.len(), || {
            format!("takes of stock {stock}, which is not there")
        });
    }
    if let Some(pin) = &task.pinned {
        read_pin(problem, id, task, pin, flaws);
    }
}

fn read_way(problem: &Problem, task: &Task, duration: Minute, needs: &[Need], flaws: &mut Flaws) {
    flaws.require((1..=MINUTES_MAX).contains(&duration), || format!("lasts {duration} minutes"));
    flaws.require(!task.split || needs.len() <= 1, || "is split between several people".to_owned());
    for who in needs.iter().flat_map(|need| &need.candidates) {
        flaws.require((who.0 as usize) < problem.resources.len(), || {
            format!("names resource {}, which is not there", who.0)
        });
    }
}

fn read_link(problem: &Problem, link: &Link, flaws: &mut Flaws) {
    let before = link.task.0;
    flaws.require((before as usize) < problem.tasks.len(), || {
        format!("names predecessor {before}, which is not there")
    });
    let Some(most) = link.at_most else { return };
    let least = match link.wait {
        Wait::Elapsed(minutes) => u64::from(minutes),
        Wait::OpenDays(days) => u64::from(days) * u64::from(DAY),
    };
    flaws.require(u64::from(most) >= least, || {
        format!("waits at most {most} minutes after task {before} and at least {least}")
    });
}

fn read_pin(problem: &Problem, id: TaskId, task: &Task, pin: &Placement, flaws: &mut Flaws) {
    let span = pin.span;
    flaws.require(pin.task == id, || format!("is pinned as task {}", pin.task.0));
    flaws.require(span.start < span.end && span.end <= MINUTES_MAX, || {
        format!("is pinned from minute {} to {}", span.start, span.end)
    });
    let needs = match pin.mode.checked_sub(1) {
        None => Some(&task.needs),
        Some(other) => task.modes.get(other as usize).map(|mode| &mode.needs),
    };
    flaws.require(needs.is_some(), || format!("is pinned in mode {}, which is not there", pin.mode));
    flaws.require(needs.is_none_or(|needs| needs.len() == pin.who.len()), || {
        format!("is pinned with {} people", pin.who.len())
    });
    flaws.require(pin.who.iter().all(|who| (who.0 as usize) < problem.resources.len()), || {
        format!("is pinned with {:?}, not all there", pin.who)
    });
}
