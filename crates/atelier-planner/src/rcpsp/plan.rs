//! A schedule as a text: one row per activity.

use super::project::Schedule;
use super::read::{Fault, read_rows};

const TITLE: &str = "activity start mode";

/// The schedule as rows of three numbers under a title: activity, start, mode; activities and modes
/// are numbered from one.
pub fn write_schedule(schedule: &Schedule) -> String {
    let rows = schedule.starts.iter().zip(&schedule.modes).enumerate();
    let row = |(one, (start, mode)): (usize, (&u32, &usize))| format!("{} {start} {}\n", one + 1, mode + 1);
    std::iter::once(format!("{TITLE}\n")).chain(rows.map(row)).collect()
}

/// Reads what [`write_schedule`] writes.
///
/// # Errors
/// The faults of the text, each with its place.
pub fn read_schedule(text: &str) -> Result<Schedule, Vec<Fault>> {
    let rows = read_rows(text, TITLE)?;
    let starts = rows.iter().map(|row| row[0]).collect();
    Ok(Schedule { starts, modes: rows.iter().map(|row| row[1] as usize - 1).collect() })
}
