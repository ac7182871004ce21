//! Two workers on one database; one of them is killed in the middle of its work.

use crate::{Engine, Program, block_on, example};
use atelier_domain::language::TenantId;
use atelier_store::{Job, JobId, JobState, NewJob, Scope, Store, Target};
use jiff::Timestamp;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

const JOBS: usize = 12;

impl Program {
    fn worker(&self) -> Child {
        self.command(&["worker"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }
}

/// A plan of the sheets' objectives, long enough to be killed in.
fn plan(made: Timestamp, requester: atelier_domain::controls::UserId) -> NewJob {
    let payload = r#"{"ask":{},"today":"2027-01-04","rounds":100,"seed":1,"by_margin":false}"#.to_owned();
    let (id, kind) = (JobId::make(), "plan".to_owned());
    NewJob { id, kind, payload, requester: Some(requester), made, due: made }
}

async fn jobs(store: &Store, scope: Scope) -> Vec<Job> {
    store.read(scope).await.unwrap().jobs(None, None, 100).await.unwrap().items
}

/// Waits until the jobs are as wanted.
async fn until(store: &Store, scope: Scope, wanted: impl Fn(&[Job]) -> bool) -> Vec<Job> {
    let began = Instant::now();
    loop {
        let all = jobs(store, scope).await;
        if wanted(&all) {
            return all;
        }
        assert!(began.elapsed() < Duration::from_mins(3), "{all:?}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn done(jobs: &[Job]) -> usize {
    jobs.iter().filter(|job| job.state == JobState::Done).count()
}

#[test]
fn every_job_is_done_once_though_a_worker_is_killed() {
    let Some(program) = Program::founded(Engine::Postgres) else { return };
    program.ok(&["workshop", "import", &example("metrios/workshop.toml")]);
    program.publish("metrios/process.toml");
    program.ok(&["user", "add", "lea@maison.example", "--name", "Léa", "--role", "director"]);
    let scope = Scope::of_company(TenantId::of("maison"));
    let mut workers = [program.worker(), program.worker()];
    let all = block_on(async {
        let store = Store::open(&Target::Postgres(program.database.clone().unwrap())).await.unwrap();
        let director = store.read(scope).await.unwrap().users().await.unwrap()[0].id;
        let mut tx = store.begin(scope).await.unwrap();
        for _ in 0..JOBS {
            tx.enqueue(&plan(Timestamp::now(), director)).await.unwrap();
        }
        tx.commit().await.unwrap();
        // Killed while it has one in hand, as its neighbour has.
        let own = format!("-{}-", workers[0].id());
        until(&store, scope, |all| {
            let has = |job: &Job| job.worker.as_deref().is_some_and(|name| name.contains(&own));
            done(all) >= 3 && all.iter().any(|job| job.state == JobState::Running && has(job))
        })
        .await;
        workers[0].kill().unwrap();
        let all = until(&store, scope, |all| done(all) == JOBS).await;
        let versions = store.read(scope).await.unwrap().plan_versions("company").await.unwrap();
        assert_eq!(versions.len(), JOBS, "one plan for each job, and none besides");
        all
    });
    let mut versions: Vec<i64> = all
        .iter()
        .map(|job| serde_json::from_str::<serde_json::Value>(job.result.as_deref().unwrap()).unwrap())
        .map(|result| result["version"].as_i64().unwrap())
        .collect();
    versions.sort_unstable();
    assert_eq!(versions, (1..=JOBS as i64).collect::<Vec<_>>());
    assert!(all.iter().any(|job| job.fence > 1), "the one that was killed left a job to the other");
    let names: std::collections::BTreeSet<_> = all.iter().map(|job| job.worker.clone()).collect();
    assert_eq!(names.len(), 2, "both worked: {names:?}");
    terminate(&mut workers[1]);
    program.ok(&["verify"]);
}

/// The signal by which a system ends a service: the program ends by itself, soon, with success.
fn terminate(worker: &mut Child) {
    let asked = std::process::Command::new("kill").args(["-TERM", &worker.id().to_string()]).status();
    assert!(asked.unwrap().success());
    let began = Instant::now();
    loop {
        if let Some(status) = worker.try_wait().unwrap() {
            assert!(status.success(), "{status}");
            return;
        }
        assert!(began.elapsed() < Duration::from_secs(10));
        std::thread::sleep(Duration::from_millis(20));
    }
}
