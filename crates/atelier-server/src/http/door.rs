//! Coming in and going out.

use super::{Answer, App, Asked, Done, NoBody, Problem, Told, done};
use crate::rights::{self, Access, Entered, Opened, permit::OwnAccess};
use atelier_domain::controls::{Permission, Reach};
use atelier_domain::language::{Catalogue, Lang};
use axum::extract::State;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A login and a password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    login: String,
    password: String,
}

/// Signs in: a cookie, and who came in.
///
/// # Errors
/// `controls/wrong-sign-in`, `controls/too-many-attempts`.
pub async fn sign_in(State(app): State<App>, told: Told<SignIn>) -> Result<Answer<CameIn>, Problem> {
    let SignIn { login, password } = told.body;
    let opened = rights::sign_in(&app, &login, &password, &told.asked.coming()).await;
    opened.map(|entered| entered_by(&app, &entered)).map_err(told.asked.problem())
}

/// A session comes as a cookie. Half of one is a secret of the body: nothing is kept of it anywhere.
pub(super) fn entered_by(app: &App, entered: &Entered) -> Answer<CameIn> {
    match entered {
        Entered::Whole(opened) => come_in(app, opened),
        Entered::Half(secret) => {
            Answer::of(CameIn { name: None, login: None, second: Some(secret.reveal().to_owned()) })
        }
    }
}

/// Who came in, or what to give with the code of the second factor.
#[derive(Serialize, ToSchema)]
pub struct CameIn {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    login: Option<String>,
    /// Nobody is in yet: within five minutes the code is to be sent with this secret.
    #[serde(skip_serializing_if = "Option::is_none")]
    second: Option<String>,
}

pub(super) fn come_in(app: &App, opened: &Opened) -> Answer<CameIn> {
    let (name, login) = (opened.user.name.clone(), opened.user.login.clone());
    let body = CameIn { name: Some(name), login: Some(login), second: None };
    Answer::of(body).with_cookie(app.site.cookie(Some(&opened.secret)))
}

/// Something with a code and a name.
#[derive(Clone, Serialize, ToSchema)]
pub struct Named {
    /// Code.
    pub code: String,
    /// Name in the reader's language.
    pub name: String,
}

/// Who I am.
#[derive(Serialize, ToSchema)]
pub struct Me {
    login: String,
    name: String,
    roles: Vec<Named>,
    person: Option<String>,
    unit: Option<String>,
    company: Named,
    /// Whether a code is asked after the password.
    second_factor: bool,
    /// How far under each permission: `own`, `team` or `all`.
    permissions: BTreeMap<&'static str, &'static str>,
}

/// Who I am, and how far I may go under each permission.
///
/// # Errors
/// None of its own.
pub async fn me(
    State(app): State<App>,
    access: Access<OwnAccess>,
    asked: Asked,
) -> Result<Answer<Me>, Problem> {
    let who = &access.who;
    let reach = Permission::ALL.into_iter().map(|one| (one, who.reach(one)));
    let second_factor = rights::has_second(&app, who.office.tenant, who.user.id).await;
    let second_factor = second_factor.map_err(asked.problem())?;
    let permissions = reach
        .filter(|(_, reach)| *reach != Reach::Nobody)
        .map(|(permission, reach)| (permission.code(), reach.code()))
        .collect();
    Ok(Answer::of(Me {
        login: who.user.login.clone(),
        name: who.user.name.clone(),
        roles: role_names(&who.user.roles, asked.lang()),
        person: who.user.person.clone(),
        unit: who.user.unit.clone(),
        company: Named { code: who.office.code.clone(), name: who.office.name.clone() },
        second_factor,
        permissions,
    }))
}

/// Roles by code and name.
pub fn role_names(roles: &[atelier_domain::controls::Role], lang: Lang) -> Vec<Named> {
    let words = Catalogue::of(lang);
    let named =
        |code: &str| Named { code: code.to_owned(), name: words.plain(&format!("controls-role-{code}")) };
    roles.iter().map(|role| named(role.code())).collect()
}

/// Signs out: the session ends and the cookie goes.
///
/// # Errors
/// None of its own.
pub async fn sign_out(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Told<NoBody>,
) -> Result<Done, Problem> {
    rights::sign_out(&app, &access.who).await.map_err(told.asked.problem())?;
    Ok(done().with_cookie(app.site.cookie(None)))
}

/// The current password and the new one.
#[derive(Deserialize, ToSchema)]
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
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let Passwords { current, new } = told.body;
    rights::change_password(&app, &access.who, &current, &new, Timestamp::now()).await.map_err(problem)?;
    Ok(done())
}

/// The secret of an invitation; it travels in a body, never in an address that logs keep.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    secret: String,
}

/// Whom an invitation is for.
#[derive(Serialize, ToSchema)]
pub struct Guest {
    login: String,
    name: String,
    company: String,
}

/// Whom an invitation is for.
///
/// # Errors
/// `controls/invitation-ended`.
pub async fn invitation(State(app): State<App>, told: Told<Invitation>) -> Result<Answer<Guest>, Problem> {
    let shown = rights::invited(&app, &told.body.secret, Timestamp::now()).await;
    let problem = told.asked.problem();
    let shown = shown.map_err(&problem)?;
    let office = app.office_of(shown.tenant).await.map_err(&problem)?;
    let company = office.map_or(shown.company, |office| office.name);
    Ok(Answer::of(Guest { login: shown.user.login, name: shown.user.name, company }))
}

/// An invitation and the password chosen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    secret: String,
    password: String,
}

/// Takes an invitation: the password is kept, and its owner comes in.
///
/// # Errors
/// `controls/invitation-ended`, those of a password that cannot be kept.
pub async fn accept(State(app): State<App>, told: Told<Accepted>) -> Result<Answer<CameIn>, Problem> {
    let Accepted { secret, password } = told.body;
    let opened = rights::accept(&app, &secret, &password, &told.asked.coming()).await;
    opened.map(|entered| entered_by(&app, &entered)).map_err(told.asked.problem())
}
