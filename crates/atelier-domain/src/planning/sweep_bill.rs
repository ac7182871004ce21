//! A bill made ready to be swept many times: positions for names, minutes added up by kind.

use super::bill::{feeders, lead_weeks, yields};
use super::needs::UNITS_MAX;
use crate::language::{Minutes, Refusals, Yield};
use crate::process::{Operation, Process};

/// The bill with positions for names.
pub(super) struct Bill {
    pub steps: Vec<Row>,
    pub kinds: Vec<String>,
    pub weeks: usize,
    /// Count of operations prepared by lots.
    pub by_lot: usize,
}

/// A step, ready to be swept.
pub(super) struct Row {
    pub yields: Divider,
    pub lead: usize,
    pub feeders: Vec<(usize, i64)>,
    /// Minutes per unit by kind, without preparations by lots.
    pub per_unit: Vec<(usize, i64)>,
    /// Preparations by lots.
    pub by_lot: Vec<ByLot>,
}

/// A preparation done once for several units.
pub(super) struct ByLot {
    /// Position among the operations prepared by lots.
    pub rank: usize,
    pub prepare: i64,
    pub kinds: Vec<usize>,
    lot: i64,
}

impl ByLot {
    /// Lots begun for `units`, not negative.
    pub fn lots(&self, units: i64) -> i64 {
        match (u32::try_from(units), u32::try_from(self.lot)) {
            (Ok(units), Ok(lot)) => i64::from(units.div_ceil(lot)),
            _ => (units + self.lot - 1) / self.lot,
        }
    }
}

/// A yield with its reciprocal: division by a yield is what a sweep does most.
pub(super) struct Divider {
    yields: Yield,
    reciprocal: f64,
}

impl Divider {
    fn of(yields: Yield) -> Self {
        Self { yields, reciprocal: 1e6 / f64::from(yields.millionths()) }
    }

    /// [`Yield::units_in`], by a product that is then put right: the float is at most one off.
    pub fn units_in(&self, units_out: i64) -> i64 {
        if !(0..=UNITS_MAX).contains(&units_out) {
            return self.yields.units_in(units_out);
        }
        let part = i64::from(self.yields.millionths());
        let scaled = units_out * 1_000_000;
        let near = (units_out as f64 * self.reciprocal) as i64;
        let near = near + i64::from(near * part < scaled);
        near + i64::from(near * part < scaled) - i64::from((near - 1) * part >= scaled)
    }
}

impl Bill {
    pub fn of(process: &Process, weeks: usize) -> Result<Self, Refusals> {
        let (mut kinds, mut by_lot) = (process.kinds.clone(), 0);
        let rows = process.steps.iter().zip(yields(process)?).zip(feeders(process));
        let steps = rows.map(|((step, yields), feeders)| {
            let (yields, lead) = (Divider::of(yields), lead_weeks(step));
            let mut row = Row { yields, lead, feeders, per_unit: Vec::new(), by_lot: Vec::new() };
            step.operations.iter().for_each(|operation| row.add(operation, &mut kinds, &mut by_lot));
            row
        });
        let steps = steps.collect();
        Ok(Self { steps, kinds, weeks, by_lot })
    }
}

impl Row {
    fn add(&mut self, operation: &Operation, kinds: &mut Vec<String>, by_lot: &mut usize) {
        let mut position = |code: &String| {
            kinds.iter().position(|kind| kind == code).unwrap_or_else(|| {
                kinds.push(code.clone());
                kinds.len() - 1
            })
        };
        let own: Vec<usize> = operation.kinds.iter().map(&mut position).collect();
        let in_lots = operation.lot > 1 && operation.prepare > Minutes(0) && !operation.automated;
        let each = if in_lots { operation.run.0 + operation.travel.0 } else { operation.work(1).0 };
        for &kind in &own {
            match self.per_unit.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, sum)) => *sum += each,
                None => self.per_unit.push((kind, each)),
            }
        }
        if in_lots {
            let (rank, prepare, lot) = (*by_lot, operation.prepare.0, operation.lot);
            self.by_lot.push(ByLot { rank, prepare, kinds: own, lot });
            *by_lot += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_reciprocal_divides_as_the_yield_does(part in 1_u32..=1_000_000, units in 0..=UNITS_MAX, small in 0_i64..200) {
            let Some(yields) = Yield::new(part) else { return Ok(()) };
            let fast = Divider::of(yields);
            for units in [units, small, 0, 1, UNITS_MAX] {
                prop_assert_eq!(fast.units_in(units), yields.units_in(units), "{} / {}", units, part);
            }
        }
    }
}
