//! Who may sit at a job: one seat per kind, or per person decided beforehand.

use super::Job;
use crate::process::Workshop;
use atelier_planner::ResourceId;
use serde::{Deserialize, Serialize};

/// What a seat asks for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "wanted", rename_all = "kebab-case")]
pub enum Wanted {
    /// This person, by code.
    Person {
        /// Code.
        person: String,
    },
    /// Anyone of the kind, with the skill when one is asked.
    Kind {
        /// Code of the kind.
        kind: String,
        /// Skill.
        skill: Option<String>,
    },
}

/// The seats of a job, in the order of its kinds, then people whose kind is not asked for.
pub(super) fn wanted(job: &Job, workshop: &Workshop) -> Vec<Wanted> {
    seats(&job.kinds, job.skill.as_ref(), &job.people, workshop)
}

/// The seats of work that asks for kinds, a skill and people.
pub(super) fn seats(
    kinds: &[String],
    skill: Option<&String>,
    people: &[String],
    workshop: &Workshop,
) -> Vec<Wanted> {
    let mut seats: Vec<Wanted> = kinds.iter().map(|kind| seat(kinds, skill, kind, workshop)).collect();
    for person in people {
        let of_their_kind = |seat: &&mut Wanted| {
            let kind = workshop.resources.iter().find(|one| one.code == *person).map(|one| &one.kind);
            matches!((seat, kind), (Wanted::Kind { kind, .. }, Some(theirs)) if kind == theirs)
        };
        let named = Wanted::Person { person: person.clone() };
        match seats.iter_mut().find(of_their_kind) {
            Some(seat) => *seat = named,
            None => seats.push(named),
        }
    }
    seats
}

/// Who takes the seat of `kind` among `kinds` that work together. A skill is asked of the kinds in which
/// somebody has it, or of all when nobody has it at all.
pub(crate) fn seat(kinds: &[String], skill: Option<&String>, kind: &str, workshop: &Workshop) -> Wanted {
    let holds = |skill: &String, kind: &str| {
        workshop.resources.iter().any(|one| one.kind == kind && one.skills.contains(skill))
    };
    let asked = |skill: &&String| holds(skill, kind) || !kinds.iter().any(|other| holds(skill, other));
    Wanted::Kind { kind: kind.to_owned(), skill: skill.filter(asked).cloned() }
}

/// Candidates of a seat, in the order of the workshop.
pub(super) fn candidates(seat: &Wanted, workshop: &Workshop) -> Vec<ResourceId> {
    let suits = |one: &crate::process::Resource| match seat {
        Wanted::Person { person } => one.code == *person,
        Wanted::Kind { kind, skill } => {
            one.kind == *kind && skill.as_ref().is_none_or(|skill| one.skills.contains(skill))
        }
    };
    let all = (0..).map(ResourceId).zip(&workshop.resources);
    all.filter(|(_, one)| suits(one)).map(|(who, _)| who).collect()
}

/// Where a person stands in the workshop.
pub(super) fn position(workshop: &Workshop, code: &str) -> Option<ResourceId> {
    (0..).map(ResourceId).zip(&workshop.resources).find(|(_, one)| one.code == code).map(|(who, _)| who)
}
