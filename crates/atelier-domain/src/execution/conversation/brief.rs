//! What somebody reads before a conversation: the goal as last said, promises both ways, evidence had and wanted.

use super::{Conversation, Promise, PromiseState, Side};
use crate::process::{Evidence, Process, Step};
use jiff::ToSpan;
use jiff::civil::Date;

/// Most promises of a side on a sheet of one page.
const SHOWN: usize = 5;

/// The last conversation, of those given newest first, in which the customer named a goal.
pub fn goal(held: &[Conversation]) -> Option<&Conversation> {
    held.iter().find(|one| !one.goal.is_empty())
}

/// The promises of a side worth reading again: those to be kept by due date, then the last settled ones.
pub fn promises_to_read(promises: &[Promise], side: Side) -> Vec<&Promise> {
    let mut of_side: Vec<&Promise> = promises.iter().filter(|one| one.side == side).collect();
    of_side.sort_by_key(|one| {
        let is_settled = one.state != PromiseState::Open;
        let due = one.due_on.unwrap_or(Date::MAX);
        let settled = one.settled_on.map_or(0, |day| -i64::from(days(Date::ZERO, day)));
        (is_settled, if is_settled { Date::MIN } else { due }, settled, one.id)
    });
    of_side.truncate(SHOWN);
    of_side
}

/// Elapsed days from one to the other.
pub(super) fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// A piece of evidence that the customer gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Had<'a> {
    /// Which.
    pub evidence: &'a Evidence,
    /// The day of the customer's fact.
    pub on: Date,
    /// Last day it is good; `None`: it does not lapse.
    pub until: Option<Date>,
}

impl Had<'_> {
    /// Whether its time is over.
    pub fn has_lapsed(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until < today)
    }
}

/// The evidence given in a case, newest first, one of each kind.
pub fn evidence_had<'a>(process: &'a Process, held: &[Conversation]) -> Vec<Had<'a>> {
    let mut had: Vec<Had<'a>> = Vec::new();
    for proof in held.iter().filter_map(|one| one.evidence.as_ref()) {
        let all = process.steps.iter().flat_map(|step| &step.evidence);
        let Some(evidence) = all.into_iter().find(|one| one.code == proof.kind) else { continue };
        if had.iter().any(|one| one.evidence.code == evidence.code) {
            continue;
        }
        let until = evidence.valid_days.and_then(|days| proof.on.checked_add(i64::from(days).days()).ok());
        had.push(Had { evidence, on: proof.on, until });
    }
    had
}

/// What of a step's evidence is still to be had.
pub fn evidence_wanted<'a>(step: &'a Step, had: &[Had<'_>], today: Date) -> Vec<&'a Evidence> {
    let good = |code: &str| had.iter().any(|one| one.evidence.code == code && !one.has_lapsed(today));
    step.evidence.iter().filter(|one| !good(&one.code)).collect()
}
