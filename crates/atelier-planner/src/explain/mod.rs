//! Why a task lies where it lies, or nowhere: read after the fact from the bookings of a plan.
//!
//! Shares no search with the engine: it walks from obstacle to obstacle and says what it meets.

mod attempt;
mod dear;
mod desk;
mod diary;
mod freed;
mod ready;
mod shared;
mod stretches;
mod told;

pub use told::{Cause, Draft, Freed, Obstacle, Placed, Refused, Settled, What};

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

    /// What would give a task without a date one, beside the rest of the plan: the first of a fixed list
    /// of reliefs that does, the smallest first. `None`: it has a date, or no single relief would do.
    pub fn freed(&self, problem: &Problem, task: TaskId) -> Option<Freed> {
        if self.placements.get(task.0 as usize)?.is_some() {
            return None;
        }
        let mut desk = Desk::open(problem, self);
        for &other in &self.order {
            desk.book(other);
        }
        freed::of(&desk, task, self.bound_to.get(&task).copied())
    }

    /// The chain of causes from a task to the root: each task with what binds it, the next one being the
    /// task it names. Ends with something that names none, or with a task met before.
    pub fn chain(&self, problem: &Problem, task: TaskId) -> Vec<(TaskId, What)> {
        let mut chain: Vec<(TaskId, What)> = Vec::new();
        let mut next = Some(task);
        while let Some(task) = next.filter(|task| chain.iter().all(|(met, _)| met != task)) {
            let Some(what) = self.why(problem, task).and_then(|settled| binding(&settled)) else { break };
            chain.push((task, what));
            next = what.task();
        }
        chain
    }
}

/// The last reason that names a task, since nights and days off come after it; else the last one.
fn binding(settled: &Settled) -> Option<What> {
    match settled {
        Settled::Placed(placed) => {
            let mut reasons = placed.reasons.iter().rev().map(|reason| reason.what);
            reasons.clone().find(|what| what.task().is_some()).or_else(|| reasons.next())
        }
        Settled::Refused(refused) => match &refused.cause {
            Cause::PredecessorRefused(task) => Some(What::After(*task)),
            Cause::Bound(task) => Some(What::TooLongAfter(*task)),
            Cause::NoRoom(list) => list.first().map(|(what, _)| *what),
            Cause::NobodyCapable(_) | Cause::BeyondHorizon | Cause::Dearer => None,
        },
    }
}
