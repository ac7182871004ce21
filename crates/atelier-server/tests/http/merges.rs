//! Firms and people written down twice, made one and two again over HTTP.

use crate::{Answer, House, NORTH, SOUTH};
use atelier_domain::controls::Role;
use axum::http::Method;
use serde_json::{Value, json};

impl House {
    async fn made(&self, cookie: &str, address: &str, body: &Value) -> String {
        let made = self.send(cookie, &Method::POST, address, body).await;
        assert_eq!(made.status, 201, "{}", made.body);
        made.json()["id"].as_str().unwrap().to_owned()
    }

    async fn read_as(&self, cookie: &str, address: &str) -> Answer {
        self.send(cookie, &Method::GET, address, &json!({})).await
    }

    async fn content(&self) -> String {
        self.store.digests().await.unwrap().content.to_string()
    }

    /// What a list holds.
    async fn rows(&self, cookie: &str, address: &str) -> Vec<Value> {
        let list = self.read_as(cookie, address).await;
        assert_eq!(list.status, 200, "{}", list.body);
        list.json()["rows"].as_array().unwrap().clone()
    }
}

fn told(answer: &Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.json()["code"].as_str().unwrap_or_default().to_owned())
}

/// Everything of a firm is found under the one that stays; its own address says where; undone, it is as before.
pub async fn firms(house: &House) {
    let ops = house.caller(NORTH[0], Role::SalesOps).cookie.clone();
    let gone = house
        .made(&ops, "/api/accounts", &json!({ "name": "Fusée SARL", "key": "FU-1", "sector": "espace" }))
        .await;
    let kept = house.made(&ops, "/api/accounts", &json!({ "name": "Fusée" })).await;
    house.made(&ops, "/api/accounts", &json!({ "name": "Fille", "parent": gone })).await;
    house.made(&ops, "/api/contacts", &json!({ "name": "Ursule Fusain", "account": gone })).await;
    let deal = house.made(&ops, "/api/opportunities", &json!({ "account": gone, "standing": "lost" })).await;
    let before = house.content().await;
    let into = format!("/api/accounts/{kept}/merges");
    let body = json!({ "gone": gone, "take": ["sector"] });

    refusals(house, &ops, (&gone, &kept)).await;
    assert_eq!(house.content().await, before, "a refused merge wrote something");

    let merged = house.send(&ops, &Method::POST, &into, &body).await;
    assert_eq!(merged.status, 201, "{}", merged.body);
    assert_eq!(merged.json()["gone_name"], "Fusée SARL");
    let stays = house.read_as(&ops, &format!("/api/accounts/{kept}")).await.json();
    assert_eq!((&stays["name"], &stays["sector"]), (&json!("Fusée"), &json!("espace")));
    assert_eq!(house.rows(&ops, "/api/accounts?text=fus").await.len(), 1);
    assert_eq!(house.rows(&ops, &format!("/api/contacts?account={kept}")).await.len(), 1);
    let read = house.read_as(&ops, &format!("/api/opportunities/{deal}")).await.json();
    assert_eq!(read["account"], json!(kept));
    let found = house.read_as(&ops, "/api/search?q=fus").await.body;
    assert!(!found.contains(&gone), "{found}");
    let csv = house.read_as(&ops, "/api/exports/accounts.csv").await.body;
    assert!(csv.contains(&kept) && !csv.contains(&gone));
    let line = house.read_as(&ops, &format!("/api/accounts/{kept}/timeline")).await;
    assert!(line.body.contains(&format!("\"merge\":\"{gone}\"")), "{}", line.body);

    // Its own address says where it is, and so for whatever is asked of it.
    for (method, at, body) in [
        (Method::GET, "", json!({})),
        (Method::PATCH, "", json!({ "sector": "eau" })),
        (Method::GET, "/timeline", json!({})),
        (Method::GET, "/merges", json!({})),
        (Method::POST, "/merges", json!({ "gone": kept })),
    ] {
        let answer = house.send(&ops, &method, &format!("/api/accounts/{gone}{at}"), &body).await;
        assert_eq!(told(&answer), (410, "execution/merged".to_owned()), "{method} {at}");
        assert_eq!(answer.json()["kept"], json!(kept));
    }
    // Its key is taken, and it goes only once.
    let again =
        house.send(&ops, &Method::POST, "/api/accounts", &json!({ "name": "Fusée", "key": "FU-1" })).await;
    assert_eq!(told(&again), (409, "execution/key-taken".to_owned()));
    let again = house.send(&ops, &Method::POST, &into, &body).await;
    assert_eq!(told(&again), (409, "execution/merged".to_owned()));
    let third = house.made(&ops, "/api/accounts", &json!({ "name": "Tierce" })).await;
    let chain = house
        .send(&ops, &Method::POST, &format!("/api/accounts/{third}/merges"), &json!({ "gone": kept }))
        .await;
    assert_eq!(told(&chain), (409, "execution/merge-chain".to_owned()), "{}", chain.body);
    let merges = house.rows(&ops, &into).await;
    assert_eq!((merges.len(), &merges[0]["gone"]), (1, &json!(gone)));

    let at = format!("/api/merges/{gone}");
    let other = house.caller(SOUTH[0], Role::SalesOps).cookie.clone();
    let foreign = house.send(&other, &Method::DELETE, &at, &json!({})).await;
    assert_eq!(told(&foreign), (404, "execution/unknown-merge".to_owned()));
    assert_eq!(told(&house.read_as(&other, &format!("/api/accounts/{gone}")).await).0, 404);
    let undone = house.send(&ops, &Method::DELETE, &at, &json!({})).await;
    assert_eq!(undone.status, 204, "{}", undone.body);
    let read = house.read_as(&ops, &format!("/api/opportunities/{deal}")).await.json();
    assert_eq!(read["account"], json!(gone));
    let stays = house.read_as(&ops, &format!("/api/accounts/{kept}")).await.json();
    assert_eq!(stays["sector"], "");
    assert_eq!(told(&house.send(&ops, &Method::DELETE, &at, &json!({})).await).0, 404);
}

async fn refusals(house: &House, ops: &str, (gone, kept): (&str, &str)) {
    let into = format!("/api/accounts/{kept}/merges");
    let elsewhere = house.markets[1].id("account", "camille");
    for (body, status, code) in [
        (json!({ "gone": kept }), 422, "execution/merge-itself"),
        (json!({ "gone": elsewhere }), 422, "execution/unknown-account"),
        (json!({ "gone": "018f0000-0000-7000-8000-000000000000" }), 422, "execution/unknown-account"),
        (json!({ "gone": gone, "take": ["colour"] }), 422, "execution/unknown-choice"),
    ] {
        let refused = house.send(ops, &Method::POST, &into, &body).await;
        assert_eq!(told(&refused), (status, code.to_owned()), "{body}");
    }
    let seller = house.caller(NORTH[0], Role::Seller).cookie.clone();
    let nadia = house.markets[0].id("account", "nadia");
    let refused = house.send(&seller, &Method::POST, &into, &json!({ "gone": nadia })).await;
    assert_eq!(told(&refused), (422, "execution/unknown-account".to_owned()), "out of reach");
}

/// Of two answers the no holds; whoever is erased is so with what came with them, and is merged no more.
pub async fn cards(house: &House) {
    let ops = house.caller(NORTH[0], Role::SalesOps).cookie.clone();
    let compliance = house.caller(NORTH[0], Role::Compliance).cookie.clone();
    let gone = house
        .made(&ops, "/api/contacts", &json!({ "name": "Odilon Fusain", "phone": "05 61 00 00 99" }))
        .await;
    let kept = house.made(&ops, "/api/contacts", &json!({ "name": "O. Fusain" })).await;
    for (id, choice) in [(&gone, "objected"), (&kept, "agreed")] {
        let said = json!({ "channels": ["mail"], "aims": ["survey"], "choice": choice, "source": "lettre" });
        let at = format!("/api/contacts/{id}/consents");
        assert_eq!(house.send(&ops, &Method::POST, &at, &said).await.status, 201);
    }
    let before = house.content().await;
    let into = format!("/api/contacts/{kept}/merges");
    let body = json!({ "gone": gone, "take": ["name", "phone"] });
    assert_eq!(house.send(&ops, &Method::POST, &into, &body).await.status, 201);
    let card = house.read_as(&ops, &format!("/api/contacts/{kept}")).await.json();
    assert_eq!((&card["name"], &card["phone"]), (&json!("Odilon Fusain"), &json!("05 61 00 00 99")));
    let said = house.rows(&ops, &format!("/api/contacts/{kept}/consents")).await;
    assert_eq!((said.len(), &said[0]["choice"]), (1, &json!("objected")));
    for at in ["", "/consents", "/reach"] {
        let answer = house.read_as(&ops, &format!("/api/contacts/{gone}{at}")).await;
        assert_eq!(told(&answer), (410, "execution/merged".to_owned()), "{at}");
    }
    let package = house.read_as(&compliance, &format!("/api/contacts/{gone}/package")).await;
    assert_eq!(told(&package), (410, "execution/merged".to_owned()));
    let at = format!("/api/merges/{gone}");
    assert_eq!(house.send(&ops, &Method::DELETE, &at, &json!({})).await.status, 204);
    assert_eq!(house.content().await, before, "all is as before");

    assert_eq!(house.send(&ops, &Method::POST, &into, &body).await.status, 201);
    let erasure = json!({ "reason": "request" });
    let early =
        house.send(&compliance, &Method::POST, &format!("/api/contacts/{gone}/erasure"), &erasure).await;
    assert_eq!(told(&early), (410, "execution/merged".to_owned()));
    let erased =
        house.send(&compliance, &Method::POST, &format!("/api/contacts/{kept}/erasure"), &erasure).await;
    assert_eq!(erased.status, 200, "{}", erased.body);
    let late = house.send(&ops, &Method::DELETE, &at, &json!({})).await;
    assert_eq!(told(&late), (422, "execution/person-erased".to_owned()));
    let other = house.made(&ops, "/api/contacts", &json!({ "name": "Autre" })).await;
    let into = format!("/api/contacts/{other}/merges");
    let refused = house.send(&ops, &Method::POST, &into, &json!({ "gone": kept })).await;
    assert_eq!(told(&refused), (422, "execution/person-erased".to_owned()));
}
