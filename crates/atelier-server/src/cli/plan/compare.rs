//! `atelier plan compare`: the figures of two versions side by side, then what moved and why.

use super::super::out::Out;
use super::super::session::Session;
use super::super::tables::titled;
use crate::documents::write::Table;
use crate::fault::Fault;
use crate::workbench::moved;
use atelier_domain::execution::{Summary, schedule_of};
use atelier_domain::language::Args;
use atelier_domain::planning::schedule::{Change, Speaker, compare};
use serde_json::{Value, json};

/// Changes shown one by one.
const SHOWN: usize = 200;

/// Runs it.
pub async fn run(session: &Session, old: i64, new: i64) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let plan = bench.published(&office).await?;
    let (before, before_summary) = bench.version_of(&office, old).await?;
    let (after, after_summary) = bench.version_of(&office, new).await?;
    let (before, after) = (schedule_of(&before, &before_summary), schedule_of(&after, &after_summary));
    let moves = compare(&before, &after);
    let speaker = Speaker::of(&after, session.lang);
    let reason = |one: &atelier_domain::planning::schedule::Move| match one.change {
        Change::Moved { .. } | Change::Placed { .. } => speaker.why(one.order).pop(),
        _ => None,
    };
    if session.common.json {
        let told: Vec<Value> = moves
            .iter()
            .map(|one| {
                let mut row = json!(one);
                row["reason"] = json!(reason(one));
                row
            })
            .collect();
        let figures = json!({ "old": figures(&before_summary), "new": figures(&after_summary) });
        return session.json(&json!({ "figures": figures, "moves": told }));
    }
    let names = |code: &str| plan.kind_name(code, session.lang);
    session
        .tables(&[table(session, (old, &before_summary), (new, &after_summary), &names)], &Out::default())?;
    let count = i64::try_from(moves.len()).unwrap_or(i64::MAX);
    session.say(
        "cli-compared",
        &Args::new().with_count("count", count).with("n", session.words.show().count(count)),
    )?;
    for one in moves.iter().take(SHOWN) {
        session.line(&moved(&plan, one, &speaker, session.words))?;
        if let Some(reason) = reason(one) {
            session.say("cli-indented", &Args::new().with("text", reason))?;
        }
    }
    Ok(())
}

fn figures(summary: &Summary) -> Value {
    let load: i64 = summary.kinds.iter().map(|kind| kind.balance().total_load().0).sum();
    json!({
        "load_minutes": load,
        "placed": summary.placed,
        "late": summary.late,
        "unplaced": summary.unplaced,
        "price": summary.price.paid,
        "bound": summary.price.least,
        "gap_bp": summary.price.gap_bp(),
        "rule": summary.rule,
        "origin": summary.origin,
        "reason": summary.reason,
    })
}

/// One figure a row, one version a column.
fn table(
    session: &Session,
    (old, before): (i64, &Summary),
    (new, after): (i64, &Summary),
    kind_name: &dyn Fn(&str) -> String,
) -> Table {
    let (words, show) = (session.words, session.words.show());
    let mut table = titled(words, "compared", &["figure", "old", "new"]);
    let mut row = |name: String, before: String, after: String| {
        table.push(vec![name.as_str().into(), before.as_str().into(), after.as_str().into()]);
    };
    row(words.plain("column-version"), old.to_string(), new.to_string());
    let mut kinds: Vec<&str> = Vec::new();
    for kind in before.kinds.iter().chain(&after.kinds) {
        if !kinds.contains(&kind.kind.as_str()) {
            kinds.push(&kind.kind);
        }
    }
    for code in kinds {
        let load = |summary: &Summary| {
            summary.kind(code).map_or_else(String::new, |kind| show.hours(kind.balance().total_load(), 2))
        };
        let args = Args::new().with("kind", kind_name(code));
        row(words.text("cli-compared-load", &args), load(before), load(after));
    }
    let count = |number: u64| show.count(i64::try_from(number).unwrap_or(i64::MAX));
    let mut figure =
        |id: &str, value: &dyn Fn(&Summary) -> String| row(words.plain(id), value(before), value(after));
    figure("cli-compared-placed", &|summary| count(summary.placed as u64));
    figure("cli-compared-late", &|summary| count(summary.late as u64));
    figure("cli-compared-unplaced", &|summary| count(summary.unplaced as u64));
    figure("cli-compared-price", &|summary| count(summary.price.paid));
    let origin = |summary: &Summary| summary.origin(words).unwrap_or_default();
    figure("cli-compared-origin", &origin);
    figure("cli-compared-reason", &|summary| summary.reason.clone().unwrap_or_default());
    figure("cli-compared-gap", &|summary| show.percent(summary.price.gap_bp(), 10_000, 1));
    table
}
