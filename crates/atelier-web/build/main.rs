//! Builds the web interface and writes the table of its files.
//!
//! `ATELIER_WEB` unset: `npm ci` and `vite build` on a copy of `web/`, so that the source tree stays clean.
//! `ATELIER_WEB=skip`: one page that says the interface was not built.
//! `ATELIER_WEB=DIR`: the files of `DIR`, already built; a relative path starts at the workspace root.

mod files;
mod npm;
mod table;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Where the sentences of the pages are: the files `web*.ftl` of each language.
const SENTENCES: [&str; 2] = ["locales/fr", "locales/en"];

/// What makes the interface; tests and what `npm` leaves behind are not part of it.
const SOURCES: [&str; 8] = [
    "web/src",
    "web/public",
    "web/index.html",
    "web/package.json",
    "web/package-lock.json",
    "web/.npmrc",
    "web/vite.config.ts",
    "web/svelte.config.js",
];

const NOT_BUILT: &str = include_str!("not-built.html");

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            println!("cargo::error={what}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), String> {
    let root = workspace_root()?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: run this through cargo")?);
    println!("cargo::rerun-if-env-changed=ATELIER_WEB");
    println!("cargo::rerun-if-changed=build");
    let wish = env::var("ATELIER_WEB").unwrap_or_default();
    let dist = match wish.as_str() {
        "" => built(&root, &out)?,
        "skip" => explained(&out)?,
        path => given(&root.join(path))?,
    };
    let text = table::of(&dist, wish != "skip")?;
    let path = out.join("table.rs");
    fs::write(&path, text).map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

fn workspace_root() -> Result<PathBuf, String> {
    let here =
        env::var_os("CARGO_MANIFEST_DIR").ok_or("CARGO_MANIFEST_DIR is not set: run this through cargo")?;
    let root = Path::new(&here).join("../..");
    root.canonicalize().map_err(|error| format!("{} cannot be read: {error}", root.display()))
}

/// Copies the sources beside the sentences they read, and builds there.
fn built(root: &Path, out: &Path) -> Result<PathBuf, String> {
    let copy = out.join("interface");
    files::clear(&copy.join("web/src"))?;
    files::clear(&copy.join("locales"))?;
    for path in sentences(root)?.iter().map(String::as_str).chain(SOURCES) {
        println!("cargo::rerun-if-changed={}", root.join(path).display());
        files::copy(&root.join(path), &copy.join(path))?;
    }
    npm::build(&copy.join("web"))
}

/// The files of sentences that the pages read, from the root.
fn sentences(root: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    for folder in SENTENCES {
        println!("cargo::rerun-if-changed={}", root.join(folder).display());
        let entries =
            fs::read_dir(root.join(folder)).map_err(|error| format!("{folder} cannot be read: {error}"))?;
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        found.extend(names.filter(|name| name.starts_with("web")).map(|name| format!("{folder}/{name}")));
    }
    Ok(found)
}

/// The page that says the interface was not built.
fn explained(out: &Path) -> Result<PathBuf, String> {
    let dir = out.join("not-built");
    files::clear(&dir)?;
    files::write(&dir.join("index.html"), NOT_BUILT)?;
    Ok(dir)
}

/// A directory built elsewhere.
fn given(dist: &Path) -> Result<PathBuf, String> {
    println!("cargo::rerun-if-changed={}", dist.display());
    if dist.join("index.html").is_file() {
        return Ok(dist.to_path_buf());
    }
    Err(format!(
        "ATELIER_WEB names {}, which holds no index.html. Build it with `npm run build` in web/, or use ATELIER_WEB=skip.",
        dist.display()
    ))
}
