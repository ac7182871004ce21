//! Rows of a schedule file.

use super::fault::{Fault, Faults, Wrong};
use super::words::Words;
use super::{MOST_PERIODS, MOST_ROWS};

/// Start and mode (from one) of each activity, under `title`; activities in the order of their numbers.
pub(in super::super) fn read_rows(text: &str, title: &'static str) -> Result<Vec<[u32; 2]>, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut rows = Vec::new();
    if text.lines().next().map(str::trim) != Some(title) {
        faults.add((1, 1), Wrong::NoSection { title });
    }
    for (number, line) in (1..).zip(text.lines()).skip(1).filter(|(_, line)| !line.trim().is_empty()) {
        let mut words = Words::from(line, number, 0);
        if let Some(row) = row(&mut words, rows.len() as i64 + 1, &mut faults) {
            rows.push(row);
            if let Some((place, found)) = words.word() {
                faults.add(place, Wrong::Extra { found: super::words::cut(found) });
            }
        }
    }
    if faults.none() { Ok(rows) } else { Err(faults.sorted()) }
}

fn row(words: &mut Words<'_>, expected: i64, faults: &mut Faults) -> Option<[u32; 2]> {
    let (place, given) = words.number("the number of an activity", faults)?;
    if given != expected {
        faults.add(place, Wrong::OutOfOrder { given, expected });
    }
    let (_, start) = words.count("a start", MOST_PERIODS, faults)?;
    let (place, mode) = words.count("the number of a mode", MOST_ROWS as i64, faults)?;
    if mode < 1 {
        faults.add(place, Wrong::OutOfOrder { given: mode, expected: 1 });
    }
    Some([start as u32, mode.max(1) as u32])
}
