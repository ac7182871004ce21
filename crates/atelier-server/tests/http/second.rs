//! The second factor: enrolled, asked for at every way in, used up, lost, given up.

use crate::rights::PASSWORD;
use crate::{Answer, House, NORTH};
use atelier_domain::controls::Role;
use atelier_server::rights::code_at;
use axum::http::Method;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

async fn post(house: &House, cookie: &str, address: &str, body: Value) -> Answer {
    house.send(cookie, &Method::POST, address, &body).await
}

/// Status and code of a refusal.
fn refused(answer: &Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.json()["code"].as_str().unwrap_or_default().to_owned())
}

/// What the device shows, some seconds from now.
fn shown(secret: &str, seconds: i64) -> String {
    code_at(secret, Timestamp::now() + SignedDuration::from_secs(seconds)).unwrap()
}

async fn half(house: &House, login: &str) -> String {
    let answer = post(house, "", "/api/session", json!({ "login": login, "password": PASSWORD })).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert!(!answer.headers.contains_key("set-cookie"), "the password alone opens nothing");
    assert_eq!(answer.json().as_object().unwrap().len(), 1, "nor does it tell who it is: {}", answer.body);
    answer.json()["second"].as_str().unwrap().to_owned()
}

async fn step(house: &House, second: &str, code: &str) -> Answer {
    post(house, "", "/api/session/second", json!({ "second": second, "code": code })).await
}

pub async fn factor(house: &House) {
    let who = house.caller(NORTH[0], Role::Compliance).clone();
    let (own, factor) = (who.cookie.as_str(), "/api/session/second-factor");
    let key = format!("Bearer {}", house.make_key(&who, &[]).await);
    let headers = [("authorization", key.as_str()), ("content-type", "application/json")];
    let with_key =
        house.request(Method::POST, factor, &headers, json!({ "current": PASSWORD }).to_string()).await;
    assert_eq!(with_key.status, 403, "a key that leaks must not lock its owner out");

    let wrong = post(house, own, factor, json!({ "current": "non" })).await;
    assert_eq!(refused(&wrong), (422, "controls/wrong-sign-in".into()));
    let first = post(house, own, factor, json!({ "current": PASSWORD })).await.json();
    let made = post(house, own, factor, json!({ "current": PASSWORD })).await.json();
    let secret = made["secret"].as_str().unwrap().to_owned();
    assert_ne!(first["secret"], made["secret"]);
    let uri = made["uri"].as_str().unwrap();
    assert!(
        uri.starts_with("otpauth://totp/Atelier:") && uri.contains(&format!("secret={secret}&")),
        "{uri}"
    );
    assert!(made["picture"].as_str().unwrap().contains("<svg"));

    // Until a code was shown nothing changes at the door.
    let login = json!({ "login": who.login, "password": PASSWORD });
    let other = post(house, "", "/api/session", login.clone()).await;
    assert!(other.headers.contains_key("set-cookie"));
    let confirm = format!("{factor}/confirm");
    for code in ["", "000", &shown(first["secret"].as_str().unwrap(), 0)] {
        let refusal = post(house, own, &confirm, json!({ "code": code })).await;
        assert_eq!(refused(&refusal), (422, "controls/wrong-code".into()), "{code}");
    }
    let used = shown(&secret, 0);
    let confirmed = post(house, own, &confirm, json!({ "code": used })).await;
    assert_eq!(confirmed.status, 200, "{}", confirmed.body);
    let codes: Vec<String> = serde_json::from_value(confirmed.json()["codes"].clone()).unwrap();
    assert_eq!(codes.len(), 10);
    let me = house.send(own, &Method::GET, "/api/session", &json!({})).await;
    assert_eq!((me.status.as_u16(), &me.json()["second_factor"]), (200, &json!(true)));
    let cookie = other.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    assert_eq!(house.send(&cookie, &Method::GET, "/api/session", &json!({})).await.status, 401, "others end");
    let again = post(house, own, factor, json!({ "current": PASSWORD })).await;
    assert_eq!(refused(&again), (409, "controls/second-factor-on".into()));

    at_the_door(house, &who, &secret, &used, &codes).await;
    gone(house, &who, &codes[2]).await;
}

async fn at_the_door(house: &House, who: &crate::rights::Caller, secret: &str, used: &str, codes: &[String]) {
    let second = half(house, &who.login).await;
    for cookie in [format!("atelier={second}"), format!("__Host-atelier={second}")] {
        assert_eq!(house.send(&cookie, &Method::GET, "/api/session", &json!({})).await.status, 401);
    }
    for code in [used, "", "123", "é", &"1".repeat(10_000)] {
        let refusal = step(house, &second, code).await;
        assert_eq!(refused(&refusal), (422, "controls/wrong-code".into()), "{code:.20}");
    }
    let entered = step(house, &second, &format!(" {} ", shown(secret, 30))).await;
    assert!(entered.headers.contains_key("set-cookie"), "{}", entered.body);
    assert_eq!(entered.json()["login"], json!(who.login));
    for second in [second.as_str(), "", &"a".repeat(43)] {
        assert_eq!(refused(&step(house, second, &codes[0]).await), (401, "controls/sign-in-again".into()));
    }
    // A code for the lost device, in whatever letters, once; a code of the device that came before, never.
    let second = half(house, &who.login).await;
    let stale = step(house, &second, &shown(secret, 30)).await;
    assert!(stale.status == 422 || stale.status == 200, "{}", stale.body);
    let second = half(house, &who.login).await;
    assert_eq!(step(house, &second, &codes[0].to_lowercase()).await.status, 200);
    let second = half(house, &who.login).await;
    assert_eq!(step(house, &second, &codes[0]).await.status, 422);
    // Nor does a new password make it go away.
    let invitation = house.invited(&who.id).await;
    let body = json!({ "secret": invitation, "password": PASSWORD });
    let accepted = post(house, "", "/api/invitation/accept", body).await;
    assert_eq!(accepted.status, 200, "{}", accepted.body);
    assert!(!accepted.headers.contains_key("set-cookie"));
    let second = accepted.json()["second"].as_str().unwrap().to_owned();
    assert_eq!(step(house, &second, &codes[1]).await.status, 200);
}

/// Given up with password and code; before that, too many wrong codes make it wait.
async fn gone(house: &House, who: &crate::rights::Caller, code: &str) {
    let second = half(house, &who.login).await;
    let entered = step(house, &second, code).await;
    let cookie = entered.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let give_up = "/api/session/second-factor/give-up";
    let wrong = post(house, &cookie, give_up, json!({ "current": PASSWORD, "code": code })).await;
    assert_eq!(refused(&wrong), (422, "controls/wrong-code".into()), "it served already");
    let second = half(house, &who.login).await;
    let mut failures = 1;
    while step(house, &second, "000000").await.status == 422 {
        failures += 1;
        assert!(failures <= 10, "one may try for ever");
    }
    assert_eq!(failures, 10);
    assert_eq!(step(house, &second, code).await.status, 429);
    assert_eq!(post(house, &cookie, give_up, json!({ "current": PASSWORD, "code": "1" })).await.status, 429);
}

/// For who lost everything: from the machine itself.
pub async fn reset(house: &House) {
    let who = house.caller(NORTH[0], Role::Compliance).clone();
    let bench = atelier_server::workbench::Workbench::new(house.store.clone());
    let office = bench.office(Some(NORTH[0])).await.unwrap();
    let user = atelier_server::rights::find(&bench, &office, &who.login).await.unwrap();
    assert!(atelier_server::rights::reset_second(&bench, &office, &user).await.unwrap());
    assert!(!atelier_server::rights::reset_second(&bench, &office, &user).await.unwrap());
    let entered = post(house, "", "/api/session", json!({ "login": who.login, "password": PASSWORD })).await;
    let cookie = entered.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let none = post(
        house,
        &cookie,
        "/api/session/second-factor/give-up",
        json!({ "current": PASSWORD, "code": "1" }),
    )
    .await;
    assert_eq!(refused(&none), (422, "controls/no-second-factor".into()));
}
