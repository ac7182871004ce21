//! The maximum flow: a greedy start, exact when everybody holds the same skills, then shortest paths that
//! make room by moving what was given.

use super::network::Network;
use super::residual::{Arc, Flow, Search};

/// Serves as much as possible; the search closed exactly what unserved jobs still reach.
pub(super) fn most(network: &Network) -> (Flow, Search) {
    let mut flow = Flow::nothing(network);
    greedy(network, &mut flow);
    let mut search = Search::new(network);
    let mut path = Vec::new();
    for job in 0..network.jobs.len() {
        while flow.unserved[job] > 0 {
            let Some(cell) = search.path(network, &flow, job, &mut path) else { break };
            push(&mut flow, job, &path, cell);
        }
    }
    (flow, search)
}

/// Jobs by last period, the narrower pool first, each as early as it can and from the least shared class.
///
/// With one class no flow serves more: a job that ends sooner never gains by taking a later period.
fn greedy(network: &Network, flow: &mut Flow) {
    let mut order: Vec<(usize, usize, usize)> = Vec::with_capacity(network.jobs.len());
    for (rank, job) in network.jobs.iter().enumerate() {
        order.push((job.until, network.branches_of(job.pool).len(), rank));
    }
    order.sort_unstable();
    for (_, _, rank) in order {
        let job = &network.jobs[rank];
        let mut unserved = job.asked;
        for (arc, period) in (job.first_arc..).zip(job.from..=job.until) {
            for branch in network.branches_of(job.pool) {
                let left = &mut flow.left[branch.to as usize * network.periods + period];
                let part = unserved.min(*left);
                if part > 0 {
                    *left -= part;
                    unserved -= part;
                    flow.given[arc] += part;
                    flow.taken[branch.first_arc as usize + period] += part;
                }
            }
            if unserved == 0 {
                break;
            }
        }
        flow.unserved[rank] = unserved;
    }
}

/// Sends along a path as much as it bears.
fn push(flow: &mut Flow, job: usize, path: &[Arc], cell: usize) {
    let mut most = flow.unserved[job].min(flow.left[cell]);
    for arc in path {
        match *arc {
            Arc::GiveBack(arc) => most = most.min(flow.given[arc]),
            Arc::TakeBack(arc) => most = most.min(flow.taken[arc]),
            Arc::Give(_) | Arc::Take(_) => {}
        }
    }
    for arc in path {
        match *arc {
            Arc::Give(arc) => flow.given[arc] += most,
            Arc::GiveBack(arc) => flow.given[arc] -= most,
            Arc::Take(arc) => flow.taken[arc] += most,
            Arc::TakeBack(arc) => flow.taken[arc] -= most,
        }
    }
    flow.unserved[job] -= most;
    flow.left[cell] -= most;
}
