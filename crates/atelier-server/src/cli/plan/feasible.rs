//! `atelier plan promise` and the capacity test: what cannot be done, in sentences and as a table.

use super::super::session::Session;
use super::super::tables::titled;
use super::asked::Asked;
use super::outlined;
use crate::documents::write::Table;
use crate::fault::Fault;
use crate::workbench::Shop;
use atelier_domain::language::Args;
use atelier_domain::planning::{Overload, weeks_in_words};
use serde_json::{Value, json};

/// Can the objective be met? For one process, the hours that the others take being set apart.
pub async fn promised(session: &Session, asked: &Asked) -> Result<(), Fault> {
    let (shop, plan) = outlined(session, asked).await?;
    let mut answers = Vec::new();
    for (rank, strand) in plan.strands.iter().enumerate() {
        let asked_for = asked.process.as_ref().is_none_or(|code| *code == strand.process);
        if strand.deals() == 0 || !asked_for {
            continue;
        }
        let process = shop.process(Some(&strand.process))?;
        let promise = plan.promise(rank, process, &shop.workshop)?;
        answers.push(json!({
            "process": strand.process,
            "service": strand.level,
            "feasible": promise.feasible,
            "asked": promise.asked,
            "bottleneck": promise.bottleneck,
            "missing_minutes": promise.missing.map(|(minutes, _)| minutes),
            "missing_week": promise.missing.map(|(_, week)| week),
            "overloads": in_json(session, &promise.overloads, &shop),
            "nearest_quantity": promise.nearest_quantity,
            "nearest_date": promise.nearest_date.map(|(_, week)| week),
        }));
        session.say("cli-plain", &Args::new().with("text", process.name.get(session.lang)))?;
        super::service::told(session, &shop, &strand.process, &strand.level)?;
        let overloaded = promise.overloads.iter().map(|one| one.sentence(session.words, &shop.workshop));
        let mut sentences = promise.sentences(session.words, &shop.workshop.kinds);
        let rank = usize::from(promise.missing.is_some() || promise.says_no_first()).min(sentences.len());
        sentences.splice(rank..rank, overloaded);
        for sentence in sentences {
            session.say("cli-indented", &Args::new().with("text", sentence))?;
        }
    }
    session.json(&json!(answers))
}

/// The capacity test in sentences: what cannot be held, or that everything can.
pub fn told(session: &Session, overloads: &[Overload], shop: &Shop) -> Result<(), Fault> {
    if overloads.is_empty() {
        return session.say("cli-rough-cut-fits", &Args::new());
    }
    session.say("cli-rough-cut-short", &Args::new())?;
    for one in overloads {
        let sentence = one.sentence(session.words, &shop.workshop);
        session.say("cli-indented", &Args::new().with("text", sentence))?;
    }
    Ok(())
}

/// The same as a table, empty when everything can be held.
pub fn table(session: &Session, overloads: &[Overload], shop: &Shop) -> Table {
    let keys = ["who", "weeks", "load", "capacity", "shortage"];
    let mut table = titled(session.words, "rough-cut", &keys);
    for one in overloads {
        table.push(vec![
            one.who(session.words, &shop.workshop).into(),
            weeks_in_words(&one.weeks, session.words).into(),
            one.asked.into(),
            one.possible.into(),
            one.missing().into(),
        ]);
    }
    table
}

/// Overloads with their sentence and missing minutes.
fn in_json(session: &Session, overloads: &[Overload], shop: &Shop) -> Vec<Value> {
    let one = |overload: &Overload| {
        json!({
            "overload": overload,
            "missing_minutes": overload.missing(),
            "sentence": overload.sentence(session.words, &shop.workshop),
        })
    };
    overloads.iter().map(one).collect()
}
