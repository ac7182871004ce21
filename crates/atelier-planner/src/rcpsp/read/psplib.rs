//! PSPLIB and MMLIB files: titled sections between lines of stars.

use super::super::project::{Mode, Project, Supply};
use super::draft::{Draft, Row};
use super::fault::{Fault, Faults, Wrong};
use super::words::{Place, Words};
use super::{MOST_ACTIVITIES, MOST_PERIODS, MOST_RESOURCES, MOST_ROWS, MOST_UNITS};

const PRECEDENCE: &str = "PRECEDENCE RELATIONS";
const REQUESTS: &str = "REQUESTS/DURATIONS";
const CAPACITIES: &str = "RESOURCE AVAILABILITIES";

pub(super) fn read(text: &str, single_mode: bool) -> Result<Project, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut draft = Draft::default();
    let head = Head::read(text, &mut faults);
    if let Some(head) = head.filter(|_| faults.none()) {
        draft.declared = head.activities;
        sections(text, &head, single_mode, &mut draft, &mut faults);
    }
    draft.finish(faults)
}

/// The counts announced before the first section.
struct Head {
    activities: usize,
    renewable: usize,
    other: usize,
}

impl Head {
    fn read(text: &str, faults: &mut Faults) -> Option<Self> {
        let activities = announced(text, "jobs", "the count of jobs", MOST_ACTIVITIES, faults);
        let renewable = announced(text, "- renewable", "renewable resources", MOST_RESOURCES, faults);
        let other = announced(text, "- nonrenewable", "nonrenewable resources", MOST_RESOURCES, faults);
        if let Some((place, 1..)) = told(text, "- doubly constrained", "resources", MOST_RESOURCES, faults) {
            faults.add(place, Wrong::Unsupported { what: "doubly constrained resources" });
        }
        Some(Self { activities: activities?, renewable: renewable?, other: other? })
    }
}

/// A count that must be there.
fn announced(
    text: &str,
    title: &'static str,
    expected: &'static str,
    most: i64,
    faults: &mut Faults,
) -> Option<usize> {
    match told(text, title, expected, most, faults) {
        Some((_, count)) => Some(count as usize),
        None => {
            if !text.lines().any(|line| begins(line, title)) {
                faults.add((1, 1), Wrong::NoSection { title });
            }
            None
        }
    }
}

/// The number after the colon of the first line that begins with `title`.
fn told(
    text: &str,
    title: &str,
    expected: &'static str,
    most: i64,
    faults: &mut Faults,
) -> Option<(Place, i64)> {
    let (number, line) = text.lines().enumerate().find(|(_, line)| begins(line, title))?;
    let colon = line.find(':').map_or(line.len(), |at| at + 1);
    let mut words = Words::from(line, number as u32 + 1, colon);
    words.count(expected, most, faults)
}

fn begins(line: &str, title: &str) -> bool {
    let plain = |text: &str| -> String {
        let kept = text.chars().filter(|one| !one.is_whitespace()).take(60);
        kept.flat_map(char::to_lowercase).collect()
    };
    plain(line).starts_with(&plain(title))
}

/// Rows of a section with their line numbers, up to the next line of stars.
fn section<'a>(text: &'a str, title: &str) -> Option<(u32, Vec<(u32, &'a str)>)> {
    let mut lines = (1..).zip(text.lines());
    let (at, _) = lines.find(|(_, line)| begins(line, title))?;
    let inside = lines.take_while(|(_, line)| !line.trim_start().starts_with("**"));
    let plain = |line: &str| line.trim_start().starts_with(|one: char| one.is_ascii_digit() || one == '-');
    let ruler = |line: &str| line.trim_start().starts_with("--");
    let mut rows: Vec<_> = inside.filter(|(_, line)| !line.trim().is_empty() && !ruler(line)).collect();
    if rows.first().is_some_and(|(_, line)| !plain(line)) {
        rows.remove(0);
    }
    Some((at, rows))
}

fn sections(text: &str, head: &Head, single_mode: bool, draft: &mut Draft, faults: &mut Faults) {
    let mut rows_of = |title: &'static str| {
        let found = section(text, title);
        if found.is_none() {
            faults.add((text.lines().count() as u32 + 1, 1), Wrong::NoSection { title });
        }
        found
    };
    let (arcs, needs, units) = (rows_of(PRECEDENCE), rows_of(REQUESTS), rows_of(CAPACITIES));
    if let Some((at, rows)) = units {
        capacities(at, &rows, head, draft, faults);
    }
    let modes = arcs.and_then(|(at, rows)| precedence(at, &rows, head, single_mode, draft, faults));
    if let (Some(modes), Some((at, rows))) = (modes, needs) {
        requests(at, &rows, head, &modes, draft, faults);
    }
    if let Some(place) = place_of(text, "- nonrenewable").filter(|_| single_mode && head.other > 0) {
        faults.add(place, Wrong::Unsupported { what: "non-renewable resources in a single-mode file" });
    }
}

fn place_of(text: &str, title: &str) -> Option<Place> {
    (1..).zip(text.lines()).find(|(_, line)| begins(line, title)).map(|(number, _)| (number, 1))
}

fn capacities(at: u32, rows: &[(u32, &str)], head: &Head, draft: &mut Draft, faults: &mut Faults) {
    let mut words = Words::of_rows(rows, at);
    for resource in 0..head.renewable + head.other {
        let Some((_, units)) = words.count("a capacity", MOST_UNITS, faults) else { return };
        draft.resources.push(Supply { capacity: units as u32, renewable: resource < head.renewable });
    }
    if let Some((place, found)) = words.word() {
        faults.add(place, Wrong::Extra { found: super::words::cut(found) });
    }
}

/// Reads the arcs into `draft`; the counts of modes come back with the places of the activities.
fn precedence(
    at: u32,
    rows: &[(u32, &str)],
    head: &Head,
    single_mode: bool,
    draft: &mut Draft,
    faults: &mut Faults,
) -> Option<Vec<usize>> {
    let mut words = Words::of_rows(rows, at);
    let (mut modes, mut arcs) = (Vec::new(), 0);
    for expected in 1..=head.activities as i64 {
        let (place, given) = words.number("the number of a job", faults)?;
        if given != expected {
            faults.add(place, Wrong::OutOfOrder { given, expected });
            return None;
        }
        let (here, count) = words.count("the count of modes", MOST_ROWS as i64, faults)?;
        if single_mode && count != 1 {
            faults.add(here, Wrong::Unsupported { what: "several modes in a single-mode file" });
        }
        let (_, successors) = words.count("the count of successors", MOST_ACTIVITIES, faults)?;
        let mut row = Row { place, ..Row::default() };
        for _ in 0..successors {
            row.successors.push(words.number("a successor", faults)?);
        }
        arcs += row.successors.len();
        if arcs > MOST_ROWS {
            let (given, most) = (arcs as i64, MOST_ROWS as i64);
            faults.add(place, Wrong::TooLarge { given, most, expected: "the count of arcs" });
            return None;
        }
        draft.activities.push(row);
        modes.push(count as usize);
    }
    if let Some((place, found)) = words.word() {
        faults.add(place, Wrong::Extra { found: super::words::cut(found) });
    }
    Some(modes)
}

/// One row per mode; the number of the job may be left out after its first mode.
fn requests(
    at: u32,
    rows: &[(u32, &str)],
    head: &Head,
    modes: &[usize],
    draft: &mut Draft,
    faults: &mut Faults,
) {
    let width = 2 + head.renewable + head.other;
    let mut rows = rows.iter();
    let mut last = at;
    for (job, &count) in modes.iter().enumerate() {
        for mode in 0..count {
            let Some(&(number, line)) = rows.next() else {
                faults.add((last + 1, 1), Wrong::Cut { expected: "a mode" });
                return;
            };
            last = number;
            let found = line.split_whitespace().count();
            if found != width + 1 && (mode == 0 || found != width) {
                faults.add((number, 1), Wrong::RowLength { found, expected: width + usize::from(mode == 0) });
                continue;
            }
            let mut words = Words::from(line, number, 0);
            if found > width {
                expect(&mut words, job as i64 + 1, "the number of a job", faults);
            }
            expect(&mut words, mode as i64 + 1, "the number of a mode", faults);
            if let Some(mode) = one_mode(&mut words, width - 2, faults) {
                draft.activities[job].modes.push(mode);
            }
        }
        if count == 0 {
            let place = draft.activities[job].place;
            faults.add(place, Wrong::Cut { expected: "at least one mode" });
        }
    }
    if let Some((number, line)) = rows.next() {
        faults.add((*number, 1), Wrong::Extra { found: super::words::cut(line.trim()) });
    }
}

fn expect(words: &mut Words<'_>, expected: i64, what: &'static str, faults: &mut Faults) {
    if let Some((place, given)) = words.number(what, faults)
        && given != expected
    {
        faults.add(place, Wrong::OutOfOrder { given, expected });
    }
}

fn one_mode(words: &mut Words<'_>, resources: usize, faults: &mut Faults) -> Option<Mode> {
    let (_, duration) = words.count("a duration", MOST_PERIODS, faults)?;
    let mut needs = Vec::new();
    for _ in 0..resources {
        needs.push(words.count("a need", MOST_UNITS, faults)?.1 as u32);
    }
    Some(Mode { duration: duration as u32, needs })
}
