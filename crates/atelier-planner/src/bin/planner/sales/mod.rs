//! `planner sales`: a first plan of a folder, improved within a budget, and what it is worth.

mod memory;
mod report;
mod why;

use std::io::{BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use atelier_planner::board::Board;
use atelier_planner::bound::{self, Bound, Forward};
use atelier_planner::construct::{self, Rule};
use atelier_planner::improve::{self, Limits};
use atelier_planner::model::NONE;
use atelier_planner::{Progress, Watch};

use crate::folder::{self, Folder};
use report::{Report, Times};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of sellers.csv, calendars.csv, actions.csv and the others.
    dir: PathBuf,
    /// Seconds of planning in all; 0: a first plan only, unless iterations are given.
    #[arg(long, default_value_t = 0.0)]
    seconds: f64,
    /// Rounds of improvement; the same number gives the same plan.
    #[arg(long)]
    iterations: Option<u64>,
    /// Threads; the first plan does not depend on their number.
    #[arg(long, default_value_t = 2)]
    threads: usize,
    /// Seed of the improvement.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// One priority rule instead of several of which the best plan is kept.
    #[arg(long)]
    rule: Option<String>,
    /// Steps towards a sharper lower bound, which sees people shared (200 for 5,000 actions: seconds).
    #[arg(long, default_value_t = 0)]
    bound_steps: u32,
    /// Per cent of each day that stay free.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=100))]
    keep_free: u32,
    /// The plain list only: one rule, weighted latest finish, nothing improved.
    #[arg(long)]
    plain: bool,
    /// Where to write the plan.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Says why this action starts when it does, back to the root, or why it is not planned.
    #[arg(long, value_name = "ACTION")]
    why: Option<u32>,
    /// Figures as JSON.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode> {
    let began = Instant::now();
    let folder = match folder::read(&args.dir, args.keep_free) {
        Ok(folder) => folder,
        Err(faults) => bail!("{} cannot be read:\n{}", args.dir.display(), faults.text()),
    };
    let read = began.elapsed();
    let read_kb = memory::begin_peak();
    let rules = rules(args)?;

    let began = Instant::now();
    let (mut board, rule) = first_plan(args, &folder, &rules);
    let construct = began.elapsed();
    let plan_kb = memory::peak();
    let first = board.objective();
    let rounds = improve(args, &mut board, began);
    let times = Times {
        read,
        construct,
        plan: began.elapsed(),
        read_kb,
        construct_kb: plan_kb,
        plan_kb: memory::peak(),
    };

    if let Some(out) = &args.out {
        write(&folder, &board, out).with_context(|| out.display().to_string())?;
    }
    board.index_days();
    if let Some(action) = args.why {
        let text = why::of(&folder, &board, action)?;
        std::io::stdout().write_all(text.as_bytes())?;
    }
    let report = Report::new(&board, rule, first, rounds, lower_bound(args, &folder), times);
    let text = if args.json { report.json() } else { report.text() };
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// The bound asks every candidate of every action: for large folders with large pools it would take
/// far longer than the plan, and is left out.
fn lower_bound(args: &Args, folder: &Folder) -> Option<Bound> {
    let model = &folder.model;
    let asked: usize = (0..model.len()).map(|task| model.pool(task).len()).sum();
    if asked >= 30_000_000 {
        return None;
    }
    let forward = Forward::new(model);
    let mut bound = bound::lower_from(model, &forward);
    if args.bound_steps > 0 {
        bound.total = bound.total.max(bound::by_prices(model, &forward, args.bound_steps));
    }
    Some(bound)
}

/// The rules asked for.
fn rules(args: &Args) -> Result<Vec<Rule>> {
    let Some(name) = &args.rule else { return Ok(Rule::TRIED.to_vec()) };
    match Rule::ALL.iter().find(|rule| rule.name() == name) {
        Some(&rule) => Ok(vec![rule]),
        None => {
            let names: Vec<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
            bail!("no rule \"{name}\"; there are {}", names.join(", "))
        }
    }
}

fn first_plan<'f>(args: &Args, folder: &'f Folder, rules: &[Rule]) -> (Board<'f>, Rule) {
    if args.plain {
        return (construct::construct(&folder.model, Rule::LatestFinish), Rule::LatestFinish);
    }
    construct::best_of(&folder.model, rules, args.threads)
}

/// Improves until the time or the rounds are spent; gives the rounds done.
fn improve(args: &Args, board: &mut Board, began: Instant) -> u64 {
    if args.plain || (args.seconds <= 0.0 && args.iterations.is_none()) {
        return 0;
    }
    let until = (args.seconds > 0.0).then(|| began + Duration::from_secs_f64(args.seconds.min(1e6)));
    let limits =
        Limits { rounds: args.iterations.unwrap_or(u64::MAX), seed: args.seed, threads: args.threads.max(1) };
    let clock = Clock { until, shown: std::io::stderr().is_terminal().then(|| Mutex::new(Instant::now())) };
    let gain = improve::improve(board, &limits, &clock);
    if clock.shown.is_some() {
        eprintln!();
    }
    gain.rounds
}

/// Stops at a time; says on a terminal how far the work has come.
struct Clock {
    until: Option<Instant>,
    shown: Option<Mutex<Instant>>,
}

impl Watch for Clock {
    fn go_on(&self, progress: &Progress) -> bool {
        let now = Instant::now();
        if let Some(Ok(mut shown)) = self.shown.as_ref().map(Mutex::lock)
            && now.duration_since(*shown) > Duration::from_millis(200)
        {
            *shown = now;
            eprint!(
                "\r{} rounds, {} ",
                progress.rounds,
                progress.price.map_or(String::new(), |price| price.to_string())
            );
        }
        self.until.is_none_or(|until| now < until)
    }
}

/// Writes the placed actions; absent means not planned.
fn write(folder: &Folder, board: &Board, out: &Path) -> std::io::Result<()> {
    let mut file = BufWriter::new(std::fs::File::create(out)?);
    writeln!(file, "action_id,seller_id,start_slot,end_slot")?;
    for task in 0..folder.model.len() {
        let seat = board.seat(task);
        if !seat.placed() {
            continue;
        }
        let (action, start, end) = (folder.actions.id(task), seat.start, seat.end);
        if seat.person == NONE {
            writeln!(file, "{action},,{start},{end}")?;
        } else {
            writeln!(file, "{action},{},{start},{end}", folder.sellers.id(seat.person))?;
        }
    }
    file.flush()
}
