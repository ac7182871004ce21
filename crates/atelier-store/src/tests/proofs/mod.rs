//! Facts stand in a tree that others can hold: it is theirs to check, ours to keep.

mod change;
mod hand;
mod keep;
mod seal;
mod vectors;
mod witness;

use super::fixture::*;
use crate::proofs::{Key, TreeVerdict};
use crate::{Content, Store};

/// A key for one test.
fn key() -> Key {
    Key::new().unwrap()
}

/// Many facts of a few rows, then one of many: several tiles.
async fn crowd(store: &Store, facts: usize, rows: usize) {
    for fact in 0..facts {
        let accounts: Vec<Content> = (0..fact % 4).map(|n| numbered(fact, n)).collect();
        say(store, "execution/import", &accounts).await;
    }
    let accounts: Vec<Content> = (0..rows).map(|n| numbered(facts, n)).collect();
    say(store, "execution/import", &accounts).await;
}

fn numbered(fact: usize, n: usize) -> Content {
    Content::Account(account(&format!("{fact}-{n}")))
}

async fn checked(store: &Store, key: &Key, held: &[String]) -> TreeVerdict {
    store.read(scope()).await.unwrap().check_tree(Some(key), &[], held).await.unwrap()
}

async fn sealed(store: &Store, key: &Key) -> String {
    store.seal(scope(), key, false).await.unwrap().checkpoint.unwrap().note
}
