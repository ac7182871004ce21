//! Sends spans to the collector, together and in the background, and the rest at the end.

use super::collector::Collector;
use super::endpoint;
use crate::fault::Fault;
use opentelemetry::{KeyValue, global};
use opentelemetry_otlp::{SpanExporter, WithHttpConfig as _};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::SdkTracerProvider;
use std::path::Path;
use std::time::Duration;
use tokio::runtime::Handle;

/// Longest that the program waits for the collector when it ends.
const PATIENCE: Duration = Duration::from_secs(5);

/// The spans of this process, on their way; those of a program told of no collector go nowhere.
pub struct Traces(Option<SdkTracerProvider>);

impl Traces {
    /// To the collector that the environment names. How often, how many and with which headers is read from
    /// the environment too, under the names of OpenTelemetry.
    ///
    /// # Errors
    /// `integration/address-unreadable`, `integration/authorities`; an incident for settings of OpenTelemetry
    /// that it does not take.
    pub fn begin(runtime: &Handle, authorities: Option<&Path>) -> Result<Self, Fault> {
        let Some(endpoint) = endpoint() else { return Ok(Self(None)) };
        let collector = Collector::at(&endpoint, authorities, runtime.clone())?;
        let exporter = SpanExporter::builder().with_http().with_http_client(collector).build();
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(exporter.map_err(anyhow::Error::from)?)
            .with_resource(resource())
            .build();
        global::set_tracer_provider(provider.clone());
        Ok(Self(Some(provider)))
    }

    /// Sends what is left. Blocks, for five seconds at most.
    pub fn end(self) {
        if let Some(provider) = self.0
            && let Err(error) = provider.shutdown_with_timeout(PATIENCE)
        {
            tracing::warn!(error = error.to_string(), "the last spans were not sent");
        }
    }
}

/// The program and its version; `OTEL_SERVICE_NAME` and `OTEL_RESOURCE_ATTRIBUTES` say more.
fn resource() -> Resource {
    let made =
        Resource::builder().with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")));
    match std::env::var("OTEL_SERVICE_NAME") {
        Ok(_) => made.build(),
        Err(_) => made.with_service_name("atelier").build(),
    }
}
