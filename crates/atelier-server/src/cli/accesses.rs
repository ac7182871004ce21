//! `atelier accesses`: what was asked, by whom, and what came of it.

use super::session::Session;
use crate::fault::Fault;
use crate::rights;
use atelier_domain::language::Args;
use atelier_store::NotedBy;
use serde_json::{Value, json};

/// Lines shown.
const LINES: i64 = 100;

/// The newest lines of the access journal.
pub async fn run(session: &Session, before: Option<&str>) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let lines = bench.store.noted(office.tenant, None, before, LINES).await?;
    let told: Vec<Value> = lines
        .iter()
        .map(|NotedBy { noted: line, login, .. }| {
            json!({
                "id": line.id, "at": line.at, "user": login, "permission": line.permission,
                "right": rights::right_told(&line.permission, session.words),
                "space": line.space, "object": line.object, "outcome": line.outcome,
            })
        })
        .collect();
    session.json(&json!(told))?;
    if lines.is_empty() {
        return session.say("cli-access-none", &Args::new());
    }
    for NotedBy { noted: line, login, .. } in &lines {
        let args = Args::new()
            .with("at", line.at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string())
            .with("user", login.as_str())
            .with("permission", rights::right_told(&line.permission, session.words))
            .with("object", line.object.clone())
            .with("outcome", session.words.plain(outcome(&line.outcome)));
        session.say("cli-access-line", &args)?;
    }
    Ok(())
}

/// How something asked ended, as a sentence's key.
fn outcome(kept: &str) -> &'static str {
    match kept {
        "refused" => "cli-access-refused",
        "written" => "cli-access-written",
        "entered" => "cli-access-entered",
        _ => "cli-access-read",
    }
}
