//! One file per subject: which columns a domain value fills, and the value read back from them.

mod company;
mod confirmation;
mod consent;
mod contact;
mod conversation;
mod erasure;
mod market;
mod merge;
mod order;
mod plan;
mod sheet;
mod user;
mod webhook;

pub(crate) use company::COMPANIES;
pub use company::Company;
pub(crate) use confirmation::CONFIRMATIONS;
pub(crate) use consent::{ASKINGS, CONSENTS, GATES};
pub(crate) use contact::CONTACTS;
pub(crate) use conversation::{ASIDES, CONVERSATIONS, DEFERRALS, FILES, PROMISES};
pub(crate) use erasure::{ARCHIVES, ERASURES};
pub use market::passage_id;
pub(crate) use market::{
    ACCOUNTS, CASES, PASSAGES, PEOPLE, PRODUCTS, account_columns, case_columns, standing_code,
};
pub(crate) use merge::MERGES;
pub use order::StoredOrder;
pub(crate) use order::{ORDER_PEOPLE, ORDERS, UNRELEASED, order_columns, people_lines};
pub(crate) use plan::PLANS;
pub use plan::StoredPlan;
pub(crate) use sheet::SHEETS;
pub use sheet::Sheet;
pub use user::unit_id;
pub(crate) use user::{UNITS, USERS};
pub(crate) use webhook::WEBHOOKS;
