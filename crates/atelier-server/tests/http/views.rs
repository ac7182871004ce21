//! Saved views: mine, shared with my unit, changed by nobody else.

use crate::{Answer, House, NORTH, SOUTH};
use atelier_domain::controls::Role;
use atelier_server::sample::canaries::team;
use axum::http::Method;
use serde_json::{Value, json};

const ID: &str = "00000000-0000-7000-8000-0000000000f1";

async fn ask(house: &House, who: &str, method: Method, address: &str, body: &Value) -> Answer {
    house.send(who, &method, address, body).await
}

pub async fn kept(house: &House) {
    let before = house.digests().await;
    let manager = house.caller(NORTH[0], Role::Manager).cookie.clone();
    let coach = house.caller(NORTH[0], Role::Coach).cookie.clone();
    let seller = house.caller(NORTH[0], Role::Seller).cookie.clone();
    let south = house.caller(SOUTH[0], Role::Manager).cookie.clone();
    let unit = team(NORTH[0], "Nord");
    let address = format!("/api/views/{ID}");
    let view = json!({ "name": "Semaine", "page": "plan/tableau", "query": "teams=Nord&from=2027-01-11", "unit": unit });
    let made = ask(house, &manager, Method::PUT, &address, &view).await;
    assert_eq!(made.status, 200, "{}", made.body);
    assert_eq!((&made.json()["mine"], &made.json()["query"]), (&json!(true), &view["query"]));
    let seen = |answer: &Answer| answer.json()["views"].as_array().unwrap().clone();
    let mine = seen(&ask(house, &manager, Method::GET, "/api/views?page=plan/tableau", &json!({})).await);
    assert_eq!(mine.len(), 1);
    assert!(seen(&ask(house, &manager, Method::GET, "/api/views?page=journee", &json!({})).await).is_empty());
    // The unit sees it, and cannot change it; others do not see it.
    let shared = seen(&ask(house, &coach, Method::GET, "/api/views", &json!({})).await);
    assert_eq!((shared.len(), &shared[0]["mine"]), (1, &json!(false)), "{shared:?}");
    let personal = json!({ "name": "Volée", "page": "plan" });
    assert_eq!(ask(house, &coach, Method::PUT, &address, &personal).await.status, 404);
    assert_eq!(ask(house, &coach, Method::DELETE, &address, &json!({})).await.status, 404);
    assert!(seen(&ask(house, &south, Method::GET, "/api/views", &json!({})).await).is_empty());
    // Only one's own unit, and only an address of ours.
    for (body, place) in [
        (json!({ "name": "a", "page": "plan", "unit": "Ailleurs" }), "unit"),
        (json!({ "name": "", "page": "plan" }), "name"),
        (json!({ "name": "a", "page": "https://ailleurs.example" }), "page"),
        (json!({ "name": "a", "page": "plan", "query": "a=<b>" }), "query"),
    ] {
        let other = "/api/views/00000000-0000-7000-8000-0000000000f2";
        let refused = ask(house, &seller, Method::PUT, other, &body).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["errors"][0]["place"]), (422, &json!(place)));
    }
    let renamed = json!({ "name": "Ma semaine", "page": "plan/tableau" });
    let changed = ask(house, &manager, Method::PUT, &address, &renamed).await.json();
    assert_eq!((&changed["name"], &changed["unit"]), (&json!("Ma semaine"), &Value::Null));
    assert!(seen(&ask(house, &coach, Method::GET, "/api/views", &json!({})).await).is_empty());
    assert_eq!(ask(house, &manager, Method::DELETE, &address, &json!({})).await.status, 204);
    assert_eq!(ask(house, &manager, Method::DELETE, &address, &json!({})).await.status, 404);
    assert_eq!(house.digests().await, before, "a view is no fact");
}
