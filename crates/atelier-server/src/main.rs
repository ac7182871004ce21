//! The program `atelier`: reads the command line, runs it, and gives an exit code.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A request takes and gives back hundreds of kilobytes on several threads at once: the allocator of the system
/// returns them each time and asks for them again.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let line: Vec<_> = std::env::args_os().collect();
    atelier_server::cli::main(&line)
}
