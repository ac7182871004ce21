use super::super::sorted;
use super::*;
use crate::model::{ModelBuilder, Task};

/// Two people of 100 slots, and a third; tasks of `(length, weight, due, pool)`.
fn order(rule: Rule, tasks: &[(u32, u32, u32, &[u32])]) -> Vec<u32> {
    let mut builder = ModelBuilder::new(400, 100);
    let calendar = builder.calendar(vec![(0, 400)]);
    (0..3).for_each(|_| {
        builder.person(calendar, 100);
    });
    for &(length, weight, due, pool) in tasks {
        let pool = builder.pool(pool.to_vec());
        builder.task(Task { due, weight, pool, ..Task::lasting(length) });
    }
    let model = builder.build().expect("a sound shop");
    sorted(&model, &keys(&model, rule))
}

#[test]
fn the_heaviest_for_its_length_comes_first_among_those_as_urgent() {
    let rule = Rule::ApparentCost;
    assert_eq!(order(rule, &[(8, 1, 100, &[0]), (8, 9, 100, &[0])]), [1, 0]);
    assert_eq!(order(rule, &[(80, 3, 180, &[0]), (10, 3, 110, &[0])]), [1, 0]);
    // Weight says little of what has a long time left.
    assert_eq!(order(rule, &[(8, 2, 350, &[0]), (8, 1, 20, &[0])]), [1, 0]);
    // Without weight, it waits for all that has some and is about as urgent.
    assert_eq!(order(rule, &[(8, 0, 90, &[0]), (8, 1, 100, &[0])]), [1, 0]);
}

#[test]
fn whom_nobody_replaces_comes_first() {
    let rule = Rule::Regret;
    assert_eq!(order(rule, &[(8, 1, 100, &[0, 1]), (8, 1, 110, &[2])]), [1, 0]);
    // The second candidate of the second task is taken by others.
    assert_eq!(order(rule, &[(8, 1, 100, &[0, 1]), (8, 1, 110, &[1, 2]), (300, 1, 400, &[2])])[..2], [1, 0]);
}

#[test]
fn the_busiest_come_first() {
    let rule = Rule::Bottleneck;
    assert_eq!(order(rule, &[(8, 1, 100, &[0]), (300, 1, 400, &[1])]), [1, 0]);
    assert_eq!(order(rule, &[(8, 1, 110, &[0]), (8, 1, 100, &[1])]), [1, 0]);
}

#[test]
fn logarithms_rise_and_are_exact_at_powers_of_two() {
    assert_eq!([1, 2, 4, 1 << 31].map(log2), [0, 256, 512, 31 * 256]);
    assert!((1..5_000).all(|number| log2(number) <= log2(number + 1)));
    assert!((log2(3) - 406).abs() <= 26, "within a tenth of 1.585");
    assert_eq!(log2(u32::MAX), 32 * 256 - 1);
}

#[test]
fn each_rule_has_a_name_of_its_own_and_orders_every_task() {
    let names: std::collections::BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(names.len(), Rule::ALL.len());
    assert!(Rule::TRIED.iter().all(|rule| Rule::ALL.contains(rule)));
    for rule in Rule::ALL {
        let mut found = order(rule, &[(8, 0, NONE, &[]), (1, u32::MAX, 0, &[0]), (400, 7, 3, &[2])]);
        found.sort_unstable();
        assert_eq!(found, [0, 1, 2], "{}", rule.name());
    }
}
