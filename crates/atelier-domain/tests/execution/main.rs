//! From objectives and cases to published orders: nothing lost, nothing counted twice.
#![allow(clippy::unwrap_used)] // helpers of tests

mod bottlenecks;
mod by_hand;
mod company;
mod in_progress;
mod metrios;
mod properties;
mod renewal;
mod rope;
mod settling;
mod strain;
