//! After a commit that the disk did not take, nothing is acknowledged before the database was looked at.

use super::fixture::*;
use crate::doubt::PAUSE;
use crate::{Store, StoreError, Target};
use sqlx::raw_sql;

async fn refused(store: &Store) -> Vec<&'static str> {
    match store.begin(scope()).await {
        Err(StoreError::Refused(refusals)) => codes(&refusals),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_sound_database_is_written_again_once_it_was_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Target::Sqlite(folder.path().to_owned())).await.unwrap();
    busy(&store).await;
    let before = store.digests().await.unwrap();
    store.doubt.raise();
    let again = store.clone();
    again.begin(scope()).await.unwrap().rollback().await.unwrap();
    assert_eq!(store.digests().await.unwrap(), before);
    say(&store, "execution/import", &market()).await;
    assert!(verified(&store).await.holds());
}

#[tokio::test]
async fn one_that_is_not_sound_is_read_and_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Target::Sqlite(folder.path().to_owned())).await.unwrap();
    busy(&store).await;
    raw_sql("UPDATE ledgers SET last_seq = last_seq + 1").execute(store.writing()).await.unwrap();
    store.doubt.raise();
    for _ in 0..3 {
        assert_eq!(refused(&store).await, ["ledger/disk-in-doubt"]);
        assert!(store.whole().await.is_err());
        assert!(store.digests().await.is_ok(), "reading goes on");
    }
    raw_sql("UPDATE ledgers SET last_seq = last_seq - 1").execute(store.writing()).await.unwrap();
    tokio::time::sleep(PAUSE).await;
    say(&store, "execution/import", &market()).await;
}
