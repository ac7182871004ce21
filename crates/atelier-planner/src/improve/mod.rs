//! Improves a plan by ruin and recreate: takes a few tasks out, puts them back in another order,
//! keeps the result when it is better, or worse by little.
//!
//! The time axis is cut into a few regions, at other midnights each time; each is searched on its
//! own, so that threads never wait for one another and the plan does not depend on their number.
//! Sources: Schrimpf et al., "Record breaking optimization results using the ruin and recreate
//! principle" (2000); Christiaens and Vanden Berghe, "Slack induction by string removals" (2020),
//! for the blinks; Pisinger and Ropke, "A general heuristic for vehicle routing problems" (2007),
//! for removals of related items.

mod guide;
mod order;
mod recreate;
mod region;
mod ruin;
mod search;
#[cfg(test)]
mod tests;

use crate::board::Board;
use crate::solve::{Progress, Watch};
use guide::Guide;
use region::Regions;
use search::{Outcome, Search};

/// How far to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Rounds of ruin and recreate, in all. The plan depends on it, and not on the time it took.
    pub rounds: u64,
    /// Seed of the random draws: same seed and rounds, same plan.
    pub seed: u64,
    /// Threads at most; the plan does not depend on their number.
    pub threads: usize,
}

/// What was won.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gain {
    /// Rounds done.
    pub rounds: u64,
    /// Cost of the plan given.
    pub before: i64,
    /// Cost of the plan left on the board, never above `before`.
    pub after: i64,
}

/// Rounds of one region between two cuts of the time axis.
const STAY: u64 = 4096;

/// Improves the plan on `board`; what it leaves is never worse.
///
/// Stops after `limits.rounds`, or when `watch` says so. A stop by `watch` leaves the best plan so
/// far, which then depends on the moment.
pub fn improve(board: &mut Board, limits: &Limits, watch: &dyn Watch) -> Gain {
    let before = board.objective().total;
    let mut gain = Gain { rounds: 0, before, after: before };
    let guide = Guide::new(board.model());
    board.index_days();
    let mut visit = 0;
    while gain.rounds < limits.rounds && go_on(board, &gain, watch) {
        let regions = Regions::cut(board, &guide, limits.seed, visit);
        if regions.is_empty() {
            break;
        }
        let stay = STAY.min((limits.rounds - gain.rounds).div_ceil(regions.len() as u64));
        let outcomes = visit_all(board, &guide, &regions, limits, stay, visit, watch);
        gain.rounds += outcomes.iter().map(|outcome| outcome.rounds).sum::<u64>();
        merge(board, &outcomes);
        visit += 1;
    }
    gain.after = board.objective().total;
    gain
}

fn go_on(board: &Board, gain: &Gain, watch: &dyn Watch) -> bool {
    let tasks = board.model().tasks.len();
    let price = u64::try_from(board.objective().total).ok();
    watch.go_on(&Progress { settled: tasks, tasks, rounds: gain.rounds, price, bound: None })
}

/// Searches every region, each thread on a copy of the board: regions share neither people's time
/// nor tasks, so the order in which they are searched changes nothing.
fn visit_all(
    board: &Board,
    guide: &Guide,
    regions: &Regions,
    limits: &Limits,
    stay: u64,
    visit: u64,
    watch: &dyn Watch,
) -> Vec<Outcome> {
    let threads = limits.threads.clamp(1, regions.len());
    let share = |first: usize| {
        let mut copy = board.clone();
        let mine = (first..regions.len()).step_by(threads);
        mine.map(|region| {
            let seed = seed_of(limits.seed, visit, region as u64);
            Search::new(&mut copy, guide, regions, region, seed).run(stay, watch)
        })
        .collect::<Vec<_>>()
    };
    if threads == 1 {
        return share(0);
    }
    std::thread::scope(|scope| {
        let share = &share;
        let others: Vec<_> = (1..threads).map(|first| scope.spawn(move || share(first))).collect();
        let mut outcomes = share(0);
        for other in others {
            match other.join() {
                Ok(found) => outcomes.extend(found),
                Err(cause) => std::panic::resume_unwind(cause),
            }
        }
        outcomes
    })
}

fn merge(board: &mut Board, outcomes: &[Outcome]) {
    let moved = || outcomes.iter().flat_map(|outcome| &outcome.moved);
    for &(task, _) in moved() {
        if board.seat(task).placed() {
            board.take(task);
        }
    }
    for &(task, seat) in moved().filter(|(_, seat)| seat.placed()) {
        board.put_back(task, seat);
    }
}

/// Another stream of draws for each visit of each region.
fn seed_of(seed: u64, visit: u64, region: u64) -> u64 {
    let mix = |a: u64, b: u64| (a ^ b).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    mix(mix(mix(seed, 0x51_7C_C1_B7), visit), region)
}
