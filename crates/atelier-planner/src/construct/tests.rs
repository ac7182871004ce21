use proptest::prelude::*;

use super::*;
use crate::board::tests::{faults, shop};

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
