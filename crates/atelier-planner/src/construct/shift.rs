//! Placing one task; when it comes too long after a predecessor, what precedes it moves later.

use super::pick::Picker;
use crate::board::{Board, Window};
use crate::model::NONE;

/// Times a predecessor is moved later before its successor is left out.
const TRIES: u32 = 4;

/// Places `task` if it has a place; `false` when it is left out.
pub(super) fn place(board: &mut Board, picker: &mut Picker, task: u32) -> bool {
    if board.seat(task).placed() {
        return true;
    }
    if board.model().gone(task) {
        return false;
    }
    let Some(window) = open_bounds(board, task) else { return false };
    if let Some(found) = picker.pick(board, task, &window) {
        board.put(task, &found);
        return true;
    }
    window.latest_start != NONE && later(board, picker, task)
}

/// The bounds, even when the longest wait has left no time.
fn open_bounds(board: &Board, task: u32) -> Option<Window> {
    board.bounds(task).or_else(|| {
        let bounded = board.model().before.of(task).iter().any(|link| link.bounded());
        let window = if bounded { board.bounds_without_end_of_wait(task)? } else { return None };
        // Nothing fits: the start would come before the opening.
        Some(Window { latest_start: window.from.saturating_sub(1), ..window })
    })
}

/// Moves the predecessors that cannot wait so long, with what follows them, then places `task`.
fn later(board: &mut Board, picker: &mut Picker, task: u32) -> bool {
    board.record(true);
    for _ in 0..TRIES {
        let Some(window) = board.bounds_without_end_of_wait(task) else { break };
        let Some(wanted) = picker.pick(board, task, &window) else { break };
        let held = board.model().before.of(task).iter().find(|link| {
            link.bounded() && board.seat(link.task).end.saturating_add(link.max_lag) < wanted.start
        });
        let Some(link) = held else {
            board.put(task, &wanted);
            board.record(false);
            return true;
        };
        if !move_to(board, picker, link.task, wanted.start - link.max_lag) {
            break;
        }
    }
    board.undo_to(0);
    board.record(false);
    false
}

/// Takes `head` and all that follows it, and puts it back so that it ends at `end` or later.
fn move_to(board: &mut Board, picker: &mut Picker, head: u32, end: u32) -> bool {
    let model = board.model();
    let mut moved = vec![head];
    let mut at = 0;
    while let Some(&task) = moved.get(at) {
        at += 1;
        for link in model.after.of(task) {
            if board.seat(link.task).placed() && !moved.contains(&link.task) {
                moved.push(link.task);
            }
        }
    }
    if moved.iter().any(|&task| model.tasks[task as usize].pinned()) || moved.len() > 64 {
        return false;
    }
    for &task in moved.iter().rev() {
        board.take(task);
    }
    let mut left = moved;
    while !left.is_empty() {
        let ready =
            left.iter().position(|&task| model.before.of(task).iter().all(|link| !left.contains(&link.task)));
        let Some(ready) = ready else { return false };
        let task = left.remove(ready);
        let Some(mut window) = board.bounds(task) else { return false };
        if task == head {
            window.earliest_end = window.earliest_end.max(end);
        }
        let Some(found) = picker.pick(board, task, &window) else { return false };
        board.put(task, &found);
    }
    true
}
