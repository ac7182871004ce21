//! Every address served, with the permission it asks for. An address outside this table is not routed,
//! and a handler that takes no [`Access`] cannot be put in it, but for the few that open the door.

use super::{App, Problem, assets, bottlenecks, day, door, keys, load, people};
use crate::rights::{Access, Permit};
use atelier_domain::controls::Permission;
use axum::Router;
use axum::extract::State;
use axum::handler::Handler;
use axum::http::{Method, StatusCode, Uri};
use axum::routing::{MethodFilter, MethodRouter, on};

/// One address and method.
pub struct Route {
    /// Method.
    pub method: Method,
    /// Path; `{id}` stands for an object.
    pub path: &'static str,
    /// What it asks for; nothing for what serves to come in.
    pub permission: Option<Permission>,
    serving: MethodRouter<App>,
}

/// The policy's other half: which address asks for which permission.
pub fn routes() -> Vec<Route> {
    vec![
        open(Method::POST, "/api/session", door::sign_in),
        guarded(Method::GET, "/api/session", door::me),
        guarded(Method::DELETE, "/api/session", door::sign_out),
        guarded(Method::POST, "/api/session/password", door::password),
        open(Method::POST, "/api/invitation", door::invitation),
        open(Method::POST, "/api/invitation/accept", door::accept),
        guarded(Method::GET, "/api/tokens", keys::list),
        guarded(Method::POST, "/api/tokens", keys::make),
        guarded(Method::DELETE, "/api/tokens/{id}", keys::withdraw),
        guarded(Method::GET, "/api/users", people::list),
        guarded(Method::POST, "/api/users", people::add),
        guarded(Method::PATCH, "/api/users/{id}", people::change),
        guarded(Method::POST, "/api/users/{id}/invitation", people::invite),
        guarded(Method::GET, "/api/units", people::units),
        guarded(Method::PUT, "/api/units", people::keep_unit),
        guarded(Method::GET, "/api/accesses", people::accesses),
        guarded(Method::GET, "/api/companies", load::companies),
        guarded(Method::GET, "/api/load", load::load),
        guarded(Method::GET, "/api/load/week", load::week),
        guarded(Method::GET, "/api/bottlenecks", bottlenecks::list),
        guarded(Method::GET, "/api/people", day::people),
        guarded(Method::GET, "/api/day", day::day),
        guarded(Method::GET, "/api/why", day::why),
        guarded(Method::GET, "/calendar.ics", day::calendar),
    ]
}

/// The permission is read from the handler's own type: the table cannot say another one.
fn guarded<P, H, M, T>(method: Method, path: &'static str, handler: H) -> Route
where
    P: Permit,
    T: 'static,
    M: 'static,
    H: Handler<(M, State<App>, Access<P>, T), App>,
{
    Route { serving: on(filter(&method), handler), method, path, permission: Some(P::PERMISSION) }
}

fn open<H, M, T>(method: Method, path: &'static str, handler: H) -> Route
where
    T: 'static,
    M: 'static,
    H: Handler<(M, State<App>, T), App>,
{
    Route { serving: on(filter(&method), handler), method, path, permission: None }
}

fn filter(method: &Method) -> MethodFilter {
    match *method {
        Method::POST => MethodFilter::POST,
        Method::PUT => MethodFilter::PUT,
        Method::PATCH => MethodFilter::PATCH,
        Method::DELETE => MethodFilter::DELETE,
        _ => MethodFilter::GET,
    }
}

/// The routes of the table, and the interface for everything else.
pub fn router() -> Router<App> {
    routes()
        .into_iter()
        .fold(Router::new(), |router, route| router.route(route.path, route.serving))
        .method_not_allowed_fallback(wrong_method)
        .fallback(assets::serve)
}

async fn wrong_method(uri: Uri) -> Problem {
    Problem::bare(StatusCode::METHOD_NOT_ALLOWED, "app/wrong-method", &uri)
}
