//! A plan from scratch of what is left to decide, by the effort of the plan in force.

use std::time::{Duration, Instant};

use atelier_planner::board::Objective;
use atelier_planner::construct::{Rule, best_of};
use atelier_planner::improve::{Limits, improve};
use atelier_planner::model::Model;
use atelier_planner::{Progress, Watch};

/// How hard to look.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    pub seconds: f64,
    pub rounds: Option<u64>,
    pub threads: usize,
    pub seed: u64,
}

struct Until(Option<Instant>);

impl Watch for Until {
    fn go_on(&self, _: &Progress) -> bool {
        self.0.is_none_or(|until| Instant::now() < until)
    }
}

/// What a plan from scratch costs.
pub fn plan(model: &Model, effort: Effort) -> Objective {
    let began = Instant::now();
    let (mut board, _) = best_of(model, &Rule::TRIED, effort.threads.max(1));
    if effort.seconds > 0.0 || effort.rounds.is_some() {
        let until = (effort.seconds > 0.0).then(|| began + Duration::from_secs_f64(effort.seconds.min(1e6)));
        let rounds = effort.rounds.unwrap_or(u64::MAX);
        improve(
            &mut board,
            &Limits { rounds, seed: effort.seed, threads: effort.threads.max(1) },
            &Until(until),
        );
    }
    board.objective()
}
