//! A new plan against the orders of the former one.

use crate::company::Company;
use atelier_domain::execution::{ActionOrder, Outcome, PlannedOrder, Report, State};
use atelier_domain::language::Minutes;
use atelier_domain::process::Absence;
use jiff::civil::date;

fn orders(published: &[PlannedOrder]) -> Vec<ActionOrder> {
    published.iter().map(|planned| planned.order.clone()).collect()
}

#[test]
fn a_plan_made_again_without_news_is_the_same() {
    let mut company = Company::metrios();
    let first = company.published();
    company.orders = orders(&first);
    let again = company.published();
    assert_eq!(again.len(), first.len());
    assert!(orders(&again) == orders(&first), "same facts, same dates and people");
}

#[test]
fn a_firm_date_holds_unless_its_people_are_away() {
    let mut company = Company::metrios();
    let first = company.published();
    let is_firm = |planned: &&PlannedOrder| planned.order.state == State::Firm;
    let firm = first.iter().filter(is_firm).max_by_key(|planned| planned.order.start).unwrap().order.clone();
    company.orders = orders(&first);
    // Without the open cases, everything before it would move up: what is firm stays.
    company.cases.retain(|case| Some(case.id) == firm.case);
    let again = company.published();
    let kept = again.iter().find(|planned| planned.order.id == firm.id).unwrap();
    assert_eq!((kept.order.start, &kept.order.people), (firm.start, &firm.people));

    let day = firm.start.unwrap().date();
    for resource in company.workshop.resources.iter_mut().filter(|one| firm.people.contains(&one.code)) {
        resource.leave.push(Absence { first: day, last: day });
    }
    let away = company.published();
    let moved = away.iter().find(|planned| planned.order.id == firm.id).unwrap();
    assert_ne!(moved.order.start, firm.start, "nobody works on a day of leave");
}

#[test]
fn released_work_that_nothing_launches_any_more_is_held() {
    let mut company = Company::metrios();
    let first = company.published();
    let mut given = first.iter().find(|planned| planned.order.start.is_some()).unwrap().order.clone();
    given.state = State::Released;
    company.orders = vec![given.clone()];
    company.cases.retain(|case| Some(case.id) != given.case);
    let again = company.published();
    let held = again.iter().find(|planned| planned.order.id == given.id).unwrap();
    assert_eq!((&held.order, held.appointment.as_ref().map(|one| one.pinned)), (&given, Some(true)));
    let overlapping = again.iter().filter(|planned| {
        planned.order.id != given.id
            && planned.order.people.iter().any(|code| given.people.contains(code))
            && planned.order.start < given.end
            && planned.order.end > given.start
    });
    assert_eq!(overlapping.count(), 0, "its people are not given twice");
}

#[test]
fn what_is_over_is_dropped_and_not_waited_for() {
    let mut company = Company::metrios();
    let first = company.published();
    company.orders = orders(&first);
    let case = company.cases[0].id;
    let of_case: Vec<usize> = (0..first.len()).filter(|&at| first[at].order.case == Some(case)).collect();
    let [prepare, meet, letter] = of_case[..] else { panic!("{of_case:?}") };
    let report =
        Report { outcome: Outcome::NoProgress, minutes: Minutes(30), at: company.today.at(9, 0, 0, 0) };
    company.orders[prepare].state = State::Closed(report);
    company.orders[meet].state = State::Cancelled { why: "vu au salon".into() };
    let again = company.published();
    assert_eq!(again.len(), first.len() - 2);
    let left: Vec<_> = again.iter().filter(|planned| planned.order.case == Some(case)).collect();
    assert_eq!(left.iter().map(|planned| planned.order.id).collect::<Vec<_>>(), [first[letter].order.id]);
    assert!(left[0].appointment.is_some());
}

#[test]
fn what_was_given_or_begun_keeps_its_date_and_its_order() {
    let mut company = Company::metrios();
    company.orders = orders(&company.published());
    let given = company.orders.iter().position(|order| order.operation == "meet").unwrap();
    let order = &mut company.orders[given];
    (order.start, order.end) =
        (Some(date(2027, 1, 7).at(13, 0, 0, 0)), Some(date(2027, 1, 7).at(15, 30, 0, 0)));
    (order.people, order.state, order.theme) =
        (vec!["nadia".to_owned()], State::Released, Some("délais".to_owned()));
    let given = order.clone();
    company.processes[0].version = 2;
    let again = company.published();
    let kept = again.iter().find(|planned| planned.order.id == given.id).unwrap();
    assert_eq!(kept.order, given, "its version of the process too");
    assert!(again.iter().all(|planned| planned.order.id == given.id || planned.order.version == 2));
    let appointment = kept.appointment.as_ref().unwrap();
    assert!(appointment.pinned);
    assert_eq!((Some(appointment.start), Some(appointment.end)), (given.start, given.end));
    let overlaps = |planned: &&PlannedOrder| {
        planned.order.id != given.id
            && planned.order.people == given.people
            && planned.order.start < given.end
            && planned.order.end > given.start
    };
    assert_eq!(again.iter().filter(overlaps).count(), 0, "nobody else takes her afternoon");
}
