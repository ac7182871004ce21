//! Rules about the process as a whole: what is measured, whom it is for, how it is written down.

use super::lexicon::{ACTIVITY, RESULT, SEEKER, holds};
use super::{Finding, Rule};
use crate::language::{Lang, Refusal};
use crate::process::{Bilingual, Indicator, Process, Segment, Step};

/// Most indicators of a process. Source: design note, LNT-07.
const INDICATORS: usize = 7;

const ACTIVITY_ONLY: Rule = Rule { code: "LNT-02", name: "process-rule-activity" };
const SEEKERS_ONLY: Rule = Rule { code: "LNT-04", name: "process-rule-seekers" };
const AT_RANDOM: Rule = Rule { code: "LNT-07", name: "process-rule-at-random" };
const NO_PLAYBOOK: Rule = Rule { code: "LNT-14", name: "process-rule-no-playbook" };
const NO_ROOM: Rule = Rule { code: "LNT-23", name: "process-rule-no-room" };
const ONE_LANGUAGE: Rule = Rule { code: "LNT-25", name: "process-rule-one-language" };

pub(super) fn findings(process: &Process, lang: Lang) -> Vec<Finding> {
    let whole = [activity_only(process), seekers_only(process), too_many(process), no_room(process)];
    let mut found: Vec<_> = whole.into_iter().flatten().collect();
    for step in &process.steps {
        found.extend(no_playbook(step, lang));
        found.extend(one_language(step, lang));
    }
    found
}

/// Every indicator counts what we do, and none what came of it.
fn activity_only(process: &Process) -> Option<Finding> {
    let effort = |one: &Indicator| holds(&one.name, ACTIVITY) && !holds(&one.name, RESULT);
    let found = !process.indicators.is_empty() && process.indicators.iter().all(effort);
    found.then(|| Finding::warn(ACTIVITY_ONLY, Refusal::new("process/lint-activity-only")))
}

/// The target, or a step that one enters by, takes a customer who searches already.
fn seekers_only(process: &Process) -> Option<Finding> {
    let plain = |text: &String| Bilingual { fr: text.clone(), en: String::new() };
    let searches = |segment: &Segment| {
        let written = std::iter::once(&segment.field).chain(&segment.values).map(plain);
        holds(&segment.name, SEEKER) || written.into_iter().any(|text| holds(&text, SEEKER))
    };
    let mut entries = process.steps.iter().filter(|step| step.after.is_empty());
    let found = process.target.iter().any(searches) || entries.any(|step| holds(&step.name, SEEKER));
    found.then(|| Finding::warn(SEEKERS_ONLY, Refusal::new("process/lint-seekers-only")))
}

fn too_many(process: &Process) -> Option<Finding> {
    let count = process.indicators.len();
    let said =
        || Refusal::new("process/lint-too-many-indicators").with("count", count).with("most", INDICATORS);
    (count > INDICATORS).then(|| Finding::warn(AT_RANDOM, said()))
}

/// More than half of the operations are to be done as written.
fn no_room(process: &Process) -> Option<Finding> {
    let leeway = process.leeway();
    let all = leeway.mandatory + leeway.recommended + leeway.free;
    let said = || Refusal::new("process/lint-no-room").with("count", leeway.mandatory).with("all", all);
    (2 * leeway.mandatory > all).then(|| Finding::warn(NO_ROOM, said()))
}

fn no_playbook(step: &Step, lang: Lang) -> Vec<Finding> {
    let bare = step.operations.iter().filter(|operation| !operation.is_told());
    let found = |operation: &crate::process::Operation| {
        let said = Refusal::new("process/lint-no-playbook").with("operation", operation.name.get(lang));
        Finding::warn(NO_PLAYBOOK, said).at(step, operation)
    };
    bare.map(found).collect()
}

/// Names of the step that are written in French alone.
fn one_language(step: &Step, lang: Lang) -> Option<Finding> {
    let proofs = step.evidence.iter().map(|proof| &proof.name);
    let names = std::iter::once(&step.name).chain(step.operations.iter().map(|one| &one.name)).chain(proofs);
    let missing: Vec<_> = names.filter(|name| name.en.is_empty()).map(|name| name.fr.as_str()).collect();
    let said = || {
        let said = Refusal::new("process/lint-one-language").with("step", step.name.get(lang));
        said.with("names", missing.join(", "))
    };
    (!missing.is_empty()).then(|| Finding::warn(ONE_LANGUAGE, said()).of(step))
}
