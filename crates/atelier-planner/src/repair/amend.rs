//! Tasks that become others: longer, no longer to be done, at other dates.

use super::change::Why;
use super::desk::Desk;
use super::event::Refusal;
use super::undo::Edit;
use crate::board::Seat;
use crate::model::{GONE, NONE, PINNED, SPLIT, Slot, Task};

impl Desk {
    /// Pinned tasks that are out are no longer where the problem says, but keep their date if they can.
    pub(super) fn unpin(&mut self, out: &[u32]) {
        for &task in out {
            let record = self.model.tasks[task as usize];
            if record.pinned() {
                self.amend(task, Task { flags: record.flags & !PINNED, ..record });
                if self.confirmed.insert(task) {
                    self.edits.push(Edit::Promised(task));
                }
            }
        }
    }

    /// `task` becomes `record` and is put in again.
    pub(super) fn anew(&mut self, at: Slot, task: u32, record: Task, seat: Seat) {
        if self.confirmed.remove(&task) {
            self.edits.push(Edit::Confirmed(task));
        }
        if seat.placed() {
            self.work(at, |work| {
                work.trace.hit.push(task);
                work.lift(task, Why::Event);
            });
        }
        self.amend(task, Task { flags: record.flags & !PINNED, ..record });
        self.put_in(at, vec![task]);
    }

    /// Tasks of a case that have not begun and are still to be done.
    pub(super) fn remaining(&self, at: Slot, case: u32) -> Result<Vec<u32>, Refusal> {
        if case >= self.model.cases.lists() {
            return Err(Refusal::UnknownCase(case));
        }
        let open = |&task: &u32| {
            let seat = self.seat(task);
            !self.model.gone(task) && (!seat.placed() || seat.start >= at)
        };
        let remaining: Vec<u32> = self.model.cases.of(case).iter().copied().filter(open).collect();
        if remaining.is_empty() { Err(Refusal::NothingLeft(case)) } else { Ok(remaining) }
    }

    pub(super) fn known(&self, task: u32) -> Result<Seat, Refusal> {
        if task >= self.model.len() {
            return Err(Refusal::UnknownTask(task));
        }
        if self.model.gone(task) {
            return Err(Refusal::Gone(task));
        }
        Ok(self.seat(task))
    }

    /// Tasks no longer to be done give their time back; gives the time they had.
    pub(super) fn forget(&mut self, at: Slot, tasks: &[u32]) -> Vec<Seat> {
        let freed = self.work(at, |work| {
            let mut freed = Vec::new();
            for &task in tasks {
                if work.board.seat(task).placed() {
                    work.trace.hit.push(task);
                    freed.push(work.lift(task, Why::Event));
                }
            }
            work.trace.affected.clone_from(&work.trace.hit);
            freed
        });
        for &task in tasks {
            let record = self.model.tasks[task as usize];
            self.amend(task, Task { flags: (record.flags | GONE) & !PINNED, ..record });
        }
        freed
    }

    /// A task that stays where it is becomes `record`.
    pub(super) fn replace(&mut self, at: Slot, task: u32, record: Task) {
        let seat = self.seat(task);
        if seat.placed() {
            self.work(at, |work| work.lift(task, Why::Event));
        }
        self.amend(task, record);
        if seat.placed() {
            self.work(at, |work| work.put_back(task, seat));
        }
    }

    /// A task that is out lasts `by` slots more, and may go on after a break; if it has begun, also
    /// after its window.
    pub(super) fn stretch(&mut self, task: u32, by: u32, begun: bool) {
        let mut record = self.model.tasks[task as usize];
        if record.rich != NONE {
            let mut rich = self.model.rich[record.rich as usize].clone();
            for mode in &mut rich.modes {
                mode.duration += by;
            }
            record.rich = self.model.rich.len() as u32;
            self.model.rich.push(rich);
            self.edits.push(Edit::Rich);
        }
        record.duration += by;
        record.flags |= SPLIT;
        if begun {
            record.until = NONE;
        }
        self.amend(task, record);
    }
}
