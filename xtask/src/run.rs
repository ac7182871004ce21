//! Commands run by the chores, with their output kept when it has to be read.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The root of the project.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or(here.clone(), PathBuf::from)
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A command in the root of the project.
pub fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    command
}

/// Runs it, showing what it prints.
pub fn show(command: &mut Command) -> Result<()> {
    let name = format!("{command:?}");
    let status = command.status().with_context(|| format!("cannot start {name}"))?;
    if !status.success() {
        bail!("{name} ended with {status}");
    }
    Ok(())
}

/// Runs it, showing and keeping the lines of its standard output; what it says of errors is shown.
pub fn lines(command: &mut Command) -> Result<(bool, Vec<String>)> {
    let name = format!("{command:?}");
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {name}"))?;
    let mut kept = Vec::new();
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).lines() {
            let line = line?;
            println!("{line}");
            kept.push(line);
        }
    }
    Ok((child.wait()?.success(), kept))
}

/// Whether a program answers.
pub fn has(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// Installs packages of the distribution when this user may; otherwise says what to install.
pub fn install(packages: &[&str], because: &str) -> Result<()> {
    let root = Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.starts_with(b"0\n"));
    if !root || !has("apt-get") {
        bail!("{because}: install {} and start again", packages.join(", "));
    }
    println!("{because}: installing {}", packages.join(", "));
    show(command("apt-get", &["update", "-qq"]).stdout(Stdio::null()))?;
    let mut args = vec!["install", "-y", "-qq", "--no-install-recommends"];
    args.extend(packages);
    show(command("apt-get", &args).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null()))
}
