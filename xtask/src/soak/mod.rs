//! `cargo xtask soak …`: the program tried from outside, as a machine room would: killed, cut off from
//! its power, left without disk or database, held by slow clients, asked nonsense.
//!
//! Each trial prints its figures and fails on the first promise that is not kept.

mod contract;
mod cuts;
mod disk;
mod export;
mod house;
mod kills;
mod mount;
mod options;
mod outages;
mod readers;
mod slow;
mod wire;
mod writer;

use anyhow::{Result, bail};
use options::Options;

const USAGE: &str = "cargo xtask soak <trial> [options]
  ledger                thousands of changes to a sealed ledger (ATELIER_SOAK: how many of each class)
  kills    --count N    kill -9 during requests, imports and plan makings (200)
  cuts     --count N    power cuts on a file system of its own (50; needs root)
  disk                  a disk that fills up (needs root)
  postgres --count N    immediate restarts of the database, and of one of two servers (20)
  slow                  clients that never end what they say
  contract --cases N    schemathesis on the served OpenAPI document, with keys of several roles (20000)
  readers  --count S    every reader, S seconds each, led by the code that was reached (60)
  short                 each in a short form, on the binary that the tests were built with
options
  --program PATH        the binary to drive (target/release/atelier, else target/debug/atelier)
  --postgres            on a throw-away PostgreSQL instead of SQLite (kills, disk excepted)
  --seed N              of the random moments (printed; the clock by default)";

/// Runs the trial named on the command line.
///
/// # Errors
/// The first promise that is not kept, or what is missing to try it.
pub fn run(line: &[String]) -> Result<()> {
    let Some((trial, rest)) = line.split_first() else { return crate::test::soak() };
    let options = Options::read(rest)?;
    match trial.as_str() {
        "ledger" => crate::test::soak(),
        "kills" => kills::run(&options),
        "cuts" => cuts::run(&options),
        "disk" => disk::run(&options),
        "postgres" => outages::run(&options),
        "slow" => slow::run(&options),
        "contract" => contract::run(&options),
        "readers" => readers::run(&options),
        "short" => short().map(drop),
        _ => bail!("{USAGE}"),
    }
}

/// Each trial in a short form, as part of the tests: how many passed. What this machine does not let one try is said.
///
/// # Errors
/// The first promise that is not kept.
pub fn short() -> Result<u64> {
    kills::run(&Options::short(5))?;
    kills::run(&Options::short(3).on_postgres())?;
    outages::run(&Options::short(2))?;
    slow::run(&Options::short(1))?;
    let mut passed = 4 + u64::from(contract::short(&Options::short(1))?);
    if mount::possible() {
        cuts::power(&Options::short(2))?;
        disk::run(&Options::short(1))?;
        passed += 2;
    } else {
        println!("soak cuts, disk: skipped, this user may not mount a file system");
    }
    Ok(passed)
}
