//! Load (*charge*): the minutes of work that the needs ask from each kind of resource, week by week.

use super::Needs;
use crate::language::{Minutes, Share, Week};
use crate::process::{Operation, Process};

/// One figure behind a total: an operation done on some units in a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Kind of resource that works.
    pub kind: String,
    /// Code of the step.
    pub step: String,
    /// Code of the operation.
    pub operation: String,
    /// Position of the week.
    pub week: usize,
    /// Units worked on.
    pub units: i64,
    /// Work.
    pub minutes: Minutes,
}

/// Load of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindLoad {
    /// Code of the kind.
    pub kind: String,
    /// Work of each week.
    pub by_week: Vec<Minutes>,
}

impl KindLoad {
    /// Over all weeks.
    pub fn total(&self) -> Minutes {
        self.by_week.iter().copied().sum()
    }
}

/// Load of a process. Totals are the sums of the lines: every figure opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// Weeks covered, in order.
    pub weeks: Vec<Week>,
    /// In the order of the process, then as they appear in its operations.
    pub kinds: Vec<KindLoad>,
    /// Lines without work are left out; by step, operation, kind, week.
    pub lines: Vec<Line>,
}

impl Load {
    /// The load of a kind.
    pub fn kind(&self, code: &str) -> Option<&KindLoad> {
        self.kinds.iter().find(|load| load.kind == code)
    }

    /// The lines behind the load of a kind, of one week or of all.
    pub fn open(&self, kind: &str, week: Option<usize>) -> Vec<&Line> {
        let asked = |line: &&Line| line.kind == kind && week.is_none_or(|week| line.week == week);
        self.lines.iter().filter(asked).collect()
    }

    /// Gives a share of an operation to another kind; the part given is rounded down.
    #[must_use]
    pub fn subcontract(self, operation: &str, share: Share, to: &str) -> Self {
        let mut given = Vec::new();
        let mut lines = self.lines;
        for line in lines.iter_mut().filter(|line| line.operation == operation && line.kind != to) {
            let part = share.of(line.minutes);
            line.minutes = line.minutes - part;
            given.push(Line { kind: to.to_owned(), minutes: part, ..line.clone() });
        }
        lines.extend(given);
        let kinds = self.kinds.into_iter().map(|load| load.kind).collect();
        Self::of(self.weeks, kinds, lines)
    }

    /// Several loads over the same weeks as one.
    pub fn sum<'a>(weeks: &[Week], loads: impl IntoIterator<Item = &'a Self>) -> Self {
        let (mut kinds, mut lines) = (Vec::new(), Vec::new());
        for load in loads {
            kinds.extend(
                load.kinds
                    .iter()
                    .map(|one| &one.kind)
                    .filter(|kind| !kinds.contains(*kind))
                    .cloned()
                    .collect::<Vec<_>>(),
            );
            lines.extend(load.lines.iter().cloned());
        }
        Self::of(weeks.to_vec(), kinds, lines)
    }

    /// From its lines; `kinds` come first in its order, whether they work or not.
    pub fn of(weeks: Vec<Week>, mut kinds: Vec<String>, mut lines: Vec<Line>) -> Self {
        lines.retain(|line| line.minutes > Minutes(0));
        for line in &lines {
            if !kinds.contains(&line.kind) {
                kinds.push(line.kind.clone());
            }
        }
        let empty = |kind| KindLoad { kind, by_week: vec![Minutes(0); weeks.len()] };
        let mut kinds: Vec<KindLoad> = kinds.into_iter().map(empty).collect();
        for line in &lines {
            for load in kinds.iter_mut().filter(|load| load.kind == line.kind) {
                load.by_week[line.week] += line.minutes;
            }
        }
        Self { weeks, kinds, lines }
    }
}

/// The work that `needs` ask, at infinite capacity: units entering each step × its operations, in lots per week.
///
/// Source: docs/method.md, "Load".
pub fn load(process: &Process, needs: &Needs) -> Load {
    let mut lines = Vec::new();
    for (step, need) in process.steps.iter().zip(&needs.steps) {
        assert_eq!(step.code, need.step, "needs of another process");
        for operation in &step.operations {
            lines.extend(lines_of(&step.code, operation, &need.entering));
        }
    }
    Load::of(needs.weeks.clone(), process.kinds.clone(), lines)
}

fn lines_of(step: &str, operation: &Operation, entering: &[i64]) -> Vec<Line> {
    let line = |kind: &String, week: usize, units: i64| Line {
        kind: kind.clone(),
        step: step.to_owned(),
        operation: operation.code.clone(),
        week,
        units,
        minutes: operation.work(units),
    };
    let weeks = |kind| entering.iter().enumerate().map(move |(week, &units)| line(kind, week, units));
    operation.kinds.iter().flat_map(weeks).collect()
}
