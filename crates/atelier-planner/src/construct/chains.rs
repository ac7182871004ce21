//! Tasks bound by maximum waits: placed as one, or not at all.

use crate::board::{Board, Choice, Window};
use crate::model::{Model, NONE, Slot};

/// Groups of tasks that are placed together.
///
/// Two tasks are in one group when a maximum wait binds them, or when one of them lies between
/// others that are bound: the strongly connected components of the links, those with a maximum wait
/// taken both ways.
pub struct Chains {
    /// Group of each task; empty when there is no maximum wait at all.
    group: Vec<u32>,
    /// Members of each group, predecessors first.
    members: Vec<Vec<u32>>,
}

impl Chains {
    /// The groups of a model. Pinned tasks, whose dates are known, bind nobody together.
    pub fn of(model: &Model) -> Self {
        let bounded = |task: u32| model.before.of(task).iter().any(|link| link.bounded());
        if !(0..model.len()).any(bounded) {
            return Self { group: Vec::new(), members: Vec::new() };
        }
        let mut group = components(model);
        let mut members: Vec<Vec<u32>> = vec![Vec::new(); model.tasks.len()];
        for i in 0..model.len() {
            let task = model.in_order(i);
            members[group[task as usize] as usize].push(task);
        }
        for group in &mut group {
            if members[*group as usize].len() == 1 {
                members[*group as usize].clear();
                *group = NONE;
            }
        }
        Self { group, members }
    }

    /// The group of a task, predecessors first; the task alone when nothing binds it.
    pub fn with<'a>(&'a self, task: &'a u32) -> &'a [u32] {
        match self.group.get(*task as usize) {
            None | Some(&NONE) => std::slice::from_ref(task),
            Some(&group) => &self.members[group as usize],
        }
    }

    /// Groups of several tasks.
    pub fn groups(&self) -> impl Iterator<Item = &[u32]> {
        self.members.iter().filter(|members| !members.is_empty()).map(Vec::as_slice)
    }
}

/// Strongly connected components by Tarjan's algorithm, without recursion; a number for each task.
fn components(model: &Model) -> Vec<u32> {
    let count = model.tasks.len();
    let (mut index, mut low, mut group) = (vec![NONE; count], vec![0_u32; count], vec![NONE; count]);
    let (mut next, mut stack): (u32, Vec<u32>) = (0, Vec::new());
    for root in (0..count as u32).filter(|&root| !model.tasks[root as usize].pinned()) {
        let mut path: Vec<(u32, Vec<u32>)> = Vec::new();
        let mut enter = (index[root as usize] == NONE).then_some(root);
        loop {
            if let Some(task) = enter.take() {
                (index[task as usize], low[task as usize]) = (next, next);
                next += 1;
                stack.push(task);
                path.push((task, neighbours(model, task)));
            }
            let Some((task, ahead)) = path.last_mut() else { break };
            let task = *task;
            if let Some(other) = ahead.pop() {
                if index[other as usize] == NONE {
                    enter = Some(other);
                } else if group[other as usize] == NONE {
                    low[task as usize] = low[task as usize].min(index[other as usize]);
                }
                continue;
            }
            path.pop();
            if let Some((before, _)) = path.last() {
                low[*before as usize] = low[*before as usize].min(low[task as usize]);
            }
            if low[task as usize] == index[task as usize] {
                while let Some(member) = stack.pop() {
                    group[member as usize] = task;
                    if member == task {
                        break;
                    }
                }
            }
        }
    }
    for (task, group) in (0..).zip(&mut group) {
        *group = if *group == NONE { task } else { *group };
    }
    group
}

fn neighbours(model: &Model, task: u32) -> Vec<u32> {
    let free = |other: &u32| !model.tasks[*other as usize].pinned();
    let after = model.after.of(task).iter().map(|link| link.task);
    let bound = model.before.of(task).iter().filter(|link| link.bounded()).map(|link| link.task);
    after.chain(bound).filter(free).collect()
}

/// How often the members of a group may be moved later for those that follow them.
const TRIES_PER_MEMBER: usize = 200;

/// Places all the members of a group, predecessors first, or none of them.
///
/// Each is placed where it costs least; if that leads nowhere, where it ends first; then in each mode.
/// When a member finds no place within the longest wait,
/// its predecessor is told to end later, as late as the first place that the member would find.
///
/// # Errors
/// The member that finds no place; the board is left as it was.
pub fn place_chain(board: &mut Board, members: &[u32]) -> Result<(), u32> {
    let modes = members.iter().map(|&member| board.modes(member)).max().unwrap_or(1);
    let first = place_by(board, members, Choice::Cheapest);
    let others = std::iter::once(Choice::Soonest).chain((0..modes).map(Choice::Mode));
    let costly = members.iter().any(|&member| board.model().tasks[member as usize].rich != NONE);
    let mut others = others.filter(|_| costly && first.is_err());
    if others.any(|choice| place_by(board, members, choice).is_ok()) { Ok(()) } else { first }
}

fn place_by(board: &mut Board, members: &[u32], choice: Choice) -> Result<(), u32> {
    let mut hold: Vec<Slot> = vec![0; members.len()];
    for _ in 0..TRIES_PER_MEMBER * members.len() {
        let Some(stuck) = place_all(board, members, choice, &hold) else { return Ok(()) };
        let later = defer(board, members, stuck, &mut hold);
        members[..stuck].iter().for_each(|&member| {
            board.take(member);
        });
        if !later {
            return Err(members[stuck]);
        }
    }
    Err(members[members.len() - 1])
}

/// The position of the first member without a place; those before it are placed.
fn place_all(board: &mut Board, members: &[u32], choice: Choice, hold: &[Slot]) -> Option<usize> {
    for (at, &member) in members.iter().enumerate() {
        let window = board.bounds(member).and_then(|window| held(window, hold[at]));
        let Some(found) = window.and_then(|window| board.chosen(member, &window, choice)) else {
            return Some(at);
        };
        board.put(member, &found);
    }
    None
}

fn held(mut window: Window, hold: Slot) -> Option<Window> {
    window.earliest_end = window.earliest_end.max(hold);
    (window.earliest_end <= window.latest_end).then_some(window)
}

/// Tells the predecessors of a member that found no place to end later; `false`: it has no place at all.
fn defer(board: &Board, members: &[u32], stuck: usize, hold: &mut [Slot]) -> bool {
    let model = board.model();
    let task = members[stuck];
    let Some(window) = board.bounds_without_end_of_wait(task).and_then(|window| held(window, hold[stuck]))
    else {
        return false;
    };
    let Some(first) = board.earliest(task, &window) else { return false };
    let mut later = false;
    for link in model.before.of(task).iter().filter(|link| link.bounded()) {
        let asked = first.start.saturating_sub(link.max_lag);
        if asked <= board.seat(link.task).end {
            continue;
        }
        let Some(at) = members.iter().position(|&member| member == link.task) else { return false };
        later |= asked > hold[at];
        hold[at] = hold[at].max(asked);
    }
    later
}
