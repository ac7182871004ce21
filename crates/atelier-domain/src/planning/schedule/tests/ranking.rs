//! Who comes first.

use crate::language::Minutes;
use crate::planning::schedule::example::*;
use crate::planning::schedule::{Effort, Incident, Job, Request, Rule, Schedule, schedule};

/// Names of the operations of S1 in time order.
fn first_come(schedule: &Schedule) -> Vec<&str> {
    schedule.appointments.iter().map(|one| one.operation.as_str()).collect()
}

fn seller(name: &str, length: i64, due: i8) -> Job {
    job(name, length, &["seller"], Some(january(due, 16)))
}

fn bottleneck() -> Rule {
    Rule::MarginPerBottleneckHour { kind: "seller".to_owned() }
}

#[test]
fn the_due_date_of_a_case_is_its_earliest_and_moves_all_its_operations() {
    let jobs = [seller("A1", 1, 14), seller("B1", 1, 15), seller("B2", 1, 13)];
    assert_eq!(first_come(&plan(&jobs)), ["B1", "B2", "A1"]);
}

#[test]
fn at_equal_due_date_the_higher_margin_comes_first_and_the_unknown_one_last() {
    let jobs = [seller("A1", 1, 14), margin(seller("B1", 1, 14), 10), margin(seller("C1", 1, 14), 20)];
    assert_eq!(first_come(&plan(&jobs)), ["C1", "B1", "A1"]);
    assert_eq!(plan(&jobs).without_margin, []);
}

#[test]
fn at_equal_margin_the_one_asking_less_of_the_bottleneck_comes_first() {
    let jobs = [margin(seller("A1", 2, 12), 9_000), margin(seller("B1", 1, 15), 9_000), seller("C1", 1, 11)];
    let schedule = plan_by(&bottleneck(), &workshop(), &jobs);
    assert_eq!(first_come(&schedule), ["B1", "A1", "C1"]);
    assert_eq!(schedule.without_margin, [case("C")]);
    assert_eq!(schedule.rule, bottleneck());
    assert_eq!(first_come(&plan(&jobs)), ["C1", "A1", "B1"]);
}

#[test]
fn the_rate_decides_not_the_margin() {
    let jobs = [margin(seller("A1", 3, 15), 9_000), margin(seller("B1", 1, 15), 4_000)];
    assert_eq!(first_come(&plan_by(&bottleneck(), &workshop(), &jobs)), ["B1", "A1"]);
}

#[test]
fn a_case_waits_for_another_one_only_where_it_must() {
    let jobs = [then(seller("A1", 1, 12), "B1", super::next_day()), seller("A2", 1, 12), seller("B1", 1, 15)];
    assert_eq!(first_come(&plan(&jobs)), ["A2", "B1", "A1"]);
}

#[test]
fn jobs_that_contradict_each_other_are_an_incident() {
    let attempt = |jobs: &[Job], rule: &Rule| {
        let workshop = workshop();
        let request = Request {
            workshop: &workshop,
            period: week(),
            grid: Minutes(30),
            rule,
            jobs,
            effort: Effort::default(),
        };
        schedule(&request).unwrap_err()
    };
    let after = |name: &str, before: &str| then(seller(name, 1, 15), before, super::next_day());
    let due = Rule::DueDate;
    assert_eq!(attempt(&[seller("A1", 1, 15), seller("A1", 1, 15)], &due), Incident::Twice(order("A1")));
    assert_eq!(attempt(&[seller("A1", 0, 15)], &due), Incident::NoDuration(order("A1")));
    assert_eq!(attempt(&[after("A1", "Z9")], &due), Incident::UnknownPredecessor(order("A1"), order("Z9")));
    let circle = [after("A1", "A2"), after("A2", "A1"), seller("A3", 1, 15)];
    assert_eq!(attempt(&circle, &due), Incident::Circle(vec![order("A1"), order("A2")]));
}

#[test]
fn a_case_that_asks_nothing_of_the_bottleneck_comes_first_and_an_unknown_margin_last_even_behind_a_loss() {
    let desk = |name: &str| job(name, 1, &["presales"], Some(january(15, 16)));
    let with_both = |name: &str| job(name, 1, &["seller", "presales"], Some(january(15, 16)));
    let jobs =
        [with_both("A1"), margin(with_both("B1"), -500), margin(with_both("C1"), 500), margin(desk("D1"), 0)];
    assert_eq!(first_come(&plan_by(&bottleneck(), &workshop(), &jobs)), ["D1", "C1", "B1", "A1"]);
}

#[test]
fn a_late_end_counts_open_days_only() {
    let late = |due, end| {
        crate::planning::schedule::late::lateness(&workshop(), due, end).map(|late| late.open_days)
    };
    assert_eq!(late(january(15, 16), january(18, 10)), Some(1));
    assert_eq!(late(january(15, 16), january(16, 0)), Some(0));
    assert_eq!(late(january(15, 0), january(15, 9)), Some(1));
    assert_eq!(late(january(15, 16), january(15, 16)), None);
    assert_eq!(late(january(12, 16), january(19, 16)), Some(5));
}
