//! `planner`: the engine on standard instance files, so that anybody can compare.

mod check;
mod folder;
mod rcpsp;
mod replan;
mod sales;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Schedules standard instances and says what the plans are worth.
#[derive(Debug, Parser)]
#[command(name = "planner", version)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Project instances: Patterson, PSPLIB .sm and multi-mode .mm files.
    Rcpsp(rcpsp::Args),
    /// A folder of people, calendars and actions.
    Sales(sales::Args),
    /// The same folder with a plan in force and the events that upset it.
    Replan(replan::Args),
    /// Reads the rules again, apart from the engine.
    Check(check::Args),
}

fn main() -> ExitCode {
    let done = match Line::parse().command {
        Command::Rcpsp(args) => rcpsp::run(&args),
        Command::Sales(args) => sales::run(&args),
        Command::Replan(args) => replan::run(&args),
        Command::Check(args) => Ok(check::run(&args)),
    };
    done.unwrap_or_else(|fault| {
        eprintln!("planner: {fault:#}");
        ExitCode::FAILURE
    })
}
