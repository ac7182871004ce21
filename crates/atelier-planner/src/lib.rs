//! Finite-capacity scheduling of neutral tasks on calendars.
//!
//! No sales word, no clock, no file: a [`Problem`] goes in, a [`Plan`] comes out in which every
//! task is either placed or not. A [`Draft`] says of each why not earlier, or what stood in the way.
//! [`check`] reads the rules again, slowly and apart from the engine.

pub mod board;
pub mod bound;
mod check;
mod compile;
pub mod construct;
mod explain;
pub mod flow;
pub mod improve;
pub mod model;
mod problem;
mod random;
pub mod rcpsp;
pub mod repair;
mod seats;
mod shape;
mod solve;
mod taken;

pub use check::{Price, Rule, Violation, check, price};
pub use explain::{Cause, Draft, Freed, Obstacle, Placed, Refused, Settled, What};
pub use problem::{
    Costs, DAY, Link, Minute, Mode, Need, Placement, Pressure, Problem, Resource, ResourceId, Span, Stock,
    StockId, Task, TaskId, Use, Wait,
};
pub use shape::{Fault, Flaw, Place};
pub use solve::{Effort, Plan, Progress, ToTheEnd, Watch, solve};
