//! The collector, asked by the one client of the program.

use crate::outbound::{Limits, Outbound, Own, Sent};
use async_trait::async_trait;
use atelier_domain::language::Refusal;
use axum::body::Bytes;
use axum::http::{Request, Response};
use opentelemetry_http::{HttpClient, HttpError};
use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;
use tokio::runtime::Handle;
use url::Url;

/// What sending spans may cost.
const LIMITS: Limits =
    Limits { connect: Duration::from_secs(2), whole: Duration::from_secs(10), answer: 1 << 16 };

/// Where spans are sent.
pub struct Collector {
    client: Outbound,
    /// Spans are sent by a thread of their own, which has no network.
    runtime: Handle,
    is_deaf: AtomicBool,
}

impl Collector {
    /// Whoever runs the installation names it: it may be on their own network, and speak plain HTTP.
    ///
    /// # Errors
    /// `integration/address-unreadable`, `integration/own-origin`, `integration/authorities`.
    pub fn at(endpoint: &str, authorities: Option<&Path>, runtime: Handle) -> Result<Self, Refusal> {
        let unreadable = |_| Refusal::new("integration/address-unreadable").with("given", endpoint);
        let origin = Url::parse(endpoint).map_err(unreadable)?.origin().ascii_serialization();
        let client = Outbound::new(Own::read(&origin)?, authorities)?.within(LIMITS);
        Ok(Self { client, runtime, is_deaf: AtomicBool::new(false) })
    }

    async fn sent(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let (parts, body) = request.into_parts();
        let to = self.client.destination(&parts.uri.to_string()).map_err(|refusal| refusal.code)?;
        let sent = Sent { method: parts.method, to, headers: parts.headers, body };
        let client = self.client.clone();
        let asked = self.runtime.spawn(async move { client.send(sent).await });
        let answer = asked.await?.map_err(|refusal| refusal.code)?;
        let mut response = Response::new(answer.body);
        *response.status_mut() = answer.status;
        *response.headers_mut() = answer.headers;
        Ok(response)
    }

    /// One line when spans begin to be lost, not one for each.
    fn note(&self, fault: Option<String>) {
        let was_deaf = self.is_deaf.swap(fault.is_some(), Relaxed);
        match fault {
            Some(error) if !was_deaf => tracing::warn!(error, "the collector takes no spans"),
            None if was_deaf => tracing::warn!("the collector takes spans again"),
            _ => {}
        }
    }
}

#[async_trait]
impl HttpClient for Collector {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let answer = self.sent(request).await;
        self.note(match &answer {
            Ok(answer) if answer.status().is_success() => None,
            Ok(answer) => Some(answer.status().to_string()),
            Err(error) => Some(error.to_string()),
        });
        answer
    }
}

impl fmt::Debug for Collector {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Collector").finish_non_exhaustive()
    }
}
