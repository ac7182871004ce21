//! Random problems with every rule at once: plans are valid, priced, explained, repeatable, and
//! improvement never makes them worse.

use crate::properties::problem;
use crate::shop::in_order;
use atelier_planner::{
    Costs, Draft, Effort, Link, Minute, Mode, Need, Plan, Pressure, Problem, ResourceId, Settled, Stock,
    StockId, Task, ToTheEnd, Use, check, price, solve,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// What is added to a task: due and weight, split, case, site, contact, amount, a mode, a maximum wait.
type More = (
    (Option<Minute>, u32, bool),
    (Option<u32>, Option<u32>, Option<u32>),
    u32,
    (Option<(Minute, u32, u32)>, Option<Minute>),
);

fn more() -> impl Strategy<Value = More> {
    let some = |most| option::weighted(0.4, 0..most);
    (
        (option::of(0..4000u32), 0..4u32, prop::bool::weighted(0.2)),
        (some(3u32), some(2u32), some(2u32)),
        0..4u32,
        (option::weighted(0.3, (1..200u32, 0..4u32, 0..100u32)), option::weighted(0.3, 0..2000u32)),
    )
}

fn add(task: &mut Task, more: &More, people: usize) {
    let ((due, weight, split), (case, site, contact), amount, (mode, at_most)) = *more;
    (task.due, task.weight, task.case, task.site, task.contact) = (due, weight, case, site, contact);
    task.uses = if amount > 0 { vec![Use { stock: StockId(0), amount }] } else { vec![] };
    if let Some((duration, who, cost)) = mode {
        let candidates = vec![ResourceId(who % people as u32)];
        task.modes = vec![Mode {
            duration,
            needs: vec![Need { candidates }],
            cost,
            site: site.filter(|_| cost % 2 == 0),
        }];
    }
    task.split = split && task.needs.len() <= 1;
    for link in &mut task.after {
        let least = match link.wait {
            atelier_planner::Wait::Elapsed(minutes) => minutes,
            atelier_planner::Wait::OpenDays(days) => days * atelier_planner::DAY,
        };
        *link = Link { at_most: at_most.map(|more| least + more), ..*link };
    }
}

pub fn everything() -> impl Strategy<Value = Problem> {
    let costs =
        (0..300u64, 0..300u64).prop_map(|(switch, trip)| Costs { unplaced: 20_000, switch, trip, moved: 0 });
    let pressure = option::of((1..3u32, 1..4u32).prop_map(|(times, days)| Pressure { times, days }));
    (
        problem(),
        vec(more(), 9),
        costs,
        pressure,
        1..5u32,
        vec(prop_oneof![3 => Just(100u32), 1 => 50..200u32], 4),
    )
        .prop_map(|(mut problem, more, costs, pressure, capacity, paces)| {
            let people = problem.resources.len();
            problem.tasks.iter_mut().zip(&more).for_each(|(task, more)| add(task, more, people));
            problem.resources.iter_mut().zip(&paces).for_each(|(one, pace)| one.pace = *pace);
            Problem { costs, pressure, stocks: vec![Stock { capacity }], ..problem }
        })
}

fn made(problem: &Problem, rounds: u64, threads: usize) -> Plan {
    let effort = Effort { rounds, seed: 3, threads };
    solve(problem, &in_order(problem), &effort, &ToTheEnd).unwrap()
}

fn explained(plan: &Plan, draft: &Draft) -> Result<(), TestCaseError> {
    prop_assert_eq!(draft.placed.len() + draft.refused.len(), plan.order.len());
    for placed in &draft.placed {
        let mut reached = 0;
        for reason in &placed.reasons {
            prop_assert_eq!(reason.span.start, reached);
            prop_assert!(reason.span.end > reached);
            reached = reason.span.end;
        }
        prop_assert_eq!(reached, placed.placement.span.start);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]
    #[test]
    fn a_plan_keeps_every_rule_and_tells_its_price(problem in everything()) {
        let plan = made(&problem, 0, 1);
        prop_assert_eq!(check(&problem, &plan.placed()), vec![]);
        prop_assert_eq!(price(&problem, &plan.placed()).total, plan.price);
        prop_assert!(plan.bound <= plan.price, "{} below {}", plan.price, plan.bound);
        explained(&plan, &plan.draft(&problem))?;
        prop_assert_eq!(made(&problem, 0, 2), plan);
    }

    #[test]
    fn one_task_is_explained_as_all_of_them_are(problem in everything()) {
        let plan = made(&problem, 0, 1);
        let draft = plan.draft(&problem);
        for placed in &draft.placed {
            prop_assert_eq!(plan.why(&problem, placed.placement.task), Some(Settled::Placed(placed.clone())));
        }
        for refused in &draft.refused {
            prop_assert_eq!(plan.why(&problem, refused.task), Some(Settled::Refused(refused.clone())));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn improvement_keeps_every_rule_and_costs_no_more(problem in everything()) {
        let before = made(&problem, 0, 1);
        let plan = made(&problem, 60, 1);
        prop_assert_eq!(check(&problem, &plan.placed()), vec![]);
        prop_assert_eq!(price(&problem, &plan.placed()).total, plan.price);
        prop_assert!(plan.price <= before.price && plan.bound <= plan.price);
        explained(&plan, &plan.draft(&problem))?;
        prop_assert_eq!(made(&problem, 60, 2), plan);
    }
}
