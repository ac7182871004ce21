//! What a plan costs, part by part.

use crate::shop::{at, pin, plan, shop, task};
use atelier_planner::{Costs, Mode, Need, Placement, Price, ResourceId, Task, price};

#[test]
fn each_part_of_the_price_is_paid_once() {
    let of_case = |hours, needs: &[&[u32]]| Task { case: Some(4), site: Some(2), ..task(hours, needs) };
    let mut late = of_case(2, &[&[0]]);
    (late.due, late.weight) = (Some(at(0, 10)), 3);
    let mut by_call = of_case(2, &[&[0], &[1]]);
    let needs = vec![Need { candidates: vec![ResourceId(1)] }];
    by_call.modes = vec![Mode { duration: 60, needs, cost: 40, site: None }];
    let mut problem = shop(2, vec![late, by_call, of_case(1, &[&[1]]), task(1, &[&[0]]), task(1, &[])]);
    problem.costs = Costs { unplaced: 1_000, switch: 20, trip: 7, moved: 0 };
    let plan = [
        pin(0, at(0, 9), at(0, 11), &[0]),
        Placement { mode: 1, ..pin(1, at(0, 9), at(0, 10), &[1]) },
        // The same trip: same person, same day, same site.
        pin(2, at(0, 11), at(0, 12), &[1]),
        // Neither case nor site, and late without a due date is not late.
        pin(3, at(4, 9), at(4, 10), &[0]),
    ];
    let expected = Price { unplaced: 1_000, late: 180, switches: 20, trips: 14, modes: 40, total: 1_254 };
    assert_eq!(price(&problem, &plan), expected);
}

#[test]
fn a_way_without_travel_is_no_trip() {
    let mut visit = Task { site: Some(2), ..task(2, &[&[0]]) };
    let needs = vec![Need { candidates: vec![ResourceId(0)] }];
    visit.modes = vec![
        Mode { duration: 60, needs: needs.clone(), cost: 0, site: None },
        Mode { duration: 60, needs, cost: 0, site: Some(3) },
    ];
    let mut problem = shop(1, vec![visit]);
    problem.costs = Costs { unplaced: 1_000, switch: 0, trip: 7, moved: 0 };
    let trips = |mode| price(&problem, &[Placement { mode, ..pin(0, at(0, 9), at(0, 10), &[0]) }]).trips;
    assert_eq!([trips(0), trips(1), trips(2)], [7, 0, 7]);
    // The engine weighs them so too: the call spares the trip, and costs nothing else.
    let draft = plan(&problem);
    assert_eq!(draft.placed[0].placement.mode, 1);
}

#[test]
fn a_price_beyond_every_number_stops_there() {
    let mut problem = shop(0, vec![task(1, &[]), task(1, &[])]);
    problem.costs.unplaced = u64::MAX;
    assert_eq!(price(&problem, &[]).total, u64::MAX);
}
