//! An import: records that say nothing new are left out, the rest is one fact.

use super::{Act, Office, Workbench, new_fact};
use crate::fault::Fault;
use crate::import::Records;
use atelier_domain::ledger::{Fact, FactId, Purpose, Row};
use atelier_store::{Content, StoreError, content, payload_hash};
use std::collections::HashMap;
use uuid::Uuid;

/// Rows between two signs of progress.
const SIGN: u64 = 10_000;

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
        let mut reader = self.store.read(office.scope).await?;
        let mut known: HashMap<&'static str, HashMap<Uuid, u64>> = HashMap::new();
        for kind in [content::ACCOUNT, content::PERSON, content::PRODUCT, content::CASE, content::PASSAGE] {
            known.insert(kind, reader.known_payload_hashes(kind).await?);
        }
        drop(reader);
        let mut fault = None;
        let mut said = 0;
        let mut rows = contents(records).filter_map(|content| match content.row(office.tenant) {
            Ok(row) => is_new(&known, &row).then_some(row),
            Err(error) => {
                fault = Some(error);
                None
            }
        });
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

fn is_new(known: &HashMap<&'static str, HashMap<Uuid, u64>>, row: &Row) -> bool {
    let before = known.get(row.kind).and_then(|known| known.get(&row.object));
    before != Some(&payload_hash(&row.payload))
}

/// Referred before referring, so that a reader of the ledger meets nothing unknown.
fn contents(records: Records) -> impl Iterator<Item = Content> {
    let Records { accounts, people, products, cases, passages } = records;
    accounts
        .into_iter()
        .map(Content::Account)
        .chain(people.into_iter().map(Content::Person))
        .chain(products.into_iter().map(Content::Product))
        .chain(cases.into_iter().map(Content::Case))
        .chain(passages.into_iter().map(Content::Passage))
}
