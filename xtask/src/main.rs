//! Chores of the project: `cargo xtask test | tidy | soak | release | bench`.

mod postgres;
mod run;
mod test;
mod tidy;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "cargo xtask <chore>
  test      every test: tidy, lints, both database engines, web checks, browser journeys
  tidy      arrows between crates and words, both languages complete, every refusal explained
  soak      thousands of changes to a sealed ledger, on both engines (ATELIER_SOAK: how many of each class)
  bench     the figures of speed and size (release build; takes minutes)
  release   the release binary, with its size";

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
    let chore = std::env::args().nth(1);
    match chore.as_deref() {
        Some("test") => test::all(),
        Some("tidy") => tidy::check(&run::root()),
        Some("soak") => test::soak(),
        Some("bench") => test::bench(),
        Some("release") => test::release(),
        _ => bail!("{USAGE}"),
    }
}
