//! Writing: facts are appended to the ledger and applied to the read tables in one transaction.

use crate::apply::Applier;
use crate::bulk::Bulk;
use crate::cell::Cell;
use crate::doubt::{Doubt, Writing};
use crate::error::{Incident, StoreError};
use crate::outbox::Named;
use crate::reader::Reader;
use crate::store::Scope;
use crate::table::Column;
use crate::undo;
use atelier_domain::ledger::{Fact, Row, UNDO};
use sqlx::Row as _;
use std::ops::{Deref, DerefMut};

/// Takes the company's place in line: whoever comes next waits for the end of this transaction.
const TAKE_TURN: &str = "INSERT INTO ledgers (tenant, last_seq) VALUES ($1, 0) \
    ON CONFLICT (tenant) DO UPDATE SET last_seq = ledgers.last_seq RETURNING last_seq";
const NEXT_SEQ: &str = "UPDATE ledgers SET last_seq = last_seq + 1 WHERE tenant = $1 RETURNING last_seq";
const INSERT_FACT: &str = "INSERT INTO facts (tenant, seq, id, actor, recorded_us, purpose, act, corrects, \
    source, row_count) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const INSERT_ROWS: &str = "INSERT INTO fact_rows (tenant, seq, n, kind, object, valid_on, payload) VALUES ";
const ROW_COLUMNS: [Column; 7] =
    [Column::Text, Column::Int, Column::Int, Column::Text, Column::Text, Column::Text, Column::Text];

/// A fact without its rows, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Envelope {
    pub(crate) id: String,
    pub(crate) actor: String,
    pub(crate) recorded_us: i64,
    pub(crate) purpose: String,
    pub(crate) act: String,
    pub(crate) corrects: Option<String>,
    pub(crate) source: String,
}

impl Envelope {
    fn of(fact: &Fact) -> Self {
        Self {
            id: fact.id.to_string(),
            actor: fact.actor.clone(),
            recorded_us: fact.recorded.as_microsecond(),
            purpose: fact.purpose.code().to_owned(),
            act: fact.act.to_owned(),
            corrects: fact.corrects.map(|id| id.to_string()),
            source: fact.source.clone(),
        }
    }
}

/// A row of a fact, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) kind: String,
    pub(crate) object: String,
    pub(crate) valid_on: Option<String>,
    pub(crate) payload: String,
}

impl Said {
    fn of(row: Row) -> Self {
        Self {
            kind: row.kind.to_owned(),
            object: row.object.to_string(),
            valid_on: row.valid.map(|day| day.to_string()),
            payload: row.payload,
        }
    }
}

/// Whether what is said of people is sealed now, or was when it was first said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sealing {
    New,
    AsKept,
}

/// A transaction that writes in one company. It can also be asked everything a [`Reader`] can.
#[derive(Debug)]
pub struct Tx {
    reader: Reader,
    doubt: Doubt,
}

impl Deref for Tx {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        &self.reader
    }
}
impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}

impl Tx {
    pub(crate) async fn open(mut writing: Writing, scope: Scope) -> Result<Self, StoreError> {
        sqlx::query(TAKE_TURN).bind(scope.tenant().to_string()).fetch_one(&mut *writing).await?;
        Ok(Self { reader: Reader::new(writing.conn, scope), doubt: writing.doubt })
    }

    /// Appends a fact, applies what it says and puts down who is to be told of it. Answers with its number in the company's ledger:
    /// 1, 2, 3… without a gap.
    ///
    /// # Errors
    /// An incident for a row that does not read as its kind, or when the database fails. The
    /// transaction is then to be dropped.
    pub async fn append(&mut self, fact: &Fact) -> Result<i64, StoreError> {
        self.append_many(fact, std::iter::empty()).await
    }

    /// The same for a fact with more rows than should stand in memory: `rows` come after its own.
    ///
    /// # Errors
    /// As [`Tx::append`].
    pub async fn append_many(
        &mut self,
        fact: &Fact,
        rows: impl IntoIterator<Item = Row>,
    ) -> Result<i64, StoreError> {
        let mut named = Named::default();
        let rows = fact.rows.iter().cloned().chain(rows).map(|row| Ok(Said::of(row)));
        let rows = rows.inspect(|row: &Result<Said, StoreError>| {
            if let Ok(row) = row {
                named.add(&row.kind, &row.object);
            }
        });
        let seq = self.append_said(&Envelope::of(fact), rows, Sealing::New).await?;
        self.tell(fact, seq, named).await?;
        Ok(seq)
    }

    /// Makes it all last. Before this returns nothing is promised.
    ///
    /// # Errors
    /// An incident when the database could not write; nothing of the transaction is then kept.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.into_writing().commit().await
    }

    /// Forgets it all.
    ///
    /// # Errors
    /// An incident when the database does not answer; nothing is kept in that case either.
    pub async fn rollback(self) -> Result<(), StoreError> {
        Ok(self.reader.into_conn().rollback().await?)
    }

    pub(crate) fn into_writing(self) -> Writing {
        Writing { conn: self.reader.into_conn(), doubt: self.doubt }
    }

    pub(crate) async fn append_said(
        &mut self,
        head: &Envelope,
        rows: impl IntoIterator<Item = Result<Said, StoreError>>,
        sealing: Sealing,
    ) -> Result<i64, StoreError> {
        let tenant = self.tenant();
        let seq: i64 = sqlx::query(NEXT_SEQ).bind(tenant.clone()).fetch_one(self.conn()).await?.try_get(0)?;
        let count = self.append_rows(&tenant, seq, rows, sealing).await?;
        self.insert_fact(tenant, seq, head, count).await?;
        if head.act == UNDO {
            let undone = head.corrects.as_deref().unwrap_or("");
            undo::apply(self, undone).await?;
        }
        Ok(seq)
    }

    async fn append_rows(
        &mut self,
        tenant: &str,
        seq: i64,
        rows: impl IntoIterator<Item = Result<Said, StoreError>>,
        sealing: Sealing,
    ) -> Result<i64, StoreError> {
        let mut ledger = Bulk::adding(INSERT_ROWS, &ROW_COLUMNS);
        let mut applier = Applier::new(tenant);
        let mut count = 0;
        for row in rows {
            let mut row = row?;
            applier.say(self.conn(), seq, &row.kind, &row.object, &row.payload).await?;
            if sealing == Sealing::New {
                let sealed = applier.seal(self.conn(), &row.kind, &row.object, &row.payload).await?;
                row.payload = sealed.unwrap_or(row.payload);
            }
            ledger.push(self.conn(), None, row_cells(tenant, seq, count, row)).await?;
            count += 1;
        }
        ledger.flush(self.conn()).await?;
        applier.finish(self.conn()).await?;
        Ok(count)
    }

    async fn insert_fact(
        &mut self,
        tenant: String,
        seq: i64,
        head: &Envelope,
        count: i64,
    ) -> Result<(), StoreError> {
        let inserted = sqlx::query(INSERT_FACT)
            .bind(tenant)
            .bind(seq)
            .bind(head.id.clone())
            .bind(head.actor.clone())
            .bind(head.recorded_us)
            .bind(head.purpose.clone())
            .bind(head.act.clone())
            .bind(head.corrects.clone())
            .bind(head.source.clone())
            .bind(count)
            .execute(self.conn())
            .await?;
        if inserted.rows_affected() == 1 {
            return Ok(());
        }
        Err(Incident::unreadable("facts", &head.id, "was not written"))
    }
}

fn row_cells(tenant: &str, seq: i64, n: i64, row: Said) -> [Cell; 7] {
    [
        Cell::Text(tenant.to_owned()),
        Cell::Int(seq),
        Cell::Int(n),
        Cell::Text(row.kind),
        Cell::Text(row.object),
        row.valid_on.map_or(Cell::Null, Cell::Text),
        Cell::Text(row.payload),
    ]
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[TAKE_TURN, NEXT_SEQ, INSERT_FACT];
