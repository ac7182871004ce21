//! Whether one process of a plan can meet its objective, the hours and people of the rest being set apart.

use super::workplan::WorkPlan;
use crate::language::Refusals;
use crate::planning::{Asked, Capacity, Demand, Promise, Room, promise};
use crate::process::{Process, Workshop};

/// Weeks after the period in which a later date is looked for.
const LATER: i64 = 26;

impl WorkPlan {
    /// The hours that the other processes, and the cases in hand, leave to the process of this rank.
    pub fn left_for(&self, rank: usize) -> Capacity {
        let loads = self.strands.iter().enumerate().flat_map(|(other, strand)| {
            (other != rank).then_some(&strand.load).into_iter().chain([&strand.in_hand])
        });
        self.capacity.without(loads)
    }

    /// Can the process of this rank meet its objective beside the others?
    ///
    /// # Errors
    /// `planning/no-yield`.
    /// Source: docs/method.md, "Promise".
    pub fn promise(&self, rank: usize, process: &Process, workshop: &Workshop) -> Result<Promise, Refusals> {
        let strand = &self.strands[rank];
        let capacity = self.left_for(rank).followed_by(workshop, LATER);
        let whole = self.capacity.clone().followed_by(workshop, LATER);
        let elsewhere = self.strands.iter().enumerate().filter(|(other, _)| *other != rank);
        let others: Vec<Asked> =
            elsewhere.flat_map(|(_, strand)| strand.all_asked()).chain(&strand.asked.1).cloned().collect();
        let mut due = strand.due.clone();
        due.resize(capacity.weeks.len(), 0);
        promise(&Demand {
            process,
            due: &due,
            wip: &strand.wip,
            capacity: &capacity,
            subcontracts: &[],
            service: strand.level.service,
            room: Some(Room { workshop, capacity: &whole, held: &strand.held, others: &others }),
        })
    }
}
