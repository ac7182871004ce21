//! Whether a process can be run by a workshop: kinds, skills and money are those that exist.

use super::source::{Spot, nearest};
use super::{Operation, Process, Workshop};
use crate::language::Refusal;
use std::collections::BTreeMap;

/// Where the words that point outside a process are in its file.
#[derive(Default)]
pub(super) struct Places(BTreeMap<(String, String), Spot>);

impl Places {
    /// `word` as written in the operation or objective `owner`, empty for the file itself.
    pub fn put(&mut self, owner: &str, word: &str, spot: Spot) {
        self.0.insert((owner.to_owned(), word.to_owned()), spot);
    }

    fn get(&self, owner: &str, word: &str) -> Option<Spot> {
        self.0.get(&(owner.to_owned(), word.to_owned())).copied()
    }
}

/// What does not fit, with its place. Without a workshop: kinds against those of level 7, when it is
/// filled, and currencies against one another.
pub(super) fn against(
    process: &Process,
    workshop: Option<&Workshop>,
    places: &Places,
) -> Vec<(Refusal, Option<Spot>)> {
    let mut faults = currencies(process, workshop, places);
    let declared: Vec<&str> = process.kinds.iter().map(String::as_str).collect();
    if let Some(workshop) = workshop {
        let known: Vec<&str> = workshop.kinds.iter().map(|kind| kind.code.as_str()).collect();
        faults.extend(unknown_kinds("", &process.kinds, &known, places));
    }
    for operation in process.steps.iter().flat_map(|step| &step.operations) {
        let exist = workshop.map(|workshop| workshop.kinds.iter().map(|kind| kind.code.as_str()).collect());
        let known = if declared.is_empty() { exist } else { Some(declared.clone()) };
        let ways = operation.alternatives.iter();
        if let Some(known) = known {
            faults.extend(unknown_kinds(&operation.code, &operation.kinds, &known, places));
            let others = ways.clone().filter(|way| way.kinds != operation.kinds);
            faults.extend(others.flat_map(|way| unknown_kinds(&operation.code, &way.kinds, &known, places)));
        }
        if let Some(workshop) = workshop {
            faults.extend(unknown_room(operation, workshop, places));
            let own = operation.skill.as_deref().map(|skill| (skill, "skill", &operation.kinds));
            let others = ways.filter(|way| way.skill != operation.skill);
            let others =
                others.filter_map(|way| way.skill.as_deref().map(|skill| (skill, skill, &way.kinds)));
            faults.extend(own.into_iter().chain(others).filter_map(|(skill, word, kinds)| {
                let spot = places.get(&operation.code, word);
                unknown_skill(operation, skill, kinds, workshop).map(|fault| (fault, spot))
            }));
        }
    }
    faults
}

fn unknown_kinds(
    operation: &str,
    kinds: &[String],
    known: &[&str],
    places: &Places,
) -> Vec<(Refusal, Option<Spot>)> {
    let unknown = kinds.iter().filter(|kind| !known.contains(&kind.as_str()));
    let fault = |kind: &String| {
        let fault = Refusal::new("process/unknown-resource-kind")
            .with("kind", kind.as_str())
            .with("nearest", nearest(kind, known.iter().copied()))
            .with("known", known.join(", "))
            .field(if operation.is_empty() { "kinds" } else { "kind" });
        (fault, places.get(operation, kind))
    };
    unknown.map(fault).collect()
}

/// A skill that nobody of the kinds concerned has can never be scheduled.
fn unknown_skill(
    operation: &Operation,
    skill: &str,
    kinds: &[String],
    workshop: &Workshop,
) -> Option<Refusal> {
    let able = workshop
        .resources
        .iter()
        .any(|person| kinds.contains(&person.kind) && person.skills.iter().any(|one| one == skill));
    let fault = Refusal::new("process/skill-nobody-has")
        .with("skill", skill)
        .with("operation", operation.code.as_str())
        .field("skill");
    (!able && !operation.automated).then_some(fault)
}

/// A room that the workshop does not have.
fn unknown_room(
    operation: &Operation,
    workshop: &Workshop,
    places: &Places,
) -> Option<(Refusal, Option<Spot>)> {
    let room = operation.room.as_ref().filter(|room| workshop.policy.room(room).is_none())?;
    let known: Vec<&str> = workshop.policy.rooms.iter().map(|room| room.code.as_str()).collect();
    let fault = Refusal::new("process/unknown-room")
        .with("room", room.as_str())
        .with("operation", operation.code.as_str())
        .with("known", known.join(", "))
        .field("room");
    Some((fault, places.get(&operation.code, "room")))
}

/// One money per process, that of the company.
fn currencies(
    process: &Process,
    workshop: Option<&Workshop>,
    places: &Places,
) -> Vec<(Refusal, Option<Spot>)> {
    let first = process.objectives.first().map(|objective| objective.currency);
    let Some(expected) = workshop.map(|workshop| workshop.currency).or(first) else { return Vec::new() };
    let others = process.objectives.iter().filter(|objective| objective.currency != expected);
    let fault = |objective: &super::Objective| {
        let fault = Refusal::new("process/currency-mismatch")
            .with("given", objective.currency.code())
            .with("expected", expected.code())
            .field("currency");
        (fault, places.get(&objective.code, "currency"))
    };
    others.map(fault).collect()
}
