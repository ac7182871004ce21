//! `atelier worker`: jobs and scheduled work without the pages, on any machine that reaches the database.

use super::proof::key_file;
use super::session::Session;
use crate::fault::Fault;
use crate::jobs::Crew;
use atelier_domain::language::Args;
use serde_json::json;

/// Works until it is told to stop; what it has then is given back.
pub async fn run(session: &Session, workers: usize) -> Result<(), Fault> {
    let bench = session.bench().await?;
    let crew = Crew::start(&bench, &key_file(session), workers);
    session.json(&json!({ "workers": workers }))?;
    let count = i64::try_from(workers).unwrap_or(i64::MAX);
    session.say("cli-working", &Args::new().with_count("count", count))?;
    asked_to_stop().await;
    crew.end().await;
    Ok(())
}

/// Ctrl-C, or the signal by which a system ends a service.
pub async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut term) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = term.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
