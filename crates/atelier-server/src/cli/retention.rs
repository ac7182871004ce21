//! `atelier retention` and `atelier gate`: how long people are kept, and what may watch those who work.

use super::session::Session;
use crate::fault::Fault;
use crate::persons;
use crate::workbench::{Act, Office, Workbench};
use atelier_domain::controls::{
    Due, Ending, Gate as Recorded, Kept, Leaving, Retention as Rules, Stage, Watch, pass,
};
use atelier_domain::language::Args;
use clap::Subcommand;
use jiff::civil::Date;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Commands about terms of keeping.
#[derive(Debug, Subcommand)]
pub enum Retention {
    List {
        #[arg(long)]
        until: Option<Date>,
    },
    Letter {
        id: String,
    },
    Ask {
        id: String,
        #[arg(long)]
        channel: String,
        #[arg(long)]
        on: Option<Date>,
    },
    Apply {
        #[arg(long)]
        until: Option<Date>,
        #[arg(long)]
        unasked: bool,
        #[arg(long, default_value = "contract")]
        ground: String,
        #[arg(long)]
        confirm: bool,
    },
}

/// Commands about the gate of the works council.
#[derive(Debug, Subcommand)]
pub enum Gate {
    Show,
    File {
        #[arg(long)]
        out: Option<PathBuf>,
    },
    Record {
        #[arg(long)]
        consulted_on: Date,
        #[arg(long)]
        proof: String,
    },
}

/// Shows or applies the terms of keeping, or asks at their end; nobody leaves without `--confirm`.
pub async fn run(session: &Session, command: Retention) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "retention" };
    let until = match command {
        Retention::Letter { id } => return letter(session, (&bench, &office), &id).await,
        Retention::Ask { id, channel, on } => {
            let asked = (channel.as_str(), on.unwrap_or(session.today), session.today);
            let asking = persons::ask(&bench, &office, persons::identity(&id)?, asked, &act).await?;
            session.json(&json!(asking))?;
            let until = Rules::shipped().due(Kept::Question, asking.on);
            let show = session.words.show();
            let args = Args::new().with("day", show.day(asking.on)).with("until", show.day(until));
            return session.say("cli-retention-asked", &args);
        }
        Retention::List { until } => until,
        Retention::Apply { until, unasked, ground, confirm } => {
            let until = until.unwrap_or(session.today);
            let ending = Ending { until, unasked, ground: persons::ground(&ground)? };
            let leaving = if confirm {
                persons::apply(&bench, &office, ending, session.today, &act).await?
            } else {
                persons::leaving(&mut bench.store.read(office.scope).await?, &office, ending).await?
            };
            return ended(session, &leaving, confirm);
        }
    };
    let mut all = persons::due(&bench, &office, until.unwrap_or(session.today)).await?;
    all.retain(|one| until.is_none_or(|until| one.clock.is_some_and(|clock| clock.due <= until)));
    session.json(&json!({ "due": all.iter().map(told).collect::<Vec<_>>() }))?;
    if all.is_empty() {
        return session.say("cli-retention-none", &Args::new());
    }
    for one in &all {
        line(session, one)?;
    }
    session.say("cli-retention-dry", &Args::new())
}

/// Who leaves, or left, for the archive apart or for ever.
fn ended(session: &Session, leaving: &Leaving, done: bool) -> Result<(), Fault> {
    let people = |archived: bool| {
        let some = leaving.people.iter().filter(move |(_, until)| until.is_some() == archived);
        some.map(|(one, until)| {
            let mut told = told(one);
            told["archived_until"] = json!(until);
            told
        })
    };
    let gone = leaving.archived.iter().map(|one| json!({ "person": one.person, "until": one.until }));
    let (archived, erased): (Vec<_>, Vec<_>) = (people(true).collect(), people(false).chain(gone).collect());
    session.json(&json!({ "done": done, "archived": archived, "erased": erased }))?;
    if !done {
        if leaving.people.is_empty() && leaving.archived.is_empty() {
            return session.say("cli-retention-none", &Args::new());
        }
        for (one, until) in &leaving.people {
            line(session, one)?;
            if let Some(until) = until {
                let day = session.words.show().day(*until);
                session.say("cli-retention-to-archive", &Args::new().with("until", day))?;
            }
        }
        for one in &leaving.archived {
            let day = session.words.show().day(one.until);
            let args = Args::new().with("id", one.person.to_string()).with("until", day);
            session.say("cli-retention-out-of-archive", &args)?;
        }
        return session.say("cli-retention-dry", &Args::new());
    }
    let count = |count: usize| session.words.show().count(i64::try_from(count).unwrap_or(i64::MAX));
    let args = Args::new().with("count", count(leaving.erased())).with("archived", count(leaving.kept()));
    session.say("cli-retention-applied", &args)
}

/// The draft of the question whether somebody wants to stay, in the language of the session.
async fn letter(session: &Session, (bench, office): (&Workbench, &Office), id: &str) -> Result<(), Fault> {
    let person = persons::identity(id)?;
    let drawn = persons::question(bench, office, person, (session.today, session.words)).await?;
    let [subject, body] = drawn.letter(session.words);
    session
        .json(&json!({ "subject": subject, "body": body, "until": drawn.until, "barred": drawn.barred }))?;
    if let Some(barred) = drawn.barred {
        session.say("cli-plain", &Args::new().with("text", barred))?;
    }
    session.say("cli-plain", &Args::new().with("text", [subject, body].join("\n\n")))
}

fn told(one: &Due) -> Value {
    let (contact, stage) = (&one.contact, one.stage);
    json!({
        "person": contact.id,
        "name": contact.name,
        "clock": one.clock,
        "stage": stage.code(),
        "asked_on": stage.asked_on(),
    })
}

fn line(session: &Session, one: &Due) -> Result<(), Fault> {
    let show = session.words.show();
    let args = Args::new().with("id", one.contact.id.to_string()).with("name", one.contact.name.clone());
    let Some(clock) = one.clock else { return session.say("cli-retention-open", &args) };
    let args = args.with("due", show.day(clock.due)).with("base", show.day(clock.base));
    let asked = one.stage.asked_on().map(|day| show.day(day)).unwrap_or_default();
    let until = if let Stage::Asked { until, .. } = one.stage { show.day(until) } else { String::new() };
    let stage = Args::new().with("asked", asked).with("until", until);
    let told = match one.stage {
        Stage::Running => "cli-retention-running",
        Stage::ToAsk => "cli-retention-to-ask",
        Stage::Asked { .. } => "cli-retention-waiting",
        Stage::Over { .. } => "cli-retention-over",
    };
    let stage = session.words.text(told, &stage);
    session.say("cli-retention-line", &args.with("kept", clock.kept.code()).with("stage", stage))
}

/// Shows or records the consultation of the works council.
pub async fn gate(session: &Session, command: Gate) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let gate = match command {
        Gate::File { out } => return file(session, (&bench, &office), out.as_deref()).await,
        Gate::Show => persons::gate(&bench, &office).await?,
        Gate::Record { consulted_on, proof } => {
            let actor = session.actor();
            let act = Act { actor: &actor, now: session.now, source: "gate" };
            let gate = Recorded { consulted_on, proof };
            Some(persons::record(&bench, &office, gate, session.today, &act).await?)
        }
    };
    let open = pass(gate.as_ref(), session.today).is_ok();
    let watches = Watch::ALL.map(Watch::code);
    session.json(&json!({ "open": open, "gate": gate, "watches": watches }))?;
    match &gate {
        Some(gate) => {
            let day = session.words.show().day(gate.consulted_on);
            session.say("cli-gate-open", &Args::new().with("day", day).with("proof", gate.proof.clone()))?;
        }
        None => session.say("cli-gate-closed", &Args::new())?,
    }
    Watch::ALL.iter().try_for_each(|watch| session.say(watch.message(), &Args::new()))
}

/// Writes the file for the works council.
async fn file(
    session: &Session,
    (bench, office): (&Workbench, &Office),
    out: Option<&Path>,
) -> Result<(), Fault> {
    let made = persons::council(bench, office, (session.today, session.lang)).await?;
    let document = made.document(session.lang);
    let Some(out) = out else {
        return if session.common.json { session.json(&json!(made)) } else { session.line(&document) };
    };
    session.write(out, document.as_bytes())?;
    session.json(&json!({ "written": [out.display().to_string()] }))
}
