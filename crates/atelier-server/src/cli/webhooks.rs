//! `atelier webhook`: who outside is told what happened.

use super::session::Session;
use crate::fault::Fault;
use crate::workbench::{self, Act, Office, Workbench};
use atelier_domain::controls::Webhook;
use atelier_domain::language::Args;
use clap::Subcommand;
use serde_json::{Value, json};

/// Commands about subscriptions.
#[derive(Debug, Subcommand)]
pub enum Command {
    Add {
        url: String,
        #[arg(long = "event")]
        events: Vec<String>,
    },
    List,
    Rotate {
        webhook: String,
    },
    Remove {
        webhook: String,
    },
    Test {
        webhook: String,
    },
}

/// Runs a command about subscriptions.
pub async fn run(session: &Session, command: Command) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "webhook" };
    match command {
        Command::Add { url, events } => {
            let (webhook, secret) = workbench::add_webhook(&bench, &office, &url, events, &act).await?;
            shown_once(session, &webhook, secret, "cli-webhook-added")
        }
        Command::List => list(session, &bench, &office).await,
        Command::Rotate { webhook } => {
            let webhook = workbench::find_webhook(&bench, &office, &webhook).await?;
            let (webhook, secret) = workbench::rotate_webhook(&bench, &office, webhook.id, &act).await?;
            shown_once(session, &webhook, secret, "cli-webhook-rotated")
        }
        Command::Remove { webhook } => {
            let webhook = workbench::find_webhook(&bench, &office, &webhook).await?;
            workbench::remove_webhook(&bench, &office, webhook.id, &act).await?;
            session.json(&json!({ "removed": webhook.id }))?;
            session.say("cli-webhook-removed", &named(&webhook))
        }
        Command::Test { webhook } => {
            let webhook = workbench::find_webhook(&bench, &office, &webhook).await?;
            let status = workbench::test_webhook(&bench, &office, &webhook, session.now).await?;
            session.json(&json!({ "id": webhook.id, "status": status }))?;
            session.say("cli-webhook-tested", &named(&webhook).with("status", status.to_string()))
        }
    }
}

fn shown_once(session: &Session, webhook: &Webhook, secret: String, sentence: &str) -> Result<(), Fault> {
    let mut value = told(webhook);
    value["secret"] = json!(secret);
    session.json(&value)?;
    session.say(sentence, &named(webhook).with("secret", secret))
}

fn told(webhook: &Webhook) -> Value {
    json!({ "id": webhook.id, "url": webhook.url, "events": webhook.events })
}

fn named(webhook: &Webhook) -> Args {
    let events = if webhook.events.is_empty() { "*".to_owned() } else { webhook.events.join(", ") };
    Args::new().with("id", webhook.id.to_string()).with("url", webhook.url.clone()).with("events", events)
}

async fn list(session: &Session, bench: &Workbench, office: &Office) -> Result<(), Fault> {
    let webhooks = workbench::webhooks(bench, office).await?;
    session.json(&json!(webhooks.iter().map(told).collect::<Vec<_>>()))?;
    if webhooks.is_empty() {
        return session.say("cli-webhook-none", &Args::new());
    }
    for webhook in &webhooks {
        session.say("cli-webhook-line", &named(webhook))?;
    }
    Ok(())
}
