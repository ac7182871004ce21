//! A ledger being changed behind the program's back, in a transaction that is forgotten.

use super::super::*;
use crate::proofs::{Broken, tables, take_all};
use sqlx::{AnyConnection, Row as _, raw_sql};

pub(super) type Place = (i64, i64);

/// What is expected of the first fault.
#[derive(Debug)]
pub(super) enum Expected {
    /// The entry at this index.
    Entry(u64),
    /// A checkpoint of our own that fails, this index being in the range it gives.
    Own(u64),
    /// Only a checkpoint held outside fails.
    Held(Broken, u64),
}

/// A ledger being changed in a transaction that is forgotten.
pub(super) struct Bench<'a> {
    pub(super) conn: &'a mut AnyConnection,
    pub(super) key: &'a Key,
    /// The place of every entry, by index.
    pub(super) places: &'a [Place],
    /// The sizes that were signed.
    pub(super) sizes: &'a [u64],
    pub(super) chance: u64,
}

impl Bench<'_> {
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.chance =
            self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.chance >> 33) as usize % end
    }

    /// The index of some row, of the first facts when `inner`: not of the last, large one.
    pub(super) fn row(&mut self, inner: bool) -> usize {
        let last = self.places[self.places.len() - 1].0;
        loop {
            let index = self.below(self.places.len());
            let (seq, n) = self.places[index];
            if n >= 0 && !(inner && seq == last) {
                return index;
            }
        }
    }

    pub(super) fn envelope(&mut self) -> usize {
        loop {
            let index = self.below(self.places.len());
            if self.places[index].1 < 0 {
                return index;
            }
        }
    }

    pub(super) async fn say(&mut self, text: &'static str, place: Place) {
        let query = sqlx::query(text).bind(place.0).bind(place.1);
        assert!(query.execute(&mut *self.conn).await.unwrap().rows_affected() > 0, "{text}");
    }

    pub(super) async fn content(&mut self, (seq, n): Place) -> (String, String, String) {
        let text = "SELECT kind, object, payload FROM fact_rows WHERE seq = $1 AND n = $2";
        let row = sqlx::query(text).bind(seq).bind(n).fetch_one(&mut *self.conn).await.unwrap();
        (row.get(0), row.get(1), row.get(2))
    }

    pub(super) async fn put(&mut self, (seq, n): Place, (kind, object, payload): (String, String, String)) {
        let text = "UPDATE fact_rows SET kind = $3, object = $4, payload = $5 WHERE seq = $1 AND n = $2";
        let query = sqlx::query(text).bind(seq).bind(n).bind(kind).bind(object).bind(payload);
        assert_eq!(query.execute(&mut *self.conn).await.unwrap().rows_affected(), 1);
    }

    pub(super) async fn remove(&mut self, (seq, n): Place) {
        let text = match n {
            ..0 => "DELETE FROM facts WHERE seq = $1 AND $2 < 0",
            0.. => "DELETE FROM fact_rows WHERE seq = $1 AND n = $2",
        };
        self.say(text, (seq, n)).await;
    }

    /// Makes the tree again from what the ledger now says, as somebody who has the database can.
    pub(super) async fn rebuild(&mut self) {
        raw_sql(
            "DELETE FROM tiles; DELETE FROM leaf_places; UPDATE trees SET size = 0, last_seq = 0, last_n = 0",
        )
        .execute(&mut *self.conn)
        .await
        .unwrap();
        take_all(self.conn, &tenant().to_string()).await.unwrap();
    }

    /// Signs every size again, as somebody who has the key can.
    pub(super) async fn sign_again(&mut self, sizes: &[u64]) {
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
