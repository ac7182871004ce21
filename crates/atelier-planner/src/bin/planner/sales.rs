//! `planner sales`: a first plan of a folder, improved within a budget.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use atelier_planner::board::Board;
use atelier_planner::construct::{Rule, construct};

use crate::folder::{self, Folder};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of sellers.csv, calendars.csv, actions.csv and the others.
    dir: PathBuf,
    /// Seconds to improve for.
    #[arg(long, default_value_t = 0.0)]
    seconds: f64,
    /// Per cent of each day that stay free.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=100))]
    keep_free: u32,
    /// The plain list only: one rule, nothing improved.
    #[arg(long)]
    plain: bool,
    /// Where to write the plan.
    #[arg(long)]
    out: Option<PathBuf>,
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
    let read_ms = began.elapsed().as_secs_f64() * 1e3;
    let began = Instant::now();
    let board = construct(&folder.model, Rule::LatestFinish);
    let plan_ms = began.elapsed().as_secs_f64() * 1e3;
    let objective = board.recount();
    eprintln!("read {read_ms:.0} ms, construct {plan_ms:.0} ms, {objective:?}");
    if let Some(out) = &args.out {
        write(&folder, &board, out).with_context(|| out.display().to_string())?;
    }
    Ok(ExitCode::SUCCESS)
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
        if seat.person == atelier_planner::model::NONE {
            writeln!(file, "{action},,{start},{end}")?;
        } else {
            writeln!(file, "{action},{},{start},{end}", folder.sellers.id(seat.person))?;
        }
    }
    file.flush()
}
