//! The command line, as clap reads it: its words and the options of them all. What a word takes stands with
//! the word. What each command and option says of itself is in the catalogue (`cli-…` and `cli-arg-…`), so
//! that help speaks the user's language.

use super::confirm::Confirm;
use super::diagnose::Standards;
use super::import::Import;
use super::order::Order;
use super::out::Out;
use super::person::Person;
use super::plan::Plan;
use super::provider::Provider;
use super::retention::{Gate, Retention};
use super::{merge, proof, sheets, units, users, verify, webhooks, witness, workshop};
use atelier_domain::language::Lang;
use clap::{Parser, Subcommand};
use jiff::civil::Date;
use std::path::PathBuf;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "atelier", version)]
pub struct Line {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Clone, Debug, clap::Args)]
pub struct Common {
    #[arg(long, global = true, default_value = "atelier-data")]
    pub data: PathBuf,
    #[arg(long, global = true, env = "ATELIER_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    #[arg(long, global = true, env = "ATELIER_KEY", hide_env_values = true)]
    pub key: Option<PathBuf>,
    #[arg(long, global = true, env = "ATELIER_OWN_NETWORK", hide = true)]
    pub own_network: Option<String>,
    #[arg(long, global = true, env = "ATELIER_AUTHORITIES", hide = true)]
    pub authorities: Option<PathBuf>,
    #[arg(long, global = true, env = "ATELIER_SMTP", hide = true, hide_env_values = true)]
    pub smtp: Option<String>,
    #[arg(long, global = true, env = "ATELIER_MAIL_FROM", hide = true, requires = "smtp")]
    pub mail_from: Option<String>,
    #[arg(long, global = true, env = "ATELIER_ADDRESS", hide = true)]
    pub public_address: Option<String>,
    #[arg(long, global = true, env = "ATELIER_CHECKPOINT_MAIL", hide = true)]
    pub checkpoint_mail: Option<String>,
    #[arg(long, global = true)]
    pub company: Option<String>,
    #[arg(long, global = true, value_parser = language)]
    pub lang: Option<Lang>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true)]
    pub today: Option<Date>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Demo {
        #[arg(long, default_value_t = 4310)]
        port: u16,
        #[arg(long)]
        no_serve: bool,
        #[arg(long)]
        canaries: bool,
        #[arg(long, conflicts_with_all = ["canaries", "no_serve", "port"])]
        remove: bool,
    },
    Init {
        #[arg(long)]
        name: String,
        #[arg(long)]
        admin: Option<String>,
    },
    Serve {
        #[arg(long, default_value_t = 4310)]
        port: u16,
        #[arg(long, default_value = "127.0.0.1")]
        listen: std::net::IpAddr,
        #[arg(long)]
        address: Option<String>,
        #[arg(long, default_value_t = 1, value_parser = workers)]
        workers: usize,
        #[arg(long, default_value_t = crate::http::PACE)]
        pace: std::num::NonZeroU32,
        #[command(flatten)]
        provider: Provider,
    },
    Worker {
        #[arg(long, default_value_t = 1, value_parser = workers)]
        workers: usize,
    },
    #[command(subcommand)]
    User(users::Command),
    #[command(subcommand)]
    Unit(units::Command),
    Accesses {
        #[arg(long)]
        before: Option<String>,
    },
    #[command(subcommand)]
    Confirm(Confirm),
    #[command(subcommand)]
    Person(Person),
    #[command(subcommand)]
    Merge(merge::Command),
    #[command(subcommand)]
    Retention(Retention),
    #[command(subcommand)]
    Gate(Gate),
    #[command(subcommand)]
    Webhook(webhooks::Command),
    #[command(subcommand)]
    Import(Import),
    #[command(subcommand)]
    Process(sheets::Command),
    #[command(subcommand)]
    Workshop(workshop::Command),
    Diagnose {
        #[command(flatten)]
        out: Out,
    },
    #[command(subcommand)]
    Standards(Standards),
    #[command(subcommand)]
    Plan(Plan),
    Today {
        #[arg(long)]
        person: String,
        #[arg(long)]
        date: Option<Date>,
        #[arg(long)]
        ics: bool,
    },
    #[command(subcommand)]
    Order(Order),
    InProgress {
        #[arg(long)]
        process: Option<String>,
        #[command(flatten)]
        out: Out,
    },
    Indicators {
        #[arg(long)]
        process: Option<String>,
        #[arg(long)]
        from: Option<Date>,
        #[arg(long)]
        to: Option<Date>,
        #[arg(long)]
        objects: Option<String>,
        #[command(flatten)]
        out: Out,
    },
    Size {
        #[arg(long = "class", required = true)]
        classes: Vec<String>,
        #[arg(long)]
        selling_hours: i64,
    },
    Verify(verify::Asked),
    Seal {
        #[arg(long)]
        new_key: bool,
    },
    Checkpoint(proof::Asked),
    Proof {
        #[arg(required = true)]
        subjects: Vec<String>,
        #[arg(long)]
        out: PathBuf,
    },
    Witness(witness::Asked),
    Digest,
    Rebuild,
    Backup {
        file: PathBuf,
    },
    Restore {
        file: PathBuf,
    },
    Routes,
    Openapi,
}

impl Command {
    /// Whether it writes facts or files, so that a refusal says that nothing was written.
    pub fn writes(&self) -> bool {
        match self {
            Self::Demo { .. }
            | Self::Init { .. }
            | Self::Rebuild
            | Self::Backup { .. }
            | Self::Restore { .. } => true,
            Self::Import(command) => !matches!(command, Import::List),
            Self::Process(command) => matches!(command, sheets::Command::Import { .. }),
            Self::Workshop(command) => matches!(command, workshop::Command::Import { .. }),
            Self::Standards(command) => matches!(command, Standards::Accept { .. }),
            Self::Plan(command) => matches!(
                command,
                Plan::Make { .. } | Plan::Schedule { .. } | Plan::Replan { accept: true, .. }
            ),
            Self::Order(command) => !matches!(command, Order::Show { .. }),
            Self::Confirm(command) => !matches!(command, Confirm::List { .. }),
            Self::Person(command) => command.writes(),
            Self::Merge(command) => command.writes(),
            Self::Retention(command) => {
                matches!(command, Retention::Apply { confirm: true, .. } | Retention::Ask { .. })
            }
            Self::Gate(command) => matches!(command, Gate::Record { .. }),
            Self::User(command) => !matches!(command, users::Command::List),
            Self::Unit(command) => matches!(command, units::Command::Keep { .. }),
            Self::Webhook(command) => {
                !matches!(command, webhooks::Command::List | webhooks::Command::Test { .. })
            }
            Self::Serve { .. }
            | Self::Worker { .. }
            | Self::Diagnose { .. }
            | Self::Today { .. }
            | Self::InProgress { .. }
            | Self::Indicators { .. }
            | Self::Size { .. }
            | Self::Verify(_)
            | Self::Seal { .. }
            | Self::Checkpoint(_)
            | Self::Proof { .. }
            | Self::Witness(_)
            | Self::Digest
            | Self::Accesses { .. }
            | Self::Routes
            | Self::Openapi => false,
        }
    }
}

/// `--lang`: what the catalogues speak.
fn language(given: &str) -> Result<Lang, String> {
    given.parse().map_err(|()| "fr, en".to_owned())
}

/// How many jobs at a time: more than sixty-four would only wait for each other.
fn workers(given: &str) -> Result<usize, String> {
    given.parse().ok().filter(|workers| *workers <= 64).ok_or_else(|| "0–64".to_owned())
}
