//! What holds for every answer: who may ask, how long it may take, how a browser must treat it.

use super::{App, BODY, Problem, metrics, pace};
use crate::traces;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use std::time::Duration;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// Longest a request may take.
const TIME: Duration = Duration::from_secs(30);

/// Longest address accepted, in bytes.
const ADDRESS: usize = 4_096;

const HEADERS: [(&str, &str); 6] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types svelte-trusted-html atelier-worker",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
];

/// Puts the guard around the service.
pub fn around(service: Router, app: App) -> Router {
    let guarded = service
        .layer(CompressionLayer::new())
        .layer(DefaultBodyLimit::max(BODY))
        .layer(from_fn_with_state(app.clone(), pace::kept))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, TIME))
        .layer(from_fn_with_state(app, check))
        .layer(from_fn(metrics::counted));
    traces::around(guarded)
}

async fn check(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let api = path.starts_with("/api/") || path.starts_with("/feed/") || path == "/calendar.ics";
    let mut response = match refusal(&app, &request) {
        Some(problem) => problem.into_response(),
        None => next.run(request).await,
    };
    for (name, value) in HEADERS {
        // What an answer says of itself stays: a file is given back under a stricter policy.
        let said = response.headers_mut().entry(HeaderName::from_static(name));
        said.or_insert(HeaderValue::from_static(value));
    }
    if api {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if app.site != super::Site::Loopback {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    response
}

/// Only under our own name, and changed only from our own pages.
fn refusal(app: &App, request: &Request) -> Option<Problem> {
    if request.uri().path_and_query().is_some_and(|whole| whole.as_str().len() > ADDRESS) {
        return Some(Problem::bare(StatusCode::URI_TOO_LONG, "app/address-too-long", request.uri()));
    }
    // Load balancers ask by number; nothing is told here that a page elsewhere could use.
    if request.uri().path().starts_with("/health/") {
        return None;
    }
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("");
    if !app.site.answers(host) {
        return Some(Problem::bare(StatusCode::MISDIRECTED_REQUEST, "app/foreign-host", request.uri()));
    }
    app.site
        .is_foreign(request.method(), request.headers())
        .then(|| Problem::bare(StatusCode::FORBIDDEN, "controls/foreign-origin", request.uri()))
}
