//! Whatever is changed under a checkpoint is found, at the first bad index, and nothing else is.
//!
//! `ATELIER_SOAK=2000 cargo test --release -p atelier-store proofs` runs each class so many times;
//! without it, three each.

use super::*;
use crate::Reader;
use crate::proofs::{Broken, TreeFault, tables, take_all};
use crate::store::Engine;
use sqlx::{AnyConnection, Row as _, raw_sql};

type Place = (i64, i64);

/// What is expected of the first fault.
#[derive(Debug)]
enum Expected {
    /// The entry at this index.
    Entry(u64),
    /// A checkpoint of our own that fails, this index being in the range it gives.
    Own(u64),
    /// Only a checkpoint held outside fails.
    Held(Broken, u64),
}

type Class = (&'static str, Change);
type Change = for<'a> fn(&'a mut Bench<'_>) -> std::pin::Pin<Box<dyn Future<Output = Expected> + 'a>>;

macro_rules! classes {
    ($($name:ident),+ $(,)?) => {
        const CLASSES: &[Class] = &[$((stringify!($name), |bench| Box::pin($name(bench)))),+];
    };
}
classes![
    payload_flipped,
    envelope_changed,
    row_renamed,
    secret_changed,
    row_deleted,
    envelope_deleted,
    tail_deleted,
    row_inserted,
    row_duplicated,
    two_swapped,
    block_rotated,
    old_state_restored,
    old_state_gone_on,
    rehashed_leaf,
    rebuilt_without_key,
    rebuilt_with_key,
];

/// A ledger being changed in a transaction that is forgotten.
struct Bench<'a> {
    conn: &'a mut AnyConnection,
    key: &'a Key,
    /// The place of every entry, by index.
    places: &'a [Place],
    /// The sizes that were signed.
    sizes: &'a [u64],
    chance: u64,
}

impl Bench<'_> {
    fn below(&mut self, end: usize) -> usize {
        self.chance =
            self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.chance >> 33) as usize % end
    }

    /// The index of some row, of the first facts when `inner`: not of the last, large one.
    fn row(&mut self, inner: bool) -> usize {
        let last = self.places[self.places.len() - 1].0;
        loop {
            let index = self.below(self.places.len());
            let (seq, n) = self.places[index];
            if n >= 0 && !(inner && seq == last) {
                return index;
            }
        }
    }

    fn envelope(&mut self) -> usize {
        loop {
            let index = self.below(self.places.len());
            if self.places[index].1 < 0 {
                return index;
            }
        }
    }

    async fn say(&mut self, text: &'static str, place: Place) {
        let query = sqlx::query(text).bind(place.0).bind(place.1);
        assert!(query.execute(&mut *self.conn).await.unwrap().rows_affected() > 0, "{text}");
    }

    async fn content(&mut self, (seq, n): Place) -> (String, String, String) {
        let text = "SELECT kind, object, payload FROM fact_rows WHERE seq = $1 AND n = $2";
        let row = sqlx::query(text).bind(seq).bind(n).fetch_one(&mut *self.conn).await.unwrap();
        (row.get(0), row.get(1), row.get(2))
    }

    async fn put(&mut self, (seq, n): Place, (kind, object, payload): (String, String, String)) {
        let text = "UPDATE fact_rows SET kind = $3, object = $4, payload = $5 WHERE seq = $1 AND n = $2";
        let query = sqlx::query(text).bind(seq).bind(n).bind(kind).bind(object).bind(payload);
        assert_eq!(query.execute(&mut *self.conn).await.unwrap().rows_affected(), 1);
    }

    async fn remove(&mut self, (seq, n): Place) {
        let text = match n {
            ..0 => "DELETE FROM facts WHERE seq = $1 AND $2 < 0",
            0.. => "DELETE FROM fact_rows WHERE seq = $1 AND n = $2",
        };
        self.say(text, (seq, n)).await;
    }

    /// Makes the tree again from what the ledger now says, as somebody who has the database can.
    async fn rebuild(&mut self) {
        raw_sql(
            "DELETE FROM tiles; DELETE FROM leaf_places; UPDATE trees SET size = 0, last_seq = 0, last_n = 0",
        )
        .execute(&mut *self.conn)
        .await
        .unwrap();
        take_all(self.conn, &tenant().to_string()).await.unwrap();
    }

    /// Signs every size again, as somebody who has the key can.
    async fn sign_again(&mut self, sizes: &[u64]) {
        raw_sql("DELETE FROM checkpoints").execute(&mut *self.conn).await.unwrap();
        let company = tenant().to_string();
        let origin = tables::state(self.conn, &company).await.unwrap().unwrap().origin();
        for size in sizes {
            let root = crate::proofs::root_at(self.conn, &company, *size).await.unwrap().unwrap();
            let signed = self.key.sign(&origin, *size, root).unwrap();
            tables::keep_checkpoint(self.conn, &company, &signed).await.unwrap();
        }
    }
}

async fn payload_flipped(bench: &mut Bench<'_>) -> Expected {
    let index = bench.row(false);
    flip(bench, index).await;
    Expected::Entry(index as u64)
}

/// One bit of an ASCII character of the payload.
async fn flip(bench: &mut Bench<'_>, index: usize) {
    let (kind, object, payload) = bench.content(bench.places[index]).await;
    let mut bytes = payload.into_bytes();
    let at = loop {
        let at = bench.below(bytes.len());
        if bytes[at].is_ascii() {
            break at;
        }
    };
    bytes[at] ^= 1;
    bench.put(bench.places[index], (kind, object, String::from_utf8(bytes).unwrap())).await;
}

async fn envelope_changed(bench: &mut Bench<'_>) -> Expected {
    let texts = [
        "UPDATE facts SET actor = 'Zoé' WHERE seq = $1 AND $2 < 0",
        "UPDATE facts SET source = 'autre' WHERE seq = $1 AND $2 < 0",
        "UPDATE facts SET recorded_us = recorded_us - 1 WHERE seq = $1 AND $2 < 0",
        "UPDATE facts SET purpose = 'pay' WHERE seq = $1 AND $2 < 0",
        "UPDATE facts SET act = 'execution/declare' WHERE seq = $1 AND $2 < 0",
        "UPDATE facts SET row_count = row_count + 1 WHERE seq = $1 AND $2 < 0",
        "UPDATE facts SET corrects = 'x' WHERE seq = $1 AND $2 < 0",
        "UPDATE facts SET id = 'x' WHERE seq = $1 AND $2 < 0",
    ];
    let (index, text) = (bench.envelope(), texts[bench.below(texts.len())]);
    bench.say(text, bench.places[index]).await;
    Expected::Entry(index as u64)
}

async fn row_renamed(bench: &mut Bench<'_>) -> Expected {
    let texts = [
        "UPDATE fact_rows SET kind = 'execution/case' WHERE seq = $1 AND n = $2",
        "UPDATE fact_rows SET object = 'x' WHERE seq = $1 AND n = $2",
        "UPDATE fact_rows SET valid_on = '2020-01-01' WHERE seq = $1 AND n = $2",
    ];
    let (index, text) = (bench.row(false), texts[bench.below(texts.len())]);
    bench.say(text, bench.places[index]).await;
    Expected::Entry(index as u64)
}

async fn secret_changed(bench: &mut Bench<'_>) -> Expected {
    let text = "UPDATE trees SET secret = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='";
    raw_sql(text).execute(&mut *bench.conn).await.unwrap();
    Expected::Entry(0)
}

async fn row_deleted(bench: &mut Bench<'_>) -> Expected {
    let index = bench.row(false);
    bench.remove(bench.places[index]).await;
    Expected::Entry(index as u64)
}

async fn envelope_deleted(bench: &mut Bench<'_>) -> Expected {
    let index = bench.envelope();
    bench.remove(bench.places[index]).await;
    Expected::Entry(index as u64)
}

async fn tail_deleted(bench: &mut Bench<'_>) -> Expected {
    let index = bench.places.len() - 1 - bench.below(300);
    for at in index..bench.places.len() {
        bench.remove(bench.places[at]).await;
    }
    Expected::Entry(index as u64)
}

/// A row after the last of a fact.
async fn append(bench: &mut Bench<'_>, index: usize, text: &'static str) -> Expected {
    let (seq, _) = bench.places[index];
    let after = bench.places.iter().rposition(|place| place.0 == seq).unwrap() + 1;
    bench.say(text, bench.places[index]).await;
    Expected::Entry(after as u64)
}

async fn row_inserted(bench: &mut Bench<'_>) -> Expected {
    let index = bench.row(true);
    let text = "INSERT INTO fact_rows (tenant, seq, n, kind, object, payload) \
        SELECT tenant, seq, 900000, kind, 'x', '{}' FROM fact_rows WHERE seq = $1 AND n = $2";
    append(bench, index, text).await
}

async fn row_duplicated(bench: &mut Bench<'_>) -> Expected {
    let index = bench.row(true);
    let text = "INSERT INTO fact_rows (tenant, seq, n, kind, object, valid_on, payload) \
        SELECT tenant, seq, 900000, kind, object, valid_on, payload FROM fact_rows WHERE seq = $1 AND n = $2";
    append(bench, index, text).await
}

async fn two_swapped(bench: &mut Bench<'_>) -> Expected {
    loop {
        let (a, b) = (bench.row(false), bench.row(false));
        let (first, second) = (bench.content(bench.places[a]).await, bench.content(bench.places[b]).await);
        if first != second {
            bench.put(bench.places[a], second).await;
            bench.put(bench.places[b], first).await;
            return Expected::Entry(a.min(b) as u64);
        }
    }
}

async fn block_rotated(bench: &mut Bench<'_>) -> Expected {
    // The last fact is long enough for a block.
    let end = bench.places.len() - bench.below(50);
    let start = end - 2 - bench.below(20);
    let first = bench.content(bench.places[start]).await;
    for at in start..end - 1 {
        let next = bench.content(bench.places[at + 1]).await;
        bench.put(bench.places[at], next).await;
    }
    bench.put(bench.places[end - 1], first).await;
    Expected::Entry(start as u64)
}

/// The whole database as it was at some earlier checkpoint.
async fn old_state_restored(bench: &mut Bench<'_>) -> Expected {
    let at = bench.below(bench.sizes.len() - 1);
    let size = bench.sizes[at];
    for index in size as usize..bench.places.len() {
        bench.remove(bench.places[index]).await;
    }
    bench.rebuild().await;
    bench.sign_again(&bench.sizes[..=at]).await;
    Expected::Held(Broken::Beyond, size)
}

/// The same, then other facts until the ledger is as long as before.
async fn old_state_gone_on(bench: &mut Bench<'_>) -> Expected {
    let Expected::Held(_, size) = old_state_restored(bench).await else { unreachable!() };
    let text =
        "INSERT INTO fact_rows (tenant, seq, n, kind, object, payload) VALUES ($1, $2, $3, 'k', 'o', '{}')";
    for n in 0..(bench.places.len() as i64 - size as i64) {
        let query = sqlx::query(text).bind(tenant().to_string()).bind(1_000_000_i64).bind(n);
        query.execute(&mut *bench.conn).await.unwrap();
    }
    bench.rebuild().await;
    let mut sizes: Vec<u64> = bench.sizes.iter().copied().filter(|it| *it <= size).collect();
    sizes.push(bench.places.len() as u64);
    bench.sign_again(&sizes).await;
    Expected::Held(Broken::Root, size)
}

/// The row and its leaf, not what stands above.
async fn rehashed_leaf(bench: &mut Bench<'_>) -> Expected {
    let index = bench.row(false);
    flip(bench, index).await;
    let (level, company) = (0, tenant().to_string());
    let before = tables::tile(bench.conn, &company, level, index as u64 / 256).await.unwrap().unwrap();
    let after = crate::proofs::leaf_at(bench.conn, &company, bench.places[index]).await.unwrap();
    let mut hashes = before;
    hashes[index % 256] = after;
    let tile = crate::proofs::Tile { level, place: index as u64 / 256, hashes };
    tables::keep_tiles(bench.conn, &company, [tile]).await.unwrap();
    Expected::Own(index as u64)
}

async fn rebuilt_without_key(bench: &mut Bench<'_>) -> Expected {
    let index = bench.row(false);
    flip(bench, index).await;
    bench.rebuild().await;
    Expected::Own(index as u64)
}

async fn rebuilt_with_key(bench: &mut Bench<'_>) -> Expected {
    let index = bench.row(false);
    flip(bench, index).await;
    bench.rebuild().await;
    bench.sign_again(bench.sizes).await;
    Expected::Held(Broken::Root, index as u64)
}

/// Lets a hand change facts, as whoever owns the database can.
pub(super) async fn unlock(store: &Store) {
    let text = match store.engine() {
        Engine::Sqlite => {
            "DROP TRIGGER facts_not_edited; DROP TRIGGER facts_not_removed; \
             DROP TRIGGER fact_rows_not_edited; DROP TRIGGER fact_rows_not_removed"
        }
        Engine::Postgres => {
            "ALTER TABLE facts DISABLE TRIGGER ALL; ALTER TABLE fact_rows DISABLE TRIGGER ALL"
        }
    };
    run(store, text).await;
}

pub(super) async fn run(store: &Store, text: &'static str) {
    let mut conn = store.whole().await.unwrap();
    raw_sql(text).execute(&mut *conn).await.unwrap();
    conn.commit().await.unwrap();
}

fn judge(class: &str, round: u64, expected: &Expected, faults: &[TreeFault], held_size: u64) {
    let entry = faults.iter().find_map(|fault| match fault {
        TreeFault::Entry { index, .. } => Some(*index),
        _ => None,
    });
    let checkpoint = |side: bool| {
        faults.iter().find_map(|fault| match fault {
            TreeFault::Checkpoint { held, size, holds, how } if *held == side => Some((*size, *holds, *how)),
            _ => None,
        })
    };
    let right = match expected {
        Expected::Entry(index) => entry == Some(*index),
        Expected::Own(index) => {
            entry.is_none()
                && checkpoint(false)
                    .is_some_and(|(size, holds, how)| how == Broken::Root && (holds..size).contains(index))
        }
        Expected::Held(broken, index) => {
            entry.is_none()
                && checkpoint(false).is_none()
                && checkpoint(true)
                    .is_some_and(|(size, holds, how)| how == *broken && size == held_size && holds <= *index)
        }
    };
    assert!(right, "{class}, round {round}: {expected:?}, found {faults:?}");
}

on_each_engine!(every_change_is_found_at_its_index, async |store: Store| {
    let key = key();
    let mut sizes = Vec::new();
    for _ in 0..3 {
        crowd(&store, 12, 90).await;
        sealed(&store, &key).await;
    }
    crowd(&store, 4, 400).await;
    let held = sealed(&store, &key).await;
    unlock(&store).await;
    let mut conn = store.whole().await.unwrap();
    let mut places: Vec<Place> = Vec::new();
    for text in ["SELECT seq, CAST(-1 AS BIGINT) FROM facts", "SELECT seq, n FROM fact_rows"] {
        let rows = sqlx::query(text).fetch_all(&mut *conn).await.unwrap();
        places.extend(rows.iter().map(|row| (row.get::<i64, _>(0), row.get::<i64, _>(1))));
    }
    places.sort_unstable();
    for row in sqlx::query("SELECT size FROM checkpoints ORDER BY size").fetch_all(&mut *conn).await.unwrap()
    {
        sizes.push(row.get::<i64, _>(0) as u64);
    }
    drop(conn);
    assert_eq!(sizes.last(), Some(&(places.len() as u64)));
    let rounds = std::env::var("ATELIER_SOAK").ok().and_then(|text| text.parse().ok()).unwrap_or(3);
    let held = [held];
    for (class, change) in CLASSES {
        for round in 0..rounds {
            let mut conn = store.whole().await.unwrap();
            let chance = round * 7919 + class.len() as u64;
            let (places, sizes) = (places.as_slice(), sizes.as_slice());
            let mut bench = Bench { conn: &mut conn, key: &key, places, sizes, chance };
            let expected = change(&mut bench).await;
            let mut reader = Reader::new(conn, scope());
            let verdict = reader.check_tree(Some(&key), &[], &held).await.unwrap();
            judge(class, round, &expected, &verdict.faults, places.len() as u64);
        }
    }
    assert!(checked(&store, &key, &held).await.holds());
    println!("{} classes, {rounds} changes each, every one found", CLASSES.len());
});

on_each_engine!(a_damaged_tile_is_not_taken_for_a_changed_fact, async |store: Store| {
    let key = key();
    crowd(&store, 4, 900).await;
    sealed(&store, &key).await;
    let company = tenant().to_string();
    for (level, place, at) in [(0, 0, 3), (0, 3, 7), (1, 0, 2)] {
        let mut conn = store.whole().await.unwrap();
        let mut hashes = tables::tile(&mut conn, &company, level, place).await.unwrap().unwrap();
        hashes[at][5] ^= 1;
        let tile = crate::proofs::Tile { level, place, hashes };
        tables::keep_tiles(&mut conn, &company, [tile]).await.unwrap();
        let found = Reader::new(conn, scope()).check_tree(Some(&key), &[], &[]).await.unwrap();
        let index = (place * 256 + at as u64) << (8 * level);
        assert_eq!(found.faults, [TreeFault::Tile { level, index }]);
    }
});

// Ledgers of many shapes, sealed at many moments: nothing is found where nothing was changed.
on_each_engine!(nothing_is_found_in_a_clean_ledger, async |store: Store| {
    let key = key();
    let mut held = Vec::new();
    for size in [1, 1, 2, 250, 1, 3, 255, 256, 257, 1] {
        crowd(&store, 1, size).await;
        held.push(sealed(&store, &key).await);
        let verdict = checked(&store, &key, &held).await;
        assert!(verdict.holds(), "{verdict:?}");
    }
});
