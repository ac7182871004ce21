//! The archive apart over HTTP: left, found there, brought back; terms ended.

use crate::{Answer, House, NORTH, SOUTH};
use atelier_domain::controls::Role;
use axum::body::Body;
use axum::http::{Method, Request};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use std::io::{Cursor, Read};
use tower::ServiceExt;

const NAME: &str = "Hildegarde Retirée";

fn refused(answer: &Answer, status: u16, code: &str) {
    assert_eq!((answer.status.as_u16(), &answer.json()["code"]), (status, &json!(code)), "{}", answer.body);
}

/// Two more whose term ends on the same day: page after page everybody is shown, once.
async fn by_pages(house: &House, (ops, compliance): (&str, &str), firm: &Value) {
    let ask = async |cookie: &str, method: Method, at: &str, body: Value| {
        house.send(cookie, &method, at, &body).await
    };
    let mut added = Vec::new();
    for name in ["Anselme Page", "Bertille Page"] {
        let draft = json!({ "name": name, "account": firm });
        let id =
            ask(ops, Method::POST, "/api/contacts", draft).await.json()["id"].as_str().unwrap().to_owned();
        let at = format!("/api/contacts/{id}/archive");
        let put = ask(compliance, Method::POST, &at, json!({ "ground": "accounts" })).await;
        assert_eq!(put.status, 201, "{}", put.body);
        added.push(id);
    }
    let whole = ask(compliance, Method::GET, "/api/archives?limit=200", json!({})).await.json();
    let (mut shown, mut after) = (Vec::new(), String::new());
    loop {
        let page = ask(compliance, Method::GET, &format!("/api/archives?limit=1{after}"), json!({})).await;
        let page = page.json();
        assert_eq!((page["rows"].as_array().unwrap().len(), &page["count"]), (1, &whole["count"]), "{page}");
        shown.push(page["rows"][0].clone());
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={}", next.replace(' ', "+"));
    }
    assert!(
        shown.len() >= 3 && json!(shown) == whole["rows"] && whole["next"].is_null(),
        "{shown:?} {whole}"
    );
    for (at, code) in [("?after=x", "app/unreadable-page"), ("?limit=0", "app/page-length")] {
        let wrong = ask(compliance, Method::GET, &format!("/api/archives{at}"), json!({})).await;
        assert_eq!(wrong.json()["code"], code, "{}", wrong.body);
    }
    for id in added {
        let out = ask(compliance, Method::DELETE, &format!("/api/archives/{id}"), json!({})).await;
        assert_eq!(out.status, 204, "{}", out.body);
    }
}

/// Somebody of a firm with which something was concluded leaves for the archive and comes back.
pub async fn apart(house: &House) {
    let ask = async |cookie: &str, method: Method, at: &str, body: Value| {
        house.send(cookie, &method, at, &body).await
    };
    let [ops, compliance, auditor, director] =
        [Role::SalesOps, Role::Compliance, Role::Auditor, Role::Director]
            .map(|role| house.caller(NORTH[0], role).cookie.clone());
    let south = house.caller(SOUTH[0], Role::Compliance).cookie.clone();
    let firm = ask(&ops, Method::POST, "/api/accounts", json!({ "name": "Forges du Ponant" })).await.json();
    let draft = json!({ "name": NAME, "account": firm["id"], "mail": "h@client.example" });
    let id = ask(&ops, Method::POST, "/api/contacts", draft).await.json()["id"].as_str().unwrap().to_owned();
    let (contact, archived) = (format!("/api/contacts/{id}"), format!("/api/archives/{id}"));
    let archive = format!("{contact}/archive");
    let contract = json!({ "ground": "contract" });

    let digests = house.digests().await;
    refused(
        &ask(&compliance, Method::POST, &archive, contract.clone()).await,
        422,
        "controls/archive-nothing-concluded",
    );
    refused(
        &ask(&compliance, Method::POST, &archive, json!({ "ground": "sentiment" })).await,
        422,
        "execution/unknown-choice",
    );
    refused(&ask(&compliance, Method::DELETE, &archived, json!({})).await, 404, "execution/not-archived");
    refused(
        &ask(&compliance, Method::GET, &format!("{archived}/package"), json!({})).await,
        404,
        "execution/not-archived",
    );
    assert_eq!(house.digests().await, digests);

    // The accounts are kept longer than the contract.
    let deal = json!({ "account": firm["id"], "standing": "won", "closed_on": "2020-03-02" });
    let made = ask(&ops, Method::POST, "/api/opportunities", deal).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let over = ask(&compliance, Method::POST, &archive, contract.clone()).await;
    refused(&over, 422, "controls/archive-over");
    assert!(over.body.contains("2025"), "{}", over.body);
    merged(house, &ops, (&contact, &firm["id"])).await;
    let order = house.markets[0].id("order", "camille");
    let at = format!("/api/orders/{order}/files?name=bon-de-commande.txt&contact={id}");
    let headers = [("cookie", ops.as_str()), ("content-type", "text/plain")];
    let file = house.request(Method::POST, &at, &headers, "42 pièces".to_owned()).await;
    assert_eq!(file.status, 201, "{}", file.body);
    let put = ask(&compliance, Method::POST, &archive, json!({ "ground": "accounts" })).await;
    assert_eq!((put.status.as_u16(), &put.json()["until"]), (201, &json!("2030-03-02")), "{}", put.body);

    for (cookie, at) in [
        (&ops, contact.clone()),
        (&ops, format!("{contact}/consents")),
        (&compliance, format!("{contact}/package")),
    ] {
        let gone = ask(cookie, Method::GET, &at, json!({})).await;
        assert!(matches!(gone.status.as_u16(), 404 | 422), "{at} {}", gone.body);
    }
    for (cookie, at) in [
        (&ops, "/api/contacts?text=hildegarde".to_owned()),
        (&ops, format!("/api/contacts?account={}", firm["id"].as_str().unwrap())),
        (&director, "/api/search?q=hildegarde".to_owned()),
        (&compliance, "/api/retention?until=2999-01-01".to_owned()),
    ] {
        let answer = ask(cookie, Method::GET, &at, json!({})).await;
        assert!(answer.status == 200 && !answer.body.contains("Hildegarde"), "{at} {}", answer.body);
    }
    refused(
        &ask(&ops, Method::PATCH, &contact, json!({ "function": "achats" })).await,
        404,
        "execution/unknown-contact",
    );

    // Its readers find them; those of another company and the other roles do not.
    for reader in [&compliance, &auditor] {
        let list = ask(reader, Method::GET, "/api/archives?text=HILDE", json!({})).await.json();
        assert_eq!((&list["count"], &list["rows"][0]["name"]), (&json!(1), &json!(NAME)), "{list}");
        assert_eq!(list["rows"][0]["firm"], "Forges du Ponant");
        assert_eq!(ask(reader, Method::GET, "/api/archives?text=xyz", json!({})).await.json()["count"], 0);
        let (told, files) = packed(house, reader, &format!("{archived}/package")).await;
        assert!(told.contains(NAME) && files.len() == 1, "{files:?}");
        let consents = serde_json::from_str::<Value>(&told).unwrap()["consents"].clone();
        assert_eq!((consents.as_array().unwrap().len(), &consents[0]["choice"]), (1, &json!("objected")));
        assert!(files[0].0.ends_with("-bon-de-commande.txt") && files[0].1 == "42 pièces", "{files:?}");
    }
    assert_eq!(ask(&south, Method::GET, "/api/archives", json!({})).await.json()["count"], 0);
    by_pages(house, (&ops, &compliance), &firm["id"]).await;
    for (method, at) in [(Method::GET, format!("{archived}/package")), (Method::DELETE, archived.clone())] {
        refused(&ask(&south, method, &at, json!({})).await, 404, "execution/not-archived");
    }
    for other in [&ops, &director] {
        let denied = ask(other, Method::GET, &format!("{archived}/package"), json!({})).await;
        refused(&denied, 403, "controls/not-allowed");
    }
    let read = ask(&compliance, Method::GET, "/api/accesses", json!({})).await;
    assert!(read.body.contains(&id), "who read the archive stands in the journal");

    // Taken out, everything is as before.
    refused(&ask(&auditor, Method::DELETE, &archived, json!({})).await, 403, "controls/not-allowed");
    assert_eq!(ask(&compliance, Method::DELETE, &archived, json!({})).await.status, 204);
    assert_eq!(ask(&ops, Method::GET, &contact, json!({})).await.json()["name"], NAME);
    refused(&ask(&compliance, Method::DELETE, &archived, json!({})).await, 404, "execution/not-archived");

    ended(house, &compliance).await;
}

/// A card merged into theirs said yes where they said no: the no holds in the archive as before it.
async fn merged(house: &House, ops: &str, (contact, firm): (&str, &Value)) {
    let draft = json!({ "name": "H. Retirée", "account": firm });
    let other = house.send(ops, &Method::POST, "/api/contacts", &draft).await.json()["id"].clone();
    let other_at = format!("/api/contacts/{}/consents", other.as_str().unwrap());
    for (at, choice) in [(format!("{contact}/consents"), "objected"), (other_at, "agreed")] {
        let said = json!({ "channels": ["mail"], "aims": ["survey"], "choice": choice, "source": "lettre" });
        assert_eq!(house.send(ops, &Method::POST, &at, &said).await.status, 201);
    }
    let gone = json!({ "gone": other });
    let merge = house.send(ops, &Method::POST, &format!("{contact}/merges"), &gone).await;
    assert_eq!(merge.status, 201, "{}", merge.body);
}

/// What ending the terms would do is told by ground; as many leave as were seen.
async fn ended(house: &House, compliance: &str) {
    let at = "/api/retention";
    let told =
        house.send(compliance, &Method::GET, &format!("{at}?until=2999-01-01"), &json!({})).await.json();
    let end = |unasked: bool, ground: &str| {
        let ends = told["ends"].as_array().unwrap();
        let found = ends.iter().find(|one| one["unasked"] == unasked && one["ground"] == ground);
        found.unwrap_or_else(|| panic!("{told}")).clone()
    };
    assert_eq!(end(true, "accounts")["archived"], 0, "by then every archive is over");
    let total = |one: &Value| one["archived"].as_u64().unwrap() + one["erased"].as_u64().unwrap();
    assert_eq!(total(&end(true, "contract")), told["count"].as_u64().unwrap());
    let wrong = json!({ "count": 0, "ground": "sentiment" });
    refused(&house.send(compliance, &Method::POST, at, &wrong).await, 422, "execution/unknown-choice");
    let none = house.send(compliance, &Method::POST, at, &json!({ "count": 0, "ground": "accounts" })).await;
    assert_eq!(none.json(), json!({ "erased": 0, "archived": 0 }), "{}", none.body);
}

/// What the archive tells, and the files in it with what they say.
async fn packed(house: &House, cookie: &str, address: &str) -> (String, Vec<(String, String)>) {
    let request = Request::get(address).header("host", "localhost:4310").header("cookie", cookie);
    let answer = house.service.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(answer.status().as_u16(), 200, "{address}");
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut read = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let files = names.iter().filter(|name| name.starts_with("files/"));
    let files = files.map(|name| (name.clone(), read(name))).collect();
    (read("package.json"), files)
}
