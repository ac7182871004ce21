//! Capacity test before any date (*test de capacité*): can the people there are, with their skills and
//! their weeks, do the work asked at all? When they cannot: who, when, and how many hours are missing.
//!
//! The balance compares totals of a kind; this also knows that a skill is held by some only, that a case
//! belongs to its leader, and that a step cannot begin before those that feed it.

mod asked;
mod words;

pub use asked::{Asked, asked_by_needs};
pub use words::weeks_in_words;

use super::{Capacity, CapacityRow};
use crate::language::{Minutes, Week};
use crate::planning::schedule::Wanted;
use crate::process::{Resource, Workshop};
use atelier_planner::flow::{self, Demand, RoughCut, Supplier};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Work that the people able to do it cannot hold in the weeks it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overload {
    /// What is asked: people, or kinds with their skill.
    pub wanted: Vec<Wanted>,
    /// Codes of the operations concerned.
    pub operations: Vec<String>,
    /// Codes of all those who could do some of it; empty: nobody who could has a calendar.
    pub people: Vec<String>,
    /// Their teams, sorted; without people, those of the people wanted.
    pub teams: Vec<String>,
    /// Weeks in which it may be done, ascending.
    pub weeks: Vec<Week>,
    /// Work asked.
    pub asked: Minutes,
    /// All the time of those people in those weeks.
    pub possible: Minutes,
}

impl Overload {
    /// What is missing, above zero.
    pub fn missing(&self) -> Minutes {
        self.asked - self.possible
    }
}

/// All that is missing.
pub fn missing(overloads: &[Overload]) -> Minutes {
    overloads.iter().map(Overload::missing).sum()
}

/// Sets of work that cannot be held, apart from each other, the most missing first; none: all of it can.
///
/// Necessary only: work is cut at will here, and the hours of a day are not looked at.
/// Source: docs/method.md, "Rough cut".
pub fn rough_cut(asked: &[Asked], capacity: &Capacity, workshop: &Workshop) -> Vec<Overload> {
    let skills = Skills::of(asked);
    let people = People::of(workshop);
    let demands = asked.iter().map(|one| Demand {
        skill: skills.0[&one.wanted],
        from: one.from as u32,
        until: one.until as u32,
        asked: one.minutes.0,
    });
    let question = RoughCut {
        periods: capacity.weeks.len() as u32,
        suppliers: capacity.rows.iter().map(|row| skills.supplier(row, &people)).collect(),
        demands: demands.collect(),
    };
    let verdict = flow::rough_cut(&question);
    let overloads =
        verdict.unwrap_or_else(|faults| panic!("a question made here is valid: {faults:?}")).overloads;
    overloads.iter().map(|one| named(one, asked, capacity, &people)).collect()
}

/// Everybody by code.
struct People<'a>(HashMap<&'a str, &'a Resource>);

impl<'a> People<'a> {
    fn of(workshop: &'a Workshop) -> Self {
        Self(workshop.resources.iter().map(|one| (one.code.as_str(), one)).collect())
    }
}

/// A number for each thing wanted.
struct Skills<'a>(BTreeMap<&'a Wanted, u32>);

impl<'a> Skills<'a> {
    fn of(asked: &'a [Asked]) -> Self {
        let mut numbers = BTreeMap::new();
        for one in asked {
            let next = numbers.len() as u32;
            numbers.entry(&one.wanted).or_insert(next);
        }
        Self(numbers)
    }

    fn supplier(&self, row: &CapacityRow, people: &People<'_>) -> Supplier {
        let person = people.0.get(row.resource.as_str()).copied();
        let myself = Wanted::Person { person: row.resource.clone() };
        let by_kind = self.0.iter().filter(|(wanted, _)| serves(wanted, row, person));
        let skills = self.0.get(&myself).into_iter().chain(by_kind.map(|(_, number)| number));
        Supplier {
            skills: skills.copied().collect(),
            available: row.by_week.iter().map(|one| one.0).collect(),
        }
    }
}

/// Whether a row serves what is asked of a kind. Somebody added by a scenario has every skill of the kind.
fn serves(wanted: &Wanted, row: &CapacityRow, person: Option<&Resource>) -> bool {
    let Wanted::Kind { kind, skill } = wanted else { return false };
    let holds = |skill: &String| person.is_none_or(|person| person.skills.contains(skill));
    *kind == row.kind && skill.as_ref().is_none_or(holds)
}

fn named(found: &flow::Overload, asked: &[Asked], capacity: &Capacity, everybody: &People<'_>) -> Overload {
    let concerned = || found.demands.iter().map(|&position| &asked[position]);
    let people: Vec<String> =
        found.suppliers.iter().map(|&position| capacity.rows[position].resource.clone()).collect();
    let wanted = distinct(concerned().map(|one| one.wanted.clone()));
    let alone = wanted.iter().filter_map(|wanted| match wanted {
        Wanted::Person { person } => Some(person),
        Wanted::Kind { .. } => None,
    });
    let of_team = |code: &String| {
        let person = everybody.0.get(code.as_str())?;
        Some(person.team.clone()).filter(|team| !team.is_empty())
    };
    let teams: Vec<String> = if people.is_empty() {
        distinct(alone.filter_map(of_team))
    } else {
        distinct(people.iter().filter_map(of_team))
    };
    Overload {
        wanted,
        operations: distinct(concerned().map(|one| one.operation.clone())),
        people,
        teams,
        weeks: found.periods.iter().map(|&period| capacity.weeks[period as usize]).collect(),
        asked: Minutes(found.asked),
        possible: Minutes(found.reachable),
    }
}

fn distinct<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.collect::<std::collections::BTreeSet<T>>().into_iter().collect()
}
