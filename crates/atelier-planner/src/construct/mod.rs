//! A first plan: tasks one after the other, in the order of a priority rule.

mod chains;
mod rules;
mod serial;

pub use chains::{Chains, place_chain};
pub use rules::{Rule, keys};
pub use serial::{Settled, serial};

use crate::board::Board;
use crate::model::Model;

/// Places every task at its cheapest place, in the order of `rule`; what finds none stays out.
///
/// Predecessors come before their successors. Same model, same plan.
pub fn construct(model: &Model, rule: Rule) -> Board<'_> {
    let mut board = Board::new(model);
    let keys = keys(model, rule);
    for task in sorted(model, &keys) {
        if board.seat(task).placed() {
            continue;
        }
        if let Some(found) = board.bounds(task).and_then(|window| board.best(task, &window)) {
            board.put(task, &found);
        }
    }
    board
}

/// Tasks by rising key, predecessors first: a task is as urgent as the most urgent of its successors.
pub fn sorted(model: &Model, keys: &[u32]) -> Vec<u32> {
    let mut urgency: Vec<(u32, u32, u32)> = (0..model.len())
        .map(|i| {
            let task = model.in_order(i);
            (keys[task as usize], i, task)
        })
        .collect();
    let mut least: Vec<u32> = keys.to_vec();
    for i in (0..model.len()).rev() {
        let task = model.in_order(i);
        for link in model.before.of(task) {
            least[link.task as usize] = least[link.task as usize].min(least[task as usize]);
        }
        urgency[i as usize].0 = least[task as usize];
    }
    urgency.sort_unstable();
    urgency.into_iter().map(|entry| entry.2).collect()
}
