//! Jobs as the workers do them: the same plan as at the keyboard, the same end whoever dies, the rights
//! of whoever asked, one server for what comes back.
#![allow(clippy::unwrap_used, clippy::expect_used)] // helpers of tests: a failure must stop the test

mod clock;
mod import;
mod work;

use atelier_domain::controls::{Role, Standing, User};
use atelier_domain::language::Currency;
use atelier_domain::ledger::Purpose;
use atelier_server::jobs::{Crew, Kind, PlanJob};
use atelier_server::rights::{self, Draft, Office};
use atelier_server::sample::{self, TODAY};
use atelier_server::workbench::{Act, KEPT, PlanAsk, Workbench};
use atelier_store::{Company, Content, Job, JobId, JobState, NewJob, Store, StoredOrder, Target};
use jiff::Timestamp;
use serde_json::Value;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A company with people who may and may not, and no plan yet.
struct Shop {
    bench: Workbench,
    office: Office,
    director: User,
    folder: TempDir,
}

fn now() -> Timestamp {
    "2027-01-04T07:00:00Z".parse().unwrap()
}

const ACT: fn() -> Act<'static> = || Act { actor: "test", now: now(), source: "test" };

impl Shop {
    async fn on(target: Option<Target>) -> Self {
        let folder = TempDir::new().unwrap();
        let target = target.unwrap_or_else(|| Target::Sqlite(folder.path().to_owned()));
        let bench = Workbench::new(Store::open(&target).await.unwrap());
        let company = Company {
            code: "maison".into(),
            name: "Maison".into(),
            currency: Currency::EUR,
            zone: "Europe/Paris".into(),
        };
        let office = bench.found(company, &ACT()).await.unwrap();
        let sample = sample::metrios();
        let sheets = sample::sheets(sample.workshop, sample.processes, &ACT()).unwrap();
        bench.say(&office, KEPT, Purpose::Performance, &ACT(), sheets).await.unwrap();
        let director = user(&bench, &office, Role::Director).await;
        Self { bench, office, director, folder }
    }

    fn key(&self) -> PathBuf {
        self.folder.path().join("ledger.key")
    }

    /// Puts a job down, as the director asks.
    async fn ask(&self, kind: Kind, payload: String) -> JobId {
        let id = JobId::make();
        let (made, requester) = (Timestamp::now(), Some(self.director.id));
        let job = NewJob { id, kind: kind.code().into(), payload, requester, made, due: made };
        let mut tx = self.bench.store.begin(self.office.scope).await.unwrap();
        tx.enqueue(&job).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    async fn job(&self, id: JobId) -> Job {
        self.bench.store.read(self.office.scope).await.unwrap().job(id).await.unwrap().unwrap()
    }

    /// The job, once it is there.
    async fn until(&self, id: JobId, there: impl Fn(&Job) -> bool) -> Job {
        let began = Instant::now();
        loop {
            let job = self.job(id).await;
            if there(&job) {
                return job;
            }
            assert!(began.elapsed() < Duration::from_mins(1), "{job:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Works until a job has ended.
    async fn ended(&self, id: JobId) -> Job {
        let crew = Crew::start(&self.bench, &self.key(), 2);
        let job = self.until(id, |job| job.state.is_end()).await;
        crew.end().await;
        job
    }

    async fn orders(&self) -> Vec<StoredOrder> {
        let mut reader = self.bench.store.read(self.office.scope).await.unwrap();
        let Some(plan) = reader.latest_plan("company").await.unwrap() else { return Vec::new() };
        reader.orders_said_with(plan.id).await.unwrap()
    }
}

async fn user(bench: &Workbench, office: &Office, role: Role) -> User {
    let roles = vec![role.code().to_owned()];
    let login = format!("{role}@maison.example");
    let draft = Draft { name: login.clone(), login, roles, ..Draft::default() };
    rights::add(bench, office, draft, &ACT()).await.unwrap().0
}

/// A plan of the sheets' own objectives, improved for so many rounds.
fn plan(rounds: u64) -> String {
    let asked = PlanJob { ask: PlanAsk::default(), today: TODAY, rounds, seed: 1, by_margin: false };
    serde_json::to_string(&asked).unwrap()
}

/// The codes of the reasons that a job keeps, each told in both languages.
fn codes(job: &Job) -> Vec<String> {
    let kept: Value = serde_json::from_str(job.refusals.as_deref().unwrap_or("[]")).unwrap();
    let code = |one: &Value| {
        for lang in ["fr", "en"] {
            for part in ["what", "why", "remedy"] {
                assert!(one[lang][part].as_str().is_some_and(|text| text.len() > 10), "{one}");
            }
        }
        one["code"].as_str().unwrap().to_owned()
    };
    kept.as_array().unwrap().iter().map(code).collect()
}

async fn changed(shop: &Shop, say: impl FnOnce(&mut User)) {
    changed_user(shop, shop.director.clone(), say).await;
}

async fn changed_user(shop: &Shop, mut user: User, say: impl FnOnce(&mut User)) {
    say(&mut user);
    shop.bench
        .say(&shop.office, "controls/user", Purpose::Upkeep, &ACT(), vec![Content::User(user)])
        .await
        .unwrap();
}

fn disabled(user: &mut User) {
    user.standing = Standing::Disabled;
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(future)
}

fn on_sqlite<F: Future<Output = ()>>(test: impl FnOnce(Shop) -> F) {
    block_on(async { test(Shop::on(None).await).await });
}

fn on_postgres<F: Future<Output = ()>>(test: impl FnOnce(Shop) -> F) {
    use sqlx::{AssertSqlSafe, Connection as _};
    let Ok(cluster) = std::env::var("ATELIER_TEST_POSTGRES") else {
        println!("skipped: no PostgreSQL was given in ATELIER_TEST_POSTGRES");
        return;
    };
    block_on(async {
        sqlx::any::install_default_drivers();
        let name = format!("t{}", uuid::Uuid::now_v7().simple());
        let mut conn = sqlx::AnyConnection::connect(&cluster).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut conn).await.unwrap();
        let (server, _) = cluster.rsplit_once('/').unwrap();
        test(Shop::on(Some(Target::Postgres(format!("{server}/{name}")))).await).await;
    });
}

/// Makes two tests of one, on each engine.
macro_rules! on_each_engine {
    ($name:ident, $test:expr) => {
        mod $name {
            use super::*;
            #[test]
            fn on_sqlite() {
                crate::on_sqlite($test);
            }
            #[test]
            fn on_postgres() {
                crate::on_postgres($test);
            }
        }
    };
}
pub(crate) use on_each_engine;

fn is_running(job: &Job) -> bool {
    job.state == JobState::Running && job.done > 0
}
