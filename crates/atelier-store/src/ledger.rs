//! The ledger read back, page by page, in its own order.

use crate::error::StoreError;
use crate::packed::{Packed, Torn, last};
use crate::writer::{Envelope, Said};
use atelier_domain::ledger::UNDO;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};
use std::collections::HashSet;

/// Rows read at once: enough to forget the round trip, little to hold.
pub(crate) const PAGE: i64 = 1000;

pub(crate) const FACTS: &str = "SELECT seq, row_count, id, actor, recorded_us, purpose, act, corrects, source \
    FROM facts WHERE tenant = $1 AND seq > $2 ORDER BY seq LIMIT $3";
pub(crate) const ROWS: &str = "SELECT seq, n, kind, object, payload, valid_on FROM fact_rows \
    WHERE tenant = $1 AND (seq, n) > ($2, $3) ORDER BY seq, n LIMIT $4";
/// The same as one text: see [`crate::packed`].
pub(crate) const PACKED: &str = concat!(
    "SELECT string_agg(concat(seq, ' ', n, ' ', octet_length(kind), ' ', octet_length(object), ' ', \
        octet_length(payload), ' ', octet_length(valid_on), ' ', \
        CASE WHEN seq = seq + 0 AND n = n + 0 AND kind < ",
    last!(),
    " AND object < ",
    last!(),
    " AND payload < ",
    last!(),
    " AND COALESCE(valid_on, '') < ",
    last!(),
    " THEN '' ELSE 'x' END, ' ', kind, object, payload, valid_on), '') \
        FROM (SELECT seq, n, kind, object, payload, valid_on FROM fact_rows \
        WHERE tenant = $1 AND (seq, n) > ($2, $3) ORDER BY seq, n LIMIT $4) page"
);
const UNDONE: &str = "SELECT f.seq FROM facts u JOIN facts f ON f.tenant = u.tenant AND f.id = u.corrects \
    WHERE u.tenant = $1 AND u.act = $2";
const COUNT: &str = "SELECT COUNT(*), COALESCE(CAST(SUM(row_count) AS BIGINT), 0), COALESCE(MAX(seq), 0) \
    FROM facts WHERE tenant = $1";
const COUNT_ROWS: &str = "SELECT COUNT(*) FROM fact_rows WHERE tenant = $1";
const LAST_SEQ: &str = "SELECT COALESCE(MAX(last_seq), 0) FROM ledgers WHERE tenant = $1";

/// A fact of the ledger without its rows.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) row_count: i64,
    pub(crate) envelope: Envelope,
}

/// A row of the ledger, where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) seq: i64,
    pub(crate) n: i64,
    pub(crate) said: Said,
}

/// What the ledger of a company counts, from three sides that must agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) facts: i64,
    pub(crate) last_fact: i64,
    pub(crate) last_seq: i64,
    pub(crate) rows_announced: i64,
    pub(crate) rows: i64,
}

/// The facts after `after`, in order.
pub(crate) async fn facts(
    conn: &mut AnyConnection,
    tenant: &str,
    after: i64,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    let query = sqlx::query(FACTS).bind(tenant.to_owned()).bind(after).bind(limit);
    query.fetch_all(conn).await?.iter().map(head).collect()
}

/// The rows after `(seq, n)`, in order, at most `limit`.
pub(crate) async fn rows(
    conn: &mut AnyConnection,
    tenant: &str,
    after: (i64, i64),
    limit: i64,
) -> Result<Vec<Entry>, StoreError> {
    let packed = sqlx::query(PACKED).bind(tenant.to_owned()).bind(after.0).bind(after.1).bind(limit);
    let packed = packed.fetch_one(&mut *conn).await?;
    if let Ok(text) = packed.try_get::<Option<&str>, _>(0)
        && let Ok(page) = unpacked(text.unwrap_or(""), after)
    {
        return Ok(page);
    }
    let query = sqlx::query(ROWS).bind(tenant.to_owned()).bind(after.0).bind(after.1).bind(limit);
    query.fetch_all(conn).await?.iter().map(entry).collect()
}

/// The rows of a packed page. Torn when one does not read, or does not come after the one before.
fn unpacked(text: &str, after: (i64, i64)) -> Result<Vec<Entry>, Torn> {
    let (mut page, mut before) = (Packed::of(text), after);
    let mut entries = Vec::new();
    while !page.is_empty() {
        let (seq, n) = (page.number()?, page.number()?);
        let lengths = [page.number()?, page.number()?, page.number()?];
        let valid = page.maybe()?;
        page.sound()?;
        let [kind, object, payload] = lengths.map(|length| page.text(length).map(str::to_owned));
        let valid_on = match valid {
            Some(length) => Some(page.text(length)?.to_owned()),
            None => None,
        };
        if (seq, n) <= before {
            return Err(Torn);
        }
        before = (seq, n);
        entries.push(Entry {
            seq,
            n,
            said: Said { kind: kind?, object: object?, valid_on, payload: payload? },
        });
    }
    Ok(entries)
}

/// Whether one fact was undone: asked of it alone, however many were.
macro_rules! was_undone {
    ($tenant:literal, $seq:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM facts f JOIN facts u ON u.tenant = f.tenant AND u.corrects = f.id WHERE f.tenant = ",
            $tenant,
            " AND f.seq = ",
            $seq,
            " AND u.act = 'ledger/undo')"
        )
    };
}
pub(crate) use was_undone;

/// The numbers of the facts that were undone.
pub(crate) async fn undone(conn: &mut AnyConnection, tenant: &str) -> Result<HashSet<i64>, StoreError> {
    let rows = sqlx::query(UNDONE).bind(tenant.to_owned()).bind(UNDO).fetch_all(conn).await?;
    rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
}

/// Counts the ledger of a company.
pub(crate) async fn shape(conn: &mut AnyConnection, tenant: &str) -> Result<Shape, StoreError> {
    let facts = sqlx::query(COUNT).bind(tenant.to_owned()).fetch_one(&mut *conn).await?;
    let rows = sqlx::query(COUNT_ROWS).bind(tenant.to_owned()).fetch_one(&mut *conn).await?;
    let last_seq = last_seq(conn, tenant).await?;
    Ok(Shape {
        facts: facts.try_get(0)?,
        rows_announced: facts.try_get(1)?,
        last_fact: facts.try_get(2)?,
        rows: rows.try_get(0)?,
        last_seq,
    })
}

/// The number of the last fact of a company; 0 before the first.
pub(crate) async fn last_seq(conn: &mut AnyConnection, tenant: &str) -> Result<i64, StoreError> {
    let last = sqlx::query(LAST_SEQ).bind(tenant.to_owned()).fetch_one(conn).await?;
    Ok(last.try_get(0)?)
}

/// Reads `seq, row_count, envelope…`.
pub(crate) fn head(row: &AnyRow) -> Result<Head, StoreError> {
    let envelope = Envelope {
        id: row.try_get(2)?,
        actor: row.try_get(3)?,
        recorded_us: row.try_get(4)?,
        purpose: row.try_get(5)?,
        act: row.try_get(6)?,
        corrects: row.try_get(7)?,
        source: row.try_get(8)?,
    };
    Ok(Head { seq: row.try_get(0)?, row_count: row.try_get(1)?, envelope })
}

fn entry(row: &AnyRow) -> Result<Entry, StoreError> {
    let said = Said {
        kind: row.try_get(2)?,
        object: row.try_get(3)?,
        payload: row.try_get(4)?,
        valid_on: row.try_get(5)?,
    };
    Ok(Entry { seq: row.try_get(0)?, n: row.try_get(1)?, said })
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[FACTS, ROWS, PACKED, UNDONE, COUNT, COUNT_ROWS, LAST_SEQ];
