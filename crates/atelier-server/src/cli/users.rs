//! `atelier user`: who may sign in.

use super::session::Session;
use crate::fault::Fault;
use crate::rights::{self, Change, Draft, Office, Secret};
use crate::workbench::{Act, Workbench};
use atelier_domain::controls::{Standing, User};
use atelier_domain::language::{Args, Refusal};
use clap::Subcommand;
use serde_json::{Value, json};
use std::io::BufRead as _;

/// Commands about users.
#[derive(Debug, Subcommand)]
pub enum Command {
    Add {
        login: String,
        #[arg(long)]
        name: String,
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
        #[command(flatten)]
        who: Who,
        #[arg(long)]
        despite: Option<String>,
        #[arg(long)]
        address: Option<String>,
        #[arg(long = "mail", id = "by-mail", conflicts_with = "password_stdin")]
        mail: bool,
        #[arg(long)]
        password_stdin: bool,
    },
    Change {
        login: String,
        #[arg(long)]
        new_login: Option<String>,
        #[arg(long)]
        name: Option<String>,
        #[arg(long = "role")]
        roles: Vec<String>,
        #[command(flatten)]
        who: Who,
        #[arg(long)]
        despite: Option<String>,
    },
    Disable {
        login: String,
    },
    Enable {
        login: String,
    },
    Invite {
        login: String,
        #[arg(long)]
        address: Option<String>,
        #[arg(long = "mail", id = "by-mail")]
        mail: bool,
    },
    Password {
        login: String,
    },
    SecondFactorReset {
        login: String,
    },
    Untie {
        login: String,
    },
    List,
}

/// What a user is attached to.
#[derive(Debug, clap::Args)]
pub struct Who {
    #[arg(long)]
    pub unit: Option<String>,
    #[arg(long)]
    pub person: Option<String>,
    #[arg(long)]
    pub firm: Option<String>,
}

/// Runs a command about users.
pub async fn run(session: &Session, command: Command) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "user" };
    match command {
        Command::Add { login, name, roles, who, despite, address, mail, password_stdin } => {
            if mail {
                bench.outside.mails_invitations()?;
            }
            let Who { unit, person, firm } = who;
            let draft = Draft { login, name, roles, unit, person, firm, despite, mail };
            let (user, secret) = rights::add(&bench, &office, draft, &act).await?;
            session.say("cli-user-added", &named(&user))?;
            if password_stdin {
                rights::set_password(&bench, &office, &user, &typed()?, &act).await?;
                return session.json(&told(&user));
            }
            if mail {
                return mailed(session, &user);
            }
            invitation(session, &user, &secret, address.as_deref())
        }
        Command::Change { login, new_login, name, roles, who, despite } => {
            let Who { unit, person, firm } = who;
            let roles = (!roles.is_empty()).then_some(roles);
            let change =
                Change { login: new_login, name, roles, unit, person, firm, despite, standing: None };
            changed(session, &bench, &office, &login, change, "cli-user-changed", &act).await
        }
        Command::Disable { login } => {
            let change = Change { standing: Some(Standing::Disabled), ..Change::default() };
            changed(session, &bench, &office, &login, change, "cli-user-disabled", &act).await
        }
        Command::Enable { login } => {
            let change = Change { standing: Some(Standing::Active), ..Change::default() };
            changed(session, &bench, &office, &login, change, "cli-user-enabled", &act).await
        }
        Command::Invite { login, mail: true, .. } => {
            bench.outside.mails_invitations()?;
            let user = rights::find(&bench, &office, &login).await?;
            let mut tx = bench.store.begin(office.scope).await?;
            let user = rights::invite_by_mail_in(&mut tx, user.id, &act).await?;
            tx.commit().await?;
            mailed(session, &user)
        }
        Command::Invite { login, address, .. } => {
            let user = rights::find(&bench, &office, &login).await?;
            let secret = rights::invite(&bench, &office, user.id, &act).await?;
            invitation(session, &user, &secret, address.as_deref())
        }
        Command::Password { login } => {
            let user = rights::find(&bench, &office, &login).await?;
            rights::set_password(&bench, &office, &user, &typed()?, &act).await?;
            session.json(&told(&user))?;
            session.say("cli-user-password-set", &named(&user))
        }
        Command::SecondFactorReset { login } => {
            let user = rights::find(&bench, &office, &login).await?;
            let was = rights::reset_second(&bench, &office, &user).await?;
            session.json(&json!({ "login": user.login, "reset": was }))?;
            let sentence = if was { "cli-second-factor-gone" } else { "cli-second-factor-none" };
            session.say(sentence, &named(&user))
        }
        Command::Untie { login } => {
            let user = rights::find(&bench, &office, &login).await?;
            let was = rights::untie(&bench, &office, &user).await?;
            session.json(&json!({ "login": user.login, "untied": was }))?;
            session.say(if was { "cli-user-untied" } else { "cli-user-not-tied" }, &named(&user))
        }
        Command::List => list(session, &bench, &office).await,
    }
}

fn mailed(session: &Session, user: &User) -> Result<(), Fault> {
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
