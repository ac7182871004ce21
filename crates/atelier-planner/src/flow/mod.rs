//! Rough cut: can what is asked be served at all, period by period, before anything gets a date?
//!
//! A demand asks a quantity of one skill between two periods; a supplier holds some skills and has a
//! quantity in each period. What can be served is the maximum flow from demands to suppliers; what
//! cannot is told by the minimum cut: a set of demands that together ask more than everything that
//! could ever serve any of them (Hall 1935; Ford and Fulkerson 1956). A necessary condition only:
//! quantities may be cut at will here, and tasks have no order.

mod cut;
mod network;
mod residual;
mod serve;
#[cfg(test)]
mod tests;

use network::Network;
use thiserror::Error;

/// Somebody who serves: the skills held, in any order, and what there is in each period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supplier {
    /// Numbers of the skills.
    pub skills: Vec<u32>,
    /// Quantity of each period, not negative.
    pub available: Vec<i64>,
}

/// Something asked of anybody who holds the skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Number of the skill.
    pub skill: u32,
    /// First period in which it may be served.
    pub from: u32,
    /// Last one, inside.
    pub until: u32,
    /// Quantity, not negative.
    pub asked: i64,
}

/// What is asked, and of whom. Suppliers and demands are named by their positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoughCut {
    /// How many periods there are.
    pub periods: u32,
    /// Who serves.
    pub suppliers: Vec<Supplier>,
    /// What is asked.
    pub demands: Vec<Demand>,
}

/// The answer: everything is served exactly when there is no overload.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// All that is asked.
    pub asked: i64,
    /// The most that can be served.
    pub served: i64,
    /// What cannot: sets apart from each other, the most missing first. Their missing quantities add up
    /// to `asked − served`.
    pub overloads: Vec<Overload>,
}

/// Demands that together ask more than all that could serve any of them.
///
/// Among the minimum cuts this is the one with the fewest demands: each of them is needed to say it,
/// and it is the same whatever maximum flow was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overload {
    /// Positions of the demands, ascending.
    pub demands: Vec<usize>,
    /// Positions of everybody who holds one of the skills asked, ascending; empty: nobody does.
    pub suppliers: Vec<usize>,
    /// Periods in which any of the demands may be served, ascending.
    pub periods: Vec<u32>,
    /// What the demands ask.
    pub asked: i64,
    /// All that could serve them.
    pub reachable: i64,
}

impl Overload {
    /// What is missing, above zero.
    pub fn missing(&self) -> i64 {
        self.asked - self.reachable
    }
}

/// Why a question cannot be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// A list of quantities of another length than the periods.
    #[error("supplier {supplier} gives {given} periods, {periods} expected")]
    Length {
        /// Position.
        supplier: usize,
        /// Length of its list.
        given: usize,
        /// Length wanted.
        periods: u32,
    },
    /// A supplier gives less than nothing.
    #[error("supplier {supplier} has a negative quantity in period {period}")]
    NegativeSupply {
        /// Position.
        supplier: usize,
        /// First such period.
        period: usize,
    },
    /// A demand asks less than nothing.
    #[error("demand {demand} asks a negative quantity")]
    NegativeDemand {
        /// Position.
        demand: usize,
    },
    /// A demand ends before it begins, or outside the periods.
    #[error("demand {demand} goes from period {from} to {until}, there are {periods}")]
    Window {
        /// Position.
        demand: usize,
        /// Its first period.
        from: u32,
        /// Its last one.
        until: u32,
        /// How many there are.
        periods: u32,
    },
    /// Quantities whose sum cannot be counted, or more (demand, period) pairs than memory should hold.
    #[error("too large: quantities must add up below 2^60, windows to fewer than 2^28 periods")]
    TooLarge,
}

/// Serves as much as possible.
///
/// # Errors
/// Every [`Fault`] of the question at once.
/// Cost: near-linear in the sum of the lengths of the windows; what cannot be served is looked at once.
/// Source: shortest augmenting paths (Edmonds and Karp 1972) after a greedy start (Glover 1967), on a
/// network where suppliers with the same skills are one.
pub fn rough_cut(question: &RoughCut) -> Result<Verdict, Vec<Fault>> {
    let network = Network::of(question)?;
    let (flow, closed) = serve::most(&network);
    let overloads = if flow.missing() > 0 { cut::overloads(&network, &closed) } else { Vec::new() };
    let served = network.asked - flow.missing();
    debug_assert_eq!(
        network.asked - served,
        overloads.iter().map(Overload::missing).sum::<i64>(),
        "the cut is worth the flow"
    );
    Ok(Verdict { asked: network.asked, served, overloads })
}

/// Many questions that share nothing, on `threads` threads; answers in the order of the questions,
/// whatever the number of threads.
pub fn rough_cuts(questions: &[RoughCut], threads: usize) -> Vec<Result<Verdict, Vec<Fault>>> {
    let size = questions.len().div_ceil(threads.max(1)).max(1);
    let answer = |part: &[RoughCut]| part.iter().map(rough_cut).collect::<Vec<_>>();
    let mut parts = questions.chunks(size);
    let first = parts.next().unwrap_or_default();
    std::thread::scope(|scope| {
        let others: Vec<_> = parts.map(|part| scope.spawn(move || answer(part))).collect();
        let mut answers = answer(first);
        for other in others {
            answers.extend(other.join().unwrap_or_else(|bug| std::panic::resume_unwind(bug)));
        }
        answers
    })
}
