//! People of whom nothing is left, as a read table.

use crate::cell::{Cell, Cells};
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use atelier_domain::execution::Erasure;

pub(crate) const ERASURES: Table = table!("erasures": reason Text, erased_on Text);

impl Record for Erasure {
    const TABLE: &'static Table = &ERASURES;

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::shown(self.reason), Cell::shown(self.on)]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self { person: cells.id()?, reason: cells.parse()?, on: cells.parse()? })
    }
}
