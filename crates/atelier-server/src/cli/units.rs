//! `atelier unit`: the teams, under whom each stands, and which want a supervisor.

use super::session::Session;
use crate::fault::Fault;
use crate::rights::{self, Office, UnitAsked};
use crate::workbench::{Act, Workbench};
use atelier_domain::controls::UserId;
use atelier_domain::language::Args;
use clap::Subcommand;
use serde_json::{Value, json};

/// Commands about units.
#[derive(Debug, Subcommand)]
pub enum Command {
    Keep {
        code: String,
        #[arg(long)]
        under: Option<String>,
        #[arg(long)]
        supervisor: Option<String>,
        #[arg(long)]
        deputy: Option<String>,
    },
    List,
}

/// Runs a command about units.
pub async fn run(session: &Session, command: Command) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    match command {
        Command::Keep { code, under, supervisor, deputy } => {
            let supervisor = maybe(&bench, &office, supervisor.as_deref()).await?;
            let deputy = maybe(&bench, &office, deputy.as_deref()).await?;
            let actor = session.actor();
            let act = Act { actor: &actor, now: session.now, source: "unit" };
            let asked = UnitAsked { code, parent: under, supervisor, deputy };
            let unit = rights::keep_unit(&bench, &office, asked, &act).await?;
            session.json(&json!(unit))?;
            session.say("cli-unit-kept", &Args::new().with("code", unit.code))
        }
        Command::List => units(session, &bench, &office).await,
    }
}

async fn maybe(bench: &Workbench, office: &Office, login: Option<&str>) -> Result<Option<UserId>, Fault> {
    let Some(login) = login else { return Ok(None) };
    Ok(Some(rights::find(bench, office, login).await?.id))
}

async fn units(session: &Session, bench: &Workbench, office: &Office) -> Result<(), Fault> {
    let (units, vacant, _) = rights::units(bench, office).await?;
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
