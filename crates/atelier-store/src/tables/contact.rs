//! Contacts, as a read table.

use crate::cell::{Cell, Cells};
use crate::error::StoreError;
use crate::table::{Record, Table, table};
use atelier_domain::execution::Contact;

pub(crate) const CONTACTS: Table = table!("contacts":
    source_key Text, account Text, name Text, sorted Text, function Text, mail Text, phone Text,
    language Text);

impl Record for Contact {
    const TABLE: &'static Table = &CONTACTS;

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::shown(&self.key),
            Cell::maybe(self.account),
            Cell::shown(&self.name),
            Cell::Text(self.sorted()),
            Cell::shown(&self.function),
            Cell::maybe(self.mail.as_ref()),
            Cell::maybe(self.phone.as_ref()),
            Cell::maybe(self.language.as_ref()),
        ]
    }

    fn read(mut cells: Cells) -> Result<Self, StoreError> {
        let (id, key, account, name) = (cells.id()?, cells.text()?, cells.maybe()?, cells.text()?);
        // Drawn from the name again whenever it is written.
        cells.text()?;
        Ok(Self {
            id,
            key,
            account,
            name,
            function: cells.text()?,
            mail: cells.maybe_text()?,
            phone: cells.maybe_text()?,
            language: cells.maybe_text()?,
        })
    }
}
