//! The command line: the same rules as the pages, in the user's language, exit code 0 only on success.

mod accesses;
mod args;
mod canaries;
mod confirm;
mod demo;
mod diagnose;
mod draft;
mod figures;
mod import;
mod keep;
mod lint;
mod merge;
mod note;
mod order;
mod out;
mod person;
mod plan;
mod proof;
mod provider;
mod retention;
mod session;
mod sheets;
mod spoken;
mod tables;
mod today;
mod units;
mod unreadable;
mod users;
mod verify;
mod webhooks;
mod witness;
mod worker;
mod workshop;

use crate::fault::Fault;
use crate::http::{self, Service, Site, routes as served};
use crate::jobs::Crew;
use crate::rights::{self, Draft};
use crate::traces::Traces;
use crate::workbench::{Act, Workbench};
use args::{Command, Line};
use atelier_domain::controls::{Permission, Role};
use atelier_domain::language::{Args, Currency, Refusal};
use atelier_store::Company;
use serde_json::json;
use session::Session;
use std::ffi::OsString;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::process::ExitCode;
use tokio::runtime::Handle;

/// Exit code of a refusal.
const REFUSED: u8 = 1;
/// Exit code of a line that cannot be read.
const UNREADABLE: u8 = 2;
/// Exit code of an incident.
const INCIDENT: u8 = 3;

/// Reads and runs a command line.
pub fn main(line: &[OsString]) -> ExitCode {
    let lang = spoken::asked_lang(line);
    let line = match Line::read(line, lang) {
        Ok(read) => read,
        Err(said) => return unreadable::tell(&said, lang, line),
    };
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::WARN).init();
    let session = Session::new(line.common, lang, line.command.writes());
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&session, Fault::from(error)),
    };
    let traces = match traces(&session, &line.command, runtime.handle()) {
        Ok(traces) => traces,
        Err(fault) => return fail(&session, fault),
    };
    // A demonstration has its data in a folder of its own, and seals them itself.
    let seals = session.writes && !matches!(line.command, Command::Demo { .. } | Command::Backup { .. });
    let done = runtime.block_on(run(&session, line.command));
    traces.map(Traces::end).unwrap_or_default();
    match done {
        Ok(()) => {
            if seals {
                runtime.block_on(proof::seal_after(&session));
            }
            ExitCode::SUCCESS
        }
        Err(fault) => fail(&session, fault),
    }
}

/// Only what runs for long sends spans.
fn traces(session: &Session, command: &Command, runtime: &Handle) -> Result<Option<Traces>, Fault> {
    let is_long = matches!(command, Command::Serve { .. } | Command::Worker { .. });
    is_long.then(|| Traces::begin(runtime, session.common.authorities.as_deref())).transpose()
}

fn fail(session: &Session, fault: Fault) -> ExitCode {
    session.progress_end();
    match fault {
        Fault::Refused(refusals) => {
            session.refuse(&refusals);
            ExitCode::from(REFUSED)
        }
        Fault::Incident(incident) if is_closed_pipe(&incident) => ExitCode::SUCCESS,
        Fault::Incident(incident) => {
            session.refuse(&Refusal::new("app/incident").into());
            tracing::error!(error = format!("{incident:#}"), "command failed");
            ExitCode::from(INCIDENT)
        }
    }
}

/// The reader has had enough (`atelier … | head`): that is a success.
fn is_closed_pipe(incident: &anyhow::Error) -> bool {
    incident
        .downcast_ref::<std::io::Error>()
        .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

async fn run(session: &Session, command: Command) -> Result<(), Fault> {
    match command {
        Command::Demo { remove: true, .. } => demo::remove(session),
        Command::Demo { port, no_serve, canaries, remove: false } => {
            demo::run(session, (!no_serve).then_some(port), canaries).await
        }
        Command::Init { name, admin } => init(session, name, admin).await,
        Command::Serve { port, listen, address, workers, pace, provider } => {
            let address = address.or_else(|| session.common.public_address.clone());
            let site = users::site(listen, address.as_deref())?;
            let bench = provider::offered(session, session.bench().await?, provider, &site, port)?;
            bench.office(session.common.company.as_deref()).await.map(|_| ()).or_else(several)?;
            serve(session, bench, site, (listen, port), (proof::key_file(session), workers, pace)).await
        }
        Command::Worker { workers } => worker::run(session, workers).await,
        Command::User(command) => users::run(session, command).await,
        Command::Unit(command) => units::run(session, command).await,
        Command::Confirm(command) => confirm::run(session, command).await,
        Command::Accesses { before } => accesses::run(session, before.as_deref()).await,
        Command::Person(command) => person::run(session, command).await,
        Command::Merge(command) => merge::run(session, command).await,
        Command::Retention(command) => retention::run(session, command).await,
        Command::Gate(command) => retention::gate(session, command).await,
        Command::Webhook(command) => webhooks::run(session, command).await,
        Command::Import(command) => import::run(session, command).await,
        Command::Process(command) => sheets::run(session, command).await,
        Command::Workshop(command) => workshop::run(session, command).await,
        Command::Diagnose { out } => diagnose::run(session, &out).await,
        Command::Standards(command) => diagnose::standards(session, command).await,
        Command::Plan(command) => plan::run(session, command).await,
        Command::Today { person, date, ics } => today::run(session, &person, date, ics).await,
        Command::Order(command) => order::run(session, command).await,
        Command::InProgress { process, out } => figures::in_progress(session, process.as_deref(), &out).await,
        Command::Indicators { process, from, to, objects, out } => {
            figures::indicators(session, process.as_deref(), (from, to), objects.as_deref(), &out).await
        }
        Command::Size { classes, selling_hours } => figures::size(session, &classes, selling_hours),
        Command::Verify(asked) => verify::run(session, asked).await,
        Command::Seal { new_key } => proof::seal(session, new_key).await,
        Command::Checkpoint(asked) => proof::checkpoint(session, &asked).await,
        Command::Proof { subjects, out } => proof::proof(session, &subjects, &out).await,
        Command::Witness(asked) => witness::run(session, &asked).await,
        Command::Digest => keep::digest(session).await,
        Command::Rebuild => keep::rebuild(session).await,
        Command::Backup { file } => keep::backup(session, &file).await,
        Command::Restore { file } => keep::restore(session, &file).await,
        Command::Routes => routes(session),
        Command::Openapi => session.line(&http::openapi_text()),
    }
}

/// The pages choose among several companies themselves.
fn several(fault: Fault) -> Result<(), Fault> {
    match fault {
        Fault::Refused(refusals) if refusals.codes() == ["app/several-companies"] => Ok(()),
        other => Err(other),
    }
}

async fn init(session: &Session, name: String, admin: Option<String>) -> Result<(), Fault> {
    let bench = Workbench::new(session.new_store().await?);
    let code = session.common.company.clone().unwrap_or_else(|| "maison".to_owned());
    let company =
        Company { code: code.clone(), name, currency: Currency::EUR, zone: "Europe/Paris".to_owned() };
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "init" };
    let office = bench.found(company, &act).await?;
    session.say("cli-founded", &Args::new().with("name", office.name.clone()).with("code", code))?;
    let Some(login) = admin else {
        session.json(&json!({ "company": office.code }))?;
        return session.say("cli-founded-next", &Args::new());
    };
    let roles = vec![Role::Administrator.code().to_owned()];
    let draft = Draft { name: login.clone(), login, roles, ..Draft::default() };
    let (user, secret) = rights::add(&bench, &office, draft, &act).await?;
    users::invitation(session, &user, &secret, None)
}

/// Serves the pages until interrupted; meanwhile workers do the jobs, and the clock what comes back.
async fn serve(
    session: &Session,
    bench: Workbench,
    site: Site,
    (listen, port): (IpAddr, u16),
    (key, workers, pace): (PathBuf, usize, NonZeroU32),
) -> Result<(), Fault> {
    let page = site.clone();
    let ready = |address: std::net::SocketAddr| {
        let url = page.page("/", address.port());
        let _ = session.json(&json!({ "url": url }));
        let _ = session.say("cli-serving", &Args::new().with("url", url));
    };
    if bench.store.rules_the_cluster().await? {
        tracing::warn!(
            "the role of the program in PostgreSQL is a superuser: give it one that owns its own database only"
        );
    }
    warm(bench.clone());
    let crew = Crew::start(&bench, &key, workers);
    let app = Service::paced(bench, site, pace);
    let ending = app.clone();
    let over = async move {
        worker::asked_to_stop().await;
        ending.end();
    };
    let served = http::serve(app, listen, port, ready, over).await;
    crew.end().await;
    served.map_err(|error| {
        Refusal::new("app/port-taken").with("port", port.to_string()).with("cause", error.to_string()).into()
    })
}

/// Reads plans beside the serving, so that their page is soon as quick as the others.
fn warm(bench: Workbench) {
    tokio::spawn(async move {
        for office in bench.offices().await.unwrap_or_default() {
            // A company may have no plan yet.
            let _ = bench.strained(&office).await;
        }
    });
}

fn routes(session: &Session) -> Result<(), Fault> {
    let right = |route: &http::Route| route.permission.map_or("open", Permission::code);
    let served = served();
    let list: Vec<_> = served
        .iter()
        .map(|route| json!({ "method": route.method.as_str(), "path": route.path, "permission": right(route) }))
        .collect();
    session.json(&json!(list))?;
    for route in &served {
        if !session.common.json {
            session.line(&format!("{:<6} {:<28} {}", route.method.as_str(), route.path, right(route)))?;
        }
    }
    Ok(())
}
