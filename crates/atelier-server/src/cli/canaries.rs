//! `atelier demo --canaries`: what a tester of rights needs to drive a server, as one document.

use super::session::Session;
use crate::fault::Fault;
use crate::sample::canaries::{COMPANIES, FIRMS, Object, SELLERS, Seat, TEAMS, World, canary, make, team};
use crate::workbench::Workbench;
use serde_json::{Map, Value, json};

/// Makes both companies and tells everything about them: passwords and keys, identities, canaries.
pub async fn run(session: &Session, bench: &Workbench, password: &str) -> Result<Value, Fault> {
    let mut told = Vec::new();
    for company in COMPANIES {
        told.push(told_of(&make(bench, company, password, session.now).await?, password));
    }
    let data = session.common.data.join("demo").display().to_string();
    let data = session.common.database.is_none().then_some(data);
    Ok(json!({ "data": data, "companies": told }))
}

fn told_of(world: &World, password: &str) -> Value {
    let code = &world.office.code;
    let all = |names: &[&str]| -> Map<String, Value> {
        names.iter().map(|name| ((*name).to_owned(), canary(code, name).into())).collect()
    };
    let mut objects: Vec<Value> = world.objects.iter().map(|object| object_told(code, object)).collect();
    objects.push(
        json!({ "kind": "import", "id": world.import, "address": format!("/api/imports/{}", world.import),
        "canary": canary(code, "company") }),
    );
    objects.extend(world.seats.iter().map(|seat| {
        json!({ "kind": "user", "id": seat.user.id.to_string(), "address": format!("/api/users/{}", seat.user.id),
            "canary": canary(code, seat.whose()) })
    }));
    json!({
        "code": code,
        "name": world.office.name,
        "canaries": { "company": canary(code, "company"), "teams": all(&TEAMS), "people": all(&SELLERS.map(|[person, ..]| person)), "firms": all(&FIRMS) },
        "users": world.seats.iter().map(|seat| seat_told(code, seat, password)).collect::<Vec<_>>(),
        "objects": objects,
    })
}

fn seat_told(company: &str, seat: &Seat, password: &str) -> Value {
    json!({
        "id": seat.user.id.to_string(),
        "login": seat.user.login,
        "password": password,
        "key": seat.key,
        "key_id": seat.key_id,
        "role": seat.role.code(),
        "company": company,
        "team": seat.user.unit,
        "person": seat.user.person,
        "firm": seat.user.firm,
        "canary": canary(company, seat.whose()),
    })
}

fn object_told(company: &str, object: &Object) -> Value {
    let of = SELLERS.iter().find(|[person, ..]| *person == object.person);
    json!({
        "kind": object.kind,
        "id": object.id,
        "address": object.address(),
        "person": object.person,
        "team": of.map(|[_, _, name]| team(company, name)),
        "canary": canary(company, object.person),
    })
}
