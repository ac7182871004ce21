//! The minimum cut read off a maximum flow, one overload for each part of it that hangs together.

use super::Overload;
use super::network::Network;
use super::residual::{Node, Search};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Overloads of a maximum flow, the most missing first, then by period and demand.
///
/// What unserved demands still reach is contained in the demand side of every minimum cut: it is the
/// smallest, and does not depend on the flow.
pub(super) fn overloads(network: &Network, closed: &Search) -> Vec<Overload> {
    let parts = parts(network, closed);
    let mut found: Vec<Overload> = parts.into_values().map(|part| part.publish(network)).collect();
    found.sort_by_key(|one| {
        (Reverse(one.missing()), one.periods.first().copied(), one.demands.first().copied())
    });
    found
}

/// Jobs and cells of one overload.
#[derive(Default)]
struct Part {
    jobs: Vec<usize>,
    cells: Vec<usize>,
}

/// Jobs reached, grouped when they share a hub or a cell.
fn parts(network: &Network, closed: &Search) -> BTreeMap<usize, Part> {
    let (hubs, cells) = (network.hubs(), network.cells.len());
    // Jobs are joined through their hubs, hubs through their cells.
    let mut groups = Groups((0..hubs + cells).collect());
    let hubs_of = |job: usize| {
        let job = &network.jobs[job];
        let base = job.pool * network.periods;
        base + job.from..=base + job.until
    };
    let reached: Vec<usize> =
        (0..network.jobs.len()).filter(|&job| closed.is_closed(Node::Job(job))).collect();
    for &job in &reached {
        let first = *hubs_of(job).start();
        hubs_of(job).for_each(|hub| groups.join(first, hub));
    }
    for hub in (0..hubs).filter(|&hub| closed.is_closed(Node::Hub(hub))) {
        let (pool, period) = (hub / network.periods, hub % network.periods);
        for branch in network.branches_of(pool) {
            groups.join(hub, hubs + branch.to as usize * network.periods + period);
        }
    }
    let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
    for &job in &reached {
        parts.entry(groups.find(*hubs_of(job).start())).or_default().jobs.push(job);
    }
    for cell in (0..cells).filter(|&cell| closed.is_closed(Node::Cell(cell))) {
        parts.entry(groups.find(hubs + cell)).or_default().cells.push(cell);
    }
    parts
}

impl Part {
    fn publish(self, network: &Network) -> Overload {
        let is_ours = |job: &Option<usize>| job.is_some_and(|job| self.jobs.binary_search(&job).is_ok());
        let demands = network.job_of.iter().enumerate().filter(|(_, job)| is_ours(job));
        let mut classes: Vec<usize> = self.cells.iter().map(|cell| cell / network.periods).collect();
        classes.dedup();
        let suppliers = network.class_of.iter().enumerate();
        let mut periods: Vec<u32> = Vec::new();
        for job in &self.jobs {
            let job = &network.jobs[*job];
            periods.extend((job.from..=job.until).map(|period| period as u32));
        }
        periods.sort_unstable();
        periods.dedup();
        Overload {
            demands: demands.map(|(position, _)| position).collect(),
            suppliers: suppliers
                .filter(|(_, class)| classes.binary_search(class).is_ok())
                .map(|(position, _)| position)
                .collect(),
            periods,
            asked: self.jobs.iter().map(|job| network.jobs[*job].asked).sum(),
            reachable: self.cells.iter().map(|cell| network.cells[*cell]).sum(),
        }
    }
}

/// Sets of positions that were joined.
struct Groups(Vec<usize>);

impl Groups {
    fn find(&mut self, mut one: usize) -> usize {
        while self.0[one] != one {
            self.0[one] = self.0[self.0[one]];
            one = self.0[one];
        }
        one
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.0[a.max(b)] = a.min(b);
    }
}
