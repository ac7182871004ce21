//! Plans asked over the API: made once, followed to their end, cancelled, seen by who may.

use crate::{Answer, House, NORTH, SOUTH};
use atelier_domain::controls::Role;
use atelier_server::jobs::Crew;
use atelier_server::workbench::Workbench;
use atelier_store::{JobId, NewJob};
use axum::http::Method;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::time::Duration;

/// The job that each company has from the beginning.
pub fn ended_id(company: &str) -> String {
    let last = if company == NORTH[0] { 'a' } else { 'b' };
    format!("00000000-0000-7000-8000-00000000000{last}")
}

/// Puts it down and ends it.
pub async fn ended(bench: &Workbench, company: &str) {
    let office = bench.office(Some(company)).await.unwrap();
    let id: JobId = ended_id(company).parse().unwrap();
    let (now, kind) = (Timestamp::now(), "verify".to_owned());
    let job = NewJob { id, kind, payload: "{}".into(), requester: None, made: now, due: now };
    let mut tx = bench.store.begin(office.scope).await.unwrap();
    tx.enqueue(&job).await.unwrap();
    assert!(tx.cancel(id, now).await.unwrap());
    tx.commit().await.unwrap();
}

impl House {
    async fn as_role(&self, role: Role, method: Method, address: &str, body: Value) -> Answer {
        let cookie = self.caller(NORTH[0], role).cookie.clone();
        self.send(&cookie, &method, address, &body).await
    }

    async fn ask_plan(&self, key: &str, body: &Value) -> Answer {
        let cookie = self.caller(NORTH[0], Role::Director).cookie.clone();
        let headers =
            [("cookie", cookie.as_str()), ("content-type", "application/json"), ("idempotency-key", key)];
        self.request(Method::POST, "/api/plans", &headers, body.to_string()).await
    }

    async fn job(&self, role: Role, id: &str) -> Value {
        self.as_role(role, Method::GET, &format!("/api/jobs/{id}"), json!({})).await.json()
    }
}

/// What cannot be planned is refused at once, and no job is put down.
pub async fn refused(house: &House) {
    let before = house.as_role(Role::Director, Method::GET, "/api/jobs", json!({})).await.body;
    for (body, code) in [
        (json!({ "revenue": "1000", "deals": 3 }), "app/several-objectives"),
        (json!({ "revenue": "mille" }), "app/bad-amount"),
        (json!({ "from": "2027-01-04" }), "app/no-period"),
        (json!({ "from": "2020-01-06", "to": "2020-03-01" }), "app/past-period"),
        (json!({ "rounds": 100_001 }), "app/too-many-rounds"),
    ] {
        let answer = house.as_role(Role::Director, Method::POST, "/api/plans", body).await;
        assert_eq!((answer.status.as_u16(), &answer.json()["code"]), (422, &json!(code)), "{}", answer.body);
    }
    let unknown =
        house.as_role(Role::Director, Method::POST, "/api/plans", json!({ "tenant": "south" })).await;
    assert_eq!(unknown.status, 400);
    assert_eq!(house.as_role(Role::Director, Method::GET, "/api/jobs", json!({})).await.body, before);
}

pub async fn cancelled(house: &House) {
    let asked = house.ask_plan("cancelled", &json!({})).await.json();
    let id = asked["id"].as_str().unwrap();
    assert_eq!((&asked["state"], &asked["kind"]), (&json!("waiting"), &json!("plan")));
    let address = format!("/api/jobs/{id}");
    let by_auditor = house.as_role(Role::Auditor, Method::DELETE, &address, json!({})).await;
    assert_eq!(by_auditor.status, 403);
    assert_eq!(house.as_role(Role::SalesOps, Method::DELETE, &address, json!({})).await.status, 204);
    let again = house.as_role(Role::SalesOps, Method::DELETE, &address, json!({})).await;
    assert_eq!((again.status.as_u16(), &again.json()["code"]), (409, &json!("app/job-ended")));
    assert_eq!(house.job(Role::Director, id).await["state"], "cancelled");
}

/// Asked twice under one key, it is made once; followed to its end; shown to who may read plans.
pub async fn made(house: &House) {
    let folder = tempfile::tempdir().unwrap();
    let plans = async || {
        let mut jobs = Vec::new();
        let mut before = String::new();
        loop {
            let address = format!("/api/jobs{before}");
            let page = house.as_role(Role::Director, Method::GET, &address, json!({})).await.json();
            jobs.extend(page["jobs"].as_array().unwrap().clone());
            let Some(next) = page["next"].as_str() else { return jobs };
            before = format!("?before={next}");
        }
    };
    let before = plans().await.len();
    let versions = house.as_role(Role::Director, Method::GET, "/api/plans", json!({})).await.json();
    let newest = versions["plans"][0]["version"].as_i64().unwrap();
    let first = house.ask_plan("made", &json!({ "rounds": 5 })).await;
    assert_eq!(first.status, 202, "{}", first.body);
    let again = house.ask_plan("made", &json!({ "rounds": 5 })).await;
    assert_eq!((again.status.as_u16(), &again.body), (202, &first.body));
    assert_eq!(plans().await.len(), before + 1);
    let id = first.json()["id"].as_str().unwrap().to_owned();
    let key = folder.path().join("ledger.key");
    let crew = Crew::start(&Workbench::new(house.store.clone()), &key, 1);
    let follow = format!("/api/jobs/{id}/progress");
    let followed = house.as_role(Role::Auditor, Method::GET, &follow, json!({})).await;
    crew.end().await;
    assert_eq!(followed.headers["content-type"], "text/event-stream");
    assert_eq!(followed.body.matches("event: end").count(), 1, "{}", followed.body);
    let last = followed.body.lines().filter_map(|line| line.strip_prefix("data: ")).next_back().unwrap();
    let last: Value = serde_json::from_str(last).unwrap();
    assert_eq!((&last["id"], &last["state"]), (&json!(id), &json!("done")), "{last}");
    assert_eq!(last["result"]["version"], newest + 1);
    assert_eq!(last, house.job(Role::Director, &id).await);
    let blind = house.job(Role::Administrator, &id).await;
    assert_eq!((&blind["state"], &blind["result"]), (&json!("done"), &Value::Null));
    let south = house.caller(SOUTH[0], Role::Director).cookie.clone();
    for address in [format!("/api/jobs/{id}"), follow] {
        let foreign = house.send(&south, &Method::GET, &address, &json!({})).await;
        assert_eq!((foreign.status.as_u16(), &foreign.json()["code"]), (404, &json!("app/unknown-job")));
    }
    assert_eq!(house.as_role(Role::Seller, Method::POST, "/api/plans", json!({})).await.status, 403);
}

/// Whoever reads the jobs has the ledger verified, once at a time, and follows it to its end.
pub async fn verified(house: &House) {
    let ask = async |role| house.as_role(role, Method::POST, "/api/verifications", json!({})).await;
    let first = ask(Role::Director).await;
    assert_eq!(first.status, 202, "{}", first.body);
    let (kind, id) = (&first.json()["kind"], first.json()["id"].as_str().unwrap().to_owned());
    assert_eq!((kind, &first.json()["state"]), (&json!("verify"), &json!("waiting")));
    assert_eq!(ask(Role::Auditor).await.json()["id"], json!(id), "one waits already");
    assert_eq!(ask(Role::Seller).await.status, 403);
    let folder = tempfile::tempdir().unwrap();
    let crew = Crew::start(&Workbench::new(house.store.clone()), &folder.path().join("ledger.key"), 1);
    let follow = format!("/api/jobs/{id}/progress");
    let followed = house.as_role(Role::Auditor, Method::GET, &follow, json!({})).await;
    crew.end().await;
    assert_eq!(followed.body.matches("event: end").count(), 1, "{}", followed.body);
    // The house is sealed with a key that nobody has any more: it says so, and the tables agree.
    let ended = house.job(Role::Auditor, &id).await;
    let reasons: Vec<&str> =
        ended["reasons"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!((&ended["state"], reasons), (&json!("failed"), vec!["ledger/checkpoint-unsigned"]));
    let next = ask(Role::Auditor).await;
    assert_ne!(next.json()["id"], json!(id), "it is over: another one is asked for");
}

/// Whoever is shut out while following is told nothing more.
pub async fn no_longer_followed(house: &House) {
    let id = house.ask_plan("followed", &json!({})).await.json()["id"].as_str().unwrap().to_owned();
    let auditor = house.caller(NORTH[0], Role::Auditor).clone();
    let follow = format!("/api/jobs/{id}/progress");
    let shut_out = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let address = format!("/api/users/{}", auditor.id);
        let body = json!({ "standing": "disabled" });
        house.as_role(Role::Administrator, Method::PATCH, &address, body).await
    };
    let (followed, shut_out) =
        tokio::join!(house.as_role(Role::Auditor, Method::GET, &follow, json!({})), shut_out);
    assert_eq!((followed.status.as_u16(), shut_out.status.as_u16()), (200, 200), "{}", shut_out.body);
    assert!(followed.body.contains("event: progress") && !followed.body.contains("event: end"));
    assert_eq!(house.job(Role::Director, &id).await["state"], "waiting");
}
