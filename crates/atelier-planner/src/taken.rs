//! What a task takes of the stocks.

use crate::{StockId, Task};

/// How much a task takes of each stock, in the order first named: of one named twice, both amounts.
pub(crate) fn taken(task: &Task) -> Vec<(StockId, u64)> {
    let mut taken: Vec<(StockId, u64)> = Vec::new();
    for one in &task.uses {
        match taken.iter_mut().find(|(stock, _)| *stock == one.stock) {
            Some((_, amount)) => *amount = amount.saturating_add(u64::from(one.amount)),
            None => taken.push((one.stock, u64::from(one.amount))),
        }
    }
    taken
}
