//! One watch over parts that are worked on at the same time.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use super::{Progress, Watch};

/// What all parts have done together.
pub(super) struct Together<'a> {
    watch: &'a dyn Watch,
    tasks: usize,
    settled: AtomicUsize,
    rounds: AtomicU64,
}

/// The watch of one part: adds what is new to what all have done.
pub(super) struct OnePart<'a> {
    all: &'a Together<'a>,
    settled: AtomicUsize,
    rounds: AtomicU64,
}

impl<'a> Together<'a> {
    pub(super) fn new(watch: &'a dyn Watch, tasks: usize) -> Self {
        Self { watch, tasks, settled: AtomicUsize::new(0), rounds: AtomicU64::new(0) }
    }

    pub(super) fn part(&'a self) -> OnePart<'a> {
        OnePart { all: self, settled: AtomicUsize::new(0), rounds: AtomicU64::new(0) }
    }
}

impl Watch for OnePart<'_> {
    fn go_on(&self, progress: &Progress) -> bool {
        let settled =
            progress.settled.saturating_sub(self.settled.fetch_max(progress.settled, Ordering::Relaxed));
        let rounds =
            progress.rounds.saturating_sub(self.rounds.fetch_max(progress.rounds, Ordering::Relaxed));
        let settled = self.all.settled.fetch_add(settled, Ordering::Relaxed) + settled;
        let rounds = self.all.rounds.fetch_add(rounds, Ordering::Relaxed) + rounds;
        self.all.watch.go_on(&Progress { settled, tasks: self.all.tasks, rounds, price: None, bound: None })
    }
}
