//! `atelier demo`: two companies planned and shown, from nothing, in one command.

use super::session::Session;
use crate::fault::Fault;
use crate::http::Site;
use crate::import::Records;
use crate::persons;
use crate::rights::{self, Office, Secret, UnitAsked};
use crate::sample::{self, TODAY};
use crate::workbench::{Act, Aimed, KEPT, Pursuit, Workbench, made, seal_all, span_of_years, stored};
use atelier_domain::controls::{Confirmation, Gate, Sold, Verdict};
use atelier_domain::execution::{Case, Standing};
use atelier_domain::language::{Args, Currency, Refusal};
use atelier_domain::ledger::Purpose;
use atelier_store::{Company, Content, Sheet, Store, Target};
use serde_json::{Value, json};
use std::net::Ipv4Addr;
use std::path::Path;

/// What marks a folder as one that the demonstration made, and may make again.
const MARK: &str = "demonstration";

/// Runs it; serves on `port` when there is one. With `canaries`, makes instead the companies of whoever
/// tests rights, and prints the document that describes them.
pub async fn run(session: &Session, port: Option<u16>, canaries: bool) -> Result<(), Fault> {
    let target = match &session.common.database {
        Some(url) => Target::Postgres(url.clone()),
        None => Target::Sqlite(fresh(&session.common.data.join("demo"))?),
    };
    let bench = Workbench::new(Store::open(&target).await?);
    if !bench.offices().await?.is_empty() {
        return Err(Refusal::new("app/database-taken").into());
    }
    let password = passphrase()?;
    let told = if canaries {
        super::canaries::run(session, &bench, &password).await?
    } else {
        shown(session, &bench, &password).await?
    };
    let key = match &target {
        Target::Sqlite(home) => home.join("ledger.key"),
        Target::Postgres(_) => super::proof::key_file(session),
    };
    seal_all(&bench.store, &key, false).await?;
    if canaries {
        session.line(&format!("{told:#}"))?;
    } else if port.is_none() {
        session.json(&told)?;
    }
    let Some(port) = port else { return Ok(()) };
    super::serve(
        session,
        bench,
        Site::Loopback,
        (Ipv4Addr::LOCALHOST.into(), port),
        (key, 1, crate::http::PACE),
    )
    .await
}

/// Removes what the demonstration made, in one act; nothing else is ever in its folder.
///
/// # Errors
/// `app/no-demonstration` when the folder was not made by it, or when it is on PostgreSQL.
pub fn remove(session: &Session) -> Result<(), Fault> {
    let folder = session.common.data.join("demo");
    if session.common.database.is_some() || !folder.join(MARK).exists() {
        return Err(Refusal::new("app/no-demonstration").with("folder", folder.display().to_string()).into());
    }
    std::fs::remove_dir_all(&folder)?;
    session.say("cli-demo-removed", &Args::new().with("folder", folder.display().to_string()))
}

/// The two companies that are shown, planned, and who can sign in.
async fn shown(session: &Session, bench: &Workbench, password: &str) -> Result<Value, Fault> {
    let mut told = Vec::new();
    for company in [sample::metrios(), sample::lumen()] {
        told.push(load(session, bench, company).await?);
    }
    let logins = people(session, bench, password).await?;
    Ok(json!({ "companies": told, "password": password, "logins": logins }))
}

/// One password for everybody of the demonstration, new each time, or the one of the environment.
fn passphrase() -> Result<String, Fault> {
    if let Ok(given) = std::env::var("ATELIER_DEMO_PASSWORD") {
        return Ok(given);
    }
    let secret = Secret::new()?;
    let letters: String = secret.reveal().chars().filter(char::is_ascii_alphanumeric).take(20).collect();
    Ok(letters.as_bytes().chunks(5).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-"))
}

/// Adds the users of both companies, all with one password, and tells who can sign in.
async fn people(session: &Session, bench: &Workbench, password: &str) -> Result<Vec<Value>, Fault> {
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "demo" };
    let mut logins = Vec::new();
    session.say("cli-demo-logins", &Args::new().with("password", password.to_owned()))?;
    for office in bench.offices().await? {
        let plan = bench.published(&office).await?;
        let drafts = sample::users(&office.code, |code| {
            plan.workshop.resources.iter().find(|one| one.code == code).map(|one| one.name.clone())
        });
        for draft in drafts {
            let (user, _) = rights::add(bench, &office, draft, &act).await?;
            rights::set_password(bench, &office, &user, password, &act).await?;
            let role = user.roles.first().map(|role| role.code()).unwrap_or_default();
            let args = Args::new()
                .with("login", user.login.clone())
                .with("role", session.words.plain(&format!("controls-role-{role}")))
                .with("company", office.name.clone());
            session.say("cli-demo-login", &args)?;
            logins.push(json!({ "login": user.login, "role": role, "company": office.code }));
        }
        units(bench, &office, &act).await?;
        confirmed(bench, &office, session.now).await?;
    }
    if session.common.database.is_none() {
        session.say("cli-demo-away", &Args::new())?;
    }
    Ok(logins)
}

/// What was won long before the demonstration is held as confirmed by its finance, in one fact that says so; what
/// was won lately waits.
async fn confirmed(bench: &Workbench, office: &Office, now: jiff::Timestamp) -> Result<(), Fault> {
    let by = ["finance@", &office.code, ".example"].concat();
    let act = Act { actor: &by, now, source: "demo" };
    let mut reader = bench.store.read(office.scope).await?;
    let mut won = Vec::new();
    let long_ago = |case: &Case| case.closed_on.is_some_and(|day| day < sample::CONFIRMED);
    reader
        .each_case(|case| {
            if case.standing == Standing::Won && long_ago(&case) {
                won.push(case.id);
            }
        })
        .await?;
    let mut verdicts = Vec::new();
    for id in won {
        let Some((case, version)) = reader.case_at(id).await? else { continue };
        verdicts.push(Content::Confirmation(Confirmation {
            case: case.id,
            verdict: Verdict::Confirmed,
            reason: "Démonstration : gagnée avant la mi-décembre, tenue pour vue.".to_owned(),
            sold: Sold::of(&case),
            version,
            evidence: Vec::new(),
            said_on: TODAY,
            by: by.clone(),
        }));
    }
    drop(reader);
    if !verdicts.is_empty() {
        bench.say(office, "controls/confirm", Purpose::Control, &act, verdicts).await?;
    }
    Ok(())
}

/// The teams of the workshop as units, each under its manager when the company has one.
async fn units(bench: &Workbench, office: &Office, act: &Act<'_>) -> Result<(), Fault> {
    for user in rights::list(bench, office).await? {
        if let Some(unit) = &user.unit {
            let asked = UnitAsked { code: unit.clone(), supervisor: Some(user.id), ..UnitAsked::default() };
            rights::keep_unit(bench, office, asked, act).await?;
        }
    }
    Ok(())
}

/// An empty folder: a former demonstration is removed, anything else is left alone.
fn fresh(folder: &Path) -> Result<std::path::PathBuf, Fault> {
    let mark = folder.join(MARK);
    if folder.exists() {
        let empty = std::fs::read_dir(folder)?.next().is_none();
        if !empty && !mark.exists() {
            let shown = folder.display().to_string();
            return Err(Refusal::new("app/folder-taken").with("folder", shown).into());
        }
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    std::fs::write(&mark, "")?;
    Ok(folder.to_owned())
}

async fn load(
    session: &Session,
    bench: &Workbench,
    company: sample::Company,
) -> Result<serde_json::Value, Fault> {
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "demo" };
    let founded = Company {
        code: company.code.to_owned(),
        name: company.name.to_owned(),
        currency: Currency::EUR,
        zone: "Europe/Paris".to_owned(),
    };
    let office = bench.found(founded, &act).await?;
    let mut sheets = sample::sheets(company.workshop.clone(), company.processes.iter().copied(), &act)?;
    sheets.extend(company.scenarios.map(scenarios));
    bench.say(&office, KEPT, Purpose::Performance, &act, sheets).await?;
    let said = sample::talks(&company)?;
    let records = Records {
        accounts: company.accounts,
        people: company.people,
        products: company.products,
        cases: company.cases,
        passages: company.passages,
    };
    // Nobody was really consulted: said aloud, so that nobody takes it for an example to follow. The day is one that
    // has come, also where the demonstration plays in the future.
    let proof = session.words.plain("cli-demo-proof");
    let gate = Gate { consulted_on: TODAY.min(office.today()), proof };
    persons::record(bench, &office, gate, TODAY, &act).await?;
    session.say("cli-demo-gate", &Args::new().with("company", office.name.clone()))?;
    bench.import(&office, records, &act, &mut |done| session.progress("cli-writing", done, None)).await?;
    let shop = bench.shop(&office, span_of_years(TODAY, None), true).await?;
    let plan = made(&shop, &Aimed::default(), TODAY, &Pursuit::default())?;
    let version = bench.publish(&office, &plan, &act).await?;
    say(bench, &office, said, &act).await?;
    session.progress_end();
    super::plan::told(session, &shop, &plan, Some(version))?;
    session.say("cli-plain", &atelier_domain::language::Args::new().with("text", ""))?;
    Ok(json!({ "company": office.code, "version": version, "summary": plan.summary }))
}

fn scenarios(text: &str) -> Content {
    let (kind, code) = ("scenarios".to_owned(), "scenarios".to_owned());
    Content::Sheet(Sheet { kind, code, version: 1, text: text.to_owned() })
}

/// What was said at the customers' before the first day.
async fn say(bench: &Workbench, office: &Office, said: sample::Talks, act: &Act<'_>) -> Result<(), Fault> {
    let contacts = said.contacts.into_iter().map(Content::Contact).collect();
    bench.say(office, "execution/add-contact", Purpose::Performance, act, contacts).await?;
    let mut contents = Vec::new();
    for planned in &said.orders {
        contents.push(Content::Declared(stored(planned, 0)?));
    }
    contents.extend(said.held.into_iter().map(Content::Conversation));
    contents.extend(said.promises.into_iter().map(Content::Promise));
    bench.say(office, "execution/capture", Purpose::Performance, act, contents).await?;
    Ok(())
}
