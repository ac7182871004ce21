//! The service as a browser meets it: every address, in both languages, for two companies that must
//! not see each other, behind the guard.
#![allow(clippy::unwrap_used, clippy::expect_used)] // helpers of tests: a failure must stop the test

use atelier_domain::language::Lang;
use atelier_domain::process::{Process, Reading};
use atelier_server::http::{Service, Site, service};
use atelier_server::rights::Office;
use atelier_server::sample::canaries::{COMPANIES, make};
use atelier_server::sample::{self, TODAY};
use atelier_server::workbench::{Act, Workbench};
use atelier_store::proofs::Key;
use atelier_store::{Store, Target};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::Value;
use std::collections::BTreeSet;
use tempfile::TempDir;
use tower::ServiceExt;

mod approvals;
mod archives;
mod barred;
mod board;
mod careful;
mod description;
mod design;
mod director;
mod door;
mod imports;
mod jobs;
mod letters;
mod market;
mod merges;
mod metrics;
mod pace;
mod persons;
mod random;
mod rights;
mod search;
mod second;
mod sessions;
mod strained;
mod talks;
mod views;
mod webhooks;

use rights::Caller;

/// Two companies with the same process and people of their own.
struct House {
    service: Router,
    store: Store,
    callers: Vec<Caller>,
    /// Somebody of each company who asks for nothing.
    spares: Vec<(&'static str, String)>,
    /// What the companies sell to, in the order of their names.
    markets: Vec<market::Market>,
    /// What signs their checkpoints.
    key: Key,
    /// Code of a process of theirs.
    process: String,
    /// Where the tables are, for a look at what no digest covers.
    database: String,
    _folder: Option<TempDir>,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

const NORTH: [&str; 2] = COMPANIES[0];
const SOUTH: [&str; 2] = COMPANIES[1];

impl House {
    async fn on(target: Target, folder: Option<TempDir>) -> Self {
        let database = match &target {
            Target::Sqlite(folder) => format!("sqlite://{}?mode=ro", folder.join("atelier.db").display()),
            Target::Postgres(url) => url.clone(),
        };
        let bench = Workbench::new(Store::open(&target).await.unwrap());
        let (mut callers, mut markets, mut spares) = (Vec::new(), Vec::new(), Vec::new());
        let key = Key::new().unwrap();
        for company @ [code, _] in COMPANIES {
            let world = make(&bench, company, rights::PASSWORD, jiff::Timestamp::now()).await.unwrap();
            callers.extend(rights::people(&world, code));
            spares.push((code, sessions::spare(&bench, code).await));
            markets.push(market::Market::of(world, &bench, code).await);
            jobs::ended(&bench, code).await;
        }
        for office in bench.offices().await.unwrap() {
            bench.store.seal(office.scope, &key, false).await.unwrap();
        }
        let (process, _) =
            Process::read("process", sample::metrios().processes[0], &Reading { today: TODAY }).unwrap();
        let store = bench.store.clone();
        for caller in &mut callers {
            caller.session = sessions::session_of(&bench, caller).await;
        }
        let fast = std::num::NonZeroU32::new(1_000_000).unwrap();
        let service = service(Service::paced(bench, Site::Loopback, fast));
        Self {
            service,
            store,
            callers,
            spares,
            markets,
            key,
            process: process.code,
            database,
            _folder: folder,
        }
    }

    /// The first company, for whoever holds the machine itself.
    async fn machine(&self) -> (Workbench, Office) {
        let bench = Workbench::new(self.store.clone());
        let office = bench.office(Some(NORTH[0])).await.unwrap();
        (bench, office)
    }

    /// A new invitation made on the machine; its secret.
    async fn invited(&self, user: &str) -> String {
        let (bench, office) = self.machine().await;
        let act = Act { actor: "tests", now: jiff::Timestamp::now(), source: "tests" };
        let secret = atelier_server::rights::invite(&bench, &office, user.parse().unwrap(), &act).await;
        secret.unwrap().reveal().to_owned()
    }

    /// A change of a user made on the machine.
    async fn changed(&self, user: &str, change: Value) {
        let (bench, office) = self.machine().await;
        let act = Act { actor: "tests", now: jiff::Timestamp::now(), source: "tests" };
        let change = serde_json::from_value(change).unwrap();
        let id = user.parse().unwrap();
        atelier_server::rights::change(&bench, &office, id, change, &act).await.unwrap();
    }

    /// Asks as the director of the company named in the address, else of the first one.
    async fn ask(&self, method: Method, address: &str, headers: &[(&str, &str)]) -> Answer {
        let company = if address.contains("company=south") { SOUTH[0] } else { NORTH[0] };
        let director = self.caller(company, atelier_domain::controls::Role::Director).cookie.clone();
        let headers = [headers, &[("cookie", director.as_str())]].concat();
        self.request(method, address, &headers, String::new()).await
    }

    /// Somebody of a company who asks for nothing.
    fn spare(&self, company: &str) -> String {
        self.spares.iter().find(|(code, _)| *code == company).unwrap().1.clone()
    }

    /// Sends a request as it is.
    async fn request(&self, method: Method, address: &str, headers: &[(&str, &str)], body: String) -> Answer {
        Self::request_to(&self.service, method, address, headers, body).await
    }

    /// The same to another service of the same house.
    async fn request_to(
        service: &Router,
        method: Method,
        address: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(address);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "localhost:4310");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = service.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        guarded(&headers);
        Answer { status, headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// What the two companies say, for comparing before and after.
    async fn digests(&self) -> String {
        self.store.digests().await.unwrap().ledger.to_string()
    }

    /// A key of somebody, made by themselves.
    async fn make_key(&self, who: &Caller, scopes: &[&str]) -> String {
        let body = serde_json::json!({ "name": "test", "days": 1, "scopes": scopes });
        let made = self.send(&who.cookie, &Method::POST, "/api/tokens", &body).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        made.json()["token"].as_str().unwrap().to_owned()
    }

    async fn get(&self, address: &str) -> Answer {
        self.ask(Method::GET, address, &[]).await
    }

    /// A problem document, complete in both languages; its code.
    async fn problem(&self, address: &str, status: u16) -> String {
        let mut told = Vec::new();
        for lang in ["fr", "en"] {
            let mark = if address.contains('?') { '&' } else { '?' };
            let answer = self.get(&format!("{address}{mark}lang={lang}")).await;
            assert_eq!(answer.status, status, "{address} {}", answer.body);
            assert_eq!(answer.headers["content-type"], "application/problem+json");
            let problem = answer.json();
            assert_eq!(problem["status"], status);
            for part in ["title", "detail", "remedy"] {
                assert!(problem[part].as_str().is_some_and(|text| text.len() > 10), "{problem}");
            }
            assert_eq!(problem["type"], format!("urn:atelier:{}", problem["code"].as_str().unwrap()));
            told.push(problem);
        }
        assert_ne!(told[0]["title"], told[1]["title"], "{address}");
        assert_eq!(told[0]["code"], told[1]["code"]);
        told[0]["code"].as_str().unwrap().to_owned()
    }
}

/// What every answer carries.
fn guarded(headers: &HeaderMap) {
    assert!(headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert_eq!(headers["referrer-policy"], "no-referrer");
    assert_eq!(headers["cross-origin-opener-policy"], "same-origin");
    assert_eq!(headers["cross-origin-resource-policy"], "same-origin");
    assert!(headers.contains_key("permissions-policy"));
}

fn run<F: Future<Output = ()>>(test: impl FnOnce(House) -> F, target: Target, folder: Option<TempDir>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { test(House::on(target, folder).await).await });
}

#[test]
fn the_service_on_sqlite() {
    let folder = TempDir::new().unwrap();
    run(whole, Target::Sqlite(folder.path().to_owned()), Some(folder));
}

#[test]
fn the_service_on_postgres() {
    on_postgres(whole);
}

#[test]
fn the_sellers_work_on_sqlite() {
    let folder = TempDir::new().unwrap();
    run(sellers_work, Target::Sqlite(folder.path().to_owned()), Some(folder));
}

#[test]
fn the_sellers_work_on_postgres() {
    on_postgres(sellers_work);
}

#[test]
fn indicators_are_collective_on_sqlite() {
    let folder = TempDir::new().unwrap();
    run(collective, Target::Sqlite(folder.path().to_owned()), Some(folder));
}

#[test]
fn indicators_are_collective_on_postgres() {
    on_postgres(collective);
}

#[test]
fn won_deals_are_confirmed_on_sqlite() {
    let folder = TempDir::new().unwrap();
    run(confirmations, Target::Sqlite(folder.path().to_owned()), Some(folder));
}

#[test]
fn won_deals_are_confirmed_on_postgres() {
    on_postgres(confirmations);
}

#[test]
fn what_is_shown_ends_with_the_right_on_sqlite() {
    let folder = TempDir::new().unwrap();
    run(shown, Target::Sqlite(folder.path().to_owned()), Some(folder));
}

#[test]
fn what_is_shown_ends_with_the_right_on_postgres() {
    on_postgres(shown);
}

fn on_postgres<F: Future<Output = ()>>(test: impl FnOnce(House) -> F) {
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
    run(test, Target::Postgres(format!("{server}/{name}")), None);
}

/// A company of its own: what is captured there is in no other test.
async fn sellers_work(house: House) {
    market::proofs(&house).await;
    talks::captured(&house).await;
    talks::undone(&house).await;
    talks::noted(&house).await;
    talks::put_off(&house).await;
    talks::firm(&house).await;
    barred::objected(&house).await;
}

/// Deals won, judged, changed and judged again, in companies of their own.
async fn collective(house: House) {
    director::collective(&house).await;
}

async fn confirmations(house: House) {
    approvals::waiting(&house).await;
    approvals::own(&house).await;
    approvals::judged(&house).await;
    approvals::together(&house).await;
}

/// What verifications, proofs, looks and figures show, and what they keep back.
async fn shown(house: House) {
    jobs::verified(&house).await;
    rights::proofs(&house).await;
    sessions::watched(&house).await;
    metrics::bounded(&house).await;
}

/// The store is loaded once; each question is a function of its own.
async fn whole(house: House) {
    let good = good_questions(&house).await;
    foreign_and_unknown(&house, &good).await;
    apart(&house, &good).await;
    guard(&house).await;
    assets(&house).await;
    rights::matrix(&house).await;
    rights::foreign(&house).await;
    rights::duties(&house).await;
    rights::grabbed(&house).await;
    rights::journal(&house).await;
    persons::consents(&house).await;
    persons::erased(&house).await;
    persons::terms_and_gate(&house).await;
    // While those who keep personal data are still signed in.
    careful::gate_kept(&house).await;
    merges::cards(&house).await;
    archives::apart(&house).await;
    webhooks::subscribed(&house).await;
    rights::revoked(&house).await;
    door::in_and_out(&house).await;
    door::nothing_is_told(&house).await;
    door::many_attempts(&house).await;
    door::invitations(&house).await;
    door::passwords(&house).await;
    door::keys(&house).await;
    door::feed(&house).await;
    sessions::own(&house).await;
    sessions::of_others(&house).await;
    sessions::journal(&house).await;
    door::bodies(&house).await;
    second::factor(&house).await;
    second::reset(&house).await;
    careful::once(&house).await;
    careful::versions(&house).await;
    careful::together(&house).await;
    careful::units_kept(&house).await;
    careful::not_taken(&house).await;
    letters::invited(&house).await;
    strained::after_each_declaration(&house).await;
    strained::a_company_until_its_next_fact(&house).await;
    description::told(&house).await;
    board::windows(&house).await;
    board::changes(&house).await;
    director::compared(&house).await;
    director::kept(&house).await;
    director::followed(&house).await;
    search::found(&house).await;
    views::kept(&house).await;
    board::by_hand(&house).await;
    board::events(&house).await;
    board::frozen(&house).await;
    board::next_week(&house).await;
    market::accounts(&house).await;
    merges::firms(&house).await;
    market::opportunities(&house).await;
    market::many_at_once(&house).await;
    market::orders_of_an_operation(&house).await;
    market::orders(&house).await;
    imports::brought(&house).await;
    random::cursors(&house).await;
    random::forms(&house).await;
    jobs::refused(&house).await;
    jobs::cancelled(&house).await;
    jobs::made(&house).await;
    jobs::no_longer_followed(&house).await;
    design::published(&house).await;
}

/// Good questions about a company, found by asking.
struct Good {
    kind: String,
    week: String,
    objects: Vec<Object>,
}

/// A person of the plan, a day of theirs, and an order of that day.
#[derive(Clone)]
struct Object {
    person: String,
    date: String,
    order: String,
}

async fn good_questions(house: &House) -> Vec<Good> {
    let mut good = Vec::new();
    for [code, _] in [NORTH, SOUTH] {
        let load = house.get(&format!("/api/load?company={code}")).await.json();
        let week = load["worst_week"].as_str().unwrap().to_owned();
        let kind = load["kinds"][0]["code"].as_str().unwrap().to_owned();
        let mut objects = Vec::new();
        for person in ["camille", "nadia"] {
            objects.push(object(house, code, person).await);
        }
        good.push(Good { kind, week, objects });
    }
    good
}

async fn object(house: &House, company: &str, person: &str) -> Object {
    let people = house.get(&format!("/api/people?company={company}")).await.json();
    let mut date = people["first_day"].as_str().unwrap().to_owned();
    loop {
        let day = house.get(&format!("/api/day?company={company}&person={person}&date={date}")).await.json();
        if let Some(order) = day["items"][0]["id"].as_str() {
            return Object { person: person.to_owned(), date, order: order.to_owned() };
        }
        day["next_day"].as_str().unwrap().clone_into(&mut date);
    }
}

impl Good {
    /// The whole address of a route, for a company.
    fn address(&self, path: &str, company: &str) -> String {
        let Self { kind, week, .. } = self;
        match path {
            "/api/companies" => path.to_owned(),
            "/api/load" => format!("{path}?company={company}&kind={kind}"),
            "/api/load/week" => format!("{path}?company={company}&kind={kind}&week={week}"),
            "/api/people" | "/api/bottlenecks" => format!("{path}?company={company}"),
            other => self.objects[0].address(other, company),
        }
    }

    /// What is about a person.
    fn of(&self, person: &str) -> Object {
        self.objects.iter().find(|one| one.person == person).unwrap().clone()
    }

    /// What is about nobody.
    fn none(&self) -> Object {
        let order = "00000000-0000-5000-8000-000000000000".to_owned();
        Object { person: "nobody".to_owned(), order, ..self.objects[0].clone() }
    }
}

impl Object {
    fn address(&self, path: &str, company: &str) -> String {
        let Self { person, date, order } = self;
        match path {
            "/api/day" => format!("{path}?company={company}&person={person}&date={date}"),
            "/api/why" => format!("{path}?company={company}&order={order}"),
            "/calendar.ics" => format!("{path}?company={company}&person={person}"),
            other => panic!("{other} has no good question in this test: add it"),
        }
    }
}

/// The addresses that show the plan of a company.
const SHOWN: [&str; 8] = [
    "/api/bottlenecks",
    "/api/companies",
    "/api/load",
    "/api/load/week",
    "/api/people",
    "/api/day",
    "/api/why",
    "/calendar.ics",
];

async fn foreign_and_unknown(house: &House, good: &[Good]) {
    let good = &good[0];
    for path in SHOWN {
        let address = good.address(path, "north");
        for lang in ["fr", "en"] {
            let mark = if address.contains('?') { '&' } else { '?' };
            let answer = house.get(&format!("{address}{mark}lang={lang}")).await;
            assert_eq!(answer.status, 200, "{address} {}", answer.body);
        }
        if path != "/api/companies" {
            let unknown = good.address(path, "nobody");
            assert_eq!(house.problem(&unknown, 404).await, "app/unknown-company");
        }
    }
    assert_eq!(house.problem("/api/load?company=north&company=south", 400).await, "app/unreadable-address");
    let person = &good.objects[0].person;
    for (address, code) in [
        ("/api/load?company=north&kind=zz".to_owned(), "app/unknown-kind"),
        ("/api/load/week?company=north&week=2027-W53".to_owned(), "app/unknown-week"),
        ("/api/load/week?company=north".to_owned(), "app/unknown-week"),
        ("/api/day?company=north&person=zz".to_owned(), "app/unknown-person"),
        ("/api/day?company=north".to_owned(), "app/unknown-person"),
        (format!("/api/day?company=north&person={person}&date=2027-02-31"), "app/unknown-date"),
        ("/calendar.ics?company=north&person=zz".to_owned(), "app/unknown-person"),
        ("/api/why?company=north".to_owned(), "app/unknown-order"),
        ("/api/why?company=north&order=zz".to_owned(), "app/unknown-order"),
        ("/api/nothing".to_owned(), "app/unknown-address"),
    ] {
        assert_eq!(house.problem(&address, 404).await, code, "{address}");
    }
}

/// Nothing of one company is in the answers for the other, and an order of the other is unknown.
async fn apart(house: &House, good: &[Good]) {
    for path in SHOWN {
        let answer = house.get(&good[0].address(path, "north")).await;
        for secret in ["canari-south-", SOUTH[1]] {
            assert!(!answer.body.contains(secret), "{path} says {secret}: {}", answer.body);
        }
    }
    let day = house.get(&good[0].address("/api/day", "north")).await;
    assert!(
        day.body.contains("canari-north-"),
        "the names of a company are in its own answers: {}",
        day.body
    );
    let theirs = &good[1].objects[0].order;
    let foreign = house.get(&format!("/api/why?company=north&order={theirs}")).await;
    let unknown = "00000000-0000-5000-8000-000000000000";
    let nobody = house.get(&format!("/api/why?company=north&order={unknown}")).await;
    assert_eq!((foreign.status, nobody.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_eq!(foreign.body.replace(theirs, unknown), nobody.body, "the same answer to the letter");
    let names: BTreeSet<String> = [&foreign.headers, &nobody.headers]
        .into_iter()
        .flat_map(|headers| headers.keys().map(ToString::to_string))
        .collect();
    assert!(names.iter().all(|name| foreign.headers.contains_key(name) && nobody.headers.contains_key(name)));
}

async fn guard(house: &House) {
    for path in SHOWN {
        for method in
            [Method::POST, Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS, Method::TRACE]
        {
            let answer = house.ask(method.clone(), path, &[]).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            assert_eq!(answer.json()["code"], "app/wrong-method");
        }
    }
    for host in ["atelier.example", "localhost.example:4310", "127.0.0.1.example", "", "evil:4310"] {
        let answer = house.ask(Method::GET, "/api/companies", &[("host", host)]).await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert_eq!(answer.json()["code"], "app/foreign-host");
    }
    for host in ["localhost", "127.0.0.1:80", "localhost:4310"] {
        let answer = house.ask(Method::GET, "/api/companies", &[("host", host)]).await;
        assert_eq!(answer.status, StatusCode::OK, "{host}");
    }
    let long = format!("/api/load?company={}", "a".repeat(4_096));
    let answer = house.get(&long).await;
    assert_eq!(
        (answer.status, &answer.json()["code"]),
        (StatusCode::URI_TOO_LONG, &"app/address-too-long".into())
    );
    let english = house.ask(Method::POST, "/api/load?lang=en", &[]).await.json();
    let words = atelier_domain::language::Catalogue::of(Lang::En);
    assert_eq!(english["title"], words.plain("app-wrong-method"));
    assert_eq!(house.ask(Method::HEAD, "/api/companies", &[]).await.status, StatusCode::OK);
}

async fn assets(house: &House) {
    for path in atelier_web::paths() {
        let address = format!("/{path}");
        let first = house.get(&address).await;
        assert_eq!(first.status, StatusCode::OK, "{address}");
        let etag = first.headers["etag"].to_str().unwrap().to_owned();
        let again = house.ask(Method::GET, &address, &[("if-none-match", &etag)]).await;
        assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{address}");
        assert_eq!(again.headers["etag"], etag);
        assert!(first.headers.contains_key("cache-control"));
    }
    for page in ["/", "/plan", "/journee"] {
        let answer = house.get(page).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.headers["content-type"].to_str().unwrap().starts_with("text/html"), "{page}");
    }
    let people = house.get("/api/people?company=north").await.json();
    let person = people["people"][0]["code"].as_str().unwrap();
    let calendar = house.get(&format!("/calendar.ics?company=north&person={person}")).await;
    assert_eq!(calendar.headers["content-type"], "text/calendar; charset=utf-8");
    assert!(calendar.headers["content-disposition"].to_str().unwrap().contains("atelier.ics"));
    let read: icalendar::Calendar = calendar.body.parse().unwrap();
    assert!(!read.components.is_empty());
    let packed = house.ask(Method::GET, "/api/people?company=north", &[("accept-encoding", "gzip")]).await;
    assert_eq!(packed.headers["content-encoding"], "gzip");
}
