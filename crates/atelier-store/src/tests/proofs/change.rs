//! Whatever is changed under a checkpoint is found, at the first bad index, and nothing else is.
//!
//! `ATELIER_SOAK=2000 cargo test --release -p atelier-store proofs` runs each class so many times;
//! without it, three each.

mod bench;
mod classes;

use super::*;
use crate::Reader;
use crate::proofs::{Broken, TreeFault, tables};
use crate::store::Engine;
use bench::{Bench, Expected, Place};
use sqlx::{Row as _, raw_sql};

type Class = (&'static str, Change);
type Change = for<'a> fn(&'a mut Bench<'_>) -> std::pin::Pin<Box<dyn Future<Output = Expected> + 'a>>;

macro_rules! classes {
    ($($name:ident),+ $(,)?) => {
        const CLASSES: &[Class] = &[$((stringify!($name), |bench| Box::pin(classes::$name(bench)))),+];
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
        crowd(&store, 6, 70).await;
        sealed(&store, &key).await;
    }
    // Small, so that a case is cheap; more than one tile of the tree, so that it is one.
    crowd(&store, 2, 150).await;
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
            let mut reader = Reader::new(conn.conn, scope());
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
        let found = Reader::new(conn.conn, scope()).check_tree(Some(&key), &[], &[]).await.unwrap();
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
