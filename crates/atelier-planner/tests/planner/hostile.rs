//! Problems that mean harm: numbers at the ends of their types, things that are not there, hours without
//! work. Each is refused with every flaw at its place, or gets a plan that the checker accepts.

mod draw;

use crate::dice::Dice;
use atelier_planner::{
    DAY, Fault, Link, Minute, Need, Place, Problem, ResourceId, Task, TaskId, ToTheEnd, Wait, check, price,
    solve,
};
use draw::Draw;
use std::collections::BTreeSet;

const SEEDS: u64 = 6_000;
/// A hundred years, beyond which no date or length is read.
const LAST: Minute = 100 * 366 * DAY;

#[test]
fn every_hostile_problem_is_refused_at_its_places_or_planned() {
    let (mut refused, mut planned, mut placed) = (0, 0, 0);
    let mut failed = Vec::new();
    for seed in 0..SEEDS {
        match std::panic::catch_unwind(|| answer(seed)) {
            Ok(None) => refused += 1,
            Ok(Some(tasks)) => {
                planned += 1;
                placed += tasks;
            }
            Err(_) => failed.push(seed),
        }
    }
    assert_eq!(failed, [0; 0], "seeds that went wrong, each told above");
    assert!(refused > 1_000 && planned > 1_500 && placed > 1_000, "{refused}, {planned}, {placed}");
}

/// Judges the answer to one problem; gives the tasks placed, `None` when it is refused.
fn answer(seed: u64) -> Option<usize> {
    // The fewer numbers go wrong, the more problems can be read.
    let mut draw = Draw::new(Dice(seed), [8, 60, 400][(seed % 3) as usize]);
    let problem = draw.problem();
    let wrong = wrong_places(&problem);
    let plan = match solve(&problem, &order(&problem), &draw.effort(), &ToTheEnd) {
        Ok(plan) => plan,
        Err(Fault::Shape(flaws)) => {
            // Beside them, only cycles are told.
            let (told, cycles): (Vec<_>, Vec<_>) = flaws.iter().partition(|flaw| wrong.contains(&flaw.place));
            let told: BTreeSet<Place> = told.iter().map(|flaw| flaw.place).collect();
            assert_eq!(told, wrong);
            assert!(cycles.iter().all(|flaw| flaw.what.contains("waits for itself")));
            return None;
        }
        Err(fault) => panic!("the order is sound: {fault}"),
    };
    assert_eq!(wrong, BTreeSet::new());
    assert_eq!(check(&problem, &plan.placed()), []);
    assert_eq!(price(&problem, &plan.placed()).total, plan.price);
    assert!(plan.bound <= plan.price, "{} below {}", plan.price, plan.bound);
    let draft = plan.draft(&problem);
    assert_eq!(draft.placed.len() + draft.refused.len(), problem.tasks.len());
    for lost in &draft.refused {
        plan.freed(&problem, lost.task);
    }
    Some(plan.placed().len())
}

/// Predecessors first as far as there is such an order.
fn order(problem: &Problem) -> Vec<TaskId> {
    let mut left: Vec<u32> = (0..problem.tasks.len() as u32).collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        let waits = |task: &u32| {
            let task = &problem.tasks[*task as usize];
            task.pinned.is_none() && task.after.iter().any(|link| left.contains(&link.task.0))
        };
        let at = left.iter().position(|task| !waits(task)).unwrap_or(0);
        order.push(TaskId(left.remove(at)));
    }
    order
}

/// Where something is wrong by itself, cycles apart, read anew from the meaning of each field.
fn wrong_places(problem: &Problem) -> BTreeSet<Place> {
    let mut places = BTreeSet::new();
    let pressure = problem.pressure.is_none_or(|pressure| pressure.times > 0 && pressure.days > 0);
    if problem.grid == 0 || problem.horizon > LAST || !pressure || dearest(problem) >= 1 << 61 {
        places.insert(Place::Problem);
    }
    for (id, one) in (0..).map(ResourceId).zip(&problem.resources) {
        let apart = one.windows.windows(2).all(|pair| pair[0].end < pair[1].start);
        if one.windows.iter().any(|window| window.start >= window.end)
            || !apart
            || one.pace == 0
            || one.pace > 10_000
        {
            places.insert(Place::Resource(id));
        }
    }
    for (id, task) in (0..).map(TaskId).zip(&problem.tasks) {
        if !is_sound(problem, id, task) {
            places.insert(Place::Task(id));
        }
    }
    places
}

fn dearest(problem: &Problem) -> u128 {
    let costs = problem.costs;
    let mut sum = 0;
    for task in &problem.tasks {
        let end = task.pinned.as_ref().map_or(0, |pin| pin.span.end).max(problem.horizon);
        let seats = task.modes.iter().map(|mode| mode.needs.len()).chain([task.needs.len()]).max();
        let way = task.modes.iter().map(|mode| mode.cost).max().unwrap_or(0);
        sum += u128::from(costs.unplaced) + u128::from(costs.moved) + u128::from(way);
        sum += u128::from(task.weight) * u128::from(end);
        sum += seats.unwrap_or(0) as u128 * (u128::from(costs.switch) + u128::from(costs.trip));
    }
    sum
}

fn is_sound(problem: &Problem, id: TaskId, task: &Task) -> bool {
    let windows = task.windows.clone().unwrap_or_default();
    let disjoint = windows.windows(2).all(|pair| pair[0].end <= pair[1].start)
        && windows.iter().all(|window| window.start < window.end);
    let ways: Vec<(Minute, &[Need])> = std::iter::once((task.duration, task.needs.as_slice()))
        .chain(task.modes.iter().map(|mode| (mode.duration, mode.needs.as_slice())))
        .collect();
    let there = |who: &ResourceId| (who.0 as usize) < problem.resources.len();
    let way = |&(length, needs): &(Minute, &[Need])| {
        (1..=LAST).contains(&length)
            && (!task.split || needs.len() < 2)
            && needs.iter().flat_map(|need| &need.candidates).all(there)
    };
    let link = |link: &Link| {
        let least = match link.wait {
            Wait::Elapsed(minutes) => u64::from(minutes),
            Wait::OpenDays(days) => u64::from(days) * u64::from(DAY),
        };
        (link.task.0 as usize) < problem.tasks.len()
            && link.at_most.is_none_or(|most| u64::from(most) >= least)
    };
    let pin = task.pinned.as_ref().is_none_or(|pin| {
        pin.task == id
            && pin.span.start < pin.span.end
            && pin.span.end <= LAST
            && ways.get(pin.mode as usize).is_some_and(|way| way.1.len() == pin.who.len())
            && pin.who.iter().all(there)
    });
    let stocks = task.uses.iter().all(|taken| (taken.stock.0 as usize) < problem.stocks.len());
    disjoint && ways.iter().all(way) && task.after.iter().all(link) && stocks && pin
}
