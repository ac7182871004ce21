//! Firms, people there, opportunities, and what stands in lists.

use super::NOBODY;
use super::cell::{About, Asked, Cell, Elsewhere};
use atelier_domain::language::{PromiseId, TenantId};
use axum::http::Method;
use serde_json::json;

pub fn question(cell: &Cell<'_>) -> Asked {
    let (about, method) = (cell.about, &cell.route.method);
    Ok(match cell.route.path {
        "/api/accounts" | "/api/contacts" if cell.is_post() => cell.whole(json!({ "name": "" })),
        "/api/opportunities" if cell.is_post() => cell.whole(json!({ "value_cents": -1 })),
        "/api/approvals" if cell.is_post() => cell.whole(json!({ "records": [], "verdict": "confirmed" })),
        "/api/accounts/bulk" => cell.whole(json!({ "records": [] })),
        "/api/accounts" | "/api/contacts" | "/api/opportunities" | "/api/give-back" | "/api/promises"
        | "/api/approvals" | "/api/views" | "/api/gate/file" | "/api/gate/document" | "/api/archives" => {
            cell.whole(json!({}))
        }
        // More people than there are: nobody is erased by the matrix.
        "/api/retention" => cell.whole(json!({ "count": 1_000_000 })),
        "/api/contacts/{id}/asking" => {
            // Nobody is asked by the matrix either.
            let is_own = matches!(about, About::Own | About::OtherTeam);
            cell.of_person(
                cell.at(&cell.id("contact")),
                json!({ "channel": if is_own { "zz" } else { "mail" } }),
            )
        }
        "/api/accounts/{id}" | "/api/accounts/{id}/timeline" | "/api/accounts/{id}/health" => {
            cell.of_person(cell.at(&cell.id("account")), json!({}))
        }
        // With itself: nothing is merged by the matrix.
        "/api/accounts/{id}/merges" => {
            cell.of_person(cell.at(&cell.id("account")), json!({ "gone": cell.id("account") }))
        }
        "/api/contacts/{id}/merges" => {
            cell.of_person(cell.at(&cell.id("contact")), json!({ "gone": cell.id("contact") }))
        }
        "/api/merges/{id}" => match about {
            // Nothing is merged: nothing is there to be undone.
            About::OtherCompany | About::Nothing => cell.plain(cell.at(NOBODY)),
            _ => None,
        },
        "/api/contacts/{id}" => cell.of_person(cell.at(&cell.id("contact")), json!({})),
        "/api/contacts/{id}/consents" | "/api/contacts/{id}/reach" | "/api/contacts/{id}/package" => {
            cell.of_person(cell.at(&cell.id("contact")), json!({ "choice": "zz", "source": "lettre" }))
        }
        "/api/contacts/{id}/erasure" => {
            // Nobody is erased by the matrix: those within reach are asked for with nonsense.
            let is_own = matches!(about, About::Own | About::OtherTeam);
            let body = json!({ "reason": if is_own { "zz" } else { "request" } });
            cell.of_person(cell.at(&cell.id("contact")), body)
        }
        "/api/contacts/{id}/archive" => {
            // Nor is anybody archived.
            let is_own = matches!(about, About::Own | About::OtherTeam);
            let body = json!({ "ground": if is_own { "zz" } else { "contract" } });
            cell.of_person(cell.at(&cell.id("contact")), body)
        }
        "/api/archives/{id}" | "/api/archives/{id}/package" => match about {
            // Nobody is archived: those of another company are told as nobody.
            About::OtherCompany | About::Nothing => cell.plain(cell.at(&cell.id("contact"))),
            _ => None,
        },
        "/api/opportunities/{id}" => cell.of_person(cell.at(&cell.id("case")), json!({})),
        "/api/opportunities/{id}/confirmation" => {
            let at = cell.at(&cell.id("case"));
            match (method == Method::DELETE, about) {
                // Nobody judged it: nothing is to be taken back within reach.
                (true, About::Own | About::OtherTeam) => None,
                (true, _) => cell.of_person(at, json!({})),
                (false, _) => cell.of_person(at, json!({ "verdict": "zz" })),
            }
        }
        "/api/promises/{id}/outcome" => {
            let id = PromiseId::of(TenantId::of(cell.company_code()), cell.person());
            cell.of_person(cell.at(&id.to_string()), json!({ "outcome": "zz" }))
        }
        "/api/gate" => cell.whole(json!({ "consulted_on": "9999-12-31", "proof": "" })),
        "/api/search" if about == About::Own => cell.plain("/api/search?q=canari".to_owned()),
        "/api/search" => None,
        "/api/views/{id}" => match about {
            // Nobody has one: what is kept is refused for what it says, what is forgotten is not there.
            About::OtherCompany | About::Nothing if *method == Method::DELETE => cell.plain(cell.at(NOBODY)),
            About::Own if *method == Method::PUT => {
                cell.ask(cell.at(NOBODY), json!({ "name": "", "page": "plan" }))
            }
            About::OtherCompany if *method == Method::PUT => {
                cell.ask(cell.at("nowhere"), json!({ "name": "", "page": "plan" }))
            }
            _ => None,
        },
        _ => return Err(Elsewhere),
    })
}
