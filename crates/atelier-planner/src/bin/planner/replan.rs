//! Events on a plan in force.

use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// File or folder.
    path: PathBuf,
}

pub fn run(args: &Args) -> Result<ExitCode> {
    bail!("{}: not read yet", args.path.display())
}
