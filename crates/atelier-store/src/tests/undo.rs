//! An undone batch leaves what the other facts say.

use super::fixture::*;
use crate::{Content, Store, StoreError};
use atelier_domain::ledger::FactId;
use uuid::Uuid;

async fn undo(store: &Store, batch: FactId) -> Result<i64, Vec<&'static str>> {
    let id = FactId(Uuid::now_v7());
    store.undo(scope(), batch, id, "léa", now()).await.map_err(|error| match error {
        StoreError::Refused(refusals) => codes(&refusals),
        StoreError::Incident(incident) => panic!("{incident}"),
    })
}

on_each_engine!(an_undone_import_gives_back_the_state_before_it, async |store: Store| {
    say(&store, "execution/import", &market()).await;
    let before = store.digests().await.unwrap();
    let mut changed = case("C1");
    changed.stage = "Closing".to_owned();
    let second = [Content::Case(changed), Content::Case(case("C9")), Content::Account(account("A9"))];
    let batch = say(&store, "execution/import", &second).await;
    assert_ne!(store.digests().await.unwrap().content, before.content);

    assert_eq!(undo(&store, batch).await, Ok(3));
    let after = store.digests().await.unwrap();
    assert_eq!(after.content, before.content);
    assert_ne!(after.ledger, before.ledger, "nothing is forgotten");
    let mut reader = store.read(scope()).await.unwrap();
    assert!(verified(&store).await.holds());
    let batches = reader.batches().await.unwrap();
    assert_eq!(batches.iter().map(|it| (it.rows, it.undone)).collect::<Vec<_>>(), [(11, false), (3, true)]);
});

on_each_engine!(undoing_the_older_of_two_imports_keeps_what_the_newer_said, async |store: Store| {
    let batch = say(&store, "execution/import", &[Content::Account(account("A1"))]).await;
    let mut renamed = account("A1");
    renamed.name = "Nouveau nom".to_owned();
    say(&store, "execution/import", &[Content::Account(renamed.clone())]).await;
    undo(&store, batch).await.unwrap();
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.accounts().await.unwrap(), [renamed]);
    assert!(verified(&store).await.holds());
});

on_each_engine!(a_batch_that_others_lean_on_stays, async |store: Store| {
    busy(&store).await;
    let batch = store.read(scope()).await.unwrap().batches().await.unwrap()[0].id;
    let before = store.digests().await.unwrap();
    assert_eq!(undo(&store, batch).await, Err(vec!["ledger/batch-in-use"]));
    assert_eq!(store.digests().await.unwrap(), before, "nothing was written");
});

on_each_engine!(accounts_stay_while_cases_of_another_import_name_them, async |store: Store| {
    let accounts = say(&store, "execution/import", &[Content::Account(account("A1"))]).await;
    let cases = say(&store, "execution/import", &[Content::Case(case("C1"))]).await;
    let passages =
        say(&store, "execution/import", &[Content::Passage(passage("C1", "appel", "2026-11-10"))]).await;
    assert_eq!(undo(&store, accounts).await, Err(vec!["ledger/batch-in-use"]));
    assert_eq!(undo(&store, cases).await, Err(vec!["ledger/batch-in-use"]));
    for batch in [passages, cases, accounts] {
        undo(&store, batch).await.unwrap();
    }
    let mut reader = store.read(scope()).await.unwrap();
    assert!(reader.accounts().await.unwrap().is_empty());
    assert!(verified(&store).await.holds());
});

on_each_engine!(what_cannot_be_undone_says_why, async |store: Store| {
    let batch = say(&store, "execution/import", &market()).await;
    let plan = say(&store, "planning/publish", &[plan(1)]).await;
    let founded = say(&store, "execution/found", &[company()]).await;
    undo(&store, batch).await.unwrap();
    assert_eq!(undo(&store, batch).await, Err(vec!["ledger/already-undone"]));
    assert_eq!(undo(&store, FactId(Uuid::nil())).await, Err(vec!["ledger/unknown-batch"]));
    assert_eq!(undo(&store, plan).await, Err(vec!["ledger/not-a-batch"]));
    assert_eq!(undo(&store, founded).await, Err(vec!["ledger/not-a-batch"]), "the company is no import");
});
