//! `atelier verify`: the read tables against the facts, the facts against the signed tree.

use super::keep::scopes;
use super::proof::{key_file, read_checkpoint};
use super::session::Session;
use crate::fault::Fault;
use atelier_domain::language::{Args, Refusal, Refusals};
use atelier_store::proofs::{Broken, Checkpoint, Key, TreeFault, TreeVerdict};
use atelier_store::{How, Verdict};
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

/// Runs it; fails on the first difference, named.
pub async fn run(session: &Session, asked: Asked) -> Result<(), Fault> {
    let bench = session.bench().await?;
    let key = Key::open(&key_file(session))?;
    let mut held =
        asked.checkpoint.iter().map(|path| read_checkpoint(path)).collect::<Result<Vec<_>, _>>()?;
    let (mut refusals, mut rows, mut entries) = (Refusals::default(), 0, 0);
    for (scope, company) in scopes(&bench).await? {
        let origin = super::proof::origin(&bench.store, scope.tenant()).await?;
        let (ours, others): (Vec<_>, Vec<_>) =
            held.into_iter().partition(|one: &Checkpoint| Some(&one.origin) == origin.as_ref());
        held = others;
        let notes: Vec<String> = ours.into_iter().map(|one| one.note).collect();
        let (mut tables, mut tree) = (bench.store.read(scope).await?, bench.store.read(scope).await?);
        let (trusted, signer) = (asked.trust.clone(), key.clone());
        // On a thread of its own: the two readings have nothing in common but the facts.
        let checking = tokio::spawn(async move { tree.check_tree(signer.as_ref(), &trusted, &notes).await });
        let shown = tables.verify().await?;
        let told = checking.await.map_err(anyhow::Error::from)??;
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
    session.json(&json!({ "rows": rows, "different": 0, "entries": entries }))?;
    let count = |number: u64| session.words.show().count(i64::try_from(number).unwrap_or(i64::MAX));
    session.say("cli-verified", &Args::new().with("rows", count(rows)))?;
    session.say("cli-tree-verified", &Args::new().with("entries", count(entries)))
}

fn tables_refused(verdict: &Verdict, company: &str, refusals: &mut Refusals) {
    for difference in &verdict.first {
        let refusal = match difference.how {
            How::Missing => Refusal::new("app/row-missing"),
            How::Extra => Refusal::new("app/row-extra"),
            How::Column(column) => Refusal::new("app/row-changed").with("column", column),
        };
        refusals.push(
            refusal
                .with("table", difference.table)
                .with("row", difference.id.clone())
                .with("company", company.to_owned())
                .with("count", i64::try_from(verdict.different).unwrap_or(i64::MAX)),
        );
    }
}

fn tree_refused(verdict: &TreeVerdict, origin: &str, refusals: &mut Refusals) {
    for fault in &verdict.faults {
        refusals.push(match fault {
            TreeFault::NeverSealed => Refusal::new("ledger/not-sealed"),
            TreeFault::Entry { index, fact, object, .. } => Refusal::new("ledger/entry-changed")
                .with("index", index.cast_signed())
                .with("fact", fact.map_or_else(|| "–".to_owned(), |fact| fact.to_string()))
                .with("object", object.clone().unwrap_or_else(|| "–".to_owned())),
            TreeFault::Tile { level, index } => {
                Refusal::new("ledger/tree-damaged").with("level", *level).with("index", index.cast_signed())
            }
            TreeFault::Checkpoint { held, size, holds, how } => {
                broken(*held, (*size, *holds, verdict.sealed), *how, origin)
            }
        });
    }
}

fn broken(held: bool, (size, holds, own): (u64, u64, u64), how: Broken, origin: &str) -> Refusal {
    let [size, holds, own] = [size, holds, own].map(u64::cast_signed);
    match how {
        Broken::Unreadable => Refusal::new("ledger/checkpoint-unreadable").with("file", size.to_string()),
        Broken::OtherTree => {
            Refusal::new("ledger/checkpoint-of-another").with("given", "–").with("own", origin.to_owned())
        }
        Broken::Signature => Refusal::new("ledger/checkpoint-unsigned").with("size", size),
        Broken::Beyond => Refusal::new("ledger/rolled-back").with("held", size).with("own", own),
        Broken::Root if held => {
            Refusal::new("ledger/history-rewritten").with("held", size).with("holds", holds)
        }
        Broken::Root => Refusal::new("ledger/checkpoint-differs").with("size", size).with("holds", holds),
    }
}
