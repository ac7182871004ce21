//! Verdicts on won deals: what was judged in columns, so that those which lapsed are found, and the whole beside them.

use crate::cell::{Cell, Cells};
use crate::content::told;
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use atelier_domain::controls::Confirmation;

pub(crate) const CONFIRMATIONS: Table = table!("confirmations":
    verdict Text, account Text, value_cents Int, value_currency Text, closed_on Text, version Int, payload Text);

impl Record for Confirmation {
    const TABLE: &'static Table = &CONFIRMATIONS;

    fn cells(&self) -> Vec<Cell> {
        let [cents, currency] = Cell::money(self.sold.value);
        vec![
            Cell::shown(self.verdict.code()),
            Cell::maybe(self.sold.account),
            cents,
            currency,
            Cell::maybe(self.sold.closed_on),
            Cell::Int(self.version),
            // It tells itself without fail: texts, numbers, lists of them.
            Cell::Text(told(self).unwrap_or_default()),
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        cells.maybe_text()?;
        cells.maybe_text()?;
        cells.money()?;
        cells.maybe_text()?;
        cells.int()?;
        cells.json()
    }
}
