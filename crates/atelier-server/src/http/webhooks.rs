//! Subscriptions: who outside is told what happens. A secret is shown once, when it is made.

use super::{Answer, App, Asked, Done, Keyed, Made, NoBody, Problem, Told};
use crate::fault::Fault;
use crate::rights::{
    Access,
    permit::{ReadWebhooks, WriteWebhooks},
};
use crate::workbench::{self, add_webhook_in, find_webhook, remove_webhook_in, rotate_webhook_in};
use atelier_domain::controls::{Webhook, WebhookId};
use atelier_domain::language::Refusal;
use axum::extract::State;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A subscription.
#[derive(Serialize, ToSchema)]
#[schema(as = Webhook)]
pub struct WebhookTold {
    id: Uuid,
    url: String,
    /// Names of events; none: every event.
    events: Vec<String>,
    /// What its messages are signed with, shown once.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

impl WebhookTold {
    fn of(webhook: Webhook, secret: Option<String>) -> Self {
        Self { id: webhook.id.0, url: webhook.url, events: webhook.events, secret }
    }

    /// As the same request is answered when it comes again.
    fn again(webhook: &Webhook) -> String {
        serde_json::to_string(&Self::of(webhook.clone(), None)).unwrap_or_default()
    }
}

/// Subscriptions.
#[derive(Serialize, ToSchema)]
pub struct Webhooks {
    webhooks: Vec<WebhookTold>,
}

fn identity<Q>(asked: &Asked<Q>) -> Result<WebhookId, Fault> {
    let unknown = || Refusal::new("controls/unknown-webhook").with("given", asked.id.as_str());
    Ok(asked.id.parse().map_err(|_| unknown())?)
}

/// The subscriptions of the company.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadWebhooks>,
    asked: Asked,
) -> Result<Answer<Webhooks>, Problem> {
    let all = workbench::webhooks(&app, &access.who.office).await.map_err(asked.problem())?;
    let webhooks = all.into_iter().map(|one| WebhookTold::of(one, None)).collect();
    Ok(Answer::of(Webhooks { webhooks }))
}

/// A subscription to be made.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WebhookDraft {
    /// Where events are sent: `https`, outside.
    #[schema(max_length = 2000)]
    url: String,
    /// `execution.declare`, `controls.*`; none: every event.
    #[serde(default)]
    #[schema(max_items = 50)]
    events: Vec<String>,
}

/// Subscribes; the answer holds the secret, shown once.
///
/// # Errors
/// Those of an address that must not be called; `controls/wrong-event`, `controls/too-many-events`,
/// `controls/too-many-webhooks`.
pub async fn add(
    State(app): State<App>,
    access: Access<WriteWebhooks>,
    mut told: Keyed<WebhookDraft>,
) -> Result<Made<WebhookTold>, Problem> {
    let mut write = told.begin(&app, &access).await?;
    let WebhookDraft { url, events } = std::mem::take(&mut told.body);
    let (tx, office, act) = write.parts();
    let added = add_webhook_in(&app, tx, office, (&url, events), &act).await;
    let (webhook, secret) = added.map_err(told.asked.problem())?;
    let kept = WebhookTold::again(&webhook);
    write.end_showing(Answer::of(WebhookTold::of(webhook, Some(secret))), kept).await
}

/// Gives a subscription a new secret, shown once; the one before signs beside it for a day.
///
/// # Errors
/// `controls/unknown-webhook`.
pub async fn rotate(
    State(app): State<App>,
    access: Access<WriteWebhooks>,
    told: Keyed<NoBody>,
) -> Result<Answer<WebhookTold>, Problem> {
    let problem = told.asked.problem();
    let id = identity(&told.asked).map_err(&problem)?;
    let mut write = told.begin(&app, &access).await?;
    let (tx, office, act) = write.parts();
    let (webhook, secret) = rotate_webhook_in(tx, office, id, &act).await.map_err(problem)?;
    let kept = WebhookTold::again(&webhook);
    write.end_showing(Answer::of(WebhookTold::of(webhook, Some(secret))), kept).await
}

/// Ends a subscription.
///
/// # Errors
/// `controls/unknown-webhook`.
pub async fn remove(
    State(app): State<App>,
    access: Access<WriteWebhooks>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let id = identity(&told.asked).map_err(&problem)?;
    let mut write = told.begin(&app, &access).await?;
    let (tx, office, act) = write.parts();
    remove_webhook_in(tx, office, id, &act).await.map_err(problem)?;
    write.done().await
}

/// How a receiver answered.
#[derive(Serialize, ToSchema)]
pub struct WebhookTested {
    id: Uuid,
    /// Of the 200s.
    status: u16,
}

/// Sends a message that says nothing but that it is a test, at once; nothing is written.
///
/// # Errors
/// `controls/unknown-webhook`, `controls/webhook-no-secret`, `integration/not-taken`, those of the client.
pub async fn test(
    State(app): State<App>,
    access: Access<WriteWebhooks>,
    told: Told<NoBody>,
) -> Result<Answer<WebhookTested>, Problem> {
    let problem = told.asked.problem();
    let id = identity(&told.asked).map_err(&problem)?;
    let office = &access.who.office;
    let webhook = find_webhook(&app, office, &id.to_string()).await.map_err(&problem)?;
    let sent = workbench::test_webhook(&app, office, &webhook, Timestamp::now()).await;
    Ok(Answer::of(WebhookTested { id: id.0, status: sent.map_err(problem)? }))
}
