//! Fingerprints: the same content gives the same digest on both engines, after a restore and after a
//! rebuild. Rows are read by key, a page at a time.

use crate::cell::{Cell, Line};
use crate::error::StoreError;
use crate::ledger::{self, PAGE};
use crate::reader::Reader;
use crate::store::Store;
use crate::table::{self, Table};
use sha2::{Digest as _, Sha256};
use sqlx::{AnyConnection, Row as _};
use std::fmt;

/// The schema since which names are folded as they are now. What was said is shown a little otherwise
/// than before, so the digest of content of a backup made earlier is not compared; that of its ledger is.
pub(crate) const FOLDED_SINCE: i64 = 13;

const ALL_TENANTS: &str = "SELECT tenant FROM ledgers WHERE last_seq > 0 ORDER BY tenant";

/// A SHA-256; shown in hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(pub [u8; 32]);

impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

/// What an installation holds, said twice: what is shown, and what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digests {
    /// Of every read table: business content only, neither fact numbers nor dates of recording.
    pub content: Digest,
    /// Of the ledger: every fact with all it carries.
    pub ledger: Digest,
}

impl Reader {
    /// The digests of this company.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn digests(&mut self) -> Result<Digests, StoreError> {
        let tenant = self.tenant();
        of_tenant(self.conn(), &tenant).await
    }
}

impl Store {
    /// The digests of the whole installation: every company, in the order of their ids.
    ///
    /// # Errors
    /// An incident when the database does not answer.
    pub async fn digests(&self) -> Result<Digests, StoreError> {
        let mut conn = self.snapshot().await?;
        of_all(&mut conn).await
    }
}

/// The digests of everything that the connection sees.
pub(crate) async fn of_all(conn: &mut AnyConnection) -> Result<Digests, StoreError> {
    let (mut content, mut ledger) = (Canon::default(), Canon::default());
    for tenant in tenants(conn).await? {
        let digests = of_tenant(conn, &tenant).await?;
        content.text(&tenant);
        content.0.update(digests.content.0);
        ledger.text(&tenant);
        ledger.0.update(digests.ledger.0);
    }
    Ok(Digests { content: content.end(), ledger: ledger.end() })
}

/// The companies that have facts, by id.
pub(crate) async fn tenants(conn: &mut AnyConnection) -> Result<Vec<String>, StoreError> {
    let rows = sqlx::query(ALL_TENANTS).fetch_all(conn).await?;
    rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
}

async fn of_tenant(conn: &mut AnyConnection, tenant: &str) -> Result<Digests, StoreError> {
    let mut content = Canon::default();
    for (rank, table) in table::ALL.into_iter().enumerate() {
        read_table(conn, tenant, table, rank >= table::FIRST, &mut content).await?;
    }
    Ok(Digests { content: content.end(), ledger: of_ledger(conn, tenant).await? })
}

async fn read_table(
    conn: &mut AnyConnection,
    tenant: &str,
    table: &Table,
    later: bool,
    canon: &mut Canon,
) -> Result<(), StoreError> {
    // What was said before the table was known keeps the digest it had.
    if later && table.next_lines(conn, tenant, "", 1).await?.is_empty() {
        return Ok(());
    }
    canon.text(table.name);
    let said: Vec<bool> = table.columns.iter().map(|(column, _)| !table.drawn.contains(column)).collect();
    for ((column, _), _) in table.columns.iter().zip(&said).filter(|(_, said)| **said) {
        canon.text(column);
    }
    let mut after = String::new();
    loop {
        let page = table.next_lines(conn, tenant, &after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.id);
        for line in &page {
            canon.line(line, &said);
        }
    }
    canon.end_of_list();
    Ok(())
}

async fn of_ledger(conn: &mut AnyConnection, tenant: &str) -> Result<Digest, StoreError> {
    let mut canon = Canon::default();
    let mut after = 0;
    loop {
        let page = ledger::facts(conn, tenant, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.seq;
        for fact in &page {
            canon.int(fact.seq);
            canon.int(fact.row_count);
            canon.int(fact.envelope.recorded_us);
            let it = &fact.envelope;
            for text in [&it.id, &it.actor, &it.purpose, &it.act, &it.source] {
                canon.text(text);
            }
            canon.maybe(it.corrects.as_deref());
        }
    }
    canon.end_of_list();
    rows_of_ledger(conn, tenant, &mut canon).await?;
    Ok(canon.end())
}

async fn rows_of_ledger(conn: &mut AnyConnection, tenant: &str, canon: &mut Canon) -> Result<(), StoreError> {
    let mut after = (0, 0);
    loop {
        let page = ledger::rows(conn, tenant, after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = (last.seq, last.n);
        for row in &page {
            canon.int(row.seq);
            canon.int(row.n);
            for text in [&row.said.kind, &row.said.object, &row.said.payload] {
                canon.text(text);
            }
            canon.maybe(row.said.valid_on.as_deref());
        }
    }
}

/// The canonical bytes: a letter for the type, then a length, then the value. No two different
/// contents have the same bytes.
#[derive(Default)]
struct Canon(Sha256);

impl Canon {
    fn text(&mut self, text: &str) {
        self.0.update(b"t");
        self.0.update((text.len() as u64).to_be_bytes());
        self.0.update(text.as_bytes());
    }

    fn int(&mut self, value: i64) {
        self.0.update(b"i");
        self.0.update(value.to_be_bytes());
    }

    fn maybe(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.0.update(b"n"),
        }
    }

    fn line(&mut self, line: &Line, said: &[bool]) {
        self.text(&line.id);
        for (cell, _) in line.cells.iter().zip(said).filter(|(_, said)| **said) {
            match cell {
                Cell::Null => self.0.update(b"n"),
                Cell::Int(value) => self.int(*value),
                Cell::Text(text) => self.text(text),
                Cell::Odd(why) => {
                    self.0.update(b"o");
                    self.text(why);
                }
            }
        }
    }

    fn end_of_list(&mut self) {
        self.0.update(b".");
    }

    fn end(self) -> Digest {
        Digest(self.0.finalize().into())
    }
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[ALL_TENANTS];
