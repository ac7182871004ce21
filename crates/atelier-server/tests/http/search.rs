//! The palette: what begins with a text, each kind within its own right.

use crate::{House, NORTH, SOUTH};
use atelier_domain::controls::Role;
use axum::http::Method;
use serde_json::{Value, json};

async fn search(house: &House, role: Role, text: &str) -> Vec<(String, String)> {
    let cookie = house.caller(NORTH[0], role).cookie.clone();
    let answer = house.send(&cookie, &Method::GET, &format!("/api/search?q={text}"), &json!({})).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let results = answer.json()["results"].as_array().unwrap().clone();
    assert!(results.len() <= 20);
    let text = |one: &Value, field: &str| one[field].as_str().unwrap().to_owned();
    results.iter().map(|one| (text(one, "kind"), text(one, "label"))).collect()
}

pub async fn found(house: &House) {
    let ops = house.caller(NORTH[0], Role::SalesOps).cookie.clone();
    let made =
        house.send(&ops, &Method::POST, "/api/accounts", &json!({ "name": "Éts Palette Élevée" })).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let account = made.json()["id"].clone();
    let contact = json!({ "name": "Zoé Palette", "account": account, "phone": "+33 6 12.34-56 78" });
    let made = house.send(&ops, &Method::POST, "/api/contacts", &contact).await;
    assert_eq!(made.status, 201, "{}", made.body);
    // By name without case nor accents, by telephone however it is written.
    let one = |kind: &str, label: &str| (kind.to_owned(), label.to_owned());
    assert!(search(house, Role::SalesOps, "ets%20pal").await.contains(&one("account", "Éts Palette Élevée")));
    assert!(search(house, Role::SalesOps, "zoe").await.contains(&one("contact", "Zoé Palette")));
    assert!(
        search(house, Role::SalesOps, "palette").await.contains(&one("contact", "Zoé Palette")),
        "the last word"
    );
    assert!(search(house, Role::SalesOps, "ELEV").await.contains(&one("account", "Éts Palette Élevée")));
    for number in ["0612345678", "06%2012%2034", "%2B33612", "0033612345678"] {
        let found = search(house, Role::SalesOps, number).await;
        assert!(found.contains(&one("contact", "Zoé Palette")), "{number}: {found:?}");
    }
    registered(house, &ops).await;
    beyond(house, &ops).await;
    assert!(search(house, Role::SalesOps, "z").await.is_empty(), "too short");
    // Each role finds what its lists show it, and nothing of the other company.
    let kinds = |found: &[(String, String)]| found.iter().map(|one| one.0.clone()).collect::<Vec<_>>();
    let camille = search(house, Role::Director, "camille").await;
    assert!(kinds(&camille).contains(&"person".to_owned()), "{camille:?}");
    assert!(search(house, Role::Administrator, "zoe").await.is_empty(), "an administrator reads no customer");
    assert!(kinds(&search(house, Role::Seller, "nadia").await).iter().all(|kind| kind != "person"));
    let all = house.get("/api/search?q=canari").await.body;
    assert!(!all.contains("canari-south") && !all.contains(SOUTH[1]), "{all}");
}

/// Many out of reach do not hide one within, nor does the address of the next page tell their names.
async fn beyond(house: &House, ops: &str) {
    let [theirs, mine] = ["nadia", "camille"].map(|who| house.markets[0].id("account", who));
    for (account, name) in
        (0..34).map(|at| (&theirs, format!("Yseult Aa{at}"))).chain([(&mine, "Yseult Zz".into())])
    {
        let made = house
            .send(ops, &Method::POST, "/api/contacts", &json!({ "account": account, "name": name }))
            .await;
        assert_eq!(made.status, 201, "{}", made.body);
    }
    let found = search(house, Role::Seller, "yseult").await;
    assert_eq!(found, [("contact".to_owned(), "Yseult Zz".to_owned())]);
    let seller = house.caller(NORTH[0], Role::Seller).cookie.clone();
    let mut after = String::new();
    let mut named = Vec::new();
    loop {
        let page =
            house.send(&seller, &Method::GET, &format!("/api/contacts?limit=1{after}"), &json!({})).await;
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(!page.body.contains("Aa") && !page.body.contains("yseult"), "{}", page.body);
        let page = page.json();
        named.extend(
            page["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()),
        );
        let Some(next) = page["next"].as_str() else { break };
        // What goes on after somebody is seen: nobody is named whose card is out of reach.
        let card = house.send(&seller, &Method::GET, &format!("/api/contacts/{next}"), &json!({})).await;
        assert_eq!(card.status, 200, "{}", card.body);
        after = format!("&after={next}");
    }
    assert!(named.contains(&"Yseult Zz".to_owned()) && named.len() > 1, "{named:?}");
    let wrong = house.send(&seller, &Method::GET, "/api/contacts?after=zz", &json!({})).await;
    assert_eq!((wrong.status.as_u16(), &wrong.json()["code"]), (422, &json!("app/unreadable-page")));
}

/// By SIREN or SIRET, and only by whoever reaches the firm.
async fn registered(house: &House, ops: &str) {
    let theirs = house.markets[0].id("account", "camille");
    let change = json!({ "siren": "35600000000048" });
    let told = house.send(ops, &Method::PATCH, &format!("/api/accounts/{theirs}"), &change).await;
    assert_eq!(told.status, 200, "{}", told.body);
    let firm = ("account".to_owned(), told.json()["name"].as_str().unwrap().to_owned());
    for number in ["356000000", "356%20000%20000", "35600", "35600000000048", "35600000049837"] {
        assert!(search(house, Role::SalesOps, number).await.contains(&firm), "{number}");
    }
    let nadia = house.callers.iter().find(|one| one.company == NORTH[0] && one.place == "nadia").unwrap();
    let found = house.send(&nadia.cookie, &Method::GET, "/api/search?q=356000000", &json!({})).await;
    assert_eq!((found.status.as_u16(), &found.json()["results"]), (200, &json!([])), "{}", found.body);
}
