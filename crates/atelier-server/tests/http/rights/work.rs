//! Days, action orders, the board, conversations and their files.

use super::cell::{About, Asked, Cell, Elsewhere, other_of};
use axum::http::Method;
use serde_json::json;

pub fn question(cell: &Cell<'_>) -> Asked {
    let about = cell.about;
    Ok(match cell.route.path {
        "/api/board" | "/api/overload" => cell.whole(json!({})),
        "/api/board/events" if about == About::Own => cell.plain(format!("{}?once=true", cell.route.path)),
        "/api/board/events" => None,
        "/api/board/moves" | "/api/board/moves/preview" => {
            // Nothing is moved by the matrix: that day is over.
            let body = json!({ "order": cell.order(), "start": "2020-01-06T09:00:00" });
            cell.of_person(cell.route.path.to_owned(), body)
        }
        "/api/replan" | "/api/replan/preview" => {
            let body = json!({ "event": "overrun", "order": cell.order(), "minutes": 0 });
            cell.of_person(cell.route.path.to_owned(), body)
        }
        "/api/orders" | "/api/orders/operations" | "/api/flow" if about == About::OtherCompany => None,
        "/api/orders" | "/api/orders/operations" | "/api/flow" => {
            cell.of_person(format!("{}?person={}", cell.route.path, cell.person()), json!({}))
        }
        // What it names is asked about among what bodies name: here, nothing is noted.
        "/api/conversations" => cell.whole(json!({ "channel": "zz", "result": "zz" })),
        "/api/conversations/{id}" | "/api/files/{id}"
            if cell.route.method == Method::DELETE && matches!(about, About::Own | About::OtherTeam) =>
        {
            // Nothing is undone or taken away by the matrix.
            None
        }
        "/api/conversations/{id}" | "/api/conversations/{id}/letter" => {
            cell.of_person(cell.at(&cell.id_or_none("conversation")), json!({}))
        }
        "/api/files/{id}" => cell.of_person(cell.at(&cell.id_or_none("file")), json!({})),
        "/api/people" => match about {
            About::Own => cell.plain(cell.good[cell.own()].address(cell.route.path, cell.who.company)),
            About::OtherCompany => {
                cell.plain(cell.good[cell.own()].address(cell.route.path, other_of(cell.who)))
            }
            _ => None,
        },
        "/api/day" | "/api/why" | "/calendar.ics" => {
            let good = &cell.good[cell.company()];
            let object = if about == About::Nothing { good.none() } else { good.of(cell.person()) };
            let mut asked = cell.plain(object.address(cell.route.path, cell.company_code()));
            if let Some(asked) = &mut asked {
                asked.person = Some(object.person);
            }
            asked
        }
        // As for an order put off: nothing is to be taken back within reach.
        "/api/suggestions/{id}/deferral" => {
            let at = cell.at(&cell.id_or_none("conversation"));
            match (cell.route.method == Method::DELETE, about) {
                (true, About::Own | About::OtherTeam) => None,
                (true, _) => cell.of_person(at, json!({})),
                (false, _) => cell.of_person(at, json!({ "kind": "zz" })),
            }
        }
        path if path.starts_with("/api/orders/{id}") => return order(cell),
        _ => return Err(Elsewhere),
    })
}

/// The addresses of one action order.
fn order(cell: &Cell<'_>) -> Asked {
    let at = cell.at(&cell.order());
    let of_person = |address: String, body| cell.of_person(address, body);
    Ok(match cell.route.path {
        "/api/orders/{id}"
        | "/api/orders/{id}/seats"
        | "/api/orders/{id}/cascade"
        | "/api/orders/{id}/sheet" => of_person(at, json!({})),
        "/api/orders/{id}/slots" => of_person(format!("{at}?count=1"), json!({})),
        "/api/orders/{id}/declarations" => of_person(at, json!({ "state": "zz" })),
        "/api/orders/{id}/conversation" => of_person(at, json!({ "result": "zz" })),
        "/api/orders/{id}/files" => {
            let named = if cell.is_post() { "?name=a.html" } else { "" };
            of_person(format!("{at}{named}"), json!({}))
        }
        // What stands put off belongs to another test: here, nothing is to be taken back within reach.
        "/api/orders/{id}/deferral" if cell.route.method == Method::DELETE => match cell.about {
            About::OtherCompany | About::Nothing => of_person(at, json!({})),
            _ => None,
        },
        "/api/orders/{id}/deferral" => of_person(at, json!({ "kind": "zz" })),
        _ => return Err(Elsewhere),
    })
}
