//! Several islands at once, with the same result whatever the number of threads.

use super::exact::{Exact, MOST};
use super::island::{Best, Island};
use super::net::{Net, Way};
use super::solve::Effort;

/// From this many schedules on, two islands are worth more than one.
const ONE_ISLAND_BELOW: u64 = 60_000;
/// Schedules an island generates between two exchanges.
const ROUND: u64 = 20_000;

/// What was found: the shortest schedule, what none can beat, and the schedules generated.
#[derive(Debug)]
pub(super) struct Evolved {
    pub(super) best: Best,
    pub(super) bound: u32,
    pub(super) spent: u64,
}

/// Evolves islands, whose number depends on the effort and not on the threads: every island spends
/// the same count between two exchanges, and exchanges happen when all have spent it. A small
/// project is searched completely in between, as far as a share of the effort goes.
pub(super) fn evolve<const W: usize>(
    net: &Net<W>,
    effort: &Effort,
    bound: u32,
    stop: &(dyn Fn() -> bool + Sync),
) -> Evolved {
    let count = islands_for(effort);
    let size = population(effort.expected / count);
    let mut islands: Vec<Island<W>> =
        (0..count).map(|number| Island::new(net, size, effort.seed.wrapping_add(number << 32))).collect();
    let small = net.len() <= MOST;
    let mut share = effort.schedules.div_ceil(count).max(1);
    let mut evolved = Evolved { best: Best { starts: Vec::new(), makespan: u32::MAX }, bound, spent: 0 };
    let mut quota = 0;
    while quota < share {
        let first = quota == 0 && small;
        quota = (quota + if first { effort.expected / (10 * count) + 1 } else { ROUND }).min(share);
        run_all(&mut islands, effort.threads, |island| island.run(net, quota, evolved.bound, &|| stop()));
        evolved.keep(islands.iter().map(Island::best).min_by_key(|best| best.makespan).cloned());
        if evolved.best.makespan > evolved.bound && first {
            let nodes = evolved.complete(net, effort, stop);
            share = share.saturating_sub((nodes / NODES_PER_SCHEDULE).div_ceil(count)).max(quota);
            evolved.spent = nodes / NODES_PER_SCHEDULE;
        }
        if evolved.best.makespan <= evolved.bound || stop() {
            break;
        }
        exchange(&mut islands);
    }
    evolved.spent += islands.iter().map(Island::spent).sum::<u64>();
    evolved
}

/// States of the complete search that are counted as one schedule.
const NODES_PER_SCHEDULE: u64 = 4;

impl Evolved {
    fn keep(&mut self, best: Option<Best>) {
        if let Some(best) = best.filter(|best| best.makespan < self.best.makespan) {
            self.best = best;
        }
    }

    /// Searches from both ends of time at once; one that comes to its end proves the best shortest.
    fn complete<const W: usize>(
        &mut self,
        net: &Net<W>,
        effort: &Effort,
        stop: &(dyn Fn() -> bool + Sync),
    ) -> u64 {
        let (goal, limit) = ((self.best.makespan, self.bound), effort.expected);
        let mut searches = [Way::Forwards, Way::Backwards].map(|way| Exact::new(net, way, goal, limit, stop));
        run_all(&mut searches, effort.threads, Exact::run);
        for search in &searches {
            self.keep(search.best());
        }
        if searches.iter().any(Exact::complete) {
            self.bound = self.best.makespan;
        }
        searches.iter().map(|search| search.nodes).sum()
    }
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
