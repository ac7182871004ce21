//! Where the open cases of a process stand, and the units that planning may count on from them.

use super::market::{Case, Passage, Standing};
use super::wip::is_open_in;
use crate::language::{CaseId, Yield};
use crate::planning::Wip;
use crate::process::{Process, Step};
use std::collections::{BTreeMap, HashMap};

/// Where an open case stands, seen by planning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front<'p> {
    /// The work of this step remains to be done.
    In(&'p Step),
    /// It has come out of a step and waits to enter this one.
    Before(&'p Step),
}

impl<'p> Front<'p> {
    /// The step whose work comes next.
    pub fn step(self) -> &'p Step {
        match self {
            Self::In(step) | Self::Before(step) => step,
        }
    }
}

/// The open cases of a process with their fronts, in the order given.
///
/// A case waits *before* the next step when its stage history says that it has left the step it
/// stands in; without a history it stands *in* its step. Left out: cases without a step of the process
/// (see [`unplaced`]), and those that have left its last step, for which nothing remains to be done.
/// Source: docs/method.md, "Work in progress".
pub fn fronts<'c, 'p>(
    process: &'p Process,
    cases: &'c [Case],
    passages: &[Passage],
) -> Vec<(&'c Case, Front<'p>)> {
    let last = last_passages(passages);
    let mut found = Vec::new();
    for case in cases.iter().filter(|case| is_open_in(process, case)) {
        let Some(at) = step_of(process, case) else { continue };
        let step = &process.steps[at];
        let left = last.get(&(case.id, step.code.as_str())).is_some_and(|passage| passage.left_on.is_some());
        if !left {
            found.push((case, Front::In(step)));
        } else if let Some(next) = fed_by(process, step) {
            found.push((case, Front::Before(next)));
        }
    }
    found
}

/// Open cases of the processes, or of no process at all, whose step is not known.
pub fn unplaced(processes: &[&Process], cases: &[Case]) -> i64 {
    let is_lost = |case: &&Case| match &case.process {
        None => true,
        Some(code) => processes
            .iter()
            .find(|process| process.code == *code)
            .is_some_and(|process| step_of(process, case).is_none()),
    };
    let open = cases.iter().filter(|case| case.standing == Standing::Open);
    i64::try_from(open.filter(is_lost).count()).unwrap_or(i64::MAX)
}

/// Work in progress as netting wants it: units waiting to enter each step.
///
/// Cases that wait before a step count one each; to them are added the cases standing in the step that
/// feeds it × its yield ÷ the quantity needed, rounded down, since a part of a deal fills no need. Where
/// several steps feed one, the scarcest counts. Cases in the last step are output, not waiting.
/// May be wrong when the cases are older or better than those the yield was measured on.
/// Source: docs/method.md, "Work in progress".
pub fn work_in_progress(process: &Process, fronts: &[(&Case, Front<'_>)], unplaced: i64) -> Wip {
    let mut waiting: BTreeMap<String, i64> = BTreeMap::new();
    let mut standing: BTreeMap<&str, i64> = BTreeMap::new();
    for (_, front) in fronts {
        match front {
            Front::Before(step) => *waiting.entry(step.code.clone()).or_default() += 1,
            Front::In(step) => *standing.entry(step.code.as_str()).or_default() += 1,
        }
    }
    for step in &process.steps {
        let expected = expected(process, step, &standing);
        if expected > 0 {
            *waiting.entry(step.code.clone()).or_default() += expected;
        }
    }
    Wip { waiting, unplaced }
}

/// Units that will enter a step out of the cases standing in those that feed it.
fn expected(process: &Process, step: &Step, standing: &BTreeMap<&str, i64>) -> i64 {
    let from = step.after.iter().map(|input| {
        let feeder = process.step_index(&input.step).map(|at| &process.steps[at]);
        let yields = feeder.and_then(|feeder| feeder.yields).unwrap_or(Yield::WHOLE);
        let count = standing.get(input.step.as_str()).copied().unwrap_or(0);
        count * i64::from(yields.millionths()) / 1_000_000 / input.quantity.max(1)
    });
    from.min().unwrap_or(0)
}

/// The latest passage of each case through each step.
fn last_passages(passages: &[Passage]) -> HashMap<(CaseId, &str), &Passage> {
    let mut last: HashMap<(CaseId, &str), &Passage> = HashMap::new();
    for passage in passages {
        let seen = last.entry((passage.case, passage.step.as_str())).or_insert(passage);
        if passage.entered_on >= seen.entered_on {
            *seen = passage;
        }
    }
    last
}

fn step_of(process: &Process, case: &Case) -> Option<usize> {
    case.step.as_deref().and_then(|code| process.step_index(code))
}

/// The first step that this one feeds.
fn fed_by<'p>(process: &'p Process, step: &Step) -> Option<&'p Step> {
    process.steps.iter().find(|other| other.after.iter().any(|input| input.step == step.code))
}
