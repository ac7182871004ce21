//! The classes of changes.

use super::super::*;
use super::bench::{Bench, Expected};
use crate::proofs::{Broken, tables};
use sqlx::raw_sql;

pub(super) async fn payload_flipped(bench: &mut Bench<'_>) -> Expected {
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

pub(super) async fn envelope_changed(bench: &mut Bench<'_>) -> Expected {
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

pub(super) async fn row_renamed(bench: &mut Bench<'_>) -> Expected {
    let texts = [
        "UPDATE fact_rows SET kind = 'execution/case' WHERE seq = $1 AND n = $2",
        "UPDATE fact_rows SET object = 'x' WHERE seq = $1 AND n = $2",
        "UPDATE fact_rows SET valid_on = '2020-01-01' WHERE seq = $1 AND n = $2",
    ];
    let (index, text) = (bench.row(false), texts[bench.below(texts.len())]);
    bench.say(text, bench.places[index]).await;
    Expected::Entry(index as u64)
}

pub(super) async fn secret_changed(bench: &mut Bench<'_>) -> Expected {
    let text = "UPDATE trees SET secret = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='";
    raw_sql(text).execute(&mut *bench.conn).await.unwrap();
    Expected::Entry(0)
}

pub(super) async fn row_deleted(bench: &mut Bench<'_>) -> Expected {
    let index = bench.row(false);
    bench.remove(bench.places[index]).await;
    Expected::Entry(index as u64)
}

pub(super) async fn envelope_deleted(bench: &mut Bench<'_>) -> Expected {
    let index = bench.envelope();
    bench.remove(bench.places[index]).await;
    Expected::Entry(index as u64)
}

pub(super) async fn tail_deleted(bench: &mut Bench<'_>) -> Expected {
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

pub(super) async fn row_inserted(bench: &mut Bench<'_>) -> Expected {
    let index = bench.row(true);
    let text = "INSERT INTO fact_rows (tenant, seq, n, kind, object, payload) \
        SELECT tenant, seq, 900000, kind, 'x', '{}' FROM fact_rows WHERE seq = $1 AND n = $2";
    append(bench, index, text).await
}

pub(super) async fn row_duplicated(bench: &mut Bench<'_>) -> Expected {
    let index = bench.row(true);
    let text = "INSERT INTO fact_rows (tenant, seq, n, kind, object, valid_on, payload) \
        SELECT tenant, seq, 900000, kind, object, valid_on, payload FROM fact_rows WHERE seq = $1 AND n = $2";
    append(bench, index, text).await
}

pub(super) async fn two_swapped(bench: &mut Bench<'_>) -> Expected {
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

pub(super) async fn block_rotated(bench: &mut Bench<'_>) -> Expected {
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
pub(super) async fn old_state_restored(bench: &mut Bench<'_>) -> Expected {
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
pub(super) async fn old_state_gone_on(bench: &mut Bench<'_>) -> Expected {
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
pub(super) async fn rehashed_leaf(bench: &mut Bench<'_>) -> Expected {
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

pub(super) async fn rebuilt_without_key(bench: &mut Bench<'_>) -> Expected {
    let index = bench.row(false);
    flip(bench, index).await;
    bench.rebuild().await;
    Expected::Own(index as u64)
}

pub(super) async fn rebuilt_with_key(bench: &mut Bench<'_>) -> Expected {
    let index = bench.row(false);
    flip(bench, index).await;
    bench.rebuild().await;
    bench.sign_again(bench.sizes).await;
    Expected::Held(Broken::Root, index as u64)
}
