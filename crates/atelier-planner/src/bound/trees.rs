//! The cheapest way of doing each case on its own, at given prices.

use super::Forward;
use super::rows::{Rows, soft_min};
use crate::model::{Model, NONE, Wait};

/// A task under its binding predecessor.
#[derive(Clone, Copy)]
struct Node {
    task: u32,
    /// Position of its parent in the tree; [`NONE`]: the root.
    parent: u32,
    wait: Wait,
}

/// The network with one predecessor for each task, the one that binds when nobody shares. Dropping
/// the others can only make plans cheaper.
pub(super) struct Trees {
    nodes: Vec<Node>,
    /// First node of each tree, and the end of the last; parents come before their children.
    heads: Vec<usize>,
    impossible: f64,
}

/// Room for one tree: for each node and day, the least cost of it and all under it, begun no sooner.
#[derive(Default)]
struct Table {
    cost: Vec<f64>,
    /// The chance that it begins that day when it has not begun before.
    chance: Vec<f64>,
    /// The chance that it may begin from that day on.
    ready: Vec<f64>,
    left_out: Vec<f64>,
    under: Vec<Vec<usize>>,
}

impl Trees {
    pub fn new(model: &Model, forward: &Forward) -> Self {
        let mut tree_of = vec![NONE; model.tasks.len()];
        let mut trees: Vec<Vec<Node>> = Vec::new();
        let mut position = vec![0; model.tasks.len()];
        let mut impossible = 0.0;
        for i in 0..model.len() {
            let task = model.in_order(i);
            if !forward.possible(task) {
                impossible += f64::from(model.tasks[task as usize].unplaced);
                continue;
            }
            let ready =
                |link: &&crate::model::Link| model.soonest_after_wait(link.wait, forward.end(link.task));
            let pinned = model.tasks[task as usize].pinned();
            let binding = model.before.of(task).iter().filter(|_| !pinned).max_by_key(ready);
            let node = match binding {
                Some(link) => Node { task, parent: position[link.task as usize], wait: link.wait },
                None => Node { task, parent: NONE, wait: Wait::elapsed(0) },
            };
            let tree = binding.map_or_else(
                || {
                    trees.push(Vec::new());
                    trees.len() as u32 - 1
                },
                |link| tree_of[link.task as usize],
            );
            tree_of[task as usize] = tree;
            position[task as usize] = trees[tree as usize].len() as u32;
            trees[tree as usize].push(node);
        }
        let mut heads = vec![0];
        for tree in &trees {
            heads.push(heads[heads.len() - 1] + tree.len());
        }
        Self { nodes: trees.concat(), heads, impossible }
    }

    /// Sum of the least costs, smoothed by `softness`; counts the tasks of each kind begun each day.
    pub fn cheapest(
        &self,
        model: &Model,
        forward: &Forward,
        rows: &Rows,
        softness: f64,
        begun: &mut [f64],
    ) -> f64 {
        let mut table = Table::default();
        let mut total = self.impossible;
        for head in self.heads.windows(2) {
            let nodes = &self.nodes[head[0]..head[1]];
            table.fill(model, forward, rows, nodes, softness);
            total += table.cost[0];
            table.follow(model, forward, rows, nodes, begun);
        }
        total
    }
}

impl Table {
    /// Children first.
    fn fill(&mut self, model: &Model, forward: &Forward, rows: &Rows, nodes: &[Node], softness: f64) {
        let size = nodes.len() * rows.days();
        for list in [&mut self.cost, &mut self.chance, &mut self.ready] {
            list.clear();
            list.resize(size, 0.0);
        }
        self.left_out.clear();
        self.left_out.extend(nodes.iter().map(|node| f64::from(model.tasks[node.task as usize].unplaced)));
        self.under.iter_mut().for_each(Vec::clear);
        self.under.resize_with(nodes.len().max(self.under.len()), Vec::new);
        for (i, node) in nodes.iter().enumerate().rev() {
            self.fill_node(model, forward, rows, nodes, i, softness);
            if node.parent != NONE {
                self.left_out[node.parent as usize] += self.left_out[i];
                self.under[node.parent as usize].push(i);
            }
        }
    }

    fn fill_node(
        &mut self,
        model: &Model,
        forward: &Forward,
        rows: &Rows,
        nodes: &[Node],
        i: usize,
        softness: f64,
    ) {
        let days = rows.days();
        let task = nodes[i].task;
        let pinned = model.tasks[task as usize].pinned();
        let first = first_day(model, forward, task);
        let mut best = if pinned { f64::MAX } else { self.left_out[i] };
        let last = if pinned { first } else { days - 1 };
        for day in (first..=last).rev() {
            if let Some((end, price)) = begun(model, forward, rows, task, day) {
                let mut cost = price + model.tasks[task as usize].lateness(end) as f64;
                for &child in &self.under[i] {
                    let opening = model.soonest_after_wait(nodes[child].wait, end);
                    let from = (opening / model.slots_per_day) as usize;
                    cost += if from < days { self.cost[child * days + from] } else { self.left_out[child] };
                }
                (best, self.chance[i * days + day]) = soft_min(cost, best, softness);
            }
            self.cost[i * days + day] = best;
        }
        let cost = self.cost[i * days + first];
        self.cost[i * days..i * days + first].fill(cost);
        self.cost[i * days + last + 1..(i + 1) * days].fill(self.left_out[i]);
    }

    /// Parents first: spreads the chance of each beginning, and counts it.
    fn follow(
        &mut self,
        model: &Model,
        forward: &Forward,
        rows: &Rows,
        nodes: &[Node],
        begun_on: &mut [f64],
    ) {
        let days = rows.days();
        for (i, node) in nodes.iter().enumerate() {
            if node.parent == NONE {
                self.ready[i * days] = 1.0;
            }
            let mut ready = 0.0;
            for day in 0..days {
                ready += self.ready[i * days + day];
                let begins = ready * self.chance[i * days + day];
                if begins < 1e-9 {
                    continue;
                }
                ready -= begins;
                if let Some(cell) = rows.cell_of(node.task, day) {
                    begun_on[cell] += begins;
                }
                let Some((end, _)) = begun(model, forward, rows, node.task, day) else { continue };
                for &child in &self.under[i] {
                    let from =
                        (model.soonest_after_wait(nodes[child].wait, end) / model.slots_per_day) as usize;
                    if from < days {
                        self.ready[child * days + from] += begins;
                    }
                }
            }
        }
    }
}

fn first_day(model: &Model, forward: &Forward, task: u32) -> usize {
    (forward.start(task) / model.slots_per_day) as usize
}

/// Earliest end and least price of a task begun on `day`; `None`: it cannot be.
fn begun(model: &Model, forward: &Forward, rows: &Rows, task: u32, day: usize) -> Option<(u32, f64)> {
    let record = &model.tasks[task as usize];
    let earliest = forward.end(task);
    if record.pinned() {
        return Some((earliest, 0.0));
    }
    let (end, price) = match rows.of(task) {
        Some(row) => (row[day].end, row[day].price),
        None => {
            let modes =
                model.rich.get(record.rich as usize).map(|rich| rich.modes.iter().map(|mode| mode.duration));
            let duration = modes.and_then(Iterator::min).unwrap_or(record.duration);
            (day as u32 * model.slots_per_day + duration, 0.0)
        }
    };
    let end = end.max(earliest);
    (end <= record.until.min(model.horizon)).then_some((end, price))
}
