//! One rule at a time: each test fails when its rule is removed from the engine.

use crate::shop::{
    after, at, because, cause, pin, plan, reasons, seats, shop, solve_in, span, start, task, worker,
};
use atelier_planner::{Cause, Fault, ResourceId, TaskId, Wait, What};

const S: ResourceId = ResourceId(0);
const P: ResourceId = ResourceId(1);

#[test]
fn a_task_starts_in_the_first_working_window_with_its_reason() {
    let draft = plan(&shop(1, vec![task(1, &[&[0]])]));
    assert_eq!(seats(&draft), [(0, 0, 9, vec![0])]);
    assert_eq!(reasons(&draft, 0), [because(0, at(0, 9), What::Away(S))]);
}

#[test]
fn two_people_meet_only_when_both_are_free() {
    let draft = plan(&shop(2, vec![task(2, &[&[1]]), task(1, &[&[0], &[1]])]));
    assert_eq!(start(&draft, 1), at(0, 11));
    let expected =
        [because(0, at(0, 9), What::Away(S)), because(at(0, 9), at(0, 11), What::Busy(P, TaskId(0)))];
    assert_eq!(reasons(&draft, 1), expected);
}

#[test]
fn no_task_runs_across_a_break() {
    let draft = plan(&shop(1, vec![task(2, &[&[0]]), task(3, &[&[0]])]));
    assert_eq!(start(&draft, 1), at(1, 9));
    let expected = [
        because(0, at(0, 9), What::Away(S)),
        because(at(0, 9), at(0, 11), What::Busy(S, TaskId(0))),
        because(at(0, 11), at(0, 12), What::TooShort(S)),
        because(at(0, 12), at(0, 14), What::Away(S)),
        because(at(0, 14), at(0, 16), What::TooShort(S)),
        because(at(0, 16), at(1, 9), What::Away(S)),
    ];
    assert_eq!(reasons(&draft, 1), expected);
}

#[test]
fn a_later_task_fills_the_gap_left_before_an_earlier_one() {
    let draft = plan(&shop(1, vec![task(2, &[&[0]]), task(3, &[&[0]]), task(1, &[&[0]])]));
    assert_eq!(start(&draft, 2), at(0, 11));
}

#[test]
fn the_other_party_must_be_there_from_start_to_end() {
    let mut visit = task(2, &[&[0]]);
    visit.windows = Some(vec![span(at(0, 11), at(0, 15)), span(at(1, 10), at(1, 12))]);
    let draft = plan(&shop(1, vec![visit]));
    assert_eq!(start(&draft, 0), at(1, 10));
    assert_eq!(reasons(&draft, 0).first(), Some(&because(0, at(0, 11), What::Window)));
    assert_eq!(reasons(&draft, 0).last(), Some(&because(at(0, 14), at(1, 10), What::Window)));
}

#[test]
fn nothing_starts_before_its_release_nor_off_the_grid() {
    let mut early = task(1, &[]);
    early.release = 610;
    let draft = plan(&shop(0, vec![early]));
    assert_eq!(start(&draft, 0), 660);
    assert_eq!(reasons(&draft, 0), [because(0, 660, What::Release)]);
}

#[test]
fn elapsed_time_counts_nights() {
    let mut second = task(1, &[&[0]]);
    second.after = vec![after(0, Wait::Elapsed(18 * 60))];
    let draft = plan(&shop(1, vec![task(3, &[&[0]]), second]));
    assert_eq!(start(&draft, 1), at(1, 9));
    assert_eq!(reasons(&draft, 1)[0], because(0, at(1, 6), What::After(TaskId(0))));
}

#[test]
fn an_open_day_later_is_the_same_clock_time_and_jumps_the_weekend() {
    let mut friday = task(2, &[&[0]]);
    friday.release = at(4, 0);
    let mut next = task(1, &[]);
    next.after = vec![after(0, Wait::OpenDays(1))];
    let mut problem = shop(1, vec![friday, next]);
    problem.horizon = at(10, 0);
    assert_eq!(start(&plan(&problem), 1), at(7, 11));
}

#[test]
fn an_end_at_midnight_belongs_to_the_day_it_closes() {
    let mut friday = task(24, &[]);
    friday.release = at(4, 0);
    let mut next = task(1, &[]);
    next.after = vec![after(0, Wait::OpenDays(1))];
    let mut problem = shop(0, vec![friday, next]);
    problem.horizon = at(10, 0);
    // Friday's midnight, one open day later: Monday's midnight.
    assert_eq!(start(&plan(&problem), 1), at(8, 0));
}

#[test]
fn a_day_takes_no_more_than_its_allowance() {
    let mut problem = shop(1, vec![task(2, &[&[0]]), task(2, &[&[0]]), task(1, &[&[0]])]);
    problem.resources[0].day_allowance = Some(vec![180; 7]);
    let draft = plan(&problem);
    assert_eq!(seats(&draft), [(0, 0, 9, vec![0]), (1, 1, 9, vec![0]), (2, 0, 11, vec![0])]);
    assert!(reasons(&draft, 1).iter().any(|reason| reason.what == What::DayFull(S)));
}

#[test]
fn an_allowance_counts_each_side_of_midnight_on_its_own_day() {
    let mut problem = shop(1, vec![task(4, &[&[0]])]);
    problem.resources[0].windows = vec![span(at(0, 20), at(1, 6))];
    problem.resources[0].day_allowance = Some(vec![60, 180]);
    assert_eq!(start(&plan(&problem), 0), at(0, 23));
}

#[test]
fn what_is_pinned_stays_and_the_rest_moves_around_it() {
    let mut pinned = task(2, &[&[0]]);
    pinned.pinned = Some(pin(1, at(0, 10), at(0, 13), &[0]));
    let draft = plan(&shop(1, vec![task(2, &[&[0]]), pinned]));
    assert_eq!(seats(&draft), [(0, 0, 14, vec![0]), (1, 0, 10, vec![0])]);
    assert_eq!(reasons(&draft, 1), [because(0, at(0, 10), What::Pinned)]);
}

#[test]
fn two_pinned_tasks_may_overlap_and_both_keep_others_away() {
    let mut tasks = vec![task(3, &[&[0]]), task(1, &[&[0]]), task(1, &[&[0]])];
    tasks[0].pinned = Some(pin(0, at(0, 9), at(0, 12), &[0]));
    tasks[1].pinned = Some(pin(1, at(0, 11), at(0, 15), &[0]));
    let draft = plan(&shop(1, tasks));
    assert_eq!(start(&draft, 2), at(0, 15));
}

#[test]
fn the_earliest_candidate_is_taken_and_the_first_one_at_equal_start() {
    let draft = plan(&shop(2, vec![task(1, &[&[1, 0]]), task(1, &[&[1, 0]]), task(1, &[&[1, 0]])]));
    assert_eq!(seats(&draft), [(0, 0, 9, vec![1]), (1, 0, 9, vec![0]), (2, 0, 10, vec![1])]);
}

#[test]
fn one_person_never_fills_two_needs() {
    let mut problem = shop(2, vec![task(1, &[&[0, 1], &[0]])]);
    problem.resources[1] = worker(&[2]);
    let draft = plan(&problem);
    assert_eq!(seats(&draft), [(0, 2, 9, vec![1, 0])]);
    assert_eq!(reasons(&draft, 0), [because(0, at(2, 9), What::Away(P))]);
}

#[test]
fn a_refused_task_says_what_stood_in_the_way() {
    let mut late = task(1, &[&[0]]);
    late.release = at(6, 23) + 1;
    let mut follower = task(1, &[&[0]]);
    follower.after = vec![after(0, Wait::Elapsed(0))];
    let draft =
        plan(&shop(1, vec![late, follower, task(1, &[&[]]), task(1, &[&[0], &[0]]), task(4, &[&[0]])]));
    assert_eq!(cause(&draft, 0), &Cause::BeyondHorizon);
    assert_eq!(cause(&draft, 1), &Cause::PredecessorRefused(TaskId(0)));
    assert_eq!(cause(&draft, 2), &Cause::NobodyCapable(0));
    assert_eq!(cause(&draft, 3), &Cause::NobodyCapable(1));
    let week = 7 * 24 * 60 - 4 * 60 + 1;
    let works = 5 * 5 * 60;
    let expected = vec![(What::Away(S), week - works), (What::TooShort(S), works)];
    assert_eq!(cause(&draft, 4), &Cause::NoRoom(expected));
}

#[test]
fn an_order_names_every_task_once_and_after_its_predecessors() {
    let mut second = task(1, &[&[0]]);
    second.after = vec![after(0, Wait::Elapsed(0))];
    let problem = shop(1, vec![task(1, &[&[0]]), second]);
    let order = |ids: &[u32]| solve_in(&problem, &ids.iter().map(|&id| TaskId(id)).collect::<Vec<_>>());
    assert_eq!(order(&[0]), Err(Fault::Order(TaskId(1))));
    assert_eq!(order(&[0, 0, 1]), Err(Fault::Order(TaskId(0))));
    assert_eq!(order(&[0, 1, 2]), Err(Fault::Order(TaskId(2))));
    assert_eq!(order(&[1, 0]), Err(Fault::Backwards(TaskId(1), TaskId(0))));
    assert!(order(&[0, 1]).is_ok());
}
