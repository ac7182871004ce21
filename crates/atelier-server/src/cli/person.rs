//! `atelier person`: people at customers, what they agreed to, their erasure.

use super::session::{Session, unwritable};
use crate::fault::Fault;
use crate::persons::{self, Archived, Asked, Said};
use crate::workbench::{Act, Office, Workbench};
use atelier_domain::execution::{Contact, Erasure};
use atelier_domain::language::{AccountId, Args, Refusal};
use atelier_store::ContactList;
use clap::Subcommand;
use jiff::civil::Date;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// People shown at once.
const LINES: i64 = 200;

/// Commands about people at customers.
#[derive(Debug, Subcommand)]
pub enum Person {
    Keep {
        #[arg(long)]
        id: Option<String>,
        #[arg(long, conflicts_with = "id")]
        number: Option<String>,
        #[arg(long = "name")]
        person_name: Option<String>,
        #[arg(long)]
        account: Option<String>,
        #[arg(long)]
        function: Option<String>,
        #[arg(long)]
        mail: Option<String>,
        #[arg(long)]
        phone: Option<String>,
        #[arg(long)]
        language: Option<String>,
    },
    List {
        #[arg(long)]
        begins: Option<String>,
        #[arg(long)]
        account: Option<String>,
    },
    Consent {
        id: String,
        #[arg(long = "channel")]
        channels: Vec<String>,
        #[arg(long = "aim")]
        aims: Vec<String>,
        #[arg(long)]
        choice: String,
        #[arg(long)]
        on: Option<Date>,
        #[arg(long)]
        source: String,
    },
    May {
        id: String,
        #[arg(long)]
        channel: String,
        #[arg(long)]
        aim: String,
        #[arg(long)]
        on: Option<Date>,
    },
    Erase {
        #[arg(required_unless_present = "list")]
        id: Option<String>,
        #[arg(long, required_unless_present = "list")]
        reason: Option<String>,
        #[arg(long, conflicts_with_all = ["id", "reason"])]
        list: Option<PathBuf>,
    },
    Package {
        id: String,
        #[arg(long)]
        out: PathBuf,
    },
    Erased {
        #[arg(long)]
        out: Option<PathBuf>,
    },
    Archive {
        id: String,
        #[arg(long, default_value = "contract")]
        ground: String,
    },
    Archived {
        #[arg(long = "name")]
        person_name: Option<String>,
    },
    ArchivedPackage {
        id: String,
        #[arg(long)]
        out: PathBuf,
    },
    TakeOut {
        id: String,
    },
}

impl Person {
    /// Whether it writes facts.
    pub fn writes(&self) -> bool {
        matches!(
            self,
            Self::Keep { .. }
                | Self::Consent { .. }
                | Self::Erase { .. }
                | Self::Archive { .. }
                | Self::TakeOut { .. }
        )
    }
}

/// Runs a command about people at customers.
pub async fn run(session: &Session, command: Person) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "person" };
    match command {
        Person::Keep { id, number, person_name, account, function, mail, phone, language } => {
            let asked = Asked { name: person_name, account, function, mail, phone, language };
            let kept = match id {
                Some(id) => persons::change(&bench, &office, persons::identity(&id)?, asked, &act).await?,
                None => persons::add(&bench, &office, number, asked, &act).await?,
            };
            session.json(&json!(kept))?;
            session.say("cli-person-kept", &named(&kept))
        }
        Person::List { begins, account } => list(session, &bench, &office, begins, account).await,
        Person::Consent { id, channels, aims, choice, on, source } => {
            let asked = Said { channels, aims, choice, on: on.unwrap_or(session.today), source };
            let person = persons::identity(&id)?;
            let said = persons::said(&bench, &office, person, &asked, session.today, &act).await?;
            session.json(&json!(said))?;
            for one in said {
                let args = Args::new().with("channel", one.channel.code()).with("aim", one.aim.code());
                session.say("cli-person-said", &args.with("choice", one.choice.code()))?;
            }
            Ok(())
        }
        Person::May { id, channel, aim, on } => {
            let (person, day) = (persons::identity(&id)?, on.unwrap_or(session.today));
            let reach = persons::may(&bench, &office, person, (&channel, &aim), day).await?;
            session.json(&json!({ "allowed": reach.allowed(), "reason": reach.code(), "day": day }))?;
            let sentence = if reach.allowed() { "cli-person-may-yes" } else { "cli-person-may-not" };
            session.say(sentence, &Args::new().with("why", reach.words(session.words)))
        }
        Person::Erase { id, reason, list } => {
            let asked = match (list, id, reason) {
                (Some(file), _, _) => read_list(&file)?,
                (None, Some(id), Some(reason)) => vec![(id, reason)],
                _ => Vec::new(),
            };
            erase(session, &bench, &office, asked, &act).await
        }
        Person::Package { id, out } => {
            let person = persons::identity(&id)?;
            let bytes = persons::package(&bench, &office, person, session.today).await?;
            session.write(&out, &bytes)?;
            session.json(&json!({ "written": [out.display().to_string()] }))
        }
        Person::Erased { out } => erased(session, &bench, &office, out.as_deref()).await,
        Person::Archive { id, ground } => {
            let (person, ground) = (persons::identity(&id)?, persons::ground(&ground)?);
            let mut tx = bench.store.begin(office.scope).await?;
            let asked = (ground, session.today);
            let kept = persons::archive_in(&mut tx, &office, person, asked, &act).await?;
            tx.commit().await?;
            bench.store.empty_log().await?;
            session.json(&json!(kept))?;
            let args = Args::new().with("id", id).with("until", session.words.show().day(kept.until));
            session.say("cli-person-archive-done", &args)
        }
        Person::Archived { person_name } => {
            let all = persons::archives(&bench, &office, &person_name.unwrap_or_default()).await?;
            archived(session, &all)
        }
        Person::ArchivedPackage { id, out } => {
            let person = persons::identity(&id)?;
            let bytes = persons::archived_package(&bench, &office, person, session.today).await?;
            session.write(&out, &bytes)?;
            session.json(&json!({ "written": [out.display().to_string()] }))
        }
        Person::TakeOut { id } => {
            let mut tx = bench.store.begin(office.scope).await?;
            persons::take_out_in(&mut tx, persons::identity(&id)?, &act).await?;
            tx.commit().await?;
            session.json(&json!({ "person": id }))?;
            session.say("cli-person-take-out-done", &Args::new().with("id", id))
        }
    }
}

/// Who is in the archive apart.
fn archived(session: &Session, all: &[Archived]) -> Result<(), Fault> {
    let told = |one: &Archived| {
        let (kept, contact) = (&one.archive, &one.contact);
        json!({ "person": kept.person, "name": contact.name, "firm": one.firm, "ground": kept.ground,
            "on": kept.on, "until": kept.until })
    };
    session.json(&Value::from(all.iter().map(told).collect::<Vec<_>>()))?;
    if all.is_empty() {
        return session.say("cli-person-none-archived", &Args::new());
    }
    all.iter().try_for_each(|one| {
        let args = Args::new()
            .with("id", one.archive.person.to_string())
            .with("name", one.contact.name.clone())
            .with("firm", if one.firm.is_empty() { "–".to_owned() } else { one.firm.clone() })
            .with("ground", one.archive.ground.code())
            .with("until", session.words.show().day(one.archive.until));
        session.say("cli-person-archived-line", &args)
    })
}

fn named(contact: &Contact) -> Args {
    let or = |text: Option<&str>| text.filter(|text| !text.is_empty()).unwrap_or("–").to_owned();
    Args::new()
        .with("name", contact.name.clone())
        .with("id", contact.id.to_string())
        .with("function", or(Some(&contact.function)))
        .with("mail", or(contact.mail.as_deref()))
        .with("phone", or(contact.phone.as_deref()))
}

async fn list(
    session: &Session,
    bench: &Workbench,
    office: &Office,
    begins: Option<String>,
    account: Option<String>,
) -> Result<(), Fault> {
    let mut reader = bench.store.read(office.scope).await?;
    let people = match account {
        Some(key) => {
            let id = AccountId::of(office.tenant, &key);
            let firm = reader.account_now(id).await?.map_or(id, |account| account.id);
            reader.contacts_of_account(firm).await?
        }
        None => {
            let text = begins.unwrap_or_default();
            reader.list_contacts(&ContactList { text, limit: LINES, ..ContactList::default() }).await?.rows
        }
    };
    session.json(&json!(people))?;
    if people.is_empty() {
        return session.say("cli-person-none", &Args::new());
    }
    people.iter().try_for_each(|one| session.say("cli-person-line", &named(one)))
}

/// One person a line: identity, day, reason, as `atelier person erased --out` writes them.
fn read_list(file: &Path) -> Result<Vec<(String, String)>, Fault> {
    let shown = file.display().to_string();
    let text = std::fs::read_to_string(file).map_err(|error| {
        Refusal::new("app/unreadable-file").with("file", shown.clone()).with("cause", error.to_string())
    })?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let read = lines.map(|line| {
        let mut words = line.split_whitespace();
        let (id, reason) = (words.next().unwrap_or_default(), words.next_back().unwrap_or_default());
        (id.to_owned(), reason.to_owned())
    });
    Ok(read.collect())
}

/// Erases each; of a list, those erased already or never known are told and left alone.
async fn erase(
    session: &Session,
    bench: &Workbench,
    office: &Office,
    asked: Vec<(String, String)>,
    act: &Act<'_>,
) -> Result<(), Fault> {
    let alone = asked.len() == 1;
    let asked = asked.iter().map(|(id, reason)| Ok((persons::identity(id)?, persons::reason(reason)?)));
    let mut told = Vec::new();
    for (person, reason) in asked.collect::<Result<Vec<_>, Refusal>>()? {
        let args = Args::new().with("id", person.to_string()).with("reason", reason.code());
        match persons::erase(bench, office, person, (reason, session.today), act).await {
            Ok(erased) => {
                told.push(json!({ "person": person, "reason": reason, "log_emptied": erased.log_emptied }));
                session.say("cli-person-gone", &args)?;
            }
            Err(Fault::Refused(refusals)) if !alone => {
                told.push(json!({ "person": person, "left": refusals.codes() }));
                session.say("cli-person-left", &args)?;
            }
            Err(other) => return Err(other),
        }
    }
    session.json(&json!(told))
}

async fn erased(
    session: &Session,
    bench: &Workbench,
    office: &Office,
    out: Option<&Path>,
) -> Result<(), Fault> {
    let all = persons::erased(bench, office).await?;
    let line = |one: &Erasure| [one.person.to_string(), one.on.to_string(), one.reason.to_string()].join(" ");
    let lines: Vec<String> = all.iter().map(line).collect();
    if let Some(file) = out {
        let text = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect::<String>();
        std::fs::write(file, text).map_err(|error| unwritable(file, &error))?;
    }
    session.json(&Value::from(all.iter().map(|one| json!(one)).collect::<Vec<_>>()))?;
    if session.common.json {
        return Ok(());
    }
    if lines.is_empty() {
        return session.say("cli-person-none-erased", &Args::new());
    }
    lines.iter().try_for_each(|line| session.line(line))
}
