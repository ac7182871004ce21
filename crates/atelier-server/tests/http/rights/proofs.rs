//! What the proofs show to whom: what a row says, to those who may read its kind; its hash, to the others.

use super::Caller;
use crate::{House, NORTH};
use atelier_domain::controls::{Permission, Policy, Reach, Register, Role};
use atelier_store::proofs::Checkpoint;
use atelier_verifier::note::Vkey;
use atelier_verifier::proof::{Verdict, check};
use axum::http::Method;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// A signature is slow to check in a debug build: larger files are read and not verified.
const VERIFIED_MAX: usize = 30;

/// The kinds of rows of a proof file, each with whether it says what they say.
fn rows(text: &str) -> BTreeSet<(String, bool)> {
    let blocks = text.lines().filter_map(|line| line.strip_prefix("extra "));
    blocks.map(|block| row(&BASE64_STANDARD.decode(block).unwrap())).collect()
}

/// What an envelope is called among the kinds of rows: it says who wrote the fact.
const AUTHOR: &str = "author";

/// An entry, read by the layout of docs/decisions/2026-11-29-proofs.md.
fn row(extra: &[u8]) -> (String, bool) {
    let number = |at: usize| u32::from_be_bytes(extra[at..at + 4].try_into().unwrap()) as usize;
    let entry = &extra[4..4 + number(0)];
    let kind = 4 + 2 + 8 + 8;
    let text = || String::from_utf8(extra[kind + 4..kind + 4 + number(kind)].to_vec()).unwrap();
    (if entry[1] == 2 { text() } else { AUTHOR.to_owned() }, extra.len() > 4 + entry.len())
}

/// What the policy says of a role and a kind of row.
fn may(role: Role, kind: &str) -> bool {
    let entry = Register::shipped().entries().iter().find(|one| one.facts.iter().any(|fact| fact == kind));
    let read = &entry.unwrap_or_else(|| panic!("{kind} is not in the register")).read;
    read.iter().any(|one| Policy::shipped().reach(*one, &[role]) == Reach::All)
}

/// Every sealed fact, as somebody is shown it with these headers; how each kind is shown.
async fn seen(house: &House, who: &Caller, header: (&str, &str)) -> BTreeMap<String, bool> {
    let note = house.request(Method::GET, "/api/checkpoint", &[header], String::new()).await.body;
    let vkey = Vkey::read(&house.key.vkey(&Checkpoint::read(&note).unwrap().origin)).unwrap();
    let mut kinds = BTreeMap::new();
    for number in 1.. {
        let address = format!("/api/facts/{number}/proof");
        let answer = house.request(Method::GET, &address, &[header], String::new()).await;
        if answer.status != 200 {
            let code = answer.json()["code"].as_str().unwrap().to_owned();
            assert!(["ledger/not-sealed", "ledger/no-such-subject"].contains(&code.as_str()), "{code}");
            break;
        }
        let found = rows(&answer.body);
        let announced = answer.body.lines().find_map(|line| line.strip_prefix("hidden "));
        assert_eq!(announced.is_some(), found.iter().any(|(_, is_shown)| !is_shown), "{number}");
        if answer.body.matches("\nextra ").count() <= VERIFIED_MAX {
            let verdict = check(&answer.body, &vkey, Some(&number.to_string()));
            assert!(matches!(verdict, Verdict::Same { .. }), "fact {number} as {who:?}: {verdict:?}");
        }
        for (kind, is_shown) in found {
            assert_eq!(*kinds.entry(kind.clone()).or_insert(is_shown), is_shown, "{kind} in {number}");
        }
    }
    kinds
}

/// Who wrote a fact is shown as in the list; each kind of row is shown to who may read it for the whole company, hidden
/// from whoever else sees proofs, and every proof is in the access journal.
pub async fn proofs(house: &House) {
    let readers = house.callers.iter().filter(|one| {
        let reach = Policy::shipped().reach(Permission::ReadFacts, &[one.role]);
        one.company == NORTH[0] && reach != Reach::Nobody
    });
    let readers: Vec<Caller> = readers.cloned().collect();
    // Until the works council was consulted, who wrote a fact is shown to who guards the ledger.
    for who in &readers {
        let authors = seen(house, who, ("cookie", &who.cookie)).await[AUTHOR];
        assert_eq!(authors, [Role::Compliance, Role::Auditor].contains(&who.role), "{who:?}");
    }
    let compliance = house.caller(NORTH[0], Role::Compliance).cookie.clone();
    let consulted = json!({ "consulted_on": "2026-01-05", "proof": "procès-verbal" });
    let held = house.send(&compliance, &Method::PUT, "/api/gate", &consulted).await;
    assert_eq!(held.status, 200, "{}", held.body);
    let (mut shown, mut hidden) = (0, 0);
    for who in &readers {
        let mut kinds = seen(house, who, ("cookie", &who.cookie)).await;
        assert_eq!(kinds.remove(AUTHOR), Some(true), "{who:?}");
        assert!(kinds.len() > 8, "{kinds:?}");
        for (kind, is_shown) in &kinds {
            assert_eq!(*is_shown, may(who.role, kind), "{kind} as {who:?}");
            *(if *is_shown { &mut shown } else { &mut hidden }) += 1;
        }
        if who.role == Role::Finance {
            assert!(kinds["execution/case"], "{kinds:?}");
            for kind in ["process/sheet", "planning/order", "controls/user"] {
                assert!(!kinds[kind], "{kind} is not for finance: {kinds:?}");
            }
        }
    }
    println!("proofs: {shown} kinds shown and {hidden} hidden, to {} roles", readers.len());
    assert!(shown > 20 && hidden > 8, "{shown} {hidden}");

    // A key narrowed to the proofs opens nothing else by them.
    let director = house.caller(NORTH[0], Role::Director);
    let bearer = format!("Bearer {}", house.make_key(director, &["facts/read"]).await);
    let kinds = seen(house, director, ("authorization", &bearer)).await;
    assert!(kinds.iter().all(|(kind, is_shown)| *is_shown == (kind == AUTHOR)), "{kinds:?}");

    let page = house.send(&compliance, &Method::GET, "/api/accesses", &json!({})).await.json();
    let mut lines = page["accesses"].as_array().unwrap().clone();
    let mut next = page["next"].clone();
    while let Some(before) = next.as_str() {
        let address = format!("/api/accesses?before={before}");
        let page = house.send(&compliance, &Method::GET, &address, &json!({})).await.json();
        lines.extend(page["accesses"].as_array().unwrap().clone());
        next = page["next"].clone();
    }
    for who in &readers {
        let of = |line: &&serde_json::Value| {
            line["user"] == who.id
                && line["permission"] == "facts/read"
                && line["object"] == "/api/facts/1/proof"
        };
        let outcomes: Vec<_> = lines.iter().filter(of).map(|line| line["outcome"].clone()).collect();
        // Each asked twice, the director once more with a key.
        let times = if who.role == Role::Director { 3 } else { 2 };
        assert_eq!(outcomes, vec![json!("read"); times], "{who:?}");
    }
}
