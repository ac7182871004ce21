//! The program `planner`, run as anybody runs it.
#![cfg(feature = "cli")]

#[cfg(test)]
mod check_sales;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod large;
#[cfg(test)]
mod replan;
