//! The rules, read again from the files; the engine is never asked.

mod rows;
mod sales;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Answers 0 when every rule holds, 1 when one is broken, 2 when a file cannot be read.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// A plan of a folder of people, calendars and actions.
    Sales {
        /// The folder.
        dir: PathBuf,
        /// The plan: `action_id,seller_id,start_slot,end_slot`; an action that is absent is not planned.
        plan: PathBuf,
    },
    /// A schedule of a project instance, as `planner rcpsp --out` writes it.
    Rcpsp {
        /// The instance: .rcp, .sm or .mm.
        project: PathBuf,
        /// The schedule: `activity start mode`.
        plan: PathBuf,
    },
}

/// Files cannot be read.
const UNREADABLE: u8 = 2;
/// Breaches told; the others are counted.
const TOLD: usize = 20;

pub fn run(args: &Args) -> ExitCode {
    match &args.what {
        What::Sales { dir, plan } => sales_plan(dir, plan),
        What::Rcpsp { project, plan } => crate::rcpsp::check(project, plan).unwrap_or_else(|fault| {
            eprintln!("{fault:#}");
            ExitCode::from(UNREADABLE)
        }),
    }
}

fn sales_plan(dir: &Path, plan: &Path) -> ExitCode {
    let verdict = match sales::check(dir, plan) {
        Ok(verdict) => verdict,
        Err(faults) => {
            eprintln!("{}", faults.text());
            return ExitCode::from(UNREADABLE);
        }
    };
    println!("{}", verdict.figures());
    for breach in verdict.breaches.iter().take(TOLD) {
        println!("  {breach}");
    }
    if verdict.breaches.len() > TOLD {
        println!("  and {} more", verdict.breaches.len() - TOLD);
    }
    if verdict.breaches.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
