//! Sealing: the facts since the last time are taken into the tree, and what the tree then is gets signed.

use super::entry::ENVELOPE;
use super::note::{Checkpoint, Key};
use super::stream::{Entries, Leaves};
use super::tables::{self, State};
use super::tiles;
use super::tree::{Tile, Tree};
use crate::error::StoreError;
use crate::store::{Scope, Store};
use atelier_domain::language::Refusal;
use sqlx::AnyConnection;

/// Entries taken in one transaction: a short one, for others wait for it on SQLite.
const BATCH: u64 = 65_536;

/// What a sealing did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Entries that were not in the tree before.
    pub taken: u64,
    /// What the tree is now, signed; `None` when the company has no fact.
    pub checkpoint: Option<Checkpoint>,
}

impl Store {
    /// Takes every fact of a company into its tree and signs what it then is. Writers go on meanwhile.
    /// Several may seal at once: each entry is taken once. `new_key` lets a key sign where another did.
    ///
    /// # Errors
    /// Refused `ledger/other-key` when the last checkpoint was signed by another key,
    /// `ledger/tree-broken` when the tree does not contain it.
    pub async fn seal(&self, scope: Scope, key: &Key, new_key: bool) -> Result<Sealed, StoreError> {
        let tenant = scope.tenant().to_string();
        let taken = self.take_facts(&tenant).await?;
        let checkpoint = self.sign(&tenant, key, new_key).await?;
        Ok(Sealed { taken, checkpoint })
    }

    async fn take_facts(&self, tenant: &str) -> Result<u64, StoreError> {
        let mut taken = 0;
        loop {
            let mut reading = self.snapshot().await?;
            let Some(state) = tables::state(&mut reading, tenant).await? else {
                drop(reading);
                let mut writing = self.whole().await?;
                tables::begin(&mut writing, tenant, None).await?;
                writing.commit().await?;
                continue;
            };
            let growth = Growth::read(&mut reading, tenant, state, BATCH).await?;
            drop(reading);
            if growth.is_empty() {
                return Ok(taken);
            }
            let mut writing = self.whole().await?;
            if growth.keep(&mut writing, tenant).await? {
                writing.commit().await?;
                taken += growth.taken();
            }
        }
    }

    async fn sign(&self, tenant: &str, key: &Key, new_key: bool) -> Result<Option<Checkpoint>, StoreError> {
        let mut reading = self.snapshot().await?;
        let Some(state) = tables::state(&mut reading, tenant).await? else { return Ok(None) };
        if state.size == 0 {
            return Ok(None);
        }
        let origin = state.origin();
        if let Some((size, note)) = tables::newest(&mut reading, tenant).await? {
            let last = Checkpoint::read(&note);
            let contained = match &last {
                Some(last) if size <= state.size => {
                    last.size == size && tiles::root(&mut reading, tenant, size).await? == Some(last.root)
                }
                _ => false,
            };
            if !contained {
                return Err(Refusal::new("ledger/tree-broken").with("size", size.cast_signed()).into());
            }
            if last.as_ref().is_some_and(|last| last.signed_by(&key.vkey(&origin))) {
                if size == state.size {
                    return Ok(last);
                }
            } else if !new_key {
                return Err(Refusal::new("ledger/other-key").with("size", size.cast_signed()).into());
            }
        }
        let Some(root) = tiles::root(&mut reading, tenant, state.size).await? else {
            return Err(Refusal::new("ledger/tree-broken").with("size", state.size.cast_signed()).into());
        };
        drop(reading);
        let checkpoint = key.sign(&origin, state.size, root)?;
        let mut writing = self.whole().await?;
        tables::keep_checkpoint(&mut writing, tenant, &checkpoint).await?;
        writing.commit().await?;
        Ok(Some(checkpoint))
    }
}

/// Takes all the facts that this very transaction sees, without a signature: for a restore.
pub(crate) async fn take_all(conn: &mut AnyConnection, tenant: &str) -> Result<(), StoreError> {
    while let Some(state) = tables::state(conn, tenant).await? {
        let growth = Growth::read(conn, tenant, state, BATCH).await?;
        if growth.is_empty() || !growth.keep(conn, tenant).await? {
            break;
        }
    }
    Ok(())
}

/// What a tree becomes with the next entries.
struct Growth {
    from: u64,
    to: State,
    tree: Tree,
    full: Vec<Tile>,
    places: Vec<(i64, u64)>,
}

impl Growth {
    async fn read(
        conn: &mut AnyConnection,
        tenant: &str,
        state: State,
        limit: u64,
    ) -> Result<Self, StoreError> {
        let tree = tables::edge(conn, tenant, state.size).await?;
        let mut leaves = Leaves::of(Entries::after(tenant, state.last), state.salts(), limit, None);
        let mut growth = Self { from: state.size, to: state, tree, full: Vec::new(), places: Vec::new() };
        loop {
            let page = leaves.page(conn).await?.leaves;
            let Some(last) = page.last() else { return Ok(growth) };
            growth.to.last = last.place;
            for leaf in page {
                if leaf.place.1 == ENVELOPE {
                    growth.places.push((leaf.place.0, growth.tree.size()));
                }
                growth.tree.push(leaf.hash, &mut growth.full);
            }
            growth.to.size = growth.tree.size();
        }
    }

    fn is_empty(&self) -> bool {
        self.taken() == 0
    }

    fn taken(&self) -> u64 {
        self.to.size - self.from
    }

    /// Writes it; false, with nothing to keep, when somebody else was faster.
    async fn keep(&self, conn: &mut AnyConnection, tenant: &str) -> Result<bool, StoreError> {
        if !tables::move_on(conn, tenant, self.from, &self.to).await? {
            return Ok(false);
        }
        tables::keep_tiles(conn, tenant, self.full.iter().cloned().chain(self.tree.edge())).await?;
        tables::keep_places(conn, tenant, &self.places).await?;
        Ok(true)
    }
}
