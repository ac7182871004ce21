//! `soak readers`: every reader of what comes from outside, led by which code was reached (libFuzzer).

use super::options::Options;
use crate::run::{self as chore, root, target};
use anyhow::{Context, Result, bail, ensure};
use std::path::Path;
use std::process::Command;

/// Seconds for each reader, when it is not said.
const SECONDS: u32 = 60;

/// Longest that one input may take, in seconds; most memory, in MB; longest input, in bytes.
const BOUNDS: [&str; 3] = ["-timeout=25", "-rss_limit_mb=2048", "-max_len=65536"];

/// What the compiler adds so that the loop sees which code was reached and what was compared: what
/// `-Z sanitizer` would bring without the checks of memory, which code without `unsafe` does not need.
const REACHED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                       -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
                       -Cllvm-args=-sanitizer-coverage-pc-table \
                       -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions";

/// Builds the loop and lets it run on each reader. What it learned stays in `target/readers/NAME` for the
/// next time; what felled a reader stands in `target/readers/found`.
///
/// # Errors
/// The readers that fell over, and where the bytes are that did it.
pub fn run(options: &Options) -> Result<()> {
    let program = built()?;
    let learned = target().join("readers");
    chore::show(Command::new(&program).env("ATELIER_SEEDS", &learned))?;
    let found = learned.join("found");
    let scratch = learned.join("scratch");
    std::fs::create_dir_all(&found)?;
    std::fs::create_dir_all(&scratch)?;
    let seconds = options.count.unwrap_or(SECONDS);
    let mut fallen = Vec::new();
    for name in names(&learned)? {
        let report = tried(&program, &name, &learned, options.seed, seconds)?;
        println!("soak readers: {name}: {}", report.as_deref().unwrap_or("FELL OVER"));
        if report.is_none() {
            fallen.push(name);
        }
    }
    // What the readers did not take away themselves.
    let _ = std::fs::remove_dir_all(&scratch);
    std::fs::remove_dir_all(&scratch)?;
    ensure!(fallen.is_empty(), "{} fell over; the bytes are in {}", fallen.join(", "), found.display());
    Ok(())
}

/// The readers: one folder each.
fn names(learned: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(learned)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !["found", "scratch"].contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The flags are of this program alone: without `--target` they would go to what is run while it is built.
fn built() -> Result<std::path::PathBuf> {
    let host = Command::new("rustc").arg("-vV").output().context("rustc does not answer")?;
    let host = String::from_utf8(host.stdout)?;
    let Some(host) = host.lines().find_map(|line| line.strip_prefix("host: ")) else {
        bail!("rustc does not say where it runs");
    };
    let own = target().join("guided");
    let mut build =
        chore::command("cargo", &["build", "--release", "-p", "atelier-fuzz", "--features", "guided"]);
    build.args(["--bin", "readers", "--target", host]).arg("--target-dir").arg(&own);
    build.env("RUSTFLAGS", REACHED).env("ATELIER_WEB", "skip");
    build.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    build.env("CARGO_PROFILE_RELEASE_STRIP", "none");
    chore::show(&mut build)?;
    Ok(own.join(host).join("release/readers"))
}

/// How many inputs, and what they reached; nothing when the reader fell over.
fn tried(program: &Path, name: &str, learned: &Path, seed: u64, seconds: u32) -> Result<Option<String>> {
    let mut command = Command::new(program);
    command.env("ATELIER_READER", name).env("TMPDIR", learned.join("scratch"));
    command.current_dir(root()).args(BOUNDS);
    command.arg(format!("-max_total_time={seconds}")).arg(format!("-seed={}", seed % 0xFFFF_FFFF));
    command.args(["-print_final_stats=1", "-verbosity=1"]);
    command.arg(format!("-artifact_prefix={}/{name}-", learned.join("found").display()));
    let out = command.arg(learned.join(name)).output().context("the loop does not start")?;
    let told = String::from_utf8_lossy(&out.stderr);
    if !out.status.success() {
        let from = told.lines().count().saturating_sub(30);
        told.lines().skip(from).for_each(|line| println!("{line}"));
        return Ok(None);
    }
    let last =
        |word: &str| told.lines().rev().find_map(|line| Some(line.split(word).nth(1)?.trim().to_owned()));
    let number =
        |text: Option<String>| text.and_then(|text| Some(text.split_whitespace().next()?.to_owned()));
    let inputs = number(last("stat::number_of_executed_units:")).unwrap_or_default();
    let reached = number(last("cov: ")).unwrap_or_default();
    let kept = number(last("corp: ")).unwrap_or_default();
    Ok(Some(format!("{inputs} inputs, {reached} places reached, {kept} kept")))
}
