//! Spans of requests and jobs, for whoever follows work across programs (OpenTelemetry).
//!
//! They say what the figures of `/metrics` say, one by one: the operation, never the address; the status; how
//! long. No login, no name, no identity of an object of the trade, nothing that was typed. Compiled in by the
//! feature `otel`; without it everything here does nothing.

#[cfg(feature = "otel")]
mod collector;
#[cfg(not(feature = "otel"))]
mod off;
#[cfg(feature = "otel")]
mod sending;
#[cfg(feature = "otel")]
mod spans;

#[cfg(not(feature = "otel"))]
pub use off::{Traces, around, job_ended, of_job};
#[cfg(feature = "otel")]
pub use sending::Traces;
#[cfg(feature = "otel")]
pub use spans::{around, job_ended, of_job};

/// Where spans go, as every program with OpenTelemetry reads it: for spans alone, or for everything.
const ENDPOINTS: [&str; 2] = ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"];

/// The collector that the environment names, if it names one.
fn endpoint() -> Option<String> {
    ENDPOINTS.iter().find_map(|name| std::env::var(name).ok().filter(|text| !text.is_empty()))
}
