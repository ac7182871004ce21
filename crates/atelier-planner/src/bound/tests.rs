use proptest::prelude::*;

use super::*;
use crate::board::Board;
use crate::model::{Costs, ModelBuilder, SPLIT, Slot, Task, Wait};

/// A problem small enough to try every plan.
pub(crate) fn tiny() -> impl Strategy<Value = Model> {
    let person = (proptest::collection::vec((0_u32..14, 1_u32..5), 1..4), 50_u16..150);
    let task = (
        (1_u32..4, 0_u32..6, 1_u32..12, 0_u32..4),
        (proptest::option::weighted(0.3, (0_u32..9, 2_u32..7)), 0_u32..2, any::<bool>()),
        proptest::option::weighted(0.9, proptest::collection::vec(0_u32..2, 1..3)),
        prop_oneof![3 => Just(200_u32), 1 => Just(6)],
    );
    let link = (0_usize..4, 0_usize..4, 0_u32..3, proptest::option::weighted(0.4, 0_u32..4));
    (
        proptest::collection::vec(person, 2),
        proptest::collection::vec(task, 1..5),
        proptest::collection::vec(link, 0..4),
    )
        .prop_map(|(people, tasks, links)| {
            let mut builder = ModelBuilder::new(16, 8);
            builder.costs(Costs { switch: 3, ..Costs::default() });
            for (spans, speed) in people {
                let spans = spans.into_iter().map(|(at, length)| (at, at + length)).collect();
                let calendar = builder.calendar(spans);
                builder.person(calendar, speed);
            }
            let count = tasks.len();
            for ((duration, release, due, weight), (window, case, splits), pool, unplaced) in tasks {
                let mut task = Task::lasting(duration);
                (task.release, task.due, task.weight, task.unplaced) = (release, due, weight, unplaced);
                if let Some((from, length)) = window {
                    (task.from, task.until) = (from, from + length);
                }
                task.case = if (case as usize) < count { case } else { NONE };
                task.flags = if splits { SPLIT } else { 0 };
                task.pool = pool.map_or(NONE, |mut people| {
                    people.dedup();
                    builder.pool(people)
                });
                builder.task(task);
            }
            for (a, b, least, more) in links {
                if a % count < b % count {
                    let longest = more.map_or(NONE, |more| least + more);
                    builder.link((a % count) as u32, (b % count) as u32, Wait::elapsed(least), longest);
                }
            }
            builder.build().expect("a sound problem")
        })
}

/// The least cost of any plan, every plan tried.
pub(crate) fn optimum(model: &Model) -> i64 {
    let mut board = Board::new(model);
    let mut best = board.objective().total;
    try_all(&mut board, 0, &mut best);
    best
}

fn try_all(board: &mut Board, task: u32, best: &mut i64) {
    if task == board.model().len() {
        *best = (*best).min(board.objective().total);
        return;
    }
    for (person, start, end) in places(board, task) {
        let place = board.candidate(task, person, start, end);
        board.put(task, &place);
        try_all(board, task + 1, best);
        board.take(task);
    }
    try_all(board, task + 1, best);
}

/// Every place open to a task, given those before it.
fn places(board: &Board, task: u32) -> Vec<(u32, Slot, Slot)> {
    let model = board.model();
    let pool = model.pool(task).to_vec();
    let people = if model.tasks[task as usize].pool == NONE { vec![NONE] } else { pool };
    let mut places = Vec::new();
    for person in people {
        for start in 0..model.horizon {
            let ends = start + 1..=model.horizon;
            places.extend(
                ends.filter(|&end| board.can_take(task, person, start, end)).map(|end| (person, start, end)),
            );
        }
    }
    places
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_plan_costs_less_than_the_bound(model in tiny()) {
        let bound = lower(&model);
        let best = optimum(&model);
        prop_assert!(bound.total <= best, "{bound:?}");
        let priced = by_prices(&model, &Forward::new(&model), 40);
        prop_assert!(priced <= best, "{priced}");
    }

    #[test]
    fn a_task_alone_costs_its_bound(model in tiny()) {
        if model.len() == 1 {
            prop_assert_eq!(lower(&model).total, optimum(&model));
        }
    }
}

#[test]
fn a_wait_too_long_for_the_window_before_it_leaves_both_worlds_apart() {
    let mut builder = ModelBuilder::new(100, 24);
    let calendar = builder.calendar(vec![(0, 100)]);
    let person = builder.person(calendar, 100);
    let pool = builder.pool(vec![person]);
    let mut first = Task::lasting(2);
    (first.pool, first.until) = (pool, 20);
    let mut second = Task::lasting(2);
    (second.pool, second.from) = (pool, 50);
    let first = builder.task(first);
    let second = builder.task(second);
    builder.link(first, second, Wait::elapsed(0), 10);
    let model = builder.build().expect("a sound problem");
    assert_eq!(lower(&model).left_out, 1);
    assert_eq!(optimum(&model), lower(&model).total);
}

#[test]
fn a_case_with_two_fixed_people_changes_hands_once() {
    let mut builder = ModelBuilder::new(100, 24);
    builder.costs(Costs { switch: 5, ..Costs::default() });
    let calendar = builder.calendar(vec![(0, 100)]);
    for _ in 0..3 {
        let person = builder.person(calendar, 100);
        builder.pool(vec![person]);
    }
    builder.pool(vec![0, 1, 2]);
    for pool in [0, 3, 1, 3] {
        let mut task = Task::lasting(2);
        (task.pool, task.case) = (pool, 0);
        builder.task(task);
    }
    let model = builder.build().expect("a sound problem");
    let bound = lower(&model);
    assert_eq!((bound.switches, bound.total), (1, 5));
    assert_eq!(lower(&model).left_out, 0);
}

#[test]
fn prices_see_that_one_person_cannot_do_everything_at_once() {
    let mut builder = ModelBuilder::new(10 * 24, 24);
    let calendar = builder.calendar((0..10).map(|day| (day * 24 + 8, day * 24 + 16)).collect());
    let person = builder.person(calendar, 100);
    let pool = builder.pool(vec![person]);
    for _ in 0..10 {
        let mut task = Task::lasting(8);
        (task.pool, task.due) = (pool, 16);
        builder.task(task);
    }
    let model = builder.build().expect("a sound problem");
    assert_eq!(lower(&model).total, 0, "each of them alone would be in time");
    let (priced, best) = (by_prices(&model, &Forward::new(&model), 400), 24 * 45);
    assert!(priced <= best && priced * 4 >= best * 3, "{priced} of {best}");
}

#[test]
fn a_later_end_on_a_closed_day_may_open_the_next_task_sooner() {
    let mut builder = ModelBuilder::new(96, 24);
    builder.open_days(vec![0, 1, 3]);
    let calendar = builder.calendar(vec![(34, 37), (48, 51)]);
    let person = builder.person(calendar, 100);
    let pool = builder.pool(vec![person]);
    let mut first = Task::lasting(2);
    first.pool = pool;
    let mut second = Task::lasting(1);
    (second.due, second.weight) = (70, 1);
    let first = builder.task(first);
    let second = builder.task(second);
    builder.link(first, second, Wait::open_days(1), NONE);
    let model = builder.build().expect("a sound problem");
    // An end at 36, on the second day, leads to 84; an end at 50, on the closed third, leads to 74.
    assert!(lower(&model).total <= optimum(&model));
    assert!(by_prices(&model, &Forward::new(&model), 20) <= optimum(&model));
}
