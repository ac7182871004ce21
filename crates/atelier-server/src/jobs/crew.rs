//! The workers and the clock of one process.

use super::{Clock, Runner};
use crate::workbench::Workbench;
use std::path::Path;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// Several workers and the clock, told to stop together.
pub struct Crew {
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Crew {
    /// Starts the clock and so many workers.
    pub fn start(bench: &Workbench, key: &Path, workers: usize) -> Self {
        let (stop, told) = watch::channel(false);
        let mut tasks = JoinSet::new();
        let place = format!("{}-{}", host(), std::process::id());
        for number in 1..=workers {
            let (bench, key, stop) = (bench.clone(), key.to_owned(), told.clone());
            tasks.spawn(Runner { bench, key, name: format!("{place}-{number}"), stop }.run());
        }
        tasks.spawn(Clock { bench: bench.clone(), key: key.to_owned(), stop: told }.run());
        Self { stop, tasks }
    }

    /// Tells them to stop, and waits until each has given back what it had.
    pub async fn end(mut self) {
        let _ = self.stop.send(true);
        while self.tasks.join_next().await.is_some() {}
    }
}

/// The name of this machine, for people who read the table of jobs.
fn host() -> String {
    std::env::var("HOSTNAME").unwrap_or_else(|_| "atelier".to_owned())
}
