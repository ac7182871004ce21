//! A folder of people, calendars and actions, as CSV tables, compiled into a model.
//!
//! Every fault is found at once, with its file, line and column.

mod actions;
mod ids;
mod meta;
mod people;
mod table;

use std::path::Path;

use atelier_planner::model::{Costs, Fault, Model, ModelBuilder};

pub use ids::Ids;
pub use meta::Meta;
pub use people::People;
pub use table::{Faults, Row, read as rows};

/// The folder, compiled: positions in the model, and the ids they have in the files.
#[allow(dead_code)] // Not all of it is printed; events are read against it.
pub struct Folder {
    /// Sizes and prices.
    pub meta: Meta,
    /// Tasks are actions, people are sellers, cases are deals.
    pub model: Model,
    /// Ids of the actions.
    pub actions: Ids,
    /// Ids of the sellers.
    pub sellers: Ids,
    /// Ids of the deals.
    pub deals: Ids,
    /// Teams and skills of the sellers.
    pub people: People,
    /// For each deal, the position of its team.
    pub deal_teams: Vec<u32>,
    /// For each action, its step in the bill of actions.
    pub lines: Vec<u16>,
}

/// Reads a folder; of each day, `keep_free_pct` per cent of the working time stay free.
///
/// # Errors
/// Every fault of the files, or every fault of the problem they state.
pub fn read(dir: &Path, keep_free_pct: u32) -> Result<Folder, Faults> {
    let mut faults = Faults::default();
    let Some(meta) = meta::read(dir, &mut faults) else { return Err(faults) };
    let mut builder = ModelBuilder::new(meta.horizon, meta.slots_per_day);
    builder.costs(Costs { switch: meta.switch, moved: meta.moved, ..Costs::default() });
    let people = people::read(dir, &meta, keep_free_pct, &mut builder, &mut faults);
    let deals = actions::read_deals(dir, &people, &mut faults);
    let actions = actions::read(dir, &meta, &people, &deals, &mut builder, &mut faults);
    if faults.is_empty() {
        meta.compare(&people, &deals.ids, &actions, &mut faults);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let model = builder.build().map_err(|found| {
        for fault in found {
            faults.add(told(&fault, &actions));
        }
        faults
    })?;
    Ok(Folder {
        meta,
        model,
        actions: actions.ids,
        sellers: people.sellers.clone(),
        deals: deals.ids,
        people,
        deal_teams: deals.teams,
        lines: actions.lines,
    })
}

/// A fault of the problem with the ids and lines of the files.
fn told(fault: &Fault, actions: &actions::Actions) -> String {
    match fault {
        Fault::Cycle(tasks) => {
            let ids: Vec<String> = tasks.iter().map(|&task| actions.ids.id(task).to_string()).collect();
            format!("precedences.csv: actions {} wait for one another", ids.join(", "))
        }
        Fault::TooLong(task) | Fault::Release(task) | Fault::Window(task) | Fault::NoDuration(task) => {
            format!("actions.csv, action {}: {fault}", actions.ids.id(*task))
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests;
