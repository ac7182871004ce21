//! Writes a made export and times its reading.
//!
//! `made_export write FOLDER [CASES]` writes it; `made_export read FOLDER` reads and resolves it, without
//! any store, and prints rows per second and peak memory; `made_export stream FOLDER` does so without
//! keeping the records.

use atelier_domain::language::TenantId;
use atelier_server::import::{mapping_of, read_export, read_into};
use atelier_server::made::write_export;
use std::path::Path;
use std::time::Instant;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["write", folder] => write_export(Path::new(folder), 1_000_000)?,
        ["write", folder, cases] => write_export(Path::new(folder), cases.parse()?)?,
        ["read", folder] => read(Path::new(folder), true)?,
        ["stream", folder] => read(Path::new(folder), false)?,
        _ => anyhow::bail!("made_export write FOLDER [CASES] | read FOLDER | stream FOLDER"),
    }
    Ok(())
}

fn read(folder: &Path, keep: bool) -> anyhow::Result<()> {
    let (start, tenant, mapping) = (Instant::now(), TenantId::of("made"), folder.join("mapping.toml"));
    let (report, rejects) = if keep {
        let imported = read_export(folder, &mapping, tenant, &mut |_| {})?;
        (imported.report, imported.rejects.len())
    } else {
        let (rejects, report) = read_into(folder, &mapping_of(&mapping)?, tenant, &mut |_| {}, &mut |_| {})?;
        (report, rejects.len())
    };
    let (seconds, rows) = (start.elapsed().as_secs_f64(), report.read.values().sum::<u64>());
    println!("{rows} rows in {seconds:.2} s: {:.0} rows/s, {rejects} rejects", rows as f64 / seconds);
    println!("peak memory {} MiB", peak_kib()?.div_ceil(1024));
    println!("{:?}", report.standings);
    Ok(())
}

/// Peak resident memory of this process, as Linux tells it.
fn peak_kib() -> anyhow::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    Ok(line.unwrap_or("0 kB").trim().trim_end_matches(" kB").parse()?)
}
