//! An action moved by hand: it stays where it was put, what follows it moves, others hold their place.

use crate::company::{Company, MONDAY};
use atelier_domain::execution::{Crew, Event, InForce, PlannedOrder, Summary, propose};
use atelier_domain::language::{Minutes, Period};
use atelier_domain::process::Process;
use std::collections::HashMap;

/// Asks what an event changes of the plan of Métrios.
fn upset<T>(ask: impl FnOnce(&InForce<'_>, &[PlannedOrder]) -> T) -> T {
    let company = Company::metrios();
    let orders = company.published();
    let plan = company.plan();
    let (_, schedule) = company.schedule(&plan);
    let summary = Summary::of(&plan, &schedule, MONDAY, Minutes(30), (1, 3));
    let processes: Vec<&Process> = company.processes.iter().collect();
    let sectors = HashMap::new();
    let period = Period { first: MONDAY, after: company.period.after };
    let (tenant, workshop) = (company.tenant, &company.workshop);
    let crew = Crew { tenant, processes: &processes, workshop, period, sectors: &sectors };
    let now = MONDAY.at(0, 0, 0, 0);
    ask(&InForce { orders: &orders, summary: &summary, crew: &crew, now }, &orders)
}

#[test]
fn what_waits_for_an_action_moved_by_hand_comes_after_it() {
    upset(|plan, orders| {
        let follows = |second: &&PlannedOrder, first: &PlannedOrder| {
            let waits = second.bounds.as_ref().unwrap().after.iter().any(|wait| wait.order == first.order.id);
            waits && second.order.start.is_some() && second.order.start > first.order.start
        };
        let mut dated = orders.iter().filter(|one| one.order.start.is_some());
        let (first, second) = dated
            .find_map(|first| Some((first, orders.iter().find(|second| follows(second, first))?)))
            .unwrap();
        let (order, start) = (first.order.id, second.order.start.unwrap());
        let proposal = propose(plan, &Event::Moved { order, start, people: Vec::new() }).unwrap();
        let now = |id| proposal.schedule.appointment(id);
        assert_eq!(now(order).unwrap().start, start, "it stays where it was put");
        let moved_end = now(order).unwrap().end;
        let after = now(second.order.id).map(|one| one.start);
        assert!(after.is_none_or(|after| after >= moved_end), "{after:?} comes before {moved_end}");
    });
}

#[test]
fn somebody_else_takes_it_and_the_first_one_is_free() {
    upset(|plan, orders| {
        let alone = |one: &&PlannedOrder| one.order.start.is_some() && one.order.people.len() == 1;
        let one = orders.iter().find(alone).unwrap();
        let sellers = ["camille", "antoine", "nadia"];
        let other = sellers.into_iter().find(|code| one.order.people[0] != *code).unwrap();
        let (order, start) = (one.order.id, one.order.start.unwrap());
        let event = Event::Moved { order, start, people: vec![other.to_owned()] };
        let proposal = propose(plan, &event).unwrap();
        let now = proposal.schedule.appointment(order).unwrap();
        assert_eq!((now.start, now.people.as_slice()), (start, [other.to_owned()].as_slice()));
        let clash = |one: &&atelier_domain::planning::schedule::Appointment| {
            one.order != order && one.involves(other) && one.start < now.end && now.start < one.end
        };
        assert_eq!(proposal.schedule.appointments.iter().find(clash), None, "they cannot be in two places");
    });
}
