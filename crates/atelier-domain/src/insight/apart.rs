//! What stands apart in the history of a process: how long its steps really take, and whose yield is
//! below that of the others.

use super::diagnosis::History;
use super::stats::{Rate, SHARES_NEEDED};
use super::steps::{decided, step_figures};
use crate::execution::{Person, Standing};
use crate::language::{CaseId, PersonId};
use crate::planning::{Facts, Gap, Stay, Whose};
use crate::process::Process;
use std::collections::{BTreeMap, HashMap};

/// Stays and yields of a process, for the search of what holds a plan back. Nothing without a process.
///
/// A yield is below that of the others when its 95 % interval lies wholly below theirs, both on
/// enough outcomes: stricter than a test of the difference, since many people are compared at once.
/// Without stage history the yield is that of the whole process.
/// Source: docs/insight.md, "Samples and intervals".
pub fn facts(history: &History<'_>) -> Facts {
    let Some(process) = history.process else { return Facts::default() };
    Facts { stays: stays(history, process), gaps: gaps(history, process) }
}

fn stays(history: &History<'_>, process: &Process) -> Vec<Stay> {
    let (steps, _) = step_figures(history);
    let measured = steps.iter().filter_map(|figures| {
        let delay = figures.stay_days.known()?;
        Some(Stay {
            process: process.code.clone(),
            step: figures.step.clone(),
            days: delay.median.round() as i64,
            low: delay.low.floor() as i64,
            high: delay.high.ceil() as i64,
            count: i64::try_from(delay.n).unwrap_or(i64::MAX),
        })
    });
    measured.collect()
}

/// Outcomes of some cases: those that went through, and all.
#[derive(Clone, Copy, Default)]
struct Tried {
    part: usize,
    whole: usize,
}

impl Tried {
    fn add(&mut self, through: bool) {
        self.part += usize::from(through);
        self.whole += 1;
    }
}

/// The outcomes in one place of the process.
#[derive(Default)]
struct Place<'a> {
    all: Tried,
    teams: BTreeMap<&'a str, Tried>,
    people: BTreeMap<(&'a str, PersonId), Tried>,
}

fn gaps(history: &History<'_>, process: &Process) -> Vec<Gap> {
    let owners: HashMap<CaseId, PersonId> =
        history.cases.iter().filter_map(|case| Some((case.id, case.owner?))).collect();
    let people: HashMap<PersonId, &Person> = history.people.iter().map(|one| (one.id, one)).collect();
    let mut places: BTreeMap<Option<usize>, Place<'_>> = BTreeMap::new();
    for (case, step, through) in tried(history) {
        let place = places.entry(step).or_default();
        place.all.add(through);
        let Some(person) = owners.get(&case).and_then(|owner| people.get(owner)) else { continue };
        place.people.entry((&person.name, person.id)).or_default().add(through);
        if !person.team.is_empty() {
            place.teams.entry(&person.team).or_default().add(through);
        }
    }
    let mut found = Vec::new();
    for (step, place) in &places {
        let step = step.map(|at| process.steps[at].code.as_str());
        let teams = place.teams.iter().map(|(team, tried)| (Whose::Team((*team).to_owned()), tried));
        let people = place.people.iter().map(|((name, _), tried)| (Whose::Person((*name).to_owned()), tried));
        found.extend(
            teams.chain(people).filter_map(|(whose, tried)| below(process, step, whose, *tried, place.all)),
        );
    }
    found
}

/// Decided outcomes by step, or of the whole process when there is no stage history.
fn tried(history: &History<'_>) -> Vec<(CaseId, Option<usize>, bool)> {
    let by_step = decided(history);
    if !by_step.is_empty() {
        return by_step.into_iter().map(|(case, step, through)| (case, Some(step), through)).collect();
    }
    let closed = history.cases.iter().filter(|case| case.standing != Standing::Open);
    closed.map(|case| (case.id, None, case.standing == Standing::Won)).collect()
}

fn below(process: &Process, step: Option<&str>, whose: Whose, own: Tried, all: Tried) -> Option<Gap> {
    let (part, whole) = (all.part - own.part, all.whole - own.whole);
    let mine = Rate::measure(own.part, own.whole, SHARES_NEEDED);
    let others = Rate::measure(part, whole, SHARES_NEEDED);
    (mine.known()?.high < others.known()?.low).then_some(())?;
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Some(Gap {
        process: process.code.clone(),
        step: step.map(str::to_owned),
        whose,
        part: count(own.part),
        whole: count(own.whole),
        others_part: count(part),
        others_whole: count(whole),
    })
}

#[cfg(test)]
#[path = "apart_tests.rs"]
mod tests;
