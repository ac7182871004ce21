//! Project instances: Patterson, PSPLIB and MMLIB files.

mod files;
mod report;

use anyhow::{Context, Result, bail, ensure};
use atelier_planner::rcpsp::{self, Effort, Found, Project};
use report::{Line, Report};
use std::io::{IsTerminal, Write, stderr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Project instances.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A file, or a folder of files in .rcp, .sm or .mm.
    path: PathBuf,
    /// Best known makespans: columns `instance` and `best_upper_bound`.
    #[arg(long, value_name = "CSV")]
    best_known: Option<PathBuf>,
    /// Seconds per instance.
    #[arg(long, default_value_t = 1.0, conflicts_with = "schedules")]
    seconds: f64,
    /// Schedules generated per instance, instead of seconds: the same on every machine.
    #[arg(long, value_name = "N")]
    schedules: Option<u64>,
    /// Threads; they change the time, not the result of a count of schedules.
    #[arg(long, default_value_t = 2)]
    threads: usize,
    /// Seed of the random draws.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Folder where each schedule is written, one file per instance.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The same figures as one JSON document.
    #[arg(long)]
    json: bool,
}

/// Solves every instance; refusals are told with their place, and the others go on.
pub fn run(args: &Args) -> Result<ExitCode> {
    ensure!(args.seconds.is_finite() && args.seconds >= 0.0, "--seconds: not a length of time");
    let paths = files::instances(&args.path)?;
    let best_known = args.best_known.as_deref().map(files::best_known).transpose()?.unwrap_or_default();
    if let Some(folder) = &args.out {
        std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    let mut report = Report::new(args.json);
    for (done, path) in paths.iter().enumerate() {
        progress(done, paths.len(), path);
        match files::project(path) {
            Ok(project) => match one(args, path, &project, &best_known)? {
                Some(line) => report.add(line),
                None => report.refuse(path, &files::Refused::NoModes),
            },
            Err(refused) => report.refuse(path, &refused),
        }
    }
    progress_end();
    Ok(if report.close() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn one(args: &Args, path: &Path, project: &Project, best_known: &files::BestKnown) -> Result<Option<Line>> {
    let name = files::name(path);
    let clock = Instant::now();
    let Some(found) = solve(args, project, clock) else { return Ok(None) };
    let time = clock.elapsed();
    let broken = rcpsp::check(project, &found.schedule);
    if let Some(first) = broken.first() {
        bail!("{name}: the schedule breaks {} rules; {first}", broken.len());
    }
    if let Some(folder) = &args.out {
        let file = folder.join(format!("{name}.plan"));
        std::fs::write(&file, rcpsp::write_schedule(&found.schedule))
            .with_context(|| file.display().to_string())?;
    }
    let best_known = best_known.get(&name).copied();
    Ok(Some(Line { name, found, best_known, time }))
}

/// Schedules made to learn how fast this machine makes them.
const SAMPLE: u64 = 600;

/// How many schedules the time is worth, by a sample of them.
fn worth(args: &Args, project: &Project) -> u64 {
    let effort = Effort { schedules: SAMPLE, expected: SAMPLE, seed: args.seed, threads: 1 };
    let began = Instant::now();
    let made = rcpsp::solve(project, &effort, &|| false).map_or(SAMPLE, |found| found.schedules.max(1));
    let rate = made as f64 / began.elapsed().as_secs_f64().max(1e-6);
    (args.seconds * rate * args.threads as f64) as u64
}

fn solve(args: &Args, project: &Project, clock: Instant) -> Option<Found> {
    let effort = Effort {
        schedules: args.schedules.unwrap_or(u64::MAX),
        expected: args.schedules.unwrap_or_else(|| worth(args, project)),
        seed: args.seed,
        threads: args.threads,
    };
    let limit = Duration::from_secs_f64(args.seconds.min(1e9));
    rcpsp::solve(project, &effort, &|| args.schedules.is_none() && clock.elapsed() >= limit)
}

fn progress(done: usize, of: usize, path: &Path) {
    if stderr().is_terminal() {
        let _ = write!(stderr(), "\r\x1b[K{done}/{of} {}", files::name(path));
    }
}

fn progress_end() {
    if stderr().is_terminal() {
        let _ = write!(stderr(), "\r\x1b[K");
    }
}

/// Reads the schedule written for a project and tells every rule it breaks.
pub fn check(project: &Path, plan: &Path) -> Result<ExitCode> {
    let read = files::project(project).map_err(|refused| anyhow::anyhow!(files::told(project, &refused)))?;
    let text = files::text(plan)?;
    let schedule = rcpsp::read_schedule(&text)
        .map_err(|faults| anyhow::anyhow!(files::told(plan, &files::Refused::Faults(faults))))?;
    let broken = rcpsp::check(&read, &schedule);
    for violation in &broken {
        println!("{violation}");
    }
    if broken.is_empty() {
        println!("{}: valid, makespan {}", files::name(project), schedule.makespan(&read));
    }
    Ok(if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
