//! What is planned of the quarter of the golden example, with figures worked out by hand.

use super::*;
use crate::execution::{Standing, State};
use crate::language::{Minutes, Money, OrderId, Share, TenantId};
use crate::process::Reading;
use jiff::civil::date;

const SHEET: &str = include_str!("../../../../examples/metrios/process.toml");

/// 180,000 € of margin from 4 January to 2 April at 25,000 € × 36 %: 20 deals, four in each of W09 to W13.
fn process() -> Process {
    Process::read("process.toml", SHEET, &Reading { today: date(2027, 1, 4) }).unwrap().0
}

fn through(first: (i8, i8), last: (i8, i8)) -> Period {
    Period::through(date(2027, first.0, first.1), date(2027, last.0, last.1)).unwrap()
}

fn quarter() -> Period {
    through((1, 4), (4, 2))
}

fn planned(process: &Process, code: &str, period: Period) -> Result<i64, Unplanned> {
    let plans = Plans { process, orders: &[], cases: &[], passages: &[] };
    plans.of(code, period).map(|expected| i64::try_from(expected.number).unwrap())
}

/// An action of the plan for `units`, on a day.
fn order(step: &str, operation: &str, units: i64, day: Date, case: Option<CaseId>) -> ActionOrder {
    ActionOrder {
        id: OrderId::of(TenantId::of("metrios"), &format!("{step}{operation}{day}{case:?}")),
        case,
        customer: String::new(),
        process: "new-customers".into(),
        version: 1,
        step: step.into(),
        operation: operation.into(),
        kinds: vec![],
        people: vec![],
        units,
        minutes: Minutes(60),
        start: Some(day.at(9, 0, 0, 0)),
        end: Some(day.at(10, 0, 0, 0)),
        due: None,
        purpose: None,
        theme: None,
        state: State::Suggested,
    }
}

fn case(key: &str, step: &str, engaged_on: Date) -> Case {
    Case {
        id: CaseId::of(TenantId::of("metrios"), key),
        key: key.into(),
        account: None,
        owner: None,
        product: None,
        stage: String::new(),
        standing: Standing::Open,
        process: Some("new-customers".into()),
        step: Some(step.into()),
        engaged_on: Some(engaged_on),
        closed_on: None,
        value: None,
    }
}

#[test]
fn what_is_to_be_reached_is_placed_on_the_days_on_which_it_is_due() {
    let process = process();
    // 20 deals × 25,000 € = 500,000 €, of which 36 % are the 180,000 €; each deal is a new customer.
    for (code, whole) in [("deals", 20), ("customers", 20), ("margin", 18_000_000), ("revenue", 50_000_000)] {
        assert_eq!(planned(&process, code, quarter()), Ok(whole), "{code}");
        // Due on the Fridays of W09 (5 March) and W10 (12 March): 8 of 20, two fifths.
        assert_eq!(planned(&process, code, through((3, 1), (3, 12))), Ok(whole * 2 / 5), "{code}");
        // On Thursday of W10, only W09 is due; before, nothing is yet, which is planned too.
        assert_eq!(planned(&process, code, through((3, 1), (3, 11))), Ok(whole / 5), "{code}");
        assert_eq!(planned(&process, code, through((1, 4), (2, 28))), Ok(0), "{code}");
    }
    // Before and after the quarter nothing is asked.
    assert_eq!(planned(&process, "deals", through((1, 1), (1, 3))), Err(Unplanned::NoObjective));
    assert_eq!(planned(&process, "margin", through((4, 3), (4, 30))), Err(Unplanned::NoObjective));
}

#[test]
fn without_due_dates_it_is_spread_over_the_weeks_and_the_parts_make_the_whole() {
    let mut process = process();
    process.objectives[0].due.clear();
    // 4 of 13 Fridays in January: 20 × 4 / 13 = 6.15, rounded up; 180,000 × 4 / 13 = 55,384.615.
    let january = through((1, 1), (1, 31));
    assert_eq!(planned(&process, "deals", january), Ok(7));
    assert_eq!(planned(&process, "margin", january), Ok(5_538_462));
    // February and its four Fridays: 8 / 13 of 20 = 12.3, rounded up, less the 7 of January.
    assert_eq!(planned(&process, "deals", through((2, 1), (2, 28))), Ok(6));
    assert_eq!(planned(&process, "deals", through((3, 1), (4, 30))), Ok(7));
    let margins = [january, through((2, 1), (2, 28)), through((3, 1), (4, 30))];
    let sum: i64 = margins.iter().map(|one| planned(&process, "margin", *one).unwrap()).sum();
    assert_eq!(sum, 18_000_000);
}

#[test]
fn contacts_and_proposals_are_read_in_the_actions_of_the_plan() {
    let process = process();
    let proposal = &process.steps[process.steps.len() - 2];
    let (step, work) = (proposal.code.as_str(), proposal.operations[0].code.as_str());
    let (old, fresh) =
        (case("old", step, date(2026, 11, 2)), case("fresh", "justification", date(2026, 11, 2)));
    let mut cancelled = order("goal", "research", 9, date(2027, 1, 19), None);
    cancelled.state = State::Cancelled { why: "moved".into() };
    let orders = [
        order("goal", "research", 30, date(2027, 1, 18), None),
        order("goal", "research", 20, date(2027, 1, 22), None),
        order("goal", "research", 50, date(2027, 1, 25), None),
        // The second work of the same contacts, and a contact made in November.
        order("goal", "calls", 30, date(2027, 1, 20), None),
        order("goal", "research", 1, date(2027, 1, 20), Some(old.id)),
        cancelled,
        order(step, work, 2, date(2027, 1, 20), None),
        order(step, work, 1, date(2027, 1, 21), Some(fresh.id)),
        // It stands there already, since nobody knows when.
        order(step, work, 1, date(2027, 1, 21), Some(old.id)),
    ];
    let cases = [old, fresh];
    let plans = Plans { process: &process, orders: &orders, cases: &cases, passages: &[] };
    let of = |code, period| plans.of(code, period).map(|one| i64::try_from(one.number).unwrap());
    assert_eq!(of("contacts", through((1, 18), (1, 22))), Ok(50));
    assert_eq!(of("contacts", through((1, 18), (1, 31))), Ok(100));
    assert_eq!(of("proposals", through((1, 18), (1, 22))), Ok(3), "two to come and the fresh one");
    assert_eq!(of("contacts", through((1, 23), (1, 24))), Ok(0), "a weekend within the plan");
    assert_eq!(of("contacts", through((2, 1), (2, 28))), Err(Unplanned::NoPlan));
}

#[test]
fn outside_the_plan_an_objective_in_contacts_is_spread_over_its_weeks() {
    let mut process = process();
    (process.objectives[0].unit, process.objectives[0].quantity) = (Unit::Contacts, 650);
    // 50 a week over 13 weeks; two Fridays.
    assert_eq!(planned(&process, "contacts", through((1, 18), (1, 29))), Ok(100));
    assert_eq!(planned(&process, "proposals", through((1, 18), (1, 29))), Err(Unplanned::NoPlan));
}

#[test]
fn what_an_objective_states_is_not_counted_twice_and_what_it_cannot_tell_is_said() {
    let mut process = process();
    let mut stated = process.objectives[0].clone();
    (stated.code, stated.unit, stated.quantity) = ("deals".into(), Unit::Deals, 12);
    stated.due.clear();
    process.objectives.push(stated);
    assert_eq!(planned(&process, "deals", quarter()), Ok(12), "the twelve stated, not the twenty implied");
    assert_eq!(planned(&process, "margin", quarter()), Ok(18_000_000));
    process.objectives.remove(0);
    // 12 × 25,000 € × 36 %.
    assert_eq!(planned(&process, "margin", quarter()), Ok(10_800_000));
    process.objectives[0].margin_rate = None;
    assert_eq!(planned(&process, "margin", quarter()), Err(Unplanned::NoDeal));
    assert_eq!(planned(&process, "revenue", quarter()), Ok(30_000_000));
    process.objectives[0].average_deal = None;
    assert_eq!(planned(&process, "revenue", quarter()), Err(Unplanned::NoDeal));
    process.function = "renewals".into();
    assert_eq!(planned(&process, "customers", quarter()), Err(Unplanned::NoCustomers));
    process.objectives[0].unit = Unit::Customers;
    assert_eq!(planned(&process, "customers", quarter()), Ok(12));
}

#[test]
fn amounts_of_two_currencies_are_not_planned_as_one() {
    let mut process = process();
    let mut other = process.objectives[0].clone();
    other.currency = "USD".parse().unwrap();
    other.average_deal = Some(Money { cents: 2_500_000, currency: other.currency });
    other.margin_rate = Share::new(3_600);
    process.objectives.push(other);
    assert_eq!(planned(&process, "margin", quarter()), Err(Unplanned::Currencies));
    assert_eq!(planned(&process, "deals", quarter()), Ok(40));
}

#[test]
fn yields_and_lead_times_are_those_of_the_sheet() {
    let process = process();
    let plans = Plans { process: &process, orders: &[], cases: &[], passages: &[] };
    let of = |code: &str| plans.of(code, quarter()).map(|one| one.number.normalize().to_string());
    // 0.2 × 0.5 × 0.8 × 0.5: one contact in twenty-five becomes a deal.
    assert_eq!(of("yield"), Ok("0.04".into()));
    assert_eq!(of("yield:goal"), Ok("0.2".into()));
    let days: u32 = process.steps.iter().map(|step| step.lead_days).sum();
    assert_eq!(of("lead-time"), Ok(days.to_string()));
    assert_eq!(of("lead-time:use"), Ok("7".into()));
    assert_eq!(of("yield:nowhere"), Err(Unplanned::NoStandard));
    assert_eq!(of("adherence"), Err(Unplanned::OfThePlan));
}
