//! The register, Little's law and the supply to planning, on small pipelines.

use super::super::Flow;
use super::super::front::{fronts, work_in_progress};
use super::*;
use crate::language::{Minutes, OrderId, Period, TenantId, Yield};
use crate::process::{Bilingual, Channel, Input, Operation, Step};
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

const TODAY: Date = date(2027, 1, 31);

fn operation(code: &str) -> Operation {
    Operation {
        code: code.into(),
        name: Bilingual::default(),
        kinds: vec!["seller".into()],
        prepare: Minutes(0),
        run: Minutes(60),
        travel: Minutes(0),
        lot: 1,
        channel: Channel::Call,
        skill: None,
        automated: false,
        wait_days: 0,
        wait_days_max: None,
        strength: crate::process::Strength::Recommended,
        split: false,
        room: None,
        alternatives: vec![],
        playbook: Bilingual::default(),
        checklist: Vec::new(),
        conversation: None,
    }
}

fn step(code: &str, yields: Option<u32>, after: Option<(&str, i64)>) -> Step {
    Step {
        code: code.into(),
        name: Bilingual::default(),
        yields: yields.and_then(Yield::new),
        lead_days: 7,
        after: after.map(|(step, quantity)| Input { step: step.into(), quantity }).into_iter().collect(),
        evidence: Vec::new(),
        operations: vec![operation(&format!("{code}-call")), operation(&format!("{code}-meet"))],
    }
}

fn process() -> Process {
    Process {
        code: "hunt".into(),
        version: 1,
        name: Bilingual::default(),
        function: "prospecting".into(),
        owner: "Lea".into(),
        line: None,
        objectives: Vec::new(),
        target: Vec::new(),
        steps: vec![
            step("goal", Some(200_000), None),
            step("solution", Some(500_000), Some(("goal", 1))),
            step("order", None, Some(("solution", 2))),
        ],
        planning: None,
        indicators: Vec::new(),
        kinds: Vec::new(),
        lines: vec![],
        valid_from: None,
    }
}

fn case(key: &str, step: Option<&str>, days_ago: i64) -> Case {
    Case {
        id: CaseId::of(TenantId::of("metrios"), key),
        key: key.into(),
        account: None,
        owner: None,
        product: None,
        stage: "Engaging".into(),
        standing: Standing::Open,
        process: Some("hunt".into()),
        step: step.map(str::to_owned),
        engaged_on: TODAY.checked_sub(days_ago.days()).ok(),
        closed_on: None,
        value: Some(Money { cents: 1_000, currency: Currency::EUR }),
    }
}

fn ages(ages: &[i64]) -> Vec<Case> {
    ages.iter().enumerate().map(|(at, days)| case(&format!("c{at}"), Some("goal"), *days)).collect()
}

fn order_for(case: &Case, operation: &str, state: super::super::State) -> ActionOrder {
    ActionOrder {
        id: OrderId::of(TenantId::of("metrios"), operation),
        case: Some(case.id),
        customer: "Isdom".into(),
        process: "hunt".into(),
        version: 1,
        step: "goal".into(),
        operation: operation.into(),
        kinds: Vec::new(),
        people: Vec::new(),
        units: 1,
        minutes: Minutes(60),
        start: Some(date(2027, 2, 3).at(9, 0, 0, 0)),
        end: None,
        due: None,
        purpose: None,
        theme: None,
        state,
    }
}

#[test]
fn a_case_older_than_twice_the_median_of_its_step_is_marked() {
    let register = register(&process(), &ages(&[10, 10, 10, 20, 21]), &[], &[], TODAY);
    let marks: Vec<_> = register.lines[0].cases.iter().map(|stand| (stand.age, stand.marked)).collect();
    assert_eq!(register.lines[0].yardstick, Yardstick::Present(10));
    assert_eq!(marks[..2], [(Age::InPipeline(21), true), (Age::InPipeline(20), false)]);
}

#[test]
fn completed_stays_come_before_the_cases_present_and_the_standard_last() {
    let stay = Passage {
        case: case("x", None, 0).id,
        step: "goal".into(),
        entered_on: date(2027, 1, 1),
        left_on: Some(date(2027, 1, 5)),
    };
    let cases = ages(&[5, 7, 8, 9, 9]);
    let measured = register(&process(), &cases, &vec![stay.clone(); 12], &[], TODAY);
    assert_eq!(measured.lines[0].yardstick, Yardstick::Stays(4));
    assert_eq!(measured.lines[0].cases.iter().filter(|stand| stand.marked).count(), 2);
    let few = register(&process(), &cases[..4], &vec![stay; 11], &[], TODAY);
    assert_eq!(few.lines[0].yardstick, Yardstick::Standard(7));
}

#[test]
fn the_age_runs_from_the_entry_into_the_step_when_it_is_known() {
    let one = case("c", Some("goal"), 20);
    let here = Passage { case: one.id, step: "goal".into(), entered_on: date(2027, 1, 28), left_on: None };
    let register = register(&process(), &[one], &[here], &[], TODAY);
    assert_eq!(register.lines[0].cases[0].age, Age::InStep(3));
}

#[test]
fn a_case_without_step_is_unplaced_and_a_closed_or_foreign_one_is_not_in_progress() {
    let mut cases = vec![case("a", None, 3), case("b", Some("elsewhere"), 3), case("c", Some("goal"), -3)];
    let mut won = case("d", Some("goal"), 3);
    won.standing = Standing::Won;
    let mut foreign = case("e", Some("goal"), 3);
    foreign.process = Some("renewals".into());
    let mut astray = case("f", Some("goal"), 3);
    astray.process = None;
    cases.extend([won, foreign, astray]);
    let register = register(&process(), &cases, &[], &[], TODAY);
    assert_eq!((register.unplaced.cases.len(), register.lines[0].cases.len(), register.total()), (3, 1, 4));
    assert_eq!(register.lines[0].cases[0].age, Age::Unknown, "an entry to come is no age");
    assert_eq!(register.unplaced.value(), [Money { cents: 3_000, currency: Currency::EUR }]);
}

#[test]
fn the_next_date_is_the_first_order_still_ahead() {
    use super::super::State;
    let one = case("c", Some("goal"), 3);
    let ahead = order_for(&one, "goal-meet", State::Firm);
    let mut gone = order_for(&one, "goal-call", State::Cancelled { why: "moved".into() });
    gone.start = Some(date(2027, 2, 1).at(9, 0, 0, 0));
    let register = register(&process(), &[one], &[], &[ahead, gone], TODAY);
    assert_eq!(register.lines[0].next(), Some(date(2027, 2, 3)));
}

#[test]
fn cases_in_a_step_feed_the_next_one_through_its_yield_rounded_down() {
    let mut cases = ages(&[1; 14]);
    cases.extend((0..7).map(|at| case(&format!("s{at}"), Some("solution"), 1)));
    cases.push(case("o", Some("order"), 1));
    cases.push(case("u", None, 1));
    let process = process();
    let waiting = work_in_progress(&process, &fronts(&process, &cases, &[]), 0).waiting;
    // 14 × 0.2 = 2.8 wait before the solution; 7 × 0.5 = 3, two of which make one order.
    assert_eq!(waiting, BTreeMap::from([("solution".to_owned(), 2), ("order".to_owned(), 1)]));
}

#[test]
fn a_steady_pipeline_obeys_littles_law_and_a_clogged_one_shows_it() {
    let closed = |day: i64| {
        let mut one = case(&format!("d{day}"), None, day);
        one.standing = Standing::Won;
        one.closed_on = one.engaged_on.and_then(|entry| entry.checked_add(10.days()).ok());
        one
    };
    let mut cases: Vec<_> = (20..120).map(closed).collect();
    let period = Period::through(date(2026, 11, 1), date(2026, 12, 31)).unwrap();
    let flow = Flow::over(period, &cases);
    assert_eq!((flow.entered, flow.left, flow.undated), (61, 61, 0));
    assert!((flow.wip - 10.0).abs() < 1e-9 && flow.gap().unwrap().abs() < 1e-9, "{flow:?}");
    cases.extend((0..5).map(|at| case(&format!("stuck{at}"), Some("goal"), 300)));
    assert!((Flow::over(period, &cases).gap().unwrap() - 0.5).abs() < 1e-9);
}

proptest! {
    #[test]
    fn every_open_case_of_the_process_is_registered_once(
        places in proptest::collection::vec((0_usize..5, -5_i64..400, any::<bool>()), 0..60)
    ) {
        let steps = [Some("goal"), Some("solution"), Some("order"), Some("gone"), None];
        let cases: Vec<_> = places.iter().enumerate().map(|(at, (step, days, open))| {
            let mut one = case(&at.to_string(), steps[*step], *days);
            one.standing = if *open { Standing::Open } else { Standing::Lost };
            one
        }).collect();
        let open = cases.iter().filter(|case| case.standing == Standing::Open).count();
        prop_assert_eq!(register(&process(), &cases, &[], &[], TODAY).total(), open);
    }
}
