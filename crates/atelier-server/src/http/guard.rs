//! What holds for every answer: who may ask, how long it may take, how a browser must treat it.

use super::Problem;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use std::time::Duration;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// Longest a request may take.
const TIME: Duration = Duration::from_secs(30);

/// Longest address accepted, in bytes.
const ADDRESS: usize = 2_048;

const HEADERS: [(&str, &str); 6] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types svelte-trusted-html",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
];

/// Puts the guard around the service.
pub fn around(service: Router) -> Router {
    service
        .layer(CompressionLayer::new())
        .layer(from_fn(check))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, TIME))
}

async fn check(request: Request, next: Next) -> Response {
    let mut response = match refusal(&request) {
        Some(problem) => problem.into_response(),
        None => next.run(request).await,
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}

/// Reads only; and only under the name of this machine, or a page elsewhere could point its own
/// name at the loopback address and read the plan through the browser (DNS rebinding).
fn refusal(request: &Request) -> Option<Problem> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Some(Problem::bare(StatusCode::METHOD_NOT_ALLOWED, "app/read-only", request.uri()));
    }
    if request.uri().path_and_query().is_some_and(|whole| whole.as_str().len() > ADDRESS) {
        return Some(Problem::bare(StatusCode::URI_TOO_LONG, "app/address-too-long", request.uri()));
    }
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("");
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    (!["localhost", "127.0.0.1"].contains(&name))
        .then(|| Problem::bare(StatusCode::MISDIRECTED_REQUEST, "app/foreign-host", request.uri()))
}
