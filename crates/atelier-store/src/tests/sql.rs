//! Every statement is a constant, prepares on both engines, and finds large tables by a key.

use super::fixture::*;
use crate::{Engine, Store, bulk::Bulk, table};
use sqlx::{AssertSqlSafe, Executor as _, Row as _, SqlSafeStr as _};
use std::path::Path;

/// Whether a step of a plan walks a whole table, or all that a company has in it.
fn reads_it_all(step: &str, text: &str) -> bool {
    // Few rows: one per company, one per version, those of a page.
    let small =
        ["companies", "ledgers", "trees", "checkpoints_out", "kinds", "schema_versions", "CONSTANT", "page"];
    // What empties, counts or undoes has to see everything; it is never asked by a page.
    let whole = [
        "INSERT INTO credentials",
        "DELETE",
        "SELECT COUNT",
        "SELECT COALESCE",
        "SELECT DISTINCT scope FROM plans",
    ];
    // Some thousands of rows at most: counted up to there.
    if text.ends_with("LIMIT 1 OFFSET $2") {
        return false;
    }
    match step.strip_prefix("SCAN ") {
        Some(scan) => {
            !scan.ends_with("VALUES CLAUSE") && !small.contains(&scan.split(' ').next().unwrap_or(""))
        }
        None if ["ledgers", "trees", "companies", "checkpoints_out"]
            .iter()
            .any(|few| step.starts_with(&["SEARCH ", few, " "].concat())) =>
        {
            false
        }
        None => step.ends_with("(tenant=?)") && !whole.iter().any(|start| text.starts_with(start)),
    }
}

fn all(engine: Engine) -> Vec<String> {
    let mut all: Vec<String> = crate::statements().into_iter().map(str::to_owned).collect();
    for table in table::ALL {
        all.extend(Bulk::replacing(table).texts(engine));
    }
    all
}

on_each_engine!(every_statement_prepares, async |store: Store| {
    let mut conn = store.whole().await.unwrap();
    for text in all(store.engine()) {
        let prepared = conn.prepare(AssertSqlSafe(text.clone()).into_sql_str()).await;
        assert!(prepared.is_ok(), "{text}: {:?}", prepared.err());
    }
});

#[tokio::test]
async fn no_large_table_is_read_from_end_to_end() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&crate::Target::Sqlite(folder.path().to_owned())).await.unwrap();
    let mut conn = store.whole().await.unwrap();
    for text in all(Engine::Sqlite) {
        let explained = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {text}"));
        for row in sqlx::query(explained).fetch_all(&mut *conn).await.unwrap() {
            let step: String = row.try_get(3).unwrap();
            assert!(!reads_it_all(&step, &text), "{step}\n{text}");
        }
    }
}

#[test]
fn every_statement_of_the_source_is_listed() {
    let listed: Vec<String> = all(Engine::Postgres).iter().map(|text| squeezed(text)).collect();
    let mut seen = 0;
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut |path, source| {
        for (at, _) in source.match_indices('"') {
            let text = source[at + 1..].split('"').next().unwrap_or("");
            let written =
                ["SELECT ", "INSERT ", "UPDATE ", "DELETE "].iter().any(|verb| text.starts_with(verb));
            if written && !path.ends_with("table.rs") {
                seen += 1;
                let text = squeezed(&text.replace("\\\n", " "));
                let known = listed.iter().any(|one| one.starts_with(&text)) || text.ends_with("VALUES");
                assert!(known, "{}: not listed: {text}", path.display());
            }
        }
    });
    assert!(seen > 40, "{seen}");
}

#[test]
fn only_placeholders_are_put_together() {
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut |path, source| {
        let put_together = source.contains("AssertSqlSafe") || source.contains("QueryBuilder");
        assert!(!put_together || path.ends_with("bulk.rs"), "{}", path.display());
    });
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sources(folder: &Path, visit: &mut impl FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("tests") {
            sources(&path, visit);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            visit(&path, &std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// Without statistics, SQLite must see by itself which index a list is to be read from.
#[tokio::test]
async fn a_list_is_read_from_the_index_meant_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&crate::Target::Sqlite(folder.path().to_owned())).await.unwrap();
    let mut conn = store.whole().await.unwrap();
    for (index, ways) in crate::queries::indexes_of_lists() {
        for text in ways {
            let explained = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {text}"));
            let steps = sqlx::query(explained).fetch_all(&mut *conn).await.unwrap();
            let first: String = steps[0].try_get(3).unwrap();
            assert!(first.contains(&[" ", index, " "].concat()), "not {index}: {first}\n{text}");
            // A key put together is sorted, and then what is sorted is few; any other is read in its order.
            let sorts = text.contains("ORDER BY (");
            for step in &steps {
                let step: String = step.try_get(3).unwrap();
                assert!(sorts || !step.contains("TEMP B-TREE"), "{step}\n{text}");
            }
        }
    }
}
