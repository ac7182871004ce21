//! What a request names in its body or its question, beside what it is about: an object that is out of reach is
//! told exactly as one that is not there, nothing of it is written, and the asking stands in the journal.

use super::{Caller, NOBODY};
use crate::{House, NORTH, SOUTH};
use atelier_domain::controls::Role;
use axum::http::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Where an identity may be put: the address with its method, and its name in the description of the API.
struct Place {
    route: (Method, &'static str),
    name: &'static str,
    /// Of what; with a code for an identity, `person`.
    kind: &'static str,
    body: fn(&str) -> Value,
}

const fn place(
    method: Method,
    path: &'static str,
    name: &'static str,
    kind: &'static str,
    body: fn(&str) -> Value,
) -> Place {
    Place { route: (method, path), name, kind, body }
}

/// Where an identity stands in a question, nothing is in the body.
fn asked(_: &str) -> Value {
    json!({})
}

#[rustfmt::skip] // one line for one place
fn places() -> Vec<Place> {
    use Method as M;
    vec![
        place(M::POST, "/api/accounts", "parent", "account", |id| json!({ "name": "Fille", "parent": id })),
        place(M::POST, "/api/accounts/bulk", "records[].parent", "account", |id| json!({ "records": [{ "name": "Fille", "parent": id }] })),
        place(M::PATCH, "/api/accounts/{id}", "parent", "account", |id| json!({ "parent": id })),
        place(M::POST, "/api/contacts", "account", "account", |id| json!({ "name": "Zoé", "account": id })),
        place(M::POST, "/api/accounts/{id}/merges", "gone", "account", |id| json!({ "gone": id })),
        place(M::POST, "/api/contacts/{id}/merges", "gone", "contact", |id| json!({ "gone": id })),
        place(M::POST, "/api/opportunities", "account", "account", |id| json!({ "account": id })),
        place(M::PATCH, "/api/opportunities/{id}", "account", "account", |id| json!({ "account": id })),
        place(M::POST, "/api/opportunities", "owner", "person-id", |id| json!({ "owner": id })),
        place(M::PATCH, "/api/opportunities/{id}", "owner", "person-id", |id| json!({ "owner": id })),
        // Beside other faults, which are told with it.
        place(M::POST, "/api/opportunities", "account", "account", |id| json!({ "account": id, "value_cents": -1 })),
        place(M::PATCH, "/api/opportunities/{id}", "owner", "person-id", |id| json!({ "owner": id, "process": "zz" })),
        // Products are those of the whole company.
        place(M::POST, "/api/opportunities", "product", "", asked),
        place(M::PATCH, "/api/opportunities/{id}", "product", "", asked),
        place(M::POST, "/api/orders/{id}/conversation", "contact", "contact", |id| json!({ "result": "no-progress", "contact": id })),
        place(M::POST, "/api/orders/{id}/conversation", "files[]", "file", |id| json!({ "result": "no-progress", "files": [id] })),
        place(M::POST, "/api/conversations", "account", "account", |id| json!({ "account": id, "channel": "call", "result": "no-progress" })),
        place(M::POST, "/api/conversations", "case", "case", |id| json!({ "case": id, "channel": "call", "result": "no-progress" })),
        place(M::POST, "/api/conversations", "contact", "contact", |id| json!({ "contact": id, "channel": "call", "result": "no-progress" })),
        place(M::POST, "/api/orders/{id}/files", "?contact", "contact", asked),
        place(M::GET, "/api/contacts", "?account", "account", asked),
        place(M::GET, "/api/opportunities", "?account", "account", asked),
        place(M::GET, "/api/opportunities", "?owner", "person-id", asked),
        place(M::GET, "/api/promises", "?account", "account", asked),
        place(M::GET, "/api/promises", "?case", "case", asked),
        place(M::GET, "/api/orders", "?case", "case", asked),
        place(M::GET, "/api/orders", "?person", "person", asked),
        place(M::GET, "/api/orders/operations", "?person", "person", asked),
        place(M::GET, "/api/flow", "?person", "person", asked),
        place(M::POST, "/api/replan/preview", "person", "person", |code| json!({ "event": "absence", "person": code, "first": "2027-01-19", "last": "2027-01-20" })),
        place(M::POST, "/api/replan", "person", "person", |code| json!({ "event": "absence", "person": code, "first": "2027-01-19", "last": "2027-01-20" })),
        place(M::POST, "/api/replan/preview", "case", "case", |id| json!({ "event": "urgent", "case": id })),
        place(M::POST, "/api/replan", "case", "case", |id| json!({ "event": "lost", "case": id })),
        place(M::POST, "/api/replan/preview", "order", "order", |id| json!({ "event": "cancel", "order": id })),
        place(M::POST, "/api/replan", "order", "order", |id| json!({ "event": "cancel", "order": id })),
        place(M::POST, "/api/board/moves/preview", "order", "order", |id| json!({ "order": id, "start": "2027-01-19T09:00:00", "person": "nobody" })),
        place(M::POST, "/api/board/moves", "order", "order", |id| json!({ "order": id, "start": "2027-01-19T09:00:00", "person": "nobody" })),
        place(M::POST, "/api/board/moves/preview", "person", "person", |code| json!({ "order": "{order}", "start": "2027-01-19T09:00:00", "person": code })),
        place(M::POST, "/api/board/moves/preview", "instead_of", "person", |code| json!({ "order": "{order}", "start": "2027-01-19T09:00:00", "instead_of": code })),
        // Whoever may ask sees the whole company: of another one, as of nobody.
        place(M::GET, "/api/exports/{id}", "?owner", "", asked),
        place(M::POST, "/api/approvals", "records[].id", "", asked),
        place(M::PUT, "/api/units", "supervisor", "", asked),
        place(M::PUT, "/api/units", "deputy", "", asked),
    ]
}

/// What the seller of a team has of each kind, and an order of theirs that nobody spoke about.
struct Hand<'a> {
    house: &'a House,
    order: String,
}

impl Hand<'_> {
    /// The identity of an object of a seller of a company.
    fn id(&self, company: usize, kind: &str, person: &str) -> String {
        match kind {
            "person" => person.to_owned(),
            "person-id" => {
                let tenant = atelier_domain::language::TenantId::of([NORTH[0], SOUTH[0]][company]);
                atelier_domain::language::PersonId::of(tenant, person).to_string()
            }
            _ => self.house.markets[company].id(kind, person),
        }
    }

    async fn ask(&self, place: &Place, who: &Caller, id: &str) -> crate::Answer {
        let (method, path) = &place.route;
        let own = match *path {
            "/api/accounts/{id}" | "/api/accounts/{id}/merges" => self.id(0, "account", "camille"),
            "/api/contacts/{id}/merges" => self.id(0, "contact", "camille"),
            "/api/opportunities/{id}" => self.id(0, "case", "camille"),
            _ => self.order.clone(),
        };
        let mut address = path.replace("{id}", &own);
        if let Some(name) = place.name.strip_prefix('?') {
            let person = if *path == "/api/orders" && name == "case" { "&person=camille" } else { "" };
            address = format!("{address}?{name}={id}&name=a.txt{person}");
            if *method == Method::GET {
                address = address.replace("&name=a.txt", "");
            }
        }
        let body = (place.body)(id).to_string().replace("{order}", &self.order);
        let headers = [("cookie", who.cookie.as_str()), ("content-type", "application/json")];
        let body = if *method == Method::GET { String::new() } else { body };
        self.house.request(method.clone(), &address, &headers, body).await
    }
}

/// An order of somebody that was not spoken about.
async fn order_of(house: &House, who: &Caller) -> String {
    let spoken = house.markets[0].id("order", "camille");
    let page = house.send(&who.cookie, &Method::GET, "/api/orders?person=camille&limit=50", &json!({})).await;
    let rows = page.json()["rows"].as_array().unwrap().clone();
    let free = rows.iter().find(|row| row["id"] != spoken.as_str() && row["operation"] == "meet");
    free.unwrap()["id"].as_str().unwrap().to_owned()
}

/// Those that the journal says were asked for out of reach.
async fn noted(house: &House) -> String {
    let reader = house.caller(NORTH[0], Role::Compliance).clone();
    let page = house.send(&reader.cookie, &Method::GET, "/api/accesses", &json!({})).await;
    let lines = page.json()["accesses"].as_array().unwrap_or_else(|| panic!("{}", page.body)).clone();
    lines.iter().filter(|line| line["outcome"] == "refused").map(ToString::to_string).collect()
}

pub async fn foreign(house: &House) {
    let seller = house.caller(NORTH[0], Role::Seller).clone();
    let manager = house.callers.iter().find(|one| one.role == Role::Manager && one.place == "Nord").unwrap();
    let hand = Hand { house, order: order_of(house, &seller).await };
    let before = house.digests().await;
    for place in places().iter().filter(|place| !place.kind.is_empty()) {
        let nobody = if place.kind == "person" { "nobody" } else { NOBODY };
        for who in [&seller, manager] {
            let unknown = hand.ask(place, who, nobody).await;
            for company in [0, 1] {
                if company == 1 && place.kind == "person" {
                    continue;
                }
                let id = hand.id(company, place.kind, "nadia");
                let answer = hand.ask(place, who, &id).await;
                let told = format!(
                    "{:?} {} as {} of {company}: {}",
                    place.route,
                    place.name,
                    who.role.code(),
                    answer.body
                );
                assert_eq!(answer.status, unknown.status, "{told}");
                if place.kind == "person" {
                    assert_eq!(answer.json()["code"], unknown.json()["code"], "{told}");
                    assert!(!answer.body.contains("Benali"), "{told}");
                } else {
                    assert_eq!(answer.body.replace(&id, nobody), unknown.body, "{told}");
                }
                if answer.status != 200 {
                    assert!([404, 422].contains(&answer.status.as_u16()), "{told}");
                    assert!(answer.body.contains("/unknown-"), "{told}");
                    // A case that is closed is in no plan: to plan again about it is about nothing, whoever asks.
                    if company == 0 && !["file", "case"].contains(&place.kind) {
                        assert!(noted(house).await.contains(&id), "not in the journal: {told}");
                    }
                }
            }
        }
    }
    assert_eq!(house.digests().await, before, "a refused request wrote something");
    own(&hand, &seller).await;
    forgotten(house).await;
}

/// What is within reach is taken.
async fn own(hand: &Hand<'_>, seller: &Caller) {
    let account = hand.id(0, "account", "camille");
    let at = "/api/opportunities";
    // Closed: the plan of the company stays the same without it.
    let body = json!({ "account": account, "standing": "lost" });
    let made = hand.house.send(&seller.cookie, &Method::POST, at, &body).await;
    assert_eq!((made.status.as_u16(), &made.json()["account"]), (201, &json!(account)), "{}", made.body);
    let contact = hand.id(0, "contact", "camille");
    let at = format!("/api/orders/{}/files?name=a.txt&contact={contact}", hand.order);
    let headers = [("cookie", seller.cookie.as_str()), ("content-type", "text/plain")];
    let kept = hand.house.request(Method::POST, &at, &headers, "preuve".to_owned()).await;
    assert_eq!(kept.status, 201, "{}", kept.body);
}

/// Every identity that the description of the API lets a request name stands above.
async fn forgotten(house: &House) {
    let told = house.request(Method::GET, "/api/openapi.json", &[], String::new()).await.json();
    let mut described = BTreeSet::new();
    for (path, item) in told["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let at = |name: &str| format!("{} {path} {name}", method.to_uppercase());
            for one in operation["parameters"].as_array().into_iter().flatten() {
                if one["in"] == "query" && one["schema"].to_string().contains("\"uuid\"") {
                    described.insert(at(&format!("?{}", one["name"].as_str().unwrap())));
                }
            }
            for content in
                operation["requestBody"]["content"].as_object().into_iter().flat_map(|all| all.values())
            {
                let mut names = Vec::new();
                identities(&told, &content["schema"], "", &mut names);
                described.extend(names.iter().map(|name| at(name)));
            }
        }
    }
    let known: BTreeSet<_> =
        places().iter().map(|one| format!("{} {} {}", one.route.0, one.route.1, one.name)).collect();
    assert!(described.len() > 15 && described.is_subset(&known), "{:?}", described.difference(&known));
}

/// The names of the properties of a body that are identities.
fn identities(whole: &Value, schema: &Value, name: &str, found: &mut Vec<String>) {
    if let Some(target) = schema["$ref"].as_str() {
        return identities(whole, whole.pointer(target.trim_start_matches('#')).unwrap(), name, found);
    }
    if schema["format"] == "uuid" {
        found.push(name.to_owned());
    }
    if let Some(properties) = schema["properties"].as_object() {
        for (property, schema) in properties {
            let name = if name.is_empty() { property.clone() } else { format!("{name}.{property}") };
            identities(whole, schema, &name, found);
        }
    }
    if schema["items"].is_object() {
        identities(whole, &schema["items"], &format!("{name}[]"), found);
    }
    for several in ["oneOf", "anyOf", "allOf"] {
        schema[several].as_array().into_iter().flatten().for_each(|one| identities(whole, one, name, found));
    }
}
