//! Applying a scenario to copies of the process and of the capacity.

use super::scenario::{Change, OperationChange, PlacedChange, Scenario, Subcontract, Variant};
use super::{CapacityRow, Demand};
use crate::language::{Minutes, Refusal, Refusals, Week, Yield};
use crate::process::{Operation, Process};

impl Scenario {
    /// Applies the changes in order to copies; `base` is not altered.
    ///
    /// # Errors
    /// All together: `planning/scenario-unknown-operation`, `planning/scenario-unknown-step`,
    /// `planning/scenario-unknown-kind`, `planning/scenario-nobody-to-copy`, `planning/scenario-weeks-outside`.
    pub fn apply(&self, base: &Demand<'_>) -> Result<Variant, Refusals> {
        let mut variant = Variant {
            process: base.process.clone(),
            capacity: base.capacity.clone(),
            subcontracts: base.subcontracts.to_vec(),
        };
        let mut refusals = Refusals::default();
        for change in &self.changes {
            let applied = match &change.change {
                Change::Operation(code, what) => variant.operation(code, what),
                Change::Step { code, yields, lead_days } => variant.step(code, *yields, *lead_days),
                Change::Capacity { .. } => variant.reinforce(&self.code, &change.change),
            };
            if let Err(refusal) = applied {
                refusals.push(placed(refusal.with("scenario", self.code.as_str()), change));
            }
        }
        refusals.or(variant)
    }
}

fn placed(mut refusal: Refusal, change: &PlacedChange) -> Refusal {
    let field = refusal.place.field.take();
    refusal.place = change.place.clone();
    refusal.place.field = refusal.place.field.or(field);
    refusal
}

impl Variant {
    fn operation(&mut self, code: &str, what: &OperationChange) -> Result<(), Refusal> {
        let receivers = what.kinds.iter().flatten().chain(what.subcontract.iter().map(|(_, kind)| kind));
        for kind in receivers {
            self.check_kind(kind)?;
        }
        let operations = self.process.steps.iter_mut().flat_map(|step| &mut step.operations);
        let Some(operation) = operations.into_iter().find(|operation| operation.code == code) else {
            return Err(Refusal::new("planning/scenario-unknown-operation")
                .field("operation")
                .with("code", code));
        };
        change_operation(operation, what);
        if let Some((share, kind)) = &what.subcontract {
            let given = Subcontract { operation: code.to_owned(), share: *share, kind: kind.clone() };
            self.subcontracts.push(given);
        }
        Ok(())
    }

    fn step(&mut self, code: &str, yields: Option<Yield>, lead_days: Option<u32>) -> Result<(), Refusal> {
        let Some(index) = self.process.step_index(code) else {
            return Err(Refusal::new("planning/scenario-unknown-step").field("step").with("code", code));
        };
        let step = &mut self.process.steps[index];
        step.yields = yields.or(step.yields);
        step.lead_days = lead_days.unwrap_or(step.lead_days);
        Ok(())
    }

    fn check_kind(&self, code: &str) -> Result<(), Refusal> {
        if self.capacity.kinds().contains(code) || kinds_of(&self.process).any(|kind| kind == code) {
            return Ok(());
        }
        Err(Refusal::new("planning/scenario-unknown-kind").field("kind").with("code", code))
    }

    /// One row for each person added and one for the minutes added.
    fn reinforce(&mut self, scenario: &str, change: &Change) -> Result<(), Refusal> {
        let Change::Capacity { kind, people, minutes_per_week, from, to } = change else { return Ok(()) };
        self.check_kind(kind)?;
        let inside = |week: &Week| from.is_none_or(|from| from <= *week) && to.is_none_or(|to| *week <= to);
        if !self.capacity.weeks.iter().any(inside) {
            return Err(Refusal::new("planning/scenario-weeks-outside")
                .field("from")
                .with("kind", kind.as_str()));
        }
        let best = self.best_week(kind);
        if *people > 0 && best.is_none() {
            let refusal = Refusal::new("planning/scenario-nobody-to-copy");
            return Err(refusal.field("people").with("kind", kind.as_str()));
        }
        let added = best.into_iter().flat_map(|best| std::iter::repeat_n(best, *people as usize));
        let minutes = vec![*minutes_per_week; self.capacity.weeks.len()];
        let extra = (*minutes_per_week > Minutes(0)).then_some(minutes);
        for (number, mut by_week) in added.chain(extra).collect::<Vec<_>>().into_iter().enumerate() {
            let weeks = self.capacity.weeks.iter().zip(&mut by_week);
            weeks.filter(|(week, _)| !inside(week)).for_each(|(_, minutes)| *minutes = Minutes(0));
            let resource = format!("{scenario}+{}", number + 1);
            self.capacity.rows.push(CapacityRow { kind: kind.clone(), resource, by_week });
        }
        Ok(())
    }

    /// In each week, the minutes of the most available person of the kind.
    fn best_week(&self, kind: &str) -> Option<Vec<Minutes>> {
        let rows = self.capacity.rows.iter().filter(|row| row.kind == kind);
        rows.map(|row| row.by_week.clone())
            .reduce(|best, row| best.into_iter().zip(row).map(|(best, minutes)| best.max(minutes)).collect())
    }
}

/// Kinds that run a process or do one of its operations.
pub(super) fn kinds_of(process: &Process) -> impl Iterator<Item = &String> {
    let operations = process.steps.iter().flat_map(|step| &step.operations);
    process.kinds.iter().chain(operations.flat_map(|operation| &operation.kinds))
}

fn change_operation(operation: &mut Operation, what: &OperationChange) {
    operation.prepare = what.prepare.unwrap_or(operation.prepare);
    operation.run = what.run.unwrap_or(operation.run);
    operation.travel = what.travel.unwrap_or(operation.travel);
    operation.automated = what.automated.unwrap_or(operation.automated);
    if let Some(remote) = what.remote {
        operation.travel = operation.travel - remote.of(operation.travel);
    }
    if let Some(kinds) = &what.kinds {
        operation.kinds.clone_from(kinds);
    }
}
