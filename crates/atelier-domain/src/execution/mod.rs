//! What is really going on: cases, action orders, evidence, and the import of a former system.

mod declare;
mod flow;
pub mod import;
mod launch;
mod market;
mod order;
mod planned;
mod summary;
mod supply;
mod wip;
mod workplan;

pub use declare::{Around, Declaration, Declared, Effect, declare};
pub use flow::Flow;
pub use launch::{Front, Launch};
pub use market::{Account, Case, Passage, Person, Product, Standing};
pub use order::{ActionOrder, Backing, Outcome, Phase, Proof, Report, State};
pub use planned::{PlannedOrder, jobs, renewed, schedule_of, settle};
pub use summary::{AimFigures, KindFigures, LineFigures, ObjectiveFigures, Summary, WeekFigures};
pub use supply::{routing_left, wip_to_enter};
pub use wip::{Age, Line, Register, Stand, Yardstick, register};
pub use workplan::{Aim, Ask, Strand, WorkPlan, workplan};
