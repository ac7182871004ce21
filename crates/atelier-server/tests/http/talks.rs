//! The seller's work over HTTP: prepared, captured once, promised, proved, put off, undone.

use crate::rights::Caller;
use crate::{Answer, House, NORTH};
use atelier_domain::controls::Role;
use atelier_server::workbench::Workbench;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

/// A seller at work.
struct Seller<'a> {
    house: &'a House,
    who: Caller,
}

impl Seller<'_> {
    async fn get(&self, address: &str) -> Value {
        let answer = self.house.send(&self.who.cookie, &Method::GET, address, &json!({})).await;
        assert_eq!(answer.status, StatusCode::OK, "{address} {}", answer.body);
        answer.json()
    }

    async fn send(&self, method: Method, address: &str, body: &Value) -> Answer {
        self.house.send(&self.who.cookie, &method, address, body).await
    }

    async fn once(&self, address: &str, key: &str, body: &Value) -> Answer {
        let headers = [
            ("cookie", self.who.cookie.as_str()),
            ("content-type", "application/json"),
            ("idempotency-key", key),
        ];
        self.house.request(Method::POST, address, &headers, body.to_string()).await
    }

    async fn file(&self, address: &str, media: &str, bytes: &str) -> Answer {
        let headers = [("cookie", self.who.cookie.as_str()), ("content-type", media)];
        self.house.request(Method::POST, address, &headers, bytes.to_owned()).await
    }

    /// Orders of an operation of theirs that were not spoken about.
    async fn orders(&self, operation: &str) -> Vec<Value> {
        let page = self.get("/api/orders?person=camille&limit=200").await;
        let rows = page["rows"].as_array().unwrap().clone();
        let spoken = self.house.markets[0].id("order", "camille");
        let free = |row: &Value| row["operation"] == operation && row["id"] != spoken.as_str();
        rows.into_iter().filter(|row| free(row) && !row["start"].is_null()).collect()
    }
}

fn refused(answer: &Answer) -> Vec<(String, String)> {
    let json = answer.json();
    let text = |part: &Value, key: &str| part[key].as_str().unwrap().to_owned();
    json["errors"].as_array().unwrap().iter().map(|one| (text(one, "code"), text(one, "place"))).collect()
}

/// Prepared with a sheet, captured once, its promises kept, too late to be undone then.
pub async fn captured(house: &House) {
    let seller = Seller { house, who: house.caller(NORTH[0], Role::Seller).clone() };
    let order = seller.orders("meet").await.remove(0);
    let at = format!("/api/orders/{}", order["id"].as_str().unwrap());
    for lang in ["fr", "en"] {
        let sheet = seller.get(&format!("{at}/sheet?lang={lang}")).await;
        assert_eq!(sheet["questions"].as_array().unwrap().len(), 3, "{sheet}");
        assert_eq!((&sheet["role_kind"], &sheet["channel"]), (&json!("user"), &json!("visit")));
        let wanted = &sheet["evidence"]["wanted"][0];
        assert_eq!((&wanted["code"], &wanted["valid_days"]), (&json!("letter-confirmed"), &json!(60)));
        assert!(sheet["scenario"]["event"].as_str().is_some_and(|text| text.len() > 10), "{sheet}");
    }
    let id = proved(&seller, &at).await;
    let before = house.digests().await;
    let wrong =
        json!({ "result": "progress", "goal": "x".repeat(501), "ours": [{ "what": " " }], "files": [id] });
    let answer = seller.send(Method::POST, &format!("{at}/conversation"), &wrong).await;
    let told = refused(&answer);
    assert!(told.contains(&("execution/conversation-too-long".into(), "goal".into())), "{told:?}");
    assert!(told.contains(&("execution/promise-empty".into(), "ours[0].what".into())), "{told:?}");
    assert_eq!((answer.status.as_u16(), house.digests().await), (422, before));
    let said = json!({ "result": "progress", "minutes": 40, "confirm": true, "goal": "Passer sous 2 % de rebuts",
        "ours": [{ "what": "Étude de rebuts", "due_on": "2999-01-08" }], "theirs": [{ "what": "Chiffres de décembre" }],
        "next_on": "2999-01-15", "evidence": "letter-confirmed", "files": [id] });
    let made = seller.once(&format!("{at}/conversation"), "draft-1", &said).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    let after = house.digests().await;
    let again = seller.once(&format!("{at}/conversation"), "draft-1", &said).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::CREATED, made.body.as_str()));
    assert!(again.headers.contains_key("idempotent-replayed"));
    let second = seller.once(&format!("{at}/conversation"), "draft-2", &said).await;
    assert_eq!((second.status.as_u16(), &second.json()["code"]), (409, &json!("execution/already-captured")));
    assert_eq!(house.digests().await, after, "what came twice counts once");
    let told = made.json();
    assert_eq!((&told["can_undo"], &told["evidence"]["code"]), (&json!(true), &json!("letter-confirmed")));
    assert_eq!(seller.get(&at).await["state"], "done");
    let today = told["held_on"].as_str().unwrap();
    let day = seller.get(&format!("/api/day?person=camille&date={today}")).await;
    let closed = day["done"].as_array().unwrap().iter().find(|one| one["conversation"] == told["id"]);
    assert!(closed.is_none() || closed.unwrap()["can_undo"] == true, "{day}");
    aside(&seller, &told).await;
    kept(&seller, &told).await;
}

/// A promise that the day reminds of is postponed, refused and suggested again; kept, it reminds of nothing.
async fn aside(seller: &Seller<'_>, told: &Value) {
    let promise = told["ours"][0]["id"].as_str().unwrap();
    let at = format!("/api/suggestions/{promise}/deferral");
    let day = async |date: &str| seller.get(&format!("/api/day?person=camille&date={date}&lang=fr")).await;
    let is_suggested =
        |day: &Value| day["suggestions"].as_array().unwrap().iter().any(|one| one["promise"] == promise);
    let put = |day: &Value| {
        let all = day["deferred"].as_array().unwrap().clone();
        all.into_iter().find(|one| one["reminder"] == promise)
    };
    let (eve, due) = ("2999-01-07", "2999-01-08");
    assert!(is_suggested(&day(eve).await));
    let wrong = seller.send(Method::POST, &at, &json!({ "kind": "postponed", "until": "2020-01-01" })).await;
    let codes: Vec<String> = refused(&wrong).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["execution/no-reason", "execution/postponed-to-the-past"]);
    let asked = json!({ "kind": "postponed", "until": due, "reason": "En congé" });
    let answer = seller.send(Method::POST, &at, &asked).await;
    assert_eq!(
        (answer.status, &answer.json()["reminder"]),
        (StatusCode::OK, &json!(promise)),
        "{}",
        answer.body
    );
    let emptied = day(eve).await;
    let shown = put(&emptied).unwrap();
    assert!(
        !is_suggested(&emptied) && shown["title"].as_str().unwrap().contains("Étude de rebuts"),
        "{shown}"
    );
    assert_eq!(
        (&shown["order"], &shown["until"], &shown["reason"]),
        (&Value::Null, &json!(due), &json!("En congé"))
    );
    assert!(is_suggested(&day(due).await) && put(&day(due).await).is_none(), "back on its day");
    let never = json!({ "kind": "refused", "reason": "Il s’en charge" });
    assert_eq!(seller.send(Method::POST, &at, &never).await.status, StatusCode::OK);
    assert!(!is_suggested(&day(due).await) && put(&day(due).await).is_some());
    assert_eq!(seller.send(Method::DELETE, &at, &json!({})).await.status, StatusCode::NO_CONTENT);
    assert!(is_suggested(&day(eve).await) && put(&day(eve).await).is_none());
    let twice = seller.send(Method::DELETE, &at, &json!({})).await;
    assert_eq!((twice.status.as_u16(), &twice.json()["code"]), (404, &json!("execution/not-deferred")));
    let none = format!("/api/suggestions/{}/deferral", told["theirs"][0]["id"].as_str().unwrap());
    let nothing = seller.send(Method::POST, &none, &never).await;
    assert_eq!(
        (nothing.status.as_u16(), &nothing.json()["code"]),
        (422, &json!("execution/nothing-suggested"))
    );
}

/// A file is taken by its bytes, once, and given back to be kept only.
async fn proved(seller: &Seller<'_>, at: &str) -> Value {
    let name = "r%C3%A9buts%20d%27avril%3B%20filename%3Da.exe";
    let added = seller.file(&format!("{at}/files?name={name}"), "text/plain", "42 pièces").await;
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
    let twice = seller.file(&format!("{at}/files?name=autre.txt"), "text/plain", "42 pièces").await;
    assert_eq!(twice.json()["id"], added.json()["id"]);
    let page = seller.file(&format!("{at}/files?name=a.html"), "text/html", "<script>").await;
    assert_eq!((page.status.as_u16(), &page.json()["code"]), (415, &json!("execution/file-type")));
    let id = added.json()["id"].clone();
    let address = format!("/api/files/{}", id.as_str().unwrap());
    let given = seller.send(Method::GET, &address, &json!({})).await;
    assert_eq!(given.body, "42 pièces");
    assert_eq!(given.headers["content-disposition"], format!("attachment; filename*=UTF-8''{name}"));
    assert_eq!(given.headers["content-security-policy"], "default-src 'none'; sandbox");
    assert_eq!(given.headers["x-content-type-options"], "nosniff");
    let other = seller.file(&format!("{at}/files?name=b.txt"), "text/plain", "à retirer").await.json();
    let other = format!("/api/files/{}", other["id"].as_str().unwrap());
    assert_eq!(seller.send(Method::DELETE, &other, &json!({})).await.status, StatusCode::NO_CONTENT);
    assert_eq!(seller.send(Method::GET, &other, &json!({})).await.status, StatusCode::NOT_FOUND);
    assert_eq!(seller.get(&format!("{at}/files")).await["files"].as_array().unwrap().len(), 1);
    id
}

async fn kept(seller: &Seller<'_>, told: &Value) {
    let promise = told["ours"][0]["id"].as_str().unwrap();
    let open = seller.get("/api/promises").await;
    assert!(open["promises"].as_array().unwrap().iter().any(|one| one["id"] == promise), "{open}");
    let at = format!("/api/promises/{promise}/outcome");
    let moved = seller.send(Method::POST, &at, &json!({ "outcome": "moved" })).await;
    assert_eq!(refused(&moved), [("execution/promise-no-date".to_owned(), "due_on".to_owned())]);
    let kept = seller.send(Method::POST, &at, &json!({ "outcome": "kept" })).await;
    assert_eq!((kept.status, &kept.json()["state"]), (StatusCode::OK, &json!("kept")), "{}", kept.body);
    assert_eq!(seller.send(Method::POST, &at, &json!({ "outcome": "broken" })).await.status.as_u16(), 409);
    let late = seller.send(Method::DELETE, &of(told), &json!({})).await;
    assert_eq!((late.status.as_u16(), &late.json()["code"]), (409, &json!("execution/too-late-to-undo")));
}

fn of(conversation: &Value) -> String {
    format!("/api/conversations/{}", conversation["id"].as_str().unwrap())
}

/// Undone at once, an order is again as it was; others see nothing of it.
pub async fn undone(house: &House) {
    let seller = Seller { house, who: house.caller(NORTH[0], Role::Seller).clone() };
    let order = seller.orders("decision-meeting").await.remove(0);
    let at = format!("/api/orders/{}", order["id"].as_str().unwrap());
    let said = json!({ "result": "no-progress", "confirm": true, "note": "absent", "theirs": [{ "what": "Rappeler" }] });
    let made = seller.send(Method::POST, &format!("{at}/conversation"), &said).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    let conversation = seller.get(&of(&made.json())).await;
    assert_eq!((&conversation["can_undo"], &conversation["note"]), (&json!(true), &json!("absent")));
    let gone = seller.send(Method::DELETE, &of(&conversation), &json!({})).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.body);
    assert_eq!(seller.send(Method::GET, &of(&conversation), &json!({})).await.status, StatusCode::NOT_FOUND);
    let now = seller.get(&at).await;
    assert_eq!((&now["state"], &now["people"]), (&order["state"], &order["people"]));
    // Read for a form and by nobody, its sheet gives no time back ([`firm`] counts one).
    seller.get(&format!("{at}/sheet?counted=false")).await;
    let again = seller.send(Method::POST, &format!("{at}/conversation"), &said).await;
    assert_eq!(again.status, StatusCode::CREATED, "what was undone is captured again: {}", again.body);
    for office in Workbench::new(house.store.clone()).offices().await.unwrap() {
        let verdict = house.store.read(office.scope).await.unwrap().verify().await.unwrap();
        assert!(verdict.holds(), "{verdict:?}");
    }
}

/// A conversation that nothing had planned is noted on a firm or an opportunity, read wherever conversations are, and
/// undone whole.
pub async fn noted(house: &House) {
    let seller = Seller { house, who: house.caller(NORTH[0], Role::Seller).clone() };
    let market = &house.markets[0];
    let (account, contact) = (market.id("account", "camille"), market.id("contact", "camille"));
    let before = house.digests().await;
    let wrong = json!({ "channel": "desk", "result": "no-progress", "ours": [{ "what": "" }] });
    let told = refused(&seller.send(Method::POST, "/api/conversations", &wrong).await);
    let wanted = [
        ("execution/unknown-channel", "channel"),
        ("execution/no-firm-said", "account"),
        ("execution/promise-empty", "ours[0].what"),
    ];
    assert_eq!(told, wanted.map(|(code, place)| (code.to_owned(), place.to_owned())));
    let proof = json!({ "account": account, "channel": "call", "result": "progress", "evidence": "letter-confirmed" });
    let told = refused(&seller.send(Method::POST, "/api/conversations", &proof).await);
    assert_eq!(told, [("execution/evidence-unknown".to_owned(), "evidence".to_owned())], "of no step");
    let director = Seller { house, who: house.caller(NORTH[0], Role::Director).clone() };
    let said = json!({ "account": account, "contact": contact, "channel": "call", "result": "no-progress", "minutes": 20,
        "confirm": true, "goal": "Livrer en juin", "theirs": [{ "what": "Les plans" }], "next_on": "2999-02-01" });
    let told = refused(&director.send(Method::POST, "/api/conversations", &said).await);
    assert_eq!(told, [("execution/not-of-the-workshop".to_owned(), String::new())]);
    assert_eq!(house.digests().await, before, "what is refused writes nothing");
    let made = seller.once("/api/conversations", "note-1", &said).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    let after = house.digests().await;
    let again = seller.once("/api/conversations", "note-1", &said).await;
    assert_eq!((again.body.as_str(), house.digests().await), (made.body.as_str(), after), "it counts once");
    let told = seller.get(&format!("{}?lang=fr", of(&made.json()))).await;
    assert_eq!(
        (&told["channel"], &told["title"], &told["account"], &told["can_undo"]),
        (&json!("call"), &json!("Conversation non prévue"), &json!(account), &json!(true)),
        "{told}"
    );
    read_everywhere(&seller, &told).await;
    let gone = seller.send(Method::DELETE, &of(&told), &json!({})).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.body);
    let order = format!("/api/orders/{}", told["order"].as_str().unwrap());
    assert_eq!(seller.send(Method::GET, &order, &json!({})).await.status, StatusCode::NOT_FOUND);
    on_a_deal(&seller).await;
    for office in Workbench::new(house.store.clone()).offices().await.unwrap() {
        let verdict = house.store.read(office.scope).await.unwrap().verify().await.unwrap();
        assert!(verdict.holds(), "{verdict:?}");
    }
}

/// Its order, its day, the timeline of its firm, the promises, the letter.
async fn read_everywhere(seller: &Seller<'_>, told: &Value) {
    let order = seller.get(&format!("/api/orders/{}?lang=en", told["order"].as_str().unwrap())).await;
    assert_eq!(
        (&order["state"], &order["title"], &order["start"]),
        (&json!("done"), &json!("Unplanned conversation"), &Value::Null)
    );
    let day = seller
        .get(&format!("/api/day?person=camille&lang=fr&date={}", told["held_on"].as_str().unwrap()))
        .await;
    let done = day["done"].as_array().unwrap().iter().find(|one| one["conversation"] == told["id"]).unwrap();
    assert_eq!((&done["title"], &done["minutes"]), (&json!("Conversation non prévue"), &json!(20)));
    let account = told["account"].as_str().unwrap();
    let line = seller.get(&format!("/api/accounts/{account}/timeline")).await;
    assert!(line["events"].as_array().unwrap().iter().any(|one| one["conversation"] == told["id"]), "{line}");
    let promises = seller.get(&format!("/api/promises?account={account}")).await;
    let open = promises["promises"].as_array().unwrap();
    assert!(open.iter().any(|one| one["conversation"] == told["id"]), "{promises}");
    let letter = seller.get(&format!("{}/letter", of(told))).await;
    assert!(letter["fr"]["body"].as_str().unwrap().contains("Livrer en juin"), "{letter}");
}

/// About an opportunity, it stands on its step and moves it to no other; once it is closed, it is refused.
async fn on_a_deal(seller: &Seller<'_>) {
    let account = seller.house.markets[0].id("account", "camille");
    let opened =
        json!({ "account": account, "process": "new-customers", "step": "use", "engaged_on": "2026-12-01" });
    let deal = seller.send(Method::POST, "/api/opportunities", &opened).await;
    assert_eq!(deal.status, StatusCode::CREATED, "{}", deal.body);
    let id = deal.json()["id"].as_str().unwrap().to_owned();
    let shown = seller.get(&format!("/api/opportunities/{id}")).await;
    assert_eq!(shown["next"], Value::Null, "nothing is planned for it yet");
    let said = json!({ "case": id, "channel": "visit", "result": "progress", "confirm": true, "evidence": "letter-confirmed" });
    let made = seller.send(Method::POST, "/api/conversations", &said).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    assert_eq!(
        (&made.json()["case"], &made.json()["account"], &made.json()["evidence"]["code"]),
        (&json!(id), &json!(account), &json!("letter-confirmed"))
    );
    assert_eq!(seller.get(&format!("/api/opportunities/{id}")).await["step"], "use");
    let over = json!({ "case": id, "channel": "call", "result": "disqualified", "confirm": true });
    let made = seller.send(Method::POST, "/api/conversations", &over).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    assert_eq!(seller.get(&format!("/api/opportunities/{id}")).await["standing"], "lost");
    let told = refused(&seller.send(Method::POST, "/api/conversations", &over).await);
    assert_eq!(told, [("execution/case-not-open".to_owned(), "case".to_owned())]);
}

/// Postponed, an action leaves its day for another; refused, it leaves them all; taken back, it is there again.
pub async fn put_off(house: &House) {
    let seller = Seller { house, who: house.caller(NORTH[0], Role::Seller).clone() };
    let order = seller.orders("workshop").await.remove(0);
    let (id, start) = (order["id"].as_str().unwrap().to_owned(), order["start"].as_str().unwrap().to_owned());
    let day = async |date: &str| seller.get(&format!("/api/day?person=camille&date={date}")).await;
    let has =
        |day: &Value| day["items"].as_array().unwrap().iter().find(|item| item["id"] == id.as_str()).cloned();
    let date = &start[..10];
    let before = has(&day(date).await).unwrap();
    assert_eq!((&before["postponed"], &before["is_conversation"]), (&json!(false), &json!(true)), "{before}");
    let at = format!("/api/orders/{id}/deferral");
    let wrong = json!({ "kind": "postponed", "until": "2020-01-01", "reason": "" });
    let answer = seller.send(Method::POST, &at, &wrong).await;
    let codes: Vec<String> = refused(&answer).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["execution/no-reason", "execution/postponed-to-the-past"]);
    let until = "2028-03-07";
    let asked = json!({ "kind": "postponed", "until": until, "reason": "En congé" });
    let put = seller.send(Method::POST, &at, &asked).await;
    assert_eq!(put.status, StatusCode::OK, "{}", put.body);
    let emptied = day(date).await;
    assert!(has(&emptied).is_none());
    assert_eq!(
        (&emptied["deferred"][0]["order"], &emptied["deferred"][0]["until"]),
        (&json!(id), &json!(until))
    );
    assert!(emptied["suggestions"].as_array().unwrap().len() <= 5);
    let back = has(&day(until).await).unwrap();
    assert_eq!((&back["postponed"], &back["start"]), (&json!(true), &json!("")));
    assert!(back["why"].as_str().unwrap().contains("En congé"), "{back}");
    let never = json!({ "kind": "refused", "reason": "Pas le bon interlocuteur" });
    assert_eq!(seller.send(Method::POST, &at, &never).await.status, StatusCode::OK);
    assert!(has(&day(until).await).is_none() && has(&day(date).await).is_none());
    let calendar = seller.send(Method::GET, "/calendar.ics?person=camille", &json!({})).await;
    assert!(
        calendar.status == StatusCode::OK && !calendar.body.contains(&id),
        "refused, it leaves the calendar"
    );
    assert_eq!(seller.send(Method::DELETE, &at, &json!({})).await.status, StatusCode::NO_CONTENT);
    assert_eq!(has(&day(date).await).unwrap(), before);
    let twice = seller.send(Method::DELETE, &at, &json!({})).await;
    assert_eq!((twice.status.as_u16(), &twice.json()["code"]), (404, &json!("execution/not-deferred")));
}

/// The firm shows what was said, how the relationship stands and why; a letter is drafted in both languages.
pub async fn firm(house: &House) {
    let seller = Seller { house, who: house.caller(NORTH[0], Role::Seller).clone() };
    let account = house.markets[0].id("account", "camille");
    let conversation = house.markets[0].id("conversation", "camille");
    let events = seller.get(&format!("/api/accounts/{account}/timeline")).await;
    let events = events["events"].as_array().unwrap();
    for kind in ["conversation", "promise", "evidence", "case"] {
        assert!(events.iter().any(|one| one["kind"] == kind), "{kind} {events:?}");
    }
    let days: Vec<&str> = events.iter().map(|one| one["on"].as_str().unwrap()).collect();
    assert!(days.windows(2).all(|pair| pair[0] >= pair[1]), "newest first: {days:?}");
    let at = format!("/api/accounts/{account}/health");
    let before = seller.get(&at).await;
    assert_eq!((&before["most"], before["causes"].as_array().unwrap().len()), (&json!(10), 4), "{before}");
    let sum: i64 =
        before["causes"].as_array().unwrap().iter().map(|one| one["points"].as_i64().unwrap()).sum();
    assert_eq!(before["points"], sum);
    let promises = seller.get(&format!("/api/promises?account={account}")).await;
    let promise = promises["promises"][0]["id"].as_str().unwrap().to_owned();
    let kept = json!({ "outcome": "kept" });
    let at_promise = format!("/api/promises/{promise}/outcome");
    assert_eq!(seller.send(Method::POST, &at_promise, &kept).await.status, StatusCode::OK);
    let after = seller.get(&at).await;
    assert!(after["points"].as_i64() > before["points"].as_i64(), "a promise kept raises it: {after}");
    let letter = seller.get(&format!("/api/conversations/{conversation}/letter")).await;
    let (fr, en) = (letter["fr"]["body"].as_str().unwrap(), letter["en"]["body"].as_str().unwrap());
    for body in [fr, en] {
        assert!(body.contains("Moins de rebuts") && body.contains("Chiffres de décembre"), "{body}");
    }
    assert!(fr != en && letter["to"].as_str().is_some_and(|to| to.contains('@')), "{letter}");
    let meter = seller.get("/api/give-back").await;
    assert!(meter["captures"].as_i64() >= Some(2) && meter["entered_minutes"].as_i64() >= Some(2), "{meter}");
    assert_eq!(
        (&meter["lines"][0]["count"], &meter["whole"]),
        (&json!(1), &json!(false)),
        "one sheet read, then held"
    );
    // With the letter of the conversation that nothing had planned ([`noted`]).
    assert_eq!((&meter["lines"][1]["count"], &meter["returned_minutes"]), (&json!(2), &json!(30)), "{meter}");
    let board = seller.get("/api/flow").await;
    assert!(board["totals"].is_object() && board["accounts"].is_array(), "{board}");
    let other = house.markets[0].id("account", "nadia");
    let hidden = seller.send(Method::GET, &format!("/api/accounts/{other}/health"), &json!({})).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND);
}
