//! An import: records that say nothing new are left out, the rest is one fact.

use super::{Act, Office, Workbench, new_fact};
use crate::fault::Fault;
use crate::import::Records;
use atelier_domain::language::TenantId;
use atelier_domain::ledger::{Fact, FactId, Purpose, Row};
use atelier_store::{Content, StoreError, payload_hash};
use std::collections::HashMap;
use std::sync::mpsc::{Receiver, sync_channel};
use uuid::Uuid;

/// Rows between two signs of progress.
const SIGN: u64 = 10_000;
/// Rows told at once, and how many times that may wait to be written.
const BATCH: usize = 256;
const AHEAD: usize = 16;

impl Workbench {
    /// Imports records as one fact. `None` when they say nothing new: nothing is then written.
    /// Otherwise the fact and how many objects it speaks of.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn import(
        &self,
        office: &Office,
        records: Records,
        act: &Act<'_>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Option<(FactId, u64)>, Fault> {
        let known = self.store.read(office.scope).await?.known_payload_hashes().await?;
        let (mut fault, mut said) = (None, 0);
        let mut rows = told(records, known, office.tenant)
            .into_iter()
            .flatten()
            .map_while(|row| row.map_err(|error| fault = Some(error)).ok());
        let Some(first) = rows.next() else {
            drop(rows);
            return fault.map_or(Ok(None), |error: StoreError| Err(error.into()));
        };
        let id = new_fact();
        let fact = Fact {
            id,
            actor: act.actor.to_owned(),
            recorded: act.now,
            purpose: Purpose::Performance,
            act: "execution/import",
            corrects: None,
            source: act.source.to_owned(),
            rows: vec![first],
        };
        let mut tx = self.store.begin(office.scope).await?;
        let counted = rows.inspect(|_| {
            said += 1;
            if said % SIGN == 0 {
                progress(said);
            }
        });
        tx.append_many(&fact, counted).await?;
        if let Some(error) = fault {
            return Err(error.into());
        }
        tx.commit().await?;
        self.forget(office.tenant);
        Ok(Some((id, said + 1)))
    }
}

/// The rows that say something new, told on another core while those before them are written.
fn told(
    records: Records,
    known: HashMap<Uuid, u64>,
    tenant: TenantId,
) -> Receiver<Vec<Result<Row, StoreError>>> {
    let (send, receive) = sync_channel(AHEAD);
    std::thread::spawn(move || {
        let rows = contents(records).map(|content| content.row(tenant));
        let mut new = rows.filter(|row| row.as_ref().map_or(true, |row| is_new(&known, row)));
        loop {
            let batch: Vec<_> = new.by_ref().take(BATCH).collect();
            // Whoever listened went away when the database failed.
            if batch.is_empty() || send.send(batch).is_err() {
                return;
            }
        }
    });
    receive
}

fn is_new(known: &HashMap<Uuid, u64>, row: &Row) -> bool {
    known.is_empty() || known.get(&row.object) != Some(&payload_hash(&row.payload))
}

/// Referred before referring, so that a reader of the ledger meets nothing unknown; and within a kind
/// in the order of the keys, in which a database writes fastest by far.
fn contents(records: Records) -> impl Iterator<Item = Content> {
    let Records { mut accounts, mut people, mut products, mut cases, mut passages } = records;
    accounts.sort_unstable_by_key(|account| account.id);
    people.sort_unstable_by_key(|person| person.id);
    products.sort_unstable_by_key(|product| product.id);
    cases.sort_unstable_by_key(|case| case.id);
    // Stays in one step begun on one day are one passage: the last one read counts.
    passages.sort_by(|a, b| (a.case, a.entered_on, &a.step).cmp(&(b.case, b.entered_on, &b.step)));
    passages.dedup_by(|later, kept| {
        let same = (later.case, later.entered_on, &later.step) == (kept.case, kept.entered_on, &kept.step);
        if same {
            std::mem::swap(later, kept);
        }
        same
    });
    accounts
        .into_iter()
        .map(Content::Account)
        .chain(people.into_iter().map(Content::Person))
        .chain(products.into_iter().map(Content::Product))
        .chain(cases.into_iter().map(Content::Case))
        .chain(passages.into_iter().map(Content::Passage))
}
