//! Won deals confirmed by somebody who did not record them, over HTTP.

use crate::{Answer, House, NORTH, SOUTH};
use atelier_domain::controls::Role;
use axum::http::Method;
use serde_json::{Value, json};

impl House {
    /// Adds a deal that its seller won, and gives its address.
    async fn won(&self, cookie: &str, person: &str, cents: i64) -> String {
        let account = self.markets[0].id("account", person);
        let draft =
            json!({ "account": account, "standing": "won", "value_cents": cents, "closed_on": "2026-11-20" });
        let made = self.send(cookie, &Method::POST, "/api/opportunities", &draft).await;
        assert_eq!(made.status, 201, "{}", made.body);
        format!("/api/opportunities/{}", made.json()["id"].as_str().unwrap())
    }

    async fn pending(&self, cookie: &str) -> Vec<Value> {
        let page = self.send(cookie, &Method::GET, "/api/approvals", &json!({})).await;
        assert_eq!(page.status, 200, "{}", page.body);
        let page = page.json();
        let rows = page["rows"].as_array().unwrap().clone();
        assert_eq!(page["waiting"], rows.len());
        rows
    }

    async fn verdict(&self, cookie: &str, deal: &str, body: &Value) -> Answer {
        self.send(cookie, &Method::POST, &format!("{deal}/confirmation"), body).await
    }

    async fn state(&self, cookie: &str, deal: &str) -> Value {
        let told = self.send(cookie, &Method::GET, &format!("{deal}/confirmation"), &json!({})).await;
        assert_eq!(told.status, 200, "{}", told.body);
        told.json()
    }

    fn seller(&self, place: &str) -> String {
        let found = self.callers.iter().find(|one| one.company == NORTH[0] && one.place == place);
        found.unwrap().cookie.clone()
    }

    fn cookie(&self, role: Role) -> String {
        self.caller(NORTH[0], role).cookie.clone()
    }
}

fn refused(answer: &Answer, status: u16, code: &str) {
    assert_eq!((answer.status.as_u16(), &answer.json()["code"]), (status, &json!(code)), "{}", answer.body);
}

fn holds(rows: &[Value], deal: &str) -> bool {
    rows.iter().any(|row| deal.ends_with(row["id"].as_str().unwrap()))
}

/// What waits is listed to whom it concerns, within their reach.
pub async fn waiting(house: &House) {
    let [finance, compliance, director] =
        [Role::Finance, Role::Compliance, Role::Director].map(|role| house.cookie(role));
    let camille = house.seller("camille");
    assert_eq!(house.pending(&finance).await, Vec::<Value>::new());
    let deal = house.won(&camille, "camille", 1_250_000).await;
    for who in [&finance, &compliance, &director] {
        let rows = house.pending(who).await;
        assert!(holds(&rows, &deal));
        let row = &rows[0];
        assert_eq!(
            (&row["state"], &row["has_evidence"], &row["value_cents"]),
            (&json!("waiting"), &json!(false), &json!(1_250_000))
        );
        assert!(row["recorded_by"].as_str().unwrap().contains("camille"), "{row}");
        assert_eq!(row["may"], json!(who == &finance));
    }
    assert!(holds(&house.pending(&house.seller("Nord")).await, &deal), "their manager sees it");
    assert!(!holds(&house.pending(&house.seller("Sud")).await, &deal), "another team does not");
    let seller = house.send(&camille, &Method::GET, "/api/approvals", &json!({})).await;
    refused(&seller, 403, "controls/not-allowed");
    // Who leads it sees how it stands; another company does not know it.
    let told = house.state(&camille, &deal).await;
    assert_eq!(
        (&told["state"], &told["barred"], &told["may"]),
        (&json!("waiting"), &json!("recorded"), &json!(false))
    );
    let south = house.caller(SOUTH[0], Role::Finance).cookie.clone();
    let address = format!("{deal}/confirmation");
    let body = json!({ "verdict": "confirmed", "reason": "vu" });
    for method in [Method::GET, Method::POST, Method::DELETE] {
        refused(&house.send(&south, &method, &address, &body).await, 404, "execution/unknown-case");
    }
    for (query, code) in [
        ("limit=51", "app/page-length"),
        ("sort=zz", "app/unknown-sort"),
        ("after=zz", "app/unreadable-page"),
    ] {
        let answer = house.send(&finance, &Method::GET, &format!("/api/approvals?{query}"), &json!({})).await;
        refused(&answer, 422, code);
    }
    let later = house.send(&finance, &Method::GET, "/api/approvals?closed_from=2026-11-21", &json!({})).await;
    assert_eq!(later.json()["waiting"], 0);
    let judged = house.verdict(&finance, &deal, &body).await;
    assert_eq!(judged.status, 200, "{}", judged.body);
    assert!(!holds(&house.pending(&finance).await, &deal));
}

/// Trying to approve one's own order is refused and logged, also in a company where one person has both roles.
pub async fn own(house: &House) {
    let [admin, compliance, finance] =
        [Role::Administrator, Role::Compliance, Role::Finance].map(|role| house.cookie(role));
    let seller = house.caller(NORTH[0], Role::Seller).clone();
    let mine = house.won(&seller.cookie, "camille", 900_000).await;
    let body = json!({ "verdict": "confirmed", "reason": "bon de commande vu" });
    // Without the right nobody judges anything.
    refused(&house.verdict(&seller.cookie, &mine, &body).await, 403, "controls/not-allowed");
    let roles = json!({ "roles": ["seller", "finance"], "despite": "revue mensuelle du gérant" });
    let user = format!("/api/users/{}", seller.id);
    assert_eq!(house.send(&admin, &Method::PATCH, &user, &roles).await.status, 200);
    let before = house.digests().await;
    for verdict in ["confirmed", "refused"] {
        let body = json!({ "verdict": verdict, "reason": "bon de commande vu" });
        let answer = house.verdict(&seller.cookie, &mine, &body).await;
        refused(&answer, 403, "controls/own-deal");
        let title = answer.json()["title"].as_str().unwrap().to_owned();
        assert!(title.contains("Vous avez enregistré") && !title.contains('{'), "{title}");
    }
    assert_eq!(house.digests().await, before, "nothing is written");
    let journal = house.send(&compliance, &Method::GET, "/api/accesses", &json!({})).await.json();
    let id = mine.rsplit('/').next().unwrap();
    let logged = journal["accesses"].as_array().unwrap().iter().filter(|line| {
        line["user"] == json!(seller.id)
            && line["permission"] == "confirmations/write"
            && line["object"] == id
            && line["outcome"] == "refused"
    });
    assert_eq!(logged.count(), 2, "{journal}");
    // A deal that a colleague recorded for them is still theirs.
    let ops = house.cookie(Role::SalesOps);
    let account = house.markets[0].id("account", "camille");
    let owner = house.send(&seller.cookie, &Method::GET, &mine, &json!({})).await.json()["owner"].clone();
    let draft = json!({ "account": account, "owner": owner, "standing": "won", "value_cents": 5 });
    let led = house.send(&ops, &Method::POST, "/api/opportunities", &draft).await.json();
    let led = format!("/api/opportunities/{}", led["id"].as_str().unwrap());
    refused(&house.verdict(&seller.cookie, &led, &body).await, 403, "controls/own-deal");
    assert_eq!(house.state(&seller.cookie, &led).await["barred"], "leads");
    // Under another login, and as nobody of the workshop, they are still who recorded one and leads the other.
    let was = house.send(&admin, &Method::GET, &user, &json!({})).await.json();
    let renamed =
        json!({ "login": "renamed@north.example", "roles": ["finance"], "person": "", "despite": "" });
    house.changed(&seller.id, renamed).await;
    for deal in [&mine, &led] {
        refused(&house.verdict(&seller.cookie, deal, &body).await, 403, "controls/own-deal");
    }
    assert_eq!(house.state(&seller.cookie, &mine).await["barred"], "recorded");
    let back = json!({
        "login": was["login"], "roles": ["seller", "finance"], "person": was["person"], "despite": was["despite"],
    });
    house.changed(&seller.id, back).await;
    // Those of others are theirs to confirm.
    let other = house.won(&house.seller("nadia"), "nadia", 700_000).await;
    let judged = house.verdict(&seller.cookie, &other, &body).await;
    assert_eq!(
        (judged.status.as_u16(), &judged.json()["state"]),
        (200, &json!("confirmed")),
        "{}",
        judged.body
    );
    // And what they said is theirs alone to take back.
    let address = format!("{other}/confirmation");
    let theirs = house.send(&finance, &Method::DELETE, &address, &json!({})).await;
    refused(&theirs, 403, "controls/verdict-of-other");
    let back = house.send(&seller.cookie, &Method::DELETE, &address, &json!({})).await;
    assert_eq!((back.status.as_u16(), &back.json()["state"]), (200, &json!("waiting")), "{}", back.body);
    refused(
        &house.send(&seller.cookie, &Method::DELETE, &address, &json!({})).await,
        404,
        "controls/no-verdict",
    );
    let only = json!({ "roles": ["seller"], "despite": "" });
    assert_eq!(house.send(&admin, &Method::PATCH, &user, &only).await.status, 200);
}

/// A verdict needs a reason where there is no evidence, lapses when the order is another, and stays readable.
pub async fn judged(house: &House) {
    let (finance, camille) = (house.cookie(Role::Finance), house.seller("camille"));
    let deal = house.won(&camille, "camille", 300_000).await;
    let address = format!("{deal}/confirmation");
    let before = house.digests().await;
    for (body, code) in [
        (json!({ "verdict": "zz" }), "controls/unknown-verdict"),
        (json!({ "verdict": "refused" }), "controls/refused-no-reason"),
        (json!({ "verdict": "confirmed" }), "controls/no-evidence-no-reason"),
        (json!({ "verdict": "confirmed", "reason": "x".repeat(501) }), "controls/verdict-reason-too-long"),
    ] {
        refused(&house.verdict(&finance, &deal, &body).await, 422, code);
    }
    assert_eq!(house.digests().await, before);
    // What was seen is what is judged; the same request twice is one verdict.
    let seen = house.send(&finance, &Method::GET, &address, &json!({})).await.headers["etag"].clone();
    let judge = |key: &'static str, seen: String, body: Value| {
        let (finance, address) = (finance.clone(), address.clone());
        async move {
            let headers = [
                ("cookie", finance.as_str()),
                ("content-type", "application/json"),
                ("idempotency-key", key),
                ("if-match", seen.as_str()),
            ];
            house.request(Method::POST, &address, &headers, body.to_string()).await
        }
    };
    let seen = seen.to_str().unwrap().to_owned();
    let good = json!({ "verdict": "confirmed", "reason": "bon de commande papier" });
    let first = judge("v-1", seen.clone(), good.clone()).await;
    assert_eq!((first.status.as_u16(), &first.json()["state"]), (200, &json!("confirmed")), "{}", first.body);
    let before = house.digests().await;
    let again = judge("v-1", seen.clone(), good.clone()).await;
    assert_eq!((again.status.as_u16(), again.body == first.body), (200, true));
    refused(&judge("v-2", seen, good.clone()).await, 412, "controls/changed-meanwhile");
    assert_eq!(house.digests().await, before);
    // The seller reads by whom and why; another amount, and it waits again.
    let told = house.state(&camille, &deal).await;
    assert_eq!(told["history"][0]["reason"], "bon de commande papier");
    let changed = house.send(&camille, &Method::PATCH, &deal, &json!({ "value_cents": 310_000 })).await;
    assert_eq!(changed.status, 200);
    let told = house.state(&camille, &deal).await;
    assert_eq!((&told["state"], &told["changed"]), (&json!("lapsed"), &json!(["amount"])));
    assert!(holds(&house.pending(&finance).await, &deal));
    let no = house
        .verdict(&finance, &deal, &json!({ "verdict": "refused", "reason": "le bon dit 3 000 €" }))
        .await;
    assert_eq!((no.status.as_u16(), &no.json()["state"]), (200, &json!("refused")), "{}", no.body);
    let history = no.json()["history"].clone();
    assert_eq!(
        (&history[0]["value_cents"], &history[1]["value_cents"], &history[1]["verdict"]),
        (&json!(310_000), &json!(300_000), &json!("confirmed"))
    );
    // Reopened there is nothing to confirm; won again it waits.
    for (standing, state) in [("open", json!(null)), ("won", json!("lapsed"))] {
        let moved = house.send(&camille, &Method::PATCH, &deal, &json!({ "standing": standing })).await;
        assert_eq!(moved.status, 200, "{}", moved.body);
        assert_eq!(house.state(&finance, &deal).await["state"], state);
        if standing == "open" {
            refused(&house.verdict(&finance, &deal, &good).await, 409, "controls/not-won");
        }
    }
    assert_eq!(house.verdict(&finance, &deal, &good).await.json()["state"], "confirmed");
}

/// Several are judged in one act: all of them, or none, each fault at its place.
pub async fn together(house: &House) {
    let [finance, compliance] = [Role::Finance, Role::Compliance].map(|role| house.cookie(role));
    let camille = house.seller("camille");
    let mut deals = Vec::new();
    for cents in [110_000, 120_000, 130_000] {
        deals.push(house.won(&camille, "camille", cents).await);
    }
    let id = |deal: &str| deal.rsplit('/').next().unwrap().to_owned();
    let rows = house.pending(&finance).await;
    let seen = |deal: &str| rows.iter().find(|row| row["id"] == id(deal)).unwrap()["version"].clone();
    let mut records: Vec<Value> =
        deals.iter().map(|deal| json!({ "id": id(deal), "version": seen(deal) })).collect();
    let give = |records: Vec<Value>, verdict: &str, reason: &str| {
        let body = json!({ "records": records, "verdict": verdict, "reason": reason });
        let finance = finance.clone();
        async move { house.send(&finance, &Method::POST, "/api/approvals", &body).await }
    };
    let before = house.digests().await;
    // Nothing, too many, another verdict, no reason, unknown, of another company.
    refused(&give(Vec::new(), "confirmed", "vu").await, 422, "app/bulk-length");
    refused(&give(vec![records[0].clone(); 51], "confirmed", "vu").await, 422, "app/bulk-length");
    refused(&give(records.clone(), "zz", "vu").await, 422, "controls/unknown-verdict");
    let bare = give(records.clone(), "confirmed", "").await;
    refused(&bare, 422, "controls/no-evidence-no-reason");
    let places: Vec<Value> =
        bare.json()["errors"].as_array().unwrap().iter().map(|one| one["place"].clone()).collect();
    assert_eq!(places, ["records[0].reason", "records[1].reason", "records[2].reason"]);
    let theirs = house.markets[1].id("case", "nadia");
    let mut answers = Vec::new();
    for unknown in [theirs, "00000000-0000-7000-8000-000000000000".to_owned()] {
        let answer =
            give([&records[..], &[json!({ "id": unknown })]].concat(), "confirmed", "vus ensemble").await;
        refused(&answer, 422, "execution/unknown-case");
        assert_eq!(answer.json()["errors"][0]["place"], "records[3]");
        answers.push(answer.body.replace(&unknown, ""));
    }
    assert_eq!(answers[0], answers[1], "of another company as of nobody");
    // Who recorded one of them judges none of them, and it stands in the journal.
    let admin = house.cookie(Role::Administrator);
    let seller = house.caller(NORTH[0], Role::Seller).clone();
    let user = format!("/api/users/{}", seller.id);
    let both = json!({ "roles": ["seller", "finance"], "despite": "revue mensuelle du gérant" });
    let roles = house.send(&admin, &Method::PATCH, &user, &both).await;
    assert_eq!(roles.status, 200, "{}", roles.body);
    let before_own = house.digests().await;
    let body = json!({ "records": records, "verdict": "confirmed", "reason": "vus ensemble" });
    let own = house.send(&seller.cookie, &Method::POST, "/api/approvals", &body).await;
    refused(&own, 422, "controls/own-deal");
    assert_eq!(house.digests().await, before_own);
    let journal = house.send(&compliance, &Method::GET, "/api/accesses", &json!({})).await.body;
    for deal in &deals {
        assert!(journal.contains(&id(deal)), "not in the journal: {deal}");
    }
    let only = json!({ "roles": ["seller"], "despite": "" });
    assert_eq!(house.send(&admin, &Method::PATCH, &user, &only).await.status, 200);
    // One that changed since it was seen keeps all of them waiting.
    let changed = house.send(&camille, &Method::PATCH, &deals[1], &json!({ "value_cents": 125_000 })).await;
    assert_eq!(changed.status, 200);
    let late = give(records.clone(), "confirmed", "vus ensemble").await;
    refused(&late, 422, "controls/changed-meanwhile");
    assert_eq!(late.json()["errors"][0]["place"], "records[1]");
    let waiting = house.pending(&finance).await;
    assert!(deals.iter().all(|deal| holds(&waiting, deal)));
    assert_ne!(house.digests().await, before, "the deal that changed");
    let now = waiting.iter().find(|row| row["id"] == id(&deals[1])).unwrap();
    records[1] = json!({ "id": id(&deals[1]), "version": now["version"] });
    // One that is named twice is judged once.
    records.push(records[0].clone());
    let done = give(records.clone(), "confirmed", "vus ensemble").await;
    assert_eq!(
        (done.status.as_u16(), done.json()["ids"].as_array().unwrap().len()),
        (200, 3),
        "{}",
        done.body
    );
    let waiting = house.pending(&finance).await;
    assert!(!deals.iter().any(|deal| holds(&waiting, deal)));
    assert_eq!(house.state(&camille, &deals[2]).await["history"][0]["reason"], "vus ensemble");
    // Taken back together; a second time there is nothing to take back.
    let unseen: Vec<Value> = deals.iter().map(|deal| json!({ "id": id(deal) })).collect();
    let back = give(unseen.clone(), "withdrawn", "").await;
    assert_eq!(back.status, 200, "{}", back.body);
    let waiting = house.pending(&finance).await;
    assert!(deals.iter().all(|deal| holds(&waiting, deal)));
    refused(&give(unseen, "withdrawn", "").await, 422, "controls/no-verdict");
}
