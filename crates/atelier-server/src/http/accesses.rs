//! The access journal, as those who may read it see it.

use super::{Answer, App, Asked, Problem};
use crate::rights::{self, Access, permit::ReadAccesses};
use atelier_domain::language::Catalogue;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};

/// Lines of a page.
const PAGE: i64 = 100;

/// Where a list goes on.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Before {
    /// The `next` of the page before.
    pub before: Option<String>,
}

/// A line of the access journal.
#[derive(Serialize, ToSchema)]
#[schema(as = Access)]
pub struct AccessTold {
    id: String,
    at: String,
    /// Identity of who asked.
    user: String,
    /// What they sign in with; the identity when they are no longer known.
    login: String,
    /// Code of the permission asked.
    permission: String,
    /// What it lets one do, in the reader's language.
    right: String,
    space: String,
    object: String,
    outcome: String,
}

/// A page of the access journal.
#[derive(Serialize, ToSchema)]
pub struct Accesses {
    accesses: Vec<AccessTold>,
    next: Option<String>,
}

/// Who was refused what, and what the privileged read; newest first, a page at a time.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadAccesses>,
    asked: Asked<Before>,
) -> Result<Answer<Accesses>, Problem> {
    let noted = app.store.noted(access.who.office.tenant, asked.of.before.as_deref(), PAGE).await;
    let noted = noted.map_err(|error| asked.problem()(error.into()))?;
    let users = rights::list(&app, &access.who.office).await.map_err(asked.problem())?;
    let logins: HashMap<String, String> =
        users.into_iter().map(|user| (user.id.to_string(), user.login)).collect();
    let words = Catalogue::of(asked.lang());
    let next = noted.last().filter(|_| noted.len() as i64 == PAGE).map(|line| line.id.clone());
    let line = |line: atelier_store::Noted| AccessTold {
        id: line.id,
        at: line.at.to_string(),
        login: logins.get(&line.user).unwrap_or(&line.user).clone(),
        user: line.user,
        right: rights::right_told(&line.permission, words),
        permission: line.permission,
        space: line.space,
        object: line.object,
        outcome: line.outcome,
    };
    Ok(Answer::of(Accesses { accesses: noted.into_iter().map(line).collect(), next }))
}
