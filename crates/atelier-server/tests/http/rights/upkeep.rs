//! Users, units, sessions, keys, jobs, subscriptions.

use super::NOBODY;
use super::cell::{About, Asked, Cell, Elsewhere};
use atelier_domain::controls::Role;
use axum::http::Method;
use serde_json::json;

pub fn question(cell: &Cell<'_>) -> Asked {
    let about = cell.about;
    Ok(match cell.route.path {
        // Refused for what it says, by who may; never written.
        "/api/users" => cell.whole(json!({ "login": "", "name": "", "roles": [] })),
        "/api/units" => cell.whole(json!({ "code": "" })),
        "/api/tokens" => cell.whole(json!({ "name": "", "days": 0 })),
        "/api/webhooks" => cell.whole(json!({ "url": "http://127.0.0.1/" })),
        "/metrics" => cell.whole(json!({ "text": "" })),
        "/api/companies" | "/api/accesses" | "/api/feed" | "/api/jobs" | "/api/sessions" => {
            cell.whole(json!({}))
        }
        "/api/jobs/{id}" | "/api/jobs/{id}/progress" => match about {
            About::Own | About::OtherCompany => {
                cell.plain(cell.at(&crate::jobs::ended_id(cell.company_code())))
            }
            About::Nothing => cell.plain(cell.at(NOBODY)),
            About::OtherTeam => None,
        },
        "/api/users/{id}" | "/api/users/{id}/invitation" => match about {
            About::Own | About::OtherCompany => cell.plain(cell.at(&coach(cell).id)),
            About::Nothing => cell.plain(cell.at(NOBODY)),
            About::OtherTeam => None,
        },
        "/api/users/{id}/sessions" | "/api/users/{id}/second-factor" | "/api/users/{id}/identity" => {
            match about {
                About::OtherTeam => None,
                About::Nothing => cell.plain(cell.at(NOBODY)),
                _ => cell.plain(cell.at(&cell.house.spare(cell.company_code()))),
            }
        }
        // What a colleague has, then somebody of the other company: the coach, who asks for neither.
        "/api/tokens/{id}" | "/api/sessions/{id}" => match about {
            About::Nothing => cell.plain(cell.at(NOBODY)),
            About::OtherTeam | About::OtherCompany if cell.who.role != Role::Coach => {
                let coach = coach(cell);
                let is_key = cell.route.path.starts_with("/api/tokens");
                cell.plain(cell.at(if is_key { &coach.key } else { &coach.session }))
            }
            _ => None,
        },
        "/api/webhooks/{id}" | "/api/webhooks/{id}/rotation" | "/api/webhooks/{id}/test" => match about {
            About::OtherCompany => cell.plain(cell.at(&cell.house.markets[cell.other()].hook)),
            About::Nothing => cell.plain(cell.at(NOBODY)),
            _ => None,
        },
        path if path.starts_with("/api/session") => return session(cell),
        _ => return Err(Elsewhere),
    })
}

/// One's own session, its password and its second factor.
fn session(cell: &Cell<'_>) -> Asked {
    Ok(match cell.route.path {
        // Signing out would end the session of the matrix; it has a test of its own.
        "/api/session" | "/api/session/password" if cell.route.method == Method::DELETE => None,
        "/api/session" | "/api/session/password" => cell.whole(json!({ "current": "wrong", "new": "" })),
        "/api/session/second-factor" => cell.whole(json!({ "current": "wrong" })),
        "/api/session/second-factor/confirm" => cell.whole(json!({ "code": "1" })),
        "/api/session/second-factor/give-up" => cell.whole(json!({ "current": "wrong", "code": "1" })),
        _ => return Err(Elsewhere),
    })
}

/// The coach of the company that the object is of.
fn coach<'a>(cell: &Cell<'a>) -> &'a super::Caller {
    cell.house.caller(cell.company_code(), Role::Coach)
}
