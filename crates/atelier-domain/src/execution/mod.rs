//! What is really going on: cases, action orders, evidence, and the import of a former system.

pub mod import;
mod market;

pub use market::{Account, Case, Passage, Person, Product, Standing};
