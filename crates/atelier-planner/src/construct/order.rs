//! The order in which tasks are placed.

use crate::model::Model;

/// Tasks by rising key, predecessors first: a task is as urgent as the most urgent of its successors.
pub fn sorted(model: &Model, keys: &[u32]) -> Vec<u32> {
    let keys = inherited(model, keys.to_vec());
    let tasks: Vec<u32> = (0..model.len()).map(|i| model.in_order(i)).collect();
    of_part(&keys, &tasks)
}

/// Each key lowered to the least key of all that follows the task.
pub(super) fn inherited(model: &Model, mut keys: Vec<u32>) -> Vec<u32> {
    for i in (0..model.len()).rev() {
        let task = model.in_order(i);
        let key = keys[task as usize];
        for link in model.before.of(task) {
            let before = &mut keys[link.task as usize];
            *before = (*before).min(key);
        }
    }
    keys
}

/// Some tasks, given in an order where predecessors come first, by rising inherited key.
pub(super) fn of_part(keys: &[u32], tasks: &[u32]) -> Vec<u32> {
    let entry = |(i, &task): (usize, &u32)| (u64::from(keys[task as usize]) << 32) | i as u64;
    let mut order: Vec<u64> = tasks.iter().enumerate().map(entry).collect();
    order.sort_unstable();
    order.into_iter().map(|entry| tasks[(entry & 0xFFFF_FFFF) as usize]).collect()
}
