//! The tree as it is kept: how far it goes, its tiles, where facts stand in it, its checkpoints.

use super::entry::{ENVELOPE, Place, Salts};
use super::note::{Checkpoint, random};
use super::tree::{Hash, Tile, Tree, WIDTH};
use crate::bulk::Bulk;
use crate::cell::Cell;
use crate::error::{Incident, StoreError};
use crate::table::Column;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sqlx::{AnyConnection, Row as _};

const BEGIN: &str = "INSERT INTO trees (tenant, secret, size, last_seq, last_n) VALUES ($1, $2, 0, 0, 0) \
    ON CONFLICT (tenant) DO NOTHING";
const STATE: &str = "SELECT secret, size, last_seq, last_n FROM trees WHERE tenant = $1";
const MOVE_ON: &str =
    "UPDATE trees SET size = $2, last_seq = $3, last_n = $4 WHERE tenant = $1 AND size = $5";
pub(crate) const TILE: &str = "SELECT hashes FROM tiles WHERE tenant = $1 AND level = $2 AND place = $3";
pub(crate) const TILES: &str = "SELECT place, hashes FROM tiles \
    WHERE tenant = $1 AND level = $2 AND place > $3 ORDER BY place LIMIT $4";
const KEEP_TILE: &str = "INSERT INTO tiles (tenant, level, place, hashes) VALUES ($1, $2, $3, $4) \
    ON CONFLICT (tenant, level, place) DO UPDATE SET hashes = excluded.hashes";
const KEEP_PLACES: &str = "INSERT INTO leaf_places (tenant, seq, first_leaf) VALUES ";
const LEAF_OF: &str = "SELECT first_leaf FROM leaf_places WHERE tenant = $1 AND seq = $2";
const FACT_AT: &str = "SELECT seq, first_leaf FROM leaf_places WHERE tenant = $1 AND first_leaf <= $2 \
    ORDER BY first_leaf DESC LIMIT 1";
const NEWEST: &str = "SELECT size, note FROM checkpoints WHERE tenant = $1 AND size <= $2 \
    ORDER BY size DESC LIMIT 1";
pub(crate) const CHECKPOINTS: &str = "SELECT size, note FROM checkpoints \
    WHERE tenant = $1 AND size > $2 ORDER BY size LIMIT $3";
const KEEP_CHECKPOINT: &str = "INSERT INTO checkpoints (tenant, size, note) VALUES ($1, $2, $3) \
    ON CONFLICT (tenant, size) DO UPDATE SET note = excluded.note";

/// How far the facts of a company were taken into its tree.
#[derive(Clone)]
pub(crate) struct State {
    pub(crate) secret: Hash,
    pub(crate) size: u64,
    pub(crate) last: Place,
}

impl State {
    pub(crate) fn salts(&self) -> Salts {
        Salts::of(&self.secret)
    }

    /// The name of the tree.
    pub(crate) fn origin(&self) -> String {
        let number = self.salts().origin();
        number.iter().fold("atelier.ledger/".to_owned(), |name, byte| name + &format!("{byte:02x}"))
    }
}

/// How far; `None` when nothing was ever sealed.
pub(crate) async fn state(conn: &mut AnyConnection, tenant: &str) -> Result<Option<State>, StoreError> {
    let Some(row) = sqlx::query(STATE).bind(tenant.to_owned()).fetch_optional(conn).await? else {
        return Ok(None);
    };
    let secret: String = row.try_get(0)?;
    let size: i64 = row.try_get(1)?;
    let wrong = |why| Incident::unreadable("trees", tenant, why);
    Ok(Some(State {
        secret: decode(&secret).and_then(|it| it.try_into().ok()).ok_or_else(|| wrong("secret"))?,
        size: size.try_into().map_err(|_| wrong("size"))?,
        last: (row.try_get(2)?, row.try_get(3)?),
    }))
}

/// Begins a tree, unless there is one, with this secret or a new one.
pub(crate) async fn begin(
    conn: &mut AnyConnection,
    tenant: &str,
    secret: Option<Hash>,
) -> Result<(), StoreError> {
    let secret = secret.map_or_else(random, Ok)?;
    sqlx::query(BEGIN).bind(tenant.to_owned()).bind(BASE64_STANDARD.encode(secret)).execute(conn).await?;
    Ok(())
}

/// Moves the state on; false when it was no longer at `from`.
pub(crate) async fn move_on(
    conn: &mut AnyConnection,
    tenant: &str,
    from: u64,
    to: &State,
) -> Result<bool, StoreError> {
    let query = sqlx::query(MOVE_ON).bind(tenant.to_owned()).bind(to.size as i64);
    let moved = query.bind(to.last.0).bind(to.last.1).bind(from as i64).execute(conn).await?;
    Ok(moved.rows_affected() == 1)
}

/// The tree at its right edge, to be grown.
pub(crate) async fn edge(conn: &mut AnyConnection, tenant: &str, size: u64) -> Result<Tree, StoreError> {
    let mut edge = Vec::new();
    for level in 0.. {
        let here = size >> (8 * level);
        if here == 0 {
            break;
        }
        let width = (here % WIDTH as u64) as usize;
        let mut hashes = Vec::new();
        if width > 0 {
            hashes = tile(conn, tenant, level, here / WIDTH as u64).await?.unwrap_or_default();
        }
        edge.push(hashes);
    }
    Tree::with_edge(size, edge).ok_or_else(|| Incident::unreadable("tiles", tenant, "the edge is not whole"))
}

/// The hashes of a tile; `None` when it is not there or does not read.
pub(crate) async fn tile(
    conn: &mut AnyConnection,
    tenant: &str,
    level: usize,
    place: u64,
) -> Result<Option<Vec<Hash>>, StoreError> {
    let query = sqlx::query(TILE).bind(tenant.to_owned()).bind(level as i64).bind(place as i64);
    let Some(row) = query.fetch_optional(conn).await? else { return Ok(None) };
    Ok(hashes(&row.try_get::<String, _>(0)?))
}

/// The tiles of a level after a place, in order, at most `limit`; one that does not read is empty.
pub(crate) async fn tiles(
    conn: &mut AnyConnection,
    tenant: &str,
    (level, after): (usize, i64),
    limit: i64,
) -> Result<Vec<(i64, Vec<Hash>)>, StoreError> {
    let query = sqlx::query(TILES).bind(tenant.to_owned()).bind(level as i64).bind(after).bind(limit);
    let rows = query.fetch_all(conn).await?;
    rows.iter()
        .map(|row| Ok((row.try_get(0)?, hashes(&row.try_get::<String, _>(1)?).unwrap_or_default())))
        .collect()
}

pub(crate) async fn keep_tiles(
    conn: &mut AnyConnection,
    tenant: &str,
    tiles: impl IntoIterator<Item = Tile>,
) -> Result<(), StoreError> {
    for tile in tiles {
        let query = sqlx::query(KEEP_TILE).bind(tenant.to_owned()).bind(tile.level as i64);
        let text = BASE64_STANDARD.encode(tile.hashes.as_flattened());
        query.bind(tile.place as i64).bind(text).execute(&mut *conn).await?;
    }
    Ok(())
}

/// Where the envelopes of facts stand: number of the fact, index.
pub(crate) async fn keep_places(
    conn: &mut AnyConnection,
    tenant: &str,
    places: &[(i64, u64)],
) -> Result<(), StoreError> {
    let mut bulk = Bulk::adding(KEEP_PLACES, &[Column::Text, Column::Int, Column::Int]);
    for (seq, leaf) in places {
        let row = [Cell::Text(tenant.to_owned()), Cell::Int(*seq), Cell::Int(*leaf as i64)];
        bulk.push(conn, None, row).await?;
    }
    bulk.flush(conn).await
}

/// The index of the entry at a place; `None` when its fact was not taken yet.
pub(crate) async fn leaf_of(
    conn: &mut AnyConnection,
    tenant: &str,
    (seq, n): Place,
) -> Result<Option<u64>, StoreError> {
    let row = sqlx::query(LEAF_OF).bind(tenant.to_owned()).bind(seq).fetch_optional(conn).await?;
    let first: Option<i64> = row.map(|row| row.try_get(0)).transpose()?;
    Ok(first.and_then(|first| u64::try_from(first + n - ENVELOPE).ok()))
}

/// The place that was sealed at an index.
pub(crate) async fn place_of(
    conn: &mut AnyConnection,
    tenant: &str,
    index: u64,
) -> Result<Option<Place>, StoreError> {
    let row = sqlx::query(FACT_AT).bind(tenant.to_owned()).bind(index as i64).fetch_optional(conn).await?;
    let Some(row) = row else { return Ok(None) };
    let (seq, first): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
    Ok(Some((seq, index as i64 - first + ENVELOPE)))
}

/// The newest checkpoint kept; its size is that of the row, so that a note that does not read is seen.
pub(crate) async fn newest(
    conn: &mut AnyConnection,
    tenant: &str,
) -> Result<Option<(u64, String)>, StoreError> {
    let row = sqlx::query(NEWEST).bind(tenant.to_owned()).bind(i64::MAX).fetch_optional(conn).await?;
    row.map(|row| Ok((row.try_get::<i64, _>(0)?.cast_unsigned(), row.try_get(1)?))).transpose()
}

/// The checkpoints above a size, smallest first, at most `limit`.
pub(crate) async fn checkpoints(
    conn: &mut AnyConnection,
    tenant: &str,
    above: u64,
    limit: i64,
) -> Result<Vec<(u64, String)>, StoreError> {
    let query = sqlx::query(CHECKPOINTS).bind(tenant.to_owned()).bind(above as i64).bind(limit);
    let rows = query.fetch_all(conn).await?;
    rows.iter().map(|row| Ok((row.try_get::<i64, _>(0)?.cast_unsigned(), row.try_get(1)?))).collect()
}

pub(crate) async fn keep_checkpoint(
    conn: &mut AnyConnection,
    tenant: &str,
    checkpoint: &Checkpoint,
) -> Result<(), StoreError> {
    let query = sqlx::query(KEEP_CHECKPOINT).bind(tenant.to_owned()).bind(checkpoint.size as i64);
    query.bind(checkpoint.note.clone()).execute(conn).await?;
    Ok(())
}

fn hashes(text: &str) -> Option<Vec<Hash>> {
    let bytes = decode(text)?;
    let (hashes, rest) = bytes.as_chunks::<32>();
    rest.is_empty().then(|| hashes.to_vec())
}

fn decode(text: &str) -> Option<Vec<u8>> {
    BASE64_STANDARD.decode(text).ok()
}

/// The statements of this file, for the test that prepares them all.
pub(crate) const STATEMENTS: &[&str] =
    &[BEGIN, STATE, MOVE_ON, TILE, TILES, KEEP_TILE, LEAF_OF, FACT_AT, NEWEST, CHECKPOINTS, KEEP_CHECKPOINT];
