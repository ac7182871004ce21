//! What comes over the network without sense: it is refused, never a panic and never a fault of ours.

use crate::{House, NORTH};
use atelier_domain::controls::Role;
use atelier_store::proofs::{Key, Submission};
use axum::http::Method;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::json;

/// So many values of a strategy, the same ones every time.
fn drawn<T: std::fmt::Debug>(strategy: &impl Strategy<Value = T>, count: usize) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

/// A text cut somewhere, or with something put in.
fn spoilt(text: &str, count: usize) -> Vec<String> {
    let strategy =
        (any::<prop::sample::Index>(), any::<prop::sample::Index>(), "[\\PC\\r\\n\"=;]{0,6}", any::<bool>());
    let marks: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let spoil = |(from, to, put, is_cut): (prop::sample::Index, prop::sample::Index, String, bool)| {
        let (from, to) = (marks[from.index(marks.len())], marks[to.index(marks.len())]);
        let to = if is_cut { from.max(to) } else { from };
        format!("{}{put}{}", &text[..from], &text[to..])
    };
    drawn(&strategy, count).into_iter().map(spoil).collect()
}

fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |text, byte| text + &format!("%{byte:02X}"))
}

/// What was given as where a list goes on.
pub async fn cursors(house: &House) {
    let director = house.caller(NORTH[0], Role::Director).cookie.clone();
    for list in [
        "accounts?sort=name",
        "accounts?sort=-key",
        "contacts?text=",
        "opportunities?sort=-value",
        "opportunities?sort=closed",
        "orders?sort=start",
        "orders?sort=-due",
    ] {
        let page = house.send(&director, &Method::GET, &format!("/api/{list}&limit=1"), &json!({})).await;
        let good = page.json()["next"].as_str().unwrap_or("a").to_owned();
        let random = drawn(&"\\PC{0,40}|[A-Za-z0-9+/=_-]{0,60}", 40);
        for after in random.into_iter().chain(spoilt(&good, 40)) {
            let address = format!("/api/{list}&limit=1&after={}", escaped(&after));
            let answer = house.send(&director, &Method::GET, &address, &json!({})).await;
            assert!([200, 422].contains(&answer.status.as_u16()), "{list} {after:?} {}", answer.body);
        }
    }
    for before in drawn(&"\\PC{0,40}", 40) {
        let address = format!("/api/accesses?before={}", escaped(&before));
        let answer = house.send(&director, &Method::GET, &address, &json!({})).await;
        assert!(answer.status.as_u16() < 500, "{before:?} {}", answer.body);
    }
}

/// A form of an import cut short, or with something put into it.
pub async fn forms(house: &House) {
    let ops = house.caller(NORTH[0], Role::SalesOps).cookie.clone();
    let part = |name: &str, file: &str, text: &str| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{text}\r\n")
    };
    let mapping = "currency = \"EUR\"\n[accounts]\nfile = \"a.csv\"\nkey = \"account\"\n";
    let files = part("files", "; filename=\"a.csv\"", "account,sector\nAlpha,eau\n");
    let good = part("mapping", "", mapping) + &files + "--x--\r\n";
    let before = house.digests().await;
    for body in spoilt(&good, 150) {
        let headers = [("cookie", ops.as_str()), ("content-type", "multipart/form-data; boundary=x")];
        let answer = house.request(Method::POST, "/api/imports?dry_run=true", &headers, body.clone()).await;
        assert!(answer.status.as_u16() < 500, "{body:?} {}", answer.body);
    }
    assert_eq!(house.digests().await, before);
}

/// A checkpoint submitted to a witness.
#[test]
fn a_submission_without_sense_is_not_read() {
    let key = Key::new().unwrap();
    let note = key.sign("atelier.example/north", 3, [7; 32]).unwrap().note;
    let good = format!("old 1\n{}\n\n{note}", "A".repeat(43) + "=");
    assert!(Submission::read(&good).is_some(), "{good}");
    let read = spoilt(&good, 400).into_iter().filter(|body| Submission::read(body).is_some()).count();
    assert!(read < 200, "{read}");
    assert!(drawn(&"(?s).{0,200}", 200).iter().all(|body| Submission::read(body).is_none()));
}
