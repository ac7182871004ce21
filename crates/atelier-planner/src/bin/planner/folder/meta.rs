//! `meta.json`: sizes and prices.

use std::path::Path;

use super::actions::Actions;
use super::{Faults, Ids, People};

/// Sizes and prices of a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    /// Slots of the plan.
    pub horizon: u32,
    /// From midnight to midnight.
    pub slots_per_day: u32,
    /// Minutes of a slot.
    pub slot_minutes: u32,
    /// Price of an action left out.
    pub unplanned: u32,
    /// Price of each seller of a deal beyond the first.
    pub switch: u32,
    /// Price of an action moved from the plan in force.
    pub moved: u32,
    /// Rows announced, to notice a file that was cut.
    announced: [Option<u32>; 4],
}

/// Reads the file; `None` when something is wrong with it.
pub fn read(dir: &Path, faults: &mut Faults) -> Option<Meta> {
    let text = match std::fs::read(dir.join("meta.json")) {
        Ok(text) => text,
        Err(why) => {
            faults.add(format!("meta.json: {why}"));
            return None;
        }
    };
    let value: serde_json::Value = match serde_json::from_slice(&text) {
        Ok(value) => value,
        Err(why) => {
            faults.add(format!("meta.json, line {}, column {}: {why}", why.line(), why.column()));
            return None;
        }
    };
    let mut whole = true;
    let mut number = |name: &str, low: u32, high: u32, absent: Option<u32>| match &value[name] {
        serde_json::Value::Null if absent.is_some() => absent.unwrap_or(low),
        found => match found.as_u64() {
            Some(given) if (u64::from(low)..=u64::from(high)).contains(&given) => given as u32,
            _ => {
                faults.add(format!(
                    "meta.json, \"{name}\": {found} is not a whole number from {low} to {high}"
                ));
                whole = false;
                low
            }
        },
    };
    let slots_per_day = number("slots_per_day", 1, 1_440, None);
    let meta = Meta {
        horizon: number("horizon", 1, (1 << 28).min(slots_per_day.saturating_mul(36_600)), None),
        slots_per_day,
        slot_minutes: number("slot_minutes", 1, 1_440, Some(15)),
        unplanned: number("w_unplanned", 0, 1_000_000_000, None),
        switch: number("w_switch", 0, 1_000_000_000, Some(0)),
        moved: number("w_move", 0, 1_000_000_000, Some(0)),
        announced: ["sellers", "deals", "actions", "precedences"]
            .map(|name| value[name].as_u64().map(|n| n as u32)),
    };
    whole.then_some(meta)
}

impl Meta {
    /// Are there as many rows as announced? Fewer: a file was cut between two lines.
    pub fn compare(&self, people: &People, deals: &Ids, actions: &Actions, faults: &mut Faults) {
        let found = [people.sellers.len(), deals.len(), actions.ids.len(), actions.links];
        let files = ["sellers.csv", "deals.csv", "actions.csv", "precedences.csv"];
        for ((announced, found), file) in self.announced.iter().zip(found).zip(files) {
            if announced.is_some_and(|announced| announced != found) {
                let announced = announced.unwrap_or(0);
                faults.add(format!(
                    "{file}: {found} rows where meta.json announces {announced}; the file may be cut"
                ));
            }
        }
    }
}
