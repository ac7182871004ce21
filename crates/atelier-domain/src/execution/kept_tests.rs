//! A planned order is written once over, and reads back the same.

use super::*;
use crate::execution::order::State;
use crate::language::{Minutes, OrderId, TenantId};
use crate::planning::schedule::{Blocked, Why};
use jiff::civil::date;

fn order() -> ActionOrder {
    let tenant = TenantId::of("metrios");
    ActionOrder {
        id: OrderId::of(tenant, "visit"),
        case: Some(CaseId::of(tenant, "durand")),
        customer: "Durand".into(),
        process: "hunting".into(),
        version: 1,
        step: "met".into(),
        operation: "visit".into(),
        kinds: vec!["seller".into()],
        people: vec!["ana".into()],
        units: 1,
        minutes: Minutes(60),
        start: Some(date(2027, 1, 5).at(9, 0, 0, 0)),
        end: Some(date(2027, 1, 5).at(10, 0, 0, 0)),
        due: Some(date(2027, 1, 8)),
        purpose: None,
        theme: None,
        state: State::Suggested,
    }
}

fn dated(order: &ActionOrder) -> Appointment {
    Appointment {
        order: order.id,
        case: order.case.unwrap(),
        customer: order.customer.clone(),
        operation: order.operation.clone(),
        action: Bilingual { fr: "Visite".into(), en: "Visit".into() },
        start: order.start.unwrap(),
        end: order.end.unwrap(),
        people: order.people.clone(),
        due: Some(date(2027, 1, 8).at(18, 0, 0, 0)),
        late: None,
        pinned: false,
        way: 1,
        reasons: vec![],
    }
}

fn bounds(order: &ActionOrder) -> Bounds {
    Bounds {
        release: date(2027, 1, 4).at(0, 0, 0, 0),
        due: date(2027, 1, 8).at(18, 0, 0, 0),
        group: "hunting/met/durand".into(),
        after: vec![],
        margin: None,
        leader: order.people.first().cloned(),
        account: None,
    }
}

fn again(planned: &PlannedOrder) -> PlannedOrder {
    serde_json::from_str(&serde_json::to_string(planned).unwrap()).unwrap()
}

#[test]
fn an_order_with_a_date_reads_back_the_same_and_says_nothing_twice() {
    let order = order();
    let appointment = Some(dated(&order));
    let planned = PlannedOrder { bounds: Some(bounds(&order)), appointment, unplaced: None, order };
    assert_eq!(again(&planned), planned);
    let text = serde_json::to_string(&planned).unwrap();
    for once in ["2027-01-05T09:00:00", "Durand", "2027-01-08T18:00:00"] {
        assert_eq!(text.matches(once).count(), 1, "{once} in {text}");
    }
}

#[test]
fn what_differs_from_the_order_is_kept() {
    let order = order();
    let mut appointment = dated(&order);
    appointment.start = date(2027, 1, 6).at(9, 0, 0, 0);
    appointment.people = vec!["bob".into()];
    appointment.due = Some(date(2027, 1, 9).at(18, 0, 0, 0));
    let planned = PlannedOrder {
        bounds: Some(bounds(&order)),
        appointment: Some(appointment),
        unplaced: None,
        order: ActionOrder { case: None, ..order },
    };
    assert_eq!(again(&planned), planned);
}

#[test]
fn an_order_without_date_reads_back_with_its_cause() {
    let order = ActionOrder { start: None, end: None, ..order() };
    let blocked = Blocked { why: Why::Customer, minutes: Minutes(90) };
    let unplaced = Unplaced {
        order: order.id,
        case: order.case.unwrap(),
        customer: order.customer.clone(),
        operation: order.operation.clone(),
        action: Bilingual { fr: "Visite".into(), en: String::new() },
        due: Some(date(2027, 1, 8).at(18, 0, 0, 0)),
        cause: Cause::NoRoom { obstacles: vec![blocked] },
    };
    let planned = PlannedOrder { bounds: None, appointment: None, unplaced: Some(unplaced), order };
    assert_eq!(again(&planned), planned);
}

/// As plans were written before: everything repeated, nulls told, no bounds.
const FORMER: &str = r#"{"order":{"id":"00000000-0000-0000-0000-000000000001","case":null,"customer":"",
"process":"hunting","version":1,"step":"met","operation":"visit","kinds":["seller"],"people":["ana"],"units":2,
"minutes":60,"start":"2027-01-05T09:00:00","end":"2027-01-05T10:00:00","due":"2027-01-08","purpose":null,
"theme":null,"state":{"phase":"suggested"}},"appointment":{"order":"00000000-0000-0000-0000-000000000001",
"case":"00000000-0000-0000-0000-000000000002","customer":"","operation":"visit","action":{"fr":"Visite","en":""},
"start":"2027-01-05T09:00:00","end":"2027-01-05T10:00:00","people":["ana"],"due":"2027-01-08T18:00:00",
"late":null,"pinned":false,"reasons":[]},"unplaced":null}"#;

#[test]
fn a_plan_written_before_reads_still() {
    let planned: PlannedOrder = serde_json::from_str(FORMER).unwrap();
    let appointment = planned.appointment.clone().unwrap();
    assert_eq!(appointment.case.0.as_u128(), 2);
    assert_eq!(appointment.start, date(2027, 1, 5).at(9, 0, 0, 0));
    assert_eq!(appointment.people, ["ana"]);
    assert!(planned.bounds.is_none() && planned.launch().is_none());
}

#[test]
fn a_glance_reads_the_same_order_and_how_it_stands_to_its_due_date() {
    use crate::execution::glance::{Glance, Timing};
    let order = order();
    for (day, late, timing) in [
        (8, None, Timing::OnTime),
        (5, None, Timing::Tight),
        (4, Some(Lateness { open_days: 1, minutes: Minutes(900) }), Timing::Late),
    ] {
        let mut bounds = bounds(&order);
        bounds.due = date(2027, 1, day).at(18, 0, 0, 0);
        let appointment = Some(Appointment { late, pinned: true, ..dated(&order) });
        let planned =
            PlannedOrder { bounds: Some(bounds), appointment, unplaced: None, order: order.clone() };
        let text = serde_json::to_string(&planned).unwrap();
        let glance: Glance = serde_json::from_str(&text).unwrap();
        assert_eq!(glance.order, order);
        assert_eq!((glance.timing(), glance.is_pinned()), (timing, true), "due on {day}");
    }
}
