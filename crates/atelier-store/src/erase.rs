//! Erasing a person: one fact that says so, the end of their key, and of everything shown of them.

use crate::content::Content;
use crate::error::StoreError;
use crate::store::{Engine, Scope, Store};
use crate::writer::Tx;
use atelier_domain::execution::{Erasure, ErasureReason};
use atelier_domain::language::{ContactId, Refusal};
use atelier_domain::ledger::{Fact, FactId, Purpose};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::Row as _;

/// The act of the facts that erase somebody.
pub const ERASE: &str = "execution/erase";
/// Answers kept so that a request counts once may show the person.
pub(crate) const FORGET_ANSWERS: &str = "DELETE FROM answers WHERE tenant = $1 AND body LIKE $2";
/// So may jobs, once they are over.
pub(crate) const FORGET_JOBS: &str = "DELETE FROM jobs WHERE tenant = $1 AND ended_us IS NOT NULL \
    AND (payload LIKE $2 OR result LIKE $2 OR kept LIKE $2)";
/// SQLite only: what was written lately stands in the log too, until it is emptied.
const EMPTY_LOG: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

/// What an erasure did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erased {
    /// The number of its fact.
    pub seq: i64,
    /// Whether the database's own log was emptied at once: SQLite without anybody reading meanwhile.
    /// Otherwise it is when it is next written to its end, or as the engine's own keeping goes.
    pub log_emptied: bool,
}

impl Store {
    /// Erases a person at a customer, under the identity `id` of the fact: their key is destroyed and
    /// what is shown of them removed in the transaction of the fact, which names them and the reason; and so for the
    /// cards that were merged into theirs.
    ///
    /// # Errors
    /// Refused `execution/unknown-contact`, `execution/person-erased`, `execution/merged`.
    pub async fn erase_person(
        &self,
        scope: Scope,
        asked: (ContactId, ErasureReason, Date),
        fact: (FactId, &str, Timestamp),
    ) -> Result<Erased, StoreError> {
        let mut tx = self.begin(scope).await?;
        let seq = tx.erase_person(asked, fact).await?;
        tx.commit().await?;
        Ok(Erased { seq, log_emptied: self.empty_log().await? })
    }

    /// Takes what the log of SQLite holds into the database, where what is deleted is overwritten, and
    /// empties the log. Whether it did: somebody who reads may be in the way.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn empty_log(&self) -> Result<bool, StoreError> {
        if self.engine() == Engine::Postgres {
            return Ok(false);
        }
        let mut conn = self.writing().acquire().await?;
        let row = sqlx::query(EMPTY_LOG).fetch_one(&mut *conn).await?;
        Ok(row.try_get::<i64, _>(0)? == 0)
    }
}

impl Tx {
    /// The same in a write that holds more; the number of its fact. [`Store::empty_log`] is for afterwards.
    ///
    /// # Errors
    /// Those of [`Store::erase_person`].
    pub async fn erase_person(
        &mut self,
        (person, reason, on): (ContactId, ErasureReason, Date),
        (id, actor, now): (FactId, &str, Timestamp),
    ) -> Result<i64, StoreError> {
        if self.erasure(person).await?.is_some() {
            return Err(Refusal::new("execution/person-erased").with("given", person.to_string()).into());
        }
        if let Some(merge) = self.merge_of(person.0).await? {
            let refusal = Refusal::new("execution/merged").with("given", person.to_string());
            let kept = self.contact(ContactId(merge.kept)).await?.map(|kept| kept.name).unwrap_or_default();
            let refusal = refusal.with("kept", merge.kept.to_string()).with("name", kept);
            return Err(refusal.with("kind", merge.of.code()).into());
        }
        let is_known = self.contact(person).await?.is_some()
            || self.has_key(person).await?
            || self.is_archived(person).await?;
        if !is_known {
            return Err(Refusal::new("execution/unknown-contact").with("given", person.to_string()).into());
        }
        // With the card that stays goes what came with those that were merged into it.
        let all = self.cards_of(person).await?;
        let tenant = self.scope().tenant();
        let row = |person: &ContactId| Content::Erased(Erasure { person: *person, reason, on }).row(tenant);
        let fact = Fact {
            id,
            actor: actor.to_owned(),
            recorded: now,
            purpose: Purpose::Control,
            act: ERASE,
            corrects: None,
            source: String::new(),
            rows: all.iter().map(row).collect::<Result<_, _>>()?,
        };
        let seq = self.append(&fact).await?;
        self.forget_answers(&all).await?;
        Ok(seq)
    }
}
