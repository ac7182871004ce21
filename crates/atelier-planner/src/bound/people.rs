//! How many people a case needs at least.

use super::Forward;
use crate::model::{Model, NONE};

/// Fewest people who can do, between them, all the tasks of a case that can be placed.
///
/// Exact up to two; beyond, the number of tasks that have no candidate in common, at least three.
/// Tasks with several modes or seats are not counted, which can only lower the number.
pub(super) fn at_least(model: &Model, forward: &Forward, tasks: &[u32]) -> u32 {
    let mut pools: Vec<&[u32]> = tasks
        .iter()
        .filter(|&&task| forward.possible(task))
        .map(|&task| candidates(model, task))
        .filter(|pool| !pool.is_empty())
        .collect();
    pools.sort_unstable_by_key(|pool| pool.len());
    let Some(&smallest) = pools.first() else { return 0 };
    let others = pools.iter().skip(1).copied().collect::<Vec<_>>();
    if smallest.iter().any(|person| others.iter().all(|pool| pool.contains(person))) {
        return 1;
    }
    let two = smallest.iter().any(|person| {
        let left = others.iter().filter(|pool| !pool.contains(person)).copied().collect::<Vec<_>>();
        left.split_first().is_none_or(|(first, rest)| {
            first.iter().any(|second| rest.iter().all(|pool| pool.contains(second)))
        })
    });
    if two { 2 } else { apart(&pools).max(3) }
}

/// Who may do a plain task: its pool, or the person it is pinned to.
fn candidates(model: &Model, task: u32) -> &[u32] {
    let record = &model.tasks[task as usize];
    if record.rich != NONE || record.pool == NONE {
        return &[];
    }
    if !record.pinned() {
        return model.pool(task);
    }
    let at = model.pinned.binary_search_by_key(&task, |pinned| pinned.0);
    match at.map(|at| &model.pinned[at].1.person) {
        Ok(person) if *person != NONE => std::slice::from_ref(person),
        _ => &[],
    }
}

/// A family of pools without a common member, smallest first.
fn apart(pools: &[&[u32]]) -> u32 {
    let mut kept: Vec<&[u32]> = Vec::new();
    for &pool in pools {
        if kept.iter().all(|other| !pool.iter().any(|person| other.contains(person))) {
            kept.push(pool);
        }
    }
    kept.len() as u32
}
