//! Whatever is said, in whatever order: what is shown is what the facts give, rebuilt or restored.

use super::fixture::*;
use crate::{Content, Store, StoreError, Target};
use atelier_domain::ledger::FactId;
use uuid::Uuid;

on_each_engine!(any_history_verifies_rebuilds_and_restores, async |store: Store| {
    let mut dice = Dice(7);
    let mut said = Vec::new();
    for _ in 0..60 {
        step(&store, &mut dice, &mut said).await;
    }
    let before = store.digests().await.unwrap();
    let verdict = verified(&store).await;
    assert!(verdict.holds() && verdict.rows > 20, "{verdict:?}");

    store.rebuild(scope(), |_, _| {}).await.unwrap();
    assert_eq!(store.digests().await.unwrap(), before);

    let folder = tempfile::tempdir().unwrap();
    store.backup(&folder.path().join("copy")).await.unwrap();
    let fresh = Store::open(&Target::Sqlite(folder.path().join("neuf"))).await.unwrap();
    fresh.restore(&folder.path().join("copy")).await.unwrap();
    assert_eq!(fresh.digests().await.unwrap(), before);
});

/// One more fact: an import, a plan, a declaration, or the undoing of an earlier one.
async fn step(store: &Store, dice: &mut Dice, said: &mut Vec<FactId>) {
    let number = said.len() as i64;
    let contents = match dice.below(6) {
        0..=2 => (0..=dice.below(5)).map(|_| thing(dice)).collect(),
        3 => {
            let planned = |dice: &mut Dice| Content::Order(some_order(dice, number));
            let mut contents = vec![plan(number + 1)];
            contents.extend((0..dice.below(6)).map(|_| planned(dice)));
            contents
        }
        4 => vec![Content::Declared(some_order(dice, number))],
        _ => return undo(store, dice, said).await,
    };
    said.push(say(store, "execution/import", &contents).await);
}

fn thing(dice: &mut Dice) -> Content {
    let key = dice.below(6).to_string();
    match dice.below(4) {
        0 => Content::Account(crate::tests::fixture::account(&key)),
        1 => Content::Passage(passage(&key, "appel", "2026-11-10")),
        2 => Content::Person(person(&key)),
        _ => {
            let mut changed = case(&key);
            changed.stage = dice.below(4).to_string();
            Content::Case(changed)
        }
    }
}

fn some_order(dice: &mut Dice, version: i64) -> crate::StoredOrder {
    let state = ["suggested", "firm", "released", "done"][dice.below(4) as usize];
    let mut order = order(&dice.below(8).to_string(), version, state, "2027-01-05T09:00");
    order.people.truncate(dice.below(3) as usize);
    order
}

async fn undo(store: &Store, dice: &mut Dice, said: &[FactId]) {
    let Some(batch) = said.get(dice.below(said.len().max(1) as u64) as usize) else { return };
    match store.undo(scope(), *batch, FactId(Uuid::now_v7()), "léa", now()).await {
        Ok(_) | Err(StoreError::Refused(_)) => {}
        Err(StoreError::Incident(incident)) => panic!("{incident}"),
    }
}

/// Draws that are the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}
