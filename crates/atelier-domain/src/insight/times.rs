//! Real time of each operation, from what people declared on their orders.

use super::diagnosis::History;
use super::stats::{Delay, MEDIANS_NEEDED, Measure};
use serde::Serialize;
use std::collections::HashMap;

/// What an operation really takes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OperationFigures {
    /// Code of its step.
    pub step: String,
    /// Its code.
    pub operation: String,
    /// Done orders with a time.
    pub orders: usize,
    /// Minutes per unit, preparation and travel included. The fields of [`Delay`] are minutes here.
    pub minutes: Measure<Delay>,
}

/// One line per operation of the process, in its order; empty without a process.
///
/// A declared time of 0 is a time. May be wrong when people declare round figures at the week's end.
pub(super) fn operation_figures(history: &History<'_>) -> Vec<OperationFigures> {
    let Some(process) = history.process else { return Vec::new() };
    let mut times: HashMap<&str, Vec<i32>> = HashMap::new();
    for order in history.orders.iter().filter(|order| order.process == process.code) {
        if let Some(report) = order.report() {
            let per_unit = report.minutes.0 / order.units.max(1);
            times.entry(&order.operation).or_default().push(i32::try_from(per_unit).unwrap_or(i32::MAX));
        }
    }
    let operations = process.steps.iter().flat_map(|step| step.operations.iter().map(move |op| (step, op)));
    operations
        .map(|(step, operation)| {
            let mut minutes = times.remove(operation.code.as_str()).unwrap_or_default();
            OperationFigures {
                step: step.code.clone(),
                operation: operation.code.clone(),
                orders: minutes.len(),
                minutes: Delay::measure(&mut minutes, MEDIANS_NEEDED),
            }
        })
        .collect()
}
