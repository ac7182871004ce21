//! Work in hand: actions of open cases that no need of the plan counts, and which are to be done all the same.
//!
//! The needs of a step count the work of the units entering it. Cases that stand in a step have entered
//! already; cases that wait before a step beyond what the objectives ask enter for nobody's figure.

use super::front::Front;
use super::launch::{Launch, counted};
use super::market::Case;
use crate::language::{CaseId, Minutes, Week};
use crate::planning::schedule::{Wanted, seat};
use crate::planning::{Asked, Line, Load, Needs, Shared, Sharing};
use crate::process::{Operation, Process, Step, Workshop};
use jiff::civil::DateTime;
use std::collections::{BTreeMap, HashSet};

/// The actions in hand that are due in the weeks of a plan, each with the position of its week.
pub(super) struct InHand<'l>(Vec<(usize, &'l Launch)>);

impl<'l> InHand<'l> {
    /// Among the launches of the open cases, those that `needs` do not count.
    pub(super) fn of(
        process: &Process,
        needs: &Needs,
        fronts: &[(&Case, Front<'_>)],
        launches: &'l [Launch],
        weeks: &[Week],
    ) -> Self {
        let cases = cases(process, needs, fronts);
        let ours =
            launches.iter().filter(|launch| launch.order.case.is_some_and(|case| cases.contains(&case)));
        Self(ours.filter_map(|launch| Some((place_of(weeks, launch.due)?, launch))).collect())
    }

    /// As a load: a line per step, operation, kind and week.
    pub(super) fn load(&self, weeks: &[Week]) -> Load {
        let mut sums: BTreeMap<(&str, &str, &str, usize), (i64, Minutes)> = BTreeMap::new();
        for (week, launch) in &self.0 {
            let order = &launch.order;
            for kind in &order.kinds {
                let (units, minutes) = sums.entry((&order.step, &order.operation, kind, *week)).or_default();
                *units += order.units;
                *minutes += order.minutes;
            }
        }
        let line = |((step, operation, kind, week), (units, minutes)): ((&str, &str, &str, usize), _)| Line {
            kind: kind.to_owned(),
            step: step.to_owned(),
            operation: operation.to_owned(),
            week,
            units,
            minutes,
        };
        Load::of(weeks.to_vec(), Vec::new(), sums.into_iter().map(line).collect())
    }

    /// Of whom it is asked: the leader of the case, else the kind and skill; from the first week on.
    pub(super) fn asked(&self, process: &Process, workshop: &Workshop) -> Vec<Asked> {
        let operations: BTreeMap<&str, &Operation> = process
            .steps
            .iter()
            .flat_map(|step| step.operations.iter().map(|one| (one.code.as_str(), one)))
            .collect();
        let kinds: BTreeMap<&str, &str> =
            workshop.resources.iter().map(|one| (one.code.as_str(), one.kind.as_str())).collect();
        let mut sums: BTreeMap<(Wanted, &str, usize), Minutes> = BTreeMap::new();
        for (week, launch) in &self.0 {
            let order = &launch.order;
            for kind in &order.kinds {
                let leader =
                    launch.leader.as_ref().filter(|code| kinds.get(code.as_str()) == Some(&kind.as_str()));
                let skill = operations.get(order.operation.as_str()).and_then(|one| one.skill.as_ref());
                let wanted = leader.map_or_else(
                    || seat(&order.kinds, skill, kind, workshop),
                    |code| Wanted::Person { person: code.clone() },
                );
                *sums.entry((wanted, &order.operation, *week)).or_default() += order.minutes;
            }
        }
        let asked = |((wanted, operation, until), minutes): ((Wanted, &str, usize), Minutes)| Asked {
            wanted,
            operation: operation.to_owned(),
            from: 0,
            until,
            minutes,
        };
        sums.into_iter().map(asked).filter(|one| one.minutes > Minutes(0)).collect()
    }

    /// Gives each action to the leader of its case, and what is of another kind to all of that kind.
    pub(super) fn share(&self, shared: &mut Shared) {
        let mut rest: BTreeMap<(&str, usize), Minutes> = BTreeMap::new();
        for (week, launch) in &self.0 {
            let minutes = launch.order.minutes;
            for kind in &launch.order.kinds {
                let leader = launch.leader.as_deref();
                if !leader.is_some_and(|leader| shared.give(kind, leader, *week, minutes)) {
                    *rest.entry((kind, *week)).or_default() += minutes;
                }
            }
        }
        for ((kind, week), minutes) in rest {
            shared.share(kind, week, minutes, &Sharing::Equally);
        }
    }
}

/// Cases whose next work no need counts: those standing in a step, and those waiting before one beyond its needs.
fn cases(process: &Process, needs: &Needs, fronts: &[(&Case, Front<'_>)]) -> HashSet<CaseId> {
    let waiting = |step: &Step| {
        let here =
            fronts.iter().filter(|(_, front)| matches!(front, Front::Before(at) if at.code == step.code));
        let counted = usize::try_from(counted(step, needs, fronts)).unwrap_or(0);
        here.map(|(case, _)| case.id).skip(counted).collect::<Vec<_>>()
    };
    let standing = fronts.iter().filter(|(_, front)| matches!(front, Front::In(_))).map(|(case, _)| case.id);
    standing.chain(process.steps.iter().flat_map(waiting)).collect()
}

/// Place of a due date among the weeks: before the first counts in the first, after the last is not in this view.
fn place_of(weeks: &[Week], due: DateTime) -> Option<usize> {
    let place = weeks.first()?.until(Week::of(due.date())).max(0);
    usize::try_from(place).ok().filter(|place| *place < weeks.len())
}
