//! Undoing a batch: a fact that says so, and the state that the remaining facts give.

use crate::apply::Applier;
use crate::archive;
use crate::content::{ARCHIVED, Content, MERGE};
use crate::error::StoreError;
use crate::ledger::was_undone;
use crate::merge;
use crate::queries::IMPORT;
use crate::store::{Scope, Store};
use crate::table::Table;
use crate::tables;
use crate::writer::Tx;
use atelier_domain::execution::{Archive, Merge, MergeOf};
use atelier_domain::language::Refusal;
use atelier_domain::ledger::{Fact, FactId, Purpose, UNDO};
use jiff::Timestamp;
use sqlx::Row as _;
use sqlx::any::AnyRow;
use std::collections::HashMap;

const NUMBER: &str = "SELECT seq, act FROM facts WHERE tenant = $1 AND id = $2";
const ALREADY: &str = "SELECT COUNT(*) FROM facts WHERE tenant = $1 AND act = $2 AND corrects = $3";
/// What other facts that were not undone say of the objects of the fact `$2`, for its rows from `$3` up to `$4`.
pub(crate) const OTHERWISE: &str = concat!(
    "SELECT r.n, p.seq, p.kind, p.object, p.payload FROM fact_rows r \
        JOIN fact_rows p ON p.tenant = r.tenant AND p.kind = r.kind AND p.object = r.object AND p.seq <> r.seq \
        WHERE r.tenant = $1 AND r.seq = $2 AND r.n >= $3 AND r.n < $4 AND NOT ",
    was_undone!("p.tenant", "p.seq"),
    " ORDER BY r.n, p.seq, p.n"
);
/// The same, for what plans say of the orders that it declares.
const PLANNED: &str = concat!(
    "SELECT r.n, p.seq, p.kind, p.object, p.payload FROM fact_rows r \
        JOIN fact_rows p ON p.tenant = r.tenant AND p.kind = 'planning/order' AND p.object = r.object \
        WHERE r.tenant = $1 AND r.seq = $2 AND r.n >= $3 AND r.n < $4 AND r.kind = 'execution/order' AND NOT ",
    was_undone!("p.tenant", "p.seq"),
    " ORDER BY r.n, p.seq, p.n"
);
/// What a fact made one, or put into the archive.
const SAID: &str = "SELECT payload FROM fact_rows WHERE tenant = $1 AND seq = $2 AND kind = $3 ORDER BY n";
const LAST_ROW: &str = "SELECT COALESCE(MAX(n), -1) FROM fact_rows WHERE tenant = $1 AND seq = $2";

/// Orders on cases that would be gone.
const ORDERS_LEFT: &str = "SELECT COUNT(*) FROM fact_rows r \
    JOIN orders o ON o.tenant = r.tenant AND o.case_id = r.object \
    LEFT JOIN cases c ON c.tenant = r.tenant AND c.id = r.object \
    WHERE r.tenant = $1 AND r.seq = $2 AND r.kind = 'execution/case' AND c.id IS NULL";
/// Orders of people who would be gone.
const WORK_LEFT: &str = "SELECT COUNT(*) FROM fact_rows r \
    JOIN order_people o ON o.tenant = r.tenant AND o.person = r.object \
    LEFT JOIN people p ON p.tenant = r.tenant AND p.id = r.object \
    WHERE r.tenant = $1 AND r.seq = $2 AND r.kind = 'execution/person' AND p.id IS NULL";
/// Passages of cases that would be gone.
const PASSAGES_LEFT: &str = "SELECT COUNT(*) FROM fact_rows r \
    JOIN passages s ON s.tenant = r.tenant AND s.case_id = r.object \
    LEFT JOIN cases c ON c.tenant = r.tenant AND c.id = r.object \
    WHERE r.tenant = $1 AND r.seq = $2 AND r.kind = 'execution/case' AND c.id IS NULL";
/// Cases of accounts, people or products that would be gone.
const CASES_LEFT: &str = "SELECT COUNT(*) FROM cases c WHERE c.tenant = $1 AND ( \
    EXISTS (SELECT 1 FROM fact_rows r WHERE r.tenant = $1 AND r.kind = 'execution/account' \
        AND r.object = c.account AND r.seq = $2 \
        AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.tenant = $1 AND a.id = c.account)) \
    OR EXISTS (SELECT 1 FROM fact_rows r WHERE r.tenant = $1 AND r.kind = 'execution/person' \
        AND r.object = c.owner AND r.seq = $2 \
        AND NOT EXISTS (SELECT 1 FROM people p WHERE p.tenant = $1 AND p.id = c.owner)) \
    OR EXISTS (SELECT 1 FROM fact_rows r WHERE r.tenant = $1 AND r.kind = 'execution/product' \
        AND r.object = c.product AND r.seq = $2 \
        AND NOT EXISTS (SELECT 1 FROM products p WHERE p.tenant = $1 AND p.id = c.product)))";

/// Merges of what would be gone: of a firm or a person that stays, or whose every fact would be undone.
const MERGES_LEFT: &str = "SELECT COUNT(*) FROM merges m WHERE m.tenant = $1 AND ( \
    (m.kind = 'account' AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.tenant = $1 AND a.id = m.kept) \
        AND EXISTS (SELECT 1 FROM fact_rows r WHERE r.tenant = $1 AND r.kind = 'execution/account' \
            AND r.object = m.kept AND r.seq = $2)) \
    OR (m.kind = 'contact' AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.tenant = $1 AND c.id = m.kept) \
        AND EXISTS (SELECT 1 FROM fact_rows r WHERE r.tenant = $1 AND r.kind = 'execution/contact' \
            AND r.object = m.kept AND r.seq = $2)) \
    OR (EXISTS (SELECT 1 FROM fact_rows r WHERE r.tenant = $1 AND r.seq = $2 AND r.object = m.id \
            AND r.kind IN ('execution/account', 'execution/contact')) \
        AND NOT EXISTS (SELECT 1 FROM fact_rows o WHERE o.tenant = $1 AND o.object = m.id AND o.seq <> $2 \
            AND o.kind IN ('execution/account', 'execution/contact'))))";

/// What an import, a capture, a merge or an archive may say.
const UNDONE_TABLES: [&Table; 15] = [
    &tables::COMPANIES,
    &tables::ACCOUNTS,
    &tables::PEOPLE,
    &tables::PRODUCTS,
    &tables::CASES,
    &tables::PASSAGES,
    &tables::SHEETS,
    &tables::CONTACTS,
    &tables::CONSENTS,
    &tables::ORDERS,
    &tables::ORDER_PEOPLE,
    &tables::CONVERSATIONS,
    &tables::PROMISES,
    &tables::MERGES,
    &tables::ARCHIVES,
];
/// Rows looked at together.
const WINDOW: i64 = 500;

impl Store {
    /// Undoes a batch, as [`Tx::undo`], in a write of its own.
    ///
    /// # Errors
    /// As [`Tx::undo`].
    pub async fn undo(
        &self,
        scope: Scope,
        batch: FactId,
        id: FactId,
        actor: &str,
        now: Timestamp,
    ) -> Result<i64, StoreError> {
        let mut tx = self.begin(scope).await?;
        let seq = tx.undo(batch, id, actor, now).await?;
        tx.commit().await?;
        Ok(seq)
    }
}

impl Tx {
    /// Undoes a batch: appends a fact that says so under the identity `id`, and gives each object of
    /// the batch what the remaining facts last said of it, or removes it. Answers with the number of
    /// the new fact. What is refused must not be committed.
    ///
    /// # Errors
    /// Refused `ledger/unknown-batch`, `ledger/already-undone`, `ledger/not-a-batch` when it is no
    /// import, `ledger/batch-in-use` when something would lean on an object that is gone, `ledger/batch-merged` when
    /// that is a firm or a person of a merge.
    pub async fn undo(
        &mut self,
        batch: FactId,
        id: FactId,
        actor: &str,
        now: Timestamp,
    ) -> Result<i64, StoreError> {
        let undone = number(self, &batch.to_string()).await?;
        check(self, batch).await?;
        let fact = Fact {
            id,
            actor: actor.to_owned(),
            recorded: now,
            purpose: Purpose::Upkeep,
            act: UNDO,
            corrects: Some(batch),
            source: String::new(),
            rows: Vec::new(),
        };
        let seq = self.append(&fact).await?;
        refuse_in_use(self, undone, batch).await?;
        Ok(seq)
    }
}

/// The effect of an undo on the read tables; the fact that says it is already in the ledger.
pub(crate) async fn apply(tx: &mut Tx, batch: &str) -> Result<(), StoreError> {
    let seq = number(tx, batch).await?;
    let tenant = tx.tenant();
    for table in UNDONE_TABLES {
        sqlx::query(table.unsay).bind(tenant.clone()).bind(seq).execute(tx.conn()).await?;
    }
    let last: i64 =
        sqlx::query(LAST_ROW).bind(tenant.clone()).bind(seq).fetch_one(tx.conn()).await?.try_get(0)?;
    let mut applier = Applier::new(&tenant);
    for from in (0..=last).step_by(WINDOW as usize) {
        let mut rows = Vec::new();
        for text in [PLANNED, OTHERWISE] {
            let query = sqlx::query(text).bind(tenant.clone()).bind(seq).bind(from).bind(from + WINDOW);
            rows.extend(query.fetch_all(tx.conn()).await?);
        }
        let mut latest = HashMap::<i64, &AnyRow>::new();
        for row in &rows {
            let (n, at): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
            let before = latest.get(&n).map(|row| row.try_get::<i64, _>(1)).transpose()?;
            if before.is_none_or(|before| before <= at) {
                latest.insert(n, row);
            }
        }
        for row in latest.into_values() {
            let (kind, object, payload): (String, String, String) =
                (row.try_get(2)?, row.try_get(3)?, row.try_get(4)?);
            applier.say(tx.conn(), row.try_get(1)?, &kind, &object, &payload).await?;
        }
    }
    for merge in merged(tx, seq).await? {
        // Both themselves: of the one that stayed, what it was beneath the other was not shown.
        for id in [merge.gone, merge.kept] {
            let own = merge::facts_of(tx.conn(), &tenant, (merge.of, id)).await?;
            applier.show_again(tx.conn(), own).await?;
        }
        let referring = merge::facts_referring(tx.conn(), &tenant, merge.of, merge.kept).await?;
        applier.show_again(tx.conn(), referring).await?;
    }
    let out = archived(tx, seq).await?;
    for archive in &out {
        applier.take_out(tx.conn(), &archive.person.to_string()).await?;
    }
    for archive in &out {
        let who = (MergeOf::Contact, archive.person.0);
        let mut said = merge::facts_of(tx.conn(), &tenant, who).await?;
        said.extend(merge::last_said(tx.conn(), &tenant, archive::naming(archive)).await?);
        applier.show_again(tx.conn(), said).await?;
    }
    applier.finish(tx.conn()).await
}

/// What the fact `seq` made one.
async fn merged(tx: &mut Tx, seq: i64) -> Result<Vec<Merge>, StoreError> {
    let told = said(tx, seq, MERGE).await?.into_iter();
    Ok(told.filter_map(|one| if let Content::Merge(merge) = one { Some(merge) } else { None }).collect())
}

/// Whom the fact `seq` put into the archive.
async fn archived(tx: &mut Tx, seq: i64) -> Result<Vec<Archive>, StoreError> {
    let told = said(tx, seq, ARCHIVED).await?.into_iter();
    Ok(told.filter_map(|one| if let Content::Archived(it) = one { Some(it) } else { None }).collect())
}

/// What the fact `seq` says of a kind that nothing seals.
async fn said(tx: &mut Tx, seq: i64, kind: &'static str) -> Result<Vec<Content>, StoreError> {
    let query = sqlx::query(SAID).bind(tx.tenant()).bind(seq).bind(kind);
    let rows = query.fetch_all(tx.conn()).await?;
    rows.iter().map(|row| Content::read(kind, "", row.try_get::<&str, _>(0)?)).collect()
}

async fn number(tx: &mut Tx, batch: &str) -> Result<i64, StoreError> {
    let tenant = tx.tenant();
    let row = sqlx::query(NUMBER).bind(tenant).bind(batch.to_owned()).fetch_optional(tx.conn()).await?;
    match row {
        Some(row) if row.try_get::<String, _>(1)? != UNDO => Ok(row.try_get(0)?),
        _ => Err(refusal("ledger/unknown-batch", batch).into()),
    }
}

async fn check(tx: &mut Tx, batch: FactId) -> Result<(), StoreError> {
    let (tenant, batch) = (tx.tenant(), batch.to_string());
    let already = sqlx::query(ALREADY).bind(tenant.clone()).bind(UNDO).bind(batch.clone());
    if already.fetch_one(tx.conn()).await?.try_get::<i64, _>(0)? > 0 {
        return Err(refusal("ledger/already-undone", &batch).into());
    }
    let act = sqlx::query(NUMBER).bind(tenant).bind(batch.clone()).fetch_one(tx.conn()).await?;
    if act.try_get::<String, _>(1)? != IMPORT {
        return Err(refusal("ledger/not-a-batch", &batch).into());
    }
    Ok(())
}

/// After the undo, nothing may point to an object of the batch that is gone.
async fn refuse_in_use(tx: &mut Tx, seq: i64, batch: FactId) -> Result<(), StoreError> {
    let mut left = [0_i64; 5];
    let texts = [ORDERS_LEFT, WORK_LEFT, PASSAGES_LEFT, CASES_LEFT, MERGES_LEFT];
    for (count, text) in left.iter_mut().zip(texts) {
        let tenant = tx.tenant();
        *count = sqlx::query(text).bind(tenant).bind(seq).fetch_one(tx.conn()).await?.try_get(0)?;
    }
    let [orders, work, passages, cases, merges] = left;
    if left == [0; 5] {
        return Ok(());
    }
    if merges > 0 {
        return Err(refusal("ledger/batch-merged", &batch.to_string()).with("merges", merges).into());
    }
    let refusal = refusal("ledger/batch-in-use", &batch.to_string());
    Err(refusal.with("orders", orders.max(work)).with("cases", cases).with("passages", passages).into())
}

fn refusal(code: &'static str, batch: &str) -> Refusal {
    Refusal::new(code).with("batch", batch)
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] = &[
    NUMBER,
    ALREADY,
    OTHERWISE,
    PLANNED,
    SAID,
    LAST_ROW,
    ORDERS_LEFT,
    WORK_LEFT,
    PASSAGES_LEFT,
    CASES_LEFT,
    MERGES_LEFT,
];
