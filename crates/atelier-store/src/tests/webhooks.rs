//! What happened is told to those who asked, once for each fact, and to nobody else.

use super::fixture::*;
use crate::{Content, DELIVERY, Delivery, Store};
use atelier_domain::controls::{Webhook, WebhookId};
use jiff::{SignedDuration, ToSpan as _};
use uuid::Uuid;

fn webhook(number: u128, events: &[&str], on: bool) -> Webhook {
    Webhook {
        id: WebhookId(Uuid::from_u128(number)),
        url: format!("https://hooks.example.com/{number}"),
        events: events.iter().map(|event| (*event).to_owned()).collect(),
        on,
    }
}

/// The messages that wait, taken away.
async fn waiting(store: &Store) -> Vec<Delivery> {
    let mut found = Vec::new();
    let later = now().checked_add(1.hours()).unwrap();
    while let Some(lease) = store.lease("test", later, SignedDuration::from_hours(1)).await.unwrap() {
        assert_eq!((lease.job.kind.as_str(), lease.tenant), (DELIVERY, scope().tenant()));
        found.push(serde_json::from_str(&lease.job.payload).unwrap());
        let mut tx = store.begin(scope()).await.unwrap();
        tx.finish(&lease, "{}", later).await.unwrap();
        tx.commit().await.unwrap();
    }
    found
}

on_each_engine!(each_fact_is_told_to_those_who_hear_it, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    let before = store.digests().await.unwrap();
    assert!(waiting(&store).await.is_empty(), "nobody asked");
    let all = [
        webhook(1, &["execution.*"], true),
        webhook(2, &["planning.publish"], true),
        webhook(3, &["execution.import"], false),
    ];
    for one in &all {
        say(&store, "controls/keep-webhook", &[Content::Webhook(one.clone())]).await;
    }
    assert_ne!(store.digests().await.unwrap().content, before.content);
    assert!(waiting(&store).await.is_empty(), "neither hears of subscriptions");

    let contents: Vec<Content> = (0..150).map(|at| Content::Account(account(&format!("A{at}")))).collect();
    say(&store, "execution/import", &contents).await;
    let told = waiting(&store).await;
    let [one] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((one.webhook, one.attempt, one.message.len()), (all[0].id, 1, 36));
    let body: serde_json::Value = serde_json::from_str(&one.body).unwrap();
    assert_eq!((&body["type"], &body["timestamp"]), (&"execution.import".into(), &now().to_string().into()));
    let data = &body["data"];
    assert_eq!((data["number"].as_i64(), data["objects_in_all"].as_i64()), (Some(5), Some(150)));
    assert_eq!(data["objects"].as_array().unwrap().len(), 100);
    assert_eq!(data["objects"][0]["kind"], "execution/account");
    // Which objects, but nothing of what is said of them.
    for text in ["A0", "garonne", "name"] {
        assert!(!one.body.contains(text), "{text}: {}", one.body);
    }

    let mut tx = store.begin(scope()).await.unwrap();
    tx.append(&fact("execution/import", &[Content::Account(account("Z"))])).await.unwrap();
    tx.rollback().await.unwrap();
    assert!(waiting(&store).await.is_empty(), "no fact, no message");

    let mut reader = store.read(scope()).await.unwrap();
    assert_eq!(reader.webhooks().await.unwrap(), all);
    assert_eq!(reader.webhook(all[1].id).await.unwrap(), Some(all[1].clone()));
    assert!(reader.verify().await.unwrap().holds());
    drop(reader);
    store.rebuild(scope(), |_, _| ()).await.unwrap();
    assert_eq!(store.read(scope()).await.unwrap().webhooks().await.unwrap(), all);
    assert!(waiting(&store).await.is_empty(), "what is remade is not told again");
});

on_each_engine!(a_former_secret_signs_for_a_time, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    let (tenant, id) = (scope().tenant(), WebhookId(Uuid::from_u128(1)));
    let later = |hours: i64| now().checked_add(hours.hours()).unwrap();
    assert!(store.webhook_secrets(tenant, id, now()).await.unwrap().is_empty());
    let mut tx = store.begin(scope()).await.unwrap();
    tx.set_webhook_secret(id, "one", now()).await.unwrap();
    tx.set_webhook_secret(id, "two", later(24)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.webhook_secrets(tenant, id, later(23)).await.unwrap(), ["two", "one"]);
    assert_eq!(store.webhook_secrets(tenant, id, later(24)).await.unwrap(), ["two"]);
    let other = crate::Scope::of_company(atelier_domain::language::TenantId::of("dordogne")).tenant();
    assert!(store.webhook_secrets(other, id, now()).await.unwrap().is_empty());
    let mut tx = store.begin(scope()).await.unwrap();
    tx.forget_webhook_secrets(id).await.unwrap();
    tx.commit().await.unwrap();
    assert!(store.webhook_secrets(tenant, id, now()).await.unwrap().is_empty());
});
