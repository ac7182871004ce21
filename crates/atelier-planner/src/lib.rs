//! Finite-capacity scheduling of neutral tasks on calendars.
//!
//! No sales word, no clock, no file: a [`Problem`] goes in, a [`Draft`] comes out in which every
//! task is either placed, with the reason of its date, or refused, with what stood in the way.
//! [`check`] reads the rules again, slowly and apart from the engine.

pub mod board;
pub mod bound;
mod check;
pub mod construct;
pub mod flow;
pub mod improve;
pub mod model;
mod place;
mod problem;
pub mod repair;
mod shape;
mod solve;

pub use check::{Price, Rule, Violation, check, price};
pub use place::{Cause, Draft, Obstacle, Placed, Refused, What, place};
pub use problem::{
    Costs, DAY, Link, Minute, Mode, Need, Placement, Pressure, Problem, Resource, ResourceId, Span, Stock,
    StockId, Task, TaskId, Use, Wait,
};
pub use shape::{Fault, Flaw, Place};
pub use solve::{Effort, Plan, Progress, ToTheEnd, Watch, solve};
