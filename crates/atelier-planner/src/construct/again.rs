//! A second try for what found no place: its whole chain goes in anew, and what can wait makes room.
//!
//! A queue before few people lets the first step of a long chain in so late that the last one finds no
//! time. Such a chain is taken whole and put in again, each step early enough for those that follow, in
//! hours of work; where nobody is free by then, tasks with time to spare give way and go in again
//! later. Kept only when the plan costs less; the number of trials is bounded.

mod room;

use super::LARGE;
use super::dates::latest_finish;
use super::last::last_start;
use super::pick::{Picker, Pools};
use crate::board::Board;
use crate::model::{Model, NONE, Slot};

/// Chains tried again, at most.
const CHAINS: usize = 512;
/// Tasks of a chain, and of what a task that gives way takes with it, at most.
const MEMBERS: usize = 32;
/// Days by which all the steps of a chain are due sooner, from trial to trial.
const SOONER: [u32; 3] = [0, 2, 7];
/// Tries again what is left out of `board`.
pub(super) fn try_again<'m>(board: &mut Board<'m>, pools: &Pools<'m>) {
    let chains = chains_left_out(board);
    let model = board.model();
    // Of a large plan that lacks so many, a few hundred would change nothing.
    if chains.is_empty() || (model.len() >= LARGE && chains.len() == CHAINS) {
        return;
    }
    board.index_some_days(chains.iter().flatten().flat_map(|&task| model.pool(task).iter().copied()));
    let latest = latest_finish(model);
    let mut again = Again { board, picker: Picker::forgetful(pools), latest, chain: Vec::new() };
    for chain in chains {
        again.chain = chain;
        again.chain_anew();
    }
    board.record(false);
    board.forget_days();
}

/// For each task left out that lacks no predecessor: all that is linked with it, predecessors first.
fn chains_left_out(board: &Board) -> Vec<Vec<u32>> {
    let model = board.model();
    let lost = |task: u32| !board.seat(task).placed() && !model.gone(task);
    let first = |&task: &u32| {
        let record = &model.tasks[task as usize];
        let nobody = record.pool != NONE && record.rich == NONE && model.pool(task).is_empty();
        lost(task) && !nobody && !model.before.of(task).iter().any(|link| lost(link.task))
    };
    let mut chains: Vec<Vec<u32>> = Vec::new();
    for task in (0..model.len()).filter(first) {
        if chains.len() == CHAINS {
            break;
        }
        if chains.iter().all(|known| !known.contains(&task)) {
            chains.extend(linked(model, task));
        }
    }
    chains
}

/// All that is linked with a task, predecessors first; `None`: that is too much.
fn linked(model: &Model, task: u32) -> Option<Vec<u32>> {
    let mut members = vec![task];
    let mut at = 0;
    while let Some(&member) = members.get(at) {
        at += 1;
        let around = model.before.of(member).iter().chain(model.after.of(member));
        for other in around.map(|link| link.task) {
            if !members.contains(&other) {
                members.push(other);
            }
        }
        if members.len() > MEMBERS {
            return None;
        }
    }
    members.sort_unstable();
    Some(in_turn(model, members))
}

/// A few tasks, predecessors first.
fn in_turn(model: &Model, mut left: Vec<u32>) -> Vec<u32> {
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let ready = |task: &u32| model.before.of(*task).iter().all(|link| !left.contains(&link.task));
        let Some(at) = left.iter().position(ready) else { break };
        order.push(left.remove(at));
    }
    order
}

struct Again<'a, 'm> {
    board: &'a mut Board<'m>,
    picker: Picker<'a, 'm>,
    /// The latest end of each task that makes nothing late.
    latest: Vec<Slot>,
    /// The chain under way, predecessors first.
    chain: Vec<u32>,
}

impl Again<'_, '_> {
    /// Takes the chain and puts it in again if the plan then costs less: on time, else late; else leaves
    /// all as it was.
    fn chain_anew(&mut self) {
        let tasks = &self.board.model().tasks;
        let [in_time, late] = [true, false]
            .map(|in_time| self.last_ends(|task| if in_time { tasks[task as usize].due } else { NONE }));
        let day = self.board.model().slots_per_day;
        let same = in_time == late;
        let ends = in_time.into_iter().chain(late.filter(|_| !same));
        for (ends, days) in ends.flat_map(|ends| SOONER.map(|days| (ends.clone(), days))) {
            if self.chain_by(&ends, days * day) {
                return;
            }
        }
    }

    /// Each step by its date less `sooner` slots; `false`: nothing is changed.
    fn chain_by(&mut self, ends: &[Slot], sooner: u32) -> bool {
        let before = self.board.objective().total;
        self.board.record(true);
        for at in 0..self.chain.len() {
            self.take(self.chain[at]);
        }
        let mut steps = (0..self.chain.len()).zip(ends);
        let whole = steps.all(|(at, end)| self.put(self.chain[at], end.saturating_sub(sooner)));
        let better = whole && self.board.objective().total < before;
        if !better {
            self.board.undo_to(0);
        }
        better
    }

    /// The latest end of each step, `wished` at most, that leaves time for those that follow, everybody
    /// free; `None`: there is none.
    fn last_ends(&self, wished: impl Fn(u32) -> Slot) -> Option<Vec<Slot>> {
        let model = self.board.model();
        let within = |&task: &u32| model.tasks[task as usize].until.min(model.horizon).min(wished(task));
        let mut ends: Vec<Slot> = self.chain.iter().map(within).collect();
        for at in (0..self.chain.len()).rev() {
            let task = self.chain[at];
            let start = last_start(model, task, ends[at])?;
            for link in model.before.of(task) {
                let Some(before) = self.chain.iter().position(|&member| member == link.task) else {
                    continue;
                };
                ends[before] = ends[before].min(model.before_wait(link.wait, start)?);
            }
        }
        Some(ends)
    }

    fn movable(&self, task: u32) -> bool {
        self.board.seat(task).placed() && !self.board.model().tasks[task as usize].pinned()
    }

    fn take(&mut self, task: u32) {
        if self.movable(task) {
            self.board.take(task);
        }
    }

    /// Puts a step in by `end`, where somebody is free or can be freed.
    fn put(&mut self, task: u32, end: Slot) -> bool {
        if self.board.seat(task).placed() || self.board.model().gone(task) {
            return true;
        }
        let Some(mut window) = self.board.bounds(task) else { return false };
        window.latest_end = window.latest_end.min(end);
        if !window.open() {
            return false;
        }
        if let Some(found) = self.picker.pick(self.board, task, &window) {
            self.board.put(task, &found);
            return true;
        }
        self.make_room(task, &window)
    }
}
