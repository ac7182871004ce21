//! Rest is kept: no action outside working time, and weeks too full are told.

use crate::company::Company;
use atelier_domain::execution::{PlannedOrder, settle, strains, too_full_next_week};
use atelier_domain::language::{Catalogue, Lang, Minutes};
use atelier_domain::process::{Absence, Planning};
use jiff::ToSpan;
use jiff::civil::date;

fn settled(company: &Company) -> Vec<PlannedOrder> {
    let plan = company.plan();
    let (launches, schedule) = company.schedule(&plan);
    let planning = Planning { grid: Minutes(30), frozen_weeks: 1, firm_weeks: 3, buffer_days: None };
    settle(launches, &schedule, &planning)
}

/// The first order with a date that one person does alone.
fn alone<'o>(orders: &'o mut [PlannedOrder], code: &str) -> &'o mut PlannedOrder {
    let theirs = |planned: &&mut PlannedOrder| {
        planned.appointment.as_ref().is_some_and(|one| one.people == [code.to_owned()])
    };
    orders.iter_mut().find(theirs).unwrap()
}

#[test]
fn no_action_of_a_plan_falls_outside_working_time() {
    let company = Company::metrios();
    let orders = settled(&company);
    let mut seen = 0;
    for one in orders.iter().filter_map(|planned| planned.appointment.as_ref()) {
        for code in &one.people {
            let person = company.workshop.resources.iter().find(|known| known.code == *code).unwrap();
            let hours = company.workshop.hours_of(person, one.start.date());
            let inside =
                hours.iter().any(|hours| hours.from <= one.start.time() && one.end.time() <= hours.to);
            assert!(one.start.date() == one.end.date() && inside, "{code} {} {}", one.start, one.end);
            seen += 1;
        }
    }
    assert!(seen > 300, "{seen}");
    assert_eq!(strains(&orders, &company.workshop), [], "and no week is too full");
}

#[test]
fn work_put_in_somebodys_evening_is_told_to_both() {
    let company = Company::metrios();
    let mut orders = settled(&company);
    let planned = alone(&mut orders, "lea");
    let minutes = planned.order.minutes;
    let one = planned.appointment.as_mut().unwrap();
    one.start = one.start.date().at(21, 0, 0, 0);
    one.end = one.start.checked_add(minutes.0.minutes()).unwrap();
    let week = atelier_domain::language::Week::of(one.start.date());
    let found = strains(&orders, &company.workshop);
    let [strain] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((strain.person.as_str(), strain.week, strain.outside), ("lea", week, minutes));
    for (lang, evening) in [(Lang::Fr, "hors de"), (Lang::En, "outside")] {
        let words = Catalogue::of(lang);
        for told in [strain.to_the_person(words), strain.to_the_director("Léa Fontaine", words)] {
            assert!(told.contains(evening) && told.contains(&words.show().week(week)), "{told}");
        }
    }
}

#[test]
fn a_leave_declared_after_the_dates_makes_a_week_too_full() {
    let mut company = Company::metrios();
    let mut orders = settled(&company);
    let day = alone(&mut orders, "lea").appointment.as_ref().unwrap().start.date();
    let monday = atelier_domain::language::Week::of(day).monday();
    let lea = company.workshop.resources.iter_mut().find(|one| one.code == "lea").unwrap();
    lea.leave.push(Absence { first: monday, last: monday.checked_add(6.days()).unwrap() });
    let found = strains(&orders, &company.workshop);
    let of_week = found.iter().find(|strain| strain.week.monday() == monday).unwrap();
    assert_eq!((of_week.person.as_str(), of_week.capacity), ("lea", Minutes(0)));
    assert_eq!(of_week.planned, of_week.outside, "all of it in her leave");
}

#[test]
fn more_than_the_share_given_to_actions_is_too_much_even_inside_the_hours() {
    let company = Company::metrios();
    let mut orders = settled(&company);
    let planned = alone(&mut orders, "camille");
    planned.order.minutes = Minutes(8 * 7 * 60);
    let one = planned.appointment.as_mut().unwrap();
    one.start = date(2027, 1, 11).at(9, 0, 0, 0);
    one.end = date(2027, 1, 22).at(17, 0, 0, 0);
    let found = strains(&orders, &company.workshop);
    let strain = found.iter().find(|strain| strain.person == "camille").unwrap();
    assert!(strain.planned > strain.capacity && strain.outside == Minutes(0), "{strain:?}");
    let told = strain.to_the_person(Catalogue::of(Lang::En));
    assert!(!told.contains("outside"), "{told}");
}

#[test]
fn next_week_is_told_the_week_before_and_no_other() {
    let company = Company::metrios();
    let mut orders = settled(&company);
    let planned = alone(&mut orders, "lea");
    let minutes = planned.order.minutes;
    let one = planned.appointment.as_mut().unwrap();
    one.start = one.start.date().at(21, 0, 0, 0);
    one.end = one.start.checked_add(minutes.0.minutes()).unwrap();
    let week = atelier_domain::language::Week::of(one.start.date());
    let found = strains(&orders, &company.workshop);
    let told = |day| too_full_next_week(&found, day).1.len();
    // From the Monday before to the Sunday before.
    let monday = week.monday();
    for (days, count) in [(-8, 0), (-7, 1), (-1, 1), (0, 0)] {
        assert_eq!(told(monday.saturating_add(days.days())), count, "{days} days");
    }
    assert_eq!(too_full_next_week(&found, monday.saturating_sub(1.day())).0, week);
}
