//! An action moved by hand: it stays where it was put, what follows it moves, others hold their place.

use crate::company::{Company, MONDAY};
use atelier_domain::execution::{Crew, Event, InForce, PlannedOrder, Summary, propose};
use atelier_domain::language::{Catalogue, Lang, Minutes, Period, Week};
use atelier_domain::planning::Zone;
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

#[test]
fn what_changes_an_action_of_a_frozen_week_is_told_with_that_week() {
    upset(|plan, orders| {
        let frozen_week =
            |event: Event| propose(plan, &event).unwrap().frozen(orders, plan.summary, plan.now);
        let week = |one: &PlannedOrder| one.order.start.map(|start| Week::of(start.date()));
        let is_frozen =
            |one: &&PlannedOrder| week(one).is_some_and(|it| plan.summary.zone(it) == Zone::Frozen);
        let one = orders.iter().find(is_frozen).unwrap();
        assert_eq!(frozen_week(Event::Cancelled(one.order.id)), week(one), "its place is free");
        let last = orders.iter().max_by_key(|one| one.order.start).unwrap();
        assert_eq!(frozen_week(Event::Cancelled(last.order.id)), None, "an open week asks nothing");
        assert_eq!(frozen_week(Event::Overrun(one.order.id, Minutes(30))), week(one), "it ends later there");
    });
}

#[test]
fn a_plan_made_before_its_origin_was_kept_reads_without_one() {
    upset(|plan, _| {
        let words = Catalogue::of(Lang::En);
        assert_eq!(plan.summary.origin(words).as_deref(), Some("Whole plan worked out"));
        let mut old = serde_json::to_value(plan.summary).unwrap();
        old.as_object_mut().unwrap().remove("origin").unwrap();
        let old: Summary = serde_json::from_value(old).unwrap();
        assert_eq!(old.origin(words), None);
    });
}
