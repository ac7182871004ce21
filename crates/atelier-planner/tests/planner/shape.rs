//! Problems that cannot be read: every flaw is named at once, with its place.

use crate::shop::{after, at, in_order, pin, shop, solve_in, span, task};
use atelier_planner::{
    Costs, Fault, Flaw, Mode, Place, Pressure, Problem, ResourceId, Stock, StockId, TaskId, Use, Wait,
};

fn flaws(problem: &Problem) -> Vec<Flaw> {
    match solve_in(problem, &in_order(problem)) {
        Err(Fault::Shape(flaws)) => flaws,
        other => panic!("{other:?} for a spoilt problem"),
    }
}

fn good() -> Problem {
    let mut problem = shop(2, vec![task(1, &[&[0]]), task(1, &[&[0], &[1]])]);
    problem.tasks[0].modes = vec![Mode { duration: 60, needs: vec![], cost: 1, site: None }];
    problem.stocks = vec![Stock { capacity: 0 }];
    problem
}

const ALL: Place = Place::Problem;
const FIRST: Place = Place::Task(TaskId(0));
const WHO: Place = Place::Resource(ResourceId(0));

type Spoil = fn(&mut Problem);

const SPOILT: [(Place, &str, Spoil); 21] = [
    (ALL, "grid of 0", |problem| problem.grid = 0),
    (ALL, "hundred years", |problem| problem.horizon = u32::MAX),
    (ALL, "0 times", |problem| problem.pressure = Some(Pressure { times: 0, days: 1 })),
    (ALL, "0 days", |problem| problem.pressure = Some(Pressure { times: 1, days: 0 })),
    (ALL, "too much", |problem| problem.costs = Costs { switch: u64::MAX, ..Costs::default() }),
    (WHO, "sorted and apart", |problem| problem.resources[0].windows.swap(0, 1)),
    (WHO, "sorted and apart", |problem| problem.resources[0].windows[0].end = at(0, 14)),
    (WHO, "at 0 %", |problem| problem.resources[0].pace = 0),
    (FIRST, "lasts 0", |problem| problem.tasks[0].duration = 0),
    (FIRST, "lasts 0", |problem| problem.tasks[0].modes[0].duration = 0),
    (FIRST, "lasts 4294967295", |problem| problem.tasks[0].duration = u32::MAX),
    (FIRST, "disjoint", |problem| problem.tasks[0].windows = Some(vec![span(5, 5)])),
    (FIRST, "resource 9", |problem| problem.tasks[0].needs[0].candidates.push(ResourceId(9))),
    (FIRST, "predecessor 9", |problem| problem.tasks[0].after = vec![after(9, Wait::Elapsed(0))]),
    (FIRST, "stock 1", |problem| problem.tasks[0].uses = vec![Use { stock: StockId(1), amount: 1 }]),
    (FIRST, "pinned as task 1", |problem| problem.tasks[0].pinned = Some(pin(1, 0, 60, &[0]))),
    (FIRST, "pinned from", |problem| problem.tasks[0].pinned = Some(pin(0, 60, 60, &[0]))),
    (FIRST, "with 2 people", |problem| problem.tasks[0].pinned = Some(pin(0, 0, 60, &[0, 1]))),
    (FIRST, "not all there", |problem| problem.tasks[0].pinned = Some(pin(0, 0, 60, &[9]))),
    (Place::Task(TaskId(1)), "several people", |problem| problem.tasks[1].split = true),
    (Place::Task(TaskId(1)), "at most 1439", |problem| {
        problem.tasks[1].after = vec![after(0, Wait::OpenDays(1))];
        problem.tasks[1].after[0].at_most = Some(1_439);
    }),
];

#[test]
fn each_flaw_is_named_with_its_place() {
    assert!(solve_in(&good(), &in_order(&good())).is_ok());
    for (place, words, spoil) in SPOILT {
        let mut problem = good();
        spoil(&mut problem);
        let found = flaws(&problem);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].place, place);
        assert!(found[0].what.contains(words), "{} without {words}", found[0]);
    }
}

#[test]
fn a_pin_in_a_mode_that_is_not_there_is_a_flaw() {
    let mut problem = good();
    let mut pinned = pin(0, 0, 60, &[]);
    pinned.mode = 1;
    problem.tasks[0].pinned = Some(pinned.clone());
    assert!(solve_in(&problem, &in_order(&problem)).is_ok());
    pinned.mode = 2;
    problem.tasks[0].pinned = Some(pinned);
    assert!(flaws(&problem)[0].what.contains("mode 2"));
}

#[test]
fn every_flaw_comes_at_once_and_the_text_stops_at_twenty() {
    let mut problem = shop(1, vec![task(0, &[&[7]]); 30]);
    problem.grid = 0;
    let found = flaws(&problem);
    assert_eq!(found.len(), 61);
    let text = Fault::Shape(found).to_string();
    assert!(text.starts_with("the problem has a grid of 0 minutes; task 0 lasts 0 minutes; task 0 names"));
    assert!(text.ends_with("; and 41 more"), "{text}");
}

#[test]
fn tasks_that_wait_for_one_another_are_named() {
    let mut problem = shop(1, vec![task(1, &[]); 8]);
    for (task, before) in [(0, 2), (1, 0), (2, 1), (3, 2), (4, 4), (6, 5)] {
        problem.tasks[task].after.push(after(before, Wait::Elapsed(0)));
    }
    let told: Vec<String> = flaws(&problem).iter().map(Flaw::to_string).collect();
    let expected = [
        "task 1 waits for itself: 1, 2, 0 follow one another",
        "task 4 waits for itself: 4 follow one another",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_pinned_task_breaks_a_cycle_since_it_waits_for_nobody() {
    let mut problem = shop(1, vec![task(1, &[]); 2]);
    problem.tasks[0].after = vec![after(1, Wait::Elapsed(0))];
    problem.tasks[1].after = vec![after(0, Wait::Elapsed(0))];
    problem.tasks[0].pinned = Some(pin(0, 0, 60, &[]));
    assert!(solve_in(&problem, &in_order(&problem)).is_ok());
}
