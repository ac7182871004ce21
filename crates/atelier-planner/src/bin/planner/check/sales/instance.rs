//! The files of a folder, as the rules need them.

use crate::check::rows::{Faults, Row, read};
use std::collections::HashMap;
use std::path::Path;

/// Half open, in slots.
pub type Stretch = (i64, i64);

#[derive(Debug, Default)]
pub struct Seller {
    pub team: i64,
    /// Per cent of the standard, above zero.
    pub speed: i64,
    /// Level by skill.
    pub skills: HashMap<i64, i64>,
    /// Working time without the absences: sorted, apart.
    pub hours: Vec<Stretch>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By its owner.
    Fixed,
    /// By somebody with the skill.
    Any,
    /// By somebody of the team of the deal.
    Team,
    /// By nobody.
    Machine,
}

#[derive(Debug)]
pub struct Action {
    pub id: i64,
    pub deal: i64,
    pub skill: i64,
    pub level: i64,
    pub duration: i64,
    pub kind: Kind,
    pub owner: Option<i64>,
    pub release: i64,
    pub due: i64,
    /// -1: none.
    pub window: Stretch,
    pub weight: i64,
    pub split: bool,
}

/// Between the end of an action and the start of another; a longest lag of -1 is none.
#[derive(Debug)]
pub struct Lag {
    pub before: i64,
    pub after: i64,
    pub least: i64,
    pub most: i64,
}

/// A row of the plan.
#[derive(Clone, Copy, Debug)]
pub struct Planned {
    pub line: u64,
    pub action: i64,
    pub seller: Option<i64>,
    pub start: i64,
    pub end: i64,
}

pub struct Instance {
    pub horizon: i64,
    pub price_unplanned: i64,
    pub price_switch: i64,
    pub sellers: HashMap<i64, Seller>,
    pub team_of_deal: HashMap<i64, i64>,
    pub actions: Vec<Action>,
    pub lags: Vec<Lag>,
}

impl Instance {
    /// `None` when there is no horizon to go by.
    pub fn read(dir: &Path, faults: &mut Faults) -> Option<Self> {
        let meta = read_meta(&dir.join("meta.json"), faults);
        let mut sellers = read_sellers(dir, faults);
        read_skills(dir, &mut sellers, faults);
        let worked = read_stretches(&dir.join("calendars.csv"), &sellers, faults);
        let away = read_stretches(&dir.join("absences.csv"), &sellers, faults);
        let horizon = meta.map_or(0, |meta| meta[0]);
        for (id, seller) in &mut sellers {
            let of = |list: &HashMap<i64, Vec<Stretch>>| list.get(id).cloned().unwrap_or_default();
            seller.hours = without(of(&worked), of(&away), horizon);
        }
        let mut team_of_deal = HashMap::new();
        read(&dir.join("deals.csv"), &["deal_id", "team_id"], faults, |row| {
            team_of_deal.insert(row.number(0)?, row.number(1)?);
            Some(())
        });
        let actions = read_actions(dir, &team_of_deal, faults);
        let lags = read_lags(dir, faults);
        let [horizon, price_unplanned, price_switch] = meta?;
        Some(Self { horizon, price_unplanned, price_switch, sellers, team_of_deal, actions, lags })
    }
}

/// Horizon, price of an action not planned, price of a further seller of a deal.
fn read_meta(path: &Path, faults: &mut Faults) -> Option<[i64; 3]> {
    let text = std::fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()));
    let meta: Result<serde_json::Value, String> =
        text.and_then(|text| serde_json::from_str(&text).map_err(|why| format!("meta.json: {why}")));
    let meta = meta.map_err(|why| faults.add(why)).ok()?;
    let mut number = |name: &str| {
        let found = meta.get(name).and_then(serde_json::Value::as_i64);
        let number = found.filter(|number| (0..=1_000_000_000).contains(number));
        if number.is_none() {
            faults.add(format!("meta.json: {name} is not a number from 0 to 1,000,000,000"));
        }
        number
    };
    let (horizon, unplanned, switch) = (number("horizon"), number("w_unplanned"), number("w_switch"));
    Some([horizon?, unplanned?, switch?])
}

fn read_sellers(dir: &Path, faults: &mut Faults) -> HashMap<i64, Seller> {
    let mut sellers = HashMap::new();
    read(&dir.join("sellers.csv"), &["seller_id", "team_id", "speed_pct"], faults, |row| {
        let (id, team, speed) = (row.number(0)?, row.number(1)?, row.number(2)?);
        if sellers.insert(id, Seller { team, speed, ..Seller::default() }).is_some() {
            return row.fault(0, "stands twice");
        }
        if speed > 0 { Some(()) } else { row.fault(2, "is not above 0") }
    });
    sellers
}

fn read_skills(dir: &Path, sellers: &mut HashMap<i64, Seller>, faults: &mut Faults) {
    read(&dir.join("seller_skills.csv"), &["seller_id", "skill_id", "level"], faults, |row| {
        let (id, skill, level) = (row.number(0)?, row.number(1)?, row.number(2)?);
        match sellers.get_mut(&id) {
            Some(seller) => {
                seller.skills.insert(skill, level);
                Some(())
            }
            None => row.fault(0, "is no seller"),
        }
    });
}

fn read_stretches(
    path: &Path,
    sellers: &HashMap<i64, Seller>,
    faults: &mut Faults,
) -> HashMap<i64, Vec<Stretch>> {
    let mut found: HashMap<i64, Vec<Stretch>> = HashMap::new();
    read(path, &["seller_id", "start_slot", "end_slot"], faults, |row| {
        let (id, start, end) = (row.number(0)?, row.number(1)?, row.number(2)?);
        if !sellers.contains_key(&id) {
            return row.fault(0, "is no seller");
        }
        if start < end {
            found.entry(id).or_default().push((start, end));
        }
        Some(())
    });
    found
}

/// What is worked and not away, between slot 0 and the horizon.
fn without(mut worked: Vec<Stretch>, mut away: Vec<Stretch>, horizon: i64) -> Vec<Stretch> {
    worked.sort_unstable();
    away.sort_unstable();
    let mut free: Vec<Stretch> = Vec::new();
    let mut next = 0;
    for (start, end) in worked {
        let mut start = start.max(free.last().map_or(0, |last| last.1));
        let end = end.min(horizon);
        while away.get(next).is_some_and(|&(_, back)| back <= start) {
            next += 1;
        }
        for &(gone, back) in away[next..].iter().take_while(|&&(gone, _)| gone < end) {
            if gone > start {
                push(&mut free, (start, gone));
            }
            start = start.max(back);
        }
        push(&mut free, (start, end));
    }
    free
}

/// Joins what touches; leaves out what is empty.
fn push(free: &mut Vec<Stretch>, (start, end): Stretch) {
    match free.last_mut() {
        _ if start >= end => {}
        Some(last) if last.1 == start => last.1 = end,
        _ => free.push((start, end)),
    }
}

const ACTION: [&str; 12] = [
    "action_id",
    "deal_id",
    "skill_id",
    "level",
    "dur_slots",
    "kind",
    "seller_id",
    "release_slot",
    "due_slot",
    "win_start",
    "win_end",
    "weight",
];

fn read_actions(dir: &Path, deals: &HashMap<i64, i64>, faults: &mut Faults) -> Vec<Action> {
    let names: Vec<&str> = ACTION.into_iter().chain(["splittable"]).collect();
    let mut actions = Vec::new();
    read(&dir.join("actions.csv"), &names, faults, |row| {
        let action = read_action(row)?;
        if !deals.contains_key(&action.deal) {
            return row.fault(1, "is no deal");
        }
        actions.push(action);
        Some(())
    });
    actions
}

fn read_action(row: &mut Row) -> Option<Action> {
    let kind = match row.text(5).as_str() {
        "fixed" => Kind::Fixed,
        "any" => Kind::Any,
        "team" => Kind::Team,
        "machine" => Kind::Machine,
        _ => return row.fault(5, "is none of fixed, any, team, machine"),
    };
    Some(Action {
        id: row.number(0)?,
        deal: row.number(1)?,
        skill: row.number(2)?,
        level: row.number(3)?,
        duration: row.number(4)?,
        kind,
        owner: if row.is_empty(6) { None } else { Some(row.number(6)?) },
        release: row.number(7)?,
        due: row.number(8)?,
        window: (row.number(9)?, row.number(10)?),
        weight: row.number(11)?,
        split: row.number(12)? != 0,
    })
}

fn read_lags(dir: &Path, faults: &mut Faults) -> Vec<Lag> {
    let mut lags = Vec::new();
    read(&dir.join("precedences.csv"), &["pred_id", "succ_id", "min_lag", "max_lag"], faults, |row| {
        let (before, after) = (row.number(0)?, row.number(1)?);
        lags.push(Lag { before, after, least: row.number(2)?, most: row.number(3)? });
        Some(())
    });
    lags
}

pub fn read_plan(path: &Path, faults: &mut Faults) -> Vec<Planned> {
    let mut plan = Vec::new();
    read(path, &["action_id", "seller_id", "start_slot", "end_slot"], faults, |row| {
        let action = row.number(0)?;
        let seller = if row.is_empty(1) { None } else { Some(row.number(1)?) };
        let (start, end) = (row.number(2)?, row.number(3)?);
        plan.push(Planned { line: row.line(), action, seller, start, end });
        Some(())
    });
    plan
}
