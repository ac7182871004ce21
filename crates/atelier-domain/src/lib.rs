//! The words and rules of Atelier. Pure: data in, data out; `now`, seeds and locale are arguments.
//!
//! Arrows go one way: controls → insight → execution → planning → process → ledger → language.

pub mod controls;
pub mod execution;
pub mod insight;
pub mod language;
pub mod ledger;
pub mod planning;
pub mod process;
