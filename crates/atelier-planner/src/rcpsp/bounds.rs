//! What no schedule can beat.

use super::net::{Net, Way};
use super::project::{Activity, Mode, Project};

/// Longest chain of durations.
pub(super) fn critical_path<const W: usize>(net: &Net<W>) -> u32 {
    let heads = net.heads(Way::Forwards);
    heads.iter().zip(&net.durations).map(|(head, duration)| head + duration).max().unwrap_or(0)
}

/// The longest chain in the shortest modes, or the least work of the busiest resource.
pub(super) fn lower_bound_of_modes(project: &Project) -> u32 {
    let least = |resource: usize, activity: &Activity| {
        let work = |mode: &Mode| u64::from(mode.duration) * u64::from(mode.needs[resource]);
        activity.modes.iter().map(work).min().unwrap_or(0)
    };
    let mut bound = project.critical_path();
    for (resource, supply) in project.resources.iter().enumerate().filter(|(_, supply)| supply.renewable) {
        let energy: u64 = project.activities.iter().map(|activity| least(resource, activity)).sum();
        bound = bound.max(energy.div_ceil(u64::from(supply.capacity.max(1))) as u32);
    }
    bound
}

/// The longest chain, or the work of the busiest resource spread over its whole capacity after the
/// least head and before the least tail of those who need it.
pub(super) fn lower_bound<const W: usize>(net: &Net<W>) -> u32 {
    let (heads, tails) = (net.heads(Way::Forwards), net.heads(Way::Backwards));
    let mut bound = critical_path(net);
    for (resource, &capacity) in net.capacities.iter().enumerate() {
        let users = || (0..net.len()).filter(|&one| net.units[one][resource] > 0 && net.durations[one] > 0);
        let work = |one: usize| u64::from(net.durations[one]) * u64::from(net.units[one][resource]);
        let energy: u64 = users().map(work).sum();
        let head = users().map(|one| heads[one]).min().unwrap_or(0);
        let tail = users().map(|one| tails[one]).min().unwrap_or(0);
        bound = bound.max(head + tail + energy.div_ceil(u64::from(capacity.max(1))) as u32);
    }
    bound
}
