//! Files of a former system over HTTP: read, written, undone; at once, or by a job.

use crate::{Answer, House, NORTH, SOUTH};
use atelier_domain::controls::Role;
use atelier_server::jobs::Crew;
use atelier_server::workbench::Workbench;
use axum::http::Method;
use serde_json::json;
use std::fmt::Write as _;

pub async fn brought(house: &House) {
    let ops = house.caller(NORTH[0], Role::SalesOps).cookie.clone();
    let mapping = include_str!("../mapping.toml");
    let send = |asked: &'static str, parts: Vec<(&'static str, &'static str, String)>| {
        let ops = ops.clone();
        // `/jobs k-1 b`: under the key `k-1`, the parts bounded by `b`.
        let mut words = asked.split(' ');
        let query = words.next().unwrap_or_default();
        let (key, bound) = (words.next(), words.next().unwrap_or("x"));
        async move {
            let mut body = String::new();
            for (name, file, text) in parts {
                let file = if file.is_empty() { String::new() } else { format!("; filename=\"{file}\"") };
                let _ = write!(
                    body,
                    "--{bound}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{text}\r\n"
                );
            }
            let _ = write!(body, "--{bound}--\r\n");
            let kind = format!("multipart/form-data; boundary={bound}");
            let mut headers = vec![("cookie", ops.as_str()), ("content-type", kind.as_str())];
            headers.extend(key.map(|key| ("idempotency-key", key)));
            house.request(Method::POST, &format!("/api/imports{query}"), &headers, body).await
        }
    };
    let rows = "account,sector\nAlpha,eau\nBeta,air\n";
    let cases = "id,account,stage,closed_on\nC1,Alpha,Lost,2026-02-03\n";
    let good = || {
        let files = [("accounts.csv", rows), ("cases.csv", cases)];
        let files = files.map(|(name, text)| ("files", name, text.to_owned()));
        [("mapping", "", mapping.to_owned())].into_iter().chain(files).collect::<Vec<_>>()
    };
    let before = house.digests().await;
    let dry = send("?dry_run=true", good()).await;
    assert_eq!((dry.status.as_u16(), &dry.json()["batch"]), (201, &json!(null)), "{}", dry.body);
    assert_eq!(house.digests().await, before);
    let done = send("", good()).await;
    assert_eq!((done.status.as_u16(), &done.json()["written"]), (201, &json!(3)), "{}", done.body);
    let after = house.digests().await;
    assert_eq!(send("", good()).await.json()["written"], json!(0), "the same again says nothing new");
    assert_eq!(house.digests().await, after);
    // Nothing leaves the folder, nothing hides there, nothing is missing.
    for (parts, code) in [
        (
            vec![("mapping", "", mapping.to_owned()), ("files", "../accounts.csv", rows.to_owned())],
            "app/file-name",
        ),
        (
            vec![("mapping", "", mapping.to_owned()), ("files", ".accounts.csv", rows.to_owned())],
            "app/file-name",
        ),
        (vec![("files", "accounts.csv", rows.to_owned())], "app/no-mapping"),
    ] {
        let refused = send("", parts).await;
        assert_eq!(
            (refused.status.as_u16(), &refused.json()["code"]),
            (422, &json!(code)),
            "{}",
            refused.body
        );
    }
    by_job(house, [send("/jobs?dry_run=true", good()).await, send("/jobs", good()).await]).await;
    assert_eq!(send("/jobs", vec![("files", "accounts.csv", rows.to_owned())]).await.status, 422);
    // By a job, under a key: one job, however the form was bounded; other files under it are refused.
    let first = send("/jobs i-1", good()).await;
    assert_eq!(first.status, 202, "{}", first.body);
    let again = send("/jobs i-1 y", good()).await;
    assert_eq!((again.status.as_u16(), again.json()), (202, first.json()));
    assert_eq!(again.headers["idempotent-replayed"], "true");
    let mut other = good();
    other[1].2 += "Gamma,feu\n";
    for (asked, status, code) in [
        ("/jobs i-1", 422, "controls/key-used"),
        (" i-1", 400, "controls/key-not-taken"),
        ("/jobs i-1 z", 422, "controls/key-used"),
    ] {
        let refused = send(asked, other.clone()).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (status, &json!(code)), "{asked}");
    }
    let undo = format!("/api/imports/{}", done.json()["batch"].as_str().unwrap());
    let keyed = [("cookie", ops.as_str()), ("idempotency-key", "i-2")];
    for _ in 0..2 {
        assert_eq!(house.request(Method::DELETE, &undo, &keyed, String::new()).await.status, 204);
    }
    let again = house.send(&ops, &Method::DELETE, &undo, &json!({})).await;
    assert_eq!((again.status.as_u16(), &again.json()["code"]), (409, &json!("ledger/already-undone")));
}

/// What was read and written before, by jobs: followed to their end, told to who may read imports, to nobody elsewhere.
async fn by_job(house: &House, asked: [Answer; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let crew = Crew::start(&Workbench::new(house.store.clone()), &folder.path().join("ledger.key"), 1);
    let get = async |company: &str, role: Role, address: &str| {
        let cookie = house.caller(company, role).cookie.clone();
        house.send(&cookie, &Method::GET, address, &json!({})).await
    };
    for (asked, is_dry) in asked.iter().zip([true, false]) {
        assert_eq!(asked.status, 202, "{}", asked.body);
        let address = format!("/api/jobs/{}", asked.json()["id"].as_str().unwrap());
        let followed = get(NORTH[0], Role::SalesOps, &format!("{address}/progress")).await;
        assert_eq!(followed.body.matches("event: end").count(), 1, "{}", followed.body);
        let job = get(NORTH[0], Role::SalesOps, &address).await.json();
        assert_eq!((&job["kind"], &job["state"]), (&json!("import"), &json!("done")), "{job}");
        let result = &job["result"];
        assert_eq!((&result["dry_run"], &result["written"]), (&json!(is_dry), &json!(0)), "{job}");
        assert_eq!(result["records"]["accounts"], 2, "{job}");
        let blind = get(NORTH[0], Role::Administrator, &address).await.json();
        assert_eq!((&blind["state"], &blind["result"]), (&json!("done"), &json!(null)), "{blind}");
        for address in [address.clone(), format!("{address}/progress")] {
            let foreign = get(SOUTH[0], Role::SalesOps, &address).await;
            assert_eq!((foreign.status.as_u16(), &foreign.json()["code"]), (404, &json!("app/unknown-job")));
        }
    }
    crew.end().await;
}
