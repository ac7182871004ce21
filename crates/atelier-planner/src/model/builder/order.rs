//! Sorting what was given: hours, cases, and tasks after their predecessors.

use crate::model::{Csr, Link, NONE, Slot, Task};

/// Sorts, joins what overlaps or touches, and drops what is empty.
pub(super) fn join(spans: &mut Vec<(Slot, Slot)>) {
    spans.retain(|span| span.0 < span.1);
    if !spans.is_sorted() {
        spans.sort_unstable();
    }
    spans.dedup_by(|next, last| {
        let joins = next.0 <= last.1;
        if joins {
            last.1 = last.1.max(next.1);
        }
        joins
    });
}

/// Tasks of each case.
pub(super) fn by_case(tasks: &[Task]) -> Csr<u32> {
    let cases = tasks.iter().filter(|task| task.case != NONE).map(|task| task.case + 1).max().unwrap_or(0);
    Csr::collect(cases, || {
        tasks
            .iter()
            .enumerate()
            .filter(|(_, task)| task.case != NONE)
            .map(|(id, task)| (task.case, id as u32))
    })
}

/// Predecessors first, or the tasks of one cycle.
pub(super) fn sorted(before: &Csr<Link>, after: &Csr<Link>) -> Result<Box<[u32]>, Vec<u32>> {
    let count = before.lists();
    let mut waiting: Vec<u32> = (0..count).map(|task| before.of(task).len() as u32).collect();
    let mut order: Vec<u32> = (0..count).filter(|&task| waiting[task as usize] == 0).collect();
    let mut done = 0;
    while let Some(&task) = order.get(done) {
        done += 1;
        for link in after.of(task) {
            let left = &mut waiting[link.task as usize];
            *left -= 1;
            if *left == 0 {
                order.push(link.task);
            }
        }
    }
    if order.len() as u32 == count { Ok(order.into()) } else { Err(cycle(before, &waiting)) }
}

/// Walks back from a task that still waits until one comes again.
fn cycle(before: &Csr<Link>, waiting: &[u32]) -> Vec<u32> {
    let back =
        |task: u32| before.of(task).iter().map(|link| link.task).find(|&task| waiting[task as usize] > 0);
    let mut seen = vec![false; waiting.len()];
    let mut path = Vec::new();
    let mut at = waiting.iter().position(|&left| left > 0).map(|task| task as u32);
    while let Some(task) = at.filter(|&task| !seen[task as usize]) {
        seen[task as usize] = true;
        path.push(task);
        at = back(task);
    }
    let first = at.and_then(|task| path.iter().position(|&on_path| on_path == task)).unwrap_or(0);
    let mut cycle = path.split_off(first);
    cycle.reverse();
    cycle
}
