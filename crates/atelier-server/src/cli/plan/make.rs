//! `atelier plan make`: everything in one command, from the objective to a person's first day.

use super::super::out::{Form, Out};
use super::super::session::{Session, make_folder};
use super::super::tables;
use super::asked::{Asked, Search};
use super::{Proposed, proposed, stopped_told, told};
use crate::documents::calendar;
use crate::documents::write::Table;
use crate::fault::Fault;
use crate::workbench::{Made, Published, find_person};
use atelier_domain::language::Args;
use atelier_domain::planning::schedule::Load;
use jiff::civil::{Date, Weekday};
use serde_json::json;
use std::path::Path;

/// Needs, load, who is over, the schedule, and the first Monday of a person: the one asked for, else
/// the one with most to do. Nothing is written when the person or the folder is not good.
pub async fn run(
    session: &Session,
    asked: &Asked,
    search: &Search,
    person: Option<&str>,
    out: Option<&Path>,
) -> Result<(), Fault> {
    let proposed = proposed(session, asked, search).await?;
    let made = &proposed.made;
    let chosen = match person {
        Some(asked) => Some(find_person(&made.summary.people, asked)?),
        None => made.schedule.loads.iter().max_by_key(|load| load.planned),
    };
    if proposed.stopped {
        return stopped_told(session, &proposed);
    }
    if let Some(folder) = out {
        make_folder(folder)?;
    }
    let version = proposed.publish(session).await?;
    let plan = proposed.bench.published(&proposed.office).await?;
    if proposed.shop.assumed {
        session.say("cli-assumed-workshop", &Args::new())?;
    }
    told(session, &proposed.shop, made, Some(version))?;
    let mut written = Vec::new();
    let tables = tables(session, &proposed, &plan);
    match out {
        Some(folder) => to_folder(session, &tables, folder, &mut written)?,
        None if session.common.json => {}
        None => session.tables(&tables[..3], &Out::default())?,
    }
    let mut shown = None;
    if let Some(load) = chosen {
        let day = first_day(made, load).unwrap_or(made.summary.period.first);
        let seen = plan.day(load, day, session.today, session.lang);
        let args = Args::new().with("person", &load.name).with("day", session.words.show().day(day));
        session.say("cli-day-of", &args)?;
        session.say("cli-plain", &Args::new().with("text", seen.sentence.as_str()))?;
        if !session.common.json && !seen.items.is_empty() {
            session.tables(&[tables::day(session, &seen)], &Out::default())?;
        }
        shown = Some(seen);
        if let Some(folder) = out {
            let entries = plan.entries(load, None, session.lang);
            let text = calendar::write(&load.name, &proposed.office.zone, plan.made_at, &entries)
                .map_err(anyhow::Error::from)?;
            let path = folder.join(format!("{}.ics", file_name(&load.name)));
            session.write(&path, text.as_bytes())?;
            written.push(path.display().to_string());
        }
    }
    session.json(&json!({ "version": version, "summary": made.summary, "day": shown, "written": written }))
}

fn tables(session: &Session, proposed: &Proposed, plan: &Published) -> [Table; 4] {
    let (made, shop) = (&proposed.made, &proposed.shop);
    [
        tables::needs(session, &made.plan, shop),
        tables::load(session, &made.plan, shop),
        tables::people(session, &made.plan, shop),
        tables::schedule(session, plan),
    ]
}

/// Each table as a delimited file and as a workbook.
fn to_folder(
    session: &Session,
    tables: &[Table],
    folder: &Path,
    written: &mut Vec<String>,
) -> Result<(), Fault> {
    for table in tables {
        for (form, end) in [(Form::Csv, "csv"), (Form::Xlsx, "xlsx")] {
            let mut bytes = Vec::new();
            table.write(form.into(), session.lang, &mut bytes)?;
            let path = folder.join(format!("{}.{end}", table.name));
            session.write(&path, &bytes)?;
            written.push(path.display().to_string());
        }
    }
    Ok(())
}

/// Letters and figures of a name, for a file.
fn file_name(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect()
}

/// The first Monday on which the person has something to do, else their first day with something.
fn first_day(made: &Made, load: &Load) -> Option<Date> {
    let of_person = made.schedule.appointments.iter().filter(|one| one.people.contains(&load.person));
    let days: Vec<Date> = of_person.map(|one| one.start.date()).collect();
    let mondays = days.iter().filter(|day| day.weekday() == Weekday::Monday);
    mondays.min().or_else(|| days.iter().min()).copied()
}
