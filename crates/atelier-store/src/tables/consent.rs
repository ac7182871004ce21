//! What people agreed to and object to, and the gate of the works council, as read tables.

use crate::cell::{Cell, Cells};
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use atelier_domain::controls::Gate;
use atelier_domain::execution::{Asking, Consent};

pub(crate) const CONSENTS: Table = table!("consents":
    person Text, channel Text, aim Text, choice Text, said_on Text, source Text);

impl Record for Consent {
    const TABLE: &'static Table = &CONSENTS;

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::shown(self.person),
            Cell::shown(self.channel.code()),
            Cell::shown(self.aim.code()),
            Cell::shown(self.choice.code()),
            Cell::shown(self.on),
            Cell::shown(&self.source),
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self {
            person: cells.parse()?,
            channel: cells.parse()?,
            aim: cells.parse()?,
            choice: cells.parse()?,
            on: cells.parse()?,
            source: cells.text()?,
        })
    }
}

/// Its key is that of the person.
pub(crate) const ASKINGS: Table = table!("askings": asked_on Text, channel Text);

impl Record for Asking {
    const TABLE: &'static Table = &ASKINGS;

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::shown(self.on), Cell::shown(self.channel.code())]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self { person: cells.id()?, on: cells.parse()?, channel: cells.parse()? })
    }
}

/// One row: its key is that of the company.
pub(crate) const GATES: Table = table!("gates": consulted_on Text, proof Text);

impl Record for Gate {
    const TABLE: &'static Table = &GATES;

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::shown(self.consulted_on), Cell::shown(&self.proof)]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self { consulted_on: cells.parse()?, proof: cells.text()? })
    }
}
