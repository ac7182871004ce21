//! An objection said at ten is heard by what is read at five past: the day, the sheet, the letter, what is suggested.

use crate::rights::Caller;
use crate::{House, NORTH};
use atelier_domain::controls::Role;
use atelier_domain::ledger::Purpose;
use atelier_server::workbench::{Act, Workbench};
use atelier_store::Content;
use axum::http::Method;
use serde_json::{Value, json};

/// A seller before somebody who objects.
struct Before<'a> {
    house: &'a House,
    who: Caller,
    case: String,
}

impl Before<'_> {
    async fn get(&self, address: &str) -> Value {
        let answer = self.house.send(&self.who.cookie, &Method::GET, address, &json!({})).await;
        assert_eq!(answer.status, 200, "{address} {}", answer.body);
        answer.json()
    }

    async fn post(&self, address: &str, body: Value) -> Value {
        let answer = self.house.send(&self.who.cookie, &Method::POST, address, &body).await;
        assert_eq!(answer.status, 201, "{address} {}", answer.body);
        answer.json()
    }

    /// An order ahead, made to serve the opportunity.
    async fn serving(&self, order: &Value) -> String {
        let id = order["id"].as_str().unwrap().to_owned();
        let bench = Workbench::new(self.house.store.clone());
        let office = bench.office(Some(NORTH[0])).await.unwrap();
        let stored = self.house.store.read(office.scope).await.unwrap().order(id.parse().unwrap()).await;
        let mut stored = stored.unwrap().unwrap();
        let mut payload: Value = serde_json::from_str(&stored.payload).unwrap();
        payload["order"]["case"] = json!(self.case);
        (stored.case, stored.payload) = (Some(self.case.parse().unwrap()), payload.to_string());
        let act = Act { actor: "test", now: jiff::Timestamp::now(), source: "test" };
        let said = vec![Content::Declared(stored)];
        bench.say(&office, "execution/declare", Purpose::Performance, &act, said).await.unwrap();
        id
    }

    async fn line(&self, order: &str, date: &str, lang: &str) -> Value {
        let day = self.get(&format!("/api/day?person=camille&date={date}&lang={lang}")).await;
        let items = day["items"].as_array().unwrap().clone();
        items.into_iter().find(|item| item["id"] == order).unwrap_or_else(|| panic!("{order} {day}"))
    }

    /// The days on which it is suggested to speak about the opportunity.
    async fn suggested(&self) -> Vec<String> {
        let mut days = Vec::new();
        for month in ["2027-02", "2027-03"] {
            for day in ["08", "15", "22"] {
                let date = format!("{month}-{day}");
                let told = self.get(&format!("/api/day?person=camille&date={date}")).await;
                let all = told["suggestions"].as_array().unwrap().clone();
                days.extend(all.iter().any(|one| one["case"] == self.case.as_str()).then_some(date));
            }
        }
        days
    }
}

pub async fn objected(house: &House) {
    let who = house.caller(NORTH[0], Role::Seller).clone();
    let [account, contact] = ["account", "contact"].map(|kind| house.markets[0].id(kind, "camille"));
    let mut before = Before { house, who, case: String::new() };
    let made =
        before.post("/api/opportunities", json!({ "account": account, "engaged_on": "2026-03-02" })).await;
    made["id"].as_str().unwrap().clone_into(&mut before.case);
    let page = before.get("/api/orders?person=camille&limit=200").await;
    let mut visits = page["rows"].as_array().unwrap().iter().filter(|row| {
        row["operation"] == "meet"
            && row["start"].is_string()
            && row["case"].is_null()
            && row["state"] != "done"
    });
    let (held, ahead) = (visits.next().unwrap(), visits.next_back().unwrap());
    let date = ahead["start"].as_str().unwrap().split('T').next().unwrap().to_owned();
    let held = before.serving(held).await;
    let told = before
        .post(
            &format!("/api/orders/{held}/conversation"),
            json!({ "result": "no-progress", "minutes": 30, "confirm": true, "contact": contact, "goal": "Moins de rebuts", "next_on": "2027-01-20" }),
        )
        .await;
    let letter = format!("/api/conversations/{}/letter", told["id"].as_str().unwrap());
    let ahead = before.serving(ahead).await;
    let sheet = format!("/api/orders/{ahead}/sheet");

    let met = before.line(&ahead, &date, "fr").await;
    assert!(met["who"]["name"].as_str().is_some_and(|name| name.contains("Acheteur")), "{met}");
    assert_eq!(met["barred"], Value::Null);
    assert_eq!(before.get(&sheet).await["contact"]["id"], contact.as_str());
    assert!(before.get(&letter).await["to"].is_string());
    let suggested = before.suggested().await;
    assert!(!suggested.is_empty(), "nothing was suggested before");

    let said = json!({ "aims": ["prospecting"], "choice": "objected", "source": "au téléphone, 10 h" });
    before.post(&format!("/api/contacts/{contact}/consents"), said).await;

    for (lang, line, written) in
        [("fr", "Ne pas rendre visite à", "Ne pas écrire à"), ("en", "Do not visit", "Do not write to")]
    {
        let met = before.line(&ahead, &date, lang).await;
        assert!(met["barred"].as_str().is_some_and(|told| told.starts_with(line)), "{met}");
        assert_eq!(met["who"], Value::Null, "whoever objected is not offered");
        let sheet = before.get(&format!("{sheet}?lang={lang}")).await;
        assert_ne!(sheet["contact"]["id"], contact.as_str(), "{sheet}");
        let all = sheet["contacts"].as_array().unwrap();
        let them = all.iter().find(|one| one["id"] == contact.as_str()).unwrap();
        assert!(them["barred"].as_str().unwrap().starts_with(line), "{them}");
        assert_eq!([&them["phone"], &them["mail"]], [&Value::Null, &Value::Null]);
        let letter = before.get(&format!("{letter}?lang={lang}")).await;
        assert_eq!(letter["to"], Value::Null);
        assert!(letter["barred"].as_str().unwrap().starts_with(written), "{letter}");
    }
    assert_eq!(before.suggested().await, Vec::<String>::new(), "suggested before: {suggested:?}");
}
