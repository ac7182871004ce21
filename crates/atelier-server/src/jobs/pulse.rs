//! What a running job shows of itself, and how it hears that it should stop.

use atelier_domain::planning::schedule::{Progress, Watch};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering::Relaxed};

/// Shared by the work and by the one who keeps its lease.
#[derive(Debug, Default)]
pub struct Pulse {
    done: AtomicI64,
    total: AtomicI64,
    over: AtomicBool,
}

impl Pulse {
    /// How much is done, of how much.
    pub fn tell(&self, done: i64, total: i64) {
        self.done.store(done, Relaxed);
        self.total.store(total, Relaxed);
    }

    /// What was told last.
    pub fn told(&self) -> (i64, i64) {
        (self.done.load(Relaxed), self.total.load(Relaxed))
    }

    /// Nobody waits for the result any more.
    pub fn stop(&self) {
        self.over.store(true, Relaxed);
    }
}

/// Makes a plan count what is placed, then the rounds of improvement.
pub(super) struct Rounds<'a> {
    pub(super) pulse: &'a Pulse,
    pub(super) rounds: u64,
}

impl Watch for Rounds<'_> {
    fn go_on(&self, progress: &Progress) -> bool {
        let rounds = progress.rounds.min(self.rounds);
        let done = progress.settled as u64 + rounds;
        let total = progress.tasks as u64 + self.rounds;
        self.pulse.tell(done.cast_signed(), total.cast_signed());
        !self.pulse.over.load(Relaxed)
    }
}
