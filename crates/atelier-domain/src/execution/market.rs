//! Minimal deal records: accounts, people, products, cases and their passages through the steps.
//!
//! Fields are serialised in the order written here: the same record is always the same text.

use crate::language::{AccountId, CaseId, Money, PersonId, ProductId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A firm, customer or prospect (*compte*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Identity.
    pub id: AccountId,
    /// Key in the source it came from.
    pub key: String,
    /// Shown name.
    pub name: String,
    /// Sector, may be empty.
    pub sector: String,
    /// Country or place, may be empty.
    pub country: String,
    /// Mother firm.
    pub parent: Option<AccountId>,
    /// Other columns kept from the source, by name.
    pub facets: BTreeMap<String, String>,
}

/// Somebody of the sales force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Identity.
    pub id: PersonId,
    /// Key in the source it came from.
    pub key: String,
    /// Shown name.
    pub name: String,
    /// Team; often the manager's name in exports.
    pub team: String,
    /// Region or office, may be empty.
    pub region: String,
}

/// Something sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Identity.
    pub id: ProductId,
    /// Key in the source it came from.
    pub key: String,
    /// Shown name.
    pub name: String,
    /// Range or series, may be empty.
    pub family: String,
    /// List price.
    pub price: Option<Money>,
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Still in the process.
    Open,
    /// Won.
    Won,
    /// Lost or disqualified.
    Lost,
}

/// One opportunity (*affaire*) on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Identity.
    pub id: CaseId,
    /// Key in the source it came from.
    pub key: String,
    /// Customer; many exports leave it out on young cases.
    pub account: Option<AccountId>,
    /// Who leads it.
    pub owner: Option<PersonId>,
    /// What is sold.
    pub product: Option<ProductId>,
    /// Stage as the source writes it.
    pub stage: String,
    /// Open, won or lost.
    pub standing: Standing,
    /// Code of the process it runs through.
    pub process: Option<String>,
    /// Step of that process it has entered, by code; `None`: unplaced, counted apart, never lost.
    pub step: Option<String>,
    /// Day it entered the pipeline for good.
    pub engaged_on: Option<Date>,
    /// Day it was won or lost, or is expected to be.
    pub closed_on: Option<Date>,
    /// Value won, or expected while open.
    pub value: Option<Money>,
}

/// One stay of a case in a step (*passage*), from a stage history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The case.
    pub case: CaseId,
    /// Step entered, by code.
    pub step: String,
    /// Day of entry.
    pub entered_on: Date,
    /// Day it left; `None`: still there.
    pub left_on: Option<Date>,
}
