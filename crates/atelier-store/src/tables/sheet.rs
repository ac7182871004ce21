//! Sheets: the texts that people write and version, such as a process or a scenario.

use crate::cell::{Cell, Cells};
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use atelier_domain::language::TenantId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One version of a text; a version is never changed, a new one is added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// `process`, `workshop`, `scenarios`, `mapping`…
    pub kind: String,
    /// Its name among those of its kind.
    pub code: String,
    /// From 1.
    pub version: i64,
    /// The text as it was written.
    pub text: String,
}

impl Sheet {
    /// The identity of this version.
    pub fn id(&self, tenant: TenantId) -> Uuid {
        let version = self.version.to_string();
        Uuid::new_v5(&tenant.0, ["sheet", &self.kind, &self.code, &version].join("/").as_bytes())
    }
}

pub(crate) const SHEETS: Table = table!("sheets": kind Text, code Text, version Int, body Text);

impl Record for Sheet {
    const TABLE: &'static Table = &SHEETS;

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::shown(&self.kind),
            Cell::shown(&self.code),
            Cell::Int(self.version),
            Cell::shown(&self.text),
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self { kind: cells.text()?, code: cells.text()?, version: cells.int()?, text: cells.text()? })
    }
}
