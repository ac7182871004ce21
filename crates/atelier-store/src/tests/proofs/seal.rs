//! Sealing takes each entry once, whoever seals, and what it keeps proves.

use super::*;
use crate::proofs::{Checkpoint, Subject, TreeFault, check_consistency};
use crate::{Scope, StoreError};
use sqlx::Row as _;

on_each_engine!(what_is_sealed_is_what_was_said, async |store: Store| {
    let key = key();
    assert_eq!(store.seal(scope(), &key, false).await.unwrap().checkpoint, None);
    crowd(&store, 30, 700).await;
    let first = store.seal(scope(), &key, false).await.unwrap();
    // 31 envelopes, 43 rows in small facts, 700 in the last.
    assert_eq!(first.taken, 31 + 43 + 700);
    let again = store.seal(scope(), &key, false).await.unwrap();
    assert_eq!((again.taken, &again.checkpoint), (0, &first.checkpoint));
    busy(&store).await;
    let verdict = checked(&store, &key, &[]).await;
    assert!(verdict.holds(), "{verdict:?}");
    assert_eq!((verdict.sealed, verdict.unsealed), (774, 23));
    sealed(&store, &key).await;
    let verdict = checked(&store, &key, &[first.checkpoint.unwrap().note]).await;
    assert!(verdict.holds(), "{verdict:?}");
    assert_eq!((verdict.sealed, verdict.unsealed), (797, 0));
});

on_each_engine!(facts_without_a_tree_are_noticed, async |store: Store| {
    assert!(checked(&store, &key(), &[]).await.holds());
    busy(&store).await;
    assert_eq!(checked(&store, &key(), &[]).await.faults, [TreeFault::NeverSealed]);
});

on_each_engine!(several_sealers_take_each_entry_once, async |store: Store| {
    let key = key();
    crowd(&store, 12, 300).await;
    let (a, b, c) = tokio::join!(
        store.seal(scope(), &key, false),
        store.seal(scope(), &key, false),
        store.seal(scope(), &key, false)
    );
    let all = [a.unwrap(), b.unwrap(), c.unwrap()];
    assert_eq!(all.iter().map(|sealed| sealed.taken).sum::<u64>(), 13 + 18 + 300);
    assert!(all.iter().all(|sealed| sealed.checkpoint == all[0].checkpoint));
    assert!(checked(&store, &key, &[]).await.holds());
});

on_each_engine!(a_fact_is_proved_to_grow_from_every_older_checkpoint, async |store: Store| {
    let key = key();
    let mut held = Vec::new();
    for fact in 0..9 {
        say(&store, "execution/import", &[numbered(fact, 0), numbered(fact, 1)]).await;
        held.push(sealed(&store, &key).await);
    }
    for note in &held {
        let old = Checkpoint::read(note).unwrap();
        let grown = store.read(scope()).await.unwrap().grown_since(&old).await.unwrap();
        let newest = &grown.newest;
        assert_eq!(newest.size, 27);
        assert!(check_consistency(&grown.proof, (old.size, &old.root), (newest.size, &newest.root)));
    }
    assert!(checked(&store, &key, &held).await.holds());
});

on_each_engine!(companies_have_trees_of_their_own, async |store: Store| {
    let key = key();
    busy(&store).await;
    let other = Scope::of_company(atelier_domain::language::TenantId::of("loire"));
    let mut tx = store.begin(other).await.unwrap();
    tx.append(&fact_in(other.tenant(), "t/t", &[company()])).await.unwrap();
    tx.commit().await.unwrap();
    let ours = store.seal(scope(), &key, false).await.unwrap().checkpoint.unwrap();
    let theirs = store.seal(other, &key, false).await.unwrap().checkpoint.unwrap();
    assert_ne!(ours.origin, theirs.origin);
    assert_eq!(theirs.size, 2);
    let refused = store.read(scope()).await.unwrap().grown_since(&theirs).await;
    let Err(StoreError::Refused(refusals)) = refused else { panic!("{refused:?}") };
    assert_eq!(codes(&refusals), ["ledger/checkpoint-of-another"]);
});

on_each_engine!(another_key_does_not_sign_in_silence, async |store: Store| {
    let (first, second) = (key(), key());
    busy(&store).await;
    sealed(&store, &first).await;
    say(&store, "execution/import", &[numbered(0, 0)]).await;
    let refused = store.seal(scope(), &second, false).await;
    let Err(StoreError::Refused(refusals)) = refused else { panic!("{refused:?}") };
    assert_eq!(codes(&refusals), ["ledger/other-key"]);
    assert!(!checked(&store, &second, &[]).await.holds());
    store.seal(scope(), &second, true).await.unwrap();
    assert!(checked(&store, &second, &[]).await.holds());
    assert!(!checked(&store, &first, &[]).await.holds());
});

// Each step of a sealing is one transaction; what was begun and not committed leaves nothing.
on_each_engine!(a_sealer_that_dies_leaves_a_tree_that_goes_on, async |store: Store| {
    let key = key();
    for round in 0..6 {
        crowd(&store, 3, 290).await;
        let mut conn = store.whole().await.unwrap();
        let tenant = scope().tenant().to_string();
        // 0: the row alone; 1: state moved; 2: tiles too; 3: whole batch kept, nothing signed.
        crate::proofs::tables::begin(&mut conn, &tenant, None).await.unwrap();
        match round {
            0 => {}
            1 => drop(sqlx::query("UPDATE trees SET size = size + 5").execute(&mut *conn).await.unwrap()),
            2 => drop(sqlx::query("DELETE FROM tiles").execute(&mut *conn).await.unwrap()),
            _ => crate::proofs::take_all(&mut conn, &tenant).await.unwrap(),
        }
        if round == 4 {
            conn.commit().await.unwrap();
        } else {
            drop(conn);
        }
        let verdict = checked(&store, &key, &[]).await;
        assert!(round == 0 || verdict.holds(), "round {round}: {verdict:?}");
        sealed(&store, &key).await;
        let verdict = checked(&store, &key, &[]).await;
        assert!(verdict.holds() && verdict.unsealed == 0, "round {round}: {verdict:?}");
    }
});

on_each_engine!(a_proof_file_shows_an_object_and_a_fact, async |store: Store| {
    let key = key();
    busy(&store).await;
    sealed(&store, &key).await;
    let account = account("A1").id.0;
    let mut reader = store.read(scope()).await.unwrap();
    let one = reader.proof_file(&[Subject::Id(account)]).await.unwrap();
    assert_eq!(one.entries, 2);
    assert!(one.text.contains(&format!("about object {account}\n")) && one.text.ends_with("end 2\n"));
    let fact = reader.proof_file(&[Subject::Fact(1)]).await.unwrap();
    assert_eq!(fact.entries, 12);
    let by_id = reader.batches().await.unwrap()[0].id;
    assert_eq!(reader.proof_file(&[Subject::Id(by_id.0)]).await.unwrap().text, fact.text);
    for nobody in [Subject::Fact(99), Subject::Fact(0), Subject::Id(uuid::Uuid::nil())] {
        let refused = reader.proof_file(&[nobody]).await;
        let Err(StoreError::Refused(refusals)) = refused else { panic!("{refused:?}") };
        assert_eq!(codes(&refusals), ["ledger/no-such-subject"]);
    }
});

/// A made ledger in a database of the first schema.
#[tokio::test]
async fn a_database_written_before_there_were_trees_gets_one() {
    let folder = tempfile::tempdir().unwrap();
    let target = crate::Target::Sqlite(folder.path().to_owned());
    let store = crate::Store::open(&target).await.unwrap();
    crowd(&store, 20, 300).await;
    busy(&store).await;
    let before = store.digests().await.unwrap();
    store.close().await;

    // Its facts, and nothing else, in a database as the first program made it.
    let old = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}?mode=rwc", old.path().join("atelier.db").display());
    let pool = sqlx::any::AnyPoolOptions::new().max_connections(1).connect(&url).await.unwrap();
    crate::schema::migrate(&pool, crate::Engine::Sqlite, None, &crate::schema::MIGRATIONS[..1])
        .await
        .unwrap();
    let file = folder.path().join("atelier.db");
    let attach = "ATTACH DATABASE $1 AS made";
    sqlx::query(attach).bind(file.display().to_string()).execute(&pool).await.unwrap();
    for table in ["ledgers", "facts", "fact_rows"] {
        let copy = sqlx::AssertSqlSafe(["INSERT INTO ", table, " SELECT * FROM made.", table].concat());
        sqlx::query(copy).execute(&pool).await.unwrap();
    }
    pool.close().await;
    let (folder, target) = (&old, crate::Target::Sqlite(old.path().to_owned()));

    let store = crate::Store::open(&target).await.unwrap();
    assert!(folder.path().join("before-schema-2.db").is_file());
    store.rebuild(scope(), |_, _| {}).await.unwrap();
    assert_eq!(store.digests().await.unwrap(), before);
    let key = key();
    sealed(&store, &key).await;
    let verdict = checked(&store, &key, &[]).await;
    assert!(verdict.holds() && verdict.unsealed == 0, "{verdict:?}");
    let rows = sqlx::query("SELECT COUNT(*) FROM leaf_places").fetch_one(store.writing()).await.unwrap();
    assert_eq!(rows.get::<i64, _>(0), 26);
}
