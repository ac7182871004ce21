//! Measures what a made export costs from its files to the plan: time, processor time, peak memory.
//!
//! `cargo run --release -p atelier-server --example million_import -- [CASES] [postgres://…]`
//! Without a count, 1,000,000 cases. SQLite in a temporary folder; the PostgreSQL of the URL after it,
//! in a company of its own.

use anyhow::Context as _;
use atelier_domain::language::Currency;
use atelier_server::fault::Fault;
use atelier_server::import::{Imported, read_export};
use atelier_server::made::write_export;
use atelier_server::workbench::{Act, Office, Workbench, span_of_years};
use atelier_store::{Company, Store, Target};
use jiff::Timestamp;
use jiff::civil::date;
use std::fs;
use std::path::Path;
use std::time::Instant;

#[tokio::main]
async fn main() -> Result<(), Fault> {
    let mut arguments = std::env::args().skip(1);
    let cases: u64 =
        arguments.next().map_or(Ok(1_000_000), |text| text.parse()).map_err(anyhow::Error::from)?;
    let folder = tempfile::tempdir()?;
    let export = folder.path().join("export");
    let mut watch = Watch::new()?;
    println!("load average {}", fs::read_to_string("/proc/loadavg").unwrap_or_default().trim());
    write_export(&export, cases)?;
    watch.lap("made")?;
    let home = folder.path().join("db");
    measure(Target::Sqlite(home.clone()), &export, &mut watch).await?;
    println!("on disk: {} MB", fs::metadata(home.join("atelier.db"))?.len() / 1_000_000);
    if let Some(url) = arguments.next() {
        measure(Target::Postgres(url), &export, &mut watch).await?;
    }
    Ok(())
}

async fn measure(target: Target, export: &Path, watch: &mut Watch) -> Result<(), Fault> {
    let bench = Workbench::new(Store::open(&target).await?);
    println!("{:?}", bench.store.engine());
    let code = format!("made-{}", Timestamp::now().as_second());
    let act = Act { actor: "measure", now: Timestamp::now(), source: "made export" };
    let company = Company { code, name: "Made".into(), currency: Currency::EUR, zone: "Europe/Paris".into() };
    let office = bench.found(company, &act).await?;
    watch.lap("open")?;

    let imported = read(export, &office)?;
    let read_rows = imported.report.read.values().sum::<u64>();
    watch.lap("read")?;
    let written = bench.import(&office, imported.records, &act, &mut |_| {}).await?;
    let (_, rows) = written.context("nothing was written")?;
    watch.lap("import")?;
    println!("  {read_rows} rows read, {rows} objects written");

    let again = bench.import(&office, read(export, &office)?.records, &act, &mut |_| {}).await?;
    assert!(again.is_none(), "the same export says nothing new");
    watch.lap("same again")?;
    let years = span_of_years(date(2026, 1, 5), None);
    println!("  {} open cases", bench.shop(&office, years.clone(), false).await?.cases.len());
    watch.lap("open cases")?;
    println!("  {} cases", bench.shop(&office, years, true).await?.cases.len());
    watch.lap("all cases")?;
    let mut reader = bench.store.read(office.scope).await?;
    let verdict = reader.verify().await?;
    assert!(verdict.holds(), "{verdict:?}");
    watch.lap("verify")?;
    reader.digests().await?;
    watch.lap("digests")?;
    Ok(())
}

fn read(export: &Path, office: &Office) -> Result<Imported, Fault> {
    let imported = read_export(export, &export.join("mapping.toml"), office.tenant, &mut |_| {})?;
    assert!(imported.rejects.is_empty(), "{} rejects", imported.rejects.len());
    Ok(imported)
}

/// Time, processor time and peak memory, lap by lap, as Linux tells them.
struct Watch {
    start: Instant,
    processor: f64,
}

impl Watch {
    fn new() -> anyhow::Result<Self> {
        Ok(Self { start: Instant::now(), processor: processor_seconds()? })
    }

    fn lap(&mut self, what: &str) -> anyhow::Result<()> {
        let (seconds, processor) = (self.start.elapsed().as_secs_f64(), processor_seconds()?);
        let status = fs::read_to_string("/proc/self/status")?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("?").trim();
        let used = processor - self.processor;
        println!("{what:10} {seconds:7.2} s   processor {used:7.2} s   peak memory so far {peak}");
        *self = Self { start: Instant::now(), processor };
        Ok(())
    }
}

/// User and system time of this process. Fields 14 and 15 of `/proc/self/stat`, in hundredths.
fn processor_seconds() -> anyhow::Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let after_name = stat.rsplit_once(')').context("stat")?.1;
    let ticks = after_name.split_whitespace().skip(11).take(2).map(str::parse::<u64>);
    Ok(ticks.sum::<Result<u64, _>>()? as f64 / 100.0)
}
