//! The pages and the figures behind them, on the loopback address.

mod assets;
mod bottlenecks;
mod day;
mod guard;
mod load;
mod problem;
mod routes;

use crate::workbench::Workbench;
use axum::Router;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

pub use problem::Problem;
pub use routes::{ROUTES, Right, Route};

/// What every handler shares.
pub type App = Arc<Workbench>;

/// The whole service: addresses, guard, headers, limits.
pub fn service(app: App) -> Router {
    guard::around(routes::router().with_state(app))
}

/// Serves until interrupted. `ready` is called with the address once it answers.
///
/// # Errors
/// When the port is taken or the listener fails.
pub async fn serve(app: App, port: u16, ready: impl FnOnce(SocketAddr)) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    ready(listener.local_addr()?);
    axum::serve(listener, service(app))
        .with_graceful_shutdown(async {
            let _ = tokio::signal::ctrl_c().await;
        })
        .await
}
