//! `atelier merge`: firms, and people at customers, written down twice.

use super::session::Session;
use crate::fault::Fault;
use crate::workbench::merge::{self, Merging};
use crate::workbench::{Act, Office};
use atelier_domain::execution::{Merge, MergeOf};
use atelier_domain::language::{AccountId, Args, Refusal};
use atelier_store::{Reader, Tx};
use clap::Subcommand;
use serde_json::{Value, json};
use uuid::Uuid;

/// Commands about what was written down twice.
#[derive(Debug, Subcommand)]
pub enum Command {
    Account {
        kept: String,
        gone: String,
        #[arg(long = "take")]
        take: Vec<String>,
    },
    Person {
        kept: String,
        gone: String,
        #[arg(long = "take")]
        take: Vec<String>,
    },
    Undo {
        gone: String,
    },
    List,
}

impl Command {
    /// Whether it writes facts.
    pub fn writes(&self) -> bool {
        !matches!(self, Self::List)
    }
}

/// Runs a command about what was written down twice.
pub async fn run(session: &Session, command: Command) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "merge" };
    if matches!(command, Command::List) {
        let mut reader = bench.store.read(office.scope).await?;
        return list(session, &mut reader).await;
    }
    let mut tx = bench.store.begin(office.scope).await?;
    let merge = match &command {
        Command::Account { kept, gone, take } => {
            let (kept, gone) = (firm(&office, kept), firm(&office, gone));
            let Some(kept) = tx.account(kept).await? else {
                return Err(not_there(&mut tx, MergeOf::Account, kept.0).await?.into());
            };
            let asked = Merging { gone: gone.0, take, is_beyond: false };
            merge::accounts(&mut tx, &office, &kept, &asked, &act).await?
        }
        Command::Person { kept, gone, take } => {
            let (kept, gone) = (crate::persons::identity(kept)?, crate::persons::identity(gone)?);
            let Some(kept) = tx.contact(kept).await? else {
                return Err(not_there(&mut tx, MergeOf::Contact, kept.0).await?.into());
            };
            let asked = Merging { gone: gone.0, take, is_beyond: false };
            merge::contacts(&mut tx, &office, &kept, &asked, &act).await?
        }
        Command::Undo { gone } => {
            let merge = in_force(&mut tx, &office, gone).await?;
            merge::undo(&mut tx, merge, &act).await?;
            merge
        }
        Command::List => return Ok(()),
    };
    tx.commit().await?;
    let mut reader = bench.store.read(office.scope).await?;
    let args = named(&mut reader, merge).await?;
    session.json(&json!(merge))?;
    let is_undone = matches!(command, Command::Undo { .. });
    session.say(if is_undone { "cli-merge-undone" } else { "cli-merge-done" }, &args)
}

async fn list(session: &Session, reader: &mut Reader) -> Result<(), Fault> {
    let mut lines = Vec::new();
    for merge in reader.merges().await? {
        lines.push((merge, named(reader, merge).await?));
    }
    session.json(&Value::from(lines.iter().map(|(merge, _)| json!(merge)).collect::<Vec<_>>()))?;
    if lines.is_empty() {
        return session.say("cli-merge-none", &Args::new());
    }
    lines.iter().try_for_each(|(_, args)| session.say("cli-merge-line", args))
}

async fn named(reader: &mut Reader, merge: Merge) -> Result<Args, Fault> {
    let kept = merge::name_of(reader, merge.of, merge.kept).await?;
    let gone = merge::name_before(reader, merge).await?;
    let args = Args::new().with("kept", kept).with("gone", gone).with("kind", merge.of.code());
    Ok(args.with("id", merge.gone.to_string()))
}

/// A firm by its identity, or by its key in the source.
fn firm(office: &Office, given: &str) -> AccountId {
    given.trim().parse().unwrap_or_else(|_| AccountId::of(office.tenant, given.trim()))
}

/// The merge of what is gone, by its identity or, for a firm, its key.
async fn in_force(tx: &mut Tx, office: &Office, given: &str) -> Result<Merge, Fault> {
    let id: Uuid = given.trim().parse().unwrap_or(firm(office, given).0);
    let found = tx.merge_of(id).await?;
    Ok(found.ok_or_else(|| Refusal::new("execution/unknown-merge").with("given", given))?)
}

/// Why the one that should stay is not there.
async fn not_there(tx: &mut Tx, of: MergeOf, id: Uuid) -> Result<Refusal, Fault> {
    if let Some(before) = tx.merge_of(id).await? {
        let name = merge::name_of(tx, of, before.kept).await?;
        return Ok(merge::moved(before, &name));
    }
    let code = match of {
        MergeOf::Account => "execution/unknown-account",
        MergeOf::Contact => "execution/unknown-contact",
    };
    Ok(Refusal::new(code).with("given", id.to_string()))
}
