//! Coming in: sign-in, sign-out, invitations, passwords, keys, and everything that tries the door.

use crate::rights::PASSWORD;
use crate::{House, NORTH};
use atelier_domain::controls::Role;
use atelier_server::sample::canaries::marked;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

impl House {
    async fn post(&self, as_who: &str, address: &str, body: Value) -> crate::Answer {
        self.send(as_who, &Method::POST, address, &body).await
    }
}

fn cookie(answer: &crate::Answer) -> String {
    let text = answer.headers["set-cookie"].to_str().unwrap();
    assert!(text.contains("HttpOnly") && text.contains("SameSite=Strict"), "{text}");
    text.split(';').next().unwrap().to_owned()
}

pub async fn in_and_out(house: &House) {
    let who = house.caller(NORTH[0], Role::Director).clone();
    let login = format!("  {} ", who.login.to_uppercase());
    let first = house.post("", "/api/session", json!({ "login": login, "password": PASSWORD })).await;
    let second = house.post("", "/api/session", json!({ "login": login, "password": PASSWORD })).await;
    assert_eq!((first.status, second.status), (StatusCode::OK, StatusCode::OK));
    let (one, two) = (cookie(&first), cookie(&second));
    assert_ne!(one, two, "a new session each time");
    let me = house.send(&one, &Method::GET, "/api/session?lang=fr", &json!({})).await.json();
    assert_eq!(
        (&me["company"]["code"], &me["roles"][0]["name"]),
        (&json!("north"), &json!("directeur commercial"))
    );
    assert_eq!(
        (&me["permissions"]["plan/read"], &me["permissions"]["users/write"]),
        (&json!("all"), &Value::Null)
    );
    let out = house.send(&one, &Method::DELETE, "/api/session", &json!({})).await;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    assert!(out.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    assert_eq!(house.send(&one, &Method::GET, "/api/session", &json!({})).await.status, 401);
    assert_eq!(
        house.send(&two, &Method::GET, "/api/session", &json!({})).await.status,
        200,
        "the other one stays"
    );
}

/// An unknown login, a wrong password and somebody without a password get the same answer.
pub async fn nothing_is_told(house: &House) {
    let admin = house.caller(NORTH[0], Role::Administrator).clone();
    let new = json!({ "login": "new@north.example", "name": "Neuve", "roles": ["finance"] });
    assert_eq!(house.post(&admin.cookie, "/api/users", new).await.status, 201);
    let seller = house.caller(NORTH[0], Role::Seller).login.clone();
    let mut told = Vec::new();
    for (login, password) in [
        (seller.as_str(), "pas le bon mot de passe"),
        ("nobody@north.example", PASSWORD),
        ("new@north.example", PASSWORD),
        ("", ""),
    ] {
        let answer = house.post("", "/api/session", json!({ "login": login, "password": password })).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert!(!answer.headers.contains_key("set-cookie"));
        told.push(answer.body);
    }
    assert!(told.iter().all(|body| *body == told[0]), "{told:?}");
}

/// Ten failures, and the login has to wait, known or not; others do not.
pub async fn many_attempts(house: &House) {
    let finance = house.caller(NORTH[0], Role::Finance).login.clone();
    for login in [finance.as_str(), "never@north.example"] {
        let wrong = json!({ "login": login, "password": "x" });
        let mut failures = 0;
        while house.post("", "/api/session", wrong.clone()).await.status == StatusCode::UNAUTHORIZED {
            failures += 1;
            assert!(failures <= 10, "{login} may try for ever");
        }
        // Whoever mistyped a password before has less left.
        assert!(failures >= 8, "{login} waits after {failures}");
        let answer = house.post("", "/api/session", json!({ "login": login, "password": PASSWORD })).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{}", answer.body);
        let seconds: u32 = answer.headers["retry-after"].to_str().unwrap().parse().unwrap();
        assert!((60..=900).contains(&seconds), "{seconds}");
    }
    let other = house.caller(NORTH[0], Role::Coach).login.clone();
    assert_eq!(
        house.post("", "/api/session", json!({ "login": other, "password": PASSWORD })).await.status,
        200
    );
}

pub async fn invitations(house: &House) {
    let admin = house.caller(NORTH[0], Role::Administrator).clone();
    let draft =
        json!({ "login": "Zoe@north.example", "name": "Zoé", "roles": ["seller"], "person": "camille" });
    let added = house.post(&admin.cookie, "/api/users", draft.clone()).await;
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
    let secret = added.json()["invitation"].as_str().unwrap().to_owned();
    let again = house.post(&admin.cookie, "/api/users", draft).await;
    assert_eq!((again.status.as_u16(), &again.json()["code"]), (409, &json!("controls/login-taken")));
    // As long as they did not come in, another one is made, and a mistyped address is put right.
    let id = added.json()["id"].as_str().unwrap().to_owned();
    let address = format!("/api/users/{id}");
    for login in ["zoe-2@north.example", "zoe@north.example"] {
        let put = house.send(&admin.cookie, &Method::PATCH, &address, &json!({ "login": login })).await;
        assert_eq!(put.status, 200, "{}", put.body);
    }
    let second = house.post(&admin.cookie, &format!("{address}/invitation"), json!({})).await.json();
    assert!(second["invitation"].is_string() && second["mailed"] == false, "{second}");
    let read = house.post("", "/api/invitation", json!({ "secret": secret })).await.json();
    assert_eq!(
        (&read["login"], &read["company"]),
        (&json!("zoe@north.example"), &json!(marked(NORTH[0], "company", NORTH[1])))
    );
    for (password, code) in
        [("court", "controls/password-short"), ("zoe@north.example", "controls/password-common")]
    {
        let refused =
            house.post("", "/api/invitation/accept", json!({ "secret": secret, "password": password })).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (422, &json!(code)));
        assert_eq!(refused.json()["errors"][0]["place"], "password");
    }
    let accepted =
        house.post("", "/api/invitation/accept", json!({ "secret": secret, "password": PASSWORD })).await;
    assert_eq!(accepted.status, StatusCode::OK, "{}", accepted.body);
    let first = cookie(&accepted);
    assert_eq!(house.send(&first, &Method::GET, "/api/session", &json!({})).await.status, 200);
    // Once only; and nonsense is told the same.
    for secret in [secret.as_str(), "", &"a".repeat(43), &"é".repeat(90)] {
        for address in ["/api/invitation", "/api/invitation/accept"] {
            let mut body = json!({ "secret": secret });
            if address.ends_with("accept") {
                body["password"] = json!(PASSWORD);
            }
            assert_eq!(house.post("", address, body).await.status, StatusCode::GONE, "{secret}");
        }
    }
    // A new invitation changes the password and ends what was open.
    // Whoever gives rights does not get it: they would come in as somebody else.
    let asked = house.post(&admin.cookie, &format!("/api/users/{id}/invitation"), json!({})).await;
    assert_eq!((asked.status.as_u16(), &asked.json()["code"]), (409, &json!("controls/invitation-by-mail")));
    let secret = house.invited(&id).await;
    assert_eq!(
        house.send(&first, &Method::GET, "/api/session", &json!({})).await.status,
        200,
        "not yet taken"
    );
    let body = json!({ "secret": secret, "password": "une autre phrase bien à elle" });
    assert_eq!(house.post("", "/api/invitation/accept", body).await.status, 200);
    assert_eq!(house.send(&first, &Method::GET, "/api/session", &json!({})).await.status, 401);
}

pub async fn passwords(house: &House) {
    let who = house.caller(NORTH[0], Role::GeneralManagement).clone();
    let other =
        cookie(&house.post("", "/api/session", json!({ "login": who.login, "password": PASSWORD })).await);
    let key = house.make_key(&who, &[]).await;
    let wrong =
        house.post(&who.cookie, "/api/session/password", json!({ "current": "non", "new": PASSWORD })).await;
    assert_eq!((wrong.status.as_u16(), &wrong.json()["errors"][0]["place"]), (422, &json!("current")));
    let new = "la mer monte deux fois par jour";
    let done =
        house.post(&who.cookie, "/api/session/password", json!({ "current": PASSWORD, "new": new })).await;
    assert_eq!(done.status, StatusCode::NO_CONTENT, "{}", done.body);
    assert_eq!(
        house.send(&who.cookie, &Method::GET, "/api/session", &json!({})).await.status,
        200,
        "this one stays"
    );
    assert_eq!(house.send(&other, &Method::GET, "/api/session", &json!({})).await.status, 401);
    let bearer = format!("Bearer {key}");
    let with_key =
        house.request(Method::GET, "/api/session", &[("authorization", &bearer)], String::new()).await;
    assert_eq!(with_key.status, 401);
    assert_eq!(
        house.post("", "/api/session", json!({ "login": who.login, "password": PASSWORD })).await.status,
        401
    );
    assert_eq!(
        house.post("", "/api/session", json!({ "login": who.login, "password": new })).await.status,
        200
    );
}

pub async fn keys(house: &House) {
    let who = house.caller(NORTH[0], Role::SalesOps).clone();
    for (body, codes) in [
        (json!({ "name": " ", "days": 0 }), vec!["controls/no-pass-name", "controls/pass-days"]),
        (
            json!({ "name": "x", "days": 400, "scopes": ["plan/read", "everything"] }),
            vec!["controls/pass-days", "controls/unknown-permission"],
        ),
    ] {
        let refused = house.post(&who.cookie, "/api/tokens", body).await;
        let mut told: Vec<String> = refused.json()["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["code"].as_str().unwrap().to_owned())
            .collect();
        told.sort();
        assert_eq!((refused.status.as_u16(), told), (422, codes.into_iter().map(str::to_owned).collect()));
    }
    let key = house.make_key(&who, &["plan/read"]).await;
    assert!(key.starts_with("atl_"));
    let bearer = format!("Bearer {key}");
    let with_key = [("authorization", bearer.as_str()), ("content-type", "application/json")];
    let ask = |method: Method, address: &'static str, body: Value| {
        let house = &house;
        let headers = &with_key;
        async move { house.request(method, address, headers, body.to_string()).await }
    };
    assert_eq!(ask(Method::GET, "/api/load", json!({})).await.status, 200);
    assert_eq!(ask(Method::GET, "/api/people", json!({})).await.status, 403, "narrowed");
    // A whole key makes no other key and changes no password.
    let whole = house.make_key(&who, &[]).await;
    let bearer = format!("Bearer {whole}");
    for (address, body) in [
        ("/api/tokens", json!({ "name": "x", "days": 1 })),
        ("/api/session/password", json!({ "current": PASSWORD, "new": PASSWORD })),
    ] {
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        assert_eq!(
            house.request(Method::POST, address, &headers, body.to_string()).await.status,
            403,
            "{address}"
        );
    }
    let list = house.send(&who.cookie, &Method::GET, "/api/tokens", &json!({})).await;
    assert!(!list.body.contains(&key[4..]), "the text is shown once");
    let narrow = list.json()["tokens"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["scopes"] == json!(["plan/read"]))
        .cloned();
    let id = narrow.unwrap()["id"].as_str().unwrap().to_owned();
    let stranger = house.caller(NORTH[0], Role::Director).cookie.clone();
    let address = format!("/api/tokens/{id}");
    assert_eq!(house.send(&stranger, &Method::DELETE, &address, &json!({})).await.status, 404);
    assert_eq!(house.send(&who.cookie, &Method::DELETE, &address, &json!({})).await.status, 204);
    assert_eq!(ask(Method::GET, "/api/load", json!({})).await.status, 401);
}

/// The secret address of somebody's appointments: theirs alone, read-only, one at a time, gone when withdrawn.
pub async fn feed(house: &House) {
    let seller = house.caller(NORTH[0], Role::Seller).clone();
    let read = |path: String| async move { house.request(Method::GET, &path, &[], String::new()).await };
    let none = house.send(&seller.cookie, &Method::GET, "/api/feed", &json!({})).await.json();
    assert_eq!(none["feed"], json!(null));
    let make = || house.post(&seller.cookie, "/api/feed", json!({}));
    let made = make().await;
    assert_eq!(made.status, 201, "{}", made.body);
    let path = made.json()["path"].as_str().unwrap().to_owned();
    let calendar = read(path.clone()).await;
    assert_eq!(calendar.headers["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(calendar.headers["cache-control"], "no-store");
    let address = format!("/calendar.ics?person={}", seller.place);
    let own = house.send(&seller.cookie, &Method::GET, &address, &json!({})).await;
    assert_eq!(calendar.body, own.body, "what its owner sees, and nothing else");
    let secret = path.trim_start_matches("/feed/").trim_end_matches(".ics");
    let told = house.send(&seller.cookie, &Method::GET, "/api/feed", &json!({})).await;
    assert!(
        told.json()["feed"]["made"].is_string() && !told.body.contains(secret),
        "the address is shown once"
    );
    // It opens nothing else, and nothing else opens it.
    for headers in
        [[("cookie", format!("atelier={secret}"))], [("authorization", format!("Bearer atl_{secret}"))]]
    {
        let headers = headers.each_ref().map(|(name, value)| (*name, value.as_str()));
        for address in ["/api/day", "/calendar.ics", "/api/feed"] {
            let answer = house.request(Method::GET, address, &headers, String::new()).await;
            assert_eq!(answer.status, 401, "{address}");
        }
    }
    let key = house.make_key(&seller, &[]).await;
    assert_eq!(read(format!("/feed/{}.ics", &key[4..])).await.status, 404, "a key is no address");
    let bearer = format!("Bearer {key}");
    let refused =
        house.request(Method::POST, "/api/feed", &[("authorization", &bearer)], String::new()).await;
    assert_eq!(refused.status, 403, "a key makes no address");
    assert_eq!(read(format!("/feed/{}.ics", "a".repeat(43))).await.json()["code"], "controls/unknown-feed");
    assert_eq!(read("/feed/x".to_owned()).await.status, 404);
    // A new one ends the one before; withdrawn, there is none.
    let next = make().await.json()["path"].as_str().unwrap().to_owned();
    assert_eq!((read(path).await.status.as_u16(), read(next.clone()).await.status.as_u16()), (404, 200));
    let withdraw = house.send(&seller.cookie, &Method::DELETE, "/api/feed", &json!({})).await;
    assert_eq!((withdraw.status.as_u16(), read(next).await.status.as_u16()), (204, 404));
    let nobody = house.caller(NORTH[0], Role::Finance).cookie.clone();
    let refused = house.send(&nobody, &Method::POST, "/api/feed", &json!({})).await;
    assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (422, &json!("controls/no-appointments")));
}

/// Bodies that are too large, not JSON, of another shape, or from another page.
pub async fn bodies(house: &House) {
    let admin = house.caller(NORTH[0], Role::Administrator).clone();
    let before = house.digests().await;
    let send = |headers: Vec<(&'static str, &'static str)>, body: String| {
        let cookie = admin.cookie.clone();
        async move {
            let mut all = vec![("cookie", cookie.as_str())];
            all.extend(headers);
            house.request(Method::POST, "/api/users", &all, body).await
        }
    };
    let json_type = || vec![("content-type", "application/json")];
    let good = json!({ "login": "q@north.example", "name": "Q", "roles": ["finance"] });
    let mut extra = good.clone();
    extra["standing"] = json!("active");
    let mut listed = good.clone();
    listed["login"] = json!(["q@north.example", "r@north.example"]);
    for body in [
        "",
        "{",
        "[]",
        "null",
        &"[".repeat(20_000),
        &extra.to_string(),
        &listed.to_string(),
        "{\"login\":\"\u{0}\"}",
    ] {
        let answer = send(json_type(), body.to_owned()).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["code"]),
            (400, &json!("controls/unreadable-body")),
            "{body:.80}"
        );
    }
    assert_eq!(send(vec![], good.to_string()).await.status, 400, "no content type");
    assert_eq!(send(vec![("content-type", "text/plain")], good.to_string()).await.status, 400);
    let large = json!({ "login": "q@north.example", "name": "x".repeat(70_000), "roles": [] });
    let answer = send(json_type(), large.to_string()).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["code"]), (413, &json!("controls/body-too-large")));
    for foreign in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("origin", "null")]
    {
        let answer = send(vec![foreign, ("content-type", "application/json")], good.to_string()).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["code"]),
            (403, &json!("controls/foreign-origin"))
        );
    }
    assert_eq!(house.digests().await, before, "a refused request wrote something");
}
