//! One row, read field by field; its faults are collected.

use super::layout::{Cells, Layout};
use super::mapping::{Field, Mapping};
use super::reject::{Fault, Reject};
use crate::execution::{Registered, Unregistered};
use crate::language::Money;
use jiff::civil::Date;

/// Reads the fields of a row.
pub(super) struct RowReader<'r> {
    pub mapping: &'r Mapping,
    pub layout: &'r Layout,
    pub number: u32,
    pub cells: &'r dyn Cells,
    pub faults: Vec<Reject>,
}

impl<'r> RowReader<'r> {
    /// `None`, and a reject, when the row as a whole cannot be read.
    pub fn of(
        mapping: &'r Mapping,
        layout: &'r Layout,
        number: u32,
        cells: &'r dyn Cells,
    ) -> Result<Self, Reject> {
        let at = |column: usize, fault: Fault| {
            let name = layout.names.get(column).cloned().unwrap_or_default();
            Reject::at(layout, number, name, column + 1, cells.text(column), fault)
        };
        if let Some((column, bytes)) = cells.too_long() {
            return Err(at(column, Fault::TooLong { bytes }));
        }
        let (count, expected) = (cells.count(), layout.names.len());
        if count != expected {
            return Err(at(count.min(expected), Fault::Width { cells: count, expected }));
        }
        if let Some(column) = (0..count).find(|&column| cells.text(column).contains('\0')) {
            return Err(at(column, Fault::NulCharacter));
        }
        Ok(Self { mapping, layout, number, cells, faults: Vec::new() })
    }

    /// The trimmed text of a field; empty when no column feeds it or the cell says nothing.
    pub fn text(&self, field: Field) -> &'r str {
        let text = self.layout.column(field).map_or("", |column| self.cells.text(column).trim());
        if self.mapping.is_empty(text) { "" } else { text }
    }

    /// A text that must be there.
    pub fn required(&mut self, field: Field) -> Option<&'r str> {
        let text = self.text(field);
        if text.is_empty() {
            self.refuse(field, Fault::Missing);
        }
        Some(text).filter(|text| !text.is_empty())
    }

    /// A day, when there is one.
    pub fn day(&mut self, field: Field) -> Option<Date> {
        let text = Some(self.text(field)).filter(|text| !text.is_empty())?;
        let day = self.layout.day(field, text, self.typed(field));
        if day.is_none() {
            self.refuse(field, Fault::BadDay { form: self.layout.form(field) });
        }
        day
    }

    /// An amount, when there is one.
    pub fn money(&mut self, field: Field) -> Option<Money> {
        let text = Some(self.text(field)).filter(|text| !text.is_empty())?;
        let cents = self.layout.cents(field, text, self.typed(field));
        if cents.is_none() {
            self.refuse(field, Fault::BadAmount { form: self.layout.form(field) });
        }
        cents.map(|cents| Money { cents, currency: self.mapping.currency })
    }

    /// The number in the register that these columns say together, when they say one.
    pub fn number(&mut self, columns: &[usize]) -> Option<Registered> {
        let mut said: Option<Registered> = None;
        for &column in columns {
            let text = self.cells.text(column).trim();
            if self.mapping.is_empty(text) {
                continue;
            }
            let number = Registered::read(text);
            match number
                .and_then(|number| said.clone().map_or(Ok(number.clone()), |before| number.with(before)))
            {
                Ok(number) => said = Some(number),
                Err(wrong) => self.refuse_number(column, text, wrong),
            }
        }
        said
    }

    fn refuse_number(&mut self, column: usize, text: &str, wrong: Unregistered) {
        let (name, fault) = (self.layout.names[column].clone(), Fault::BadNumber(wrong));
        self.faults.push(Reject::at(self.layout, self.number, name, column + 1, text, fault));
    }

    fn typed(&self, field: Field) -> bool {
        self.layout.column(field).is_some_and(|column| self.cells.typed(column))
    }

    /// Notes a fault of the row.
    pub fn refuse(&mut self, field: Field, fault: Fault) {
        self.faults.push(Reject::of(self.layout, self.number, field, self.text(field), fault));
    }
}
