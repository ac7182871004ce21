//! Files brought in by a job: once or not at all, every fault told with its place, and no file left behind.

use super::*;
use atelier_server::jobs::{ImportJob, one_step};
use atelier_server::workbench::{Bringing, MAPPING_FILE};
use jiff::SignedDuration;

const MAPPING: &str = include_str!("../mapping.toml");
const ACCOUNTS: &str = "account,sector\nAlpha,eau\nBeta,air\n";
const CASES: &str = "id,account,stage,closed_on\nC1,Alpha,Lost,2026-02-03\nC2,Beta,Lost,2026-02-04\n";
/// A day that is none, and a stage that the mapping does not name.
const BAD: &str = "id,account,stage,closed_on\nC1,Alpha,Lost,2026-02-33\nC2,Beta,Won,2026-02-04\n";

const WRITE: Bringing = Bringing { dry_run: false, accept_rejects: false };

impl Shop {
    /// Asks for an import of these files, as whoever runs sales does.
    async fn bring(&self, ops: &User, how: Bringing, mapping: &str, cases: &str) -> JobId {
        let folder = TempDir::new().unwrap();
        let files = [(MAPPING_FILE, mapping), ("accounts.csv", ACCOUNTS), ("cases.csv", cases)];
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let names = files.map(|(name, _)| name.to_owned());
        let asked = ImportJob { how, source: "accounts.csv, cases.csv".into() };
        let mut tx = self.bench.store.begin(self.office.scope).await.unwrap();
        let job = asked.put_down(&mut tx, ops.id, (folder.path(), &names)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(self.has_files(job.id).await);
        job.id
    }

    async fn has_files(&self, id: JobId) -> bool {
        let mut reader = self.bench.store.read(self.office.scope).await.unwrap();
        reader.job_file(id, 0).await.unwrap().is_some()
    }

    /// The imports written, undone or not.
    async fn batches(&self) -> Vec<String> {
        let batches = self.bench.store.read(self.office.scope).await.unwrap().batches().await.unwrap();
        batches.iter().map(|batch| format!("{} {} {}", batch.id, batch.actor, batch.rows)).collect()
    }
}

fn result(job: &Job) -> Value {
    serde_json::from_str(job.result.as_deref().unwrap()).unwrap()
}

on_each_engine!(files_come_in_once_and_go_with_the_job, async |shop: Shop| {
    let ops = user(&shop.bench, &shop.office, Role::SalesOps).await;
    let dry = shop.bring(&ops, Bringing { dry_run: true, ..WRITE }, MAPPING, BAD).await;
    let dry = shop.ended(dry).await;
    assert_eq!((dry.state, shop.batches().await), (JobState::Done, vec![]), "{dry:?}");
    let told = result(&dry);
    assert_eq!(
        (&told["batch"], &told["rejected_rows"], &told["dry_run"]),
        (&Value::Null, &2.into(), &true.into())
    );
    let day = &told["rejects"][0];
    assert_eq!(
        (&day["file"], &day["row"], &day["value"]),
        (&"cases.csv".into(), &2.into(), &"2026-02-33".into())
    );
    assert_ne!(day["fr"], day["en"]);

    let id = shop.bring(&ops, WRITE, MAPPING, CASES).await;
    let job = shop.ended(id).await;
    assert_eq!(job.state, JobState::Done, "{job:?}");
    let told = result(&job);
    let batch = told["batch"].as_str().unwrap();
    assert_eq!(told["written"], 4);
    assert_eq!(shop.batches().await, [format!("{batch} {} 4", ops.login)]);
    assert!(!shop.has_files(id).await && !shop.has_files(dry.id).await, "files go with the job");

    let same = shop.bring(&ops, WRITE, MAPPING, CASES).await;
    let same = result(&shop.ended(same).await);
    assert_eq!(
        (&same["batch"], &same["written"]),
        (&Value::Null, &0.into()),
        "the same again says nothing new"
    );
    let undone = atelier_domain::ledger::FactId(batch.parse().unwrap());
    let undo = atelier_domain::ledger::FactId(uuid::Uuid::now_v7());
    shop.bench.store.undo(shop.office.scope, undone, undo, "test", now()).await.unwrap();
});

on_each_engine!(every_fault_is_told_with_its_place, async |shop: Shop| {
    let ops = user(&shop.bench, &shop.office, Role::SalesOps).await;
    let before = shop.bench.store.digests().await.unwrap();
    let id = shop.bring(&ops, WRITE, MAPPING, BAD).await;
    let job = shop.ended(id).await;
    assert_eq!(job.state, JobState::Failed, "{job:?}");
    let told: Value = serde_json::from_str(job.refusals.as_deref().unwrap()).unwrap();
    let places: Vec<_> = told.as_array().unwrap().iter().map(|one| one["place"].as_str().unwrap()).collect();
    assert!(places[0].contains("cases.csv:2") && places[1].contains("cases.csv:3"), "{places:?}");
    assert!(places[0].contains("closed_on") && places[1].contains("stage"), "{places:?}");
    assert_eq!(codes(&job)[2], "app/rejected-rows");

    let wrong =
        MAPPING.replace("key = \"id\"", "kay = \"id\"").replace("standing = \"lost\"", "standing = \"gone\"");
    let id = shop.bring(&ops, WRITE, &wrong, CASES).await;
    let job = shop.ended(id).await;
    let told: Value = serde_json::from_str(job.refusals.as_deref().unwrap()).unwrap();
    let places: Vec<_> = told.as_array().unwrap().iter().map(|one| one["place"].as_str().unwrap()).collect();
    assert!(places.len() >= 2, "every fault at once: {places:?}");
    let line = |line: usize| places.iter().any(|place| place.contains(&format!(":{line}:")));
    assert!(line(8) && line(13), "{places:?}");
    assert!(!shop.has_files(id).await);
    assert_eq!(shop.bench.store.digests().await.unwrap(), before);
});

on_each_engine!(a_worker_that_dies_leaves_the_effect_once, async |shop: Shop| {
    let ops = user(&shop.bench, &shop.office, Role::SalesOps).await;
    let id = shop.bring(&ops, WRITE, MAPPING, CASES).await;
    let (at, minute) = (Timestamp::now(), SignedDuration::from_mins(1));
    // It never comes back before its time, or does when another has done the work.
    let late = shop.bench.store.lease("late", at, minute).await.unwrap().unwrap();
    let other = shop.bench.store.lease("other", at + minute * 2, minute).await.unwrap().unwrap();
    assert!(!one_step(&shop.bench, &shop.key(), &other).await.unwrap());
    let before = shop.bench.store.digests().await.unwrap();
    assert!(one_step(&shop.bench, &shop.key(), &late).await.is_err());
    assert_eq!(shop.bench.store.digests().await.unwrap(), before);
    assert_eq!((shop.batches().await.len(), shop.job(id).await.state), (1, JobState::Done));
});

on_each_engine!(a_cancelled_import_writes_nothing_and_keeps_no_file, async |shop: Shop| {
    let ops = user(&shop.bench, &shop.office, Role::SalesOps).await;
    let before = shop.bench.store.digests().await.unwrap();
    let id = shop.bring(&ops, WRITE, MAPPING, CASES).await;
    let lease =
        shop.bench.store.lease("w", Timestamp::now(), SignedDuration::from_mins(1)).await.unwrap().unwrap();
    let mut tx = shop.bench.store.begin(shop.office.scope).await.unwrap();
    assert!(tx.cancel(id, Timestamp::now()).await.unwrap());
    tx.commit().await.unwrap();
    assert!(one_step(&shop.bench, &shop.key(), &lease).await.is_err());
    assert!(!shop.has_files(id).await);
    assert_eq!(shop.bench.store.digests().await.unwrap(), before);
    // Whoever may no longer import does not, although they might when they asked.
    let id = shop.bring(&ops, WRITE, MAPPING, CASES).await;
    changed_user(&shop, ops, disabled).await;
    let job = shop.ended(id).await;
    assert_eq!((job.state, codes(&job)), (JobState::Failed, vec!["app/requester-gone".to_owned()]));
    assert!(!shop.has_files(id).await && shop.batches().await.is_empty());
});
