//! Firms, people there, opportunities and orders over HTTP.

use crate::{House, NORTH, SOUTH};
use atelier_domain::controls::Role;
use atelier_server::sample::canaries::{Object, World};
use atelier_server::workbench::{self, Act, Workbench};
use axum::http::Method;
use serde_json::json;

/// What a company of the canaries sells to, by kind and person.
pub struct Market {
    objects: Vec<Object>,
    pub import: String,
    /// A subscription that hears nothing.
    pub hook: String,
}

impl Market {
    pub async fn of(world: World, bench: &Workbench, company: &str) -> Self {
        let office = bench.office(Some(company)).await.unwrap();
        let act = Act { actor: "test", now: "2027-01-04T08:00:00Z".parse().unwrap(), source: "test" };
        let url = "https://receiver.example/in";
        let deaf = vec!["test.nothing".to_owned()];
        let (hook, _) = workbench::add_webhook(bench, &office, url, deaf, &act).await.unwrap();
        Self { objects: world.objects, import: world.import, hook: hook.id.to_string() }
    }

    pub fn id(&self, kind: &str, person: &str) -> String {
        let found = self.objects.iter().find(|one| one.kind == kind && one.person == person);
        found.map_or_else(|| "00000000-0000-7000-8000-000000000000".to_owned(), |one| one.id.clone())
    }
}

pub async fn accounts(house: &House) {
    let ops = house.caller(NORTH[0], Role::SalesOps).cookie.clone();
    let seller = house.caller(NORTH[0], Role::Seller).cookie.clone();
    let names = ["Écluse", "École", "Éclair"];
    let drafts: Vec<_> = names.iter().map(|name| json!({ "name": name, "country": "BE" })).collect();
    let bulk = json!({ "records": drafts });
    let made = house.send(&ops, &Method::POST, "/api/accounts/bulk", &bulk).await;
    assert_eq!(made.status, 201, "{}", made.body);
    // By name without accents, a page at a time.
    let mut seen = Vec::new();
    let mut after = String::new();
    loop {
        let page = house
            .send(&ops, &Method::GET, &format!("/api/accounts?text=ec&country=BE&limit=2{after}"), &json!({}))
            .await;
        assert_eq!(page.status, 200, "{}", page.body);
        let page = page.json();
        seen.extend(
            page["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()),
        );
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(seen, ["Éclair", "Écluse", "École"]);
    // All or none, each fault at its place.
    let before = house.digests().await;
    let wrong = json!({ "records": [{ "name": "Bonne" }, { "name": "" }, { "name": "x", "parent": made.json()["ids"][0] },
        { "name": "y".repeat(300) }] });
    let refused = house.send(&ops, &Method::POST, "/api/accounts/bulk", &wrong).await;
    let places: Vec<_> =
        refused.json()["errors"].as_array().unwrap().iter().map(|one| one["place"].clone()).collect();
    assert_eq!(
        (refused.status.as_u16(), places),
        (422, vec![json!("records[1].name"), json!("records[3].name")])
    );
    assert_eq!(house.digests().await, before);
    // One key, one firm.
    let keyed = json!({ "name": "Neuve", "key": "K1" });
    assert_eq!(house.send(&seller, &Method::POST, "/api/accounts", &keyed).await.status, 201);
    let again = house.send(&seller, &Method::POST, "/api/accounts", &keyed).await;
    assert_eq!((again.status.as_u16(), &again.json()["code"]), (409, &json!("execution/key-taken")));
    // A firm that nobody leads yet is everybody's; read, changed, read again.
    let address = format!("/api/accounts/{}", made.json()["ids"][1].as_str().unwrap());
    let read = house.send(&seller, &Method::GET, &address, &json!({})).await;
    assert_eq!(read.status, 200, "{}", read.body);
    let change = json!({ "sector": "eau" });
    let changed = house.send(&seller, &Method::PATCH, &address, &change).await;
    assert_eq!((changed.status.as_u16(), &changed.json()["sector"]), (200, &json!("eau")));
    assert_ne!(changed.headers["etag"], read.headers["etag"]);
    let mother = made.json()["ids"][2].clone();
    for parent in [mother, json!(null)] {
        let told = house.send(&ops, &Method::PATCH, &address, &json!({ "parent": parent })).await.json();
        assert_eq!((&told["parent"], &told["sector"]), (&parent, &json!("eau")), "{told}");
    }
    for (query, code) in
        [("sort=zz", "app/unknown-sort"), ("limit=0", "app/page-length"), ("after=zz", "app/unreadable-page")]
    {
        let answer = house.send(&ops, &Method::GET, &format!("/api/accounts?{query}"), &json!({})).await;
        assert_eq!((answer.status.as_u16(), &answer.json()["code"]), (422, &json!(code)));
    }
    numbers(house, &ops, &address).await;
    let csv = house.send(&ops, &Method::GET, "/api/exports/accounts.csv", &json!({})).await;
    assert!(csv.status == 200 && csv.body.contains("Éclair"), "{}", csv.body);
    assert!(csv.body.contains("552100554;55210055400013"), "{}", csv.body);
}

/// A number of the register is kept as digits, refused at its place, taken away by nothing.
async fn numbers(house: &House, ops: &str, address: &str) {
    let change = |siren: &str| json!({ "siren": siren });
    let told = house.send(ops, &Method::PATCH, address, &change("552 100 554 00013")).await.json();
    assert_eq!([&told["siren"], &told["siret"]], ["552100554", "55210055400013"]);
    let before = house.digests().await;
    for wrong in ["552 100 545", "55210055500013", "12", "000 000 000"] {
        let drafted = json!({ "name": "Fausse", "siren": wrong });
        for (method, at, body) in
            [(Method::PATCH, address, change(wrong)), (Method::POST, "/api/accounts", drafted)]
        {
            let refused = house.send(ops, &method, at, &body).await;
            let said = &refused.json()["errors"][0];
            assert_eq!((refused.status.as_u16(), &said["place"]), (422, &json!("siren")), "{}", refused.body);
            assert!(
                said["code"] == "execution/wrong-siren" && said["title"].as_str().unwrap().contains(wrong)
            );
        }
    }
    assert_eq!(house.digests().await, before);
    let firm = json!({ "name": "Au numéro seul", "siren": "732.829.320" });
    let made = house.send(ops, &Method::POST, "/api/accounts", &firm).await;
    assert_eq!((made.status.as_u16(), &made.json()["siren"]), (201, &json!("732829320")), "{}", made.body);
    let own = format!("/api/accounts/{}", made.json()["id"].as_str().unwrap());
    let none = house.send(ops, &Method::PATCH, &own, &change(" ")).await.json();
    assert_eq!((&none["siren"], &none["facets"]), (&json!(null), &json!({})));
}

pub async fn opportunities(house: &House) {
    let seller = house.caller(NORTH[0], Role::Seller).cookie.clone();
    let process = house.process.clone();
    let steps = { house.send(&seller, &Method::GET, &format!("/api/processes/{process}"), &json!({})).await };
    assert!(steps.json()["text"].as_str().unwrap().len() > 100);
    let account = house.markets[0].id("account", "camille");
    let draft =
        json!({ "account": account, "standing": "lost", "value_cents": 1_000, "engaged_on": "2026-03-02" });
    let made = house.send(&seller, &Method::POST, "/api/opportunities", &draft).await;
    assert_eq!(made.status, 201, "{}", made.body);
    assert_eq!(made.json()["owner_code"], "camille", "led by who adds it");
    let address = format!("/api/opportunities/{}", made.json()["id"].as_str().unwrap());
    // What is not said stays, `null` empties, and what was is put back.
    let cleared = json!({ "value_cents": null, "engaged_on": null });
    let none = house.send(&seller, &Method::PATCH, &address, &cleared).await.json();
    assert_eq!((&none["value_cents"], &none["engaged_on"]), (&json!(null), &json!(null)), "{none}");
    assert_eq!((&none["account"], &none["owner_code"]), (&json!(account), &json!("camille")), "{none}");
    let was = json!({ "value_cents": 1_000, "engaged_on": "2026-03-02", "closed_on": null });
    let back = house.send(&seller, &Method::PATCH, &address, &was).await.json();
    assert_eq!(
        (&back["value_cents"], &back["engaged_on"], &back["closed_on"]),
        (&json!(1_000), &json!("2026-03-02"), &json!(null)),
        "{back}"
    );
    // Every fault at once, and nothing written.
    let before = house.digests().await;
    let wrong = json!({ "process": "zz", "value_cents": -3, "closed_on": "2026-03-01",
        "account": house.markets[1].id("account", "nadia").replace('0', "1") });
    let refused = house.send(&seller, &Method::PATCH, &address, &wrong).await;
    assert_eq!(refused.json()["errors"].as_array().unwrap().len(), 4, "{}", refused.body);
    assert_eq!(house.digests().await, before);
    // A seller does not take what a colleague of another team leads, nor gives them their own.
    let nadia = house.callers.iter().find(|one| one.company == NORTH[0] && one.place == "nadia").unwrap();
    let theirs = format!("/api/opportunities/{}", house.markets[0].id("case", "camille"));
    assert_eq!(
        house.send(&nadia.cookie, &Method::PATCH, &theirs, &json!({ "stage": "x" })).await.status,
        404
    );
    let south = house.caller(SOUTH[0], Role::Director).cookie.clone();
    assert_eq!(house.send(&south, &Method::GET, &address, &json!({})).await.status, 404);
    let listed = house.send(&nadia.cookie, &Method::GET, "/api/opportunities", &json!({})).await.json();
    let keys: Vec<_> = listed["rows"].as_array().unwrap().iter().map(|row| row["key"].to_string()).collect();
    assert!(keys.iter().any(|key| key.contains("Nadia")) && !keys.iter().any(|key| key.contains("Camille")));
}

/// A deal is not moved past a step that asks for a proof without one; a move is taken back without.
pub async fn proofs(house: &House) {
    let director = house.caller(NORTH[0], Role::Director).cookie.clone();
    let sheet = format!("/api/processes/{}", house.process);
    let sheet = house.send(&director, &Method::GET, &sheet, &json!({})).await.json();
    let steps = sheet["process"]["steps"].as_array().unwrap().clone();
    assert_eq!(sheet["process"]["design"]["not_judged"].as_array().unwrap().len(), 2);
    let asks = |step: &serde_json::Value| !step["evidence"].as_array().unwrap().is_empty();
    assert!(asks(&steps[0]) && asks(&steps[1]), "the example asks for proofs");
    let at = |index: usize| json!({ "step": steps[index]["code"] });
    let account = house.markets[0].id("account", "camille");
    let draft =
        json!({ "account": account, "process": house.process, "step": steps[1]["code"], "standing": "open" });
    let made = house.send(&director, &Method::POST, "/api/opportunities", &draft).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let address = format!("/api/opportunities/{}", made.json()["id"].as_str().unwrap());
    let before = house.digests().await;
    let refused = house.send(&director, &Method::PATCH, &address, &at(2)).await;
    let fault = refused.json()["errors"][0].clone();
    assert_eq!((refused.status.as_u16(), &fault["code"]), (422, &json!("execution/missing-proof")));
    assert_eq!(fault["place"], "step");
    let proof = steps[1]["evidence"][0]["name"]["fr"].as_str().unwrap();
    assert!(fault["title"].as_str().unwrap().contains(proof), "{fault} names {proof}");
    assert_eq!(house.digests().await, before);
    // Back, and back again the same day: nothing is asked for.
    for index in [0, 1] {
        let moved = house.send(&director, &Method::PATCH, &address, &at(index)).await;
        assert_eq!(moved.status, 200, "{}", moved.body);
    }
}

/// More at once than there are connections: none holds one while it waits for another.
pub async fn many_at_once(house: &House) {
    let director = house.caller(NORTH[0], Role::Director).cookie.clone();
    let list = house.send(&director, &Method::GET, "/api/opportunities?limit=1", &json!({})).await.json();
    let address = format!("/api/opportunities/{}", list["rows"][0]["id"].as_str().unwrap());
    let begun = std::time::Instant::now();
    let none = json!({});
    let asked = (0..60).map(|_| house.send(&director, &Method::GET, &address, &none));
    for answer in futures_util::future::join_all(asked).await {
        assert_eq!(answer.status, 200, "after {:?}: {}", begun.elapsed(), answer.body);
    }
}

pub async fn orders_of_an_operation(house: &House) {
    type Sums = std::collections::BTreeMap<String, (i64, i64)>;
    let left = |page: &serde_json::Value| -> Vec<serde_json::Value> {
        assert_eq!(page["next"], json!(null), "the week is one page");
        let rows = page["rows"].as_array().unwrap().iter();
        rows.filter(|row| row["state"] != "cancelled").cloned().collect()
    };
    let code = |row: &serde_json::Value| {
        ["process", "step", "operation"].map(|key| row[key].as_str().unwrap().to_owned()).join("/")
    };
    let added = |rows: &[serde_json::Value]| -> Sums {
        rows.iter().fold(Sums::new(), |mut sums, row| {
            let sum = sums.entry(code(row)).or_default();
            *sum = (sum.0 + 1, sum.1 + row["minutes"].as_i64().unwrap());
            sums
        })
    };
    let told = |answer: &serde_json::Value| -> Sums {
        let told = answer["operations"].as_array().unwrap().iter();
        let number = |one: &serde_json::Value, key: &str| one[key].as_i64().unwrap();
        told.map(|one| {
            assert!(!one["title"].as_str().unwrap().contains('/') && one["step"] != "", "{one}");
            (one["operation"].as_str().unwrap().to_owned(), (number(one, "orders"), number(one, "minutes")))
        })
        .collect()
    };
    let week = "from=2027-01-11&before=2027-01-18";
    let all = left(&house.get(&format!("/api/orders?{week}&limit=200")).await.json());
    let wanted = added(&all);
    assert!(wanted.len() > 1, "{wanted:?}");
    assert_eq!(told(&house.get(&format!("/api/orders/operations?{week}")).await.json()), wanted);
    for (operation, (orders, _)) in &wanted {
        let asked = format!("/api/orders?{week}&operation={operation}&limit=200");
        let rows = left(&house.get(&asked).await.json());
        assert_eq!(rows.len() as i64, *orders, "{operation}");
        assert!(rows.iter().all(|row| code(row) == *operation));
    }
    // A seller is told their own only.
    let seller = house.caller(NORTH[0], Role::Seller).cookie.clone();
    let ask = |address: String| {
        let seller = seller.clone();
        async move { house.send(&seller, &Method::GET, &address, &json!({})).await }
    };
    let own = left(&ask(format!("/api/orders?{week}&limit=200")).await.json());
    assert!(!own.is_empty() && own.len() < all.len());
    assert_eq!(told(&ask(format!("/api/orders/operations?{week}")).await.json()), added(&own));
    assert_eq!(ask(format!("/api/orders/operations?{week}&person=nadia")).await.status, 404);
    // The one asked for is told even when the days hold none of it.
    let first = wanted.keys().next().unwrap();
    let before = format!("/api/orders/operations?from=2020-01-06&before=2020-01-13&operation={first}");
    assert_eq!(told(&house.get(&before).await.json()), Sums::from([(first.clone(), (0, 0))]));
    let empty = "/api/orders/operations?from=2027-01-11&before=2027-01-11";
    assert_eq!(house.problem(empty, 422).await, "app/empty-period");
    let long = "/api/orders/operations?from=2027-01-11&before=2027-04-11";
    assert_eq!(house.problem(long, 422).await, "planning/window-too-long");
}

pub async fn orders(house: &House) {
    let seller = house.caller(NORTH[0], Role::Seller).cookie.clone();
    let page = house.send(&seller, &Method::GET, "/api/orders?limit=5", &json!({})).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let first = page.json()["rows"][0].clone();
    let address = format!("/api/orders/{}", first["id"].as_str().unwrap());
    let read = house.send(&seller, &Method::GET, &address, &json!({})).await;
    assert_eq!(read.json()["id"], first["id"]);
    let seen = read.headers["etag"].to_str().unwrap().to_owned();
    let declare = |key: &'static str, version: String, body: serde_json::Value| {
        let (seller, address) = (seller.clone(), format!("{address}/declarations"));
        async move {
            let headers = [
                ("cookie", seller.as_str()),
                ("content-type", "application/json"),
                ("idempotency-key", key),
                ("if-match", version.as_str()),
            ];
            house.request(Method::POST, &address, &headers, body.to_string()).await
        }
    };
    let given = declare("d-1", seen.clone(), json!({ "state": "released" })).await;
    let state = given.json()["order"]["state"].clone();
    assert_eq!((given.status.as_u16(), state), (200, json!("released")), "{}", given.body);
    let before = house.digests().await;
    let again = declare("d-1", seen.clone(), json!({ "state": "released" })).await;
    assert_eq!((again.status.as_u16(), again.body == given.body), (200, true));
    let late = declare("d-2", seen, json!({ "state": "started" })).await;
    assert_eq!((late.status.as_u16(), &late.json()["code"]), (412, &json!("controls/changed-meanwhile")));
    assert_eq!(house.digests().await, before);
}
