//! What a model cannot hold, found before it is built.

use super::{HORIZON_MAX, ModelBuilder};
use crate::board::room_of_ways;
use crate::model::{Fault, NONE};

impl ModelBuilder {
    pub(super) fn check_people(&self, faults: &mut Vec<Fault>) {
        if self.horizon == 0 || self.horizon > HORIZON_MAX {
            faults.push(Fault::Horizon(self.horizon));
        }
        for (id, person) in self.people.iter().enumerate() {
            if person.speed_pct == 0 || person.calendar as usize >= self.calendars.len() {
                faults.push(Fault::Person(id as u32));
            }
        }
        for (pool, people) in self.pools.iter().enumerate() {
            for &person in people {
                if person as usize >= self.people.len() {
                    faults.push(Fault::UnknownPerson { pool: pool as u32, person });
                }
            }
        }
    }

    pub(super) fn check_tasks(&self, faults: &mut Vec<Fault>) {
        let fastest = self.people.iter().map(|person| person.speed_pct).fold(100, u16::max);
        let longest = u64::from(self.horizon) * u64::from(fastest) / 100;
        for (id, task) in self.tasks.iter().enumerate() {
            let id = id as u32;
            if task.duration == 0 {
                faults.push(Fault::NoDuration(id));
            } else if u64::from(task.duration) > longest {
                faults.push(Fault::TooLong(id));
            }
            if task.release > self.horizon {
                faults.push(Fault::Release(id));
            }
            if task.from > task.until {
                faults.push(Fault::Window(id));
            }
            if task.pool != NONE && task.pool as usize >= self.pools.len() {
                faults.push(Fault::Unknown { task: id, what: "pool", id: task.pool });
            }
            if task.case != NONE && task.case as usize >= self.tasks.len() {
                faults.push(Fault::Unknown { task: id, what: "case", id: task.case });
            }
            if task.rich != NONE {
                self.check_rich(id, task.rich, faults);
            }
        }
    }

    fn check_rich(&self, task: u32, rich: u32, faults: &mut Vec<Fault>) {
        let Some(rich) = self.rich.get(rich as usize) else {
            faults.push(Fault::Unknown { task, what: "rich task", id: rich });
            return;
        };
        if rich.modes.is_empty() {
            faults.push(Fault::Modes(task));
        }
        for mode in &rich.modes {
            let sizes =
                mode.seats.iter().map(|&pool| self.pools.get(pool as usize).map_or(0, |pool| pool.len()));
            if room_of_ways(rich.modes.len(), sizes).is_none() {
                faults.push(Fault::Modes(task));
            }
            for &pool in &mode.seats {
                if pool as usize >= self.pools.len() {
                    faults.push(Fault::Unknown { task, what: "pool", id: pool });
                }
            }
            for &(stock, amount) in &mode.uses {
                match self.stocks.get(stock as usize) {
                    None => faults.push(Fault::Unknown { task, what: "stock", id: stock }),
                    Some(found) if amount > found.capacity && !self.tasks[task as usize].pinned() => {
                        faults.push(Fault::AboveCapacity { task, stock });
                    }
                    Some(_) => {}
                }
            }
        }
    }

    pub(super) fn check_pins(&self, faults: &mut Vec<Fault>) {
        for &(task, pin) in &self.pinned {
            let known = pin.person == NONE || (pin.person as usize) < self.people.len();
            let inside = pin.start < pin.end && pin.end < NONE;
            if task as usize >= self.tasks.len() || !known || !inside {
                faults.push(Fault::Pin(task));
            }
        }
    }

    pub(super) fn check_links(&self, faults: &mut Vec<Fault>) {
        for (link, given) in self.links.iter().enumerate() {
            let link = link as u32;
            for task in [given.from, given.to] {
                if task as usize >= self.tasks.len() {
                    faults.push(Fault::UnknownTask { link, task });
                }
            }
            if given.max_lag < given.wait.slots() {
                faults.push(Fault::Wait(link));
            }
            if given.wait.slots() > HORIZON_MAX || (given.max_lag != NONE && given.max_lag > HORIZON_MAX) {
                faults.push(Fault::WaitRange(link));
            }
        }
    }
}
