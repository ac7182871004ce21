//! Every address served, with the right it asks for. An address outside this table is not routed.

use super::{App, assets, bottlenecks, day, load};
use axum::Router;
use axum::routing::{MethodRouter, get};

/// What a caller must be allowed to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Nothing: the interface itself.
    Open,
    /// Read the plan of a company of this installation. Until there are accounts, whoever reaches
    /// the loopback address has it.
    ReadPlan,
}

/// One address.
pub struct Route {
    /// Always GET in this version: nothing is written through HTTP.
    pub path: &'static str,
    /// What it asks for.
    pub right: Right,
    handler: fn() -> MethodRouter<App>,
}

/// The policy.
pub const ROUTES: [Route; 8] = [
    Route { path: "/api/companies", right: Right::ReadPlan, handler: || get(load::companies) },
    Route { path: "/api/load", right: Right::ReadPlan, handler: || get(load::load) },
    Route { path: "/api/load/week", right: Right::ReadPlan, handler: || get(load::week) },
    Route { path: "/api/bottlenecks", right: Right::ReadPlan, handler: || get(bottlenecks::list) },
    Route { path: "/api/people", right: Right::ReadPlan, handler: || get(day::people) },
    Route { path: "/api/day", right: Right::ReadPlan, handler: || get(day::day) },
    Route { path: "/api/why", right: Right::ReadPlan, handler: || get(day::why) },
    Route { path: "/calendar.ics", right: Right::ReadPlan, handler: || get(day::calendar) },
];

/// The routes of the table, and the interface for everything else.
pub fn router() -> Router<App> {
    ROUTES
        .iter()
        .fold(Router::new(), |router, route| router.route(route.path, (route.handler)()))
        .fallback(assets::serve)
}
