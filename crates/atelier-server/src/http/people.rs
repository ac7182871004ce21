//! Users and units.

use super::door::{Named, role_names};
use super::{Answer, App, Asked, Careful, Keyed, Made, Maybe, Problem};
use crate::fault::Fault;
use crate::rights::{
    self, Access, Change, Draft, UnitAsked,
    permit::{ReadUsers, WriteUsers},
};
use atelier_domain::controls::{Unit, User, UserId, Vacancy};
use atelier_domain::language::{Lang, Refusal};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A user, as shown.
#[derive(Serialize, ToSchema)]
#[schema(as = User)]
pub struct UserTold {
    id: Uuid,
    login: String,
    name: String,
    roles: Vec<Named>,
    unit: Option<String>,
    person: Option<String>,
    firm: Option<String>,
    despite: Option<String>,
    /// `active` or `disabled`.
    standing: &'static str,
    /// Secret of the invitation, shown once.
    #[serde(skip_serializing_if = "Option::is_none")]
    invitation: Option<String>,
    /// Whether the invitation leaves by mail instead; only told of somebody who is added.
    #[serde(skip_serializing_if = "Option::is_none")]
    mailed: Option<bool>,
}

impl UserTold {
    fn of(user: &User, lang: Lang) -> Self {
        Self {
            id: user.id.0,
            login: user.login.clone(),
            name: user.name.clone(),
            roles: role_names(&user.roles, lang),
            unit: user.unit.clone(),
            person: user.person.clone(),
            firm: user.firm.clone(),
            despite: user.despite.clone(),
            standing: user.standing.code(),
            invitation: None,
            mailed: None,
        }
    }
}

/// Users.
#[derive(Serialize, ToSchema)]
pub struct Users {
    users: Vec<UserTold>,
    /// Whether an invitation can leave by mail (`mail: true`).
    mails: bool,
}

pub(super) fn user_id<Q>(asked: &Asked<Q>) -> Result<UserId, Fault> {
    let unknown = || Refusal::new("controls/unknown-user").with("given", asked.id.as_str());
    Ok(asked.id.parse().map_err(|_| unknown())?)
}

/// The users of the company.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadUsers>,
    asked: Asked,
) -> Result<Answer<Users>, Problem> {
    let users = rights::list(&app, &access.who.office).await.map_err(asked.problem())?;
    let users = users.iter().map(|user| UserTold::of(user, asked.lang())).collect();
    Ok(Answer::of(Users { users, mails: app.outside.mails_invitations().is_ok() }))
}

/// One user.
///
/// # Errors
/// `controls/unknown-user`.
pub async fn one(
    State(app): State<App>,
    access: Access<ReadUsers>,
    asked: Asked,
) -> Result<Answer<UserTold>, Problem> {
    let problem = asked.problem();
    let id = user_id(&asked).map_err(&problem)?;
    let reader = app.store.read(access.who.office.scope).await;
    let mut reader = reader.map_err(|error| problem(error.into()))?;
    let found = reader.user_at(id).await.map_err(|error| problem(error.into()))?;
    let unknown = || Refusal::new("controls/unknown-user").with("given", asked.id.as_str());
    let (user, version) = found.ok_or_else(|| problem(unknown().into()))?;
    Ok(Answer::of(UserTold::of(&user, asked.lang())).at(version))
}

/// Refuses what is asked to leave by mail, where none can leave: said before anything is written.
fn mailing(app: &App, is_asked: bool) -> Result<(), Fault> {
    if is_asked {
        app.outside.mails_invitations().map_err(|refusal| refusal.field("mail"))?;
    }
    Ok(())
}

/// Adds a user; the answer holds the invitation, shown once, unless it leaves by mail.
///
/// # Errors
/// `integration/no-mail`, `integration/no-origin`, every fault of the draft.
pub async fn add(
    State(app): State<App>,
    access: Access<WriteUsers>,
    mut told: Keyed<Draft>,
) -> Result<Made<UserTold>, Problem> {
    let problem = told.asked.problem();
    let by_mail = told.body.mail;
    mailing(&app, by_mail).map_err(&problem)?;
    let mut write = told.begin(&app, &access).await?;
    let draft = std::mem::take(&mut told.body);
    let (tx, office, act) = write.parts();
    let (user, secret) = rights::add_in(tx, office, draft, &act).await.map_err(problem)?;
    let mut shown = UserTold::of(&user, told.asked.lang());
    shown.mailed = Some(by_mail);
    let kept = serde_json::to_string(&shown).unwrap_or_default();
    shown.invitation = (!by_mail).then(|| secret.reveal().to_owned());
    write.end_showing(Answer::of(shown), kept).await
}

/// Changes a user, or disables one.
///
/// # Errors
/// `controls/unknown-user`, `controls/last-administrator`, `controls/changed-meanwhile`, `controls/own-rights`,
/// `controls/login-in-use`, every fault of what the user becomes.
pub async fn change(
    State(app): State<App>,
    access: Access<WriteUsers>,
    mut told: Careful<Change>,
) -> Result<Answer<UserTold>, Problem> {
    let problem = told.asked.problem();
    let id = user_id(&told.asked).map_err(&problem)?;
    let mut write = told.begin(&app, &access).await?;
    let change = std::mem::take(&mut told.body);
    let before = write.tx.user_at(id).await.map_err(|error| problem(error.into()))?;
    if let Some((_, version)) = before {
        told.unchanged(version).map_err(&problem)?;
    }
    let (tx, office, act) = write.parts();
    let user = match rights::change_in(tx, (office, &access.who.user), id, change, &act).await {
        Ok(user) => user,
        Err(fault) => {
            drop(write);
            if rights::is_grab(&fault) {
                access.refused(&app, &id.to_string()).await;
            }
            return Err(problem(fault));
        }
    };
    let after = write.tx.user_at(id).await.map_err(|error| problem(error.into()))?;
    let shown = Answer::of(UserTold::of(&user, told.asked.lang()));
    write.end(shown.at(after.map_or(0, |(_, version)| version))).await
}

/// How to invite again.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitationAsked {
    /// Whether it leaves by mail to them, instead of being shown to who asks.
    #[serde(default)]
    mail: bool,
}

/// The secret of an invitation, or that it leaves by mail.
#[derive(Serialize, ToSchema)]
pub struct Invited {
    /// Whether it goes by mail to the person: it was asked, or they already came in.
    mailed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    invitation: Option<String>,
}

/// A new invitation: its secret, shown once, or by mail to them; always by mail to somebody who already came in.
///
/// # Errors
/// `integration/no-mail`, `integration/no-origin`, `controls/unknown-user`, `controls/invitation-by-mail`.
pub async fn invite(
    State(app): State<App>,
    access: Access<WriteUsers>,
    told: Keyed<Maybe<InvitationAsked>>,
) -> Result<Made<Invited>, Problem> {
    let problem = told.asked.problem();
    let id = user_id(&told.asked).map_err(&problem)?;
    let mailed = told.body.0.mail;
    mailing(&app, mailed).map_err(&problem)?;
    let mut write = told.begin(&app, &access).await?;
    let (tx, _, act) = write.parts();
    let secret = if mailed {
        rights::invite_by_mail_in(tx, id, &act).await.map_err(problem)?;
        None
    } else {
        rights::invite_in(&app, tx, id, &act).await.map_err(problem)?
    };
    let mut shown = Invited { mailed: secret.is_none(), invitation: None };
    let kept = serde_json::to_string(&shown).unwrap_or_default();
    shown.invitation = secret.map(|secret| secret.reveal().to_owned());
    write.end_showing(Answer::of(shown), kept).await
}

/// A unit.
#[derive(Serialize, ToSchema)]
#[schema(as = Unit)]
pub struct UnitTold {
    code: String,
    parent: Option<String>,
    supervisor: Option<Uuid>,
    deputy: Option<Uuid>,
}

impl From<Unit> for UnitTold {
    fn from(unit: Unit) -> Self {
        let Unit { code, parent, supervisor, deputy } = unit;
        Self { code, parent, supervisor: supervisor.map(|id| id.0), deputy: deputy.map(|id| id.0) }
    }
}

/// A unit that nobody active runs, and how it is told.
#[derive(Serialize, ToSchema)]
#[schema(as = Vacancy)]
pub struct VacancyTold {
    unit: String,
    told: Option<String>,
}

/// The units, and those that nobody runs.
#[derive(Serialize, ToSchema)]
pub struct Units {
    units: Vec<UnitTold>,
    vacancies: Vec<VacancyTold>,
}

/// The units, and those that nobody runs.
///
/// # Errors
/// An incident.
pub async fn units(
    State(app): State<App>,
    access: Access<ReadUsers>,
    asked: Asked,
) -> Result<Answer<Units>, Problem> {
    let (units, vacant, version) = rights::units(&app, &access.who.office).await.map_err(asked.problem())?;
    let vacancy = |one: Vacancy| VacancyTold { unit: one.unit, told: one.told };
    let vacancies = vacant.into_iter().map(vacancy).collect();
    Ok(Answer::of(Units { units: units.into_iter().map(UnitTold::from).collect(), vacancies }).at(version))
}

/// Keeps a unit. The version is that of the units together: who runs one may hang on the one above.
///
/// # Errors
/// `controls/changed-meanwhile`, every fault of it.
pub async fn keep_unit(
    State(app): State<App>,
    access: Access<WriteUsers>,
    mut told: Careful<UnitAsked>,
) -> Result<Answer<UnitTold>, Problem> {
    let problem = told.asked.problem();
    let mut write = told.begin(&app, &access).await?;
    let before = write.tx.units_at().await.map_err(|error| problem(error.into()))?;
    told.unchanged(before).map_err(&problem)?;
    let asked = std::mem::take(&mut told.body);
    let (tx, office, act) = write.parts();
    let unit = rights::keep_unit_in(tx, office, asked, &act).await.map_err(&problem)?;
    let after = write.tx.units_at().await.map_err(|error| problem(error.into()))?;
    write.end(Answer::of(unit.into()).at(after)).await
}
