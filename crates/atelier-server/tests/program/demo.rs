//! The demonstration prints the figures computed by hand in the documentation; its canaries are a whole
//! world for whoever tests rights.

use crate::{Engine, Program, block_on, on_engines};
use atelier_domain::controls::Role;
use atelier_server::http::{Service, Site, routes, service};
use atelier_server::workbench::Workbench;
use atelier_store::{Store, Target};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::process::Command;
use tower::ServiceExt as _;

on_engines! {
    golden_figures => golden_figures_on_sqlite, golden_figures_on_postgres;
    canaries => canaries_on_sqlite, canaries_on_postgres;
}

fn golden_figures(engine: Engine) {
    let Some(program) = Program::on(engine) else { return };
    let said = program.ok(&["demo", "--no-serve", "--lang", "en"]);
    for figure in ["350 net contacts", "615.00 h of 588.00 h (104.59%)", "340.3% in W08", "103.5 h at W10"] {
        assert!(said.contains(figure), "{figure} in\n{said}");
    }
    lately_won_deals_wait(&program);
    it_is_removed_in_one_act(&program);
}

/// What was won lately waits for somebody who did not import it; what was won before is held as confirmed.
fn lately_won_deals_wait(program: &Program) {
    let ask = |user: Option<&str>, line: &[&str]| -> Value {
        let mut command = Command::new(env!("CARGO_BIN_EXE_atelier"));
        command.env_remove("ATELIER_DATABASE").env("LC_ALL", "en_GB.UTF-8");
        command.arg("--data").arg(program.path("data").join("demo"));
        if let Some(url) = &program.database {
            command.args(["--database", url]);
        }
        if let Some(user) = user {
            command.env("USER", user);
        }
        let done = command.args(line).args(["--company", "lumen", "--json"]).output().unwrap();
        serde_json::from_slice(&done.stdout).unwrap_or_else(|error| panic!("{line:?}: {error} {done:?}"))
    };
    let waiting = || ask(None, &["confirm", "list"])["deals"].as_array().unwrap().clone();
    let before = waiting();
    assert!(!before.is_empty());
    assert!(before.iter().all(|deal| deal["closed_on"].as_str() >= Some("2026-12-14")));
    let key = before[0]["key"].as_str().unwrap();
    let give = ["confirm", "give", key, "--verdict", "confirmed"];
    let reason = ["--reason", "purchase order seen"];
    let with = [&give[..], &reason].concat();
    let code = |told: Value| told["refused"][0]["code"].clone();
    assert_eq!(code(ask(None, &with)), "controls/own-deal", "whoever imported it recorded it");
    assert_eq!(code(ask(Some("agnes"), &give)), "controls/no-evidence-no-reason");
    assert_eq!(ask(Some("agnes"), &with)["verdict"], "confirmed");
    assert!(waiting().iter().all(|deal| deal["key"] != key), "{key} was confirmed");
    let back = ["confirm", "take-back", key];
    assert_eq!(code(ask(Some("marc"), &back)), "controls/verdict-of-other");
    assert_eq!(ask(Some("agnes"), &back)["verdict"], "withdrawn");
    assert_eq!(waiting(), before);
    // Several at once: all of them, or none.
    let other = before[1]["key"].as_str().unwrap();
    let both = ["confirm", "give", key, other, "--verdict", "confirmed", "--reason", "purchase orders seen"];
    let with_unknown = [&both[..3], &["zz"], &both[4..]].concat();
    assert_eq!(code(ask(Some("agnes"), &with_unknown)), "execution/unknown-case");
    assert_eq!(waiting(), before);
    let told = ask(Some("agnes"), &both);
    assert_eq!((&told["verdict"], told["deals"].as_array().unwrap().len()), (&"confirmed".into(), 2));
    assert!(waiting().iter().all(|deal| deal["key"] != key && deal["key"] != other));
    assert_eq!(ask(Some("agnes"), &["confirm", "take-back", key, other])["verdict"], "withdrawn");
    assert_eq!(waiting(), before);
}

/// Nothing of it stays, and what it did not make is left alone.
fn it_is_removed_in_one_act(program: &Program) {
    let remove = ["demo", "--remove"];
    if program.database.is_some() {
        assert_eq!(program.codes(&remove), ["app/no-demonstration"]);
        return;
    }
    let folder = program.path("data").join("demo");
    program.ok(&remove);
    assert!(!folder.exists());
    assert_eq!(program.codes(&remove), ["app/no-demonstration"], "there is none any more");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("mine.txt"), "mine").unwrap();
    assert_eq!(program.codes(&remove), ["app/no-demonstration"], "it does not bear the mark");
    assert!(folder.join("mine.txt").exists());
}

fn canaries(engine: Engine) {
    let Some(program) = Program::on(engine) else { return };
    let told: Value = serde_json::from_str(&program.ok(&["demo", "--canaries", "--no-serve"])).unwrap();
    let [north, south] = [0, 1].map(|at| &told["companies"][at]);
    for company in [north, south] {
        has_everybody(company);
    }
    let (ours, theirs) = (words(&north["canaries"]), words(&south["canaries"]));
    assert_eq!(ours.union(&theirs).count(), 14, "a company, two teams, two people, two firms; twice");
    let target = match &program.database {
        Some(url) => Target::Postgres(url.clone()),
        None => Target::Sqlite(program.path("data").join("demo")),
    };
    block_on(async {
        let service =
            service(Service::new(Workbench::new(Store::open(&target).await.unwrap()), Site::Loopback));
        for company in [north, south] {
            signs_in(&service, &company["users"][0]).await;
        }
        apart(&service, north, &theirs).await;
    });
    if engine == Engine::Postgres {
        assert_eq!(program.codes(&["demo", "--canaries", "--no-serve"]), ["app/database-taken"]);
    }
}

/// Every text below a value.
fn words(value: &Value) -> BTreeSet<String> {
    match value {
        Value::String(text) => BTreeSet::from([text.clone()]),
        Value::Object(fields) => fields.values().flat_map(words).collect(),
        other => panic!("{other}"),
    }
}

/// Every role, two teams with a manager and a seller each, two firms with both partners' roles each.
fn has_everybody(company: &Value) {
    let users = company["users"].as_array().unwrap();
    let count = |role: Role, field: &str| {
        let of = users.iter().filter(|user| user["role"] == role.code());
        of.map(|user| user[field].as_str().unwrap_or_default()).collect::<BTreeSet<_>>().len()
    };
    assert!(Role::ALL.iter().all(|role| count(*role, "login") > 0), "{company}");
    let wanted = [
        (Role::Manager, "team"),
        (Role::Seller, "person"),
        (Role::PartnerAdmin, "firm"),
        (Role::PartnerUser, "firm"),
    ];
    assert!(wanted.iter().all(|(role, field)| count(*role, field) == 2), "{company}");
    let objects = company["objects"].as_array().unwrap();
    for kind in ["account", "contact", "case", "order"] {
        let people = objects.iter().filter(|one| one["kind"] == kind).map(|one| one["person"].as_str());
        assert_eq!(
            people.collect::<BTreeSet<_>>(),
            BTreeSet::from([Some("camille"), Some("nadia")]),
            "{kind}"
        );
    }
}

async fn ask(
    service: &Router,
    method: Method,
    address: &str,
    key: &Value,
    body: String,
) -> (StatusCode, String) {
    let mut request = Request::builder().method(method).uri(address).header("host", "localhost:4310");
    if let Some(key) = key.as_str() {
        request = request.header("authorization", format!("Bearer {key}"));
    }
    let request = request.header("content-type", "application/json").body(Body::from(body)).unwrap();
    let answer = service.clone().oneshot(request).await.unwrap();
    let status = answer.status();
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

async fn signs_in(service: &Router, user: &Value) {
    let given = json!({ "login": user["login"], "password": user["password"] }).to_string();
    let (status, body) = ask(service, Method::POST, "/api/session", &Value::Null, given).await;
    assert!(status.is_success(), "{user}: {body}");
}

/// A director reads every list and every object of the company, and nothing of the other one.
async fn apart(service: &Router, company: &Value, theirs: &BTreeSet<String>) {
    let director = &company["users"][0];
    assert_eq!(director["role"], Role::Director.code());
    let get = |address: String| async move {
        let (status, body) = ask(service, Method::GET, &address, &director["key"], String::new()).await;
        let leak = theirs.iter().find(|canary| body.contains(*canary));
        assert_eq!(leak, None, "{address}: {body:.2000}");
        (status, body)
    };
    let lists = routes().into_iter().filter(|route| {
        route.method == Method::GET && route.permission.is_some() && !route.path.contains('{')
    });
    let (mut read, mut canaries) = (0, 0);
    for route in lists {
        // Those of the board go on for ever, but asked once.
        let once = if route.path.ends_with("/events") { "?once=true" } else { "" };
        let (status, body) = get([route.path, once].concat()).await;
        read += usize::from(status == StatusCode::OK);
        canaries += usize::from(body.contains("canari-"));
    }
    assert!(read > 10 && canaries > 5, "{read} lists read, {canaries} with words of their own");
    for object in company["objects"].as_array().unwrap() {
        if ["account", "contact", "case"].contains(&object["kind"].as_str().unwrap()) {
            let (status, body) = get(object["address"].as_str().unwrap().to_owned()).await;
            assert!(status == StatusCode::OK && body.contains(object["canary"].as_str().unwrap()), "{body}");
        }
    }
}
