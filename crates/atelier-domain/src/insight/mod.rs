//! What the facts say: diagnosis of the organisation, upkeep of its standards, indicators.

mod apart;
mod diagnosis;
mod formula;
mod indicators;
mod occurrences;
mod planned;
mod report;
mod standards;
mod stats;
mod steps;
mod tally;
mod times;

pub use apart::facts;
pub use diagnosis::{Diagnosis, Figures, Group, History, Missing, Unmeasured, Worth, diagnose};
pub use formula::{Event, Formula, Measured, Quantity, Reduce, Term};
pub use indicators::{Counted, Definition, Dictionary, Followed, Reading};
pub use occurrences::{Occurrence, occurrences};
pub use planned::{Expected, Plans, Unplanned, WINNING_CUSTOMERS};
pub use standards::{Acceptance, Proposal, Standard, accept, propose};
pub use stats::{Average, Delay, MEDIANS_NEEDED, Measure, Rate, SHARES_NEEDED};
pub use steps::StepFigures;
pub use times::OperationFigures;
