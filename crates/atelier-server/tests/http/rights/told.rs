//! What changes for somebody, roles that clash, and what the access journal keeps.

use super::matrix::{Asked, Pass, shut};
use super::{Caller, PASSWORD};
use crate::{House, NORTH, SOUTH, good_questions};
use atelier_domain::controls::{Permission, Role};
use atelier_server::sample::canaries::team;
use axum::http::{Method, StatusCode};
use serde_json::json;

/// Whatever changes for somebody holds at the next request, at every address.
pub async fn revoked(house: &House) {
    let good = good_questions(house).await;
    let admin = house.caller(SOUTH[0], Role::Administrator).clone();
    let manager =
        house.callers.iter().find(|one| one.company == SOUTH[0] && one.place == "Sud").unwrap().clone();
    let key = house.make_key(&manager, &["day/read"]).await;
    let bearer = format!("Bearer {key}");
    let with_key = [("authorization", bearer.as_str())];
    let day = format!("/api/day?company={}&person=nadia", SOUTH[0]);
    assert_eq!(house.request(Method::GET, &day, &with_key, String::new()).await.status, 200);
    assert_eq!(house.send(&manager.cookie, &Method::GET, &day, &json!({})).await.status, 200);
    let people = format!("/api/people?company={}", SOUTH[0]);
    let narrowed = house.request(Method::GET, "/api/companies", &with_key, String::new()).await;
    assert_eq!(narrowed.status, 403, "the key is narrowed to the day");

    let patch = |body: serde_json::Value| {
        let address = format!("/api/users/{}", manager.id);
        let cookie = admin.cookie.clone();
        async move { house.send(&cookie, &Method::PATCH, &address, &body).await }
    };
    // Moved to another team: the former one is out of reach.
    assert_eq!(patch(json!({ "unit": team(SOUTH[0], "Nord") })).await.status, 200);
    assert_eq!(house.send(&manager.cookie, &Method::GET, &day, &json!({})).await.status, 404);
    let day_only = Pass::key(&key, &[Permission::ReadDay]);
    let moved = Caller { place: "Nord", ..manager.clone() };
    for pass in [&Pass::session(&moved), &day_only] {
        Asked::default().all(house, &good, &moved, pass).await;
    }
    // The role is gone.
    assert_eq!(patch(json!({ "roles": ["finance"], "unit": "" })).await.status, 200);
    assert_eq!(house.send(&manager.cookie, &Method::GET, &people, &json!({})).await.status, 403);
    let changed = Caller { role: Role::Finance, place: "", ..manager.clone() };
    for pass in [&Pass::session(&changed), &day_only] {
        Asked::default().all(house, &good, &changed, pass).await;
    }
    // The door is closed: for browsers and programs.
    assert_eq!(patch(json!({ "standing": "disabled" })).await.status, 200);
    assert_eq!(house.send(&manager.cookie, &Method::GET, "/api/session", &json!({})).await.status, 401);
    assert_eq!(house.request(Method::GET, &people, &with_key, String::new()).await.status, 401);
    for pass in [&Pass::session(&manager), &day_only] {
        shut(house, &good, &manager, pass).await;
    }
    let again = json!({ "login": manager.login, "password": PASSWORD });
    assert_eq!(
        house.send("", &Method::POST, "/api/session", &again).await.json()["code"],
        "controls/wrong-sign-in"
    );
    // Opened again, what was ended stays ended.
    assert_eq!(patch(json!({ "standing": "active" })).await.status, 200);
    assert_eq!(house.request(Method::GET, &people, &with_key, String::new()).await.status, 401);
    assert_eq!(house.send(&manager.cookie, &Method::GET, "/api/session", &json!({})).await.status, 401);
    assert_eq!(house.send("", &Method::POST, "/api/session", &again).await.status, 200);

    // The last administrator stays one.
    let address = format!("/api/users/{}", admin.id);
    let answer =
        house.send(&admin.cookie, &Method::PATCH, &address, &json!({ "standing": "disabled" })).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["code"]),
        (409, &json!("controls/last-administrator"))
    );
}

/// Who gives rights gives none to themselves, and does not come in as somebody else; the attempt is written down.
pub async fn grabbed(house: &House) {
    let [admin, director, compliance] = [Role::Administrator, Role::Director, Role::Compliance]
        .map(|role| house.caller(NORTH[0], role).clone());
    let before = house.digests().await;
    let own = format!("/api/users/{}", admin.id);
    for body in [
        json!({ "roles": ["administrator", "general-management", "coach"], "unit": "Nord" }),
        json!({ "roles": ["administrator", "director"], "despite": "revue du commissaire" }),
        json!({ "roles": ["finance"] }),
        json!({ "unit": "Nord" }),
        json!({ "person": "camille" }),
    ] {
        for lang in ["fr", "en"] {
            let at = format!("{own}?lang={lang}");
            let answer = house.send(&admin.cookie, &Method::PATCH, &at, &body).await;
            assert_eq!(
                (answer.status.as_u16(), &answer.json()["code"]),
                (403, &json!("controls/own-rights"))
            );
            assert!(
                answer.json()["remedy"].as_str().unwrap().contains("atelier user change"),
                "{}",
                answer.body
            );
        }
    }
    let theirs = format!("/api/users/{}", director.id);
    let moved = json!({ "login": "mine@north.example" });
    let answer = house.send(&admin.cookie, &Method::PATCH, &theirs, &moved).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["code"]), (422, &json!("controls/login-in-use")));
    let address = format!("{theirs}/invitation");
    let answer = house.send(&admin.cookie, &Method::POST, &address, &json!({})).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["code"]),
        (409, &json!("controls/invitation-by-mail"))
    );
    assert!(!answer.body.contains("\"invitation\""), "{}", answer.body);
    assert_eq!(house.digests().await, before);
    let journal = house.send(&compliance.cookie, &Method::GET, "/api/accesses", &json!({})).await.json();
    for id in [&admin.id, &director.id] {
        let tried = journal["accesses"].as_array().unwrap().iter().any(|line| {
            line["user"] == json!(admin.id) && line["object"] == json!(id) && line["outcome"] == "refused"
        });
        assert!(tried, "{id} in {journal}");
    }
    // Their own name and address are theirs to change.
    let name = json!({ "name": "Karim", "login": admin.login });
    assert_eq!(house.send(&admin.cookie, &Method::PATCH, &own, &name).await.status, 200);
    // Beside the keys, a role that reads business data asks for what makes up for it, whoever gives it.
    let coach = house.caller(NORTH[0], Role::Coach).clone();
    let both = |despite: &str| json!({ "roles": ["administrator", "coach"], "despite": despite });
    let at = format!("/api/users/{}", coach.id);
    let answer = house.send(&admin.cookie, &Method::PATCH, &at, &both("")).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["code"]), (422, &json!("controls/roles-clash")));
    assert_eq!(house.send(&admin.cookie, &Method::PATCH, &at, &both("revue du gérant")).await.status, 200);
    let back = json!({ "roles": ["coach"], "despite": "" });
    assert_eq!(house.send(&admin.cookie, &Method::PATCH, &at, &back).await.status, 200);
}

/// Roles that clash are refused at the moment they are given, unless a control makes up for it.
pub async fn duties(house: &House) {
    let admin = house.caller(NORTH[0], Role::Administrator).clone();
    let seller = house.caller(NORTH[0], Role::Seller).clone();
    let address = format!("/api/users/{}", seller.id);
    for role in ["director", "manager", "sales-ops"] {
        let new =
            json!({ "login": "both@north.example", "name": "B", "unit": "Nord", "roles": [role, "finance"] });
        let answer = house.send(&admin.cookie, &Method::POST, "/api/users", &new).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["code"]),
            (422, &json!("controls/roles-clash")),
            "{role}"
        );
    }
    let roles = json!(["seller", "director"]);
    for lang in ["fr", "en"] {
        let at = format!("{address}?lang={lang}");
        let answer = house.send(&admin.cookie, &Method::PATCH, &at, &json!({ "roles": roles })).await;
        assert_eq!(answer.status, 422);
        assert_eq!(
            (&answer.json()["code"], &answer.json()["errors"][0]["place"]),
            (&json!("controls/roles-clash"), &json!("roles"))
        );
    }
    let despite = json!({ "roles": roles, "despite": "revue mensuelle du gérant" });
    assert_eq!(house.send(&admin.cookie, &Method::PATCH, &address, &despite).await.status, 200);
    let back = json!({ "roles": ["seller"], "despite": "" });
    assert_eq!(house.send(&admin.cookie, &Method::PATCH, &address, &back).await.status, 200);
}

/// Refusals and what the privileged read are in the journal; whoever keeps the machine cannot take
/// them out, and another reads them.
pub async fn journal(house: &House) {
    let [admin, finance, compliance] = [Role::Administrator, Role::Finance, Role::Compliance]
        .map(|role| house.caller(NORTH[0], role).clone());
    house.send(&finance.cookie, &Method::GET, "/api/load", &json!({})).await;
    house.send(&admin.cookie, &Method::GET, "/api/users", &json!({})).await;
    let mut lines = Vec::new();
    let mut before = String::new();
    loop {
        let page = house
            .send(&compliance.cookie, &Method::GET, &format!("/api/accesses{before}"), &json!({}))
            .await
            .json();
        lines.extend(page["accesses"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { break };
        before = format!("?before={next}");
    }
    let has = |user: &str, permission: &str, outcome: &str| {
        lines.iter().any(|line| {
            line["user"] == user && line["permission"] == permission && line["outcome"] == outcome
        })
    };
    assert!(has(&finance.id, Permission::ReadPlan.code(), "refused"));
    assert!(has(&admin.id, Permission::ReadUsers.code(), "read"));
    assert!(has(&compliance.id, Permission::ReadAccesses.code(), "read"), "the reader is read too");
    let read = |lang: &'static str| {
        let (house, compliance) = (house, &compliance);
        async move {
            let address = format!("/api/accesses?lang={lang}");
            let page = house.send(&compliance.cookie, &Method::GET, &address, &json!({})).await.json();
            let all = page["accesses"].as_array().unwrap().clone();
            all.into_iter().find(|line| line["permission"] == "accesses/read").unwrap()
        }
    };
    let (fr, en) = (read("fr").await, read("en").await);
    assert_eq!((&fr["right"], &fr["login"]), (&json!("lire le journal des accès"), &json!(compliance.login)));
    assert_eq!(en["right"], "read the access journal");
    assert_eq!(fr["name"], json!(null), "names are for those who may read the users");
    let page = house.send(&admin.cookie, &Method::GET, "/api/accesses", &json!({})).await.json();
    assert!(page["accesses"].as_array().unwrap().iter().any(|line| line["name"].is_string()), "{page}");
    let ids: Vec<&str> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert!(ids.windows(2).all(|pair| pair[0] > pair[1]), "newest first, none twice");
    for method in [Method::DELETE, Method::PUT, Method::PATCH, Method::POST] {
        let answer = house.send(&admin.cookie, &method, "/api/accesses", &json!({})).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    }
}
