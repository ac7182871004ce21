//! The rules one at a time, the checker one rule at a time, and what holds for every problem.

mod checker;
mod checker_rich;
#[cfg(test)]
mod everything;
#[cfg(test)]
mod features;
mod oracle;
mod priced;
mod properties;
mod rules;
mod shape;
#[cfg(test)]
mod shop;
