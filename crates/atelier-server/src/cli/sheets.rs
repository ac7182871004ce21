//! `atelier process …`: the text files of processes.

use super::out::{Form, Out};
use super::session::Session;
use super::tables::{kind_name, titled};
use super::{draft, lint};
use crate::documents::write::Table;
use crate::fault::Fault;
use crate::workbench::{
    Act, KEPT, Meant, Office, Publication, Shop, Workbench, keep_sheet_in, process_of, publish_process_in,
    read_process, span_of_years,
};
use atelier_domain::language::{Args, Refusal};
use atelier_domain::process::{DesignRecord, Operation, Process, Reading, battle_order};
use atelier_store::Sheet;
use clap::Subcommand;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Commands about processes.
#[derive(Debug, Subcommand)]
pub enum Command {
    Check {
        file: PathBuf,
    },
    Lint {
        code: String,
    },
    Waive {
        code: String,
        finding: String,
        #[arg(long)]
        step: Option<String>,
        #[arg(long)]
        operation: Option<String>,
        #[arg(long = "reason", id = "design_reason")]
        reason: Option<String>,
        #[arg(long)]
        undo: bool,
    },
    Import {
        file: PathBuf,
        #[arg(long = "reason", id = "design_reason")]
        reason: Option<String>,
    },
    Export {
        code: String,
    },
    List,
    Show {
        code: String,
        #[command(flatten)]
        out: Out,
    },
    Draft,
    Ready {
        code: String,
    },
}

/// The text of a file.
///
/// # Errors
/// `app/unreadable-file`.
pub fn text_of(path: &Path) -> Result<String, Refusal> {
    std::fs::read_to_string(path).map_err(|error| {
        let file = path.display().to_string();
        Refusal::new("app/unreadable-file").with("file", file).with("cause", error.to_string())
    })
}

pub(super) fn name_of(path: &Path) -> String {
    path.display().to_string()
}

/// `atelier process …`
pub async fn run(session: &Session, command: Command) -> Result<(), Fault> {
    match command {
        Command::Check { file } => {
            let (process, warnings) = read(session, &file)?;
            warn(session, &warnings)?;
            let found = process.lint(session.lang);
            let design = lint::told(session, &found, &DesignRecord::default());
            session.json(&json!({ "code": process.code, "warnings": warnings.len(), "design": design }))?;
            lint::say(session, &found, &DesignRecord::default())?;
            session.say("cli-process-good", &Args::new().with("name", process.name.get(session.lang)))
        }
        Command::Lint { code } => lint::kept(session, &code).await,
        Command::Waive { code, finding, step, operation, reason, undo } => {
            let meant = Meant { rule: &finding, step: step.as_deref(), operation: operation.as_deref() };
            lint::waive(session, &code, meant, (&reason.unwrap_or_default(), undo)).await
        }
        Command::Import { file, reason } => import(session, &file, &reason.unwrap_or_default()).await,
        Command::Export { code } => {
            let sheet = sheet_of(session, &code).await?;
            session.text("text", &sheet.text)
        }
        Command::List => list(session).await,
        Command::Show { code, out } => show(session, &code, &out).await,
        Command::Draft => draft::run(session).await,
        Command::Ready { code } => ready(session, &code).await,
    }
}

fn read(session: &Session, file: &Path) -> Result<(Process, Vec<Refusal>), Fault> {
    let text = text_of(file)?;
    Ok(Process::read(&name_of(file), &text, &Reading { today: session.today })?)
}

pub(super) fn warn(session: &Session, warnings: &[Refusal]) -> Result<(), Fault> {
    for warning in warnings {
        let [what, why, remedy] = warning.sentences(session.words);
        if !session.common.json {
            session.line(&format!("! {} · {what}\n  {why}\n  → {remedy}", warning.place))?;
        }
    }
    Ok(())
}

/// The newest version of a process that is kept.
///
/// # Errors
/// `app/unknown-process`, with those that are.
pub(super) async fn sheet_of(session: &Session, code: &str) -> Result<Sheet, Fault> {
    let (bench, office) = session.office().await?;
    let sheet = bench.store.read(office.scope).await?.latest_sheet("process", code).await?;
    let known = codes(&bench, &office).await?;
    Ok(sheet.ok_or_else(|| Refusal::new("app/unknown-process").with("given", code).with("known", known))?)
}

async fn codes(bench: &Workbench, office: &Office) -> Result<String, Fault> {
    let sheets = bench.store.read(office.scope).await?.latest_sheets("process").await?;
    Ok(sheets.iter().map(|sheet| sheet.code.as_str()).collect::<Vec<_>>().join(", "))
}

async fn import(session: &Session, file: &Path, reason: &str) -> Result<(), Fault> {
    let text = text_of(file)?;
    let (bench, office) = session.office().await?;
    let mut reader = bench.store.read(office.scope).await?;
    let (process, warnings) = read_process(&mut reader, &name_of(file), &text, session.today).await?;
    drop(reader);
    warn(session, &warnings)?;
    let (actor, source) = (session.actor(), name_of(file));
    let act = Act { actor: &actor, now: session.now, source: &source };
    let mut tx = bench.store.begin(office.scope).await?;
    let asked =
        Publication { process: &process, text, reason, on: session.today, lang: session.lang, fact: KEPT };
    let version = publish_process_in(&mut tx, &office, asked, &act).await?.version;
    tx.commit().await?;
    session.json(&json!({ "code": process.code, "version": version }))?;
    let args = Args::new().with("name", process.name.get(session.lang)).with("version", version.to_string());
    session.say("cli-process-kept", &args)
}

/// Records a new version of the workshop; the same text again is no new version.
pub(super) async fn keep_workshop(
    session: &Session,
    bench: &Workbench,
    office: &Office,
    text: String,
    file: &Path,
) -> Result<(), Fault> {
    let (actor, source) = (session.actor(), name_of(file));
    let act = Act { actor: &actor, now: session.now, source: &source };
    let mut tx = bench.store.begin(office.scope).await?;
    keep_sheet_in(&mut tx, office, "workshop", "workshop", text, &act).await?;
    Ok(tx.commit().await?)
}

async fn list(session: &Session) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let sheets = bench.store.read(office.scope).await?.latest_sheets("process").await?;
    if sheets.is_empty() {
        return Err(Refusal::new("app/no-process").into());
    }
    let mut told = Vec::new();
    for sheet in sheets {
        let process = process_of(&sheet)?;
        let full = process
            .levels()
            .iter()
            .filter(|(_, filled)| *filled == atelier_domain::process::Filled::Full)
            .count();
        told.push(json!({ "code": process.code, "version": sheet.version, "levels_full": full, "line": process.line, "leeway": process.leeway() }));
        let args = Args::new()
            .with("code", process.code.clone())
            .with("name", process.name.get(session.lang))
            .with("version", sheet.version.to_string())
            .with("levels", full.to_string());
        session.say("cli-process-line", &args)?;
        match &process.line {
            Some(line) => session.say("cli-process-serves", &Args::new().with("line", line.as_str()))?,
            None => session.say("cli-process-orphan", &Args::new())?,
        }
        session.say("cli-indented", &Args::new().with("text", process.leeway().sentence(session.words)))?;
    }
    session.json(&json!(told))
}

/// A process: its room to manoeuvre in a sentence, its operations in a table.
async fn show(session: &Session, code: &str, out: &Out) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let shop = bench.shop(&office, span_of_years(session.today, None), false).await?;
    let process = shop.process(Some(code))?;
    if out.out.is_none() && out.format == Form::Text {
        session.json(&told(process))?;
        let args = Args::new()
            .with("name", process.name.get(session.lang))
            .with("version", process.version.to_string());
        session.say("cli-process-title", &args)?;
        let leeway = process.leeway().sentence(session.words);
        session.say("cli-plain", &Args::new().with("text", leeway))?;
        if session.common.json {
            return Ok(());
        }
    }
    session.tables(&[operations(session, process, &shop)], out)
}

fn told(process: &Process) -> serde_json::Value {
    let of_step = |step: &atelier_domain::process::Step| {
        let one = |one: &Operation| {
            let reason = one.strength.reason().map(|reason| json!({ "fr": reason.fr, "en": reason.en }));
            json!({ "step": step.code, "operation": one.code, "strength": one.strength.code(), "reason": reason })
        };
        step.operations.iter().map(one).collect::<Vec<_>>()
    };
    let rows: Vec<_> = process.steps.iter().flat_map(of_step).collect();
    json!({ "code": process.code, "version": process.version, "leeway": process.leeway(), "operations": rows })
}

fn operations(session: &Session, process: &Process, shop: &Shop) -> Table {
    let keys = ["step", "operation", "kind", "minutes", "medium", "strength", "reason"];
    let mut table = titled(session.words, "operations", &keys);
    for step in &process.steps {
        for one in &step.operations {
            let kinds: Vec<String> = one.kinds.iter().map(|code| kind_name(shop, code, session)).collect();
            table.push(vec![
                step.name.get(session.lang).into(),
                one.name.get(session.lang).into(),
                kinds.join(", ").into(),
                one.work(1).0.into(),
                session.words.plain(&format!("execution-channel-{}", one.channel.code())).into(),
                session.words.plain(&format!("process-strength-{}", one.strength.code())).into(),
                one.strength.reason().map_or("", |reason| reason.get(session.lang)).into(),
            ]);
        }
    }
    table
}

async fn ready(session: &Session, code: &str) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let shop = bench.shop(&office, span_of_years(session.today, None), false).await?;
    let process = shop.process(Some(code))?;
    let missing = battle_order(&process.function, &shop.processes, &shop.workshop);
    for (rank, refusal) in missing.iter().enumerate() {
        let [what, why, remedy] = refusal.sentences(session.words);
        if !session.common.json {
            session.line(&format!("{}. {what}\n   {why}\n   → {remedy}", rank + 1))?;
        }
    }
    session.json(&json!({
        "ready": missing.is_empty(),
        "missing": missing.iter().map(|refusal| refusal.code).collect::<Vec<_>>(),
    }))?;
    if missing.is_empty() {
        session.say("cli-process-is-ready", &Args::new().with("name", process.name.get(session.lang)))?;
    }
    Ok(())
}
