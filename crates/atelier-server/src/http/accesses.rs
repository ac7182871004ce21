//! The access journal, as those who may read it see it.

use super::{Answer, App, Asked, Problem};
use crate::persons;
use crate::rights::{self, Access, permit::ReadAccesses};
use atelier_domain::controls::{Permission, Reach};
use atelier_domain::language::Catalogue;
use atelier_store::NotedBy;
use axum::extract::State;
use serde::{Deserialize, Serialize};
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
    /// Their name, for whoever may read the users.
    name: Option<String>,
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
#[schema(as = Accesses)]
pub struct JournalPage {
    accesses: Vec<AccessTold>,
    next: Option<String>,
    /// Whether only one's own lines are there, because the works council was not consulted yet.
    withheld: bool,
}

/// Who was refused what, and what the privileged read; newest first, a page at a time. Who does not guard the
/// journal reads their own lines only, until the works council was consulted.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadAccesses>,
    asked: Asked<Before>,
) -> Result<Answer<JournalPage>, Problem> {
    let (office, user) = (&access.who.office, &access.who.user);
    let withheld = !persons::shows_others(&app, office, user).await.map_err(asked.problem())?;
    let of = withheld.then_some(user.id);
    let noted = app.store.noted(office.tenant, of, asked.of.before.as_deref(), PAGE).await;
    let noted = noted.map_err(|error| asked.problem()(error.into()))?;
    let names = access.who.reach(Permission::ReadUsers) != Reach::Nobody;
    let words = Catalogue::of(asked.lang());
    let next = noted.last().filter(|_| noted.len() as i64 == PAGE).map(|line| line.noted.id.clone());
    let line = |NotedBy { noted: line, login, name }| AccessTold {
        id: line.id,
        at: line.at.to_string(),
        login,
        name: name.filter(|_| names),
        user: line.user,
        right: rights::right_told(&line.permission, words),
        permission: line.permission,
        space: line.space,
        object: line.object,
        outcome: line.outcome,
    };
    Ok(Answer::of(JournalPage { accesses: noted.into_iter().map(line).collect(), next, withheld }))
}
