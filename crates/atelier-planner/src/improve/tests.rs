use proptest::prelude::*;
use proptest::strategy::ValueTree;

use super::*;
use crate::board::Seat;
use crate::board::tests::{faults, shop};
use crate::bound::lower;
use crate::bound::tests::{optimum, tiny};
use crate::construct::{Rule, construct};
use crate::model::{Costs, Model, ModelBuilder, NONE, SPLIT, Slot, Task, Wait};
use crate::solve::ToTheEnd;

fn limits(rounds: u64, threads: usize) -> Limits {
    Limits { rounds, seed: 7, threads }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_plan_stays_sound_and_never_gets_worse(model in shop(), rounds in 0_u64..400) {
        let mut board = construct(&model, Rule::Due);
        let before = board.objective();
        let gain = improve(&mut board, &limits(rounds, 2), &ToTheEnd);
        prop_assert_eq!(faults(&board), Vec::<String>::new());
        prop_assert_eq!(board.objective(), board.recount());
        prop_assert!(board.objective().total <= before.total);
        prop_assert_eq!((gain.before, gain.after), (before.total, board.objective().total));
        prop_assert!(lower(&model).total <= gain.after);
    }
}

#[test]
fn tiny_problems_mostly_reach_the_best_of_all_plans() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut equal, mut all) = (0, 0);
    for _ in 0..300 {
        let model = tiny().new_tree(&mut runner).expect("a problem").current();
        let mut board = construct(&model, Rule::Due);
        improve(&mut board, &limits(600, 1), &ToTheEnd);
        let (found, best) = (board.objective().total, optimum(&model));
        assert!(found >= best, "a plan better than all plans");
        equal += u32::from(found == best);
        all += 1;
    }
    assert!(equal * 100 >= all * 97, "{equal} of {all}");
}

/// A few weeks of a team: cases of linked tasks, some with windows, more work than is comfortable.
fn team(cases: u32) -> Model {
    let mut draw = crate::random::Random::new(3);
    let weeks = cases / 12 + 3;
    let mut builder = ModelBuilder::new(weeks * 7 * 24, 24);
    builder.costs(Costs { switch: 5, ..Costs::default() });
    let workdays = (0..weeks * 7).filter(|day| day % 7 < 5);
    let calendar = builder.calendar(workdays.map(|day| (day * 24 + 9, day * 24 + 17)).collect());
    for _ in 0..4 {
        builder.person(calendar, draw.within(80..125) as u16);
    }
    let pools = [vec![0], vec![1, 2], vec![0, 1, 2, 3]].map(|people| builder.pool(people));
    for case in 0..cases {
        let release = draw.within(0..(weeks - 2) * 7 * 24);
        let mut last = None;
        for step in 0..5 {
            let mut task = Task::lasting(draw.within(2..9));
            (task.case, task.release, task.weight) = (case, release, draw.within(1..4));
            (task.due, task.pool) = (release + 60 * (step + 1), pools[draw.place(3)]);
            task.flags = if task.duration > 5 { SPLIT } else { 0 };
            if draw.once_in(8) {
                (task.from, task.until) = (release + 40 * step, release + 40 * step + 72);
            }
            let task = builder.task(task);
            if let Some(last) = last {
                builder.link(
                    last,
                    task,
                    Wait::elapsed(draw.within(0..24)),
                    if step == 3 { 200 } else { NONE },
                );
            }
            last = Some(task);
        }
    }
    builder.build().expect("a sound team")
}

fn seats(board: &Board) -> Vec<Seat> {
    (0..board.model().len()).map(|task| board.seat(task)).collect()
}

#[test]
fn the_same_rounds_give_the_same_plan_with_any_number_of_threads() {
    let model = team(700);
    let plan = |threads| {
        let mut board = construct(&model, Rule::Due);
        let gain = improve(&mut board, &limits(12_000, threads), &ToTheEnd);
        (seats(&board), gain)
    };
    let one = plan(1);
    assert!(one.1.after < one.1.before, "{:?}", one.1);
    assert!(
        Regions::cut(&construct(&model, Rule::Due), &Guide::new(&model), 7, 0).len() > 1,
        "no cut to speak of"
    );
    assert_eq!(one, plan(2));
    assert_eq!(one, plan(3));
}

#[test]
fn another_seed_gives_another_plan() {
    let model = team(60);
    let plan = |seed| {
        let mut board = construct(&model, Rule::Due);
        improve(&mut board, &Limits { rounds: 500, seed, threads: 1 }, &ToTheEnd);
        seats(&board)
    };
    assert_ne!(plan(1), plan(2));
}

/// Stops after so many looks.
struct After(std::sync::atomic::AtomicU32);

impl Watch for After {
    fn go_on(&self, _: &Progress) -> bool {
        self.0
            .fetch_update(std::sync::atomic::Ordering::SeqCst, std::sync::atomic::Ordering::SeqCst, |left| {
                left.checked_sub(1)
            })
            .is_ok()
    }
}

#[test]
fn a_stop_leaves_a_sound_plan_no_worse() {
    let model = team(60);
    for looks in 0..6 {
        let mut board = construct(&model, Rule::Due);
        let before = board.objective().total;
        let gain = improve(&mut board, &limits(1 << 40, 2), &After(looks.into()));
        assert!(gain.rounds <= 64 * u64::from(looks) && gain.after <= before);
        assert_eq!(board.objective(), board.recount());
    }
}

#[test]
fn pinned_tasks_stay_and_an_empty_plan_is_no_trouble() {
    let mut builder = ModelBuilder::new(48, 24);
    let calendar = builder.calendar(vec![(0, 48)]);
    let person = builder.person(calendar, 100);
    let pool = builder.pool(vec![person]);
    let mut task = Task::lasting(4);
    (task.pool, task.due, task.weight) = (pool, 4, 9);
    let first = builder.task(task);
    builder.pin(first, crate::model::Pin { start: 30, end: 34, person });
    builder.task(task);
    let model = builder.build().expect("a sound problem");
    let mut board = Board::new(&model);
    improve(&mut board, &limits(200, 1), &ToTheEnd);
    let place = |start: Slot| Seat { start, end: start + 4, person, way: 0 };
    assert_eq!((board.seat(0), board.seat(1)), (place(30), place(0)));

    let empty = ModelBuilder::new(48, 24).build().expect("an empty problem");
    let gain = improve(&mut Board::new(&empty), &limits(200, 1), &ToTheEnd);
    assert_eq!(gain, Gain::default());
}
