//! What is really going on: cases, action orders, evidence, and the import of a former system.

mod declare;
mod flow;
mod market;
mod order;
mod supply;
mod wip;

pub use declare::{Around, Declaration, Declared, Effect, declare};
pub use flow::Flow;
pub use market::{Account, Case, Passage, Person, Product, Standing};
pub use order::{ActionOrder, Backing, Outcome, Phase, Proof, Report, State};
pub use supply::{routing_left, wip_to_enter};
pub use wip::{Age, Line, Register, Stand, Yardstick, register};
