//! The program `atelier`: reads the command line, runs it, and gives an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    let line: Vec<_> = std::env::args_os().collect();
    atelier_server::cli::main(&line)
}
