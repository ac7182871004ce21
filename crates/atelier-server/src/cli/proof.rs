//! `atelier seal`, `checkpoint`, `proof`: what others can hold of the ledger.

use super::session::{Session, unwritable};
use crate::fault::Fault;
use crate::jobs::in_both;
use crate::workbench::{Office, Workbench, key_missing, seal_all};
use atelier_domain::language::{Args, Refusal, TenantId};
use atelier_store::proofs::{Checkpoint, Key, Subject};
use atelier_store::{Scope, Store};
use qrcode::QrCode;
use qrcode::render::{svg, unicode};
use serde_json::json;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The key, in the data folder.
const KEY_FILE: &str = "ledger.key";

/// What `atelier checkpoint` is asked.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Asked {
    #[arg(long)]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub qr: Option<PathBuf>,
    #[arg(long)]
    pub since: Option<PathBuf>,
    #[arg(long)]
    pub trust: Vec<String>,
    #[arg(long, conflicts_with_all = ["since", "out", "qr"])]
    pub vkey: bool,
    #[arg(long, conflicts_with_all = ["since", "out", "qr", "vkey"])]
    pub witness_from: Option<u64>,
    #[arg(long, conflicts_with_all = ["since", "qr", "vkey", "witness_from"])]
    pub mail: Option<String>,
}

/// Where the signing key is.
pub fn key_file(session: &Session) -> PathBuf {
    session.common.key.clone().unwrap_or_else(|| session.common.data.join(KEY_FILE))
}

/// `atelier seal`: every company.
pub async fn seal(session: &Session, new_key: bool) -> Result<(), Fault> {
    let store = session.store().await?;
    let sealed = seal_all(&store, &key_file(session), new_key).await?;
    let told: Vec<_> = sealed
        .iter()
        .map(|(checkpoint, taken)| {
            json!({ "tree": checkpoint.origin, "size": checkpoint.size, "taken": taken })
        })
        .collect();
    session.json(&json!(told))?;
    for (checkpoint, taken) in &sealed {
        let args = Args::new()
            .with("size", count(session, checkpoint.size))
            .with("taken", count(session, *taken))
            .with("tree", checkpoint.origin.as_str());
        session.say("cli-sealed", &args)?;
    }
    Ok(())
}

/// After a command that wrote. What it wrote stays written if the seal cannot be put on it.
pub async fn seal_after(session: &Session) {
    let sealed = async { seal_all(&session.store().await?, &key_file(session), false).await }.await;
    told(session, sealed.map(|_| ()));
}

fn told(session: &Session, sealed: Result<(), Fault>) {
    match sealed {
        Ok(()) => {}
        Err(Fault::Refused(refusals)) => super::session::refuse_text(&refusals, session.words),
        Err(Fault::Incident(why)) => tracing::error!(error = format!("{why:#}"), "the ledger was not sealed"),
    }
}

/// `atelier checkpoint`: the newest of one company.
pub async fn checkpoint(session: &Session, asked: &Asked) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let file = key_file(session);
    seal_all(&bench.store, &file, false).await?;
    let mut reader = bench.store.read(office.scope).await?;
    let newest = reader.checkpoint().await?;
    let key = Key::open(&file)?.ok_or_else(|| key_missing(&file))?;
    let vkey = key.vkey(&newest.origin);
    if asked.vkey {
        return session.text("vkey", &vkey);
    }
    if let Some(old) = asked.witness_from {
        let request = reader.witness_request(old).await?;
        drop(reader);
        left(&bench, &office, session).await?;
        return session.text("request", &request);
    }
    if let Some(to) = &asked.mail {
        let args = Args::new().with("company", office.name.clone()).with("size", newest.size.to_string());
        let args = args.with("note", newest.note.as_str());
        let mail = in_both(to, ["mail-checkpoint-subject", "mail-checkpoint"], &args);
        bench.outside.relay()?.send(mail).await?;
        drop(reader);
        left(&bench, &office, session).await?;
        session.json(&json!({ "mailed": to, "size": newest.size }))?;
        session.say("cli-checkpoint-mailed", &Args::new().with("to", to.as_str()))?;
        return Ok(());
    }
    if let Some(since) = &asked.since {
        let held = read_checkpoint(since)?;
        if ![&vkey].into_iter().chain(&asked.trust).any(|vkey| held.signed_by(vkey)) {
            return Err(unsigned(&held).into());
        }
        let grown = reader.grown_since(&held).await?;
        session.json(&json!({ "old": held.size, "new": grown.newest.size, "grown": true }))?;
        let args =
            Args::new().with("old", count(session, held.size)).with("new", count(session, grown.newest.size));
        session.say("cli-grown", &args)?;
    }
    drop(reader);
    let is_shown = asked.since.is_none() && asked.qr.is_none() && asked.out.is_none();
    if is_shown || asked.qr.is_some() || asked.out.is_some() {
        left(&bench, &office, session).await?;
    }
    if let Some(path) = &asked.qr {
        session.write(path, &qr(&newest, path)?)?;
    }
    if let Some(path) = &asked.out {
        session.write(path, newest.note.as_bytes())?;
    }
    if is_shown {
        return session.text("checkpoint", &newest.note);
    }
    Ok(())
}

pub(super) fn unsigned(held: &Checkpoint) -> Refusal {
    Refusal::new("ledger/checkpoint-unsigned").with("size", held.size.cast_signed())
}

/// Notes that somebody was given a checkpoint.
async fn left(bench: &Workbench, office: &Office, session: &Session) -> Result<(), Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    tx.checkpoint_left(session.now).await?;
    Ok(tx.commit().await?)
}

/// A checkpoint that somebody kept in a file.
pub(super) fn read_checkpoint(path: &Path) -> Result<Checkpoint, Fault> {
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| {
        Refusal::new("app/unreadable-file").with("file", file.clone()).with("cause", error.to_string())
    })?;
    Ok(Checkpoint::read(&text)
        .ok_or_else(|| Refusal::new("ledger/checkpoint-unreadable").with("file", file))?)
}

/// The note as a picture for paper: SVG, or characters when the file is a text.
fn qr(checkpoint: &Checkpoint, path: &Path) -> Result<Vec<u8>, Fault> {
    let code = QrCode::new(checkpoint.note.as_bytes()).map_err(anyhow::Error::from)?;
    let text = path.extension().is_some_and(|end| end == "txt");
    let drawn = if text {
        code.render::<unicode::Dense1x2>().build()
    } else {
        code.render::<svg::Color<'_>>().min_dimensions(300, 300).build()
    };
    Ok(drawn.into_bytes())
}

/// `atelier proof`: one file that shows what the ledger says of some objects or facts.
pub async fn proof(session: &Session, subjects: &[String], out: &Path) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    seal_all(&bench.store, &key_file(session), false).await?;
    let mut asked = Vec::new();
    for given in subjects {
        asked.push(match (given.parse(), given.parse::<Uuid>()) {
            (Ok(number), _) => Subject::Fact(number),
            (_, Ok(id)) => Subject::Id(id),
            _ => Subject::Id(order(&bench, &office, given).await?),
        });
    }
    let made = bench.store.read(office.scope).await?.proof_file(&asked).await?;
    std::fs::write(out, &made.text).map_err(|error| unwritable(out, &error))?;
    let (file, size) = (out.display().to_string(), made.checkpoint.size);
    session.json(&json!({ "file": file, "entries": made.entries, "size": size }))?;
    let args = Args::new()
        .with("file", file)
        .with("entries", count(session, made.entries))
        .with("size", count(session, size));
    session.say("cli-proved", &args)
}

/// The action order whose id begins so.
async fn order(bench: &Workbench, office: &crate::workbench::Office, given: &str) -> Result<Uuid, Fault> {
    let nothing = || Refusal::new("ledger/no-such-subject").with("given", given.to_owned());
    let Ok(plan) = bench.published(office).await else { return Err(nothing().into()) };
    match plan.order(given) {
        Ok(found) => Ok(found.order.id.0),
        Err(refusal) if refusal.code == "app/unknown-order" => Err(nothing().into()),
        Err(refusal) => Err(refusal.into()),
    }
}

fn count(session: &Session, number: u64) -> String {
    session.words.show().count(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The tree of a company, for whom its name is looked for.
pub(super) async fn origin(store: &Store, tenant: TenantId) -> Result<Option<String>, Fault> {
    Ok(store.read(Scope::of_company(tenant)).await?.origin().await?)
}
