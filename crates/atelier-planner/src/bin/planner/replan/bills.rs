//! Bills of actions, and the new deals made from them.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use atelier_planner::model::{Case, NONE, SPLIT, Task, Wait};
use atelier_planner::repair::Desk;

use crate::folder::{Faults, Folder, rows};

/// A line of a bill.
pub struct Line {
    /// Position of the skill.
    pub skill: u32,
    /// From 1.
    pub level: u32,
    /// Slots at standard speed.
    pub duration: u32,
    /// `fixed`, `any`, `team` or `machine`.
    pub kind: String,
    /// Slots after the lines before.
    pub lag: u32,
    /// Positions of the lines before.
    pub before: Vec<u32>,
}

/// The bills of the folder, by their id.
pub type Bills = BTreeMap<u32, Vec<Line>>;

const COLUMNS: [&str; 8] =
    ["bom_id", "line", "skill_id", "level", "dur_slots", "kind", "lag_after_pred", "preds"];

/// Reads boms.csv.
pub fn read(dir: &Path, folder: &Folder, faults: &mut Faults) -> Bills {
    let mut bills = Bills::new();
    rows(dir, "boms.csv", COLUMNS, faults, |mut row| {
        let (bill, line) = (row.unsigned(0, 0, u32::MAX - 1), row.unsigned(1, 0, 65_535));
        let (skill, level) = (row.unsigned(2, 0, u32::MAX - 1), row.unsigned(3, 0, 1_000));
        let duration = row.unsigned(4, 1, folder.meta.horizon);
        let lag = row.unsigned(6, 0, folder.meta.horizon);
        let kind = String::from_utf8_lossy(row.text(5)).into_owned();
        if !["fixed", "any", "team", "machine"].contains(&kind.as_str()) {
            row.refuse(5, "not one of fixed, team, any, machine");
        }
        let preds = String::from_utf8_lossy(row.text(7)).into_owned();
        let before: Result<Vec<u32>, _> = preds.split_whitespace().map(str::parse).collect();
        let (Some(bill), Some(line), Some(skill)) = (bill, line, skill) else { return };
        let Some(skill) = folder.people.skills.position(skill) else {
            return row.refuse(2, &format!("no skill {skill} in skills.csv"));
        };
        let lines = bills.entry(bill).or_default();
        if line as usize != lines.len() {
            return row.refuse(1, &format!("line {line} where line {} is next", lines.len()));
        }
        match before {
            Ok(before) if before.iter().all(|&other| other < line) => {
                if let (Some(level), Some(duration), Some(lag)) = (level, duration, lag) {
                    lines.push(Line { skill, level, duration, kind, lag, before });
                }
            }
            _ => row.refuse(7, "not a list of lines before this one"),
        }
    });
    bills
}

/// A deal that came in while the plan was in force.
pub struct Opened {
    /// Id of the deal.
    pub deal: u32,
    /// Id of the bill.
    pub bill: u32,
    /// Position of the owner.
    pub owner: u32,
    /// When it came in.
    pub at: u32,
    /// When its last action is due.
    pub due: u32,
    /// Weight of its actions.
    pub weight: u32,
    /// Its actions in the order of the bill: what each asks, and whether it is the owner's.
    pub fixed: Vec<bool>,
}

/// Makes cases of bills; who may do what is found once.
#[derive(Default)]
pub struct Maker {
    pools: HashMap<(Option<u32>, u32, u32), u32>,
}

impl Maker {
    /// The whole bill, owned by `owner`, released at `at`; due as `gen_plan.py` does for the middle of its
    /// range: after 2.1 times (three times the work and all the waits) and five days, the lines before
    /// the last in proportion. No window, no longest wait.
    pub fn case(&mut self, folder: &Folder, desk: &mut Desk, lines: &[Line], opened: &mut Opened) -> Case {
        let meta = &folder.meta;
        let span: u32 = lines.iter().map(|line| 3 * line.duration + line.lag).sum();
        opened.due = (opened.at + span * 21 / 10 + 5 * meta.slots_per_day).min(meta.horizon);
        let three_hours = 180 / meta.slot_minutes;
        let mut case = Case::default();
        for (at, line) in lines.iter().enumerate() {
            let able = folder.people.level(opened.owner, line.skill) >= line.level;
            opened.fixed.push(line.kind == "fixed" && able);
            let due = opened.at + (opened.due - opened.at) * (at as u32 + 1) / lines.len() as u32;
            case.tasks.push(Task {
                release: opened.at,
                due,
                weight: opened.weight,
                unplaced: meta.unplanned,
                pool: self.pool(folder, desk, line, opened.owner, able),
                flags: if line.duration >= three_hours { SPLIT } else { 0 },
                ..Task::lasting(line.duration)
            });
            case.links
                .extend(line.before.iter().map(|&before| (before, at as u32, Wait::elapsed(line.lag), NONE)));
        }
        case
    }

    fn pool(&mut self, folder: &Folder, desk: &mut Desk, line: &Line, owner: u32, able: bool) -> u32 {
        let people = &folder.people;
        let key = match line.kind.as_str() {
            "machine" => return NONE,
            "fixed" if able => (None, owner, u32::MAX),
            "any" => (None, line.skill, line.level),
            _ => (Some(people.team_of[owner as usize]), line.skill, line.level),
        };
        *self.pools.entry(key).or_insert_with(|| {
            let able = if key.2 == u32::MAX { vec![owner] } else { people.capable(key.1, key.2, key.0) };
            desk.add_pool(able)
        })
    }
}
