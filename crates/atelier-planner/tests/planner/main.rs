//! The rules one at a time, the checker one rule at a time, and what holds for every problem.

mod checker;
mod properties;
mod rules;
#[cfg(test)]
mod shop;
