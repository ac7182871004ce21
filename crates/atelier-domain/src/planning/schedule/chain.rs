//! From a date to its root: each action waits for the next one, or finds its people on it.

use super::words::Speaker;
use super::{Appointment, Cause, Reason, Schedule, Unplaced, Why};
use crate::language::OrderId;

/// The action that a reason points at.
fn pointed(why: &Why) -> Option<OrderId> {
    match why {
        Why::After { order, .. }
        | Why::Busy { order, .. }
        | Why::Solicited { order, .. }
        | Why::TooLongAfter { order, .. }
        | Why::TooLongBefore { order, .. } => Some(*order),
        _ => None,
    }
}

impl Schedule {
    /// What fixed the date of an order, then what fixed the date of the one that fixed it, and so on to
    /// the root: an action that no other one keeps from starting earlier.
    pub fn chain(&self, order: OrderId) -> Vec<(&Appointment, Option<&Reason>)> {
        let mut chain: Vec<(&Appointment, Option<&Reason>)> = Vec::new();
        let mut next = Some(order);
        while let Some(one) = next.and_then(|order| self.appointment(order)) {
            if chain.iter().any(|(known, _)| known.order == one.order) {
                break;
            }
            let reason = one.telling().last().copied();
            chain.push((one, reason));
            next = reason.and_then(|reason| pointed(&reason.why));
        }
        chain
    }
}

impl Speaker<'_> {
    /// The chain of causes behind a date, one sentence per action, the nearest first; empty when the
    /// order itself is the root.
    pub fn chain(&self, order: OrderId) -> Vec<String> {
        let chain = self.schedule().chain(order);
        let behind = chain.iter().skip(1);
        behind.map(|(one, reason)| self.link(one.order, reason.map(|reason| self.reason(reason)))).collect()
    }

    /// What would give an action without date one.
    pub fn freeing(&self, unplaced: &Unplaced) -> Vec<String> {
        match &unplaced.cause {
            Cause::NobodyCapable { .. } => vec![self.plain("schedule-free-nobody")],
            Cause::Dearer => vec![self.plain("schedule-free-dearer")],
            Cause::BeyondHorizon => vec![self.plain("schedule-free-beyond-horizon")],
            Cause::Predecessor { order } | Cause::Bound { order } => {
                let behind = self.schedule().unplaced.iter().find(|one| one.order == *order);
                let further = behind.filter(|one| pointing(&one.cause).is_none());
                let mut told = vec![self.about("schedule-free-predecessor", *order)];
                told.extend(further.into_iter().flat_map(|one| self.freeing(one)));
                told
            }
            Cause::NoRoom { .. } => match unplaced.cause.binding() {
                Some(why) => vec![self.free(why)],
                None => vec![self.plain("schedule-free-beyond-horizon")],
            },
        }
    }
}

fn pointing(cause: &Cause) -> Option<OrderId> {
    match cause {
        Cause::Predecessor { order } | Cause::Bound { order } => Some(*order),
        _ => None,
    }
}
