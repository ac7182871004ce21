//! Processes, the workshop, imports, plans, and what a director compares and follows.

use super::NOBODY;
use super::cell::{About, Asked, Cell, Elsewhere, other_of};
use axum::http::Method;
use serde_json::json;

pub fn question(cell: &Cell<'_>) -> Asked {
    let about = cell.about;
    Ok(match cell.route.path {
        "/api/scenarios" if cell.is_post() => {
            let process = cell.house.process.as_str();
            cell.whole(json!({ "process": process, "name": "", "reason": "", "levers": [] }))
        }
        "/api/scenarios" | "/api/promise" | "/api/funnel" | "/api/wip" | "/api/indicators"
        | "/api/cascade" => cell.whole(json!({})),
        "/api/verifications" => cell.whole(json!({ "text": "" })),
        "/api/plans" if cell.is_post() => cell.whole(json!({ "deals": 0 })),
        "/api/processes" | "/api/workshop" | "/api/objectives" | "/api/roles" | "/api/plans"
        | "/api/imports" | "/api/imports/jobs" | "/api/facts" | "/api/checkpoint" => {
            cell.whole(json!({ "text": "" }))
        }
        "/api/processes/check" => {
            cell.whole(json!({ "text": atelier_server::sample::metrios().processes[0] }))
        }
        "/api/plans/{id}/compare/{other}" => match about {
            About::Own => cell.plain("/api/plans/1/compare/1".to_owned()),
            About::Nothing => cell.plain("/api/plans/1/compare/99".to_owned()),
            _ => None,
        },
        "/api/processes/{id}/objectives/{other}" => match about {
            About::Own => cell.plain(cell.at(&cell.house.process).replace("{other}", "margin-2027-q1")),
            About::Nothing => cell.plain(cell.at(&cell.house.process).replace("{other}", "nothing")),
            _ => None,
        },
        "/api/scenarios/compare" => {
            let lever = json!({ "lever": "volume", "times": 2 });
            cell.whole(json!({ "columns": [{ "name": "double", "levers": [lever] }] }))
        }
        "/api/scenarios/{id}" if about == About::Nothing => cell.plain(cell.at("K99")),
        "/api/scenarios/{id}" => None,
        "/api/indicators/{id}/facts" => match about {
            About::Own => cell.plain(cell.at("deals")),
            About::Nothing => cell.plain(cell.at("nothing")),
            _ => None,
        },
        "/api/processes/{id}" | "/api/plans/{id}" | "/api/exports/{id}" => named(cell),
        "/api/processes/{id}/waivers" => waiver(cell),
        "/api/imports/{id}" => match about {
            About::OtherCompany => cell.plain(cell.at(&cell.house.markets[cell.other()].import)),
            About::Nothing => cell.plain(cell.at(NOBODY)),
            _ => None,
        },
        "/api/facts/{id}/proof" => match about {
            About::Own | About::OtherCompany => {
                cell.plain(cell.at(&cell.house.markets[cell.company()].id("account", "camille")))
            }
            About::Nothing => cell.plain(cell.at(NOBODY)),
            About::OtherTeam => None,
        },
        "/api/load" | "/api/load/week" | "/api/bottlenecks" => match about {
            About::Own => cell.plain(cell.good[cell.own()].address(cell.route.path, cell.who.company)),
            About::OtherCompany => {
                cell.plain(cell.good[cell.own()].address(cell.route.path, other_of(cell.who)))
            }
            _ => None,
        },
        _ => return Err(Elsewhere),
    })
}

/// A waiver of what nothing warns of.
fn waiver(cell: &Cell<'_>) -> Option<super::cell::Question> {
    let code = match cell.about {
        About::Own => cell.house.process.as_str(),
        About::Nothing => "99",
        _ => return None,
    };
    let query = if cell.route.method == Method::DELETE { "?rule=zz" } else { "" };
    cell.ask(format!("{}{query}", cell.at(code)), json!({ "rule": "zz", "reason": "x" }))
}

/// What every company names for itself.
fn named(cell: &Cell<'_>) -> Option<super::cell::Question> {
    let name = match (cell.route.path, cell.about) {
        ("/api/processes/{id}", About::Own) => cell.house.process.as_str(),
        ("/api/plans/{id}", About::Own) => "1",
        ("/api/exports/{id}", About::Own) => "accounts.csv",
        (_, About::Nothing) if !cell.is_post() => "99",
        _ => return None,
    };
    cell.ask(cell.at(name), json!({ "text": "" }))
}
