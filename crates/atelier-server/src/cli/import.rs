//! `atelier import …`: another system's export comes in as one fact, or not at all.

use super::session::{Session, unwritable};
use super::sheets::text_of;
use crate::fault::Fault;
use crate::import::{Imported, kind_name, mapping_of, read_export, write_rejects};
use crate::workbench::{Act, new_fact};
use atelier_domain::execution::Standing;
use atelier_domain::execution::import::{Cycle, Reject};
use atelier_domain::language::{Args, Refusal, Refusals};
use atelier_domain::ledger::FactId;
use clap::Subcommand;
use rust_decimal::Decimal;
use serde_json::json;
use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Commands about exports of other systems.
#[derive(Debug, Subcommand)]
pub enum Import {
    Crm {
        path: PathBuf,
        #[arg(long)]
        mapping: PathBuf,
        #[arg(long)]
        dry_run: bool,
        #[arg(long)]
        accept_rejects: bool,
        #[arg(long)]
        rejects: Option<PathBuf>,
    },
    Undo {
        batch: String,
    },
    List,
}

/// Runs it.
pub async fn run(session: &Session, command: Import) -> Result<(), Fault> {
    match command {
        Import::Crm { path, mapping, dry_run, accept_rejects, rejects } => {
            let rejects = rejects.unwrap_or_else(|| PathBuf::from("rejects.rej.csv"));
            crm(session, &path, &mapping, dry_run, accept_rejects, &rejects).await
        }
        Import::Undo { batch } => undo(session, &batch).await,
        Import::List => list(session).await,
    }
}

async fn crm(
    session: &Session,
    path: &Path,
    mapping: &Path,
    dry_run: bool,
    accept_rejects: bool,
    rejects: &Path,
) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    bench.check_mapping(&office, &mapping_of(mapping)?, &text_of(mapping)?).await?;
    let imported = read_export(path, mapping, office.tenant, &mut |progress| {
        session.progress("cli-reading", progress.rows, None);
    })?;
    session.progress_end();
    report(session, &imported)?;
    if !imported.rejects.is_empty() {
        let mut file = File::create(rejects).map_err(|error| unwritable(rejects, &error))?;
        write_rejects(&imported.rejects, session.lang, &mut file)?;
        let count = i64::try_from(imported.report.rejected_rows).unwrap_or(i64::MAX);
        if !accept_rejects {
            let file = rejects.display().to_string();
            let mut refusals = distinct(&imported.rejects);
            refusals.push(Refusal::new("app/rejected-rows").with("count", count).with("file", file));
            return Err(refusals.into());
        }
        let args = Args::new()
            .with("count", session.words.show().count(count))
            .with("file", rejects.display().to_string());
        session.say("cli-rejects-set-aside", &args)?;
    }
    if dry_run {
        session.json(&summary(&imported, None, None))?;
        return session.say("cli-dry-run", &Args::new());
    }
    let actor = session.actor();
    let source = path.display().to_string();
    let act = Act { actor: &actor, now: session.now, source: &source };
    let mut told = summary_base(&imported);
    let written = bench
        .import(&office, imported.records, &act, &mut |done| session.progress("cli-writing", done, None))
        .await?;
    session.progress_end();
    told["batch"] = json!(written.as_ref().map(|(id, _)| id.to_string()));
    told["written"] = json!(written.as_ref().map_or(0, |(_, rows)| *rows));
    session.json(&told)?;
    match written {
        None => session.say("cli-import-nothing-new", &Args::new()),
        Some((id, rows)) => {
            let rows = session.words.show().count(i64::try_from(rows).unwrap_or(i64::MAX));
            session.say("cli-imported", &Args::new().with("rows", rows).with("batch", id.to_string()))
        }
    }
}

/// Most faults of rows told on the command line; the reject file holds them all.
const TOLD: usize = 10;

/// The first faults, the same one on other rows being told once.
fn distinct(rejects: &[Reject]) -> Refusals {
    let mut seen = BTreeSet::new();
    let new = rejects
        .iter()
        .filter(|reject| seen.insert((&*reject.file, reject.code(), &*reject.column, reject.value.as_str())));
    Refusals(new.take(TOLD).map(Reject::refusal).collect())
}

fn summary(imported: &Imported, batch: Option<FactId>, written: Option<usize>) -> serde_json::Value {
    let mut told = summary_base(imported);
    told["batch"] = json!(batch.map(|id| id.to_string()));
    told["written"] = json!(written);
    told
}

fn summary_base(imported: &Imported) -> serde_json::Value {
    let report = &imported.report;
    let kinds: serde_json::Map<String, serde_json::Value> = report
        .records
        .iter()
        .map(|(kind, count)| (format!("{kind:?}").to_lowercase(), json!(count)))
        .collect();
    json!({
        "records": kinds,
        "stages": report.stages,
        "rejected_rows": report.rejected_rows,
        "open_without_account": report.open_without_account,
        "people_without_case": report.people_without_case,
        "won_value_cents": report.won_value.cents,
        "won_cycle": cycle_json(report.won_cycle.as_ref()),
        "lost_cycle": cycle_json(report.lost_cycle.as_ref()),
        "unmeasured": report.unmeasured.iter().map(|refusal| refusal.code).collect::<Vec<_>>(),
    })
}

fn cycle_json(cycle: Option<&Cycle>) -> serde_json::Value {
    cycle.map_or(
        serde_json::Value::Null,
        |cycle| json!({ "mean_days": cycle.mean.round_dp(2), "median_days": cycle.median }),
    )
}

fn report(session: &Session, imported: &Imported) -> Result<(), Fault> {
    let report = &imported.report;
    let show = session.words.show();
    for (kind, count) in &report.records {
        let count = show.count(i64::try_from(*count).unwrap_or(i64::MAX));
        let args = Args::new().with("kind", kind_name(*kind, session.lang)).with("count", count);
        session.say("cli-import-kind", &args)?;
    }
    let args = Args::new()
        .with("idle", show.count(i64::try_from(report.people_without_case).unwrap_or(0)))
        .with("won", show.count(report.standings.get(&Standing::Won).copied().unwrap_or(0)))
        .with("lost", show.count(report.standings.get(&Standing::Lost).copied().unwrap_or(0)))
        .with("open", show.count(report.standings.get(&Standing::Open).copied().unwrap_or(0)))
        .with("unknown", show.count(report.open_without_account))
        .with("value", show.money(report.won_value));
    session.say("cli-import-cases", &args)?;
    for (stage, count) in &report.stages {
        let args = Args::new().with("stage", stage.as_str()).with("count", show.count(*count));
        session.say("cli-import-stage", &args)?;
    }
    for (id, cycle) in
        [("cli-import-won-cycle", &report.won_cycle), ("cli-import-lost-cycle", &report.lost_cycle)]
    {
        if let Some(cycle) = cycle {
            let median: Decimal = cycle.median;
            let args = Args::new()
                .with("mean", show.number(cycle.mean, 2))
                .with("median", show.number(median, median.normalize().scale()));
            session.say(id, &args)?;
        }
    }
    for missing in &report.unmeasured {
        let [what, why, remedy] = missing.sentences(session.words);
        if !session.common.json {
            session.line(&format!("– {what} {why} {remedy}"))?;
        }
    }
    Ok(())
}

async fn undo(session: &Session, batch: &str) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let id =
        batch.parse().map(FactId).map_err(|_| Refusal::new("ledger/unknown-batch").with("batch", batch))?;
    bench.store.undo(office.scope, id, new_fact(), &session.actor(), session.now).await?;
    session.json(&json!({ "undone": batch }))?;
    session.say("cli-import-undone", &Args::new().with("batch", batch))
}

async fn list(session: &Session) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let batches = bench.store.read(office.scope).await?.batches().await?;
    let told: Vec<_> = batches
        .iter()
        .map(|batch| {
            json!({
                "batch": batch.id.to_string(), "recorded": batch.recorded.to_string(), "actor": batch.actor,
                "source": batch.source, "rows": batch.rows, "undone": batch.undone,
            })
        })
        .collect();
    session.json(&json!(told))?;
    if batches.is_empty() {
        session.say("cli-import-none", &Args::new())?;
    }
    for batch in batches {
        let day = batch.recorded.to_zoned(jiff::tz::TimeZone::system()).date();
        let args = Args::new()
            .with("batch", batch.id.to_string())
            .with("day", session.words.show().day(day))
            .with("actor", batch.actor)
            .with("source", batch.source)
            .with("rows", session.words.show().count(batch.rows));
        session.say(if batch.undone { "cli-import-line-undone" } else { "cli-import-line" }, &args)?;
    }
    Ok(())
}
