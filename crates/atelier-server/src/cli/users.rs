//! `atelier user`, `atelier unit`, `atelier accesses`: who may sign in, and what was asked.

use super::args::{Unit as UnitCommand, User as UserCommand, Who};
use super::session::Session;
use crate::fault::Fault;
use crate::jobs::Letter;
use crate::rights::{self, Change, Draft, Office, Secret, UnitAsked};
use crate::workbench::{Act, Workbench};
use atelier_domain::controls::{Standing, User, UserId};
use atelier_domain::language::{Args, Refusal};
use serde_json::{Value, json};
use std::io::BufRead as _;

/// Lines shown of the access journal.
const LINES: i64 = 100;

/// Runs a command about users.
pub async fn run(session: &Session, command: UserCommand) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "user" };
    match command {
        UserCommand::Add { login, name, roles, who, despite, address, mail, password_stdin } => {
            if mail {
                ready(&bench)?;
            }
            let Who { unit, person, firm } = who;
            let draft = Draft { login, name, roles, unit, person, firm, despite };
            let (user, secret) = rights::add(&bench, &office, draft, &act).await?;
            session.say("cli-user-added", &named(&user))?;
            if password_stdin {
                rights::set_password(&bench, &office, &user, &typed()?, &act).await?;
                return session.json(&told(&user));
            }
            if mail {
                return by_mail(session, &bench, &office, &user).await;
            }
            invitation(session, &user, &secret, address.as_deref())
        }
        UserCommand::Change { login, new_login, name, roles, who, despite } => {
            let Who { unit, person, firm } = who;
            let roles = (!roles.is_empty()).then_some(roles);
            let change =
                Change { login: new_login, name, roles, unit, person, firm, despite, standing: None };
            changed(session, &bench, &office, &login, change, "cli-user-changed", &act).await
        }
        UserCommand::Disable { login } => {
            let change = Change { standing: Some(Standing::Disabled), ..Change::default() };
            changed(session, &bench, &office, &login, change, "cli-user-disabled", &act).await
        }
        UserCommand::Enable { login } => {
            let change = Change { standing: Some(Standing::Active), ..Change::default() };
            changed(session, &bench, &office, &login, change, "cli-user-enabled", &act).await
        }
        UserCommand::Invite { login, mail: true, .. } => {
            ready(&bench)?;
            let user = rights::find(&bench, &office, &login).await?;
            by_mail(session, &bench, &office, &user).await
        }
        UserCommand::Invite { login, address, .. } => {
            let user = rights::find(&bench, &office, &login).await?;
            let secret = rights::invite(&bench, &office, user.id, &act).await?;
            invitation(session, &user, &secret, address.as_deref())
        }
        UserCommand::Password { login } => {
            let user = rights::find(&bench, &office, &login).await?;
            rights::set_password(&bench, &office, &user, &typed()?, &act).await?;
            session.json(&told(&user))?;
            session.say("cli-user-password-set", &named(&user))
        }
        UserCommand::SecondFactorReset { login } => {
            let user = rights::find(&bench, &office, &login).await?;
            let was = rights::reset_second(&bench, &office, &user).await?;
            session.json(&json!({ "login": user.login, "reset": was }))?;
            let sentence = if was { "cli-second-factor-gone" } else { "cli-second-factor-none" };
            session.say(sentence, &named(&user))
        }
        UserCommand::Untie { login } => {
            let user = rights::find(&bench, &office, &login).await?;
            let was = rights::untie(&bench, &office, &user).await?;
            session.json(&json!({ "login": user.login, "untied": was }))?;
            session.say(if was { "cli-user-untied" } else { "cli-user-not-tied" }, &named(&user))
        }
        UserCommand::List => list(session, &bench, &office).await,
    }
}

/// Whether an invitation can be sent: said before anything is written.
fn ready(bench: &Workbench) -> Result<(), Fault> {
    bench.outside.relay()?;
    bench.outside.address()?;
    Ok(())
}

/// Puts the invitation down as a letter: a server, or `atelier worker`, makes the link and sends it.
async fn by_mail(session: &Session, bench: &Workbench, office: &Office, user: &User) -> Result<(), Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    tx.enqueue(&Letter::Invitation { user: user.id }.job(session.now)?).await?;
    tx.commit().await?;
    let mut value = told(user);
    value["mailed"] = json!(true);
    session.json(&value)?;
    session.say("cli-user-mailed", &named(user))
}

/// One line of the input: a password on the command line would stand in the history of the shell.
fn typed() -> Result<String, Fault> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn named(user: &User) -> Args {
    let roles = user.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(", ");
    Args::new().with("name", user.name.clone()).with("login", user.login.clone()).with("roles", roles)
}

fn told(user: &User) -> Value {
    json!({
        "id": user.id, "login": user.login, "name": user.name, "roles": user.roles, "unit": user.unit,
        "person": user.person, "firm": user.firm, "despite": user.despite, "standing": user.standing,
    })
}

/// The page where the invited choose a password. The secret stands behind `#`: browsers do not send it
/// to servers, nor do logs keep it.
pub fn invitation(
    session: &Session,
    user: &User,
    secret: &Secret,
    address: Option<&str>,
) -> Result<(), Fault> {
    let origin = address.unwrap_or("http://localhost:4310").trim_end_matches('/');
    let link = format!("{origin}/invitation#{}", secret.reveal());
    let mut value = told(user);
    value["invitation"] = json!(link);
    session.json(&value)?;
    session.say("cli-user-invited", &named(user).with("link", link))
}

async fn changed(
    session: &Session,
    bench: &Workbench,
    office: &Office,
    login: &str,
    change: Change,
    sentence: &str,
    act: &Act<'_>,
) -> Result<(), Fault> {
    let user = rights::find(bench, office, login).await?;
    let user = rights::change(bench, office, user.id, change, act).await?;
    session.json(&told(&user))?;
    session.say(sentence, &named(&user))
}

async fn list(session: &Session, bench: &Workbench, office: &Office) -> Result<(), Fault> {
    let users = rights::list(bench, office).await?;
    session.json(&json!(users.iter().map(told).collect::<Vec<_>>()))?;
    if users.is_empty() {
        return session.say("cli-user-none", &Args::new().with("company", office.name.clone()));
    }
    for user in &users {
        let line = if user.standing == Standing::Active { "cli-user-line" } else { "cli-user-line-disabled" };
        session.say(line, &named(user))?;
    }
    Ok(())
}

/// Runs a command about units.
pub async fn unit(session: &Session, command: UnitCommand) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    match command {
        UnitCommand::Keep { code, under, supervisor, deputy } => {
            let supervisor = maybe(&bench, &office, supervisor.as_deref()).await?;
            let deputy = maybe(&bench, &office, deputy.as_deref()).await?;
            let actor = session.actor();
            let act = Act { actor: &actor, now: session.now, source: "unit" };
            let asked = UnitAsked { code, parent: under, supervisor, deputy };
            let unit = rights::keep_unit(&bench, &office, asked, &act).await?;
            session.json(&json!(unit))?;
            session.say("cli-unit-kept", &Args::new().with("code", unit.code))
        }
        UnitCommand::List => units(session, &bench, &office).await,
    }
}

async fn maybe(bench: &Workbench, office: &Office, login: Option<&str>) -> Result<Option<UserId>, Fault> {
    let Some(login) = login else { return Ok(None) };
    Ok(Some(rights::find(bench, office, login).await?.id))
}

async fn units(session: &Session, bench: &Workbench, office: &Office) -> Result<(), Fault> {
    let (units, vacant) = rights::units(bench, office).await?;
    let users = rights::list(bench, office).await?;
    let name = |id: Option<UserId>| {
        let found = users.iter().find(|user| Some(user.id) == id);
        found.map_or_else(|| "–".to_owned(), |user| user.name.clone())
    };
    let told: Vec<Value> = vacant.iter().map(|one| json!({ "unit": one.unit, "told": one.told })).collect();
    session.json(&json!({ "units": units, "vacancies": told }))?;
    if units.is_empty() {
        return session.say("cli-unit-none", &Args::new());
    }
    for unit in &units {
        let args = Args::new()
            .with("code", unit.code.clone())
            .with("parent", unit.parent.clone().unwrap_or_else(|| "–".to_owned()))
            .with("supervisor", name(unit.supervisor))
            .with("deputy", name(unit.deputy));
        session.say("cli-unit-line", &args)?;
    }
    for one in vacant {
        let args = Args::new().with("code", one.unit);
        match one.told {
            Some(above) => session.say("cli-unit-vacant", &args.with("above", above))?,
            None => session.say("cli-unit-vacant-top", &args)?,
        }
    }
    Ok(())
}

/// The newest lines of the access journal.
pub async fn accesses(session: &Session, before: Option<&str>) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let lines = bench.store.noted(office.tenant, before, LINES).await?;
    let users = rights::list(&bench, &office).await?;
    let login = |id: &str| {
        let found = users.iter().find(|user| user.id.to_string() == id);
        found.map_or_else(|| id.to_owned(), |user| user.login.clone())
    };
    let told: Vec<Value> = lines
        .iter()
        .map(|line| {
            json!({
                "id": line.id, "at": line.at, "user": login(&line.user), "permission": line.permission,
                "space": line.space, "object": line.object, "outcome": line.outcome,
            })
        })
        .collect();
    session.json(&json!(told))?;
    if lines.is_empty() {
        return session.say("cli-access-none", &Args::new());
    }
    for line in &lines {
        let args = Args::new()
            .with("at", line.at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string())
            .with("user", login(&line.user))
            .with("permission", line.permission.clone())
            .with("object", line.object.clone())
            .with("outcome", session.words.plain(outcome(&line.outcome)));
        session.say("cli-access-line", &args)?;
    }
    Ok(())
}

/// How something asked ended, as a sentence's key.
fn outcome(kept: &str) -> &'static str {
    match kept {
        "refused" => "cli-access-refused",
        "written" => "cli-access-written",
        _ => "cli-access-read",
    }
}

/// The public address to serve under, which anything beyond this machine needs.
///
/// # Errors
/// `controls/no-address`.
pub fn site(listen: std::net::IpAddr, address: Option<&str>) -> Result<crate::http::Site, Refusal> {
    match address {
        Some(address) => crate::http::Site::read(address),
        None if listen.is_loopback() => Ok(crate::http::Site::Loopback),
        None => Err(Refusal::new("controls/no-address").with("given", listen.to_string())),
    }
}
