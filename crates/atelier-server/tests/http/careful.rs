//! Careful writers: a request sent twice counts once, and nobody writes over what they have not seen.

use crate::{Answer, House, NORTH, SOUTH};
use atelier_domain::controls::Role;
use axum::http::Method;
use serde_json::{Value, json};

async fn keyed(house: &House, who: &str, method: &Method, address: &str, key: &str, body: &Value) -> Answer {
    let headers = [("cookie", who), ("content-type", "application/json"), ("idempotency-key", key)];
    house.request(method.clone(), address, &headers, body.to_string()).await
}

pub async fn once(house: &House) {
    let admin = house.caller(NORTH[0], Role::Administrator).cookie.clone();
    let body = json!({ "login": "once@north.example", "name": "Une Fois", "roles": ["finance"] });
    let first = keyed(house, &admin, &Method::POST, "/api/users", "k-1", &body).await;
    assert_eq!(first.status, 201, "{}", first.body);
    assert!(first.json()["invitation"].is_string());
    let before = house.digests().await;
    let again = keyed(house, &admin, &Method::POST, "/api/users", "k-1", &body).await;
    assert_eq!((again.status.as_u16(), &again.json()["id"]), (201, &first.json()["id"]));
    assert_eq!(again.headers["idempotent-replayed"], "true");
    assert!(again.json()["invitation"].is_null(), "a secret is shown once: {}", again.body);
    // The key stands for one request only, of one person only.
    let other = json!({ "login": "twice@north.example", "name": "Deux", "roles": ["finance"] });
    let used = keyed(house, &admin, &Method::POST, "/api/users", "k-1", &other).await;
    assert_eq!((used.status.as_u16(), &used.json()["code"]), (422, &json!("controls/key-used")));
    assert_eq!(house.digests().await, before);
    let south = house.caller(SOUTH[0], Role::Administrator).cookie.clone();
    let elsewhere = json!({ "login": "once@south.example", "name": "Ailleurs", "roles": ["finance"] });
    let elsewhere = keyed(house, &south, &Method::POST, "/api/users", "k-1", &elsewhere).await;
    assert_eq!(elsewhere.status, 201, "{}", elsewhere.body);
    // A refused request keeps no answer: mended, it may come again under its key.
    let wrong = json!({ "login": "", "name": "", "roles": [] });
    assert_eq!(keyed(house, &admin, &Method::POST, "/api/users", "k-2", &wrong).await.status, 422);
    let mended = keyed(house, &admin, &Method::POST, "/api/users", "k-2", &other).await;
    assert_eq!(mended.status, 201, "{}", mended.body);
    for key in ["", &"k".repeat(201)] {
        let shape = keyed(house, &admin, &Method::POST, "/api/users", key, &other).await;
        assert_eq!((shape.status.as_u16(), &shape.json()["code"]), (400, &json!("controls/key-shape")));
    }
}

pub async fn versions(house: &House) {
    let admin = house.caller(NORTH[0], Role::Administrator).cookie.clone();
    let coach = house.caller(NORTH[0], Role::Coach).id.clone();
    let address = format!("/api/users/{coach}");
    let read = house.send(&admin, &Method::GET, &address, &json!({})).await;
    let seen = read.headers["etag"].to_str().unwrap().to_owned();
    let patch = |version: String, name: &'static str| {
        let (address, admin) = (address.clone(), admin.clone());
        async move {
            let headers = [
                ("cookie", admin.as_str()),
                ("content-type", "application/json"),
                ("if-match", version.as_str()),
            ];
            house.request(Method::PATCH, &address, &headers, json!({ "name": name }).to_string()).await
        }
    };
    let first = patch(seen.clone(), "Premier").await;
    assert_eq!(first.status, 200, "{}", first.body);
    assert_ne!(first.headers["etag"], seen.as_str());
    let before = house.digests().await;
    let late = patch(seen, "Second").await;
    assert_eq!((late.status.as_u16(), &late.json()["code"]), (412, &json!("controls/changed-meanwhile")));
    assert_eq!(house.digests().await, before);
    let shape = patch("abc".to_owned(), "Second").await;
    assert_eq!((shape.status.as_u16(), &shape.json()["code"]), (400, &json!("controls/version-shape")));
    let newest = first.headers["etag"].to_str().unwrap().to_owned();
    assert_eq!(patch(newest, "north coach Nord").await.status, 200);
}

/// Units, and the gate of the works council: what two keep at the same time is not written over in silence.
pub async fn units_kept(house: &House) {
    let first = json!({ "code": "Careful" });
    kept(house, (Role::Administrator, "/api/units"), first, json!({ "code": "Careful", "parent": "north" }))
        .await;
}

/// The same of the consultation of the works council.
pub async fn gate_kept(house: &House) {
    let on = |day: u8| json!({ "consulted_on": format!("2025-02-0{day}"), "proof": format!("PV du {day} février") });
    kept(house, (Role::Compliance, "/api/gate"), on(3), on(4)).await;
}

async fn kept(house: &House, (role, address): (Role, &str), first: Value, second: Value) {
    let who = house.caller(NORTH[0], role).cookie.clone();
    let put = async |seen: &str, body: &Value| {
        let headers = [("cookie", who.as_str()), ("content-type", "application/json"), ("if-match", seen)];
        house.request(Method::PUT, address, &headers, body.to_string()).await
    };
    let seen = async || {
        let read = house.send(&who, &Method::GET, address, &json!({})).await;
        assert_eq!(read.status, 200, "{}", read.body);
        read.headers["etag"].to_str().unwrap().to_owned()
    };
    let before = seen().await;
    let kept = put(&before, &first).await;
    assert_eq!(kept.status, 200, "{}", kept.body);
    assert_eq!(kept.headers["etag"], seen().await.as_str());
    let digests = house.digests().await;
    let late = put(&before, &second).await;
    assert_eq!((late.status.as_u16(), &late.json()["code"]), (412, &json!("controls/changed-meanwhile")));
    assert_eq!(house.digests().await, digests);
}

/// What an address does not honour it refuses: a header let pass in silence promises what nobody keeps.
pub async fn not_taken(house: &House) {
    let admin = house.caller(NORTH[0], Role::Administrator).cookie.clone();
    let before = house.digests().await;
    for (method, address, header, code) in [
        (Method::POST, "/api/tokens", "idempotency-key", "controls/key-not-taken"),
        (Method::DELETE, "/api/sessions", "idempotency-key", "controls/key-not-taken"),
        (Method::POST, "/api/webhooks/1/test", "idempotency-key", "controls/key-not-taken"),
        (Method::POST, "/api/users", "if-match", "controls/version-not-taken"),
        (Method::DELETE, "/api/users/1/sessions", "if-match", "controls/version-not-taken"),
    ] {
        let headers = [("cookie", admin.as_str()), ("content-type", "application/json"), (header, "\"1\"")];
        let address_en = format!("{address}?lang=en");
        let refused = house.request(method, &address_en, &headers, "{}".to_owned()).await;
        let told = refused.json();
        assert_eq!((refused.status.as_u16(), &told["code"]), (400, &json!(code)), "{address}");
        assert!(told["title"].as_str().unwrap().contains(address), "{told}");
    }
    assert_eq!(house.digests().await, before);
}

/// Two who change one object at the same time, each a number of times: `ATELIER_EDITS`, else 25. Each adds
/// one to what they read; whoever was too late reads again. Nothing that was accepted is lost.
pub async fn together(house: &House) {
    let edits: u32 = std::env::var("ATELIER_EDITS").map_or(25, |text| text.parse().unwrap());
    let admin = house.caller(NORTH[0], Role::Administrator).cookie.clone();
    let address = format!("/api/users/{}", house.caller(NORTH[0], Role::Coach).id);
    let ask = |method: Method, version: String, body: Value| {
        let (address, admin) = (address.clone(), admin.clone());
        async move {
            let mut headers = vec![("cookie", admin.as_str()), ("content-type", "application/json")];
            headers.extend((!version.is_empty()).then_some(("if-match", version.as_str())));
            house.request(method, &address, &headers, body.to_string()).await
        }
    };
    let name = |number: u32| json!({ "name": format!("north coach {number}") });
    let number = |read: &Answer| -> u32 {
        let name = read.json()["name"].as_str().unwrap().to_owned();
        name.rsplit(' ').next().unwrap().parse().unwrap()
    };
    assert_eq!(ask(Method::PATCH, String::new(), name(0)).await.status, 200);
    let writer = || async {
        let mut late = 0;
        for _ in 0..edits {
            loop {
                let read = ask(Method::GET, String::new(), json!({})).await;
                let version = read.headers["etag"].to_str().unwrap().to_owned();
                let changed = ask(Method::PATCH, version, name(number(&read) + 1)).await;
                if changed.status == 200 {
                    break;
                }
                assert_eq!(changed.status, 412, "{}", changed.body);
                late += 1;
            }
        }
        late
    };
    let (one, other) = tokio::join!(writer(), writer());
    assert!(one + other > 0, "they never met");
    assert_eq!(number(&ask(Method::GET, String::new(), json!({})).await), 2 * edits);
    assert_eq!(ask(Method::PATCH, String::new(), json!({ "name": "north coach Nord" })).await.status, 200);
}
