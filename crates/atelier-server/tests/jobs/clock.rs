//! What comes back by itself, with several servers on one database.

use super::*;
use atelier_server::jobs::Clock;
use atelier_server::outbound::Outside;
use atelier_store::proofs::Exposure;
use jiff::SignedDuration;
use sqlx::Connection as _;

fn clock(shop: &Shop) -> Clock {
    let (_, stop) = tokio::sync::watch::channel(false);
    Clock { bench: shop.bench.clone(), key: shop.key(), stop }
}

async fn jobs(shop: &Shop) -> Vec<Job> {
    shop.bench.store.read(shop.office.scope).await.unwrap().jobs(None, None, 100).await.unwrap().items
}

on_each_engine!(several_servers_verify_once_a_night, async |shop: Shop| {
    let servers = [clock(&shop), clock(&shop), clock(&shop)];
    let mut at: Timestamp = "2026-01-05T12:00:00Z".parse().unwrap();
    for _ in 0..3 * 24 {
        for server in &servers {
            server.look(at).await;
        }
        at += SignedDuration::from_hours(1);
    }
    let asked = jobs(&shop).await;
    let of = |kind: &str| asked.iter().filter(|job| job.kind == kind).count();
    // Three nights, and the Thursday on which overloads are told.
    assert_eq!((of("verify"), of("overload"), asked.len()), (3, 1, 4), "{asked:?}");
    assert!(asked.iter().all(|job| job.requester.is_none()));
    let told = asked.iter().find(|job| job.kind == "overload").unwrap();
    let job = shop.ended(told.id).await;
    assert!(job.state == JobState::Done && job.result.as_deref().unwrap().contains("\"people\""), "{job:?}");
    let asked: Vec<_> = asked.into_iter().filter(|job| job.kind == "verify").collect();
    let job = shop.ended(asked[0].id).await;
    let result: Value = serde_json::from_str(job.result.as_deref().unwrap()).unwrap();
    assert!(result["rows"].as_i64().unwrap() > 0 && result["entries"].as_i64().unwrap() > 0, "{result}");
});

on_each_engine!(what_was_said_is_sealed_each_minute_by_who_has_the_key, async |shop: Shop| {
    let (with, mut without) = (clock(&shop), clock(&shop));
    without.key = shop.folder.path().join("other.key");
    let sealed = async || {
        let mut reader = shop.bench.store.read(shop.office.scope).await.unwrap();
        reader.checkpoint().await.ok().map(|checkpoint| checkpoint.size)
    };
    with.look(now()).await;
    let first = sealed().await.unwrap();
    changed(&shop, |user| user.name = "Autre".into()).await;
    with.look(now() + SignedDuration::from_secs(59)).await;
    assert_eq!(sealed().await, Some(first));
    without.look(now() + SignedDuration::from_mins(2)).await;
    assert_eq!(sealed().await, Some(first), "without the key, the turn is left to others");
    with.look(now() + SignedDuration::from_mins(2)).await;
    assert!(sealed().await.unwrap() > first);
});

on_each_engine!(what_was_said_leaves_within_the_hour_once_for_each_address, async |shop: Shop| {
    let named = ["notary@firm.example", "auditor@firm.example"].map(str::to_owned).to_vec();
    let outside = Outside { checkpoints: named, ..Outside::default() };
    let server = || Clock { bench: shop.bench.clone().with_outside(outside.clone()), ..clock(&shop) };
    let (servers, at) = ([server(), server()], now());
    let letters = async |minutes: i64| {
        for server in &servers {
            server.look(at + SignedDuration::from_mins(minutes)).await;
        }
        jobs(&shop).await.iter().filter(|job| job.kind == "mail").count()
    };
    clock(&shop).look(at - SignedDuration::from_mins(5)).await;
    assert_eq!(jobs(&shop).await.iter().filter(|job| job.kind == "mail").count(), 0, "nobody is named");
    assert_eq!(letters(0).await, 2);
    assert_eq!(letters(120).await, 2, "nothing was said since");
    changed(&shop, |user| user.name = "Une".into()).await;
    assert_eq!(letters(130).await, 4, "the hour was over");
    changed(&shop, |user| user.name = "Autre".into()).await;
    assert_eq!(letters(160).await, 4, "the hour is not over");
    assert_eq!(letters(191).await, 6);
    // Many entries do not wait for the hour.
    changed(&shop, |user| user.name = "Encore".into()).await;
    assert_eq!(letters(200).await, 6);
    let (store, scope) = (&shop.bench.store, shop.office.scope);
    for (entries, is_due) in [(1_000_000, false), (1, true), (1, false)] {
        let mut tx = store.begin(scope).await.unwrap();
        let exposure = Exposure { time: SignedDuration::from_hours(1), entries };
        let due = tx.checkpoint_due(exposure, at + SignedDuration::from_mins(201)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(due, is_due, "{entries}");
    }
});

#[test]
fn a_row_changed_behind_our_back_is_told_by_the_nightly_verification() {
    on_sqlite(async |shop| {
        atelier_server::workbench::seal_all(&shop.bench.store, &shop.key(), false).await.unwrap();
        let file = shop.folder.path().join("atelier.db");
        let url = format!("sqlite://{}", file.display());
        let mut conn = sqlx::AnyConnection::connect(&url).await.unwrap();
        let changed = sqlx::query("UPDATE users SET name = 'Mallory'").execute(&mut conn).await.unwrap();
        assert_eq!(changed.rows_affected(), 1);
        let at: Timestamp = "2026-01-05T12:00:00Z".parse().unwrap();
        let clock = clock(&shop);
        clock.look(at).await;
        clock.look(at + SignedDuration::from_hours(24)).await;
        let asked = jobs(&shop).await;
        let job = shop.ended(asked[0].id).await;
        assert_eq!((job.state, codes(&job)), (JobState::Failed, vec!["app/row-changed".to_owned()]));
    });
}
