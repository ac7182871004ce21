//! Invitations by mail over HTTP: put down where mail can leave, refused where it cannot.

use crate::{House, NORTH};
use atelier_domain::controls::Role;
use atelier_server::http::{Service, Site, service};
use atelier_server::outbound::{Outside, Relay};
use atelier_server::workbench::Workbench;
use axum::http::Method;
use serde_json::{Value, json};

pub async fn invited(house: &House) {
    let admin = house.caller(NORTH[0], Role::Administrator).cookie.clone();
    let relay = Relay::read("smtp://127.0.0.1:1", "Atelier <atelier@north.example>").unwrap();
    let address = Some("https://atelier.example".to_owned());
    let outside = Outside { relay: Some(relay), address, ..Outside::default() };
    let bench = Workbench::new(house.store.clone()).with_outside(outside);
    let mails = service(Service::new(bench, Site::Loopback));
    let ask = async |by_mail: bool, method: Method, address: &str, body: &Value| {
        let headers = [("cookie", admin.as_str()), ("content-type", "application/json")];
        let service = if by_mail { &mails } else { &house.service };
        House::request_to(service, method, address, &headers, body.to_string()).await
    };
    let letters = async || {
        let jobs = ask(true, Method::GET, "/api/jobs", &json!({})).await.json();
        jobs["jobs"].as_array().unwrap().iter().filter(|job| job["kind"] == "mail").count()
    };
    for is_set in [false, true] {
        let read = ask(is_set, Method::GET, "/api/users", &json!({})).await;
        assert_eq!(read.json()["mails"], is_set);
    }
    // Where no mail can leave: refused beside the field, nothing written.
    let draft =
        json!({ "login": "letter@north.example", "name": "Lettre", "roles": ["finance"], "mail": true });
    let (before, none) = (house.digests().await, letters().await);
    let coach = format!("/api/users/{}/invitation", house.caller(NORTH[0], Role::Coach).id);
    for (address, body) in [("/api/users", &draft), (coach.as_str(), &json!({ "mail": true }))] {
        let refused = ask(false, Method::POST, address, body).await;
        let first = &refused.json()["errors"][0];
        let told = (refused.status.as_u16(), &first["code"], &first["place"]);
        assert_eq!(told, (422, &json!("integration/no-mail"), &json!("mail")), "{}", refused.body);
    }
    assert_eq!((house.digests().await, letters().await), (before, none));
    // Where it can: a letter, and no secret for who asks.
    let added = ask(true, Method::POST, "/api/users", &draft).await;
    assert_eq!((added.status.as_u16(), &added.json()["mailed"]), (201, &json!(true)), "{}", added.body);
    let again = format!("/api/users/{}/invitation", added.json()["id"].as_str().unwrap());
    let invited = ask(true, Method::POST, &again, &json!({ "mail": true })).await;
    assert_eq!((invited.status.as_u16(), invited.json()), (201, json!({ "mailed": true })));
    assert!(added.json()["invitation"].is_null(), "{}", added.body);
    assert_eq!(letters().await, none + 2);
    // Said nothing, the secret is shown as before.
    let shown = ask(true, Method::POST, &again, &json!({})).await.json();
    assert!(shown["mailed"] == false && shown["invitation"].is_string(), "{shown}");
    let wrong = ask(true, Method::POST, &again, &json!({ "by": "pigeon" })).await;
    assert_eq!((wrong.status.as_u16(), &wrong.json()["code"]), (400, &json!("controls/unreadable-body")));
}
