//! The figures of the program say what was asked, and do not grow with what somebody makes up.

use crate::{House, NORTH};
use atelier_domain::controls::Role;
use axum::http::Method;
use serde_json::json;

/// Words of no meaning, as methods and as addresses, share one line each.
pub async fn bounded(house: &House) {
    for at in 0..3 {
        let method = Method::from_bytes(format!("MADEUP{at}").as_bytes()).unwrap();
        house.request(method, "/api/companies", &[], String::new()).await;
        house.request(Method::GET, &format!("/api/made-up-{at}"), &[], String::new()).await;
    }
    let admin = house.caller(NORTH[0], Role::Administrator).cookie.clone();
    let told = house.send(&admin, &Method::GET, "/metrics", &json!({})).await;
    assert_eq!(told.status, 200, "{}", told.body);
    let counted = told.body.lines().filter(|line| line.starts_with("atelier_requests_total{"));
    let counted: Vec<&str> = counted.collect();
    assert!(counted.iter().any(|line| line.contains("method=\"other\"")), "{counted:?}");
    assert!(counted.iter().any(|line| line.contains("path=\"page\"")), "{counted:?}");
    assert!(!told.body.contains("MADEUP") && !told.body.contains("made-up"), "{}", told.body);
}
