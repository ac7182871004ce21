//! One action explained.

use anyhow::{Context, Result};
use atelier_planner::board::{Board, Held, Out};
use atelier_planner::model::NONE;

use super::report;
use crate::folder::Folder;

/// Lines from the action back to the root of its date, or the cause that keeps it out.
pub fn of(folder: &Folder, board: &Board, action: u32) -> Result<String> {
    let task = folder.actions.position(action).with_context(|| format!("no action {action}"))?;
    let id = |task: u32| folder.actions.id(task);
    if !board.seat(task).placed() {
        let why = board.why_out(task);
        let more = match why {
            Out::Predecessor(before) => format!(" (action {})", id(before)),
            Out::NoRoom(full) => format!(" ({full} % of their time)"),
            _ => String::new(),
        };
        return Ok(format!("action {action} is not planned: {}{more}\n", report::out(why)));
    }
    let mut lines = Vec::new();
    for (task, held) in board.causes(task) {
        let seat = board.seat(task);
        let who = if seat.person == NONE {
            String::new()
        } else {
            format!(", seller {}", folder.sellers.id(seat.person))
        };
        let other = match held {
            Held::After(other) | Held::Busy(other) => format!(", action {}", id(other)),
            _ => String::new(),
        };
        lines.push(format!(
            "action {} at {}{who}: because of {}{other}\n",
            id(task),
            moment(folder, seat.start),
            report::held(held)
        ));
    }
    Ok(lines.concat())
}

/// Day and clock time.
fn moment(folder: &Folder, slot: u32) -> String {
    let (day, rest) = (slot / folder.meta.slots_per_day, slot % folder.meta.slots_per_day);
    let minutes = rest * folder.meta.slot_minutes;
    format!("day {day} {:02}:{:02}", minutes / 60, minutes % 60)
}
