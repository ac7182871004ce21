//! The last hand to a plan that was improved.

use std::collections::BTreeMap;

use crate::board::Board;
use crate::construct::{Chains, serial};

/// Takes out, with all that follows it, what costs more where it is than out of the plan.
pub(super) fn what_is_too_dear(board: &mut Board) {
    let model = board.model();
    board.record(true);
    for task in (0..model.len()).rev().map(|i| model.in_order(i)) {
        let (record, seat) = (&model.tasks[task as usize], board.seat(task));
        let dear = seat.placed()
            && record.unplaced < u32::MAX
            && record.lateness(seat.end) > i64::from(record.unplaced);
        if !dear || record.pinned() {
            continue;
        }
        let (before, mark) = (board.objective().total, board.mark());
        take_with_followers(board, task);
        if board.objective().total >= before {
            board.undo_to(mark);
        }
    }
    board.record(false);
}

/// Takes out what stands of a group that is not whole, and all that follows it.
pub(super) fn whole_chains(board: &mut Board, chains: &Chains) {
    let placed =
        |board: &Board, members: &[u32]| members.iter().filter(|&&one| board.seat(one).placed()).count();
    // What one group takes out with it may break another.
    while let Some(broken) =
        chains.groups().find(|members| (1..members.len()).contains(&placed(board, members)))
    {
        for &member in broken {
            take_with_followers(board, member);
        }
    }
}

fn take_with_followers(board: &mut Board, first: u32) {
    let model = board.model();
    let mut reached = vec![first];
    while let Some(task) = reached.pop() {
        if board.seat(task).placed() && !model.tasks[task as usize].pinned() {
            board.take(task);
        }
        let placed = |task: &u32| board.seat(*task).placed() && !model.tasks[*task as usize].pinned();
        reached.extend(model.after.of(task).iter().map(|link| link.task).filter(placed));
    }
}

/// Places what is out as far as there is room, unless that costs more; tells who is bound to whom.
pub(super) fn what_is_left(board: &mut Board, chains: &Chains) -> BTreeMap<u32, u32> {
    let model = board.model();
    let out: Vec<u32> =
        (0..model.len()).map(|i| model.in_order(i)).filter(|&task| !board.seat(task).placed()).collect();
    let before = board.objective().total;
    board.record(true);
    let mut settled = serial(board, chains, &out, &mut |_| ());
    if board.objective().total > before {
        board.undo_to(0);
    }
    board.record(false);
    settled.bound.retain(|&task, _| !board.seat(task).placed());
    settled.bound
}

/// How often all tasks are looked at.
const PASSES: usize = 4;

/// Moves tasks to earlier places that cost no more, in the order of their starts.
pub(super) fn shift_left(board: &mut Board) {
    for _ in 0..PASSES {
        if !shift_once(board) {
            return;
        }
    }
}

fn shift_once(board: &mut Board) -> bool {
    let model = board.model();
    let mut tasks: Vec<u32> = (0..model.len())
        .filter(|&task| board.seat(task).placed() && !model.tasks[task as usize].pinned())
        .collect();
    tasks.sort_by_key(|&task| (board.seat(task).start, task));
    let mut moved = false;
    for task in tasks {
        let before = board.objective().total;
        let seat = board.take(task);
        let found = board.bounds(task).and_then(|window| board.best(task, &window));
        if let Some(found) = found.filter(|found| (found.end, found.start) < (seat.end, seat.start)) {
            board.put(task, &found);
            if board.objective().total <= before {
                moved = true;
                continue;
            }
            board.take(task);
        }
        board.put_back(task, seat);
    }
    moved
}
