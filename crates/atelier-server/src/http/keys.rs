//! One's own access keys.

use super::{Answer, App, Asked, Done, Made, NoBody, Problem, Told, done};
use crate::rights::{self, Access, TokenAsked, permit::OwnAccess};
use atelier_store::{Pass, PassKind};
use axum::extract::State;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A key, without its text.
#[derive(Serialize, ToSchema)]
#[schema(as = Token)]
pub struct KeyTold {
    id: String,
    name: String,
    scopes: Vec<String>,
    made: String,
    seen: String,
    ends: String,
    /// Its text, shown once.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

impl From<&Pass> for KeyTold {
    fn from(pass: &Pass) -> Self {
        Self {
            id: pass.id.clone(),
            name: pass.name.clone(),
            scopes: pass.scopes.split_whitespace().map(str::to_owned).collect(),
            made: pass.made.to_string(),
            seen: pass.seen.to_string(),
            ends: pass.ends.to_string(),
            token: None,
        }
    }
}

/// Keys.
#[derive(Serialize, ToSchema)]
pub struct Keys {
    tokens: Vec<KeyTold>,
}

/// My keys, without their texts.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<OwnAccess>,
    asked: Asked,
) -> Result<Answer<Keys>, Problem> {
    let who = &access.who;
    let passes = app.store.passes(who.office.tenant, who.user.id, PassKind::Token).await;
    let passes = passes.map_err(|error| asked.problem()(error.into()))?;
    Ok(Answer::of(Keys { tokens: passes.iter().map(KeyTold::from).collect() }))
}

/// Makes a key; its text is in this answer and never again.
///
/// # Errors
/// `controls/not-allowed` with another key; every fault of what is asked.
pub async fn make(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Told<TokenAsked>,
) -> Result<Made<KeyTold>, Problem> {
    let made = rights::make_token(&app, &access.who, told.body, Timestamp::now()).await;
    let (text, pass) = made.map_err(told.asked.problem())?;
    Ok(Answer::of(KeyTold { token: Some(text), ..KeyTold::from(&pass) }))
}

/// Withdraws a key.
///
/// # Errors
/// `controls/unknown-pass`.
pub async fn withdraw(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Told<NoBody>,
) -> Result<Done, Problem> {
    rights::withdraw_token(&app, &access.who, &told.asked.id).await.map_err(told.asked.problem())?;
    Ok(done())
}
