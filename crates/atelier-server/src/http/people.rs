//! Users, units, and the access journal.

use super::door::role_names;
use super::{App, Asked, Problem, Told};
use crate::fault::Fault;
use crate::rights::{
    self, Access, Change, Draft, Permit, UnitAsked,
    permit::{ReadAccesses, ReadUsers, WriteUsers},
};
use crate::workbench::Act;
use atelier_domain::controls::{User, UserId};
use atelier_domain::language::{Lang, Refusal};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

/// Lines of a page of the access journal.
const PAGE: i64 = 100;

fn told_of(user: &User, lang: Lang) -> Value {
    json!({
        "id": user.id,
        "login": user.login,
        "name": user.name,
        "roles": role_names(&user.roles, lang),
        "unit": user.unit,
        "person": user.person,
        "firm": user.firm,
        "despite": user.despite,
        "standing": user.standing,
    })
}

fn act<P: Permit>(access: &Access<P>) -> Act<'_> {
    Act { actor: &access.who.user.login, now: Timestamp::now(), source: "api" }
}

fn user_id(asked: &Asked) -> Result<UserId, Fault> {
    Ok(asked
        .id
        .parse()
        .map_err(|_| Refusal::new("controls/unknown-user").with("given", asked.id.as_str()))?)
}

/// The users of the company.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadUsers>,
    asked: Asked,
) -> Result<Json<Value>, Problem> {
    let users = rights::list(&app, &access.who.office).await.map_err(asked.problem())?;
    let lang = asked.lang();
    Ok(Json(json!({ "users": users.iter().map(|user| told_of(user, lang)).collect::<Vec<_>>() })))
}

/// Adds a user; the answer holds the invitation, shown once.
///
/// # Errors
/// Every fault of the draft.
pub async fn add(
    State(app): State<App>,
    access: Access<WriteUsers>,
    told: Told<Draft>,
) -> Result<(StatusCode, Json<Value>), Problem> {
    let added = rights::add(&app, &access.who.office, told.body, &act(&access)).await;
    let (user, secret) = added.map_err(told.asked.problem())?;
    let mut body = told_of(&user, told.asked.lang());
    body["invitation"] = json!(secret.reveal());
    Ok((StatusCode::CREATED, Json(body)))
}

/// Changes a user, or disables one.
///
/// # Errors
/// `controls/unknown-user`, `controls/last-administrator`, every fault of what the user becomes.
pub async fn change(
    State(app): State<App>,
    access: Access<WriteUsers>,
    told: Told<Change>,
) -> Result<Json<Value>, Problem> {
    let problem = told.asked.problem();
    let id = user_id(&told.asked).map_err(&problem)?;
    let changed = rights::change(&app, &access.who.office, id, told.body, &act(&access)).await;
    Ok(Json(told_of(&changed.map_err(problem)?, told.asked.lang())))
}

/// Nothing is asked but that it be done.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A new invitation.
///
/// # Errors
/// `controls/unknown-user`.
pub async fn invite(
    State(app): State<App>,
    access: Access<WriteUsers>,
    told: Told<Nothing>,
) -> Result<(StatusCode, Json<Value>), Problem> {
    let problem = told.asked.problem();
    let id = user_id(&told.asked).map_err(&problem)?;
    let secret = rights::invite(&app, &access.who.office, id, &act(&access)).await.map_err(problem)?;
    Ok((StatusCode::CREATED, Json(json!({ "invitation": secret.reveal() }))))
}

/// The units, and those that nobody runs.
///
/// # Errors
/// An incident.
pub async fn units(
    State(app): State<App>,
    access: Access<ReadUsers>,
    asked: Asked,
) -> Result<Json<Value>, Problem> {
    let (units, vacant) = rights::units(&app, &access.who.office).await.map_err(asked.problem())?;
    let vacant: Vec<Value> = vacant.iter().map(|one| json!({ "unit": one.unit, "told": one.told })).collect();
    Ok(Json(json!({ "units": units, "vacancies": vacant })))
}

/// Keeps a unit.
///
/// # Errors
/// Every fault of it.
pub async fn keep_unit(
    State(app): State<App>,
    access: Access<WriteUsers>,
    told: Told<UnitAsked>,
) -> Result<Json<Value>, Problem> {
    let unit = rights::keep_unit(&app, &access.who.office, told.body, &act(&access)).await;
    Ok(Json(json!(unit.map_err(told.asked.problem())?)))
}

/// Who was refused what, and what the privileged read; newest first, a page at a time.
///
/// # Errors
/// An incident.
pub async fn accesses(
    State(app): State<App>,
    access: Access<ReadAccesses>,
    asked: Asked,
) -> Result<Json<Value>, Problem> {
    let noted = app.store.noted(access.who.office.tenant, asked.before.as_deref(), PAGE).await;
    let noted = noted.map_err(|error| asked.problem()(error.into()))?;
    let next = noted.last().filter(|_| noted.len() as i64 == PAGE).map(|line| line.id.clone());
    let lines: Vec<Value> = noted
        .iter()
        .map(|line| {
            json!({
                "id": line.id, "at": line.at, "user": line.user, "permission": line.permission,
                "space": line.space, "object": line.object, "outcome": line.outcome,
            })
        })
        .collect();
    Ok(Json(json!({ "accesses": lines, "next": next })))
}
