//! Load per person: cases already led by somebody first, the rest shared.

use super::{Capacity, Line, Load, Needs};
use crate::language::Minutes;
use crate::process::Process;
use std::collections::BTreeMap;

/// Work in progress led by somebody; its work goes to that person, not to the others of the kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Code of the person.
    pub resource: String,
    /// Code of the step the cases wait to enter.
    pub step: String,
    /// Cases.
    pub units: i64,
}

/// How the work that names nobody is shared inside a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// The same for each.
    Equally,
    /// In proportion of the weights, by person; nobody else receives any.
    Given(BTreeMap<String, i64>),
}

/// Load and capacity of one person in one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonLoad {
    /// Code of the kind.
    pub kind: String,
    /// Code of the person.
    pub resource: String,
    /// Work of each week on cases that this person leads.
    pub own: Vec<Minutes>,
    /// Work of each week received by sharing.
    pub shared: Vec<Minutes>,
    /// Minutes of each week; `None` is "no capacity".
    pub capacity: Option<Vec<Minutes>>,
}

impl PersonLoad {
    /// All the work of this person.
    pub fn total(&self) -> Minutes {
        self.own.iter().chain(&self.shared).copied().sum()
    }
}

/// The load of every kind by person. People's loads and the remainder add up to the load exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// By kind, then by person as in the capacity.
    pub people: Vec<PersonLoad>,
    /// Work that nobody can receive, by kind.
    pub nobody: BTreeMap<String, Minutes>,
}

impl Shared {
    /// Everybody of a capacity, without work, over its first `weeks`.
    pub fn nothing(capacity: &Capacity, weeks: usize) -> Self {
        Self { people: people_of(capacity, weeks), nobody: BTreeMap::new() }
    }

    /// Gives work of a kind to the person who leads it; false when that person is not of the kind.
    pub fn give(&mut self, kind: &str, resource: &str, week: usize, minutes: Minutes) -> bool {
        let leads = |person: &&mut PersonLoad| person.resource == resource && person.kind == kind;
        let leader = self.people.iter_mut().find(leads);
        leader.map(|person| person.own[week] += minutes).is_some()
    }

    /// Shares work that names nobody inside its kind.
    pub fn share(&mut self, kind: &str, week: usize, minutes: Minutes, sharing: &Sharing) {
        if !share_rest(&mut self.people, kind, week, minutes, sharing) && minutes > Minutes(0) {
            *self.nobody.entry(kind.to_owned()).or_default() += minutes;
        }
    }

    /// Adds the work of `other`, of the same people over the same weeks.
    pub fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.people.iter_mut().zip(&other.people) {
            assert_eq!(mine.resource, theirs.resource, "the same people in the same order");
            mine.own.iter_mut().zip(&theirs.own).for_each(|(sum, minutes)| *sum += *minutes);
            mine.shared.iter_mut().zip(&theirs.shared).for_each(|(sum, minutes)| *sum += *minutes);
        }
        for (kind, minutes) in &other.nobody {
            *self.nobody.entry(kind.clone()).or_default() += *minutes;
        }
    }
}

/// Gives the work of led cases to those who lead them, then shares the rest.
///
/// Within a step, the cases taken first are those of the first of `held`. Minutes that do not divide go one
/// by one to the first people.
pub fn per_person(
    process: &Process,
    needs: &Needs,
    load: &Load,
    capacity: &Capacity,
    held: &[Held],
    sharing: &Sharing,
) -> Shared {
    let mut shared = Shared::nothing(capacity, load.weeks.len());
    let mut rest: BTreeMap<(&str, usize), Minutes> = BTreeMap::new();
    let led = led_by_week(needs, held);
    for line in &load.lines {
        let left = give_own(process, line, &led, &mut shared);
        *rest.entry((&line.kind, line.week)).or_default() += left;
    }
    for ((kind, week), minutes) in rest {
        shared.share(kind, week, minutes, sharing);
    }
    shared
}

fn people_of(capacity: &Capacity, weeks: usize) -> Vec<PersonLoad> {
    let person = |kind: &String, resource: &String, capacity: Option<Vec<Minutes>>| PersonLoad {
        kind: kind.clone(),
        resource: resource.clone(),
        own: vec![Minutes(0); weeks],
        shared: vec![Minutes(0); weeks],
        capacity,
    };
    let with = capacity
        .rows
        .iter()
        .map(|row| person(&row.kind, &row.resource, Some(row.by_week.iter().copied().take(weeks).collect())));
    let without = capacity.without_calendar.iter().map(|one| person(&one.kind, &one.resource, None));
    with.chain(without).collect()
}

/// Cases of each person entering each step, by (step, week): work in progress enters in the order of `held`.
pub(super) fn led_by_week<'a>(
    needs: &'a Needs,
    held: &'a [Held],
) -> BTreeMap<(&'a str, usize), Vec<(&'a str, i64)>> {
    let mut led: BTreeMap<(&str, usize), Vec<(&str, i64)>> = BTreeMap::new();
    for step in &needs.steps {
        let mut queue: Vec<(&str, i64)> = held
            .iter()
            .filter(|one| one.step == step.step)
            .map(|one| (one.resource.as_str(), one.units.max(0)))
            .collect();
        for (week, &taken) in step.taken.iter().enumerate() {
            let mut wanted = taken;
            for (person, left) in &mut queue {
                let units = wanted.min(*left);
                (wanted, *left) = (wanted - units, *left - units);
                if units > 0 {
                    led.entry((&step.step, week)).or_default().push((person, units));
                }
            }
        }
    }
    led
}

/// Gives its part of a line to each leader of that kind; returns what is left to share.
fn give_own(
    process: &Process,
    line: &Line,
    led: &BTreeMap<(&str, usize), Vec<(&str, i64)>>,
    shared: &mut Shared,
) -> Minutes {
    let mut left = line.minutes;
    let step = process.step_index(&line.step).map(|index| &process.steps[index]);
    let operation = step.and_then(|step| step.operations.iter().find(|one| one.code == line.operation));
    let cases = led.get(&(line.step.as_str(), line.week));
    let (Some(operation), Some(cases)) = (operation, cases) else { return left };
    for (resource, units) in cases {
        // Never more than the line: lots shared by several leaders cost less together than apart.
        let minutes = operation.work(*units).min(left);
        if shared.give(&line.kind, resource, line.week, minutes) {
            left = left - minutes;
        }
    }
    left
}

/// Whether somebody could receive it.
fn share_rest(
    people: &mut [PersonLoad],
    kind: &str,
    week: usize,
    minutes: Minutes,
    sharing: &Sharing,
) -> bool {
    let weight = |person: &PersonLoad| match sharing {
        Sharing::Equally => i64::from(person.capacity.is_some()),
        Sharing::Given(weights) => weights.get(&person.resource).copied().unwrap_or(0).max(0),
    };
    let mut takers: Vec<(i64, &mut PersonLoad)> = people
        .iter_mut()
        .filter(|person| person.kind == kind)
        .map(|person| (weight(person), person))
        .collect();
    takers.retain(|(weight, _)| *weight > 0);
    let all: i64 = takers.iter().map(|(weight, _)| weight).sum();
    let mut left = minutes.0;
    for (weight, person) in &mut takers {
        let part = i64::try_from(i128::from(minutes.0) * i128::from(*weight) / i128::from(all)).unwrap_or(0);
        person.shared[week] += Minutes(part);
        left -= part;
    }
    // At most one minute short per person, so one round gives them all.
    takers.iter_mut().zip(0..left).for_each(|((_, person), _)| person.shared[week] += Minutes(1));
    !takers.is_empty()
}
