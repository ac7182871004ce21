//! Tasks left out because their price is lower than that of the place they could have.

use super::attempt::Attempt;
use super::desk::{Desk, ways};
use super::freed::first_start;
use super::ready::Ready;
use crate::{Minute, TaskId};

/// Could the task be placed, but in no way for less than the price of leaving it out?
pub(super) fn costs_more_than_nothing(desk: &Desk, id: TaskId, ready: Ready) -> bool {
    let unplaced = desk.problem.costs.unplaced;
    let modes = 0..ways(desk.task(id)).count() as u32;
    if modes.clone().all(|mode| at_most(desk, id, mode, desk.problem.horizon) <= unplaced) {
        return false;
    }
    let places = modes.filter_map(|mode| {
        let attempt = Attempt::in_mode(desk, id, mode, ready);
        first_start(&attempt).map(|start| at_most(desk, id, mode, attempt.end(start)))
    });
    places.min().is_some_and(|least| least > unplaced)
}

/// What a place that ends at `end` costs at most.
fn at_most(desk: &Desk, id: TaskId, mode: u32, end: Minute) -> u64 {
    let (task, costs) = (desk.task(id), desk.problem.costs);
    let late = u64::from(task.weight) * u64::from(task.due.map_or(0, |due| end.saturating_sub(due)));
    let seats = ways(task).nth(mode as usize).map_or(0, <[_]>::len) as u64;
    let switch = task.case.map_or(0, |_| costs.switch);
    let trip = task.site_of(mode).map_or(0, |_| costs.trip);
    let way = mode.checked_sub(1).map_or(0, |other| u64::from(task.modes[other as usize].cost));
    late + seats * (switch + trip) + way
}
