//! The plan board: a window within reach, asked again for nothing, and its changes.

use crate::{House, NORTH};
use atelier_domain::controls::Role;
use axum::http::Method;
use serde_json::{Value, json};

/// The board as a role sees it.
async fn board(house: &House, role: Role, query: &str) -> Value {
    let cookie = house.caller(NORTH[0], role).cookie.clone();
    let answer = house.send(&cookie, &Method::GET, &format!("/api/board{query}"), &json!({})).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

/// Columns that do not have as many places as there are things would show one thing under another's name.
fn well_formed(board: &Value) {
    let people = texts(&board["people"]["code"]).len();
    for column in ["name", "kind", "team", "hours", "away", "planned", "given"] {
        assert_eq!(board["people"][column].as_array().unwrap().len(), people, "{column}");
    }
    let orders = texts(&board["orders"]["id"]).len();
    for (column, list) in board["orders"].as_object().unwrap() {
        assert_eq!(list.as_array().unwrap().len(), orders, "{column}");
    }
    for one in board["orders"]["people"].as_array().unwrap() {
        assert!(!one.as_array().unwrap().is_empty());
        assert!(one.as_array().unwrap().iter().all(|at| (at.as_u64().unwrap() as usize) < people));
    }
    let customers = texts(&board["customers"]).len() as u64;
    assert!(
        board["orders"]["customer"].as_array().unwrap().iter().all(|at| at.as_u64().unwrap() < customers)
    );
}

pub async fn windows(house: &House) {
    let all = board(house, Role::Director, "?from=2027-01-04&to=2027-01-31").await;
    well_formed(&all);
    assert_eq!(all["days"].as_array().unwrap().len(), 28);
    assert_eq!(all["days"][0]["zone"], "frozen");
    assert!(texts(&all["people"]["code"]).contains(&"nadia"));
    let starts: Vec<i64> =
        all["orders"]["start"].as_array().unwrap().iter().map(|it| it.as_i64().unwrap()).collect();
    assert!(!starts.is_empty() && starts.is_sorted() && starts.iter().all(|start| *start < 28 * 1_440));
    // The work of a day is that of the actions of the day.
    let camille = texts(&all["people"]["code"]).iter().position(|code| *code == "camille").unwrap();
    let planned = all["people"]["planned"][camille].as_array().unwrap();
    let busy = planned.iter().position(|minutes| minutes.as_i64().unwrap() > 0).unwrap();
    let date = all["days"][busy]["date"].as_str().unwrap();
    let day = house.get(&format!("/api/day?company=north&person=camille&date={date}")).await.json();
    assert_eq!(planned[busy], day["planned_minutes"], "{day}");
    // A seller sees their own row, a team its own.
    let own = board(house, Role::Seller, "?from=2027-01-04&to=2027-01-17").await;
    well_formed(&own);
    assert_eq!(texts(&own["people"]["code"]), ["camille"]);
    let team =
        all["teams"].as_array().unwrap().iter().find(|team| team["name"].as_str().unwrap().contains("Nord"));
    let name = team.unwrap()["name"].as_str().unwrap();
    let encoded = name.replace(' ', "%20");
    let north =
        board(house, Role::Director, &format!("?from=2027-01-04&to=2027-01-17&teams={encoded}")).await;
    well_formed(&north);
    assert_eq!(north["teams"].as_array().unwrap().len(), 1, "{name}");
    assert!(!texts(&north["people"]["code"]).contains(&"nadia"));
    // What starts before the window is not in it.
    let later = board(house, Role::Director, "?from=2027-01-25&to=2027-01-31").await;
    let later = texts(&later["orders"]["id"]).len();
    assert!(later > 0 && later < starts.len(), "{later} of {}", starts.len());
    for (query, code) in [
        ("?company=north&from=2027-01-04", "app/unreadable-address"),
        ("?from=demain", "app/unreadable-address"),
    ] {
        assert_eq!(house.problem(&format!("/api/board{query}"), 400).await, code);
    }
    assert_eq!(house.problem("/api/board?from=2027-01-04&to=2027-01-03", 422).await, "app/empty-period");
    assert_eq!(
        house.problem("/api/board?from=2027-01-04&to=2027-03-07", 422).await,
        "planning/window-too-long"
    );
}

pub async fn changes(house: &House) {
    let director = house.caller(NORTH[0], Role::Director).cookie.clone();
    let ask = |mark: Option<String>| {
        let director = director.clone();
        async move {
            let mut headers = vec![("cookie", director.as_str())];
            headers.extend(mark.as_ref().map(|mark| ("if-none-match", mark.as_str())));
            house.request(Method::GET, "/api/board?from=2027-01-18", &headers, String::new()).await
        }
    };
    let first = ask(None).await;
    let mark = first.headers["etag"].to_str().unwrap().to_owned();
    let same = ask(Some(mark.clone())).await;
    assert_eq!((same.status.as_u16(), same.body.as_str()), (304, ""));
    // What is written of something else changes nothing here; what is declared on an order does.
    let ops = house.caller(NORTH[0], Role::SalesOps).cookie.clone();
    let made = house.send(&ops, &Method::POST, "/api/accounts", &json!({ "name": "Tableau" })).await;
    assert_eq!(made.status, 201, "{}", made.body);
    assert_eq!(ask(Some(mark.clone())).await.status, 304);
    let firm = first.json()["orders"]["id"].as_array().unwrap().last().unwrap().as_str().unwrap().to_owned();
    let state = first.json()["orders"]["state"].as_array().unwrap().last().unwrap().as_u64().unwrap();
    let body = json!({ "state": if state == 0 { "firm" } else { "released" } });
    let declared = house.send(&ops, &Method::POST, &format!("/api/orders/{firm}/declarations"), &body).await;
    assert_eq!(declared.status, 200, "{}", declared.body);
    let now = ask(Some(mark.clone())).await;
    assert_eq!(now.status, 200);
    assert_ne!(now.headers["etag"].to_str().unwrap(), mark);
    // Somebody who sees less never holds the same answer.
    let seller = house.caller(NORTH[0], Role::Seller).cookie.clone();
    let headers = [("cookie", seller.as_str()), ("if-none-match", now.headers["etag"].to_str().unwrap())];
    let own = house.request(Method::GET, "/api/board?from=2027-01-18", &headers, String::new()).await;
    assert_eq!(own.status, 200);
    let event = house.send(&seller, &Method::GET, "/api/board/events?once=true", &json!({})).await;
    assert_eq!(event.headers["content-type"], "text/event-stream");
    assert!(event.body.starts_with("event: board\ndata: {\"mark\":"), "{}", event.body);
}

/// Asks as a role of the northern company, with the headers of a careful writer.
async fn post(
    house: &House,
    role: Role,
    address: &str,
    extra: &[(&str, &str)],
    body: &Value,
) -> crate::Answer {
    let cookie = house.caller(NORTH[0], role).cookie.clone();
    let headers = [&[("cookie", cookie.as_str()), ("content-type", "application/json")], extra].concat();
    house.request(Method::POST, address, &headers, body.to_string()).await
}

/// The first seat that somebody else could take, in the weeks after the frozen one.
async fn seat(house: &House) -> (String, Value, String, Value) {
    let board = board(house, Role::Director, "?from=2027-01-25&to=2027-03-14").await;
    let ids = texts(&board["orders"]["id"]);
    for id in ids {
        let seats = house.get(&format!("/api/orders/{id}/seats?from=2027-01-25&to=2027-03-14")).await;
        if seats.status != 200 {
            continue;
        }
        let seats = seats.json();
        let other = seats["people"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["current"] == false && one["starts"][0].is_array());
        if let Some(other) = other {
            let minutes = other["starts"][0][0].as_i64().unwrap();
            let start = jiff::civil::date(2027, 1, 25).at(0, 0, 0, 0) + jiff::Span::new().minutes(minutes);
            return (id.to_owned(), seats.clone(), start.to_string(), other["code"].clone());
        }
    }
    panic!("nobody could take anything");
}

pub async fn by_hand(house: &House) {
    let before = house.digests().await;
    let (order, seats, start, person) = seat(house).await;
    assert!(seats["minutes"].as_i64().unwrap() > 0 && seats["version"].as_i64().unwrap() > 0);
    let asked = json!({ "order": order, "start": start, "person": person });
    let preview = post(house, Role::Director, "/api/board/moves/preview", &[], &asked).await;
    assert_eq!(preview.status, 200, "{}", preview.body);
    let preview = preview.json();
    assert_eq!((&preview["can"], &preview["needs_reason"]), (&json!(true), &json!(false)), "{preview}");
    assert_eq!(preview["to"]["start"], json!(start));
    assert!(preview["to"]["people"].as_array().unwrap().contains(&person), "{preview}");
    let seat_is_free = preview["conflicts"].as_array().unwrap().iter().all(|one| one["code"] != "overlap");
    assert!(seat_is_free, "an open start overlaps nothing: {preview}");
    // What blocks is told before the drop, and refused at its field when it is tried all the same.
    let night = json!({ "order": order, "start": "2027-01-12T03:00:00" });
    let told = post(house, Role::Director, "/api/board/moves/preview", &[], &night).await.json();
    assert_eq!(told["can"], false, "{told}");
    assert!(told["conflicts"].as_array().unwrap().iter().any(|one| one["code"] == "non-working"), "{told}");
    let version = preview["version"].as_i64().unwrap();
    let seen = format!("\"{version}\"");
    let with = [("if-match", seen.as_str()), ("idempotency-key", "move-1")];
    let refused = post(house, Role::Director, "/api/board/moves", &with, &night).await;
    assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (422, &json!("planning/move-blocked")));
    assert_eq!(refused.json()["errors"][0]["place"], "start");
    // A seller may not give it to a colleague, nor move what is not theirs.
    let seller = post(
        house,
        Role::Seller,
        "/api/board/moves/preview",
        &[],
        &json!({ "order": order, "start": start, "person": "nadia" }),
    )
    .await;
    assert_eq!(seller.status, 404, "{}", seller.body);
    assert_eq!(house.digests().await, before, "nothing is written before it is decided");
    let old = json!({ "order": order, "start": start, "person": person });
    let late = post(house, Role::Director, "/api/board/moves", &[("if-match", "\"99\"")], &old).await;
    assert_eq!((late.status.as_u16(), &late.json()["code"]), (412, &json!("controls/changed-meanwhile")));

    let done = post(house, Role::Director, "/api/board/moves", &with, &asked).await;
    assert_eq!(done.status, 200, "{}", done.body);
    let done = done.json();
    assert_eq!(done["version"], json!(version + 1));
    let again = post(house, Role::Director, "/api/board/moves", &with, &asked).await;
    assert_eq!(again.json(), done, "the same request counts once");
    let now = house.get(&format!("/api/orders/{order}")).await.json();
    assert_eq!((&now["start"], &now["state"]), (&json!(start), &json!("firm")), "{now}");
    assert!(now["people"].as_array().unwrap().contains(&person));
    // The opposite move puts it back.
    let undo = post(house, Role::Director, "/api/board/moves", &[], &done["undo"]).await;
    assert_eq!(undo.status, 200, "{}", undo.body);
    let back = house.get(&format!("/api/orders/{order}")).await.json();
    assert_eq!(back["start"], done["undo"]["start"]);
    assert!(!back["people"].as_array().unwrap().contains(&person), "{back}");
    let compared = house.get(&format!("/api/plans/{version}/compare/{}", version + 1)).await;
    assert_eq!(compared.status, 200, "{}", compared.body);
    let compared = compared.json();
    assert!(
        compared["moves"].as_array().unwrap().iter().any(|one| one["order"] == json!(order)),
        "{compared}"
    );
    assert!(compared["new"]["actor"].as_str().unwrap().contains("director"), "{compared}");
}

pub async fn events(house: &House) {
    let before = house.digests().await;
    let absence =
        json!({ "event": "absence", "person": "camille", "first": "2027-01-19", "last": "2027-01-20" });
    let preview = post(house, Role::Director, "/api/replan/preview", &[], &absence).await;
    assert_eq!(preview.status, 200, "{}", preview.body);
    let preview = preview.json();
    assert_eq!(
        (&preview["can"], &preview["accepted"], &preview["past"]),
        (&json!(true), &json!(false), &json!(false))
    );
    assert_eq!(preview["moves_total"].as_u64().unwrap() as usize, preview["moves"].as_array().unwrap().len());
    // Somebody else's absence is not a seller's to declare.
    let nadia = json!({ "event": "absence", "person": "nadia", "first": "2027-01-19", "last": "2027-01-20" });
    assert_eq!(post(house, Role::Seller, "/api/replan/preview", &[], &nadia).await.status, 404);
    let backwards =
        json!({ "event": "absence", "person": "camille", "first": "2027-01-20", "last": "2027-01-19" });
    let refused = post(house, Role::Director, "/api/replan/preview", &[], &backwards).await;
    assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (422, &json!("app/empty-period")));
    assert_eq!(refused.json()["errors"][0]["place"], "last");
    assert_eq!(house.digests().await, before);
    let seen = format!("\"{}\"", preview["version"]);
    let done = post(house, Role::Director, "/api/replan", &[("if-match", seen.as_str())], &absence).await;
    assert_eq!(done.status, 200, "{}", done.body);
    assert_eq!(done.json()["version"].as_i64(), preview["version"].as_i64().map(|version| version + 1));
    let again = post(house, Role::Director, "/api/replan", &[("if-match", seen.as_str())], &absence).await;
    assert_eq!(again.status, 412);
    // On those days nothing is left to her, and the board says that she is away.
    let board = board(house, Role::Director, "?from=2027-01-18&to=2027-01-24").await;
    let at = texts(&board["people"]["code"]).iter().position(|code| *code == "camille").unwrap();
    assert_eq!(board["people"]["away"][at], json!([1, 2]));
    assert_eq!(
        (&board["people"]["planned"][at][1], &board["people"]["planned"][at][2]),
        (&json!(0), &json!(0))
    );
    let day = house.get("/api/day?company=north&person=camille&date=2027-01-21").await.json();
    let order = day["items"][0]["id"].as_str().map(str::to_owned);
    let order = match order {
        Some(order) => order,
        None => texts(&board["orders"]["id"])[0].to_owned(),
    };
    let slots = house.get(&format!("/api/orders/{order}/slots?count=2")).await;
    assert_eq!(slots.status, 200, "{}", slots.body);
    assert!(slots.json()["slots"].as_array().unwrap().len() <= 2);
    assert_eq!(house.problem(&format!("/api/orders/{order}/slots?count=11"), 422).await, "app/page-length");
}

/// An order moved into a frozen week, with something more said.
fn moved(order: &str, (more, said): (&str, Value)) -> Value {
    let mut event = json!({ "event": "move", "order": order, "start": "2027-01-07T10:00:00" });
    event[more] = said;
    event
}

/// What changes an action of a frozen week is done with a reason only, and the version tells both.
pub async fn frozen(house: &House) {
    let board = board(house, Role::Director, "?from=2027-01-25&to=2027-02-07").await;
    let before = house.digests().await;
    let mut found = None;
    for id in texts(&board["orders"]["id"]) {
        let moved = json!({ "event": "move", "order": id, "start": "2027-01-07T10:00:00" });
        let preview = post(house, Role::Director, "/api/replan/preview", &[], &moved).await;
        if preview.status == 200 {
            found = Some((id.to_owned(), preview.json()));
            break;
        }
    }
    let (order, preview) = found.expect("somebody works on Thursday morning");
    assert_eq!(preview["frozen_week"], "2027-W01", "{preview}");
    let seen = format!("\"{}\"", preview["version"]);
    let with = [("if-match", seen.as_str())];
    for short in [json!(null), json!("  "), json!("ok")] {
        let asked = moved(&order, ("reason", short));
        let refused = post(house, Role::Director, "/api/replan", &with, &asked).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert_eq!(refused.json()["code"], "planning/reason-needed");
        assert_eq!(refused.json()["errors"][0]["place"], "reason");
    }
    let unknown = moved(&order, ("because", json!("le client le demande")));
    assert_eq!(post(house, Role::Director, "/api/replan", &with, &unknown).await.status, 400);
    assert_eq!(house.digests().await, before, "nothing is written without a reason");

    let asked = moved(&order, ("reason", json!("Le client ferme ce jour-là")));
    let done = post(house, Role::Director, "/api/replan", &with, &asked).await;
    assert_eq!(done.status, 200, "{}", done.body);
    let version = done.json()["version"].as_i64().unwrap();
    let plans = |lang: &'static str| async move {
        house.get(&format!("/api/plans?lang={lang}")).await.json()["plans"].clone()
    };
    for (lang, told) in [
        ("fr", "Action déplacée au jeu. 7 janv. 2027 à 10:00\u{202f}: "),
        ("en", "Action moved to Thu 7 Jan 2027 at 10:00: "),
    ] {
        let newest = plans(lang).await[0].clone();
        assert_eq!(newest["version"], json!(version));
        let origin = newest["origin"].as_str().unwrap().replace('\u{a0}', " ");
        assert!(origin.starts_with(told), "{newest}");
        assert_eq!(newest["reason"], "Le client ferme ce jour-là");
    }
    let all = plans("fr").await;
    let first = all.as_array().unwrap().last().unwrap();
    assert_eq!(first["origin"], "Plan calculé en entier", "{first}");
    let absence = all.as_array().unwrap().iter().find(|one| one["version"] == json!(version - 1)).unwrap();
    assert!(absence["origin"].as_str().unwrap().starts_with("Absence de Camille"), "{absence}");
    assert_eq!(absence["reason"], json!(null));
    let compared = house.get(&format!("/api/plans/{}/compare/{version}", version - 1)).await.json();
    assert!(compared["new"]["origin"].as_str().unwrap().starts_with("Action déplacée"), "{compared}");
}

/// Who runs somebody sees on a page what Thursday's letter will tell, and nobody else's.
pub async fn next_week(house: &House) {
    let told = |role: Role| async move {
        let cookie = house.caller(NORTH[0], role).cookie.clone();
        house.send(&cookie, &Method::GET, "/api/overload?lang=en", &json!({})).await
    };
    let before = told(Role::Director).await.json();
    assert_eq!((&before["week"], &before["monday"]), (&json!("2027-W02"), &json!("2027-01-11")), "{before}");
    let has = |answer: &Value, code: &str| {
        answer["people"].as_array().unwrap().iter().any(|one| one["code"] == code)
    };
    assert!(!has(&before, "camille"), "{before}");
    let asked = "/api/orders?person=camille&from=2027-01-18&before=2027-12-31&limit=1";
    let order = house.get(asked).await.json()["rows"][0]["id"].clone();
    for event in [
        json!({ "event": "move", "order": order, "start": "2027-01-13T10:00:00" }),
        json!({ "event": "overrun", "order": order, "minutes": 600, "reason": "La reprise dure" }),
    ] {
        let done = post(house, Role::Director, "/api/replan", &[], &event).await;
        assert_eq!(done.status, 200, "{}", done.body);
    }

    let after = told(Role::Director).await.json();
    let one = after["people"].as_array().unwrap().iter().find(|one| one["code"] == "camille").unwrap();
    let number = |key: &str| one[key].as_i64().unwrap();
    assert!(
        number("planned_minutes") > number("capacity_minutes") || number("outside_minutes") > 0,
        "{after}"
    );
    assert!(one["sentence"].as_str().unwrap().contains(one["name"].as_str().unwrap()), "{one}");
    // Her own is hers to see; what is out of reach is not there.
    let own = told(Role::Seller).await.json();
    assert!(has(&own, "camille") && own["people"].as_array().unwrap().len() == 1, "{own}");
    assert!(has(&told(Role::Manager).await.json(), "camille"), "her manager");
    assert_eq!(told(Role::Finance).await.status, 403);
}
