//! What the needs of a process ask, of whom, and between which weeks.

use super::super::bill::lead_weeks;
use super::super::people::led_by_week;
use super::super::{Held, Line, Load, Needs};
use crate::language::Minutes;
use crate::planning::schedule::{Wanted, seat};
use crate::process::{Operation, Process, Workshop};
use std::collections::BTreeMap;

/// Work asked of a person, or of anyone of a kind with a skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Of whom.
    pub wanted: Wanted,
    /// Code of the operation.
    pub operation: String,
    /// Position of the first week in which it can be done.
    pub from: usize,
    /// Position of the week in which it is due.
    pub until: usize,
    /// Work.
    pub minutes: Minutes,
}

/// The lines of a load: the part of each leader to that person, the rest to the kind and skill.
///
/// Work is due in the week where the load puts it. It can be done from the first week on when cases wait
/// for the step or stand before it; else after the lead times of the steps that units still have to pass.
pub fn asked_by_needs(
    process: &Process,
    needs: &Needs,
    load: &Load,
    held: &[Held],
    workshop: &Workshop,
) -> Vec<Asked> {
    let starts = first_weeks(process, needs);
    let kinds: BTreeMap<&str, &str> =
        workshop.resources.iter().map(|one| (one.code.as_str(), one.kind.as_str())).collect();
    let led = led_by_week(needs, held);
    let mut seats: BTreeMap<(&str, &str), Wanted> = BTreeMap::new();
    let mut all = Vec::new();
    for line in &load.lines {
        let Some((rank, operation)) = operation_of(process, line) else { continue };
        let seat = seats
            .entry((&line.operation, &line.kind))
            .or_insert_with(|| seat(&operation.kinds, operation.skill.as_ref(), &line.kind, workshop));
        let waits = needs.steps[rank].taken[line.week] > 0;
        let from = if waits { 0 } else { starts[rank].min(line.week) };
        let mut ask = |wanted: Wanted, minutes: Minutes| {
            if minutes > Minutes(0) {
                let operation = line.operation.clone();
                all.push(Asked { wanted, operation, from, until: line.week, minutes });
            }
        };
        let mut left = line.minutes;
        for &(person, units) in led.get(&(line.step.as_str(), line.week)).into_iter().flatten() {
            if kinds.get(person) == Some(&line.kind.as_str()) {
                let minutes = operation.work(units).min(left);
                left = left - minutes;
                ask(Wanted::Person { person: person.to_owned() }, minutes);
            }
        }
        ask(seat.clone(), left);
    }
    all
}

fn operation_of<'p>(process: &'p Process, line: &Line) -> Option<(usize, &'p Operation)> {
    let rank = process.step_index(&line.step)?;
    let operation = process.steps[rank].operations.iter().find(|one| one.code == line.operation)?;
    Some((rank, operation))
}

/// For each step, the first week in which a unit that does not wait for it yet can enter: every step that
/// feeds it has been passed, from the one where cases wait, or from the entry.
fn first_weeks(process: &Process, needs: &Needs) -> Vec<usize> {
    let waits = |rank: usize| needs.steps[rank].taken.iter().any(|&units| units > 0);
    let mut first: Vec<usize> = Vec::with_capacity(process.steps.len());
    for step in &process.steps {
        let fed = step.after.iter().filter_map(|input| process.step_index(&input.step));
        let out = fed.filter(|&feeder| feeder < first.len()).map(|feeder| {
            let enters = if waits(feeder) { 0 } else { first[feeder] };
            enters + lead_weeks(&process.steps[feeder])
        });
        let earliest = out.max().unwrap_or(0);
        first.push(earliest);
    }
    first
}
