//! Standards proposed from measures, and what accepting them changes.

use super::super::{Average, Delay, Figures, OperationFigures, Rate, StepFigures, Worth};
use super::*;
use crate::language::{Currency, Period};
use crate::process::{Bilingual, Channel, Objective, Step, Unit};
use jiff::civil::date;

fn operation() -> Operation {
    Operation {
        code: "meet".into(),
        name: Bilingual::default(),
        kinds: vec!["seller".into()],
        prepare: Minutes(30),
        run: Minutes(90),
        travel: Minutes(60),
        lot: 2,
        channel: Channel::Visit,
        skill: None,
        automated: false,
        wait_days: 0,
        wait_days_max: None,
        strength: crate::process::Strength::Recommended,
        split: false,
        room: None,
        alternatives: vec![],
        playbook: Bilingual::default(),
        checklist: vec![],
        conversation: None,
    }
}

fn step(code: &str, yields: Option<u32>) -> Step {
    let (code, yields) = (code.to_owned(), yields.and_then(Yield::new));
    let name = Bilingual::default();
    let operations = if code == "goal" { vec![operation()] } else { vec![] };
    Step { code, name, yields, lead_days: 7, after: vec![], evidence: vec![], operations }
}

fn process() -> Process {
    let objective = Objective {
        code: "q1".into(),
        name: Bilingual::default(),
        unit: Unit::Revenue,
        quantity: 1_000_000,
        currency: Currency::EUR,
        average_deal: Some(Money { cents: 2_500_000, currency: Currency::EUR }),
        margin_rate: None,
        period: Period::through(date(2027, 1, 4), date(2027, 4, 2)).unwrap(),
        owner: "Lea".into(),
        line: None,
        due: std::collections::BTreeMap::new(),
    };
    Process {
        code: "hunt".into(),
        version: 3,
        name: Bilingual::default(),
        function: "prospecting".into(),
        owner: "Lea".into(),
        line: None,
        objectives: vec![objective],
        target: vec![],
        steps: vec![step("goal", Some(200_000)), step("order", None)],
        planning: None,
        indicators: vec![],
        kinds: vec![],
        lines: vec![],
        valid_from: None,
    }
}

fn delay(days: [i32; 3]) -> Measure<Delay> {
    let [low, median, high] = days.map(f64::from);
    Measure::Known(Delay { n: 40, mean: median, q1: low, median, q3: high, low, high })
}

fn diagnosis(won: usize, stay: [i32; 3]) -> Diagnosis {
    let none = || Measure::Insufficient { n: 0, needed: 12 };
    let average =
        Measure::Known(Average { n: 40, cents: 2_000_000, low_cents: 1_900_000, high_cents: 2_100_000 });
    let worth = |code: &str| Worth {
        currency: code.parse().unwrap(),
        won: 40,
        won_cents: 80_000_000,
        average,
        open: 0,
        open_cents: 0,
    };
    let figures = |step: &str| StepFigures {
        step: step.into(),
        entered: 100,
        pending: 0,
        yields: Rate::measure(won, 100, 30),
        stay_days: delay(stay),
        back: 0,
    };
    Diagnosis {
        as_of: date(2027, 1, 1),
        whole: Figures {
            won: 40,
            lost: 60,
            open: 0,
            yields: Measure::Insufficient { n: 0, needed: 30 },
            won_days: none(),
            lost_days: none(),
            age_days: none(),
            values: vec![worth("EUR"), worth("USD")],
        },
        stages: vec![],
        teams: vec![],
        products: vec![],
        owners: vec![],
        steps: vec![figures("goal"), figures("order")],
        operations: vec![OperationFigures {
            step: "goal".into(),
            operation: "meet".into(),
            orders: 40,
            minutes: delay([150, 155, 160]),
        }],
        unmeasured: vec![],
    }
}

fn goal_yield(proposals: &[Proposal]) -> &Proposal {
    proposals.iter().find(|one| matches!(&one.standard, Standard::Yield { step } if step == "goal")).unwrap()
}

#[test]
fn a_standard_outside_the_interval_is_significant_and_inside_it_is_not() {
    let proposals = propose(&process(), &diagnosis(40, [5, 7, 9]));
    let found = goal_yield(&proposals);
    assert_eq!((found.present, found.measured, found.n), (Some(200_000), 400_000, 100));
    assert!(found.is_significant());
    assert!(!goal_yield(&propose(&process(), &diagnosis(22, [5, 7, 9]))).is_significant());
    let lead = Standard::LeadDays { step: "goal".into() };
    let lead = |days| {
        propose(&process(), &diagnosis(22, days)).into_iter().find(|one| one.standard == lead).unwrap()
    };
    assert!(!lead([7, 8, 9]).is_significant() && !lead([5, 6, 7]).is_significant(), "the ends are inside");
    assert!(lead([8, 9, 10]).is_significant() && lead([4, 5, 6]).is_significant());
}

#[test]
fn the_last_step_has_no_yield_and_a_yield_of_zero_is_no_standard() {
    let count = |diagnosis: &Diagnosis| {
        let proposals = propose(&process(), diagnosis);
        proposals.iter().filter(|one| matches!(one.standard, Standard::Yield { .. })).count()
    };
    assert_eq!(count(&diagnosis(40, [5, 7, 9])), 1);
    assert_eq!(count(&diagnosis(0, [5, 7, 9])), 0);
}

#[test]
fn run_time_is_what_is_left_of_the_declared_time_and_the_average_deal_keeps_its_currency() {
    let proposals = propose(&process(), &diagnosis(40, [5, 7, 9]));
    let run = proposals.iter().find(|one| matches!(one.standard, Standard::RunMinutes { .. })).unwrap();
    // 155 declared, less 60 of travel and 30 ÷ 2 of preparation.
    assert_eq!((run.present, run.measured, run.low, run.high), (Some(90), 80, 75, 85));
    let deals: Vec<_> =
        proposals.iter().filter(|one| matches!(one.standard, Standard::AverageDeal { .. })).collect();
    assert_eq!((deals.len(), deals[0].measured), (1, 2_000_000));
}

#[test]
fn accepting_makes_the_next_version_with_the_accepted_standards_and_nothing_else() {
    let (process, from) = (process(), date(2027, 2, 1));
    let proposals = propose(&process, &diagnosis(40, [8, 9, 10]));
    let yields = goal_yield(&proposals).clone();
    let acceptance = accept(&process, std::slice::from_ref(&yields), "Lea", from).unwrap();
    let mut expected = process.clone();
    expected.version = 4;
    expected.valid_from = Some(from);
    expected.steps[0].yields = Yield::new(400_000);
    assert_eq!(acceptance.process, expected);
    assert_eq!((acceptance.by.as_str(), acceptance.changes), ("Lea", vec![yields]));
    let all = accept(&process, &proposals, "Lea", from).unwrap().process;
    assert_eq!((all.steps[0].lead_days, all.steps[0].operations[0].run), (9, Minutes(80)));
    assert_eq!(all.objectives[0].average_deal.unwrap().cents, 2_000_000);
}

#[test]
fn an_acceptance_that_does_not_hold_is_refused_whole() {
    let (process, from) = (process(), date(2027, 2, 1));
    let codes = |accepted: &[Proposal], by| accept(&process, accepted, by, from).unwrap_err().codes();
    assert_eq!(codes(&[], " "), ["insight/nothing-accepted", "insight/nobody-accepts"]);
    let proposals = propose(&process, &diagnosis(40, [8, 9, 10]));
    let good = goal_yield(&proposals).clone();
    let moved = Proposal { present: Some(300_000), ..good.clone() };
    assert_eq!(codes(&[moved], "Lea"), ["insight/standard-moved"]);
    assert_eq!(codes(&[good.clone(), good.clone()], "Lea"), ["insight/standard-accepted-twice"]);
    let gone = Proposal { standard: Standard::LeadDays { step: "gone".into() }, ..good };
    assert_eq!(codes(&[gone], "Lea"), ["insight/standard-moved"]);
}
