//! Several searches at once, with the same result whatever the number of threads.

use super::island::{Best, Island};
use super::learn::{Learner, Manner};
use super::net::Net;
use super::solve::Effort;

/// From this many schedules on, two islands are worth more than one.
const ONE_ISLAND_BELOW: u64 = 60_000;
/// Schedules an island generates between two exchanges.
const ROUND: u64 = 20_000;
/// On a small project, of at most so many activities and periods, where learners run beside one
/// island, exchanges are more frequent.
const SMALL: usize = 64;
const SHORT: u32 = 2_000;
const SMALL_ROUND: u64 = 2_000;
const MANNERS: [Manner; 3] = [Manner::Early, Manner::AsBest, Manner::Late];
/// Schedules that a clash of a learner is counted as: those of 32 activities that take as long.
const SCHEDULES_PER_CLASH: u64 = 15;

/// What was found: the shortest schedule, what none can beat, and the schedules generated.
#[derive(Debug)]
pub(super) struct Evolved {
    pub(super) best: Best,
    pub(super) bound: u32,
    pub(super) spent: u64,
}

/// A search that runs beside others.
#[derive(Debug)]
enum Worker<const W: usize> {
    Island(Box<Island<W>>),
    Learner(Box<Learner<W>>),
}

impl<const W: usize> Worker<W> {
    /// Goes on until it has spent `quota` schedules, or what is counted as such.
    fn run(&mut self, net: &Net<W>, quota: u64, bound: u32, stop: &(dyn Fn() -> bool + Sync)) {
        match self {
            Self::Island(island) => island.run(net, quota, bound, &|| stop()),
            Self::Learner(learner) => learner.run(net, quota / SCHEDULES_PER_CLASH, &|| stop()),
        }
    }

    fn best(&self) -> &Best {
        match self {
            Self::Island(island) => island.best(),
            Self::Learner(learner) => learner.best(),
        }
    }

    fn spent(&self) -> u64 {
        match self {
            Self::Island(island) => island.spent(),
            Self::Learner(learner) => learner.clashes * SCHEDULES_PER_CLASH,
        }
    }

    fn proves(&self) -> bool {
        matches!(self, Self::Learner(learner) if learner.over())
    }
}

/// Evolves islands, whose number depends on the effort and not on the threads: every search spends
/// the same count between two exchanges, and exchanges happen when all have spent it. On a small
/// project learners run beside the islands, each out to beat the best of all.
pub(super) fn evolve<const W: usize>(
    net: &Net<W>,
    effort: &Effort,
    bound: u32,
    stop: &(dyn Fn() -> bool + Sync),
) -> Evolved {
    let small = net.len() <= SMALL;
    let count = if small { 1 } else { islands_for(effort) };
    let beside = if small { MANNERS.len() as u64 } else { 0 };
    let size = population(effort.expected / (count + beside));
    let island = |number: u64| Island::new(net, size, effort.seed.wrapping_add(number << 32));
    let mut workers: Vec<Worker<W>> =
        (0..count).map(|number| Worker::Island(Box::new(island(number)))).collect();
    let mut evolved = Evolved { best: Best { starts: Vec::new(), makespan: u32::MAX }, bound, spent: 0 };
    let round = if small { SMALL_ROUND } else { ROUND };
    let mut quota = if small { round.min(effort.expected / 10 + 1) } else { round };
    loop {
        let share = effort.schedules.div_ceil(workers.len() as u64).max(1);
        run_all(&mut workers, effort.threads, |worker| worker.run(net, quota.min(share), bound, stop));
        evolved.keep(&workers);
        if quota >= share || evolved.best.makespan <= evolved.bound || stop() {
            break;
        }
        exchange(net, &mut workers, &evolved.best);
        if small && workers.len() == 1 && evolved.best.makespan <= SHORT {
            let learner = |manner| Worker::Learner(Box::new(Learner::new(net, evolved.best.clone(), manner)));
            workers.extend(MANNERS.map(learner));
        }
        quota += round;
    }
    evolved.spent = workers.iter().map(Worker::spent).sum::<u64>();
    evolved
}

impl Evolved {
    fn keep<const W: usize>(&mut self, workers: &[Worker<W>]) {
        for worker in workers {
            if worker.best().makespan < self.best.makespan {
                self.best = worker.best().clone();
            }
        }
        if workers.iter().any(Worker::proves) {
            self.bound = self.best.makespan;
        }
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

/// Runs each on one of the threads.
pub(super) fn run_all<T: Send>(workers: &mut [T], threads: usize, run: impl Fn(&mut T) + Sync) {
    let part = workers.len().div_ceil(threads.max(1));
    if part == workers.len() {
        workers.iter_mut().for_each(run);
        return;
    }
    std::thread::scope(|scope| {
        for part in workers.chunks_mut(part) {
            scope.spawn(|| part.iter_mut().for_each(&run));
        }
    });
}

/// Each island welcomes the best of the one before it, each learner the best of all.
fn exchange<const W: usize>(net: &Net<W>, workers: &mut [Worker<W>], best: &Best) {
    let mut islands = Vec::new();
    for worker in workers {
        match worker {
            Worker::Island(island) => islands.push(island),
            Worker::Learner(learner) => learner.welcome(net, best),
        }
    }
    let envoys: Vec<_> = islands.iter().map(|island| island.envoys()).collect();
    let count = islands.len();
    for (place, island) in islands.iter_mut().enumerate() {
        island.welcome(&envoys[(place + count - 1) % count]);
    }
}
