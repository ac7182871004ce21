//! People of whom nothing is left, and those of the archive apart, as read tables.

use crate::cell::{Cell, Cells};
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use atelier_domain::execution::{Archive, Erasure};
use serde_json::json;

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

/// Its key is that of the person. It stays when they are erased, and says that they were there.
pub(crate) const ARCHIVES: Table = table!("archives":
    ground Text, archived_on Text, until_on Text, conversations Text, promises Text, files Text);

impl Record for Archive {
    const TABLE: &'static Table = &ARCHIVES;

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::shown(self.ground),
            Cell::shown(self.on),
            Cell::shown(self.until),
            Cell::shown(json!(self.conversations)),
            Cell::shown(json!(self.promises)),
            Cell::shown(json!(self.files)),
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self {
            person: cells.id()?,
            ground: cells.parse()?,
            on: cells.parse()?,
            until: cells.parse()?,
            conversations: cells.json()?,
            promises: cells.json()?,
            files: cells.json()?,
        })
    }
}
