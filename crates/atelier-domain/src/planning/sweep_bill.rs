//! A bill made ready to be swept many times: positions for names, minutes added up by kind.

use super::bill::{feeders, lead_weeks, yields};
use crate::language::{Minutes, Refusals, Yield};
use crate::process::{Operation, Process};

/// The bill with positions for names.
pub(super) struct Bill {
    pub steps: Vec<Row>,
    pub kinds: Vec<String>,
    pub weeks: usize,
}

/// A step, ready to be swept.
pub(super) struct Row {
    pub yields: Yield,
    pub lead: usize,
    pub feeders: Vec<(usize, i64)>,
    /// Minutes per unit by kind, of the operations that cost the same whatever the lot.
    pub per_unit: Vec<(usize, i64)>,
    /// Operations prepared by lots, with the kinds that do them.
    pub by_lot: Vec<(Operation, Vec<usize>)>,
}

impl Bill {
    pub fn of(process: &Process, weeks: usize) -> Result<Self, Refusals> {
        let mut kinds = process.kinds.clone();
        let rows = process.steps.iter().zip(yields(process)?).zip(feeders(process));
        let steps = rows.map(|((step, yields), feeders)| {
            let mut row =
                Row { yields, lead: lead_weeks(step), feeders, per_unit: Vec::new(), by_lot: Vec::new() };
            step.operations.iter().for_each(|operation| row.add(operation, &mut kinds));
            row
        });
        let steps = steps.collect();
        Ok(Self { steps, kinds, weeks })
    }
}

impl Row {
    fn add(&mut self, operation: &Operation, kinds: &mut Vec<String>) {
        let mut position = |code: &String| {
            kinds.iter().position(|kind| kind == code).unwrap_or_else(|| {
                kinds.push(code.clone());
                kinds.len() - 1
            })
        };
        let own: Vec<usize> = operation.kinds.iter().map(&mut position).collect();
        if operation.lot > 1 && operation.prepare > Minutes(0) && !operation.automated {
            self.by_lot.push((operation.clone(), own));
            return;
        }
        for kind in own {
            let minutes = operation.work(1).0;
            match self.per_unit.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, sum)) => *sum += minutes,
                None => self.per_unit.push((kind, minutes)),
            }
        }
    }
}
