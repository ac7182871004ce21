//! A flow and what can still be changed of it: paths from a job to something left to give.

use super::network::Network;
use std::collections::VecDeque;

/// What is served, arc by arc, and what is left of both ends.
pub(super) struct Flow {
    /// By job arc.
    pub given: Vec<i64>,
    /// By hub arc: branch of a pool, period.
    pub taken: Vec<i64>,
    /// Left to serve of each job.
    pub unserved: Vec<i64>,
    /// Left of each cell: class, period.
    pub left: Vec<i64>,
}

impl Flow {
    pub fn nothing(network: &Network) -> Self {
        Self {
            given: vec![0; network.arc_job.len()],
            taken: vec![0; network.branches()],
            unserved: network.jobs.iter().map(|job| job.asked).collect(),
            left: network.cells.clone(),
        }
    }

    pub fn missing(&self) -> i64 {
        self.unserved.iter().sum()
    }
}

/// A place of the network: a job, a hub (pool × periods + period) or a cell (class × periods + period).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Job(usize),
    Hub(usize),
    Cell(usize),
}

/// An arc followed, with what it changes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Arc {
    Give(usize),
    GiveBack(usize),
    Take(usize),
    TakeBack(usize),
}

/// Breadth-first searches over one flow. Places from which nothing left can be reached are *closed*: no
/// later path can use them, so they are never looked at again.
pub(super) struct Search {
    /// Number of the search that came here last; [`CLOSED`] for good.
    seen: [Vec<u32>; 3],
    /// Where the search came from.
    from: [Vec<(Arc, Node)>; 3],
    queue: VecDeque<Node>,
    reached: Vec<Node>,
    number: u32,
}

const CLOSED: u32 = u32::MAX;

impl Search {
    pub fn new(network: &Network) -> Self {
        let sizes = [network.jobs.len(), network.hubs(), network.cells.len()];
        Self {
            seen: sizes.map(|size| vec![0; size]),
            from: sizes.map(|size| vec![(Arc::Give(0), Node::Job(0)); size]),
            queue: VecDeque::new(),
            reached: Vec::new(),
            number: 0,
        }
    }

    /// Whether nothing left can be reached from here, for good.
    pub fn is_closed(&self, node: Node) -> bool {
        let (table, at) = place(node);
        self.seen[table][at] == CLOSED
    }

    /// Arcs from a job to a cell with something left, last first; `None` closes all that the job reaches.
    pub fn path(&mut self, network: &Network, flow: &Flow, job: usize, path: &mut Vec<Arc>) -> Option<usize> {
        if self.is_closed(Node::Job(job)) {
            return None;
        }
        let found = self.run(network, flow, job);
        match found {
            Some(cell) => self.walk_back(job, cell, path),
            None => {
                for node in std::mem::take(&mut self.reached) {
                    let (table, at) = place(node);
                    self.seen[table][at] = CLOSED;
                }
            }
        }
        found
    }

    fn run(&mut self, network: &Network, flow: &Flow, job: usize) -> Option<usize> {
        self.number += 1;
        self.queue.clear();
        self.reached.clear();
        self.reach(Node::Job(job), Arc::Give(0), Node::Job(job));
        let periods = network.periods;
        while let Some(node) = self.queue.pop_front() {
            match node {
                Node::Job(rank) => {
                    let job = &network.jobs[rank];
                    let hub = job.pool * periods + job.from;
                    for step in 0..=job.until - job.from {
                        self.reach(Node::Hub(hub + step), Arc::Give(job.first_arc + step), node);
                    }
                }
                Node::Hub(hub) => {
                    let (pool, period) = (hub / periods, hub % periods);
                    for branch in network.branches_of(pool) {
                        let cell = branch.to as usize * periods + period;
                        let arc = Arc::Take(branch.first_arc as usize + period);
                        if self.reach(Node::Cell(cell), arc, node) && flow.left[cell] > 0 {
                            return Some(cell);
                        }
                    }
                    for &arc in network.arcs_into(hub) {
                        let arc = arc as usize;
                        if flow.given[arc] > 0 {
                            self.reach(Node::Job(network.arc_job[arc] as usize), Arc::GiveBack(arc), node);
                        }
                    }
                }
                Node::Cell(cell) => {
                    let (class, period) = (cell / periods, cell % periods);
                    for branch in network.reaching(class) {
                        let arc = branch.first_arc as usize + period;
                        if flow.taken[arc] > 0 {
                            let hub = branch.to as usize * periods + period;
                            self.reach(Node::Hub(hub), Arc::TakeBack(arc), node);
                        }
                    }
                }
            }
        }
        None
    }

    /// Whether the search comes here for the first time.
    fn reach(&mut self, node: Node, arc: Arc, from: Node) -> bool {
        let (table, at) = place(node);
        let seen = &mut self.seen[table][at];
        if *seen == CLOSED || *seen == self.number {
            return false;
        }
        *seen = self.number;
        self.from[table][at] = (arc, from);
        self.queue.push_back(node);
        self.reached.push(node);
        true
    }

    fn walk_back(&self, job: usize, cell: usize, path: &mut Vec<Arc>) {
        path.clear();
        let mut node = Node::Cell(cell);
        while node != Node::Job(job) {
            let (table, at) = place(node);
            let (arc, before) = self.from[table][at];
            path.push(arc);
            node = before;
        }
    }
}

fn place(node: Node) -> (usize, usize) {
    match node {
        Node::Job(at) => (0, at),
        Node::Hub(at) => (1, at),
        Node::Cell(at) => (2, at),
    }
}
