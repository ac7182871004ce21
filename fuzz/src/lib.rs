//! Every reader of what comes from outside, under one shape: bytes in, an answer or a refusal out, never a panic.
//!
//! `tests/spoilt.rs` spoils sound examples a few hundred times each; `cargo xtask soak readers` goes on for
//! as long as it is told, led by which code was reached (libFuzzer).

mod files;
mod ledger;
mod texts;

/// A reader and what it may hold sound examples of.
#[derive(Clone, Copy)]
pub struct Reader {
    /// What it reads, as the folder of its findings is called.
    pub name: &'static str,
    /// Reads it, and asserts what must hold whatever was given.
    pub read: fn(&[u8]),
    /// Sound examples, to be spoilt.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All of them.
pub const READERS: [Reader; 17] = [
    Reader { name: "process", read: texts::process, seeds: texts::processes },
    Reader { name: "workshop", read: texts::workshop, seeds: texts::workshops },
    Reader { name: "scenarios", read: texts::scenarios, seeds: texts::scenario_files },
    Reader { name: "mapping", read: texts::mapping, seeds: texts::mappings },
    Reader { name: "formula", read: texts::formula, seeds: texts::formulas },
    Reader { name: "words", read: texts::words, seeds: texts::word_seeds },
    Reader { name: "patterson", read: texts::patterson, seeds: texts::patterson_files },
    Reader { name: "psplib", read: texts::psplib, seeds: texts::psplib_files },
    Reader { name: "schedule", read: texts::schedule, seeds: texts::schedules },
    Reader { name: "address", read: texts::address, seeds: texts::addresses },
    Reader { name: "table", read: files::table, seeds: files::tables },
    Reader { name: "workbook", read: files::workbook, seeds: files::workbooks },
    Reader { name: "export", read: files::export, seeds: files::exports },
    Reader { name: "fact", read: ledger::fact, seeds: ledger::facts },
    Reader { name: "proof", read: ledger::proof, seeds: ledger::proofs },
    Reader { name: "witness", read: ledger::witness, seeds: ledger::requests },
    Reader { name: "backup", read: ledger::backup, seeds: ledger::backups },
];

/// The reader of this name.
pub fn named(name: &str) -> Option<Reader> {
    READERS.into_iter().find(|reader| reader.name == name)
}

/// What a trial itself needs of its machine: without it nothing was tried.
fn sure<T, E: std::fmt::Debug>(made: Result<T, E>) -> T {
    made.unwrap_or_else(|error| panic!("the trial cannot go on: {error:?}"))
}
