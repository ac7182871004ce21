//! What of a task a plain record cannot say.

use super::Compiler;
use crate::model::{self, NONE};
use crate::taken::taken;
use crate::{Mode, Need, StockId, Task};

impl Compiler<'_> {
    pub(super) fn is_rich(&self, task: &Task) -> bool {
        let costs = &self.problem.costs;
        let several = match &task.pinned {
            Some(pin) => pin.who.len() > 1 || pin.mode > 0,
            None => {
                let windows = task.windows.as_ref().map_or(0, Vec::len);
                task.needs.len() > 1 || !task.modes.is_empty() || windows > 1
            }
        };
        several
            || !task.uses.is_empty()
            || (costs.trip > 0 && (task.site.is_some() || task.modes.iter().any(|mode| mode.site.is_some())))
            || (task.contact.is_some() && self.problem.pressure.is_some())
            || (task.split && self.meets_work_off_hours(task))
    }

    fn meets_work_off_hours(&self, task: &Task) -> bool {
        let mut people = task.needs.iter().flat_map(|need| &need.candidates);
        people.any(|who| !self.pins[who.0 as usize].is_empty())
    }

    pub(super) fn rich(&mut self, task: &Task, windows: Vec<(u32, u32)>) -> model::Rich {
        let modes = match &task.pinned {
            // Where it is and with whom is known: only what it costs and takes counts.
            Some(pin) => {
                vec![self.mode(task, task.duration, &[], cost(task, pin.mode), task.site_of(pin.mode))]
            }
            None => {
                let own = self.mode(task, task.duration, &task.needs, 0, task.site);
                let other = |mode: &Mode| self.mode(task, mode.duration, &mode.needs, mode.cost, mode.site);
                let others = task.modes.iter().map(other);
                std::iter::once(own).chain(others.collect::<Vec<_>>()).collect()
            }
        };
        let windows = if task.windows.is_some() { windows } else { Vec::new() };
        model::Rich { modes, windows: windows.into(), contact: known(task.contact) }
    }

    fn mode(
        &mut self,
        task: &Task,
        duration: u32,
        needs: &[Need],
        cost: u32,
        site: Option<u32>,
    ) -> model::Mode {
        let seat = |need: &Need| self.pool(need.candidates.iter().map(|who| who.0).collect());
        let seats = needs.iter().map(seat).collect();
        let hopeless = task.pinned.is_none() && self.never(task);
        let whole = |(stock, amount): (StockId, u64)| (stock.0, u32::try_from(amount).unwrap_or(u32::MAX));
        let uses = taken(task).into_iter().filter(|_| !hopeless).map(whole);
        let site = if self.problem.costs.trip > 0 { known(site) } else { NONE };
        model::Mode { duration: duration / self.unit, seats, cost, site, uses: uses.collect() }
    }
}

fn cost(task: &Task, mode: u32) -> u32 {
    mode.checked_sub(1).map_or(0, |other| task.modes[other as usize].cost)
}

/// Contacts and sites keep the numbers given, the last one apart, which stands for none.
fn known(number: Option<u32>) -> u32 {
    number.map_or(NONE, |number| number.min(NONE - 1))
}
