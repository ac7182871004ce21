//! What the facts say: diagnosis, indicators.

mod diagnosis;
mod report;
mod stats;
mod steps;
mod tally;
mod times;

pub use diagnosis::{Diagnosis, Figures, Group, History, Missing, Unmeasured, Worth, diagnose};
pub use stats::{Average, Delay, MEDIANS_NEEDED, Measure, Rate, SHARES_NEEDED, median_ranks, wilson};
pub use steps::StepFigures;
pub use times::OperationFigures;
