//! What can be asked, by subject.
//!
//! Every question fails in one way only: an incident, when the database does not answer or when a
//! row does not read as what it should be.

// Said once above rather than thirty times below.
#![allow(clippy::missing_errors_doc)]

mod contacts;
mod facts;
mod market;
mod orders;
mod plans;
mod sheets;
mod users;

pub(crate) use facts::IMPORT;
pub use facts::{Batch, Counts, Lineage};

/// The statements of these files, for the test that prepares them all.
pub(crate) fn statements() -> impl Iterator<Item = &'static str> {
    [
        contacts::STATEMENTS,
        facts::STATEMENTS,
        market::STATEMENTS,
        orders::STATEMENTS,
        plans::STATEMENTS,
        sheets::STATEMENTS,
    ]
    .into_iter()
    .flatten()
    .copied()
}
