//! A fixed cut of a model into parts that share nobody.
//!
//! People are tied together by the small pools they are in, and tasks by their links. Large pools
//! would tie everybody together: within a part they are restricted to the people of the part.

use super::pick::SMALL;
use crate::model::{Csr, Model, NONE};

/// Parts at most.
const PARTS: usize = 64;

/// People and tasks of each part.
pub(super) struct Parts {
    people: Csr<u32>,
    tasks: Csr<u32>,
    /// Large pools, rising.
    large: Vec<u32>,
    /// For each part and large pool, the people of the pool that are in the part.
    restricted: Csr<u32>,
}

impl Parts {
    /// Cuts `model`; a single part when all is tied together.
    pub fn cut(model: &Model) -> Self {
        if !model.rich.is_empty() {
            // Sites, contacts and stocks are shared by all.
            return Self::single(model);
        }
        let people = model.people.len();
        let mut ties = Ties::new(people + model.tasks.len());
        let small = |pool: &[u32]| pool.len() <= SMALL;
        for pool in model.pools.iter().filter(|pool| small(pool)) {
            for &person in pool {
                ties.tie(pool[0] as usize, person as usize);
            }
        }
        for task in 0..model.len() {
            if let (true, Some(&first)) = (small(model.pool(task)), model.pool(task).first()) {
                ties.tie(first as usize, people + task as usize);
            }
            for link in model.before.of(task) {
                ties.tie(people + link.task as usize, people + task as usize);
            }
        }
        for &(task, pin) in &model.pinned {
            if pin.person != NONE {
                ties.tie(pin.person as usize, people + task as usize);
            }
        }
        Self::new(model, &share_out(model, &mut ties))
    }

    fn single(model: &Model) -> Self {
        Self::new(model, &vec![0; model.people.len() + model.tasks.len()])
    }

    /// From the part of each person, then of each task.
    fn new(model: &Model, part_of: &[u32]) -> Self {
        let people = model.people.len();
        let parts = part_of.iter().map(|&part| part + 1).max().unwrap_or(0);
        let large: Vec<u32> =
            (0..model.pools.len() as u32).filter(|&pool| model.pools[pool as usize].len() > SMALL).collect();
        let members = || {
            large.iter().enumerate().flat_map(|(i, &pool)| {
                let of_part = large.len() as u32;
                let list = move |&person: &u32| (part_of[person as usize] * of_part + i as u32, person);
                model.pools[pool as usize].iter().map(list)
            })
        };
        Self {
            people: Csr::collect(parts, || {
                part_of[..people].iter().enumerate().map(|(i, &part)| (part, i as u32))
            }),
            tasks: Csr::collect(parts, || {
                (0..model.len())
                    .map(|i| model.in_order(i))
                    .map(|task| (part_of[people + task as usize], task))
            }),
            restricted: Csr::collect(parts * large.len() as u32, members),
            large,
        }
    }

    /// A pool as a part sees it.
    pub fn pool<'p>(&'p self, model: &'p Model, part: usize, pool: u32) -> &'p [u32] {
        match self.large.binary_search(&pool) {
            Ok(i) => self.restricted.of((part * self.large.len() + i) as u32),
            Err(_) => &model.pools[pool as usize],
        }
    }

    pub fn len(&self) -> usize {
        self.tasks.lists() as usize
    }

    /// Do parts ask fewer people than the whole would?
    pub fn restrict(&self) -> bool {
        self.len() > 1 && !self.large.is_empty()
    }

    /// People of a part, rising.
    pub fn people(&self, part: usize) -> &[u32] {
        self.people.of(part as u32)
    }

    /// Tasks of a part, predecessors first.
    pub fn tasks(&self, part: usize) -> &[u32] {
        self.tasks.of(part as u32)
    }
}

/// Shares the tied groups out to parts of about the same number of tasks, in the order of their
/// first member.
fn share_out(model: &Model, ties: &mut Ties) -> Vec<u32> {
    let people = model.people.len();
    let all = ties.parents.len();
    let share = (model.tasks.len() / PARTS).max(1) as u32;
    let mut weight = vec![0_u32; all];
    for i in people..all {
        weight[ties.root(i)] += 1;
    }
    let mut part_of = vec![NONE; all];
    let (mut part, mut filled) = (0, 0);
    for i in 0..all {
        let root = ties.root(i);
        if part_of[root] == NONE {
            if filled >= share {
                (part, filled) = (part + 1, 0);
            }
            part_of[root] = part;
            filled += weight[root];
        }
        part_of[i] = part_of[root];
    }
    part_of
}

/// Union and find.
struct Ties {
    parents: Vec<u32>,
}

impl Ties {
    fn new(count: usize) -> Self {
        Self { parents: (0..count as u32).collect() }
    }

    fn root(&mut self, i: usize) -> usize {
        let mut i = i as u32;
        while self.parents[i as usize] != i {
            let above = self.parents[self.parents[i as usize] as usize];
            self.parents[i as usize] = above;
            i = above;
        }
        i as usize
    }

    fn tie(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b)] = a.min(b) as u32;
    }
}
