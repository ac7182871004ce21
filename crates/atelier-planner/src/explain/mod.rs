//! Why a task lies where it lies, or nowhere: read after the fact from the bookings of a plan.
//!
//! Shares no search with the engine: it walks from obstacle to obstacle and says what it meets.

mod attempt;
mod desk;
mod diary;
mod ready;
mod shared;
mod stretches;
mod told;

pub use told::{Cause, Draft, Obstacle, Placed, Refused, Settled, What};

use crate::{Plan, Problem, TaskId};
use desk::Desk;

impl Plan {
    /// Every task with its reasons. Costs a walk per task; for one task of a large plan see [`Plan::why`].
    pub fn draft(&self, problem: &Problem) -> Draft {
        let mut desk = Desk::open(problem, self);
        let mut draft = Draft::default();
        for &task in &self.order {
            match desk.explain(task) {
                Settled::Placed(placed) => draft.placed.push(placed),
                Settled::Refused(refused) => draft.refused.push(refused),
            }
        }
        draft
    }

    /// One task with its reasons: the same as in [`Plan::draft`]. `None`: the plan knows no such task.
    pub fn why(&self, problem: &Problem, task: TaskId) -> Option<Settled> {
        let position = self.order.iter().position(|&one| one == task)?;
        let mut desk = Desk::open(problem, self);
        desk.ask_only_for(task);
        for &before in &self.order[..position] {
            desk.book_with_its_chain(before);
        }
        Some(desk.explain(task))
    }
}
