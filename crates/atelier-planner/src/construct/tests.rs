use proptest::prelude::*;

use super::*;
use crate::board::Seat;
use crate::board::tests::{faults, shop};
use crate::model::{ModelBuilder, NONE, Task, Wait};

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn the_best_of_several_rules_keeps_the_rules_of_plans(model in shop()) {
        let (board, rule) = best_of(&model, &Rule::ALL, 1);
        prop_assert_eq!(faults(&board), Vec::<String>::new());
        prop_assert_eq!(board.objective(), board.recount());
        for threads in [2, 3] {
            let (other, chosen) = best_of(&model, &Rule::ALL, threads);
            prop_assert!(board.same_places(&other));
            prop_assert_eq!(rule, chosen);
        }
        let least = Rule::ALL.iter().map(|&rule| in_order_of(&model, rule).objective().total).min();
        prop_assert!(is_good(&board) || Some(board.objective().total) <= least);
    }

    #[test]
    fn parts_side_by_side_give_one_plan(model in shop()) {
        let board = by_parts(&model, Rule::LatestFinish, 1);
        prop_assert_eq!(faults(&board), Vec::<String>::new());
        prop_assert_eq!(board.objective(), board.recount());
        for threads in [2, 3] {
            prop_assert!(board.same_places(&by_parts(&model, Rule::LatestFinish, threads)));
        }
    }
}

/// Eight short tasks keep the first person busy until slot 80; the chain goes from there to somebody who
/// stops at slot 60.
fn queue(others: u32, due: u32) -> Model {
    let mut builder = ModelBuilder::new(100, 24);
    let (whole, early) = (builder.calendar(vec![(0, 100)]), builder.calendar(vec![(0, 60)]));
    let (first, second) = (builder.person(whole, 100), builder.person(early, 100));
    let (first, second) = (builder.pool(vec![first]), builder.pool(vec![second]));
    let begin = builder.task(Task { due: 99, pool: first, ..Task::lasting(10) });
    let end = builder.task(Task { due: 99, pool: second, ..Task::lasting(3) });
    builder.link(begin, end, Wait::elapsed(0), NONE);
    for _ in 0..others {
        builder.task(Task { due, pool: first, ..Task::lasting(10) });
    }
    builder.build().expect("a sound shop")
}

#[test]
fn a_chain_left_out_goes_in_again_where_others_can_wait() {
    let model = queue(8, 95);
    assert_eq!(
        construct(&model, Rule::LatestFinish).objective().left_out,
        1,
        "the plain list is short of it"
    );
    for rules in [&[Rule::LatestFinish][..], &Rule::ALL] {
        let (board, _) = best_of(&model, rules, 1);
        assert_eq!(board.objective().left_out, 0);
        assert_eq!(board.objective(), board.recount());
        assert_eq!(board.objective().total, 0, "nothing is late for it");
    }
}

#[test]
fn a_second_try_that_would_cost_more_changes_nothing() {
    // Ten tasks fill the person: one of them would be left out for two of the chain, late at any price.
    let mut model = queue(10, 95);
    model.tasks.iter_mut().skip(2).for_each(|task| task.unplaced = 900_000);
    let (board, _) = best_of(&model, &[Rule::Due], 1);
    assert_eq!((board.objective().left_out, board.seat(0)), (2, Seat::EMPTY));
}
