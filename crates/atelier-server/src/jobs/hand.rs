//! What a step has in hand: its company, its requester, and the only two ways to write.

use super::{Kind, Pulse};
use crate::fault::Fault;
use crate::rights::still_may;
use crate::workbench::{Act, Office, Workbench};
use atelier_domain::controls::User;
use atelier_domain::language::Refusal;
use atelier_store::{Lease, Scope, Tx};
use jiff::Timestamp;
use serde_json::Value;
use std::sync::Arc;

/// A job that was taken, at one of its steps.
pub struct Hand {
    /// The journeys.
    pub bench: Workbench,
    /// The job as it was taken, with the steps written since.
    pub lease: Lease,
    /// Its company, everything of it.
    pub scope: Scope,
    /// With whose rights it acts; nobody's for upkeep.
    pub user: Option<User>,
    /// What it shows of itself.
    pub pulse: Arc<Pulse>,
    /// Where the signing key is.
    pub key: std::path::PathBuf,
    /// When the step began.
    pub now: Timestamp,
    pub(super) kind: Kind,
}

/// What became of a step. Only writing makes one, or giving up.
#[derive(Debug)]
pub struct After(pub(super) Became);

#[derive(Debug)]
pub(super) enum Became {
    /// The step is written; there is another.
    Step { step: i64, kept: String },
    /// The job is done, and its effect written.
    End,
    /// It will never succeed, for these reasons.
    GivenUp(Vec<Value>),
}

impl Hand {
    /// The company by name.
    ///
    /// # Errors
    /// `app/no-company` when it has not said its name.
    pub async fn office(&self) -> Result<Office, Fault> {
        let office = self.bench.office_of(self.lease.tenant).await?;
        office.ok_or_else(|| Refusal::new("app/no-company").into())
    }

    /// The act of its requester, for facts.
    pub fn act(&self) -> Act<'_> {
        let actor = self.user.as_ref().map_or("atelier", |user| user.login.as_str());
        Act { actor, now: self.now, source: "job" }
    }

    /// Begins to write, with the rights that the requester has in this very transaction.
    ///
    /// # Errors
    /// `app/requester-gone`, `controls/not-allowed`.
    pub async fn begin(&self) -> Result<Tx, Fault> {
        let mut tx = self.bench.store.begin(self.scope).await?;
        if let (Some(user), Some(permission)) = (self.lease.job.requester, self.kind.permission()) {
            still_may(&mut tx, user, permission).await?;
        }
        Ok(tx)
    }

    /// Writes the effect of this step, and the step; `kept` is for the next one.
    ///
    /// # Errors
    /// `app/job-lost`; nothing is then written.
    pub async fn advance(&self, mut tx: Tx, kept: &Value) -> Result<After, Fault> {
        let (step, kept) = (self.lease.job.step + 1, kept.to_string());
        tx.advance(&self.lease, step, &kept).await?;
        tx.commit().await?;
        Ok(After(Became::Step { step, kept }))
    }

    /// Writes the effect of the last step, and the end of the job.
    ///
    /// # Errors
    /// As [`Hand::advance`].
    pub async fn finish(&self, mut tx: Tx, result: &Value) -> Result<After, Fault> {
        tx.finish(&self.lease, &result.to_string(), Timestamp::now()).await?;
        tx.commit().await?;
        Ok(After(Became::End))
    }

    /// Ends without effect, for reasons already told in both languages.
    pub fn give_up(reasons: Vec<Value>) -> After {
        After(Became::GivenUp(reasons))
    }
}
