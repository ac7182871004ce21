//! Figures of the program, for Prometheus: requests by operation and status, how long they took. No login,
//! no address with an identity, no name of a company.

use super::{App, Asked, Document, Problem};
use crate::rights::{Access, permit::ReadMetrics};
use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;
use std::time::Instant;

/// Bounds of the histogram, in seconds.
const BOUNDS: [f64; 10] = [0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];
const TOOK: &str = "atelier_request_seconds";

/// The recorder of this process, made with the first question.
fn handle() -> &'static PrometheusHandle {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    HANDLE.get_or_init(|| {
        let built = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Full(TOOK.to_owned()), &BOUNDS)
            .unwrap_or_default();
        let recorder = built.build_recorder();
        let handle = recorder.handle();
        // A program that counts elsewhere already keeps its own recorder; then ours stays empty.
        if metrics::set_global_recorder(recorder).is_err() {
            tracing::warn!("figures of requests go to another recorder");
        }
        handle
    })
}

/// Counts a request and how long it took.
pub async fn counted(request: Request, next: Next) -> Response {
    handle();
    let path = request.extensions().get::<MatchedPath>().map_or("page", MatchedPath::as_str).to_owned();
    let method = told(request.method()).to_owned();
    let began = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    let labels = [("method", method), ("path", path), ("status", status)];
    metrics::counter!("atelier_requests_total", &labels).increment(1);
    metrics::histogram!(TOOK, &labels[..2]).record(began.elapsed().as_secs_f64());
    response
}

/// A method as the figures name it. Anybody may ask with a word of their own: each would be a line kept for ever.
fn told(method: &Method) -> &str {
    match *method {
        Method::GET
        | Method::HEAD
        | Method::POST
        | Method::PUT
        | Method::PATCH
        | Method::DELETE
        | Method::OPTIONS => method.as_str(),
        _ => "other",
    }
}

/// The figures, in the format of Prometheus.
///
/// # Errors
/// None of its own.
pub async fn text(State(_): State<App>, _: Access<ReadMetrics>, _: Asked) -> Result<Document, Problem> {
    let bytes = handle().render().into_bytes();
    Ok(Document { media: "text/plain; version=0.0.4; charset=utf-8", name: "metrics.txt".to_owned(), bytes })
}
