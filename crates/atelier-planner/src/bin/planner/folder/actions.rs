//! Deals, actions and precedences.

use std::collections::HashMap;
use std::path::Path;

use atelier_planner::model::{ModelBuilder, NONE, SPLIT, Task, Wait};

use super::people::{DATE_MAX, People};
use super::table::{Faults, Row, read as rows};
use super::{Ids, Meta};

/// Deals, and the team of each.
pub struct Deals {
    pub ids: Ids,
    pub teams: Vec<u32>,
}

/// Actions, and how many precedences there are between them.
pub struct Actions {
    pub ids: Ids,
    pub lines: Vec<u16>,
    pub links: u32,
}

pub fn read_deals(dir: &Path, people: &People, faults: &mut Faults) -> Deals {
    let mut deals = Deals { ids: Ids::default(), teams: Vec::new() };
    rows(dir, "deals.csv", ["deal_id", "team_id"], faults, |mut row| {
        let (id, team) = (row.unsigned(0, 0, u32::MAX - 1), row.unsigned(1, 0, u32::MAX - 1));
        let (Some(id), Some(team)) = (id, team) else { return };
        let Some(team) = people.teams.position(team) else {
            return row.refuse(1, &format!("no team {team} in teams.csv"));
        };
        if deals.ids.push(id).is_none() {
            return row.refuse(0, &format!("deal {id} is there already"));
        }
        deals.teams.push(team);
    });
    deals
}

const COLUMNS: [&str; 14] = [
    "action_id",
    "deal_id",
    "line",
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
    "splittable",
];

/// Reads actions and precedences into `builder`.
pub fn read(
    dir: &Path,
    meta: &Meta,
    people: &People,
    deals: &Deals,
    builder: &mut ModelBuilder,
    faults: &mut Faults,
) -> Actions {
    let mut reader = Reader { meta, people, deals, pools: HashMap::new() };
    let mut actions = Actions { ids: Ids::default(), lines: Vec::new(), links: 0 };
    rows(dir, "actions.csv", COLUMNS, faults, |mut row| {
        if let Some((id, line, task)) = reader.action(&mut row, builder) {
            if actions.ids.push(id).is_none() {
                return row.refuse(0, &format!("action {id} is there already"));
            }
            builder.task(task);
            actions.lines.push(line);
        }
    });
    rows(dir, "precedences.csv", ["pred_id", "succ_id", "min_lag", "max_lag"], faults, |mut row| {
        if let Some((from, to, wait, most)) = link(&mut row, &actions.ids) {
            builder.link(from, to, wait, most);
            actions.links += 1;
        }
    });
    actions
}

/// Who may do an action: one seller, one team, or anybody with the skill.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Who {
    Nobody,
    Seller(u32),
    Team(u32, u32, u32),
    Anybody(u32, u32),
}

struct Reader<'r> {
    meta: &'r Meta,
    people: &'r People,
    deals: &'r Deals,
    pools: HashMap<Who, u32>,
}

impl Reader<'_> {
    /// Id, step and task of a row; `None` when something is wrong in it.
    fn action(&mut self, row: &mut Row<14>, builder: &mut ModelBuilder) -> Option<(u32, u16, Task)> {
        let (id, line) = (row.unsigned(0, 0, u32::MAX - 1), row.unsigned(2, 0, 65_535));
        let deal = known(row, 1, &self.deals.ids, "deal");
        let duration = row.unsigned(5, 1, self.meta.horizon);
        let (release, due) = (row.unsigned(8, 0, self.meta.horizon), row.unsigned(9, 0, DATE_MAX));
        let window = window(row);
        let (weight, splits) = (row.unsigned(12, 0, 1_000_000), row.unsigned(13, 0, 1));
        let who = self.who(row, deal);
        let (from, until) = window?;
        let task = Task {
            duration: duration?,
            release: release?,
            due: due?,
            from,
            until,
            weight: weight?,
            unplaced: self.meta.unplanned,
            case: deal?,
            pool: self.pool(who?, builder),
            rich: NONE,
            flags: if splits? == 1 { SPLIT } else { 0 },
        };
        Some((id?, line? as u16, task))
    }

    fn who(&self, row: &mut Row<14>, deal: Option<u32>) -> Option<Who> {
        let skill = known(row, 3, &self.people.skills, "skill");
        let level = row.unsigned(4, 0, 1_000);
        let (skill, level) = (skill?, level?);
        let named = !row.text(7).is_empty();
        match (row.text(6), named) {
            (b"machine", _) => Some(Who::Nobody),
            (b"fixed", false) => {
                row.refuse(7, "a fixed action names its seller");
                None
            }
            // Named: only that seller, and only with the skill.
            (b"fixed" | b"team" | b"any", true) => {
                let seller = known(row, 7, &self.people.sellers, "seller")?;
                let in_team = row.text(6) != b"team"
                    || self.deals.teams[deal? as usize] == self.people.team_of[seller as usize];
                let able = in_team && self.people.level(seller, skill) >= level;
                Some(Who::Seller(if able { seller } else { NONE }))
            }
            (b"team", false) => Some(Who::Team(self.deals.teams[deal? as usize], skill, level)),
            (b"any", false) => Some(Who::Anybody(skill, level)),
            _ => {
                row.refuse(6, "not one of fixed, team, any, machine");
                None
            }
        }
    }

    /// The pool of those who may, made once.
    fn pool(&mut self, who: Who, builder: &mut ModelBuilder) -> u32 {
        if who == Who::Nobody {
            return NONE;
        }
        let people = self.people;
        *self.pools.entry(who).or_insert_with(|| {
            builder.pool(match who {
                Who::Nobody | Who::Seller(NONE) => Vec::new(),
                Who::Seller(seller) => vec![seller],
                Who::Team(team, skill, level) => people.capable(skill, level, Some(team)),
                Who::Anybody(skill, level) => people.capable(skill, level, None),
            })
        })
    }
}

/// Position of the id in a column.
fn known<const N: usize>(row: &mut Row<N>, column: usize, ids: &Ids, what: &str) -> Option<u32> {
    let id = row.unsigned(column, 0, u32::MAX - 1)?;
    let position = ids.position(id);
    if position.is_none() {
        row.refuse(column, &format!("no {what} {id}"));
    }
    position
}

/// Opening and closing of the window; -1 is none.
fn window(row: &mut Row<14>) -> Option<(u32, u32)> {
    let open = row.number(10, -1, i64::from(DATE_MAX));
    let close = row.number(11, -1, i64::from(DATE_MAX));
    let (open, close) = (open?, close?);
    if close >= 0 && close <= open {
        row.refuse(11, &format!("closes at {close}, not after its opening at {open}"));
        return None;
    }
    Some((u32::try_from(open).unwrap_or(0), u32::try_from(close).unwrap_or(NONE)))
}

fn link(row: &mut Row<4>, actions: &Ids) -> Option<(u32, u32, Wait, u32)> {
    let (from, to) = (known(row, 0, actions, "action"), known(row, 1, actions, "action"));
    let (least, most) = (row.unsigned(2, 0, DATE_MAX), row.number(3, -1, i64::from(DATE_MAX)));
    let (from, to, least, most) = (from?, to?, least?, most?);
    if most >= 0 && most < i64::from(least) {
        row.refuse(3, &format!("the longest wait, {most}, is below the shortest, {least}"));
        return None;
    }
    if from == to {
        row.refuse(1, &format!("action {} waits for itself", actions.id(to)));
        return None;
    }
    Some((from, to, Wait::elapsed(least), u32::try_from(most).unwrap_or(NONE)))
}
