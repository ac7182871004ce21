//! Sellers, their teams, skills and hours.

use std::collections::HashMap;
use std::path::Path;

use atelier_planner::model::{ModelBuilder, Slot};

use super::table::{Faults, read as rows};
use super::{Ids, Meta};

/// Dates up to here are read; what lies beyond the horizon is cut.
pub const DATE_MAX: u32 = 1 << 28;

/// A skill somebody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// Position of the skill.
    pub skill: u32,
    /// Position of the seller's team.
    pub team: u32,
    /// Position of the seller.
    pub seller: u32,
    /// From 1.
    pub level: u32,
}

/// Sellers as the files tell them.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// Ids of the sellers.
    pub sellers: Ids,
    /// Ids of the teams.
    pub teams: Ids,
    /// Ids of the skills.
    pub skills: Ids,
    /// Team of each seller.
    pub team_of: Vec<u32>,
    /// Who can do what, sorted.
    pub held: Vec<Held>,
}

impl People {
    /// Level of `seller` in `skill`; 0 when absent.
    pub fn level(&self, seller: u32, skill: u32) -> u32 {
        let key = (skill, self.team_of[seller as usize], seller);
        let found = self.held.binary_search_by_key(&key, |held| (held.skill, held.team, held.seller));
        found.map_or(0, |at| self.held[at].level)
    }

    /// Who has `skill` at `level`, in one team or in all.
    pub fn capable(&self, skill: u32, level: u32, team: Option<u32>) -> Vec<u32> {
        let (low, high) = team.map_or((0, u32::MAX), |team| (team, team));
        let from = self.held.partition_point(|held| (held.skill, held.team) < (skill, low));
        let to = self.held.partition_point(|held| (held.skill, held.team) <= (skill, high));
        self.held[from..to].iter().filter(|held| held.level >= level).map(|held| held.seller).collect()
    }
}

/// Reads teams, sellers, skills, calendars and absences; gives the people to `builder`.
pub fn read(
    dir: &Path,
    meta: &Meta,
    keep_free_pct: u32,
    builder: &mut ModelBuilder,
    faults: &mut Faults,
) -> People {
    let teams = ids(dir, "teams.csv", "team_id", faults);
    let skills = ids(dir, "skills.csv", "skill_id", faults);
    let mut people = People { teams, skills, ..People::default() };
    let speeds = sellers(dir, &mut people, faults);
    levels(dir, &mut people, faults);
    let hours = spans(dir, "calendars.csv", &people.sellers, faults);
    let away = spans(dir, "absences.csv", &people.sellers, faults);
    for (seller, speed) in speeds.iter().enumerate() {
        let worked = without(&hours[seller], &away[seller], meta.horizon);
        let allowance = (keep_free_pct > 0).then(|| allowance(&worked, meta, keep_free_pct));
        let calendar = builder.calendar(worked);
        builder.person(calendar, *speed);
        if let Some(allowance) = allowance {
            builder.day_allowance(allowance);
        }
    }
    people
}

fn ids(dir: &Path, file: &'static str, name: &'static str, faults: &mut Faults) -> Ids {
    let mut ids = Ids::default();
    rows(dir, file, [name], faults, |mut row| {
        let Some(id) = row.unsigned(0, 0, u32::MAX - 1) else { return };
        if ids.push(id).is_none() {
            row.refuse(0, &format!("{id} is there already"));
        }
    });
    ids
}

fn sellers(dir: &Path, people: &mut People, faults: &mut Faults) -> Vec<u16> {
    let mut speeds = Vec::new();
    rows(dir, "sellers.csv", ["seller_id", "team_id", "speed_pct"], faults, |mut row| {
        let (id, team, speed) =
            (row.unsigned(0, 0, u32::MAX - 1), row.unsigned(1, 0, u32::MAX - 1), row.unsigned(2, 1, 10_000));
        let (Some(id), Some(team), Some(speed)) = (id, team, speed) else { return };
        let Some(team) = people.teams.position(team) else {
            return row.refuse(1, &format!("no team {team} in teams.csv"));
        };
        if people.sellers.push(id).is_none() {
            return row.refuse(0, &format!("seller {id} is there already"));
        }
        people.team_of.push(team);
        speeds.push(speed as u16);
    });
    speeds
}

fn levels(dir: &Path, people: &mut People, faults: &mut Faults) {
    let mut held = Vec::new();
    rows(dir, "seller_skills.csv", ["seller_id", "skill_id", "level"], faults, |mut row| {
        let (seller, skill, level) =
            (row.unsigned(0, 0, u32::MAX - 1), row.unsigned(1, 0, u32::MAX - 1), row.unsigned(2, 0, 1_000));
        let (Some(seller), Some(skill), Some(level)) = (seller, skill, level) else { return };
        let Some(seller) = people.sellers.position(seller) else {
            return row.refuse(0, &format!("no seller {seller} in sellers.csv"));
        };
        let Some(skill) = people.skills.position(skill) else {
            return row.refuse(1, &format!("no skill {skill} in skills.csv"));
        };
        held.push(Held { skill, team: people.team_of[seller as usize], seller, level });
    });
    held.sort_unstable();
    // The last level given for a seller and a skill is the highest after sorting.
    held.dedup_by(|next, last| {
        let same = (next.skill, next.seller) == (last.skill, last.seller);
        if same {
            last.level = last.level.max(next.level);
        }
        same
    });
    people.held = held;
}

/// Spans of each seller, in the order of the rows.
fn spans(dir: &Path, file: &'static str, sellers: &Ids, faults: &mut Faults) -> Vec<Vec<(Slot, Slot)>> {
    let mut spans = vec![Vec::new(); sellers.len() as usize];
    rows(dir, file, ["seller_id", "start_slot", "end_slot"], faults, |mut row| {
        let (seller, start, end) =
            (row.unsigned(0, 0, u32::MAX - 1), row.unsigned(1, 0, DATE_MAX), row.unsigned(2, 0, DATE_MAX));
        let (Some(seller), Some(start), Some(end)) = (seller, start, end) else { return };
        let Some(seller) = sellers.position(seller) else {
            return row.refuse(0, &format!("no seller {seller} in sellers.csv"));
        };
        if start >= end {
            return row.refuse(2, &format!("ends at {end}, not after its start at {start}"));
        }
        spans[seller as usize].push((start, end));
    });
    for list in &mut spans {
        list.sort_unstable();
    }
    spans
}

/// `hours` less `away`, both sorted; cut at the horizon.
fn without(hours: &[(Slot, Slot)], away: &[(Slot, Slot)], horizon: Slot) -> Vec<(Slot, Slot)> {
    let mut left = Vec::with_capacity(hours.len() + away.len());
    for &(mut start, end) in hours {
        let end = end.min(horizon);
        for &(off, back) in away {
            if off >= end || start >= end {
                break;
            }
            if back > start {
                if off > start {
                    left.push((start, off));
                }
                start = start.max(back);
            }
        }
        if start < end {
            left.push((start, end));
        }
    }
    left
}

/// Most slots of work on each day so that `keep_free_pct` per cent of it stay free, rounded down.
fn allowance(worked: &[(Slot, Slot)], meta: &Meta, keep_free_pct: u32) -> Vec<u32> {
    let mut slots: HashMap<u32, u32> = HashMap::new();
    for &(start, end) in worked {
        for day in start / meta.slots_per_day..end.div_ceil(meta.slots_per_day) {
            let (opens, closes) = (day * meta.slots_per_day, (day + 1) * meta.slots_per_day);
            *slots.entry(day).or_default() += end.min(closes) - start.max(opens);
        }
    }
    let days = meta.horizon.div_ceil(meta.slots_per_day);
    let most = |slots: u32| slots * 100_u32.saturating_sub(keep_free_pct) / 100;
    (0..days).map(|day| most(slots.get(&day).copied().unwrap_or(0))).collect()
}
