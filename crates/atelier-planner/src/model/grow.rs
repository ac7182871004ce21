//! A model in use: a case more at its end, an hour less, and back again.

use std::ops::Range;

use super::{Calendar, Fault, GONE, Link, Model, NONE, Slot, Task, Wait};

/// A case to be added to a model: its tasks, and their links by position among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// Plain tasks, predecessors first; [`Task::case`] is given when they are added.
    pub tasks: Vec<Task>,
    /// From, to, shortest and longest wait ([`NONE`]: no limit).
    pub links: Vec<(u32, u32, Wait, u32)>,
}

impl Case {
    /// What cannot be meant in it, for a model of these pools and this horizon.
    ///
    /// # Errors
    /// Every fault, tasks and links counted from 0 within the case.
    fn check(&self, model: &Model) -> Result<(), Vec<Fault>> {
        let mut faults = Vec::new();
        for (id, task) in self.tasks.iter().enumerate() {
            let id = id as u32;
            if task.duration == 0 {
                faults.push(Fault::NoDuration(id));
            } else if task.duration > model.horizon {
                faults.push(Fault::TooLong(id));
            }
            if task.release > model.horizon {
                faults.push(Fault::Release(id));
            }
            if task.from > task.until {
                faults.push(Fault::Window(id));
            }
            if task.pool != NONE && task.pool as usize >= model.pools.len() {
                faults.push(Fault::Unknown { task: id, what: "pool", id: task.pool });
            }
            if task.rich != NONE {
                faults.push(Fault::Unknown { task: id, what: "rich task", id: task.rich });
            }
        }
        for (id, &(from, to, wait, max_lag)) in self.links.iter().enumerate() {
            let id = id as u32;
            let count = self.tasks.len() as u32;
            faults.extend(
                [from, to]
                    .iter()
                    .filter(|&&task| task >= count)
                    .map(|&task| Fault::UnknownTask { link: id, task }),
            );
            if from >= to {
                faults.push(Fault::Cycle(vec![from, to]));
            }
            if max_lag < wait.slots() {
                faults.push(Fault::Wait(id));
            }
            if wait.slots() > model.horizon || (max_lag != NONE && max_lag > model.horizon) {
                faults.push(Fault::WaitRange(id));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

impl Model {
    /// Adds a case at the end; gives the positions of its tasks. Cost: the size of the case.
    ///
    /// # Errors
    /// Every fault of the case; nothing is added then.
    pub fn append(&mut self, case: &Case) -> Result<Range<u32>, Vec<Fault>> {
        case.check(self)?;
        let first = self.len();
        let number = self.cases.lists();
        for (at, task) in case.tasks.iter().enumerate() {
            let at = at as u32;
            self.tasks.push(Task { case: number, ..*task });
            let side = |task: u32, wait, max_lag| Link { task: first + task, wait, max_lag };
            let before = case.links.iter().filter(|link| link.1 == at);
            self.before.push(before.map(|&(from, _, wait, max_lag)| side(from, wait, max_lag)));
            let after = case.links.iter().filter(|link| link.0 == at);
            self.after.push(after.map(|&(_, to, wait, max_lag)| side(to, wait, max_lag)));
        }
        self.cases.push(first..self.len());
        Ok(first..self.len())
    }

    /// Takes the case added last away again.
    pub(crate) fn unappend(&mut self) {
        let last = self.cases.lists() - 1;
        for _ in 0..self.cases.of(last).len() {
            self.tasks.pop();
            self.before.pop();
            self.after.pop();
        }
        self.cases.pop();
    }

    /// Adds candidates, in order of preference; gives their position.
    pub fn add_pool(&mut self, people: Vec<u32>) -> u32 {
        self.pools.push(people.into());
        self.pools.len() as u32 - 1
    }

    /// Gives `person` hours of its own, without `from..to`; gives the calendar it had.
    pub(crate) fn absent(&mut self, person: u32, from: Slot, to: Slot) -> u32 {
        let known = self.people[person as usize].calendar;
        let mut spans = Vec::new();
        for stretch in self.calendars[known as usize].stretches() {
            spans.push((stretch.start, stretch.end.min(from)));
            spans.push((stretch.start.max(to), stretch.end));
        }
        spans.retain(|span| span.0 < span.1);
        self.people[person as usize].calendar = self.calendars.len() as u32;
        self.calendars.push(Calendar::new(&spans, self.slots_per_day, self.horizon));
        known
    }

    /// The exact opposite of [`Self::absent`], last first.
    pub(crate) fn present(&mut self, person: u32, calendar: u32) {
        self.people[person as usize].calendar = calendar;
        self.calendars.pop();
    }

    /// Is `task` no longer to be done?
    pub fn gone(&self, task: u32) -> bool {
        self.tasks[task as usize].flags & GONE != 0
    }
}
