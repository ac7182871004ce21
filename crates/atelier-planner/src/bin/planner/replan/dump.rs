//! The folder as the events have left it, in the format of `gen_plan.py`, so that a plan after the
//! events can be judged by anybody's checker.

use std::path::Path;

use anyhow::{Context, Result, bail};
use atelier_planner::model::{NONE, SPLIT};
use atelier_planner::repair::Desk;

use super::bills::{Bills, Line, Opened};
use crate::folder::Folder;

/// What the events have added or taken.
pub struct Log<'a> {
    /// Deals that came in, in the order of their cases.
    pub opened: &'a [Opened],
    /// Seller, from, to, as the events said.
    pub away: &'a [(u32, u32, u32)],
    /// Id of an action of the model, new ones included.
    pub action: &'a dyn Fn(u32) -> u32,
}

const UNTOUCHED: [&str; 7] = [
    "teams.csv",
    "sellers.csv",
    "skills.csv",
    "seller_skills.csv",
    "calendars.csv",
    "boms.csv",
    "objectives.csv",
];

/// Writes the changed folder.
///
/// # Errors
/// When `to` is the folder itself, or a file cannot be read or written.
pub fn write(from: &Path, to: &Path, folder: &Folder, bills: &Bills, desk: &Desk, log: &Log) -> Result<()> {
    std::fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    if from.canonicalize()? == to.canonicalize()? {
        bail!("{} would be written over", from.display());
    }
    for file in UNTOUCHED {
        if from.join(file).exists() {
            std::fs::copy(from.join(file), to.join(file)).with_context(|| file.to_string())?;
        }
    }
    table(
        from,
        to,
        "absences.csv",
        |_, _| true,
        |columns| {
            let rows = log.away.iter();
            rows.map(|&(seller, start, end)| {
                columns.row(&[
                    ("seller_id", folder.sellers.id(seller)),
                    ("start_slot", start),
                    ("end_slot", end),
                ])
            })
            .collect()
        },
    )?;
    let deals = table(
        from,
        to,
        "deals.csv",
        |_, _| true,
        |columns| log.opened.iter().map(|deal| opened_row(columns, folder, deal)).collect(),
    )?;
    let actions = actions(from, to, folder, bills, desk, log)?;
    let links = links(from, to, folder, bills, desk, log)?;
    meta(from, to, [("deals", deals), ("actions", actions), ("precedences", links)])
}

/// Positions of the columns of a table.
struct Columns(csv::StringRecord);

impl Columns {
    fn at(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|head| head == name)
    }

    /// A row with these values, empty elsewhere.
    fn row(&self, values: &[(&str, u32)]) -> Vec<String> {
        let mut row = vec![String::new(); self.0.len()];
        for &(name, value) in values {
            self.set(&mut row, name, value.to_string());
        }
        row
    }

    fn set(&self, row: &mut [String], name: &str, value: String) {
        if let Some(at) = self.at(name) {
            row[at] = value;
        }
    }

    fn number(&self, row: &[String], name: &str) -> Option<u32> {
        row.get(self.at(name)?)?.parse().ok()
    }
}

/// Copies a table row by row: `amend` changes a row or refuses it, `more` adds to the end. Gives the
/// rows written.
fn table(
    from: &Path,
    to: &Path,
    file: &str,
    mut amend: impl FnMut(&Columns, &mut Vec<String>) -> bool,
    more: impl FnOnce(&Columns) -> Vec<Vec<String>>,
) -> Result<usize> {
    let named = || file.to_string();
    let mut reader = csv::Reader::from_path(from.join(file)).with_context(named)?;
    let mut writer = csv::Writer::from_path(to.join(file)).with_context(named)?;
    let columns = Columns(reader.headers()?.clone());
    writer.write_record(&columns.0)?;
    let mut written = 0;
    for record in reader.records() {
        let mut row: Vec<String> = record.with_context(named)?.iter().map(str::to_string).collect();
        if amend(&columns, &mut row) {
            writer.write_record(&row)?;
            written += 1;
        }
    }
    for row in more(&columns) {
        writer.write_record(&row)?;
        written += 1;
    }
    writer.flush()?;
    Ok(written)
}

fn opened_row(columns: &Columns, folder: &Folder, deal: &Opened) -> Vec<String> {
    let team = folder.people.team_of[deal.owner as usize];
    let mut row = columns.row(&[
        ("deal_id", deal.deal),
        ("bom_id", deal.bill),
        ("team_id", folder.people.teams.id(team)),
        ("owner_seller_id", folder.sellers.id(deal.owner)),
        ("release_slot", deal.at),
        ("due_slot", deal.due),
        ("weight", deal.weight),
    ]);
    columns.set(&mut row, "objective_id", "-1".into());
    columns.set(&mut row, "stop_line", "-1".into());
    row
}

fn actions(from: &Path, to: &Path, folder: &Folder, bills: &Bills, desk: &Desk, log: &Log) -> Result<usize> {
    let model = desk.model();
    let amend = |columns: &Columns, row: &mut Vec<String>| {
        let task = columns.number(row, "action_id").and_then(|id| folder.actions.position(id));
        let Some(task) = task.filter(|&task| !model.gone(task)) else { return false };
        let (now, was) = (&model.tasks[task as usize], &folder.model.tasks[task as usize]);
        if now.weight != was.weight {
            columns.set(row, "weight", now.weight.to_string());
        }
        if now.duration != was.duration {
            columns.set(row, "dur_slots", now.duration.to_string());
        }
        if now.flags & SPLIT != was.flags & SPLIT {
            columns.set(row, "splittable", "1".into());
        }
        if now.until != was.until && now.until == NONE {
            columns.set(row, "win_end", "-1".into());
        }
        true
    };
    table(from, to, "actions.csv", amend, |columns| {
        let mut rows = Vec::new();
        each_new(folder, bills, desk, log, |task, deal, at, line| {
            rows.push(new_action(columns, folder, desk, log, (task, deal, at, line)));
        });
        rows
    })
}

/// Goes through the actions that came in and are still to be done: task, deal, position, line.
fn each_new<'a>(
    folder: &Folder,
    bills: &'a Bills,
    desk: &Desk,
    log: &Log<'a>,
    mut act: impl FnMut(u32, &'a Opened, u32, &'a Line),
) {
    let mut task = folder.model.len();
    for deal in log.opened {
        for (at, line) in bills[&deal.bill].iter().enumerate() {
            if !desk.model().gone(task) {
                act(task, deal, at as u32, line);
            }
            task += 1;
        }
    }
}

fn new_action(
    columns: &Columns,
    folder: &Folder,
    desk: &Desk,
    log: &Log,
    (task, deal, at, line): (u32, &Opened, u32, &Line),
) -> Vec<String> {
    let record = &desk.model().tasks[task as usize];
    let mut row = columns.row(&[
        ("action_id", (log.action)(task)),
        ("deal_id", deal.deal),
        ("line", at),
        ("skill_id", folder.people.skills.id(line.skill)),
        ("level", line.level),
        ("dur_slots", record.duration),
        ("release_slot", record.release),
        ("due_slot", record.due),
        ("weight", record.weight),
        ("splittable", u32::from(record.splits())),
    ]);
    let fixed = deal.fixed[at as usize];
    let kind = if line.kind == "fixed" && !fixed { "team" } else { &line.kind };
    columns.set(&mut row, "kind", kind.into());
    if fixed {
        columns.set(&mut row, "seller_id", folder.sellers.id(deal.owner).to_string());
    }
    columns.set(&mut row, "win_start", "-1".into());
    columns.set(&mut row, "win_end", "-1".into());
    row
}

fn links(from: &Path, to: &Path, folder: &Folder, bills: &Bills, desk: &Desk, log: &Log) -> Result<usize> {
    let gone = |id: Option<u32>| {
        id.and_then(|id| folder.actions.position(id)).is_none_or(|task| desk.model().gone(task))
    };
    let amend = |columns: &Columns, row: &mut Vec<String>| {
        !gone(columns.number(row, "pred_id")) && !gone(columns.number(row, "succ_id"))
    };
    table(from, to, "precedences.csv", amend, |columns| {
        let mut rows = Vec::new();
        each_new(folder, bills, desk, log, |task, _, at, line| {
            for &before in &line.before {
                let before = task - at + before;
                if !desk.model().gone(before) {
                    let ids = [
                        ("pred_id", (log.action)(before)),
                        ("succ_id", (log.action)(task)),
                        ("min_lag", line.lag),
                    ];
                    let mut row = columns.row(&ids);
                    columns.set(&mut row, "max_lag", "-1".into());
                    rows.push(row);
                }
            }
        });
        rows
    })
}

fn meta(from: &Path, to: &Path, counts: [(&str, usize); 3]) -> Result<()> {
    let mut value: serde_json::Value = serde_json::from_slice(&std::fs::read(from.join("meta.json"))?)?;
    for (name, count) in counts {
        value[name] = count.into();
    }
    std::fs::write(to.join("meta.json"), serde_json::to_string_pretty(&value)?)?;
    Ok(())
}
