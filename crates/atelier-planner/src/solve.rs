//! The door of the engine: a problem and an effort in, a plan with its reasons, its price and its bound out.

mod finish;
mod parts;
mod watched;

use crate::board::Board;
use crate::bound;
use crate::check::price;
use crate::compile::{Compiled, compile};
use crate::construct::{Chains, Rule, Settled, keys, serial, sorted};
use crate::improve::{Limits, improve};
use crate::model;
use crate::shape;
use crate::{Fault, Flaw, Place, Placement, Problem, TaskId};
use parts::Part;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use watched::Improving;

/// How hard to look for a better plan once every task has been placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Rounds of improvement; 0: none. The plan depends on it, and not on the time it took.
    pub rounds: u64,
    /// Seed of the random draws: same seed, same plan.
    pub seed: u64,
    /// Threads; the plan does not depend on their number.
    pub threads: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self { rounds: 0, seed: 1, threads: 1 }
    }
}

/// How far the work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Tasks that have a date or a cause.
    pub settled: usize,
    /// Tasks in all.
    pub tasks: usize,
    /// Rounds of improvement done.
    pub rounds: u64,
    /// Price of the best plan so far; `None`: not all settled yet.
    pub price: Option<u64>,
    /// What no plan could cost less than; `None`: not known yet.
    pub bound: Option<u64>,
}

/// Follows the work, and may stop it.
pub trait Watch: Sync {
    /// Told now and then; `false`: stop improving and give the best plan so far. A placement under
    /// way always ends, since half a plan is of no use.
    fn go_on(&self, progress: &Progress) -> bool;
}

/// Lets the work go on to its end.
pub struct ToTheEnd;

impl Watch for ToTheEnd {
    fn go_on(&self, _: &Progress) -> bool {
        true
    }
}

/// A plan, what it costs, and what no plan could cost less than. Kept small: reasons are read from it
/// when asked for ([`Plan::draft`], [`Plan::why`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// By position of the task: where it lies; `None`: it found no date.
    pub placements: Vec<Option<Placement>>,
    /// Every task once, in the order in which they were settled: pinned ones first.
    pub order: Vec<TaskId>,
    /// Whether dates were changed after the tasks had been placed one after the other.
    pub improved: bool,
    /// Tasks without a date only because one bound to them by a maximum wait found none: which.
    pub bound_to: BTreeMap<TaskId, TaskId>,
    /// Its price by [`crate::Costs`].
    pub price: u64,
    /// A lower bound of the price of any plan.
    pub bound: u64,
}

impl Plan {
    /// Where tasks lie, in the order of the tasks.
    pub fn placed(&self) -> Vec<Placement> {
        self.placements.iter().flatten().cloned().collect()
    }
}

/// Places every task, in `order` first, then improves within the effort: never worse than the order.
///
/// Without rounds, the order alone decides: each task gets its cheapest place, the earliest of those,
/// beside what has been placed before it; none when leaving it out costs less, with all that follows it
/// ([`crate::Cause::Dearer`]). With rounds, other orders are tried too, and the plan is
/// improved by its price alone; the rule behind the order then counts only as far as the weights of
/// the tasks say the same. Parts of the problem that share nothing are improved side by side.
///
/// # Errors
/// [`Fault`] when the problem or the order cannot be read; never because there is too little room.
pub fn solve(problem: &Problem, order: &[TaskId], effort: &Effort, watch: &dyn Watch) -> Result<Plan, Fault> {
    shape::read(problem)?;
    shape::read_order(problem, order)?;
    let compiled = compile(problem).map_err(|faults| unread(&faults))?;
    let desk = Desk { problem, compiled: &compiled, chains: Chains::of(&compiled.model) };
    let given = desk.in_order(order.iter().map(|task| task.0), watch);
    let plan = desk.plan(&given, order, false);
    if effort.rounds == 0 {
        return Ok(plan);
    }
    let improving = Improving::of(&plan, watch);
    let parts = parts::cut(problem, order);
    let better = match parts.len() {
        // None: there is no task at all.
        0 | 1 => desk.plan(&desk.improve(given, effort, &improving.part()), order, true),
        _ => parts::join(problem, &parts, each_part(&parts, effort, &improving)?),
    };
    Ok(if better.price < plan.price { better } else { plan })
}

/// Improves each part; threads take the next one that waits, each plan depends on its part alone.
fn each_part(parts: &[Part], effort: &Effort, improving: &Improving) -> Result<Vec<Plan>, Fault> {
    let tasks: usize = parts.iter().map(|part| part.order.len()).sum();
    let (next, plans) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let work = || {
        while let Some((at, part)) = parts.iter().enumerate().nth(next.fetch_add(1, Ordering::Relaxed)) {
            let share = u128::from(effort.rounds) * part.order.len() as u128;
            let rounds = share.div_ceil(tasks.max(1) as u128) as u64;
            let effort = Effort { rounds, seed: effort.seed, threads: 1 };
            let plan = one_part(part, &effort, &improving.part());
            plans.lock().unwrap_or_else(PoisonError::into_inner).insert(at, plan);
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..effort.threads.clamp(1, parts.len()) {
            scope.spawn(work);
        }
        work();
    });
    plans.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().collect()
}

/// The better of the order given and its improvement.
fn one_part(part: &Part, effort: &Effort, watch: &dyn Watch) -> Result<Plan, Fault> {
    let compiled = compile(&part.problem).map_err(|faults| unread(&faults))?;
    let desk = Desk { problem: &part.problem, compiled: &compiled, chains: Chains::of(&compiled.model) };
    let given = desk.in_order(part.order.iter().map(|task| task.0), &ToTheEnd);
    let plan = desk.plan(&given, &part.order, false);
    let better = desk.plan(&desk.improve(given, effort, watch), &part.order, true);
    Ok(if better.price < plan.price { better } else { plan })
}

/// What the model cannot hold.
fn unread(faults: &[model::Fault]) -> Fault {
    let flaw =
        |fault: &model::Fault| Flaw { place: Place::Problem, what: format!("cannot be held: {fault}") };
    Fault::Shape(faults.iter().map(flaw).collect())
}

/// A plan under way.
struct Made<'a> {
    board: Board<'a>,
    settled: Settled,
}

struct Desk<'a> {
    problem: &'a Problem,
    compiled: &'a Compiled,
    chains: Chains,
}

/// Tasks placed between two words to the watch.
const TOLD_EVERY: usize = 512;

impl<'a> Desk<'a> {
    /// Task by task, in an order that names every task.
    fn in_order(&self, order: impl Iterator<Item = u32>, watch: &dyn Watch) -> Made<'a> {
        let model = &self.compiled.model;
        let mut board = Board::new(model);
        let free: Vec<u32> = order.filter(|&task| !model.tasks[task as usize].pinned()).collect();
        let (tasks, pinned) = (model.tasks.len(), model.tasks.len() - free.len());
        let mut last = 0;
        let settled = serial(&mut board, &self.chains, &free, &mut |placed| {
            if placed >= last + TOLD_EVERY || placed == free.len() {
                last = placed;
                watch.go_on(&Progress {
                    settled: pinned + placed,
                    tasks,
                    rounds: 0,
                    price: None,
                    bound: None,
                });
            }
        });
        Made { board, settled }
    }

    /// The best of several orders, improved.
    fn improve(&self, given: Made<'a>, effort: &Effort, watch: &dyn Watch) -> Made<'a> {
        let model = &self.compiled.model;
        let mut best = given;
        for rule in Rule::TRIED {
            let other = self.in_order(sorted(model, &keys(model, rule)).into_iter(), &ToTheEnd);
            if other.board.objective().total < best.board.objective().total {
                best = other;
            }
        }
        let limits = Limits { rounds: effort.rounds, seed: effort.seed, threads: effort.threads };
        improve(&mut best.board, &limits, watch);
        finish::what_is_too_dear(&mut best.board);
        finish::whole_chains(&mut best.board, &self.chains);
        best.settled.bound = finish::what_is_left(&mut best.board, &self.chains);
        finish::shift_left(&mut best.board);
        best
    }

    fn plan(&self, made: &Made, order: &[TaskId], improved: bool) -> Plan {
        let problem = self.problem;
        let place = |id| self.compiled.placement(problem, &made.board, TaskId(id));
        let placements: Vec<_> = (0..problem.tasks.len() as u32).map(place).collect();
        let pinned = order.iter().copied().filter(|task| problem.tasks[task.0 as usize].pinned.is_some());
        let free = made.settled.order.iter().map(|&task| TaskId(task));
        let bound_to = made.settled.bound.iter().map(|(&task, &to)| (TaskId(task), TaskId(to))).collect();
        let mut plan =
            Plan { placements, order: pinned.chain(free).collect(), improved, bound_to, price: 0, bound: 0 };
        plan.price = price(problem, &plan.placed()).total;
        plan.bound = u64::try_from(bound::lower(&self.compiled.model).total).unwrap_or(0);
        plan
    }
}
