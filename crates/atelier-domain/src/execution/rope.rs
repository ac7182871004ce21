//! The rope on a plan: how many new cases each process may launch, and the launches held back.

use super::launch::Launch;
use super::workplan::{Strand, WorkPlan};
use crate::language::{Minutes, Refusals, Week};
use crate::planning::{Release, Rope, WeekRelease, Weights, release};
use crate::process::Process;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Release control of one process of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roped {
    /// Code of the process.
    pub process: String,
    /// Its buffer and launches.
    pub release: Release,
    /// New cases not launched in the week that wanted them.
    pub moved: Vec<Moved>,
}

/// Some new cases that the rope moves; the reason is the rope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// How many.
    pub units: i64,
    /// Week that wanted them.
    pub from: Week,
    /// Week in which they are launched; `None`: held, no week of the plan lets them through.
    pub to: Option<Week>,
}

impl WorkPlan {
    /// Ties the launches of each process that says its buffer to its rope.
    ///
    /// # Errors
    /// `planning/no-yield`.
    pub fn tie(&mut self, processes: &[&Process], today: Date) -> Result<Vec<Roped>, Refusals> {
        let mut ropes = Vec::new();
        for rank in 0..self.strands.len() {
            let code = &self.strands[rank].process;
            let Some(process) = processes.iter().find(|process| process.code == *code) else { continue };
            let Some(days) = process.planning.as_ref().and_then(|planning| planning.buffer_days) else {
                continue;
            };
            if let Some(release) = self.release(rank, process, days, today)? {
                ropes.push(tie(process, release, &mut self.launches));
            }
        }
        Ok(ropes)
    }

    /// The rope of the process of this rank, on the kind that limits the plan; from the week of `today`
    /// on, with the time of the drum that the other processes leave.
    ///
    /// `None` when nothing limits or no week is left.
    ///
    /// # Errors
    /// `planning/no-yield`.
    pub fn release(
        &self,
        rank: usize,
        process: &Process,
        buffer_days: u32,
        today: Date,
    ) -> Result<Option<Release>, Refusals> {
        let Some(drum) = self.balance.bottleneck().map(|kind| kind.kind.clone()) else { return Ok(None) };
        let strand = &self.strands[rank];
        let others = self.strands.iter().enumerate().filter(|(other, _)| *other != rank);
        let left = self.capacity.without(others.flat_map(|(_, other)| [&other.load, &other.in_hand]));
        let first = self.weeks.iter().position(|week| *week >= Week::of(today)).unwrap_or(self.weeks.len());
        let nothing = || vec![Minutes(0); self.weeks.len()];
        let rope = Rope {
            drum: &drum,
            weights: &Weights::of(process, &drum)?,
            launched: &strand.standing,
            weeks: &self.weeks[first..],
            capacity: &left.kind(&drum).unwrap_or_else(nothing)[first..],
            wanted: &wanted(process, strand, first),
        };
        Ok(release(&rope, buffer_days))
    }
}

/// New cases of each week from `first` on; those of the weeks before are wanted at once.
fn wanted(process: &Process, strand: &Strand, first: usize) -> Vec<i64> {
    let Some(entry) = process.steps.iter().position(|step| step.after.is_empty()) else {
        return vec![0; strand.needs.weeks.len() - first];
    };
    let net = &strand.needs.steps[entry].net;
    let mut wanted = net[first..].to_vec();
    if let Some(now) = wanted.first_mut() {
        *now += net[..first].iter().sum::<i64>();
    }
    wanted
}

/// Ties the launches of new cases to the rope: each keeps its week, moves to the one that lets it through,
/// or is held. Launches of known cases and of later steps stay as they are.
fn tie(process: &Process, release: Release, launches: &mut Vec<Launch>) -> Roped {
    let entry = process.steps.iter().find(|step| step.after.is_empty()).map(|step| step.code.clone());
    let is_new = |launch: &Launch| {
        let order = &launch.order;
        order.process == process.code && order.case.is_none() && Some(&order.step) == entry.as_ref()
    };
    let mut budget = Budget { weeks: &release.weeks, at: 0, left: 0 };
    let (mut moved, mut to): (Vec<Moved>, BTreeMap<String, Option<Week>>) = (Vec::new(), BTreeMap::new());
    for ((from, group), units) in lots(launches.iter().filter(|launch| is_new(launch))) {
        let week = budget.spend(units);
        if week != Some(from) {
            match moved.last_mut() {
                Some(last) if (last.from, last.to) == (from, week) => last.units += units,
                _ => moved.push(Moved { units, from, to: week }),
            }
        }
        to.insert(group, week);
    }
    launches.retain_mut(|launch| match to.get(&launch.group).filter(|_| is_new(launch)) {
        None => true,
        Some(None) => false,
        Some(Some(week)) => {
            if *week != Week::of(launch.release.date()) {
                launch.release = week.monday().at(0, 0, 0, 0);
            }
            true
        }
    });
    Roped { process: process.code.clone(), release, moved }
}

/// Units of each lot of new cases, in the order of their weeks; a lot is all the orders of one group.
fn lots<'l>(launches: impl Iterator<Item = &'l Launch>) -> BTreeMap<(Week, String), i64> {
    let mut by_operation: BTreeMap<(Week, &str), BTreeMap<&str, i64>> = BTreeMap::new();
    for launch in launches {
        let lot = by_operation.entry((Week::of(launch.release.date()), &launch.group)).or_default();
        *lot.entry(&launch.order.operation).or_default() += launch.order.units;
    }
    let units = |lot: BTreeMap<&str, i64>| lot.into_values().max().unwrap_or(0);
    by_operation.into_iter().map(|((week, group), lot)| ((week, group.to_owned()), units(lot))).collect()
}

/// Launches that the weeks of a rope still let through, the first week first. A lot goes as a whole; what
/// it takes beyond its week is taken from the next.
struct Budget<'r> {
    weeks: &'r [WeekRelease],
    at: usize,
    left: i64,
}

impl Budget<'_> {
    fn spend(&mut self, units: i64) -> Option<Week> {
        while self.left <= 0 {
            self.left += self.weeks.get(self.at)?.launched;
            self.at += 1;
        }
        self.left -= units;
        Some(self.weeks[self.at - 1].week)
    }
}
