//! Node's part: the packages of the lock file, then `vite build`.

use crate::files;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Oldest Node that vite accepts.
const NODE: (u32, u32) = (20, 19);
const REMEDY: &str =
    "Install Node 20.19 or newer with npm, or set ATELIER_WEB=skip to build without the web interface.";

/// Builds the interface in `web` and gives the directory of its files.
pub fn build(web: &Path) -> Result<PathBuf, String> {
    require_node()?;
    install(web)?;
    npm(web, &["run", "build"])?;
    Ok(web.join("dist"))
}

fn require_node() -> Result<(), String> {
    let output = Command::new("node").arg("--version").output().map_err(|error| {
        format!("The web interface is built with Node, which could not be started ({error}). {REMEDY}")
    })?;
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if parse(&version).is_some_and(|found| found >= NODE) {
        return Ok(());
    }
    Err(format!(
        "The web interface is built with Node 20.19 or newer; `node --version` answers {version:?}. {REMEDY}"
    ))
}

/// `v20.19.5` as (20, 19).
fn parse(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.strip_prefix('v')?.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

/// Installs what the lock file names, once per content of the lock file. Test tools stay out.
fn install(web: &Path) -> Result<(), String> {
    let lock = files::read(&web.join("package-lock.json"))?;
    let stamp = web.join("node_modules/.atelier-lock");
    if files::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    npm(web, &["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"])?;
    files::write(&stamp, lock)
}

fn npm(web: &Path, arguments: &[&str]) -> Result<(), String> {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let said = format!("npm {}", arguments.join(" "));
    let output = Command::new(program).args(arguments).current_dir(web).output().map_err(|error| {
        format!("The web interface is built with npm, which could not be started ({error}). {REMEDY}")
    })?;
    if output.status.success() {
        return Ok(());
    }
    // Cargo shows one line per error: the last words of npm are the ones that explain.
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let end = lines[lines.len().saturating_sub(12)..].join(" / ");
    Err(format!("`{said}` failed while building the web interface: {end}. {REMEDY}"))
}
