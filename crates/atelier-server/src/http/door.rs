//! Coming in and going out.

use super::{App, Asked, Problem, Told};
use crate::rights::{self, Access, Opened, permit::OwnAccess};
use atelier_domain::controls::{Permission, Reach};
use atelier_domain::language::{Catalogue, Lang};
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A login and a password.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    login: String,
    password: String,
}

/// Signs in: a cookie, and who came in.
///
/// # Errors
/// `controls/wrong-sign-in`, `controls/too-many-attempts`.
pub async fn sign_in(State(app): State<App>, told: Told<SignIn>) -> Result<Response, Problem> {
    let SignIn { login, password } = told.body;
    let opened = rights::sign_in(&app, &login, &password, Timestamp::now()).await;
    opened.map(|opened| come_in(&app, &opened)).map_err(told.asked.problem())
}

fn come_in(app: &App, opened: &Opened) -> Response {
    let body = json!({ "name": opened.user.name, "login": opened.user.login });
    ([(header::SET_COOKIE, app.site.cookie(Some(&opened.secret)))], Json(body)).into_response()
}

/// Who I am, and how far I may go under each permission.
///
/// # Errors
/// None of its own.
pub async fn me(
    State(_): State<App>,
    access: Access<OwnAccess>,
    asked: Asked,
) -> Result<Json<Value>, Problem> {
    let who = &access.who;
    let reach = Permission::ALL.into_iter().map(|one| (one, who.reach(one)));
    let permissions: BTreeMap<&str, &str> = reach
        .filter(|(_, reach)| *reach != Reach::Nobody)
        .map(|(permission, reach)| (permission.code(), reach.code()))
        .collect();
    Ok(Json(json!({
        "login": who.user.login,
        "name": who.user.name,
        "roles": role_names(&who.user.roles, asked.lang()),
        "person": who.user.person,
        "unit": who.user.unit,
        "company": { "code": who.office.code, "name": who.office.name },
        "permissions": permissions,
    })))
}

/// Roles by code and name.
pub fn role_names(roles: &[atelier_domain::controls::Role], lang: Lang) -> Vec<Value> {
    let words = Catalogue::of(lang);
    let named = |code: &str| json!({ "code": code, "name": words.plain(&format!("controls-role-{code}")) });
    roles.iter().map(|role| named(role.code())).collect()
}

/// Signs out: the session ends and the cookie goes.
///
/// # Errors
/// None of its own.
pub async fn sign_out(
    State(app): State<App>,
    access: Access<OwnAccess>,
    asked: Asked,
) -> Result<Response, Problem> {
    rights::sign_out(&app, &access.who).await.map_err(asked.problem())?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, app.site.cookie(None))]).into_response())
}

/// The current password and the new one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passwords {
    current: String,
    new: String,
}

/// Changes one's password.
///
/// # Errors
/// `controls/not-allowed` with a key, `controls/wrong-sign-in`, those of a password that cannot be kept.
pub async fn password(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Told<Passwords>,
) -> Result<StatusCode, Problem> {
    let problem = told.asked.problem();
    let Passwords { current, new } = told.body;
    rights::change_password(&app, &access.who, &current, &new, Timestamp::now()).await.map_err(problem)?;
    Ok(StatusCode::NO_CONTENT)
}

/// The secret of an invitation; it travels in a body, never in an address that logs keep.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    secret: String,
}

/// Whom an invitation is for.
///
/// # Errors
/// `controls/invitation-ended`.
pub async fn invitation(State(app): State<App>, told: Told<Invitation>) -> Result<Json<Value>, Problem> {
    let shown = rights::invited(&app, &told.body.secret, Timestamp::now()).await;
    let problem = told.asked.problem();
    let shown = shown.map_err(&problem)?;
    let office = app.office_of(shown.tenant).await.map_err(&problem)?;
    let company = office.map_or(shown.company, |office| office.name);
    Ok(Json(json!({ "login": shown.user.login, "name": shown.user.name, "company": company })))
}

/// An invitation and the password chosen.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    secret: String,
    password: String,
}

/// Takes an invitation: the password is kept, and its owner comes in.
///
/// # Errors
/// `controls/invitation-ended`, those of a password that cannot be kept.
pub async fn accept(State(app): State<App>, told: Told<Accepted>) -> Result<Response, Problem> {
    let Accepted { secret, password } = told.body;
    let opened = rights::accept(&app, &secret, &password, Timestamp::now()).await;
    opened.map(|opened| come_in(&app, &opened)).map_err(told.asked.problem())
}
