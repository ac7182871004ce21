//! What happened is told to those who asked, by jobs put down with the fact itself: there is one exactly when
//! the fact is there.

use crate::error::{Incident, StoreError};
use crate::jobs::{JobId, NewJob};
use crate::store::Store;
use crate::writer::Tx;
use atelier_domain::controls::{Webhook, WebhookId, event_of};
use atelier_domain::language::TenantId;
use atelier_domain::ledger::Fact;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::Row as _;

/// Kind of the jobs that send a message to a subscription.
pub const DELIVERY: &str = "webhook";
/// Objects named in a message; a fact may have many more.
const OBJECTS: usize = 100;

const SECRETS: &str =
    "SELECT secret, former, former_until_us FROM webhook_secrets WHERE tenant = $1 AND id = $2";
const SET_SECRET: &str = "INSERT INTO webhook_secrets (tenant, id, secret, former, former_until_us) \
    VALUES ($1, $2, $3, NULL, 0) ON CONFLICT (tenant, id) DO UPDATE SET secret = excluded.secret, \
    former = webhook_secrets.secret, former_until_us = $4";
const FORGET_SECRETS: &str = "DELETE FROM webhook_secrets WHERE tenant = $1 AND id = $2";

/// A message to a subscription, as the job that sends it keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// To whom.
    pub webhook: WebhookId,
    /// The same for every attempt, so that a receiver knows what it has already seen.
    pub message: String,
    /// What is sent, to the letter.
    pub body: String,
    /// Which attempt this is, from 1.
    pub attempt: u32,
}

impl Delivery {
    /// The job of this attempt.
    ///
    /// # Errors
    /// An incident when it cannot be told as JSON.
    pub fn job(&self, made: Timestamp, due: Timestamp) -> Result<NewJob, StoreError> {
        let payload =
            serde_json::to_string(self).map_err(|why| Incident::unreadable("jobs", &self.message, why))?;
        Ok(NewJob { id: JobId::make(), kind: DELIVERY.to_owned(), payload, requester: None, made, due })
    }
}

/// What the rows of a fact are about, as far as a message names it.
#[derive(Debug, Default)]
pub(crate) struct Named {
    objects: Vec<serde_json::Value>,
    count: usize,
}

impl Named {
    pub(crate) fn add(&mut self, kind: &str, object: &str) {
        self.count += 1;
        if self.objects.len() < OBJECTS {
            self.objects.push(json!({ "kind": kind, "id": object }));
        }
    }
}

impl Tx {
    /// Puts down a message for each subscription that hears this fact. Names and texts stay here: a message
    /// says which act, which fact and which objects, and whoever may read more asks for it.
    pub(crate) async fn tell(&mut self, fact: &Fact, seq: i64, named: Named) -> Result<(), StoreError> {
        let event = event_of(fact.act);
        let heard: Vec<Webhook> = self.all().await?;
        let heard: Vec<Webhook> = heard.into_iter().filter(|webhook| webhook.hears(&event)).collect();
        if heard.is_empty() {
            return Ok(());
        }
        let body = json!({
            "type": event,
            "timestamp": fact.recorded.to_string(),
            "data": {
                "fact": fact.id.to_string(),
                "number": seq,
                "objects": named.objects,
                "objects_in_all": named.count,
            },
        });
        for webhook in heard {
            let message = ["msg_", &JobId::make().0.simple().to_string()].concat();
            let delivery = Delivery { webhook: webhook.id, message, body: body.to_string(), attempt: 1 };
            self.enqueue(&delivery.job(fact.recorded, fact.recorded)?).await?;
        }
        Ok(())
    }

    /// Sets the secret of a subscription; the one before signs as well until `former_until`.
    ///
    /// # Errors
    /// An incident.
    pub async fn set_webhook_secret(
        &mut self,
        id: WebhookId,
        secret: &str,
        former_until: Timestamp,
    ) -> Result<(), StoreError> {
        let query = sqlx::query(SET_SECRET).bind(self.tenant()).bind(id.to_string()).bind(secret.to_owned());
        query.bind(former_until.as_microsecond()).execute(self.conn()).await?;
        Ok(())
    }

    /// Forgets the secrets of a subscription.
    ///
    /// # Errors
    /// An incident.
    pub async fn forget_webhook_secrets(&mut self, id: WebhookId) -> Result<(), StoreError> {
        let query = sqlx::query(FORGET_SECRETS).bind(self.tenant()).bind(id.to_string());
        query.execute(self.conn()).await?;
        Ok(())
    }
}

impl Store {
    /// The secrets that sign for a subscription now, the newest first; none after a restore.
    ///
    /// # Errors
    /// An incident.
    pub async fn webhook_secrets(
        &self,
        tenant: TenantId,
        id: WebhookId,
        now: Timestamp,
    ) -> Result<Vec<String>, StoreError> {
        let mut conn = self.snapshot().await?;
        let query = sqlx::query(SECRETS).bind(tenant.to_string()).bind(id.to_string());
        let Some(row) = query.fetch_optional(&mut *conn).await? else { return Ok(Vec::new()) };
        let former: Option<String> = row.try_get(1)?;
        let former =
            former.filter(|_| row.try_get::<i64, _>(2).is_ok_and(|until| until > now.as_microsecond()));
        Ok([Some(row.try_get(0)?), former].into_iter().flatten().collect())
    }
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[SECRETS, SET_SECRET, FORGET_SECRETS];
