//! A plan as a table: `action_id,seller_id,start_slot,end_slot`; what is absent is not planned.

use std::io::{BufWriter, Write};
use std::path::Path;

use atelier_planner::board::Seat;
use atelier_planner::model::NONE;
use atelier_planner::repair::{Desk, Misplaced, Terms};

use crate::folder::{Faults, Folder, rows};

const COLUMNS: [&str; 4] = ["action_id", "seller_id", "start_slot", "end_slot"];

/// Reads a plan and puts it in force.
///
/// # Errors
/// Every row that cannot be read; or every row that breaks a rule of the folder.
pub fn in_force(folder: &Folder, path: &Path, terms: Terms) -> Result<Desk, Faults> {
    let mut faults = Faults::default();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut seats = vec![Seat::EMPTY; folder.model.tasks.len()];
    let mut lines = vec![0_u64; seats.len()];
    rows(path.parent().unwrap_or(Path::new("")), &name, COLUMNS, &mut faults, |mut row| {
        let action = row.unsigned(0, 0, u32::MAX - 1);
        let person = if row.text(1).is_empty() { Some(NONE) } else { row.unsigned(1, 0, u32::MAX - 1) };
        let start = row.unsigned(2, 0, folder.meta.horizon);
        let end = row.unsigned(3, 0, folder.meta.horizon);
        let (Some(action), Some(person), Some(start), Some(end)) = (action, person, start, end) else {
            return;
        };
        let Some(task) = folder.actions.position(action) else {
            return row.refuse(0, &format!("no action {action} in actions.csv"));
        };
        let position = if person == NONE { Some(NONE) } else { folder.sellers.position(person) };
        let Some(person) = position else {
            return row.refuse(1, &format!("no seller {person} in sellers.csv"));
        };
        if seats[task as usize].placed() {
            return row
                .refuse(0, &format!("action {action} is planned on line {} already", lines[task as usize]));
        }
        if start >= end {
            return row.refuse(3, &format!("ends at {end}, not after its start at {start}"));
        }
        seats[task as usize] = Seat { start, end, person, way: 0 };
        lines[task as usize] = row.line;
    });
    if !faults.is_empty() {
        return Err(faults);
    }
    Desk::new(folder.model.clone(), &seats, terms).map_err(|found| {
        for fault in found {
            told(&fault, folder, &name, &lines, &mut faults);
        }
        faults
    })
}

/// A broken rule, with its line and its column.
fn told(fault: &Misplaced, folder: &Folder, file: &str, lines: &[u64], faults: &mut Faults) {
    let (task, column, why) = match *fault {
        Misplaced::UnknownTask(task) => (task, 0, "is not in actions.csv".to_string()),
        Misplaced::NotACandidate { task, person: NONE } => (task, 1, "needs a seller".to_string()),
        Misplaced::NotACandidate { task, person } => {
            (task, 1, format!("cannot be done by seller {}", folder.sellers.id(person)))
        }
        Misplaced::Dates(task) => (task, 2, "is outside its release, its window or the plan".to_string()),
        Misplaced::Predecessor(task) => {
            (task, 2, "does not keep the wait after an action before it, or lacks it".to_string())
        }
        Misplaced::Time(task) => {
            (task, 3, "is in time that is taken or not worked, or not as long as it takes".to_string())
        }
    };
    let line = lines.get(task as usize).copied().unwrap_or(0);
    faults.at(file, line, COLUMNS[column], &format!("action {} {why}", folder.actions.id(task)));
}

/// Writes the plan in force; `action` and `seller` give the ids.
pub fn write(
    desk: &Desk,
    out: &Path,
    action: impl Fn(u32) -> u32,
    seller: impl Fn(u32) -> u32,
) -> std::io::Result<()> {
    let mut file = BufWriter::new(std::fs::File::create(out)?);
    writeln!(file, "action_id,seller_id,start_slot,end_slot")?;
    for task in 0..desk.model().len() {
        let seat = desk.seat(task);
        if seat.placed() {
            let who = if seat.person == NONE { String::new() } else { seller(seat.person).to_string() };
            writeln!(file, "{},{who},{},{}", action(task), seat.start, seat.end)?;
        }
    }
    file.flush()
}
