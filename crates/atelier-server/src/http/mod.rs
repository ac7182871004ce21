//! The pages and the figures behind them.

mod answer;
mod asked;
mod assets;
mod bottlenecks;
mod day;
mod describe;
mod door;
mod guard;
mod health;
mod keys;
mod listen;
mod load;
mod people;
mod problem;
mod routes;
mod second;
mod site;
mod write;

use crate::workbench::Workbench;
use axum::Router;
use std::net::{IpAddr, SocketAddr};
use std::ops::Deref;
use std::sync::Arc;

pub use answer::{Answer, Document, Done, Made, Queued, done};
pub use asked::{Asked, BODY, NoBody, Plain, Told, lang_of};
pub use describe::{Answering, Asking, Describing, openapi, openapi_text};
pub use problem::Problem;
pub use routes::{Route, routes};
pub use site::Site;
pub use write::Write;

/// What every handler shares.
pub type App = Arc<Service>;

/// The journeys, served under an address.
pub struct Service {
    bench: Workbench,
    /// Under which address.
    pub site: Site,
}

impl Service {
    /// Serves these journeys there.
    pub fn new(bench: Workbench, site: Site) -> App {
        Arc::new(Self { bench, site })
    }
}

impl Deref for Service {
    type Target = Workbench;
    fn deref(&self) -> &Workbench {
        &self.bench
    }
}

/// The whole service: addresses, guard, headers, limits.
pub fn service(app: App) -> Router {
    guard::around(routes::router().with_state(app.clone()), app)
}

/// Serves until `over`: what was asked by then is still answered. `ready` is called with the address once
/// it answers.
///
/// # Errors
/// When the port is taken.
pub async fn serve(
    app: App,
    listen: IpAddr,
    port: u16,
    ready: impl FnOnce(SocketAddr),
    over: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind((listen, port)).await?;
    ready(listener.local_addr()?);
    listen::listen(listener, service(app), over).await;
    Ok(())
}
