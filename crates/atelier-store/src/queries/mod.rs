//! What can be asked, by subject.

mod facts;
mod market;
mod orders;
mod plans;
mod sheets;

pub use facts::{Batch, Counts, Lineage};

/// The statements of these files, for the test that prepares them all.
pub(crate) fn statements() -> impl Iterator<Item = &'static str> {
    [facts::STATEMENTS, market::STATEMENTS, orders::STATEMENTS, plans::STATEMENTS, sheets::STATEMENTS]
        .into_iter()
        .flatten()
        .copied()
}
