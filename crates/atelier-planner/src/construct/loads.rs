//! How busy people would be if each task were shared equally among its candidates.

use crate::model::{Model, NONE};

/// The whole of a load or of a regret: shares are counted in so many parts.
pub(super) const WHOLE: u64 = 1024;

/// Of each person, work asked for each slot worked, in parts of [`WHOLE`]; somebody who never works is
/// the busiest of all.
fn of_people(model: &Model) -> Vec<u64> {
    let mut asked = vec![0_u64; model.pools.len()];
    for task in model.tasks.iter().filter(|task| task.pool != NONE) {
        asked[task.pool as usize] += u64::from(task.duration);
    }
    let mut loads = vec![0_u64; model.people.len()];
    for (pool, asked) in model.pools.iter().zip(asked) {
        let share = asked * WHOLE / (pool.len() as u64).max(1);
        for &person in pool {
            loads[person as usize] = loads[person as usize].saturating_add(share);
        }
    }
    let worked = |person: u32| u64::from(model.calendar(person).worked());
    (0..).zip(loads).map(|(person, load)| load.checked_div(worked(person)).unwrap_or(u64::MAX)).collect()
}

/// Of each pool, the mean load of its people: what is asked for each slot that they work.
pub(super) fn of_pools(model: &Model) -> Vec<u64> {
    let people = of_people(model);
    let mean = |pool: &[u32]| {
        let sum = pool.iter().map(|&person| people[person as usize]).fold(0, u64::saturating_add);
        sum.checked_div(pool.len() as u64).unwrap_or(u64::MAX)
    };
    model.pools.iter().map(|pool| mean(pool)).collect()
}

/// Of each pool, how much busier the second least busy person is than the least busy one, in parts of
/// [`WHOLE`]; all of it where there is no second.
pub(super) fn regrets(model: &Model) -> Vec<u64> {
    let people = of_people(model);
    let regret = |pool: &[u32]| {
        let (mut first, mut second) = (u64::MAX, u64::MAX);
        for &person in pool {
            let load = people[person as usize];
            if load < first {
                (first, second) = (load, first);
            } else {
                second = second.min(load);
            }
        }
        if second == u64::MAX { WHOLE } else { (second - first) * WHOLE / second.max(1) }
    };
    model.pools.iter().map(|pool| regret(pool)).collect()
}
