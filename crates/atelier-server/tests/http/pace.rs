//! One caller who asks too fast is told to wait; the others are served.

use atelier_server::http::{Service, Site, service};
use atelier_server::workbench::Workbench;
use atelier_store::{Store, Target};
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use std::num::NonZeroU32;
use tower::ServiceExt;

#[tokio::test]
async fn one_caller_who_asks_too_fast_waits_alone() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Target::Sqlite(folder.path().to_owned())).await.unwrap();
    let served = service(Service::paced(Workbench::new(store), Site::Loopback, NonZeroU32::MIN));
    let asked = |path: &str, key: Option<&'static str>| {
        let mut request = Request::builder().uri(path).header("host", "localhost:4310");
        if let Some(key) = key {
            request = request.header("authorization", key);
        }
        served.clone().oneshot(request.body(Body::empty()).unwrap())
    };
    let ask = |key| asked("/health/live?lang=en", key);
    // Five seconds' worth at once.
    for _ in 0..5 {
        let answer = ask(None).await.unwrap();
        assert_eq!(
            (answer.status().as_u16(), &answer.headers()["ratelimit-policy"]),
            (200, &"\"caller\";q=5;w=5".parse().unwrap())
        );
    }
    let refused = ask(None).await.unwrap();
    assert_eq!(refused.status(), 429);
    let wait: u32 = refused.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=2).contains(&wait), "{wait}");
    let body = refused.into_body().collect().await.unwrap().to_bytes();
    let problem: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(problem["code"], "controls/too-fast");
    assert_eq!(ask(Some("Bearer atl_other")).await.unwrap().status(), 200);
    // A browser takes every file of the pages at its first visit.
    assert_eq!(asked("/index.html", None).await.unwrap().status(), 200);
}
