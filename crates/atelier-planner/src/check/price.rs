//! What a plan costs, added up again task by task.

use super::reading::{Reading, way};
use crate::{DAY, Placement, Problem};
use std::collections::BTreeSet;

/// The price of a plan by [`crate::Costs`], in its unit, and its parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Price {
    /// Tasks left out.
    pub unplaced: u64,
    /// Minutes late, by the weights of the tasks.
    pub late: u64,
    /// Resources of each case beyond the first.
    pub switches: u64,
    /// Days on which a resource goes to a site, counted on the day of the start.
    pub trips: u64,
    /// Ways chosen beside the first.
    pub modes: u64,
    /// The sum.
    pub total: u64,
}

/// What `placements` cost, valid or not; pinned tasks pay like the others. Nothing is said here of
/// tasks moved, since a problem does not hold the plan in force. Stops at the largest number there is.
pub fn price(problem: &Problem, placements: &[Placement]) -> Price {
    let (read, _) = Reading::of(problem, placements);
    let mut price = Price::default();
    let mut cases = BTreeSet::new();
    let mut trips = BTreeSet::new();
    for (task, placement) in read.all() {
        let over = task.due.map_or(0, |due| placement.span.end.saturating_sub(due));
        price.late = price.late.saturating_add(u64::from(task.weight).saturating_mul(u64::from(over)));
        let way = way(task, placement.mode);
        let site = way.as_ref().and_then(|way| way.site);
        price.modes += way.map_or(0, |way| u64::from(way.cost));
        for who in &placement.who {
            cases.extend(task.case.map(|case| (case, *who)));
            trips.extend(site.map(|site| (*who, placement.span.start / DAY, site)));
        }
    }
    let served: BTreeSet<u32> = cases.iter().map(|(case, _)| *case).collect();
    let times = |cost: u64, count: usize| cost.saturating_mul(count as u64);
    let costs = problem.costs;
    price.unplaced = times(costs.unplaced, problem.tasks.len() - read.all().count());
    price.switches = times(costs.switch, cases.len() - served.len());
    price.trips = times(costs.trip, trips.len());
    let parts = [price.unplaced, price.late, price.switches, price.trips, price.modes];
    price.total = parts.into_iter().fold(0, u64::saturating_add);
    price
}
