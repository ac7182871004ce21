//! What can be asked, by subject.
//!
//! Every question fails in one way only: an incident, when the database does not answer or when a
//! row does not read as what it should be.

// Said once above rather than thirty times below.
#![allow(clippy::missing_errors_doc)]

mod contacts;
mod conversations;
mod facts;
mod lists;
mod market;
mod orders;
mod plans;
mod search;
mod sheets;
mod users;

pub use contacts::ContactList;
pub(crate) use facts::IMPORT;
pub use facts::{Batch, Counts, FactHead, Lineage};
#[cfg(test)]
pub(crate) use lists::indexes as indexes_of_lists;
pub use lists::{
    AccountList, AccountSort, CaseList, CaseSort, ListOf, OrderList, OrderSort, PendingList, Within,
};

pub use orders::OperationSum;

/// The statements of these files, for the test that prepares them all.
pub(crate) fn statements() -> impl Iterator<Item = &'static str> {
    [
        contacts::STATEMENTS,
        conversations::STATEMENTS,
        facts::STATEMENTS,
        market::STATEMENTS,
        orders::STATEMENTS,
        plans::STATEMENTS,
        search::STATEMENTS,
        sheets::STATEMENTS,
        users::STATEMENTS,
    ]
    .into_iter()
    .flatten()
    .copied()
    .chain(lists::statements())
}
