//! Old databases move forward, newer ones are left alone.

use super::fixture::*;
use crate::schema::{MIGRATIONS, Migration, migrate};
use crate::{Engine, Store, StoreError, Target};

const NEXT: Migration = Migration { both: "CREATE TABLE more (id BIGINT)", sqlite: "", postgres: "" };
const BROKEN: Migration =
    Migration { both: "CREATE TABLE half (id BIGINT); nonsense", sqlite: "", postgres: "" };

fn steps(last: Migration) -> Vec<Migration> {
    let same = |it: &Migration| Migration { both: it.both, sqlite: it.sqlite, postgres: it.postgres };
    MIGRATIONS.iter().map(same).chain([last]).collect()
}

on_each_engine!(a_database_of_a_newer_program_is_refused, async |store: Store| {
    let pool = store.writing();
    migrate(pool, store.engine(), None, &steps(NEXT)).await.unwrap();
    let refused = migrate(pool, store.engine(), None, MIGRATIONS).await;
    let Err(StoreError::Refused(refusals)) = refused else { panic!("{refused:?}") };
    assert_eq!(codes(&refusals), ["ledger/schema-newer"]);
});

on_each_engine!(a_step_that_fails_leaves_the_database_as_it_was, async |store: Store| {
    busy(&store).await;
    let before = store.digests().await.unwrap();
    assert!(migrate(store.writing(), store.engine(), None, &steps(BROKEN)).await.is_err());
    migrate(store.writing(), store.engine(), None, MIGRATIONS).await.unwrap();
    assert_eq!(store.digests().await.unwrap(), before);
});

#[tokio::test]
async fn a_sqlite_database_is_copied_before_it_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Target::Sqlite(folder.path().to_owned())).await.unwrap();
    busy(&store).await;
    let before = store.digests().await.unwrap();
    migrate(store.writing(), Engine::Sqlite, Some(folder.path()), &steps(NEXT)).await.unwrap();
    assert_eq!(store.digests().await.unwrap(), before);
    store.close().await;

    let name = format!("before-schema-{}.db", MIGRATIONS.len() + 1);
    let copy = folder.path().join(name);
    let old = folder.path().join("old");
    std::fs::create_dir(&old).unwrap();
    std::fs::copy(copy, old.join("atelier.db")).unwrap();
    let old = Store::open(&Target::Sqlite(old)).await.unwrap();
    assert_eq!(old.digests().await.unwrap(), before);
}

#[tokio::test]
async fn a_database_is_found_again_whatever_its_folder_is_called() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("données 100% #1?é");
    let store = Store::open(&Target::Sqlite(home.clone())).await.unwrap();
    busy(&store).await;
    let before = store.digests().await.unwrap();
    store.close().await;
    assert!(home.join("atelier.db").is_file());
    let again = Store::open(&Target::Sqlite(home)).await.unwrap();
    assert_eq!(again.digests().await.unwrap(), before);
}

#[tokio::test]
async fn an_address_where_nobody_answers_is_refused_at_once() {
    for url in ["postgres://atelier@127.0.0.1:1/atelier", "postgres://", "nonsense"] {
        let refused = Store::open(&Target::Postgres(url.to_owned())).await;
        let Err(StoreError::Refused(refusals)) = refused else { panic!("{refused:?}") };
        assert_eq!(codes(&refusals), ["ledger/no-such-database"]);
    }
}

#[tokio::test]
async fn a_commit_on_sqlite_waits_for_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Target::Sqlite(folder.path().to_owned())).await.unwrap();
    let mut conn = store.whole().await.unwrap();
    for (pragma, wanted) in [("PRAGMA synchronous", "2"), ("PRAGMA journal_mode", "wal")] {
        use sqlx::Row as _;
        let row = sqlx::query(pragma).fetch_one(&mut *conn).await.unwrap();
        let found = row.try_get::<String, _>(0).or_else(|_| row.try_get::<i64, _>(0).map(|n| n.to_string()));
        assert_eq!(found.unwrap(), wanted);
    }
}
