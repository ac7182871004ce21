//! Subscriptions over HTTP: a secret is shown once, a removed subscription is unknown.

use crate::{House, NORTH};
use atelier_domain::controls::Role;
use axum::http::Method;
use serde_json::json;

pub async fn subscribed(house: &House) {
    let admin = house.caller(NORTH[0], Role::Administrator).cookie.clone();
    let auditor = house.caller(NORTH[0], Role::Auditor).cookie.clone();
    let none = json!({});
    let digests = house.digests().await;
    for (url, event, place) in [
        ("http://receiver.example/in", "execution.*", "url"),
        ("https://127.0.0.1/in", "execution.*", "url"),
        ("https://receiver.example/in", "Everything!", "events"),
    ] {
        let body = json!({ "url": url, "events": [event] });
        let refused = house.send(&admin, &Method::POST, "/api/webhooks", &body).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["errors"][0]["place"]), (422, &json!(place)));
    }
    assert_eq!(house.digests().await, digests);

    let body = json!({ "url": "https://receiver.example/new", "events": ["test.never"] });
    let headers =
        [("cookie", admin.as_str()), ("content-type", "application/json"), ("idempotency-key", "hook")];
    let post = async || house.request(Method::POST, "/api/webhooks", &headers, body.to_string()).await;
    let made = post().await;
    assert_eq!(made.status, 201, "{}", made.body);
    let made = made.json();
    let secret = made["secret"].as_str().unwrap();
    assert!(secret.starts_with("whsec_"));
    let again = post().await;
    assert_eq!((&again.json()["id"], again.body.contains("whsec_")), (&made["id"], false), "shown once");
    let list = house.send(&auditor, &Method::GET, "/api/webhooks", &none).await;
    assert!(list.body.contains("/new") && !list.body.contains("whsec_"), "{}", list.body);

    let address = format!("/api/webhooks/{}", made["id"].as_str().unwrap());
    let rotated = house.send(&admin, &Method::POST, &format!("{address}/rotation"), &none).await;
    assert_eq!(rotated.status, 200, "{}", rotated.body);
    assert_ne!(rotated.json()["secret"], made["secret"]);
    // Nobody is at that name: the test says so.
    let tested = house.send(&admin, &Method::POST, &format!("{address}/test"), &none).await;
    assert_eq!(tested.status, 422, "{}", tested.body);
    assert!(tested.json()["code"].as_str().unwrap().starts_with("integration/"), "{}", tested.body);

    assert_eq!(house.send(&admin, &Method::DELETE, &address, &none).await.status, 204);
    for (method, end) in [(Method::DELETE, ""), (Method::POST, "/rotation"), (Method::POST, "/test")] {
        let gone = house.send(&admin, &method, &format!("{address}{end}"), &none).await;
        assert_eq!((gone.status.as_u16(), &gone.json()["code"]), (404, &json!("controls/unknown-webhook")));
    }
    let list = house.send(&auditor, &Method::GET, "/api/webhooks", &none).await;
    assert!(!list.body.contains("/new"));
}
