//! One test for each rule beyond people and hours; each fails when its rule is removed from the engine.

use crate::shop::{
    after, at, because, cause, in_order, pin, placements, plan, reasons, seats, shop, solve_in, span, start,
    task, worker,
};
use atelier_planner::{
    Cause, Costs, Effort, Freed, Link, Minute, Mode, Need, Plan, Pressure, Problem, ResourceId, Stock,
    StockId, Task, TaskId, ToTheEnd, Use, Wait, What, check, solve,
};

const S: ResourceId = ResourceId(0);

fn within(task: u32, hours: Minute) -> Link {
    Link { at_most: Some(hours * 60), ..after(task, Wait::Elapsed(0)) }
}

fn due(day: Minute, hour: Minute, weight: u32, task: Task) -> Task {
    Task { due: Some(at(day, hour)), weight, ..task }
}

fn mode(hours: Minute, who: u32, cost: u32) -> Mode {
    Mode { duration: hours * 60, needs: vec![Need { candidates: vec![ResourceId(who)] }], cost, site: None }
}

#[test]
fn what_may_not_wait_long_pulls_its_predecessor_later() {
    // The second person works on Thursday only.
    let mut second = task(1, &[&[1]]);
    second.after = vec![within(0, 24)];
    let mut problem = shop(2, vec![task(1, &[&[0]]), second]);
    problem.resources[1] = worker(&[3]);
    let draft = plan(&problem);
    assert_eq!(seats(&draft), [(0, 2, 9, vec![0]), (1, 3, 9, vec![1])]);
    // Ended at eight, it would still be in time; nobody works then.
    let until_eight = reasons(&draft, 0).iter().rev().find(|reason| reason.what != What::Away(S));
    assert_eq!(until_eight.map(|reason| reason.what), Some(What::TooLongBefore(TaskId(1))));
    assert_eq!(check(&problem, &placements(&draft)), []);
}

#[test]
fn a_chain_is_placed_as_one_or_not_at_all() {
    let mut second = task(1, &[&[1]]);
    second.after = vec![within(0, 4)];
    let mut third = task(1, &[&[0]]);
    third.after = vec![after(1, Wait::Elapsed(0))];
    let mut problem = shop(2, vec![task(1, &[&[0]]), second, third, task(1, &[&[0]])]);
    problem.resources[1] = worker(&[]);
    let draft = plan(&problem);
    // What the chain would have taken is free for others.
    assert_eq!(seats(&draft), [(3, 0, 9, vec![0])]);
    assert_eq!(cause(&draft, 0), &Cause::Bound(TaskId(1)));
    assert!(matches!(cause(&draft, 1), Cause::NoRoom(list) if list[0].0 == What::Away(ResourceId(1))));
    assert_eq!(cause(&draft, 2), &Cause::PredecessorRefused(TaskId(1)));
}

#[test]
fn a_task_between_two_bound_ones_is_placed_with_them() {
    // 0 then 1 then 2, and 2 at most a day after 0; 1 has nobody before Wednesday.
    let mut between = task(1, &[&[1]]);
    between.after = vec![after(0, Wait::Elapsed(0))];
    let mut last = task(1, &[&[0]]);
    last.after = vec![after(1, Wait::Elapsed(0)), within(0, 24)];
    let mut problem = shop(2, vec![task(1, &[&[0]]), between, last]);
    problem.resources[1] = worker(&[2, 3]);
    assert_eq!(seats(&plan(&problem)), [(0, 1, 9, vec![0]), (1, 2, 9, vec![1]), (2, 2, 10, vec![0])]);
}

#[test]
fn another_way_is_taken_when_it_saves_more_than_it_costs() {
    let way = |weight| {
        let mut visit = due(0, 12, weight, task(3, &[&[0]]));
        visit.modes = vec![mode(1, 1, 60)];
        let busy = Task { pinned: Some(pin(1, at(0, 9), at(0, 12), &[0])), ..task(3, &[&[0]]) };
        let plan = solve_in(&shop(2, vec![visit, busy]), &[TaskId(0), TaskId(1)]).unwrap();
        let placed = plan.placements[0].clone().unwrap();
        (placed.mode, placed.span.start, plan.price)
    };
    // On Tuesday at noon, a day late, for nothing; by call on Monday, for 60.
    assert_eq!(way(0), (0, at(1, 9), 0));
    assert_eq!(way(1), (1, at(0, 9), 60));
}

#[test]
fn a_case_stays_with_its_people_for_less_than_a_change_costs() {
    let person = |switch| {
        let of_case = |task: Task| Task { case: Some(7), ..task };
        let first = of_case(task(2, &[&[1]]));
        let next = due(0, 9, 1, of_case(task(1, &[&[0, 1]])));
        let mut problem = shop(2, vec![first, next]);
        problem.costs.switch = switch;
        seats(&plan(&problem))[1].3[0]
    };
    // Two hours later with the same person, or now with another.
    assert_eq!(person(119), 0);
    assert_eq!(person(121), 1);
}

#[test]
fn several_people_of_a_case_come_again() {
    let of_case = |task: Task| Task { case: Some(7), ..task };
    let mut problem =
        shop(3, vec![of_case(task(1, &[&[2], &[1]])), of_case(task(1, &[&[0, 1, 2], &[0, 1, 2]]))]);
    problem.costs.switch = 500;
    let draft = plan(&problem);
    assert_eq!(seats(&draft)[1], (1, 0, 10, vec![1, 2]));
}

#[test]
fn visits_to_a_site_share_a_trip_when_waiting_costs_less() {
    let day = |trip| {
        let at_site = |task: Task| Task { site: Some(3), ..task };
        let fixed = at_site(Task { pinned: Some(pin(0, at(2, 9), at(2, 10), &[0])), ..task(1, &[&[0]]) });
        let free = due(0, 12, 1, at_site(task(1, &[&[0]])));
        let mut problem = shop(1, vec![fixed, free]);
        problem.costs.trip = trip;
        seats(&plan(&problem))[1].1
    };
    let two_days_less_one_hour = 47 * 60;
    assert_eq!(day(two_days_less_one_hour - 1), 0);
    assert_eq!(day(two_days_less_one_hour + 1), 2);
}

#[test]
fn a_contact_is_left_in_peace_and_the_second_process_says_so() {
    let call = |task: Task| Task { contact: Some(5), ..task };
    let mut problem = shop(2, vec![call(task(1, &[&[0]])), call(task(1, &[&[1]])), task(1, &[&[1]])]);
    problem.pressure = Some(Pressure { times: 1, days: 2 });
    let draft = plan(&problem);
    assert_eq!(seats(&draft), [(0, 0, 9, vec![0]), (1, 2, 9, vec![1]), (2, 0, 9, vec![1])]);
    let why = because(0, at(2, 0), What::Solicited(TaskId(0)));
    assert_eq!(reasons(&draft, 1)[0], why);
}

#[test]
fn a_stock_serves_no_more_than_it_holds() {
    let room = |task: Task| Task { uses: vec![Use { stock: StockId(0), amount: 2 }], ..task };
    let mut problem = shop(3, vec![room(task(2, &[&[0]])), room(task(1, &[&[1]])), task(1, &[&[2]])]);
    problem.stocks = vec![Stock { capacity: 3 }];
    let draft = plan(&problem);
    assert_eq!(seats(&draft), [(0, 0, 9, vec![0]), (1, 0, 11, vec![1]), (2, 0, 9, vec![2])]);
    assert_eq!(reasons(&draft, 1)[0], because(at(0, 0), at(0, 9), What::Away(ResourceId(1))));
    assert_eq!(reasons(&draft, 1)[1], because(at(0, 9), at(0, 11), What::Taken(StockId(0))));
    problem.stocks = vec![Stock { capacity: 1 }];
    assert!(matches!(cause(&plan(&problem), 0), Cause::NoRoom(list) if list[0].0 == What::Taken(StockId(0))));
}

#[test]
fn a_split_task_goes_on_after_the_break_but_not_around_another() {
    let long = Task { split: true, ..task(4, &[&[0]]) };
    let mut problem = shop(1, vec![long.clone(), task(1, &[&[0]])]);
    let draft = plan(&problem);
    assert_eq!(placements(&draft)[0].span, span(at(0, 9), at(0, 15)));
    // Pinned in the break, off hours, is still in between.
    problem.tasks[1].pinned = Some(pin(1, at(0, 12), at(0, 13), &[0]));
    let draft = plan(&problem);
    assert_eq!(start(&draft, 0), at(0, 14));
    assert_eq!(reasons(&draft, 0).last(), Some(&because(at(0, 13), at(0, 14), What::Away(S))));
}

#[test]
fn the_slower_person_takes_longer_and_the_first_to_end_is_taken() {
    let mut problem = shop(2, vec![task(2, &[&[0, 1]]), task(2, &[&[0, 1]]), task(2, &[&[0], &[1]])]);
    problem.resources[0].pace = 50;
    let draft = plan(&problem);
    let spans: Vec<_> = placements(&draft).iter().map(|one| (one.span, one.who[0].0)).collect();
    assert_eq!(spans[0], (span(at(0, 9), at(0, 11)), 1));
    // The slow one would need four hours, which no half day has.
    assert_eq!(spans[1], (span(at(0, 14), at(0, 16)), 1));
    assert!(matches!(cause(&draft, 2), Cause::NoRoom(_)));
}

#[test]
fn what_is_longer_than_the_plan_may_fit_the_fastest() {
    let mut problem = shop(2, vec![task(13, &[&[0, 1]]), task(13, &[&[0]])]);
    problem.horizon = at(0, 12);
    problem.resources[1].pace = 600;
    let draft = plan(&problem);
    // 780 minutes at 600 % are 130, up to the grid three hours.
    assert_eq!(placements(&draft)[0].span, span(at(0, 9), at(0, 12)));
    assert_eq!(cause(&draft, 1), &Cause::BeyondHorizon);
}

#[test]
fn what_is_kept_free_of_a_day_stays_free() {
    let mut problem = shop(1, (0..4).map(|_| task(1, &[&[0]])).collect());
    problem.resources[0].day_allowance = Some(vec![120; 5]);
    let draft = plan(&problem);
    assert_eq!(seats(&draft).iter().map(|seat| seat.1).collect::<Vec<_>>(), [0, 0, 1, 1]);
    assert!(reasons(&draft, 2).iter().any(|reason| reason.what == What::DayFull(S)));
}

#[test]
fn what_is_frozen_stays_whatever_the_rules_say() {
    // On a day off, after its due date, two at once, more than the stock, and its contact pressed.
    let frozen = |id, from, to| Task {
        pinned: Some(pin(id, at(5, from), at(5, to), &[0])),
        contact: Some(1),
        uses: vec![Use { stock: StockId(0), amount: 2 }],
        ..task(1, &[&[0]])
    };
    let next = Task { contact: Some(1), after: vec![after(1, Wait::Elapsed(0))], ..task(1, &[]) };
    let mut problem = shop(1, vec![frozen(0, 9, 11), frozen(1, 10, 12), next]);
    problem.stocks = vec![Stock { capacity: 1 }];
    problem.pressure = Some(Pressure { times: 1, days: 1 });
    let draft = plan(&problem);
    assert_eq!(seats(&draft), [(0, 5, 9, vec![0]), (1, 5, 10, vec![0]), (2, 6, 0, vec![])]);
}

#[test]
fn a_price_is_paid_for_what_is_left_out_and_late() {
    let mut problem = shop(1, vec![due(0, 9, 2, task(1, &[&[0]])), task(4, &[&[0]])]);
    problem.costs = Costs { unplaced: 1_000, ..Costs::default() };
    let plan = solve_in(&problem, &[TaskId(0), TaskId(1)]).unwrap();
    assert_eq!(plan.price, 1_000 + 2 * 60);
    assert!(plan.bound <= plan.price);
}

fn freed(problem: &Problem, task: u32) -> Option<Freed> {
    solve_in(problem, &in_order(problem)).unwrap().freed(problem, TaskId(task))
}

#[test]
fn a_refusal_says_what_would_free_it() {
    let week = || (0..5).flat_map(|_| [task(3, &[&[0]]), task(2, &[&[0]])]);
    let full = |last: Task| shop(1, week().chain([last]).collect());
    assert_eq!(freed(&full(task(1, &[&[0]])), 10), Some(Freed::Person(0, 0)));
    assert_eq!(freed(&full(task(1, &[&[0]])), 9), None);
    let mut shy = task(1, &[&[0]]);
    shy.windows = Some(vec![span(at(0, 12), at(0, 14))]);
    assert_eq!(freed(&shop(1, vec![shy]), 0), Some(Freed::Window(span(at(0, 9), at(0, 10)))));
    let mut spare = shop(1, vec![task(2, &[&[0]])]);
    spare.resources[0].day_allowance = Some(vec![90; 7]);
    assert_eq!(freed(&spare, 0), Some(Freed::Allowance(S, 0, 30)));
    let nobody =
        shop(1, vec![task(1, &[&[]]), Task { after: vec![after(0, Wait::Elapsed(0))], ..task(1, &[]) }]);
    assert_eq!(freed(&nobody, 0), Some(Freed::Person(0, 0)));
    assert_eq!(freed(&nobody, 1), Some(Freed::Date(TaskId(0))));
    let mut late = task(2, &[]);
    late.release = at(6, 23);
    assert_eq!(freed(&shop(0, vec![late]), 0), Some(Freed::Horizon(at(7, 1))));
    let mut rooms = shop(0, vec![Task { uses: vec![Use { stock: StockId(0), amount: 2 }], ..task(1, &[]) }]);
    rooms.stocks = vec![Stock { capacity: 1 }];
    assert_eq!(freed(&rooms, 0), Some(Freed::Stock(StockId(0), span(0, 60))));
    let mut pressed =
        shop(0, vec![Task { contact: Some(1), pinned: Some(pin(0, 0, 60, &[])), ..task(1, &[]) }]);
    pressed.pressure = Some(Pressure { times: 1, days: 9 });
    pressed.tasks.push(Task { contact: Some(1), ..task(1, &[]) });
    assert_eq!(freed(&pressed, 1), Some(Freed::Contact(0)));
    let mut soon = task(1, &[&[0]]);
    soon.after = vec![within(0, 1)];
    let started = Task { pinned: Some(pin(0, at(0, 5), at(0, 6), &[])), ..task(1, &[]) };
    assert_eq!(freed(&shop(1, vec![started, soon]), 1), Some(Freed::Wait(TaskId(0))));
}

#[test]
fn causes_are_followed_to_the_root() {
    let mut second = task(1, &[&[1]]);
    second.after = vec![after(0, Wait::Elapsed(0))];
    let problem = shop(2, vec![task(2, &[&[0]]), second, task(3, &[&[1]])]);
    let plan = solve_in(&problem, &in_order(&problem)).unwrap();
    let chain = plan.chain(&problem, TaskId(2));
    let expected = [
        (TaskId(2), What::Busy(ResourceId(1), TaskId(1))),
        (TaskId(1), What::After(TaskId(0))),
        (TaskId(0), What::Away(S)),
    ];
    assert_eq!(chain, expected);
}

#[test]
fn the_bound_knows_that_a_later_end_may_let_a_successor_start_earlier() {
    // Ended on Monday evening, it leads to Tuesday evening, too late; early on a closed day, to Tuesday morning.
    let mut second = task(2, &[]);
    second.after = vec![after(0, Wait::OpenDays(1))];
    let mut problem = shop(1, vec![task(1, &[&[0]]), second]);
    problem.resources[0].windows = vec![span(at(0, 22), at(0, 23)), span(at(1, 1), at(1, 2))];
    problem.open_days = vec![true, false, true];
    problem.horizon = at(2, 23);
    assert_eq!(solve_in(&problem, &in_order(&problem)).unwrap().bound, 0);
}

/// Somebody away until Wednesday; the first task is due on Monday at noon, and another follows it.
fn late(unplaced: u64, follows: bool, rounds: u64) -> (Problem, Plan) {
    let mut second = task(1, &[&[0]]);
    second.after = if follows { vec![after(0, Wait::Elapsed(0))] } else { vec![] };
    let mut problem = shop(1, vec![due(0, 12, 1, task(1, &[&[0]])), second]);
    problem.resources[0] = worker(&[2, 3]);
    problem.costs.unplaced = unplaced;
    let effort = Effort { rounds, ..Effort::default() };
    let plan = solve(&problem, &in_order(&problem), &effort, &ToTheEnd).unwrap();
    assert_eq!(check(&problem, &plan.placed()), []);
    (problem, plan)
}

#[test]
fn what_costs_more_late_than_left_out_is_left_out_and_says_so() {
    // Late by two days less two hours.
    let price = 46 * 60;
    for rounds in [0, 50] {
        let (problem, plan) = late(price - 1, false, rounds);
        assert_eq!(cause(&plan.draft(&problem), 0), &Cause::Dearer, "{rounds} rounds");
        assert_eq!(plan.price, price - 1);
        assert_eq!(late(price, false, rounds).1.price, price);
        assert_eq!(late(price, false, rounds).1.placed().len(), 2);
    }
}

#[test]
fn what_follows_counts_in_the_price_of_doing_without() {
    let price = 46 * 60;
    for rounds in [0, 50] {
        assert_eq!(late(price / 2, true, rounds).1.placed().len(), 2, "{rounds} rounds");
        let (problem, plan) = late(price / 2 - 1, true, rounds);
        assert_eq!(plan.price, price - 2);
        assert_eq!(cause(&plan.draft(&problem), 0), &Cause::Dearer);
        assert_eq!(cause(&plan.draft(&problem), 1), &Cause::PredecessorRefused(TaskId(0)));
    }
}

#[test]
fn a_stock_named_twice_is_taken_twice() {
    let twice = |amount| vec![Use { stock: StockId(0), amount }; 2];
    let takes = |amount| Task { uses: twice(amount), ..task(3, &[]) };
    let first = Task { pinned: Some(pin(0, at(0, 0), at(0, 12), &[])), ..takes(1) };
    let mut problem = shop(0, vec![first, takes(1), takes(2)]);
    problem.stocks = vec![Stock { capacity: 3 }];
    let draft = plan(&problem);
    assert_eq!(start(&draft, 1), at(0, 12));
    assert!(matches!(cause(&draft, 2), Cause::NoRoom(list) if list[0].0 == What::Taken(StockId(0))));
    assert_eq!(check(&problem, &placements(&draft)), []);
}

#[test]
fn amounts_and_allowances_at_the_end_of_their_type_are_counted() {
    let most = || vec![Use { stock: StockId(0), amount: u32::MAX }; 2];
    let taken = |id| Task { uses: most(), pinned: Some(pin(id, at(0, 9), at(0, 12), &[])), ..task(3, &[]) };
    let mut problem =
        shop(1, vec![taken(0), taken(1), Task { uses: most(), ..task(1, &[&[0]]) }, task(4, &[&[0]])]);
    problem.stocks = vec![Stock { capacity: u32::MAX }];
    problem.resources[0].day_allowance = Some(vec![u32::MAX; 5]);
    let draft = plan(&problem);
    assert!(matches!(cause(&draft, 2), Cause::NoRoom(list) if list[0].0 == What::Taken(StockId(0))));
    assert!(matches!(cause(&draft, 3), Cause::NoRoom(_)), "no stretch is so long, whatever the day gives");
}
