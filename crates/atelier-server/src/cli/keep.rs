//! Keeping the installation: digest, rebuilding, backup, restore.

use super::session::{Session, unwritable};
use crate::fault::Fault;
use crate::workbench::Workbench;
use atelier_domain::language::{Args, Refusal, TenantId};
use atelier_store::Scope;
use serde_json::json;
use std::path::Path;

/// Prints the digest of what the installation says, and of its ledger.
pub async fn digest(session: &Session) -> Result<(), Fault> {
    let digests = session.store().await?.digests().await?;
    let (content, ledger) = (digests.content.to_string(), digests.ledger.to_string());
    session.json(&json!({ "content": content, "ledger": ledger }))?;
    session.say("cli-digest-shown", &Args::new().with("content", content).with("ledger", ledger))
}

/// Every company that has facts, with its code, or its id when its own row is not shown any more: what
/// is checked does not rest on the tables that are checked.
pub(super) async fn scopes(bench: &Workbench) -> Result<Vec<(Scope, String)>, Fault> {
    let offices = bench.offices().await?;
    let code = |tenant: TenantId| {
        let found = offices.iter().find(|office| office.tenant == tenant);
        found.map_or_else(|| tenant.to_string(), |office| office.code.clone())
    };
    let tenants = bench.store.tenants().await?;
    Ok(tenants.into_iter().map(|tenant| (Scope::of_company(tenant), code(tenant))).collect())
}

/// Makes the read tables again from the facts.
pub async fn rebuild(session: &Session) -> Result<(), Fault> {
    let bench = session.bench().await?;
    let mut rows = 0;
    for (scope, _) in scopes(&bench).await? {
        rows += bench
            .store
            .rebuild(scope, |done, total| session.progress("cli-rebuilding", done, Some(total)))
            .await?;
    }
    session.progress_end();
    session.json(&json!({ "rows": rows }))?;
    let rows = session.words.show().count(i64::try_from(rows).unwrap_or(i64::MAX));
    session.say("cli-rebuilt", &Args::new().with("rows", rows))
}

/// Writes everything into one file.
pub async fn backup(session: &Session, file: &Path) -> Result<(), Fault> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(error) = folder.and_then(|folder| std::fs::read_dir(folder).err()) {
        return Err(unwritable(file, &error).into());
    }
    if file.exists() {
        let shown = file.display().to_string();
        return Err(Refusal::new("app/file-exists").with("file", shown).into());
    }
    let report = session.store().await?.backup(file).await?;
    said(session, "cli-backed-up", report.facts, report.rows, &report.digests.content.to_string(), file)
}

/// Reads everything from one file into an empty installation.
pub async fn restore(session: &Session, file: &Path) -> Result<(), Fault> {
    if let Err(error) = std::fs::File::open(file) {
        let refusal = Refusal::new("app/unreadable-file").with("file", file.display().to_string());
        return Err(refusal.with("cause", error.to_string()).into());
    }
    let store = session.new_store().await?;
    let report = store.restore(file).await?;
    let digest = store.digests().await?.content.to_string();
    said(session, "cli-restored", report.facts, report.rows, &digest, file)?;
    if report.same_trees {
        return Ok(());
    }
    // Restored all the same: it may be all there is. The reader must know.
    session.say("cli-restored-otherwise", &Args::new())
}

fn said(session: &Session, id: &str, facts: u64, rows: u64, digest: &str, file: &Path) -> Result<(), Fault> {
    let file = file.display().to_string();
    session.json(&json!({ "file": file, "facts": facts, "rows": rows, "digest": digest }))?;
    let show = session.words.show();
    let count = |number: u64| show.count(i64::try_from(number).unwrap_or(i64::MAX));
    let args = Args::new()
        .with("file", file)
        .with("facts", count(facts))
        .with("rows", count(rows))
        .with("digest", digest);
    session.say(id, &args)
}
