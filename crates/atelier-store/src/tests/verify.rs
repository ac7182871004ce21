//! What is shown is what was said, or the row that is not is named.

use super::fixture::*;
use crate::Store;
use crate::verify::{Difference, How};

async fn tamper(store: &Store, text: &'static str) -> u64 {
    let mut conn = store.whole().await.unwrap();
    let done = sqlx::query(text).execute(&mut *conn).await.unwrap();
    conn.commit().await.unwrap();
    done.rows_affected()
}

on_each_engine!(a_changed_byte_is_named, async |store: Store| {
    busy(&store).await;
    assert!(verified(&store).await.holds());
    let account = account("A1").id.to_string();
    for (text, table, how) in [
        ("UPDATE accounts SET name = 'Societé A1' WHERE source_key = 'A1'", "accounts", How::Column("name")),
        (
            "UPDATE cases SET value_cents = value_cents + 1 WHERE source_key = 'C1'",
            "cases",
            How::Column("value_cents"),
        ),
        ("UPDATE products SET price_cents = NULL", "products", How::Column("price_cents")),
        ("UPDATE orders SET payload = '{}' WHERE state = 'done'", "orders", How::Column("payload")),
        (
            "DELETE FROM order_people WHERE person = 'Bo' AND starts_at < '2027-01-06'",
            "order_people",
            How::Missing,
        ),
        ("DELETE FROM passages WHERE step = 'appel'", "passages", How::Missing),
        ("UPDATE people SET id = 'zz' WHERE source_key = 'Ana'", "people", How::Missing),
        ("UPDATE cases SET seq = 2 WHERE source_key = 'C2'", "cases", How::Column("seq")),
    ] {
        assert_eq!(tamper(&store, text).await, 1, "{text}");
        let verdict = verified(&store).await;
        let Difference { table: named, id, how: found } = verdict.first[0].clone();
        assert_eq!((named, found), (table, how), "{text}");
        assert!(table != "accounts" || id == account);
        assert_eq!(verdict.different, if table == "people" { 2 } else { 1 }, "{text}");
        store.rebuild(scope(), |_, _| {}).await.unwrap();
    }
});

/// SQLite only: PostgreSQL keeps the storage type of a column.
#[tokio::test]
async fn a_cell_of_another_storage_type_is_named_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&crate::Target::Sqlite(folder.path().to_owned())).await.unwrap();
    busy(&store).await;
    for (text, table, column) in [
        ("UPDATE cases SET value_cents = 'x' WHERE source_key = 'C1'", "cases", "value_cents"),
        ("UPDATE cases SET value_cents = x'00' WHERE source_key = 'C1'", "cases", "value_cents"),
        ("UPDATE products SET price_cents = 1.5", "products", "price_cents"),
        ("UPDATE accounts SET name = CAST(name AS BLOB) WHERE source_key = 'A1'", "accounts", "name"),
        ("UPDATE cases SET seq = 'x' WHERE source_key = 'C2'", "cases", "seq"),
    ] {
        assert_eq!(tamper(&store, text).await, 1, "{text}");
        let verdict = verified(&store).await;
        let Difference { table: named, how, .. } = verdict.first[0].clone();
        assert_eq!((named, how, verdict.different), (table, How::Column(column), 1), "{text}");
        store.rebuild(scope(), |_, _| {}).await.unwrap();
    }
}

on_each_engine!(a_row_that_no_fact_gives_is_extra, async |store: Store| {
    busy(&store).await;
    let copy = "INSERT INTO cases (tenant, id, source_key, stage, standing, seq) \
            SELECT tenant, 'zz', source_key, stage, standing, seq FROM cases WHERE source_key = 'C1'";
    assert_eq!(tamper(&store, copy).await, 1);
    let verdict = verified(&store).await;
    assert_eq!(verdict.first, [Difference { table: "cases", id: "zz".to_owned(), how: How::Extra }]);
});

on_each_engine!(a_rebuild_gives_the_same_tables, async |store: Store| {
    busy(&store).await;
    let before = store.digests().await.unwrap();
    tamper(&store, "DELETE FROM orders").await;
    assert_ne!(store.digests().await.unwrap().content, before.content);
    let mut heard = Vec::new();
    store.rebuild(scope(), |done, total| heard.push((done, total))).await.unwrap();
    assert_eq!(store.digests().await.unwrap(), before);
    assert_eq!(heard, [(18, 18)]);
    assert!(verified(&store).await.holds());
});

on_each_engine!(a_lost_fact_is_noticed, async |store: Store| {
    busy(&store).await;
    tamper(&store, "UPDATE ledgers SET last_seq = last_seq + 1").await;
    let verdict = verified(&store).await;
    assert_eq!(verdict.first[0].table, "facts");
});
