//! `atelier verify`: the read tables against the facts, the facts against the signed tree.

use super::keep::scopes;
use super::proof::{key_file, read_checkpoint};
use super::session::Session;
use crate::fault::Fault;
use crate::workbench::{tables_refused, tree_refused};
use atelier_domain::language::{Args, Refusal, Refusals};
use atelier_store::proofs::{Checkpoint, Key};
use serde_json::json;
use std::path::PathBuf;

/// What is compared besides.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Asked {
    #[arg(long)]
    pub checkpoint: Vec<PathBuf>,
    #[arg(long)]
    pub trust: Vec<String>,
}

/// Runs it; fails on the first difference, named. Says too of which companies nobody outside holds a checkpoint: there
/// whoever has the database and the key may have made the whole past again.
pub async fn run(session: &Session, asked: Asked) -> Result<(), Fault> {
    let bench = session.bench().await?;
    let key = Key::open(&key_file(session))?;
    let mut held =
        asked.checkpoint.iter().map(|path| read_checkpoint(path)).collect::<Result<Vec<_>, _>>()?;
    let (mut refusals, mut rows, mut entries) = (Refusals::default(), 0, 0);
    let mut unheld = Vec::new();
    for (scope, company) in scopes(&bench).await? {
        let origin = super::proof::origin(&bench.store, scope.tenant()).await?;
        let (ours, others): (Vec<_>, Vec<_>) =
            held.into_iter().partition(|one: &Checkpoint| Some(&one.origin) == origin.as_ref());
        held = others;
        if ours.is_empty() && !bench.store.read(scope).await?.has_checkpoint_left().await? {
            unheld.push(company.clone());
        }
        let notes: Vec<String> = ours.into_iter().map(|one| one.note).collect();
        let (shown, told) = bench.store.verify(scope, key.as_ref(), &asked.trust, &notes).await?;
        rows += shown.rows;
        entries += told.sealed;
        tables_refused(&shown, &company, &mut refusals);
        tree_refused(&told, &origin.unwrap_or_default(), &mut refusals);
    }
    for stranger in held {
        let refusal = Refusal::new("ledger/checkpoint-of-another").with("given", stranger.origin);
        refusals.push(refusal.with("own", "–"));
    }
    refusals.or(())?;
    session.json(&json!({ "rows": rows, "different": 0, "entries": entries, "unheld": unheld }))?;
    let count = |number: u64| session.words.show().count(i64::try_from(number).unwrap_or(i64::MAX));
    session.say("cli-verified", &Args::new().with("rows", count(rows)))?;
    session.say("cli-tree-verified", &Args::new().with("entries", count(entries)))?;
    for company in unheld {
        session.say("cli-no-checkpoint-left", &Args::new().with("company", company))?;
    }
    Ok(())
}
