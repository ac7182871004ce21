//! A valid schedule, spoilt one rule at a time: the checker names exactly that rule.

use crate::shop::{after, at, pin, placements, plan, shop, span, task};
use atelier_planner::{Placement, Problem, ResourceId, Rule, TaskId, Wait, check};

/// A visit of two people in the customer's window, its follow-up a day later, a pinned one, two others.
fn example() -> (Problem, Vec<Placement>) {
    let mut visit = task(2, &[&[0], &[1]]);
    visit.release = at(0, 10);
    visit.windows = Some(vec![span(at(0, 8), at(0, 18))]);
    let mut follow_up = task(1, &[&[0, 1]]);
    follow_up.after = vec![after(0, Wait::OpenDays(1)), after(2, Wait::Elapsed(60))];
    let mut pinned = task(1, &[&[0]]);
    pinned.pinned = Some(pin(2, at(0, 9), at(0, 10), &[0]));
    let mut problem = shop(2, vec![visit, follow_up, pinned, task(1, &[&[1]]), task(2, &[&[1]])]);
    problem.resources[1].day_allowance = Some(vec![240; 7]);
    let found = placements(&plan(&problem));
    assert_eq!(check(&problem, &found), []);
    (problem, found)
}

fn broken(spoil: impl Fn(&mut Problem, &mut Vec<Placement>)) -> Vec<Rule> {
    let (mut problem, mut found) = example();
    found.sort_by_key(|placement| placement.task);
    spoil(&mut problem, &mut found);
    check(&problem, &found).iter().map(|violation| violation.rule).collect()
}

fn shift(placement: &mut Placement, minutes: i64) {
    let moved = |minute: u32| (i64::from(minute) + minutes) as u32;
    placement.span = span(moved(placement.span.start), moved(placement.span.end));
}

#[test]
fn each_rule_is_read_again() {
    assert_eq!(broken(|_, found| found.push(found[4].clone())), [Rule::Once]);
    assert_eq!(broken(|_, found| found[4].task = TaskId(9)), [Rule::Once]);
    assert_eq!(broken(|_, found| found[4].span.end -= 60), [Rule::Duration]);
    assert_eq!(broken(|problem, _| problem.grid = 7 * 60), [Rule::Grid; 4]);
    assert_eq!(broken(|problem, _| problem.horizon = at(1, 14)), [Rule::Horizon]);
    assert_eq!(broken(|problem, _| problem.tasks[0].release = at(0, 11)), [Rule::Release]);
    assert_eq!(broken(|problem, _| problem.tasks[0].windows = Some(vec![])), [Rule::Window]);
    assert_eq!(broken(|_, found| found[3].who = vec![]), [Rule::People]);
    assert_eq!(broken(|_, found| found[3].who = vec![ResourceId(0)])[0], Rule::People);
    assert_eq!(broken(|problem, _| problem.resources[1].windows[0].start = at(0, 11)), [Rule::Hours; 2]);
    assert_eq!(broken(|_, found| shift(&mut found[3], 60)), [Rule::Overlap; 2]);
    assert_eq!(
        broken(|problem, _| problem.resources[1].day_allowance = Some(vec![60])),
        [Rule::DayAllowance; 2]
    );
    assert_eq!(broken(|problem, _| problem.tasks[1].after[0].wait = Wait::OpenDays(2)), [Rule::Predecessor]);
    assert_eq!(
        broken(|problem, _| problem.tasks[1].after[1].wait = Wait::Elapsed(9999)),
        [Rule::Predecessor]
    );
}

#[test]
fn a_task_without_its_predecessor_is_a_breach_and_a_task_left_out_is_not() {
    assert_eq!(broken(|_, found| drop(found.remove(0))), [Rule::Predecessor]);
    assert_eq!(broken(|_, found| drop(found.remove(4))), []);
}

#[test]
fn a_pinned_task_neither_moves_nor_disappears() {
    let moved = broken(|_, found| shift(&mut found[2], -120));
    assert_eq!(moved, [Rule::Pinned]);
    assert_eq!(broken(|_, found| drop(found.remove(2)))[0], Rule::Pinned);
}

#[test]
fn the_same_person_twice_is_not_two_people() {
    let rules = broken(|problem, found| {
        problem.tasks[0].needs[1].candidates = vec![ResourceId(0)];
        found[0].who = vec![ResourceId(0), ResourceId(0)];
    });
    assert_eq!(rules, [Rule::People]);
}
