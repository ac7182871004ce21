//! Chores of the project: `cargo xtask test | tidy | soak | release | bench | load`.

mod evidence;
mod load;
mod postgres;
mod release;
mod run;
mod soak;
mod test;
mod tidy;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "cargo xtask <chore>
  test      every test: tidy, lints, both database engines, web checks, browser journeys
  tidy      arrows between crates and words, both languages complete, every refusal explained
  soak      the ledger changed, the program killed, cut off, starved, besieged (soak help lists the trials)
  bench     the figures of speed and size (release build; takes minutes); bench lists: those of the lists
  load      requests at a fixed rate on a server that runs, and how long each waits
  release   what is handed over, in dist/: archive, Debian package, checksums (release FOLDER packs programs built there)";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let line: Vec<String> = std::env::args().skip(1).collect();
    match line.first().map(String::as_str) {
        Some("test") => test::all(),
        Some("tidy") => tidy::check(&run::root()),
        Some("soak") => soak::run(&line[1..]),
        Some("bench") if line.get(1).is_some_and(|what| what == "lists") => test::bench_lists(),
        Some("bench") => test::bench(),
        Some("load") => load::run(&line[1..]),
        Some("release") => release::hand_over(line.get(1).map(String::as_str)),
        _ => bail!("{USAGE}"),
    }
}
