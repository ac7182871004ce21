//! Consents, erasure, packages, terms and the gate over HTTP.

use crate::{Answer, House, NORTH};
use atelier_domain::controls::Role;
use axum::body::Body;
use axum::http::{Method, Request};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use std::io::{Cursor, Read};
use tower::ServiceExt;

const NAME: &str = "Zénaïde Introuvable";

impl House {
    async fn get_as(&self, cookie: &str, address: &str) -> Answer {
        self.send(cookie, &Method::GET, address, &json!({})).await
    }

    async fn put_once(&self, cookie: &str, address: &str, body: &Value) -> Answer {
        let headers =
            [("cookie", cookie), ("content-type", "application/json"), ("idempotency-key", address)];
        self.request(Method::POST, address, &headers, body.to_string()).await
    }
}

/// What was said counts; what cannot be kept changes nothing.
pub async fn consents(house: &House) {
    let seller = house.caller(NORTH[0], Role::Seller).cookie.clone();
    let contact = format!("/api/contacts/{}", house.markets[0].id("contact", "camille"));
    let reach = async |query: &str| house.get_as(&seller, &format!("{contact}/reach?{query}")).await;
    let row = |answer: &Answer, channel: &str, aim: &str| {
        let rows = answer.json()["rows"].as_array().unwrap().clone();
        let found = rows.into_iter().find(|row| row["channel"] == channel && row["aim"] == aim);
        found.unwrap()
    };
    let before = reach("").await;
    assert_eq!(before.json()["rows"].as_array().unwrap().len(), 15, "{}", before.body);
    assert_eq!(row(&before, "mail", "prospecting")["allowed"], true);
    assert_eq!(row(&before, "message", "prospecting")["reason"], "needs-consent");

    let address = format!("{contact}/consents");
    let said = json!({ "channels": ["mail"], "aims": ["prospecting"], "choice": "objected",
        "on": "2026-02-03", "source": "lettre du 3 février" });
    let digests = house.digests().await;
    for (field, value, code) in [
        ("choice", json!("perhaps"), "execution/unknown-choice"),
        ("channels", json!(["telegraph"]), "execution/unknown-choice"),
        ("source", json!(" "), "execution/consent-no-source"),
        ("on", json!("9999-01-01"), "execution/consent-in-the-future"),
    ] {
        let mut wrong = said.clone();
        wrong[field] = value;
        let refused = house.send(&seller, &Method::POST, &address, &wrong).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (422, &json!(code)), "{field}");
    }
    assert_eq!(house.digests().await, digests);
    let made = house.put_once(&seller, &address, &said).await;
    assert_eq!((made.status.as_u16(), &made.json()["rows"][0]["choice"]), (201, &json!("objected")));
    let digests = house.digests().await;
    let again = house.put_once(&seller, &address, &said).await;
    assert_eq!((again.status.as_u16(), again.body), (201, made.body));
    assert!(again.headers.contains_key("idempotent-replayed"));
    assert_eq!(house.digests().await, digests);

    assert_eq!(house.get_as(&seller, &address).await.json()["rows"].as_array().unwrap().len(), 1);
    let after = reach("channel=mail&lang=en").await;
    let objected = row(&after, "mail", "prospecting");
    assert_eq!((&objected["allowed"], &objected["reason"]), (&json!(false), &json!("objected")));
    assert!(objected["told"].as_str().unwrap().contains("2026"), "{objected}");
    assert_eq!(row(&after, "mail", "contract")["allowed"], true);
    assert_eq!(row(&reach("on=2026-02-02").await, "mail", "prospecting")["allowed"], true, "not yet said");
    assert_eq!(reach("aim=gossip").await.json()["code"], "execution/unknown-choice");
}

/// Somebody is written down, handed everything, erased; then nothing says their name any more.
pub async fn erased(house: &House) {
    let [ops, director, compliance] = [Role::SalesOps, Role::Director, Role::Compliance]
        .map(|role| house.caller(NORTH[0], role).cookie.clone());
    let firm = house.markets[0].id("account", "camille");
    let draft = json!({ "key": "Z-17", "name": NAME, "account": firm, "mail": "z@client.example" });
    let made = house.put_once(&ops, "/api/contacts", &draft).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let contact = format!("/api/contacts/{id}");
    let said = json!({ "choice": "agreed", "source": format!("au salon, {NAME}") });
    let kept = house.send(&ops, &Method::POST, &format!("{contact}/consents"), &said).await;
    assert_eq!((kept.status.as_u16(), kept.json()["rows"].as_array().unwrap().len()), (201, 15));

    packed(house, &compliance, &format!("{contact}/package")).await;

    let erasure = format!("{contact}/erasure");
    let wrong = house.send(&compliance, &Method::POST, &erasure, &json!({ "reason": "boredom" })).await;
    assert_eq!(wrong.json()["code"], "execution/unknown-reason");
    assert_eq!(house.get_as(&ops, &contact).await.status, 200, "nobody is erased for a wrong reason");
    let gone = house.put_once(&compliance, &erasure, &json!({ "reason": "request" })).await;
    assert_eq!((gone.status.as_u16(), &gone.json()["person"]), (200, &json!(id)), "{}", gone.body);
    assert!(gone.json()["log_emptied"].is_boolean());

    for address in [
        contact.clone(),
        format!("{contact}/consents"),
        format!("{contact}/reach"),
        format!("{contact}/package"),
    ] {
        let who = if address.ends_with("package") { &compliance } else { &ops };
        assert_eq!(house.get_as(who, &address).await.status, 404, "{address}");
    }
    for (who, address) in [
        (&ops, "/api/contacts?text=z".to_owned()),
        (&ops, format!("/api/contacts?account={firm}")),
        (&director, "/api/facts".to_owned()),
        (&compliance, "/api/accesses".to_owned()),
        (&compliance, "/api/retention?until=2999-01-01".to_owned()),
    ] {
        let answer = house.get_as(who, &address).await;
        assert_eq!(answer.status, 200, "{address} {}", answer.body);
        assert!(!answer.body.contains(NAME), "{address}");
    }
    // The answer kept for a repeated request is gone too, and nobody comes back.
    let back = house.put_once(&ops, "/api/contacts", &draft).await;
    assert_eq!(back.json()["code"], "execution/person-erased", "{}", back.body);
    let twice = house.send(&compliance, &Method::POST, &erasure, &json!({ "reason": "request" })).await;
    assert_eq!(twice.json()["code"], "execution/person-erased");
    let replayed = house.put_once(&compliance, &erasure, &json!({ "reason": "request" })).await;
    assert_eq!((replayed.status.as_u16(), &replayed.json()["person"]), (200, &json!(id)));
}

/// An archive with its parts; the second says who read the first.
async fn packed(house: &House, cookie: &str, address: &str) {
    let mut read = String::new();
    for _ in 0..2 {
        let request = Request::get(address).header("host", "localhost:4310").header("cookie", cookie);
        let answer = house.service.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(
            (answer.status().as_u16(), &answer.headers()["content-type"]),
            (200, &"application/zip".parse().unwrap())
        );
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        for part in ["package.json", "fiche.txt", "sheet.txt"] {
            assert!(names.iter().any(|name| name == part), "{names:?}");
        }
        assert!(names.len() >= 3 + 4, "{names:?}");
        read.clear();
        zip.by_name("package.json").unwrap().read_to_string(&mut read).unwrap();
        assert!(read.contains(NAME));
    }
    let reader = house.caller(NORTH[0], Role::Compliance);
    let asked = read.contains("voir les données personnelles") || read.contains("see personal data");
    assert!(read.contains(&reader.login) && asked, "{read}");
}

/// Terms are shown and erase nobody; the consultation is recorded once it was held.
pub async fn terms_and_gate(house: &House) {
    let compliance = house.caller(NORTH[0], Role::Compliance).cookie.clone();
    let auditor = house.caller(NORTH[0], Role::Auditor).cookie.clone();
    let due = house.get_as(&auditor, "/api/retention?until=2999-01-01").await.json();
    let rows = due["rows"].as_array().unwrap();
    assert!(due["count"] == rows.len() && rows.len() >= 2, "{due}");
    for row in rows {
        let person = format!("/api/contacts/{}", row["person"].as_str().unwrap());
        assert_eq!(house.get_as(&compliance, &person).await.status, 200, "{person}");
    }
    assert_eq!(house.get_as(&auditor, "/api/retention?until=2020-01-01").await.json()["count"], 0);

    // At the end of a term the question is asked once; before, it is refused; as many are erased as were seen.
    let person = format!("/api/contacts/{}/asking", rows[0]["person"].as_str().unwrap());
    let question = house.get_as(&auditor, &person).await.json();
    assert_eq!(question["stage"], "running", "{question}");
    assert!(question["fr"]["body"].as_str().unwrap().contains("coordonnées"), "{question}");
    let early = house.send(&compliance, &Method::POST, &person, &json!({ "channel": "mail" })).await;
    assert_eq!(early.json()["code"], "controls/asking-too-soon", "{}", early.body);
    let end = async |body: Value| house.send(&compliance, &Method::POST, "/api/retention", &body).await;
    let changed = end(json!({ "count": 3 })).await;
    assert_eq!((changed.status.as_u16(), &changed.json()["code"]), (409, &json!("controls/terms-changed")));
    assert_eq!(end(json!({ "count": 0 })).await.json()["erased"], 0);

    let file = house.get_as(&auditor, "/api/gate/file?lang=fr").await.json();
    let entries = file["entries"].as_array().unwrap();
    let day = entries.iter().find(|one| one["code"] == "plans").unwrap();
    assert_eq!(day["readers"][0]["text"], "directeur commercial (pour toute l’entreprise)", "{day}");
    let document = house.get_as(&auditor, "/api/gate/document?lang=en").await;
    assert!(
        document.body.contains("<h1>What Atelier keeps about those who work here</h1>"),
        "{}",
        document.body
    );

    let shut = house.get_as(&auditor, "/api/gate").await.json();
    assert_eq!((&shut["open"], &shut["consulted_on"]), (&json!(false), &Value::Null));
    // Until then the director sees of others neither what they looked at nor what they wrote; who guards it does.
    let director = house.caller(NORTH[0], Role::Director).clone();
    let seen = async || {
        let lines = house.get_as(&director.cookie, "/api/accesses").await.json();
        let facts = house.get_as(&director.cookie, "/api/facts").await.json();
        let mut users = lines["accesses"].as_array().unwrap().iter().map(|one| &one["user"]);
        let mut authors = facts["rows"].as_array().unwrap().iter().map(|one| &one["actor"]);
        let other = |author: &Value| author.is_string() && *author != director.login;
        (lines["withheld"] == true, users.any(|user| *user != director.id), authors.any(other))
    };
    assert_eq!(seen().await, (true, false, false));
    let facts = house.get_as(&auditor, "/api/facts").await.json();
    assert!(facts["rows"].as_array().unwrap().iter().all(|one| one["actor"].is_string()), "{facts}");
    let record = async |body: Value| house.send(&compliance, &Method::PUT, "/api/gate", &body).await;
    let future = record(json!({ "consulted_on": "9999-01-01", "proof": "PV" })).await;
    assert_eq!(future.json()["code"], "controls/gate-in-the-future");
    assert_eq!(house.get_as(&auditor, "/api/gate").await.json(), shut);
    let held = record(json!({ "consulted_on": "2026-01-05", "proof": "PV du 5 janvier" })).await;
    assert_eq!((held.status.as_u16(), &held.json()["open"]), (200, &json!(true)), "{}", held.body);
    assert_eq!(seen().await, (false, true, true));
    assert_eq!(house.get_as(&auditor, "/api/gate").await.json(), held.json());
    // Human resources record it, and read nothing of the people at customers.
    let people = house.caller(NORTH[0], Role::HumanResources).cookie.clone();
    let later = json!({ "consulted_on": "2026-01-12", "proof": "PV du 12 janvier" });
    assert_eq!(house.send(&people, &Method::PUT, "/api/gate", &later).await.status, 200);
    assert_eq!(house.get_as(&people, "/api/gate").await.json()["consulted_on"], "2026-01-12");
    assert_eq!(house.get_as(&people, "/api/retention").await.status, 403);
}
