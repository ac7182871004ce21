//! Published plans.

use crate::cell::{Cell, Cells};
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A published plan: the head under which its orders stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredPlan {
    /// Identity.
    pub id: Uuid,
    /// What it plans: a process, a team; a newer plan of the same scope replaces it.
    pub scope: String,
    /// From 1, within the scope.
    pub version: i64,
    /// Microseconds UTC.
    pub made_at_us: i64,
    /// `first/after`, two ISO days.
    pub period: String,
    /// JSON: inputs, figures and everything else the plan says of itself.
    pub payload: String,
}

pub(crate) const PLANS: Table =
    table!("plans": scope Text, version Int, made_at_us Int, period Text, payload Text);

impl Record for StoredPlan {
    const TABLE: &'static Table = &PLANS;

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::shown(&self.scope),
            Cell::Int(self.version),
            Cell::Int(self.made_at_us),
            Cell::shown(&self.period),
            Cell::shown(&self.payload),
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: cells.id()?,
            scope: cells.text()?,
            version: cells.int()?,
            made_at_us: cells.int()?,
            period: cells.text()?,
            payload: cells.text()?,
        })
    }
}
