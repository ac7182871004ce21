//! The pages and the figures behind them.

mod accesses;
mod answer;
mod archives;
mod asked;
mod assets;
mod board;
mod bottlenecks;
mod browser;
mod catalogue;
mod compared;
mod day;
mod describe;
mod director;
mod door;
mod events;
mod exports;
mod feed;
mod guard;
mod health;
mod imports;
mod jobs;
mod keys;
mod ledger;
mod listen;
mod load;
mod market;
mod metrics;
mod moves;
mod objectives;
mod orders;
mod pace;
mod people;
mod persons;
mod plans;
mod problem;
mod process_design;
mod process_shape;
mod process_talk;
mod processes;
mod provider;
mod replan;
mod roles;
mod routes;
mod search;
mod second;
mod sessions;
mod site;
mod tagged;
mod talks;
mod versions;
mod views;
mod waivers;
mod webhooks;
mod workshop_shape;
mod write;

use crate::workbench::Workbench;
use axum::Router;
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub use answer::{Answer, Document, Done, Made, Queued, done};
pub use asked::{Asked, BODY, Body, Careful, Keyed, Maybe, NoBody, Plain, Told, lang_of};
pub use describe::{Answering, Asking, Describing, openapi, openapi_text};
use pace::Pace;
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
    pub(crate) pace: Pace,
    is_over: AtomicBool,
}

/// Requests a second from one caller, when nothing else is said.
pub const PACE: NonZeroU32 = NonZeroU32::new(50).expect("not zero");

impl Service {
    /// Serves these journeys there.
    pub fn new(bench: Workbench, site: Site) -> App {
        Self::paced(bench, site, PACE)
    }

    /// The same, with this many requests a second from one caller.
    pub fn paced(bench: Workbench, site: Site, a_second: NonZeroU32) -> App {
        Arc::new(Self { bench, site, pace: Pace::of(a_second), is_over: AtomicBool::new(false) })
    }

    /// No more requests are taken: what would go on without end, ends.
    pub fn end(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
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
