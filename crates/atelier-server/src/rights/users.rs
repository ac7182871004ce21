//! Users of a company: added, changed, disabled. Each change is a fact; what a user can no longer do
//! ends with it, in the same transaction.

use super::sign::{new_password, pass};
use super::{Office, Secret};
use crate::fault::Fault;
use crate::jobs::Letter;
use crate::workbench::{Act, Workbench};
use atelier_domain::controls::{Role, Standing, User, UserId};
use atelier_domain::language::{Refusal, Refusals};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, PassKind, Tx};
use uuid::Uuid;

/// Hours during which an invitation may be taken: seven days.
const INVITED: i64 = 7 * 24;

/// A user to be added. Roles are words of the policy.
#[derive(Clone, Debug, Default, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UserDraft)]
pub struct Draft {
    /// Mail address.
    pub login: String,
    /// Shown name.
    pub name: String,
    /// Codes of roles.
    pub roles: Vec<String>,
    /// Unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// Person of the workshop.
    #[serde(default)]
    pub person: Option<String>,
    /// Partner firm.
    #[serde(default)]
    pub firm: Option<String>,
    /// Compensating control, when roles clash.
    #[serde(default)]
    pub despite: Option<String>,
    /// Whether the invitation leaves by mail to them, instead of being shown to who adds them.
    #[serde(default)]
    pub mail: bool,
}

/// What changes of a user; what is not said stays.
#[derive(Clone, Debug, Default, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UserChange)]
pub struct Change {
    /// Mail address.
    #[serde(default)]
    pub login: Option<String>,
    /// Shown name.
    #[serde(default)]
    pub name: Option<String>,
    /// Codes of roles, all of them.
    #[serde(default)]
    pub roles: Option<Vec<String>>,
    /// Unit; empty: none.
    #[serde(default)]
    pub unit: Option<String>,
    /// Person of the workshop; empty: none.
    #[serde(default)]
    pub person: Option<String>,
    /// Partner firm; empty: none.
    #[serde(default)]
    pub firm: Option<String>,
    /// Compensating control; empty: none.
    #[serde(default)]
    pub despite: Option<String>,
    /// `active` or `disabled`.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub standing: Option<Standing>,
}

/// Every user of a company, by login.
///
/// # Errors
/// An incident of the store.
pub async fn list(bench: &Workbench, office: &Office) -> Result<Vec<User>, Fault> {
    let mut users = bench.store.read(office.scope).await?.users().await?;
    users.sort_by(|a, b| a.login.cmp(&b.login));
    Ok(users)
}

/// The user of this login or identity.
///
/// # Errors
/// `controls/unknown-user`.
pub async fn find(bench: &Workbench, office: &Office, asked: &str) -> Result<User, Fault> {
    let login = asked.trim().to_lowercase();
    let users = list(bench, office).await?;
    let found = users.into_iter().find(|user| user.login == login || user.id.to_string() == login);
    Ok(found.ok_or_else(|| Refusal::new("controls/unknown-user").with("given", asked))?)
}

/// Adds a user, with an invitation to choose a password; by mail, a letter is put down as well, whose link is made
/// when it leaves.
///
/// # Errors
/// Every fault of the draft; `controls/login-taken`.
pub async fn add(
    bench: &Workbench,
    office: &Office,
    draft: Draft,
    act: &Act<'_>,
) -> Result<(User, Secret), Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    let added = add_in(&mut tx, office, draft, act).await?;
    tx.commit().await?;
    Ok(added)
}

/// The same within a write.
///
/// # Errors
/// As [`add`].
pub async fn add_in(
    tx: &mut Tx,
    office: &Office,
    draft: Draft,
    act: &Act<'_>,
) -> Result<(User, Secret), Fault> {
    let user = User {
        id: UserId(Uuid::now_v7()),
        login: draft.login,
        name: draft.name,
        roles: roles(&draft.roles)?,
        unit: filled(draft.unit),
        person: filled(draft.person),
        firm: filled(draft.firm),
        despite: filled(draft.despite),
        standing: Standing::Active,
    };
    let user = user.checked()?;
    let secret = Secret::new()?;
    say(tx, office, "controls/add-user", &user, act).await?;
    tx.know(&user, act.now).await?;
    tx.give(user.id, PassKind::Invitation, &secret.hash(), &pass("", act.now, INVITED)).await?;
    if draft.mail {
        tx.enqueue(&Letter::Invitation { user: user.id }.job(act.now)?).await?;
    }
    Ok((user, secret))
}

/// Changes a user. Disabling ends every session, key and invitation.
///
/// # Errors
/// `controls/unknown-user`, `controls/last-administrator`, `controls/login-taken`, every fault of what
/// the user becomes.
pub async fn change(
    bench: &Workbench,
    office: &Office,
    id: UserId,
    change: Change,
    act: &Act<'_>,
) -> Result<User, Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    let (before, after) = asked(&mut tx, id, change).await?;
    let after = after.checked()?;
    keep(&mut tx, office, (before, after.clone()), act).await?;
    tx.commit().await?;
    Ok(after)
}

/// The same within a write, by a user who gives rights: none to themselves, and nobody's place.
///
/// # Errors
/// As [`change`]; `controls/own-rights`, `controls/login-in-use`.
pub async fn change_in(
    tx: &mut Tx,
    (office, by): (&Office, &User),
    id: UserId,
    change: Change,
    act: &Act<'_>,
) -> Result<User, Fault> {
    let (before, after) = asked(tx, id, change).await?;
    by.may_make(&before, &after, tx.came_in(id).await?)?;
    let after = after.checked()?;
    keep(tx, office, (before, after.clone()), act).await?;
    Ok(after)
}

/// Whether somebody tried to give themselves rights, or to take the place of somebody else: that is written in the
/// access journal.
pub fn is_grab(fault: &Fault) -> bool {
    let grabs = ["controls/own-rights", "controls/login-in-use"];
    matches!(fault, Fault::Refused(refused) if refused.0.iter().any(|one| grabs.contains(&one.code)))
}

/// A user, and what they are asked to become.
async fn asked(tx: &mut Tx, id: UserId, change: Change) -> Result<(User, User), Fault> {
    let before = tx.user(id).await?;
    let before = before.ok_or_else(|| Refusal::new("controls/unknown-user").with("given", id.to_string()))?;
    let after = changed(before.clone(), change)?;
    Ok((before, after))
}

async fn keep(
    tx: &mut Tx,
    office: &Office,
    (before, after): (User, User),
    act: &Act<'_>,
) -> Result<(), Fault> {
    before.may_become(&after, &tx.users().await?)?;
    if after == before {
        return Ok(());
    }
    say(tx, office, "controls/change-user", &after, act).await?;
    if after.login != before.login {
        tx.rename(&after).await?;
    }
    if after.standing == Standing::Disabled {
        tx.end_all(after.id, None).await?;
    }
    Ok(())
}

fn changed(mut user: User, change: Change) -> Result<User, Fault> {
    if let Some(codes) = change.roles {
        user.roles = roles(&codes)?;
        user.roles.sort_unstable();
        user.roles.dedup();
    }
    user.login = change.login.map_or(user.login, |login| login.trim().to_lowercase());
    user.name = change.name.unwrap_or(user.name);
    user.standing = change.standing.unwrap_or(user.standing);
    for (field, given) in [
        (&mut user.unit, change.unit),
        (&mut user.person, change.person),
        (&mut user.firm, change.firm),
        (&mut user.despite, change.despite),
    ] {
        if given.is_some() {
            *field = filled(given);
        }
    }
    Ok(user)
}

/// A new invitation, for somebody who lost the first or the password.
///
/// # Errors
/// `controls/unknown-user`, also for somebody disabled.
pub async fn invite(bench: &Workbench, office: &Office, id: UserId, act: &Act<'_>) -> Result<Secret, Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    let user = inside(&mut tx, id).await?;
    let secret = given(&mut tx, &user, act).await?;
    tx.commit().await?;
    Ok(secret)
}

/// A new invitation within a write, asked by a user who gives rights: its secret, for somebody who never came in;
/// nothing for who did, to whom it goes by mail. Who could read it would come in as them.
///
/// # Errors
/// As [`invite`]; `controls/invitation-by-mail` when no mail can leave.
pub async fn invite_in(
    bench: &Workbench,
    tx: &mut Tx,
    id: UserId,
    act: &Act<'_>,
) -> Result<Option<Secret>, Fault> {
    let user = inside(tx, id).await?;
    if !tx.came_in(id).await? {
        return Ok(Some(given(tx, &user, act).await?));
    }
    if bench.outside.mails_invitations().is_err() {
        let refusal = Refusal::new("controls/invitation-by-mail");
        return Err(refusal.with("name", user.name).with("login", user.login).into());
    }
    tx.enqueue(&Letter::Invitation { user: id }.job(act.now)?).await?;
    Ok(None)
}

async fn inside(tx: &mut Tx, id: UserId) -> Result<User, Fault> {
    let user = tx.user(id).await?.filter(|user| user.standing == Standing::Active);
    Ok(user.ok_or_else(|| Refusal::new("controls/unknown-user").with("given", id.to_string()))?)
}

async fn given(tx: &mut Tx, user: &User, act: &Act<'_>) -> Result<Secret, Fault> {
    let secret = Secret::new()?;
    tx.give(user.id, PassKind::Invitation, &secret.hash(), &pass("", act.now, INVITED)).await?;
    Ok(secret)
}

/// Puts a new invitation down as a letter, within a write: a server, or `atelier worker`, makes the link and sends it.
///
/// # Errors
/// `controls/unknown-user`, also for somebody disabled.
pub async fn invite_by_mail_in(tx: &mut Tx, id: UserId, act: &Act<'_>) -> Result<User, Fault> {
    let user = inside(tx, id).await?;
    tx.enqueue(&Letter::Invitation { user: id }.job(act.now)?).await?;
    Ok(user)
}

/// Sets a password from the machine itself, for who holds the database; every session and key ends.
///
/// # Errors
/// Those of a password that cannot be kept.
pub async fn set_password(
    bench: &Workbench,
    office: &Office,
    user: &User,
    new: &str,
    act: &Act<'_>,
) -> Result<(), Fault> {
    let kept = new_password(user, office, new).await?;
    let mut tx = bench.store.begin(office.scope).await?;
    tx.set_password(user.id, &kept, act.now).await?;
    tx.end_all(user.id, None).await?;
    tx.commit().await?;
    Ok(())
}

/// Reads codes of roles, every unknown one refused.
fn roles(codes: &[String]) -> Result<Vec<Role>, Refusals> {
    let mut refused = Refusals::default();
    let mut read = Vec::new();
    for code in codes {
        match code.parse() {
            Ok(role) => read.push(role),
            Err(()) => refused.push(
                Refusal::new("controls/unknown-role")
                    .field("roles")
                    .with("given", code.as_str())
                    .with("known", Role::ALL.map(Role::code).join(", ")),
            ),
        }
    }
    refused.or(read)
}

fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

async fn say(
    tx: &mut Tx,
    office: &Office,
    what: &'static str,
    user: &User,
    act: &Act<'_>,
) -> Result<(), Fault> {
    let row = Content::User(user.clone()).row(office.tenant)?;
    tx.append(&act.fact(what, Purpose::Upkeep, vec![row])).await?;
    Ok(())
}
