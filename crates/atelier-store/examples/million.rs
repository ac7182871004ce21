//! Measures an import of many cases as one fact, then what the keeping and the proving of them cost.
//!
//! `cargo run --release -p atelier-store --example million -- 1000000 [postgres://… | FOLDER]`
//! Without a URL the database is SQLite in a temporary folder. What is in FOLDER stays there: asked for
//! again, it is verified three times and nothing else is done.

use atelier_domain::execution::{Case, Standing};
use atelier_domain::language::{CaseId, Money, PersonId, TenantId};
use atelier_domain::ledger::{Fact, FactId, Purpose, Row};
use atelier_store::proofs::{Key, Subject};
use atelier_store::{Content, Scope, Store, StoreError, Target};
use jiff::{Timestamp, ToSpan as _};
use std::path::Path;
use std::time::Instant;
use uuid::Uuid;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let rows: u32 = arguments.next().map_or(Ok(1_000_000), |text| text.parse())?;
    let folder = tempfile::tempdir()?;
    let given = arguments.next();
    let home = match &given {
        Some(home) if !home.starts_with("postgres") => Path::new(home),
        _ => folder.path(),
    };
    let target = match &given {
        Some(url) if url.starts_with("postgres") => Target::Postgres(url.clone()),
        _ => Target::Sqlite(home.join("db")),
    };
    let tenant = TenantId::of("measure");
    let scope = Scope::of_company(tenant);
    let store = Store::open(&target).await?;

    let mut watch = Watch::start();
    let key = Key::open_or_make(&home.join("ledger.key"))?;
    if store.read(scope).await?.count_facts().await?.rows > 0 {
        for _ in 0..3 {
            verify(&store, scope, &key).await?;
            watch.lap("verify all");
        }
        return Ok(());
    }
    let mut tx = store.begin(scope).await?;
    tx.append_many(&head(), (0..rows).map_while(|n| row(tenant, n).ok())).await?;
    watch.lap("append");
    tx.commit().await?;
    watch.lap("commit");

    let sealed = store.seal(scope, &key, false).await?;
    watch.lap("seal");
    let again = store.seal(scope, &key, false).await?;
    assert_eq!((again.taken, &again.checkpoint), (0, &sealed.checkpoint));
    watch.lap("seal nothing");
    let mut reader = store.read(scope).await?;
    for n in (0..rows).step_by((rows as usize / 100).max(1)) {
        let case = CaseId::of(tenant, &n.to_string());
        assert_eq!(reader.proof_file(&[Subject::Id(case.0)]).await?.entries, 2);
    }
    watch.lap("100 proofs");
    let tree = reader.check_tree(Some(&key), &[], &[]).await?;
    assert!(tree.holds() && tree.unsealed == 0, "{tree:?}");
    watch.lap("check tree");
    drop(reader);
    verify(&store, scope, &key).await?;
    watch.lap("verify all");

    let mut reader = store.read(scope).await?;
    println!("{:?}, {} open cases", reader.count_facts().await?, reader.open_cases().await?.len());
    watch.lap("open cases");
    println!("{} known", reader.known_payload_hashes().await?.len());
    watch.lap("known hashes");
    let verdict = reader.verify().await?;
    assert!(verdict.holds(), "{verdict:?}");
    watch.lap("walk");
    let digests = reader.digests().await?;
    watch.lap("digests");
    drop(reader);

    let file = folder.path().join("backup");
    store.backup(&file).await?;
    println!("backup: {} MB", std::fs::metadata(&file)?.len() / 1_000_000);
    watch.lap("backup");
    let other = Store::open(&Target::Sqlite(folder.path().join("other"))).await?;
    other.restore(&file).await?;
    watch.lap("restore");
    assert_eq!(other.read(scope).await?.digests().await?, digests);
    watch.lap("digests again");
    other.rebuild(scope, |_, _| {}).await?;
    watch.lap("rebuild");
    Ok(())
}

async fn verify(store: &Store, scope: Scope, key: &Key) -> Result<(), StoreError> {
    let (tables, tree) = store.verify(scope, Some(key), &[], &[]).await?;
    assert!(tables.holds() && tree.holds(), "{tables:?} {tree:?}");
    Ok(())
}

fn head() -> Fact {
    Fact {
        id: FactId(Uuid::now_v7()),
        actor: "measure".to_owned(),
        recorded: Timestamp::now(),
        purpose: Purpose::Performance,
        act: "execution/import",
        corrects: None,
        source: "generated".to_owned(),
        rows: Vec::new(),
    }
}

fn row(tenant: TenantId, n: u32) -> Result<Row, StoreError> {
    let key = n.to_string();
    let standing = [Standing::Won, Standing::Lost, Standing::Lost, Standing::Open][n as usize % 4];
    let engaged = jiff::civil::date(2024, 1, 1).saturating_add(i64::from(n % 700).days());
    let case = Case {
        id: CaseId::of(tenant, &key),
        key,
        account: None,
        owner: Some(PersonId::of(tenant, &(n % 40).to_string())),
        product: None,
        stage: "Engaging".to_owned(),
        standing,
        process: Some("conquete".to_owned()),
        step: Some("visite".to_owned()),
        engaged_on: Some(engaged),
        closed_on: Some(engaged.saturating_add(60.days())),
        value: Some(Money {
            cents: i64::from(n) * 100,
            currency: "EUR".parse().unwrap_or_else(|()| unreachable!()),
        }),
    };
    Content::Case(case).row(tenant)
}

/// Time of the clock and of the processors, and memory, lap by lap. On a machine that others use the
/// second says more: what can be shared between two processors takes half of it.
struct Watch(Instant, f64);

impl Watch {
    fn start() -> Self {
        Self(Instant::now(), processor())
    }

    fn lap(&mut self, what: &str) {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("?").trim();
        let (clock, used) = (self.0.elapsed().as_secs_f64(), processor() - self.1);
        println!("{what:14} {clock:7.2} s   processors {used:7.2} s   peak memory {peak}");
        *self = Self::start();
    }
}

/// Seconds of processor that this program used, from the system's hundredths.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let times = stat.rsplit(") ").next().unwrap_or("").split(' ').skip(11).take(2);
    times.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}
