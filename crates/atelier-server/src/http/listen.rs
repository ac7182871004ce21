//! The door of the machine: how many come in at once, how long they may take to say what they want,
//! and how the server ends.

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::sleep;
use tower::ServiceExt as _;

/// Connections at once; the next ones wait in the system's queue.
const PLACES: usize = 512;

/// Longest to send the whole header of a request, and to stay silent between two requests.
const HEADER: Duration = Duration::from_secs(10);

/// Longest that requests under way have to end when the server stops.
const GRACE: Duration = Duration::from_secs(30);

/// Serves until `over`, then lets the requests under way end.
pub async fn listen(listener: TcpListener, service: Router, over: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(PLACES));
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADER);
    let graceful = GracefulShutdown::new();
    let mut over = pin!(over);
    loop {
        let next = async {
            let place = places.clone().acquire_owned().await.ok();
            (place, accept(&listener).await)
        };
        let (place, (stream, address)) = tokio::select! {
            taken = next => taken,
            () = &mut over => break,
        };
        // From where somebody asks who shows nothing else by which to tell them from others.
        let known = service.clone().map_request(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(address));
            request
        });
        let service = TowerToHyperService::new(known);
        let talk = graceful.watch(builder.serve_connection(TokioIo::new(stream), service).into_owned());
        tokio::spawn(async move {
            if let Err(error) = talk.await {
                tracing::debug!(error, "a connection ended early");
            }
            drop(place);
        });
    }
    tokio::select! {
        () = graceful.shutdown() => {}
        () = sleep(GRACE) => tracing::warn!("requests were still under way when the server ended"),
    }
}

/// The next connection. When the system has none to give (too many files open), it is asked again later.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(taken) => return taken,
            Err(error) => {
                tracing::warn!(error = error.to_string(), "no connection could be taken");
                sleep(Duration::from_millis(100)).await;
            }
        }
    }
}
