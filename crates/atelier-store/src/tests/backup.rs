//! A backup brings the same content back on either engine, or is refused.

use super::fixture::*;
use crate::{Store, StoreError, Target};
use atelier_domain::ledger::FactId;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use uuid::Uuid;

async fn empty(folder: &Path, name: &str) -> Store {
    Store::open(&Target::Sqlite(folder.join(name))).await.unwrap()
}

async fn refused(store: &Store, file: &Path) -> Vec<&'static str> {
    match store.restore(file).await {
        Err(StoreError::Refused(refusals)) => codes(&refusals),
        other => panic!("{other:?}"),
    }
}

on_each_engine!(a_restore_gives_the_same_digests_on_either_engine, async |store: Store| {
    busy(&store).await;
    let batch = say(&store, "execution/import", &[crate::Content::Account(account("A7"))]).await;
    store.undo(scope(), batch, FactId(Uuid::now_v7()), "léa", now()).await.unwrap();
    let other = atelier_domain::language::TenantId::of("loire");
    let mut tx = store.begin(crate::Scope::of_company(other)).await.unwrap();
    tx.append(&fact_in(other, "t/t", &[company()])).await.unwrap();
    tx.commit().await.unwrap();

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sauvegarde à garder.atelier");
    let report = store.backup(&file).await.unwrap();
    assert_eq!((report.facts, report.rows), (8, 20));
    let mut targets = vec![Target::Sqlite(folder.path().join("neuf"))];
    targets.extend(postgres().await);
    for target in targets {
        let fresh = Store::open(&target).await.unwrap();
        let restored = fresh.restore(&file).await.unwrap();
        assert_eq!((restored.facts, restored.rows), (8, 20));
        assert_eq!(fresh.digests().await.unwrap(), report.digests);
        assert!(verified(&fresh).await.holds());
        assert_eq!(refused(&fresh, &file).await, ["ledger/not-empty"]);
    }
});

on_each_engine!(a_backup_taken_while_others_write_is_of_one_moment, async |store: Store| {
    busy(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let enough = Arc::new(AtomicBool::new(false));
    let writing = {
        let (store, enough) = (store.clone(), Arc::clone(&enough));
        tokio::spawn(async move {
            for turn in 0.. {
                if enough.load(Ordering::Relaxed) {
                    return;
                }
                let key = format!("W{}", turn % 20);
                say(&store, "execution/import", &[crate::Content::Account(account(&key))]).await;
            }
        })
    };
    // Each is of a later moment than the one before: somebody wrote between them, and while they were read.
    let mut last = 0;
    for _ in 0..3 {
        let file = folder.path().join("pendant");
        let report = loop {
            let report = store.backup(&file).await.unwrap();
            if report.facts > last {
                break report;
            }
        };
        last = report.facts;
        let fresh = empty(folder.path(), &format!("neuf-{}", Uuid::now_v7())).await;
        fresh.restore(&file).await.unwrap();
        assert_eq!(fresh.digests().await.unwrap(), report.digests);
        assert!(verified(&fresh).await.holds());
    }
    enough.store(true, Ordering::Relaxed);
    writing.await.unwrap();
});

on_each_engine!(the_same_input_gives_the_same_digest_on_both_engines, async |store: Store| {
    busy(&store).await;
    // Written down once, the same for both engines: a change means that old digests no longer compare.
    let content = store.digests().await.unwrap().content.to_string();
    assert_eq!(content, "1b2e0b8595e2e6ba52828c89aaa39dcc2c7348aae9e76c06db9dd0837428c8b8");
});

on_each_engine!(a_truncated_or_altered_backup_is_refused_and_leaves_nothing, async |store: Store| {
    busy(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy");
    store.backup(&file).await.unwrap();
    let whole = fs::read(&file).unwrap();
    let fresh = empty(folder.path(), "neuf").await;
    for cut in [0, 1, 10, whole.len() / 2, whole.len() - 9, whole.len() - 1] {
        fs::write(&file, &whole[..cut]).unwrap();
        assert_eq!(refused(&fresh, &file).await, ["ledger/backup-damaged"], "cut at {cut}");
    }
    // Some bits of the last packed byte say nothing; a checksum and a length follow it.
    let last = whole.len() - 9;
    for at in (10..last).step_by(97).chain(last + 1..whole.len()) {
        let mut altered = whole.clone();
        altered[at] ^= 4;
        fs::write(&file, &altered).unwrap();
        // What is altered may be the version that it says.
        let codes = refused(&fresh, &file).await;
        assert!(codes == ["ledger/backup-damaged"] || codes == ["ledger/backup-newer"], "{at}: {codes:?}");
    }
    assert!(fresh.tenants().await.unwrap().is_empty());
});

/// What a backup says, line by line.
fn unzipped(file: &Path) -> String {
    let mut text = String::new();
    flate2::read::GzDecoder::new(fs::File::open(file).unwrap()).read_to_string(&mut text).unwrap();
    text
}

/// A backup that says this.
fn zip(file: &Path, text: &str) {
    let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    zip.write_all(text.as_bytes()).unwrap();
    fs::write(file, zip.finish().unwrap()).unwrap();
}

on_each_engine!(a_backup_that_says_a_line_twice_is_refused, async |store: Store| {
    busy(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy");
    store.backup(&file).await.unwrap();
    let text = unzipped(&file);
    let fresh = empty(folder.path(), "neuf").await;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for at in 0..lines.len() {
        let mut doubled = lines.clone();
        doubled.insert(at, lines[at]);
        zip(&file, &doubled.concat());
        assert_eq!(refused(&fresh, &file).await, ["ledger/backup-damaged"], "line {at}: {}", lines[at]);
    }
    assert!(fresh.tenants().await.unwrap().is_empty());
});

on_each_engine!(a_backup_whose_order_is_no_json_is_refused, async |store: Store| {
    busy(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy");
    store.backup(&file).await.unwrap();
    // What an order says is a JSON text within the JSON of its row: the row still reads.
    let text = unzipped(&file);
    let order = "{\\\\\\\"name";
    assert!(text.contains(order));
    zip(&file, &text.replacen(order, "{name", 1));
    let mut targets = vec![Target::Sqlite(folder.path().join("neuf"))];
    targets.extend(postgres().await);
    for target in targets {
        let fresh = Store::open(&target).await.unwrap();
        assert_eq!(refused(&fresh, &file).await, ["ledger/backup-damaged"]);
        assert!(fresh.tenants().await.unwrap().is_empty());
    }
});

on_each_engine!(a_backup_rewritten_by_hand_is_refused, async |store: Store| {
    busy(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy");
    store.backup(&file).await.unwrap();
    let text = unzipped(&file);
    let fresh = empty(folder.path(), "neuf").await;
    let schema = |version| format!("\"schema\":{version}");
    let (known, newer) = (schema(crate::schema::latest()), schema(crate::schema::latest() + 1));
    for (from, to) in [("450000", "450001"), (&known, &newer), ("léa", "Léa")] {
        assert!(text.contains(from));
        zip(&file, &text.replacen(from, to, 1));
        let codes = refused(&fresh, &file).await;
        assert!(codes == ["ledger/backup-damaged"] || codes == ["ledger/backup-newer"], "{codes:?}");
    }
});
