//! Firms and people that are found under another, as a read table.

use crate::cell::{Cell, Cells};
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use atelier_domain::execution::{Merge, MergeOf};

/// Its key is the one that is gone.
pub(crate) const MERGES: Table = table!("merges": kind Text, kept Text);

impl Record for Merge {
    const TABLE: &'static Table = &MERGES;

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::shown(self.of.code()), Cell::shown(self.kept)]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        let gone = cells.id::<uuid::Uuid>()?;
        Ok(Self { gone, of: cells.parse::<MergeOf>()?, kept: cells.parse()? })
    }
}
