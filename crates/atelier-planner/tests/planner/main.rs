//! The rules one at a time, the checker one rule at a time, and what holds for every problem.

mod checker;
mod checker_rich;
mod dice;
#[cfg(test)]
mod everything;
mod exhaustive;
#[cfg(test)]
mod features;
#[cfg(test)]
mod hostile;
mod oracle;
mod priced;
mod properties;
mod random;
mod rules;
mod shape;
#[cfg(test)]
mod shop;
#[cfg(test)]
mod small;
