//! Conversations, promises, files, work and suggestions put off, as read tables: what queries ask for in columns, everything
//! else in the payload.

use crate::cell::{Cell, Cells};
use crate::content::told;
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use atelier_domain::execution::{Aside, Conversation, Deferral, Deferred, EvidenceFile, Promise};
use serde::Serialize;

pub(crate) const CONVERSATIONS: Table = table!("conversations":
    order_id Text, case_id Text, account Text, person Text, seller Text, held_on Text, payload Text);
pub(crate) const PROMISES: Table = table!("promises":
    conversation Text, case_id Text, account Text, person Text, seller Text, state Text, due_on Text, payload Text);
pub(crate) const FILES: Table = table!("files": order_id Text, account Text, person Text, payload Text);
pub(crate) const DEFERRALS: Table = table!("deferrals": case_id Text, put Text, until Text, payload Text);
pub(crate) const ASIDES: Table = table!("asides": seller Text, put Text, until Text, payload Text);

/// These types tell themselves without fail: texts, numbers, lists of them.
fn payload(value: &impl Serialize) -> Cell {
    Cell::Text(told(value).unwrap_or_default())
}

/// The value as its payload says it; the columns before it are drawn from it.
fn read<T: serde::de::DeserializeOwned>(mut cells: Cells, before: usize) -> Result<T, StoreError> {
    for _ in 0..before {
        cells.maybe_text()?;
    }
    cells.json()
}

impl Record for Conversation {
    const TABLE: &'static Table = &CONVERSATIONS;

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::shown(self.order),
            Cell::maybe(self.case),
            Cell::maybe(self.account),
            Cell::maybe(self.person),
            Cell::maybe(self.sellers.first()),
            Cell::shown(self.held_on),
            payload(self),
        ]
    }

    fn read(cells: Cells) -> Result<Self, StoreError> {
        read(cells, 6)
    }
}

impl Record for Promise {
    const TABLE: &'static Table = &PROMISES;

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::shown(self.conversation),
            Cell::maybe(self.case),
            Cell::maybe(self.account),
            Cell::maybe(self.person),
            Cell::maybe(self.sellers.first()),
            Cell::shown(self.state.code()),
            Cell::maybe(self.due_on),
            payload(self),
        ]
    }

    fn read(cells: Cells) -> Result<Self, StoreError> {
        read(cells, 7)
    }
}

impl Record for EvidenceFile {
    const TABLE: &'static Table = &FILES;

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::shown(self.order), Cell::maybe(self.account), Cell::maybe(self.person), payload(self)]
    }

    fn read(cells: Cells) -> Result<Self, StoreError> {
        read(cells, 3)
    }
}

/// What is put off, after what it is looked for by.
fn put_off<T: Serialize>(one: &Deferred<T>, by: Cell) -> Vec<Cell> {
    vec![by, Cell::shown(one.put.code()), Cell::maybe(one.until), payload(one)]
}

impl Record for Deferral {
    const TABLE: &'static Table = &DEFERRALS;

    fn cells(&self) -> Vec<Cell> {
        put_off(self, Cell::maybe(self.of.case))
    }

    fn read(cells: Cells) -> Result<Self, StoreError> {
        read(cells, 3)
    }
}

impl Record for Aside {
    const TABLE: &'static Table = &ASIDES;

    fn cells(&self) -> Vec<Cell> {
        put_off(self, Cell::maybe(self.of.seller.as_ref()))
    }

    fn read(cells: Cells) -> Result<Self, StoreError> {
        read(cells, 3)
    }
}
