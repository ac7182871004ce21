//! The company itself: what a tenant is called and counts in.

use crate::cell::{Cell, Cells};
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use atelier_domain::language::Currency;
use serde::{Deserialize, Serialize};

/// A company of this installation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// The code its tenant is derived from.
    pub code: String,
    /// Shown name.
    pub name: String,
    /// In which it counts.
    pub currency: Currency,
    /// IANA time zone of its days.
    pub zone: String,
}

pub(crate) const COMPANIES: Table = table!("companies": code Text, name Text, currency Text, zone Text);

impl Record for Company {
    const TABLE: &'static Table = &COMPANIES;

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::shown(&self.code),
            Cell::shown(&self.name),
            Cell::shown(self.currency),
            Cell::shown(&self.zone),
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self { code: cells.text()?, name: cells.text()?, currency: cells.parse()?, zone: cells.text()? })
    }
}
