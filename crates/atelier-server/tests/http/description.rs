//! The description of the API says what is served, and the copy in the repository says the same.

use crate::House;
use atelier_server::http::{openapi_text, routes};
use axum::http::Method;
use serde_json::Value;
use std::collections::BTreeSet;

pub async fn told(house: &House) {
    let answer = house.request(Method::GET, "/api/openapi.json", &[], String::new()).await;
    assert_eq!(answer.status, 200);
    let told = answer.json();
    assert!(told["openapi"].as_str().unwrap().starts_with("3.1"));
    let mut described = BTreeSet::new();
    for (path, item) in told["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let right = operation["x-permission"].as_str().unwrap().to_owned();
            described.insert((method.to_uppercase(), path.clone(), right));
        }
    }
    let right = |route: &atelier_server::http::Route| route.permission.map_or("open", |one| one.code());
    let served: BTreeSet<_> = routes()
        .iter()
        .map(|route| (route.method.to_string(), route.path.to_owned(), right(route).to_owned()))
        .collect();
    assert_eq!(described, served);
    refer(&told, &told);
}

/// Every reference leads somewhere.
fn refer(whole: &Value, part: &Value) {
    match part {
        Value::Object(map) => {
            if let Some(Value::String(target)) = map.get("$ref") {
                assert!(whole.pointer(target.trim_start_matches('#')).is_some(), "{target}");
            }
            map.values().for_each(|one| refer(whole, one));
        }
        Value::Array(list) => list.iter().for_each(|one| refer(whole, one)),
        _ => {}
    }
}

/// `atelier openapi > docs/openapi.json` brings it up to date; so does this test under `ATELIER_KEEP_DESCRIPTION=1`.
#[test]
fn the_copy_in_the_repository_is_the_description() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");
    if std::env::var_os("ATELIER_KEEP_DESCRIPTION").is_some() {
        std::fs::write(path, openapi_text() + "\n").unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap();
    let is_same = kept.trim_end() == openapi_text().trim_end();
    assert!(is_same, "run: atelier openapi > docs/openapi.json");
}
