//! One's own access keys.

use super::{App, Asked, Problem, Told};
use crate::rights::{self, Access, TokenAsked, permit::OwnAccess};
use atelier_store::{Pass, PassKind};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::Timestamp;
use serde_json::{Value, json};

fn told_of(pass: &Pass) -> Value {
    json!({
        "id": pass.id,
        "name": pass.name,
        "scopes": pass.scopes.split_whitespace().collect::<Vec<_>>(),
        "made": pass.made,
        "seen": pass.seen,
        "ends": pass.ends,
    })
}

/// My keys, without their texts.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<OwnAccess>,
    asked: Asked,
) -> Result<Json<Value>, Problem> {
    let who = &access.who;
    let passes = app.store.passes(who.office.tenant, who.user.id, PassKind::Token).await;
    let passes = passes.map_err(|error| asked.problem()(error.into()))?;
    Ok(Json(json!({ "tokens": passes.iter().map(told_of).collect::<Vec<_>>() })))
}

/// Makes a key; its text is in this answer and never again.
///
/// # Errors
/// `controls/not-allowed` with another key; every fault of what is asked.
pub async fn make(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Told<TokenAsked>,
) -> Result<(StatusCode, Json<Value>), Problem> {
    let made = rights::make_token(&app, &access.who, told.body, Timestamp::now()).await;
    let (text, pass) = made.map_err(told.asked.problem())?;
    let mut body = told_of(&pass);
    body["token"] = json!(text);
    Ok((StatusCode::CREATED, Json(body)))
}

/// Withdraws a key.
///
/// # Errors
/// `controls/unknown-pass`.
pub async fn withdraw(
    State(app): State<App>,
    access: Access<OwnAccess>,
    asked: Asked,
) -> Result<StatusCode, Problem> {
    rights::withdraw_token(&app, &access.who, &asked.id).await.map_err(asked.problem())?;
    Ok(StatusCode::NO_CONTENT)
}
