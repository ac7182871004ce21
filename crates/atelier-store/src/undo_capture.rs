//! Undoing the capture of a conversation: a fact that names the one it corrects, and the state that the
//! remaining facts give; as long as nothing was built on it.

use crate::error::{Incident, StoreError};
use crate::reader::Reader;
use crate::tables::{StoredOrder, StoredPlan};
use crate::writer::Tx;
use atelier_domain::execution::{Case, Conversation, Promise};
use atelier_domain::language::Refusal;
use atelier_domain::ledger::{Fact, FactId, Purpose, UNDO};
use jiff::Timestamp;
use sqlx::Row as _;

const ID_OF_FACT: &str = "SELECT id FROM facts WHERE tenant = $1 AND seq = $2";

impl Reader {
    /// Whether a conversation, last said by the fact `seq`, may still be undone: its order was not declared on
    /// since, its opportunity not changed, no promise of it settled, and no plan of `scope` made.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn can_undo(
        &mut self,
        conversation: &Conversation,
        seq: i64,
        scope: &str,
    ) -> Result<bool, StoreError> {
        let order = self.versioned::<StoredOrder>(conversation.order.to_string()).await?;
        let mut latest = vec![order.map_or(i64::MAX, |(_, at)| at)];
        if let Some(case) = conversation.case {
            latest.extend(self.versioned::<Case>(case.to_string()).await?.map(|(_, at)| at));
        }
        if let Some(plan) = self.latest_plan(scope).await? {
            latest.extend(self.versioned::<StoredPlan>(plan.id.to_string()).await?.map(|(_, at)| at));
        }
        for promise in self.promises_in(conversation.id).await? {
            latest.extend(self.versioned::<Promise>(promise.id.to_string()).await?.map(|(_, at)| at));
        }
        Ok(latest.into_iter().all(|at| at <= seq))
    }
}

impl Tx {
    /// Undoes a capture, last said by the fact `seq`. Answers with the number of the correcting fact.
    ///
    /// # Errors
    /// Refused `execution/too-late-to-undo`.
    pub async fn undo_capture(
        &mut self,
        (conversation, seq): (&Conversation, i64),
        scope: &str,
        (id, actor, now): (FactId, &str, Timestamp),
    ) -> Result<i64, StoreError> {
        if !self.can_undo(conversation, seq, scope).await? {
            return Err(Refusal::new("execution/too-late-to-undo").into());
        }
        let query = sqlx::query(ID_OF_FACT).bind(self.tenant()).bind(seq);
        let text: String = query.fetch_one(self.conn()).await?.try_get(0)?;
        let captured = text.parse().map_err(|why| Incident::unreadable("facts", &text, why))?;
        let fact = Fact {
            id,
            actor: actor.to_owned(),
            recorded: now,
            purpose: Purpose::Performance,
            act: UNDO,
            corrects: Some(FactId(captured)),
            source: String::new(),
            rows: Vec::new(),
        };
        self.append(&fact).await
    }
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[ID_OF_FACT];
