//! `atelier plan release`: how many new cases each process may launch, so that the bottleneck is never
//! short of work nor drowned in it.

use super::super::out::Out;
use super::super::session::Session;
use super::super::tables::{kind_name, titled};
use super::asked::Asked;
use super::outlined;
use crate::documents::write::Table;
use crate::fault::Fault;
use crate::workbench::Shop;
use atelier_domain::execution::{Moved, Roped};
use atelier_domain::language::{Args, Refusal};
use atelier_domain::planning::{Release, buffer_days};
use serde_json::json;

/// Buffer, colour, trend and launches of each process, with the buffer asked for or written in its sheet.
pub async fn run(session: &Session, asked: &Asked, days: Option<i64>, out: &Out) -> Result<(), Fault> {
    let given = days.map(buffer_days).transpose()?;
    let (shop, plan) = outlined(session, asked).await?;
    let mut found: Vec<(String, Release)> = Vec::new();
    for (rank, strand) in plan.strands.iter().enumerate() {
        if asked.process.as_ref().is_some_and(|code| *code != strand.process) {
            continue;
        }
        let process = shop.process(Some(&strand.process))?;
        let written = process.planning.as_ref().and_then(|planning| planning.buffer_days);
        let Some(days) = given.or(written) else { continue };
        if let Some(release) = plan.release(rank, process, days, session.today)? {
            found.push((strand.process.clone(), release));
        }
    }
    if found.is_empty() {
        return Err(Refusal::new("planning/no-buffer").into());
    }
    if session.common.json {
        let one = |(process, release): &(String, Release)| {
            let drum = kind_name(&shop, &release.drum, session);
            let sentences = release.sentences(&drum, session.words);
            json!({ "process": process, "release": release, "sentences": sentences })
        };
        return session.json(&json!(found.iter().map(one).collect::<Vec<_>>()));
    }
    if out.out.is_none() {
        for (process, release) in &found {
            told(session, &shop, process, release)?;
        }
    }
    session.tables(&[table(session, &shop, &found)], out)
}

fn told(session: &Session, shop: &Shop, process: &str, release: &Release) -> Result<(), Fault> {
    let name = shop.processes.iter().find(|one| one.code == process);
    let name = name.map_or(process, |one| one.name.get(session.lang));
    session.say("cli-plain", &Args::new().with("text", name))?;
    let drum = kind_name(shop, &release.drum, session);
    for sentence in release.sentences(&drum, session.words) {
        session.say("cli-indented", &Args::new().with("text", sentence))?;
    }
    Ok(())
}

fn table(session: &Session, shop: &Shop, found: &[(String, Release)]) -> Table {
    let keys = ["process", "week", "kind", "buffer", "target", "wanted", "allowed", "launched"];
    let mut table = titled(session.words, "release", &keys);
    for (process, release) in found {
        for one in &release.weeks {
            table.push(vec![
                process.as_str().into(),
                session.words.show().week(one.week).into(),
                kind_name(shop, &release.drum, session).into(),
                one.buffer.into(),
                one.target.into(),
                one.wanted.into(),
                one.allowed.into(),
                one.launched.into(),
            ]);
        }
    }
    table
}

/// What the rope of a plan does: its sentences, and the new cases that it moved or holds.
pub fn ropes_told(session: &Session, shop: &Shop, ropes: &[Roped]) -> Result<(), Fault> {
    for rope in ropes {
        told(session, shop, &rope.process, &rope.release)?;
        for moved in &rope.moved {
            moved_told(session, moved)?;
        }
    }
    Ok(())
}

fn moved_told(session: &Session, moved: &Moved) -> Result<(), Fault> {
    let show = session.words.show();
    let args = Args::new()
        .with("units", show.count(moved.units))
        .with_count("count", moved.units)
        .with("from", show.week(moved.from));
    let (id, args) = match moved.to {
        None => ("cli-release-held", args),
        Some(to) if to < moved.from => ("cli-release-ahead", args.with("to", show.week(to))),
        Some(to) => ("cli-release-later", args.with("to", show.week(to))),
    };
    session.say(id, &args)
}
