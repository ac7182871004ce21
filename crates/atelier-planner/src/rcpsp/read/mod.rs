//! Readers of standard project files: Patterson (`.rcp`) and PSPLIB (`.sm`, and `.mm` with modes).
//!
//! A file that breaks a rule is refused with every fault found, each with its line and column.
//! Nothing is allocated on the word of a count: lists grow with what is really there.

mod draft;
mod fault;
mod patterson;
mod psplib;
mod rows;
mod words;

pub use fault::{Fault, Wrong};
pub(super) use rows::read_rows;

use super::project::Project;

/// Most activities, modes in all, and arcs of a file.
const MOST_ACTIVITIES: i64 = 100_000;
/// Most modes or arcs of a file, all activities together.
const MOST_ROWS: usize = 2_000_000;
/// Most resources of one kind.
const MOST_RESOURCES: i64 = 64;
/// Most periods in all, each activity in its longest mode: the engine keeps a profile that long.
const MOST_PERIODS: i64 = 4_000_000;
/// Most units of a capacity or a need: fits a lane of 31 bits.
const MOST_UNITS: i64 = 0x7FFF_FFFF;

/// How a file is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Numbers only: counts, capacities, then a row per activity.
    Patterson,
    /// PSPLIB sections, one mode per activity.
    SingleMode,
    /// PSPLIB or MMLIB sections, several modes.
    MultiMode,
}

impl Format {
    /// By the end of the file's name if it is known, otherwise by the text.
    pub fn of(name: &str, text: &str) -> Self {
        let end = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
        match end.as_deref() {
            Some("rcp") => Self::Patterson,
            Some("sm") => Self::SingleMode,
            Some("mm") => Self::MultiMode,
            _ if text.bytes().take(4_000).any(|byte| byte.is_ascii_alphabetic()) => Self::MultiMode,
            _ => Self::Patterson,
        }
    }
}

/// Reads a project laid out in `format`.
///
/// # Errors
/// Every fault of the text, in the order of its lines.
pub fn read(format: Format, text: &str) -> Result<Project, Vec<Fault>> {
    match format {
        Format::Patterson => read_patterson(text),
        Format::SingleMode => read_sm(text),
        Format::MultiMode => read_mm(text),
    }
}

/// Reads a Patterson file: activities and resources, capacities, then for each activity its
/// duration, its needs, the count of its successors and their numbers from one.
///
/// # Errors
/// Every fault of the text, in the order of its lines.
pub fn read_patterson(text: &str) -> Result<Project, Vec<Fault>> {
    patterson::read(text)
}

/// Reads a PSPLIB single-mode file.
///
/// # Errors
/// Every fault of the text, in the order of its lines; among them an activity with several modes
/// or a non-renewable resource.
pub fn read_sm(text: &str) -> Result<Project, Vec<Fault>> {
    psplib::read(text, true)
}

/// Reads a PSPLIB or MMLIB multi-mode file.
///
/// # Errors
/// Every fault of the text, in the order of its lines.
pub fn read_mm(text: &str) -> Result<Project, Vec<Fault>> {
    psplib::read(text, false)
}
