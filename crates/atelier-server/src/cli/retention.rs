//! `atelier retention` and `atelier gate`: how long people are kept, and what may watch those who work.

use super::session::Session;
use crate::fault::Fault;
use crate::persons::{self, Due};
use crate::workbench::Act;
use atelier_domain::controls::{Gate as Recorded, Watch, pass};
use atelier_domain::language::Args;
use clap::Subcommand;
use jiff::civil::Date;
use serde_json::{Value, json};

/// Commands about terms of keeping.
#[derive(Debug, Subcommand)]
pub enum Retention {
    List {
        #[arg(long)]
        until: Option<Date>,
    },
    Apply {
        #[arg(long)]
        until: Option<Date>,
        #[arg(long)]
        confirm: bool,
    },
}

/// Commands about the gate of the works council.
#[derive(Debug, Subcommand)]
pub enum Gate {
    Show,
    Record {
        #[arg(long)]
        consulted_on: Date,
        #[arg(long)]
        proof: String,
    },
}

/// Shows or applies the terms of keeping; nothing is erased without `--confirm`.
pub async fn run(session: &Session, command: Retention) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let (until, confirmed) = match command {
        Retention::List { until } => (until, false),
        Retention::Apply { until, confirm } => (Some(until.unwrap_or(session.today)), confirm),
    };
    if confirmed {
        let actor = session.actor();
        let act = Act { actor: &actor, now: session.now, source: "retention" };
        let until = until.unwrap_or(session.today);
        let gone = persons::apply(&bench, &office, until, session.today, &act).await?;
        session.json(&json!({ "erased": gone.iter().map(told).collect::<Vec<_>>() }))?;
        let count = session.words.show().count(i64::try_from(gone.len()).unwrap_or(i64::MAX));
        return session.say("cli-retention-applied", &Args::new().with("count", count));
    }
    let mut all = persons::due(&bench, &office).await?;
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

fn told(one: &Due) -> Value {
    json!({ "person": one.contact.id, "name": one.contact.name, "clock": one.clock })
}

fn line(session: &Session, one: &Due) -> Result<(), Fault> {
    let show = session.words.show();
    let args = Args::new().with("id", one.contact.id.to_string()).with("name", one.contact.name.clone());
    let Some(clock) = one.clock else { return session.say("cli-retention-open", &args) };
    let args = args.with("due", show.day(clock.due)).with("base", show.day(clock.base));
    session.say("cli-retention-line", &args.with("kept", clock.kept.code()))
}

/// Shows or records the consultation of the works council.
pub async fn gate(session: &Session, command: Gate) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let gate = match command {
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
