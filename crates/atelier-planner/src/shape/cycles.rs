//! Tasks that wait for one another. A pinned task waits for nobody.

use crate::{Problem, TaskId};

/// Cycles that share no task, each in the order of its links: the first waits for the last. When none
/// is found there is none; when some are, undoing them may leave others that ran through them.
pub(super) fn find(problem: &Problem) -> Vec<Vec<u32>> {
    let stuck = stuck(problem);
    let mut walk_of = vec![0; problem.tasks.len()];
    let mut found = Vec::new();
    for (walk, first) in (1..).zip((0..problem.tasks.len() as u32).filter(|&task| stuck[task as usize])) {
        let mut path = Vec::new();
        let mut task = first;
        while walk_of[task as usize] == 0 {
            walk_of[task as usize] = walk;
            path.push(task);
            let Some(before) = before(problem, task).find(|&before| stuck[before as usize]) else { break };
            task = before;
        }
        let start = path.iter().position(|&on_path| on_path == task);
        if let Some(start) = start.filter(|_| walk_of[task as usize] == walk) {
            let mut cycle = path.split_off(start);
            cycle.reverse();
            found.push(cycle);
        }
    }
    found
}

/// At most eight of the tasks of a cycle.
pub(super) fn told(cycle: &[u32]) -> String {
    let names: Vec<String> = cycle.iter().take(8).map(u32::to_string).collect();
    let more = if cycle.len() > 8 { format!(" and {} more", cycle.len() - 8) } else { String::new() };
    format!("waits for itself: {}{more} follow one another", names.join(", "))
}

/// What remains when tasks that wait for nobody are taken away, again and again.
fn stuck(problem: &Problem) -> Vec<bool> {
    let count = problem.tasks.len();
    let mut waits = vec![0_u32; count];
    let mut after: Vec<Vec<u32>> = vec![Vec::new(); count];
    for task in 0..count as u32 {
        for before in before(problem, task) {
            waits[task as usize] += 1;
            after[before as usize].push(task);
        }
    }
    let mut free: Vec<usize> = (0..count).filter(|&task| waits[task] == 0).collect();
    while let Some(task) = free.pop() {
        for &next in &after[task] {
            waits[next as usize] -= 1;
            if waits[next as usize] == 0 {
                free.push(next as usize);
            }
        }
    }
    waits.iter().map(|&left| left > 0).collect()
}

/// Predecessors that are there and that the task still waits for.
fn before(problem: &Problem, task: u32) -> impl Iterator<Item = u32> {
    let task = &problem.tasks[task as usize];
    let known = |id: &TaskId| (id.0 as usize) < problem.tasks.len();
    let links = task.after.iter().filter(|_| task.pinned.is_none()).map(|link| link.task);
    links.filter(known).map(|id| id.0)
}
