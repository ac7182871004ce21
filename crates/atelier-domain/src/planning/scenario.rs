//! What-if (*scénarios*): named changes, applied to a copy of the process and of the capacity.

use super::{Capacity, Demand};
use crate::language::{Minutes, Place, Share, Week, Yield};
use crate::process::{Bilingual, Process};

/// A list of changes to try together. Nothing real is altered; publishing is a separate act.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// Unique in its file.
    pub code: String,
    /// Shown name.
    pub name: Bilingual,
    /// Code of the process that it was tried on; `None`: any that has what it changes.
    pub process: Option<String>,
    /// Why it was kept; may be empty.
    pub reason: String,
    /// In the order in which they apply.
    pub changes: Vec<PlacedChange>,
}

/// A change and where it was written, for refusals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedChange {
    /// Where.
    pub place: Place,
    /// What.
    pub change: Change,
}

impl From<Change> for PlacedChange {
    fn from(change: Change) -> Self {
        Self { place: Place::default(), change }
    }
}

/// One thing done otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An operation, by code.
    Operation(String, OperationChange),
    /// A step.
    Step {
        /// Its code.
        code: String,
        /// Another yield.
        yields: Option<Yield>,
        /// Another lead time.
        lead_days: Option<u32>,
    },
    /// More capacity.
    Capacity {
        /// For this kind.
        kind: String,
        /// People, each with the week of the most available person of the kind.
        people: u32,
        /// Minutes in each week, on top.
        minutes_per_week: Minutes,
        /// First week; `None`: from the first.
        from: Option<Week>,
        /// Last week; `None`: to the last.
        to: Option<Week>,
    },
}

/// What changes in an operation; `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OperationChange {
    /// Preparation per lot.
    pub prepare: Option<Minutes>,
    /// Run time per unit.
    pub run: Option<Minutes>,
    /// Travel per unit.
    pub travel: Option<Minutes>,
    /// Done without anybody.
    pub automated: Option<bool>,
    /// Share held at a distance: that share of the travel disappears, the rest is rounded up.
    pub remote: Option<Share>,
    /// Kinds that do it (specialisation).
    pub kinds: Option<Vec<String>>,
    /// Share given to another kind.
    pub subcontract: Option<(Share, String)>,
}

/// A share of an operation done by another kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subcontract {
    /// Code of the operation.
    pub operation: String,
    /// Part of its minutes.
    pub share: Share,
    /// Kind that receives it.
    pub kind: String,
}

/// The copies to which a scenario was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The process, changed.
    pub process: Process,
    /// The capacity, changed.
    pub capacity: Capacity,
    /// Shares of operations given away.
    pub subcontracts: Vec<Subcontract>,
}

impl Variant {
    /// The same demand, asked of this variant.
    pub fn demand<'a>(&'a self, base: &Demand<'a>) -> Demand<'a> {
        Demand { process: &self.process, capacity: &self.capacity, subcontracts: &self.subcontracts, ..*base }
    }
}
