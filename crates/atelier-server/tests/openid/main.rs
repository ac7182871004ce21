//! Sign-in by `OpenID` Connect, against a certified provider of its own process, and against a forger that signs
//! what it should not.
#![allow(clippy::unwrap_used, clippy::expect_used)] // helpers of tests: a failure must stop the test

mod stage;

use atelier_server::outbound::{Outbound, Own};
use atelier_server::rights::{self, Provider, ProviderAsked, ProviderSettings, code_at};
use atelier_store::{PassKind, Target};
use axum::http::Method;
use jiff::Timestamp;
use serde_json::{Value, json};
use stage::{BACK, Door, House, PASSWORD, SECRET};
use tempfile::TempDir;
use url::Url;

#[test]
fn sign_in_by_a_provider_on_sqlite() {
    let folder = TempDir::new().unwrap();
    run(&Target::Sqlite(folder.path().to_owned()));
}

#[test]
fn sign_in_by_a_provider_on_postgres() {
    use sqlx::{AssertSqlSafe, Connection as _};
    let Ok(cluster) = std::env::var("ATELIER_TEST_POSTGRES") else {
        println!("skipped: no PostgreSQL was given in ATELIER_TEST_POSTGRES");
        return;
    };
    let name = format!("t{}", uuid::Uuid::now_v7().simple());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        sqlx::any::install_default_drivers();
        let mut conn = sqlx::AnyConnection::connect(&cluster).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut conn).await.unwrap();
    });
    let (server, _) = cluster.rsplit_once('/').unwrap();
    run(&Target::Postgres(format!("{server}/{name}")));
}

fn run(target: &Target) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let house = House::on(target).await;
        let before = (sessions(&house).await, house.bench.store.digests().await.unwrap().ledger.to_string());
        nobody_offers(&house).await;
        what_may_not_be_asked(&house).await;
        forged(&house).await;
        strangers(&house).await;
        tampered(&house).await;
        let after = (sessions(&house).await, house.bench.store.digests().await.unwrap().ledger.to_string());
        assert_eq!(after, before, "a refusal opened or wrote something");
        in_and_again(&house).await;
        second_factor(&house).await;
        untied(&house).await;
    });
}

/// Sessions of everybody, and halves.
async fn sessions(house: &House) -> usize {
    let mut count = 0;
    for user in rights::list(&house.bench, &house.office).await.unwrap() {
        for kind in [PassKind::Session, PassKind::Half] {
            count += house.bench.store.passes(house.office.tenant, user.id, kind).await.unwrap().len();
        }
    }
    count
}

async fn nobody_offers(house: &House) {
    use atelier_server::http::{Service, Site, service};
    let door = Door(service(Service::new(house.bench.clone(), Site::Loopback)));
    let offered = door.ask(Method::GET, "/api/session/provider", "", Value::Null).await;
    assert_eq!((offered.status.as_u16(), &offered.body), (200, &json!({ "label": null })));
    let set_out = door.ask(Method::POST, "/api/session/provider", "", Value::Null).await;
    assert_eq!(set_out.refused(), (404, "controls/no-provider"));
    let back = door.come_back("", &format!("{BACK}?state=x&code=y")).await;
    assert_eq!(back.refused(), (404, "controls/no-provider"));
}

/// An issuer inside is asked only when whoever runs the installation names it.
async fn what_may_not_be_asked(house: &House) {
    let asked = |issuer: &str| ProviderAsked {
        issuer: issuer.to_owned(),
        client: Some("atelier".into()),
        secret: Some(SECRET.into()),
        domains: vec!["garonne.example".into()],
        ..ProviderAsked::default()
    };
    for issuer in [house.others.url("provider"), "https://127.0.0.1", "https://10.0.0.1/x", "id.example", ""]
    {
        let settings = ProviderSettings::read(asked(issuer), BACK.to_owned()).unwrap();
        let refused = Provider::new(settings, Outbound::new(Own::default(), None).unwrap());
        assert_eq!(refused.err().map(|refusal| refusal.code), Some("controls/provider-settings"), "{issuer}");
    }
    // A port on which nobody listens, and somebody who is no provider.
    for silent in ["http://127.0.0.1:9", house.others.url("browser")] {
        let answer =
            house.by(silent, false).ask(Method::POST, "/api/session/provider", "", Value::Null).await;
        assert_eq!(answer.refused(), (502, "controls/provider-silent"), "{silent}");
    }
}

/// Whatever is wrong with a signed answer, nobody is in.
async fn forged(house: &House) {
    let door = house.by(house.others.url("forger"), false);
    for kind in [
        "audience",
        "audiences",
        "expired",
        "nonce",
        "no-nonce",
        "issuer",
        "none",
        "shared",
        "key",
        "signature",
        "token",
        "bare",
    ] {
        let (address, cookie) = door.set_out().await;
        let answer = door.come_back(&cookie, &forged_back(&address, kind)).await;
        assert_eq!(answer.refused(), (401, "controls/provider-answer"), "{kind}: {}", answer.body);
        assert!(answer.cookie("atelier").is_none(), "{kind}");
    }
}

fn forged_back(address: &Url, kind: &str) -> String {
    let of = |wanted| address.query_pairs().find(|(name, _)| name == wanted).unwrap().1.into_owned();
    format!("{BACK}?state={}&code={kind}.{}", of("state"), of("nonce"))
}

/// Those whom the provider knows and we do not take.
async fn strangers(house: &House) {
    let door = house.by(house.others.url("provider"), false);
    for (who, code) in [
        ("unverified", "controls/provider-no-mail"),
        ("nomail", "controls/provider-no-mail"),
        ("unknown", "controls/provider-unknown"),
        ("elsewhere", "controls/provider-domain"),
        ("closed", "controls/provider-closed"),
    ] {
        let (address, cookie) = door.set_out().await;
        let back = house.others.come(&address, who).await;
        let answer = door.come_back(&cookie, back["address"].as_str().unwrap()).await;
        assert_eq!(answer.refused(), (403, code), "{who}: {}", answer.body);
        assert!(answer.body["remedy"].as_str().unwrap().len() > 20);
    }
    let (address, cookie) = door.set_out().await;
    let back = house.others.come(&address, "nobody").await;
    let answer = door.come_back(&cookie, back["address"].as_str().unwrap()).await;
    assert_eq!(answer.refused(), (401, "controls/provider-declined"));
}

/// Between setting out and coming back somebody changed something.
async fn tampered(house: &House) {
    let door = house.by(house.others.url("provider"), false);
    let good = || async {
        let (address, cookie) = door.set_out().await;
        let back = house.others.come(&address, "lea").await["address"].as_str().unwrap().to_owned();
        (back, cookie)
    };
    let (back, cookie) = good().await;
    let (_, other) = door.set_out().await;
    let wrong = back.replace("state=", "state=0");
    for (cookie, back) in
        [("", &back), (other.as_str(), &back), ("atelier-way=short", &back), (&cookie, &wrong)]
    {
        assert_eq!(door.come_back(cookie, back).await.refused(), (401, "controls/provider-state"));
    }
    let other_issuer = back.replace("iss=", "iss=https%3A%2F%2Fevil.example&x=");
    assert_eq!(door.come_back(&cookie, &other_issuer).await.refused(), (401, "controls/provider-answer"));

    for (name, value) in [
        ("nonce", "another"),
        ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
        ("client_id", "other"),
    ] {
        let (address, cookie) = door.set_out().await;
        let back = house.others.come(&with(&address, name, value), "lea").await;
        let answer = door.come_back(&cookie, back["address"].as_str().unwrap()).await;
        assert_eq!(answer.refused(), (401, "controls/provider-answer"), "{name}: {}", answer.body);
    }
    let (address, _) = door.set_out().await;
    let sent = with(&address, "redirect_uri", "http://localhost:4310/provider/else");
    assert_eq!(house.others.come(&sent, "lea").await["stopped"], 400, "one address to come back to");
}

/// The same address with another value.
fn with(address: &Url, name: &str, value: &str) -> Url {
    let pairs: Vec<(String, String)> = address.query_pairs().into_owned().collect();
    let mut changed = address.clone();
    let mut query = changed.query_pairs_mut();
    query.clear();
    for (found, old) in &pairs {
        query.append_pair(found, if found == name { value } else { old });
    }
    drop(query);
    changed
}

async fn in_and_again(house: &House) {
    let door = house.by(house.others.url("provider"), false);
    let offered = door.ask(Method::GET, "/api/session/provider", "", Value::Null).await;
    assert_eq!(offered.body, json!({ "label": "Garonne" }));
    let answer = door.ask(Method::POST, "/api/session/provider", "", Value::Null).await;
    let set = answer.headers["set-cookie"].to_str().unwrap();
    assert!(
        set.contains("HttpOnly") && set.contains("SameSite=Strict") && set.contains("Max-Age=600"),
        "{set}"
    );
    let (address, cookie) = door.set_out().await;
    let pairs: Vec<(String, String)> = address.query_pairs().into_owned().collect();
    for (name, value) in [
        ("response_type", "code"),
        ("code_challenge_method", "S256"),
        ("redirect_uri", BACK),
        ("client_id", "atelier"),
        ("scope", "openid email"),
    ] {
        assert!(pairs.contains(&(name.to_owned(), value.to_owned())), "{name}: {address}");
    }
    assert!(
        !address.as_str().contains(cookie.split_once('=').unwrap().1),
        "the secret of the way stays here"
    );

    let back = house.others.come(&address, "lea").await["address"].as_str().unwrap().to_owned();
    let came = door.come_back(&cookie, &back).await;
    assert_eq!(came.status, 200, "{}", came.body);
    assert_eq!(came.body["login"], "lea@garonne.example");
    assert_eq!(came.cookie("atelier-way").as_deref(), Some("atelier-way="), "the way is over");
    let session = came.cookie("atelier").unwrap();
    let me = door.ask(Method::GET, "/api/session", &session, Value::Null).await;
    assert_eq!((me.status.as_u16(), &me.body["login"]), (200, &json!("lea@garonne.example")));
    let replayed = door.come_back(&cookie, &back).await;
    assert_eq!(replayed.refused(), (401, "controls/provider-answer"), "a code serves once");

    // Somebody else with the same address there is somebody else; the same one stays the same under a new address.
    let (address, cookie) = door.set_out().await;
    let twin = house.others.come(&address, "twin").await;
    let answer = door.come_back(&cookie, twin["address"].as_str().unwrap()).await;
    assert_eq!(answer.refused(), (403, "controls/provider-other"));
    house.others.browser("/account", &[("id", "lea"), ("email", "lea@married.example")]).await;
    assert_eq!(lea(house, &door).await.body["login"], "lea@garonne.example");
}

/// Léa sets out and comes back.
async fn lea(house: &House, door: &Door) -> stage::Answer {
    let (address, cookie) = door.set_out().await;
    let back = house.others.come(&address, "lea").await;
    door.come_back(&cookie, back["address"].as_str().unwrap()).await
}

/// Ours is asked for after the provider, unless its own stands for it.
async fn second_factor(house: &House) {
    let door = house.by(house.others.url("provider"), false);
    let session = lea(house, &door).await.cookie("atelier").unwrap();
    let factor = "/api/session/second-factor";
    let made = door.ask(Method::POST, factor, &session, json!({ "current": PASSWORD })).await;
    let secret = made.body["secret"].as_str().unwrap().to_owned();
    let code = code_at(&secret, Timestamp::now()).unwrap();
    let confirmed =
        door.ask(Method::POST, &format!("{factor}/confirm"), &session, json!({ "code": code })).await;
    let recovery = confirmed.body["codes"][0].as_str().unwrap().to_owned();

    let half = lea(house, &door).await;
    assert_eq!((half.status.as_u16(), half.cookie("atelier")), (200, None), "{}", half.body);
    let step = json!({ "second": half.body["second"], "code": recovery });
    let whole = door.ask(Method::POST, "/api/session/second", "", step).await;
    assert!(whole.cookie("atelier").is_some(), "{}", whole.body);

    let trusting = house.by(house.others.url("provider"), true);
    assert!(lea(house, &trusting).await.cookie("atelier").is_some());
}

/// From the machine itself, for who came back with another identity: every session ends, the next mail ties anew.
async fn untied(house: &House) {
    let user = rights::find(&house.bench, &house.office, "lea@garonne.example").await.unwrap();
    assert!(rights::untie(&house.bench, &house.office, &user).await.unwrap());
    assert!(!rights::untie(&house.bench, &house.office, &user).await.unwrap());
    assert_eq!(sessions(house).await, 0);
    let door = house.by(house.others.url("provider"), true);
    assert_eq!(lea(house, &door).await.refused(), (403, "controls/provider-domain"));
    let (address, cookie) = door.set_out().await;
    let twin = house.others.come(&address, "twin").await;
    let answer = door.come_back(&cookie, twin["address"].as_str().unwrap()).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
}
