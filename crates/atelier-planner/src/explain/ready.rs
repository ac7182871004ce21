//! When a task may start at the earliest, by its own release and by its predecessors.

use super::desk::Desk;
use crate::{DAY, Minute, TaskId, Wait};

/// Release and latest predecessor of a task.
#[derive(Clone, Copy)]
pub(super) struct Ready {
    pub(super) release: Minute,
    /// The predecessor whose wait ends last, and when; the first one at equality.
    pub(super) after: Option<(TaskId, Minute)>,
    /// The predecessor whose maximum wait ends first, and when; the first one at equality.
    pub(super) at_most: Option<(TaskId, Minute)>,
}

impl Ready {
    /// `Err` names a predecessor that has no date, and not because of the task itself.
    pub(super) fn of(desk: &Desk, id: TaskId) -> Result<Self, TaskId> {
        let task = desk.task(id);
        let mut ready = Self { release: task.release, after: None, at_most: None };
        for link in task.after.iter().filter(|link| !desk.left_out_for(link.task, id)) {
            let end = desk.end(link.task).ok_or(link.task)?;
            let at = pass(end, link.wait, &desk.problem.open_days);
            if ready.after.is_none_or(|(_, latest)| at > latest) {
                ready.after = Some((link.task, at));
            }
            let Some(wait) = link.at_most else { continue };
            let last = end.saturating_add(wait);
            if ready.at_most.is_none_or(|(_, first)| last < first) {
                ready.at_most = Some((link.task, last));
            }
        }
        Ok(ready)
    }

    pub(super) fn at(self) -> Minute {
        self.after.map_or(self.release, |(_, at)| at.max(self.release))
    }
}

/// The moment when a wait that began at `end` is over.
fn pass(end: Minute, wait: Wait, open: &[bool]) -> Minute {
    match wait {
        Wait::Elapsed(minutes) => end.saturating_add(minutes),
        Wait::OpenDays(0) => end,
        Wait::OpenDays(days) => {
            // An end at midnight belongs to the day it closes.
            let last_day = end.saturating_sub(1) / DAY;
            let day = open_day_after(last_day, days, open);
            day.saturating_mul(DAY).saturating_add(end - last_day * DAY)
        }
    }
}

/// The `count`th open day after `day`; every day beyond the list is open.
fn open_day_after(day: u32, count: u32, open: &[bool]) -> u32 {
    let listed = (day as usize + 1..open.len()).filter(|&later| open[later]);
    let mut passed = 0;
    for later in listed {
        passed += 1;
        if passed == count {
            return later as u32;
        }
    }
    day.max((open.len() as u32).saturating_sub(1)).saturating_add(count - passed)
}
