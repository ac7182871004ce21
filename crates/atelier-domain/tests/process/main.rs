//! The files a sales-operations person edits: examples, faults with their places, text export, calendars.
#![allow(clippy::unwrap_used)] // helpers of tests: a failure must stop the test

mod bill;
mod catalogue;
mod conversation;
mod damage;
mod examples;
mod faults;
mod gate;
mod levels;
mod lint;
mod round_trip;
mod ways;
mod workshop;

use atelier_domain::language::Refusals;
use atelier_domain::process::{Process, Reading, Workshop};
use jiff::civil::date;
use std::path::PathBuf;

/// A file of the examples.
fn example(path: &str) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    std::fs::read_to_string(root.join(path)).unwrap()
}

/// The golden process.
fn metrios() -> Process {
    let text = example("metrios/process.toml");
    let (process, warnings) = Process::read("process.toml", &text, &before_2027()).unwrap();
    assert_eq!(warnings, []);
    process
}

/// The golden workshop.
fn metrios_workshop() -> Workshop {
    let (workshop, warnings) =
        Workshop::read("workshop.toml", &example("metrios/workshop.toml"), 2026..=2027).unwrap();
    assert_eq!(warnings, []);
    workshop
}

/// The day from which the golden example is read.
fn before_2027() -> Reading {
    Reading { today: date(2026, 12, 14) }
}

/// `line:column code` of each refusal, in order.
fn places(refusals: &Refusals) -> Vec<String> {
    let place = |refusal: &atelier_domain::language::Refusal| {
        let (line, column) = (refusal.place.line.unwrap_or(0), refusal.place.column.unwrap_or(0));
        format!("{line}:{column} {}", refusal.code.trim_start_matches("process/"))
    };
    refusals.0.iter().map(place).collect()
}
