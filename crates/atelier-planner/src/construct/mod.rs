//! A first plan: tasks one after the other, in the order of a priority rule.
//!
//! [`construct`] is the plain list. [`best_of`] is what a plan begins with: several rules, chains
//! with longest waits placed and taken back as one, and, for large models, fixed parts side by side.
//! Same model and rules, same plan, whatever the number of threads.

mod again;
mod chains;
mod dates;
mod last;
mod loads;
mod order;
mod parts;
mod pick;
mod rules;
mod serial;
mod shift;
mod side;

pub use chains::{Chains, place_chain};
pub use dates::latest_finish;
pub use order::sorted;
pub use rules::{Rule, keys};
pub use serial::{Settled, serial};

use crate::board::Board;
use crate::bound;
use crate::model::Model;
use parts::Parts;
use pick::{Picker, Pools};
use side::{side_by_side, side_by_side_with};

/// From this number of tasks on, one rule only, in parts.
const LARGE: u32 = 400_000;

/// Up to this number of tasks, a second try is cheap.
const SMALL: u32 = 100_000;

/// Places every task at its cheapest place, in the order of `rule`; what finds none stays out.
///
/// Predecessors come before their successors. Same model, same plan.
pub fn construct(model: &Model, rule: Rule) -> Board<'_> {
    let mut board = Board::new(model);
    for task in sorted(model, &keys(model, rule)) {
        if board.seat(task).placed() {
            continue;
        }
        if let Some(found) = board.bounds(task).and_then(|window| board.best(task, &window)) {
            board.put(task, &found);
        }
    }
    board
}

/// The best plan over `rules`, with a second try for what it leaves out, and its rule.
///
/// The first rule is enough for a large model, and whenever its plan comes within one per cent of
/// what no plan can better. Up to [`SMALL`] tasks every rule gets its second try, above only the best.
pub fn best_of<'m>(model: &'m Model, rules: &[Rule], threads: usize) -> (Board<'m>, Rule) {
    let (first, others) =
        rules.split_first().map_or((Rule::LatestFinish, rules), |(&first, more)| (first, more));
    let small = model.len() <= SMALL;
    let pools = Pools::new(model);
    let mut board = by_parts(model, first, threads);
    if small {
        again::try_again(&mut board, &pools);
    }
    let mut best = (board, first);
    if model.len() < LARGE && !others.is_empty() && !is_good(&best.0) {
        let boards = side_by_side(others.len(), threads, |i| {
            let mut board = in_order_of(model, others[i]);
            if small {
                again::try_again(&mut board, &pools);
            }
            board
        });
        for (board, &rule) in boards.into_iter().zip(others) {
            if board.objective().total < best.0.objective().total {
                best = (board, rule);
            }
        }
    }
    if !small {
        again::try_again(&mut best.0, &pools);
    }
    best
}

fn is_good(board: &Board) -> bool {
    let (total, bound) = (board.objective().total, bound::lower(board.model()).total);
    total - bound <= total / 100
}

/// The whole model in the order of one rule.
fn in_order_of(model: &Model, rule: Rule) -> Board<'_> {
    let pools = Pools::new(model);
    let mut board = Board::new(model);
    place_all(&mut board, &mut Picker::new(&pools), sorted(model, &keys(model, rule)));
    board
}

fn place_all(board: &mut Board, picker: &mut Picker, tasks: Vec<u32>) {
    for task in tasks {
        shift::place(board, picker, task);
    }
}

/// One rule, the parts side by side; then what found no place in its part, over the whole.
fn by_parts(model: &Model, rule: Rule, threads: usize) -> Board<'_> {
    let parts = Parts::cut(model);
    let keys = order::inherited(model, keys(model, rule));
    let pools = Pools::new(model);
    let place_part = |board: &mut Board, part: usize| {
        let tasks = order::of_part(&keys, parts.tasks(part));
        place_all(board, &mut Picker::within(&pools, &parts, part), tasks);
    };
    let mut boards = side_by_side_with(parts.len(), threads, || Board::new(model), place_part);
    let mut whole = boards.swap_remove(0).0;
    for (board, done) in &boards {
        for &part in done {
            whole.adopt(board, parts.tasks(part), parts.people(part));
        }
    }
    whole.settle();
    if parts.restrict() {
        let order = (0..model.len()).map(|i| model.in_order(i));
        let left: Vec<u32> = order.filter(|&task| !whole.seat(task).placed()).collect();
        place_all(&mut whole, &mut Picker::new(&pools), order::of_part(&keys, &left));
    }
    whole
}

#[cfg(test)]
mod tests;
