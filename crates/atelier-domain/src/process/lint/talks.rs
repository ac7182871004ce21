//! Rules about conversations: with whom, on what, to see which use.

use super::lexicon::{FEATURE, PITCH, holds};
use super::{Finding, Rule, Severity};
use crate::language::{Lang, Refusal};
use crate::process::{ConversationType, Operation, Part, Process, Step};

const COUNTERPART: Rule = Rule { code: "LNT-06", name: "process-rule-counterpart" };
const EVANGELISING: Rule = Rule { code: "LNT-08", name: "process-rule-evangelising" };
const NO_THEME: Rule = Rule { code: "LNT-29", name: "process-rule-no-theme" };
const NO_KIND: Rule = Rule { code: "LNT-30", name: "process-rule-no-kind" };
const NO_SCENARIO: Rule = Rule { code: "LNT-21", name: "process-rule-no-scenario" };

/// An operation that is a conversation, in its step.
type Talk<'p> = (&'p Step, &'p Operation, &'p ConversationType);

pub(super) fn findings(process: &Process, lang: Lang) -> Vec<Finding> {
    let talks: Vec<Talk<'_>> = process.steps.iter().flat_map(talks_of).collect();
    let mut found: Vec<_> = process.steps.iter().flat_map(|step| nobody(step, lang)).collect();
    found.extend(implementers_first(&talks));
    for talk in &talks {
        found.extend(no_kind(talk, lang));
        found.extend(no_theme(talk, lang));
        found.extend(evangelising(talk, lang));
        found.extend(feature(talk, lang));
        found.extend(no_scenario(talk, lang));
    }
    found
}

fn talks_of(step: &Step) -> Vec<Talk<'_>> {
    step.operations.iter().filter_map(|one| one.conversation.as_ref().map(|talk| (step, one, talk))).collect()
}

fn about(code: &'static str, operation: &Operation, lang: Lang) -> Refusal {
    Refusal::new(code).with("operation", operation.name.get(lang))
}

/// Conversations that do not say with whom; for a step that has none, the step.
fn nobody(step: &Step, lang: Lang) -> Vec<Finding> {
    let talks = talks_of(step);
    if talks.is_empty() {
        let said = Refusal::new("process/lint-no-counterpart").with("step", step.name.get(lang));
        return vec![Finding::new(COUNTERPART, Severity::Error, said).of(step)];
    }
    let unnamed = talks.iter().filter(|(_, _, talk)| talk.role.fr.is_empty());
    let found = |(step, operation, _): &Talk<'_>| {
        let said = about("process/lint-no-role", operation, lang);
        Finding::new(COUNTERPART, Severity::Error, said).at(step, operation)
    };
    unnamed.map(found).collect()
}

/// A role of which it is not said what it is to the deal: kept as a draft, not published.
/// Source: capability note, DES-02.
fn no_kind((step, operation, talk): &Talk<'_>, lang: Lang) -> Option<Finding> {
    let found = !talk.role.fr.is_empty() && talk.part == Part::Other;
    found.then(|| {
        let said = about("process/lint-no-kind", operation, lang).with("role", talk.role.get(lang));
        Finding::new(NO_KIND, Severity::Error, said).at(step, operation)
    })
}

/// A conversation with somebody on nothing yet: kept as a draft, not published.
/// Source: capability note, DES-01.
fn no_theme((step, operation, talk): &Talk<'_>, lang: Lang) -> Option<Finding> {
    let found = talk.theme.fr.is_empty();
    found.then(|| {
        Finding::new(NO_THEME, Severity::Error, about("process/lint-no-theme", operation, lang))
            .at(step, operation)
    })
}

/// The first two conversations, or all there are, are with those who will carry the work.
fn implementers_first(talks: &[Talk<'_>]) -> Option<Finding> {
    let carry = |talk: &Talk<'_>| talk.2.part == Part::Implementer;
    let first = talks.get(..2).is_some_and(|two| two.iter().all(carry));
    let found = first || (!talks.is_empty() && talks.iter().all(carry));
    found.then(|| Finding::warn(COUNTERPART, Refusal::new("process/lint-implementers-first")))
}

/// Whether a use can be told: a draft cannot.
fn told(talk: &ConversationType) -> bool {
    talk.scenario.as_ref().is_some_and(|scenario| !scenario.is_draft())
}

/// A conversation in which we explain the offer: no use is told, and what it is about is no goal of theirs.
fn evangelising((step, operation, talk): &Talk<'_>, lang: Lang) -> Option<Finding> {
    let goal = !talk.theme.fr.is_empty() && !holds(&talk.theme, PITCH);
    let explains = holds(&talk.theme, PITCH) || holds(&operation.name, PITCH);
    let found = explains && !goal && !told(talk);
    found.then(|| {
        Finding::warn(EVANGELISING, about("process/lint-evangelising", operation, lang)).at(step, operation)
    })
}

/// A theme that names what we sell where it should name what they want to reach, whatever use is told.
/// Source: capability note, DES-03.
fn feature((step, operation, talk): &Talk<'_>, lang: Lang) -> Option<Finding> {
    holds(&talk.theme, FEATURE).then(|| {
        let said = about("process/lint-feature", operation, lang).with("theme", talk.theme.get(lang));
        Finding::warn(EVANGELISING, said).at(step, operation)
    })
}

fn no_scenario((step, operation, talk): &Talk<'_>, lang: Lang) -> Option<Finding> {
    let said = || about("process/lint-no-scenario", operation, lang);
    (!told(talk)).then(|| Finding::warn(NO_SCENARIO, said()).at(step, operation))
}
