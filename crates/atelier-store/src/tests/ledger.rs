//! Facts are numbered without a gap, kept for ever, and shown together with what they change.

use super::fixture::*;
use crate::{Content, Store, StoreError};
use atelier_domain::ledger::FactId;
use uuid::Uuid;

on_each_engine!(a_fact_not_committed_leaves_nothing, async |store: Store| {
    let mut tx = store.begin(scope()).await.unwrap();
    assert_eq!(tx.append(&fact("execution/import", &market())).await.unwrap(), 1);
    drop(tx);
    let mut tx = store.begin(scope()).await.unwrap();
    assert_eq!(tx.company().await.unwrap(), None);
    assert_eq!(tx.append(&fact("execution/import", &market())).await.unwrap(), 1, "no gap");
    tx.commit().await.unwrap();
    assert_eq!(store.read(scope()).await.unwrap().count_facts().await.unwrap().rows, 11);
});

on_each_engine!(writers_of_one_company_come_one_after_the_other, async |store: Store| {
    let writer = async |key: u32| {
        let mut tx = store.begin(scope()).await.unwrap();
        let before = tx.count_facts().await.unwrap().facts;
        let seq = tx.append(&fact("t/t", &[Content::Case(case(&key.to_string()))])).await.unwrap();
        assert_eq!(seq, before + 1, "nobody came between");
        tx.commit().await.unwrap();
    };
    tokio::join!(writer(1), writer(2), writer(3), writer(4), writer(5), writer(6));
    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.open_cases().await.unwrap().len(), 6);
    assert!(verified(&store).await.holds());
});

on_each_engine!(facts_are_never_edited_nor_removed, async |store: Store| {
    busy(&store).await;
    for text in [
        "UPDATE facts SET actor = 'x' WHERE seq = 1",
        "DELETE FROM facts WHERE seq = 1",
        "UPDATE fact_rows SET payload = 'x' WHERE seq = 1",
        "DELETE FROM fact_rows WHERE seq = 1",
    ] {
        let mut conn = store.whole().await.unwrap();
        let error = sqlx::query(text).execute(&mut *conn).await.unwrap_err().to_string();
        assert!(error.contains("facts are never"), "{text}: {error}");
    }
});

on_each_engine!(one_company_sees_nothing_of_another, async |store: Store| {
    busy(&store).await;
    let other = atelier_domain::language::TenantId::of("loire");
    let mut tx = store.begin(crate::Scope::of_company(other)).await.unwrap();
    assert_eq!(tx.append(&fact_in(other, "t/t", &[company()])).await.unwrap(), 1);
    assert!(tx.accounts().await.unwrap().is_empty());
    assert_eq!(tx.case(case("C1").id).await.unwrap(), None);
    tx.commit().await.unwrap();
    assert_eq!(store.tenants().await.unwrap().len(), 2);
    assert_eq!(store.companies().await.unwrap().len(), 2);
});

on_each_engine!(an_object_tells_every_fact_that_spoke_of_it, async |store: Store| {
    busy(&store).await;
    let id = order("second", 1, "done", "2027-01-05T11:15").id;
    let said = store.read(scope()).await.unwrap().facts_about("execution/order", id).await.unwrap();
    assert_eq!(said.len(), 1);
    assert_eq!((said[0].act.as_str(), said[0].fact.seq), ("execution/declare", 4));
    assert_eq!(said[0].fact.recorded, now());
});

on_each_engine!(a_row_that_nobody_reads_is_an_incident_and_not_a_default, async |store: Store| {
    let mut bad = fact("t/t", &[Content::Case(case("C1"))]);
    bad.rows[0].payload = "{\"id\":1}".to_owned();
    let mut tx = store.begin(scope()).await.unwrap();
    assert!(matches!(tx.append(&bad).await, Err(StoreError::Incident(_))));
});

on_each_engine!(a_handler_may_hold_a_transaction_across_threads, async |store: Store| {
    fn sent<T: Send>(_: &T) {}
    let fact = fact("t/t", &market());
    let writing = async {
        let mut tx = store.begin(scope()).await?;
        tx.append(&fact).await?;
        tx.open_cases().await?;
        tx.each_case(|_| {}).await?;
        tx.commit().await
    };
    sent(&writing);
    writing.await.unwrap();
    sent(&store.undo(scope(), FactId(Uuid::nil()), FactId(Uuid::nil()), "x", now()));
    sent(&store.rebuild(scope(), |_, _| {}));
    sent(&store.backup(std::path::Path::new("x")));
    sent(&store.restore(std::path::Path::new("x")));
});
