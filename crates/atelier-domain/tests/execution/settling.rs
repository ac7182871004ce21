//! Orders with their dates: zones, reasons kept, nothing lost.

use crate::company::{Company, MONDAY};
use atelier_domain::execution::{Phase, Summary, schedule_of, settle};
use atelier_domain::language::{Minutes, OrderId, Week};
use atelier_domain::planning::schedule::{Blocked, Cause, Off, OffCause, Reason, Why};
use jiff::ToSpan;

#[test]
fn every_launch_comes_back_once_in_its_order() {
    let company = Company::metrios();
    let (launches, schedule) = company.schedule(&company.plan());
    let ids: Vec<OrderId> = launches.iter().map(|launch| launch.order.id).collect();
    let orders = settle(launches, &schedule, company.processes[0].planning.as_ref().unwrap());
    assert_eq!(orders.iter().map(|planned| planned.order.id).collect::<Vec<_>>(), ids);
    assert!(orders.iter().all(|planned| planned.appointment.is_some() != planned.unplaced.is_some()));
    let placed = orders.iter().filter(|planned| planned.appointment.is_some()).count();
    assert_eq!((placed, ids.len() - placed), (schedule.appointments.len(), schedule.unplaced.len()));

    let plan = company.plan();
    let summary = Summary::of(&plan, &schedule, MONDAY, Minutes(30), (1, 3));
    let again = schedule_of(&orders, &summary);
    let times = |schedule: &atelier_domain::planning::schedule::Schedule| {
        schedule.appointments.iter().map(|one| (one.order, one.start, one.people.clone())).collect::<Vec<_>>()
    };
    assert_eq!(times(&again), times(&schedule));
    assert_eq!(again.late().len(), schedule.late().len());
}

#[test]
fn orders_of_the_frozen_and_firm_weeks_are_firm() {
    let company = Company::metrios();
    let orders = company.published();
    let firm_until = Week::of(MONDAY).plus(4);
    let (mut firm, mut suggested) = (0, 0);
    for planned in &orders {
        let early = planned.order.start.is_some_and(|start| Week::of(start.date()) < firm_until);
        assert_eq!(planned.order.phase(), if early { Phase::Firm } else { Phase::Suggested });
        if early { firm += 1 } else { suggested += 1 }
    }
    assert!(firm > 0 && suggested > 0, "{firm} {suggested}");
}

#[test]
fn the_first_reason_and_the_last_are_kept() {
    let company = Company::metrios();
    let (launches, mut schedule) = company.schedule(&company.plan());
    let busy = |rank: i64| Reason {
        from: MONDAY.at(9, 0, 0, 0) + rank.hours(),
        until: MONDAY.at(10, 0, 0, 0) + rank.hours(),
        why: Why::Busy { person: "camille".into(), order: OrderId::of(company.tenant, &rank.to_string()) },
    };
    for (appointment, count) in schedule.appointments.iter_mut().zip(1_i64..13) {
        appointment.reasons = (0..count).map(busy).collect();
    }
    let counts: Vec<(OrderId, i64)> =
        schedule.appointments.iter().map(|one| one.order).zip(1_i64..13).collect();
    let orders = settle(launches, &schedule, company.processes[0].planning.as_ref().unwrap());
    for (order, count) in counts {
        let planned = orders.iter().find(|planned| planned.order.id == order).unwrap();
        let reasons = &planned.appointment.as_ref().unwrap().reasons;
        assert_eq!(i64::try_from(reasons.len()).unwrap(), count.min(6));
        assert_eq!((reasons.first(), reasons.last()), (Some(&busy(0)), Some(&busy(count - 1))));
    }
}

#[test]
fn what_binds_an_order_without_date_is_kept() {
    let company = Company::metrios();
    let (launches, mut schedule) = company.schedule(&company.plan());
    let off = |day| Some(Off { day, cause: OffCause::Leave });
    let away = |rank: i64| Blocked {
        why: Why::Away { person: format!("p{rank}"), off: off(MONDAY) },
        minutes: Minutes(1_000 - rank),
    };
    let busy = |rank: i64| Blocked {
        why: Why::Busy { person: format!("p{rank}"), order: OrderId::of(company.tenant, "other") },
        minutes: Minutes(100 - rank),
    };
    let obstacles: Vec<Blocked> = (0..9).map(away).chain((0..5).map(busy)).collect();
    let refused = schedule.unplaced.first_mut().unwrap();
    refused.cause = Cause::NoRoom { obstacles };
    let (order, cause) = (refused.order, refused.cause.clone());
    let orders = settle(launches, &schedule, company.processes[0].planning.as_ref().unwrap());
    let kept = orders.iter().find(|planned| planned.order.id == order).unwrap().unplaced.as_ref().unwrap();
    let Cause::NoRoom { obstacles } = &kept.cause else { panic!("{kept:?}") };
    assert_eq!((obstacles.len(), kept.cause.binding()), (10, cause.binding()));
}
