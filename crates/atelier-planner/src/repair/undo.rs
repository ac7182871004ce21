//! Changes of the model, and how all of a proposal is undone.

use super::desk::Desk;
use crate::board::{Board, State};
use crate::model::Task;

/// A change of the model that can be undone.
pub(super) enum Edit {
    Task(u32, Task),
    Hours(u32, u32),
    Case,
    Rich,
    Confirmed(u32),
    Promised(u32),
}

impl Desk {
    /// Replaces a task that is not placed.
    pub(super) fn amend(&mut self, task: u32, after: Task) {
        let before = std::mem::replace(&mut self.model.tasks[task as usize], after);
        self.state.amend(&before, &after);
        self.edits.push(Edit::Task(task, before));
    }

    /// Puts everything back as it was before the proposal.
    pub(super) fn restore(&mut self) {
        let origins = self.trace.origins().to_vec();
        self.raw(|board| {
            for &(task, _) in &origins {
                if board.seat(task).placed() {
                    board.lift(task);
                }
            }
        });
        while let Some(edit) = self.edits.pop() {
            self.undo(&edit);
        }
        self.raw(|board| {
            for &(task, seat) in origins.iter().filter(|origin| origin.1.placed()) {
                board.put_back(task, seat);
            }
        });
        self.trace.clear();
        self.trace.fit(self.model.tasks.len());
    }

    fn undo(&mut self, edit: &Edit) {
        match *edit {
            Edit::Task(task, before) => {
                let after = std::mem::replace(&mut self.model.tasks[task as usize], before);
                self.state.amend(&after, &before);
            }
            Edit::Hours(person, calendar) => {
                self.model.present(person, calendar);
                self.state.rehour(&self.model, person);
            }
            Edit::Case => {
                let last = self.model.cases.lists() - 1;
                let first = self.model.len() - self.model.cases.of(last).len() as u32;
                self.state.shrink(&self.model, first);
                self.model.unappend();
            }
            Edit::Confirmed(task) => {
                self.confirmed.insert(task);
            }
            Edit::Promised(task) => {
                self.confirmed.remove(&task);
            }
            Edit::Rich => {
                self.model.rich.pop();
            }
        }
    }

    fn raw(&mut self, act: impl FnOnce(&mut Board)) {
        let mut board = Board::attach(&self.model, std::mem::replace(&mut self.state, State::nothing()));
        act(&mut board);
        self.state = board.detach();
    }
}
