//! The ledger itself: what was imported, what was said of an object, how much there is.

use crate::error::{Incident, StoreError};
use crate::keys::Keys;
use crate::ledger::{self, Head};
use crate::reader::Reader;
use atelier_domain::ledger::{FactId, UNDO};
use jiff::Timestamp;
use sqlx::Row as _;
use std::borrow::Cow;
use uuid::Uuid;

/// The act of the facts listed as batches.
pub(crate) const IMPORT: &str = "execution/import";
const BY_ACT: &str = "SELECT seq, row_count, id, actor, recorded_us, purpose, act, corrects, source \
    FROM facts WHERE tenant = $1 AND act = $2 ORDER BY seq";
pub(crate) const ABOUT: &str = "SELECT f.seq, f.row_count, f.id, f.actor, f.recorded_us, f.purpose, f.act, \
    f.corrects, f.source, r.payload, \
    (SELECT COUNT(*) FROM facts u WHERE u.tenant = f.tenant AND u.corrects = f.id AND u.act = $4) \
    FROM fact_rows r JOIN facts f ON f.tenant = r.tenant AND f.seq = r.seq \
    WHERE r.tenant = $1 AND r.kind = $2 AND r.object = $3 ORDER BY r.seq, r.n";

/// What is read of a row whose person was erased, or is in the archive apart.
const ERASED: &str = "{\"erased\":true}";

/// An import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The fact.
    pub id: FactId,
    /// Its number in the ledger.
    pub seq: i64,
    /// Who imported.
    pub actor: String,
    /// When.
    pub recorded: Timestamp,
    /// From what.
    pub source: String,
    /// How many rows it said.
    pub rows: i64,
    /// Whether it was undone since.
    pub undone: bool,
}

/// One thing said of an object, and by which fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lineage {
    /// Kind of the object.
    pub kind: String,
    /// The object.
    pub object: Uuid,
    /// The fact.
    pub fact: Batch,
    /// Its act, such as `execution/import`.
    pub act: String,
    /// What it said, as JSON; `{"erased":true}` of somebody who was erased, or is in the
    /// archive apart.
    pub payload: String,
}

/// A fact without what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactHead {
    /// Its number in the ledger.
    pub number: i64,
    /// Its identity.
    pub id: String,
    /// Who said it.
    pub actor: String,
    /// When.
    pub recorded: Timestamp,
    /// Under which purpose.
    pub purpose: String,
    /// Its act.
    pub act: String,
    /// The fact it corrects or undoes.
    pub corrects: Option<String>,
    /// From what.
    pub source: String,
    /// How many rows it says.
    pub rows: i64,
}

/// How much a company's ledger holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Facts.
    pub facts: i64,
    /// Rows of facts.
    pub rows: i64,
}

impl Reader {
    /// The imports, oldest first, undone or not.
    pub async fn batches(&mut self) -> Result<Vec<Batch>, StoreError> {
        let tenant = self.tenant();
        let undone = ledger::undone(self.conn(), &tenant).await?;
        let rows = sqlx::query(BY_ACT).bind(tenant).bind(IMPORT).fetch_all(self.conn()).await?;
        let batch = |head: Head| {
            let gone = undone.contains(&head.seq);
            batch(head, gone)
        };
        rows.iter().map(|row| batch(ledger::head(row)?)).collect()
    }

    /// Everything ever said of an object under a kind, oldest first.
    pub async fn facts_about(&mut self, kind: &str, object: Uuid) -> Result<Vec<Lineage>, StoreError> {
        let mut keys = Keys::of(&self.tenant());
        self.about(&mut keys, kind, object).await
    }

    /// The same, opened with some keys.
    pub(crate) async fn about(
        &mut self,
        keys: &mut Keys,
        kind: &str,
        object: Uuid,
    ) -> Result<Vec<Lineage>, StoreError> {
        let tenant = self.tenant();
        let query = sqlx::query(ABOUT).bind(tenant).bind(kind.to_owned()).bind(object.to_string());
        let query = query.bind(UNDO);
        let mut said = Vec::new();
        let about = object.to_string();
        for row in query.fetch_all(self.conn()).await? {
            let head = ledger::head(&row)?;
            let act = head.envelope.act.clone();
            let (kept, times): (String, i64) = (row.try_get(9)?, row.try_get(10)?);
            let clear = keys.open(self.conn(), (kind, &about), &kept).await?;
            let payload = clear.map_or_else(|| ERASED.to_owned(), Cow::into_owned);
            said.push(Lineage { kind: kind.to_owned(), object, fact: batch(head, times > 0)?, act, payload });
        }
        Ok(said)
    }

    /// The facts after a number, in order, at most `limit`.
    pub async fn facts_after(&mut self, after: i64, limit: i64) -> Result<Vec<FactHead>, StoreError> {
        let tenant = self.tenant();
        let heads = ledger::facts(self.conn(), &tenant, after, limit).await?;
        let told = |Head { seq, row_count, envelope }: Head| {
            let unreadable = |why| Incident::unreadable("facts", &envelope.id, why);
            let recorded = Timestamp::from_microsecond(envelope.recorded_us).map_err(unreadable)?;
            Ok(FactHead {
                number: seq,
                id: envelope.id,
                actor: envelope.actor,
                recorded,
                purpose: envelope.purpose,
                act: envelope.act,
                corrects: envelope.corrects,
                source: envelope.source,
                rows: row_count,
            })
        };
        heads.into_iter().map(told).collect()
    }

    /// The number of the last fact: it changes whenever anything does. One row is read.
    pub async fn last_fact(&mut self) -> Result<i64, StoreError> {
        let tenant = self.tenant();
        ledger::last_seq(self.conn(), &tenant).await
    }

    /// How many facts and rows there are; every row is counted.
    pub async fn count_facts(&mut self) -> Result<Counts, StoreError> {
        let tenant = self.tenant();
        let shape = ledger::shape(self.conn(), &tenant).await?;
        Ok(Counts { facts: shape.facts, rows: shape.rows })
    }
}

fn batch(head: Head, undone: bool) -> Result<Batch, StoreError> {
    let wrong = |why: String| Incident::unreadable("facts", &head.envelope.id, why);
    Ok(Batch {
        id: FactId(head.envelope.id.parse().map_err(|why: uuid::Error| wrong(why.to_string()))?),
        seq: head.seq,
        recorded: Timestamp::from_microsecond(head.envelope.recorded_us)
            .map_err(|why| wrong(why.to_string()))?,
        actor: head.envelope.actor,
        source: head.envelope.source,
        rows: head.row_count,
        undone,
    })
}

pub(super) const STATEMENTS: &[&str] = &[BY_ACT, ABOUT];
