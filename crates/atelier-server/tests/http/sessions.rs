//! Sessions: seen and ended by their owner, ended by an administrator, and who came in, in the journal.

use crate::rights::{Caller, PASSWORD};
use crate::{Answer, House, NORTH};
use atelier_domain::controls::Role;
use atelier_server::rights::{self, Draft};
use atelier_server::workbench::{Act, Workbench};
use atelier_store::PassKind;
use axum::http::Method;
use jiff::Timestamp;
use serde_json::{Value, json};

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// Somebody of a company who asks for nothing.
pub async fn spare(bench: &Workbench, company: &str) -> String {
    let office = bench.office(Some(company)).await.unwrap();
    let act = Act { actor: "tests", now: Timestamp::now(), source: "tests" };
    let (login, roles) = (format!("spare@{company}.example"), vec!["finance".to_owned()]);
    let draft = Draft { name: "Réserve".into(), login, roles, ..Draft::default() };
    let (user, _) = rights::add(bench, &office, draft, &act).await.unwrap();
    rights::set_password(bench, &office, &user, PASSWORD, &act).await.unwrap();
    user.id.to_string()
}

/// The identity of the session that a caller has.
pub async fn session_of(bench: &Workbench, caller: &Caller) -> String {
    let office = bench.office(Some(caller.company)).await.unwrap();
    let id = caller.id.parse().unwrap();
    let passes = bench.store.passes(office.tenant, id, PassKind::Session).await.unwrap();
    passes[0].id.clone()
}

/// Signs in with a browser; its cookie.
async fn come(house: &House, login: &str, password: &str) -> Answer {
    let headers = [("content-type", "application/json"), ("user-agent", FIREFOX)];
    let body = json!({ "login": login, "password": password }).to_string();
    house.request(Method::POST, "/api/session", &headers, body).await
}

fn cookie(answer: &Answer) -> String {
    answer.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned()
}

async fn list(house: &House, cookie: &str) -> Vec<Value> {
    let answer = house.send(cookie, &Method::GET, "/api/sessions", &json!({})).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()["sessions"].as_array().unwrap().clone()
}

async fn alive(house: &House, cookie: &str) -> bool {
    house.send(cookie, &Method::GET, "/api/session", &json!({})).await.status == 200
}

async fn delete(house: &House, cookie: &str, address: &str) -> u16 {
    house.send(cookie, &Method::DELETE, address, &json!({})).await.status.as_u16()
}

pub async fn own(house: &House) {
    let login = format!("spare@{}.example", NORTH[0]);
    let [one, two, three] = [0; 3].map(|_| come(house, &login, PASSWORD));
    let (one, two, three) = (cookie(&one.await), cookie(&two.await), cookie(&three.await));
    let told = list(house, &one).await;
    assert_eq!(told.len(), 3);
    assert!(told.iter().all(|session| session["browser"] == "Firefox, Linux"), "{told:?}");
    let current: Vec<&Value> = told.iter().filter(|session| session["current"] == true).collect();
    assert_eq!(current.len(), 1);
    for secret in [&one, &two, &three] {
        let secret = secret.split_once('=').unwrap().1;
        assert!(!told.iter().any(|session| session.to_string().contains(secret)), "no secret is shown again");
    }
    // One, as its own list names it; then all but the one that asks.
    let of_two = list(house, &two).await;
    let id = of_two.iter().find(|one| one["current"] == true).unwrap()["id"].as_str().unwrap().to_owned();
    assert_eq!(delete(house, &one, &format!("/api/sessions/{id}")).await, 204);
    assert_eq!(delete(house, &one, &format!("/api/sessions/{id}")).await, 404);
    assert!(alive(house, &one).await && !alive(house, &two).await && alive(house, &three).await);
    assert_eq!(delete(house, &one, "/api/sessions").await, 204);
    assert!(alive(house, &one).await && !alive(house, &three).await);
    // A key that leaks sees them and ends none.
    let who = Caller { cookie: one.clone(), ..house.caller(NORTH[0], Role::Finance).clone() };
    let bearer = format!("Bearer {}", house.make_key(&who, &[]).await);
    let with_key = [("authorization", bearer.as_str())];
    let seen = house.request(Method::GET, "/api/sessions", &with_key, String::new()).await.json();
    assert_eq!(seen["sessions"][0]["current"], false);
    let ended = house.request(Method::DELETE, "/api/sessions", &with_key, String::new()).await;
    assert_eq!((ended.status.as_u16(), &ended.json()["code"]), (403, &json!("controls/not-allowed")));
    assert!(alive(house, &one).await);
}

/// Whoever looks on at what changes is shown nothing more once the pass they came with has ended.
pub async fn watched(house: &House) {
    let seller = house.caller(NORTH[0], Role::Seller).clone();
    let theirs = cookie(&come(house, &seller.login, PASSWORD).await);
    let made = json!({ "name": "regard", "days": 1, "scopes": ["day/read"] });
    let key = house.send(&seller.cookie, &Method::POST, "/api/tokens", &made).await.json();
    let (key, bearer) = (
        format!("/api/tokens/{}", key["id"].as_str().unwrap()),
        format!("Bearer {}", key["token"].as_str().unwrap()),
    );
    for (header, by, address) in [
        (("cookie", theirs.as_str()), theirs.as_str(), "/api/session"),
        (("authorization", bearer.as_str()), seller.cookie.as_str(), key.as_str()),
    ] {
        let looked = async {
            let headers = [header];
            let look = house.request(Method::GET, "/api/board/events", &headers, String::new());
            tokio::time::timeout(std::time::Duration::from_secs(10), look).await
        };
        let ended = async {
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            delete(house, by, address).await
        };
        let (looked, ended) = tokio::join!(looked, ended);
        let looked = looked.unwrap_or_else(|_| panic!("{address}: the look outlived the pass"));
        assert_eq!((looked.status.as_u16(), ended), (200, 204), "{address}");
        assert!(looked.body.starts_with("event: board\n"), "{}", looked.body);
    }
    assert!(alive(house, &seller.cookie).await);
}

pub async fn of_others(house: &House) {
    let admin = house.caller(NORTH[0], Role::Administrator).clone();
    let (spare, login) = (house.spare(NORTH[0]), format!("spare@{}.example", NORTH[0]));
    let theirs = cookie(&come(house, &login, PASSWORD).await);
    let password = json!({ "current": PASSWORD });
    let made = house.send(&theirs, &Method::POST, "/api/session/second-factor", &password).await.json();
    let code = rights::code_at(made["secret"].as_str().unwrap(), Timestamp::now()).unwrap();
    let confirm = "/api/session/second-factor/confirm";
    assert_eq!(house.send(&theirs, &Method::POST, confirm, &json!({ "code": code })).await.status, 200);
    let half = come(house, &login, PASSWORD).await.json();
    assert!(half["second"].is_string());

    assert_eq!(delete(house, &admin.cookie, &format!("/api/users/{spare}/sessions")).await, 204);
    assert!(!alive(house, &theirs).await);
    let step = json!({ "second": half["second"], "code": "000000" });
    let again = house.send("", &Method::POST, "/api/session/second", &step).await;
    assert_eq!(again.json()["code"], "controls/sign-in-again", "halves end too");
    assert!(come(house, &login, PASSWORD).await.json()["second"].is_string(), "the factor stays");

    let reset = format!("/api/users/{spare}/second-factor");
    assert_eq!(delete(house, &admin.cookie, &reset).await, 204);
    let whole = come(house, &login, PASSWORD).await;
    assert!(whole.json()["second"].is_null());
    let key = Caller { cookie: cookie(&whole), ..admin.clone() };
    let bearer = format!("Bearer {}", house.make_key(&key, &[]).await);
    assert_eq!(delete(house, &admin.cookie, &format!("/api/users/{spare}/identity")).await, 204);
    let with_key = [("authorization", bearer.as_str())];
    let dead = house.request(Method::GET, "/api/session", &with_key, String::new()).await;
    assert_eq!(dead.status, 401, "keys end with the tie");

    for what in ["second-factor", "identity"] {
        let own = format!("/api/users/{}/{what}", admin.id);
        let refused = house.send(&admin.cookie, &Method::DELETE, &own, &json!({})).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (403, &json!("controls/not-oneself")));
    }
}

/// Who came in and who was kept out is in the journal; of a login that nobody has, nothing.
pub async fn journal(house: &House) {
    let (spare, login) = (house.spare(NORTH[0]), format!("spare@{}.example", NORTH[0]));
    let compliance = house.caller(NORTH[0], Role::Compliance).cookie.clone();
    assert_eq!(come(house, &login, "ce n'est pas le bon").await.status, 401);
    assert_eq!(come(house, "nobody@nowhere.example", "ce n'est pas le bon").await.status, 401);
    assert_eq!(come(house, &login, PASSWORD).await.status, 200);
    // A refusal is written meanwhile.
    for _ in 0..100 {
        let page = house.send(&compliance, &Method::GET, "/api/accesses", &json!({})).await;
        let lines = page.json()["accesses"].as_array().unwrap().clone();
        let has = |outcome: &str| {
            lines.iter().any(|line| {
                line["user"] == spare.as_str()
                    && line["object"] == "sign-in/password"
                    && line["outcome"] == outcome
            })
        };
        assert!(!page.body.contains("nobody@nowhere"), "what was typed is not kept");
        if has("refused") && has("entered") {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("the journal does not say who came in and who was kept out");
}
