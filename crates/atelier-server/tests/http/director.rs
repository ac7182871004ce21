//! What a director compares and follows: levers beside the plan, feasibility, needs, indicators with their
//! facts, from the line of the strategy to the action.

use crate::{Answer, House, NORTH};
use atelier_domain::controls::Role;
use axum::http::Method;
use serde_json::{Value, json};

async fn pull(house: &House, body: &Value) -> Answer {
    let director = house.caller(NORTH[0], Role::Director).cookie.clone();
    house.send(&director, &Method::POST, "/api/scenarios/compare", body).await
}

fn load(column: &Value, kind: &str) -> i64 {
    let kinds = column["kinds"].as_array().unwrap();
    kinds.iter().find(|one| one["code"] == kind).unwrap()["load_minutes"].as_i64().unwrap()
}

pub async fn compared(house: &House) {
    let before = house.digests().await;
    let funnel = house.get("/api/funnel").await.json();
    let step = funnel["steps"][1]["code"].clone();
    // +20 % on one conversation against twice the effort on it (DES-10).
    let columns = json!([
        { "name": "Mieux", "levers": [{ "lever": "yield", "step": step, "more_percent": 20 }] },
        { "name": "Plus", "levers": [{ "lever": "effort", "step": step, "times": 2 }] },
    ]);
    let answer = pull(house, &json!({ "columns": columns })).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let told = answer.json();
    let columns = told["columns"].as_array().unwrap();
    assert_eq!((columns.len(), &columns[0]["code"], &columns[1]["name"]), (3, &json!(""), &json!("Mieux")));
    let seller = columns.iter().map(|column| load(column, "seller")).collect::<Vec<_>>();
    assert!(seller[1] < seller[0] && seller[0] < seller[2], "{seller:?}");
    assert!(columns[1]["contacts"].as_i64() < columns[0]["contacts"].as_i64());
    assert_eq!(columns[2]["contacts"], columns[0]["contacts"]);
    // Every fault at its place.
    for (body, code, place) in [
        (json!({ "columns": [] }), "planning/lever-count", "columns"),
        (json!({ "columns": [{ "name": "", "levers": [] }] }), "planning/lever-count", "columns[0]"),
        (
            json!({ "columns": [{ "name": "a", "levers": [{ "lever": "volume", "times": 99 }] }] }),
            "planning/lever-size",
            "columns[0].levers[0]",
        ),
        (
            json!({ "columns": [{ "name": "a", "levers": [{ "lever": "people", "kind": "robot", "count": 1 }] }] }),
            "planning/scenario-unknown-kind",
            "columns[0].levers[0]",
        ),
    ] {
        let refused = pull(house, &body).await;
        assert_eq!(
            (refused.status.as_u16(), &refused.json()["code"]),
            (422, &json!(code)),
            "{}",
            refused.body
        );
        assert_eq!(refused.json()["errors"][0]["place"], place);
    }
    assert_eq!(house.digests().await, before, "nothing is kept");
}

/// What was tried is kept with its reason, told to all who read the plan, beside the plan as it is, and taken out.
pub async fn kept(house: &House) {
    let director = house.caller(NORTH[0], Role::Director).cookie.clone();
    let funnel = house.get("/api/funnel").await.json();
    let (process, step) = (funnel["process"].clone(), funnel["steps"][1]["code"].clone());
    let lever = json!({ "lever": "yield", "step": step, "more_percent": 20 });
    let keep = |levers: Value, reason: &str| json!({ "process": process, "name": "Mieux", "reason": reason, "levers": levers });
    let before = house.get("/api/scenarios").await.json();
    let refused = house.send(&director, &Method::POST, "/api/scenarios", &keep(json!([lever]), " ")).await;
    assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (422, &json!("planning/scenario-reason")));
    let volume = keep(json!([{ "lever": "volume", "times": 2 }]), "Essai");
    let refused = house.send(&director, &Method::POST, "/api/scenarios", &volume).await;
    assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (422, &json!("planning/scenario-volume")));
    let made =
        house.send(&director, &Method::POST, "/api/scenarios", &keep(json!([lever]), "Vu en revue")).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let one = made.json();
    assert_eq!(
        (&one["process"], &one["reason"], &one["does"][0]["step"]),
        (&process, &json!("Vu en revue"), &step)
    );
    let listed = house.get("/api/scenarios").await.json();
    assert_eq!(listed["scenarios"].as_array().unwrap().last().unwrap(), &one);
    let compared = house.get("/api/scenarios/compare").await.json();
    assert_eq!(compared["columns"].as_array().unwrap().last().unwrap()["name"], "Mieux");
    let address = format!("/api/scenarios/{}", one["code"].as_str().unwrap());
    assert_eq!(house.send(&director, &Method::DELETE, &address, &json!({})).await.status, 204);
    assert_eq!(house.get("/api/scenarios").await.json(), before);
    assert_eq!(house.send(&director, &Method::DELETE, &address, &json!({})).await.status, 404);
}

pub async fn followed(house: &House) {
    let funnel = house.get("/api/funnel").await.json();
    let sum = |list: &Value| list.as_array().unwrap().iter().map(|one| one.as_i64().unwrap()).sum::<i64>();
    assert_eq!(sum(&funnel["due"]), funnel["deals"].as_i64().unwrap());
    for step in funnel["steps"].as_array().unwrap() {
        assert_eq!(sum(&step["entering"]), sum(&step["taken"]) + sum(&step["net"]), "{step}");
    }
    let promise = house.get("/api/promise").await.json();
    assert_eq!(promise["answers"][0]["asked"], funnel["deals"]);
    assert!(!promise["answers"][0]["sentences"].as_array().unwrap().is_empty());
    let few = house.get("/api/promise?deals=1&from=2027-01-04&to=2027-04-02").await.json();
    assert_eq!(few["answers"][0]["asked"], 1, "{few}");
    let two = house.get("/api/promise?deals=1&revenue=5").await;
    assert_eq!((two.status.as_u16(), &two.json()["code"]), (422, &json!("app/several-objectives")));
    let wip = house.get("/api/wip").await.json();
    let lines = wip["lines"].as_array().unwrap().iter().chain([&wip["unplaced"]]);
    let total: i64 = lines.map(|line| line["total"].as_i64().unwrap()).sum();
    assert_eq!(total, wip["total"].as_i64().unwrap());
    // A figure opens to the facts that make it.
    let period = "from=2026-01-01&to=2027-12-31";
    let all = house.get(&format!("/api/indicators?{period}")).await.json();
    let contacts =
        all["indicators"].as_array().unwrap().iter().find(|one| one["code"] == "contacts").unwrap();
    let facts = house.get(&format!("/api/indicators/contacts/facts?{period}")).await.json();
    assert_eq!((&contacts["unit"], &facts["total"]), (&json!("count"), &contacts["objects"]));
    assert_eq!(contacts["actual"], json!(facts["total"].to_string()));
    for object in facts["objects"].as_array().unwrap() {
        let proof = house.get(&format!("/api/facts/{}/proof", object["id"].as_str().unwrap())).await;
        assert!(
            object["fact"].is_string() && [200, 409].contains(&proof.status.as_u16()),
            "{object} {}",
            proof.body
        );
    }
    // In words, dated by the day on which it happened: within the period asked.
    for object in facts["objects"].as_array().unwrap() {
        let (label, day) = (object["label"].as_str().unwrap(), object["day"].as_str().unwrap());
        assert!(!label.is_empty() && ("2026-01-01"..="2027-12-31").contains(&day), "{object}");
    }
    assert_eq!((&facts["hidden"], &all["opens"]), (&json!(0), &json!(true)));
    planned(house).await;
    assert_eq!(house.problem("/api/indicators/nothing/facts", 404).await, "app/unknown-indicator");
    assert_eq!(
        house.problem("/api/indicators?from=2020-01-01&to=2027-01-01", 422).await,
        "app/period-too-long"
    );
    // From the line down, and from an action up.
    let cascade = house.get("/api/cascade").await.json();
    let line = &cascade["lines"][0];
    assert_eq!((&line["owner"], &line["missing"]), (&json!("Hélène Marchand"), &json!([])), "{line}");
    let objective = cascade["lines"][0]["objectives"][0].clone();
    assert!(objective["actions"]["ahead"].as_i64().unwrap() > 0, "{cascade}");
    let code = |key: &str| objective[key].as_str().unwrap().to_owned();
    let at = format!("/api/processes/{}/objectives/{}", code("process"), code("code"));
    let below = house.get(&at).await.json();
    assert_eq!(
        (&below["ahead"], &below["done"], &below["whole"]),
        (&objective["actions"]["ahead"], &objective["actions"]["done"], &json!(true)),
        "one click down, the same actions"
    );
    assert_eq!(below["objective"]["line"], "grow-industry", "{}", below["objective"]);
    // Page after page, each action once, those without a date last; the filters count over all of them.
    let all = below["ahead"].as_u64().unwrap() + below["done"].as_u64().unwrap();
    assert_eq!((&below["total"], below["rows"].as_array().unwrap().len()), (&json!(all), 50));
    let mut listed: Vec<Value> = Vec::new();
    let mut after = String::new();
    loop {
        let page = house.get(&format!("{at}?limit=200{after}")).await.json();
        listed.extend(page["rows"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={}", next.replace('|', "%7C"));
    }
    let ids: std::collections::BTreeSet<&str> =
        listed.iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!((listed.len() as u64, ids.len()), (all, listed.len()));
    let undated = listed.iter().position(|one| one["placed"] == false && one["done"] == false);
    let ahead = below["ahead"].as_u64().unwrap() as usize;
    let counted = undated.map_or(0, |first| ahead - first);
    assert!(listed[ahead - counted..ahead].iter().all(|one| one["placed"] == false), "they come last");
    let unplaced = house.get(&format!("{at}?state=unplaced")).await.json();
    assert_eq!(unplaced["total"], json!(counted));
    let (code, name) =
        (below["people"][0]["code"].as_str().unwrap(), below["people"][0]["name"].as_str().unwrap());
    let theirs = house.get(&format!("{at}?who={code}&limit=200")).await.json();
    assert!(
        theirs["total"].as_u64().unwrap() > 0 && theirs["total"].as_u64().unwrap() < all,
        "{}",
        theirs["total"]
    );
    for one in theirs["rows"].as_array().unwrap() {
        assert!(one["people"].as_array().unwrap().contains(&json!(name)), "{one}");
    }
    assert_eq!(house.problem(&format!("{at}?limit=201"), 422).await, "app/page-length");
    assert_eq!(house.problem(&format!("{at}?after=zz"), 422).await, "app/unreadable-page");
    assert_eq!(house.problem(&format!("{at}?state=perhaps"), 400).await, "app/unreadable-address");
    let board = house.get("/api/board?from=2027-01-18&to=2027-01-24").await.json();
    let order = board["orders"]["id"][0].as_str().unwrap();
    let climb = house.get(&format!("/api/orders/{order}/cascade")).await.json();
    assert_eq!(climb["objectives"][0]["code"], objective["code"], "{climb}");
    // The objective names no line: it serves that of its process.
    assert_eq!(
        (&cascade["lines"][0]["line"], &climb["objectives"][0]["line"]),
        (&json!("grow-industry"), &json!("grow-industry"))
    );
}

/// The golden quarter: 20 deals, 180,000 € of margin, four deals due in each week from W09 to W13.
async fn planned(house: &House) {
    let of = async |period: &str| house.get(&format!("/api/indicators?{period}")).await.json();
    let one = |all: &Value, code: &str| {
        let all = all["indicators"].as_array().unwrap();
        all.iter().find(|one| one["code"] == code).unwrap().clone()
    };
    let quarter = of("from=2027-01-04&to=2027-04-02").await;
    for (code, number) in [("deals", "20"), ("customers", "20"), ("margin", "18000000")] {
        assert_eq!(one(&quarter, code)["planned"], number, "{code}");
    }
    // Friday of W09 and of W10.
    let weeks = of("from=2027-03-01&to=2027-03-12").await;
    for (code, number) in [("deals", "8"), ("margin", "7200000")] {
        assert_eq!(one(&weeks, code)["planned"], number, "{code}");
    }
    assert!(one(&quarter, "contacts")["planned"].is_string(), "the plan launches contacts");
    let before = of("from=2026-01-01&to=2026-03-31").await;
    for code in ["contacts", "deals", "margin", "adherence"] {
        let one = one(&before, code);
        assert!(one["planned"].is_null() && one["planned_why"].is_string(), "{one}");
    }
}

/// Everybody in the company reads the figures; rows only as far as reach.
pub async fn collective(house: &House) {
    let period = "from=2026-01-01&to=2027-12-31";
    let as_role = async |role: Role, address: &str| {
        let cookie = house.caller(NORTH[0], role).cookie.clone();
        let answer = house.send(&cookie, &Method::GET, address, &json!({})).await;
        assert_eq!(answer.status, 200, "{role} {address} {}", answer.body);
        answer.json()
    };
    let whole = house.get(&format!("/api/indicators/contacts/facts?{period}")).await.json();
    let rows = |told: &Value| told["objects"].as_array().unwrap().len() as u64;
    for role in [Role::HumanResources, Role::Seller, Role::Coach, Role::GeneralManagement] {
        let all = as_role(role, &format!("/api/indicators?{period}")).await;
        assert_eq!(all["opens"], role == Role::GeneralManagement, "{role}");
        let told = as_role(role, &format!("/api/indicators/contacts/facts?{period}")).await;
        assert_eq!((&told["total"], &told["hidden"]), (&whole["total"], &whole["total"]), "{role}");
        assert_eq!(rows(&told), 0, "{role}");
    }
    // Finance and compliance read every deal; who directs a team, those of the team.
    for role in [Role::Finance, Role::Compliance] {
        let told = as_role(role, &format!("/api/indicators/contacts/facts?{period}")).await;
        assert_eq!((&told["hidden"], rows(&told)), (&json!(0), rows(&whole)), "{role}");
    }
    let of_team = as_role(Role::Manager, &format!("/api/indicators/load-ratio/facts?{period}")).await;
    let hidden = of_team["over_hidden"].as_u64().unwrap();
    assert!(0 < hidden && hidden < of_team["over_total"].as_u64().unwrap(), "a team is not everybody");
    // Actions and working time: finance sees nobody's day.
    let load = as_role(Role::Finance, &format!("/api/indicators/load-ratio/facts?{period}")).await;
    assert_eq!(
        (rows(&load), &load["hidden"], &load["over_hidden"]),
        (0, &load["total"], &load["over_total"])
    );
    let labels = house.get(&format!("/api/indicators/load-ratio/facts?{period}&lang=en")).await.json();
    let first = labels["objects"][0]["label"].as_str().unwrap();
    assert!(first.contains(" · ") && !first.starts_with("research"), "in words: {first}");
}
