//! Roots and proofs from the tiles that are kept, by `tlog_tiles`.

use super::tables;
use super::tree::Hash;
use crate::error::StoreError;
use sqlx::AnyConnection;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use tlog_tiles::tile::Tile;
use tlog_tiles::tlog::{Error, Hash as Theirs, HashReader, prove_record, prove_tree, tree_hash};

/// Levels of the tree in a tile: 2^8 hashes.
const HEIGHT: u8 = 8;

/// The root of the first `size` entries; `None` when tiles are missing or too short.
pub(crate) async fn root(
    conn: &mut AnyConnection,
    tenant: &str,
    size: u64,
) -> Result<Option<Hash>, StoreError> {
    let root = ask(conn, tenant, |tiles| tree_hash(size, tiles)).await?;
    Ok(root.map(|root| root.0))
}

/// The hashes that lead from the entry at `index` to the root of the first `size`.
pub(crate) async fn inclusion(
    conn: &mut AnyConnection,
    tenant: &str,
    size: u64,
    index: u64,
) -> Result<Option<Vec<Hash>>, StoreError> {
    Ok(ask(conn, tenant, |tiles| prove_record(size, index, tiles)).await?.map(ours))
}

/// The hashes that show that the first `new` entries begin with the first `old`, `old` at least 1.
pub(crate) async fn consistency(
    conn: &mut AnyConnection,
    tenant: &str,
    old: u64,
    new: u64,
) -> Result<Option<Vec<Hash>>, StoreError> {
    Ok(ask(conn, tenant, |tiles| prove_tree(new, old, tiles)).await?.map(ours))
}

fn ours(hashes: Vec<Theirs>) -> Vec<Hash> {
    hashes.into_iter().map(|hash| hash.0).collect()
}

/// Asks; fetches the tiles that lacked; asks again.
async fn ask<T>(
    conn: &mut AnyConnection,
    tenant: &str,
    question: impl Fn(&Tiles) -> Result<T, Error>,
) -> Result<Option<T>, StoreError> {
    let mut tiles = Tiles::default();
    loop {
        if let Ok(answer) = question(&tiles) {
            return Ok(Some(answer));
        }
        let wanted = tiles.lacking.take();
        if wanted.is_empty() {
            return Ok(None);
        }
        for (level, place) in wanted {
            let found = tables::tile(conn, tenant, usize::from(level), place).await?;
            let Some(hashes) = found else { return Ok(None) };
            tiles.known.insert((level, place), hashes);
        }
    }
}

/// Tiles in memory; those asked for in vain.
#[derive(Default)]
struct Tiles {
    known: HashMap<(u8, u64), Vec<Hash>>,
    lacking: RefCell<BTreeSet<(u8, u64)>>,
}

impl HashReader for Tiles {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<Theirs>, Error> {
        let read = |index: &u64| {
            let tile = Tile::from_index(HEIGHT, *index);
            let Some(hashes) = self.known.get(&(tile.level(), tile.level_index())) else {
                self.lacking.borrow_mut().insert((tile.level(), tile.level_index()));
                return Err(Error::InvalidTile);
            };
            tile.hash_at_index(hashes.as_flattened(), *index)
        };
        let read: Vec<_> = indexes.iter().map(read).collect();
        read.into_iter().collect()
    }
}
