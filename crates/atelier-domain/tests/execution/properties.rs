//! Whatever the process and its cases, nothing is lost between needs, launches, schedule and orders.

use crate::company::{Company, units};
use atelier_domain::execution::{Launch, WorkPlan, settle};
use atelier_domain::language::{Minutes, OrderId, Period, Week, Yield};
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const STEPS: [&str; 5] = ["goal", "use", "justification", "decision", "first-use"];

/// Métrios with other yields, delays, lots and people, some cases anywhere, a few deals due.
fn any_company() -> impl Strategy<Value = Company> {
    let step = (300_000_u32..=1_000_000, 0_u32..16);
    let operation = (0_i64..30, 1_i64..4, prop::bool::weighted(0.2), 0_u32..3, 0_usize..4);
    let case = (0_usize..7, any::<bool>(), any::<bool>(), 0_u8..28);
    let due = prop::collection::vec(0_i64..4, 3);
    (
        prop::collection::vec(step, 5),
        prop::collection::vec(operation, 12),
        prop::collection::vec(case, 0..25),
        due,
        0_i8..12,
    )
        .prop_map(|(steps, operations, cases, due, today)| {
            let mut company = Company::new();
            company.period = Period::through(date(2027, 1, 4), date(2027, 1, 24)).unwrap();
            company.today = date(2027, 1, 4 + today);
            let process = &mut company.processes[0];
            for (step, (yields, lead_days)) in process.steps.iter_mut().zip(steps) {
                (step.yields, step.lead_days) = (Yield::new(yields), lead_days);
            }
            let routing = process.steps.iter_mut().flat_map(|step| &mut step.operations);
            for (one, (prepare, lot, automated, wait_days, kind)) in routing.zip(operations) {
                (one.prepare, one.lot, one.automated) = (Minutes(prepare), lot, automated);
                one.wait_days = wait_days;
                match kind {
                    0 => one.kinds = vec!["caller".into(), "seller".into()],
                    1 => one.kinds = vec!["expert".into()],
                    _ => {}
                }
            }
            process.objectives[0].due = week_by_week(&due);
            for (step, finished, led, day) in cases {
                match (STEPS.get(step), finished) {
                    (Some(step), true) => company.add_finished(step),
                    (Some(step), false) => company.add_standing(step),
                    (None, _) => company.add_standing("gone"),
                }
                let case = company.cases.last_mut().unwrap();
                case.engaged_on = Some(date(2026, 12, 1 + i8::try_from(day).unwrap()));
                case.owner = case.owner.filter(|_| led);
            }
            company
        })
}

fn week_by_week(due: &[i64]) -> BTreeMap<Week, i64> {
    let first = Week::of(date(2027, 1, 4));
    (0_i64..).zip(due).map(|(rank, units)| (first.plus(rank), *units)).collect()
}

fn minutes_of<'l>(launches: impl Iterator<Item = &'l Launch>, kind: &str) -> Minutes {
    launches
        .filter(|launch| launch.order.kinds.iter().any(|one| one == kind))
        .map(|launch| launch.order.minutes)
        .sum()
}

/// Cases that have left a step, by the code of the one they wait to enter.
fn waiting(company: &Company) -> BTreeMap<&'static str, i64> {
    let mut waiting = BTreeMap::new();
    for passage in &company.passages {
        let at = STEPS.iter().position(|step| *step == passage.step).unwrap();
        if let Some(next) = STEPS.get(at + 1) {
            *waiting.entry(*next).or_default() += 1;
        }
    }
    waiting
}

fn in_hand_of(plan: &WorkPlan, kind: &str) -> Minutes {
    plan.strands[0].in_hand.kind(kind).map_or(Minutes(0), atelier_domain::planning::KindLoad::total)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn needs_and_cases_become_launches(company in any_company()) {
        let plan = company.plan();
        let waiting = waiting(&company);
        for step in &company.processes[0].steps {
            let entering: i64 = plan.strands[0].needs.step(&step.code).unwrap().entering.iter().sum();
            let known = waiting.get(step.code.as_str()).copied().unwrap_or(0);
            let standing = company.cases.iter().filter(|case| {
                case.step.as_ref() == Some(&step.code) && !company.passages.iter().any(|one| one.case == case.id)
            });
            let in_front = known + i64::try_from(standing.count()).unwrap();
            for operation in &step.operations {
                let wanted = (in_front, (entering - known).max(0));
                let wanted = if operation.automated { (0, 0) } else { wanted };
                prop_assert_eq!(units(&plan.launches, &step.code, &operation.code), wanted);
            }
        }
    }

    #[test]
    fn what_no_need_counts_is_in_hand(company in any_company()) {
        let plan = company.plan();
        let last = plan.weeks[2].plus(1).monday();
        let mut left = waiting(&company);
        for (step, count) in &mut left {
            let entering: i64 = plan.strands[0].needs.step(step).unwrap().entering.iter().sum();
            *count = (*count).min(entering);
        }
        // The first cases waiting before a step are those its needs count.
        let mut ours = BTreeSet::new();
        for case in &company.cases {
            let at = STEPS.iter().position(|step| case.step.as_deref() == Some(step));
            let finished = company.passages.iter().any(|passage| passage.case == case.id);
            let next = at.and_then(|at| STEPS.get(at + 1)).filter(|_| finished);
            match next.and_then(|next| left.get_mut(next)) {
                Some(count) if *count > 0 => *count -= 1,
                _ => { ours.insert(case.id); }
            }
        }
        let in_view = |launch: &&Launch| {
            launch.order.case.is_some_and(|case| ours.contains(&case)) && launch.due.date() < last
        };
        for kind in ["caller", "seller", "presales", "expert"] {
            let launched = minutes_of(plan.launches.iter().filter(in_view), kind);
            prop_assert_eq!(in_hand_of(&plan, kind), launched, "{}", kind);
        }
    }

    #[test]
    fn people_and_nobody_carry_the_whole_load(company in any_company()) {
        let plan = company.plan();
        for kind in &plan.load.kinds {
            let people = plan.shared.people.iter().filter(|person| person.kind == kind.kind);
            let people: Minutes = people.map(atelier_domain::planning::PersonLoad::total).sum();
            let nobody = plan.shared.nobody.get(&kind.kind).copied().unwrap_or(Minutes(0));
            prop_assert_eq!(people + nobody, kind.total(), "{}", &kind.kind);
        }
        prop_assert!(plan.shared.nobody.keys().all(|kind| kind == "expert"));
    }

    #[test]
    fn every_launch_is_placed_or_not_once(company in any_company()) {
        let plan = company.plan();
        // A broken rule is an incident of the schedule, which the company unwraps.
        let (launches, schedule) = company.schedule(&plan);
        let wanted: BTreeSet<OrderId> = launches.iter().map(|launch| launch.order.id).collect();
        prop_assert_eq!(wanted.len(), launches.len(), "no two launches are one order");
        let placed = schedule.appointments.iter().map(|one| one.order);
        let all: Vec<OrderId> = placed.chain(schedule.unplaced.iter().map(|one| one.order)).collect();
        prop_assert_eq!(all.len(), launches.len());
        prop_assert_eq!(all.into_iter().collect::<BTreeSet<_>>(), wanted);

        let planned: Minutes = schedule.loads.iter().map(|load| load.planned).sum();
        let placed = settle(launches, &schedule, company.processes[0].planning.as_ref().unwrap());
        let placed = placed.iter().filter(|one| one.appointment.is_some());
        let held: i64 = placed.map(|one| one.order.minutes.0 * one.order.people.len() as i64).sum();
        prop_assert_eq!(planned, Minutes(held));
    }
}
