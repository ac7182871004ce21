//! `atelier plan why`: why an order has its date, and what it serves.

use super::super::session::Session;
use crate::fault::Fault;
use crate::workbench::Published;
use atelier_domain::language::Args;
use serde_json::json;

/// Its reasons, what would free it, the objective it serves and where it comes from.
pub async fn run(session: &Session, order: &str) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let plan = bench.published(&office).await?;
    let planned = plan.order(order)?;
    let speaker = plan.speaker(session.lang);
    let reasons = Published::why(planned, &speaker, session.lang);
    let chain = speaker.chain(planned.order.id);
    let free = planned.unplaced.as_ref().map(|one| speaker.freeing(one)).unwrap_or_default();
    let pegging = plan.pegging(planned, session.lang);
    session.json(&json!({
        "order": planned.order.id,
        "reasons": reasons,
        "chain": chain,
        "free": free,
        "pegging": pegging,
    }))?;
    let customer = plan.customer(planned, session.words);
    let (_, operation) = plan.routing_of(&planned.order);
    let operation = operation.map_or("", |one| one.name.get(session.lang));
    let show = session.words.show();
    let when = planned.order.start.map_or_else(
        || session.words.plain("table-unplaced"),
        |start| format!("{} {}", show.day(start.date()), show.time(start.time())),
    );
    session.say("cli-plain", &Args::new().with("text", format!("{operation} · {customer} · {when}")))?;
    for sentence in reasons.iter().chain(&chain).chain(&free).chain(&pegging) {
        session.say("cli-indented", &Args::new().with("text", sentence.as_str()))?;
    }
    let lineage = bench.lineage(&office, planned).await?;
    for (day, actor, source) in lineage {
        let args = Args::new().with("day", show.day(day)).with("actor", actor).with("source", source);
        session.say("cli-fact-line", &args)?;
    }
    Ok(())
}
