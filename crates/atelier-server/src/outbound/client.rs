//! The client: one request, one connection, to an address that was checked.

use super::address::{Destination, Own};
use super::resolve::{Resolve, System};
use atelier_domain::language::Refusal;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::pki_types::{CertificateDer, ServerName, pem::PemObject as _};
use rustls::{ClientConfig, RootCertStore};
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

/// What a request may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Until a connection stands, for each address of the host.
    pub connect: Duration,
    /// For everything, from the name of the host to the last byte.
    pub whole: Duration,
    /// Most bytes of an answer.
    pub answer: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), whole: Duration::from_secs(15), answer: 1 << 20 }
    }
}

/// What is asked.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Method.
    pub method: Method,
    /// Where.
    pub to: Destination,
    /// Headers; `Host` and `User-Agent` are added.
    pub headers: HeaderMap,
    /// Body.
    pub body: Bytes,
}

/// What was answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Status, never a redirect.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body, within the limit.
    pub body: Bytes,
}

/// The only client of the program.
#[derive(Clone)]
pub struct Outbound {
    own: Own,
    limits: Limits,
    resolver: Arc<dyn Resolve>,
    tls: Arc<ClientConfig>,
}

impl Outbound {
    /// Trusts the usual authorities, and those of a PEM file when one is given.
    ///
    /// # Errors
    /// `integration/authorities` for a file that cannot be read.
    pub fn new(own: Own, authorities: Option<&Path>) -> Result<Self, Refusal> {
        let tls = Arc::new(trusting(authorities)?);
        Ok(Self { own, limits: Limits::default(), resolver: Arc::new(System), tls })
    }

    /// With other limits.
    #[must_use]
    pub fn within(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// With answers of at most so many bytes.
    #[must_use]
    pub fn answering(mut self, bytes: usize) -> Self {
        self.limits.answer = bytes;
        self
    }

    /// With another resolver.
    #[must_use]
    pub fn resolving(mut self, resolver: Arc<dyn Resolve>) -> Self {
        self.resolver = resolver;
        self
    }

    /// Reads an address under the rules of this client.
    ///
    /// # Errors
    /// As [`Destination::read`].
    pub fn destination(&self, text: &str) -> Result<Destination, Refusal> {
        Destination::read(text, &self.own)
    }

    /// Asks, once. Whatever the status is, but for a redirect, it is an answer.
    ///
    /// # Errors
    /// `integration/host-unknown`, `address-inside`, `unreachable`, `too-slow`, `too-large`, `redirected`.
    pub async fn send(&self, sent: Sent) -> Result<Answer, Refusal> {
        let host = sent.to.host();
        let seconds = self.limits.whole.as_secs().max(1).cast_signed();
        let slow =
            |_| Refusal::new("integration/too-slow").with("host", host.clone()).with("seconds", seconds);
        timeout(self.limits.whole, self.ask(sent)).await.map_err(slow)?
    }

    async fn ask(&self, sent: Sent) -> Result<Answer, Refusal> {
        let addresses = self.checked(&sent.to).await?;
        let stream = self.connected(&sent.to, &addresses).await?;
        if !sent.to.is_tls() {
            return self.exchange(stream, sent).await;
        }
        let host = sent.to.host();
        let name = ServerName::try_from(host.clone()).map_err(|error| unreachable(&host, &error))?;
        let secured = TlsConnector::from(self.tls.clone()).connect(name, stream).await;
        self.exchange(secured.map_err(|error| unreachable(&host, &error))?, sent).await
    }

    /// Every address of the host; one that is not public condemns them all.
    async fn checked(&self, to: &Destination) -> Result<Vec<IpAddr>, Refusal> {
        let found = match to.literal() {
            Some(address) => vec![address],
            None => self.resolver.addresses(&to.host()).await.unwrap_or_default(),
        };
        if found.is_empty() {
            return Err(Refusal::new("integration/host-unknown").with("host", to.host()));
        }
        if !found.iter().all(|address| to.may_be_at(*address)) {
            return Err(Refusal::new("integration/address-inside").with("given", to.text()));
        }
        Ok(found)
    }

    /// A connection to the first of the checked addresses that takes one. No name is looked up here.
    async fn connected(&self, to: &Destination, addresses: &[IpAddr]) -> Result<TcpStream, Refusal> {
        let mut last = String::new();
        for address in addresses {
            match timeout(self.limits.connect, TcpStream::connect((*address, to.port()))).await {
                Ok(Ok(stream)) => return Ok(stream),
                Ok(Err(error)) => last = error.kind().to_string(),
                Err(slow) => last = slow.to_string(),
            }
        }
        Err(unreachable(&to.host(), &last))
    }

    async fn exchange(
        &self,
        stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
        sent: Sent,
    ) -> Result<Answer, Refusal> {
        let host = sent.to.host();
        let failed = |error: hyper::Error| unreachable(&host, &error);
        let mut builder = http1::Builder::new();
        builder.max_buf_size(64 * 1024).max_headers(100);
        let (mut sender, connection) = builder.handshake(TokioIo::new(stream)).await.map_err(failed)?;
        // Ended with this function: nothing goes on behind an answer that was too long or too late.
        let mut driving = JoinSet::new();
        driving.spawn(connection);
        let request = request(sent).map_err(|error| unreachable(&host, &error))?;
        let response = sender.send_request(request).await.map_err(failed)?;
        let (head, body) = response.into_parts();
        if head.status.is_redirection() {
            let refusal = Refusal::new("integration/redirected").with("host", host);
            return Err(refusal.with("status", i64::from(head.status.as_u16())));
        }
        let body = Limited::new(body, self.limits.answer).collect().await;
        let body = body.map_err(|error| too_large_or(&host, &*error, self.limits.answer))?.to_bytes();
        Ok(Answer { status: head.status, headers: head.headers, body })
    }
}

fn request(sent: Sent) -> Result<Request<Full<Bytes>>, axum::http::Error> {
    let mut request =
        Request::builder().method(sent.method).uri(sent.to.path()).body(Full::new(sent.body))?;
    let headers = request.headers_mut();
    *headers = sent.headers;
    headers.insert(header::HOST, HeaderValue::from_str(sent.to.authority())?);
    headers
        .insert(header::USER_AGENT, HeaderValue::from_static(concat!("Atelier/", env!("CARGO_PKG_VERSION"))));
    Ok(request)
}

fn unreachable(host: &str, cause: &dyn std::fmt::Display) -> Refusal {
    Refusal::new("integration/unreachable").with("host", host).with("cause", cause.to_string())
}

fn too_large_or(host: &str, error: &(dyn std::error::Error + 'static), most: usize) -> Refusal {
    if error.is::<LengthLimitError>() {
        return Refusal::new("integration/too-large").with("host", host).with("bytes", most);
    }
    unreachable(host, &error)
}

fn trusting(authorities: Option<&Path>) -> Result<ClientConfig, Refusal> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    if let Some(path) = authorities {
        add(&mut roots, path).map_err(|cause| {
            let file = path.display().to_string();
            Refusal::new("integration/authorities").with("file", file).with("cause", cause)
        })?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(|error| unreachable("", &error))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

fn add(roots: &mut RootCertStore, path: &Path) -> Result<(), String> {
    let found = CertificateDer::pem_file_iter(path).map_err(|error| error.to_string())?;
    let before = roots.len();
    for certificate in found {
        let certificate = certificate.map_err(|error| error.to_string())?;
        roots.add(certificate).map_err(|error| error.to_string())?;
    }
    if roots.len() > before { Ok(()) } else { Err("no certificate".to_owned()) }
}
