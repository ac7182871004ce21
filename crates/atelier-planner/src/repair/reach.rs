//! How far an event reaches: what cannot stay where it is, whoever makes room.

use std::collections::{BTreeMap, BTreeSet};

use super::work::Work;
use crate::model::{NONE, Slot};

/// People of a pool whose hours are looked at.
const LOOKED_AT: usize = 32;

impl Work<'_, '_> {
    /// Finds the tasks that cannot keep their place after those that are out or stay longer: the ones
    /// that wait for them, at their earliest end if everybody else were free, and so on.
    ///
    /// To be called when the tasks of `trace.hit` are out, or stand where they must.
    pub fn reach(&mut self) {
        let mut ends: BTreeMap<u32, Slot> = BTreeMap::new();
        let mut hit = std::mem::take(&mut self.trace.hit);
        hit.sort_unstable();
        hit.dedup();
        // By date, so that predecessors come first.
        let mut open: BTreeSet<(Slot, u32)> = BTreeSet::new();
        for &task in &hit {
            open.insert((self.origin_start(task), task));
        }
        while let Some((_, task)) = open.pop_first() {
            let Some(end) = self.earliest_end(task, &ends) else { continue };
            ends.insert(task, end);
            let model = self.board.model();
            for link in model.after.of(task) {
                let seat = self.seat(link.task);
                let holds = !seat.placed() || seat.start >= model.after_wait(link.wait, end);
                if !holds && !ends.contains_key(&link.task) && self.takeable(link.task) {
                    open.insert((seat.start, link.task));
                }
            }
        }
        self.trace.affected.extend(hit.iter().chain(ends.keys()));
        self.trace.affected.sort_unstable();
        self.trace.affected.dedup();
        self.trace.hit = hit;
    }

    fn origin_start(&self, task: u32) -> Slot {
        self.trace.origin(task).map_or(0, |seat| seat.start)
    }

    /// When `task` could end if everybody able were free from the floor on.
    fn earliest_end(&self, task: u32, ends: &BTreeMap<u32, Slot>) -> Option<Slot> {
        let model = self.board.model();
        let record = &model.tasks[task as usize];
        if self.seat(task).placed() && !ends.contains_key(&task) && self.seat(task).start < self.at {
            return Some(self.seat(task).end);
        }
        let mut from = record.release.max(record.from).max(self.floor);
        for link in model.before.of(task) {
            let seat = self.seat(link.task);
            let end = ends.get(&link.task).copied().or_else(|| seat.placed().then_some(seat.end));
            from = from.max(end.map_or(0, |end| model.after_wait(link.wait, end)));
        }
        if record.pool == NONE || record.rich != NONE {
            return Some(from.saturating_add(record.duration));
        }
        let ends = model.pool(task).iter().take(LOOKED_AT).filter_map(|&person| {
            let calendar = model.calendar(person);
            let last = calendar.rank(from) + model.need(task, person) - 1;
            (last < calendar.worked()).then(|| calendar.slot(last) + 1)
        });
        ends.min()
    }
}
