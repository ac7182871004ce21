//! The files of the command: instances, best known values.

use anyhow::{Context, Result, bail, ensure};
use atelier_planner::rcpsp::{self, Fault, Format, Project};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Largest file read, in bytes.
const MOST_BYTES: u64 = 64 << 20;

/// Best known makespan of each instance.
pub type BestKnown = HashMap<String, u32>;

/// Why an instance cannot be used.
#[derive(Debug)]
pub enum Refused {
    /// The text breaks rules.
    Faults(Vec<Fault>),
    /// The file cannot be read.
    Unread(anyhow::Error),
    /// No schedule was found: the stocks allow none of the choices of modes met.
    NoModes,
}

/// The file itself, or the instances of the folder in the order of their numbers.
pub fn instances(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        ensure!(path.exists(), "{}: no such file or folder", path.display());
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path).with_context(|| path.display().to_string())? {
        let file = entry?.path();
        let end = file.extension().and_then(|end| end.to_str()).unwrap_or("").to_ascii_lowercase();
        if matches!(end.as_str(), "rcp" | "sm" | "mm") {
            found.push(file);
        }
    }
    ensure!(!found.is_empty(), "{}: no file in .rcp, .sm or .mm", path.display());
    found.sort_by_key(|file| numbered(&name(file)));
    Ok(found)
}

/// Name of the file without its ending.
pub fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Digits padded, so that 2 comes before 10.
fn numbered(name: &str) -> Vec<(String, u64)> {
    let parts = name.split_inclusive(|one: char| !one.is_ascii_digit());
    parts
        .map(|part| {
            let digits: String = part.chars().filter(char::is_ascii_digit).collect();
            (
                part.trim_start_matches(|one: char| one.is_ascii_digit()).to_owned(),
                digits.parse().unwrap_or(0),
            )
        })
        .collect()
}

/// A text that is not too large to be a project.
pub fn text(path: &Path) -> Result<String> {
    let bytes = std::fs::metadata(path).with_context(|| path.display().to_string())?.len();
    if bytes > MOST_BYTES {
        bail!("{}: {bytes} bytes, at most {MOST_BYTES} are read", path.display());
    }
    let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The project of a file.
pub fn project(path: &Path) -> Result<Project, Refused> {
    let text = text(path).map_err(Refused::Unread)?;
    let format = Format::of(&path.to_string_lossy(), &text);
    rcpsp::read(format, &text).map_err(Refused::Faults)
}

/// A refusal as lines, each with its place.
pub fn told(path: &Path, refused: &Refused) -> String {
    match refused {
        Refused::Faults(faults) => {
            let lines: Vec<String> =
                faults.iter().map(|fault| format!("{}:{fault}", path.display())).collect();
            lines.join("\n")
        }
        Refused::Unread(fault) => format!("{fault:#}"),
        Refused::NoModes => {
            format!("{}: no choice of modes was found that the non-renewable resources allow", path.display())
        }
    }
}

/// Best known makespans by instance.
pub fn best_known(path: &Path) -> Result<BestKnown> {
    let place = || path.display().to_string();
    let mut reader = csv::Reader::from_path(path).with_context(place)?;
    let titles = reader.headers().with_context(place)?.clone();
    let column = |title: &str| {
        titles.iter().position(|one| one == title).with_context(|| format!("{}: no column {title}", place()))
    };
    let (name, value) = (column("instance")?, column("best_upper_bound")?);
    let mut known = BestKnown::new();
    for row in reader.records() {
        let row = row.with_context(place)?;
        let line = row.position().map_or(0, csv::Position::line);
        let told = || format!("{}:{line}: best_upper_bound is no whole number", place());
        known.insert(row[name].to_owned(), row[value].trim().parse().with_context(told)?);
    }
    Ok(known)
}
