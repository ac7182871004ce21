//! From the objective to the date: net needs, load against capacity, schedule and its reasons.

pub mod schedule;
