//! A second look: at what the event made late, at what lost earlier, at time that came free.

use super::change::{Why, has_moved};
use super::work::Work;
use crate::board::Seat;
use crate::model::NONE;

/// Tasks looked at a second time by one event.
const POLISHED: usize = 64;

impl Work<'_, '_> {
    /// A second look at what the event has made late, and at what follows when that comes sooner.
    pub fn polish(&mut self) {
        let mut looked: Vec<u32> = self.trace.origins().iter().map(|origin| origin.0).collect();
        looked.sort_unstable_by_key(|&task| (self.seat(task).start, task));
        let model = self.board.model();
        let mut at = 0;
        while let Some(&task) = looked.get(at) {
            at += 1;
            let is_late = self.lateness(task) > i64::from(self.terms.worth);
            if at <= POLISHED && is_late && self.movable(task) && self.improve(task) {
                looked.extend(model.after.of(task).iter().map(|link| link.task));
            }
        }
    }

    /// What lost by earlier events is put in, or sooner, if there is room for it now.
    pub fn look_again(&mut self, tasks: Vec<u32>) {
        self.brief = true;
        for task in tasks {
            if self.seat(task).placed() {
                if self.movable(task) && self.lateness(task) > i64::from(self.terms.worth) {
                    self.improve(task);
                }
            } else if self.board.bounds_behind(task).is_some() {
                let (mark, before) = (self.mark(), self.cost());
                self.trace.because(task, Why::Room);
                if !(self.place_well(task, 1) && self.cost() < before) {
                    self.undo_to(mark);
                }
            }
        }
    }

    /// What has moved goes back where it stood, when that is open again and costs less.
    pub fn go_home(&mut self) {
        let touched = self.trace.origins().to_vec();
        for (task, home) in touched {
            let seat = self.seat(task);
            let away = home.placed() && seat.placed() && has_moved(home, seat, self.terms.tolerance);
            if !away || home.start < self.floor || !self.movable(task) || !self.plain(task) {
                continue;
            }
            let (mark, before) = (self.mark(), self.cost());
            self.take(task, Why::Room);
            let open = self.board.can_take(task, home.person, home.start, home.end);
            if open {
                self.put_back(task, home);
            }
            if !open || self.cost() >= before {
                self.undo_to(mark);
            }
        }
    }

    /// Time came free: what is late and stands after it with the same person may come sooner.
    pub fn fill(&mut self, freed: &[Seat]) {
        for seat in freed {
            if seat.person == NONE || seat.end <= self.floor {
                continue;
            }
            let after = self.board.day_of(seat.person).iter().filter(|entry| entry.0 >= seat.start);
            let late: Vec<u32> =
                after.map(|entry| entry.1).filter(|&task| self.lateness(task) > 0).take(8).collect();
            for task in late {
                if self.movable(task) {
                    self.improve(task);
                }
            }
        }
    }
}
