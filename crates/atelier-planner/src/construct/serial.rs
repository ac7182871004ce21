//! Serial generation: tasks one after the other in a given order, bound ones together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::chains::{Chains, place_chain};
use crate::board::Board;
use crate::model::{Model, NONE};

/// What came of a serial generation, beside the board.
pub struct Settled {
    /// Every task but the pinned ones, in the order in which it was placed or left out.
    pub order: Vec<u32>,
    /// Tasks left out because the one they are bound to found no place.
    pub bound: BTreeMap<u32, u32>,
}

/// Places every task of `order` at its cheapest place; what finds none stays out, and so does what would
/// cost more there than leaving it and all that follows it out.
///
/// A task waits until all that it, or a task bound to it, must follow has been settled: without maximum
/// waits, the order given is the order of placement. `told` hears how many tasks are settled.
pub fn serial(board: &mut Board, chains: &Chains, order: &[u32], told: &mut dyn FnMut(usize)) -> Settled {
    let mut queue = Queue::new(board.model(), chains, order);
    let mut settled = Settled { order: Vec::with_capacity(order.len()), bound: BTreeMap::new() };
    for &task in order {
        queue.call(task);
        while let Some(task) = queue.next() {
            let members = chains.with(&task);
            place(board, members, &mut settled);
            for &member in members {
                queue.settle(member);
            }
            told(settled.order.len());
        }
    }
    debug_assert_eq!(settled.order.len(), order.len(), "an order that names every task once");
    settled
}

fn place(board: &mut Board, members: &[u32], settled: &mut Settled) {
    settled.order.extend(members);
    let before = board.objective().total;
    place_alone_or_bound(board, members, settled);
    let added = board.objective().total - before;
    if added > 0 && added > price_without(board.model(), members) {
        for &member in members {
            board.take(member);
        }
    }
}

/// What it costs to leave out all that follows `members`; more than anything when one of all these tasks
/// has the highest price there is, which may stand for a higher one.
fn price_without(model: &Model, members: &[u32]) -> i64 {
    let mut lost = members.to_vec();
    let mut at = 0;
    while let Some(&task) = lost.get(at) {
        at += 1;
        let after = model.after.of(task).iter().map(|link| link.task);
        let new: Vec<u32> =
            after.filter(|&next| !model.tasks[next as usize].pinned() && !lost.contains(&next)).collect();
        lost.extend(new);
    }
    let price = |&task: &u32| model.tasks[task as usize].unplaced;
    if lost.iter().any(|task| price(task) == u32::MAX) {
        return i64::MAX;
    }
    lost[members.len()..].iter().filter(|&&task| !model.gone(task)).map(|task| i64::from(price(task))).sum()
}

fn place_alone_or_bound(board: &mut Board, members: &[u32], settled: &mut Settled) {
    if let [task] = *members {
        if let Some(found) = board.bounds(task).and_then(|window| board.best(task, &window)) {
            board.put(task, &found);
        }
    } else if let Err(culprit) = place_chain(board, members) {
        let others = members.iter().filter(|&&member| member != culprit);
        settled.bound.extend(others.map(|&member| (member, culprit)));
    }
}

/// Groups that may be placed, by the first of their tasks in the order.
struct Queue<'a> {
    model: &'a Model,
    chains: &'a Chains,
    /// Predecessors of each group that are not settled, kept with its first member.
    waits: Vec<u32>,
    position: Vec<u32>,
    called: Vec<bool>,
    ready: BinaryHeap<Reverse<(u32, u32)>>,
}

impl<'a> Queue<'a> {
    fn new(model: &'a Model, chains: &'a Chains, order: &[u32]) -> Self {
        let mut position = vec![NONE; model.tasks.len()];
        for (at, &task) in (0..).zip(order) {
            position[task as usize] = at;
        }
        let called = vec![false; model.tasks.len()];
        let mut queue = Self {
            model,
            chains,
            waits: vec![0; model.tasks.len()],
            position,
            called,
            ready: BinaryHeap::new(),
        };
        for &task in order {
            let head = queue.head(task);
            queue.waits[head as usize] +=
                queue.outside(task, model.before.of(task).iter().map(|link| link.task));
        }
        queue
    }

    fn head(&self, task: u32) -> u32 {
        self.chains.with(&task)[0]
    }

    /// How many of `others` are to be settled before, and apart from, the group of `task`.
    fn outside(&self, task: u32, others: impl Iterator<Item = u32>) -> u32 {
        let head = self.head(task);
        others.filter(|&other| self.position[other as usize] != NONE && self.head(other) != head).count()
            as u32
    }

    fn call(&mut self, task: u32) {
        let head = self.head(task);
        if !std::mem::replace(&mut self.called[head as usize], true) && self.waits[head as usize] == 0 {
            self.ready.push(Reverse((self.position[task as usize], head)));
        }
    }

    fn next(&mut self) -> Option<u32> {
        self.ready.pop().map(|Reverse((_, task))| task)
    }

    fn settle(&mut self, task: u32) {
        for link in self.model.after.of(task) {
            let head = self.head(link.task);
            if self.position[link.task as usize] == NONE || head == self.head(task) {
                continue;
            }
            self.waits[head as usize] -= 1;
            if self.waits[head as usize] == 0 && self.called[head as usize] {
                self.ready.push(Reverse((self.position[head as usize], head)));
            }
        }
    }
}
