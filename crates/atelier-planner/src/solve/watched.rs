//! What the watch hears while a plan is improved.

use std::sync::atomic::{AtomicU64, Ordering};

use super::{Plan, Progress, Watch};

/// Improvement of a plan already there, in one part or in several at the same time.
pub(super) struct Improving<'a> {
    watch: &'a dyn Watch,
    tasks: usize,
    price: u64,
    bound: u64,
    rounds: AtomicU64,
}

/// One part: adds the rounds that are new to what all have done.
pub(super) struct OnePart<'a> {
    all: &'a Improving<'a>,
    rounds: AtomicU64,
}

impl<'a> Improving<'a> {
    pub(super) fn of(plan: &Plan, watch: &'a dyn Watch) -> Self {
        let tasks = plan.placements.len();
        Self { watch, tasks, price: plan.price, bound: plan.bound, rounds: AtomicU64::new(0) }
    }

    pub(super) fn part(&'a self) -> OnePart<'a> {
        OnePart { all: self, rounds: AtomicU64::new(0) }
    }
}

impl Watch for OnePart<'_> {
    fn go_on(&self, progress: &Progress) -> bool {
        let known = self.rounds.fetch_max(progress.rounds, Ordering::Relaxed);
        let new = progress.rounds.saturating_sub(known);
        let (all, tasks) = (self.all, self.all.tasks);
        let rounds = all.rounds.fetch_add(new, Ordering::Relaxed) + new;
        let (price, bound) = (Some(all.price), Some(all.bound));
        all.watch.go_on(&Progress { settled: tasks, tasks, rounds, price, bound })
    }
}
