//! `cargo xtask test`: every test on both engines, the web checks and the browser journeys.

use crate::{postgres, release, run, soak, tidy};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// What the readers of the journeys sign in with, in a demonstration that lives as long as they do.
const PASSWORD: &str = "quatre vélos verts sous la pluie";

/// How many tests ran, read from what the runners print.
#[derive(Default)]
struct Tally {
    passed: u64,
    failed: u64,
    sqlite: u64,
    postgres: u64,
    /// What failed, by name.
    failures: Vec<String>,
}

impl Tally {
    fn read(&mut self, lines: &[String]) {
        self.failures.extend(not_ok(lines));
        for line in lines {
            if let Some(rest) = line.strip_prefix("test ") {
                match rest.rsplit_once(" ... ") {
                    Some((name, "ok")) => {
                        self.passed += 1;
                        self.sqlite += u64::from(name.contains("sqlite"));
                        self.postgres += u64::from(name.contains("postgres"));
                    }
                    Some((name, result)) if result.starts_with("FAILED") => {
                        self.failed += 1;
                        self.failures.push(name.to_owned());
                    }
                    _ => {}
                }
            }
            for (word, count) in [("# pass ", &mut self.passed), ("# fail ", &mut self.failed)] {
                if let Some(number) =
                    line.strip_prefix(word).and_then(|number| number.trim().parse::<u64>().ok())
                {
                    *count += number;
                }
            }
        }
    }
}

/// The failures in the Test Anything Protocol, each with its name and the first line of its reason.
fn not_ok(lines: &[String]) -> Vec<String> {
    let trimmed: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    let reason = |block: &[&str]| {
        let at = block.iter().take(12).position(|line| line.starts_with("error: "))?;
        match block[at].strip_prefix("error: ") {
            Some("|-") => block.get(at + 1).map(|line| (*line).to_owned()),
            why => why.map(str::to_owned),
        }
    };
    let named = trimmed.iter().enumerate().filter_map(|(at, line)| Some((at, line.strip_prefix("not ok ")?)));
    named.map(|(at, name)| format!("{name}: {}", reason(&trimmed[at + 1..]).unwrap_or_default())).collect()
}

/// Runs everything and prints what ran and, last, what failed. The program is driven from outside even
/// if some of its own tests failed.
pub fn all() -> Result<()> {
    let root = run::root();
    tidy::check(&root)?;
    run::show(&mut run::command("cargo", &["fmt", "--all", "--check"]))?;
    let mut tally = Tally::default();
    web_checks(&root, &mut tally)?;
    run::show(&mut run::command(
        "cargo",
        &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
    ))?;
    let passed = postgres::with_postgres(|url| {
        let mut tests = run::command("cargo", &["test", "--workspace", "--no-fail-fast"]);
        tests.env("ATELIER_TEST_POSTGRES", url);
        let (passed, lines) = run::lines(&mut tests)?;
        tally.read(&lines);
        Ok(passed)
    })?;
    if tally.sqlite > 0 {
        journeys(&root, &mut tally)?;
        tally.passed += soak::short()?;
    }
    println!("\ndatabase engines: {} tests on SQLite, {} on PostgreSQL", tally.sqlite, tally.postgres);
    println!("{} passed, {} failed", tally.passed, tally.failed);
    for failure in &tally.failures {
        println!("failed: {failure}");
    }
    if !passed || tally.failed > 0 {
        bail!("some tests failed");
    }
    if tally.sqlite == 0 || tally.postgres == 0 {
        bail!("an engine was not tested");
    }
    Ok(())
}

/// The tests that change a sealed ledger, each class as often as `ATELIER_SOAK` says.
pub fn soak() -> Result<()> {
    let rounds = std::env::var("ATELIER_SOAK").unwrap_or_else(|_| "2000".to_owned());
    postgres::with_postgres(|url| {
        let mut tests = run::command(
            "cargo",
            &["test", "--release", "-p", "atelier-store", "proofs", "--", "--nocapture"],
        );
        run::show(tests.env("ATELIER_TEST_POSTGRES", url).env("ATELIER_SOAK", rounds))
    })
}

fn npm(root: &Path, args: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.args(args).current_dir(root.join("web"));
    command
}

fn web_checks(root: &Path, tally: &mut Tally) -> Result<()> {
    if !run::has("npm") {
        run::install(&["nodejs", "npm"], "the web interface is built with Node.js 20 or newer")?;
    }
    run::show(&mut npm(root, &["ci", "--no-audit", "--no-fund"]))?;
    run::show(&mut npm(root, &["run", "check"]))?;
    let mut tests = npm(root, &["test", "--", "--reporter=tap-flat"]);
    let (passed, lines) = run::lines(&mut tests)?;
    let count = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count() as u64;
    tally.passed += count("ok ");
    tally.failed += count("not ok ");
    if !passed {
        bail!("the web checks failed");
    }
    Ok(())
}

/// Drives the real program in the distribution's Chromium: the one that the tests of the program have just built.
fn journeys(root: &Path, tally: &mut Tally) -> Result<()> {
    let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    if !chromium.iter().any(|path| Path::new(path).exists()) {
        run::install(&["chromium"], "the browser journeys need Chromium")?;
    }
    // Some journeys are lived on the stand-in only, which serves what is built here.
    run::show(&mut npm(root, &["run", "build"]))?;
    let data = root.join("target/journeys-data");
    let (mut demo, url) = start_demo(root, &data)?;
    let mut journeys = npm(root, &["run", "journeys"]);
    journeys.env("ATELIER_URL", &url).env("ATELIER_PASSWORD", PASSWORD);
    let ran = run::lines(journeys.env("ATELIER_SHOTS", root.join("target/screens")));
    let _ = demo.kill();
    let _ = demo.wait();
    let (passed, lines) = ran?;
    tally.read(&lines);
    if !passed {
        tally.failed = tally.failed.max(1);
    }
    Ok(())
}

fn start_demo(root: &Path, data: &Path) -> Result<(Child, String)> {
    let program: PathBuf = root.join("target/debug/atelier");
    let mut demo = Command::new(program)
        .args(["demo", "--port", "0", "--lang", "en", "--data"])
        .arg(data)
        .env("ATELIER_DEMO_PASSWORD", PASSWORD)
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start the program")?;
    let out = demo.stdout.take().context("the program has no output")?;
    let mut lines = BufReader::new(out).lines();
    for line in lines.by_ref() {
        let line = line?;
        println!("{line}");
        if let Some(at) = line.find("http://") {
            let url =
                line[at..].split_whitespace().next().unwrap_or_default().trim_end_matches('/').to_owned();
            std::thread::spawn(move || lines.for_each(drop));
            return Ok((demo, url));
        }
    }
    let _ = demo.kill();
    bail!("the demonstration ended before it served")
}

/// The lists of a million accounts, cases and orders each, on both databases.
pub fn bench_lists() -> Result<()> {
    let lists = ["run", "--release", "-p", "atelier-store", "--example", "lists", "--", "1000000"];
    run::show(&mut run::command("cargo", &lists))?;
    postgres::with_postgres(|url| run::show(run::command("cargo", &lists).arg(url)))
}

/// The figures of speed and size: the engines' benchmarks, a million deals on both databases, the
/// binary. The throw-away PostgreSQL does not wait for its disk, so its figures flatter it.
pub fn bench() -> Result<()> {
    run::show(&mut run::command("cargo", &["bench", "-p", "atelier-planner", "--benches"]))?;
    run::show(&mut run::command("cargo", &["bench", "-p", "atelier-domain", "--bench", "explosion"]))?;
    postgres::with_postgres(|url| {
        let million =
            ["run", "--release", "-p", "atelier-server", "--example", "million_import", "--", "1000000", url];
        run::show(&mut run::command("cargo", &million))
    })?;
    release::size()
}
