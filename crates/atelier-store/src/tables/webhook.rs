//! Subscriptions to what happens, as a read table.

use crate::cell::{Cell, Cells};
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use atelier_domain::controls::Webhook;

pub(crate) const WEBHOOKS: Table = table!("webhooks": url Text, events Text, standing Text);

/// As it is kept, whether events are sent.
const ON: &str = "on";
const OFF: &str = "off";

impl Record for Webhook {
    const TABLE: &'static Table = &WEBHOOKS;

    fn cells(&self) -> Vec<Cell> {
        let standing = if self.on { ON } else { OFF };
        vec![Cell::shown(&self.url), Cell::Text(self.events.join(" ")), Cell::shown(standing)]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        Ok(Self { id: cells.id()?, url: cells.text()?, events: cells.words()?, on: cells.text()? == ON })
    }
}
