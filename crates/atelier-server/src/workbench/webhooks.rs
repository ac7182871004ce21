//! Who outside is told what happened: subscriptions of a company, and the messages themselves.

use super::{Act, Office, Workbench};
use crate::fault::Fault;
use crate::outbound::{Outbound, Sent, new_secret, signature};
use atelier_domain::controls::{Webhook, WebhookId};
use atelier_domain::language::{Refusal, TenantId};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, JobId, Tx};
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use uuid::Uuid;

/// How long a former secret signs beside the new one.
pub const ROTATION: SignedDuration = SignedDuration::from_hours(24);
/// Most bytes kept of an answer, which nobody reads.
const ANSWER: usize = 64 * 1024;

/// The subscriptions of a company, by identity.
///
/// # Errors
/// An incident of the store.
pub async fn webhooks(bench: &Workbench, office: &Office) -> Result<Vec<Webhook>, Fault> {
    let all = bench.store.read(office.scope).await?.webhooks().await?;
    Ok(all.into_iter().filter(|webhook| webhook.on).collect())
}

/// The subscription of this identity or address.
///
/// # Errors
/// `controls/unknown-webhook`, also for one that was removed.
pub async fn find_webhook(bench: &Workbench, office: &Office, asked: &str) -> Result<Webhook, Fault> {
    let all = webhooks(bench, office).await?;
    let found = all.into_iter().find(|one| one.id.to_string() == asked || one.url == asked);
    Ok(found.ok_or_else(|| unknown(asked))?)
}

fn unknown(asked: &str) -> Refusal {
    Refusal::new("controls/unknown-webhook").with("given", asked)
}

/// Adds a subscription; its secret is shown once.
///
/// # Errors
/// Those of an address that must not be called, beside `url`; those of [`Webhook::checked`].
pub async fn add_webhook(
    bench: &Workbench,
    office: &Office,
    url: &str,
    events: Vec<String>,
    act: &Act<'_>,
) -> Result<(Webhook, String), Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    let added = add_webhook_in(bench, &mut tx, office, (url, events), act).await?;
    tx.commit().await?;
    Ok(added)
}

/// The same in a write that holds more.
///
/// # Errors
/// Those of [`add_webhook`].
pub async fn add_webhook_in(
    bench: &Workbench,
    tx: &mut Tx,
    office: &Office,
    (url, events): (&str, Vec<String>),
    act: &Act<'_>,
) -> Result<(Webhook, String), Fault> {
    let to = bench.outside.client()?.destination(url.trim()).map_err(|refusal| refusal.field("url"))?;
    let id = WebhookId(Uuid::now_v7());
    let secret = new_secret()?;
    let webhook = Webhook { id, url: to.text().to_owned(), events, on: true };
    let webhook = webhook.checked(&tx.webhooks().await?)?;
    say(tx, office, "controls/add-webhook", &webhook, act).await?;
    tx.set_webhook_secret(id, &secret, act.now).await?;
    Ok((webhook, secret))
}

/// A new secret; the one before signs as well for a day, so that the receiver can change without losing
/// a message.
///
/// # Errors
/// `controls/unknown-webhook`.
pub async fn rotate_webhook(
    bench: &Workbench,
    office: &Office,
    id: WebhookId,
    act: &Act<'_>,
) -> Result<(Webhook, String), Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    let rotated = rotate_webhook_in(&mut tx, office, id, act).await?;
    tx.commit().await?;
    Ok(rotated)
}

/// The same in a write that holds more.
///
/// # Errors
/// Those of [`rotate_webhook`].
pub async fn rotate_webhook_in(
    tx: &mut Tx,
    office: &Office,
    id: WebhookId,
    act: &Act<'_>,
) -> Result<(Webhook, String), Fault> {
    let secret = new_secret()?;
    let webhook = live(tx, id).await?;
    say(tx, office, "controls/rotate-webhook", &webhook, act).await?;
    tx.set_webhook_secret(id, &secret, act.now + ROTATION).await?;
    Ok((webhook, secret))
}

/// Ends a subscription: what waits is not sent any more, its secrets are forgotten.
///
/// # Errors
/// `controls/unknown-webhook`.
pub async fn remove_webhook(
    bench: &Workbench,
    office: &Office,
    id: WebhookId,
    act: &Act<'_>,
) -> Result<(), Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    remove_webhook_in(&mut tx, office, id, act).await?;
    tx.commit().await?;
    Ok(())
}

/// The same in a write that holds more.
///
/// # Errors
/// Those of [`remove_webhook`].
pub async fn remove_webhook_in(
    tx: &mut Tx,
    office: &Office,
    id: WebhookId,
    act: &Act<'_>,
) -> Result<(), Fault> {
    let webhook = Webhook { on: false, ..live(tx, id).await? };
    say(tx, office, "controls/remove-webhook", &webhook, act).await?;
    tx.forget_webhook_secrets(id).await?;
    Ok(())
}

async fn live(tx: &mut Tx, id: WebhookId) -> Result<Webhook, Fault> {
    let found = tx.webhook(id).await?.filter(|webhook| webhook.on);
    Ok(found.ok_or_else(|| unknown(&id.to_string()))?)
}

async fn say(
    tx: &mut Tx,
    office: &Office,
    what: &'static str,
    webhook: &Webhook,
    act: &Act<'_>,
) -> Result<(), Fault> {
    let row = Content::Webhook(webhook.clone()).row(office.tenant)?;
    tx.append(&act.fact(what, Purpose::Upkeep, vec![row])).await?;
    Ok(())
}

/// Sends a message that says nothing but that it is a test, at once. The status of the answer.
///
/// # Errors
/// As [`deliver`].
pub async fn test_webhook(
    bench: &Workbench,
    office: &Office,
    webhook: &Webhook,
    now: Timestamp,
) -> Result<u16, Fault> {
    let message = format!("msg_{}", JobId::make().0.simple());
    let body = json!({ "type": "atelier.test", "timestamp": now.to_string(), "data": {} }).to_string();
    deliver(bench, office.tenant, webhook, (&message, &body), now).await
}

/// Sends a message of this identity and body to a subscription. The status of the answer, of the 200s.
///
/// # Errors
/// `controls/webhook-no-secret`, `integration/not-taken` for another status, and those of the client.
pub async fn deliver(
    bench: &Workbench,
    tenant: TenantId,
    webhook: &Webhook,
    (message, body): (&str, &str),
    now: Timestamp,
) -> Result<u16, Fault> {
    let secrets = bench.store.webhook_secrets(tenant, webhook.id, now).await?;
    let second = now.as_second();
    let Some(signed) = signature(&secrets, message, second, body) else {
        return Err(Refusal::new("controls/webhook-no-secret").with("url", webhook.url.as_str()).into());
    };
    let client: Outbound = bench.outside.client()?.answering(ANSWER);
    // The rules are asked again: what was taken once may no longer be.
    let to = client.destination(&webhook.url)?;
    let host = to.host();
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let id = HeaderValue::from_str(message).map_err(anyhow::Error::from)?;
    headers.insert("webhook-id", id);
    headers.insert("webhook-timestamp", HeaderValue::from(second));
    headers.insert("webhook-signature", HeaderValue::from_str(&signed).map_err(anyhow::Error::from)?);
    let sent = Sent { method: Method::POST, to, headers, body: Bytes::copy_from_slice(body.as_bytes()) };
    let status = client.send(sent).await?.status;
    if status.is_success() {
        return Ok(status.as_u16());
    }
    let refusal = Refusal::new("integration/not-taken").with("host", host);
    Err(refusal.with("status", i64::from(status.as_u16())).into())
}
