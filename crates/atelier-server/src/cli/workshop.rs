//! `atelier workshop …`: the text file of people and calendars.

use super::session::Session;
use super::sheets::{keep_workshop, name_of, text_of, warn};
use crate::fault::Fault;
use crate::workbench::{Office, Workbench, span_of_years};
use atelier_domain::language::{Args, Refusal};
use atelier_domain::process::Workshop;
use clap::Subcommand;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Commands about the workshop.
#[derive(Debug, Subcommand)]
pub enum Command {
    Check { file: PathBuf },
    Import { file: PathBuf },
    Export,
}

/// `atelier workshop …`
pub async fn run(session: &Session, command: Command) -> Result<(), Fault> {
    let years = span_of_years(session.today, None);
    match command {
        Command::Check { file } => {
            // A file can be checked before there is any company; with one, its customers are known.
            let customers = match session.office().await {
                Ok((bench, office)) => customers(&bench, &office).await?,
                Err(_) => Vec::new(),
            };
            let (workshop, warnings) = read_for(&file, &text_of(&file)?, years, &customers)?;
            warn(session, &warnings)?;
            counted(session, "cli-workshop-good", &workshop, warnings.len())
        }
        Command::Import { file } => {
            let text = text_of(&file)?;
            let (bench, office) = session.office().await?;
            let (workshop, warnings) = read_for(&file, &text, years, &customers(&bench, &office).await?)?;
            warn(session, &warnings)?;
            keep_workshop(session, &bench, &office, text, &file).await?;
            counted(session, "cli-workshop-kept", &workshop, warnings.len())
        }
        Command::Export => {
            let (bench, office) = session.office().await?;
            session.text("text", &bench.workshop_text(&office).await?)
        }
    }
}

/// Names of the accounts and sectors of a company.
async fn customers(bench: &Workbench, office: &Office) -> Result<Vec<String>, Fault> {
    let accounts = bench.store.read(office.scope).await?.accounts().await?;
    let names = accounts.into_iter().flat_map(|account| [account.name, account.sector]);
    Ok(names.filter(|name| !name.is_empty()).collect())
}

/// A workshop, with the hours of customers checked when there are customers.
fn read_for(
    file: &Path,
    text: &str,
    years: std::ops::RangeInclusive<i16>,
    customers: &[String],
) -> Result<(Workshop, Vec<Refusal>), Fault> {
    let names: Vec<&str> = customers.iter().map(String::as_str).collect();
    Ok(match names.as_slice() {
        [] => Workshop::read(&name_of(file), text, years)?,
        names => Workshop::read_for(&name_of(file), text, years, names)?,
    })
}

fn counted(session: &Session, id: &str, workshop: &Workshop, warnings: usize) -> Result<(), Fault> {
    let count = workshop.resources.len();
    session.json(&json!({ "resources": count, "warnings": warnings }))?;
    session.say(id, &Args::new().with_count("count", i64::try_from(count).unwrap_or(i64::MAX)))
}
