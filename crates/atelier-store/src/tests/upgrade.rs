//! Old databases move forward, newer ones are left alone.

use super::fixture::*;
use crate::schema::{MIGRATIONS, Migration, migrate};
use crate::{Engine, Store, StoreError, Target};
use sqlx::{Any, Pool};

const NEXT: Migration = Migration::of("CREATE TABLE more (id BIGINT)");
const BROKEN: Migration = Migration::of("CREATE TABLE half (id BIGINT); nonsense");

fn steps(last: Migration) -> Vec<Migration> {
    MIGRATIONS.iter().copied().chain([last]).collect()
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

/// A database as the program of another schema left it, still open.
async fn recorded(target: &Target, schema: usize, rows: &'static str) -> Pool<Any> {
    sqlx::any::install_default_drivers();
    let (engine, url) = match target {
        Target::Sqlite(home) => {
            (Engine::Sqlite, format!("sqlite://{}?mode=rwc", home.join("atelier.db").display()))
        }
        Target::Postgres(url) => (Engine::Postgres, url.clone()),
    };
    let pool = sqlx::any::AnyPoolOptions::new().max_connections(1).connect(&url).await.unwrap();
    migrate(&pool, engine, None, &MIGRATIONS[..schema]).await.unwrap();
    sqlx::raw_sql(rows).execute(&pool).await.unwrap();
    pool
}

/// It says what it said then, verifies, and its lists know the names whatever rule they were folded by.
#[tokio::test]
async fn a_database_of_schema_12_opens_and_says_what_it_said() {
    let rows = include_str!("recorded/schema-12.sql");
    let folder = tempfile::tempdir().unwrap();
    let mut targets = vec![Target::Sqlite(folder.path().to_owned())];
    targets.extend(postgres().await);
    for target in targets {
        recorded(&target, 12, rows).await.close().await;
        let store = Store::open(&target).await.unwrap();
        let digests = store.digests().await.unwrap();
        for said in [digests.content, digests.ledger] {
            assert!(rows.contains(&said.to_string()), "{target:?}: {said}");
        }
        let verdict = verified(&store).await;
        assert!(verdict.holds(), "{verdict:?}");
        let vkeys = rows.lines().find_map(|line| line.strip_prefix("-- key ")).map(str::to_owned);
        let vkeys = vkeys.as_slice();
        let tree = store.read(scope()).await.unwrap().check_tree(None, vkeys, &[]).await.unwrap();
        assert!(tree.holds(), "{tree:?}");
        for (text, sector, found) in [("oeuvre de l'il", "", 1), ("stras", "négoce", 1), ("", "négoce", 6)]
        {
            let list = crate::AccountList {
                text: text.to_owned(),
                sector: sector.to_owned(),
                limit: 10,
                ..crate::AccountList::default()
            };
            let shown = store.read(scope()).await.unwrap().list_accounts(&list).await.unwrap();
            assert_eq!(shown.rows.len(), found, "{text}");
        }
        // What is shown is not only found again: it can be made again and written on.
        store.rebuild(scope(), |_, _| ()).await.unwrap();
        assert_eq!(store.digests().await.unwrap(), digests);
        say(&store, "execution/import", &market()).await;
        assert!(verified(&store).await.holds());
    }
}

/// The files as they are in the midst of each step are what a kill leaves: the step did not happen, the next start takes it.
#[tokio::test]
async fn a_kill_in_the_midst_of_a_step_leaves_the_database_of_before() {
    let rows = include_str!("recorded/schema-12.sql");
    let mut written = 0;
    for (at, step) in MIGRATIONS.iter().enumerate().skip(12) {
        let folder = tempfile::tempdir().unwrap();
        let [alive, killed] = ["alive", "killed"].map(|name| folder.path().join(name));
        for home in [&alive, &killed] {
            std::fs::create_dir(home).unwrap();
        }
        let pool = recorded(&Target::Sqlite(alive.clone()), 12, rows).await;
        migrate(&pool, Engine::Sqlite, None, &MIGRATIONS[..at]).await.unwrap();
        let mut conn = pool.acquire().await.unwrap();
        // With hardly a cache, pages are in the log before they are committed.
        for text in
            ["PRAGMA journal_mode = WAL", "PRAGMA cache_size = 1", "BEGIN IMMEDIATE", step.both, step.sqlite]
        {
            sqlx::raw_sql(text).execute(&mut *conn).await.unwrap();
        }
        for name in ["atelier.db", "atelier.db-wal"] {
            written += std::fs::copy(alive.join(name), killed.join(name)).unwrap()
                * u64::from(name.ends_with("wal"));
        }
        sqlx::raw_sql("ROLLBACK").execute(&mut *conn).await.unwrap();
        drop(conn);
        pool.close().await;
        let store = Store::open(&Target::Sqlite(killed)).await.unwrap();
        let digests = store.digests().await.unwrap();
        for said in [digests.content, digests.ledger] {
            assert!(rows.contains(&said.to_string()), "step {}: {said}", at + 1);
        }
        assert!(verified(&store).await.holds(), "step {}", at + 1);
    }
    assert!(written > 0, "nothing had reached the disk");
}

on_each_engine!(names_folded_by_an_older_rule_are_folded_again, async |store: Store| {
    busy(&store).await;
    say(&store, "execution/keep-contact", &[crate::Content::Contact(contact("K1", "Chloé Bœuf"))]).await;
    let (now, mut conn) = (store.digests().await.unwrap(), store.whole().await.unwrap());
    for older in ["UPDATE contacts SET sorted = 'chloe bœuf'", "UPDATE accounts SET name_key = ''"] {
        sqlx::query(older).execute(&mut *conn).await.unwrap();
    }
    conn.commit().await.unwrap();
    assert!(!verified(&store).await.holds());
    let again = Migration { folds: true, ..NEXT };
    migrate(store.writing(), store.engine(), None, &steps(again)).await.unwrap();
    assert!(verified(&store).await.holds());
    assert_eq!(store.digests().await.unwrap(), now);
});
