//! What a span says, and nothing else: every name and value that leaves is written here.

use atelier_store::Job;
use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderMap, Method};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use opentelemetry::propagation::{Extractor, TextMapPropagator as _};
use opentelemetry::trace::{
    FutureExt as _, SpanBuilder, SpanKind, Status, TraceContextExt as _, Tracer as _,
};
use opentelemetry::{Context, KeyValue, global};
use opentelemetry_sdk::propagation::TraceContextPropagator;

/// Who made the spans.
const SCOPE: &str = "atelier";

/// Puts a span around every request.
pub fn around(service: Router) -> Router {
    service.layer(from_fn(of_request))
}

/// A span of the operation, below that of the caller when the caller has one.
async fn of_request(request: Request, next: Next) -> Response {
    let method = known(request.method());
    let route = request.extensions().get::<MatchedPath>().map_or("page", MatchedPath::as_str).to_owned();
    let span = SpanBuilder::from_name(format!("{method} {route}"))
        .with_kind(SpanKind::Server)
        .with_attributes([KeyValue::new("http.request.method", method), KeyValue::new("http.route", route)]);
    let context = begun(span, &parent(request.headers()));
    let response = next.run(request).with_context(context.clone()).await;
    let (span, status) = (context.span(), response.status());
    span.set_attribute(KeyValue::new("http.response.status_code", i64::from(status.as_u16())));
    if status.is_server_error() {
        span.set_status(Status::error(""));
    }
    span.end();
    response
}

/// A span of one holding of a job: as often as it is begun, or given to another.
pub async fn of_job<T>(job: &Job, work: impl Future<Output = T>) -> T {
    let span =
        SpanBuilder::from_name(format!("job {}", job.kind)).with_kind(SpanKind::Consumer).with_attributes([
            KeyValue::new("atelier.job.kind", job.kind.clone()),
            KeyValue::new("atelier.job.id", job.id.to_string()),
            KeyValue::new("atelier.job.attempts", job.attempts),
        ]);
    let context = begun(span, &Context::new());
    let done = work.with_context(context.clone()).await;
    context.span().end();
    done
}

/// The job in whose span this is ended, and not as it was asked: `refused`, or `broken` by a fault of ours.
pub fn job_ended(how: &'static str) {
    let context = Context::current();
    context.span().set_attribute(KeyValue::new("atelier.job.ended", how));
    if how == "broken" {
        context.span().set_status(Status::error(""));
    }
}

fn begun(span: SpanBuilder, parent: &Context) -> Context {
    let tracer = global::tracer(SCOPE);
    parent.with_span(tracer.build_with_context(span, parent))
}

/// The span of the caller. Its `tracestate` and baggage could hold anything, and are not taken.
fn parent(headers: &HeaderMap) -> Context {
    TraceContextPropagator::new().extract_with_context(&Context::new(), &Traceparent(headers))
}

struct Traceparent<'a>(&'a HeaderMap);

impl Extractor for Traceparent<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        if key == "traceparent" { self.0.get(key)?.to_str().ok() } else { None }
    }

    fn keys(&self) -> Vec<&str> {
        vec!["traceparent"]
    }
}

/// A method by its name; one that nobody knows could be any text.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        _ => "_OTHER",
    }
}
