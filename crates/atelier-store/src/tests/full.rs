//! No room left: refused, nothing half, and the next write goes through once there is room.

use super::fixture::*;
use crate::{Content, Store, StoreError, Target};
use sqlx::raw_sql;

/// Many accounts in one fact, so that the pages it needs are not there.
fn crowd(name: &str) -> Vec<Content> {
    (0..2_000).map(|number| Content::Account(account(&format!("{name}{number}")))).collect()
}

#[tokio::test]
async fn a_full_sqlite_refuses_whole_and_writes_again_with_room() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Target::Sqlite(folder.path().to_owned())).await.unwrap();
    say(&store, "market/found", &[company()]).await;
    let before = store.digests().await.unwrap();
    raw_sql("PRAGMA max_page_count = 1").execute(store.writing()).await.unwrap();
    let mut tx = store.begin(scope()).await.unwrap();
    let refused = tx.append(&fact("market/import", &crowd("a"))).await.map(|_| ());
    let Err(StoreError::Refused(refusals)) = refused else { panic!("{refused:?}") };
    assert_eq!(codes(&refusals), ["ledger/disk-full"]);
    drop(tx);
    assert_eq!(store.digests().await.unwrap(), before);
    raw_sql("PRAGMA max_page_count = 1000000").execute(store.writing()).await.unwrap();
    say(&store, "market/import", &crowd("b")).await;
    assert_ne!(store.digests().await.unwrap(), before);
}

/// What a full disk does when a transaction is committed: the engine ends it, and the driver still
/// believes to be in it.
#[tokio::test]
async fn a_sqlite_transaction_ended_behind_the_driver_stops_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Target::Sqlite(folder.path().to_owned())).await.unwrap();
    let mut lost = store.writing().begin().await.unwrap();
    raw_sql("ROLLBACK").execute(&mut *lost).await.unwrap();
    assert!(lost.commit().await.is_err());
    say(&store, "market/found", &[company()]).await;
}
