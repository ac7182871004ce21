//! Parts of a problem that share nobody and nothing: each can be improved on its own.

use std::collections::{BTreeMap, HashMap};

use crate::{Need, Placement, Plan, Problem, ResourceId, Task, TaskId};

/// Most parts; small components are put together.
const MOST: usize = 32;

/// A part as a problem of its own, and where its tasks and resources stand in the whole.
pub(super) struct Part {
    pub(super) problem: Problem,
    /// In the order given for the whole.
    pub(super) order: Vec<TaskId>,
    tasks: Vec<TaskId>,
    resources: Vec<ResourceId>,
}

/// Cuts a problem at its connected components. They do not depend on the effort, nor on the machine.
pub(super) fn cut(problem: &Problem, order: &[TaskId]) -> Vec<Part> {
    let share = shares(problem);
    let parts = share.iter().max().map_or(0, |last| last + 1);
    let mut tasks = vec![Vec::new(); parts];
    for (id, &part) in (0..).map(TaskId).zip(&share) {
        tasks[part].push(id);
    }
    let mut here = vec![TaskId(0); problem.tasks.len()];
    for (at, id) in tasks.iter().flat_map(|tasks| (0..).zip(tasks)) {
        here[id.0 as usize] = TaskId(at);
    }
    let mut orders = vec![Vec::new(); parts];
    for &id in order {
        orders[share[id.0 as usize]].push(here[id.0 as usize]);
    }
    let both = tasks.into_iter().zip(orders);
    both.map(|(tasks, order)| part(problem, tasks, order, &here)).collect()
}

fn part(problem: &Problem, tasks: Vec<TaskId>, order: Vec<TaskId>, here: &[TaskId]) -> Part {
    let mut known: HashMap<ResourceId, ResourceId> = HashMap::new();
    let mut resources = Vec::new();
    let mut seat = |who: &mut ResourceId| {
        *who = *known.entry(*who).or_insert_with(|| {
            resources.push(*who);
            ResourceId(resources.len() as u32 - 1)
        });
    };
    let mut own: Vec<Task> = tasks.iter().map(|id| problem.tasks[id.0 as usize].clone()).collect();
    for task in &mut own {
        each_need(task, |need| need.candidates.iter_mut().for_each(&mut seat));
        task.after.iter_mut().for_each(|link| link.task = here[link.task.0 as usize]);
        if let Some(pin) = &mut task.pinned {
            pin.task = here[pin.task.0 as usize];
            pin.who.iter_mut().for_each(&mut seat);
        }
    }
    let problem = Problem {
        resources: resources.iter().map(|who| problem.resources[who.0 as usize].clone()).collect(),
        tasks: own,
        open_days: problem.open_days.clone(),
        stocks: problem.stocks.clone(),
        ..*problem
    };
    Part { problem, order, tasks, resources }
}

fn each_need(task: &mut Task, mut give: impl FnMut(&mut Need)) {
    task.needs.iter_mut().for_each(&mut give);
    task.modes.iter_mut().flat_map(|mode| &mut mode.needs).for_each(give);
}

/// The plan of the whole from those of its parts.
pub(super) fn join(problem: &Problem, parts: &[Part], plans: Vec<Plan>) -> Plan {
    let mut whole = Plan {
        placements: vec![None; problem.tasks.len()],
        order: Vec::with_capacity(problem.tasks.len()),
        improved: true,
        bound_to: BTreeMap::new(),
        price: 0,
        bound: 0,
    };
    for (part, plan) in parts.iter().zip(plans) {
        let there = |id: TaskId| part.tasks[id.0 as usize];
        for placement in plan.placements.into_iter().flatten() {
            let task = there(placement.task);
            let who = placement.who.iter().map(|who| part.resources[who.0 as usize]).collect();
            whole.placements[task.0 as usize] = Some(Placement { task, who, ..placement });
        }
        whole.order.extend(plan.order.into_iter().map(there));
        whole.bound_to.extend(plan.bound_to.into_iter().map(|(task, to)| (there(task), there(to))));
        whole.price += plan.price;
        whole.bound += plan.bound;
    }
    let pinned = |id: &TaskId| problem.tasks[id.0 as usize].pinned.is_none();
    whole.order.sort_by_key(pinned);
    whole
}

/// The part of each task: components by falling size, each into the part that has least so far.
fn shares(problem: &Problem) -> Vec<usize> {
    let heads = components(problem);
    let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
    for &head in &heads {
        *sizes.entry(head).or_default() += 1;
    }
    let mut by_size: Vec<(u32, usize)> = sizes.into_iter().collect();
    by_size.sort_by_key(|&(head, size)| (std::cmp::Reverse(size), head));
    let mut filled = vec![0; by_size.len().min(MOST)];
    let mut part_of = HashMap::new();
    for (head, size) in by_size {
        let least = (0..filled.len()).min_by_key(|&part| (filled[part], part)).unwrap_or(0);
        filled[least] += size;
        part_of.insert(head, least);
    }
    heads.iter().map(|head| part_of[head]).collect()
}

/// What ties tasks together.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Tie {
    Resource(u32),
    Stock(u32),
    Case(u32),
    Contact(u32),
}

/// The first task of the component of each task.
fn components(problem: &Problem) -> Vec<u32> {
    let mut head: Vec<u32> = (0..problem.tasks.len() as u32).collect();
    let mut first: HashMap<Tie, u32> = HashMap::new();
    for (id, task) in (0..).zip(&problem.tasks) {
        let needs = task.needs.iter().chain(task.modes.iter().flat_map(|mode| &mode.needs));
        let people =
            needs.flat_map(|need| &need.candidates).chain(task.pinned.iter().flat_map(|pin| &pin.who));
        let ties =
            people.map(|who| Tie::Resource(who.0)).chain(task.uses.iter().map(|one| Tie::Stock(one.stock.0)));
        let ties = ties.chain(task.case.map(Tie::Case)).chain(task.contact.map(Tie::Contact));
        let tied = ties.map(|tie| *first.entry(tie).or_insert(id));
        let tied: Vec<u32> = tied.chain(task.after.iter().map(|link| link.task.0)).collect();
        for other in tied {
            let (a, b) = (find(&mut head, id), find(&mut head, other));
            head[a.max(b) as usize] = a.min(b);
        }
    }
    (0..head.len() as u32).map(|task| find(&mut head, task)).collect()
}

fn find(head: &mut [u32], mut task: u32) -> u32 {
    while head[task as usize] != task {
        head[task as usize] = head[head[task as usize] as usize];
        task = head[task as usize];
    }
    task
}
