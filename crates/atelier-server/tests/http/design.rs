//! A process is published despite the warnings of its design with a reason, or with a waiver; never despite an error.

use crate::{House, NORTH};
use atelier_domain::controls::Role;
use axum::http::Method;
use serde_json::{Value, json};

/// An operation that is talked in, without a use to tell: the linter warns of it.
const BARE: &str = "\n[[step.operation]]\ncode = \"again\"\nname = { fr = \"Reprise\", en = \"Again\" }\nkind = \"seller\"\nrun = 30\nchannel = \"call\"\n\
    playbook = { fr = \"Rappeler.\", en = \"Call again.\" }\n\n[step.operation.conversation]\nrole = { fr = \"Directrice\", en = \"Director\" }\npart = \"funder\"\ntheme = { fr = \"Ce qui a changé\", en = \"What changed\" }\n\n[planning]\n";

pub async fn published(house: &House) {
    let ops = house.caller(NORTH[0], Role::SalesOps).cookie.clone();
    let at = format!("/api/processes/{}", house.process);
    let waivers = format!("{at}/waivers");
    let kept = house.send(&ops, &Method::GET, &at, &json!({})).await.json();
    let text = kept["text"].as_str().unwrap().to_owned();
    let open = |told: &Value| {
        let all = told["process"]["design"]["findings"].as_array().unwrap().clone();
        all.into_iter().filter(|one| one["waived"].is_null()).collect::<Vec<_>>()
    };
    // An error keeps it back, whatever the reason; each is told at its place, and nothing is kept.
    let before = house.digests().await;
    let wrong = text.lines().filter(|line| !line.starts_with("role = ")).collect::<Vec<_>>().join("\n");
    let refused = house.send(&ops, &Method::PUT, &at, &json!({ "text": wrong, "reason": "essai" })).await;
    let errors = refused.json()["errors"].as_array().unwrap().clone();
    assert_eq!(
        (refused.status.as_u16(), &errors[0]["code"]),
        (422, &json!("process/design-errors")),
        "{}",
        refused.body
    );
    assert!(
        errors.iter().any(|one| one["code"] == "process/lint-no-role" && one["place"] == "goal/calls"),
        "{errors:?}"
    );
    // A warning asks for a reason.
    let changed = text.replacen("\n[planning]\n", BARE, 1);
    assert_ne!(changed, text);
    let refused = house.send(&ops, &Method::PUT, &at, &json!({ "text": changed })).await.json();
    let wanted = &refused["errors"][0];
    assert_eq!(
        (&wanted["code"], &wanted["place"]),
        (&json!("process/reason-wanted"), &json!("reason")),
        "{refused}"
    );
    assert!(wanted["title"].as_str().unwrap().contains("LNT-21"), "{wanted}");
    assert_eq!(house.digests().await, before);
    let told = house
        .send(&ops, &Method::PUT, &at, &json!({ "text": changed, "reason": " Essai en équipe " }))
        .await
        .json();
    assert_eq!(
        (&told["reason"]["reason"], told["version"].as_i64()),
        (&json!("Essai en équipe"), kept["version"].as_i64().map(|it| it + 1))
    );
    let of_before =
        house.send(&ops, &Method::GET, &format!("{at}?version={}", kept["version"]), &json!({})).await.json();
    assert_ne!(of_before["reason"]["reason"], told["reason"]["reason"]);
    // Each warning let pass with a reason, and it is published without one; taken back, it asks again.
    let meant = |one: &Value, reason: &str| json!({ "rule": one["rule"], "step": one["step"], "operation": one["operation"], "reason": reason });
    for one in open(&told) {
        let refused = house.send(&ops, &Method::POST, &waivers, &meant(&one, " ")).await;
        assert_eq!(refused.json()["errors"][0]["code"], "process/waiver-reason", "{}", refused.body);
        let waived = house.send(&ops, &Method::POST, &waivers, &meant(&one, "Vu en comité")).await;
        assert_eq!(
            (waived.status.as_u16(), &waived.json()["reason"]),
            (200, &json!("Vu en comité")),
            "{}",
            waived.body
        );
    }
    let read = house.send(&ops, &Method::GET, &at, &json!({})).await.json();
    assert!(open(&read).is_empty(), "{read}");
    let again = format!("{changed}\n# relu\n");
    let told = house.send(&ops, &Method::PUT, &at, &json!({ "text": again })).await;
    assert_eq!((told.status.as_u16(), &told.json()["reason"]), (200, &Value::Null), "{}", told.body);
    let first = &read["process"]["design"]["findings"][0];
    let named =
        ["rule", "step", "operation"].map(|part| first[part].as_str().map(|it| format!("{part}={it}")));
    let query = named.into_iter().flatten().collect::<Vec<_>>().join("&");
    assert_eq!(
        house.send(&ops, &Method::DELETE, &format!("{waivers}?{query}"), &json!({})).await.status,
        204
    );
    let back = house.send(&ops, &Method::PUT, &at, &json!({ "text": text })).await;
    assert_eq!(back.json()["errors"][0]["code"], "process/reason-wanted", "{}", back.body);
    let none = json!({ "rule": "LNT-05", "reason": "x" });
    let unknown = house.send(&ops, &Method::POST, &waivers, &none).await;
    assert_eq!(unknown.json()["code"], "process/no-such-finding", "{}", unknown.body);
}
