//! What is really going on: cases, action orders, evidence, and the import of a former system.

mod advance;
mod declare;
mod flow;
mod front;
pub mod import;
mod in_hand;
mod launch;
mod market;
mod order;
mod planned;
mod summary;
mod wip;
mod workplan;

pub use advance::{Advance, advance};
pub use declare::{Around, Declaration, Declared, Effect, declare};
pub use flow::Flow;

pub use launch::Launch;
pub use market::{Account, Case, Passage, Person, Product, Standing};
pub use order::{ActionOrder, Backing, Outcome, Phase, Proof, Report, State};
pub use planned::{PlannedOrder, jobs, renewed, schedule_of, settle};
pub use summary::{AimFigures, KindFigures, LineFigures, ObjectiveFigures, Summary, WeekFigures};
pub use wip::{Age, Line, Register, Stand, Yardstick, register};
pub use workplan::{Aim, Ask, Strand, WorkPlan, workplan};
