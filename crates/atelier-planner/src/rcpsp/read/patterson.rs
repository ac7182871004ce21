//! Patterson files: numbers only, wrapped anywhere.

use super::super::project::{Mode, Project, Supply};
use super::draft::{Draft, Row};
use super::fault::{Fault, Faults, Wrong};
use super::words::{Words, cut};
use super::{MOST_ACTIVITIES, MOST_PERIODS, MOST_RESOURCES, MOST_ROWS, MOST_UNITS};

pub(super) fn read(text: &str) -> Result<Project, Vec<Fault>> {
    let mut words = Words::new(text);
    let mut faults = Faults::default();
    let mut draft = Draft::default();
    let whole = body(&mut words, &mut draft, &mut faults).is_some();
    if whole && let Some((place, found)) = words.word() {
        faults.add(place, Wrong::Extra { found: cut(found) });
    }
    draft.finish(faults)
}

/// Everything up to the last activity; stops where the numbers stop making sense, since what
/// follows a missing number cannot be told apart.
fn body(words: &mut Words<'_>, draft: &mut Draft, faults: &mut Faults) -> Option<()> {
    let (_, activities) = words.count("the count of activities", MOST_ACTIVITIES, faults)?;
    let (_, resources) = words.count("the count of resources", MOST_RESOURCES, faults)?;
    if !faults.none() {
        return None;
    }
    draft.declared = activities as usize;
    for _ in 0..resources {
        let (_, capacity) = words.count("a capacity", MOST_UNITS, faults)?;
        draft.resources.push(Supply { capacity: capacity as u32, renewable: true });
    }
    let mut arcs = 0;
    for _ in 0..activities {
        let row = row(words, resources, faults)?;
        arcs += row.successors.len();
        if arcs > MOST_ROWS {
            let (given, most) = (arcs as i64, MOST_ROWS as i64);
            faults.add(row.place, Wrong::TooLarge { given, most, expected: "the count of arcs" });
            return None;
        }
        draft.activities.push(row);
    }
    Some(())
}

fn row(words: &mut Words<'_>, resources: i64, faults: &mut Faults) -> Option<Row> {
    let (place, duration) = words.count("a duration", MOST_PERIODS, faults)?;
    let mut needs = Vec::new();
    for _ in 0..resources {
        needs.push(words.count("a need", MOST_UNITS, faults)?.1 as u32);
    }
    let (_, successors) = words.count("the count of successors", MOST_ACTIVITIES, faults)?;
    let mut row = Row { place, modes: vec![Mode { duration: duration as u32, needs }], ..Row::default() };
    for _ in 0..successors {
        row.successors.push(words.number("a successor", faults)?);
    }
    Some(row)
}
