//! `atelier plan bottlenecks`: what holds the plan back, the most costly first.

use super::super::out::{Form, Out};
use super::super::session::Session;
use super::super::tables::titled;
use super::asked::Asked;
use super::{aimed, read};
use crate::documents::write::Table;
use crate::fault::Fault;
use crate::workbench::{Shop, held_back};
use atelier_domain::language::Args;
use atelier_domain::planning::{Bottlenecks, Names};
use serde_json::json;

/// The ranked list, in sentences, as a table or in JSON.
pub async fn run(session: &Session, asked: &Asked, out: &Out) -> Result<(), Fault> {
    let aimed = aimed(session, asked)?;
    let (_, _, shop) = read(session, &aimed, true).await?;
    let found = held_back(&shop, &aimed, session.today)?;
    let names = names(&shop);
    if session.common.json && out.out.is_none() {
        return session.json(&in_json(session, &found, &names));
    }
    if out.out.is_some() || out.format != Form::Text {
        return session.tables(&[table(session, &found, &names)], out);
    }
    session.line(&found.headline(&names, session.words))?;
    for (rank, one) in found.list.iter().enumerate() {
        let args = Args::new()
            .with("rank", (rank + 1).to_string())
            .with("place", one.place(&names, session.words))
            .with("sentence", one.sentence(&names, session.words));
        session.say("cli-bottleneck", &args)?;
    }
    found.unvalued_told(&names, session.words).map_or(Ok(()), |told| session.line(&told))
}

/// One sentence, for those who make a plan.
pub fn headline_told(session: &Session, found: &Bottlenecks, shop: &Shop) -> Result<(), Fault> {
    let headline = found.headline(&names(shop), session.words);
    session.say("cli-plain", &Args::new().with("text", headline))
}

fn names(shop: &Shop) -> Names<'_> {
    Names { workshop: &shop.workshop, processes: &shop.processes }
}

fn in_json(session: &Session, found: &Bottlenecks, names: &Names<'_>) -> serde_json::Value {
    let list = found.list.iter().enumerate().map(|(rank, one)| {
        json!({
            "rank": rank + 1,
            "place": one.place(names, session.words),
            "sentence": one.sentence(names, session.words),
            "limit": one.limit,
            "stake": one.stake,
        })
    });
    json!({
        "headline": found.headline(names, session.words),
        "bottlenecks": list.collect::<Vec<_>>(),
        "unvalued": found.unvalued,
    })
}

fn table(session: &Session, found: &Bottlenecks, names: &Names<'_>) -> Table {
    let mut table = titled(session.words, "bottlenecks", &["rank", "place", "stake", "at_least", "detail"]);
    for (rank, one) in found.list.iter().enumerate() {
        table.push(vec![
            i64::try_from(rank + 1).unwrap_or(i64::MAX).into(),
            one.place(names, session.words).into(),
            one.stake.map(|stake| stake.money).into(),
            one.stake.map(|stake| stake.at_least).into(),
            one.sentence(names, session.words).into(),
        ]);
    }
    table
}
