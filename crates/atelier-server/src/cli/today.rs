//! `atelier today`: a person's day, as text or as a calendar file.

use super::out::Out;
use super::session::Session;
use super::tables;
use crate::documents::calendar;
use crate::fault::Fault;
use atelier_domain::language::Args;
use jiff::civil::Date;
use serde_json::json;

/// Runs it.
pub async fn run(session: &Session, person: &str, date: Option<Date>, ics: bool) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let plan = bench.published(&office).await?;
    let load = plan.person(person)?;
    let date = date.unwrap_or(session.today);
    if ics {
        let entries = plan.entries(load, Some(date), session.lang);
        let text =
            calendar::write(&load.name, &office.zone, plan.made_at, &entries).map_err(anyhow::Error::from)?;
        return session.text("calendar", &text);
    }
    let day = plan.day(load, date, session.today, session.lang);
    session.json(&json!(day))?;
    let args = Args::new().with("person", &load.name).with("day", session.words.show().day(date));
    session.say("cli-day-of", &args)?;
    session.say("cli-plain", &Args::new().with("text", day.sentence.as_str()))?;
    for notice in [&day.overload, &day.overload_next].into_iter().flatten() {
        session.say("cli-warned", &Args::new().with("text", notice.as_str()))?;
    }
    if !session.common.json && !day.items.is_empty() {
        session.tables(&[tables::day(session, &day)], &Out::default())?;
    }
    if day.unplaced_total > 0 {
        let count = i64::try_from(day.unplaced_total).unwrap_or(i64::MAX);
        session.say("cli-day-unplaced", &Args::new().with_count("count", count))?;
        for one in day.unplaced.iter().take(5) {
            let text = format!("{} · {} · {}", one.operation, one.customer, one.cause);
            session.say("cli-indented", &Args::new().with("text", text))?;
        }
    }
    Ok(())
}
