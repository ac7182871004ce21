//! Several islands at once, with the same result whatever the number of threads.

use super::island::{Best, Island};
use super::net::Net;
use super::solve::Effort;

/// From this many schedules on, two islands are worth more than one.
const ONE_ISLAND_BELOW: u64 = 60_000;
/// Schedules an island generates between two exchanges.
const ROUND: u64 = 20_000;

/// Evolves islands, whose number depends on the effort and not on the threads: every island spends
/// the same count between two exchanges, and exchanges happen when all have spent it.
pub(super) fn evolve<const W: usize>(
    net: &Net<W>,
    effort: &Effort,
    bound: u32,
    stop: &(dyn Fn() -> bool + Sync),
) -> (Best, u64) {
    let count = islands_for(effort);
    let share = effort.schedules.div_ceil(count);
    let size = population(effort.expected / count);
    let mut islands: Vec<Island<W>> =
        (0..count).map(|number| Island::new(net, size, effort.seed.wrapping_add(number << 32))).collect();
    let mut quota = 0;
    loop {
        quota = (quota + ROUND).min(share);
        run_all(&mut islands, effort.threads, |island| island.run(net, quota, bound, &|| stop()));
        let met = islands.iter().any(|island| island.best().makespan <= bound);
        if met || quota == share || stop() {
            break;
        }
        exchange(&mut islands);
    }
    let spent = islands.iter().map(Island::spent).sum();
    let best = islands.iter().map(Island::best).min_by_key(|best| best.makespan);
    (best.cloned().unwrap_or_default(), spent)
}

/// How many islands the effort is worth.
pub(super) fn islands_for(effort: &Effort) -> u64 {
    if effort.expected < ONE_ISLAND_BELOW { 1 } else { 2 }
}

/// Members of each side for an island that is to generate about `schedules`: 60 for 5,000, some 420
/// for 50,000. Too many do not converge in time, too few converge on less.
pub(super) fn population(schedules: u64) -> usize {
    ((schedules as f64 / 5_000.0).powf(0.85) * 60.0).clamp(20.0, 1_500.0) as usize
}

pub(super) fn run_all<T: Send>(islands: &mut [T], threads: usize, run: impl Fn(&mut T) + Sync) {
    let part = islands.len().div_ceil(threads.max(1));
    if part == islands.len() {
        islands.iter_mut().for_each(run);
        return;
    }
    std::thread::scope(|scope| {
        for part in islands.chunks_mut(part) {
            scope.spawn(|| part.iter_mut().for_each(&run));
        }
    });
}

/// Each island welcomes the best of the one before it.
fn exchange<const W: usize>(islands: &mut [Island<W>]) {
    let envoys: Vec<_> = islands.iter().map(Island::envoys).collect();
    let count = islands.len();
    for (place, island) in islands.iter_mut().enumerate() {
        island.welcome(&envoys[(place + count - 1) % count]);
    }
}
