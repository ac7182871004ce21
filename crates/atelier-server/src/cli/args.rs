//! The command line, as clap reads it. What each command and option says of itself is in the
//! catalogue (`cli-…` and `cli-arg-…`), so that help speaks the user's language.

use crate::documents::write::Format;
use atelier_domain::language::{Args as Values, Catalogue, Lang};
use clap::{Arg, ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
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
    User(User),
    #[command(subcommand)]
    Unit(Unit),
    Accesses {
        #[arg(long)]
        before: Option<String>,
    },
    #[command(subcommand)]
    Person(super::person::Person),
    #[command(subcommand)]
    Retention(super::retention::Retention),
    #[command(subcommand)]
    Gate(super::retention::Gate),
    #[command(subcommand)]
    Webhook(Webhook),
    #[command(subcommand)]
    Import(Import),
    #[command(subcommand)]
    Process(Process),
    #[command(subcommand)]
    Workshop(Workshop),
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
    Verify(super::verify::Asked),
    Seal {
        #[arg(long)]
        new_key: bool,
    },
    Checkpoint(super::proof::Asked),
    Proof {
        #[arg(required = true)]
        subjects: Vec<String>,
        #[arg(long)]
        out: PathBuf,
    },
    Witness(super::witness::Asked),
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

/// The provider of identities by which people may sign in too.
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_field_names)] // the names of the options
pub struct Provider {
    #[arg(long, env = "ATELIER_OIDC_ISSUER")]
    pub oidc_issuer: Option<String>,
    #[arg(long, env = "ATELIER_OIDC_CLIENT", requires = "oidc_issuer")]
    pub oidc_client: Option<String>,
    #[arg(long, env = "ATELIER_OIDC_SECRET_FILE", requires = "oidc_issuer")]
    pub oidc_secret_file: Option<PathBuf>,
    #[arg(long, env = "ATELIER_OIDC_LABEL", requires = "oidc_issuer")]
    pub oidc_label: Option<String>,
    #[arg(long, env = "ATELIER_OIDC_DOMAIN", requires = "oidc_issuer", value_delimiter = ',')]
    pub oidc_domain: Vec<String>,
    #[arg(long, env = "ATELIER_OIDC_TRUST_SECOND_FACTOR", requires = "oidc_issuer")]
    pub oidc_trust_second_factor: bool,
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

#[derive(Debug, Subcommand)]
pub enum User {
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

#[derive(Debug, Subcommand)]
pub enum Unit {
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

#[derive(Debug, Subcommand)]
pub enum Webhook {
    Add {
        url: String,
        #[arg(long = "event")]
        events: Vec<String>,
    },
    List,
    Rotate {
        webhook: String,
    },
    Remove {
        webhook: String,
    },
    Test {
        webhook: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Import {
    Crm {
        path: PathBuf,
        #[arg(long)]
        mapping: PathBuf,
        #[arg(long)]
        dry_run: bool,
        #[arg(long)]
        accept_rejects: bool,
        #[arg(long)]
        rejects: Option<PathBuf>,
    },
    Undo {
        batch: String,
    },
    List,
}

#[derive(Debug, Subcommand)]
pub enum Process {
    Check {
        file: PathBuf,
    },
    Lint {
        code: String,
    },
    Import {
        file: PathBuf,
    },
    Export {
        code: String,
    },
    List,
    Show {
        code: String,
        #[command(flatten)]
        out: Out,
    },
    Draft,
    Ready {
        code: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Workshop {
    Check { file: PathBuf },
    Import { file: PathBuf },
    Export,
}

#[derive(Debug, Subcommand)]
pub enum Standards {
    Propose {
        #[arg(long)]
        process: Option<String>,
    },
    Accept {
        #[arg(long)]
        process: Option<String>,
        #[arg(required = true)]
        codes: Vec<String>,
    },
}

/// What is asked of the plan.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Asked {
    #[arg(long)]
    pub process: Option<String>,
    #[arg(long, conflicts_with_all = ["deals", "margin"])]
    pub revenue: Option<String>,
    #[arg(long, conflicts_with = "deals")]
    pub margin: Option<String>,
    #[arg(long)]
    pub deals: Option<i64>,
    #[arg(long)]
    pub from: Option<Date>,
    #[arg(long)]
    pub to: Option<Date>,
    #[arg(long)]
    pub service: Option<i64>,
}

/// How the schedule is looked for.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Search {
    #[arg(long, value_enum, default_value_t = Priority::DueDate)]
    pub rule: Priority,
    #[arg(long, conflicts_with = "rounds", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub improve: Option<u64>,
    #[arg(long)]
    pub rounds: Option<u64>,
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

/// What upsets the plan: one event at a time.
#[derive(Clone, Debug, Default, clap::Args)]
#[group(required = true, multiple = false)]
pub struct Upset {
    #[arg(long)]
    pub absence: Option<String>,
    #[arg(long)]
    pub lost: Option<String>,
    #[arg(long)]
    pub urgent: Option<String>,
    #[arg(long = "move")]
    pub shift: Option<String>,
    #[arg(long)]
    pub overrun: Option<String>,
    #[arg(long)]
    pub cancel: Option<String>,
}

/// For what a time is looked for: an order, or a new action of a case.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Opening {
    #[arg(conflicts_with_all = ["operation", "case"], required_unless_present = "operation")]
    pub order: Option<String>,
    #[arg(long, requires = "case")]
    pub operation: Option<String>,
    #[arg(long, requires = "operation")]
    pub case: Option<String>,
}

/// Who comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Priority {
    /// Earliest due date.
    #[default]
    DueDate,
    /// Highest margin per hour of the bottleneck.
    Margin,
}

/// Where and how a result is written.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Out {
    #[arg(long, value_enum, default_value_t = Form::Text)]
    pub format: Form,
    #[arg(long)]
    pub out: Option<PathBuf>,
}

/// A form of output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// Aligned columns.
    #[default]
    Text,
    /// JSON.
    Json,
    /// Comma-separated, semicolons in French.
    Csv,
    /// A workbook.
    Xlsx,
}

impl From<Form> for Format {
    fn from(form: Form) -> Self {
        match form {
            Form::Text => Self::Text,
            Form::Json => Self::Json,
            Form::Csv => Self::Csv,
            Form::Xlsx => Self::Xlsx,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Plan {
    Make {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        search: Search,
        #[arg(long)]
        person: Option<String>,
        #[arg(long)]
        out: Option<PathBuf>,
    },
    Explode {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        out: Out,
    },
    Load {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        out: Out,
    },
    Bottlenecks {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        out: Out,
    },
    Promise {
        #[command(flatten)]
        asked: Asked,
    },
    Costs {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        out: Out,
    },
    Weeks {
        #[command(flatten)]
        out: Out,
    },
    Release {
        #[command(flatten)]
        asked: Asked,
        #[arg(long, allow_hyphen_values = true)]
        buffer_days: Option<i64>,
        #[command(flatten)]
        out: Out,
    },
    Level {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        out: Out,
    },
    Scenarios {
        #[command(flatten)]
        asked: Asked,
        file: Option<PathBuf>,
        #[command(flatten)]
        out: Out,
    },
    Schedule {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        search: Search,
        #[command(flatten)]
        out: Out,
    },
    Show {
        #[arg(long)]
        version: Option<i64>,
        #[command(flatten)]
        out: Out,
    },
    Compare {
        old: i64,
        new: i64,
    },
    Replan {
        #[command(flatten)]
        upset: Upset,
        #[arg(long)]
        accept: bool,
    },
    Slots {
        #[command(flatten)]
        asked: Opening,
    },
    Why {
        order: String,
    },
    WhereUsed {
        code: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Order {
    Show {
        order: String,
    },
    Declare {
        order: String,
        #[arg(long)]
        state: String,
        #[arg(long)]
        result: Option<String>,
        #[arg(long, value_parser = clap::value_parser!(i64).range(0..=1_440))]
        minutes: Option<i64>,
        #[arg(long)]
        evidence: Option<String>,
        #[arg(long)]
        evidence_on: Option<Date>,
        #[arg(long)]
        confirm: bool,
    },
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
            Self::Process(command) => matches!(command, Process::Import { .. }),
            Self::Workshop(command) => matches!(command, Workshop::Import { .. }),
            Self::Standards(command) => matches!(command, Standards::Accept { .. }),
            Self::Plan(command) => matches!(
                command,
                Plan::Make { .. } | Plan::Schedule { .. } | Plan::Replan { accept: true, .. }
            ),
            Self::Order(command) => matches!(command, Order::Declare { .. }),
            Self::Person(command) => command.writes(),
            Self::Retention(command) => {
                matches!(command, super::retention::Retention::Apply { confirm: true, .. })
            }
            Self::Gate(command) => matches!(command, super::retention::Gate::Record { .. }),
            Self::User(command) => !matches!(command, User::List),
            Self::Unit(command) => matches!(command, Unit::Keep { .. }),
            Self::Webhook(command) => !matches!(command, Webhook::List | Webhook::Test { .. }),
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

impl Line {
    /// Reads the command line, with help in the reader's language.
    ///
    /// # Errors
    /// What clap has to say: help, version, or a line that cannot be read.
    pub fn read(line: &[std::ffi::OsString], lang: Lang) -> Result<Self, clap::Error> {
        let words = Catalogue::of(lang);
        let version = Arg::new("program-version").short('V').long("version").action(ArgAction::Version);
        let command = Self::command().disable_version_flag(true).arg(version);
        let matches = speak(command, words, "cli").try_get_matches_from(line)?;
        Self::from_arg_matches(&matches)
    }
}

/// `--lang` wherever it stands, else `LC_ALL`, `LC_MESSAGES`, `LANG`, else French.
pub fn asked_lang(line: &[std::ffi::OsString]) -> Lang {
    let mut words = line.iter().map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        let value = match word.split_once('=') {
            Some(("--lang", value)) => Some(value.to_owned()),
            None if word == "--lang" => words.next().map(std::borrow::Cow::into_owned),
            _ => None,
        };
        if let Some(lang) = value.and_then(|value| value.parse().ok()) {
            return lang;
        }
    }
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| value.parse().ok())
        .unwrap_or_default()
}

/// Gives each command and option its sentence from the catalogue.
fn speak(command: clap::Command, words: &'static Catalogue, path: &str) -> clap::Command {
    let template = words.text("cli-template", &Values::new());
    let mut spoken = command
        .about(words.plain(path))
        .help_template(template)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help))
        .subcommand_help_heading(words.plain("cli-heading-commands"))
        .mut_args(|arg| {
            let id = format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-"));
            let arg = if words.has(&id) { arg.help(words.plain(&id)) } else { arg };
            let arg = arg.help_heading(words.plain("cli-heading-options"));
            // What clap adds of itself is in English; our sentences say it in the reader's language.
            if arg.get_action().takes_values() {
                arg.hide_default_value(true).hide_env(true).hide_possible_values(true)
            } else {
                arg
            }
        });
    let names: Vec<String> = spoken.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        let below = format!("{path}-{name}");
        spoken = spoken.mut_subcommand(&name, |sub| speak(sub, words, &below));
    }
    spoken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(command: &clap::Command, words: &Catalogue, path: &str, found: &mut Vec<String>) {
        if !words.has(path) {
            found.push(path.to_owned());
        }
        for arg in command.get_arguments() {
            let id = format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-"));
            if !words.has(&id) && !["help", "version"].contains(&arg.get_id().as_str()) {
                found.push(id);
            }
        }
        for sub in command.get_subcommands() {
            missing(sub, words, &format!("{path}-{}", sub.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_option_says_what_it_does_in_both_languages() {
        for lang in [Lang::Fr, Lang::En] {
            let mut found = Vec::new();
            missing(&Line::command(), Catalogue::of(lang), "cli", &mut found);
            found.sort();
            found.dedup();
            assert!(found.is_empty(), "{lang:?}: {found:#?}");
        }
    }

    #[test]
    fn the_language_is_read_before_anything_else() {
        let line = ["atelier", "verify", "--lang", "en"].map(Into::into);
        assert_eq!(asked_lang(&line), Lang::En);
        let line = ["atelier", "--lang=fr", "verify"].map(Into::into);
        assert_eq!(asked_lang(&line), Lang::Fr);
    }
}
